"""The flood solver against the same scheme in plain numpy, and against what the memory could carry; in turns, one run.

    python benchmarks/twin.py [ROUNDS]

The ground is the 14 km × 8 km reach with a winding channel, production dykes and a levee, on cells of 20 m, in two
states: low (water in the channel alone) and full (the plain under water). Cell updates are grid cells × steps over wall
time. The bound is 43.5 bytes an active cell over the measured rate of a triad (numba, several times the cache's size).
Ends 1 when the compiled scheme is less than GOAL times as fast as the readable one, on one thread, in the full state.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402

from data.twin.case import Case, Edge, Inflow, Line, Running, Side, Way, constant  # noqa: E402
from data.twin.compiled import compiled, prange, use_threads  # noqa: E402
from data.twin.inertial import InertialMarch  # noqa: E402
from data.twin.reference import ReferenceMarch  # noqa: E402
from data.twin.terrain import Nature, Terrain  # noqa: E402

GOAL = 10.0
BYTES_PER_CELL = 43.5
SLOPE = 1 / 5000


def reach(cell: float) -> tuple[Terrain, np.ndarray]:
    cols, rows = int(14_000 / cell), int(8_000 / cell)
    x, y = np.meshgrid((np.arange(cols) + 0.5) * cell, 8_000 - (np.arange(rows) + 0.5) * cell)
    away = np.abs(y - 4_200 - 700 * np.sin(2 * np.pi * x / 7_000))
    bank = 10 - SLOPE * x
    bed = bank - 3 * np.clip((450 - away) / 120, 0, 1) - np.maximum(away - 450, 0) / 2_000
    bed += np.where(away > 450, 0.25 * np.sin(2 * np.pi * x / 830) * np.cos(2 * np.pi * y / 610), 0)
    gap = np.any([np.abs(x - at) < 60 for at in (3_000, 7_600, 11_200)], axis=0)
    bed = np.where((np.abs(away - 800) < 0.75 * cell) & ~gap, bank + 1.6, bed)
    bed = np.where((y > 820) & (y < 900), bank + 9, bed)
    bed = np.where(y > 7_300, np.maximum(bed, bank + 0.03 * (y - 7_300)), bed)
    manning = np.where(away < 450, 0.015, 0.035).astype(np.float32)
    terrain = Terrain(bed.astype(np.float32), manning, cell, 0.0, 8_000.0, None, None, Nature.IDEALISED)
    return terrain, away


def case(state: str, threads: int, cell: float = 20.0) -> Case:
    terrain, away = reach(cell)
    rows, cols = terrain.shape
    x, y = np.meshgrid((np.arange(cols) + 0.5) * cell, 8_000 - (np.arange(rows) + 0.5) * cell)
    level = 10 - SLOPE * x + (2.0 if state == "full" else -1.4)
    depth = np.where((y > 900) & ((away < 450) | (state == "full")), np.maximum(level - terrain.bed, 0), 0)
    line = Line(tuple((at, end) for at in (10.0, 30.0, 50.0, 70.0, 90.0) for end in (3_850.0, 4_700.0)))
    flow = constant(22_000.0 if state == "full" else 2_000.0)
    rim = Edge(Side.RIGHT, Way.SLOPE, constant(SLOPE))
    return Case(terrain, Running(1e6, threads), (Inflow(line, flow),), (rim,), initial_depth=depth.astype(np.float32))


@compiled(parallel=True)
def _triad(a, b, c):
    for i in prange(len(a)):
        a[i] = b[i] + np.float32(1.5) * c[i]


def carried_bytes_s(threads: int) -> float:
    """The best of a few triads over 600 MB, reading what is overwritten counted in."""
    use_threads(2)
    import numba

    numba.set_num_threads(threads)
    a, b, c = (np.ones(50_000_000, np.float32) for _ in range(3))
    _triad(a, b, c)
    took = []
    for _ in range(5):
        begun = time.perf_counter()
        _triad(a, b, c)
        took.append(time.perf_counter() - begun)
    return 16.0 * len(a) / min(took)


def timed(march, steps: int) -> tuple[float, float]:
    wall, cpu, before = time.perf_counter(), time.process_time(), march.steps
    march.advance(1e6, steps)
    done = march.steps - before
    return (time.perf_counter() - wall) / done, (time.process_time() - cpu) / done


def main() -> int:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    bound = {threads: carried_bytes_s(threads) / BYTES_PER_CELL for threads in (1, 2)}
    worst = float("inf")
    for state in ("low", "full"):
        marches = {1: InertialMarch(case(state, 1)), 2: InertialMarch(case(state, 2))}
        readable = ReferenceMarch(case(state, 1))
        cells = 400 * 700
        walls: dict[int, list[float]] = {0: [], 1: [], 2: []}
        ratios: list[float] = []
        for march in marches.values():
            march.advance(1e6, 50)
        readable.advance(1e6, 2)
        active = {n: march.active_updates for n, march in marches.items()}
        steps = {n: march.steps for n, march in marches.items()}
        for _ in range(rounds):
            slow = timed(readable, 3)
            fast = timed(marches[1], 200)
            walls[0].append(slow[0])
            walls[1].append(fast[0])
            walls[2].append(timed(marches[2], 200)[0])
            ratios.append(slow[1] / fast[1])
        print(f"{state}: plain numpy {cells / statistics.median(walls[0]) / 1e6:7.1f} M cell updates/s")
        for threads in (1, 2):
            march = marches[threads]
            pace = statistics.median(walls[threads])
            share = (march.active_updates - active[threads]) / (march.steps - steps[threads]) / cells
            print(
                f"{state}: {threads} thread(s) {cells / pace / 1e6:7.1f} M cell updates/s, "
                f"{share * cells / pace / 1e6:6.1f} M active ({100 * share:.0f} %), "
                f"{100 * share * cells / pace / bound[threads]:.0f} % of the memory's bound"
            )
        print(f"{state}: {statistics.median(ratios):.1f} times plain numpy, one thread, by CPU time")
        if state == "full":
            worst = statistics.median(ratios)
    print(f"goal: {GOAL:.0f} times in the full state")
    return 0 if worst >= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
