"""Alarms as steps change them: what the engine found, and what persons did about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeVar

from immutables import Map

from data.model.alarm_steps import (
    AlarmsAcknowledged,
    AlarmsClosed,
    AlarmsMoved,
    AlarmsServiced,
    AlarmsShelved,
    AlarmsUnshelved,
)
from data.model.alarms import Alarm, AlarmChange, AlarmMove, Closing, OutOfService, Priority, Shelf
from data.model.people import Right
from data.model.situation import Situation
from data.model.steps import StepRefused

LONGEST_SHELF = timedelta(hours=24)
"""[设定] Nothing is put aside for longer than one shift and its relief."""

V = TypeVar("V")

AlarmBody = AlarmsMoved | AlarmsAcknowledged | AlarmsClosed | AlarmsShelved | AlarmsUnshelved | AlarmsServiced


def apply(now: Situation, body: AlarmBody, actor: str) -> Situation:
    """Return the situation after a step about alarms; StepRefused where it is not allowed."""
    match body:
        case AlarmsMoved(moves):
            return _moved(now, moves)
        case AlarmsAcknowledged(tags, note):
            return replace(now, alarms=_acknowledged(now, tags, note, actor))
        case AlarmsClosed(tags, done):
            return replace(now, alarms=_closed(now, tags, done))
        case AlarmsShelved():
            return _shelved(now, body, actor)
        case AlarmsUnshelved(tags, _):
            held = [tag for tag in tags if tag in now.shelves]
            if not held:
                raise StepRefused("not_shelved", tag=tags[0] if tags else "")
            return replace(now, shelves=_without(now.shelves, held))
        case AlarmsServiced():
            return _serviced(now, body, actor)


def priority_of(now: Situation, tag: str) -> Priority:
    """Return the priority of a tag: of its occurrence, else of its kind."""
    alarm = now.alarms.get(tag)
    if alarm is not None:
        return alarm.priority
    kind = now.registers.alarmkinds.get(tag.partition("/")[0])
    return Priority.MEDIUM if kind is None else kind.priority


def _moved(now: Situation, moves: tuple[AlarmMove, ...]) -> Situation:
    alarms = now.alarms
    for move in moves:
        after = _after(now, alarms.get(move.tag), move)
        if after is None:
            alarms = alarms.delete(move.tag) if move.tag in alarms else alarms
        else:
            alarms = alarms.set(move.tag, after)
    return replace(now, alarms=alarms)


def _after(now: Situation, alarm: Alarm | None, move: AlarmMove) -> Alarm | None:
    """Return the occurrence after a finding; None when it stands no longer."""
    if move.change is AlarmChange.RAISED or (alarm is None and move.change is AlarmChange.AGAIN):
        return Alarm(
            move.tag, move.kind, move.ref, move.group, move.priority, move.at, move.value, move.limit, move.value,
            move.params, move.times, move.at,
        )  # fmt: skip
    if alarm is None:
        return None
    match move.change:
        case AlarmChange.AGAIN | AlarmChange.WORSE:
            # What got worse is news again, at the same priority too: one more person cut off wants another look.
            seen = (
                move.change is AlarmChange.AGAIN
                and move.priority.rank <= alarm.priority.rank
                and alarm.returned_at is None
            )
            return replace(
                alarm,
                value=move.value,
                limit=move.limit,
                worst=_worse(alarm.worst, move.value),
                params=move.params,
                priority=max(alarm.priority, move.priority, key=lambda one: one.rank),
                times=alarm.times + (move.change is AlarmChange.AGAIN),
                last_at=move.at,
                returned_at=None,
                acked_at=alarm.acked_at if seen else None,
                acked_by=alarm.acked_by if seen else "",
            )
        case AlarmChange.RETURNED:
            returned = replace(alarm, returned_at=move.at, value=move.value, last_at=move.at)
            return None if alarm.acked_at is not None and _ends_itself(now, alarm) else returned
        case AlarmChange.CHATTERS | AlarmChange.STEADY:
            times = max(alarm.times, move.times)
            return replace(alarm, chatters=move.change is AlarmChange.CHATTERS, times=times, last_at=move.at)
        case AlarmChange.SUPPRESSED | AlarmChange.RESUMED:
            return replace(alarm, suppressed=move.change is AlarmChange.SUPPRESSED)
        case AlarmChange.ENDED:
            return None


def _worse(worst: float | None, value: float | None) -> float | None:
    if worst is None or value is None:
        return worst if value is None else value
    return max(worst, value, key=abs)


def _ends_itself(now: Situation, alarm: Alarm) -> bool:
    kind = now.registers.alarmkinds.get(alarm.kind)
    return kind is None or kind.closing is Closing.SELF


def _acknowledged(now: Situation, tags: tuple[str, ...], note: str, actor: str) -> Map[str, Alarm]:
    alarms = now.alarms
    for tag in tags:
        alarm = alarms.get(tag)
        if alarm is None:
            raise StepRefused("no_such_alarm", tag=tag)
        if alarm.acked_at is not None:
            continue
        seen = replace(alarm, acked_at=now.at, acked_by=actor, note=note or alarm.note)
        gone = not seen.active and _ends_itself(now, alarm)
        alarms = alarms.delete(tag) if gone else alarms.set(tag, seen)
    return alarms


def _closed(now: Situation, tags: tuple[str, ...], done: str) -> Map[str, Alarm]:
    if not done.strip():
        raise StepRefused("alarm_done_missing")
    alarms = now.alarms
    for tag in tags:
        alarm = alarms.get(tag)
        if alarm is None:
            raise StepRefused("no_such_alarm", tag=tag)
        if alarm.acked_at is None:
            raise StepRefused("alarm_not_acked", tag=tag)
        if alarm.active:
            raise StepRefused("alarm_active", tag=tag)
        alarms = alarms.delete(tag)
    return alarms


def _shelved(now: Situation, body: AlarmsShelved, actor: str) -> Situation:
    _demand_reason(body.reason)
    if not now.at < body.until <= now.at + LONGEST_SHELF:
        raise StepRefused("shelf_too_long", hours=LONGEST_SHELF.total_seconds() / 3600)
    for tag in body.tags:
        _demand_leader(now, tag, actor)
    shelves = {tag: Shelf(tag, body.until, body.reason, actor, now.at) for tag in body.tags}
    return replace(now, shelves=now.shelves.update(shelves))


def _serviced(now: Situation, body: AlarmsServiced, actor: str) -> Situation:
    _demand_reason(body.reason)
    if not body.out:
        held = [tag for tag in body.tags if tag in now.out_of_service]
        if not held:
            raise StepRefused("not_out_of_service", tag=body.tags[0] if body.tags else "")
        return replace(now, out_of_service=_without(now.out_of_service, held))
    for tag in body.tags:
        _demand_leader(now, tag, actor)
    out = {tag: OutOfService(tag, body.reason, actor, now.at) for tag in body.tags}
    kept = _without(now.alarms, [tag for tag in body.tags if tag in now.alarms])
    return replace(now, out_of_service=now.out_of_service.update(out), alarms=kept)


def _demand_reason(reason: str) -> None:
    if not reason.strip():
        raise StepRefused("reason_missing")


def _demand_leader(now: Situation, tag: str, actor: str) -> None:
    """An alarm of high priority is put aside by whoever may sign only (peers.md §6, rule 6)."""
    if priority_of(now, tag) is not Priority.HIGH or not len(now.registers.users):
        return
    user = now.registers.users.get(actor)
    if user is None or not user.may(Right.SIGN):
        raise StepRefused("right_missing", user=actor, right=Right.SIGN)


def expired(now: Situation, at: datetime) -> tuple[str, ...]:
    """Return the tags whose time on the shelf is over."""
    return tuple(shelf.tag for shelf in now.shelves.values() if shelf.until <= at)


def _without(held: Map[str, V], tags: list[str]) -> Map[str, V]:
    for tag in tags:
        held = held.delete(tag)
    return held
