"""Rows of the series become observations: sorted out, doubled keys settled, marks moved on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection

from data.feeds.sl323.block import VARIABLES, ObservationBlock, bit
from data.feeds.sl323.catalogue import RAIN, RESERVOIR, RIVER, SERIES, TableSpec
from data.feeds.sl323.connection import apart
from data.feeds.sl323.fetching import Fetched, Portion, fetch
from data.feeds.sl323.findings import Finding, FindingCode, Findings
from data.feeds.sl323.layout import Layout
from data.feeds.sl323.seen import unseen
from data.feeds.sl323.times import NO_TIME, moment
from data.feeds.sl323.values import Codes, spans
from data.feeds.sl323.watermark import Raw, TableMark, Watermark
from data.model.telemetry import Doubt, Source, Variable

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

DAY_S: Final = 86_400
UNITS: Final = tuple(
    next((m.unit for held in SERIES.values() for m in held if m.variable is variable), "") for variable in VARIABLES
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What to read: since a time on the first read, since a mark later; times are seconds since 1970."""

    now: datetime
    mark: Watermark
    since_s: int | None = None
    overlap_s: int = 6 * 3600
    ahead_s: int = 600
    """How far a row may be ahead of the clock before it is from the future."""
    most: int = 4_000_000
    tables: tuple[str, ...] = tuple(spec.name for spec in SERIES)


@dataclass(frozen=True, slots=True)
class Observed:
    """What a read gave. Hand `mark` to the next one; `more` says that it is worth asking again at once."""

    block: ObservationBlock
    mark: Watermark
    findings: tuple[Finding, ...] = ()
    more: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """Values of one column of one table; `station` indexes names."""

    table: TableSpec
    variable: Variable
    station: npt.NDArray[np.int32]
    at_s: npt.NDArray[np.int64]
    value: npt.NDArray[np.float64]
    span_s: npt.NDArray[np.float64] | None = None


class Names:
    """One index a station name, our own name where one is given for the base's."""

    def __init__(self, codes: Codes, aliases: Mapping[str, str]) -> None:
        self.names: list[str] = []
        at: dict[str, int] = {}
        self.of_code: list[int] = []
        for plain in codes.names:
            name = aliases.get(plain, plain)
            if name and name not in at:
                at[name] = len(self.names)
                self.names.append(name)
            self.of_code.append(at[name] if name else -1)


def read_observations(
    connection: Connection, layout: Layout, wish: Wish, source: Source, aliases: Mapping[str, str]
) -> tuple[Observed, tuple[str, ...]]:
    """Read what is new in all series; the datums are still blank, and the plain codes of the stations come beside."""
    findings, codes = Findings(), Codes()
    fetched: dict[TableSpec, Fetched] = {}
    said: list[Finding] = []
    for spec in SERIES:
        found = layout.tables.get(spec.name)
        if spec.name not in wish.tables:
            continue
        said += layout.about(spec)
        if found is not None:
            portion = Portion(wish.since_s, wish.mark.tables.get(spec.name), wish.overlap_s, wish.most)
            with apart(connection, findings, spec.name):
                fetched[spec] = fetch(connection, found, portion, codes, findings)
    names = Names(codes, aliases)
    parts = [part for spec, rows in fetched.items() for part in _parts(spec, rows, names, findings)]
    parts = _one_table_each(parts, names, findings)
    tables = dict(wish.mark.tables)
    for spec, rows in fetched.items():
        before = tables.get(spec.name)
        if before is None and wish.since_s is not None:
            before = TableMark(wish.since_s)  # else a table that ended long ago would be read whole the next time
        mark = _moved(before, rows, codes, int(wish.now.timestamp()) + wish.ahead_s)
        if mark is not None:
            tables[spec.name] = mark
    findings.add(FindingCode.NUMERIC_CODE, "", codes.numeric)
    block = _block(parts, names, source, wish, findings)
    known = {code: aliases.get(code, code) for code in codes.names}
    fresh, seen = unseen(block, wish.mark.seen, wish.overlap_s, tables, aliases)
    mark = Watermark(MappingProxyType(tables), seen)
    more = any(rows.more for rows in fetched.values())
    plain = {ours: code for code, ours in known.items()}
    return Observed(fresh, mark, (*said, *findings.all()), more), tuple(plain[name] for name in names.names)


def _parts(spec: TableSpec, rows: Fetched, names: Names, findings: Findings) -> list[_Part]:
    """Cut a table into its columns, without rows that have no key and with one row a key."""
    import numpy as np

    if not len(rows):
        return []
    station = np.array(names.of_code, dtype=np.int32)[rows.station]
    nameless = station < 0
    findings.add(FindingCode.NO_CODE, spec.name, int(nameless.sum()))
    usable = ~nameless & (rows.at_s != NO_TIME)
    order = _order(station, rows, usable)
    times, values = rows.at_s, rows.values
    if order is not None:
        station, times = station[order], times[order]
        values = {name: column[order] for name, column in values.items()}
    parts: list[_Part] = []
    for measured in SERIES[spec]:
        column = values.get(measured.column)
        if column is None:
            continue
        span: npt.NDArray[np.float64] | None = None
        if spec is RAIN:
            column, span = _rain(column, values, findings)
        there = np.isfinite(column)
        if not measured.signed:
            below = column < 0
            findings.add(FindingCode.NEGATIVE, spec.name, int(below.sum()), column=measured.column)
            there &= ~below
        where, at_s, value = station[there], times[there], column[there]
        span = None if span is None else span[there]
        last = _last_of_each(where, at_s, value, spec, names, findings)
        if last is not None:
            where, at_s, value, span = where[last], at_s[last], value[last], None if span is None else span[last]
        parts.append(_Part(spec, measured.variable, where, at_s, value, span))
    return parts


