"""Somebody else's rasters (GeoTIFF and what else GDAL reads) onto the cells a map is kept on, in bounded memory."""

from __future__ import annotations

import warnings
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import numpy as np

from data.twin.flood import Field, Lattice
from data.twin.imported_faults import MapCode, MapNote, MapRefused, NoteCode
from data.twin.imported_place import WORKING_CRS, Box, crs_of, lattice_for, settled_crs
from data.twin.terrain import Raster

RASTERS = frozenset({".tif", ".tiff", ".asc", ".img", ".vrt"})
_MEMORY_MB = 64
_NOTHING = -900.0
"""What is below stands for "no value" in files that do not declare one."""


def lay_out(path: Path, declared: str, near: Box, datum: str) -> tuple[Lattice, list[MapNote]]:
    """Return the cells a depth raster is kept on."""
    with opened(path) as source:
        crs = settled_crs(source.crs, declared, path.name)
        left, bottom, right, top = (float(n) for n in source.bounds)
        bounds = Box(min(left, right), min(bottom, top), max(left, right), max(bottom, top))  # it may lie turned
        own_m = _cell_m(source, crs, path)
        lattice, share = lattice_for(bounds, crs, near, own_m, datum, path.name)
        notes: list[MapNote] = []
        if crs != crs_of(WORKING_CRS, path.name):
            notes.append(MapNote(NoteCode.MOVED, {"from": crs.to_string()}))
        if lattice.cell_m > own_m * 1.01:
            notes.append(MapNote(NoteCode.COARSENED, {"from_m": round(own_m, 2), "to_m": lattice.cell_m}))
        if share < 0.995:
            notes.append(MapNote(NoteCode.CUT, {"share": round(share, 3)}))
        return lattice, notes


def bands_named(path: Path) -> dict[Field, int]:
    """Return the bands that a file names as we do (our own exports): a neighbour's desk sends all in one file."""
    with opened(path) as source:
        names = [str(name or "").strip().casefold() for name in source.descriptions]
    return {which: names.index(which.value) + 1 for which in Field if which.value in names}


def read_onto(path: Path, declared: str, lattice: Lattice, which: Field, band: int = 1) -> tuple[Raster, int]:
    """Return a raster on the kept cells, NaN where it says nothing, and how many undeclared marks of that it had.

    A cell wider than the file's own keeps the deepest water, the earliest arrival.
    """
    from rasterio.enums import Resampling  # pyright: ignore[reportMissingTypeStubs]
    from rasterio.transform import Affine  # pyright: ignore[reportMissingTypeStubs]
    from rasterio.vrt import WarpedVRT  # pyright: ignore[reportMissingTypeStubs]

    affine, sampling, warped = _untyped(Affine), _untyped(Resampling), _untyped(WarpedVRT)
    place = affine(lattice.cell_m, 0.0, lattice.west, 0.0, -lattice.cell_m, lattice.north)
    with opened(path) as source:
        crs = settled_crs(source.crs, declared, path.name)
        wider = lattice.cell_m > _cell_m(source, crs, path) * 1.01
        extreme = sampling.min if which is Field.ARRIVAL else sampling.max
        with warped(
            source, src_crs=crs, crs=lattice.crs, transform=place, width=lattice.cols, height=lattice.rows,
            resampling=extreme if wider else sampling.nearest, warp_mem_limit=_MEMORY_MB, add_alpha=False,
            src_nodata=source.nodata, nodata=np.nan, dtype="float32",
            UNIFIED_SRC_NODATA="NO",  # what one band does not know says nothing of the others
        ) as view:  # fmt: skip
            values: Any = view.read(band)
    raster = np.asarray(values, np.float32)
    marks = np.isinf(raster) | (raster < _NOTHING)
    raster[marks] = np.nan
    return raster, int(marks.sum())


def _cell_m(source: Any, crs: Any, path: Path) -> float:
    """Return how wide the file's own cells are in the working metres."""
    if crs.is_projected:
        step = source.transform
        return float(abs(step.a * step.e - step.b * step.d) ** 0.5 * crs.linear_units_factor[1])
    import rasterio.warp  # pyright: ignore[reportMissingTypeStubs]

    lon, lat = (source.bounds.left + source.bounds.right) / 2, (source.bounds.bottom + source.bounds.top) / 2
    if not -180 <= lon <= 180 or not -90 < lat < 90:
        raise MapRefused(MapCode.NOT_NEAR, path.name)
    x, y = cast("Any", rasterio.warp).transform(
        crs, WORKING_CRS, [lon, lon + source.transform.a], [lat, lat + source.transform.e]
    )
    step = max(abs(x[1] - x[0]), abs(y[1] - y[0]))
    return float(step) if np.isfinite(step) else 1.0


@contextmanager
def opened(path: Path) -> Generator[Any]:
    """Open a raster; what GDAL says against it is told in our words."""
    if not path.is_file():
        raise MapRefused(MapCode.MISSING, path.name)
    import rasterio  # pyright: ignore[reportMissingTypeStubs]
    from rasterio.errors import NotGeoreferencedWarning, RasterioError  # pyright: ignore[reportMissingTypeStubs]

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)  # told in our words: no CRS
            warnings.simplefilter("ignore", PendingDeprecationWarning)  # rasterio's use of affine
            with _untyped(rasterio).Env(GDAL_CACHEMAX=_MEMORY_MB), _untyped(rasterio).open(path) as source:
                yield source
    except (RasterioError, OSError) as fault:
        raise MapRefused(MapCode.UNREADABLE, path.name, {"reason": str(fault)}) from fault


def _untyped(thing: Any) -> Any:
    return thing
