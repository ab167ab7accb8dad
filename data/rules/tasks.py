"""Tasks: raised by the plan, moved by people, withdrawn with a reason; never lost (design.md §1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType

from data.model.levels import Level
from data.model.places import StoneState
from data.model.plan import Instruction
from data.model.situation import Basis, Cause, Course, Situation
from data.model.steps import StepRefused, TasksMoved
from data.model.task import Mark, Move, Task, TaskState
from data.rules.coming import standing_forecast
from data.rules.plan import Circumstances, in_force, tier_of

_WORKING = frozenset({TaskState.ISSUED, TaskState.ACKNOWLEDGED, TaskState.ON_SITE, TaskState.IN_PROGRESS})
_STONE_EVENTS = MappingProxyType({StoneState.MOVED: "stone.moved", StoneState.LOST: "stone.lost"})
_OPEN = frozenset(state for state in TaskState if state.open)

ALLOWED: Mapping[Move, frozenset[TaskState]] = MappingProxyType(
    {
        Move.ISSUE: frozenset({TaskState.PENDING}),
        Move.ACKNOWLEDGE: frozenset({TaskState.ISSUED}),
        Move.ARRIVE: frozenset({TaskState.ISSUED, TaskState.ACKNOWLEDGED}),
        Move.PROGRESS: _WORKING,
        Move.FINISH: _WORKING,
        Move.VERIFY: frozenset({TaskState.DONE}),
        Move.SEND_BACK: frozenset({TaskState.DONE}),
        Move.REASSIGN: _WORKING | {TaskState.PENDING},
        Move.ESCALATE: _OPEN,
        Move.WITHDRAW: _OPEN,
        Move.EXEMPT: _OPEN,
    }
)
"""From which states each move may be made."""

_LEADS_TO: Mapping[Move, TaskState] = MappingProxyType(
    {
        Move.ISSUE: TaskState.ISSUED,
        Move.ACKNOWLEDGE: TaskState.ACKNOWLEDGED,
        Move.ARRIVE: TaskState.ON_SITE,
        Move.PROGRESS: TaskState.IN_PROGRESS,
        Move.FINISH: TaskState.DONE,
        Move.VERIFY: TaskState.VERIFIED,
        Move.SEND_BACK: TaskState.IN_PROGRESS,
        Move.WITHDRAW: TaskState.WITHDRAWN,
        Move.EXEMPT: TaskState.EXEMPT,
    }
)
BY_RULE = frozenset({"superseded", "tier_ended"})
"""Reasons for which a task is withdrawn by the plan, so that it is raised again when the plan asks for it again."""
CUT_OFF = "relocation.cut_off"
"""The event that calls the boat team: somebody has no way by road any more."""
_NEEDS_NOTE = frozenset({Move.SEND_BACK, Move.WITHDRAW, Move.EXEMPT, Move.ESCALATE})


def circumstances(now: Situation, basis: Basis | None = None) -> Circumstances:
    """Return what decides the task list at this moment."""
    basis = now.basis if basis is None else basis
    forecast = standing_forecast(now)
    return Circumstances(
        basis.flow_m3s,
        None if forecast is None else forecast.flow_m3s,
        max(now.standing.level, _suggested(now)) if basis.course is Course.RISING else now.standing.level,
        basis.course,
        basis.peak_tier,
        events_of(now),
    )


def _suggested(now: Situation) -> Level:
    """Return the suggested level but for the desk's own outlook: that suggests, and raises no task."""
    causes = (why for why in now.suggestion.reasons if why.cause is not Cause.OUTLOOK)
    return max((why.level for why in causes), default=Level.NONE)


def events_of(now: Situation) -> frozenset[str]:
    """Return the trigger expressions that hold because of incidents, stones and orders."""
    events: set[str] = set()
    for incident in now.incidents.values():
        if incident.closed_at is None:
            grade = {1: "incident.major", 2: "incident.large"}.get(incident.grade, "incident.general")
            events |= {incident.event, grade}
    events |= {_STONE_EVENTS[state] for state in now.stones.values() if state in _STONE_EVENTS}
    if any(order.ended_at is None for order in now.orders.values()):
        events.add("order")
    if now.reckoned is not None and now.reckoned.boats:
        events.add(CUT_OFF)
    return frozenset(events)


