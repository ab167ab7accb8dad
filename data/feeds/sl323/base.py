"""One foreign SL 323 base: opened by its address, read as often as wanted, never written to.

All calls block and belong on a worker thread; one base is used by one thread at a time.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from data.feeds.sl323 import registers
from data.feeds.sl323.block import VARIABLES, bit
from data.feeds.sl323.catalogue import SERIES, STATIONS
from data.feeds.sl323.connection import BaseTrouble, Bounds, apart, connected, open_engine
from data.feeds.sl323.findings import Answer, Finding, FindingCode, Findings
from data.feeds.sl323.layout import Layout, find_layout
from data.feeds.sl323.registers import Course, FloodIndices, TravelTime
from data.feeds.sl323.series import Observed, Wish, read_observations
from data.feeds.sl323.times import Kind
from data.feeds.sl323.watermark import Watermark
from data.model.river import Station
from data.model.telemetry import Doubt, Source, SourceKind, Variable
from data.rules.rating import Rating

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

SERIES_TABLES = tuple(spec.name for spec in SERIES)
NO_MARK = Watermark()


class Base:
    """Reads one base. The layout is looked up once, and again after something went wrong."""

    def __init__(
        self,
        address: str,
        name: str,
        *,
        schema: str = "",
        aliases: Mapping[str, str] = MappingProxyType({}),
        bounds: Bounds = Bounds(),  # noqa: B008 - frozen
    ) -> None:
        """Take the address and our name for the office; `aliases` gives our station ids for the base's codes.

        BaseTrouble when the address is none or its driver is missing; nothing is spoken yet.
        """
        self._engine = open_engine(address, bounds)
        self._source = Source(SourceKind.SL323, name)
        self._schema = schema
        self._aliases = {code.strip().upper(): ours for code, ours in aliases.items()}
        self._layout: Layout | None = None
        self._datums: Mapping[str, str] = {}
        self._asked: frozenset[str] = frozenset()

    def __enter__(self) -> Self:
        """Use as a context."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()

    @property
    def source(self) -> Source:
        """The source that all its observations carry."""
        return self._source

    def close(self) -> None:
        """Let go of everything."""
        self._engine.dispose()

    def layout(self) -> Layout:
        """Return which tables there are and what is missing."""
        with self._open() as (_, layout):
            return layout

    def stations(self) -> Answer[Station]:
        """Read the stations; their datums are those of all stages read from now on."""
        with self._open() as (connection, layout):
            answer = registers.read_stations(connection, layout, self._source.name)
        self._datums = {station.id: station.datum for station in answer.rows}
        return replace(answer, rows=tuple(replace(row, id=self._ours(row.id)) for row in answer.rows))

    def kinds(self) -> dict[str, str]:
        """Return by station what it is (ZQ, RR, PP …)."""
        with self._open() as (connection, layout):
            return {self._ours(code): kind for code, kind in registers.read_kinds(connection, layout).items()}

    def flood_indices(self) -> Answer[FloodIndices]:
        """Read what the stations warn by."""
        with self._open() as (connection, layout):
            answer = registers.read_indices(connection, layout, self._station_datums(connection, layout))
        return replace(answer, rows=self._named(answer.rows))

    def ratings(self) -> Answer[Rating]:
        """Read the ratings."""
        with self._open() as (connection, layout):
            datums = self._station_datums(connection, layout)
            answer = registers.read_ratings(connection, layout, datums, self._source.name)
        return replace(answer, rows=self._named(answer.rows))

    def forecasts(self, issued_since: datetime | None = None) -> Answer[Course]:
        """Read the official forecasts issued since a time, the latest first."""
        with self._open() as (connection, layout):
            datums = self._station_datums(connection, layout)
            answer = registers.read_forecasts(connection, layout, datums, issued_since)
        return replace(answer, rows=self._named(answer.rows))

    def travel_times(self) -> Answer[TravelTime]:
        """Read the travel times between stations."""
        with self._open() as (connection, layout):
            answer = registers.read_travel(connection, layout)
        rows = (replace(r, upstream=self._ours(r.upstream), downstream=self._ours(r.downstream)) for r in answer.rows)
        return replace(answer, rows=tuple(rows))

    def observations(
        self,
        mark: Watermark = NO_MARK,
        *,
        since: datetime | None = None,
        now: datetime | None = None,
        overlap: timedelta = timedelta(hours=6),
        most: int = 4_000_000,
        tables: tuple[str, ...] = SERIES_TABLES,
    ) -> Observed:
        """Read what is new since a mark, or all since a time.

        The last `overlap` before the mark is read again, for rows come late; what was given out before vanishes.
        A station that stood still while others went on is read on from its own newest row.
        """
        wish = Wish(
            now or datetime.now(UTC),
            mark,
            None if since is None else int(since.timestamp()),
            int(overlap.total_seconds()),
            most=most,
            tables=tables,
        )
        with self._open() as (connection, layout):
            observed, codes = read_observations(connection, layout, wish, self._source, self._aliases)
            if not self._asked.issuperset(codes):  # a station not met before: the register may have it by now
                self._datums = self._fresh(connection, layout)
                self._asked = self._asked.union(codes)
            if _has_filled(layout, observed.mark):
                self._layout = None
        return self._on_datums(observed, codes)

    def _on_datums(self, observed: Observed, codes: tuple[str, ...]) -> Observed:
        import numpy as np

        block = observed.block
        datums = tuple(self._datums.get(code, "") for code in codes)
        stages = block.variable == VARIABLES.index(Variable.STAGE)
        without_datum = np.array([not datum for datum in datums], dtype=np.bool_)
        bare = stages & without_datum[block.station] if len(block) else stages
        findings = observed.findings
        if bare.any():
            without: list[int] = np.unique(block.station[bare]).tolist()
            params = (("station", block.stations[without[0]]),)
            findings = (*findings, Finding(FindingCode.NO_DATUM, "ST_STBPRP_B", len(without), params))
        doubts = np.where(bare, block.doubts | bit(Doubt.DATUM), block.doubts).astype(np.uint8)
        return replace(observed, block=replace(block, datums=datums, doubts=doubts), findings=findings)

    @contextmanager
    def _open(self) -> Generator[tuple[Connection, Layout]]:
        """Give a connection and the layout."""
        try:
            with connected(self._engine) as connection:
                if self._layout is None:
                    self._layout = find_layout(connection, self._schema)
                yield connection, self._layout
        except BaseTrouble:
            self._layout = None  # somebody may have rebuilt the base
            raise

    def _station_datums(self, connection: Connection, layout: Layout) -> Mapping[str, str]:
        if not self._datums:
            self._datums = self._fresh(connection, layout)
        return self._datums

    def _fresh(self, connection: Connection, layout: Layout) -> Mapping[str, str]:
        with apart(connection, Findings(), STATIONS.name):  # `stations` tells what is wrong with it
            return {row.id: row.datum for row in registers.read_stations(connection, layout, "").rows}
        return {}

    def _ours(self, code: str) -> str:
        return self._aliases.get(code, code)

    def _named(self, rows: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(replace(row, station=self._ours(row.station)) for row in rows)


def _has_filled(layout: Layout, mark: Watermark) -> bool:
    """Whether a table that was empty is so no longer: the form of its times can be told now."""
    empty = (name for name, found in layout.tables.items() if found.form is not None and found.form.kind is Kind.EMPTY)
    return any(name in mark.tables and mark.tables[name].stations for name in empty)
