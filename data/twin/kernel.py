"""Inner loops of the local-inertial scheme: fluxes, crests and depths of one step, row by row.

Arrays are flat, `width` cells a row, a multiple of CHUNK, with a ring of wall cells around the terrain: cell k has the
face k on its west side and, in its row, the face k on its north side; the faces k + 1 and k + width lie opposite.
A (row, chunk) whose cells and neighbours are all dry is skipped; that changes no bit of the result.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from data.twin.compiled import bits_of_float, compiled, float_of_bits

CHUNK = 64
WALL_M = 1.0e4
"""Bed of a cell outside the terrain, above anything: no water enters it."""
DRY_M = 1.0e-4
"""Depth over a face up to which nothing flows."""
STILL_M2_S = 1.0e-12
"""Unit discharge that counts as none."""
DONOR_SHARE = 0.249
"""Largest share of a cell's water that may leave through one face in one step: four faces never take it all."""
DONOR_LEAN = 0.2
"""Share moved from a face that let water in to the one opposite that let it out: water passing through is not held."""
GRAVITY = 9.80665
VILLEMONTE = 0.385
WEIR_COEFFICIENT = 1.7
"""Broad-crested weir at critical flow, (2/3)^1.5 · g^0.5, m^0.5/s."""


class Grid(NamedTuple):
    """What does not change with the water: bed (m above the run's base), g·n²/2 per cell, and the shape."""

    bed: Any
    rough: Any
    width: int
    rows: int
    chunks: int
    cell_m: float
    masked: int


class Flow(NamedTuple):
    """The water: depth with its compensation, unit discharge in two buffers, and flags per row and chunk."""

    depth: Any
    low: Any
    qx: Any
    qy: Any
    wet: Any
    dirty_x: Any
    dirty_y: Any


class Beside(NamedTuple):
    """Faces between a cell that is given water and one that is not, sorted by row; which of the two is given."""

    start: Any
    face: Any
    given: Any


class Weirs(NamedTuple):
    """Faces with a crest, sorted by row: crest, share of the face's length, and a breach's share and sill."""

    start: Any
    face: Any
    crest: Any
    share: Any
    cut: Any
    sill: Any


@compiled()
def _inverse_cube_root(x: Any) -> Any:
    """x^(-1/3) of a positive number by a guess from its bits and three Newton steps (relative error 1e-6)."""
    y = float_of_bits(np.int32(1420470954 - np.int32(np.float32(bits_of_float(x)) * np.float32(1.0 / 3.0))))
    third, four_thirds = np.float32(1.0 / 3.0), np.float32(4.0 / 3.0)
    y = y * (four_thirds - third * x * (y * y * y))
    y = y * (four_thirds - third * x * (y * y * y))
    return y * (four_thirds - third * x * (y * y * y))


@compiled()
def leaning(a: Any, b: Any) -> Any:
    """Share by which a cell between two faces in line favours the one its water leaves by (positive: the second)."""
    lean, none = np.float32(DONOR_LEAN), np.float32(0.0)
    return (lean if min(a, b) > none else none) - (lean if max(a, b) < none else none)


@compiled()
def _unit_flow(  # noqa: PLR0913, PLR0917 - plain numbers, so that the loop around them runs in vectors
    e0: Any, e1: Any, z0: Any, z1: Any, d0: Any, d1: Any, before: Any, own: Any, after: Any, kept: Any,
    across: Any, rough: Any, pull: Any, dt: Any, fill: Any,
) -> Any:  # fmt: skip
    """Unit discharge over a face between two cells (m²/s), from the first to the second when positive."""
    one = np.float32(1.0)
    # never more than the deeper cell holds: a rounding would let a film flow whose neighbour is skipped as dry
    over = min(max(e0, e1) - max(z0, z1), max(d0, d1))
    flows = over > np.float32(DRY_M)
    deep = over if flows else one
    y = _inverse_cube_root(deep)
    y2 = y * y
    speed_root = np.sqrt(own * own + across * across)
    drag = one + dt * rough * speed_root * (y * (y2 * y2 * y2))
    q = (kept - pull * deep * (e1 - e0)) / drag
    critical = deep * np.sqrt(np.float32(GRAVITY) * deep)
    share = np.float32(DONOR_SHARE)
    q = min(q, critical, (share + leaning(before, own)) * fill * d0)
    q = max(q, -min(critical, (share - leaning(own, after)) * fill * d1))
    # what fades out is cut off before its square would be a denormal number, which some processors are slow at
    return q if flows and abs(q) > np.float32(STILL_M2_S) else np.float32(0.0)


