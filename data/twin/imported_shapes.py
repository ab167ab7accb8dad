"""Somebody else's polygons with a depth (GeoJSON, shapefile, GeoPackage, WKT in CSV) onto the cells of a map."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from data.twin.flood import DEGREES, Field, Lattice
from data.twin.imported_faults import MapCode, MapNote, MapRefused, NoteCode
from data.twin.imported_place import WORKING_CRS, Box, bounds_in, crs_of, lattice_for, settled_crs
from data.twin.terrain import Raster

SHAPES = frozenset({".geojson", ".json", ".shp", ".zip", ".gpkg", ".csv"})
_MOST_SHAPES = 200_000
_CELL_M = 20.0
_NAMES: tuple[tuple[Field, tuple[str, ...]], ...] = (
    (Field.DEPTH, ("depth", "depth_m", "max_depth", "maxdepth", "水深", "水深_m", "淹没水深", "最大水深", "h")),
    (Field.ARRIVAL, ("arrival", "arrival_h", "到达时间", "到达时间_h", "洪水到达时间")),
    (Field.DURATION, ("duration", "duration_h", "淹没历时", "淹没历时_h", "历时")),
    (Field.SPEED, ("speed", "speed_m_s", "velocity", "流速", "最大流速")),
)  # fmt: skip
_GEOMETRY = ("wkt", "geometry", "geom", "几何", "范围", "ring")
_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")


@dataclass(frozen=True, slots=True, eq=False)
class Shapes:
    """Areas in one CRS with their columns; `crs` is None where the file names none."""

    areas: Sequence[Any]
    columns: Mapping[str, Sequence[Any]]
    crs: Any


def read_shapes(path: Path) -> Shapes:
    """Read areas and columns."""
    if not path.is_file():
        raise MapRefused(MapCode.MISSING, path.name)
    return _from_csv(path) if path.suffix.lower() == ".csv" else _from_file(path)


def lay_shapes(
    path: Path, declared: str, near: Box, datum: str, depth_column: str
) -> tuple[Lattice, dict[Field, Raster], list[MapNote]]:
    """Return the cells and the fields of a map of polygons; where two overlap the deeper holds, outside is blank."""
    read = read_shapes(path)
    plain = path.suffix.lower() in {".geojson", ".json"} and declared
    crs = crs_of(declared, path.name) if plain else settled_crs(read.crs, declared, path.name)
    columns = _columns(read, depth_column, path.name)
    depths, classes = _numbers(read.columns[columns[Field.DEPTH]], path.name)
    areas, usable = _sound(read.areas, path.name)
    usable &= np.isfinite(depths)
    if not usable.any():
        raise MapRefused(MapCode.NO_AREA, path.name)
    areas, share = _near(areas[usable], crs, near, path.name)
    bounds = Box(*(float(n) for n in _shapely().total_bounds(areas)))
    lattice, _ = lattice_for(bounds, crs, near, _CELL_M, datum, path.name)
    moved = _moved(areas, crs, lattice)
    order = np.argsort(depths[usable], kind="stable")
    fields: dict[Field, Raster] = {}
    for which, name in columns.items():
        values = (depths if which is Field.DEPTH else _numbers(read.columns[name], path.name)[0])[usable]
        fields[which] = _burnt(moved, values, order, lattice)
    notes = [MapNote(NoteCode.CLASSES, {"rows": classes})] if classes else []
    skipped = int((~usable).sum())
    notes += [MapNote(NoteCode.SKIPPED, {"rows": skipped})] if skipped else []
    notes += [MapNote(NoteCode.MOVED, {"from": crs.to_string()})] if crs != crs_of(WORKING_CRS, path.name) else []
    notes += [MapNote(NoteCode.CUT, {"share": round(share, 3)})] if share < 0.995 else []
    return lattice, fields, notes


def likely_depth(columns: Sequence[str]) -> str:
    """Return the column whose name says that it holds depths; "" when none does."""
    by_key = {name.strip().casefold(): name for name in columns}
    return next((by_key[name] for name in dict(_NAMES)[Field.DEPTH] if name in by_key), "")


def _columns(read: Shapes, depth_column: str, file: str) -> dict[Field, str]:
    by_key = {name.strip().casefold(): name for name in read.columns}
    found: dict[Field, str] = {}
    for which, names in _NAMES:
        wanted = (depth_column,) if which is Field.DEPTH and depth_column else names
        name = next((by_key[key] for n in wanted if (key := n.strip().casefold()) in by_key), None)
        if name is not None:
            found[which] = name
    if Field.DEPTH not in found:
        raise MapRefused(MapCode.NO_DEPTH_COLUMN, file, {"columns": "、".join(list(read.columns)[:20])})
    return found


def _numbers(values: Sequence[Any], file: str) -> tuple[Any, int]:
    """Return numbers, NaN for blanks, and how many were ranges such as 0.5-1.0: the upper bound is taken."""
    told, ranges = np.full(len(values), np.nan), 0
    for row, value in enumerate(values):
        if value is None or (isinstance(value, str) and not value.strip()):
            continue
        if not isinstance(value, str):
            told[row] = float(value)
            continue
        text = value.strip().replace("—", "-").replace("～", "~")
        try:
            told[row] = float(text)
        except ValueError:
            parts = [abs(float(part)) for part in _NUMBER.findall(text)]
            if not parts:
                raise MapRefused(MapCode.BAD_DEPTH, file, {"row": row + 1, "value": value[:40]}) from None
            told[row] = max(parts)
            ranges += 1
    return told, ranges


def _sound(shapes: Sequence[Any], file: str) -> tuple[Any, NDArray[np.bool_]]:
    """Return the areas of shapes, mended where they cross themselves, and which of them have one."""
    from shapely.errors import ShapelyError

    library = _shapely()
    areas: Any = np.asarray(library.force_2d(np.asarray(shapes, object)))
    try:
        wrong = ~(library.is_valid(areas) | library.is_missing(areas))
        areas[wrong] = library.make_valid(areas[wrong])
        extent: Any = library.area(areas)
    except ShapelyError as fault:
        raise MapRefused(MapCode.UNREADABLE, file, {"reason": str(fault)}) from fault
    return areas, np.isfinite(extent) & (extent > 0)


def _near(areas: Any, crs: Any, near: Box, file: str) -> tuple[Any, float]:
    """Return what of the areas lies near the township (empty for those that do not), and its share of all."""
    here = bounds_in(near, crs_of(DEGREES, file), crs)
    if here is None:
        raise MapRefused(MapCode.NOT_NEAR, file)
    library = _shapely()
    cut: Any = library.intersection(areas, library.box(here.west, here.south, here.east, here.north))
    kept, whole = float(library.area(cut).sum()), float(library.area(areas).sum())
    if not kept > 0:
        middle: Any = library.centroid(areas[0])
        raise MapRefused(MapCode.NOT_NEAR, file, {"x": round(float(middle.x), 3), "y": round(float(middle.y), 3)})
    return cut, kept / whole


def _moved(areas: Any, crs: Any, lattice: Lattice) -> Any:
    import rasterio.warp  # pyright: ignore[reportMissingTypeStubs]

    def transformed(points: Any) -> Any:
        x, y = cast("Any", rasterio.warp).transform(crs, lattice.crs, points[:, 0].tolist(), points[:, 1].tolist())
        return np.column_stack([x, y])

    return _shapely().transform(areas, transformed)


def _burnt(areas: Any, values: Any, order: Any, lattice: Lattice) -> Raster:
    from rasterio import features  # pyright: ignore[reportMissingTypeStubs]
    from rasterio.transform import Affine  # pyright: ignore[reportMissingTypeStubs]

    rasterize, affine = cast("Any", features).rasterize, cast("Any", Affine)
    place = affine(lattice.cell_m, 0.0, lattice.west, 0.0, -lattice.cell_m, lattice.north)
    filled: Any = _shapely().area(areas) > 0
    pairs = [(areas[n], float(values[n])) for n in order.tolist() if filled[n] and np.isfinite(values[n])]
    if not pairs:
        return np.full((lattice.rows, lattice.cols), np.nan, np.float32)
    return rasterize(
        pairs, out_shape=(lattice.rows, lattice.cols), transform=place, fill=np.nan, all_touched=True, dtype="float32"
    )


def _from_file(path: Path) -> Shapes:
    from pyogrio import raw  # pyright: ignore[reportMissingTypeStubs]
    from pyogrio.errors import DataLayerError, DataSourceError  # pyright: ignore[reportMissingTypeStubs]
    from shapely.errors import ShapelyError

    read_any = cast("Any", raw).read
    try:
        about, _, geometry, fields = read_any(path, max_features=_MOST_SHAPES + 1)
        if any("\x80" <= sign <= "\xff" for name in about["fields"] for sign in str(name)):
            # a table that does not name its encoding was taken for Latin-1; ours are written in GBK
            about, _, geometry, fields = read_any(path, max_features=_MOST_SHAPES + 1, encoding="GB18030")
        areas: Any = _shapely().from_wkb(geometry)
    except (DataSourceError, DataLayerError, ShapelyError, OSError, ValueError) as fault:
        raise MapRefused(MapCode.UNREADABLE, path.name, {"reason": str(fault)}) from fault
    if geometry is None or not len(areas):
        raise MapRefused(MapCode.NO_AREA, path.name)
    if len(areas) > _MOST_SHAPES:
        raise MapRefused(MapCode.TOO_MANY, path.name, {"most": _MOST_SHAPES})
    columns: dict[str, list[Any]] = {
        str(name): list(values.tolist()) for name, values in zip(about["fields"], fields, strict=True)
    }
    return Shapes(areas, columns, crs_of(about["crs"], path.name) if about["crs"] else None)


def _from_csv(path: Path) -> Shapes:
    from shapely.errors import ShapelyError

    try:
        raw = path.read_bytes()
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = raw.decode("gb18030")
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
    except (OSError, UnicodeDecodeError, csv.Error) as fault:
        raise MapRefused(MapCode.UNREADABLE, path.name, {"reason": str(fault)}) from fault
    if len(rows) > _MOST_SHAPES:
        raise MapRefused(MapCode.TOO_MANY, path.name, {"most": _MOST_SHAPES})
    names = [name for name in (rows[0] if rows else {}) if name]
    shape = next((name for name in names if name.strip().casefold() in _GEOMETRY), None)
    if shape is None:
        raise MapRefused(MapCode.NO_AREA, path.name)
    areas: list[Any] = []
    for number, row in enumerate(rows, start=2):
        try:
            areas.append(_shapely().from_wkt(row[shape]))
        except ShapelyError as fault:
            raise MapRefused(MapCode.UNREADABLE, path.name, {"row": number, "reason": str(fault)}) from fault
    return Shapes(areas, {name: [row[name] for row in rows] for name in names if name != shape}, None)


def _shapely() -> Any:
    """Return the library without its half-known types."""
    import shapely

    return shapely
