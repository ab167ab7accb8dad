"""Other engines in a process of their own, on a terrain and state handed over; run by an interpreter that has them.

    PYTHON twin_peers.py ENGINE CASE.npz THREADS

Reads lines from its input, each a number of seconds of wall time to work for; answers each with one line of JSON:
steps, wall, CPU and simulated seconds of that window. landlab marches on the same cells with the same Courant number,
anuga on as many triangles as there are cells, its inflow on the same place. itzi-core needs Python 3.12 and is not
driven here.
"""

from __future__ import annotations

import json
import os
import sys
import time

ENGINE, PLACE, THREADS = sys.argv[1], sys.argv[2], int(sys.argv[3])
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = str(THREADS)

import numpy as np  # noqa: E402

COURANT = 0.5


class Landlab:
    """OverlandFlow, de Almeida's scheme in float64; the inflow is added by hand, as it has none."""

    def __init__(self, case) -> None:
        from landlab import RasterModelGrid
        from landlab.components import OverlandFlow

        rows, cols = case["bed"].shape
        grid = RasterModelGrid((rows, cols), xy_spacing=float(case["cell_m"]))
        south_up = {name: case[name][::-1].astype(np.float64) for name in ("bed", "depth", "manning", "gain")}
        grid.add_field("topographic__elevation", south_up["bed"].ravel(), at="node")
        self.water = grid.add_field("surface_water__depth", south_up["depth"].ravel(), at="node")
        manning = grid.map_mean_of_link_nodes_to_link(south_up["manning"].ravel())
        grid.set_closed_boundaries_at_grid_edges(False, True, True, True)
        self.flow = OverlandFlow(grid, alpha=COURANT, mannings_n=manning, theta=0.8)
        self.fed = np.flatnonzero(south_up["gain"].ravel())
        self.gain = south_up["gain"].ravel()[self.fed]

    def step(self) -> tuple[int, float]:
        span = self.flow.calc_time_step()
        self.water[self.fed] += self.gain * span
        self.flow.run_one_step(dt=span)
        return 1, span


class Anuga:
    """Full shallow water on triangles, flow algorithm DE0."""

    def __init__(self, case) -> None:
        import anuga

        rows, cols = case["bed"].shape
        cell = float(case["cell_m"])
        across, up = round(cols / 2**0.5), round(rows / 2**0.5)
        domain = anuga.Domain(*anuga.rectangular(across, up, len1=cols * cell, len2=rows * cell))
        domain.set_flow_algorithm("DE0")
        domain.set_store(False)
        if hasattr(domain, "set_omp_num_threads"):
            domain.set_omp_num_threads(THREADS)

        def read(raster):
            def at(x, y):
                c = np.clip((np.asarray(x) / cell).astype(int), 0, cols - 1)
                r = np.clip(rows - 1 - (np.asarray(y) / cell).astype(int), 0, rows - 1)
                return raster[r, c].astype(np.float64)

            return at

        domain.set_quantity("elevation", read(case["bed"]), location="centroids")
        domain.set_quantity("friction", read(case["manning"]), location="centroids")
        domain.set_quantity("stage", read(case["bed"] + case["depth"]), location="centroids")
        wall = anuga.Reflective_boundary(domain)
        domain.set_boundary(dict.fromkeys(domain.get_boundary_tags(), wall))
        flow = float(case["gain"].sum()) * cell * cell
        anuga.Inlet_operator(domain, [[0.0, 3_900.0], [100.0, 3_900.0], [100.0, 4_700.0], [0.0, 4_700.0]], Q=flow)
        self.domain, self.now = domain, 0.0

    def step(self) -> tuple[int, float]:
        steps, span = 0, 0.5
        for _ in self.domain.evolve(yieldstep=span, duration=span):
            steps += int(self.domain.number_of_steps)
        return steps, span


def main() -> int:
    case = dict(np.load(PLACE))
    engine = {"landlab": Landlab, "anuga": Anuga}[ENGINE](case)
    print(json.dumps({"ready": ENGINE}), flush=True)
    for line in sys.stdin:
        until = float(line)
        steps, spans = 0, 0.0
        wall, cpu = time.perf_counter(), time.process_time()
        while time.perf_counter() - wall < until:
            done, span = engine.step()
            steps, spans = steps + done, spans + span
        took = {"steps": steps, "wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu, "seconds": spans}
        print(json.dumps(took), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
