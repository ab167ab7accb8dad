"""Water without a model: a place is wet while the flow is at or above the one stated for its plot or 滩别 [设定].

So the clock works before there is a twin. Flow and depth are assumptions, and every answer says so (Origin.ASSUMED).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from weakref import WeakKeyDictionary

import numpy as np

from data.model.clock_tables import ClockSettings
from data.model.inundation import Floats, Inundation, Probes, Span, Waters, Wetness
from data.model.nature import Nature, Origin
from data.model.places import Bench, Path2D
from data.model.register import Registers
from data.model.river import Outlook
from data.model.situation import Situation
from data.rules.coming import standing_forecast, standing_outlook
from data.rules.probing import METRES_A_DEGREE, Gathered, Lay, Sampling, along_points, gathered, over_points

Course = tuple[tuple[datetime, float], ...]
"""Flow at 花园口 in m³/s over time, straight between the points and constant after the last."""


class SteppedGround:
    """At which flow each place is wet: its plot's figure, else the lowest plot's of its 滩别; off the floodplain never.

    Made once for a set of registers; probes asked about again are remembered.
    """

    def __init__(self, registers: Registers, settings: ClockSettings) -> None:
        """Index plots and benches; the crest of the levee, half the way to its toe, stays dry."""
        from shapely import LineString, Polygon, STRtree, union_all

        self.reach: dict[Bench, float] = {}
        areas: list[tuple[int, float, Path2D]] = []
        for plot in registers.plots:
            self.reach[plot.bench] = min(plot.floods_at_m3s, self.reach.get(plot.bench, plot.floods_at_m3s))
            areas.append((0, plot.floods_at_m3s, plot.ring))
        for row in registers.maplines:
            bench = bench_of(row.name) if row.kind == "bench" else None
            if bench is not None and bench in self.reach:
                areas.append((1, self.reach[bench], row.path))
            elif row.kind == "river" and row.closed:
                areas.append((1, 0.0, row.path))
        self._areas: list[tuple[int, float, Path2D]] = [area for area in areas if len(area[2]) > 2]
        self._tree = STRtree([Polygon(ring) for _, _, ring in self._areas])
        levees = [LineString(row.path) for row in registers.maplines if row.kind == "levee" and len(row.path) > 1]
        self._crest = union_all(levees).buffer(settings.toe_offset_m / 2 / METRES_A_DEGREE)
        self._known: WeakKeyDictionary[Probes, Floats] = WeakKeyDictionary()
        self.digest = hashlib.sha256(
            f"{registers.plots.digest}/{registers.maplines.digest}/{len(self._areas)}".encode()
        ).hexdigest()

    def threshold(self, probes: Probes) -> Floats:
        """Return the flow that wets each probe, inf for never."""
        known = self._known.get(probes)
        if known is None:
            from shapely import contains, points

            known = np.full(len(probes), np.inf)
            rank = np.full(len(probes), 2)
            if len(probes):
                asked = points(probes.lon, probes.lat)
                hits = self._tree.query(asked, predicate="intersects")
                pairs: list[tuple[int, int]] = hits.T.tolist()
                for probe, n in pairs:
                    area = self._areas[n]
                    rank[probe], known[probe] = min((rank[probe], known[probe]), area[:2])
                known[(rank > 0) & contains(self._crest, asked)] = np.inf
            self._known[probes] = known
        return known


def bench_of(name: str) -> Bench | None:
    """Return the 滩别 that a name on the map ends with."""
    return next((bench for bench in Bench if name.endswith(bench.value)), None)


class Rise:
    """When a course first reaches a flow."""

    def __init__(self, course: Course) -> None:
        """Keep the moments at which the course is higher than ever before."""
        told = [(time.timestamp(), flow) for time, flow in course]
        peaks = told[:1]
        for (at0, q0), (at1, q1) in pairwise(told):
            highest = peaks[-1][1]
            if q1 > highest:  # water that comes back is as high as before only when it has risen so far again
                again = at0 + (highest - q0) / (q1 - q0) * (at1 - at0)
                peaks += [(again, float(np.nextafter(highest, np.inf)))] if q0 < highest else []
                peaks.append((at1, q1))
        self._flows = np.array([flow for _, flow in peaks])
        self._times = np.array([at for at, _ in peaks])
        self.first, self.highest = float(self._flows[0]), float(self._flows[-1])

    def reached(self, flow: Floats) -> Floats:
        """Return the moment (seconds since 1970) at which the course first reaches each value, inf for never."""
        when = np.interp(flow, self._flows, self._times)
        return np.where(flow > self.highest, np.inf, when)


class SteppedInundation:
    """The assumption over one course of the flow; an Inundation."""

    def __init__(self, ground: SteppedGround, course: Course, settings: ClockSettings, made_at: datetime) -> None:
        """Refuse a course that is empty or turns back in time."""
        if not course or any(b[0] <= a[0] for a, b in pairwise(course)):
            raise ValueError("a course needs moments that rise")
        self._ground = ground
        self._course = [(time.timestamp(), flow) for time, flow in course]
        self._a_metre = 1000.0 / settings.stepped_rise_m
        told = f"{ground.digest}|{course}|{settings.stepped_rise_m}"
        self._nature = Nature(Origin.ASSUMED, made_at, hashlib.sha256(told.encode()).hexdigest())
        self._rise = Rise(course)

    @property
    def nature(self) -> Nature:
        """An assumption, made when the registers and the flow were what the hash says."""
        return self._nature

    def at(self, lon: float, lat: float) -> Wetness | None:
        """Return the water at a point."""
        return self._one([(lon, lat)]).wetness(0)

    def along(self, path: Path2D, step_m: float) -> tuple[Wetness | None, ...]:
        """Return the water along a path."""
        lay = Lay()
        for point in along_points(path, step_m):
            lay.add([point])
        sampling = lay.done()
        answer = gathered(sampling, self.many(sampling.probes, ()))
        return tuple(answer.wetness(n) for n in range(len(sampling)))

    def over(self, ring: Path2D) -> Wetness | None:
        """Return the deepest and earliest water in a ring."""
        return self._one(over_points(ring, 50.0)).wetness(0) if ring else None

    def many(self, probes: Probes, deeper_m: Sequence[float]) -> Waters:
        """Return the water at all probes."""
        threshold = self._ground.threshold(probes)
        known = np.where(np.isnan(threshold), np.nan, 0.0)
        depth = np.maximum(0.0, (self._rise.highest - threshold) / self._a_metre)
        deeper = [self._rise.reached(threshold + np.nextafter(metres, np.inf) * self._a_metre) for metres in deeper_m]
        return Waters(
            depth, self._rise.reached(threshold), self._hours(threshold), known * np.nan, known * np.nan,
            np.array(deeper).reshape(len(deeper_m), len(threshold)),
        )  # fmt: skip

    def _one(self, points: list[tuple[float, float]]) -> Gathered:
        lay = Lay()
        lay.add(points)
        sampling: Sampling = lay.done()
        return gathered(sampling, self.many(sampling.probes, ()))

    def _hours(self, flow: Floats) -> Floats:
        """Return how long the course stays at or above each value, as far as it is known."""
        total = np.zeros(len(flow))
        for (at0, q0), (at1, q1) in pairwise(self._course):
            low, high = min(q0, q1), max(q0, q1)
            share = np.clip((high - flow) / (high - low), 0.0, 1.0) if high > low else (flow <= low) * 1.0
            total += share * (at1 - at0) / 3600
        return total


def course_of(now: Situation, rise_h: float) -> Course:
    """Return the observed flow at 花园口 and what is expected after it: the official forecast, else the own outlook.

    Between a reading and an official peak the flow stays as observed and then changes within the hours set: a reading
    of the morning and a peak of tomorrow do not make the river rise since the morning.
    """
    reading, forecast = now.latest(), standing_forecast(now)
    points: list[tuple[datetime, float]] = []
    if reading is not None and reading.flow_m3s is not None:
        points.append((reading.at, reading.flow_m3s))
    outlook = None if forecast is not None else standing_outlook(now)
    if outlook is not None:
        return (*points, *((one.at, one.flow_m3s) for one in outlook.points if not points or one.at > points[-1][0]))
    if forecast is not None and (not points or forecast.valid_at > points[-1][0]):
        begins = forecast.valid_at - timedelta(hours=rise_h)
        if points and begins > points[-1][0]:
            points.append((begins, points[-1][1]))
        points.append((forecast.valid_at, forecast.flow_m3s))
    return tuple(points)


def course_to(now: Situation, flow_m3s: float, settings: ClockSettings) -> Course:
    """Return a course from the observed flow at this moment to a what-if flow, over the hours set."""
    there = (now.at + timedelta(hours=settings.what_if_rise_h), flow_m3s)
    return (there,) if now.flow_m3s is None else ((now.at, now.flow_m3s), there)


def banded(course: Course, now: datetime, settings: ClockSettings, outlook: Outlook | None = None) -> Span[Course]:
    """Return the course with its band: what lies ahead may be lower or higher, what was observed may not.

    Points of the own outlook have its band, others the factors set.
    """
    own = {} if outlook is None else {(one.at, one.flow_m3s): one for one in outlook.points}

    def bound(at: datetime, flow: float, factor: float) -> float:
        point = own.get((at, flow))
        if at <= now:
            return flow
        if point is None:
            return flow * factor
        return min(point.low_m3s, flow) if factor < 1 else max(point.high_m3s, flow)

    low = tuple((at, bound(at, flow, settings.band_low)) for at, flow in course)
    high = tuple((at, bound(at, flow, settings.band_high)) for at, flow in course)
    return Span(low, course, high)


def stepped_span(ground: SteppedGround, course: Course, now: datetime, settings: ClockSettings) -> Span[Inundation]:
    """Return the assumption at the low, likely and high flow."""
    band = banded(course, now, settings)
    made = [SteppedInundation(ground, one, settings, now) for one in (band.low, band.likely, band.high)]
    return Span(made[0], made[1], made[2])
