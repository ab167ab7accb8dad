"""The scenarios of one terrain, kept in a folder, and a flood at any flow between them.

A library is valid for one ground, friction, way of the water in and out, solver, shape of hydrograph and cell size: its
`Identity`. The lowest run is the base flow; above the highest nothing is guessed, the flow is held there and says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from data.model.nature import Nature
from data.twin.blending import BlendedFlood, Neighbours
from data.twin.courses import Course, RunFlood, on_ground
from data.twin.flood import Cells, Flood, Trust
from data.twin.ghosts import Surfaces, bracket, surfaces
from data.twin.identity import Identity
from data.twin.library_files import ENDING, Torn, read_course
from data.twin.remembered import Remembered
from data.twin.rising import Rise
from data.twin.standard import course as standard_course
from data.twin.steady import STAIRS, Stairs, SteadyFlood, read_stairs
from data.twin.terrain import Raster
from data.twin.trusting import measured, read_trusts


@dataclass(frozen=True, slots=True)
class Range:
    """Flows that a library spans."""

    low_m3s: float
    high_m3s: float

    def held(self, flow_m3s: float) -> float:
        """Return the flow, or the end of the range beyond which it lies."""
        return min(max(flow_m3s, self.low_m3s), self.high_m3s)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Library:
    """Runs of one identity by rising flow. Frozen: what was added to the folder since is seen by opening it again."""

    identity: Identity
    folder: Path
    ground: Raster
    courses: tuple[Course, ...]
    surfaces: Surfaces
    stairs: Stairs | None
    trusts: tuple[Trust, ...]
    complete: bool
    torn: tuple[Path, ...] = ()
    """Files that were found not whole; they count as not there."""
    memory: Remembered = field(default_factory=Remembered)

    def __repr__(self) -> str:
        """Name it; its arrays would fill pages."""
        return f"<library {self.identity.key()} of {len(self.courses)} runs>"

    @property
    def flows_m3s(self) -> tuple[float, ...]:
        """Flows of the runs, rising."""
        return self.surfaces.flows_m3s

    @property
    def range(self) -> Range:
        """What the runs span; `range.held(flow)` is what `at(flow)` shows."""
        return Range(self.flows_m3s[0], self.flows_m3s[-1])

    def at(self, flow_m3s: float) -> Flood:
        """Return the flood at a peak flow: the run itself where there is one, else a blend of those around it."""
        flow = self.range.held(flow_m3s)
        number = bracket(self.flows_m3s, flow)
        if flow == self.flows_m3s[number]:
            return RunFlood(self.courses[number], self.ground, self.memory.series)
        depth = self.surfaces.at(flow).reshape(self.ground.shape)
        around = Neighbours((
            self.courses[number - 1] if number else None, self.courses[number], self.courses[number + 1],
            self.courses[number + 2] if number + 2 < len(self.courses) else None,
        ))  # fmt: skip
        return BlendedFlood(
            flow, depth, self.ground, around, self._nature(around), self.trust(flow),
            standard_course(flow, self.identity.shape), self._rise_at,
        )  # fmt: skip

    def steady(self, flow_m3s: float) -> SteadyFlood | None:
        """Return the surface that a flow held for long takes; None while it has not been made."""
        return None if self.stairs is None else self.stairs.at(flow_m3s)

    def trust(self, flow_m3s: float) -> Trust | None:
        """Return the error measured at the flow nearest to this one, None when none was measured."""
        return min(self.trusts, key=lambda one: abs(one.at_flow_m3s**0.6 - flow_m3s**0.6), default=None)

    def without(self, flow_m3s: float) -> Library:
        """Return the library as it would be without one run: how errors are measured."""
        kept = [course for course in self.courses if course.flow_m3s != flow_m3s]
        return _made(replace(self, courses=tuple(kept)))

    def left_out(self) -> Iterator[Trust]:
        """Measure each run but the first and the last against the library without it."""
        for course in self.courses[1:-1]:
            yield measured(self.without(course.flow_m3s).at(course.flow_m3s), RunFlood(course, self.ground))

    def warm(self, cells: Sequence[Cells] = ()) -> None:
        """Read from disk what blends of these cells need; for a background thread, so that no slider waits."""
        for some in cells:
            known = some[on_ground(some, self.ground)]
            for course in self.courses:
                self._rise_at(course.flow_m3s, known)
        if len(self.courses) > 1:
            self.at(0.5 * (self.flows_m3s[0] + self.flows_m3s[1]))

    def _rise_at(self, flow_m3s: float, cells: Cells) -> Rise:
        return self.memory.rise(next(one for one in self.courses if one.flow_m3s == flow_m3s), cells)

    def _nature(self, around: Neighbours) -> Nature:
        made = max(around.below.nature.made_at, around.above.nature.made_at, datetime.min.replace(tzinfo=UTC))
        return replace(around.below.nature, made_at=made, provenance=self.identity.key())


def open_library(folder: Path, identity: Identity, ground: Raster, earlier: Library | None = None) -> Library | None:
    """Open the library of an identity under a folder of libraries; None while it has fewer than two whole runs.

    `ground` is the bed of the identity's terrain. Runs that an earlier opening holds are not read again.
    """
    own = folder / identity.key()
    if earlier is not None and earlier.identity != identity:
        earlier = None
    known = {} if earlier is None else {one.flow_m3s: one for one in earlier.courses}
    courses: list[Course] = []
    torn: list[Path] = []
    for path in sorted(own.glob(f"*{ENDING}")):
        flow = float(path.stem) if path.stem.isdigit() else -1.0
        if flow in known:
            courses.append(known[flow])
            continue
        try:
            courses.append(read_course(path))
        except Torn:
            torn.append(path)
        except FileNotFoundError:
            continue  # taken away between listing and reading
    if len(courses) < 2:
        return None
    kept = read_trusts(own)
    stairs = None if earlier is None else earlier.stairs
    if stairs is None:
        stairs = read_stairs(own / STAIRS, ground)
    memory = Remembered() if earlier is None else earlier.memory
    return _made(Library(
        identity, own, ground, tuple(courses), surfaces((), np.zeros((0, 0), np.float32)), stairs, kept.shown,
        kept.complete, tuple(torn), memory,
    ))  # fmt: skip


def _made(library: Library) -> Library:
    """Lay the surfaces of the runs on each other."""
    courses = tuple(sorted(library.courses, key=lambda one: one.flow_m3s))
    signed = np.stack([library.memory.ghosts(one, library.ground) for one in courses])
    return replace(library, courses=courses, surfaces=surfaces([one.flow_m3s for one in courses], signed))
