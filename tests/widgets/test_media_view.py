"""The view that may use camera and microphone: for its own page only, and it comes back when it dies."""

from __future__ import annotations

import http.server
import os
import signal
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWebEngineCore import QWebEnginePermission

from widgets.media_bridge import Chunk, Fault, Snapshot, understood
from widgets.media_view import MediaView

Type = QWebEnginePermission.PermissionType

PAGE = b"""<!doctype html><title>call</title><script>
new QWebChannel(qt.webChannelTransport, (channel) => {
  const { desk } = channel.objects;
  desk.told.connect((_n, batch) => batch.forEach((text) => {
    if (JSON.parse(text)[0] === "go") location.href = JSON.parse(text)[1];
    else if (JSON.parse(text)[0] === "where") {
      const told = (error) => desk.said(JSON.stringify({ kind: "trouble", code: "geo " + error.code }));
      navigator.geolocation.getCurrentPosition(() => {}, told);
    } else desk.said(JSON.stringify({ kind: "trouble", code: text }));
  }));
  desk.ready();
});
</script>"""


class Site(http.server.BaseHTTPRequestHandler):
    """The page at /call/, and another one that must never be reached."""

    asked: tuple[str, ...] = ()

    def do_GET(self) -> None:
        Site.asked = (*Site.asked, self.path)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(PAGE)))
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, *_arguments: object) -> None:
        """Stay silent."""


@pytest.fixture
def site() -> Iterator[str]:
    Site.asked = ()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/call/call.html"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def view(qtbot) -> MediaView:
    made = MediaView()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


def heard_until(qtbot, view: MediaView, code: str) -> None:
    with qtbot.waitSignal(view.bridge.heard, timeout=20_000, check_params_cb=lambda said: said == Fault(code)):
        pass


@pytest.mark.parametrize(
    "address", ["http://192.168.1.2:80/call/", "https://127.0.0.1:8700/", "http://127.0.0.1/", "file:///etc/passwd", ""]
)
@pytest.mark.browser
def test_only_pages_of_this_machine_are_opened(view: MediaView, address: str) -> None:
    with pytest.raises(ValueError, match="not a page of this machine"):
        view.open(address)


@pytest.mark.browser
def test_the_page_is_told_what_is_kept_and_again_after_it_died(qtbot, site: str, view: MediaView) -> None:
    view.bridge.keep("look", "dark")
    view.bridge.tell("ring", "d1")
    view.open(site)
    heard_until(qtbot, view, '["ring","d1"]')
    with qtbot.waitSignal(view.renderer_died, timeout=20_000):
        os.kill(view.renderer_pid(), signal.SIGKILL)
    heard_until(qtbot, view, '["look","dark"]')
    assert view.bridge.is_listening()


@pytest.mark.browser
def test_the_page_leads_nowhere_and_gets_no_other_right(qtbot, site: str, view: MediaView) -> None:
    view.open(site)
    with qtbot.waitSignal(view.bridge.ready, timeout=20_000):
        pass
    view.bridge.tell("where")
    heard_until(qtbot, view, "geo 1")
    assert (view.granted, view.refused) == (0, 1)
    with qtbot.waitSignal(view._page.address_refused, timeout=20_000):
        view.bridge.tell("go", site.replace("/call/call.html", "/other"))
    assert "/other" not in Site.asked


class Asked:
    """A permission that is asked for."""

    def __init__(self, origin: str, kind: Type) -> None:
        self._origin, self._kind, self.answer = QUrl(origin), kind, ""

    def origin(self) -> QUrl:
        return self._origin

    def permissionType(self) -> Type:
        return self._kind

    def grant(self) -> None:
        self.answer = "granted"

    def deny(self) -> None:
        self.answer = "denied"


@pytest.mark.parametrize(
    ("origin", "kind", "answer"),
    [
        ("http://127.0.0.1:{port}/", Type.MediaAudioVideoCapture, "granted"),
        ("http://127.0.0.1:{port}/", Type.MediaAudioCapture, "granted"),
        ("http://127.0.0.1:{port}/", Type.MediaVideoCapture, "granted"),
        ("http://127.0.0.1:{port}/", Type.DesktopVideoCapture, "denied"),
        ("http://127.0.0.1:{port}/", Type.Geolocation, "denied"),
        ("http://127.0.0.1:1/", Type.MediaAudioCapture, "denied"),
        ("http://localhost:{port}/", Type.MediaAudioCapture, "denied"),
        ("https://127.0.0.1:{port}/", Type.MediaAudioCapture, "denied"),
    ],
)
@pytest.mark.browser
def test_camera_and_microphone_are_for_this_origin_only(
    site: str, view: MediaView, origin: str, kind: Type, answer: str
) -> None:
    view.open(site)
    asked = Asked(origin.format(port=QUrl(site).port()), kind)
    view._decide(asked)  # type: ignore[arg-type]
    assert asked.answer == answer
    view.unload()
    late = Asked(site, Type.MediaAudioCapture)
    view._decide(late)  # type: ignore[arg-type]
    assert late.answer == "denied"


def test_what_the_page_says_is_looked_at_field_by_field() -> None:
    assert understood('{"kind":"chunk","serial":3,"data":"b25l","last":false}') == Chunk(3, b"one", last=False)
    assert understood('{"kind":"snapshot","device":"d1","data":""}') == Snapshot("d1", b"")
    for text in (
        '{"kind":"snapshot","device":"d1","data":"b25l"}',  # no PNG
        '{"kind":"chunk","serial":3,"data":"%%","last":false}',
        '{"kind":"seat","device":"d1","seat":"king","why":""}',
        "[]", "nothing", "",
    ):  # fmt: skip
        assert understood(text) is None
