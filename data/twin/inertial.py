"""The twin's own engine: 2-D local-inertial shallow water on square cells (explicit, finite volume, C grid).

Equations, per unit width, in SI units (m, s; n in s/m^(1/3)):

    ∂h/∂t + ∂qx/∂x + ∂qy/∂y = source
    ∂q/∂t + g h ∂(h + z)/∂s + g n² |q| q / h^(7/3) = 0        in either direction s; |q| is the vector's length

The advection of momentum is left out (Bates, Horritt & Fewtrell 2010, J. Hydrology 387, 33–45). Friction is taken
semi-implicitly and the old discharge is weighted with its two neighbours in line, θ q + (1 − θ)/2 (q₋ + q₊)
(de Almeida, Bates, Freer & Souvignet 2012, Water Resour. Res. 48, W05528; de Almeida & Bates 2013, WRR 49, 4833–4844):

    q' = [θ q + (1 − θ)/2 (q₋ + q₊) − g h_f Δt Δη/Δx] / [1 + g Δt n² |q| / h_f^(7/3)]

with h_f the higher surface minus the higher bed of the two cells, nothing below 0.1 mm. A discharge is bounded by the
critical one, h_f √(g h_f), and by a share of the giving cell's water in a step: 0.249, or 0.449 where the water passes
through the cell, 0.049 against it. The four never take it all: no depth is ever negative, none is clipped. Beside a
cell that an inflow feeds, the discharge on that cell's far side is left out of the average: the still face there would
hold the flow back where it begins. Steps: Δt = C Δx / √(g h_max) with C = 0.5; with θ = 0.8, on smooth beds, waves of
two cells grow beyond C = √0.4 = 0.63. Crests: broad-crested weir, q = 1.7 H^1.5, drowned after Villemonte (1947)
by (1 − (H₂/H₁)^1.5)^0.385, never more than the formula above gives for a bed at the crest. Rim: normal depth of a given
slope; free (slope of the bed towards the rim, or of the surface where the bed rises); a stage one cell outside; a
rating shared by conveyance; all from the state before the step.

State is float32; depths are added up in float64 and kept in two float32: the book of water closes to about 1e-12.
Rows are shared among threads with the same bits as on one.

Limits: subcritical flow, Froude number below about 0.5 (0.8 with growing error). Not for dam breaks, jumps, bores or
flow that keeps its momentum over a bump (UK Environment Agency tests 3 and 6). The bed does not move.
"""

from __future__ import annotations

import time
from typing import cast

import numpy as np
from numpy.typing import NDArray

from data.twin.advance import PARITY, STEPS, TIME, UPDATES, Pace, advance, advance_together, look
from data.twin.breach import Opening
from data.twin.case import Case
from data.twin.compiled import use_threads
from data.twin.engine import Arrays, PeakRasters, Volumes
from data.twin.exchange import GIVEN, OUT, RAIN, RIM
from data.twin.grid import Layout, build
from data.twin.kernel import CHUNK, WALL_M
from data.twin.solver_name import NAME
from data.twin.terrain import Raster

_BATCH = 2048
"""Steps after which the rows are shared out anew among threads."""
WORTH_SHARING = 16_000
"""Wet cells a thread must have: a step with fewer is over before threads have met, and waits for the slower one."""


class _Helpers:
    """Whether further threads are worth it now: on a busy computer they wait for each other at every step.

    The bits are the same either way, so the choice may follow the clock; the other way is tried again now and then.
    """

    _TRY_AGAIN = 24

    def __init__(self) -> None:
        self._pace = {False: 0.0, True: 0.0}
        self._since = self._TRY_AGAIN - 2

    def worth_it(self) -> bool:
        """Whether the next batch should run on several threads."""
        best = self._pace[True] >= self._pace[False]
        return best if self._since < self._TRY_AGAIN else not best

    def took(self, together: bool, steps: int, wall_s: float) -> None:
        """Note how fast a batch went; short ones say nothing."""
        if steps < 4 or wall_s <= 0:
            return
        tried = self._since >= self._TRY_AGAIN
        self._since = 0 if tried else self._since + 1
        self._pace[together] = steps / wall_s


