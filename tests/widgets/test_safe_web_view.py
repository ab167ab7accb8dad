"""The view of one configured site: only that host, and words when it cannot be reached."""

from __future__ import annotations

import http.server
import socket
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QUrl

from widgets.safe_web_view import SafeWebView, Trouble

pytestmark = pytest.mark.browser


class Site(http.server.BaseHTTPRequestHandler):
    """A bulletin with a picture from elsewhere; /bad answers 503."""

    def do_GET(self) -> None:
        bad = self.path == "/bad"
        body = b"<title>\xe5\x85\xac\xe6\x8a\xa5</title><p>4,480<img src='http://localhost:8099/spy.png'>"
        self.send_response(503 if bad else 200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", "0" if bad else str(len(body)))
        self.end_headers()
        self.wfile.write(b"" if bad else body)

    def log_message(self, *_arguments: object) -> None:
        """Stay silent."""


@pytest.fixture
def site() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def view(qtbot) -> SafeWebView:
    made = SafeWebView()
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    return made


def test_without_an_address_it_says_so_and_offers_no_retry(view: SafeWebView):
    assert view.title() == "未配置网址"
    assert not view._retry.isVisible()


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "公报", "http://", "ftp://a/b"])
def test_only_web_addresses_are_taken(view: SafeWebView, address: str):
    view.set_address(address)
    assert view.title() == "网址不可用"
    assert address in view._reason.text()


def test_the_site_is_shown_and_what_it_asks_from_elsewhere_is_refused(qtbot, view: SafeWebView, site: str):
    with qtbot.waitSignals([view.loaded, view.address_refused], timeout=20_000):
        view.set_address(site)
    assert view.title() == ""
    assert view._page.title() == "公报"


def test_the_site_may_not_lead_elsewhere(qtbot, view: SafeWebView, site: str):
    with qtbot.waitSignal(view.loaded, timeout=20_000):
        view.set_address(site)
    with qtbot.waitSignal(view.address_refused, timeout=10_000, check_params_cb=lambda text: "elsewhere" in text):
        view._page.runJavaScript("location.href = 'http://elsewhere.invalid/'")
    assert view._page.url().host() == "127.0.0.1"


def test_an_unreachable_site_is_told_in_words_and_can_be_tried_again(qtbot, view: SafeWebView):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    said = []
    view.trouble_shown.connect(said.append)
    view.set_address(f"http://127.0.0.1:{port}/")
    qtbot.waitUntil(lambda: Trouble.UNREACHABLE.value in said, timeout=20_000)
    assert view.title() == "无法打开 127.0.0.1"
    assert view._retry.isVisible()
    said.clear()
    view._retry.click()
    qtbot.waitUntil(lambda: said == [Trouble.LOADING.value, Trouble.UNREACHABLE.value], timeout=20_000)


def test_a_site_that_answers_with_an_error_is_told_in_words(qtbot, view: SafeWebView, site: str):
    with qtbot.waitSignal(
        view.trouble_shown, timeout=20_000, check_params_cb=lambda text: text == Trouble.REFUSED_BY_SITE.value
    ):
        view.set_address(f"{site}/bad")
    assert "503" in view._reason.text()


def test_a_site_that_does_not_answer_is_given_up(qtbot, view: SafeWebView):
    view._patience.setInterval(50)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        with qtbot.waitSignal(
            view.trouble_shown, timeout=10_000, check_params_cb=lambda text: text == Trouble.TOO_SLOW.value
        ):
            view.set_address(f"http://127.0.0.1:{silent.getsockname()[1]}/")
    assert view.title() == "127.0.0.1 迟迟没有应答"


def test_a_site_may_move_to_https_and_nowhere_else(view: SafeWebView):
    view._url = QUrl("http://bulletin.example/today")
    allowed = {
        "http://bulletin.example/other": True,
        "https://bulletin.example/": True,
        "http://bulletin.example:81/": False,
        "http://example/": False,
        "file:///etc/passwd": False,
    }
    assert {address: view._may_go(QUrl(address)) for address in allowed} == allowed


def test_taking_the_address_away_leaves_the_empty_state(qtbot, view: SafeWebView, site: str):
    with qtbot.waitSignal(view.loaded, timeout=20_000):
        view.set_address(site)
    view.set_address(None)
    assert view.title() == "未配置网址"
