"""A breach in time: which crested faces it opens, and which cells of the terrain it washes away."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from data.twin.advance import Model
from data.twin.case import Breach
from data.twin.faults import TwinCode, TwinFault
from data.twin.grid import Layout
from data.twin.kernel import WALL_M, Weirs
from data.twin.shapes import CutFace, cut_faces, disc_cells
from data.twin.terrain import Terrain

_STAGES = 40
"""Steps in which a breach grows."""


@dataclass(frozen=True, slots=True)
class _Face:
    """A crested face of the run, as it was before the breach; `offset_m` is counted along the line from the breach."""

    weirs: Weirs
    place: int
    share: float
    crest: float
    offset_m: float


class Opening:
    """One breach on its terrain: the faces and cells it works on, and their state before."""

    def __init__(self, breach: Breach, layout: Layout, model: Model) -> None:
        """Find what the breach works on; a breach that meets neither crest nor high ground is a fault."""
        self._breach = breach
        self._model = model
        terrain = layout.terrain
        if terrain.cell_at(breach.x, breach.y) is None:
            raise TwinFault(TwinCode.OUTSIDE_TERRAIN, key="breach")
        self._sill = breach.sill_m - layout.base_m
        self._faces = _placed(layout, model, *_nearest(terrain, breach))
        near = disc_cells(terrain, breach.x, breach.y, max(0.5 * breach.width_m, terrain.cell_m))
        cells = np.array([layout.index(row, col) for row, col in near], np.int64)
        high = (model.grid.bed[cells] > self._sill) & (model.grid.bed[cells] < WALL_M)
        self._cells: NDArray[np.int64] = cells[high]
        self._before: NDArray[np.float32] = model.grid.bed[self._cells].copy()
        if not self._faces and not len(self._cells):
            raise TwinFault(TwinCode.NO_CREST_HERE, key="breach", params={"x": breach.x, "y": breach.y})

    def next_change_s(self, now_s: float) -> float:
        """The next moment at which the breach is wider or deeper than before; infinite when it is done."""
        start, growth = self._breach.start_s, self._breach.growth_s
        if now_s < start:
            return start
        if growth <= 0 or now_s >= start + growth:
            return math.inf
        stage = math.floor((now_s - start) / growth * _STAGES + 1e-9) + 1
        return start + growth * stage / _STAGES

    def open_to(self, now_s: float) -> None:
        """Bring crests and bed to their state of a moment."""
        start, growth = self._breach.start_s, self._breach.growth_s
        if now_s < start:
            return
        part = 1.0 if growth <= 0 else min(1.0, (now_s - start) / growth)
        half = 0.5 * part * self._breach.width_m
        cell_m = self._model.grid.cell_m
        for face in self._faces:
            reach = 0.5 * face.share * cell_m
            covered = max(0.0, min(face.offset_m + reach, half) - max(face.offset_m - reach, -half)) / cell_m
            face.weirs.cut[face.place] = covered
            face.weirs.share[face.place] = max(face.share - covered, 0.0)
            face.weirs.sill[face.place] = face.crest + (min(self._sill, face.crest) - face.crest) * part
        self._model.grid.bed[self._cells] = self._before + (self._sill - self._before) * np.float32(part)


def _nearest(terrain: Terrain, breach: Breach) -> tuple[list[CutFace], float]:
    """The faces of the crest line nearest to the breach, and the chainage of the breach on it."""
    best: tuple[float, float, int] | None = None
    for number, line in enumerate(terrain.crests):
        away, chainage = _foot(line.points, breach.x, breach.y)
        if away <= max(3 * terrain.cell_m, breach.width_m) and (best is None or away < best[0]):
            best = (away, chainage, number)
    return ([], 0.0) if best is None else (list(cut_faces(terrain, terrain.crests[best[2]])), best[1])


def _foot(points: Sequence[tuple[float, float]], x: float, y: float) -> tuple[float, float]:
    """Distance of a place from a line and the chainage of its foot."""
    best, begun = (math.inf, 0.0), 0.0
    for (ax, ay), (bx, by) in pairwise(points):
        length = math.dist((ax, ay), (bx, by))
        if length == 0:
            continue
        part = min(1.0, max(0.0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length**2))
        away = math.dist((x, y), (ax + (bx - ax) * part, ay + (by - ay) * part))
        best = min(best, (away, begun + length * part))
        begun += length
    return best


def _placed(layout: Layout, model: Model, faces: list[CutFace], chainage: float) -> list[_Face]:
    """The faces as they stand in the arrays of the run; where two lines cut one face, the higher stands there."""
    placed: list[_Face] = []
    for face in faces:
        weirs = model.weirs_x if face.along_x else model.weirs_y
        found = np.flatnonzero(weirs.face == layout.index(face.row, face.col))
        if len(found):
            at = int(found[0])
            crest, share = float(weirs.crest[at]), float(weirs.share[at])
            placed.append(_Face(weirs, at, share, crest, face.chainage_m - chainage))
    return placed
