"""What concerns one person: his tasks, the people he has to look after, his team's welfare timers."""

from __future__ import annotations

from data.model.field import Watch
from data.model.office import Briefing
from data.model.people import Grower, Household, KeyPerson
from data.model.situation import Situation
from data.model.task import Task, TaskState

Visited = Grower | KeyPerson | Household


def own_tasks(now: Situation, person: str) -> tuple[Task, ...]:
    """Return the issued, open tasks of a person, of his squad, or of his post where nobody is named; urgent first."""
    staff = now.registers.staff.get(person)
    squad, role = ("", "") if staff is None else (staff.squad, staff.role)
    grid = "" if staff is None else staff.grid

    def concerns(task: Task) -> bool:
        if task.assignee:
            return task.assignee == person or (bool(squad) and task.assignee == squad)
        return task.role == role and (not grid or not task.grids or grid in task.grids)

    wanted = [
        task
        for task in now.tasks.values()
        if task.state.open and task.state not in (TaskState.PENDING, TaskState.DONE) and concerns(task)
    ]
    return tuple(sorted(wanted, key=lambda task: (task.deadline is None, task.deadline or task.raised_at, task.id)))


def own_households(now: Situation, person: str) -> tuple[tuple[str, Visited], ...]:
    """Return register and row of everybody whose contact person (包保干部) this is."""
    registers = now.registers
    rows: list[tuple[str, Visited]] = []
    rows.extend(("households", row) for row in registers.households if row.contact == person)
    rows.extend(("growers", row) for row in registers.growers if row.contact == person)
    rows.extend(("keypeople", row) for row in registers.keypeople if row.contact == person)
    return tuple(rows)


def own_watches(now: Situation, person: str) -> tuple[Watch, ...]:
    """Return the running welfare timers of a person or of his squad."""
    staff = now.registers.staff.get(person)
    teams = {person, "" if staff is None else staff.squad} - {""}
    return tuple(watch for watch in now.watches.values() if watch.ended_at is None and watch.team in teams)


def asked_role(now: Situation, person: str, briefing: Briefing) -> str:
    """Return the role for which a person is asked in a briefing's poll, "" when he is not."""
    staff = now.registers.staff.get(person)
    return staff.role if staff is not None and staff.role in briefing.roles else ""


def own_polls(now: Situation, person: str) -> tuple[Briefing, ...]:
    """Return the briefings that still go on and ask the role of a person, the newest first."""
    mine = [one for one in now.briefings.values() if one.closed_at is None and asked_role(now, person, one)]
    return tuple(sorted(mine, key=lambda one: one.frozen_at, reverse=True))
