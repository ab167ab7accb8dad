"""Who and what a flow reaches: plots by the flow stated for each, their growers, key persons by 滩别."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from data.model.people import Whereabouts
from data.model.places import Bench, Plot
from data.model.situation import Course, Situation


@dataclass(frozen=True, slots=True)
class Exposure:
    """What lies in the way at a flow. Areas in 亩; `by_bench` maps 滩别 to (growers, area, people there)."""

    flow_m3s: float
    plots: frozenset[str] = frozenset()
    growers: frozenset[str] = frozenset()
    keypeople: frozenset[str] = frozenset()
    area_mu: float = 0.0
    people: int = 0
    not_left: int = 0
    by_bench: Mapping[Bench, tuple[int, float, int]] = field(default_factory=lambda: MappingProxyType({}))


def flow_at_stake(now: Situation) -> float:
    """Return the flow that people must be out of the way of: the observed one, or a greater one that was signed.

    While a flood rises, what a person has signed (on a forecast, say) holds until a person signs it down.
    """
    signed = now.basis.flow_m3s if now.basis.course is Course.RISING else 0.0
    return max(now.flow_m3s or 0.0, signed)


def exposure(now: Situation, flow_m3s: float) -> Exposure:
    """Work out what is exposed at this flow.

    A plot is, when flow >= its `floods_at_m3s`; a key person, when the lowest plot of the same 滩别 is.
    """
    registers = now.registers
    benches: dict[str, list[Plot]] = {}
    for plot in registers.plots.rows:
        if flow_m3s >= plot.floods_at_m3s:
            benches.setdefault(plot.bench, []).append(plot)
    wet = {bench: frozenset(plot.grower for plot in plots) for bench, plots in benches.items()}
    growers = frozenset[str]().union(*wet.values())
    find = registers.growers.by_id
    people = {grower: find[grower].on_floodplain for grower in growers if grower in find}
    reached = [person for person in registers.keypeople.rows if person.bench in benches]
    gone = {key for key, where in now.whereabouts.items() if where is Whereabouts.LEFT}
    left = sum(f"growers/{grower}" in gone for grower in growers) if gone else 0
    areas = {bench: sum(plot.area_mu for plot in plots) for bench, plots in benches.items()}
    return Exposure(
        flow_m3s,
        frozenset(plot.id for plots in benches.values() for plot in plots),
        growers,
        frozenset(person.id for person in reached),
        sum(areas.values()),
        sum(people.values()) + sum(person.people for person in reached),
        len(growers) - left,
        MappingProxyType(
            {
                Bench(bench): (len(ids), areas[bench], sum(people.get(grower, 0) for grower in ids))
                for bench, ids in wet.items()
            }
        ),
    )
