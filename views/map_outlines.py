"""What is seen through water on the map: outlines of the grids that are not quiet, and the levee on a dark ground."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from data.documents import features
from data.documents.features import Feature
from data.model.situation import Situation

_LINES = MappingProxyType({"grid.urgent": "state.urgent", "grid.unanswered": "state.attention"})

_LEVEE, _CASING = "works.line", 1.2


def outlines(now: Situation, states: Mapping[str, str]) -> list[Feature]:
    """Make one outline a grid, in the colour of its state."""
    return [
        features.area(grid.id, grid.ring, role=_LINES[states[grid.id]], fill=0, weight=2.4)
        for grid in now.registers.grids
        if grid.ring and states.get(grid.id) in _LINES
    ]


def cased(works: Sequence[Feature]) -> list[Feature]:
    """Lay the lines of the levee on a ground of their own; the many short spurs would only grow thick by it."""
    return [
        {**one, "properties": {**one["properties"], "casing": _CASING}} if one["properties"]["role"] == _LEVEE else one
        for one in works
    ]
