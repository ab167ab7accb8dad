"""What must hold on any ground, to the digits that float32 has or to the last bit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from unittest.mock import patch

import numpy as np

from data.twin import inertial
from data.twin.case import Case, Running
from data.twin.simulate import simulate
from data.twin.terrain import CrestKind, CrestLine
from tools.twin_checks.found import Gate, Section, Table
from tools.twin_checks.grounds import flume, ground, marched, rms, slope_rim
from tools.twin_checks.reach import event, winding_case

MASS = 1e-8


def rough(rows: int, cols: int, relief_m: float, seed: int = 2) -> Any:
    """A bed of random heights."""
    return np.random.default_rng(seed).random((rows, cols)) * relief_m


def lake(seconds: float = 3600.0) -> Section:
    """Still water over a random bed with islands, walls and dykes, some of them dry on one side."""
    bed = rough(60, 100, 2.0) + 90.0
    bed[20:24, 30:40] = np.nan
    dykes = (
        CrestLine(CrestKind.DYKE, ((300.0, 0.0), (420.0, 600.0)), (90.9, 92.0)),
        CrestLine(CrestKind.DYKE, ((700.0, 100.0), (900.0, 100.0), (900.0, 400.0), (700.0, 400.0), (700.0, 100.0)),
                  (93.0,) * 5),
    )  # fmt: skip
    terrain = ground(bed, 10.0, 0.03, dykes)
    start = np.nan_to_num(np.maximum(91.3 - terrain.bed.astype(np.float64), 0.0)).astype(np.float32)
    start[20:50, 70:90] = 0.0  # the closed ring is dry inside
    march = marched(Case(terrain, Running(seconds), initial_depth=start), seconds)
    qx, qy = march.discharges()
    moved = float(np.abs(march.depth() - start).max())
    return Section(
        "Lake at rest",
        f"60 × 100 cells of 10 m, random bed of 2 m relief, islands, a wall, a drowned dyke and a closed ring that "
        f"keeps a dry hole in the lake; {seconds / 3600:g} h.",
        (
            Gate("depth moved", moved, 2e-6, "m"),
            Gate("unit discharge", float(max(np.abs(qx).max(), np.abs(qy).max())), 1e-6, "m²/s"),
            Gate("mass error", abs(march.volumes().error), 1e-12),
        ),
    )


def box_mass(seconds: float = 3600.0) -> tuple[float, float]:
    """Error of mass, and the lowest depth, of a heap of water let go in a closed rough box with a gapped dyke."""
    depth = np.zeros((90, 120), np.float32)
    depth[10:50, 10:40] = 3.0
    dykes = (
        CrestLine(CrestKind.DYKE, ((600.0, -5.0), (600.0, 400.0)), (1.6, 1.6)),
        CrestLine(CrestKind.DYKE, ((600.0, 440.0), (600.0, 905.0)), (1.6, 1.6)),
    )
    march = marched(
        Case(ground(rough(90, 120, 1.0), 10.0, 0.03, dykes), Running(seconds), initial_depth=depth), seconds
    )
    return abs(march.volumes().error), float(march.depth().min())


def mass(hours: float = 24.0, cell_m: float = 80.0, through_h: float = 6.0) -> Section:
    """The book of water in three runs."""
    closed, lowest = box_mass()
    flood = marched(event(cell_m, 22_000.0, hours), hours * 3600.0)
    slope, manning, unit = 2e-4, 0.015, 16.0
    through = flume(-slope * 50.0 * np.arange(160), unit, slope_rim(slope), through_h, 50.0, manning)
    rows = (
        ("closed box, dam break over a dyke with a gap, 1 h", f"{closed:.1e}", f"{lowest:g}"),
        (f"event of 22,000 m³/s on the winding reach, {cell_m:g} m, {hours:g} h", f"{abs(flood.volumes().error):.1e}",
         f"{flood.depth().min():g}"),
        (f"steady through-flow, {through_h:g} h", f"{abs(through.volumes().error):.1e}", f"{through.depth().min():g}"),
    )  # fmt: skip
    worst = max(closed, abs(flood.volumes().error), abs(through.volumes().error))
    least = min(lowest, float(flood.depth().min()), float(through.depth().min()))
    return Section(
        "Mass",
        "Water made or lost over all that came in (over the water at the start in the closed box). Depths are bounded "
        "by what a cell can give, nothing is clipped.",
        (Gate("mass error", worst, MASS), Gate("lowest depth", least, 0.0, "m", at_least=True)),
        (Table(("run", "mass error", "lowest depth (m)"), rows),),
    )


def turned_differences(seconds: float = 200.0, **run: Any) -> float:
    """Greatest difference of depth, speed and arrival between a run and its seven turned and mirrored twins."""
    bed, depth = rough(70, 70, 1.0), np.zeros((70, 70), np.float32)
    depth[10:35, 14:35] = 2.0

    def rasters(turn: Callable[[Any], Any]) -> Sequence[Any]:
        case = Case(ground(turn(bed), 10.0), Running(seconds, **run), initial_depth=np.ascontiguousarray(turn(depth)))
        result = simulate(case)
        return result.depth_m, result.peaks.speed_m_s, np.nan_to_num(result.peaks.arrival_s, posinf=1e9)

    plain, worst = rasters(lambda raster: raster), 0.0
    for mirrored in (False, True):
        for turns in range(4):

            def turn(raster: Any, turns: int = turns, mirrored: bool = mirrored) -> Any:
                return np.rot90(raster.T if mirrored else raster, turns)

            for ours, theirs in zip(rasters(turn), plain, strict=True):
                worst = max(worst, float(np.abs(ours.astype(np.float64) - turn(theirs)).max()))
    return worst


def way_differences(cell_m: float = 80.0, seconds: float = 1800.0) -> float:
    """Greatest difference on the winding reach in flood between one thread, two, three, and without masking."""
    plain = marched(winding_case(cell_m, 9_000.0, wet=False), seconds)
    worst = 0.0
    for run in ({"threads": 2}, {"threads": 3}, {"masked": False}):
        with patch.object(inertial, "WORTH_SHARING", 0):  # else small grounds are left to one thread
            other = marched(winding_case(cell_m, 9_000.0, wet=False, **run), seconds)
        for ours, theirs in ((other.depth(), plain.depth()), (other.peaks().speed_m_s, plain.peaks().speed_m_s)):
            worst = max(worst, float(np.abs(ours.astype(np.float64) - theirs).max()))
    return worst


def symmetry() -> Section:
    """Bits."""
    return Section(
        "Symmetry, threads, masking",
        "Water let go over a rough bed, and the same with bed and water turned by quarters and mirrored: the eight "
        "results are turned back and compared. The winding reach is run on one, two and three threads and without "
        "skipping what is dry. All must agree to the last bit.",
        (
            Gate("eight symmetries: greatest difference", turned_differences(), 0.0),
            Gate("threads and masking: greatest difference", way_differences(), 0.0),
        ),
    )


def against_reference(cell_m: float = 80.0, seconds: float = 1800.0) -> tuple[float, float]:
    """RMSE of depth (m) and the deepest water of the compiled scheme against the readable one in float64."""
    from data.twin.reference import ReferenceMarch

    case = winding_case(cell_m, 9_000.0, wet=False)
    slow = ReferenceMarch(case)
    slow.advance(seconds, 10**9)
    fast = marched(case, seconds)
    return rms(fast.depth() - slow.depths()), float(fast.depth().max())


def reference(cell_m: float = 80.0, seconds: float = 3600.0) -> Section:
    """The compiled scheme beside the readable one."""
    error, deepest = against_reference(cell_m, seconds)
    return Section(
        "Compiled float32 against readable float64",
        f"The winding reach on {cell_m:g} m cells, 9,000 m³/s into a dry channel for {seconds / 60:g} min, by "
        f"`data/twin/reference.py` (plain numpy, float64, another order of operations); deepest water {deepest:.1f} m.",
        (Gate("RMSE of depth", error, 1e-3, "m"),),
    )


def inlet_error(cell_m: float = 50.0) -> float:
    """Greatest error of depth right at a normal-depth flume's inflow, the fed cells left out, over normal depth."""
    slope, manning, unit = 2e-4, 0.015, 16.0
    march = flume(-slope * cell_m * np.arange(int(8000 / cell_m)), unit, slope_rim(slope), 6.0, cell_m, manning)
    normal = (unit * manning / slope**0.5) ** 0.6
    return float(np.abs(march.depth()[2, 1:] / normal - 1.0).max())


def inlet() -> Section:
    """Right beside an inflow."""
    rows = tuple((f"{cell:g}", f"{inlet_error(cell):.2e}") for cell in (100.0, 50.0, 25.0))
    return Section(
        "Beside an inflow",
        "Flow begins in the western column of a flume whose bed has the slope of its normal depth. The average over "
        "neighbouring discharges would hold it back there (up to 8 % of the depth before it was left out of the faces "
        "beside fed cells).",
        (Gate("depth beside the inflow, 50 m, over normal depth", inlet_error(50.0), 0.01),),
        (Table(("cell (m)", "greatest error beyond the fed column"), rows),),
    )
