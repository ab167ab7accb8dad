"""Many observations as columns: a first read is millions of values, and most are never looked at one by one."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from data.model.telemetry import Doubt, Observation, Source, Variable

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

VARIABLES: Final = tuple(Variable)
"""Order of the codes in `ObservationBlock.variable`."""

DOUBTS: Final = tuple(Doubt)
"""Order of the bits in `ObservationBlock.doubts`."""


def bit(doubt: Doubt) -> int:
    """Return the bit of a doubt."""
    return 1 << DOUBTS.index(doubt)


@dataclass(frozen=True, slots=True, eq=False)
class ObservationBlock:
    """Observations of one source, all received at one time, table by table and column by column.

    `station` indexes `stations` and `datums` (one a station), `variable` indexes VARIABLES and `units`; `span_s` is
    NaN where there is none; bits of `doubts` are those of DOUBTS.
    """

    source: Source
    received_at: datetime
    stations: tuple[str, ...]
    datums: tuple[str, ...]
    units: tuple[str, ...]
    station: npt.NDArray[np.int32]
    variable: npt.NDArray[np.uint8]
    at_s: npt.NDArray[np.int64]
    value: npt.NDArray[np.float64]
    span_s: npt.NDArray[np.float64]
    doubts: npt.NDArray[np.uint8]

    def __len__(self) -> int:
        """Count the observations."""
        return len(self.at_s)

    def __iter__(self) -> Iterator[Observation]:
        """Yield the observations as values of the model."""
        return self.observations()

    def observations(self, start: int = 0, stop: int | None = None) -> Iterator[Observation]:
        """Yield a portion of the observations as values of the model."""
        part = slice(start, stop)
        stations: list[int] = self.station[part].tolist()
        variables: list[int] = self.variable[part].tolist()
        times: list[int] = self.at_s[part].tolist()
        values: list[float] = self.value[part].tolist()
        spans: list[float] = self.span_s[part].tolist()
        marks: list[int] = self.doubts[part].tolist()
        doubts = {mark: _doubts(mark) for mark in set(marks)}
        stage = VARIABLES.index(Variable.STAGE)
        for n, at_s in enumerate(times):
            station, variable, span = stations[n], variables[n], spans[n]
            yield Observation(
                self.stations[station],
                VARIABLES[variable],
                values[n],
                self.units[variable],
                datetime.fromtimestamp(at_s, UTC),
                self.received_at,
                self.source,
                self.datums[station] if variable == stage else "",
                None if math.isnan(span) else span,
                doubts[marks[n]],
            )

    def where(self, rows: npt.NDArray[np.bool_] | npt.NDArray[np.int64]) -> ObservationBlock:
        """Return the block with these rows only, by mask or by index."""
        return replace(
            self,
            station=self.station[rows],
            variable=self.variable[rows],
            at_s=self.at_s[rows],
            value=self.value[rows],
            span_s=self.span_s[rows],
            doubts=self.doubts[rows],
        )


def _doubts(code: int) -> frozenset[Doubt]:
    return frozenset(doubt for at, doubt in enumerate(DOUBTS) if code >> at & 1)
