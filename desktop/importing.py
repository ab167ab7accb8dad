"""Importing: a file becomes a step and a report; the same for the screen and the command line. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import resources
from data.feeds.coordinates import Frame
from data.feeds.gauge import GaugeSeries, read_gauge
from data.feeds.registers import KINDS, import_register
from data.feeds.report import ImportReport
from data.feeds.stations import read_gauge_limits, read_station_names
from data.model.river import Reading
from data.model.steps import RegisterReplaced
from data.store.rows import make_register

GAUGE = "gauge"
RECENT = 3
"""Newest usable readings a station that an imported series hands to the rules, besides going into the series store."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import gives: a step to take (None when nothing may be), readings for the series, and the report."""

    report: ImportReport
    body: RegisterReplaced | None = None
    readings: tuple[Reading, ...] = ()


def kinds() -> tuple[str, ...]:
    """Return every kind that can be imported."""
    return (*KINDS, GAUGE)


def read_kind(kind: str, path: Path, *, strict: bool = False, frame: Frame = Frame.WGS84) -> Imported:
    """Read a register: all good rows, or with `strict` nothing unless every row is good. FeedRefused for a bad file."""
    parsed = import_register(KINDS[kind], path, frame)
    report = parsed.report()
    if not parsed.rows or (strict and report.refused):
        return Imported(report)
    register = make_register(kind, parsed.rows)
    return Imported(report, RegisterReplaced(register, path.name, report.refused))


def read_series(
    path: Path, *, station: str | None = None, datum: str | None = None, timezone: str = "Asia/Shanghai",
    now: datetime | None = None,
) -> Imported:  # fmt: skip
    """Read a gauge series; flagged readings are kept for the series, the rules never see them."""
    names = read_station_names(resources.path("rules/station_names.csv"))
    limits = read_gauge_limits(resources.path("rules/gauge_limits.csv"))
    series: GaugeSeries = read_gauge(path, names, limits, station=station, datum=datum, timezone=timezone, now=now)
    return Imported(series.report(), None, series.readings)
