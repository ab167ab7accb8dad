"""What was late, missed or left out: tasks against their deadlines, people who never answered, patrols, people left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import pairwise

from data.model.alarm_steps import AlarmsMoved
from data.model.alarms import AlarmChange
from data.model.people import Whereabouts
from data.model.scores import Moved, PatrolScore, Tally, TaskGaps, Unanswered, Verdict
from data.model.situation import Situation
from data.model.steps import WhereaboutsSet
from data.model.task import Move, Task, TaskState
from data.rules.alarms.front import PATROL_GAP
from data.rules.contacts import contact
from data.rules.ladder import unanswered as missing_of
from data.rules.patrolling import sections
from data.rules.performance.story import Line
from data.rules.performance.timings import Period

_GONE = frozenset({TaskState.WITHDRAWN, TaskState.EXEMPT})
_ENDS = frozenset({Move.WITHDRAW, Move.EXEMPT, Move.VERIFY})
NOWHERE = "—"
"""Stands for people of no grid."""


def tallied(verdicts: Iterable[tuple[str, Verdict]]) -> tuple[Tally, ...]:
    """Count verdicts by their key, keys in order; those without a key are left out."""
    counted: dict[str, Counter[Verdict]] = {}
    for key, verdict in verdicts:
        if key:
            counted.setdefault(key, Counter())[verdict] += 1
    return tuple(tally(key, counted[key].elements()) for key in sorted(counted))


def tally(key: str, verdicts: Iterable[Verdict]) -> Tally:
    """Count verdicts."""
    count = Counter(verdicts)
    return Tally(
        key, count.total(), count[Verdict.IN_TIME], count[Verdict.LATE], count[Verdict.MISSED], count[Verdict.OPEN]
    )


def task_gaps(now: Situation, span: Period) -> TaskGaps:
    """Return how the tasks issued in the span did against their deadlines, and those that were never issued."""
    judged: list[tuple[Task, Verdict]] = []
    for task in sorted(now.tasks.values(), key=lambda task: task.id):
        verdict = verdict_of(task, span[1]) if task.issued_at is not None and _in(task.issued_at, span) else None
        if verdict is not None:
            judged.append((task, verdict))
    waiting = (task.id for task in now.tasks.values() if task.state is TaskState.PENDING and _in(task.raised_at, span))
    return TaskGaps(
        tally("", (verdict for _, verdict in judged)),
        tallied((task.role, verdict) for task, verdict in judged),
        tallied((task.instruction, verdict) for task, verdict in judged),
        tuple(task.id for task, verdict in judged if verdict is Verdict.LATE),
        tuple(task.id for task, verdict in judged if verdict is Verdict.MISSED),
        tuple(sorted(waiting)),
    )


def verdict_of(task: Task, ends: datetime) -> Verdict | None:
    """Judge a task by what was done before `ends`; None when it was taken back before it was due.

    A repeating task is in time while each of its rounds is; the first is due by its deadline.
    """
    if task.issued_at is None:
        return None
    due = task.issued_at + timedelta(minutes=task.deadline_min)
    marks = [mark for mark in task.history if task.issued_at <= mark.at < ends]
    done = [mark.at for mark in marks if mark.move is Move.FINISH]
    over = next((mark.at for mark in marks if mark.move in _ENDS), None)
    until = ends if over is None else over
    if not done:
        return Verdict.MISSED if until > due else None if task.state in _GONE else Verdict.OPEN
    late = done[0] > due
    if task.repeat_min:
        between = timedelta(minutes=task.repeat_min)
        late = late or any(b - a > between for a, b in pairwise([*done, until]))
    return Verdict.LATE if late else Verdict.IN_TIME


def _in(at: datetime, span: Period) -> bool:
    return span[0] <= at < span[1]


def unanswered(now: Situation, span: Period) -> Unanswered:
    """Count the people whom a push of the span was sent to and who never answered one, by role and by grid."""
    asked: set[str] = set()
    silent: set[str] = set()
    for push in now.pushes.values():
        if push.sent_at is not None and _in(push.sent_at, span):
            asked |= {receipt.person for receipt in push.receipts}
            silent |= set(missing_of(push))
    roles: Counter[str] = Counter()
    grids: Counter[str] = Counter()
    for person in silent:
        staff = now.registers.staff.get(person)
        if staff is not None:
            roles[staff.role] += 1
        else:
            found = contact(now, person)
            grids[(found.grid if found is not None else "") or NOWHERE] += 1
    return Unanswered(len(silent), len(asked), tuple(sorted(roles.items())), tuple(sorted(grids.items())))


def patrols(lines: Iterable[Line], now: Situation, span: Period) -> PatrolScore:
    """Count walks, sections nobody walked, and alarms of sections that were not walked often enough."""
    walks = [walk for walk in now.patrols.values() if _in(walk.started_at, span)]
    known = {row.id for row in sections(now)}
    alarms = sum(
        move.kind == PATROL_GAP and move.change in (AlarmChange.RAISED, AlarmChange.AGAIN)
        for _, step in lines
        if isinstance(step.body, AlarmsMoved) and _in(step.at, span)
        for move in step.body.moves
    )
    return PatrolScore(len(walks), len(known), len(known - {walk.section for walk in walks}), alarms)


def moved(lines: Iterable[Line], now: Situation, span: Period) -> tuple[Moved, ...]:
    """Return how far each register of people was brought out by the end, if anybody of it was told to go at all."""
    times: dict[str, list[datetime]] = {}
    for _, step in lines:
        body = step.body
        if isinstance(body, WhereaboutsSet) and _in(step.at, span):
            times.setdefault(body.register, [])
            if body.state is Whereabouts.LEFT:
                times[body.register].append(step.at)
    found: list[Moved] = []
    for register in sorted(times):
        rows = now.registers.of(register)
        states = Counter(now.where(register, row.id) for row in rows)
        left = times[register]
        by_state = tuple((state.value, states[state]) for state in Whereabouts if states[state])
        found.append(Moved(register, len(rows), by_state, min(left, default=None), max(left, default=None)))
    return tuple(found)