def follow(now: Situation) -> Situation:
    """Let the task list rise with the observed flow and the events; it never falls here.

    Pending tasks that are no longer wanted are withdrawn: they never went out. Issued ones wait for a signature.
    """
    basis = _risen(now)
    wanted = in_force(now.plan, circumstances(now, basis))
    tasks = _raised(now, basis, wanted)
    if basis == now.basis and tasks is None:
        return now
    return replace(now, basis=basis, tasks=now.tasks if tasks is None else now.tasks.update(tasks))


def _risen(now: Situation) -> Basis:
    flow = now.flow_m3s
    if flow is None or flow <= now.basis.flow_m3s:
        return now.basis
    tier = tier_of(flow, now.registers.tiers)
    number = now.basis.tier if tier is None else tier.number
    if number == 0:
        return replace(now.basis, flow_m3s=flow, tier=0)
    fresh = now.basis.course in (Course.NORMAL, Course.AFTERMATH)
    if not fresh and now.basis.course is Course.RECEDING and number <= now.basis.tier:
        return now.basis
    peak = number if fresh else max(now.basis.peak_tier, number)
    return Basis(flow, number, Course.RISING, peak, now.basis.event + fresh)


def _raised(now: Situation, basis: Basis, wanted: tuple[Instruction, ...]) -> dict[str, Task] | None:
    """Return the tasks that change: newly pending ones, and pending ones that are no longer wanted."""
    wanted_ids = {row.id for row in wanted}
    here = event_tasks(now, basis.event)
    changed: dict[str, Task] = {}
    for row in wanted:
        if row.id not in here or here[row.id].reason in BY_RULE or _anew(now, row, here[row.id]):
            task = new_task(now, row, basis)
            changed[task.id] = task
    for task in now.tasks.values():
        if task.state is TaskState.PENDING and task.instruction and task.instruction not in wanted_ids:
            changed[task.id] = withdrawn(task, now.at, "", "superseded", _replacer(now, task, wanted_ids))
    return changed or None


def _anew(now: Situation, row: Instruction, last: Task) -> bool:
    """Whether somebody was cut off after the boat team had finished with those before."""
    since = None if now.reckoned is None else now.reckoned.cut_off_since
    return (
        row.trigger_expr == CUT_OFF and since is not None and not last.state.open
        and bool(last.history) and since > last.history[-1].at
    )  # fmt: skip


def event_tasks(now: Situation, event: int) -> dict[str, Task]:
    """Map instruction id to its task in this flood: the open one, else the one raised last."""
    prefix = f"{event}/"
    found: dict[str, Task] = {}
    for task in now.tasks.values():
        if task.instruction and task.id.startswith(prefix):
            other = found.get(task.instruction)
            if other is None or _standing(task) > _standing(other):
                found[task.instruction] = task
    return found


def _standing(task: Task) -> tuple[bool, int]:
    """Rank an instruction's tasks of one flood; the map of tasks has no order of its own."""
    number = task.id.rpartition("/")[2]
    return task.state.open, int(number) if number.isdecimal() else 1


def new_task(now: Situation, row: Instruction, basis: Basis) -> Task:
    """Make the pending task of an instruction. Its id is event/instruction, with a further number when raised again."""
    stem = f"{basis.event}/{row.id}"
    task_id, again = stem, 1
    while task_id in now.tasks:
        again += 1
        task_id = f"{stem}/{again}"
    return Task(
        id=task_id,
        title=row.title,
        role=row.role,
        raised_at=now.at,
        flow_m3s=basis.flow_m3s,
        instruction=row.id,
        text=row.text,
        priority=row.priority,
        deadline_min=row.deadline_min,
        repeat_min=row.repeat_min,
        grids=grids_in(now, row.scope),
    )


def grids_in(now: Situation, scope: str) -> tuple[str, ...]:
    """Return the grid ids that a scope of the plan names; none for the whole township."""
    grids = now.registers.grids
    match scope:
        case "专属网格":
            return tuple(grid.id for grid in grids if grid.kind == "专属网格")
        case "嫩滩" | "二滩" | "高滩":
            return tuple(sorted({plot.grid for plot in now.registers.plots if plot.bench.value == scope}))
        case _:
            return ()


def _replacer(now: Situation, task: Task, wanted: Iterable[str]) -> str:
    newer = now.plan.superseded_by.get(task.instruction, frozenset[str]())
    return next((row_id for row_id in wanted if row_id in newer), "")


