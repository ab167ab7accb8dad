"""The UK Environment Agency's 2-D tests (Néelz & Pender 2013) rebuilt from their description: 2 and 4."""

from __future__ import annotations

import heapq
from typing import Any

import numpy as np

from data.twin.case import Case, Inflow, Line, Running, Series
from data.twin.inertial import InertialMarch
from tools.twin_checks.found import Gate, Picture, Section, Table
from tools.twin_checks.grounds import ground, marched

POOLS = 4
EMPTY_M = 0.02


def hollows(cell_m: float) -> Any:
    """2 km × 2 km: 4 × 4 hollows half a metre deep, 1:1500 to the south and 1:3000 to the east."""
    at = (np.arange(int(2_000 / cell_m)) + 0.5) * cell_m
    x, south = at[None, :], at[:, None]
    return 10.0 - south / 1_500 - x / 3_000 - 0.65 * (np.sin(np.pi * x / 500) * np.sin(np.pi * south / 500)) ** 2


def filled(bed: Any) -> Any:
    """Level to which each cell fills before it spills towards the south-east corner (priority flood)."""
    rows, cols = bed.shape
    level = np.full(bed.shape, np.inf)
    queue: list[tuple[float, int, int]] = [(float(bed[-1, -1]), rows - 1, cols - 1)]
    level[-1, -1] = bed[-1, -1]
    while queue:
        height, row, col = heapq.heappop(queue)
        for r, c in ((row - 1, col), (row + 1, col), (row, col - 1), (row, col + 1)):
            if 0 <= r < rows and 0 <= c < cols and np.isinf(level[r, c]):
                level[r, c] = max(height, float(bed[r, c]))
                heapq.heappush(queue, (float(level[r, c]), r, c))
    return level


def filling(cell_m: float = 20.0, hours: float = 48.0) -> tuple[InertialMarch, Any, Case]:
    """Run of test 2, with the arrival of 2 cm of water."""
    bed = hollows(cell_m)
    flow = Series((0.0, 600.0, 4_500.0, 5_100.0), (0.0, 20.0, 20.0, 0.0))
    line = Line(((0.5 * cell_m, 1_999.0), (0.5 * cell_m, 1_901.0)))
    run = Running(hours * 3600.0, wet_depth_m=EMPTY_M, longest_step_s=30.0)
    case = Case(ground(bed, cell_m, 0.03), run, (Inflow(line, flow),))
    return marched(case, hours * 3600.0), bed, case


def filling_of_hollows(cell_m: float = 20.0, hours: float = 48.0) -> Section:
    """Filling of depressions."""
    march, bed, _ = filling(cell_m, hours)
    depth = march.depth().astype(np.float64)
    arrival = march.peaks().arrival_s
    surface, spill = bed + depth, filled(bed)
    at = [int((250 + 500 * k) / cell_m) for k in range(POOLS)]
    uneven, over, order, pools = 0.0, -1.0, 0, []
    for i, row in enumerate(at):
        line: list[str] = []
        for j, col in enumerate(at):
            came = float(arrival[row, col])
            if not np.isfinite(came):
                line.append("dry")
                continue
            reach = int(60 / cell_m)
            part = (slice(row - reach, row + reach + 1), slice(col - reach, col + reach + 1))
            standing = depth[part] > EMPTY_M
            uneven = max(uneven, float(np.ptp(surface[part][standing])) if standing.any() else 0.0)
            over = max(over, float(surface[row, col] - spill[row, col]))
            earlier = [(i - 1, j), (i, j - 1)]
            feeders = [float(arrival[at[r], at[c]]) for r, c in earlier if r >= 0 and c >= 0]
            order += bool(feeders) and min(feeders) >= came
            line.append(f"{depth[row, col]:.2f} m, {came / 60:.0f} min")
        pools.append((f"row {i + 1}", *line))
    given, volumes = 20.0 * 4_500.0, march.volumes()
    held = float(depth.sum()) * cell_m**2
    shown = np.where(depth > 0.01, depth, np.nan)
    return Section(
        "UK Environment Agency test 2: filling of depressions",
        "2 × 2 km, 4 × 4 hollows (analytic: product of squared sines, 0.65 m before the tilt), 1:1500 north to south, "
        "1:3000 west to east, n = 0.03, 20 m³/s for an hour over 100 m at the north-west corner with rise and fall to "
        f"a base of 85 min, {cell_m:g} m cells, {hours:g} h. The published points need the original DEM; gated are "
        "invariants. Table: depth at the end and time of arrival in each hollow, north at the top. No hollow is "
        "reached before one to its north or west; none stands higher than its lip by more than the film that is still "
        "running off.",
        (
            Gate("unevenness of a pool", uneven, 0.001, "m"),
            Gate("pool above its lip", over, 0.02, "m"),
            Gate("pools reached out of order", float(order), 0.0),
            Gate("volume held against volume given, relative", abs(held - given) / given, 1e-6),
            Gate("mass error", abs(volumes.error), 1e-8),
            Gate("lowest depth", float(depth.min()), 0.0, "m", at_least=True),
        ),
        (Table(("", *(f"column {k + 1}" for k in range(POOLS))), tuple(pools)),),
        (Picture("agency-2", "Test 2: depth after 48 h (m, to 0.7)", raster=shown.tolist(), top=0.7),),
    )


