"""What the water reaches: every plot, household, spur, road, shelter, depot, camera, and sums by grid and 滩别."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np

from data.model.clock_tables import ClockTables
from data.model.inundation import Inundation, Wetness
from data.model.places import Bench, Path2D
from data.model.register import Registers
from data.rules.geometry import centre, inside
from data.rules.probing import Gathered, Lay, Point, Sampling, along_points, gather, inner_points
from data.rules.stepped import bench_of

KINDS = ("plots", "households", "keypeople", "spurs", "routes", "roads", "shelters", "stock", "cameras")
"""What is asked about. "stock" ids are depots, "roads" ids are map lines."""
_HEADS = re.compile(r"([^\d;；,，、\s]+)\s*(\d+)")


@dataclass(frozen=True, slots=True)
class Sums:
    """What the water reaches in one class. A grower counts once, where water reaches the first plot; areas in 亩."""

    plots: int = 0
    growers: int = 0
    households: int = 0
    keypeople: int = 0
    people: int = 0
    area_mu: float = 0.0
    loss_yuan: float = 0.0
    livestock: Mapping[str, int] = field(default_factory=lambda: MappingProxyType[str, int]({}))


class Assets:
    """Where everything lies; made once for a set of registers."""

    def __init__(self, registers: Registers, tables: ClockTables) -> None:
        """Lay a group of points for each thing, for a way one for each of its stretches."""
        self.registers, self.tables = registers, tables
        step = tables.settings.step_m
        lay = Lay()
        self.groups: dict[tuple[str, str], range] = {}
        for plot in registers.plots:
            if centre(plot.ring) is not None:
                self._add(lay, "plots", plot.id, [inner_points(plot.ring)])
        for kind, rows in (
            ("households", registers.households), ("keypeople", registers.keypeople),
            ("shelters", registers.shelters), ("cameras", registers.cameras),
        ):  # fmt: skip
            for row in rows:
                if row.lon is not None and row.lat is not None:
                    self._add(lay, kind, row.id, [[(row.lon, row.lat)]])
        for item in registers.stock:
            if item.lon is not None and item.lat is not None and ("stock", item.depot) not in self.groups:
                self._add(lay, "stock", item.depot, [[(item.lon, item.lat)]])
        for spur in registers.spurs:
            self._add(lay, "spurs", spur.id, [along_points(spur.path, step)] if spur.path else [])
        for route in registers.routes:
            self._add(lay, "routes", route.id, _stretches(route.path, step))
        for row in registers.maplines:
            if row.kind == "road":
                self._add(lay, "roads", row.id, _stretches(row.path, step))
        self.sampling: Sampling = lay.done()
        benches = [
            (bench, row.path) for row in registers.maplines if row.kind == "bench" and (bench := bench_of(row.name))
        ]
        self.bench: dict[str, Bench] = {
            row.id: _bench((row.lon, row.lat), benches)
            for row in registers.households
            if row.lon is not None and row.lat is not None
        }

    def _add(self, lay: Lay, kind: str, row_id: str, groups: Sequence[Sequence[Point]]) -> None:
        numbers = [lay.add(points) for points in groups]
        if numbers:
            self.groups[kind, row_id] = range(numbers[0], numbers[-1] + 1)


class Affected:
    """The water at everything, in one picture of it."""

    def __init__(self, assets: Assets, inundation: Inundation) -> None:
        """Ask about everything at once."""
        self.nature = inundation.nature
        self._assets = assets
        self._water: Gathered = gather(assets.sampling, inundation)

    def of(self, kind: str, row_id: str) -> Wetness | None:
        """Return the water at a thing, of a way the deepest and earliest; None where it is not known."""
        parts = [wet for wet in self.stretches(kind, row_id) if wet is not None]
        return None if not parts else parts[0] if len(parts) == 1 else _worst(parts)

    def stretches(self, kind: str, row_id: str) -> tuple[Wetness | None, ...]:
        """Return the water on each stretch of a way, between two corners of its line."""
        return tuple(self._water.wetness(n) for n in self._assets.groups.get((kind, row_id), range(0)))

    def wet(self, kind: str) -> tuple[str, ...]:
        """Return the ids of a kind that water reaches, first reached first."""
        found = [(arrival, row_id) for row_id, arrival, _ in self._rows(kind) if np.isfinite(arrival)]
        return tuple(row_id for _, row_id in sorted(found))

    def unknown(self, kind: str) -> tuple[str, ...]:
        """Return the ids of a kind about which nothing is known, those without a place in the register included."""
        known = {row_id for row_id, _, depth in self._rows(kind) if not np.isnan(depth)}
        if kind == "stock":
            return tuple(depot for depot in dict.fromkeys(row.depot for row in self._assets.registers.stock)
                         if depot not in known)  # fmt: skip
        rows = self._assets.registers.of("maplines" if kind == "roads" else kind)
        return tuple(row.id for row in rows if row.id not in known and (kind != "roads" or row.kind == "road"))

    def _rows(self, kind: str) -> Iterable[tuple[str, float, float]]:
        """Yield id, arrival and depth of everything of a kind that has a place."""
        arrival, depth = self._water.arrival_s, self._water.depth_m
        for (one, row_id), groups in self._assets.groups.items():
            if one == kind and len(groups) == 1:
                yield row_id, float(arrival[groups.start]), float(depth[groups.start])
            elif one == kind:
                part = slice(groups.start, groups.stop)
                yield row_id, float(np.fmin.reduce(arrival[part])), float(np.fmax.reduce(depth[part]))

    def sums(self) -> tuple[Sums, dict[str, Sums], dict[Bench, Sums]]:
        """Return the sums of all, by grid and by 滩别."""
        tally = _Tally()
        registers, crops = self._assets.registers, self._assets.tables.crops
        first: dict[str, tuple[float, str, Bench]] = {}
        for plot_id, arrival, depth in self._rows("plots"):
            if np.isfinite(arrival):
                plot = registers.plots.by_id[plot_id]
                value = crops.get(plot.crop) or crops["*"]
                loss = plot.area_mu * value.yuan_per_mu * min(1.0, depth / value.lost_at_m)
                tally.add(plot.grid, plot.bench, Sums(plots=1, area_mu=plot.area_mu, loss_yuan=loss))
                earliest = (arrival, plot.grid, plot.bench)
                first[plot.grower] = min(first.get(plot.grower, earliest), earliest, key=lambda one: one[0])
        for grower_id, (_, grid, bench) in first.items():
            grower = registers.growers.get(grower_id)
            if grower is not None:
                herd = MappingProxyType(heads(grower.livestock))
                tally.add(grid, bench, Sums(growers=1, people=grower.on_floodplain, livestock=herd))
        for row_id in self.wet("households"):
            home = registers.households.by_id[row_id]
            tally.add(home.grid, self._assets.bench[row_id], Sums(households=1, people=home.people))
        for row_id in self.wet("keypeople"):
            person = registers.keypeople.by_id[row_id]
            bench = person.bench if person.bench in tuple(Bench) else Bench.BEHIND.value
            tally.add(person.grid, Bench(bench), Sums(keypeople=1, people=person.people))
        return tally.total, tally.by_grid, tally.by_bench


class _Tally:
    def __init__(self) -> None:
        self.total = Sums()
        self.by_grid: dict[str, Sums] = {}
        self.by_bench: dict[Bench, Sums] = {}

    def add(self, grid: str, bench: Bench, more: Sums) -> None:
        self.total = _plus(self.total, more)
        self.by_grid[grid] = _plus(self.by_grid.get(grid, Sums()), more)
        self.by_bench[bench] = _plus(self.by_bench.get(bench, Sums()), more)


def heads(livestock: str) -> dict[str, int]:
    """Return the animals of "鸡500;羊40" by kind; what carries no number is not counted."""
    found: dict[str, int] = {}
    for kind, count in _HEADS.findall(livestock):
        found[kind] = found.get(kind, 0) + int(count)
    return found


def _plus(a: Sums, b: Sums) -> Sums:
    herd = a.livestock
    if b.livestock:
        kinds = dict.fromkeys((*a.livestock, *b.livestock))
        herd = MappingProxyType({kind: a.livestock.get(kind, 0) + b.livestock.get(kind, 0) for kind in kinds})
    return Sums(
        a.plots + b.plots, a.growers + b.growers, a.households + b.households, a.keypeople + b.keypeople,
        a.people + b.people, a.area_mu + b.area_mu, a.loss_yuan + b.loss_yuan, herd,
    )  # fmt: skip


def _stretches(path: Path2D, step_m: float) -> list[list[Point]]:
    return [along_points(path[n : n + 2], step_m) for n in range(len(path) - 1)]


def _bench(point: Point, benches: Iterable[tuple[Bench, Path2D]]) -> Bench:
    return next((bench for bench, ring in benches if inside(point, ring)), Bench.BEHIND)


def _worst(parts: Sequence[Wetness]) -> Wetness:
    arrivals = [wet.arrival for wet in parts if wet.arrival is not None]

    def most(values: Iterable[float | None]) -> float | None:
        return max((value for value in values if value is not None), default=None)

    return Wetness(
        max(wet.depth_m for wet in parts),
        min(arrivals, default=None),
        max(wet.duration_h for wet in parts),
        most(wet.speed_m_s for wet in parts),
        most(wet.hazard for wet in parts),
        most(wet.stage_m for wet in parts),
    )
