"""What lies beside the journal, as of a past moment: stations' values received by then, positions, pictures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, func, select

from data.model.field import Position
from data.model.telemetry import Observation, StationPictureKept
from data.store import series
from data.store.engine import Database
from data.store.observations import observation_of, picture_of
from data.store.series import Series
from data.store.tables import observation, position, station_picture

_O, _P = observation.c, station_picture.c


@dataclass(frozen=True, slots=True)
class Heard:
    """What stations had sent by a moment: the newest value of each source, the newest picture of each station.

    How lines and feeds did then is not kept.
    """

    observations: tuple[Observation, ...] = ()
    pictures: tuple[StationPictureKept, ...] = ()


class Beside:
    """Reads series up to a moment. What was forgotten with age (telemetry, positions off duty) is not there."""

    def __init__(self, database: Database) -> None:
        """Read this database."""
        self._database = database

    def heard(self, at: datetime, back: timedelta) -> Heard:
        """Return what had been received by `at` of what was observed in the time `back` before it."""
        last = select(_O.station, _O.variable, _O.source, func.max(_O.at).label("at"))
        last = last.where(_O.at >= at - back, _O.at <= at, _O.received_at <= at)
        found = last.group_by(_O.station, _O.variable, _O.source).subquery()
        same = and_(
            _O.station == found.c.station,
            _O.variable == found.c.variable,
            _O.source == found.c.source,
            _O.at == found.c.at,
        )
        newest = select(_P.station, func.max(_P.at).label("at")).where(_P.received_at <= at)
        seen = newest.group_by(_P.station).subquery()
        taken = select(station_picture).join(seen, and_(_P.station == seen.c.station, _P.at == seen.c.at))
        with self._database.reading() as connection:
            return Heard(
                tuple(observation_of(row) for row in connection.execute(select(observation).join(found, same))),
                tuple(picture_of(row) for row in connection.execute(taken)),
            )

    def series(self, station: str, end: datetime | None = None) -> Series:
        """Return the readings of a station up to a time and of it."""
        with self._database.reading() as connection:
            until = None if end is None else end + timedelta(microseconds=1)
            return series.read(connection, station, None, until, usable_only=True)

    def positions(self, at: datetime, walks: timedelta, others: timedelta) -> list[Position]:
        """Return where people were: of patrols in the time `walks` before `at`, of all in the time `others`."""
        column = position.c
        on_patrol = and_(column.patrol != "", column.at >= at - walks)
        query = select(position).where(column.at <= at, column.at >= at - max(walks, others))
        query = query.where(on_patrol | (column.at >= at - others)).order_by(column.at)
        with self._database.reading() as connection:
            return [Position(*row) for row in connection.execute(query)]
