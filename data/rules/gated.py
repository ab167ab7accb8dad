"""On ground that nobody surveyed the registers say whether a place is wet at a flow; the model says when and how deep.

An idealised reach carries the channel and the benches, not every field: its cells may wet a plot beside the river at a
flow at which the people who farm it stand dry. Crying wolf there would cost the trust in every other line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from data.model.inundation import Inundation, Probes, Span, Waters, Wetness
from data.model.nature import Nature, Origin
from data.model.places import Path2D
from data.rules.probing import Lay, along_points, gathered, over_points
from data.rules.stepped import Course, SteppedGround

_OVER_STEP_M = 50.0


class GatedInundation:
    """An Inundation that leaves dry what the registers say is dry at the greatest flow of the course."""

    def __init__(self, water: Inundation, ground: SteppedGround, flow_m3s: float) -> None:
        """Hold a picture back to what the flow reaches."""
        self._water, self._ground, self._flow = water, ground, flow_m3s
        nature = water.nature
        self._nature = replace(nature, provenance=f"{nature.provenance[:32]}{ground.digest[:32]}")

    @property
    def nature(self) -> Nature:
        """The picture's, made from it and the registers."""
        return self._nature

    def at(self, lon: float, lat: float) -> Wetness | None:
        """Return the water at a point; the picture's own answer where it is let through."""
        found = self._one([(lon, lat)])
        return self._water.at(lon, lat) if found is not None and found.wet else found

    def along(self, path: Path2D, step_m: float) -> tuple[Wetness | None, ...]:
        """Return the water along a path."""
        return tuple(self._one([point]) for point in along_points(path, step_m))

    def over(self, ring: Path2D) -> Wetness | None:
        """Return the deepest and earliest water in a ring."""
        return self._one(over_points(ring, _OVER_STEP_M)) if ring else None

    def many(self, probes: Probes, deeper_m: Sequence[float]) -> Waters:
        """Return the water at all probes."""
        told = self._water.many(probes, deeper_m)
        dry = (self._ground.threshold(probes) > self._flow) & ~np.isnan(told.depth_m)
        return Waters(
            np.where(dry, 0.0, told.depth_m),
            np.where(dry, np.inf, told.arrival_s),
            np.where(dry, 0.0, told.duration_h),
            np.where(dry, 0.0, told.speed_m_s),
            np.where(dry, np.nan, told.stage_m),
            np.where(dry, np.inf, told.deeper_s),
        )

    def _one(self, points: list[tuple[float, float]]) -> Wetness | None:
        lay = Lay()
        lay.add(points)
        sampling = lay.done()
        return gathered(sampling, self.many(sampling.probes, ())).wetness(0)


def gated(water: Span[Inundation], ground: SteppedGround, courses: Span[Course]) -> Span[Inundation]:
    """Return the span held back on idealised ground; surveyed ground and maps of others speak for themselves."""

    def one(picture: Inundation, course: Course) -> Inundation:
        if picture.nature.origin is not Origin.IDEALISED:
            return picture
        return GatedInundation(picture, ground, max(flow for _, flow in course))

    if water.low is water.likely and water.high is water.likely:
        likely = one(water.likely, courses.likely)
        return Span(likely, likely, likely)
    low, likely, high = (
        one(picture, course)
        for picture, course in (
            (water.low, courses.low),
            (water.likely, courses.likely),
            (water.high, courses.high),
        )
    )
    return Span(low, likely, high)
