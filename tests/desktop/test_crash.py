"""Our own errors: recorded with their trace, told, on whatever thread; the hooks go as they came."""

from __future__ import annotations

import faulthandler
import logging
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from desktop.crash import CrashHooks
from tests.conftest import ROOT


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def hooks(home: Path, told: list[str]):
    was_on = faulthandler.is_enabled()
    before = sys.excepthook, threading.excepthook
    made = CrashHooks(home, told.append)
    yield made
    made.remove()
    assert (sys.excepthook, threading.excepthook) == before
    if was_on:
        faulthandler.enable(sys.__stderr__ or sys.stderr)


def uncaught(error: BaseException) -> None:
    try:
        fail(error)
    except BaseException as caught:  # noqa: BLE001 - that is what it is about
        sys.excepthook(type(caught), caught, caught.__traceback__)


def fail(error: BaseException) -> None:
    raise error


def test_an_exception_that_nobody_caught_is_told_logged_and_printed(
    hooks: CrashHooks, told: list[str], caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture
) -> None:
    uncaught(ValueError("花园口"))
    assert len(told) == 1
    assert "ValueError: 花园口" in told[0]
    assert "test_crash.py" in told[0]
    assert caplog.records[-1].levelno == logging.ERROR
    assert "ValueError: 花园口" in caplog.text
    assert "ValueError: 花园口" in capsys.readouterr().err


def test_an_exception_on_another_thread_is_told_too(hooks: CrashHooks, told: list[str]) -> None:
    def work() -> None:
        raise KeyError("grid")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(5)
    assert len(told) == 1
    assert "KeyError: 'grid'" in told[0]


def test_an_interrupt_and_an_exit_are_no_crash(hooks: CrashHooks, told: list[str], capsys) -> None:
    uncaught(KeyboardInterrupt())
    thread = threading.Thread(target=sys.exit)
    thread.start()
    thread.join(5)
    capsys.readouterr()
    assert told == []


def test_an_exception_in_a_slot_is_told(hooks: CrashHooks, told: list[str], qapp) -> None:
    from PySide6.QtCore import QObject, Signal

    class Speaker(QObject):
        said = Signal()

    def slot() -> None:
        raise RuntimeError("in a slot")

    speaker = Speaker()
    speaker.said.connect(slot)
    speaker.said.emit()
    assert "RuntimeError: in a slot" in "".join(told)


def test_a_telling_that_fails_itself_does_not_hide_the_first_error(
    home: Path, capsys: pytest.CaptureFixture, caplog: pytest.LogCaptureFixture
) -> None:
    was_on = faulthandler.is_enabled()

    def broken(_: str) -> None:
        raise RuntimeError("no window")

    hooks = CrashHooks(home, broken)
    try:
        with pytest.raises(RuntimeError, match="no window"):
            uncaught(ValueError("first"))
    finally:
        hooks.remove()
        if was_on:
            faulthandler.enable(sys.__stderr__ or sys.stderr)
    assert "ValueError: first" in caplog.text


def test_a_fault_of_native_code_leaves_its_trace(home: Path) -> None:
    script = (
        "import faulthandler, resource, sys\nresource.setrlimit(resource.RLIMIT_CORE, (0, 0))\n"
        "from pathlib import Path\nfrom desktop.crash import CrashHooks\n"
        "CrashHooks(Path(sys.argv[1]), print)\nfaulthandler._sigsegv()\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(home)], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode != 0
    assert "Segmentation fault" in (home / "log" / "fault.log").read_text("utf-8")
