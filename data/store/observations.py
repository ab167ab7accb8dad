"""What stations and feeds sent, beside the journal: quick to add by the thousand, read as arrays, thinned with age."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, and_, delete, func, or_, select, true

from data.model.telemetry import Doubt, Observation, Source, SourceKind, StationPicture, StationPictureKept, Variable
from data.rules.observing.checks import KEEP_OUT
from data.store.engine import Database, insert_new, upsert
from data.store.files import Files
from data.store.tables import observation, station_picture

if TYPE_CHECKING:
    from numpy import bool_, float64
    from numpy.typing import NDArray

_C = observation.c
_OUT = frozenset(doubt.value for doubt in KEEP_OUT)


@dataclass(frozen=True, eq=False)
class Observed:
    """Values of one variable at one station in time order; `at` in seconds since 1970, NaN where there was no value.

    `source` and `datum` stand beside each value: sources are never averaged, datums never joined. `doubtful` are those
    that the rules do not rest on.
    """

    station: str
    variable: Variable
    at: NDArray[float64]
    value: NDArray[float64]
    source: tuple[str, ...]
    datum: tuple[str, ...]
    doubtful: NDArray[bool_]

    def __len__(self) -> int:
        """Count the values."""
        return len(self.source)


class Telemetry:
    """The tables of observations and of stations' pictures; StoreTrouble when the disk or the database fails."""

    def __init__(self, database: Database, files: Files) -> None:
        """Use the store's database and files."""
        self._database, self._files = database, files

    # ── values ──

    def add(self, batch: Iterable[Observation]) -> None:
        """Keep observations in one transaction; what is there already under the same key is brought up to date.

        The key is station, variable, time and source, so no source touches another's value, least of all a hand's.
        A repeat that has no value does not take away the one that came before.
        """
        rows = [_row(one) for one in batch]
        if rows:
            with self._database.writing() as connection:
                upsert(connection, observation, rows, _has_more)

    def newest(self, since: datetime | None = None) -> list[Observation]:
        """Return the newest value of each source, for every station and variable, observed after `since`."""
        last = select(_C.station, _C.variable, _C.source, func.max(_C.at).label("at"))
        last = last.group_by(_C.station, _C.variable, _C.source)
        if since is not None:
            last = last.where(_C.at >= since)
        found = last.subquery()
        query = select(observation).join(
            found,
            and_(
                _C.station == found.c.station,
                _C.variable == found.c.variable,
                _C.source == found.c.source,
                _C.at == found.c.at,
            ),
        )
        with self._database.reading() as connection:
            return [observation_of(row) for row in connection.execute(query)]

    def series(
        self,
        station: str,
        variable: Variable,
        start: datetime | None = None,
        end: datetime | None = None,
        source: Source | None = None,
    ) -> Observed:
        """Return the values with start <= at < end, of one source or of all of them."""
        import numpy as np

        query = select(_C.at, _C.value, _C.source, _C.datum, _C.doubts)
        query = query.where(_C.station == station, _C.variable == variable.value).order_by(_C.at, _C.source)
        if start is not None:
            query = query.where(_C.at >= start)
        if end is not None:
            query = query.where(_C.at < end)
        if source is not None:
            query = query.where(_C.source == source.key)
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        return Observed(
            station,
            variable,
            np.array([row[0].timestamp() for row in rows], dtype=np.float64),
            np.array([row[1] for row in rows], dtype=np.float64),
            tuple([row[2] for row in rows]),
            tuple([row[3] for row in rows]),
            np.array([not _OUT.isdisjoint(row[4].split(",")) for row in rows], dtype=np.bool_),
        )

    def count(self) -> int:
        """Count the values kept."""
        with self._database.reading() as connection:
            return int(connection.execute(select(func.count()).select_from(observation)).scalar_one())

    def forget(self, before: datetime, spare: Collection[str] = ()) -> int:
        """Drop what was observed before a time and return how many; a hand's values and `spare` stations stay."""
        of_hand = _C.source.like(f"{SourceKind.HAND.value}:%")
        others = _C.station.not_in(list(spare)) if spare else true()
        with self._database.writing() as connection:
            return connection.execute(delete(observation).where(_C.at < before, ~of_hand, others)).rowcount

    # ── pictures ──

    def add_picture(self, picture: StationPicture) -> StationPictureKept:
        """Keep a picture: its bytes among the files, where it came from in the table."""
        digest = self._files.put(picture.body, "picture.jpg")
        kept = StationPictureKept(
            picture.station, picture.at, picture.received_at, picture.source, digest, len(picture.body)
        )
        row = {
            "station": kept.station, "at": kept.at, "source": kept.source.key, "received_at": kept.received_at,
            "digest": digest, "size": kept.size,
        }  # fmt: skip
        with self._database.writing() as connection:
            insert_new(connection, station_picture, [row])
        return kept

    def pictures(
        self, station: str = "", start: datetime | None = None, end: datetime | None = None, limit: int = 200
    ) -> list[StationPictureKept]:
        """Return pictures, newest first; without a station of all of them."""
        column = station_picture.c
        query = select(station_picture).order_by(column.at.desc()).limit(limit)
        if station:
            query = query.where(column.station == station)
        if start is not None:
            query = query.where(column.at >= start)
        if end is not None:
            query = query.where(column.at < end)
        with self._database.reading() as connection:
            return [picture_of(row) for row in connection.execute(query)]

    def newest_pictures(self) -> list[StationPictureKept]:
        """Return the newest picture of each station."""
        with self._database.reading() as connection:
            return _newest_pictures(connection)


def _newest_pictures(connection: Connection) -> list[StationPictureKept]:
    column = station_picture.c
    last = select(column.station, func.max(column.at).label("at")).group_by(column.station).subquery()
    query = select(station_picture).join(last, and_(column.station == last.c.station, column.at == last.c.at))
    return [picture_of(row) for row in connection.execute(query)]


def _has_more(fresh: Any) -> Any:
    return or_(fresh.value.is_not(None), _C.value.is_(None))


def _row(one: Observation) -> dict[str, Any]:
    return {
        "station": one.station,
        "variable": one.variable.value,
        "at": one.at,
        "source": one.source.key,
        "value": one.value,
        "unit": one.unit,
        "datum": one.datum,
        "received_at": one.received_at,
        "span_s": one.span_s,
        "doubts": ",".join(sorted(one.doubts)) if one.doubts else "",
        "manner": one.manner,
    }


def observation_of(row: Any) -> Observation:
    """Return the observation of a row of the table."""
    return Observation(
        row.station,
        Variable(row.variable),
        row.value,
        row.unit,
        row.at,
        row.received_at,
        Source.of(row.source),
        row.datum,
        row.span_s,
        frozenset(Doubt(word) for word in row.doubts.split(",") if word),
        row.manner,
    )


def picture_of(row: Any) -> StationPictureKept:
    """Return the picture of a row of the table."""
    return StationPictureKept(row.station, row.at, row.received_at, Source.of(row.source), row.digest, row.size)
