"""What a shift hands over: everything open with its urgency, and what became different since the last handover."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum

from data.model.alarms import Alarm, AlarmClass, Priority, Shelf
from data.model.dispatch import Incident, Push, PushState, Report, ReportState, SuperiorOrder
from data.model.field import Muster, VideoCall, Watch
from data.model.levels import Level
from data.model.office import Briefing, DutyMessage, Handover, HandoverItem
from data.model.people import Whereabouts
from data.model.places import StoneState
from data.model.register import ROW_TYPES, Register, Row
from data.model.river import HUAYUANKOU, Forecast, Reading
from data.model.situation import Situation, Suggestion
from data.model.task import Task, TaskState
from data.rules import ladder, messages, watches
from data.rules.coming import PAST, standing_forecast

SHIFT = timedelta(hours=12)
"""How far the coming shift is looked ahead: what falls due in it is handed over by name."""

USUAL_HOURS = (8, 20)
"""When shifts change where no handover says it, in the office's own time."""

FIRST = timedelta(days=1)
"""How long before the last change of shift the first handover of all looks back."""

CARRIED = timedelta(hours=24)
"""[设定] So long what a briefing decided is handed over by name: nothing says when it is carried out."""

_AWAY = frozenset({Whereabouts.LEFT})
_ODD = frozenset({Whereabouts.REFUSED, Whereabouts.UNKNOWN})


class Matter(StrEnum):
    """What kind of thing is open; in the order in which it is handed over."""

    LEVEL = "level"  # suggested and not signed
    INCIDENT = "incident"
    ALARM = "alarm"
    GRAVE = "grave"  # alarms of the highest priority that somebody acknowledged and that still hold
    SHELVED = "shelved"
    WATCH = "watch"
    MUSTER = "muster"
    VIDEO = "video"
    TASK_LATE = "task_late"
    TASK_PENDING = "task_pending"  # raised and not signed: all of them are one line
    MESSAGE = "message"
    REPORT = "report"
    PUSH = "push"
    STONE = "stone"
    ORDER = "order"
    BRIEFING = "briefing"
    DECISION = "decision"
    FORECAST = "forecast"
    TASK_DUE = "task_due"  # by far the most: what is odd stands before it


LEADS = {
    Matter.GRAVE: "alarm",
    Matter.DECISION: "briefing",
    Matter.FORECAST: "stations",
    Matter.SHELVED: "alarm",
    Matter.TASK_LATE: "task",
    Matter.TASK_PENDING: "task",
    Matter.TASK_DUE: "task",
    Matter.STONE: "stones",
}
"""Kind of selection of the matters whose name is another."""

Thing = (
    Incident
    | Alarm
    | Shelf
    | Watch
    | Muster
    | VideoCall
    | Task
    | DutyMessage
    | Report
    | Push
    | StoneState
    | SuperiorOrder
    | Briefing
    | Suggestion
    | Forecast
)


@dataclass(frozen=True, slots=True)
class Open:
    """Something open: `until` is when it is due or comes back, `urgent` that somebody must look to it now."""

    matter: Matter
    id: str
    thing: Thing
    until: datetime | None = None
    urgent: bool = False
    count: int = 0

    @property
    def kind(self) -> str:
        """Kind of object, as it is selected."""
        return LEADS.get(self.matter, self.matter.value)


class Became(StrEnum):
    """What became different."""

    LEVEL = "level"
    FLOW = "flow"
    FORECAST = "forecast"
    FORECAST_OVER = "forecast_over"
    DECISIONS = "decisions"
    INCIDENTS = "incidents"
    TASKS = "tasks"
    REPORTS = "reports"
    MESSAGES = "messages"
    PEOPLE = "people"
    ODD = "odd"
    REGISTER = "register"