def _order(
    station: npt.NDArray[np.int32], rows: Fetched, usable: npt.NDArray[np.bool_]
) -> npt.NDArray[np.int64] | None:
    """Return the usable rows by station and time, later changes last; None when they stand so already."""
    import numpy as np

    if usable.all():
        same = station[1:] == station[:-1]
        if bool(np.all(np.where(same, rows.at_s[1:] > rows.at_s[:-1], station[1:] > station[:-1]))):
            return None
    keys = (rows.at_s, station) if rows.modified_s is None else (rows.modified_s, rows.at_s, station)
    order = np.lexsort(keys)
    return order[usable[order]]


def _rain(
    fallen: npt.NDArray[np.float64], values: Mapping[str, npt.NDArray[np.float64]], findings: Findings
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return rain and the time it fell in; where only the sum of the day is given, that."""
    import numpy as np

    hours, days = values.get("INTV"), values.get("DYP")
    span = np.full(len(fallen), np.nan) if hours is None else spans(hours, RAIN.name, findings)
    if days is None:
        return fallen, span
    daily = ~np.isfinite(fallen) & np.isfinite(days)
    return np.where(daily, days, fallen), np.where(daily, DAY_S, span)


def _last_of_each(
    station: npt.NDArray[np.int32],
    at_s: npt.NDArray[np.int64],
    value: npt.NDArray[np.float64],
    spec: TableSpec,
    names: Names,
    findings: Findings,
) -> npt.NDArray[np.bool_] | None:
    """Tell the last row of each key in rows that are in order; None when no key is doubled."""
    import numpy as np

    doubled = (station[1:] == station[:-1]) & (at_s[1:] == at_s[:-1])
    if not doubled.any():
        return None
    differs = doubled & (value[1:] != value[:-1])
    findings.add(FindingCode.DUPLICATE, spec.name, int((doubled & ~differs).sum()))
    if differs.any():
        first = int(np.argmax(differs))
        params = {"station": names.names[int(station[first])], "at": moment(int(at_s[first])).isoformat()}
        findings.add(FindingCode.CONFLICT, spec.name, int(differs.sum()), **params)
    return np.append(~doubled, True)


def _one_table_each(parts: Sequence[_Part], names: Names, findings: Findings) -> list[_Part]:
    """Keep the reservoir's value where rivers and reservoirs both give one for the same key."""
    import numpy as np

    of_reservoir = {part.variable: part for part in parts if part.table is RESERVOIR and len(part.at_s)}
    kept: list[_Part] = []
    for part in parts:
        other = of_reservoir.get(part.variable)
        if part.table is RIVER and other is not None:
            twice = np.isin(part.station, np.unique(other.station))
            if twice.any():
                both = np.isin(_keys(part), _keys(other))
                if both.any():
                    station = names.names[int(part.station[int(np.argmax(both))])]
                    findings.add(FindingCode.TWO_TABLES, RIVER.name, int(both.sum()), station=station)
                    part = _Part(RIVER, part.variable, part.station[~both], part.at_s[~both], part.value[~both])  # noqa: PLW2901
        kept.append(part)
    return kept


def _keys(part: _Part) -> npt.NDArray[np.int64]:
    return part.station.astype("int64") << 36 | part.at_s + (1 << 35)


def _moved(before: TableMark | None, rows: Fetched, codes: Codes, latest_s: int) -> TableMark | None:
    """Move a mark on; times ahead of the clock, which would hide all that is still to come, do not."""
    import numpy as np

    sound = (rows.at_s != NO_TIME) & (rows.at_s <= latest_s)
    stations: dict[Raw, int] = {} if before is None else dict(before.stations)
    newest = np.full(len(codes.raw), NO_TIME, dtype=np.int64)
    np.maximum.at(newest, rows.station[sound], rows.at_s[sound])
    for raw, at_s in zip(codes.raw, newest.tolist(), strict=True):
        if at_s != NO_TIME and isinstance(raw, str | int):
            stations[raw] = max(at_s, stations.get(raw, at_s))
    if not stations:
        return before
    modified = None if before is None else before.modified_s
    if rows.modified_s is not None:
        changed = rows.modified_s[(rows.modified_s != NO_TIME) & (rows.modified_s <= latest_s)]
        if len(changed):
            modified = max(int(changed.max()), modified or NO_TIME)
    reached = max(stations.values())
    return TableMark(reached if before is None else max(reached, before.at_s), MappingProxyType(stations), modified)


def _block(parts: Sequence[_Part], names: Names, source: Source, wish: Wish, findings: Findings) -> ObservationBlock:
    import numpy as np

    def joined(arrays: Sequence[npt.NDArray[Any]]) -> npt.NDArray[Any]:
        return np.concatenate(arrays) if arrays else np.empty(0)

    at_s = joined([part.at_s for part in parts]).astype(np.int64, copy=False)
    future = at_s > int(wish.now.timestamp()) + wish.ahead_s
    station = joined([part.station for part in parts]).astype(np.int32, copy=False)
    codes = joined([np.full(len(part.at_s), VARIABLES.index(part.variable), np.uint8) for part in parts])
    if future.any():
        first = int(np.argmax(future))
        params = {"station": names.names[int(station[first])], "at": moment(int(at_s[first])).isoformat()}
        findings.add(FindingCode.FUTURE, "", int(future.sum()), **params)
    return ObservationBlock(
        source,
        wish.now,
        tuple(names.names),
        ("",) * len(names.names),
        UNITS,
        station,
        codes.astype(np.uint8, copy=False),
        at_s,
        joined([part.value for part in parts]),
        joined([np.full(len(part.at_s), np.nan) if part.span_s is None else part.span_s for part in parts]),
        np.where(future, bit(Doubt.FUTURE), 0).astype(np.uint8),
    )
