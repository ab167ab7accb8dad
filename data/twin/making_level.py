"""One level of a library made in this process: the base flow, then runs where the placing wants them, then the stairs.

In order: the river brought to its base flow; the first runs; the staircase of steady surfaces; runs that halve the
worst bracket, each first compared with what the library says without it.
"""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

import numpy as np

from data.twin.case import Case, Series, constant
from data.twin.courses import Course, HeldFrames, course_of
from data.twin.engine import Progress
from data.twin.flood import Trust
from data.twin.identity import Identity, at_flow, identity, keep_identity
from data.twin.library import Library, open_library
from data.twin.library_files import entry_path, write_course, write_whole
from data.twin.placing import STANDARD_PLACING, Placing, next_flow
from data.twin.result import Result
from data.twin.simulate import simulate
from data.twin.standard import STANDARD, Shape, Staircase, course, hydrograph, staircase
from data.twin.steady import STAIRS
from data.twin.terrain import Raster
from data.twin.trusting import Kept, keep_trusts, measured, read_trusts

BASE = "base.depth"
WARM_H = 12.0
"""How long the base flow runs before a flood begins."""
_TELL_EVERY_S = 0.2


class Work(StrEnum):
    """What is being run."""

    BASE = "base"
    STAIRS = "stairs"
    RUN = "run"


@dataclass(frozen=True, slots=True)
class MakingStep:
    """How far the making is: the level (`level` of `levels`), what runs, runs done and the most there will be.

    `share` is of the run on its way; `compiling` until its first step, for the machine code may be made then.
    """

    cell_m: float
    level: int
    levels: int
    work: Work
    flow_m3s: float
    done: int
    most: int
    share: float
    left_s: float | None
    compiling: bool


@dataclass(frozen=True, slots=True)
class EntryMade:
    """A run was added to a library; its trust is what the library was off by without it."""

    cell_m: float
    folder: Path
    flow_m3s: float
    trust: Trust | None


@dataclass(frozen=True, slots=True)
class LevelDone:
    """A level is whole."""

    cell_m: float
    folder: Path
    wall_s: float


@dataclass(frozen=True, slots=True)
class TornFound:
    """A file was not whole and is made again."""

    path: Path


class Interrupted(Exception):
    """Asked to end between two runs."""


Told = Callable[[MakingStep | EntryMade | LevelDone | TornFound], None]


def make_level(
    case: Case, folder: Path, tell: Told, cancelled: Callable[[], bool], *, shape: Shape = STANDARD,
    placing: Placing = STANDARD_PLACING, level: tuple[int, int] = (1, 1),
) -> None:  # fmt: skip
    """Make the library of a case's terrain, or what of it is not there yet.

    `Stopped` (in a run) or `Interrupted` (between two) when asked to end.
    """
    began = time.monotonic()
    given = identity(case, shape)
    maker = _Maker(case, given, folder, tell, cancelled, placing, level)
    maker.make()
    tell(LevelDone(given.cell_m, maker.own, time.monotonic() - began))


def base_depth(folder: Path, case: Case) -> Raster | None:
    """Read the water at the base flow, with which every run begins; None when there is none, or no whole one."""
    shape = case.terrain.shape
    try:
        kept = np.frombuffer(zlib.decompress((folder / BASE).read_bytes()), np.float32)
    except (FileNotFoundError, zlib.error):
        return None
    return kept.reshape(shape) if kept.size == shape[0] * shape[1] else None


