"""The way by road: levee, roads and routes as a network, and who is nearest along it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from data.model.places import Path2D
from data.model.situation import Situation
from data.rules.geometry import distance_m

if TYPE_CHECKING:
    import networkx as nx

Point = tuple[float, float]

OFF_ROAD_FACTOR = 1.5
"""A metre beside the roads counts as this many (setting of ours: field tracks, on foot)."""
FURTHEST_OFF_ROAD_M = 1500.0
"""Who is further from any road is not reached along one."""
_ROADS = frozenset({"road", "levee"})
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Way:
    """A way from one place to another: its length along the roads with the ends beside them, and its line."""

    metres: float
    path: Path2D


class Roads:
    """The network of one township; made once for a set of registers, then asked often."""

    def __init__(self, lines: Iterable[Path2D]) -> None:
        """Cut the lines where they cross and join them into a network."""
        import networkx as nx
        from shapely import LineString, get_coordinates, unary_union

        kept = [LineString(line) for line in lines if len(line) > 1]
        graph: nx.Graph[Point] = nx.Graph()
        merged: Any = unary_union(kept) if kept else None
        for part in [] if merged is None else getattr(merged, "geoms", [merged]):
            ends: list[Point] = [(round(x, _DIGITS), round(y, _DIGITS)) for x, y in get_coordinates(part).tolist()]
            for a, b in pairwise(ends):
                if a != b:
                    graph.add_edge(a, b, metres=distance_m(a, b))
        self._graph = graph
        self._nodes: list[Point] = list(graph.nodes)

    def __len__(self) -> int:
        """Count the crossings and bends."""
        return len(self._nodes)

    def edges(self) -> list[tuple[Point, Point, float]]:
        """Return every stretch of the network: its two ends and its length in metres."""
        graph: Any = self._graph
        return list(graph.edges(data="metres"))

    def way(self, start: Point, end: Point) -> Way | None:
        """Return the shortest way between two points; None when no road leads there."""
        return self.ways(end, [start])[0]

    def ways(self, end: Point, starts: Sequence[Point]) -> list[Way | None]:
        """Return for each start the shortest way to one end."""
        import networkx as nx

        target = self._nearest(end)
        if target is None:
            return [None] * len(starts)
        dijkstra: Any = nx.single_source_dijkstra
        lengths, paths = dijkstra(self._graph, target[0], weight="metres")
        return [self._from(start, end, target[1], lengths, paths) for start in starts]

    def _from(
        self,
        start: Point,
        end: Point,
        last_m: float,
        lengths: dict[Point, float],
        paths: dict[Point, list[Point]],
    ) -> Way | None:
        first = self._nearest(start)
        if first is None or first[0] not in lengths:
            return None
        metres = lengths[first[0]] + (first[1] + last_m) * OFF_ROAD_FACTOR
        straight = distance_m(start, end)
        if straight * OFF_ROAD_FACTOR <= metres:
            return Way(straight * OFF_ROAD_FACTOR, (start, end))
        return Way(metres, (start, *reversed(paths[first[0]]), end))

    def _nearest(self, point: Point) -> tuple[Point, float] | None:
        best: tuple[Point, float] | None = None
        for node in self._nodes:
            if best is None or abs(node[1] - point[1]) * 111_000 < best[1]:
                metres = distance_m(node, point)
                if best is None or metres < best[1]:
                    best = (node, metres)
        return best if best is not None and best[1] <= FURTHEST_OFF_ROAD_M else None


def roads_of(now: Situation) -> Roads:
    """Return the network of the township's levee, roads and routes."""
    lines = [row.path for row in now.registers.maplines if row.kind in _ROADS]
    return Roads([*lines, *(row.path for row in now.registers.routes)])
