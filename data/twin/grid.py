"""From a case to the arrays of a run: padded bed and friction, faces with crests, rim faces, sources, empty peaks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.twin.advance import Model, Peaks
from data.twin.case import Case, Disc, Edge, Inflow, Series, Side, Way
from data.twin.exchange import FREE, RATING, SLOPE, STAGE, Edges, Ledger, Sources
from data.twin.exchange import Series as FlatSeries
from data.twin.faults import TwinCode, TwinFault
from data.twin.kernel import CHUNK, GRAVITY, WALL_M, Beside, Flow, Grid, Weirs
from data.twin.shapes import CutFace, cut_faces, disc_cells, line_cells
from data.twin.terrain import Raster, Terrain

_KINDS = {Way.FREE: FREE, Way.SLOPE: SLOPE, Way.STAGE: STAGE, Way.RATING: RATING}


class Layout:
    """Where the cells of a terrain lie in the flat arrays, and the level that depths of bed are counted from."""

    __slots__ = ("base_m", "chunks", "cols", "rows", "terrain", "width")

    def __init__(self, terrain: Terrain) -> None:
        """Lay out a terrain with a ring of walls, rows padded to whole chunks."""
        if not np.isfinite(terrain.bed).any():
            raise TwinFault(TwinCode.EMPTY_TERRAIN)
        self.terrain = terrain
        self.rows, self.cols = terrain.shape
        self.chunks = -(-(self.cols + 2) // CHUNK)
        self.width = self.chunks * CHUNK
        low, high = float(np.nanmin(terrain.bed)), float(np.nanmax(terrain.bed))
        # small numbers keep more digits of the surface in float32; high walls do not matter
        self.base_m = float(np.floor(0.5 * (low + min(high, low + 30.0))))

    def flat(self, raster: NDArray[Any], outside: float) -> NDArray[np.float32]:
        """A raster as a padded flat array."""
        padded = np.full((self.rows + 2, self.width), outside, np.float32)
        padded[1:-1, 1 : self.cols + 1] = raster
        return padded.ravel()

    def raster(self, flat: NDArray[np.float32]) -> Raster:
        """The terrain's part of a flat array, copied."""
        return flat.reshape(self.rows + 2, self.width)[1:-1, 1 : self.cols + 1].copy()

    def index(self, row: int, col: int) -> int:
        """Flat index of a cell."""
        return (row + 1) * self.width + col + 1


def build(case: Case) -> tuple[Layout, Model]:
    """Make the arrays of a run in its state at time zero."""
    layout = Layout(case.terrain)
    terrain = case.terrain
    size = (layout.rows + 2) * layout.width
    ground = np.isfinite(terrain.bed)
    bed = layout.flat(np.where(ground, terrain.bed.astype(np.float64) - layout.base_m, WALL_M), WALL_M)
    manning = np.where(np.isfinite(terrain.manning), terrain.manning, 0.035).astype(np.float64)
    rough = layout.flat(0.5 * GRAVITY * manning**2, 0.0)
    flags = (layout.rows + 2) * layout.chunks
    flow = Flow(
        layout.flat(_initial_depth(case, ground), 0.0), np.zeros(size, np.float32),
        np.zeros((2, size), np.float32), np.zeros((2, size), np.float32),
        np.ones((2, flags), np.uint8), np.zeros((2, flags), np.uint8), np.zeros((2, flags), np.uint8),
    )  # fmt: skip
    set_wet(flow, masked=case.run.masked)
    faces = [face for line in terrain.crests for face in cut_faces(terrain, line)]
    clock = np.zeros(8)
    clock[1] = float(flow.depth.max())
    zeros = [np.zeros(size, np.float32) for _ in range(4)]
    edges = _edges(layout, case.edges)
    sources = _sources(layout, case.inflows, case.rain_mm_h)
    touched = np.unique(np.concatenate([edges.cell, sources.cell]))
    model = Model(
        Grid(bed, rough, layout.width, layout.rows + 2, layout.chunks, float(terrain.cell_m), int(case.run.masked)),
        flow, _weirs(layout, faces, along_x=True), _weirs(layout, faces, along_x=False),
        _beside(layout, sources, along_x=True), _beside(layout, sources, along_x=False), edges, sources,
        Ledger(touched, np.zeros(len(touched))),
        Peaks(zeros[0], zeros[1], zeros[2], np.full(size, np.inf, np.float32), zeros[3]), clock, np.zeros(4),
    )  # fmt: skip
    return layout, model


