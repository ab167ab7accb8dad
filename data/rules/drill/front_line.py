"""What the front line of a drill does by itself: tasks, incidents, roll-calls, people who leave, patrols."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from data.model.dispatch import IncidentState
from data.model.field import Answer, Patrol
from data.model.field_steps import MusterAnswered, MusterClosed, PatrolEnded, PatrolStarted
from data.model.levels import Level
from data.model.people import Whereabouts
from data.model.situation import Situation
from data.model.steps import IncidentAmended, IncidentMoved, Step, TasksMoved, WhereaboutsSet
from data.model.task import Evidence, Move, Task, TaskState
from data.rules.drill.cast import LEADERS, Cast, leader, on_duty, step
from data.rules.drill.scene import silent_people
from data.rules.exposure import exposure, flow_at_stake
from data.rules.incident_loop import LOOP, SENT_FIRST, reports_sent
from data.rules.patrolling import interval_in_force, sections

_WORKING = (TaskState.ISSUED, TaskState.ACKNOWLEDGED, TaskState.ON_SITE, TaskState.IN_PROGRESS)
_LATE = 1.25
"""[设定] Share of its time after which a task that comes late is done."""
_LOOKS_MIN = 5
"""Minutes of the clock between two looks at people who leave and at sections to walk."""
_WALK = timedelta(minutes=40)
_WALKS_APART = timedelta(hours=3)
_STILL_THERE = (Whereabouts.UNTOLD, Whereabouts.TOLD, Whereabouts.SIGNED, Whereabouts.LEAVING)


def front(cast: Cast, now: Situation, at: datetime) -> Iterator[Step]:
    """Yield what the front line does: tasks, incidents, roll-calls, people who leave, patrols."""
    yield from _tasks(cast, now, at)
    yield from _incidents(cast, now, at)
    yield from _musters(cast, now, at)
    if at.minute % _LOOKS_MIN == 0:
        yield from _people(cast, now, at)
        yield from _patrols(cast, now, at)


def _stamp(at: datetime) -> str:
    return f"{at:%m%d%H%M%S}"


def _tasks(cast: Cast, now: Situation, at: datetime) -> Iterator[Step]:
    """Acknowledge, arrive and finish with proof, each in its time; some late, some never; leaders verify."""
    made: dict[Move, list[str]] = {}
    for task in now.tasks.values():
        move = _next_move(cast, task, at)
        if move is not None:
            made.setdefault(move, []).append(task.id)
    for move in (Move.ACKNOWLEDGE, Move.ARRIVE, Move.FINISH, Move.VERIFY):
        ids = tuple(sorted(made.get(move, ())))
        if ids:
            by = leader(now) if move is Move.VERIFY else on_duty(now)
            proof = (Evidence("text", at, by, "脚本席位电话回报：已按要求完成"),) if move is Move.FINISH else ()
            body = TasksMoved(ids, move, "按时完成" if proof else "", evidence=proof)
            yield step(f"{move.value}-{_stamp(at)}", at, by, body)


def _next_move(cast: Cast, task: Task, at: datetime) -> Move | None:
    if task.state is TaskState.DONE:
        done = task.history[-1].at
        return Move.VERIFY if at >= done + cast.after(LEADERS, "verify", task.id) else None
    if task.state not in _WORKING or task.issued_at is None:
        return None
    spent = at - task.issued_at
    if task.state is TaskState.ISSUED:
        return Move.ACKNOWLEDGE if spent >= cast.after(task.role, "ack", task.id) else None
    if task.rounds and task.repeat_min and task.deadline is not None:
        room = timedelta(minutes=task.repeat_min * (0.1 + 0.25 * cast.draw("round", task.id, str(task.rounds))))
        return Move.FINISH if at >= task.deadline - room else None
    allowed = timedelta(minutes=task.deadline_min)
    finishes = allowed * (0.35 + 0.5 * cast.draw("finish", task.id))
    if cast.misses(task.role, "task", task.id):
        finishes = allowed * _LATE if cast.draw("late", task.id) < 0.6 else timedelta.max
    if spent >= finishes:
        return Move.FINISH
    arrives = task.state is TaskState.ACKNOWLEDGED and spent >= min(finishes, allowed) * 0.6
    return Move.ARRIVE if arrives else None


def _incidents(cast: Cast, now: Situation, at: datetime) -> Iterator[Step]:
    """Report it up once, then go round the loop a state at a time; it is filed hours after it was controlled."""
    for one in sorted(now.incidents.values(), key=lambda one: one.id):
        if one.closed_at is not None:
            continue
        pace = cast.after("R07", "incident", one.id)
        if not reports_sent(one) and at >= one.at + cast.after("R05", "first", one.id) / 2:
            yield step(f"first-{one.id}", at, on_duty(now), IncidentAmended(one, f"{SENT_FIRST}区防指"))
            continue
        place = LOOP.index(one.state)
        if one.state is IncidentState.FILED:
            continue
        after = LOOP[place + 1]
        slow = 12 if after in (IncidentState.CONTROLLED, IncidentState.REVIEWED, IncidentState.FILED) else 1
        last = one.history[-1].at if one.history else one.at
        if at >= last + pace * slow:
            moved = IncidentMoved(one.id, after, "脚本席位：按方案处置")
            yield step(f"{after.value}-{one.id}-{_stamp(at)}", at, on_duty(now), moved)


def _musters(cast: Cast, now: Situation, at: datetime) -> Iterator[Step]:
    open_ = sorted((one for one in now.musters.values() if one.closed_at is None), key=lambda one: one.id)
    silent = silent_people(cast.scenario, now, at) if open_ else frozenset[str]()
    for one in open_:
        here = tuple(
            line.person
            for line in one.lines
            if line.answer is Answer.NONE
            and line.person not in silent
            and cast.draw("muster", one.id, line.person) < 0.96
            and at >= one.called_at + cast.after("R22", one.id, line.person)
        )
        if here:
            yield step(f"here-{one.id}-{_stamp(at)}", at, on_duty(now), MusterAnswered(one.id, here, Answer.PRESENT))
        elif at >= one.called_at + timedelta(minutes=one.minutes):
            yield step(f"over-{one.id}", at, on_duty(now), MusterClosed(one.id, "点名时间到"))


def _people(cast: Cast, now: Situation, at: datetime) -> Iterator[Step]:
    """Whoever the water reaches is told and leaves, each in his time; not who refuses or is missing."""
    if now.standing.level is Level.NONE or now.standing.since is None:
        return
    there = exposure(now, flow_at_stake(now))
    since = now.standing.since
    for register, ids in (("growers", there.growers), ("keypeople", there.keypeople)):
        told = _moving(cast, now, at - since, register, ids, Whereabouts.TOLD)
        left = _moving(cast, now, at - since, register, ids, Whereabouts.LEFT)
        for state, people in ((Whereabouts.TOLD, told), (Whereabouts.LEFT, left)):
            if people:
                body = WhereaboutsSet(register, people, state, "包保责任人回报")
                yield step(f"{register}-{state.name.lower()}-{_stamp(at)}", at, on_duty(now), body)


def _moving(
    cast: Cast, now: Situation, spent: timedelta, register: str, ids: Iterable[str], state: Whereabouts
) -> tuple[str, ...]:
    """Return who is told (within the hour) or leaves (within some hours) by now."""
    whole = timedelta(minutes=50) if state is Whereabouts.TOLD else timedelta(minutes=200)
    begins = timedelta(0) if state is Whereabouts.TOLD else timedelta(minutes=30)
    before = (Whereabouts.UNTOLD,) if state is Whereabouts.TOLD else _STILL_THERE[1:]
    return tuple(
        sorted(
            one
            for one in ids
            if now.where(register, one) in before and spent >= begins + whole * cast.draw("goes", register, one)
        )
    )


def _patrols(cast: Cast, now: Situation, at: datetime) -> Iterator[Step]:
    """Walk each section once in a while while a level stands: the walk is told, not its track."""
    for one in sorted(now.patrols.values(), key=lambda one: one.id):
        if one.ended_at is None and at >= one.started_at + _WALK:
            share = round(0.9 + 0.1 * cast.draw("walk", one.id), 3)
            yield step(f"walked-{one.id}", at, one.person, PatrolEnded(one.id, 40, 1000.0, share))
    if now.standing.level is Level.NONE:
        return
    _, interval = interval_in_force(now, flow_at_stake(now))
    apart = max(_WALKS_APART, timedelta(minutes=interval or 0.0))
    last: dict[str, datetime] = {}
    for one in now.patrols.values():
        last[one.section] = max(one.started_at, last.get(one.section, one.started_at))
    walkers = [squad.leader for squad in now.registers.squads if squad.leader]
    for n, section in enumerate(sections(now)):
        due = last.get(section.id)
        if walkers and (due is None or at >= due + apart * (0.8 + 0.3 * cast.draw("patrol", section.id))):
            walk = Patrol(f"walk-{section.id}-{_stamp(at)}", walkers[n % len(walkers)], section.id, at)
            yield step(walk.id, at, walk.person, PatrolStarted(walk))
