"""A flood as a GeoTIFF: one band a raster, with unit, and all that the file must say of itself in its tags."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any, Final

import numpy as np

from data.documents.flood_sheet import UNITS, FloodSheet, LeaveCode, LeaveRefused, write_whole

NODATA: Final = -9999.0


def write_geotiff(sheet: FloodSheet, path: Path) -> Path:
    """Write all bands into one file; its name gets the mark of the sheet. Return where it is."""
    return write_whole(sheet.path_for(path), geotiff(sheet))


def geotiff(sheet: FloodSheet) -> bytes:
    """Return the file's bytes; unknown cells, and those that no water reaches in time, hold no data."""
    if not sheet.bands:
        raise LeaveRefused(LeaveCode.NOTHING)
    from rasterio.io import MemoryFile  # pyright: ignore[reportMissingTypeStubs]
    from rasterio.transform import Affine  # pyright: ignore[reportMissingTypeStubs]

    memory, affine = _untyped(MemoryFile), _untyped(Affine)
    place = sheet.place
    corner = affine(place.cell_m, 0.0, place.west, 0.0, -place.cell_m, place.north)
    with warnings.catch_warnings(), memory() as held:
        warnings.simplefilter("ignore", PendingDeprecationWarning)  # rasterio's use of affine
        with held.open(
            driver="GTiff", width=place.cols, height=place.rows, count=len(sheet.bands), dtype="float32", crs=place.crs,
            transform=corner, nodata=NODATA, compress="deflate", predictor=3,
        ) as target:  # fmt: skip
            for number, (name, band) in enumerate(sheet.bands.items(), start=1):
                target.write(np.where(np.isfinite(band), band, np.float32(NODATA)).astype(np.float32), number)
                target.set_band_description(number, name)
                target.update_tags(number, UNIT=UNITS.get(name, ""), NAME=name)
            target.update_tags(**sheet.told())
        return bytes(held.read())


def _untyped(thing: Any) -> Any:
    return thing
