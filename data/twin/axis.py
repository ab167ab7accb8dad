"""The river's middle line on a lattice: how far along it every cell and every place lies."""

from __future__ import annotations

from typing import Any, cast

import numpy as np

from data.model.inundation import Floats
from data.model.places import Path2D
from data.model.register import Registers
from data.twin.flood import Lattice
from data.twin.terrain import Raster

_STEP_M = 25.0


class Axis:
    """A line laid on a lattice; made once for both. Chainage counts in metres from `from_m` at its first point."""

    def __init__(self, lattice: Lattice, path: Path2D, from_m: float = 0.0) -> None:
        """Lay points along the line, in the lattice's metres."""
        if len(path) < 2:
            raise ValueError("a middle line has two points")
        x, y = lattice.to_metres([p[0] for p in path], [p[1] for p in path])
        whole = np.concatenate([[0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))])
        length = float(whole[-1])
        if not length > 0:
            raise ValueError("a middle line has a length")
        at = np.linspace(0.0, length, max(2, int(np.ceil(length / _STEP_M)) + 1))
        self.lattice, self.from_m = lattice, from_m
        self.along_m: Floats = from_m + at
        self.x: Floats = np.interp(at, whole, x)
        self.y: Floats = np.interp(at, whole, y)
        self._cells: Raster | None = None

    def chainage(self, x: Floats, y: Floats) -> Floats:
        """Return the chainage of the point of the line nearest to each place (the lattice's metres)."""
        from scipy import spatial  # pyright: ignore[reportMissingTypeStubs]

        tree: Any = cast("Any", spatial).cKDTree(np.column_stack([self.x, self.y]))
        return self.along_m[tree.query(np.column_stack([x, y]))[1]]

    def cells(self) -> Raster:
        """Return the chainage of every cell; reckoned once."""
        if self._cells is None:
            lattice = self.lattice
            x: Floats = lattice.west + (np.arange(lattice.cols, dtype=np.float64) + 0.5) * lattice.cell_m
            y: Floats = lattice.north - (np.arange(lattice.rows, dtype=np.float64) + 0.5) * lattice.cell_m
            every = self.chainage(np.tile(x, lattice.rows), np.repeat(y, lattice.cols))
            self._cells = every.reshape(lattice.rows, lattice.cols).astype(np.float32)
        return self._cells


def middle_line(registers: Registers) -> Path2D:
    """Return the open line of the river with most points that the registers draw; empty without one."""
    lines = [row.path for row in registers.maplines if row.kind == "river" and not row.closed and len(row.path) > 1]
    return max(lines, key=len, default=())


def river_axis(lattice: Lattice, registers: Registers) -> Axis | None:
    """Lay the registers' middle line on a lattice, with its own chainage; None without a line."""
    path = middle_line(registers)
    row = next((row for row in registers.maplines if row.path == path), None)
    return None if row is None or not path else Axis(lattice, path, row.chainage_from_m or 0.0)
