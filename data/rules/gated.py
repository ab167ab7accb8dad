"""On ground that nobody surveyed the registers say at which flow a place is wet; the model says how deep, and when.

Never before the course has reached that flow: what the model puts under water at a lower one is not there yet.

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
from data.rules.stepped import Course, Rise, SteppedGround

_OVER_STEP_M = 50.0


class GatedInundation:
    """An Inundation that leaves dry what the registers say is dry, for as long as the course stays below that flow."""

    def __init__(self, water: Inundation, ground: SteppedGround, course: Course) -> None:
        """Hold a picture back to what the course has reached."""
        self._water, self._ground, self._rise = water, ground, Rise(course)
        nature = water.nature
        self._nature = replace(nature, provenance=f"{nature.provenance[:32]}{ground.digest[:32]}")

    @property
    def nature(self) -> Nature:
        """The picture's, made from it and the registers."""
        return self._nature

    def at(self, lon: float, lat: float) -> Wetness | None:
        """Return the water at a point; the picture's own answer where it is let through and not held back."""
        found = self._one([(lon, lat)])
        if found is None or not found.wet:
            return found
        own = self._water.at(lon, lat)
        return own if own is None or own.arrival == found.arrival else found

    def along(self, path: Path2D, step_m: float) -> tuple[Wetness | None, ...]:
        """Return the water along a path."""
        return tuple(self._one([point]) for point in along_points(path, step_m))

    def over(self, ring: Path2D) -> Wetness | None:
        """Return the deepest and earliest water in a ring."""
        return self._one(over_points(ring, _OVER_STEP_M)) if ring else None

    def many(self, probes: Probes, deeper_m: Sequence[float]) -> Waters:
        """Return the water at all probes."""
        told = self._water.many(probes, deeper_m)
        threshold, known = self._ground.threshold(probes), ~np.isnan(told.depth_m)
        dry = (threshold > self._rise.highest) & known
        # what the flow at the beginning reaches may be older than that
        from_then = np.where(threshold > self._rise.first, self._rise.reached(threshold), -np.inf)
        return Waters(
            np.where(dry, 0.0, told.depth_m),
            np.where(known, np.maximum(told.arrival_s, from_then), told.arrival_s),
            np.where(dry, 0.0, told.duration_h),
            np.where(dry, 0.0, told.speed_m_s),
            np.where(dry, np.nan, told.stage_m),
            np.where(known, np.maximum(told.deeper_s, from_then), told.deeper_s),
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
        return GatedInundation(picture, ground, course)

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
