"""Everything about leaving that does not depend on the water: who, from where, over which roads, to which ends.

Made once for a set of registers and closures (some hundred milliseconds for a township); asked at every change of the
water.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np

from data.model.clock_tables import ClockTables, Mode, Period
from data.model.countdown import End, Goal
from data.model.inundation import Floats, Inundation
from data.model.register import Registers
from data.rules.escape import NOWHERE, Ints, Latest, Net, Trees, latest, net_of, trees
from data.rules.evacuees import Evacuee, Place, ends, evacuees, lines
from data.rules.open_ways import OpenWays
from data.rules.probing import Lay, Sampling, along_points
from data.rules.ways import FURTHEST_OFF_ROAD_M, OFF_ROAD_FACTOR, Roads

_MINUTE = 60.0
_GOALS: tuple[Goal, ...] = tuple(Goal)


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Soaked:
    """What one picture of the water does to the ways out: moments in s (inf never); rows of cuts are modes.

    `depth_m` and `arrival_s` belong to places (NaN not known), `leg_cut` to the stretches beside the roads that lead
    from them, `edge_cut` to the roads, `end_cut` to the ends; `way_known` says of each place whether all is known.
    """

    depth_m: Floats
    arrival_s: Floats
    leg_cut: Floats
    edge_cut: Floats
    end_cut: Floats
    way_known: np.ndarray[tuple[int], np.dtype[np.bool_]]
    tree_cut: Floats
    """(mode, end, node): first cut of the shortest way."""


class WaysOut:
    """The ways out of a township."""

    def __init__(self, registers: Registers, tables: ClockTables, closed: frozenset[str] = frozenset()) -> None:
        """Lay everything out; `closed` are ids of roads and routes that nobody may take."""
        self.tables = tables
        self.evacuees: tuple[Evacuee, ...] = evacuees(registers, tables)
        self._people: list[Evacuee] = [one for one in self.evacuees for _ in one.places]
        self.owner: Ints = np.array([n for n, one in enumerate(self.evacuees) for _ in one.places], np.intp)
        self.keys = [f"{one.kind}/{one.id}" for one in self.evacuees]
        self.number = {key: n for n, key in enumerate(self.keys)}
        self._rows: dict[str, range] = {}
        for n, one in enumerate(self.evacuees):
            self._rows[one.kind] = range(self.rows_of(one.kind).start if one.kind in self._rows else n, n + 1)
        self.owners: Ints
        self.starts: Ints
        self.owners, self.starts = np.unique(self.owner, return_index=True)
        self.delays = tuple(self._delay_s(period) for period in (Period.DAY, Period.NIGHT))
        """How long each place's people take to set off, in s, by day and by night."""
        self.places: list[Place] = [place for one in self.evacuees for place in one.places]
        self.modes = tuple(mode for mode in Mode if mode is not Mode.BOAT)
        self.mode: Ints = np.array([self.modes.index(one.category.mode) for one in self._people], np.intp)
        self._goal: Ints = np.array([_GOALS.index(one.goal) for one in self._people], np.intp)
        self._metre_s = np.array([3.6 / tables.travel[mode].speed_kmh for mode in self.modes])
        self.passable = tuple(tables.travel[mode].passable_m for mode in self.modes)
        self.net: Net = net_of(Roads(lines(registers, closed)))
        self.node, far = self.net.nearest([place.point for place in self.places])
        self.leg_m: Floats = np.where(far <= FURTHEST_OFF_ROAD_M, far * OFF_ROAD_FACTOR, np.inf)
        self._set_ends(ends(registers, closed))
        self.trees: Trees = trees(self.net, self.end_node.tolist())
        self.candidates: Ints = self._candidates()
        self.travel_s: Floats = self._travel()
        self._searched: WeakKeyDictionary[Soaked, dict[tuple[int, Goal], Latest]] = WeakKeyDictionary()
        self._open_ways = OpenWays(self.net, self.end_node.tolist())
        self.sampling = self._lay(tables.settings.step_m)

    def rows_of(self, kind: str) -> range:
        """Return the numbers of one register's people; they lie together."""
        return self._rows.get(kind, range(0))

    def _delay_s(self, period: Period) -> Floats:
        delays = [self.tables.delay_min(one.category.curve, period) * _MINUTE for one in self._people]
        return np.array(delays, np.float64)

    def _set_ends(self, found: Sequence[End]) -> None:
        """Keep each end once: a route and a road that go up the levee at one node are one, named by the first."""
        node, far = self.net.nearest([(end.lon, end.lat) for end in found])
        kept: dict[tuple[Goal, object], int] = {}
        self.end_of: dict[tuple[Goal, str], int] = {}
        numbers: list[int] = []
        for n, end in enumerate(found):
            if far[n] > FURTHEST_OFF_ROAD_M or node[n] == NOWHERE:
                continue
            place = (end.goal, int(node[n]) if end.goal is Goal.LEVEE else end.id)
            if place not in kept:
                kept[place] = len(numbers)
                numbers.append(n)
            self.end_of[end.goal, end.id] = kept[place]
        self.ends = [found[n] for n in numbers]
        self.end_node: Ints = node[numbers] if numbers else np.zeros(0, np.intp)
        self.end_m: Floats = far[numbers] * OFF_ROAD_FACTOR if numbers else np.zeros(0)

    def _candidates(self) -> Ints:
        """Return for each place the ends that are weighed: the one the register names, then the nearest by road."""
        wanted = int(self.tables.settings.ways_tried)
        table = np.full((len(self.places), wanted), NOWHERE)
        by_goal = {goal: [n for n, end in enumerate(self.ends) if end.goal is goal] for goal in Goal}
        for place, one in enumerate(self._people):
            if not np.isfinite(self.leg_m[place]):
                continue
            length = self._lengths(place, by_goal[one.goal])
            near = sorted(length, key=length.__getitem__)
            named = self.end_of.get((one.goal, one.prefers), NOWHERE)
            if named in near:
                near.remove(named)
                near.insert(0, named)
            table[place, : len(near[:wanted])] = near[:wanted]
        return table

    def _lengths(self, place: int, to: Sequence[int]) -> dict[int, float]:
        """Return the metres from a place to those of the ends that a way leads to."""
        node, leg = self.node[place], self.leg_m[place]
        length = {k: float(leg + self.trees.metres[k, node] + self.end_m[k]) for k in to}
        return {k: metres for k, metres in length.items() if np.isfinite(metres)}

    def metres_to(self, place: int, goal: Goal) -> dict[str, float]:
        """Return the metres by road from a place to the ends of a kind, by id."""
        found = self._lengths(place, [n for n, end in enumerate(self.ends) if end.goal is goal])
        return {self.ends[k].id: metres for k, metres in found.items()}

    def _travel(self) -> Floats:
        """Return how long each candidate takes from each place, in s; inf where there is none."""
        metres = np.full(self.candidates.shape, np.inf)
        if self.ends:
            on_road = self.trees.metres[self.candidates, self.node[:, None]] + self.end_m[self.candidates]
            metres = np.where(self.candidates == NOWHERE, np.inf, on_road + self.leg_m[:, None])
        return metres * self._metre_s[self.mode][:, None]

    def _lay(self, step_m: float) -> Sampling:
        """Lay the probes: places, the stretches beside the roads, roads, ends."""
        lay = Lay()
        for place in self.places:
            lay.add(place.points)
        for n, place in enumerate(self.places):
            there = self.net.nodes[int(self.node[n])] if np.isfinite(self.leg_m[n]) else place.point
            lay.add(along_points((place.point, there), step_m))
        for a, b in zip(self.net.a, self.net.b, strict=True):
            lay.add(along_points((self.net.nodes[a], self.net.nodes[b]), step_m))
        for n, end in enumerate(self.ends):
            lay.add(along_points((self.net.nodes[int(self.end_node[n])], (end.lon, end.lat)), step_m))
        return lay.done()

    def soak(self, inundation: Inundation) -> Soaked:
        """Ask for the water at every place and along every way, and see when each is too deep for each mode."""
        waters = inundation.many(self.sampling.probes, self.passable)
        depth, arrival = self.sampling.most(waters.depth_m), self.sampling.least(waters.arrival_s)
        cut = self.sampling.least(waters.deeper_s)
        unknown = self.sampling.unknown(waters.depth_m)
        cut = np.where(np.isnan(cut), np.inf, cut)  # what is not known is told by way_known
        count, edges = len(self.places), len(self.net.a)
        roads = slice(2 * count, 2 * count + edges)
        edge_cut = cut[:, roads]
        unknown_s = np.where(unknown[roads], 0.0, np.inf)
        known = ~unknown[count : 2 * count]
        if self.ends:
            tree_cut = self.trees.first_cut(edge_cut)
            if unknown[roads].any():
                way = self.trees.first_cut(unknown_s[None])[0, self.candidates, self.node[:, None]]
                known &= ((way > 0) | (self.candidates == NOWHERE)).all(axis=1)
        else:
            tree_cut = np.full((len(self.modes), 0, len(self.net.nodes)), np.inf)
        return Soaked(
            depth[:count], arrival[:count], cut[:, count : 2 * count], edge_cut, cut[:, 2 * count + edges :], known,
            tree_cut,
        )  # fmt: skip

    def cut(self, soaked: Soaked) -> Floats:
        """Return when each candidate is first too deep somewhere, for the mode of its place."""
        if not self.ends:
            return np.full(self.candidates.shape, np.inf)
        mode = self.mode[:, None]
        on_road = np.minimum(
            soaked.tree_cut[mode, self.candidates, self.node[:, None]], soaked.end_cut[mode, self.candidates]
        )
        return np.minimum(on_road, soaked.leg_cut[self.mode, np.arange(len(self.places))][:, None])

    def latest(self, soaked: Soaked, mode: int, goal: Goal) -> Latest:
        """Return the last moments over the whole network for one mode and goal; searched once for a picture."""
        known = self._searched.setdefault(soaked, {})
        if (mode, goal) not in known:
            known[mode, goal] = self._search(soaked, mode, goal)
        return known[mode, goal]

    def _search(self, soaked: Soaked, mode: int, goal: Goal) -> Latest:
        starts = [(int(self.end_node[n]), time) for n, time in self._last_at_ends(soaked, mode, goal)]
        return latest(self.net, starts, self.net.metres * self._metre_s[mode], soaked.edge_cut[mode])

    def _last_at_ends(self, soaked: Soaked, mode: int, goal: Goal) -> list[tuple[int, float]]:
        """Return the ends of a kind, and until when each can be gone to from its node."""
        until: list[float] = (soaked.end_cut[mode] - self.end_m * self._metre_s[mode]).tolist()
        return [(n, time) for n, time in enumerate(until) if self.ends[n].goal is goal]

    def _open_until(self, soaked: Soaked, pairs: Sequence[tuple[int, int]]) -> Floats:
        """Return the last moments over the whole network, a row for each mode and goal."""
        at_ends = np.full((len(pairs), len(self.net.nodes)), -np.inf)
        for row, (mode, goal) in enumerate(pairs):
            for n, time in self._last_at_ends(soaked, mode, _GOALS[goal]):
                node = int(self.end_node[n])
                at_ends[row, node] = max(at_ends[row, node], time)
        modes = [mode for mode, _ in pairs]
        return self._open_ways.until(at_ends, self._metre_s[modes], soaked.edge_cut[modes])

    def passable_until(self, soaked: Soaked, places: Ints) -> Floats:
        """Return for some places the last moment at which somebody who sets off at once still gets out by road."""
        until = np.full(len(places), -np.inf)
        mode, goal, leg = self.mode[places], self._goal[places], self.leg_m[places]
        asked = np.isfinite(leg)
        both = mode * len(_GOALS) + goal
        pairs, row = np.unique(both[asked], return_inverse=True)
        if len(pairs):
            at = self._open_until(soaked, [divmod(pair, len(_GOALS)) for pair in pairs.tolist()])
            here = places[asked]
            at_node = at[row, self.node[here]]
            off_road = leg[asked] * self._metre_s[mode[asked]]
            until[asked] = np.minimum(at_node, soaked.leg_cut[mode[asked], here]) - off_road
        return until
