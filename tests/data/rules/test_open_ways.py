"""How long ways stay open: the search over junctions finds what the search node by node finds."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from data.rules.escape import Net, latest
from data.rules.open_ways import OpenWays

NODES = 9
EDGES = st.lists(
    st.tuples(st.integers(0, NODES - 1), st.integers(0, NODES - 1), st.integers(1, 900)), min_size=1, max_size=16
)
MOMENTS = st.one_of(st.integers(0, 20_000).map(float), st.just(math.inf))


def net(edges: list[tuple[int, int, int]]) -> Net:
    """A network of which every node has an edge; places do not matter."""
    used = sorted({node for a, b, _ in edges for node in (a, b)})
    number = {node: n for n, node in enumerate(used)}
    told = [(number[a], number[b], metres) for a, b, metres in edges]
    links: list[list[tuple[int, int]]] = [[] for _ in used]
    for edge, (a, b, _) in enumerate(told):
        links[a].append((b, edge))
        links[b].append((a, edge))
    place = np.arange(len(used), dtype=float)
    return Net(
        tuple((float(n), 0.0) for n in range(len(used))), place, place * 0, tuple(a for a, _, _ in told),
        tuple(b for _, b, _ in told), np.array([float(m) for _, _, m in told]), tuple(map(tuple, links)),
    )  # fmt: skip


@given(EDGES, st.lists(st.tuples(st.integers(0, NODES - 1), MOMENTS), max_size=3), st.data())
@example([(0, 1, 5), (1, 2, 5), (2, 0, 5), (3, 4, 5)], [(3, 9.0)], None)  # a ring that no end lies on
@example([(0, 1, 5), (1, 2, 7), (2, 3, 2), (3, 4, 1)], [(4, 50.0), (0, 20.0)], None)
def test_moments_are_those_of_the_search_node_by_node(edges, ends, data) -> None:
    ways = net(edges)
    count = len(ways.nodes)
    ends = [(node % count, time) for node, time in ends]
    cuts = np.array([100.0 * n for n in range(len(edges))] if data is None else [data.draw(MOMENTS) for _ in edges])
    laid = OpenWays(ways, [node for node, _ in ends])
    paces, rows = np.array([0.5, 2.0]), np.full((2, count), -np.inf)
    for node, time in ends:
        rows[:, node] = np.maximum(rows[:, node], time)
    found = laid.until(rows, paces, np.stack([cuts, cuts]))
    for row, pace in enumerate(paces):
        one_by_one = latest(ways, ends, ways.metres * pace, cuts)
        np.testing.assert_allclose(found[row], one_by_one.at_s, atol=1e-6)


def test_without_roads_there_is_nowhere_to_go() -> None:
    empty = Net((), np.zeros(0), np.zeros(0), (), (), np.zeros(0), ())
    assert OpenWays(empty, []).until(np.zeros((2, 0)), np.ones(2), np.zeros((2, 0))).shape == (2, 0)
