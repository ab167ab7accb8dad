"""The live mirror: the surface of the present flow, bent to the stages of the moment; what disagrees is always told.

A mark is compared with the surface beside it only where both stand on one datum: two datums are never subtracted.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from data.model.inundation import Floats
from data.model.nature import Nature
from data.model.situation import Situation
from data.twin.axis import Axis
from data.twin.flood import Cells, Field, Flood, How, Lattice, Trust
from data.twin.terrain import Raster

_WET_M = 0.05


@dataclass(frozen=True, slots=True)
class Mark:
    """A stage seen somewhere: a gauge, a water mark out of a report, a sensor. `stage_m` above `datum`."""

    id: str
    lon: float
    lat: float
    stage_m: float
    datum: str
    at: datetime
    source: str = ""


@dataclass(frozen=True, slots=True)
class MirrorSettings:
    """How marks bend the surface [设定]: when they are stale, how far they reach, and what they can do at most."""

    stale_after: timedelta = timedelta(hours=3)
    ahead: timedelta = timedelta(minutes=10)
    """A mark may be so far ahead of our clock."""
    search_m: float = 500.0
    """Water is looked for so far from a mark: gauges stand on the bank."""
    decay_m: float = 8000.0
    """Beyond the last mark its correction falls to 1/e in that distance."""
    most_m: float = 1.0
    """A correction is never more."""
    implausible_m: float = 3.0
    """A mark that differs by more is a slip of the pen, or of another datum than it says."""


class Unused(StrEnum):
    """Why a mark bends nothing; it is listed all the same."""

    STALE = "stale"
    OTHER_DATUM = "other_datum"  # or none that is known
    OUTSIDE = "outside"  # off the terrain, or no water of the picture near it
    IMPLAUSIBLE = "implausible"


@dataclass(frozen=True, slots=True)
class MarkAgainst:
    """A mark against the picture: mark − model in metres, None where they cannot be compared."""

    mark: Mark
    age: timedelta
    chainage_m: float | None = None
    model_m: float | None = None
    residual_m: float | None = None
    unused: Unused | None = None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """How the uncorrected picture and the marks differ: mean and spread of what was used, and the worst place."""

    at: datetime
    marks: tuple[MarkAgainst, ...]
    bias_m: float | None
    spread_m: float | None
    worst: MarkAgainst | None

    @property
    def used(self) -> tuple[MarkAgainst, ...]:
        """The marks that bend the surface."""
        return tuple(one for one in self.marks if one.unused is None)


@dataclass(frozen=True, slots=True, eq=False)
class MirrorFlood:
    """The bent surface: a Flood that does not change, without frames or arrival."""

    lattice: Lattice
    bed: Raster | None
    nature: Nature
    flow_m3s: float
    how: How
    trust: Trust | None
    inflow: tuple[tuple[float, float], ...]
    depth: Raster
    stage: Raster
    hours: tuple[float, ...] = ()

    def field(self, which: Field) -> Raster | None:
        """Return depth or stage; None of the others."""
        return {Field.DEPTH: self.depth, Field.STAGE: self.stage}.get(which)

    def frame(self, number: int) -> Raster:
        """Refuse: it is of one moment."""
        raise IndexError(number)

    def depths(self, cells: Cells) -> Floats:
        """Return no frames."""
        return np.zeros((0, len(cells)))


def station_marks(now: Situation, lattice: Lattice) -> tuple[Mark, ...]:
    """Return the newest stage of each station on the lattice; a reading's datum goes before its station's."""
    marks: list[Mark] = []
    for station in now.registers.stations:
        reading = now.latest(station.id)
        if reading is None or reading.stage_m is None or station.lon is None or station.lat is None:
            continue
        if lattice.cells(np.array([station.lon]), np.array([station.lat]))[0] < 0:
            continue
        datum = reading.datum or station.datum
        marks.append(Mark(station.id, station.lon, station.lat, reading.stage_m, datum, reading.at, station.name))
    return tuple(marks)


def mirrored(
    flood: Flood,
    marks: Sequence[Mark],
    axis: Axis,
    now: datetime,
    settings: MirrorSettings | None = None,
    may_wet: NDArray[np.bool_] | None = None,
) -> tuple[MirrorFlood, Disagreement]:
    """Bend a surface to the marks of the moment, and tell how they differed.

    What is dry stays dry unless `may_wet` allows it (the reach of a higher flow): a raster does not hold the levee well
    enough to let water spread by elevation alone.
    """
    told = MirrorSettings() if settings is None else settings
    if axis.lattice != flood.lattice:
        raise ValueError("the middle line was laid on another lattice")
    depth = flood.field(Field.DEPTH)
    if depth is None:
        raise ValueError("a mirror needs depths")
    stage = _stages(flood, depth)
    against = tuple(_against(flood, depth, stage, axis, mark, now, told) for mark in marks)
    disagreement = _disagreement(against, now)
    bend = correction(disagreement, axis.cells().astype(np.float64), told)
    wet = depth > 0
    bent = np.where(wet, np.maximum(0.0, depth + bend), depth)
    if may_wet is not None and flood.bed is not None and (bend > 0).any():
        bent = _risen(flood.bed, wet, stage, bend, bent, may_wet)
    deep = bent.astype(np.float32)
    surface = (stage + bend) if flood.bed is None else flood.bed + deep
    used = [(one.mark.id, one.mark.at.isoformat(), one.residual_m) for one in disagreement.used]
    hashed = hashlib.sha256(f"{flood.nature.provenance}|{used!r}|{told!r}".encode()).hexdigest()
    nature = replace(flood.nature, made_at=now, provenance=hashed)
    level = np.where(deep > 0, surface, np.nan).astype(np.float32)
    corrected = MirrorFlood(
        flood.lattice, flood.bed, nature, flood.flow_m3s, flood.how, flood.trust, flood.inflow, deep, level
    )
    return corrected, disagreement


def correction(disagreement: Disagreement, chainage_m: Floats, settings: MirrorSettings) -> Floats:
    """Return the correction along the river: straight between marks, dying away beyond them, bounded."""
    used = disagreement.used
    if not used:
        return np.zeros_like(chainage_m)
    by_place: dict[float, list[float]] = {}
    for one in used:
        by_place.setdefault(float(one.chainage_m or 0.0), []).append(float(one.residual_m or 0.0))
    places = sorted(by_place)
    values = np.clip([float(np.mean(by_place[at])) for at in places], -settings.most_m, settings.most_m)
    off = np.maximum(chainage_m - places[-1], 0.0) + np.maximum(places[0] - chainage_m, 0.0)
    return np.interp(chainage_m, places, values) * np.exp(-off / settings.decay_m)


def _stages(flood: Flood, depth: Raster) -> Raster:
    stage = flood.field(Field.STAGE)
    if stage is not None:
        return stage
    if flood.bed is None:
        return np.full(depth.shape, np.nan, np.float32)
    return np.where(depth > 0, flood.bed + depth, np.nan).astype(np.float32)


def _against(
    flood: Flood, depth: Raster, stage: Raster, axis: Axis, mark: Mark, now: datetime, settings: MirrorSettings
) -> MarkAgainst:
    age = now - mark.at
    lattice = flood.lattice
    model, chainage = _beside(lattice, depth, stage, axis, mark, settings.search_m)
    datum = flood.nature.datum or lattice.datum
    same = bool(mark.datum) and mark.datum.strip() == datum.strip()
    residual = mark.stage_m - model if same and model is not None else None
    unused = None
    if not same:
        unused = Unused.OTHER_DATUM
    elif residual is None:
        unused = Unused.OUTSIDE
    elif age > settings.stale_after or age < -settings.ahead:
        unused = Unused.STALE
    elif abs(residual) > settings.implausible_m:
        unused = Unused.IMPLAUSIBLE
    return MarkAgainst(mark, age, chainage, model, residual, unused)


def _beside(
    lattice: Lattice, depth: Raster, stage: Raster, axis: Axis, mark: Mark, search_m: float
) -> tuple[float | None, float | None]:
    """Return the model's stage at the water nearest to a mark, and the mark's chainage; None off the lattice."""
    cell = int(lattice.cells(np.array([mark.lon]), np.array([mark.lat]))[0])
    if cell < 0:
        return None, None
    row, col = divmod(cell, lattice.cols)
    x = np.array([lattice.west + (col + 0.5) * lattice.cell_m])
    y = np.array([lattice.north - (row + 0.5) * lattice.cell_m])
    chainage = float(axis.chainage(x, y)[0])
    reach = max(1, int(search_m / lattice.cell_m))
    top, left = max(0, row - reach), max(0, col - reach)
    part = (slice(top, row + reach + 1), slice(left, col + reach + 1))
    rows, cols = np.nonzero((depth[part] > _WET_M) & np.isfinite(stage[part]))
    if not len(rows):
        return None, chainage
    off = (rows + top - row) ** 2 + (cols + left - col) ** 2
    nearest = int(off.argmin())
    if off[nearest] > reach**2:
        return None, chainage
    return float(stage[part][rows[nearest], cols[nearest]]), chainage


def _disagreement(marks: tuple[MarkAgainst, ...], now: datetime) -> Disagreement:
    used = [one for one in marks if one.unused is None]
    residuals = np.array([one.residual_m for one in used], np.float64)
    worst = max(used, key=lambda one: abs(one.residual_m or 0.0), default=None)
    return Disagreement(
        now, marks, float(residuals.mean()) if used else None,
        float(residuals.std()) if len(used) > 1 else None, worst,
    )  # fmt: skip


def _risen(
    bed: Raster, wet: NDArray[np.bool_], stage: Raster, bend: Floats, bent: Floats, may_wet: NDArray[np.bool_]
) -> Floats:
    """Wet what the nearest water's raised surface reaches, within what may become wet, and only beside water."""
    from scipy import ndimage  # pyright: ignore[reportMissingTypeStubs]

    if not wet.any():
        return bent
    tools = cast("Any", ndimage)
    nearest = tools.distance_transform_edt(~wet, return_distances=False, return_indices=True)
    over = stage[tuple(nearest)] + bend - bed
    joined, _ = tools.label(wet | (may_wet & (over > _WET_M)))
    reached = np.isin(joined, np.unique(joined[wet & (joined > 0)]))
    return np.where(~wet & reached & (over > _WET_M), over, bent)