@compiled()
def faces_x(grid: Grid, flow: Flow, old: int, first: int, count: int, theta: Any, dt: Any) -> None:
    """Discharges over a run of west faces, from buffer `old` into the other."""
    width = grid.width
    h, z, rough = flow.depth, grid.bed, grid.rough
    qx, qy, out = flow.qx[old], flow.qy[old], flow.qx[1 - old]
    pull = np.float32(GRAVITY) * dt / np.float32(grid.cell_m)
    fill = np.float32(grid.cell_m) / dt
    quarter, half = np.float32(0.25), np.float32(0.5) * (np.float32(1.0) - theta)
    h0, h1 = h[first - 1 : first - 1 + count], h[first : first + count]
    z0, z1 = z[first - 1 : first - 1 + count], z[first : first + count]
    r0, r1 = rough[first - 1 : first - 1 + count], rough[first : first + count]
    west, own, east = qx[first - 1 : first - 1 + count], qx[first : first + count], qx[first + 1 : first + 1 + count]
    a0, a1 = qy[first - 1 : first - 1 + count], qy[first : first + count]
    b0, b1 = qy[first - 1 + width : first - 1 + width + count], qy[first + width : first + width + count]
    to = out[first : first + count]
    for i in range(count):
        across = quarter * ((a0[i] + b0[i]) + (a1[i] + b1[i]))
        to[i] = _unit_flow(
            z0[i] + h0[i], z1[i] + h1[i], z0[i], z1[i], h0[i], h1[i], west[i], own[i], east[i],
            theta * own[i] + half * (west[i] + east[i]), across, r0[i] + r1[i], pull, dt, fill,
        )  # fmt: skip


@compiled()
def faces_y(grid: Grid, flow: Flow, old: int, first: int, count: int, theta: Any, dt: Any) -> None:
    """Discharges over a run of north faces, from buffer `old` into the other."""
    width = grid.width
    h, z, rough = flow.depth, grid.bed, grid.rough
    qx, qy, out = flow.qx[old], flow.qy[old], flow.qy[1 - old]
    pull = np.float32(GRAVITY) * dt / np.float32(grid.cell_m)
    fill = np.float32(grid.cell_m) / dt
    quarter, half = np.float32(0.25), np.float32(0.5) * (np.float32(1.0) - theta)
    up = first - width
    h0, h1 = h[up : up + count], h[first : first + count]
    z0, z1 = z[up : up + count], z[first : first + count]
    r0, r1 = rough[up : up + count], rough[first : first + count]
    north, own, south = qy[up : up + count], qy[first : first + count], qy[first + width : first + width + count]
    a0, a1 = qx[up : up + count], qx[first : first + count]
    b0, b1 = qx[up + 1 : up + 1 + count], qx[first + 1 : first + 1 + count]
    to = out[first : first + count]
    for i in range(count):
        across = quarter * ((a0[i] + b0[i]) + (a1[i] + b1[i]))
        to[i] = _unit_flow(
            z0[i] + h0[i], z1[i] + h1[i], z0[i], z1[i], h0[i], h1[i], north[i], own[i], south[i],
            theta * own[i] + half * (north[i] + south[i]), across, r0[i] + r1[i], pull, dt, fill,
        )  # fmt: skip


@compiled()
def beside_of_row(  # noqa: PLR0917 - called for both directions with the buffers turned
    grid: Grid, flow: Flow, beside: Beside, old: int, row: int, along_x: bool, theta: Any, dt: Any
) -> None:
    """Discharges once more on faces beside cells that are given water: no averaging over what comes from there.

    A flow that begins in a cell would else be held back there by the average with the still face behind it.
    """
    step, turn = (1, grid.width) if along_x else (grid.width, 1)
    q, other = (flow.qx[old], flow.qy[old]) if along_x else (flow.qy[old], flow.qx[old])
    out = flow.qx[1 - old] if along_x else flow.qy[1 - old]
    h, z, rough = flow.depth, grid.bed, grid.rough
    pull = np.float32(GRAVITY) * dt / np.float32(grid.cell_m)
    fill = np.float32(grid.cell_m) / dt
    for b in range(beside.start[row], beside.start[row + 1]):
        k = beside.face[b]
        j = k - step
        across = np.float32(0.25) * ((other[j] + other[j + turn]) + (other[k] + other[k + turn]))
        along = q[k] + (q[k + step] if beside.given[b] == 0 else q[j])
        kept = theta * q[k] + np.float32(0.5) * (np.float32(1.0) - theta) * along
        out[k] = _unit_flow(
            z[j] + h[j], z[k] + h[k], z[j], z[k], h[j], h[k], q[j], q[k], q[k + step], kept,
            across, rough[j] + rough[k], pull, dt, fill,
        )  # fmt: skip
