"""Brings the rows of one series over as columns: which rows, in which form the base hands them over quickest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import ColumnElement, Connection, Select, and_, cast, extract, or_, select
from sqlalchemy.types import DateTime, Double, Float, Numeric

from data.feeds.sl323.catalogue import MODIFIED, STATION, TIME
from data.feeds.sl323.findings import FindingCode, Findings
from data.feeds.sl323.layout import FoundTable, time_form
from data.feeds.sl323.times import BEIJING_S, NO_TIME, Kind, Moments, TimeForm
from data.feeds.sl323.values import Codes, numbers, without_sentinels
from data.feeds.sl323.watermark import TableMark

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

CHUNK: Final = 20_000
_AT_ONCE: Final = 150
"""Stations in one statement that lag behind the others."""

_CHANGE_OVERLAP_S: Final = 120


@dataclass(frozen=True, slots=True)
class Portion:
    """Which rows are wanted: all from a time on, or what is new since a mark; at most so many."""

    since_s: int | None = None
    mark: TableMark | None = None
    overlap_s: int = 0
    most: int = 4_000_000

    @property
    def from_s(self) -> int | None:
        """Time from which rows of every station are wanted."""
        return self.since_s if self.mark is None else self.mark.at_s - self.overlap_s

    @property
    def laggards(self) -> list[tuple[object, int]]:
        """Stations whose newest row is older than that, with the time from which theirs are wanted."""
        if self.mark is None or self.from_s is None:
            return []
        return [(raw, at - self.overlap_s) for raw, at in self.mark.stations.items() if at < self.from_s]


@dataclass(frozen=True, slots=True, eq=False)
class Fetched:
    """Rows of one table: `station` indexes Codes, NO_TIME where a time cannot be read."""

    station: npt.NDArray[np.int32]
    at_s: npt.NDArray[np.int64]
    values: dict[str, npt.NDArray[np.float64]]
    modified_s: npt.NDArray[np.int64] | None
    more: bool

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.at_s)


def fetch(connection: Connection, found: FoundTable, wanted: Portion, codes: Codes, findings: Findings) -> Fetched:
    """Read the rows wanted. When there are more than `most`, the oldest come first and `more` says so."""
    form = found.form or TimeForm(Kind.EMPTY)
    if form.kind is Kind.EMPTY:
        form = time_form(connection, found.clause, found.columns[TIME], found.types[TIME])
        if form.kind is Kind.EMPTY:
            return _columns(connection, [], found, list(found.columns), codes, findings, streamed=False)
    names = [name for name in found.spec.columns if name in found.columns]
    query = select(*(_picked(connection, found, name) for name in names)).select_from(found.clause)
    queries = [query.where(condition) for condition in _conditions(found, wanted, form)] or [query]
    # a server makes no parallel plan for a cursor of its own, and what is new since a while is not much
    told, streamed = Findings(), wanted.mark is None
    rows = _columns(
        connection, [query.limit(wanted.most + 1) for query in queries], found, names, codes, told, streamed=streamed
    )
    if len(rows) > wanted.most:  # rare, and then read again from its oldest row: nothing may be left out
        told = Findings()
        first = queries[0].limit(wanted.most)
        if form.kind is Kind.MIXED:
            told.add(FindingCode.CUT_OFF, found.spec.name, limit=wanted.most)
            rows = _columns(connection, [first], found, names, codes, told, streamed=streamed)
        else:
            told.add(FindingCode.MORE, found.spec.name)
            first = queries[0].order_by(found.columns[TIME]).limit(wanted.most)
            rows = _columns(connection, [first, *queries[1:]], found, names, codes, told, streamed=streamed, more=True)
    findings.take(told)
    return _wanted_only(rows, wanted, codes) if form.kind is Kind.MIXED else rows


def _wanted_only(rows: Fetched, wanted: Portion, codes: Codes) -> Fetched:
    """Drop what the base could not be asked to leave out."""
    import numpy as np

    from_s = wanted.from_s
    if from_s is None or not len(rows):
        return rows
    late = dict(wanted.laggards)
    floors = np.array([late.get(raw, from_s) for raw in codes.raw], dtype=np.int64)
    keep = rows.at_s >= floors[rows.station]
    if rows.modified_s is not None and wanted.mark is not None and wanted.mark.modified_s is not None:
        keep |= rows.modified_s >= wanted.mark.modified_s - _CHANGE_OVERLAP_S
    values = {name: column[keep] for name, column in rows.values.items()}
    modified = None if rows.modified_s is None else rows.modified_s[keep]
    return Fetched(rows.station[keep], rows.at_s[keep], values, modified, rows.more)


def _columns(
    connection: Connection,
    queries: Sequence[Select[Any]],
    found: FoundTable,
    names: Sequence[str],
    codes: Codes,
    findings: Findings,
    *,
    streamed: bool,
    more: bool = False,
) -> Fetched:
    import numpy as np

    table, moments, changes = found.spec.name, Moments(), Moments()
    held: dict[str, list[npt.NDArray[Any]]] = {name: [] for name in names}
    for rows in _chunks(connection, queries, streamed=streamed):
        for name, cells in zip(names, zip(*rows, strict=True), strict=True):
            match name:
                case "STCD":
                    held[name].append(np.fromiter(map(codes.__getitem__, cells), np.int32, len(cells)))
                case "TM":
                    held[name].append(_times(cells, moments, found, name, connection))
                case "MODITIME":
                    held[name].append(_times(cells, changes, found, name, connection))
                case _:
                    held[name].append(numbers(cells, name, table, findings))
    joined = {name: np.concatenate(parts) if parts else np.empty(0) for name, parts in held.items()}
    findings.add(FindingCode.ASSUMED_HOUR, table, moments.assumed, hour="08:00")
    at_s = joined.pop(TIME).astype(np.int64, copy=False)
    findings.add(FindingCode.BAD_TIME, table, int((at_s == NO_TIME).sum()), example=moments.bad)
    modified = joined.pop(MODIFIED, None)
    return Fetched(
        joined.pop(STATION).astype(np.int32, copy=False),
        at_s,
        {name: without_sentinels(values, name, table, findings) for name, values in joined.items()},
        None if modified is None else modified.astype(np.int64, copy=False),
        more,
    )


def _chunks(connection: Connection, queries: Sequence[Select[Any]], *, streamed: bool) -> Iterator[Sequence[Any]]:
    """Yield the rows as the driver gives them: half the time of a first read would go into rows of SQLAlchemy's own."""
    for query in queries:
        result = connection.execute(query, execution_options={"stream_results": streamed})
        rows: Sequence[Any] = result.fetchmany(1)  # the one that may have been buffered to know the columns
        while rows:
            yield rows
            rows = result.cursor.fetchmany(CHUNK) if result.cursor is not None else ()
        result.close()


