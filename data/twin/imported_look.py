"""What a map of somebody else says of itself before it is taken: its coordinate system, columns, and our own tags."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from data.twin.imported_faults import MapCode, MapRefused
from data.twin.imported_raster import RASTERS, opened
from data.twin.imported_shapes import SHAPES, likely_depth, read_shapes


@dataclass(frozen=True, slots=True)
class MapLook:
    """What is known without asking; "", 0 or None where the file says nothing.

    `crs` as a person would declare it, `crs_name` also where that has no number. `written_at` is the file's own time.
    What another desk marked as resting on no survey keeps its mark in `source`.
    """

    raster: bool
    written_at: datetime
    crs: str = ""
    crs_name: str = ""
    columns: tuple[str, ...] = ()
    depth_column: str = ""
    title: str = ""
    source: str = ""
    datum: str = ""
    made_at: datetime | None = None
    flow_m3s: float = 0.0


def look_into(path: Path) -> MapLook:
    """Look into a file; MapRefused when it cannot be read."""
    if not path.is_file():
        raise MapRefused(MapCode.MISSING, path.name)
    ending = path.suffix.lower()
    written_at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    if ending in RASTERS:
        return _raster(path, written_at)
    if ending not in SHAPES:
        raise MapRefused(MapCode.FORMAT, path.name, {"ending": ending})
    read = read_shapes(path)
    crs, name = _crs(read.crs)
    columns = tuple(read.columns)
    return MapLook(False, written_at, crs, name, columns, likely_depth(columns))


def _raster(path: Path, written_at: datetime) -> MapLook:
    with opened(path) as source:
        crs, name = _crs(source.crs)
        tags: Mapping[str, str] = {str(key).upper(): str(text) for key, text in source.tags().items()}
    flow, made_at = _number(tags.get("FLOW_M3S", "")), _moment(tags.get("MADE_AT", ""))
    said = " ".join(tags[key] for key in ("SOURCE", "MARK") if tags.get(key))
    return MapLook(
        True, written_at, crs, name, title=tags.get("TITLE", ""), source=said, datum=tags.get("DATUM", ""),
        made_at=made_at, flow_m3s=flow,
    )  # fmt: skip


def _crs(found: Any) -> tuple[str, str]:
    if not found:
        return "", ""
    number = found.to_epsg()
    return ("", found.to_string()[:80]) if number is None else (f"EPSG:{number}", f"EPSG:{number}")


def _moment(text: str) -> datetime | None:
    try:
        told = datetime.fromisoformat(text)
    except ValueError:
        return None
    return told if told.tzinfo is not None else None


def _number(text: str) -> float:
    try:
        told = float(text)
    except ValueError:
        return 0.0
    return told if math.isfinite(told) and told > 0 else 0.0
