"""The UK Environment Agency's tests 3 and 6A, which need what the scheme leaves out: one run each that shows it."""

from __future__ import annotations

import numpy as np

from data.twin.case import Case, Edge, Inflow, Line, Running, Series, Side, Way
from tools.twin_checks.found import Curve, Gate, Picture, Section, Table
from tools.twin_checks.grounds import G, ground, marched


def over_a_bump(cell_m: float = 5.0) -> Section:
    """Momentum over an obstruction."""
    x = (np.arange(int(300 / cell_m)) + 0.5) * cell_m
    bed = np.interp(x, [0.0, 130.0, 160.0, 200.0, 240.0, 300.0], [10.0, 9.2, 9.2, 9.45, 9.0, 10.5])
    rows = int(100 / cell_m)
    flow = Series((0.0, 5.0, 15.0, 30.0), (0.0, 65.5, 65.5, 0.0))
    line = Line(((0.5 * cell_m, 0.1), (0.5 * cell_m, 99.9)))
    case = Case(ground(np.tile(bed, (rows, 1)), cell_m, 0.01), Running(900.0), (Inflow(line, flow),))
    march = marched(case, 0.0)
    fastest, deep = 0.0, 0.0
    for second in range(5, 301, 5):
        march.advance(float(second), 10**9)
        depth, unit = march.depth()[rows // 2], march.discharges()[0][rows // 2]
        foot = int(140 / cell_m)
        speed = 0.5 * float(unit[foot] + unit[foot + 1]) / max(float(depth[foot]), 1e-3)
        if depth[foot] > 0.1 and speed > fastest:
            fastest, deep = speed, float(depth[foot])
    march.advance(900.0, 10**9)
    depth = march.depth()[rows // 2].astype(np.float64)
    first, second_hollow = float(depth[x < 200].sum()), float(depth[x > 200].sum())
    head = fastest**2 / (2 * G) + deep
    return Section(
        "UK Environment Agency test 3: momentum over an obstruction — outside the scheme",
        "300 × 100 m, down to a hollow at 9.2 m, a bump at 9.45 m, a second hollow behind; 65.5 m³/s for some 15 s "
        "from the west (bed after the description, heights ours), n = 0.01, 15 minutes. In full shallow water momentum "
        "decides how much passes the bump. Here the water at the foot comes at most with "
        f"{fastest:.2f} m/s at {deep:.2f} m (energy head {head:.2f} m, bump 0.25 m); "
        f"{100 * second_hollow / (first + second_hollow):.1f} % of it ends behind the bump, by a balance that leaves "
        "the flux of momentum out and is not to be trusted. **Do not use the twin where water must jump an obstacle by "
        "its speed.**",
        (Gate("mass error", abs(march.volumes().error), 1e-8),
         Gate("lowest depth", float(depth.min()), 0.0, "m", at_least=True)),
        (Table(("in the first hollow (m² of section)", "behind the bump"),
               ((f"{first * cell_m:.1f}", f"{second_hollow * cell_m:.2f}"),)),),
    )  # fmt: skip


def stoker(upper: float, lower: float) -> tuple[float, float, float]:
    """Depth and speed between the waves of a dam break on a wet bed, and the bore's speed."""
    low, high = lower, upper
    for _ in range(80):
        mid = 0.5 * (low + high)
        rarefied = 2 * (np.sqrt(G * upper) - np.sqrt(G * mid))
        shocked = (mid - lower) * np.sqrt(0.5 * G * (mid + lower) / (mid * lower))
        low, high = (mid, high) if shocked < rarefied else (low, mid)
    speed = float(2 * (np.sqrt(G * upper) - np.sqrt(G * low)))
    return low, speed, speed * low / (low - lower)


def broken_dam(cell_m: float = 0.1, seconds: float = 8.0) -> Section:
    """Dam break in a flume."""
    cols, rows = int(40 / cell_m), int(3.6 / cell_m)
    x = (np.arange(cols) + 0.5) * cell_m - 20.0
    depth = np.tile(np.where(x < 0, 0.4, 0.02), (rows, 1)).astype(np.float32)
    case = Case(
        ground(np.zeros((rows, cols)), cell_m, 0.01), Running(seconds), initial_depth=depth,
        edges=(Edge(Side.RIGHT, Way.FREE),),
    )  # fmt: skip
    march = marched(case, seconds)
    found = march.depth()[rows // 2].astype(np.float64)
    unit = march.discharges()[0][rows // 2].astype(np.float64)
    middle, speed, bore = stoker(0.4, 0.02)
    front = float(x[found > 0.03].max())
    over = np.maximum(found[1:], found[:-1])
    fr = float((np.abs(unit[1:]) / np.sqrt(G * over**3)).max())
    c = np.sqrt(G * 0.4)
    fan = np.clip((2 * c - x / seconds) ** 2 / (9 * G), middle, 0.4)
    exact = np.where(x < -c * seconds, 0.4, np.where(x > bore * seconds, 0.02, fan))
    return Section(
        "UK Environment Agency test 6A: dam break — outside the scheme",
        f"The flume without its building: 0.4 m of water behind the gate, 0.02 m before it, cells of {cell_m:g} m, n = "
        f"0.01, after {seconds:g} s. Without friction the exact bore (Stoker) runs {bore:.2f} m/s, to "
        f"{bore * seconds:.1f} m, with water {middle:.3f} m deep at {speed:.2f} m/s behind it (Froude number "
        f"{speed / np.sqrt(G * middle):.2f}). The scheme's front is at {front:.1f} m, its greatest Froude number "
        f"{fr:.2f} (bounded by 1): neither supercritical water nor the jump before the test's building can come out "
        "right, so the building was not modelled.",
        (Gate("mass error", abs(march.volumes().error), 1e-8),
         Gate("lowest depth", float(found.min()), 0.0, "m", at_least=True)),
        (),
        (Picture("agency-6", f"Test 6A without its building, after {seconds:g} s: depth", "m", "m",
                 (Curve("exact, no friction", x, exact), Curve("scheme", x, found))),),
    )  # fmt: skip
