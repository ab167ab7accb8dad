"""Outlines of the grids that are not quiet, for when water hides their ground."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from data.documents import features
from data.documents.features import Feature
from data.model.situation import Situation

_LINES = MappingProxyType({"grid.urgent": "state.urgent", "grid.unanswered": "state.attention"})


def outlines(now: Situation, states: Mapping[str, str]) -> list[Feature]:
    """Make one outline a grid, in the colour of its state."""
    return [
        features.area(grid.id, grid.ring, role=_LINES[states[grid.id]], fill=0, weight=2.4)
        for grid in now.registers.grids
        if grid.ring and states.get(grid.id) in _LINES
    ]
