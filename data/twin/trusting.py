"""How far a blend is off: measured against a direct run that its library did not hold, and kept beside the runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np

from data.twin.flood import Field, Flood, Trust
from data.twin.library_files import Torn, read_table, write_table
from data.twin.terrain import Raster

FILE = "trust.json"
WET_M = 0.05
"""Depth from which a cell counts as flooded when extents are compared."""


def measured(blend: Flood, direct: Flood) -> Trust:
    """Return the error of a blend: depths where either is wet, extent, and first water where both say it comes."""
    said, true = _depth(blend), _depth(direct)
    either, both = (said >= WET_M) | (true >= WET_M), (said >= WET_M) & (true >= WET_M)
    if not either.any():
        return Trust(direct.flow_m3s, 0.0, 1.0)
    rmse = float(np.sqrt(np.mean((said - true)[either].astype(np.float64) ** 2)))
    csi = float(both.sum() / either.sum())
    ours, theirs = blend.field(Field.ARRIVAL), direct.field(Field.ARRIVAL)
    if ours is None or theirs is None:
        return Trust(direct.flow_m3s, rmse, csi)
    # what stood in water from the start has no arrival to be wrong about
    came = np.isfinite(ours) & np.isfinite(theirs) & (np.maximum(ours, theirs) > direct.hours[1])
    if not came.any():
        return Trust(direct.flow_m3s, rmse, csi)
    off = 60.0 * np.abs(ours[came] - theirs[came])
    return Trust(direct.flow_m3s, rmse, csi, float(np.median(off)), float(np.quantile(off, 0.95)))


def _depth(flood: Flood) -> Raster:
    depth = flood.field(Field.DEPTH)
    if depth is None:
        raise ValueError("a flood of a library knows its depths")
    return np.nan_to_num(depth)


def keep_trusts(folder: Path, trusts: Sequence[Trust], *, complete: bool) -> None:
    """Keep what was measured, and whether the library is as good as it was asked to be."""
    write_table(folder / FILE, {"trusts": [asdict(one) for one in trusts], "complete": complete})


def read_trusts(folder: Path) -> tuple[tuple[Trust, ...], bool]:
    """Read what was measured; nothing when the file is missing or torn: then errors are not known."""
    try:
        table = read_table(folder / FILE)
    except Torn:
        table = None
    if table is None:
        return (), False
    return tuple(Trust(**one) for one in table["trusts"]), bool(table["complete"])
