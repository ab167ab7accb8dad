"""How far a blend is off: measured against a direct run that its library did not hold, and kept beside the runs."""

from __future__ import annotations

from dataclasses import asdict, dataclass
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


@dataclass(frozen=True, slots=True)
class Kept:
    """What was measured of a library: of each run before it was added, in that order; when it was whole, of each run
    left out of it once more, by flow. The former place the runs, the latter are what blends are told to be off by.
    """

    placed: tuple[Trust, ...] = ()
    left_out: tuple[Trust, ...] = ()
    complete: bool = False

    @property
    def shown(self) -> tuple[Trust, ...]:
        """The latest there is."""
        return self.left_out or self.placed


def keep_trusts(folder: Path, kept: Kept) -> None:
    """Keep what was measured, and whether the library is as good as it was asked to be."""
    write_table(folder / FILE, asdict(kept))


def read_trusts(folder: Path) -> Kept:
    """Read what was measured; nothing when the file is missing or torn: then errors are not known."""
    try:
        table = read_table(folder / FILE)
    except Torn:
        table = None
    if table is None or not {"placed", "left_out", "complete"} <= table.keys():
        return Kept()
    placed, left_out = (tuple(Trust(**one) for one in table[name]) for name in ("placed", "left_out"))
    return Kept(placed, left_out, bool(table["complete"]))
