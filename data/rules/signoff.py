"""Sign-off: what a what-if would make live, and making exactly that live (design.md §2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from data.model.levels import Level
from data.model.plan import Instruction
from data.model.situation import Basis, Course, Situation, Standing
from data.model.steps import SignedOff, StepRefused
from data.model.task import Task, TaskState
from data.rules import tasks as task_rules
from data.rules.coming import standing_forecast
from data.rules.exposure import Exposure, exposure, flow_at_stake
from data.rules.needs import Shortage, shortage
from data.rules.plan import Change, Circumstances, Entry, compare, in_force, tier_of
from data.rules.warning import at_flow


@dataclass(frozen=True, slots=True)
class Preview:
    """What a flow would mean, as a difference to live.

    `withdrawn` pairs a live task with the id of the instruction that replaces it ("" when it just ends).
    """

    flow_m3s: float
    level: Level
    basis: Basis
    entries: tuple[Entry, ...]
    withdrawn: tuple[tuple[Task, str], ...]
    exposed: Exposure
    exposed_live: Exposure
    short: Shortage

    def count(self, change: Change) -> int:
        """Count the entries of one kind of change."""
        return sum(entry.change is change for entry in self.entries)


def preview(now: Situation, flow_m3s: float, live: Exposure | None = None) -> Preview:
    """Work out what signing this flow would mean. Pure and quick: it runs on each tick of the slider.

    `live` is the exposure at the observed flow, where the caller knows it already.
    """
    basis = basis_at(now, flow_m3s)
    level = at_flow(now.registers.triggers, flow_m3s)
    held = Circumstances(flow_m3s, _forecast(now), level, basis.course, basis.peak_tier, task_rules.events_of(now))
    wanted = in_force(now.plan, held)
    tasks = task_rules.event_tasks(now, basis.event)
    out = {key: task for key, task in tasks.items() if task.state.open and task.state is not TaskState.PENDING}
    finished = {key for key, task in tasks.items() if task.state in (TaskState.VERIFIED, TaskState.EXEMPT)}
    entries = compare(now.plan, (*out, *finished), (row for row in wanted if row.id not in finished))
    return Preview(
        flow_m3s,
        level,
        basis,
        entries,
        _ending(now, {row.id: row for row in wanted}, basis),
        exposure(now, flow_m3s),
        live or exposure(now, flow_at_stake(now)),
        shortage(now, (entry.instruction for entry in entries)),
    )


def basis_at(now: Situation, flow_m3s: float) -> Basis:
    """Return what the task list would follow if a person signed this flow."""
    tier = tier_of(flow_m3s, now.registers.tiers)
    number = 0 if tier is None else tier.number
    old = now.basis
    if number < old.tier:
        level = at_flow(now.registers.triggers, flow_m3s)
        ended = level is Level.NONE and number == 0
        course = Course.RECEDING if not ended else Course.AFTERMATH if old.peak_tier >= 2 else Course.NORMAL
        return Basis(flow_m3s, number, course, old.peak_tier, old.event)
    if number == 0:
        return replace(old, flow_m3s=flow_m3s)
    if number == old.tier and old.course in (Course.RISING, Course.RECEDING):
        return replace(old, flow_m3s=flow_m3s)
    fresh = old.course in (Course.NORMAL, Course.AFTERMATH)
    return Basis(flow_m3s, number, Course.RISING, number if fresh else max(old.peak_tier, number), old.event + fresh)


def sign_off(
    shown: Preview, level: Level, reason: str, consulted: str, assignees: tuple[tuple[str, str], ...] = ()
) -> SignedOff:
    """Turn a preview into the step that makes exactly it live."""
    return SignedOff(
        level,
        shown.flow_m3s,
        reason,
        consulted,
        tuple(entry.instruction.id for entry in shown.entries if entry.change is not Change.KEPT),
        tuple(task.id for task, _ in shown.withdrawn),
        assignees,
    )


def apply(now: Situation, body: SignedOff, by: str) -> Situation:
    """Make a sign-off live: standing level, basis, issued and withdrawn tasks."""
    if not body.reason.strip():
        raise StepRefused("reason_missing")
    basis = basis_at(now, body.flow_m3s)
    standing = Standing(body.level, now.at, by, body.reason, body.consulted)
    if body.level == now.standing.level and now.standing.since is not None:
        standing = replace(standing, since=now.standing.since)
    changed = _withdrawals(now, body, by)
    changed |= _issues(now, body, basis, by)
    return replace(now, standing=standing, basis=basis, tasks=now.tasks.update(changed))


def _withdrawals(now: Situation, body: SignedOff, by: str) -> dict[str, Task]:
    gone: dict[str, Task] = {}
    for task_id in body.withdraw:
        task = now.tasks.get(task_id)
        if task is None:
            raise StepRefused("no_such_task", task=task_id)
        if task.state.open:
            newer = now.plan.superseded_by.get(task.instruction, frozenset[str]()) & set(body.issue)
            reason = "superseded" if newer else "tier_ended"
            gone[task_id] = task_rules.withdrawn(task, now.at, by, reason, min(newer, default=""))
    return gone


def _issues(now: Situation, body: SignedOff, basis: Basis, by: str) -> dict[str, Task]:
    here = task_rules.event_tasks(now, basis.event)
    assignees: Mapping[str, str] = dict(body.assignees)
    out: dict[str, Task] = {}
    for row_id in body.issue:
        row = now.plan.by_id.get(row_id)
        if row is None:
            raise StepRefused("no_such_instruction", instruction=row_id)
        standing = here.get(row_id)
        if standing is not None and standing.state is TaskState.PENDING:
            task = standing
        else:
            task = task_rules.new_task(now, row, basis)
        out[task.id] = task_rules.issued(task, now.at, by, assignees.get(row_id, holder(now, row)))
    return out


def holder(now: Situation, row: Instruction) -> str:
    """Return the first person on duty who holds the instruction's role, or "" when nobody does."""
    return next((person.id for person in now.registers.staff if person.role == row.role and person.on_duty), "")


def _ending(now: Situation, wanted: Mapping[str, Instruction], basis: Basis) -> tuple[tuple[Task, str], ...]:
    """Return the open plan tasks that would not stay, each with the instruction that replaces it, if any."""
    ending: list[tuple[Task, str]] = []
    here = f"{basis.event}/"
    for task in sorted(now.tasks.values(), key=lambda task: task.id):
        if not task.instruction or not task.state.open:
            continue
        if task.instruction in wanted:
            if not task.id.startswith(here):
                ending.append((task, task.instruction))
            continue
        newer = now.plan.superseded_by.get(task.instruction, frozenset[str]())
        ending.append((task, next((row_id for row_id in wanted if row_id in newer), "")))
    return tuple(ending)


def _forecast(now: Situation) -> float | None:
    forecast = standing_forecast(now)
    return None if forecast is None else forecast.flow_m3s
