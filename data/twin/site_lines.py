"""The lines of a township's reach in metres: banks, mid-channel, levee with its crest; and places told by them.

A place is told by its `Stand`: distances to the banks and the levee, how far down the river it lies, and on which side.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from data.model.places import MapLine, Works
from data.model.register import Registers
from data.twin.faults import TwinCode, TwinFault
from data.twin.plane import to_metres

Floats = NDArray[np.float64]
CRS = "EPSG:4547"
"""CGCS2000, 3-degree zone of 114° E, in metres."""
_STEP_M = 10.0
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True, eq=False)
class Foot:
    """Distance of places from a line, how far along it they are, and whether they lie on its left as it runs."""

    away_m: Floats
    along_m: Floats
    left: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """A line as points a few metres apart, and the length to each."""

    points: Floats
    along_m: Floats

    def nearest(self, places: Floats) -> tuple[Floats, Floats]:
        """Return the distance of places from the line, and how far along it the nearest point lies."""
        import scipy.spatial  # pyright: ignore[reportMissingTypeStubs]

        tree: Any = cast("Any", scipy.spatial).cKDTree(self.points)
        found: Any = tree.query(places)
        return np.asarray(found[0], np.float64), self.along_m[np.asarray(found[1], np.intp)]

    def foot(self, places: Floats) -> Foot:
        """Return how places lie to the line."""
        away, along = self.nearest(places)
        before, after = self.at(along - _STEP_M), self.at(along + _STEP_M)
        ahead, aside = after - before, places - 0.5 * (before + after)
        return Foot(away, along, ahead[:, 0] * aside[:, 1] - ahead[:, 1] * aside[:, 0] > 0)

    def turned(self, like: Track) -> Track:
        """Return the line running the way of another."""
        if float((self.points[-1] - self.points[0]) @ (like.points[-1] - like.points[0])) >= 0:
            return self
        return track_of(np.ascontiguousarray(self.points[::-1]))

    def drawn_out(self, like: Track, reach_m: float) -> Track:
        """Return the line with both its ends drawn out beside another line, as far from it as they are."""
        ends: list[Floats] = []
        for end, sign in ((self.points[:1], -1.0), (self.points[-1:], 1.0)):
            foot = float(like.nearest(end)[1][0])
            steps = np.arange(_STEP_M, reach_m, _STEP_M)
            ends.append(end + like.at(foot + sign * steps) - like.at(foot))
        return track_of(np.concatenate([ends[0][::-1], self.points, ends[1]]))

    def smooth(self, over_m: float) -> Track:
        """Return the line without bends shorter than a length; its ends stay."""
        half = max(1, int(over_m / _STEP_M / 2))
        kernel = np.hanning(2 * half + 3)[1:-1]
        kernel /= kernel.sum()
        ends = [2 * self.points[:1] - self.points[half:0:-1], 2 * self.points[-1:] - self.points[-2 : -half - 2 : -1]]
        padded = np.concatenate([ends[0], self.points, ends[1]])
        columns = [np.convolve(padded[:, axis], kernel, "valid") for axis in (0, 1)]
        return track_of(np.column_stack(columns).astype(np.float64))

    def at(self, along_m: Floats | float) -> Floats:
        """Return points of the line by the length along it."""
        return np.column_stack([np.interp(along_m, self.along_m, self.points[:, axis]) for axis in (0, 1)])


def track_of(points: Floats) -> Track:
    """Lay points every few metres along a line."""
    length = np.concatenate([[0.0], np.hypot(*np.diff(points, axis=0).T).cumsum()])
    along = np.arange(0.0, length[-1] + _STEP_M / 2, _STEP_M)
    return Track(np.column_stack([np.interp(along, length, points[:, axis]) for axis in (0, 1)]), along)


@dataclass(frozen=True, slots=True, eq=False)
class SiteLines:
    """The reach: `river` the mid-channel, `valley` the same without its bends; `crest` of the levee at chainages."""

    left: Track
    right: Track
    river: Track
    valley: Track
    levee: Track
    levee_chainage_m: float
    crest: tuple[tuple[float, float], ...]
    station_m: float
    """How far down the river the station lies."""

    def mark(self) -> str:
        """Return a short hash by which this reach is told from others."""
        told = hashlib.sha256()
        for track in (self.left, self.right, self.river, self.levee):
            told.update(np.rint(track.points[::20]).astype(np.int64).tobytes())
        return told.hexdigest()[:16]

    def width_m(self) -> Floats:
        """Return the channel's width at every point of the river."""
        return self.left.nearest(self.river.points)[0] + self.right.nearest(self.river.points)[0]

    def crest_m(self, along_m: Floats, fall: float) -> Floats:
        """Return the levee's crest along it: as the works state, beyond them with the river's fall."""
        chainage = self.levee_chainage_m + along_m
        told: Floats = np.array(self.crest, np.float64)
        places, crests = told[:, 0], told[:, 1]
        beyond = np.minimum(chainage - places[0], 0.0) + np.maximum(chainage - places[-1], 0.0)
        return np.asarray(np.interp(chainage, places, crests), np.float64) - fall * beyond


def site_lines(registers: Registers, station: str) -> SiteLines:
    """Read the lines of the reach from the registers; a fault names the line that is not there."""
    rows = tuple(registers.maplines)
    banks = sorted((_track(row) for row in rows if row.kind == "bank" and len(row.path) > 1), key=_mean_north)
    river = next((_track(row) for row in rows if row.kind == "river" and not row.closed and len(row.path) > 1), None)
    levee = next((row for row in rows if row.kind == "levee" and row.chainage_from_m is not None), None)
    if len(banks) < 2 or river is None or levee is None or levee.chainage_from_m is None:
        missing = "bank" if len(banks) < 2 else "river" if river is None else "levee"
        raise TwinFault(TwinCode.KEY_MISSING, key=f"maplines.{missing}")
    place = registers.stations.get(station)
    if place is None or place.lon is None or place.lat is None:
        raise TwinFault(TwinCode.KEY_MISSING, key=f"stations.{station}")
    crest = _crest(registers.works)
    if not crest:
        raise TwinFault(TwinCode.KEY_MISSING, key="works.crest_m")
    spot = np.array(to_metres([(place.lon, place.lat)], CRS))
    south, north = banks[0], banks[-1]
    on_right = _mean_north(_track(levee)) < _mean_north(river)
    right, left = (south.turned(river), north.turned(river)) if on_right else (north.turned(river), south.turned(river))
    return SiteLines(
        left, right, river, river.smooth(3000.0), _track(levee), levee.chainage_from_m, crest,
        float(river.nearest(spot)[1][0]),
    )  # fmt: skip


def _track(row: MapLine) -> Track:
    return track_of(np.array(to_metres(row.path, CRS)))


def _mean_north(track: Track) -> float:
    return float(track.points[:, 1].mean())


def _crest(works: Iterable[Works]) -> tuple[tuple[float, float], ...]:
    """Crest by chainage from what the works state ("95.1–98.75": the upper figure upstream)."""
    known: list[tuple[float, float]] = []
    for row in works:
        figures = sorted((float(text) for text in _NUMBER.findall(row.crest_m)), reverse=True)
        if figures and row.chainage_from_m is not None and row.chainage_to_m is not None:
            known += [(row.chainage_from_m, figures[0]), (row.chainage_to_m, figures[-1])]
    return tuple(sorted(known))
