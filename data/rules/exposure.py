"""Who and what a flow reaches: plots by the flow stated for each, their growers, key persons by 滩别."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from data.model.people import Whereabouts
from data.model.places import Bench
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
    plots: set[str] = set()
    growers: set[str] = set()
    area = 0.0
    wet: dict[Bench, tuple[set[str], float]] = {}
    reach: dict[str, float] = {}
    for plot in registers.plots.rows:
        bench = plot.bench.value
        reach[bench] = min(plot.floods_at_m3s, reach.get(bench, plot.floods_at_m3s))
        if flow_m3s >= plot.floods_at_m3s:
            plots.add(plot.id)
            growers.add(plot.grower)
            area += plot.area_mu
            here, mu = wet.get(plot.bench, (set[str](), 0.0))
            here.add(plot.grower)
            wet[plot.bench] = (here, mu + plot.area_mu)
    find = registers.growers.by_id
    people = {grower: find[grower].on_floodplain for grower in growers if grower in find}
    keypeople = frozenset(p.id for p in registers.keypeople.rows if flow_m3s >= reach.get(p.bench, float("inf")))
    key_heads = sum(registers.keypeople.by_id[key].people for key in keypeople)
    left = sum(now.where("growers", grower) is Whereabouts.LEFT for grower in growers)
    return Exposure(
        flow_m3s,
        frozenset(plots),
        frozenset(growers),
        keypeople,
        area,
        sum(people.values()) + key_heads,
        len(growers) - left,
        MappingProxyType(
            {bench: (len(ids), mu, sum(people.get(grower, 0) for grower in ids)) for bench, (ids, mu) in wet.items()}
        ),
    )
