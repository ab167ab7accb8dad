"""The alarm engine at the desk: findings become steps, a shelf's end too, nothing is raised anew at a restart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

import resources
from data.feeds.alarm_tables import read_alarm_bounds
from data.feeds.incident_tables import read_incident_tables
from data.feeds.observing import read_observing
from data.model.alarm_steps import AlarmsAcknowledged, AlarmsMoved, AlarmsShelved, AlarmsUnshelved
from data.model.alarms import AlarmState
from data.model.river import HUAYUANKOU, Reading
from data.model.situation import Situation
from data.model.steps import ReadingTaken, Step
from data.model.telemetry import Board, FeedHealth, Source, SourceKind
from data.rules.observing.board import with_feed
from data.rules.rights import SYSTEM
from data.store.store import Store
from desktop.alarm_desk import AlarmDesk, AlarmTables, AlarmView
from desktop.background import Background
from desktop.clock import DeskClock
from desktop.first_run import shipped_register
from desktop.keeping import Keeping
from desktop.room import Room
from tests import township

RULES = resources.path("rules")
TABLES = AlarmTables(read_alarm_bounds(RULES), read_observing(RULES), read_incident_tables(RULES))
NOON = township.NOON
TAG = "flow.level/HYK-IV"


def founded() -> Situation:
    """A township with the philosophy as shipped."""
    now = township.situation()
    return replace(now, registers=now.registers.having(shipped_register("alarmkinds")))


class Place:
    """An alarm desk; the clock stands where it is put."""

    def __init__(self, path: Path, now: Situation) -> None:
        self.background = Background()
        self.keeping = Keeping(Store.open(path), self.background)
        self.clock = DeskClock(NOON, 0)
        self.room = Room(now, self.keeping.keep, self.clock.now)
        self.desk = AlarmDesk(self.room, self.keeping, self.background, self.clock, TABLES)
        self.steps: list[Step] = []
        self.views: list[AlarmView] = []
        self.heard: list[tuple[str, ...]] = []
        self.room.stepped.connect(self.steps.append)
        self.desk.lines_changed.connect(self.views.append)
        self.desk.announced.connect(lambda wanted: self.heard.extend(one.tags for one in wanted))
        self.desk.start()

    def reads(self, flow: float, minutes: float = 0) -> None:
        self.clock.set_time(NOON + timedelta(minutes=minutes))
        at = self.clock.now()
        self.room.do(ReadingTaken(Reading(HUAYUANKOU, at, flow, source="测试")), SYSTEM)

    def state(self, tag: str = TAG) -> AlarmState | None:
        alarm = self.room.situation.alarms.get(tag)
        return None if alarm is None else alarm.state

    def close(self) -> None:
        self.desk.close()
        self.clock.stop()
        self.background.close()
        self.keeping.close()


@pytest.fixture
def place(qtbot, tmp_path: Path) -> Iterator[Place]:
    made = Place(tmp_path / "live.db", founded())
    yield made
    made.close()


def test_a_crossing_is_raised_announced_and_acknowledged_and_a_restart_raises_it_not_again(
    qtbot, place: Place, tmp_path: Path
) -> None:
    place.reads(4820)
    qtbot.waitUntil(lambda: place.state() is AlarmState.UNACKED)
    qtbot.waitUntil(lambda: bool(place.views) and any(TAG in line.tags for line in place.views[-1].listed.alarms))
    assert any(TAG in tags for tags in place.heard)
    moved = [step for step in place.steps if isinstance(step.body, AlarmsMoved)]
    assert {step.actor for step in moved} == {SYSTEM}
    place.room.do(AlarmsAcknowledged((TAG,)), "U3")
    qtbot.waitUntil(lambda: not any(TAG in one.tags for one in place.desk.wanted))
    assert place.state() is AlarmState.ACKED
    again = Place(tmp_path / "again.db", place.room.situation)
    qtbot.waitUntil(lambda: bool(again.views))
    assert again.state() is AlarmState.ACKED
    assert not any(TAG in tags for tags in again.heard)
    assert not any(
        isinstance(step.body, AlarmsMoved) and TAG in {m.tag for m in step.body.moves} for step in again.steps
    )
    again.close()


def test_a_shelf_whose_time_is_over_ends_by_itself(qtbot, place: Place) -> None:
    place.reads(4820)
    qtbot.waitUntil(lambda: place.state() is AlarmState.UNACKED)
    place.room.do(AlarmsShelved((TAG,), place.room.situation.at + timedelta(hours=1), "会商中"), "U3")
    qtbot.waitUntil(lambda: TAG in place.room.situation.shelves)
    place.clock.set_time(NOON + timedelta(hours=2))
    qtbot.waitUntil(lambda: TAG not in place.room.situation.shelves)
    assert any(isinstance(step.body, AlarmsUnshelved) and step.actor == SYSTEM for step in place.steps)


def test_a_feed_that_fails_is_a_diagnostic_of_its_own(qtbot, place: Place) -> None:
    down = FeedHealth(Source(SourceKind.SL323, "省防办"), NOON, ok=False, trouble="unreachable")
    for minutes in (0, 10, 20):
        place.clock.set_time(NOON + timedelta(minutes=minutes))
        place.desk.show_board(with_feed(Board(), down))
        qtbot.waitUntil(lambda: not place.desk.busy)
    qtbot.waitUntil(lambda: "feed.down/sl323:省防办" in place.room.situation.alarms)
    assert place.views[-1].listed.diagnostics
