"""Newest: one at a time, only the latest of what waits, nothing after closing."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from desktop.background import Background
from desktop.newest import Newest


@pytest.fixture
def background(qapp: object) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


class Gate:
    """Work that waits to be let through."""

    def __init__(self) -> None:
        self.open = threading.Event()
        self.begun: list[int] = []

    def work(self, number: int) -> int:
        self.begun.append(number)
        assert self.open.wait(20)
        return number


def failed(error: BaseException) -> None:
    raise error


def test_of_what_waits_only_the_newest_is_done(background: Background, qtbot) -> None:
    gate, told = Gate(), list[int]()
    hand = Newest[int](background, "t", failed)
    for number in range(1, 6):
        hand.ask(lambda n=number: gate.work(n), told.append)
    gate.open.set()
    qtbot.waitUntil(lambda: told == [1, 5])
    assert gate.begun == [1, 5]
    assert not hand.busy
    hand.close()


def test_a_fault_is_told_and_the_hand_goes_on(background: Background, qtbot) -> None:
    faults, told = list[BaseException](), list[int]()
    hand = Newest[int](background, "t", faults.append)
    hand.ask(lambda: 1 // 0, told.append)
    hand.ask(lambda: 7, told.append)
    qtbot.waitUntil(lambda: told == [7])
    assert [type(fault) for fault in faults] == [ZeroDivisionError]
    hand.close()


def test_after_closing_nothing_is_begun_and_nobody_told(background: Background, qtbot) -> None:
    gate, told = Gate(), list[int]()
    hand = Newest[int](background, "t", failed)
    hand.ask(lambda: gate.work(1), told.append)
    hand.ask(lambda: gate.work(2), told.append)
    gate.open.set()
    hand.close()
    hand.ask(lambda: gate.work(3), told.append)
    qtbot.waitUntil(lambda: gate.begun == [1])
    background.tell(lambda: told.append(0))
    qtbot.waitUntil(lambda: 0 in told)
    assert told == [0]
