"""The flood solver against other engines, plain numpy, and what the memory could carry; in turns, in one run.

    python benchmarks/twin.py [--peers PYTHON] [--cells 20 10] [--rounds 5] [--window 1.0] [--no-numpy]
    python benchmarks/twin.py --event [--cells 20] [--threads 2]     a 24 h flood of 22,000 m³/s
    python benchmarks/twin.py --breach [--threads 2]                 the same with a breach, previews on 80, 40, 20 m

The ground is the 14 km × 8 km winding reach of `tools/twin_checks/reach.py` in two states: low (2,000 m³/s, water in
the channel alone) and full (22,000 m³/s, the plain under water). A round gives every engine one window of wall time
after the other; told are the medians of cell updates a second (all cells of the grid × steps), the ratios round by
round, and wall seconds a simulated hour. The bound is 43.5 bytes an active cell over the rate of a triad (numba,
several times the cache's size).

PYTHON is an interpreter that has landlab (with `requireit<0.9`) and anuga, in an environment of its own; they are no
dependencies. itzi-core needs Python 3.12 or later and is left out. anuga is left out on 10 m (a million triangles).
Ends 1 when, on one thread in the full state at 20 m, the scheme is by CPU time less than NUMPY_GOAL times as fast as
plain numpy or less than LANDLAB_GOAL times as fast as landlab.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402

from data.twin.case import Breach  # noqa: E402
from data.twin.compiled import compiled, prange, use_threads  # noqa: E402
from data.twin.grid import inflow_cells  # noqa: E402
from data.twin.inertial import InertialMarch  # noqa: E402
from data.twin.reference import ReferenceMarch  # noqa: E402
from data.twin.simulate import simulate  # noqa: E402
from tools.twin_checks.reach import event, winding_case  # noqa: E402

NUMPY_GOAL, LANDLAB_GOAL = 10.0, 8.0
BYTES_PER_CELL = 43.5
STATES = {"low": (2_000.0, False), "full": (22_000.0, True)}


@compiled(parallel=True)
def _triad(a, b, c):
    for i in prange(len(a)):
        a[i] = b[i] + np.float32(1.5) * c[i]


def carried_bytes_s(threads: int) -> float:
    """The best of a few triads over 600 MB, reading what is overwritten counted in."""
    use_threads(2)
    import numba

    numba.set_num_threads(min(threads, numba.config.NUMBA_NUM_THREADS))
    a, b, c = (np.ones(50_000_000, np.float32) for _ in range(3))
    _triad(a, b, c)
    took = []
    for _ in range(5):
        begun = time.perf_counter()
        _triad(a, b, c)
        took.append(time.perf_counter() - begun)
    return 16.0 * len(a) / min(took)


class Ours:
    """An engine of this process, worked for a window."""

    def __init__(self, march, batch: int) -> None:
        self.march, self.batch = march, batch
        march.advance(1e6, batch)

    def work(self, window_s: float) -> dict[str, float]:
        march = self.march
        steps, now, active = march.steps, march.time_s, getattr(march, "active_updates", 0.0)
        wall, cpu = time.perf_counter(), time.process_time()
        while time.perf_counter() - wall < window_s:
            march.advance(1e6, self.batch)
        return {
            "steps": march.steps - steps, "wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu,
            "seconds": march.time_s - now, "active": getattr(march, "active_updates", 0.0) - active,
        }  # fmt: skip

    def end(self) -> None:
        pass


class Peer:
    """An engine of another interpreter, worked for a window."""

    def __init__(self, python: str, engine: str, place: Path, threads: int) -> None:
        command = [python, str(ROOT / "benchmarks/twin_peers.py"), engine, str(place), str(threads)]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            env={**os.environ, "OMP_NUM_THREADS": str(threads)},
        )  # fmt: skip
        self.heard()
        self.work(0.0)

    def heard(self) -> dict[str, float]:
        for line in self.process.stdout:
            if line.startswith("{"):
                return json.loads(line)
        raise SystemExit(f"{self.process.args[2]} ended with {self.process.wait()}")

    def work(self, window_s: float) -> dict[str, float]:
        self.process.stdin.write(f"{window_s}\n")
        self.process.stdin.flush()
        return self.heard()

    def end(self) -> None:
        self.process.stdin.close()
        self.process.wait()


def handed(case, folder: str) -> Path:
    """The case as a file for the peers."""
    gain = np.zeros(case.terrain.shape)
    cells = inflow_cells(case.terrain, case.inflows[0])
    for cell in cells:
        gain[cell] = case.inflows[0].flow_m3s.value[0] / (len(cells) * case.terrain.cell_m**2)
    place = Path(folder) / "case.npz"
    np.savez(
        place, bed=case.terrain.bed, manning=case.terrain.manning, depth=case.initial_depth, gain=gain,
        cell_m=case.terrain.cell_m,
    )  # fmt: skip
    return place


def measured(cell: float, state: str, threads: int, asked, bound: float) -> dict[str, float]:
    """One block of rounds; ratios by CPU time of our scheme over the others."""
    flow, wet = STATES[state]
    case = winding_case(cell, flow, wet=wet, threads=threads)
    cells = case.terrain.bed.size
    engines = {"ours": Ours(InertialMarch(case), 64 if cell >= 20 else 16)}
    if threads == 1 and not asked.no_numpy and cell >= 20:
        engines["plain numpy"] = Ours(ReferenceMarch(case), 2)
    with tempfile.TemporaryDirectory() as folder:
        if asked.peers:
            place = handed(case, folder)
            for name in ("landlab", "anuga") if cell >= 20 else ("landlab",):
                engines[name] = Peer(asked.peers, name, place, threads)
        engines["ours"].work(asked.window)
        taken = {name: [] for name in engines}
        for _ in range(asked.rounds):
            for name, engine in engines.items():
                taken[name].append(engine.work(asked.window))
        for engine in engines.values():
            engine.end()
    ratios: dict[str, float] = {}
    for name, rounds in taken.items():
        rate = statistics.median(cells * r["steps"] / r["wall"] for r in rounds)
        hour = statistics.median(3600 * r["wall"] / r["seconds"] for r in rounds)
        line = f"{cell:g} m {state:4} {threads} thr  {name:12} {rate / 1e6:8.1f} M cells/s  {hour:9.1f} s/h"
        if name == "ours":
            active = statistics.median(r["active"] / r["wall"] for r in rounds)
            wet_share = sum(r["active"] for r in rounds) / sum(r["steps"] for r in rounds) / cells
            line += (
                f"  {active / 1e6:.0f} M active/s ({100 * wet_share:.0f} %) = {100 * active / bound:.0f} % of the bound"
            )
        else:
            pairs = list(zip(taken["ours"], rounds, strict=True))
            by_wall = [(a["steps"] / a["wall"]) / (b["steps"] / b["wall"]) for a, b in pairs]
            by_cpu = [(a["steps"] / a["cpu"]) / (b["steps"] / b["cpu"]) for a, b in pairs]
            event_s = [(a["seconds"] / a["wall"]) / (b["seconds"] / b["wall"]) for a, b in pairs]
            ratios[name] = statistics.median(by_cpu)
            line += (
                f"  ours is {statistics.median(by_wall):.1f}× (rounds {min(by_wall):.1f}–{max(by_wall):.1f}), "
                f"by CPU {ratios[name]:.1f}×, by simulated time {statistics.median(event_s):.1f}×"
            )
        print(line, flush=True)
    return ratios


def compared(asked) -> int:
    """All states, cells and threads."""
    bounds = {threads: carried_bytes_s(threads) / BYTES_PER_CELL for threads in (1, 2)}
    print(", ".join(f"bound on {n} thread(s) {b / 1e6:.0f} M active cells/s" for n, b in bounds.items()), flush=True)
    if not asked.peers:
        print("landlab, anuga: left out (no --peers)")
    print("itzi-core: left out (needs Python 3.12 or later)")
    fine = True
    for cell in asked.cells:
        for state in STATES:
            for threads in (1, 2):
                ratios = measured(cell, state, threads, asked, bounds[threads])
                if (cell, state, threads) == (20.0, "full", 1):
                    fine &= ratios.get("plain numpy", NUMPY_GOAL) >= NUMPY_GOAL
                    fine &= ratios.get("landlab", LANDLAB_GOAL) >= LANDLAB_GOAL
    print(f"floors at 20 m, full, 1 thread, CPU: plain numpy {NUMPY_GOAL:g}×, landlab {LANDLAB_GOAL:g}×:", fine)
    return 0 if fine else 1


def timed_event(cell: float, threads: int, hours: float, breach: bool) -> None:
    """A whole flood, by the clock."""
    case = event(cell, 22_000.0, hours, threads=threads)
    if breach:
        case = replace(case, breaches=(Breach(8_000.0, 860.0, 3_600.0, 200.0, 1_800.0, 7.4),))
    result = simulate(case)
    told = result.summary
    what = f"{cell:g} m, {threads} thr, {hours:g} h{', breach' if breach else ''}"
    print(
        f"{what}: {told.wall_s:.1f} s, {told.steps} steps, "
        f"{told.active_updates / told.wall_s / 1e6:.0f} M active cells/s, mass error {told.mass_error:.1e}, "
        f"ready after {told.compile_s:.1f} s", flush=True,
    )  # fmt: skip


def main() -> int:
    reader = argparse.ArgumentParser(description="the flood solver's speed")
    reader.add_argument("--peers", help="an interpreter with landlab and anuga")
    reader.add_argument("--cells", type=float, nargs="+", default=[20.0, 10.0])
    reader.add_argument("--rounds", type=int, default=5)
    reader.add_argument("--window", type=float, default=1.0, help="seconds of wall time for an engine's turn")
    reader.add_argument("--no-numpy", action="store_true")
    reader.add_argument("--event", action="store_true")
    reader.add_argument("--breach", action="store_true")
    reader.add_argument("--hours", type=float, default=24.0)
    reader.add_argument("--threads", type=int, default=2)
    asked = reader.parse_args()
    if asked.event:
        for cell in asked.cells:
            timed_event(cell, asked.threads, asked.hours, breach=False)
    if asked.breach:
        for cell in (80.0, 40.0, 20.0):
            timed_event(cell, asked.threads, asked.hours, breach=True)
    return 0 if asked.event or asked.breach else compared(asked)


if __name__ == "__main__":
    sys.exit(main())
