"""Which tasks carry the numbers of the relocation clock: those of the relocation, shelter and boat teams."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from data.model.people import Whereabouts
from data.model.places import Bench
from data.model.plan import Instruction, Phase
from data.model.reckoned import BenchCount, Reckoned
from data.model.situation import Situation
from data.model.task import Task
from data.rules.tasks import CUT_OFF

RELOCATION, SHELTERS = "R09", "R10"
_CLEARING = frozenset({Phase.PREPARE, Phase.START, Phase.COURSE})
_OPENING = frozenset({Phase.PREPARE, Phase.START})
"""Beds are made ready for those still to come; who runs a shelter already counts those who are there."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Numbers of one 滩别 or of several together."""

    lines: int = 0
    people: int = 0
    to_go: int = 0
    leave_now: int = 0
    cut_off: int = 0
    first: datetime | None = None


@dataclass(frozen=True, slots=True)
class CutOff:
    """Somebody whom only a boat reaches: register and id, how many, and the plots of a grower."""

    kind: str
    id: str
    people: int
    plots: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Carried:
    """What a task carries of the live reckoning. `by_boat`: it is about those cut off, else about 滩别."""

    of: Reckoned
    benches: tuple[BenchCount, ...] = ()
    boats: tuple[CutOff, ...] = ()
    by_boat: bool = False


def carried(now: Situation, task: Task) -> Carried | None:
    """Return the numbers of an open task; None where it has nothing to do with the clock, or that does not run."""
    row = now.plan.by_id.get(task.instruction)
    if now.reckoned is None or row is None or not task.state.open:
        return None
    if row.trigger_expr == CUT_OFF:
        return Carried(now.reckoned, boats=cut_off(now), by_boat=True)
    benches = benches_of(row)
    if not benches:
        return None
    return Carried(now.reckoned, tuple(one for one in now.reckoned.benches if one.bench in benches))


def benches_of(row: Instruction) -> frozenset[Bench]:
    """Return the 滩别 whose people an instruction brings away or makes room for; none where it does neither."""
    phases = {RELOCATION: _CLEARING, SHELTERS: _OPENING}.get(row.role, frozenset[Phase]())
    if row.phase not in phases:
        return frozenset()
    return frozenset(bench for bench in Bench if bench.value == row.scope) or frozenset(Bench)


def tally(counts: Iterable[BenchCount]) -> Tally:
    """Add numbers up."""
    found = tuple(counts)
    return Tally(
        sum(one.lines for one in found),
        sum(one.people for one in found),
        sum(one.to_go for one in found),
        sum(one.leave_now for one in found),
        sum(one.cut_off for one in found),
        min((one.first for one in found if one.first is not None), default=None),
    )


def cut_off(now: Situation) -> tuple[CutOff, ...]:
    """Return whom only a boat reaches, most pressing first, without who has left or is not registered any more."""
    keys = () if now.reckoned is None else now.reckoned.boats
    found = (_cut_off(now, *key.split("/", 1)) for key in keys if now.whereabouts.get(key) is not Whereabouts.LEFT)
    return tuple(one for one in found if one is not None)


def _cut_off(now: Situation, kind: str, row_id: str) -> CutOff | None:
    registers = now.registers
    if kind == "growers":
        grower = registers.growers.get(row_id)
        plots = tuple(plot.id for plot in registers.plots if plot.grower == row_id)
        return None if grower is None else CutOff(kind, row_id, grower.on_floodplain, plots)
    row = registers.keypeople.get(row_id) if kind == "keypeople" else registers.households.get(row_id)
    return None if row is None else CutOff(kind, row_id, row.people)
