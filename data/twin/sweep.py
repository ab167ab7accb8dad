"""One sweep over a block of rows: new discharges, crests as weirs, then depths one row behind, in place."""

from __future__ import annotations

from typing import Any

import numpy as np

from data.twin.compiled import bits_of_float, compiled, float_of_bits
from data.twin.kernel import (
    CHUNK,
    DONOR_SHARE,
    DRY_M,
    GRAVITY,
    VILLEMONTE,
    WEIR_COEFFICIENT,
    Beside,
    Flow,
    Grid,
    Weirs,
    beside_of_row,
    faces_x,
    faces_y,
    leaning,
)


@compiled()
def is_active(flow: Flow, old: int, chunks: int, row: int, chunk: int) -> bool:
    """Whether a chunk or one of its four neighbours is wet: only there can anything change in a step."""
    wet = flow.wet[old]
    k = row * chunks + chunk
    if wet[k] or wet[k - chunks] or wet[k + chunks]:
        return True
    return bool((chunk > 0 and wet[k - 1]) or (chunk + 1 < chunks and wet[k + 1]))


@compiled()
def _weir_flow(upper: float, lower: float, crest: float) -> float:
    head = upper - crest
    if head <= DRY_M:
        return 0.0
    below = lower - crest
    free = WEIR_COEFFICIENT * head * np.sqrt(head)
    if below <= 0.0:
        return free
    ratio = below / head
    return free * (1.0 - ratio * np.sqrt(ratio)) ** VILLEMONTE


@compiled()
def _over_crest(e0: float, e1: float, crest: float, own: float, rough: float, pull: float, dt: float) -> float:
    """Unit discharge over a crest: driven and held back as on any face of that height, never above the weir's."""
    head = max(e0, e1) - crest
    if head <= DRY_M:
        return 0.0
    drag = 1.0 + dt * rough * abs(own) / head ** (7.0 / 3.0)
    q = (own - pull * head * (e1 - e0)) / drag
    weir = _weir_flow(max(e0, e1), min(e0, e1), crest)
    return max(-weir, min(weir, q))


@compiled()
def weirs_of_row(grid: Grid, flow: Flow, weirs: Weirs, old: int, row: int, step: int, dt: float) -> None:
    """Replace what the open-ground formula gave on a row's crested faces; `step` leads to the cell before the face."""
    before, after = (flow.qx[old], flow.qx[1 - old]) if step == 1 else (flow.qy[old], flow.qy[1 - old])
    pull = GRAVITY * dt / grid.cell_m
    fill = grid.cell_m / dt
    for w in range(weirs.start[row], weirs.start[row + 1]):
        k = weirs.face[w]
        h0, h1 = np.float64(flow.depth[k - step]), np.float64(flow.depth[k])
        e0, e1 = np.float64(grid.bed[k - step]) + h0, np.float64(grid.bed[k]) + h1
        rough = np.float64(grid.rough[k - step]) + np.float64(grid.rough[k])
        crest = max(np.float64(weirs.crest[w]), np.float64(grid.bed[k - step]), np.float64(grid.bed[k]))
        sill = max(np.float64(weirs.sill[w]), np.float64(grid.bed[k - step]), np.float64(grid.bed[k]))
        own = np.float64(before[k])
        cut = weirs.cut[w]
        q = weirs.share[w] * _over_crest(e0, e1, crest, own, rough, pull, dt)
        if cut > 0.0:
            q += cut * _over_crest(e0, e1, sill, own, rough, pull, dt)
        forth = (DONOR_SHARE + np.float64(leaning(before[k - step], before[k]))) * fill * h0
        back = (DONOR_SHARE - np.float64(leaning(before[k], before[k + step]))) * fill * h1
        after[k] = np.float32(max(-back, min(forth, q)))


@compiled(inline=True)
def discharges_of_row(grid: Grid, flow: Flow, old: int, row: int, along_x: bool, theta: Any, dt: Any) -> None:
    """Fluxes of all active runs of a row; what was left in chunks no longer active is cleared."""
    chunks = grid.chunks
    dirty = flow.dirty_x[1 - old] if along_x else flow.dirty_y[1 - old]
    target = flow.qx[1 - old] if along_x else flow.qy[1 - old]
    c = 0
    while c < chunks:
        if not is_active(flow, old, chunks, row, c):
            flag = row * chunks + c
            if dirty[flag]:
                first = row * grid.width + c * CHUNK
                target[first : first + CHUNK] = np.float32(0.0)
                dirty[flag] = 0
            c += 1
            continue
        begin = c
        while c < chunks and is_active(flow, old, chunks, row, c):
            dirty[row * chunks + c] = 1
            c += 1
        first, count = row * grid.width + begin * CHUNK, (c - begin) * CHUNK
        if along_x:
            faces_x(grid, flow, old, first, count, theta, dt)
        else:
            faces_y(grid, flow, old, first, count, theta, dt)


