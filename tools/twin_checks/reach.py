"""The winding reach: 14 km by 8 km, a smooth channel in a plain with production dykes and a levee; and grid noise."""

from __future__ import annotations

from typing import Any

import numpy as np

from data.twin.case import Case, Inflow, Line, Running, Series, constant
from data.twin.terrain import Nature, Terrain
from tools.twin_checks.found import Curve, Gate, Picture, Section, Table
from tools.twin_checks.grounds import ground, marched, slope_rim

SLOPE = 1 / 5000
BASE = 2_000.0
LENGTH_M = 14_000.0


def winding(cell_m: float, length_m: float = LENGTH_M) -> tuple[Terrain, Any]:
    """The terrain, and each cell's distance from the channel's middle line (m, across the valley)."""
    cols, rows = int(length_m / cell_m), int(8_000 / cell_m)
    x, y = np.meshgrid((np.arange(cols) + 0.5) * cell_m, 8_000 - (np.arange(rows) + 0.5) * cell_m)
    away = np.abs(y - 4_200 - 700 * np.sin(2 * np.pi * x / 7_000))
    bank = 10 - SLOPE * x
    bed = bank - 3 * np.clip((450 - away) / 120, 0, 1) - np.maximum(away - 450, 0) / 2_000
    bed += np.where(away > 450, 0.25 * np.sin(2 * np.pi * x / 830) * np.cos(2 * np.pi * y / 610), 0)
    gap = np.any([np.abs(x - at) < 60 for at in (3_000, 7_600, 11_200)], axis=0)
    bed = np.where((np.abs(away - 800) < 0.75 * cell_m) & ~gap, bank + 1.6, bed)
    bed = np.where((y > 820) & (y < 900), bank + 9, bed)
    bed = np.where(y > 7_300, np.maximum(bed, bank + 0.03 * (y - 7_300)), bed)
    manning = np.where(away < 450, 0.015, 0.035).astype(np.float32)
    return Terrain(bed.astype(np.float32), manning, cell_m, 0.0, 8_000.0, None, None, Nature.IDEALISED), away


def hydrograph(peak: float, hours: float) -> Series:
    """A gamma-shaped flood from the base flow to a peak at nine hours."""
    at = np.linspace(0.0, hours * 3600.0, int(hours * 6) + 1)
    s = at / (9 * 3600.0)
    return Series(tuple(at), tuple(BASE + (peak - BASE) * (s * np.exp(1 - s)) ** 4))


def across_channel(cell_m: float) -> Line:
    """The channel over its first 100 m."""
    columns = (np.arange(max(1, int(100 / cell_m))) + 0.5) * cell_m
    return Line(tuple((float(at), end) for at in columns for end in (3_850.0, 4_700.0)))


def winding_case(
    cell_m: float, flow: float | Series, *, wet: bool, length_m: float = LENGTH_M, seconds: float = 1e6, **run: Any
) -> Case:
    """A flow through the reach; `wet` starts with the whole plain south of the high ground under water."""
    terrain, away = winding(cell_m, length_m)
    y = 8_000 - (np.arange(terrain.shape[0]) + 0.5) * cell_m
    x = (np.arange(terrain.shape[1]) + 0.5) * cell_m
    level = 10 - SLOPE * x[None, :] + (2.0 if wet else -1.4)
    place = (y[:, None] > 900) & ((away < 450) | wet)
    depth = np.where(place, np.maximum(level - terrain.bed, 0), 0).astype(np.float32)
    series = flow if isinstance(flow, Series) else constant(flow)
    inflow = Inflow(across_channel(cell_m), series)
    return Case(terrain, Running(seconds, **run), (inflow,), (slope_rim(SLOPE),), initial_depth=depth)


def event(cell_m: float, peak: float, hours: float, **run: Any) -> Case:
    """The flood as it comes and goes."""
    return winding_case(cell_m, hydrograph(peak, hours), wet=False, seconds=hours * 3600.0, **run)


def channel_noise_mm(courant: float, cell_m: float = 20.0, seconds: float = 1800.0, length_m: float = 3_500.0) -> float:
    """Spread of the Laplacian of the water surface over the channel, the fed first 100 m left out, at 22,000 m³/s."""
    case = winding_case(cell_m, 22_000.0, wet=True, length_m=length_m, courant=courant)
    march = marched(case, seconds)
    surface = (march.bed() + march.depth()).astype(np.float64)
    around = surface[1:-1, :-2] + surface[1:-1, 2:] + surface[:-2, 1:-1] + surface[2:, 1:-1]
    _, away = winding(cell_m, length_m)
    x = (np.arange(case.terrain.shape[1]) + 0.5) * cell_m
    core = (away < 300)[1:-1, 1:-1] & (x > 100)[None, 1:-1]
    return float(1e3 * np.std((around - 4 * surface[1:-1, 1:-1])[core]))


def grid_wave_growth(courant: float, steps: int = 400) -> float:
    """By how much a chequered ripple of 10 µm on still deep water without friction has grown after some steps."""
    rows, cols = np.indices((32, 64))
    ripple = 1e-5 * np.where((rows + cols) % 2 == 0, 1.0, -1.0)
    case = Case(
        ground(np.zeros((32, 64)), 20.0, 0.0), Running(1e6, courant=courant),
        initial_depth=(6.0 + ripple).astype(np.float32),
    )  # fmt: skip
    from data.twin.inertial import InertialEngine

    march = InertialEngine().begin(case)
    march.advance(1e6, steps)
    return float(np.abs(march.depth().astype(np.float64) - 6.0).max() / 1e-5)


def noise(length_m: float = LENGTH_M, cell_m: float = 20.0) -> Section:
    """Grid noise by Courant number."""
    found = {courant: channel_noise_mm(courant, cell_m, length_m=length_m) for courant in (0.4, 0.5, 0.7)}
    courants = (0.4, 0.5, 0.55, 0.6, 0.62, 0.64, 0.66, 0.7)
    growth = [grid_wave_growth(courant) for courant in courants]
    limit = float(np.sqrt(0.4))
    return Section(
        "Grid noise and the Courant number",
        f"The winding reach on {cell_m:g} m cells, 22,000 m³/s steady, plain under water; the spread of the surface's "
        "Laplacian over the channel beyond the fed first 100 m after half an hour. At 0.7 the deepest water, which is "
        "just below the inflow, breaks into a chequered pattern until it is so deep that the step is short again.\n\n"
        f"Why: on still water the fastest pattern of the grid grows when C² > (1 + a)/4 with a = 2θ − 1, that is "
        f"beyond C = √0.4 = {limit:.3f} for θ = 0.8. A chequer of 10 µm on 6 m of water, 400 steps (last table).",
        (
            Gate("noise at Courant 0.5", found[0.5], 1.0, "mm"),
            Gate("noise at Courant 0.7, which must fail that gate", found[0.7], 1.0, "mm", at_least=True),
            Gate("growth of the chequer at 0.62", growth[courants.index(0.62)], 1.0),
            Gate("growth of the chequer at 0.66, which must grow", growth[courants.index(0.66)], 10.0, at_least=True),
        ),
        (
            Table(("Courant", "noise (mm)"), tuple((f"{c:g}", f"{mm:.2f}") for c, mm in found.items())),
            Table(("Courant", "chequer, times its start"),
                  tuple((f"{c:g}", f"{by:.2g}") for c, by in zip(courants, growth, strict=True))),
        ),
        (Picture("grid-wave", "Growth of a chequered ripple in 400 steps", "Courant number", "times",
                 (Curve("after / before", courants, growth),), logarithmic=True),),
    )  # fmt: skip
