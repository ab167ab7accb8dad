"""The desk's clock: the machine's time, or the demonstration's with pause and speed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desktop import clock as module
from desktop.clock import SPEEDS, DeskClock

START = datetime(2020, 6, 29, 0, 0, tzinfo=UTC)


class Hands:
    """The machine's monotonic seconds, moved by the test."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def monotonic(self) -> float:
        return self.seconds


@pytest.fixture
def hands(monkeypatch: pytest.MonkeyPatch) -> Hands:
    made = Hands()
    monkeypatch.setattr(module, "time", made)
    return made


@pytest.fixture
def made(qapp):
    clocks: list[DeskClock] = []

    def make(start: datetime | None, speed: int = 0) -> DeskClock:
        clocks.append(DeskClock(start, speed))
        return clocks[-1]

    yield make
    for clock in clocks:
        clock.stop()


@pytest.mark.parametrize("speed", SPEEDS)
def test_the_demonstration_runs_at_its_speed(made, hands: Hands, speed: int) -> None:
    clock = made(START, speed)
    hands.seconds += 2.5
    assert clock.now() == START + timedelta(seconds=2.5 * speed)
    assert not clock.real


def test_a_pause_holds_the_time_and_going_on_jumps_over_nothing(made, hands: Hands) -> None:
    clock = made(START, 600)
    hands.seconds += 1
    clock.toggle()
    held = clock.now()
    hands.seconds += 100
    assert clock.now() == held == START + timedelta(seconds=600)
    clock.toggle()
    assert clock.speed == 600
    hands.seconds += 1
    assert clock.now() == held + timedelta(seconds=600)


def test_a_change_of_speed_goes_on_from_where_it_is(made, hands: Hands) -> None:
    clock = made(START, 60)
    hands.seconds += 10
    clock.set_speed(7200)
    assert clock.now() == START + timedelta(seconds=600)
    hands.seconds += 1
    assert clock.now() == START + timedelta(seconds=7800)


def test_speed_and_time_are_told_at_once(made, hands: Hands) -> None:
    clock = made(START, 60)
    speeds: list[int] = []
    times: list[datetime] = []
    clock.speed_changed.connect(speeds.append)
    clock.ticked.connect(times.append)
    clock.set_speed(3600)
    clock.set_speed(3600)
    clock.set_speed(0)
    assert speeds == [3600, 0]
    assert times == [START, START]
    clock.set_time(START + timedelta(days=2))
    assert times[-1] == START + timedelta(days=2)


def test_a_demonstration_that_begins_paused_runs_when_it_is_toggled(made, hands: Hands) -> None:
    clock = made(START)
    hands.seconds += 50
    assert clock.now() == START
    clock.toggle()
    assert clock.speed in SPEEDS


def test_the_clock_ticks_by_itself(made, qtbot) -> None:
    clock = made(START, 7200)
    with qtbot.waitSignal(clock.ticked, timeout=2000) as told:
        pass
    assert told.args[0] > START


def test_the_real_clock_cannot_be_hurried_or_stopped(made) -> None:
    clock = made(None)
    told: list[int] = []
    clock.speed_changed.connect(told.append)
    clock.set_speed(7200)
    clock.toggle()
    assert told == []
    assert (clock.real, clock.speed) == (True, 1)
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)


def test_the_clock_can_go_over_to_the_real_time_and_back(made, hands: Hands) -> None:
    clock = made(START, 600)
    clock.set_time(None)
    assert clock.real
    assert clock.now().tzinfo is UTC
    clock.set_time(START)
    hands.seconds += 1
    assert clock.now() == START + timedelta(seconds=600)


def test_a_stopped_clock_ticks_no_more(made) -> None:
    clock = made(START, 7200)
    clock.stop()
    assert not clock._timer.isActive()
