"""How the alarms of a span of time behaved: rates, floods, what stood long, chattered, or was never looked at. Pure.

The input are the journal's steps, from the beginning or from when nothing stood; the same rules that took them tell
what stood when.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import pairwise
from math import ceil
from statistics import median
from types import MappingProxyType
from zoneinfo import ZoneInfo

from data.model.alarm_bounds import AlarmBounds
from data.model.alarm_steps import (
    AlarmsAcknowledged,
    AlarmsClosed,
    AlarmsMoved,
    AlarmsServiced,
    AlarmsShelved,
    AlarmsUnshelved,
)
from data.model.alarms import Alarm, AlarmChange, AlarmClass, AlarmKind, AlarmMove, AlarmState, Priority
from data.model.register import Register, Registers
from data.model.situation import Situation
from data.model.steps import Step
from data.rules.alarms import taking

TARGET: Mapping[Priority, float] = MappingProxyType({Priority.LOW: 0.80, Priority.MEDIUM: 0.15, Priority.HIGH: 0.05})
TOP = 10
_RAISED = AlarmChange.RAISED
_NEWS = (_RAISED, AlarmChange.AGAIN, AlarmChange.WORSE)
_WINDOW = timedelta(minutes=10)
_BEIJING = ZoneInfo("Asia/Shanghai")
_BODIES = (AlarmsMoved, AlarmsAcknowledged, AlarmsClosed, AlarmsShelved, AlarmsUnshelved, AlarmsServiced)


@dataclass(frozen=True, slots=True)
class Stood:
    """An occurrence and how long it stood in the span, or until now."""

    tag: str
    since: datetime
    hours: float


@dataclass(frozen=True, slots=True)
class AlarmFlood:
    """A time in which more new alarms came than an operator can answer."""

    begins: datetime
    ends: datetime
    count: int


@dataclass(frozen=True, slots=True)
class Delays:
    """How long acknowledgements took, in seconds; None where there was none."""

    count: int = 0
    median_s: float | None = None
    p95_s: float | None = None
    worst_s: float | None = None
    worst_tag: str = ""


@dataclass(frozen=True, slots=True)
class Performance:
    """The report of a span `begins <= t < ends`. Rates count new alarms; diagnostics are counted apart.

    `unseen` are tags whose occurrence of this span was not acknowledged by its end. `shares` are by priority, to be
    set against TARGET.
    """

    begins: datetime
    ends: datetime
    raised: int
    diagnostics: int
    again: int
    per_hour: float
    per_10_min: float
    peak_10_min: int
    peak_at: datetime | None
    floods: tuple[AlarmFlood, ...]
    standing: tuple[Stood, ...]
    chattering: tuple[tuple[str, int], ...]
    top: tuple[tuple[str, int], ...]
    unseen: tuple[str, ...]
    acks: Delays
    shelved: int
    out_of_service: int
    priorities: Mapping[Priority, int]
    shares: Mapping[Priority, float]


def report(
    steps: Iterable[Step], kinds: Register[AlarmKind], bounds: AlarmBounds, begins: datetime, ends: datetime
) -> Performance:
    """Return how the alarms of a span behaved; the steps are in order, those after the span are left out."""
    told = _Told(Situation(registers=Registers(alarmkinds=kinds)), begins)
    for step in steps:
        if step.at >= ends:
            break
        if isinstance(step.body, _BODIES):
            told.take(step)
    return told.report(bounds, ends)


def by_day(
    steps: Iterable[Step], kinds: Register[AlarmKind], bounds: AlarmBounds, begins: datetime, ends: datetime
) -> tuple[Performance, ...]:
    """Return one report a day of Beijing time, the first and the last cut to the span."""
    kept = [step for step in steps if isinstance(step.body, _BODIES)]
    cuts = [begins]
    day = begins.astimezone(_BEIJING).replace(hour=0, minute=0, second=0, microsecond=0)
    while (day := day + timedelta(days=1)) < ends:
        cuts.append(day)
    return tuple(report(kept, kinds, bounds, since, until) for since, until in pairwise([*cuts, ends]))


def by_span(
    steps: Iterable[Step],
    kinds: Register[AlarmKind],
    bounds: AlarmBounds,
    spans: Mapping[int, tuple[datetime, datetime]],
) -> dict[int, Performance]:
    """Return one report a flood, by its number."""
    kept = [step for step in steps if isinstance(step.body, _BODIES)]
    return {event: report(kept, kinds, bounds, *span) for event, span in spans.items()}


def floods(now: Situation, ends: datetime) -> dict[int, tuple[datetime, datetime]]:
    """Return begin and end of each flood so far, by its number: from its first task to the next one's first."""
    begins: dict[int, datetime] = {}
    for task in now.tasks.values():
        event, _, rest = task.id.partition("/")
        if task.instruction and rest and event.isdecimal():
            first = begins.get(int(event), task.raised_at)
            begins[int(event)] = min(first, task.raised_at)
    begins = dict(sorted(begins.items()))
    until = [*begins.values(), ends][1:]
    return {event: (since, end) for (event, since), end in zip(begins.items(), until, strict=True)}


