"""What the wall counts: tasks, calls without answer, people by state, shelters, incidents. No names and no text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from data.model.dispatch import Incident, PushState, Report, ReportState
from data.model.people import Whereabouts
from data.model.situation import Situation
from data.model.task import TaskState
from data.rules.dispatch import reach
from data.rules.exposure import Exposure, exposure, flow_at_stake
from data.rules.signoff import Preview

_ISSUED = (TaskState.ISSUED,)
_ON_SITE = (TaskState.ON_SITE, TaskState.IN_PROGRESS)
_DONE = (TaskState.DONE, TaskState.VERIFIED)
_OUT_OF_PLAN = (TaskState.WITHDRAWN, TaskState.EXEMPT)


@dataclass(frozen=True, slots=True)
class RoleTasks:
    """Tasks of one role; "" is the sum. `overdue` are counted among the others too."""

    role: str
    pending: int = 0
    issued: int = 0
    acknowledged: int = 0
    on_site: int = 0
    done: int = 0
    overdue: int = 0

    @property
    def open(self) -> int:
        """Tasks that somebody has still to do."""
        return self.issued + self.acknowledged + self.on_site


def tasks_by_role(now: Situation, time: datetime) -> tuple[RoleTasks, ...]:
    """Count the tasks of each role, those with the most overdue and open ones first."""
    counts: dict[str, Counter[str]] = {}
    for task in now.tasks.values():
        if task.state in _OUT_OF_PLAN:
            continue
        kind = (
            "pending" if task.state is TaskState.PENDING
            else "issued" if task.state in _ISSUED
            else "on_site" if task.state in _ON_SITE
            else "done" if task.state in _DONE
            else "acknowledged"
        )  # fmt: skip
        counted = counts.setdefault(task.role, Counter())
        counted[kind] += 1
        counted["overdue"] += task.overdue(time)
    rows = [RoleTasks(role, **counted) for role, counted in counts.items()]
    return tuple(sorted(rows, key=lambda row: (-row.overdue, -row.open, -row.pending, row.role)))


def total(rows: tuple[RoleTasks, ...]) -> RoleTasks:
    """Add up all roles."""
    return RoleTasks(
        "",
        sum(row.pending for row in rows),
        sum(row.issued for row in rows),
        sum(row.acknowledged for row in rows),
        sum(row.on_site for row in rows),
        sum(row.done for row in rows),
        sum(row.overdue for row in rows),
    )


def unanswered(now: Situation) -> int:
    """Count the recipients who were tried and did not answer (未叫应)."""
    return sum(reach(push).unreached for push in now.pushes.values() if push.state is PushState.SENT)


def waiting(now: Situation) -> int:
    """Count the recipients of pushes from whom no answer has come yet, tried or not."""
    reached = [reach(push) for push in now.pushes.values() if push.state is PushState.SENT]
    return sum(one.total - one.answered for one in reached)


@dataclass(frozen=True, slots=True)
class InTheWay:
    """Who and what lies in the way at a flow. Growers and key persons are lines; `people` lives or works there."""

    flow_m3s: float
    growers: int
    key_people: int
    people: int
    plots: int
    area_mu: float
    states: Mapping[Whereabouts, int]

    @property
    def lines(self) -> int:
        """Growers and key persons together."""
        return self.growers + self.key_people

    def of(self, *states: Whereabouts) -> int:
        """Count lines in these states."""
        return sum(self.states.get(state, 0) for state in states)

    @property
    def not_left(self) -> int:
        """Lines that are not out yet."""
        return self.lines - self.of(Whereabouts.LEFT)


def in_the_way(now: Situation, preview: Preview | None) -> InTheWay:
    """Count who is in the way live, or in the what-if that is shown."""
    found: Exposure = exposure(now, flow_at_stake(now)) if preview is None else preview.exposed
    states = Counter(now.where("growers", one) for one in found.growers)
    states.update(now.where("keypeople", one) for one in found.keypeople)
    return InTheWay(
        found.flow_m3s, len(found.growers), len(found.keypeople), found.people, len(found.plots), found.area_mu, states
    )


@dataclass(frozen=True, slots=True)
class ShelterRoom:
    """People that have come to shelters, by their household's, and the room there."""

    shelters: int
    capacity: int
    taken: int


def shelters(now: Situation) -> ShelterRoom:
    """Count room and people in the shelters."""
    rows = now.registers.shelters.rows
    known = {row.id for row in rows}
    taken = 0
    for key, where in now.whereabouts.items():
        if where is Whereabouts.LEFT and key.startswith("households/"):
            household = now.registers.households.get(key.removeprefix("households/"))
            if household is not None and household.shelter in known:
                taken += household.people
    return ShelterRoom(len(rows), sum(row.capacity for row in rows), taken)


def cut_off(now: Situation) -> tuple[int, int]:
    """Count who must leave now, and whom only a boat reaches, as the relocation clock was last kept."""
    benches = () if now.reckoned is None else now.reckoned.benches
    return sum(one.leave_now for one in benches), sum(one.cut_off for one in benches)


def open_incidents(now: Situation) -> tuple[Incident, ...]:
    """Return the incidents that stand, the gravest and then the oldest first."""
    found = (one for one in now.incidents.values() if one.closed_at is None)
    return tuple(sorted(found, key=lambda one: (one.grade, one.at, one.id)))


def unverified(now: Situation) -> tuple[Report, ...]:
    """Return the reports that nobody has verified yet, the oldest first."""
    found = (one for one in now.reports.values() if one.state is ReportState.UNVERIFIED)
    return tuple(sorted(found, key=lambda one: (one.at, one.id)))
