"""Elevation files to terrain: GeoTIFF, ASC and HGT by rasterio, zipped or not; CRS and vertical datum as declared."""

from __future__ import annotations

import math
import warnings
import zipfile
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np

from data.twin.faults import TwinCode, TwinFault
from data.twin.terrain import Nature, Raster, Terrain, coarser, flat_friction

MOST_CELLS = 40_000_000
"""Cells read at most: a run needs some 60 bytes for each."""
_SUFFIXES = {".tif", ".tiff", ".asc", ".hgt", ".vrt", ".img", ".bil"}


def read_dem(
    path: Path,
    *,
    manning: float = 0.035,
    crs: str | None = None,
    datum: str | None = None,
    nature: Nature = Nature.MEASURED,
    factor: int = 1,
) -> Terrain:
    """Read an elevation file in metres on square cells; holes become NaN.

    `crs` is used where the file names none. A run needs metres: cells in degrees are brought to `crs` if that is in
    metres, else to the UTM zone of their middle. A file already in metres of another CRS than declared is a fault.
    `factor` joins that many cells a side into one.
    """
    bed, cell_m, west, north, found = _read(path, crs)
    terrain = Terrain(
        bed, flat_friction(bed, manning), cell_m, west, north, found, datum or None, nature, source=path.name
    )
    if not np.isfinite(terrain.bed).any():
        raise TwinFault(TwinCode.EMPTY_TERRAIN, str(path))
    return coarser(terrain, factor)


def _member(path: Path) -> str:
    """What rasterio is to open: the file, or the one elevation file in an archive."""
    if path.suffix.lower() != ".zip":
        return str(path)
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if Path(name).suffix.lower() in _SUFFIXES]
    except (zipfile.BadZipFile, OSError) as fault:
        raise TwinFault(TwinCode.FILE_UNREADABLE, str(path), params={"reason": str(fault)}) from fault
    if len(names) != 1:
        raise TwinFault(TwinCode.FILE_UNREADABLE, str(path), params={"reason": f"{len(names)} rasters in the archive"})
    return f"/vsizip/{path.resolve()}/{names[0]}"


def _read(path: Path, declared: str | None) -> tuple[Raster, float, float, float, str | None]:
    if not path.is_file():
        raise TwinFault(TwinCode.FILE_MISSING, str(path))
    import rasterio  # pyright: ignore[reportMissingTypeStubs]
    from rasterio.errors import NotGeoreferencedWarning, RasterioError  # pyright: ignore[reportMissingTypeStubs]

    opened: Any = rasterio
    try:
        member = _member(path)
        # a grid of whole numbers would be read as integers, and "nan" in it as 0 m
        wished = {"DATATYPE": "Float32"} if member.lower().endswith(".asc") else {}
        with _quiet(NotGeoreferencedWarning), opened.open(member, **wished) as source:
            rows, cols, step = int(source.height), int(source.width), source.transform
            if rows * cols > MOST_CELLS:
                raise TwinFault(TwinCode.TOO_LARGE, str(path), params={"cells": rows * cols, "most": MOST_CELLS})
            if step.b != 0 or step.d != 0 or step.e >= 0 or step.a <= 0:
                raise TwinFault(TwinCode.ROTATED, str(path))
            found, wanted = source.crs or _crs(path, declared), _crs(path, declared)
            in_degrees = bool(found.is_geographic) if found else _like_degrees(step)
            if in_degrees and not found:
                raise TwinFault(TwinCode.DEGREES, str(path), "crs")
            band: Any = source.read(1, masked=True)
            heights: Any = np.ma.filled(band.astype(np.float64), np.nan)
    except (RasterioError, OSError, ValueError) as fault:
        raise TwinFault(TwinCode.FILE_UNREADABLE, str(path), params={"reason": str(fault)}) from fault
    heights[(heights < -12_000) | (heights > 9_000)] = np.nan  # marks of "unknown" that the file does not declare
    if in_degrees:
        heights, step, found = _in_metres(heights, step, found, wanted)
    elif found and wanted and found != wanted:
        names = {"file": found.to_string(), "declared": declared or ""}
        raise TwinFault(TwinCode.CRS_DIFFERS, str(path), "crs", names)
    if not math.isclose(step.a, -step.e, rel_tol=1e-3):
        raise TwinFault(TwinCode.NOT_SQUARE, str(path), params={"width": step.a, "height": -step.e})
    return heights.astype(np.float32), float(step.a), float(step.c), float(step.f), found.to_string() if found else None


@dataclass(frozen=True, slots=True)
class Window:
    """The part of the world that is wanted of a file, and the cells it is wanted on; in metres of `crs`."""

    crs: str
    west: float
    north: float
    cell_m: float
    rows: int
    cols: int


def raster_shape(path: Path) -> tuple[int, int]:
    """Return rows and columns of an elevation file, reading nothing of it."""
    if not path.is_file():
        raise TwinFault(TwinCode.FILE_MISSING, str(path))
    import rasterio  # pyright: ignore[reportMissingTypeStubs]
    from rasterio.errors import NotGeoreferencedWarning, RasterioError  # pyright: ignore[reportMissingTypeStubs]

    try:
        with _quiet(NotGeoreferencedWarning), cast("Any", rasterio).open(_member(path)) as source:
            return int(source.height), int(source.width)
    except (RasterioError, OSError, ValueError) as fault:
        raise TwinFault(TwinCode.FILE_UNREADABLE, str(path), params={"reason": str(fault)}) from fault


