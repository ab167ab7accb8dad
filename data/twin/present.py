"""What is under water now stays counted: a course laid over the surface of the moment.

A flood of the library rises from its base flow; the river may have stood higher for days. Without this a greater flow
could seem to reach a place later than the water that is already there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import numpy as np

from data.model.inundation import Floats, Inundation, Probes, Waters, Wetness
from data.model.nature import Nature
from data.model.places import Path2D
from data.rules.probing import Lay, along_points, gathered, over_points
from data.twin.asking import WET_M, Places
from data.twin.flood import OUTSIDE, Field, Flood


class OverPresent:
    """An Inundation over the water of a moment: nowhere later, nowhere shallower than that."""

    def __init__(self, course: Inundation, present: Flood, since: datetime, places: Places) -> None:
        """Lay a course over the surface that stands since a moment."""
        self._course, self._present, self._places = course, present, places
        self._since = since.timestamp()
        nature = course.nature
        self._nature = replace(nature, provenance=f"{nature.provenance[:32]}{present.nature.provenance[:32]}")

    @property
    def nature(self) -> Nature:
        """The course's, made from both."""
        return self._nature

    def at(self, lon: float, lat: float) -> Wetness | None:
        """Return the water at a point; its rise is the course's, where that comes first."""
        found, own = self._one([(lon, lat)]), self._course.at(lon, lat)
        if found is None or own is None or found.arrival != own.arrival:
            return found
        return replace(found, rise=own.rise, hazard=own.hazard)

    def along(self, path: Path2D, step_m: float) -> tuple[Wetness | None, ...]:
        """Return the water along a path."""
        return tuple(self._one([point]) for point in along_points(path, step_m))

    def over(self, ring: Path2D) -> Wetness | None:
        """Return the deepest, earliest and longest water in a ring."""
        return self._one(over_points(ring, self._present.lattice.cell_m)) if ring else None

    def many(self, probes: Probes, deeper_m: Sequence[float]) -> Waters:
        """Return the water at all probes."""
        told = self._course.many(probes, deeper_m)
        now = self._now(probes)
        known = ~np.isnan(told.depth_m)
        wet = known & (now > WET_M)
        deeper = told.deeper_s.copy()
        for row, metres in enumerate(deeper_m):
            deeper[row] = np.where(known & (now > metres), np.minimum(deeper[row], self._since), deeper[row])
        rise = np.where(wet, np.maximum(now - told.depth_m, 0.0), 0.0)
        return Waters(
            np.where(wet, np.maximum(told.depth_m, now), told.depth_m),
            np.where(wet, np.minimum(told.arrival_s, self._since), told.arrival_s),
            told.duration_h, told.speed_m_s, told.stage_m + rise, deeper,
        )  # fmt: skip

    def _now(self, probes: Probes) -> Floats:
        located = self._places.locate(self._present.lattice, probes)
        depth = self._present.field(Field.DEPTH)
        if depth is None:
            return np.zeros(len(probes))
        picked = depth.reshape(-1)[np.maximum(located.cells, 0)].astype(np.float64)
        picked[(located.cells == OUTSIDE) | np.isnan(picked)] = 0.0
        return picked[located.back]

    def _one(self, points: list[tuple[float, float]]) -> Wetness | None:
        lay = Lay()
        lay.add(points)
        sampling = lay.done()
        return gathered(sampling, self.many(sampling.probes, ())).wetness(0)
