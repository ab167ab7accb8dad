"""The river's side of the desk: what another office forecasts and warns by is taken when it is newer."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from data.feeds.sl323.registers import FloodIndices
from data.model.river import HUAYUANKOU, Forecast
from data.model.steps import ForecastEntered
from data.model.telemetry import Source, SourceKind
from data.rules.alarms.extra import StageMark
from data.store.store import Store
from desktop.background import Background
from desktop.clock import DeskClock
from desktop.feed_sources import OfficeWord
from desktop.keeping import Keeping
from desktop.river_desk import RiverDesk
from desktop.room import Room
from desktop.settings import Settings
from tests import township

NOON = township.NOON
OFFICE = Source(SourceKind.SL323, "省防办")


def expected(flow: float, hours: float, issued: float, station: str = HUAYUANKOU) -> Forecast:
    return Forecast(station, flow, NOON + timedelta(hours=hours), NOON + timedelta(hours=issued), "水文局")


def test_an_offices_newest_peak_stands_as_the_official_forecast_until_a_person_types_a_newer_one(
    qtbot, home: Path
) -> None:
    background = Background()
    keeping = Keeping(Store.open(home / "live.db"), background)
    clock = DeskClock(NOON, 0)
    room = Room(township.situation(), keeping.keep, clock.now)
    desk = RiverDesk(room, keeping, background, clock, home=home, settings=Settings)
    ahead = (
        expected(5200, 24, -1), expected(6100, 36, -1), expected(9000, 30, -9), expected(7000, 24, -1, "elsewhere"),
        expected(9900, -0.5, -1),
    )  # fmt: skip
    desk._on_office(OfficeWord(OFFICE, (FloodIndices(HUAYUANKOU, "大沽", warning_stage_m=93.85),), ahead))
    qtbot.waitUntil(lambda: HUAYUANKOU in room.situation.forecasts)
    held = room.situation.forecasts[HUAYUANKOU]
    assert (held.flow_m3s, held.source) == (6100, "省防办 水文局")
    assert desk.alarms.marks == {HUAYUANKOU: StageMark(93.85, None, "大沽")}
    room.do(ForecastEntered(expected(5800, 40, -0.5)), "U1")
    seq = room.situation.seq
    desk._take_office(OfficeWord(OFFICE, (), ahead))
    assert (room.situation.forecasts[HUAYUANKOU].flow_m3s, room.situation.seq) == (5800, seq)
    desk.close()
    clock.stop()
    background.close()
    keeping.close()