class _Maker:
    """What one level needs to know while it is made."""

    def __init__(
        self, case: Case, given: Identity, folder: Path, tell: Told, cancelled: Callable[[], bool], placing: Placing,
        level: tuple[int, int],
    ) -> None:  # fmt: skip
        self._case, self._identity, self._folder, self._tell = case, given, folder, tell
        self._cancelled, self._placing, self._level = cancelled, placing, level
        self._done, self._told_at = 0, 0.0
        self.own = folder / given.key()

    def make(self) -> None:
        self.own.mkdir(parents=True, exist_ok=True)
        keep_identity(self.own, self._identity)
        for path in self.own.glob("*.part"):
            path.unlink(missing_ok=True)  # a maker was killed while it wrote
        for path in self._torn():
            self._tell(TornFound(path))
            path.unlink(missing_ok=True)
            keep_trusts(self.own, replace(read_trusts(self.own), complete=False))
        kept = read_trusts(self.own)
        library = self._open(None)
        known = [] if library is None else list(library.flows_m3s)
        if not known:
            known = [float(path.stem) for path in self.own.glob("*.flood")]
        base: Raster | None = None
        while (flow := next_flow(known, kept.placed, self._placing)) is not None:
            base = self._base() if base is None else base
            if set(self._placing.first_m3s) <= set(known) and not (self.own / STAIRS).is_file():
                self._make_stairs(base)
                continue
            self._done = len(known)
            made = self._run(flow, base)
            write_course(entry_path(self.own, flow), made[0], made[1])
            trust = None
            after = self._open(library)
            if library is not None and after is not None and flow not in self._placing.first_m3s:
                trust = measured(library.at(flow), after.at(flow))
                kept = Kept((*(one for one in kept.placed if one.at_flow_m3s != flow), trust))
                keep_trusts(self.own, kept)
            library = after
            known.append(flow)
            self._tell(EntryMade(self._identity.cell_m, self.own, flow, trust))
        if not (self.own / STAIRS).is_file():
            self._make_stairs(self._base() if base is None else base)
        if library is not None and not kept.complete:
            keep_trusts(self.own, Kept(kept.placed, tuple(self._looked_up(library.left_out())), complete=True))

    def _looked_up(self, trusts: Iterable[Trust]) -> Iterator[Trust]:
        for trust in trusts:
            if self._cancelled():
                raise Interrupted
            yield trust

    def _torn(self) -> tuple[Path, ...]:
        from data.twin.library_files import ENDING, Torn, read_course

        torn: list[Path] = []
        for path in (*sorted(self.own.glob(f"*{ENDING}")), self.own / STAIRS):
            try:
                read_course(path)
            except Torn:
                torn.append(path)
            except FileNotFoundError:
                continue
        return tuple(torn)

    def _open(self, earlier: Library | None) -> Library | None:
        return open_library(self._folder, self._identity, self._case.terrain.bed, earlier)

    def _base(self) -> Raster:
        """The river at its base flow: from the file, else run."""
        kept = base_depth(self.own, self._case)
        if kept is not None:
            return kept
        flow = self._identity.shape.base_m3s
        result = self._simulate(Work.BASE, flow, constant(flow), WARM_H * 3_600.0, None, None)
        write_whole(self.own / BASE, zlib.compress(np.ascontiguousarray(result.depth_m, np.float32).tobytes()))
        return result.depth_m

    def _run(self, flow: float, base: Raster) -> tuple[Course, np.ndarray]:
        shape = self._identity.shape
        result = self._simulate(Work.RUN, flow, hydrograph(flow, shape), shape.seconds, shape.frame_s, base)
        return self._packed(result, flow, course(flow, shape))

    def _make_stairs(self, base: Raster) -> None:
        stairs = Staircase(self._placing.stairs_m3s, self._placing.hold_h)
        top = stairs.flows_m3s[-1]
        result = self._simulate(Work.STAIRS, top, staircase(stairs), stairs.seconds, stairs.hold_s, base)
        steady = result.frames[stairs.first_frame :]
        flows = tuple((frame.time_s / 3_600.0, flow) for frame, flow in zip(steady, stairs.flows_m3s, strict=True))
        packed, frames = self._packed(replace(result, frames=steady), top, flows)
        write_course(self.own / STAIRS, packed, frames)

    def _packed(
        self, result: Result, flow: float, inflow: tuple[tuple[float, float], ...]
    ) -> tuple[Course, np.ndarray]:
        made = course_of(
            result, self._case.terrain, flow_m3s=flow, inflow=inflow, made_at=datetime.now(UTC),
            provenance=self._identity.key(),
        )  # fmt: skip
        frames = made.frames
        if not isinstance(frames, HeldFrames):
            raise TypeError("a course just made holds its frames")
        return made, frames.depth_cm

    def _simulate(
        self, work: Work, flow: float, series: Series, seconds: float, frame_s: float | None, base: Raster | None
    ) -> Result:
        run = replace(self._case.run, seconds=seconds, threads=1, frames_every_s=frame_s, sample_every_s=None)
        case = replace(at_flow(self._case, series), run=run)
        if base is not None:
            case = replace(case, initial_depth=base, initial_level_m=None)

        def progress(told: Progress) -> None:
            now = time.monotonic()
            if now - self._told_at < _TELL_EVERY_S and told.steps:
                return
            self._told_at = now
            self._tell(MakingStep(
                self._identity.cell_m, *self._level, work, flow, self._done, self._placing.most_runs,
                told.time_s / told.until_s, told.left_s, told.steps == 0,
            ))  # fmt: skip

        return simulate(case, progress, self._cancelled)
