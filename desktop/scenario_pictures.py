"""What of scenarios goes onto the map, into curves and cuts: from rasters to the values that the 推演 page shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

import numpy as np

from data.model.inundation import Floats
from data.model.places import Path2D
from data.model.situation import Situation
from data.twin.axis import Axis, middle_line
from data.twin.blending import arrival_interval
from data.twin.comparing import difference
from data.twin.contours import lines_of
from data.twin.curves import across, bed_along, crests_along, curve_at, cut_along, surface_along
from data.twin.flood import Flood, How
from data.twin.terrain import CrestLine, Raster
from desktop.scenarios import Scenario
from views import flood_notes
from views.map_water import Isoline, MapWater, Ramp, water
from views.twin_shown import CurveLine, CurveShown, DifferenceShown, ProfileShown, SurfaceLine
from views.twin_wanted import Drawn, Picture, ProfileKind, Sides, Slot

HALF_ACROSS_M = 6_000.0
_SAME_START = timedelta(minutes=10)
_ISO_H = (2.0, 4.0, 6.0, 9.0, 12.0)
_RAMPS: Mapping[Drawn, Ramp] = MappingProxyType(
    {
        Drawn.DEPTH: Ramp.DEPTH,
        Drawn.FRAME: Ramp.DEPTH,
        Drawn.SPEED: Ramp.SPEED,
        Drawn.HAZARD: Ramp.HAZARD,
        Drawn.ARRIVAL: Ramp.ARRIVAL,
        Drawn.DURATION: Ramp.DURATION,
    }
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place whose curve is shown."""

    id: str
    lon: float
    lat: float


def drawn(one: Scenario, what: Drawn, frame: int) -> MapWater | None:
    """Return a scenario's picture; None when it does not know what is asked."""
    flood = one.flood
    raster: Raster | None
    title = ""
    if what is Drawn.FRAME:
        if not flood.hours:
            return None
        raster = flood.frame(min(frame, len(flood.hours) - 1))
    else:
        raster = flood.field(what.field)
    if raster is None:
        return None
    lines: tuple[Isoline, ...] = ()
    if what is Drawn.ARRIVAL:
        raster = _on_clock(one, raster).astype(np.float32)
        lines = _isolines(raster, flood)
    notes = (*((one.name,) if one.name else ()), *flood_notes.notes(flood, asked_m3s=one.wanted.flow_m3s))
    return water(_RAMPS[what], raster, flood.lattice.corners(), notes, title=title, isolines=lines, preview=True)


def against(a: Scenario, b: Scenario) -> tuple[MapWater, DifferenceShown]:
    """Return the difference B − A as a picture and in figures."""
    found = difference(a.flood, b.flood)
    sums = found.sums
    apart = abs(a.timing.moment(0.0) - b.timing.moment(0.0)) > _SAME_START
    shown = DifferenceShown(
        sums.gained_km2, sums.lost_km2, sums.deeper_mean_m, sums.deeper_most_m,
        None if apart else sums.earlier_median_min,  # hours since two different moments tell nothing
        sums.deepest,
    )  # fmt: skip
    notes = dict.fromkeys((*flood_notes.notes(a.flood), *flood_notes.notes(b.flood)))
    return water(Ramp.DIFFERENCE, found.drawn(), found.lattice.corners(), tuple(notes), preview=True), shown


def pictures(
    scenarios: Mapping[Slot, Scenario | None], picture: Picture, frame: int
) -> tuple[dict[Slot, MapWater | None], DifferenceShown | None]:
    """Return what each of the two maps shows, and the difference when both scenarios are there."""
    a, b = scenarios[Slot.A], scenarios[Slot.B]
    change = against(a, b) if a is not None and b is not None else None
    if picture.sides is Sides.DIFFERENCE:
        return {Slot.A: None if change is None else change[0], Slot.B: None}, None if change is None else change[1]
    first = b if picture.sides is Sides.B else a
    second = b if picture.sides is Sides.BOTH else None
    shown = {
        slot: None if one is None else drawn(one, picture.drawn, frame)
        for slot, one in ((Slot.A, first), (Slot.B, second))
    }
    return shown, None if change is None else change[1]


def curves(scenarios: Mapping[Slot, Scenario | None], spots: Sequence[Spot]) -> tuple[CurveShown, ...]:
    """Return the course of the water at the places asked about, in both scenarios."""
    return tuple(_curve(scenarios, spot) for spot in spots)


