"""The rasters of a flood by name, as they leave the desk."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from data.twin.flood import Field, Flood
from data.twin.terrain import Raster


def bands_of(flood: Flood, fields: Iterable[Field] = tuple(Field)) -> dict[str, Raster]:
    """Return what the flood knows by the field's name; NaN where nothing is known, or no water comes."""
    bands: dict[str, Raster] = {}
    for which in fields:
        raster = flood.field(which)
        if raster is None and which is Field.STAGE:
            raster = _stage(flood)
        if raster is not None:
            bands[which.value] = raster
    return bands


def _stage(flood: Flood) -> Raster | None:
    depth = flood.field(Field.DEPTH)
    if depth is None or flood.bed is None:
        return None
    return np.where(depth > 0, flood.bed + depth, np.float32(np.nan))