def withdrawn(task: Task, at: datetime, by: str, reason: str, ref: str = "") -> Task:
    """Return the task withdrawn, with its reason (a code, or a person's words) and what it refers to."""
    mark = Mark(at, by, Move.WITHDRAW, reason)
    return replace(
        task, state=TaskState.WITHDRAWN, deadline=None, reason=reason, reason_ref=ref, history=(*task.history, mark)
    )


def issued(task: Task, at: datetime, by: str, assignee: str) -> Task:
    """Return the task issued at T0 = `at`."""
    return replace(
        task,
        state=TaskState.ISSUED,
        issued_at=at,
        deadline=at + timedelta(minutes=task.deadline_min),
        assignee=assignee or task.assignee,
        history=(*task.history, Mark(at, by, Move.ISSUE)),
    )


def move(now: Situation, body: TasksMoved, by: str) -> Situation:
    """Make one move with one or many tasks; StepRefused names the first that does not allow it."""
    if not body.tasks:
        raise StepRefused("no_task")
    if body.move in _NEEDS_NOTE and not body.note.strip():
        raise StepRefused("reason_missing", move=body.move)
    changed: dict[str, Task] = {}
    for task_id in body.tasks:
        task = now.tasks.get(task_id)
        if task is None:
            raise StepRefused("no_such_task", task=task_id)
        if task.state not in ALLOWED[body.move]:
            raise StepRefused("move_not_allowed", task=task_id, state=task.state, move=body.move)
        changed[task_id] = _moved(now, task, body, by)
    if body.move is Move.ISSUE:
        changed |= _replaced_by(now, changed, by)
    return replace(now, tasks=now.tasks.update(changed))


def _moved(now: Situation, task: Task, body: TasksMoved, by: str) -> Task:
    if body.move is Move.ISSUE:
        return issued(task, now.at, by, body.assignee)
    if body.move is Move.WITHDRAW:
        return withdrawn(task, now.at, by, body.note)
    row = now.plan.by_id.get(task.instruction)
    evidence = (*task.evidence, *body.evidence)
    # Each round of a repeating task wants a proof of its own.
    proof = body.evidence if task.repeat_min else evidence
    if body.move is Move.FINISH and row is not None and row.evidence and not proof:
        raise StepRefused("evidence_missing", task=task.id, wanted=row.evidence)
    after = replace(
        task,
        state=_LEADS_TO.get(body.move, task.state),
        assignee=body.assignee or task.assignee if body.move is Move.REASSIGN else task.assignee,
        escalated_to=(row.escalate_to if row else "R02") if body.move is Move.ESCALATE else task.escalated_to,
        done_count=task.done_count if body.done_count is None else body.done_count,
        reason=body.note if body.move in _NEEDS_NOTE else task.reason,
        evidence=evidence,
        history=(*task.history, Mark(now.at, by, body.move, body.note)),
    )
    if body.move is Move.FINISH and task.repeat_min:
        return replace(
            after,
            state=TaskState.IN_PROGRESS,
            rounds=task.rounds + 1,
            deadline=now.at + timedelta(minutes=task.repeat_min),
        )
    return after


def _replaced_by(now: Situation, issued_now: Mapping[str, Task], by: str) -> dict[str, Task]:
    """Withdraw the open tasks that the ones just issued supersede."""
    issued_ids = {task.instruction for task in issued_now.values() if task.instruction}
    gone: dict[str, Task] = {}
    for task in now.tasks.values():
        if task.state.open and task.instruction and task.id not in issued_now:
            newer = now.plan.superseded_by.get(task.instruction, frozenset[str]()) & issued_ids
            if newer:
                gone[task.id] = withdrawn(task, now.at, by, "superseded", min(newer))
    return gone


def order(now: Situation, task: Task, by: str) -> Situation:
    """Add an order of the desk, issued at once."""
    if task.id in now.tasks:
        raise StepRefused("task_exists", task=task.id)
    if not task.title.strip() or not task.assignee:
        raise StepRefused("order_incomplete")
    fresh = replace(task, raised_at=now.at, flow_m3s=now.flow_m3s or 0.0)
    return replace(now, tasks=now.tasks.set(task.id, issued(fresh, now.at, by, task.assignee)))