def read_window(path: Path, window: Window, declared: str | None = None) -> Raster:
    """Read heights onto a window's cells, NaN where there are none; a file of any size, for the library reads by parts.

    Cells finer than the window's are averaged, coarser ones interpolated. `declared` is the CRS of a file that names
    none; one that names another is a fault.
    """
    if not path.is_file():
        raise TwinFault(TwinCode.FILE_MISSING, str(path))
    import rasterio  # pyright: ignore[reportMissingTypeStubs]
    from rasterio.errors import NotGeoreferencedWarning, RasterioError  # pyright: ignore[reportMissingTypeStubs]

    opened: Any = rasterio
    try:
        member = _member(path)
        wished = {"DATATYPE": "Float32"} if member.lower().endswith(".asc") else {}
        with _quiet(NotGeoreferencedWarning), opened.open(member, **wished) as source:
            step, found, wanted = source.transform, source.crs, _crs(path, declared)
            if step.b != 0 or step.d != 0 or step.e >= 0 or step.a <= 0:
                raise TwinFault(TwinCode.ROTATED, str(path))
            if found and wanted and found != wanted:
                names = {"file": found.to_string(), "declared": declared or ""}
                raise TwinFault(TwinCode.CRS_DIFFERS, str(path), "crs", names)
            if not (found or wanted):
                raise TwinFault(TwinCode.NO_CRS, str(path), "crs")
            heights = _warped(source, found or wanted, window)
    except (RasterioError, OSError, ValueError, MemoryError) as fault:
        raise TwinFault(TwinCode.FILE_UNREADABLE, str(path), params={"reason": str(fault)}) from fault
    heights[(heights < -500) | (heights > 9_000)] = np.nan
    return heights


def _warped(source: Any, crs: Any, window: Window) -> Raster:
    """Let the library bring the file onto the cells, in parts of some 64 MB."""
    import rasterio.warp  # pyright: ignore[reportMissingTypeStubs]
    from rasterio.vrt import WarpedVRT  # pyright: ignore[reportMissingTypeStubs]

    warp = cast("Any", rasterio.warp)
    warped, bounds, ways, affine = cast("Any", WarpedVRT), warp.transform_bounds, warp.Resampling, _affine()
    south, east = window.north - window.rows * window.cell_m, window.west + window.cols * window.cell_m
    around = bounds(window.crs, crs, window.west, south, east, window.north)
    # cells of the file under one of the window's
    finer = (around[2] - around[0]) / window.cols / abs(source.transform.a)
    way = ways.average if finer > 1.5 else ways.bilinear
    with warped(
        source, src_crs=crs, crs=window.crs, resampling=way, src_nodata=_unknown(source), nodata=np.nan,
        transform=affine(window.cell_m, 0.0, window.west, 0.0, -window.cell_m, window.north),
        width=window.cols, height=window.rows, dtype="float32", warp_mem_limit=64,
    ) as view:  # fmt: skip
        heights: Any = view.read(1)
    return np.asarray(heights, np.float32)


def _unknown(source: Any) -> float:
    """The mark of "unknown": as the file says, else a height that no land has, found on a coarse look."""
    if source.nodata is not None:
        return float(source.nodata)
    shape = (min(source.height, 400), min(source.width, 400))
    look: Any = source.read(1, out_shape=shape)
    low, high = float(np.nanmin(look)), float(np.nanmax(look))
    return low if low < -500 else high if high > 9_000 else float("nan")


def _affine() -> Any:
    from rasterio.transform import Affine  # pyright: ignore[reportMissingTypeStubs]

    return cast("Any", Affine)


@contextmanager
def _quiet(unplaced: type[Warning]) -> Generator[None]:
    """Without the library's remarks: a file without a place is told in our words, its use of affine is its own."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", unplaced)
        warnings.simplefilter("ignore", PendingDeprecationWarning)
        yield


def _crs(path: Path, text: str | None) -> Any:
    if not text:
        return None
    import rasterio.crs  # pyright: ignore[reportMissingTypeStubs]
    from rasterio.errors import CRSError  # pyright: ignore[reportMissingTypeStubs]

    known = cast("Any", rasterio.crs)
    try:
        return known.CRS.from_user_input(text)
    except (CRSError, ValueError) as fault:
        raise TwinFault(TwinCode.KEY_WRONG, str(path), "crs", {"value": text, "wanted": "EPSG:…"}) from fault


def _like_degrees(step: Any) -> bool:
    return bool(step.a < 0.02 and abs(step.c) <= 180 and abs(step.f) <= 90)


def _in_metres(heights: Any, step: Any, found: Any, wanted: Any) -> tuple[Any, Any, Any]:
    """Bring cells in degrees onto square cells in metres, bilinear; what borders on a hole becomes one."""
    import rasterio.crs  # pyright: ignore[reportMissingTypeStubs]
    import rasterio.warp  # pyright: ignore[reportMissingTypeStubs]
    from rasterio.errors import NotGeoreferencedWarning  # pyright: ignore[reportMissingTypeStubs]

    warp, known = cast("Any", rasterio.warp), cast("Any", rasterio.crs).CRS
    rows, cols = heights.shape
    x, y = step.c + step.a * cols / 2, step.f + step.e * rows / 2
    target = wanted
    if target is None or target.is_geographic:
        target = known.from_epsg((32600 if y >= 0 else 32700) + int((x + 180) // 6) + 1)
    bounds = (step.c, step.f + step.e * rows, step.c + step.a * cols, step.f)
    with _quiet(NotGeoreferencedWarning):
        place, width, height = warp.calculate_default_transform(found, target, cols, rows, *bounds)
        moved = np.full((height, width), np.nan)
        warp.reproject(
            heights, moved, src_transform=step, src_crs=found, dst_transform=place, dst_crs=target,
            src_nodata=np.nan, dst_nodata=np.nan, resampling=warp.Resampling.bilinear,
        )  # fmt: skip
    return moved, place, target