def _times(
    cells: Sequence[Any], moments: Moments, found: FoundTable, name: str, connection: Connection
) -> npt.NDArray[np.int64]:
    import numpy as np

    if not _as_epoch(connection, found, name):
        return np.fromiter(map(moments.__getitem__, cells), np.int64, len(cells))
    seconds = np.array(cells, dtype=np.float64)
    usable = np.abs(seconds) < 1e11
    if not usable.all():
        moments.bad = moments.bad or str(cells[int(np.argmin(usable))])
    shift = 0 if getattr(found.types[name], "timezone", False) else BEIJING_S
    return np.where(usable, np.where(usable, seconds, 0.0).astype(np.int64) - shift, NO_TIME)


def _as_epoch(connection: Connection, found: FoundTable, name: str) -> bool:
    """PostgreSQL hands a number over several times quicker than a time, and an infinite time not at all."""
    return connection.dialect.name == "postgresql" and isinstance(found.types[name], DateTime)


def _picked(connection: Connection, found: FoundTable, name: str) -> ColumnElement[Any]:
    plain = found.columns[name]
    if connection.dialect.name != "postgresql" or name == STATION:
        return plain
    kind = found.types[name]
    if _as_epoch(connection, found, name):
        return cast(extract("epoch", plain), Double())
    return cast(plain, Double()) if isinstance(kind, Numeric) and not isinstance(kind, Float) else plain


def _conditions(found: FoundTable, wanted: Portion, form: TimeForm) -> list[ColumnElement[bool]]:
    """Say which rows as SQL, one condition a statement; none where the base cannot compare the times."""
    from_s = wanted.from_s
    bound = None if from_s is None else form.bound(from_s)
    if bound is None:
        return []
    at, station = found.columns[TIME], found.columns[STATION]
    fresh: ColumnElement[bool] = at >= bound
    changed = found.columns.get(MODIFIED)
    if changed is not None and wanted.mark is not None and wanted.mark.modified_s is not None:
        kind = found.types[MODIFIED]
        if isinstance(kind, DateTime) and form.kind in {Kind.MOMENT, Kind.ZONED}:
            changes = TimeForm(Kind.ZONED if getattr(kind, "timezone", False) else Kind.MOMENT)
        else:
            changes = form  # text beside text
        fresh = or_(fresh, changed >= changes.bound(wanted.mark.modified_s - _CHANGE_OVERLAP_S))
    late = [and_(station == raw, at >= form.bound(since)) for raw, since in wanted.laggards]
    parts = [and_(at < bound, or_(*late[n : n + _AT_ONCE])) for n in range(0, len(late), _AT_ONCE)]
    return [fresh, *parts]
