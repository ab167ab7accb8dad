"""Water of one ground laid on another with other cells: what a run on fine cells starts from."""

from __future__ import annotations

import numpy as np

from data.twin.flood import Field, Flood
from data.twin.terrain import Raster, Terrain

_WET_M = 0.05


def depth_on(flood: Flood, terrain: Terrain) -> Raster | None:
    """Return the greatest depth of a flood as it stands on a terrain: its surface over the terrain's bed, cell by cell.

    Only where the flood is wet; None when it has no depths or no ground, or lies in another coordinate system.
    """
    depth, bed = flood.field(Field.DEPTH), flood.bed
    lattice = flood.lattice
    if depth is None or bed is None or lattice.crs != terrain.crs:
        return None
    xs, ys = terrain.centres()
    col = np.floor((xs - lattice.west) / lattice.cell_m).astype(np.intp)
    row = np.floor((lattice.north - ys) / lattice.cell_m).astype(np.intp)
    inside = ((row >= 0) & (row < lattice.rows))[:, None] & ((col >= 0) & (col < lattice.cols))[None, :]
    picked = np.ix_(np.clip(row, 0, lattice.rows - 1), np.clip(col, 0, lattice.cols - 1))
    deep = depth[picked]
    wet = inside & (deep > _WET_M)
    laid = np.where(wet, bed[picked] + deep - terrain.bed, 0.0)
    return np.where(np.isfinite(laid), np.maximum(laid, 0.0), 0.0).astype(np.float32)
