"""What the journal keeps of a reckoning: numbers by 滩别 and who is cut off."""

from __future__ import annotations

from dataclasses import replace

from data.model.countdown import ClockState, Deadline
from data.model.places import Bench
from data.model.reckoned import BenchCount, Reckoned
from data.rules.reckoning import Reckoning, Township

_CONCERNED = frozenset({ClockState.TOO_LATE_BY_ROAD, ClockState.LEAVE_NOW, ClockState.IN_TIME})


def reckoned(town: Township, reckoning: Reckoning, last: Reckoned | None) -> Reckoned:
    """Return the numbers of a live reckoning; `last` tells since when somebody has been cut off."""
    counts = {bench: BenchCount(bench) for bench in Bench}
    boats: list[str] = []
    unknown = 0
    for line in reckoning.countdown:
        unknown += line.state is ClockState.UNKNOWN
        gone = line.state is ClockState.LEFT and (line.arrival is not None or line.cut_off is not None)
        if line.state in _CONCERNED or gone:
            bench = bench_of_line(town, line)
            counts[bench] = _with(counts[bench], line)
        if line.needs_boat:
            boats.append(f"{line.kind}/{line.id}")
    since = None
    if boats:
        known = last is not None and bool(last.boats)
        since = last.cut_off_since if last is not None and known else reckoning.at
    found = tuple(count for count in counts.values() if count.lines)
    nature = reckoning.nature
    return Reckoned(
        reckoning.at, reckoning.flow_m3s, nature.origin, nature.provenance, found, tuple(boats), unknown, since
    )


def bench_of_line(town: Township, line: Deadline) -> Bench:
    """Return the 滩别 in which somebody of the clock is."""
    registers = town.registers
    if line.kind == "growers":
        plot = registers.plots.get(line.place)
        return Bench.BEHIND if plot is None else plot.bench
    if line.kind == "households":
        return town.assets.bench.get(line.id, Bench.BEHIND)
    person = registers.keypeople.get(line.id)
    known = person is not None and person.bench in tuple(Bench)
    return Bench(person.bench) if person is not None and known else Bench.BEHIND


def _with(count: BenchCount, line: Deadline) -> BenchCount:
    ahead = line.likely if line.state in (ClockState.IN_TIME, ClockState.LEAVE_NOW) else None
    firsts = [moment for moment in (count.first, ahead) if moment is not None]
    return replace(
        count,
        lines=count.lines + 1,
        people=count.people + line.people,
        left=count.left + (line.state is ClockState.LEFT),
        leave_now=count.leave_now + (line.state is ClockState.LEAVE_NOW),
        cut_off=count.cut_off + line.needs_boat,
        first=min(firsts, default=None),
    )
