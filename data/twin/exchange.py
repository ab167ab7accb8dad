"""What crosses the rim of the terrain or falls on it within one step: edges, inflows and rain, booked in float64.

numba's `float` leaves a float32 as it is; `np.float64` means what it says.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from data.twin.compiled import compiled
from data.twin.kernel import CHUNK, DONOR_SHARE, DRY_M, GRAVITY, WALL_M, Flow, Grid, leaning

FREE, SLOPE, STAGE, RATING = 1, 2, 3, 4
"""How water crosses a rim face."""
GIVEN, OUT, RAIN, RIM = 0, 1, 2, 3
"""Places in the book of volumes (m³): by sources, away, by rain, in over the rim."""


class Series(NamedTuple):
    """Several series in one: points of number g are [start[g], start[g + 1])."""

    start: Any
    at: Any
    value: Any


class Edges(NamedTuple):
    """Faces at the rim: cell, its neighbour inwards, face, outward sign, way of leaving, series,
    fall of the bed towards the rim, discharge before.
    """

    cell: Any
    inner: Any
    face: Any
    along_x: Any
    sign: Any
    kind: Any
    group: Any
    fall: Any
    flow: Any
    series: Series


class Ledger(NamedTuple):
    """Cells at rim and sources, whose balance is drawn up in float64: there one flux is large and none balances it."""

    cell: Any
    held: Any


class Sources(NamedTuple):
    """Cells that are given water: cell, share of the group's flow, group; and rain in m/s as the last series."""

    cell: Any
    share: Any
    group: Any
    series: Series


@compiled()
def interpolate(series: Series, group: int, at: float) -> float:
    """Value of a series: linear between its points, constant beyond them."""
    first, last = series.start[group], series.start[group + 1]
    if last == first:
        return 0.0
    if at <= series.at[first]:
        return series.value[first]
    for k in range(first + 1, last):
        if at < series.at[k]:
            part = (at - series.at[k - 1]) / (series.at[k] - series.at[k - 1])
            return series.value[k - 1] + (series.value[k] - series.value[k - 1]) * part
    return series.value[last - 1]


@compiled()
def given_between(series: Series, group: int, begin: float, end: float) -> float:
    """Integral of a series over a span, exact also where it bends or jumps within."""
    first, last = series.start[group], series.start[group + 1]
    total, x = 0.0, begin
    value = interpolate(series, group, x)
    for k in range(first, last):
        if series.at[k] >= end:
            break
        if series.at[k] > x:
            total += 0.5 * (value + series.value[k]) * (series.at[k] - x)
            x, value = series.at[k], series.value[k]
    return total + 0.5 * (value + interpolate(series, group, end)) * (end - x)


@compiled()
def add_depth(flow: Flow, cell: int, gain: float) -> float:
    """Add water to a cell in double precision; return what the cell took."""
    before = np.float64(flow.depth[cell]) + np.float64(flow.low[cell])
    total = max(before + gain, 0.0)
    flow.depth[cell] = np.float32(total)
    flow.low[cell] = np.float32(total - np.float64(flow.depth[cell]))
    return total - before


@compiled()
def _conveyance(depth: float, rough: float) -> float:
    return depth ** (5.0 / 3.0) / np.sqrt(max(2.0 * rough / GRAVITY, 1e-12))


@compiled()
def _edge_flow(  # noqa: PLR0917 - compiled, called at one place
    grid: Grid, flow: Flow, edges: Edges, b: int, old: int, value: float, share: float, dt: float
) -> float:
    """Outward unit discharge over a rim face from the depths before the step."""
    k, inner = edges.cell[b], edges.inner[b]
    bed, depth, rough = np.float64(grid.bed[k]), np.float64(flow.depth[k]), np.float64(grid.rough[k])
    step = np.int64(edges.sign[b]) * (1 if edges.along_x[b] else grid.width)
    faces = flow.qx[old] if edges.along_x[b] else flow.qy[old]
    sign = np.float32(edges.sign[b])
    lean = np.float64(leaning(sign * faces[edges.face[b] - step], sign * faces[edges.face[b]]))
    donor = (DONOR_SHARE + lean) * grid.cell_m / dt * depth
    kind = edges.kind[b]
    if kind == STAGE:
        head = max(bed + depth, value) - bed
        if head <= DRY_M:
            return 0.0
        own = edges.flow[b]
        drag = 1.0 + dt * 2.0 * rough * abs(own) / head ** (7.0 / 3.0)
        q = (own - GRAVITY * dt / grid.cell_m * head * (value - bed - depth)) / drag
        critical = head * np.sqrt(GRAVITY * head)
        return max(-critical, min(critical, donor, q))
    if depth <= DRY_M:
        return 0.0
    critical = depth * np.sqrt(GRAVITY * depth)
    if kind == RATING:
        return min(critical, donor, share * value)
    slope = value
    if kind == FREE:
        slope = edges.fall[b]
        if slope <= 0.0 and flow.depth[inner] > DRY_M:
            # against a rising bed water leaves down its own surface, as over a fall
            slope = np.float64(grid.bed[inner]) + np.float64(flow.depth[inner]) - bed - depth
        slope = max(slope, 0.0) / (1.0 if edges.fall[b] > 0.0 else grid.cell_m)
    return min(critical, donor, _conveyance(depth, rough) * np.sqrt(slope))


