"""The surroundings of the tests do what they promise: leaks are told, the network ends at this machine."""

from __future__ import annotations

import socket
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread, QTimer
from PySide6.QtWidgets import QWidget

from tests import leaks, sharing


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(leaks, "PATIENCE_S", 0.1)


def test_a_timer_that_ticks_on_is_told_with_its_interval(qapp):
    before = leaks.take_stock()
    timer = QTimer()
    timer.start(1234)
    told = leaks.left_behind(before)
    timer.stop()
    assert told == ["timer of 1234 ms is still active (owner nobody)"]
    assert leaks.left_behind(before) == []


def test_a_timer_of_something_that_was_there_before_is_no_leak(qapp):
    owner = QObject()
    before = leaks.take_stock()
    timer = QTimer(owner)
    timer.start(1000)
    told = leaks.left_behind(before)
    timer.stop()
    assert told == []


def test_a_window_still_shown_is_told_until_it_is_closed(qapp):
    before = leaks.take_stock()
    window = QWidget()
    window.setObjectName("forgotten")
    window.show()
    told = leaks.left_behind(before)
    window.close()
    assert told == ["window PySide6.QtWidgets.QWidget 'forgotten' is still shown"]
    assert leaks.left_behind(before) == []


def test_a_qt_thread_is_told_until_it_has_ended(qapp):
    before = leaks.take_stock()
    thread = QThread()
    thread.start()
    told = leaks.left_behind(before)
    thread.quit()
    thread.wait()
    assert told == ["QThread PySide6.QtCore.QThread is still running"]
    assert leaks.left_behind(before) == []


def test_a_python_thread_is_told_by_its_name():
    before = leaks.take_stock()
    done = threading.Event()
    thread = threading.Thread(target=done.wait, name="writer")
    thread.start()
    told = leaks.left_behind(before)
    done.set()
    thread.join()
    assert told == ["thread 'writer' is still running"]


@pytest.mark.parametrize("address", [("192.0.2.1", 80), ("example.org", 443)])
def test_a_connection_beyond_this_machine_is_refused(address):
    sock = socket.socket()
    with pytest.raises(AssertionError, match="stay on this machine"):
        sock.connect(address)


def test_a_connection_within_this_machine_is_allowed():
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as caller,
    ):
        assert caller.getpeername() == server.getsockname()


def test_the_home_of_a_test_run_is_not_that_of_the_user():
    assert Path.home().parent.name.startswith("anlan-tests-")


@pytest.mark.parametrize(
    ("file", "worker"),
    [
        ("tests/link/test_link_calls.py", "link"),
        ("tests/resources/phone/test_phone_outbox.py", "phone"),
        ("tests/journeys/test_flood.py", "desk"),
        ("tests/desktop/test_stages.py", "desk"),
        ("tests/widgets/test_web_map.py", "web"),
        ("tests/widgets/test_bands.py", "tests/widgets/test_bands.py"),
    ],
)
def test_browser_tests_of_one_family_share_one_worker(file, worker):
    assert sharing.share(file) == worker
