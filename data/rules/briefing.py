"""The facts that a briefing rests on, from the situation alone: after a restart the same steps give the same picture.

What only stations' boards and the twin know at a moment is no step and could not be shown again; what the rules
concluded from it (readings worth a step, the reckoning that was kept) is in the situation and is used here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from data.model.alarms import AlarmClass
from data.model.frozen import Fact, Frozen, InTheWay, Missing, StationState, TaskTally, Topic
from data.model.office import Briefing
from data.model.people import Whereabouts
from data.model.river import HUAYUANKOU
from data.model.situation import Situation
from data.model.task import TaskState
from data.rules.coming import standing_forecast, standing_outlook
from data.rules.exposure import exposure, flow_at_stake
from data.rules.freshness import is_stale
from data.rules.needs import shortage
from data.rules.plan import in_force
from data.rules.tasks import circumstances
from data.rules.trend import next_threshold, rate_of_rise, thresholds_of

_OUT = frozenset({TaskState.ISSUED, TaskState.ACKNOWLEDGED, TaskState.ON_SITE, TaskState.IN_PROGRESS})


def facts(now: Situation, at: datetime) -> Frozen:
    """Return what is known at `at`, with the time of each figure and whether it is too old for the level."""
    found = (
        *_river(now, at),
        *_coming(now),
        *_level(now),
        *_exposed(now),
        *_tasks(now, at),
        *_alarms(now),
        *_incidents(now),
        *_short(now),
    )
    return Frozen(at, now, found)


def _river(now: Situation, at: datetime) -> Iterator[Fact]:
    order = {row.id: place for place, row in enumerate(now.registers.stations.rows)}
    codes = sorted(now.readings, key=lambda code: (code != HUAYUANKOU, order.get(code, len(order)), code))
    for code in codes:
        reading = now.latest(code)
        if reading is None:
            continue
        stale = (
            bool(len(now.registers.reporting))
            and is_stale(reading, at, now.standing.level, now.registers.reporting.rows).stale
        )
        state = StationState(reading)
        if code == HUAYUANKOU and reading.flow_m3s is not None:
            rate = rate_of_rise(now.readings[code])
            ahead = next_threshold(reading.flow_m3s, thresholds_of(now.registers.tiers.rows), rate)
            state = StationState(
                reading,
                rate,
                None if ahead is None else ahead.flow_m3s,
                None if ahead is None else ahead.eta_s,
                ahead is None or ahead.rising,
            )
        yield Fact(Topic.RIVER, code, state, reading.at, (reading.flow_m3s, reading.stage_m), stale)


def _coming(now: Situation) -> Iterator[Fact]:
    official, own = standing_forecast(now), standing_outlook(now)
    if official is not None:
        yield Fact(Topic.COMING, "official", official, official.issued_at, (official.flow_m3s, official.valid_at))
    if own is not None:
        peak = max(point.flow_m3s for point in own.points)
        yield Fact(Topic.COMING, "own", own, own.made_at, (own.made_at, peak))


def _level(now: Situation) -> Iterator[Fact]:
    said = now.suggestion
    because = tuple(reason for reason in said.reasons if reason.level is said.level)
    yield Fact(Topic.LEVEL, "suggested", said, said.since, (said.level, because))
    yield Fact(Topic.LEVEL, "standing", now.standing, now.standing.since, (now.standing.level, now.standing.reason))


def _exposed(now: Situation) -> Iterator[Fact]:
    reached = exposure(now, flow_at_stake(now))
    if reached.growers or reached.keypeople:
        where = [now.where("growers", one) for one in reached.growers]
        keys = [now.where("keypeople", one) for one in reached.keypeople]
        both = (*where, *keys)
        way = InTheWay(
            reached.flow_m3s,
            len(where),
            sum(one is not Whereabouts.LEFT for one in where),
            len(keys),
            sum(one is not Whereabouts.LEFT for one in keys),
            reached.area_mu,
            reached.people,
            sum(one is Whereabouts.REFUSED for one in both),
            sum(one is Whereabouts.UNKNOWN for one in both),
        )
        yield Fact(Topic.EXPOSED, "all", way, None, (replace(way, flow_m3s=0.0),))  # more water, nobody more: no news
    if now.reckoned is not None:
        for count in now.reckoned.benches:
            if count.lines:
                yield Fact(Topic.EXPOSED, count.bench.value, count, now.reckoned.at, (count,))


def _tasks(now: Situation, at: datetime) -> Iterator[Fact]:
    states = [task.state for task in now.tasks.values()]
    late = sorted(
        (task for task in now.tasks.values() if task.overdue(at)), key=lambda task: (task.deadline or at, task.id)
    )
    if not states:
        return
    tally = TaskTally(
        states.count(TaskState.PENDING), sum(one in _OUT for one in states), states.count(TaskState.DONE), len(late)
    )
    yield Fact(Topic.TASKS, "all", tally, None, (tally,))
    for task in late:
        yield Fact(Topic.TASKS, task.id, task, task.deadline, (task.state, task.deadline))


def _alarms(now: Situation) -> Iterator[Fact]:
    kinds = now.registers.alarmkinds
    standing = [one for one in now.alarms.values() if not one.suppressed and one.tag not in now.shelves]
    for alarm in sorted(standing, key=lambda one: (-one.priority.rank, one.raised_at, one.tag)):
        kind = kinds.get(alarm.kind)
        if kind is None or kind.alarm_class is AlarmClass.ALARM:
            yield Fact(Topic.ALARMS, alarm.tag, alarm, alarm.raised_at, (alarm.state, alarm.priority))


def _incidents(now: Situation) -> Iterator[Fact]:
    still = [one for one in now.incidents.values() if one.closed_at is None]
    for incident in sorted(still, key=lambda one: (one.grade, one.at, one.id)):
        last = incident.history[-1].at if incident.history else incident.at
        yield Fact(Topic.INCIDENTS, incident.id, incident, last, (incident.state, incident.grade))


def _short(now: Situation) -> Iterator[Fact]:
    lacks = shortage(now, in_force(now.plan, circumstances(now)))
    for item, found in ((False, lacks.roles), (True, lacks.stock)):
        for lack in found:
            missing = Missing(lack.key, item, lack.need, lack.have)
            yield Fact(Topic.SHORT, f"{'item' if item else 'role'}:{lack.key}", missing, None, (missing,))


class Since(StrEnum):
    """What became of a fact after the freezing."""

    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Changed:
    """A fact that is not as it was: what it is now, None where it is gone."""

    since: Since
    live: Fact | None


def changes(frozen: Frozen, live: Frozen) -> Mapping[str, Changed]:
    """Return by key what differs between the frozen picture and the live one, the new ones after the old."""
    was, is_now = _by_key(frozen.facts), _by_key(live.facts)
    found: dict[str, Changed] = {}
    for key, fact in was.items():
        other = is_now.get(key)
        if other is None:
            found[key] = Changed(Since.GONE, None)
        elif other.substance != fact.substance:
            found[key] = Changed(Since.CHANGED, other)
    found.update({key: Changed(Since.NEW, fact) for key, fact in is_now.items() if key not in was})
    return MappingProxyType(found)


def _by_key(found: Iterable[Fact]) -> dict[str, Fact]:
    return {fact.key: fact for fact in found}


def unanswered(briefing: Briefing) -> tuple[str, ...]:
    """Return the roles that were asked and have not answered."""
    return tuple(role for role in briefing.roles if briefing.ballot_of(role) is None)
