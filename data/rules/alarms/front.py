"""Conditions of dyke, people and means: incidents, stones, people, who does not answer, patrols, stock, tasks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType

from data.model.dispatch import Push, PushState
from data.model.field import Answer
from data.model.places import Stone, StoneState
from data.model.register import Register
from data.model.situation import Course, Situation
from data.model.task import Task
from data.rules.alarms.condition import Condition
from data.rules.alarms.extra import Extra, Memo
from data.rules.exposure import flow_at_stake
from data.rules.incident_loop import pressing as pressing_limit
from data.rules.ladder import unanswered
from data.rules.needs import shortage
from data.rules.patrolling import interval_in_force, open_gaps
from data.rules.plan import in_force
from data.rules.tasks import circumstances
from data.rules.watches import ends_at, is_overdue, running

INCIDENT_LARGE, INCIDENT_LATE = "incident.large", "incident.late"
STONE_MOVED, STONE_SILENT = "stone.moved", "stone.silent"
PEOPLE_CUT_OFF, PEOPLE_LEAVE, PEOPLE_UNANSWERED = "people.cutoff", "people.leave", "people.unanswered"
HELP, PATROL_GAP, STOCK_LOW, TASK_OVERDUE = "help.asked", "patrol.gap", "stock.low", "task.overdue"
LARGE, MAJOR = 2, 1
NAMED = 20
"""So many ids at most stand in the parameters of a count."""
_STONES: Mapping[StoneState, str] = MappingProxyType(
    {StoneState.MOVED: STONE_MOVED, StoneState.LOST: STONE_MOVED, StoneState.OFFLINE: STONE_SILENT}
)


def conditions(now: Situation, at: datetime, extra: Extra, memo: Memo) -> Iterator[Condition]:
    """Say what holds of dyke, people and means."""
    yield from _incidents(now, at, extra)
    yield from memo.of("stones", (now.stones, now.registers.stones, now.registers.spurs), lambda: _stones(now))
    yield from memo.of("reckoned", (now.reckoned,), lambda: _people(now))
    yield from _unanswered(now, at, extra, memo)
    yield from _help(now, at)
    yield from _patrols(now, at, extra, memo)
    stock = (now.registers.stock, now.plan, memo.same("circumstances", circumstances(now)))
    yield from memo.of("stock", stock, lambda: _stock(now))
    yield from _tasks(now, at, memo)


def _incidents(now: Situation, at: datetime, extra: Extra) -> Iterator[Condition]:
    for one in now.incidents.values():
        if one.closed_at is not None:
            continue
        params = (
            ("incident", one.id), ("grade", str(one.grade)), ("place", one.place), ("works", one.works),
            ("what", one.kind),
        )  # fmt: skip
        if one.grade <= LARGE:
            yield Condition(INCIDENT_LARGE, one.id, params=params)
        if one.grade <= MAJOR:  # what rises to the highest grade is another alarm, however well the first is known
            yield Condition(INCIDENT_LARGE, f"{one.id}/major", params=params)
        limit = None if extra.incidents is None else pressing_limit(one, extra.incidents)
        if limit is not None and limit.overdue(at):
            late = (*params, ("limit", limit.limit.what.value), ("due", limit.due.isoformat()))
            yield Condition(INCIDENT_LATE, f"{one.id}/{limit.limit.what.value}", params=late)


def _stones(now: Situation) -> tuple[Condition, ...]:
    spurs = now.registers.spurs
    found: list[Condition] = []
    for stone in _known(now, now.registers.stones):
        state = now.stones.get(stone.id, stone.state)
        if state in _STONES:
            spur = spurs.get(stone.spur)
            works = "" if spur is None else spur.works
            params = (("works", works), ("spur", stone.spur), ("state", state.name.lower()), ("stone", stone.id))
            found.append(Condition(_STONES[state], stone.id, params=params))
    return tuple(found)


def _known(now: Situation, stones: Register[Stone]) -> Iterator[Stone]:
    """Stones that somebody has to look at: of the register those that are bad there, and all that were set since."""
    for stone in stones:
        if stone.state in _STONES or stone.id in now.stones:
            yield stone


def _people(now: Situation) -> tuple[Condition, ...]:
    if now.reckoned is None:
        return ()
    found: list[Condition] = []
    for one in now.reckoned.benches:
        for kind, count in ((PEOPLE_CUT_OFF, one.cut_off), (PEOPLE_LEAVE, one.leave_now)):
            if count:
                first = () if one.first is None else (("first", one.first.isoformat()),)
                params = (("bench", one.bench.value), ("origin", now.reckoned.origin.value), *first)
                found.append(Condition(kind, one.bench.value, float(count), params=params, grows=True))
    return tuple(found)


def _unanswered(now: Situation, at: datetime, extra: Extra, memo: Memo) -> Iterator[Condition]:
    wait, last = timedelta(minutes=extra.bounds.unanswered_min), timedelta(hours=extra.bounds.unanswered_until_h)
    for push, sent_at, missing in memo.of("pushes", (now.pushes,), lambda: _missing(now, at - last)):
        if missing and wait <= at - sent_at <= last:
            params = (("push", push.id), ("title", push.title), ("sent", str(len(push.receipts))))
            yield Condition(PEOPLE_UNANSWERED, push.id, float(missing), params=params)
    for muster in now.musters.values():
        if muster.closed_at is None and ends_at(muster) <= at:
            missing = sum(line.answer is Answer.NONE for line in muster.lines)
            if missing:
                params = (("muster", muster.id), ("title", muster.title), ("sent", str(len(muster.lines))))
                yield Condition(PEOPLE_UNANSWERED, muster.id, float(missing), params=params)


def _missing(now: Situation, since: datetime) -> tuple[tuple[Push, datetime, int], ...]:
    """Count who has not answered the pushes sent since a time."""
    return tuple(
        (push, push.sent_at, len(unanswered(push)))
        for push in now.pushes.values()
        if push.state is PushState.SENT and push.sent_at is not None and push.sent_at >= since
    )


def _help(now: Situation, at: datetime) -> Iterator[Condition]:
    for watch in running(now):
        help_wanted = watch.help_at is not None
        if help_wanted or is_overdue(watch, at):
            why = "help" if help_wanted else "overdue"
            params = (("watch", watch.id), ("team", watch.team), ("place", watch.place), ("why", why))
            yield Condition(HELP, watch.id, params=params)
    for muster in now.musters.values():
        if muster.closed_at is None:
            for line in muster.lines:
                if line.answer is Answer.HELP:
                    params = (("muster", muster.id), ("person", line.person), ("why", "muster"))
                    yield Condition(HELP, f"{muster.id}/{line.person}", params=params)


def _patrols(now: Situation, at: datetime, extra: Extra, memo: Memo) -> Iterator[Condition]:
    """Sections not walked within the interval in force.

    A desk that no walk was ever told to does not know of any: nothing is said before the first one of the day.
    """
    if now.basis.course is Course.NORMAL:
        return
    _, interval = interval_in_force(now, flow_at_stake(now))
    coverage = memo.same("coverage", extra.coverage)
    key = (coverage, memo.same("minute", int(at.timestamp() // 60)), memo.same("interval", interval))
    yield from memo.of("patrols", key, lambda: _gaps(at, extra, interval))


def _gaps(at: datetime, extra: Extra, interval: float | None) -> tuple[Condition, ...]:
    if interval is None or not any(last is not None for one in extra.coverage for last in one.last):
        return ()
    found: list[Condition] = []
    for one in extra.coverage:
        gaps = open_gaps(one, at, interval)
        if gaps:
            section = one.ground.section
            never = any(gap.since is None for gap in gaps)
            metres = sum(gap.to_m - gap.from_m for gap in gaps)
            oldest = min((gap.since for gap in gaps if gap.since is not None), default=None)
            params = (
                ("section", section), ("metres", f"{metres:.0f}"), ("interval_min", f"{interval:.0f}"),
                ("since", "" if never or oldest is None else oldest.isoformat()),
            )  # fmt: skip
            found.append(Condition(PATROL_GAP, section, params=params))
    return tuple(found)


def _stock(now: Situation) -> tuple[Condition, ...]:
    """Stock under its floor, and stock that what is in force at this flow would use up: one alarm each, for one act."""
    found: list[Condition] = []
    low = [row.id for row in now.registers.stock if row.quantity < row.floor]
    if low:
        params = (("items", ";".join(low[:NAMED])),)
        found.append(Condition(STOCK_LOW, "floor", float(len(low)), params=params, grows=True))
    if now.basis.course is Course.RISING:
        lacks = shortage(now, in_force(now.plan, circumstances(now))).stock
        if lacks:
            params = (("items", ";".join(lack.key for lack in lacks[:NAMED])),)
            found.append(Condition(STOCK_LOW, "needed", float(len(lacks)), params=params, grows=True))
    return tuple(found)


def _tasks(now: Situation, at: datetime, memo: Memo) -> Iterator[Condition]:
    """Tasks past their time, one alarm a role: it is the role that is urged."""
    timed = memo.of("timed", (now.tasks,), lambda: _timed(now))
    late: dict[str, list[str]] = {}
    for task in timed:
        if task.overdue(at):
            late.setdefault(task.role, []).append(task.id)
    for role, ids in late.items():
        params = (("role", role), ("tasks", ";".join(sorted(ids)[:NAMED])))
        yield Condition(TASK_OVERDUE, role, float(len(ids)), params=params, grows=True)


def _timed(now: Situation) -> tuple[Task, ...]:
    return tuple(task for task in now.tasks.values() if task.state.open and task.deadline is not None)
