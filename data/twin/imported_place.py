"""Where somebody else's map lies against the township, and on which cells it is kept."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, cast

import numpy as np

from data.model.register import Registers
from data.twin.flood import DEGREES, Lattice
from data.twin.imported_faults import MapCode, MapRefused

WORKING_CRS = "EPSG:4547"
_MOST_CELLS = 2_000_000
_SMALLEST_M = 5.0


@dataclass(frozen=True, slots=True)
class Box:
    """Bounds in degrees (WGS 84), or in the metres of a CRS."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, other: Box) -> bool:
        """Whether two boxes share an area."""
        return (
            self.west < other.east and other.west < self.east and self.south < other.north and other.south < self.north
        )

    def cut(self, other: Box) -> Box:
        """Return the shared area."""
        return Box(
            max(self.west, other.west), max(self.south, other.south),
            min(self.east, other.east), min(self.north, other.north),
        )  # fmt: skip

    def wider(self, by: float) -> Box:
        """Return the box with a rim."""
        return Box(self.west - by, self.south - by, self.east + by, self.north + by)


def township_box(registers: Registers) -> Box | None:
    """Return the bounds of all that the registers draw on the map; None where they draw nothing."""
    points = [point for row in registers.maplines for point in row.path]
    points += [point for plot in registers.plots for point in plot.ring]
    if not points:
        return None
    lon, lat = [p[0] for p in points], [p[1] for p in points]
    return Box(min(lon), min(lat), max(lon), max(lat))


def crs_of(text: str, file: str) -> Any:
    """Return a coordinate system from what a person or a file says."""
    import rasterio.crs  # pyright: ignore[reportMissingTypeStubs]
    from rasterio.errors import CRSError  # pyright: ignore[reportMissingTypeStubs]

    known = cast("Any", rasterio.crs).CRS
    try:
        found = known.from_user_input(text)
    except (CRSError, ValueError) as fault:
        raise MapRefused(MapCode.BAD_CRS, file, {"value": text}) from fault
    if not found.is_geographic and not found.is_projected:
        raise MapRefused(MapCode.BAD_CRS, file, {"value": text})
    return found


def settled_crs(found: Any, declared: str, file: str) -> Any:
    """Return the file's own CRS, or the declared one; two that differ are a fault, none too."""
    wanted = crs_of(declared, file) if declared else None
    if found and wanted and found != wanted and not _alike(found, wanted):
        raise MapRefused(MapCode.OTHER_CRS, file, {"file": found.to_string(), "declared": declared})
    if not found and not wanted:
        raise MapRefused(MapCode.NO_CRS, file)
    return found or wanted


def _alike(found: Any, wanted: Any) -> bool:
    """Whether two names stand for one system: files often carry it without its number."""
    number = found.to_epsg()
    return number is not None and number == wanted.to_epsg()


def bounds_in(bounds: Box, source: Any, target: Any) -> Box | None:
    """Return bounds in another CRS; None where they have no place there."""
    import rasterio.warp  # pyright: ignore[reportMissingTypeStubs]
    from rasterio.errors import RasterioError  # pyright: ignore[reportMissingTypeStubs]

    try:
        west, south, east, north = cast("Any", rasterio.warp).transform_bounds(
            source, target, bounds.west, bounds.south, bounds.east, bounds.north
        )
    except (RasterioError, ValueError):  # degrees declared as metres, or metres as degrees
        return None
    moved = (float(west), float(south), float(east), float(north))
    return Box(*moved) if all(math.isfinite(n) for n in moved) else None


def lattice_for(bounds: Box, crs: Any, near: Box, cell_m: float, datum: str, file: str) -> tuple[Lattice, float]:
    """Return the cells that a map is kept on, and the share of its bounds that they cover.

    Cells as wide as the map's own, or wider where there would be too many of them; cut to the township's surroundings.
    """
    working = crs_of(WORKING_CRS, file)
    here, wanted = bounds_in(bounds, crs, working), bounds_in(near, crs_of(DEGREES, file), working)
    if wanted is None:
        raise ValueError("a township lies somewhere")
    if here is None or not here.meets(wanted):
        raise MapRefused(MapCode.NOT_NEAR, file, _whereabouts(bounds, crs, file))
    kept = here.cut(wanted)
    width, height = kept.east - kept.west, kept.north - kept.south
    cell = max(cell_m, _SMALLEST_M, math.sqrt(width * height / _MOST_CELLS))
    cell = math.ceil(cell * 100) / 100
    # on the map's own cell borders: a cut map keeps its cells as they are
    west = here.west + math.floor((kept.west - here.west) / cell + 1e-6) * cell
    north = here.north - math.floor((here.north - kept.north) / cell + 1e-6) * cell
    rows, cols = (max(1, math.ceil(n / cell - 1e-6)) for n in (north - kept.south, kept.east - west))
    whole = (here.east - here.west) * (here.north - here.south)
    share = min(1.0, width * height / whole) if whole > 0 else 1.0
    return Lattice(rows, cols, cell, west, north, working.to_string(), datum), share


def _whereabouts(bounds: Box, crs: Any, file: str) -> dict[str, str | float]:
    degrees = bounds_in(bounds, crs, crs_of(DEGREES, file))
    if degrees is None or not np.isfinite([degrees.west, degrees.south]).all():
        return {}
    lon, lat = (degrees.west + degrees.east) / 2, (degrees.south + degrees.north) / 2
    return {"lon": round(lon, 3), "lat": round(lat, 3)}