@compiled()
def crossed_of_row(  # noqa: PLR0913, PLR0917 - the bundles of one direction
    grid: Grid, flow: Flow, weirs: Weirs, beside: Beside, old: int, row: int, along_x: bool, theta: Any, dt: Any
) -> None:
    """Discharges over a row's faces beside fed cells and over its crests, where it has any."""
    if beside.start[row] < beside.start[row + 1]:
        beside_of_row(grid, flow, beside, old, row, along_x, theta, dt)
    if weirs.start[row] < weirs.start[row + 1]:
        weirs_of_row(grid, flow, weirs, old, row, 1 if along_x else grid.width, dt)


@compiled()
def faces_of_row(  # noqa: PLR0913, PLR0917 - the bundles of one direction
    grid: Grid, flow: Flow, weirs: Weirs, beside: Beside, old: int, row: int, along_x: bool, theta: Any, dt: Any
) -> None:
    """All discharges of a row in one direction."""
    discharges_of_row(grid, flow, old, row, along_x, theta, dt)
    crossed_of_row(grid, flow, weirs, beside, old, row, along_x, theta, dt)


@compiled(inline=True)
def _depths(grid: Grid, flow: Flow, old: int, first: int, ratio: Any) -> Any:
    """Depths of one chunk after the step, in float64 and kept in two float32; return the greatest."""
    width = grid.width
    qx, qy = flow.qx[1 - old], flow.qy[1 - old]
    h, low = flow.depth[first : first + CHUNK], flow.low[first : first + CHUNK]
    west, east = qx[first : first + CHUNK], qx[first + 1 : first + 1 + CHUNK]
    north, south = qy[first : first + CHUNK], qy[first + width : first + width + CHUNK]
    most = np.int32(0)  # the bits of numbers that are not negative order as they do, and that runs in vectors
    for i in range(CHUNK):
        spread = (np.float64(east[i]) - np.float64(west[i])) + (np.float64(south[i]) - np.float64(north[i]))
        total = np.float64(h[i]) + (np.float64(low[i]) - ratio * spread)
        depth = np.float32(total)
        low[i] = np.float32(total - np.float64(depth))
        h[i] = depth
        most = max(most, bits_of_float(depth))
    return float_of_bits(most)


@compiled(inline=True)
def depths_of_row(grid: Grid, flow: Flow, old: int, row: int, ratio: Any) -> Any:
    """Depths of a row's active chunks, and whether each is wet now; return the greatest."""
    most = np.float32(0.0)
    wet = flow.wet[1 - old]
    for c in range(grid.chunks):
        k = row * grid.chunks + c
        if not is_active(flow, old, grid.chunks, row, c):
            wet[k] = 0
            continue
        deepest = _depths(grid, flow, old, row * grid.width + c * CHUNK, ratio)
        wet[k] = deepest > np.float32(DRY_M) or grid.masked == 0
        most = max(most, deepest)
    return most


@compiled()
def sweep_block(  # noqa: PLR0913, PLR0917 - a parallel loop takes no larger bundle
    grid: Grid, flow: Flow, weirs_x: Weirs, weirs_y: Weirs, beside_x: Beside, beside_y: Beside,
    old: int, first: int, last: int, theta: Any, dt: Any,
) -> Any:  # fmt: skip
    """Rows [first, last): discharges ahead, depths one row behind. The y faces of row `first` are done beforehand."""
    most = np.float32(0.0)
    ratio = np.float64(np.float32(dt / np.float32(grid.cell_m)))
    for row in range(first, last):
        discharges_of_row(grid, flow, old, row, True, theta, dt)
        crossed_of_row(grid, flow, weirs_x, beside_x, old, row, True, theta, dt)
        if row > first:
            discharges_of_row(grid, flow, old, row, False, theta, dt)
            crossed_of_row(grid, flow, weirs_y, beside_y, old, row, False, theta, dt)
            most = max(most, depths_of_row(grid, flow, old, row - 1, ratio))
    return max(most, depths_of_row(grid, flow, old, last - 1, ratio))
