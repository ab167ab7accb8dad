"""The march in time: adaptive steps of the whole terrain, on one thread or on several with the same bits."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import numpy as np

from data.twin.compiled import compiled, prange
from data.twin.exchange import Edges, Ledger, Sources, edge_flows, exchange, hold, settle
from data.twin.kernel import CHUNK, GRAVITY, Beside, Flow, Grid, Weirs
from data.twin.sweep import faces_of_row, sweep_block

LOOK_EVERY = 8
"""Steps between two looks at the peaks."""

TIME, DEEPEST, STEPS, LOOKED, UPDATES, PARITY = range(6)
"""Places in the clock (float64)."""


class Peaks(NamedTuple):
    """What is remembered of each cell: greatest depth, speed (m/s), depth × speed, first and total time under water."""

    depth: Any
    speed: Any
    hazard: Any
    arrival: Any
    duration: Any


class Pace(NamedTuple):
    """How to march: Courant number, weight of a face's own discharge, longest step, depth that counts as wet."""

    courant: float
    theta: float
    longest_s: float
    wet_m: float


class Model(NamedTuple):
    """All arrays of a run."""

    grid: Grid
    flow: Flow
    weirs_x: Weirs
    weirs_y: Weirs
    beside_x: Beside
    beside_y: Beside
    edges: Edges
    sources: Sources
    ledger: Ledger
    peaks: Peaks
    clock: Any
    book: Any


@compiled()
def _look_at_row(model: Model, new: int, row: int, at: float, passed: float, wet_m: Any) -> None:
    grid, flow, peaks = model.grid, model.flow, model.peaks
    half = np.float32(0.5)
    qx, qy, wet = flow.qx[new], flow.qy[new], flow.wet[new]
    now, span = np.float32(at), np.float32(passed)
    for c in range(grid.chunks):
        if not wet[row * grid.chunks + c]:
            continue
        a = row * grid.width + c * CHUNK
        b = a + CHUNK
        h, depth, speed, hazard = flow.depth[a:b], peaks.depth[a:b], peaks.speed[a:b], peaks.hazard[a:b]
        arrival, duration = peaks.arrival[a:b], peaks.duration[a:b]
        west, east = qx[a:b], qx[a + 1 : b + 1]
        north, south = qy[a:b], qy[a + grid.width : b + grid.width]
        for i in range(CHUNK):
            u, v = half * (west[i] + east[i]), half * (north[i] + south[i])
            q = np.sqrt(u * u + v * v)
            under = h[i] >= wet_m
            fast = q / h[i] if under else np.float32(0.0)
            depth[i] = max(depth[i], h[i])
            speed[i] = max(speed[i], fast)
            hazard[i] = max(hazard[i], q)
            arrival[i] = min(arrival[i], now) if under else arrival[i]
            duration[i] = duration[i] + (span if under else np.float32(0.0))


@compiled()
def look(model: Model, wet_m: float) -> None:
    """Bring the peaks up to now."""
    clock, new = model.clock, int(model.clock[PARITY])
    for row in range(1, model.grid.rows - 1):
        _look_at_row(model, new, row, clock[TIME], clock[TIME] - clock[LOOKED], np.float32(wet_m))
    clock[LOOKED] = clock[TIME]


@compiled()
def _step_length(clock: Any, cell_m: float, pace: Pace, until: float) -> float:
    """Length of the next step by the Courant condition; two last steps share what is left."""
    step = min(pace.longest_s, pace.courant * cell_m / math.sqrt(GRAVITY * max(clock[DEEPEST], 1e-3)))
    left = until - clock[TIME]
    if left <= step:
        return left
    return 0.5 * left if left < 2.0 * step else step


@compiled()
def _begin(model: Model, blocks: Any, until: float, theta: Any, pace: Pace) -> Any:
    """Choose a step, let the rim flow, and do the y faces that two blocks share; return the step's length."""
    grid, flow, clock = model.grid, model.flow, model.clock
    dt: Any = np.float32(_step_length(clock, grid.cell_m, pace, until))
    old = int(clock[PARITY])
    hold(flow, model.edges, model.ledger, old)
    edge_flows(grid, flow, model.edges, old, clock[TIME], _span(dt, grid.cell_m))
    for p in range(len(blocks) - 1):
        faces_of_row(grid, flow, model.weirs_y, model.beside_y, old, blocks[p], False, theta, dt)
    return dt


