"""Moving fronts: over a flat bed, up a slope, in a bowl, and from a broken dam (which the scheme is not for)."""

from __future__ import annotations

from typing import Any

import numpy as np

from data.twin.case import Case, Edge, Running, Series, Side, Way
from tools.twin_checks.found import Curve, Gate, Picture, Section, Table
from tools.twin_checks.grounds import G, ground, marched, rms, west_flow

SPEED, HOUR = 1.0, 3600.0


def planar_depth(x: Any, t: Any, manning: float) -> Any:
    """Hunter et al. 2005, Adv. Water Resour. 28, 975-991: a front moving at a constant speed over a flat dry bed."""
    behind = np.maximum(SPEED * t - x, 0.0)
    return (7.0 / 3.0 * manning**2 * SPEED**2 * behind) ** (3.0 / 7.0)


def planar(manning: float, cell_m: float, *, by_stage: bool = False) -> tuple[float, float, Any, Any, Any]:
    """RMSE over the greatest depth, the front's error (m), middles, depths found, depths wanted, after an hour."""
    times = np.linspace(0.0, HOUR, 721)
    terrain = ground(np.zeros((3, int(5_000 / cell_m))), cell_m, manning)
    if by_stage:
        level = Series(tuple(times), tuple(planar_depth(-0.5 * cell_m, times, manning)))
        case = Case(terrain, Running(HOUR), edges=(Edge(Side.LEFT, Way.STAGE, level),))
    else:
        flow = Series(tuple(times), tuple(SPEED * planar_depth(0.0, times, manning)))
        case = Case(terrain, Running(HOUR), (west_flow(terrain, flow),))
    found = marched(case, HOUR).depth()[1].astype(np.float64)
    x = (np.arange(len(found)) + 0.5) * cell_m
    wanted = planar_depth(x, HOUR, manning)
    front = float(x[found > 0.01].max() + 0.5 * cell_m - SPEED * HOUR)
    return rms((found - wanted)[x < SPEED * HOUR + 600.0]) / float(wanted.max()), front, x, found, wanted


def planar_wave(cells: tuple[float, ...] = (100.0, 50.0, 25.0, 12.5)) -> Section:
    """By friction, cell and boundary."""
    rows: list[tuple[str, ...]] = []
    errors: dict[tuple[float, float], float] = {}
    for manning in (0.03, 0.01):
        for cell in cells:
            error, front, *_ = planar(manning, cell)
            staged, staged_front, *_ = planar(manning, cell, by_stage=True)
            errors[manning, cell] = error
            rows.append((f"{manning:g}", f"{cell:g}", f"{100 * error:.2f} %", f"{front:+.0f}", f"{100 * staged:.2f} %",
                         f"{staged_front:+.0f}"))  # fmt: skip
    curves = [Curve("exact", (line := planar(0.01, 50.0))[2], line[4]), Curve("50 m, flow given", line[2], line[3])]
    line = planar(0.01, 50.0, by_stage=True)
    curves.append(Curve("50 m, stage given", line[2], line[3]))
    return Section(
        "Planar wave",
        "Hunter et al. (2005): a front at 1 m/s over a flat dry bed for an hour, to 3,600 m. RMSE over all cells to "
        "600 m beyond the front, over the greatest depth. The flow of the exact wave is given at x = 0; with its stage "
        "given instead (last columns) less water comes in, for near the front, where the Froude number passes one half "
        "(n = 0.01: the last 540 m, depth under 0.41 m), the wave without advection is another one: it is late. This "
        "does not vanish with the cells; a finer grid shows the model's own error more purely, so 12.5 m is told but "
        "no gate.",
        (
            Gate("n = 0.03, 50 m", 100 * errors[0.03, 50.0], 1.5, "%"),
            Gate("n = 0.03, 25 m", 100 * errors[0.03, 25.0], 1.5, "%"),
            Gate("n = 0.01, 50 m", 100 * errors[0.01, 50.0], 5.0, "%"),
            Gate("n = 0.01, 25 m", 100 * errors[0.01, 25.0], 5.0, "%"),
        ),
        (Table(("n", "cell (m)", "RMSE, flow given", "front (m)", "RMSE, stage given", "front (m)"), tuple(rows)),),
        (Picture("planar", "Planar wave, n = 0.01, after an hour: depth", "m", "m", tuple(curves)),),
    )  # fmt: skip


