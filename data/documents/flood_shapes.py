"""Classes of depth as polygons: GeoJSON in WGS 84 (RFC 7946), one feature a class, with what it must say of itself."""

from __future__ import annotations

import json
import warnings
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, cast

import numpy as np

from data.documents.flood_sheet import Band, FloodSheet, LeaveCode, LeaveRefused, Place, write_whole

DEPTHS_M: Final = (0.05, 0.5, 1.0, 2.0, 3.0)
"""Lower bounds of the classes of depth; ours, for pictures."""
_DIGITS: Final = 7


def write_geojson(sheet: FloodSheet, path: Path, band: str = "depth", bounds: Sequence[float] = DEPTHS_M) -> Path:
    """Write the classes of a band; the file's name gets the mark of the sheet. Return where it is."""
    return write_whole(sheet.path_for(path), geojson(sheet, band, bounds).encode())


def geojson(sheet: FloodSheet, band: str = "depth", bounds: Sequence[float] = DEPTHS_M) -> str:
    """Return the text; a class holds lower <= value < next, the last has no end."""
    raster = sheet.bands.get(band)
    if raster is None or any(low >= high for low, high in pairwise(bounds)):
        raise LeaveRefused(LeaveCode.NOTHING, reason=band)
    told = sheet.told()
    features: list[dict[str, Any]] = []
    for number, polygons in _polygons(raster, sheet.place, bounds):
        low, high = bounds[number - 1], bounds[number] if number < len(bounds) else None
        cells = raster >= np.float32(low)
        cells &= True if high is None else raster < np.float32(high)
        features.append(
            {
                "type": "Feature",
                "id": f"{band}-{number}",
                "properties": {
                    "band": band, "class": number, "from": low, "to": high,
                    "area_km2": round(float(cells.sum()) * (sheet.place.cell_m / 1000) ** 2, 4),
                    "origin": told["ORIGIN"], "mark": sheet.mark,
                },
                "geometry": {"type": "MultiPolygon", "coordinates": polygons},
            }
        )  # fmt: skip
    if not features:
        raise LeaveRefused(LeaveCode.NOTHING, reason=band)
    whole = {"type": "FeatureCollection", "name": sheet.title, "metadata": told, "features": features}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"


def _polygons(raster: Band, place: Place, bounds: Sequence[float]) -> list[tuple[int, list[Any]]]:
    """Return the rings in degrees of every class that occurs; outer rings run against the clock."""
    from rasterio import features  # pyright: ignore[reportMissingTypeStubs]
    from rasterio.transform import Affine  # pyright: ignore[reportMissingTypeStubs]

    classes = np.zeros(raster.shape, np.uint8)
    for bound in bounds:
        classes += (raster >= np.float32(bound)).view(np.uint8)
    corner = cast("Any", Affine)(place.cell_m, 0.0, place.west, 0.0, -place.cell_m, place.north)
    found: dict[int, list[Any]] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PendingDeprecationWarning)  # rasterio's use of affine
        for shape, number in cast("Any", features).shapes(classes, mask=classes > 0, transform=corner):
            found.setdefault(int(number), []).append(shape["coordinates"])
    return [(number, _in_degrees(found[number], place)) for number in sorted(found)]


def _in_degrees(polygons: Sequence[Any], place: Place) -> list[Any]:
    """Bring all rings to degrees in one go."""
    rings = [np.asarray(ring, np.float64) for polygon in polygons for ring in polygon]
    every = np.concatenate(rings)
    lon, lat = place.to_degrees(every[:, 0].tolist(), every[:, 1].tolist())
    points = np.round(np.column_stack([lon, lat]), _DIGITS)
    ends = np.cumsum([len(ring) for ring in rings])
    moved = iter(np.split(points, ends[:-1]))
    return [
        [_turned(next(moved), outer=number == 0).tolist() for number, _ in enumerate(polygon)] for polygon in polygons
    ]


def _turned(ring: Any, *, outer: bool) -> Any:
    x, y = ring[:, 0], ring[:, 1]
    against = float((x[:-1] * y[1:] - x[1:] * y[:-1]).sum()) > 0
    return ring if against == outer else ring[::-1]
