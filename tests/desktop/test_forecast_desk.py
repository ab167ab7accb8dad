"""The own forecast is made from the series of the store, becomes a step when it says something new, and seldom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from data.model.river import HUAYUANKOU, Outlook, OutlookPoint, Reading
from data.model.steps import ReadingTaken
from data.rules.rights import SYSTEM
from data.store.store import Store
from desktop.background import Background
from desktop.clock import DeskClock
from desktop.forecast_desk import ForecastDesk, worth_a_step
from desktop.keeping import Keeping
from desktop.room import Room
from tests import township

NOON = township.NOON


def outlook(flow: float, hours: float = 0, method: str = "combined") -> Outlook:
    made = NOON + timedelta(hours=hours)
    points = tuple(OutlookPoint(made + timedelta(hours=h), flow, flow * 0.9, flow * 1.1) for h in (6, 24, 72))
    return Outlook(HUAYUANKOU, made, points, method)


@pytest.mark.parametrize(
    ("after", "worth"),
    [
        (outlook(4000, 4), False),
        (outlook(4150, 4), False),
        (outlook(4250, 4), True),
        (outlook(4000, 20), True),
        (outlook(4000, 4, "persistence"), True),
    ],
)
def test_a_forecast_is_a_step_when_it_says_something_else_or_a_day_has_passed(after: Outlook, worth: bool) -> None:
    assert worth_a_step(outlook(4000), after) is worth


class Place:
    """A forecast desk over a real store; the clock stands where it is put."""

    def __init__(self, path: Path) -> None:
        self.background = Background()
        self.keeping = Keeping(Store.open(path / "live.db"), self.background)
        self.clock = DeskClock(NOON, 0)
        self.room = Room(township.situation(), self.keeping.keep, self.clock.now)
        self.desk = ForecastDesk(self.room, self.keeping, self.background, self.clock)
        self.made: list[Outlook] = []
        self.desk.made.connect(self.made.append)

    def reads(self, flow: float, hours: float) -> None:
        at = NOON + timedelta(hours=hours)
        self.clock.set_time(at)
        self.room.do(ReadingTaken(Reading(HUAYUANKOU, at, flow, source="测试")), SYSTEM)

    def close(self) -> None:
        self.desk.close()
        self.clock.stop()
        self.background.close()
        self.keeping.close()


@pytest.fixture
def place(qtbot, tmp_path: Path) -> Iterator[Place]:
    made = Place(tmp_path)
    yield made
    made.close()


def test_a_new_value_makes_a_forecast_without_the_stations_upstream_it_says_that_it_only_persists(
    qtbot, place: Place
) -> None:
    place.desk.start()
    assert not place.desk.busy
    place.reads(4000.0, 0)
    qtbot.waitUntil(lambda: bool(place.made))
    first = place.room.situation.outlooks[HUAYUANKOU]
    assert (first.method, first.points[0].flow_m3s, first.points[-1].at) == (
        "persistence", 4000.0, NOON + timedelta(hours=72),
    )  # fmt: skip
    place.reads(4020.0, 1)  # too soon after the last, and inside what that said
    place.reads(5100.0, 4)
    qtbot.waitUntil(lambda: len(place.made) == 2)
    assert place.made[1].made_at == NOON + timedelta(hours=4)
    place.reads(5120.0, 8)  # nothing new in it
    qtbot.waitUntil(lambda: not place.desk.busy)
    assert place.room.situation.outlooks[HUAYUANKOU] == place.made[1]
    assert replace(place.made[1], points=()).coverage == 0.8


def test_a_forecast_that_the_river_has_left_is_made_anew_at_once_from_the_value_that_left_it(
    qtbot, place: Place
) -> None:
    place.desk.start()
    place.reads(4000.0, 0)
    qtbot.waitUntil(lambda: bool(place.made))
    place.reads(6100.0, 1)
    qtbot.waitUntil(lambda: len(place.made) == 2)
    assert place.made[1].points[0].flow_m3s == 6100.0
