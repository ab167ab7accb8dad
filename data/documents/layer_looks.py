"""What changes of the map without new shapes: the state of grids, the exposure of plots."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from data.model.dispatch import Outcome, PushState
from data.model.situation import Situation
from data.rules.exposure import Exposure


def grid_fill(role: str | None) -> float:
    """How strongly a grid is filled; quiet ones stay out of the way."""
    return 0.10 if role is None else 0.55


def grid_states(now: Situation, time: datetime | None = None) -> dict[str, str]:
    """Map the ids of grids that are not quiet to their colour role, at the desk's time (the last step's without)."""
    at = now.at if time is None else max(now.at, time)
    states: dict[str, str] = {}
    staff = now.registers.staff
    for push in now.pushes.values():
        if push.state is PushState.SENT:
            for receipt in push.receipts:
                person = staff.get(receipt.person)
                if receipt.outcome is Outcome.NO_ANSWER and person is not None and person.grid:
                    states[person.grid] = "grid.unanswered"
    for task in now.tasks.values():
        if task.overdue(at):
            person = staff.get(task.assignee)
            for grid in task.grids or ((person.grid,) if person is not None and person.grid else ()):
                states[grid] = "grid.urgent"
    return states


def plot_roles(shown: Exposure, live: Exposure) -> dict[str, str]:
    """Map each exposed plot to its colour role: exposed live, or in the what-if alone."""
    return {plot: "state.urgent" if plot in live.plots else "realm.whatif" for plot in shown.plots}


def plot_looks(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """Return the changed looks of plots between two pictures of `plot_roles`: hatched in the role's colour, or bare."""
    looks: dict[str, dict[str, Any]] = {}
    for plot in before.keys() | after.keys():
        role = after.get(plot)
        if role != before.get(plot):
            looks[plot] = (
                {"hatch": False, "line_role": None, "weight": 0.7}
                if role is None
                else {"hatch": True, "hatch_role": role, "line_role": role, "weight": 1.4}
            )
    return looks
