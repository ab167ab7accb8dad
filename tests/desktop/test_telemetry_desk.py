"""What stations send is on disk, on the board and, when it says something new, a step: once, and with its source."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

import resources
from data.feeds.observing import read_observing
from data.feeds.sl651.rtu import RtuLine
from data.feeds.sl651.rtu_reports import Habits, Point, reports
from data.model.register import Registers
from data.model.river import HUAYUANKOU, Proposal, Quality, Reading, Station
from data.model.river_steps import ProposalDecided, ReadingProposed
from data.model.steps import ReadingTaken, Realm
from data.model.telemetry import Board, Doubt, FeedHealth, Observation, Source, SourceKind, Variable
from data.rules.observing.board import chosen
from data.store.rows import make_register
from data.store.store import Store
from desktop.background import Background
from desktop.clock import DeskClock
from desktop.frame_player import FramePlayer
from desktop.keeping import Keeping
from desktop.room import Room
from desktop.settings import Settings
from desktop.station_link import StationLink
from desktop.telemetry_desk import TelemetryDesk
from tests import township

TABLES = read_observing(resources.path("rules"))
FRAME = Source(SourceKind.SL651, "0040105150")
NOON = township.NOON


def value(number: float, minute: float = 0, station: str = HUAYUANKOU) -> Observation:
    at = NOON + timedelta(minutes=minute)
    return Observation(station, Variable.FLOW, number, "m³/s", at, at, FRAME)


class Place:
    """A telemetry desk over a real store, at a standing clock."""

    def __init__(self, path: Path, realm: Realm = Realm.LIVE) -> None:
        self.background = Background()
        self.store = Store.open(path / "live.db", realm=realm)
        self.keeping = Keeping(self.store, self.background)
        self.clock = DeskClock(NOON + timedelta(minutes=30), 0)
        now = township.situation()
        stations = make_register("stations", (Station(HUAYUANKOU, "花园口"),), demo=True)
        now = replace(now, registers=now.registers.having(stations), realm=realm)
        assert isinstance(now.registers, Registers)
        self.room = Room(now, self.keeping.keep, self.clock.now)
        self.desk = TelemetryDesk(self.room, self.keeping, self.background, self.clock, TABLES)
        self.boards: list[Board] = []
        self.readings: list[Reading] = []
        self.desk.board_changed.connect(self.boards.append)
        self.room.stepped.connect(
            lambda step: self.readings.append(step.body.reading) if isinstance(step.body, ReadingTaken) else None
        )

    def flow(self) -> float | None:
        found = chosen(self.desk.board, HUAYUANKOU, Variable.FLOW, TABLES)
        return None if found is None else found.value

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


def test_a_value_is_on_disk_on_the_board_and_in_the_situation_with_its_source(qtbot, place: Place) -> None:
    place.desk.keep([value(4100.0)]).result(5)
    qtbot.waitUntil(lambda: bool(place.readings))
    assert place.readings == [Reading(HUAYUANKOU, NOON, 4100.0, None, "", FRAME.key)]
    assert place.room.situation.flow_m3s == 4100.0
    assert place.room.situation.suggestion.level.name == "IV"
    assert place.keeping.run(lambda store: store.telemetry.count()).result(5) == 1


def test_what_stations_send_in_a_drill_becomes_steps_of_the_drill(qtbot, tmp_path: Path) -> None:
    place = Place(tmp_path, Realm.DRILL)
    place.desk.keep([value(4100.0)]).result(5)
    qtbot.waitUntil(lambda: place.room.situation.flow_m3s == 4100.0)
    place.close()


def test_repeats_and_strangers_make_no_step_and_doubted_values_do_not_reach_the_rules(qtbot, place: Place) -> None:
    place.desk.keep([value(4100.0), value(77.0, 0, "stranger")]).result(5)
    place.desk.keep([value(4100.0), value(4101.0, 1)]).result(5)
    place.desk.keep([value(9e9, 5)]).result(5)
    place.desk.keep([value(4102.0, 12)]).result(5)
    qtbot.waitUntil(lambda: len(place.readings) == 3)
    said = [(one.flow_m3s, one.quality) for one in place.readings]
    assert said == [(4100.0, Quality.GOOD), (9e9, Quality.IMPOSSIBLE), (4102.0, Quality.GOOD)]
    assert [one.flow_m3s for one in place.room.situation.readings[HUAYUANKOU]][-2:] == [4100.0, 4102.0]
    marked = place.keeping.run(lambda store: store.telemetry.series(HUAYUANKOU, Variable.FLOW)).result(5)
    assert marked.doubtful.tolist() == [False, False, True, False]
    assert ("stranger", Variable.FLOW) in place.desk.board.newest


def test_after_a_frame_of_a_wrong_clock_the_true_values_of_its_station_still_count(qtbot, place: Place) -> None:
    place.desk.keep([replace(value(4650.0, 4 * 24 * 60), received_at=NOON)]).result(5)
    place.desk.keep([value(4100.0, 0)]).result(5)
    place.desk.keep([value(4300.0, 60)]).result(5)
    qtbot.waitUntil(lambda: place.room.situation.flow_m3s == 4300.0)
    usable = [one.flow_m3s for one in place.readings if one.usable]
    assert usable == [4100.0, 4300.0]


def test_what_a_person_confirms_stands_on_the_board_before_what_feeds_send(qtbot, place: Place) -> None:
    typed = Reading(HUAYUANKOU, NOON, 6100.0, None, "", "值班电话", Quality.TYPED)
    place.room.do(ReadingProposed(Proposal("p1", typed, ("HYK-III",), "U1", NOON)), "U1")
    place.desk.keep([value(4100.0, 5)]).result(5)
    qtbot.waitUntil(lambda: bool(place.readings))
    assert place.flow() == 4100.0
    place.room.do(ProposalDecided("p1", accepted=True), "U3")
    qtbot.waitUntil(lambda: place.flow() == 6100.0)
    kept = place.keeping.run(lambda store: store.telemetry.newest()).result(5)
    assert Source(SourceKind.HAND, "U1") in {one.source for one in kept}


def test_boards_come_at_most_four_times_a_second_and_a_feed_is_shown(qtbot, place: Place) -> None:
    def crowd() -> None:
        for n in range(40):
            place.desk.keep([value(1000.0 + n, n / 60, f"S{k}") for k in range(20)]).result(5)

    place.desk.tell_feed(FeedHealth(Source(SourceKind.FILE, "日报"), NOON, ok=False, trouble="gone"))
    sender = threading.Thread(target=crowd)
    sender.start()
    qtbot.waitUntil(lambda: bool(place.boards) and len(place.boards[-1].newest) == 20 and not sender.is_alive())
    qtbot.waitUntil(lambda: all(held[0].value == 1039.0 for held in place.boards[-1].newest.values()))
    assert len(place.boards) < 12
    assert place.boards[-1].feeds["file:日报"].trouble == "gone"


def test_after_a_restart_the_board_is_there_and_what_was_kept_but_not_taken_is_taken(qtbot, tmp_path: Path) -> None:
    first = Place(tmp_path)
    first.desk.keep([value(4100.0)]).result(5)
    first.close()  # killed before the reading became a step
    again = Place(tmp_path)
    again.desk.load()
    qtbot.waitUntil(lambda: again.flow() == 4100.0)
    qtbot.waitUntil(lambda: [one.flow_m3s for one in again.readings] == [4100.0])
    again.desk.load()
    again.boards.clear()
    qtbot.waitUntil(lambda: bool(again.boards))
    assert len(again.readings) == 1
    again.close()


def test_a_frame_over_tcp_becomes_a_reading_on_the_stations_datum(qtbot, place: Place, tmp_path: Path) -> None:
    link = StationLink(place.desk, place.clock, tmp_path, resources.path("rules"))
    assert link.start(Settings(), place.room.situation.registers.stations)
    line = RtuLine("127.0.0.1", link.port, "0040105150", clock=place.clock.now)
    player = FramePlayer("127.0.0.1", link.port, link.address, place.clock.now)
    try:
        for report in reports([Point(NOON, 93.21, 4820.0)], Habits()):
            assert line.post(report.groups, report.function).result(10)
        qtbot.waitUntil(lambda: bool(place.readings))
        assert place.readings == [Reading(HUAYUANKOU, NOON, 4820.0, 93.21, "大沽(待核)", FRAME.key)]
        assert player.play(Reading("HYK-XLD", NOON, 5000.0))
        assert not player.play(Reading("nowhere", NOON, 5000.0))
        qtbot.waitUntil(lambda: ("HYK-XLD", Variable.FLOW) in place.desk.board.newest)
        qtbot.waitUntil(lambda: place.desk.board.feeds["sl651:"].ok)
    finally:
        player.close()
        line.close()
        link.close()
    assert Doubt.DATUM not in place.desk.board.newest[HUAYUANKOU, Variable.STAGE][0].doubts