class InertialMarch:
    """One case on its way through the compiled scheme."""

    def __init__(self, case: Case) -> None:
        """Lay out the case and make sure that the machine code is there."""
        self._run = case.run
        self._layout, self._model = build(case)
        self._openings = [Opening(breach, self._layout, self._model) for breach in case.breaches]
        rows = self._model.grid.rows - 2
        self._threads = use_threads(max(1, min(case.run.threads, rows)))
        self._area = float(case.terrain.cell_m) ** 2
        self._helpers = _Helpers()
        self._start_m3 = self._stored()
        self._march_on(0.0, 0, together=False)  # compiled, or loaded
        if self._threads > 1:
            self._march_on(0.0, 0, together=True)
        self._open()

    @property
    def layout(self) -> Layout:
        """Where the cells lie in the flat arrays."""
        return self._layout

    @property
    def time_s(self) -> float:
        """Simulated time."""
        return float(self._model.clock[TIME])

    @property
    def steps(self) -> int:
        """Steps taken."""
        return int(self._model.clock[STEPS])

    @property
    def active_updates(self) -> float:
        """Cell updates really done."""
        return float(self._model.clock[UPDATES])

    def advance(self, until_s: float, most_steps: int) -> None:
        """March to a time, or as many steps as allowed, stopping where a breach changes."""
        left = most_steps
        while left > 0 and self.time_s < until_s:
            change = min((opening.next_change_s(self.time_s) for opening in self._openings), default=until_s)
            before = self.steps
            self._march(min(until_s, change), min(left, _BATCH))
            left -= max(1, self.steps - before)
            self._open()

    def depth(self) -> Raster:
        """Depths now (m)."""
        return self._layout.raster(self._model.flow.depth)

    def bed(self) -> Raster:
        """The bed now (m, terrain's datum; NaN outside)."""
        bed = self._layout.raster(self._model.grid.bed)
        return np.where(bed < WALL_M, bed + np.float32(self._layout.base_m), np.float32(np.nan))

    def discharges(self) -> tuple[Raster, Raster]:
        """Unit discharge over each cell's west and north face (m²/s), positive to the east and to the south."""
        now = int(self._model.clock[PARITY])
        return self._layout.raster(self._model.flow.qx[now]), self._layout.raster(self._model.flow.qy[now])

    def peaks(self) -> PeakRasters:
        """What each cell has seen up to now."""
        look(self._model, self._run.wet_depth_m)
        raster, peaks = self._layout.raster, self._model.peaks
        return PeakRasters(
            raster(peaks.depth),
            raster(peaks.speed),
            raster(peaks.hazard),
            raster(peaks.arrival),
            raster(peaks.duration),
        )

    def volumes(self) -> Volumes:
        """The book of water."""
        book = self._model.book
        return Volumes(
            self._start_m3, self._stored(), float(book[GIVEN]), float(book[RAIN]), float(book[RIM]), float(book[OUT])
        )

    def state(self) -> Arrays:
        """Everything needed to go on later, copied."""
        return {name: array.copy() for name, array in self._arrays().items()} | {"start_m3": np.array([self._start_m3])}

    def restore(self, state: Arrays) -> None:
        """Go on from a state of the same case."""
        for name, array in self._arrays().items():
            array[...] = state[name]
        self._start_m3 = float(cast("NDArray[np.float64]", state["start_m3"])[0])
        self._open()

    def _arrays(self) -> dict[str, NDArray[np.generic]]:
        flow, peaks = self._model.flow, self._model.peaks
        return {
            **{f"flow_{name}": getattr(flow, name) for name in flow._fields},
            **{f"peak_{name}": getattr(peaks, name) for name in peaks._fields},
            "rim_flow": self._model.edges.flow, "clock": self._model.clock, "book": self._model.book,
        }  # fmt: skip

    def _open(self) -> None:
        for opening in self._openings:
            opening.open_to(self.time_s)

    def _stored(self) -> float:
        flow = self._model.flow
        return float(flow.depth.sum(dtype=np.float64) + flow.low.sum(dtype=np.float64)) * self._area

    def _march(self, until_s: float, most_steps: int) -> None:
        wet = int(self._model.flow.wet[int(self._model.clock[PARITY])].sum(dtype=np.int64)) * CHUNK
        enough = self._threads > 1 and wet >= WORTH_SHARING * self._threads
        together = enough and self._helpers.worth_it()
        began, before = time.perf_counter(), self.steps
        self._march_on(until_s, most_steps, together=together)
        if enough:
            self._helpers.took(together, self.steps - before, time.perf_counter() - began)

    def _march_on(self, until_s: float, most_steps: int, *, together: bool) -> None:
        run = self._run
        pace = Pace(float(run.courant), float(run.theta), float(run.longest_step_s), float(run.wet_depth_m))
        march, threads = (advance_together, self._threads) if together else (advance, 1)
        march(self._model, self._blocks(threads), float(until_s), most_steps, pace)

    def _blocks(self, threads: int) -> NDArray[np.int64]:
        """First rows of the threads' blocks, each with its share of the wet chunks, and the end."""
        grid = self._model.grid
        wet = self._model.flow.wet[int(self._model.clock[PARITY])].reshape(grid.rows, grid.chunks)
        work = np.cumsum(wet[1:-1].sum(axis=1, dtype=np.float64) + 0.05)
        shares = work[-1] * np.arange(1, threads) / threads
        inner = 1 + cast("NDArray[np.int64]", np.searchsorted(work, shares))  # pyright: ignore[reportUnknownMemberType]
        return np.unique(np.array([1, *np.clip(inner, 2, grid.rows - 1), grid.rows - 1], np.int64))


class InertialEngine:
    """Runs cases by the local-inertial scheme."""

    @property
    def name(self) -> str:
        """Name and version, part of every result."""
        return NAME

    def begin(self, case: Case) -> InertialMarch:
        """Lay out a case; compiles on a machine's first run."""
        return InertialMarch(case)
