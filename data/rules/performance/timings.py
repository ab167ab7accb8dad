"""How long things took, in minutes, overall and by role and clause: from what to what is said at each thing.

What begins in the span counts; what has not ended by its end is waiting. Withdrawn tasks wait for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from statistics import median

from data.model.alarm_steps import AlarmsAcknowledged, AlarmsClosed, AlarmsMoved
from data.model.alarms import AlarmChange, AlarmClass
from data.model.dispatch import IncidentState, PushState, ReportState
from data.model.office_steps import MessageAnswered, MessageLogged, MessageNoted
from data.model.report_steps import ReportMoved, ReportReceived, ReportsFiled, ReportsMerged
from data.model.scores import Measure, Thing, Timing, Took
from data.model.situation import Situation
from data.model.steps import (
    IncidentAmended,
    IncidentClosed,
    IncidentMoved,
    IncidentRaised,
    OrderEnded,
    OrderReceived,
    SignedOff,
    TaskOrdered,
    TasksMoved,
)
from data.model.task import Move, Task, TaskState
from data.rules.performance.story import Line

Period = tuple[datetime, datetime]
"""`begins <= t < ends`."""

_TOUCHED = frozenset({Move.ACKNOWLEDGE, Move.ARRIVE, Move.PROGRESS, Move.FINISH})
_GONE = frozenset({TaskState.WITHDRAWN, TaskState.EXEMPT})


@dataclass(frozen=True, slots=True)
class Stretch:
    """From when until when one thing took; `until` None: not yet."""

    thing: Thing
    measure: Measure
    since: datetime
    until: datetime | None
    role: str = ""
    clause: str = ""


def timings(lines: Iterable[Line], now: Situation, span: Period) -> tuple[Timing, ...]:
    """Return every timing of which there is anything, in the order of things and measures."""
    kept = [line for line in lines if line[1].at < span[1]]
    found: dict[tuple[Thing, Measure], list[Stretch]] = {}
    for one in (*_tasks(now), *_messages(kept), *_reports(kept), *_incidents(kept), *_pushes(now), *_orders(kept),
                *_alarms(kept, now)):  # fmt: skip
        if span[0] <= one.since < span[1]:
            found.setdefault((one.thing, one.measure), []).append(one)
    keys = ((thing, measure) for thing in Thing for measure in Measure)
    return tuple(_timing(found[key], key, span[1]) for key in keys if key in found)


def took(minutes: Iterable[float], waiting: int = 0) -> Took:
    """Sum up minutes: count, median, the ninth of ten, the worst."""
    ordered = sorted(minutes)
    if not ordered:
        return Took(waiting=waiting)
    p90 = ordered[ceil(0.9 * len(ordered)) - 1]
    return Took(len(ordered), round(median(ordered), 2), round(p90, 2), round(ordered[-1], 2), waiting)


def _timing(stretches: list[Stretch], key: tuple[Thing, Measure], ends: datetime) -> Timing:
    def sum_up(some: Iterable[Stretch]) -> Took:
        held = [(one.since, one.until) for one in some]
        done = [(until - since).total_seconds() / 60 for since, until in held if until is not None and until < ends]
        return took(done, len(held) - len(done))

    roles = sorted({one.role for one in stretches if one.role})
    clauses = sorted({one.clause for one in stretches if one.clause})
    return Timing(
        *key,
        sum_up(stretches),
        tuple((role, sum_up(one for one in stretches if one.role == role)) for role in roles),
        tuple((clause, sum_up(one for one in stretches if one.clause == clause)) for clause in clauses),
    )


def _first(task: Task, moves: frozenset[Move], since: datetime) -> datetime | None:
    return next((mark.at for mark in task.history if mark.move in moves and mark.at >= since), None)


def _tasks(now: Situation) -> Iterator[Stretch]:
    """Issue: from being raised. Acknowledge, answer (on site), clear (first done): from being issued."""
    for task in now.tasks.values():

        def stretch(measure: Measure, since: datetime, until: datetime | None, task: Task = task) -> Stretch:
            return Stretch(Thing.TASK, measure, since, until, task.role, task.instruction)

        since = task.issued_at
        if since is None:
            if task.state not in _GONE:
                yield stretch(Measure.ISSUE, task.raised_at, None)
            continue
        yield stretch(Measure.ISSUE, task.raised_at, since)
        gone = task.state in _GONE
        seen, there = _first(task, _TOUCHED, since), _first(task, frozenset({Move.ARRIVE}), since)
        done = _first(task, frozenset({Move.FINISH}), since)
        if seen is not None or not gone:
            yield stretch(Measure.ACKNOWLEDGE, since, seen)
        if there is not None:
            yield stretch(Measure.ANSWER, since, there)
        if done is not None or not gone:
            yield stretch(Measure.CLEAR, since, done)


def _messages(lines: Iterable[Line]) -> Iterator[Stretch]:
    """Acknowledge: noted. Answer: answered, of those that want an answer."""
    came: dict[str, tuple[datetime, bool]] = {}
    noted: dict[str, datetime] = {}
    answered: dict[str, datetime] = {}
    for _, step in lines:
        match step.body:
            case MessageLogged(message) if message.inward:
                came[message.id] = (step.at, message.due is not None)
            case MessageNoted(message):
                noted.setdefault(message, step.at)
            case MessageAnswered(message, _):
                noted.setdefault(message, step.at)
                answered.setdefault(message, step.at)
            case _:
                pass
    for message, (at, wanted) in came.items():
        yield Stretch(Thing.MESSAGE, Measure.ACKNOWLEDGE, at, noted.get(message))
        if wanted:
            yield Stretch(Thing.MESSAGE, Measure.ANSWER, at, answered.get(message))


def _reports(lines: Iterable[Line]) -> Iterator[Stretch]:
    """Acknowledge: first decided upon. Clear: closed, rejected or merged."""
    came: dict[str, datetime] = {}
    looked: dict[str, datetime] = {}
    cleared: dict[str, datetime] = {}
    for _, step in lines:
        ids: tuple[str, ...] = ()
        ends = False
        match step.body:
            case ReportReceived(report):
                came.setdefault(report.id, step.at)
            case ReportMoved(reports, state):
                ids, ends = reports, state in (ReportState.CLOSED, ReportState.REJECTED)
            case ReportsMerged(into, reports):
                looked.setdefault(into, step.at)
                ids, ends = tuple(one for one in reports if one != into), True
            case ReportsFiled(reports):
                ids = reports
            case IncidentRaised(incident) if incident.report:
                ids = (incident.report,)
            case _:
                pass
        for one in ids:
            looked.setdefault(one, step.at)
            if ends:
                cleared.setdefault(one, step.at)
    for report, at in came.items():
        yield Stretch(Thing.REPORT, Measure.ACKNOWLEDGE, at, looked.get(report))
        yield Stretch(Thing.REPORT, Measure.CLEAR, at, cleared.get(report))


def _incidents(lines: Iterable[Line]) -> Iterator[Stretch]:
    """Issue: from the report it comes from to being raised. Answer: to the first amendment. Clear: to being filed."""
    came: dict[str, datetime] = {}
    raised: dict[str, datetime] = {}
    amended: dict[str, datetime] = {}
    closed: dict[str, datetime] = {}
    for _, step in lines:
        match step.body:
            case ReportReceived(report):
                came.setdefault(report.id, step.at)
            case IncidentRaised(incident):
                raised.setdefault(incident.id, step.at)
                if incident.report in came:
                    yield Stretch(Thing.INCIDENT, Measure.ISSUE, came[incident.report], step.at)
            case IncidentAmended(incident):
                amended.setdefault(incident.id, step.at)
            case IncidentClosed(incident) | IncidentMoved(incident, IncidentState.FILED):
                closed.setdefault(incident, step.at)
            case _:
                pass
    for incident, at in raised.items():
        if incident in amended:
            yield Stretch(Thing.INCIDENT, Measure.ANSWER, at, amended[incident])
        yield Stretch(Thing.INCIDENT, Measure.CLEAR, at, closed.get(incident))


def _pushes(now: Situation) -> Iterator[Stretch]:
    """Issue: from being written to being approved. Answer: each recipient's first answer. Clear: the last one's."""
    for push in now.pushes.values():
        if push.sent_at is None:
            if push.state is PushState.DRAFT:
                yield Stretch(Thing.PUSH, Measure.ISSUE, push.created_at, None)
            continue
        yield Stretch(Thing.PUSH, Measure.ISSUE, push.created_at, push.sent_at)
        heard = [next((at for _, outcome, at in receipt.tries if outcome.reached), None) for receipt in push.receipts]
        for at in heard:
            yield Stretch(Thing.PUSH, Measure.ANSWER, push.sent_at, at)
        done = [at for at in heard if at is not None]
        everybody = bool(heard) and len(done) == len(heard)
        yield Stretch(Thing.PUSH, Measure.CLEAR, push.sent_at, max(done) if everybody else None)


def _orders(lines: Iterable[Line]) -> Iterator[Stretch]:
    """Answer: from an order of a superior to what the desk next signs, issues or orders. Clear: to its end."""
    open_: list[datetime] = []
    came: dict[str, datetime] = {}
    ended: dict[str, datetime] = {}
    for _, step in lines:
        match step.body:
            case OrderReceived(order):
                came.setdefault(order.id, step.at)
                open_.append(step.at)
            case OrderEnded(order):
                ended.setdefault(order, step.at)
            case SignedOff() | TaskOrdered() | TasksMoved(_, Move.ISSUE):
                yield from (Stretch(Thing.ORDER, Measure.ANSWER, at, step.at) for at in open_)
                open_ = []
            case _:
                pass
    yield from (Stretch(Thing.ORDER, Measure.ANSWER, at, None) for at in open_)
    for order, at in came.items():
        yield Stretch(Thing.ORDER, Measure.CLEAR, at, ended.get(order))


def _alarms(lines: Iterable[Line], now: Situation) -> Iterator[Stretch]:
    """Acknowledge: from being raised to a person's look. Clear: to the end of the occurrence. No diagnostics."""
    standing: dict[str, _Alarm] = {}
    for _, step in lines:
        match step.body:
            case AlarmsMoved(moves):
                for move in moves:
                    if move.change is AlarmChange.ENDED:
                        yield from _ended(standing.pop(move.tag, None), step.at)
                    elif move.change is AlarmChange.RAISED and _is_alarm(now, move.kind):
                        owner = now.registers.alarmkinds.by_id[move.kind].owner
                        standing[move.tag] = _Alarm(move.at, owner, move.kind)
            case AlarmsAcknowledged(tags):
                for alarm in (standing[tag] for tag in tags if tag in standing):
                    if alarm.seen_at is None:
                        alarm.seen_at = step.at
            case AlarmsClosed(tags):
                for tag in tags:
                    yield from _ended(standing.pop(tag, None), step.at)
            case _:
                pass
    for alarm in standing.values():
        yield from _ended(alarm, None)


@dataclass(slots=True)
class _Alarm:
    """An occurrence while it stands."""

    since: datetime
    owner: str
    kind: str
    seen_at: datetime | None = None


def _is_alarm(now: Situation, kind: str) -> bool:
    row = now.registers.alarmkinds.get(kind)
    return row is not None and row.alarm_class is AlarmClass.ALARM


def _ended(alarm: _Alarm | None, at: datetime | None) -> Iterator[Stretch]:
    if alarm is not None:
        about = alarm.owner, alarm.kind
        yield Stretch(Thing.ALARM, Measure.ACKNOWLEDGE, alarm.since, alarm.seen_at, *about)
        yield Stretch(Thing.ALARM, Measure.CLEAR, alarm.since, at, *about)
