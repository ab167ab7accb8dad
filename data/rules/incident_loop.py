"""The closed loop of an incident: where it usually goes next, what else is allowed, and the time limits that run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from data.model.dispatch import Incident, IncidentMark, IncidentState
from data.model.incident_tables import IncidentLimit, IncidentTables, LimitKind

LOOP: Final = tuple(IncidentState)
"""The states in their usual order."""

SENT_FIRST: Final = "【首报】"
SENT_MORE: Final = "【续报】"
"""How the note of a mark begins by which a report was sent up."""

_QUIET = frozenset({IncidentState.REVIEWED, IncidentState.FILED})


class Way(StrEnum):
    """How a move stands to the usual course."""

    USUAL = "usual"
    SKIP = "skip"  # steps are left out: fight first, approve afterwards
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Onward:
    """A state that an incident may go to; some moves must be explained."""

    state: IncidentState
    way: Way
    note_needed: bool


@dataclass(frozen=True, slots=True)
class Running:
    """A time limit that runs, or has been kept: what is due, since when, until when, when it was done."""

    limit: IncidentLimit
    since: datetime
    due: datetime
    done_at: datetime | None = None

    def overdue(self, time: datetime) -> bool:
        """Whether it is late now, or was done late."""
        return (self.done_at or time) > self.due


def usual_next(state: IncidentState) -> IncidentState | None:
    """Return the state that usually follows, None after the last."""
    at = LOOP.index(state) + 1
    return LOOP[at] if at < len(LOOP) else None


def onward(state: IncidentState) -> tuple[Onward, ...]:
    """Return the moves that are allowed: the usual one first, then those that leave out steps, then back.

    Filing comes after the review; an incident that proves to be none is closed with a reason, which is another act.
    """
    at = LOOP.index(state)
    ahead = [
        Onward(one, Way.USUAL if n == 0 else Way.SKIP, n > 0 or one is IncidentState.FILED)
        for n, one in enumerate(LOOP[at + 1 :])
        if n == 0 or one is not IncidentState.FILED
    ]
    return (*ahead, *(Onward(one, Way.BACK, note_needed=True) for one in reversed(LOOP[:at])))


def running(incident: Incident, tables: IncidentTables) -> tuple[Running, ...]:
    """Return the time limits of an incident: the first report, and once that is sent the next of the later ones.

    A grade that rises asks for a first report of its own (升级、转重大); no later ones run once the danger is lifted.
    """
    found: list[Running] = []
    since = _graded_since(incident)
    sent = [mark for mark in incident.history if mark.at >= since and _is_sent(mark)]
    first = tables.limit(LimitKind.FIRST_REPORT, incident.grade)
    if first is not None and first.minutes is not None:
        done = sent[0].at if sent else None
        found.append(Running(first, since, since + timedelta(minutes=first.minutes), done))
    more = tables.limit(LimitKind.FOLLOW_UP, incident.grade)
    if sent and incident.state not in _QUIET and more is not None and more.minutes is not None:
        found.append(Running(more, sent[-1].at, sent[-1].at + timedelta(minutes=more.minutes)))
    return tuple(found)


def pressing(incident: Incident, tables: IncidentTables) -> Running | None:
    """Return the limit that has to be kept next, None when nothing is due any more."""
    open_ones = [one for one in running(incident, tables) if one.done_at is None]
    return min(open_ones, key=lambda one: one.due, default=None) if incident.closed_at is None else None


def reports_sent(incident: Incident) -> int:
    """How many reports of it went up."""
    return sum(_is_sent(mark) for mark in incident.history)


def first_report_sent(incident: Incident) -> bool:
    """Whether the next report is a later one; a grade that rose asks for a first one again."""
    since = _graded_since(incident)
    return any(mark.at >= since and _is_sent(mark) for mark in incident.history)


def _is_sent(mark: IncidentMark) -> bool:
    return mark.note.startswith((SENT_FIRST, SENT_MORE))


def _graded_since(incident: Incident) -> datetime:
    """When the present gravity began: when it was found, or when its grade last rose."""
    since, grade = incident.at, 0
    for mark in incident.history:
        if mark.grade and grade and mark.grade < grade:
            since = mark.at
        grade = mark.grade or grade
    return since