def set_wet(flow: Flow, *, masked: bool) -> None:
    """Set which chunks count as wet from the depths; all of them for ever when nothing is to be skipped."""
    wet = flow.depth.reshape(-1, CHUNK).max(axis=1) > 1.0e-4
    flow.wet[:] = wet.astype(np.uint8) if masked else 1


def _initial_depth(case: Case, ground: NDArray[np.bool_]) -> NDArray[np.float32]:
    depth = np.zeros(case.terrain.shape, np.float64)
    if case.initial_depth is not None:
        depth = np.maximum(np.nan_to_num(case.initial_depth.astype(np.float64)), 0.0)
    elif case.initial_level_m is not None:
        depth = np.maximum(case.initial_level_m - case.terrain.bed.astype(np.float64), 0.0)
    return np.where(ground, depth, 0.0).astype(np.float32)


def _weirs(layout: Layout, faces: Iterable[CutFace], *, along_x: bool) -> Weirs:
    highest: dict[tuple[int, int], CutFace] = {}
    for face in faces:
        if face.along_x == along_x:
            known = highest.get((face.row, face.col))
            if known is None or face.crest_m > known.crest_m:
                highest[face.row, face.col] = face
    ordered = [highest[key] for key in sorted(highest)]
    start = np.searchsorted([face.row + 1 for face in ordered], np.arange(layout.rows + 3)).astype(np.int64)
    crest = np.array([face.crest_m - layout.base_m for face in ordered], np.float64)
    return Weirs(
        start, np.array([layout.index(face.row, face.col) for face in ordered], np.int64), crest,
        np.array([face.share for face in ordered], np.float64), np.zeros(len(ordered)), crest.copy(),
    )  # fmt: skip


