"""Marks on the line of a journal: decisions, levels, alarms, reports, pushes; by kind, thinned where they crowd."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, func, select

from data.model.alarms import AlarmChange
from data.model.replay import Mark, MarkKind
from data.store.engine import Database
from data.store.tables import step
from data.store.wire import moment, stamp

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

MOST = 500
"""More marks of a kind than this cannot be told apart on a screen."""


STEPS: Mapping[MarkKind, tuple[str, ...]] = MappingProxyType(
    {
        MarkKind.DECISION: ("SignedOff", "BriefingDecided"),
        MarkKind.EVENT: ("ReportReceived", "IncidentRaised"),
        MarkKind.PUSH: ("PushApproved",),
    }
)
"""Kinds of steps that make a mark."""

LEVELS = ("flow.level", "upstream.level", "forecast.level")
"""Alarms that say that another level is suggested."""

_PREFIXES = ((16, timedelta(minutes=1)), (15, timedelta(minutes=10)), (13, timedelta(hours=1)), (10, timedelta(days=1)),
             (7, timedelta(days=30)), (4, timedelta(days=365)))  # fmt: skip
"""How much of a written time names a minute, ten of them, an hour, a day, a month, a year."""


class Marks:
    """Finds marks. `quiet` are kinds of alarms that make none: diagnostics."""

    def __init__(self, database: Database) -> None:
        """Read this database."""
        self._database = database

    def found(
        self, kinds: Iterable[MarkKind], first: datetime, last: datetime, quiet: Collection[str] = ()
    ) -> tuple[Mark, ...]:
        """Return the marks from `first` to `last`, in the order of steps, each standing for those close by."""
        length = next((n for n, each in _PREFIXES if (last - first) / each <= MOST), 4)
        marks: list[Mark] = []
        with self._database.reading() as connection:
            for kind in kinds:
                seq, at, which = _where(kind, quiet)
                query = select(func.min(seq), func.min(at), func.count()).where(*which)
                if kind not in STEPS:
                    query = query.where(step.c.seq == seq)
                query = query.where(at >= stamp(first), at <= stamp(last)).group_by(func.substr(at, 1, length))
                marks += [Mark(row[0], moment(row[1]), kind, row[2]) for row in connection.execute(query)]
        return tuple(sorted(marks, key=lambda mark: (mark.seq, mark.kind)))

    def next(self, kinds: Iterable[MarkKind], seq: int, quiet: Collection[str] = ()) -> int | None:
        """Return the number of the first step after `seq` that makes a mark of these kinds."""
        with self._database.reading() as connection:
            found = [self._one(connection, kind, seq, quiet, forward=True) for kind in kinds]
        return min((one for one in found if one is not None), default=None)

    def previous(self, kinds: Iterable[MarkKind], seq: int, quiet: Collection[str] = ()) -> int | None:
        """Return the number of the last step before `seq` that makes a mark of these kinds."""
        with self._database.reading() as connection:
            found = [self._one(connection, kind, seq, quiet, forward=False) for kind in kinds]
        return max((one for one in found if one is not None), default=None)

    def _one(
        self, connection: Connection, kind: MarkKind, seq: int, quiet: Collection[str], *, forward: bool
    ) -> int | None:
        number, _, which = _where(kind, quiet)
        query = select(number).where(*which, number > seq if forward else number < seq)
        return connection.execute(query.order_by(number if forward else number.desc()).limit(1)).scalar()


def _where(kind: MarkKind, quiet: Collection[str]) -> tuple[Any, Any, tuple[ColumnElement[bool], ...]]:
    """Return the columns of number and written time, and the conditions."""
    if kind in STEPS:
        return step.c.seq, step.c.at, (step.c.kind.in_(STEPS[kind]),)
    from data.store.projected import alarm_move  # the tables of all registers: only when they are asked for

    moves = alarm_move.c
    loud = moves.change.in_([AlarmChange.RAISED.value, AlarmChange.WORSE.value])
    if kind is MarkKind.LEVEL:
        return moves.seq, step.c.at, (loud, moves.kind.in_(LEVELS))
    return moves.seq, step.c.at, (loud, moves.kind.not_in([*LEVELS, *sorted(quiet)]))
