"""Read a series of stage and flow (long or wide, CSV or workbook) into readings per station, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from data.feeds.cells import as_text, is_blank
from data.feeds.gauge_checks import QUALITIES, Sample, Settled, settle
from data.feeds.gauge_layout import Layout, Source, find_layout, series_keys
from data.feeds.report import FeedRefused, ImportReport, Note, NoteCode, Reason, Refusal, shown
from data.feeds.stations import GaugeLimits, KnownStation, StationNames
from data.feeds.tables import LIMITS, Cell, Limits, RawTable, read_table
from data.feeds.times import has_clock, read_time
from data.model.river import Reading

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

DAILY_HOUR: Final = 8
"""Hour of the daily bulletin, Beijing time: a date without a clock is the reading of this hour, and a note says so."""


@dataclass(frozen=True, slots=True, eq=False)
class StationSeries:
    """What was kept of one station, oldest first; `quality` indexes QUALITIES, NaN is no value."""

    station: KnownStation
    at_s: npt.NDArray[np.int64]
    flow_m3s: npt.NDArray[np.float64]
    stage_m: npt.NDArray[np.float64]
    quality: npt.NDArray[np.uint8]
    row: npt.NDArray[np.int64]
    datums: tuple[str, ...]

    def __len__(self) -> int:
        """Count the readings kept."""
        return len(self.datums)

    def readings(self, source: str) -> Iterator[Reading]:
        """Yield the readings as values of the model."""
        at_s: list[int] = self.at_s.tolist()
        flows: list[float] = self.flow_m3s.tolist()
        stages: list[float] = self.stage_m.tolist()
        codes: list[int] = self.quality.tolist()
        for at, flow, stage, code, datum in zip(at_s, flows, stages, codes, self.datums, strict=True):
            yield Reading(
                self.station.id,
                datetime.fromtimestamp(at, UTC),
                flow if flow == flow else None,  # noqa: PLR0124 - NaN differs from itself
                stage if stage == stage else None,  # noqa: PLR0124
                datum,
                source,
                QUALITIES[code],
            )


@dataclass(frozen=True, slots=True, eq=False)
class GaugeSeries:
    """A series read whole.

    A place is one row of the file at one station. Every place is counted once: without any value (`empty`), taken
    (good for the rules), or refused with one refusal. Refused readings that still have a value are kept in `stations`
    under their quality so that they can be shown; the rules never see them.
    """

    source: str
    stations: Mapping[str, StationSeries]
    refusals: tuple[Refusal, ...]
    notes: tuple[Note, ...]
    considered: int
    taken: int
    empty: int

    @property
    def refused(self) -> int:
        """Number of places refused."""
        return len(self.refusals)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """All readings kept, station by station, flagged ones included."""
        return tuple(r for series in self.stations.values() for r in series.readings(self.source))

    def report(self) -> ImportReport:
        """Give the counts and remarks; they add up."""
        return ImportReport(
            "gauge", self.source, self.considered, self.taken, self.refused, self.empty, self.refusals, self.notes
        )


def read_gauge(
    path: Path,
    names: StationNames,
    checks: GaugeLimits,
    *,
    station: str | None = None,
    datum: str | None = None,
    timezone: str = "Asia/Shanghai",
    now: datetime | None = None,
    limits: Limits = LIMITS,
) -> GaugeSeries:
    """Read a series; `station` and `datum` stand in where the file names none, `now` bounds the times."""
    zone = _zone(timezone)
    only = None if station is None else names.find(station)
    if station is not None and only is None:
        raise FeedRefused(Reason.NO_STATION, station=station)
    table = read_table(path, known=series_keys(names), limits=limits)
    layout = find_layout(table, names, only)
    notes = [*table.notes]
    samples, refusals, empty = _collect(table, layout, names, only, _moments(table, layout, zone, notes))
    settled: dict[str, Settled] = {}
    for known, listed in samples.items():
        result = settle(listed, known, checks, now)
        settled[known.id] = result
        refusals += result.refusals
        notes += result.notes
    stations = {known.id: _series(known, settled[known.id], datum or "") for known in samples}
    if any(not named for series in stations.values() for named in series.datums):
        notes.append(Note(NoteCode.DATUM_UNSTATED))
    refusals += table.broken
    refusals.sort(key=lambda refusal: refusal.row)
    taken = sum(result.taken for result in settled.values())
    considered = empty + taken + len(refusals)
    return GaugeSeries(
        table.source, MappingProxyType(stations), tuple(refusals), tuple(notes), considered, taken, empty
    )


def _moments(table: RawTable, layout: Layout, zone: tzinfo, notes: list[Note]) -> list[int | None]:
    """Read the time of every row as whole seconds of UTC."""
    times: list[Cell] = [row[layout.time] if layout.time < len(row) else None for row in table.rows]
    clocks = [_at(row, layout.clock) for row in table.rows]
    counts = has_clock(times)
    moments: list[int | None] = []
    assumed = 0
    for cell, clock in zip(times, clocks, strict=True):
        found = read_time(cell, clock, zone, DAILY_HOUR, midnight_counts=counts)
        moments.append(None if found is None else int(found[0].timestamp()))
        assumed += found is not None and found[1]
    if assumed:
        notes.append(Note(NoteCode.ASSUMED_HOUR, detail=f"{DAILY_HOUR:02d}:00 × {assumed}"))
    return moments


def _collect(
    table: RawTable, layout: Layout, names: StationNames, only: KnownStation | None, moments: Sequence[int | None]
) -> tuple[dict[KnownStation, list[Sample]], list[Refusal], int]:
    """Sort the places into samples per station, refusals and empty ones."""
    samples: dict[KnownStation, list[Sample]] = {}
    refusals: list[Refusal] = []
    empty = 0
    for number, row, moment in zip(table.numbers, table.rows, moments, strict=True):
        if all(map(is_blank, row)):
            continue
        for source in layout.sources:
            flow, stage = _at(row, source.flow), _at(row, source.stage)
            if is_blank(flow) and is_blank(stage):
                empty += 1
                continue
            known, label = _whose(row, source, names, only)
            if known is None:
                refusals.append(
                    Refusal(number, label, Reason.UNKNOWN_STATION, shown(as_text(_at(row, source.station))))
                )
            elif moment is None:
                refusals.append(Refusal(number, label, Reason.BAD_TIME, shown(as_text(_at(row, layout.time)))))
            else:
                datum = as_text(_at(row, source.datum)) if source.datum is not None else ""
                samples.setdefault(known, []).append(Sample(number, moment, flow, stage, datum))
    return samples, refusals, empty


def _whose(
    row: Sequence[Cell], source: Source, names: StationNames, only: KnownStation | None
) -> tuple[KnownStation | None, str]:
    if source.known is not None or source.station is None:
        return source.known, source.label
    known = names.find(_at(row, source.station))
    if known is None and is_blank(_at(row, source.station)):
        known = only
    return known, source.label if known is None else known.name


def _series(known: KnownStation, settled: Settled, datum: str) -> StationSeries:
    import numpy as np

    kept = settled.kept
    return StationSeries(
        known,
        np.array([k.at_s for k in kept], dtype=np.int64),
        np.array([k.flow for k in kept], dtype=np.float64),
        np.array([k.stage for k in kept], dtype=np.float64),
        np.array([QUALITIES.index(k.quality) for k in kept], dtype=np.uint8),
        np.array([k.row for k in kept], dtype=np.int64),
        tuple(k.datum or datum for k in kept),
    )


def _at(row: Sequence[Cell], index: int | None) -> Cell:
    return None if index is None or index >= len(row) else row[index]


def _zone(name: str) -> tzinfo:
    """Take a zone by name, or an offset such as +08:00, UTC+8, 8."""
    plain = name.strip().upper().removeprefix("UTC").removeprefix("GMT")
    try:
        hours, _, minutes = plain.partition(":")
        if not plain:
            return UTC
        whole = int(hours)
        return timezone(timedelta(hours=whole, minutes=(-1 if whole < 0 else 1) * int(minutes or 0)))
    except ValueError:
        pass
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise FeedRefused(Reason.TIME_ZONE, name=name) from None