def spreading(cell_m: float = 5.0, hours: float = 5.0, looks: tuple[float, ...] = (1.0, 3.0)) -> tuple[Any, list[Any]]:
    """Run of test 4; depths at the hours asked for."""
    terrain = ground(np.zeros((int(2_000 / cell_m), int(1_000 / cell_m))), cell_m, 0.05)
    flow = Series((0.0, 3_600.0, 14_400.0, 21_600.0), (0.0, 20.0, 20.0, 0.0))
    line = Line(((0.5 * cell_m, 990.1), (0.5 * cell_m, 1_009.9)))
    march = marched(Case(terrain, Running(hours * 3600.0), (Inflow(line, flow),)), 0.0)
    depths: list[Any] = []
    for hour in looks:
        march.advance(hour * 3600.0, 10**9)
        depths.append(march.depth().astype(np.float64))
    march.advance(hours * 3600.0, 10**9)
    return march, depths


def contour(depth: Any, cell_m: float, level_m: float) -> tuple[float, float]:
    """Mean radius (m) of a depth's contour around the middle of the west side, and its greatest departure from it."""
    rows, cols = depth.shape
    radii: list[float] = []
    for angle in np.radians(np.arange(-84.0, 85.0, 6.0)):
        far = np.arange(0.0, min(rows * cell_m / 2, cols * cell_m) - cell_m, 0.25 * cell_m)
        x = np.clip(far * np.cos(angle) / cell_m - 0.5, 0, cols - 1)
        y = np.clip(rows / 2 - 0.5 - far * np.sin(angle) / cell_m, 0, rows - 1)
        c, r = np.minimum(x.astype(int), cols - 2), np.minimum(y.astype(int), rows - 2)
        u, v = x - c, y - r
        along = (1 - v) * ((1 - u) * depth[r, c] + u * depth[r, c + 1]) + v * (
            (1 - u) * depth[r + 1, c] + u * depth[r + 1, c + 1]
        )
        deep = np.flatnonzero(along >= level_m)
        if not len(deep):
            return float("nan"), float("nan")
        k = int(deep[-1])
        rest = (along[k] - level_m) / max(along[k] - along[k + 1], 1e-9) if k + 1 < len(along) else 0.0
        radii.append(float(far[k] + rest * 0.25 * cell_m))
    mean = float(np.mean(radii))
    return mean, float(np.abs(np.array(radii) - mean).max())


def spreading_over_a_plain(cell_m: float = 5.0, hours: float = 5.0) -> Section:
    """Speed of flood propagation over a plain."""
    march, depths = spreading(cell_m, hours)
    rows: list[tuple[str, ...]] = []
    apart = 0.0
    for hour, depth in zip((1.0, 3.0), depths, strict=True):
        for level in (0.1, 0.15, 0.2):
            radius, off = contour(depth, cell_m, level)
            if level != 0.15 and np.isfinite(radius):
                apart = max(apart, off / radius)
            rows.append((f"{hour:g}", f"{level:g}", f"{radius:.0f}", f"{100 * off / radius:.1f} %"))
    mirrored = float(np.abs(depths[-1] - depths[-1][::-1]).max())
    volumes = march.volumes()
    shown = np.where(depths[-1] > 0.01, depths[-1], np.nan)[::2, ::2]
    return Section(
        "UK Environment Agency test 4: speed of propagation over a plain",
        f"1 × 2 km flat, {cell_m:g} m cells, n = 0.05, 20 m of inflow in the middle of the west side: 20 m³/s from 1 h "
        f"to 4 h, base 6 h (corner times are ours), run {hours:g} h. The published contours are pictures; gated are "
        "the symmetry to the mirror and the roundness of the 0.1 and 0.2 m contours at 1 and 3 h (29 directions within "
        "84° of due east).",
        (
            Gate("north against south, greatest difference", mirrored, 0.0, "m"),
            Gate("contour off its mean radius", 100 * apart, 5.0, "%"),
            Gate("mass error", abs(volumes.error), 1e-8),
            Gate("lowest depth", float(march.depth().min()), 0.0, "m", at_least=True),
        ),
        (Table(("hour", "depth (m)", "mean radius (m)", "greatest departure"), tuple(rows)),),
        (Picture("agency-4", "Test 4: depth after 3 h (m, to 0.6)", raster=shown.tolist(), top=0.6),),
    )
