"""A board beside the flood of river_sample: two sources that differ, a doubtful value, lines that do well and ill."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from immutables import Map

from data.feeds.observing import read_observing
from data.model.observing_tables import ObservingTables
from data.model.river import HUAYUANKOU, Driver, Forecast, Outlook, OutlookPoint
from data.model.situation import Situation
from data.model.telemetry import (
    Board,
    Doubt,
    FeedHealth,
    LinkHealth,
    Observation,
    Source,
    SourceKind,
    StationPictureKept,
    Variable,
)
from tests.views.river_sample import EIGHT, ROOT, flood

TELEMETRY = Source(SourceKind.SL651, "0011223344")
BASE = Source(SourceKind.SL323, "省防办")


def tables() -> ObservingTables:
    return read_observing(Path(ROOT) / "rules")


def seen(
    station: str, value: float, source: Source = TELEMETRY, *, doubts: tuple[Doubt, ...] = (), minutes: float = 0,
    variable: Variable = Variable.FLOW,
) -> Observation:  # fmt: skip
    at = EIGHT - timedelta(minutes=minutes)
    return Observation(station, variable, value, "m³/s", at, EIGHT, source, doubts=frozenset(doubts))


def board() -> Board:
    newest = {
        ("HYK-XLD", Variable.FLOW): (seen("HYK-XLD", 4480.0), seen("HYK-XLD", 5400.0, BASE)),
        ("40104950", Variable.FLOW): (seen("40104950", 9000.0, doubts=(Doubt.RATE,)),),
    }
    links = {
        code: LinkHealth(
            code, TELEMETRY, EIGHT - timedelta(days=2), EIGHT - timedelta(minutes=ago), 500, bad, 0, 3, 0, late, late,
            "10.0.0.5:6001", 300.0,
        )
        for code, ago, bad, late in (
            (HUAYUANKOU, 2, 0, 3.0), ("HYK-XLD", 3, 60, 3.0), ("40104950", 200, 0, 3.0), ("HYK-WZ", 4, 0, 1900.0),
        )
    }  # fmt: skip
    feeds = {
        BASE.key: FeedHealth(BASE, EIGHT, ok=False, trouble="timeout", params=(("detail", "10.1.1.5"),)),
        "file:日报": FeedHealth(Source(SourceKind.FILE, "日报"), EIGHT, ok=True, rows=12),
    }
    picture = StationPictureKept("HYK-XLD", EIGHT, EIGHT, TELEMETRY, "abc", 41_200)
    return Board(EIGHT, Map(newest), Map(links), Map(feeds), Map({"HYK-XLD": picture}))


def outlook(*flows: float) -> Outlook:
    """One point every six hours, ± 10 %."""
    points = tuple(
        OutlookPoint(EIGHT + timedelta(hours=6 * (n + 1)), flow, flow * 0.9, flow * 1.1, 0.3 - 0.05 * n)
        for n, flow in enumerate(flows)
    )
    return Outlook(HUAYUANKOU, EIGHT, points, "combined", (Driver("HYK-XLD", 24.0, 4480.0),), missing=("HYK-WZ",))


def foreseen(*flows: float, official: float | None = None) -> Situation:
    now = replace(flood(), outlooks=Map({HUAYUANKOU: outlook(*flows)}))
    if official is None:
        return now
    at = EIGHT + timedelta(hours=12)
    return replace(now, forecasts=Map({HUAYUANKOU: Forecast(HUAYUANKOU, official, at, EIGHT, "黄委 第 12 期")}))
