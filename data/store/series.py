"""Series of readings beside the journal: quick to add in bulk, read as arrays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, or_, select

from data.model.river import RELIABLE, Quality, Reading
from data.store.engine import upsert
from data.store.fields import values
from data.store.tables import reading

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Series:
    """Readings of one station in time order; `at` in seconds since 1970, NaN where a value is missing.

    `datum` and `quality` stand beside each value: stages of two datums are never joined (design.md §4, law 10).
    """

    station: str
    at: NDArray[float64]
    flow_m3s: NDArray[float64]
    stage_m: NDArray[float64]
    datum: tuple[str, ...]
    quality: tuple[Quality, ...]

    def __len__(self) -> int:
        """Count the readings."""
        return len(self.datum)

    def until(self, moment: datetime | None) -> Series:
        """Return the part up to a moment and of it; all of it for None."""
        import numpy as np

        if moment is None:
            return self
        end = int(np.searchsorted(self.at, moment.timestamp(), side="right"))
        return Series(
            self.station, self.at[:end], self.flow_m3s[:end], self.stage_m[:end], self.datum[:end], self.quality[:end]
        )


def add(connection: Connection, readings: Iterable[Reading]) -> None:
    """Keep readings; a later value for the same station and time takes the place of the earlier one.

    Only a person's own word takes the place of a value that a person vouches for.
    """
    upsert(connection, reading, (values(value) for value in readings), _not_over_confirmed)


def _not_over_confirmed(fresh: Any) -> Any:
    held, new = reading.c.quality, fresh.quality
    return or_(held != Quality.CONFIRMED.value, new == Quality.CONFIRMED.value, new == Quality.TYPED.value)


def read(
    connection: Connection, station: str, start: datetime | None, end: datetime | None, usable_only: bool
) -> Series:
    """Return the readings of a station with start <= at < end."""
    import numpy as np

    wanted = reading.c
    query = select(wanted.at, wanted.flow_m3s, wanted.stage_m, wanted.datum, wanted.quality)
    query = query.where(wanted.station == station).order_by(wanted.at)
    if start is not None:
        query = query.where(wanted.at >= start)
    if end is not None:
        query = query.where(wanted.at < end)
    if usable_only:
        query = query.where(wanted.quality.in_([quality.value for quality in RELIABLE]))
    rows = connection.execute(query).all()
    return Series(
        station,
        np.array([row[0].timestamp() for row in rows], dtype=np.float64),
        np.array([row[1] for row in rows], dtype=np.float64),
        np.array([row[2] for row in rows], dtype=np.float64),
        tuple([row[3] for row in rows]),
        tuple([Quality(row[4]) for row in rows]),
    )


def span(connection: Connection) -> dict[str, tuple[datetime, datetime, int]]:
    """Return first time, last time and number of readings of each station."""
    from sqlalchemy import func

    query = select(reading.c.station, func.min(reading.c.at), func.max(reading.c.at), func.count())
    return {row[0]: (row[1], row[2], row[3]) for row in connection.execute(query.group_by(reading.c.station))}
