"""What changes of the map without new shapes: the state of grids, the exposure of plots."""

from __future__ import annotations

from typing import Any

from data.model.dispatch import Outcome, PushState
from data.model.situation import Situation
from data.model.task import TaskState
from data.rules.exposure import Exposure


def grid_fill(role: str | None) -> float:
    """How strongly a grid is filled; quiet ones stay out of the way."""
    return 0.10 if role is None else 0.55


def grid_states(now: Situation) -> dict[str, str]:
    """Map the ids of grids that are not quiet to their colour role."""
    states: dict[str, str] = {}
    staff = now.registers.staff
    for push in now.pushes.values():
        if push.state is PushState.SENT:
            for receipt in push.receipts:
                person = staff.get(receipt.person)
                if receipt.outcome is Outcome.NO_ANSWER and person is not None and person.grid:
                    states[person.grid] = "grid.unanswered"
    for task in now.tasks.values():
        if task.overdue(now.at) and task.state is not TaskState.PENDING:
            person = staff.get(task.assignee)
            for grid in task.grids or ((person.grid,) if person is not None and person.grid else ()):
                states[grid] = "grid.urgent"
    return states


def plot_looks(before: Exposure | None, shown: Exposure, live: Exposure) -> dict[str, dict[str, Any]]:
    """Return the changed looks of plots between two pictures: hatched when exposed, violet when only in the what-if."""
    old = frozenset[str]() if before is None else before.plots
    looks: dict[str, dict[str, Any]] = {}
    for plot in old ^ shown.plots:
        if plot in shown.plots:
            role = "state.urgent" if plot in live.plots else "realm.whatif"
            looks[plot] = {"hatch": True, "hatch_role": role, "line_role": role, "weight": 1.4}
        else:
            looks[plot] = {"hatch": False, "line_role": None, "weight": 0.7}
    return looks