def beach_depth(manning: float, slope: float, furthest_m: float) -> tuple[Any, Any]:
    """Depth behind a front that climbs a slope at constant speed: dh/ds = slope + n² u² / h^(4/3)."""
    near = np.linspace(0.0, 1.0, 4_001)[1:] ** 3 * furthest_m
    depth = np.empty_like(near)
    depth[0] = (7.0 / 3.0 * manning**2 * SPEED**2 * near[0]) ** (3.0 / 7.0)
    for k in range(1, len(near)):
        step, h = near[k] - near[k - 1], depth[k - 1]
        first = slope + manning**2 * SPEED**2 / h ** (4 / 3)
        half = slope + manning**2 * SPEED**2 / (h + 0.5 * step * first) ** (4 / 3)
        depth[k] = h + step * half
    return near, depth


def beach(manning: float, cell_m: float, slope: float = 1e-3) -> tuple[float, float]:
    """RMSE over the greatest depth after 40 minutes up the slope, and the front's error (m)."""
    seconds = 2_400.0
    behind, depth = beach_depth(manning, slope, SPEED * seconds)
    times = np.linspace(0.0, seconds, 481)
    cells = int(3_600 / cell_m)
    x = (np.arange(cells) + 0.5) * cell_m
    terrain = ground(np.tile(slope * x, (3, 1)), cell_m, manning)
    flow = Series(tuple(times), tuple(SPEED * np.interp(SPEED * times, behind, depth, left=0.0)))
    found = marched(Case(terrain, Running(seconds), (west_flow(terrain, flow),)), seconds).depth()[1].astype(np.float64)
    wanted = np.where(x < SPEED * seconds, np.interp(SPEED * seconds - x, behind, depth), 0.0)
    front = float(x[found > 0.01].max() + 0.5 * cell_m - SPEED * seconds)
    return rms((found - wanted)[x < SPEED * seconds + 400.0]) / float(wanted.max()), front


def up_a_slope(cells: tuple[float, ...] = (50.0, 25.0, 12.5)) -> Section:
    """By friction and cell."""
    rows: list[tuple[str, ...]] = []
    errors: dict[tuple[float, float], float] = {}
    for manning in (0.03, 0.01):
        for cell in cells:
            errors[manning, cell], front = beach(manning, cell)
            rows.append((f"{manning:g}", f"{cell:g}", f"{100 * errors[manning, cell]:.2f} %", f"{front:+.0f}"))
    return Section(
        "Wave up a slope",
        "Non-breaking, up 1:1000 at 1 m/s for 40 minutes; the exact depth is integrated from dh/ds = S + n²u²/h^(4/3) "
        "(Hunter et al. 2005). The water's flow is given at x = 0.",
        (Gate("n = 0.03, 25 m", 100 * errors[0.03, 25.0], 2.5, "%"),
         Gate("n = 0.01, 25 m", 100 * errors[0.01, 25.0], 5.0, "%")),
        (Table(("n", "cell (m)", "RMSE", "front (m)"), tuple(rows)),),
    )  # fmt: skip


def bowl(cell_m: float, periods: float, speed: float = 1.0) -> tuple[float, float, Any, Any, Any]:
    """Thacker's sloshing plane in a parabolic canal without friction: RMSE of the surface over the slosh's height,
    the shoreline's error (m), middles, bed plus depth found and wanted.
    """
    deep, half = 10.0, 3_000.0
    omega = np.sqrt(2 * G * deep) / half
    x = (np.arange(int(8_000 / cell_m)) + 0.5) * cell_m - 4_000.0
    bed = deep * (x / half) ** 2

    def surface(t: float) -> Any:
        level = deep - speed**2 / (4 * G) * (1 + np.cos(2 * omega * t))
        return np.maximum(level - speed * omega / G * np.cos(omega * t) * x, bed)

    seconds = float(periods * 2 * np.pi / omega)
    start = np.tile(surface(0.0) - bed, (3, 1)).astype(np.float32)
    case = Case(ground(np.tile(bed, (3, 1)), cell_m, 0.0), Running(seconds), initial_depth=start)
    found = bed + marched(case, seconds).depth()[1].astype(np.float64)
    wanted = surface(seconds)
    wet = wanted - bed > 0.05
    slosh = speed * omega / G * half
    shore = float(x[found - bed > 0.02].max() - x[wanted - bed > 0.02].max())
    return rms((found - wanted)[wet]) / slosh, shore, x, found, wanted


