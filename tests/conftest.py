"""What every test stands on: no screen, a private home, no network but loopback, and nothing left behind."""

from __future__ import annotations

import ipaddress
import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests import leaks, solver_code

ROOT = Path(__file__).resolve().parent.parent

settings.register_profile(
    "desk",
    max_examples=int(os.environ.get("ANLAN_EXAMPLES", "50")),  # of each property; more when one is looked into
    deadline=None,  # shared cores: a slow moment is no fault
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("desk")


def _private_surroundings() -> Path:
    """Everything a program reads or writes outside the checkout is moved to a folder of this run."""
    place = Path(tempfile.mkdtemp(prefix="anlan-tests-"))
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
        folder = place / name.lower()
        folder.mkdir(mode=0o700)
        os.environ[name] = str(folder)
    return place


# before anything imports Qt or numpy
_SURROUNDINGS = _private_surroundings()
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # the workers share the cores: a second thread of each spins
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)
os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = (
    "--disable-gpu --disable-background-networking --disable-component-update "
    '--host-resolver-rules="MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost"'
)
if hasattr(os, "geteuid") and os.geteuid() == 0:
    os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
solver_code.place()
leaks.keep_the_heap_to_ourselves()


def pytest_unconfigure() -> None:
    shutil.rmtree(_SURROUNDINGS, ignore_errors=True)  # a browser process may still be writing its last file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object | None:
    """With `-n … --dist loadgroup`, browsers stay together (tests/sharing.py)."""
    if config.getoption("dist") != "loadgroup":
        return None
    from tests.sharing import Sharing

    return Sharing(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of the solver may have to wait until it is compiled."""
    for item in items:
        if solver_code.compiles(item.nodeid) and item.get_closest_marker("timeout") is None:
            item.add_marker(pytest.mark.timeout(solver_code.COMPILING_S))


def pytest_runtest_setup(item: pytest.Item) -> None:
    if solver_code.compiles(item.nodeid):
        solver_code.compile_once()


class NetworkRefusedError(AssertionError):
    """A test tried to leave this machine."""


def _refuse_beyond_loopback(sock: socket.socket, address: object) -> None:
    if not isinstance(address, tuple) or not address:
        return  # a path: a socket of this machine
    host = str(address[0])
    if host in {"", "localhost"}:
        return
    try:
        allowed = ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        allowed = False
    if not allowed:
        sock.close()
        raise NetworkRefusedError(f"tests stay on this machine, but something reached for {address!r}")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    connect, connect_ex, send_to = socket.socket.connect, socket.socket.connect_ex, socket.socket.sendto

    def guarded_connect(self: socket.socket, address):
        _refuse_beyond_loopback(self, address)
        return connect(self, address)

    def guarded_connect_ex(self: socket.socket, address):
        _refuse_beyond_loopback(self, address)
        return connect_ex(self, address)

    def guarded_send_to(self: socket.socket, data, *rest):
        _refuse_beyond_loopback(self, rest[-1])
        return send_to(self, data, *rest)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
    monkeypatch.setattr(socket.socket, "sendto", guarded_send_to)


@pytest.fixture(autouse=True)
def _nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test that leaves a thread, a running timer or a window; set up first, so it looks last."""
    before = leaks.take_stock()
    yield
    if request.node.get_closest_marker("leaves_running"):
        return  # it would be waited for until patience ends
    if left := leaks.left_behind(before):
        pytest.fail("left behind by this test:\n  " + "\n  ".join(left), pytrace=False)


@pytest.fixture(scope="module", autouse=True)
def _undressed() -> Iterator[None]:
    """Takes the look of a desk off the application again: in it, each widget of the tests after costs twice as much."""
    yield
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtGui import QFontDatabase, QPalette
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    if isinstance(app, QApplication) and app.styleSheet():
        app.setStyleSheet("")
        app.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
        app.setPalette(QPalette())


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty folder for everything the desk keeps."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that has been opened once; copied, never changed."""
    from desktop.keeping import open_store

    folder = tmp_path_factory.mktemp("filled")
    open_store(folder)[0].close()
    return folder


@pytest.fixture
def lived_in(home: Path, filled: Path) -> Path:
    """A home of this test in which the demonstration is there already."""
    shutil.copytree(filled, home, dirs_exist_ok=True)
    return home


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The real series and borders that lie beside the checkout on the build machines."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the shared data do not lie beside this checkout (../shared/data)")
    return folder
