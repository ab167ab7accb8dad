"""Ways out over a road network that water closes bit by bit: shortest ways to each end, and how long any is open."""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.model.inundation import Floats
from data.rules.probing import METRES_A_DEGREE, Point
from data.rules.ways import Roads

Ints = NDArray[np.intp]
NOWHERE = -1


@dataclass(frozen=True, slots=True, eq=False)
class Net:
    """A road network in columns: nodes by place, edges by their two nodes; `links` are (node, edge) beside a node."""

    nodes: tuple[Point, ...]
    lon: Floats
    lat: Floats
    a: tuple[int, ...]
    b: tuple[int, ...]
    metres: Floats
    links: tuple[tuple[tuple[int, int], ...], ...]

    def nearest(self, points: Sequence[Point]) -> tuple[Ints, Floats]:
        """Return for each point the nearest node and how far it is; without roads nowhere, infinitely far."""
        if not self.nodes:
            return np.full(len(points), NOWHERE), np.full(len(points), np.inf)
        found, far = np.zeros(len(points), np.intp), np.zeros(len(points))
        for n, (lon, lat) in enumerate(points):
            east = (self.lon - lon) * math.cos(math.radians(lat))
            square = east * east + (self.lat - lat) ** 2
            found[n] = square.argmin()
            far[n] = math.sqrt(square[found[n]]) * METRES_A_DEGREE
        return found, far


def net_of(roads: Roads) -> Net:
    """Return the network in columns."""
    edges = roads.edges()
    number: dict[Point, int] = {}
    for start, end, _ in edges:
        number.setdefault(start, len(number))
        number.setdefault(end, len(number))
    links: list[list[tuple[int, int]]] = [[] for _ in number]
    for edge, (start, end, _) in enumerate(edges):
        links[number[start]].append((number[end], edge))
        links[number[end]].append((number[start], edge))
    return Net(
        tuple(number),
        np.array([lon for lon, _ in number]),
        np.array([lat for _, lat in number]),
        tuple(number[start] for start, _, _ in edges),
        tuple(number[end] for _, end, _ in edges),
        np.array([metres for _, _, metres in edges]),
        tuple(map(tuple, links)),
    )


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """The shortest way from every node to each of the ends, in metres; inf where none leads.

    Row k belongs to end k. `edge` is the first edge of the way (NOWHERE at the end itself), `parent` its other node.
    Jump n leads from each entry of the flattened rows 2ⁿ edges on.
    """

    metres: Floats
    parent: Ints
    edge: Ints
    jumps: tuple[Ints, ...]

    def first_cut(self, edge_cut: Floats) -> Floats:
        """Return when the first edge of each way is cut, row by row of cuts: (row, end, node).

        The way is followed by doubling: 1, 2, 4, … edges at once.
        """
        open_at_end = np.full((len(edge_cut), 1), np.inf)
        cut = np.concatenate((edge_cut, open_at_end), axis=1).take(self.edge.reshape(-1), axis=1)
        for jump in self.jumps:
            np.minimum(cut, cut.take(jump, axis=1), out=cut)
        return cut.reshape(len(edge_cut), *self.edge.shape)

    def path(self, net: Net, end: int, node: int) -> list[Point]:
        """Return the way from a node to an end."""
        points = [net.nodes[node]]
        while self.edge[end, node] != NOWHERE:
            node = int(self.parent[end, node])
            points.append(net.nodes[node])
        return points


def trees(net: Net, ends: Sequence[int]) -> Trees:
    """Return the shortest ways to each end."""
    shape = (len(ends), len(net.nodes))
    metres, edge = np.full(shape, np.inf), np.full(shape, NOWHERE)
    parent = np.tile(np.arange(shape[1]), (shape[0], 1))
    deepest = 1
    lengths: list[float] = net.metres.tolist()
    for k, end in enumerate(ends):
        heap, steps = [(0.0, end, end, NOWHERE)], {end: 0}
        while heap:
            far, node, back, by = heapq.heappop(heap)
            if math.isfinite(metres[k, node]):
                continue
            metres[k, node], parent[k, node], edge[k, node] = far, back, by
            steps[node] = steps[back] + (node != back)
            for other, link in net.links[node]:
                if not math.isfinite(metres[k, other]):
                    heapq.heappush(heap, (far + lengths[link], other, node, link))
        deepest = max(deepest, *steps.values())
    jumps: list[Ints] = [(parent + shape[1] * np.arange(shape[0])[:, None]).reshape(-1)]
    while 2 ** len(jumps) < deepest:
        jumps.append(jumps[-1][jumps[-1]])
    return Trees(metres, parent, edge, tuple(jumps))


@dataclass(frozen=True, slots=True, eq=False)
class Latest:
    """The last moment (s) at each node from which some end is still reached over passable edges; -inf for never.

    `onward` is the node to go to next (the node itself at an end). Where nothing limits it, inf, by the shortest way.
    """

    at_s: Floats
    onward: tuple[int, ...]

    def path(self, net: Net, node: int) -> list[Point]:
        """Return the way from a node along which the last moment holds."""
        points = [net.nodes[node]]
        while self.onward[node] not in (node, NOWHERE):
            node = self.onward[node]
            points.append(net.nodes[node])
        return points


def latest(net: Net, ends: Sequence[tuple[int, float]], edge_s: Floats, edge_cut: Floats) -> Latest:
    """Search backwards from the ends, each given with the last moment at it. An edge must be left before it is cut.

    Of ways that are open for ever the shortest is taken.
    """
    at = [-math.inf] * len(net.nodes)
    onward = [NOWHERE] * len(net.nodes)
    takes: list[float] = edge_s.tolist()
    cuts: list[float] = edge_cut.tolist()
    heap = [(-time, 0.0, node, node) for node, time in ends if time > -math.inf]
    heapq.heapify(heap)
    while heap:
        minus, travel, node, to = heapq.heappop(heap)
        if onward[node] != NOWHERE:
            continue
        at[node], onward[node] = -minus, to
        for other, edge in net.links[node]:
            if onward[other] == NOWHERE:
                heapq.heappush(heap, (takes[edge] - min(-minus, cuts[edge]), travel + takes[edge], other, node))
    return Latest(np.array(at), tuple(onward))