def _beside(layout: Layout, sources: Sources, *, along_x: bool) -> Beside:
    """Faces between two cells of ground of which one is given water by an inflow."""
    given = np.zeros((layout.rows + 2) * layout.width, np.bool_)
    given[sources.cell] = True
    step = 1 if along_x else layout.width
    ground = layout.flat(np.isfinite(layout.terrain.bed).astype(np.float32), 0.0) > 0.0
    faces = np.flatnonzero((given[step:] != given[:-step]) & ground[step:] & ground[:-step]).astype(np.int64) + step
    start = np.searchsorted(faces // layout.width, np.arange(layout.rows + 3)).astype(np.int64)
    return Beside(start, faces, given[faces].astype(np.uint8))


def _flat_series(many: Sequence[Series], scale: float = 1.0, base: float = 0.0) -> FlatSeries:
    start = np.cumsum([0, *(len(one.at) for one in many)]).astype(np.int64)
    at = np.array([x for one in many for x in one.at], np.float64)
    value = np.array([(x - base) * scale for one in many for x in one.value], np.float64)
    return FlatSeries(start, at, value)


def _edges(layout: Layout, edges: Sequence[Edge]) -> Edges:
    cells: list[tuple[int, int, int, bool, int, int, int]] = []
    falls: list[float] = []
    series: list[Series] = []
    for edge in edges:
        if edge.way is Way.CLOSED:
            continue
        group = len(series)
        series.append(_edge_series(layout, edge))
        step, along_x, sign = {
            Side.LEFT: (1, True, -1), Side.RIGHT: (-1, True, 1),
            Side.TOP: (layout.width, False, -1), Side.BOTTOM: (-layout.width, False, 1),
        }[edge.side]  # fmt: skip
        for row, col in _rim(layout.terrain, edge):
            k = layout.index(row, col)
            face = k if sign < 0 else k - step
            cells.append((k, k + step, face, along_x, sign, _KINDS[edge.way], group))
            falls.append(_fall(layout.terrain, row, col, edge.side))
    columns = list(zip(*cells, strict=True)) if cells else [()] * 7
    whole = [np.array(column, np.int64) for column in columns]
    return Edges(
        whole[0], whole[1], whole[2], whole[3].astype(np.uint8), whole[4].astype(np.float64), whole[5], whole[6],
        np.array(falls, np.float64), np.zeros(len(cells)), _flat_series(series),
    )  # fmt: skip


def _fall(terrain: Terrain, row: int, col: int, side: Side) -> float:
    """Slope of the bed towards the rim over the last few cells; one cell alone would be noise."""
    down, right = {Side.LEFT: (0, 1), Side.RIGHT: (0, -1), Side.TOP: (1, 0), Side.BOTTOM: (-1, 0)}[side]
    rows, cols = terrain.shape
    for reach in (4, 3, 2, 1):
        r, c = row + down * reach, col + right * reach
        if 0 <= r < rows and 0 <= c < cols and np.isfinite(terrain.bed[r, c]):
            return float(terrain.bed[r, c] - terrain.bed[row, col]) / (reach * terrain.cell_m)
    return 0.0


def _edge_series(layout: Layout, edge: Edge) -> Series:
    given = edge.value or Series((0.0,), (0.0,))
    if edge.way is Way.STAGE:
        return Series(given.at, tuple(value - layout.base_m for value in given.value))
    if edge.way is Way.RATING:
        return Series(tuple(stage - layout.base_m for stage in given.at), given.value)
    return given


def _rim(terrain: Terrain, edge: Edge) -> list[tuple[int, int]]:
    """The outermost cell with ground of every row or column that the edge takes in."""
    ground = np.isfinite(terrain.bed)
    xs, ys = terrain.centres()
    sideways = edge.side in (Side.LEFT, Side.RIGHT)
    along = ys if sideways else xs
    low, high = edge.between or (-np.inf, np.inf)
    lines = ground if sideways else ground.T
    cells: list[tuple[int, int]] = []
    for number in np.flatnonzero(lines.any(axis=1) & (along >= low) & (along <= high)):
        known = np.flatnonzero(lines[number])
        outer = int(known[0] if edge.side in (Side.LEFT, Side.TOP) else known[-1])
        cells.append((int(number), outer) if sideways else (outer, int(number)))
    return cells


def _sources(layout: Layout, inflows: Sequence[Inflow], rain: Series | None) -> Sources:
    cells: list[int] = []
    shares: list[float] = []
    groups: list[int] = []
    area = layout.terrain.cell_m**2
    for group, inflow in enumerate(inflows):
        inside = inflow_cells(layout.terrain, inflow)
        cells += [layout.index(row, col) for row, col in inside]
        shares += [1.0 / (len(inside) * area)] * len(inside)
        groups += [group] * len(inside)
    fall = Series(rain.at, tuple(v / 3.6e6 for v in rain.value)) if rain is not None else Series((0.0,), (0.0,))
    return Sources(
        np.array(cells, np.int64), np.array(shares, np.float64), np.array(groups, np.int64),
        _flat_series([*(inflow.flow_m3s for inflow in inflows), fall]),
    )  # fmt: skip


def inflow_cells(terrain: Terrain, inflow: Inflow) -> list[tuple[int, int]]:
    """Cells an inflow is given to; a place without any is a fault of the case."""
    place = inflow.place
    if isinstance(place, Disc):
        near = disc_cells(terrain, place.x, place.y, place.radius_m)
    else:
        near = line_cells(terrain, place.points)
    if not near:
        raise TwinFault(TwinCode.OUTSIDE_TERRAIN, key="inflow")
    inside = [cell for cell in near if np.isfinite(terrain.bed[cell])]
    if not inside:
        raise TwinFault(TwinCode.ON_NO_GROUND, key="inflow")
    return inside