@compiled()
def edge_flows(grid: Grid, flow: Flow, edges: Edges, old: int, at: float, dt: float) -> None:
    """Discharges over all rim faces from the state before the step; a rated edge shares its flow by conveyance."""
    begin, count = 0, len(edges.cell)
    while begin < count:
        group = edges.group[begin]
        end, carried, surface, widths = begin, 0.0, 0.0, 0.0
        while end < count and edges.group[end] == group:
            depth = np.float64(flow.depth[edges.cell[end]])
            if edges.kind[end] == RATING and depth > DRY_M:
                conveyed = _conveyance(depth, np.float64(grid.rough[edges.cell[end]]))
                carried += conveyed
                surface += conveyed * (np.float64(grid.bed[edges.cell[end]]) + depth)
                widths += 1.0
            end += 1
        rated = edges.kind[begin] == RATING
        value = interpolate(edges.series, group, surface / carried if rated and carried > 0.0 else at)
        for b in range(begin, end):
            share = 0.0
            if rated and carried > 0.0:
                depth = np.float64(flow.depth[edges.cell[b]])
                share = _conveyance(depth, np.float64(grid.rough[edges.cell[b]])) / carried / grid.cell_m
            edges.flow[b] = _edge_flow(grid, flow, edges, b, old, value, share, dt)
        begin = end


@compiled()
def hold(flow: Flow, edges: Edges, ledger: Ledger, old: int) -> None:
    """Note what the ledger's cells hold before the step, and close the rim in the buffer to be filled."""
    for b in range(len(edges.cell)):
        faces = flow.qx[1 - old] if edges.along_x[b] else flow.qy[1 - old]
        faces[edges.face[b]] = np.float32(0.0)
    for i in range(len(ledger.cell)):
        k = ledger.cell[i]
        ledger.held[i] = np.float64(flow.depth[k]) + np.float64(flow.low[k])


@compiled()
def settle(grid: Grid, flow: Flow, ledger: Ledger, old: int, ratio: float) -> None:
    """Draw up the balance of the ledger's cells anew after the sweep."""
    qx, qy = flow.qx[1 - old], flow.qy[1 - old]
    for i in range(len(ledger.cell)):
        k = ledger.cell[i]
        spread = (np.float64(qx[k + 1]) - np.float64(qx[k])) + (np.float64(qy[k + grid.width]) - np.float64(qy[k]))
        total = max(ledger.held[i] - ratio * spread, 0.0)
        flow.depth[k] = np.float32(total)
        flow.low[k] = np.float32(total - np.float64(flow.depth[k]))


@compiled()
def exchange(  # noqa: PLR0917 - the bundles of one step
    grid: Grid, flow: Flow, edges: Edges, sources: Sources, old: int, at: float, dt: float, book: Any
) -> float:
    """Let water out at the rim and in by sources and rain; book the volumes; return the greatest depth touched."""
    area = grid.cell_m * grid.cell_m
    most = 0.0
    wet = flow.wet[1 - old]
    for b in range(len(edges.cell)):
        k = edges.cell[b]
        q = edges.flow[b]
        faces = flow.qx[1 - old] if edges.along_x[b] else flow.qy[1 - old]
        faces[edges.face[b]] = np.float32(q * edges.sign[b])
        if q != 0.0:
            gone = -add_depth(flow, k, -q * dt / grid.cell_m) * area
            book[OUT if gone > 0.0 else RIM] += abs(gone)
            wet[k // CHUNK] |= flow.depth[k] > DRY_M
            most = max(most, np.float64(flow.depth[k]))
    group, flowing = -1, 0.0
    for s in range(len(sources.cell)):
        k = sources.cell[s]
        if sources.group[s] != group:
            group = sources.group[s]
            flowing = given_between(sources.series, group, at, at + dt)
        gain = flowing * sources.share[s]
        if gain != 0.0:
            given = add_depth(flow, k, gain) * area
            book[GIVEN if given > 0.0 else OUT] += abs(given)
            wet[k // CHUNK] |= flow.depth[k] > DRY_M
            most = max(most, np.float64(flow.depth[k]))
    rain = given_between(sources.series, len(sources.series.start) - 2, at, at + dt)
    if rain > 0.0:
        for k in range(grid.width, (grid.rows - 1) * grid.width):
            if grid.bed[k] < WALL_M:
                book[RAIN] += add_depth(flow, k, rain) * area
                wet[k // CHUNK] |= flow.depth[k] > DRY_M
                most = max(most, np.float64(flow.depth[k]))
    return most