@dataclass(slots=True)
class _Told:
    """What the steps told so far; `now` holds nothing but alarms."""

    now: Situation
    begins: datetime
    moves: list[AlarmMove] = field(default_factory=list[AlarmMove])
    again: int = 0
    diagnostics: int = 0
    waits: list[tuple[float, str]] = field(default_factory=list[tuple[float, str]])
    unseen: dict[str, datetime] = field(default_factory=dict[str, datetime])
    due: dict[str, datetime] = field(default_factory=dict[str, datetime])  # since when a tag wants a look
    stood: list[tuple[Alarm, datetime]] = field(default_factory=list[tuple[Alarm, datetime]])
    chatter: Counter[str] = field(default_factory=Counter[str])
    comings: Counter[str] = field(default_factory=Counter[str])
    shelved: int = 0
    out: int = 0

    def take(self, step: Step) -> None:
        """Follow one step."""
        body, here = step.body, step.at >= self.begins
        if not isinstance(body, _BODIES):
            return
        before = self.now
        fitted = _fitted(before, body)
        if fitted is not None:
            self.now = taking.apply(replace(before, at=max(before.at, step.at)), fitted, step.actor)
        for tag, alarm in before.alarms.items():
            after = self.now.alarms.get(tag)
            if after is None or after.raised_at != alarm.raised_at:
                self.stood.append((alarm, step.at))
        match body:
            case AlarmsMoved(moves):
                for move in moves:
                    was = before.alarms.get(move.tag)
                    if move.change in _NEWS and (was is None or was.acked_at is not None or move.change is _RAISED):
                        self.due[move.tag] = move.at
                    self._move(move, counts=here)
            case AlarmsAcknowledged(tags, _):
                for tag in tags:
                    self._seen(before.alarms.get(tag), step.at, counts=here)
            case AlarmsShelved(tags, _, _) if here:
                self.shelved += len(tags)
            case AlarmsServiced(tags, True, _) if here:
                self.out += len(tags)
            case _:
                pass

    def _move(self, move: AlarmMove, *, counts: bool) -> None:
        if not counts:
            return
        if move.change is AlarmChange.CHATTERS:
            self.chatter[move.tag] = max(self.chatter[move.tag], move.times)
        if move.change in (AlarmChange.RAISED, AlarmChange.AGAIN):
            self.comings[move.tag] += 1
            self.again += move.change is AlarmChange.AGAIN
        if move.change is AlarmChange.RAISED:
            self.unseen[move.tag] = move.at
            if self._is_alarm(move.kind):
                self.moves.append(move)
            else:
                self.diagnostics += 1

    def _seen(self, alarm: Alarm | None, at: datetime, *, counts: bool) -> None:
        if alarm is None or alarm.acked_at is not None:
            return
        self.unseen.pop(alarm.tag, None)
        if counts:
            self.waits.append(((at - self.due.get(alarm.tag, alarm.raised_at)).total_seconds(), alarm.tag))

    def _is_alarm(self, kind_id: str) -> bool:
        kind = self.now.registers.alarmkinds.get(kind_id)
        return kind is None or kind.alarm_class is AlarmClass.ALARM

    def report(self, bounds: AlarmBounds, ends: datetime) -> Performance:
        """Sum it up."""
        times = [move.at for move in self.moves]
        hours = (ends - self.begins).total_seconds() / 3600
        peak, peak_at = _peak(times)
        stood = [*self.stood, *((alarm, ends) for alarm in self.now.alarms.values())]
        long_ = [
            Stood(alarm.tag, alarm.raised_at, (until - alarm.raised_at).total_seconds() / 3600)
            for alarm, until in stood
            if until > self.begins and until - alarm.raised_at > timedelta(hours=bounds.standing_h)
        ]
        priorities = Counter(move.priority for move in self.moves)
        total = sum(priorities.values())
        return Performance(
            self.begins,
            ends,
            len(times),
            self.diagnostics,
            self.again,
            len(times) / hours if hours else 0.0,
            len(times) / hours / 6 if hours else 0.0,
            peak,
            peak_at,
            _floods(times, bounds),
            tuple(sorted(long_, key=lambda one: -one.hours)),
            tuple(self.chatter.most_common()),
            tuple(self.comings.most_common(TOP)),
            tuple(sorted(self.unseen)),
            _delays(self.waits),
            self.shelved,
            self.out,
            {one: priorities[one] for one in Priority},
            {one: priorities[one] / total if total else 0.0 for one in Priority},
        )


