"""The same scheme once more in plain numpy and float64: slow, short, and what the compiled one is measured against.

It knows open ground, closed rims and rims of a given slope; crests, breaches, stages, ratings and rain it refuses.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from data.twin.case import Case, Side, Way
from data.twin.grid import inflow_cells
from data.twin.kernel import DONOR_LEAN, DONOR_SHARE, DRY_M, GRAVITY, WALL_M
from data.twin.terrain import Raster

Field = NDArray[np.float64]


class ReferenceMarch:
    """One case on its way through the readable scheme."""

    def __init__(self, case: Case) -> None:
        """Lay out the case within a ring of walls."""
        if case.terrain.crests or case.breaches or case.rain_mm_h is not None:
            raise ValueError("the reference knows open ground alone")
        if any(edge.way not in {Way.CLOSED, Way.SLOPE} for edge in case.edges):
            raise ValueError("the reference knows closed rims and rims of a slope alone")
        terrain = case.terrain
        self._case, self._size = case, float(terrain.cell_m)
        ground = np.isfinite(terrain.bed)
        self.bed: Field = np.pad(np.where(ground, terrain.bed, WALL_M).astype(np.float64), 1, constant_values=WALL_M)
        self.rough: Field = np.pad(0.5 * GRAVITY * terrain.manning.astype(np.float64) ** 2, 1)
        self.depth: Field = np.zeros_like(self.bed)
        if case.initial_depth is not None:
            self.depth[1:-1, 1:-1] = np.where(ground, case.initial_depth, 0.0)
        elif case.initial_level_m is not None:
            self.depth[1:-1, 1:-1] = np.where(ground, np.maximum(case.initial_level_m - terrain.bed, 0.0), 0.0)
        rows, cols = self.bed.shape
        self.qx: Field = np.zeros((rows, cols + 1))
        self.qy: Field = np.zeros((rows + 1, cols))
        self.time_s, self.steps = 0.0, 0
        self._sources = [(inflow_cells(terrain, inflow), inflow.flow_m3s) for inflow in case.inflows]
        self._given = np.zeros(self.bed.shape, np.bool_)
        for cells, _ in self._sources:
            for row, col in cells:
                self._given[row + 1, col + 1] = True

    def advance(self, until_s: float, most_steps: int) -> None:
        """March to a time, or as many steps as allowed."""
        run = self._case.run
        for _ in range(most_steps):
            if until_s - self.time_s <= 1e-6 * max(1.0, until_s):
                return
            deepest = max(float(self.depth.max()), 1e-3)
            step = min(run.longest_step_s, run.courant * self._size / np.sqrt(GRAVITY * deepest), until_s - self.time_s)
            self._step(step)
            self.time_s += step
            self.steps += 1

    def depths(self) -> Raster:
        """Depths now (m)."""
        return self.depth[1:-1, 1:-1].astype(np.float32)

    def _step(self, dt: float) -> None:
        rims = self._rims(dt)
        across_x = 0.25 * ((self.qy[:-1, :-1] + self.qy[1:, :-1]) + (self.qy[:-1, 1:] + self.qy[1:, 1:]))
        across_y = 0.25 * ((self.qx[:-1, :-1] + self.qx[:-1, 1:]) + (self.qx[1:, :-1] + self.qx[1:, 1:]))
        qx, qy = np.zeros_like(self.qx), np.zeros_like(self.qy)
        run, size = self._case.run, self._size
        ground = (self.bed, self.depth, self.rough, self._given)
        qx[:, 1:-1] = _faces(*ground, self.qx, across_x, run.theta, dt, size)
        turned = (self.bed.T, self.depth.T, self.rough.T, self._given.T)
        qy[1:-1, :] = _faces(*turned, self.qy.T, across_y.T, run.theta, dt, size).T
        self.depth -= dt / self._size * (np.diff(qx, axis=1) + np.diff(qy, axis=0))
        for cell, face, sign, along_x, out in rims:
            self.depth[cell] -= out * dt / self._size
            (qx if along_x else qy)[face] = sign * out
        for cells, flow in self._sources:
            rate = float(np.interp(self.time_s + 0.5 * dt, flow.at, flow.value)) / (len(cells) * self._size**2)
            for row, col in cells:
                self.depth[row + 1, col + 1] += rate * dt
        self.qx, self.qy = qx, qy

    def _rims(self, dt: float) -> list[tuple[tuple[int, int], tuple[int, int], int, bool, float]]:
        found: list[tuple[tuple[int, int], tuple[int, int], int, bool, float]] = []
        rows, cols = self.bed.shape
        for edge in self._case.edges:
            if edge.way is Way.CLOSED or edge.value is None:
                continue
            along_x = edge.side in {Side.LEFT, Side.RIGHT}
            for number in range(1, (rows if along_x else cols) - 1):
                far = edge.side in {Side.RIGHT, Side.BOTTOM}
                last = (cols if along_x else rows) - 2 if far else 1
                cell = (number, last) if along_x else (last, number)
                face = (number, last + far) if along_x else (last + far, number)
                deep = float(self.depth[cell])
                if self.bed[cell] >= WALL_M or deep <= DRY_M:
                    continue
                manning = np.sqrt(2.0 * self.rough[cell] / GRAVITY)
                normal = deep ** (5 / 3) * np.sqrt(edge.value.value[0]) / manning
                sign, q = (1 if far else -1), self.qx if along_x else self.qy
                behind = (face[0], face[1] - sign) if along_x else (face[0] - sign, face[1])
                lean = float(_leaning(sign * q[behind], sign * q[face]))
                out = min(normal, deep * np.sqrt(GRAVITY * deep), (DONOR_SHARE + lean) * deep * self._size / dt)
                found.append((cell, face, sign, along_x, float(out)))
        return found


def _leaning(a: Field, b: Field) -> Field:
    return DONOR_LEAN * ((np.minimum(a, b) > 0).astype(np.float64) - (np.maximum(a, b) < 0))


def _faces(  # noqa: PLR0913, PLR0917 - called for both directions with the fields turned
    bed: Field, depth: Field, rough: Field, given: NDArray[np.bool_], q: Field, across: Field,
    theta: float, dt: float, size: float,
) -> Field:  # fmt: skip
    """New discharges over the inner faces of the rows."""
    surface = bed + depth
    over = np.maximum(surface[:, :-1], surface[:, 1:]) - np.maximum(bed[:, :-1], bed[:, 1:])
    flows = over > DRY_M
    deep = np.where(flows, over, 1.0)
    own = q[:, 1:-1]
    before = np.where(given[:, :-1] & ~given[:, 1:], own, q[:, :-2])
    after = np.where(given[:, 1:] & ~given[:, :-1], own, q[:, 2:])
    kept = theta * own + (1 - theta) * 0.5 * (before + after)
    drag = 1 + dt * (rough[:, :-1] + rough[:, 1:]) * np.hypot(own, across) / deep ** (7 / 3)
    new = (kept - GRAVITY * dt / size * deep * np.diff(surface, axis=1)) / drag
    critical, fill = deep * np.sqrt(GRAVITY * deep), size / dt
    forth = (DONOR_SHARE + _leaning(q[:, :-2], own)) * fill * depth[:, :-1]
    back = (DONOR_SHARE - _leaning(own, q[:, 2:])) * fill * depth[:, 1:]
    new = np.clip(new, -np.minimum(critical, back), np.minimum(critical, forth))
    return np.where(flows, new, 0.0)
