"""Background: results come back on the UI thread, faults too, and after closing nobody is told."""

from __future__ import annotations

import logging
import threading
from concurrent.futures import Future

import pytest
from PySide6.QtCore import QCoreApplication, QThread

from desktop.background import Background


@pytest.fixture
def background(qapp):
    made = Background()
    yield made
    made.close()


class Told:
    """What came back, and on which thread."""

    def __init__(self) -> None:
        self.values: list[object] = []
        self.faults: list[BaseException] = []
        self.threads: set[int] = set()

    def then(self, value: object) -> None:
        self.values.append(value)
        self.threads.add(threading.get_ident())

    def failed(self, error: BaseException) -> None:
        self.faults.append(error)
        self.threads.add(threading.get_ident())


def test_a_value_comes_back_on_the_ui_thread_from_another(background: Background, qtbot) -> None:
    told = Told()
    background.run(threading.get_ident, told.then, told.failed)
    qtbot.waitUntil(lambda: bool(told.values))
    assert told.values[0] != threading.get_ident()
    assert told.threads == {threading.get_ident()}


def test_a_fault_comes_back_as_a_value(background: Background, qtbot) -> None:
    told = Told()
    background.run(lambda: 1 // 0, told.then, told.failed)
    qtbot.waitUntil(lambda: bool(told.faults))
    assert isinstance(told.faults[0], ZeroDivisionError)
    assert told.values == []


def test_calls_are_run_one_after_another_in_order(background: Background, qtbot) -> None:
    told = Told()
    for number in range(20):
        background.run(lambda number=number: number, told.then, told.failed)
    qtbot.waitUntil(lambda: len(told.values) == 20)
    assert told.values == list(range(20))


def test_a_future_of_any_thread_is_followed_also_when_it_is_over_already(background: Background, qtbot) -> None:
    told = Told()
    future: Future[str] = Future()
    future.set_result("done")
    background.follow(future, told.then, told.failed)
    assert told.values == [], "an answer never comes before the question has been finished"
    qtbot.waitUntil(lambda: told.values == ["done"])


def test_after_closing_nobody_is_told(background: Background, qapp) -> None:
    told = Told()
    begun, go_on = threading.Event(), threading.Event()

    def work() -> int:
        begun.set()
        go_on.wait(5)
        return 1

    background.run(work, told.then, told.failed)
    assert begun.wait(5)
    threading.Timer(0.05, go_on.set).start()
    background.close()
    background.tell(lambda: told.then("late"))
    QCoreApplication.processEvents()
    assert (told.values, told.faults) == ([], [])


def test_work_that_was_cancelled_by_closing_is_dropped_in_silence(
    background: Background, caplog: pytest.LogCaptureFixture
) -> None:
    told = Told()
    begun, go_on = threading.Event(), threading.Event()

    def work() -> None:
        begun.set()
        go_on.wait(5)

    background.run(work, told.then, told.failed)
    background.run(lambda: 2, told.then, told.failed)
    assert begun.wait(5)
    threading.Timer(0.05, go_on.set).start()
    with caplog.at_level(logging.INFO):
        background.close()
        QCoreApplication.processEvents()
    assert told.values == []
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


def test_a_call_told_from_the_ui_thread_waits_for_the_loop(background: Background, qtbot) -> None:
    told: list[bool] = []
    background.tell(lambda: told.append(QThread.currentThread() is QCoreApplication.instance().thread()))
    assert told == []
    qtbot.waitUntil(lambda: told == [True])