def _fitted(now: Situation, body: taking.AlarmBody) -> taking.AlarmBody | None:
    """Leave out tags that a person's act finds otherwise now: the philosophy of today is not that of the day."""
    match body:
        case AlarmsAcknowledged(tags):
            kept = tuple(tag for tag in tags if tag in now.alarms)
        case AlarmsClosed(tags):
            kept = tuple(tag for tag in tags if tag in now.alarms and now.alarms[tag].state is AlarmState.DONE_WAITS)
        case AlarmsUnshelved(tags):
            kept = tuple(tag for tag in tags if tag in now.shelves)
        case AlarmsServiced(tags, False):
            kept = tuple(tag for tag in tags if tag in now.out_of_service)
        case _:
            return body
    return replace(body, tags=kept) if kept else None


def _delays(waits: list[tuple[float, str]]) -> Delays:
    if not waits:
        return Delays()
    ordered = sorted(waits)
    seconds = [wait for wait, _ in ordered]
    worst, tag = ordered[-1]
    return Delays(len(seconds), median(seconds), seconds[ceil(0.95 * len(seconds)) - 1], worst, tag)


def _peak(times: list[datetime]) -> tuple[int, datetime | None]:
    """Return the most new alarms within any ten minutes, and when these began."""
    most, when, first = 0, None, 0
    for n, at in enumerate(times):
        while times[first] <= at - _WINDOW:
            first += 1
        if n - first + 1 > most:
            most, when = n - first + 1, times[first]
    return most, when


def _floods(times: list[datetime], bounds: AlarmBounds) -> tuple[AlarmFlood, ...]:
    """Return the floods, from the alarm that begins one until fewer than the bound come within the window."""
    window = timedelta(seconds=bounds.flood_window_s)
    found: list[AlarmFlood] = []
    recent: list[datetime] = []
    begins: datetime | None = None
    count = 0
    for at in times:
        left = [moment for moment in recent if moment > at - window]
        if begins is not None and len(left) < bounds.flood_end_count:
            found.append(AlarmFlood(begins, recent[-1], count))
            begins = None
        recent = [*left, at]
        if begins is not None:
            count += 1
        elif len(recent) > bounds.flood_count:
            begins, count = recent[0], len(recent)
    if begins is not None:
        found.append(AlarmFlood(begins, recent[-1], count))
    return tuple(found)