@dataclass(frozen=True, slots=True)
class Change:
    """Something that was `before` and is `after`; what they are goes with `became`."""

    became: Became
    before: Level | Reading | Forecast | int | None = None
    after: Level | Reading | Forecast | int | None = None
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What of a handover is written by hand."""

    id: str
    leaving: str
    coming: str
    since: datetime
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """How an open thing and a change are said; the words stay in the record."""

    item: Callable[[Open], str]
    change: Callable[[Change], str]


def gather(now: Situation, before: Situation, at: datetime, draft: Draft, wording: Wording) -> Handover:
    """Return the handover as it is to be signed; `before` is the situation in which the leaving shift began."""
    items = tuple(HandoverItem(one.kind, one.id, wording.item(one)) for one in open_items(now, at))
    said = tuple(wording.change(one) for one in changes(before, now))
    return Handover(draft.id, at, draft.leaving, draft.coming, before.seq, draft.since, items, said, draft.notes)


def last_locked(now: Situation) -> Handover | None:
    """Return the newest handover that both have signed."""
    locked = [one for one in now.handovers.values() if one.locked]
    return max(locked, key=lambda one: (began(one), one.id), default=None)


def half_signed(now: Situation) -> Handover | None:
    """Return the handover that one has signed and the other has still to, unless a later one took its place."""
    last = last_locked(now)
    half = [
        one
        for one in now.handovers.values()
        if not one.locked and (one.left_at or one.came_at) and (last is None or one.at > last.at)
    ]
    return max(half, key=lambda one: (one.at, one.id), default=None)


def began(handover: Handover) -> datetime:
    """Return when the coming shift had the desk; of one that is not locked, when it was written."""
    signed = [time for time in (handover.left_at, handover.came_at) if time is not None]
    return max(signed) if handover.locked else handover.at


def shift_began(now: Situation, at: datetime, zone: tzinfo) -> datetime:
    """Return since when a handover counts: since the last one, else a day before the last change: nobody was told."""
    last = last_locked(now)
    if last is not None:
        return began(last)
    local = at.astimezone(zone)
    usual = [local.replace(hour=hour, minute=0, second=0, microsecond=0) for hour in USUAL_HOURS]
    last_change = max((one for one in usual if one <= local), default=usual[-1] - timedelta(days=1))
    return (last_change - FIRST).astimezone(at.tzinfo)


def is_first(now: Situation, since: datetime) -> bool:
    """Whether no locked handover stands at the beginning of a span, so that it begins at an hour of the clock."""
    return not any(one.locked and began(one) == since for one in now.handovers.values())


def open_items(now: Situation, at: datetime, ahead: timedelta = SHIFT) -> tuple[Open, ...]:
    """Return everything open by its matter, the urgent first, then by when it is due."""
    found = (
        *_level(now),
        *_incidents(now),
        *_alarms(now),
        *_running(now, at),
        *_tasks(now, at, ahead),
        *_messages(now, at),
        *_reports(now),
        *_pushes(now),
        *_standing(now),
        *_briefings(now, at),
        *_forecasts(now, at),
    )
    order = {matter: place for place, matter in enumerate(Matter)}
    last = datetime.max.replace(tzinfo=at.tzinfo)
    return tuple(sorted(found, key=lambda one: (order[one.matter], not one.urgent, one.until or last, one.id)))


def _level(now: Situation) -> Iterator[Open]:
    said = now.suggestion
    if said.level is not now.standing.level:
        yield Open(Matter.LEVEL, said.level.name, said, urgent=said.level > now.standing.level)


def _incidents(now: Situation) -> Iterator[Open]:
    for one in now.incidents.values():
        if one.closed_at is None:
            yield Open(Matter.INCIDENT, one.id, one, urgent=one.grade == 1)


def _alarms(now: Situation) -> Iterator[Open]:
    for tag, alarm in now.alarms.items():
        kind = now.registers.alarmkinds.get(alarm.kind)
        diagnostic = kind is not None and kind.alarm_class is AlarmClass.DIAGNOSTIC
        if tag in now.shelves or diagnostic:
            continue
        if alarm.acked_at is None and not alarm.suppressed:
            yield Open(Matter.ALARM, tag, alarm, urgent=alarm.active)
        elif alarm.acked_at is not None and alarm.active and alarm.priority is Priority.HIGH:
            yield Open(Matter.GRAVE, tag, alarm, urgent=True)
    for tag, shelf in now.shelves.items():
        yield Open(Matter.SHELVED, tag, shelf, until=shelf.until)


def _running(now: Situation, at: datetime) -> Iterator[Open]:
    for watch in watches.running(now):
        late = watch.help_at is not None or watches.is_overdue(watch, at)
        yield Open(Matter.WATCH, watch.id, watch, watches.due_at(watch), late)
    for muster in now.musters.values():
        if muster.closed_at is None:
            ends = watches.ends_at(muster)
            yield Open(Matter.MUSTER, muster.id, muster, ends, ends < at)
    for video in now.videos.values():
        if video.ended_at is None:
            yield Open(Matter.VIDEO, video.id, video)


def _tasks(now: Situation, at: datetime, ahead: timedelta) -> Iterator[Open]:
    pending: list[Task] = []
    for task in now.tasks.values():
        if task.state is TaskState.PENDING:
            pending.append(task)
        elif task.overdue(at):
            yield Open(Matter.TASK_LATE, task.id, task, task.deadline, urgent=True)
        elif task.state is TaskState.DONE:
            yield Open(Matter.TASK_DUE, task.id, task)
        elif task.state.open and task.deadline is not None and task.deadline <= at + ahead:
            yield Open(Matter.TASK_DUE, task.id, task, task.deadline)
    if pending:
        first = min(pending, key=lambda task: (task.deadline_min, task.priority, task.id))
        yield Open(Matter.TASK_PENDING, first.id, first, count=len(pending))


def _messages(now: Situation, at: datetime) -> Iterator[Open]:
    for message in now.messages.values():
        if message.open:
            yield Open(Matter.MESSAGE, message.id, message, message.due, messages.overdue(message, at))


def _reports(now: Situation) -> Iterator[Open]:
    for report in now.reports.values():
        if report.state is ReportState.UNVERIFIED:
            yield Open(Matter.REPORT, report.id, report, report.due)


def _pushes(now: Situation) -> Iterator[Open]:
    for push in now.pushes.values():
        waits = len(ladder.unanswered(push)) if push.state is PushState.SENT else 0
        if waits:
            yield Open(Matter.PUSH, push.id, push, count=waits)


def _standing(now: Situation) -> Iterator[Open]:
    for stone, state in now.stones.items():
        if state in (StoneState.MOVED, StoneState.LOST):
            yield Open(Matter.STONE, stone, state, urgent=state is StoneState.LOST)
    for order in now.orders.values():
        if order.ended_at is None:
            yield Open(Matter.ORDER, order.id, order)


def _briefings(now: Situation, at: datetime) -> Iterator[Open]:
    for one in now.briefings.values():
        if one.decided is not None and one.decided_at is not None and at - one.decided_at <= CARRIED:
            yield Open(Matter.DECISION, one.id, one)
        elif one.closed_at is None:
            yield Open(Matter.BRIEFING, one.id, one)


def _forecasts(now: Situation, at: datetime) -> Iterator[Open]:
    for station in now.forecasts:
        forecast = standing_forecast(now, station)
        if forecast is not None and at <= forecast.valid_at + PAST:
            yield Open(Matter.FORECAST, station, forecast, until=forecast.valid_at)


def changes(before: Situation, now: Situation) -> tuple[Change, ...]:
    """Return what became different between two situations, each once."""
    found: list[Change] = []
    if before.standing.level is not now.standing.level:
        found.append(Change(Became.LEVEL, before.standing.level, now.standing.level))
    was, reads = before.latest(HUAYUANKOU), now.latest(HUAYUANKOU)
    if reads is not None and reads != was:
        found.append(Change(Became.FLOW, was, reads, HUAYUANKOU))
    foretold, coming = before.forecasts.get(HUAYUANKOU), now.forecasts.get(HUAYUANKOU)
    if coming is not None and coming != foretold:  # one that has come due since was news as well
        found.append(Change(Became.FORECAST, foretold, coming))
    if coming is not None and standing_forecast(now) is None and (coming != foretold or standing_forecast(before)):
        found.append(Change(Became.FORECAST_OVER, None, coming))
    counts = (
        (Became.DECISIONS, _decided(before, now), 0),
        (Became.INCIDENTS, _new(before.incidents.keys(), now.incidents.keys()), _closed_incidents(before, now)),
        (Became.TASKS, _new(before.tasks.keys(), now.tasks.keys()), _ended_tasks(before, now)),
        (Became.REPORTS, _new(before.reports.keys(), now.reports.keys()), _closed_reports(before, now)),
        (Became.MESSAGES, *_new_messages(before, now)),
        (Became.PEOPLE, _where(before, _AWAY), _where(now, _AWAY)),
        (Became.ODD, _where(before, _ODD), _where(now, _ODD)),
    )
    for became, first, second in counts:
        same = first == second if became in (Became.PEOPLE, Became.ODD) else not first and not second
        if not same:
            found.append(Change(became, first, second))
    for kind in ROW_TYPES:
        old: Register[Row] = getattr(before.registers, kind)
        new: Register[Row] = getattr(now.registers, kind)
        if old != new and len(old):
            found.append(Change(Became.REGISTER, len(old), len(new), kind))
    return tuple(found)


def _new(before: Iterable[str], now: Iterable[str]) -> int:
    return len(set(now) - set(before))


def _closed_incidents(before: Situation, now: Situation) -> int:
    open_then = {one.id for one in before.incidents.values() if one.closed_at is None}
    return sum(
        one.closed_at is not None and (one.id in open_then or one.id not in before.incidents)
        for one in now.incidents.values()
    )


def _ended_tasks(before: Situation, now: Situation) -> int:
    return sum(
        task.state is TaskState.VERIFIED
        and (task.id not in before.tasks or before.tasks[task.id].state is not TaskState.VERIFIED)
        for task in now.tasks.values()
    )


def _decided(before: Situation, now: Situation) -> int:
    then = {key: one.decided_at for key, one in before.briefings.items()}
    return sum(one.decided is not None and one.decided_at != then.get(key) for key, one in now.briefings.items())


_OVER = frozenset({ReportState.CLOSED, ReportState.REJECTED, ReportState.MERGED})


def _closed_reports(before: Situation, now: Situation) -> int:
    return sum(
        one.state in _OVER and (one.id not in before.reports or before.reports[one.id].state not in _OVER)
        for one in now.reports.values()
    )


def _new_messages(before: Situation, now: Situation) -> tuple[int, int]:
    fresh = [one for key, one in now.messages.items() if key not in before.messages]
    inward = sum(one.inward for one in fresh)
    return inward, len(fresh) - inward


def _where(now: Situation, states: frozenset[Whereabouts]) -> int:
    return sum(state in states for state in now.whereabouts.values())