def bowl_at_rest(cell_m: float = 50.0, hours: float = 48.0) -> tuple[float, float]:
    """Unevenness (m) of the surface and error of mass after the same slosh has come to rest by friction."""
    x = (np.arange(int(8_000 / cell_m)) + 0.5) * cell_m - 4_000.0
    bed = 10.0 * (x / 3_000.0) ** 2
    start = np.tile(np.maximum(10.0 - 5e-4 * x - bed, 0.0), (3, 1)).astype(np.float32)
    case = Case(ground(np.tile(bed, (3, 1)), cell_m, 0.1), Running(hours * HOUR), initial_depth=start)
    march = marched(case, hours * HOUR)
    depth = march.depth()[1].astype(np.float64)
    return float(np.ptp((bed + depth)[depth > 0.1])), abs(march.volumes().error)


def thacker() -> Section:
    """Wetting and drying."""
    rows: list[tuple[str, ...]] = []
    errors: dict[tuple[float, float], float] = {}
    for speed in (1.0, 0.1):
        for cell in (100.0, 50.0, 25.0):
            errors[speed, cell], shore, *_ = bowl(cell, 1.25, speed)
            rows.append((f"{speed:g}", f"{cell:g}", f"{100 * errors[speed, cell]:.1f} %", f"{shore:+.0f}"))
    uneven, mass = bowl_at_rest()
    _, _, x, found, wanted = bowl(50.0, 1.0)
    part = slice(10, -10)
    return Section(
        "Wetting and drying: a bowl",
        "Thacker (1981): water 10 m deep sloshes without friction in a parabolic canal of 6 km as a tilting plane, "
        "period 22 min; after 1.25 periods. RMSE over the height of the slosh at the shore. The slow slosh (0.1 m/s) "
        "converges; what stays of the fast one (1 m/s) is the advection left out, near the shore, where the water is "
        "thin. There is no exact solution with Manning's friction: with n = 0.1 the slosh must come to rest, level, "
        "with all its water.",
        (
            Gate("surface after 1.25 periods at 0.1 m/s, 25 m", 100 * errors[0.1, 25.0], 3.0, "%"),
            Gate("unevenness at rest after 48 h, n = 0.1", uneven, 0.001, "m"),
            Gate("mass error", mass, 1e-8),
        ),
        (Table(("speed (m/s)", "cell (m)", "RMSE over slosh", "shoreline (m)"), tuple(rows)),),
        (Picture("bowl", "Surface after one period of the fast slosh, 50 m", "m", "m",
                 (Curve("exact", x[part], wanted[part]), Curve("scheme", x[part], found[part]))),),
    )  # fmt: skip


def ritter(cell_m: float = 10.0, seconds: float = 60.0) -> tuple[float, float, Any, Any, Any]:
    """Front found and wanted (m beyond the dam), middles, depths found and wanted; 5 m of water on a dry bed."""
    deep = 5.0
    x = (np.arange(int(3_000 / cell_m)) + 0.5) * cell_m - 1_500.0
    start = np.tile(np.where(x < 0, deep, 0.0), (3, 1)).astype(np.float32)
    case = Case(ground(np.zeros((3, len(x))), cell_m, 0.0), Running(seconds), initial_depth=start)
    found = marched(case, seconds).depth()[1].astype(np.float64)
    c = np.sqrt(G * deep)
    wanted = np.clip((2 * c - x / seconds) ** 2 / (9 * G), 0.0, deep)
    wanted = np.where(x < -c * seconds, deep, np.where(x > 2 * c * seconds, 0.0, wanted))
    return float(x[found > 0.01].max()), float(2 * c * seconds), x, found, wanted


def dam_break() -> Section:
    """Reported, not gated."""
    front, exact, x, found, wanted = ritter()
    return Section(
        "Dam break (Ritter): outside the scheme",
        f"5 m of water on a dry bed without friction, after a minute. The front is at {front:.0f} m, the exact one at "
        f"{exact:.0f} m; RMSE of depth {rms(found - wanted):.2f} m. Expected: without advection, and with discharges "
        "bounded by the critical one, the front cannot run at twice the wave's speed. Water is neither lost nor "
        "negative.",
        (Gate("lowest depth", float(found.min()), 0.0, "m", at_least=True),),
        (),
        (Picture("ritter", "Dam break after 60 s: depth", "m", "m",
                 (Curve("exact", x, wanted), Curve("scheme", x, found))),),
    )  # fmt: skip
