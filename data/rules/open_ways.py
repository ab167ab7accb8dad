"""How long a road network that water closes bit by bit stays open, for many searches at once.

Most nodes of a road lie on a line between two junctions, and nobody turns round half way. Along such a line the last
moment is min(cut, moment at its junction) - travel, whatever lies on it; so the search goes over junctions alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.model.inundation import Floats
from data.rules.escape import Ints, Net

_Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class _Leap:
    """From every step to the one 2ⁿ further along its line (the last index: none), and the metres in between."""

    onward: Ints
    metres: Floats


class OpenWays:
    """Every edge both ways as a step, and the lines they make; laid out once for a network and its ends."""

    def __init__(self, net: Net, ends: Iterable[int]) -> None:
        """Lay out the lines; `ends` are nodes at which a search may begin."""
        self._nodes, self._count = len(net.nodes), 2 * len(net.a)
        a, b = np.array(net.a, np.intp), np.array(net.b, np.intp)
        edges = np.arange(len(a))
        order = np.argsort(np.concatenate((a, b)), kind="stable")
        self._from: Ints = np.concatenate((a, b))[order]
        self._to: Ints = np.concatenate((b, a))[order]
        self._edge: Ints = np.concatenate((edges, edges))[order]
        self._metres: Floats = net.metres[self._edge]
        self._starts: Ints = np.searchsorted(self._from, np.arange(self._nodes))
        junction = np.bincount(self._from, minlength=self._nodes) != 2
        junction[list(ends)] = True
        junction[self._from[self._from == self._to]] = True
        onward = self._follow(junction)
        while (ring := self._rings(onward)).any():  # a ring without a junction gets some
            junction[self._to[ring]] = True
            onward = self._follow(junction)
        self._leaps, self._last = self._lines(onward)
        self._length: Floats = self._leaps[-1].metres[:-1] if self._leaps else np.zeros(0)
        self._crossing: Ints = np.flatnonzero(junction[self._from])
        self._junctions, self._at = np.unique(self._from[self._crossing], return_index=True)
        number = np.zeros(self._nodes, np.intp)
        number[self._junctions] = np.arange(len(self._junctions))
        self._reached: Ints = number[self._to[self._last]]

    def _follow(self, junction: _Flags) -> Ints:
        """Return the step after each on its line; the last index after the step to a junction."""
        first = self._starts[self._to]
        second = np.minimum(first + 1, max(self._count - 1, 0))
        other = np.where(self._edge[first] == self._edge, second, first) if self._count else first
        return np.append(np.where(junction[self._to], self._count, other), self._count)

    def _rings(self, onward: Ints) -> _Flags:
        for _ in range(self._count.bit_length()):
            onward = onward[onward]
        return onward[:-1] != self._count

    def _lines(self, onward: Ints) -> tuple[list[_Leap], Ints]:
        """Double the steps until all have come to their junction; return the leaps, and the last step of each line."""
        metres, last = np.append(self._metres, 0.0), np.arange(self._count + 1)
        leaps = [_Leap(onward, metres)]
        while (onward != self._count).any():
            last = np.where(onward == self._count, last, last[onward])
            metres = metres + metres[onward]
            onward = onward[onward]
            leaps.append(_Leap(onward, metres))
        return leaps, last[:-1]

    def until(self, ends_s: Floats, metre_s: Floats, edge_cut: Floats) -> Floats:
        """Return the last moment (s) at which each node may be left so that an end is reached; -inf for never.

        A row a search: the last moments at its ends (-inf at all other nodes), seconds a metre, and when each edge is
        cut. An edge must be left before it is cut.
        """
        if not self._count:
            return ends_s
        pace = metre_s[:, None]
        never = np.full((len(ends_s), 1), np.inf)
        cut = np.concatenate((edge_cut.take(self._edge, axis=1), never), axis=1)
        for leap in self._leaps[:-1]:
            cut = np.minimum(cut + leap.metres[leap.onward] * pace, cut.take(leap.onward, axis=1))
        cut, travel = cut[:, :-1], self._length * pace
        own, own_cut, own_travel = self._reached[self._crossing], cut[:, self._crossing], travel[:, self._crossing]
        at = ends_s[:, self._junctions]
        while True:
            left = np.minimum(at.take(own, axis=1), own_cut) - own_travel
            better = np.maximum(at, np.maximum.reduceat(left, self._at, axis=1))
            if np.array_equal(better, at):
                break
            at = better
        left = np.minimum(at.take(self._reached, axis=1), cut) - travel
        return np.maximum(ends_s, np.maximum.reduceat(left, self._starts, axis=1))