def _curve(scenarios: Mapping[Slot, Scenario | None], spot: Spot) -> CurveShown:
    lines: list[CurveLine] = []
    bed, datum, known = None, "", False
    for slot, one in scenarios.items():
        found = None if one is None else curve_at(one.flood, spot.lon, spot.lat)
        if one is None or found is None:
            continue
        known, bed, datum = True, found.bed_m if bed is None else bed, found.datum
        start = one.timing.moment(0.0)
        hours = tuple((one.timing.moment(hour) - start) / timedelta(hours=1) for hour in found.hours)
        if not hours:
            hours, depths = (0.0, 24.0), (found.greatest_m, found.greatest_m)
        else:
            depths = found.depth_m
        lines.append(CurveLine(slot, start, hours, depths, _interval(one, spot)))
    return CurveShown(spot.id, spot.lon, spot.lat, tuple(lines), bed, datum, known=known)


def _interval(one: Scenario, spot: Spot) -> tuple[float, float, float] | None:
    flood = one.flood
    if flood.how is How.IMPORTED or not flood.hours:
        return None
    cell = flood.lattice.cells(np.array([spot.lon]), np.array([spot.lat]))
    bounds = [float(_on_clock(one, bound)[0]) for bound in arrival_interval(flood, cell, 0.05)]
    return (bounds[0], bounds[1], bounds[2]) if np.isfinite(bounds).all() else None


def profile(
    scenarios: Mapping[Slot, Scenario | None], now: Situation, kind: ProfileKind, path: Path2D, *,
    picture: Picture, frame: int, crests: Sequence[CrestLine] = (),
) -> ProfileShown | None:  # fmt: skip
    """Return a cut through both scenarios, over the ground of the first that has one; None without either or a line."""
    there = [one for one in scenarios.values() if one is not None]
    first = next((one for one in there if one.flood.bed is not None), there[0] if there else None)
    line = middle_line(now.registers)
    if first is None:
        return None
    lattice = first.flood.lattice
    if kind is ProfileKind.RIVER:
        path = line
    elif kind is ProfileKind.ACROSS and path and line:
        path = across(Axis(lattice, line), *path[0], HALF_ACROSS_M)
    if len(path) < 2:
        return None
    cut = cut_along(lattice, path)
    crest = _as_wide_as_a_cell(crests_along(crests, cut)) if crests else np.full(len(cut.along_m), np.nan)
    surfaces = [
        surface
        for slot, one in scenarios.items()
        if one is not None
        and (surface := _surface(slot, one, path, cut.along_m, number_of(one, picture, frame))) is not None
    ]
    return ProfileShown(
        kind, tuple(cut.along_m.tolist()), tuple(np.fmax(bed_along(first.flood, cut), crest).tolist()),
        tuple(crest.tolist()), tuple(surfaces),
        datum=lattice.datum, path=cut.path()[:: max(1, len(cut.along_m) // 200)],
    )  # fmt: skip


def _as_wide_as_a_cell(crest_m: Floats) -> Floats:
    """Return crests over the points beside them too: a cut has two points a cell, and an embankment is no needle."""
    beside = np.concatenate([[np.nan], crest_m, [np.nan]])
    return np.fmax(crest_m, np.fmax(beside[:-2], beside[2:]))


def number_of(one: Scenario, picture: Picture, frame: int) -> int | None:
    """Return the frame that a picture shows of a scenario, None for the greatest."""
    hours = one.flood.hours
    return min(frame, len(hours) - 1) if picture.drawn is Drawn.FRAME and hours else None


def _surface(slot: Slot, one: Scenario, path: Path2D, along_m: Floats, number: int | None) -> SurfaceLine | None:
    flood = one.flood
    if flood.bed is None:
        return None
    own = cut_along(flood.lattice, path)
    stages = surface_along(flood, own, number)
    nearest = np.clip(np.searchsorted(own.along_m, along_m), 0, len(own.along_m) - 1)
    return SurfaceLine(slot, tuple(stages[nearest].tolist()), None if number is None else flood.hours[number])


def _isolines(arrival_h: Raster, flood: Flood) -> tuple[Isoline, ...]:
    found = lines_of(arrival_h, flood.lattice, _ISO_H)
    return tuple(Isoline(f"{hour:g} h", path) for hour, paths in zip(_ISO_H, found, strict=True) for path in paths)


def _on_clock(one: Scenario, hours: Floats | Raster) -> Floats:
    """Return hours of a flood as the time bar counts them: on the clock, since the moment of hour zero."""
    return (one.timing.seconds(hours.astype(np.float64)) - one.timing.moment(0.0).timestamp()) / 3600.0