@compiled()
def _span(dt: Any, cell_m: float) -> float:
    """Seconds that pass in a step whose ratio to the cell was rounded to float32: volumes are booked with these."""
    return np.float64(np.float32(dt / np.float32(cell_m))) * cell_m


@compiled()
def _finish(model: Model, deepest: float, dt: Any, wet_m: float) -> None:
    """Let water in and out, turn the buffers, and look at the peaks when it is time."""
    grid, flow, clock = model.grid, model.flow, model.clock
    old, span = int(clock[PARITY]), _span(dt, model.grid.cell_m)
    settle(grid, flow, model.ledger, old, span / grid.cell_m)
    touched = exchange(grid, flow, model.edges, model.sources, old, clock[TIME], span, model.book)
    clock[DEEPEST] = max(deepest, touched)
    clock[PARITY] = 1 - old
    clock[TIME] += span
    clock[STEPS] += 1
    if int(clock[STEPS]) % LOOK_EVERY == 0:
        look(model, wet_m)
        clock[UPDATES] += LOOK_EVERY * CHUNK * np.float64(flow.wet[1 - old].sum())


@compiled()
def _arrived(clock: Any, until: float) -> bool:
    if until - clock[TIME] > 1e-6 * max(1.0, until):
        return False
    clock[TIME] = until
    return True


@compiled()
def advance(model: Model, blocks: Any, until: float, most_steps: int, pace: Pace) -> None:
    """March to `until`, or as many steps as allowed, on this thread."""
    th = np.float32(pace.theta)
    for _ in range(most_steps):
        if _arrived(model.clock, until):
            break
        dt = _begin(model, blocks, until, th, pace)
        old, deepest = int(model.clock[PARITY]), 0.0
        for p in range(len(blocks) - 1):
            deepest = max(
                deepest,
                np.float64(sweep_block(
                    model.grid, model.flow, model.weirs_x, model.weirs_y, model.beside_x, model.beside_y,
                    old, blocks[p], blocks[p + 1], th, dt,
                )),
            )  # fmt: skip
        _finish(model, deepest, dt, pace.wet_m)


@compiled(parallel=True)
def advance_together(model: Model, blocks: Any, until: float, most_steps: int, pace: Pace) -> None:
    """As `advance`, each block of rows on a thread of its own."""
    th = np.float32(pace.theta)
    parts = len(blocks) - 1
    # a parallel loop takes arrays, no tuples: unpacked here, packed again within
    bed, rough, width, rows, chunks, cell_m, masked = model.grid
    depth, low, qx, qy, wet, dirty_x, dirty_y = model.flow
    start_x, face_x, crest_x, share_x, cut_x, sill_x = model.weirs_x
    start_y, face_y, crest_y, share_y, cut_y, sill_y = model.weirs_y
    row_x, by_x, given_x = model.beside_x
    row_y, by_y, given_y = model.beside_y
    deepest = np.zeros(parts, np.float32)
    for _ in range(most_steps):
        if _arrived(model.clock, until):
            break
        dt = _begin(model, blocks, until, th, pace)
        old = int(model.clock[PARITY])
        for p in prange(parts):
            deepest[p] = sweep_block(
                Grid(bed, rough, width, rows, chunks, cell_m, masked),
                Flow(depth, low, qx, qy, wet, dirty_x, dirty_y),
                Weirs(start_x, face_x, crest_x, share_x, cut_x, sill_x),
                Weirs(start_y, face_y, crest_y, share_y, cut_y, sill_y),
                Beside(row_x, by_x, given_x),
                Beside(row_y, by_y, given_y),
                old, blocks[p], blocks[p + 1], th, dt,
            )  # fmt: skip
        _finish(model, np.float64(deepest.max()), dt, pace.wet_m)
