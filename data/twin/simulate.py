"""Run a case: march in batches, tell how far it is, sample probes, keep frames, stop when asked, go on from a state."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from data.twin.case import Case, Probe
from data.twin.engine import Arrays, Engine, March, Progress, Stage
from data.twin.result import Frame, ProbeReading, ProbeRecord, Result, Summary
from data.twin.terrain import Terrain

Told = Callable[[Progress], None]
_BATCH_S = 0.25
"""Wall time after which a run looks up."""


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """A run stopped half-way: the engine's arrays and what had been recorded; valid for the case with this digest."""

    digest: str
    engine: str
    arrays: Arrays
    samples: tuple[tuple[ProbeReading, ...], ...]
    frames: tuple[Frame, ...]
    wall_s: float


class Stopped(Exception):
    """The run was stopped; the snapshot goes on from there."""

    def __init__(self, snapshot: Snapshot) -> None:
        """Carry the state."""
        super().__init__("stopped")
        self.snapshot = snapshot


def simulate(
    case: Case,
    progress: Told | None = None,
    cancelled: Callable[[], bool] | None = None,
    *,
    engine: Engine | None = None,
    resume: Snapshot | None = None,
    keep: Callable[[Snapshot], None] | None = None,
    keep_every_s: float = 60.0,
) -> Result:
    """Run a case to its end and return the result; raise `Stopped` when `cancelled` says so.

    `keep` is given a snapshot about every `keep_every_s` of wall time. One run at a time in a process.
    """
    if engine is None:
        from data.twin.inertial import InertialEngine

        engine = InertialEngine()
    if progress is not None:
        progress(Progress(Stage.PREPARING, 0.0, case.run.seconds, 0, 0.0, None))
    began = time.perf_counter()
    march = engine.begin(case)
    prepared = time.perf_counter() - began
    log = _Log(case, march, resume)
    if resume is not None:
        if (resume.digest, resume.engine) != (digest(case), engine.name):
            raise ValueError("the snapshot is of another case")
        march.restore(resume.arrays)
    before_s = resume.wall_s if resume is not None else 0.0
    begun = kept = time.perf_counter()
    started_at, most = march.time_s, 16
    log.take_due()
    while march.time_s < case.run.seconds:
        batch = time.perf_counter()
        march.advance(min(log.next_due_s(), case.run.seconds), most)
        log.take_due()
        now = time.perf_counter()
        most = max(8, min(4096, int(most * min(2.0, max(0.25, _BATCH_S / max(now - batch, 1e-6))))))
        if progress is not None:
            progress(_progress(case, march, started_at, now - begun, before_s))
        if cancelled is not None and cancelled():
            raise Stopped(log.snapshot(digest(case), engine.name, before_s + now - begun))
        if keep is not None and now - kept > keep_every_s:
            keep(log.snapshot(digest(case), engine.name, before_s + now - begun))
            kept = time.perf_counter()
    wall = before_s + time.perf_counter() - begun
    return log.result(engine.name, wall, prepared)


def digest(case: Case) -> str:
    """A hash of all that decides a run's outcome; the number of threads does not."""
    told = hashlib.sha256(case.terrain.digest().encode())
    run = replace(case.run, threads=1, masked=True)
    parts = (run, case.inflows, case.edges, case.breaches, case.rain_mm_h, case.probes, case.initial_level_m)
    told.update(repr(parts).encode())
    if case.initial_depth is not None:
        told.update(np.ascontiguousarray(case.initial_depth, np.float32).tobytes())
    return told.hexdigest()


def probe_cell(terrain: Terrain, probe: Probe, high: float | None = None) -> tuple[int, int] | None:
    """The cell a probe reads: its own, or the nearest ground within three cells when its own has none."""
    home = terrain.cell_at(probe.x, probe.y)
    if home is None:
        return None
    xs, ys = terrain.centres()
    row, col = home
    around = [
        (float((xs[c] - probe.x) ** 2 + (ys[r] - probe.y) ** 2), r, c)
        for r in range(max(0, row - 3), min(len(ys), row + 4))
        for c in range(max(0, col - 3), min(len(xs), col + 4))
        if np.isfinite(terrain.bed[r, c]) and (high is None or terrain.bed[r, c] < high)
    ]
    if np.isfinite(terrain.bed[home]) and (high is None or terrain.bed[home] < high):
        return home
    return min(around)[1:] if around else None


def _progress(case: Case, march: March, started_at: float, wall: float, before_s: float) -> Progress:
    done, to_go = march.time_s - started_at, case.run.seconds - march.time_s
    left = wall * to_go / done if done > 0 and wall > 0.5 else None
    return Progress(Stage.RUNNING, march.time_s, case.run.seconds, march.steps, before_s + wall, left)


class _Log:
    """What is recorded on the way."""

    def __init__(self, case: Case, march: March, resume: Snapshot | None) -> None:
        self._case, self._march = case, march
        self._cells = [probe_cell(case.terrain, probe) for probe in case.probes]
        self._samples = list(resume.samples) if resume is not None else []
        self._frames = list(resume.frames) if resume is not None else []

    def next_due_s(self) -> float:
        """The next moment at which something is recorded."""
        run = self._case.run
        due = [len(self._samples) * run.sample_every_s] if run.sample_every_s else []
        due += [len(self._frames) * run.frames_every_s] if run.frames_every_s else []
        return min(due, default=run.seconds)

    def take_due(self) -> None:
        """Record what is due now."""
        run, now = self._case.run, self._march.time_s
        if run.sample_every_s and now >= len(self._samples) * run.sample_every_s - 1e-6:
            self._samples.append(self._read())
        if run.frames_every_s and now >= len(self._frames) * run.frames_every_s - 1e-6:
            depth = np.clip(np.rint(self._march.depth() * 100.0), 0, 65535).astype(np.uint16)
            self._frames.append(Frame(now, depth))

    def snapshot(self, case_digest: str, engine: str, wall_s: float) -> Snapshot:
        """All of the run as it stands."""
        return Snapshot(case_digest, engine, self._march.state(), tuple(self._samples), tuple(self._frames), wall_s)

    def _read(self) -> tuple[ProbeReading, ...]:
        depth, bed, now = self._march.depth(), self._march.bed(), self._march.time_s
        readings: list[ProbeReading] = []
        for cell in self._cells:
            deep = float(depth[cell]) if cell is not None else 0.0
            wet = cell is not None and deep > 1e-3
            readings.append(ProbeReading(now, deep, float(bed[cell]) + deep if wet and cell is not None else None))
        return tuple(readings)

    def result(self, engine: str, wall_s: float, compile_s: float) -> Result:
        """The result of a finished run."""
        case, march = self._case, self._march
        peaks = march.peaks()
        end = self._read()
        bed = case.terrain.bed
        records: list[ProbeRecord] = []
        xs, ys = case.terrain.centres()
        for number, (probe, cell) in enumerate(zip(case.probes, self._cells, strict=True)):
            series = tuple(sample[number] for sample in self._samples)
            if cell is None:
                records.append(ProbeRecord(probe, 0.0, end[number], 0.0, None, None, series))
                continue
            most, arrived = float(peaks.depth_m[cell]), float(peaks.arrival_s[cell])
            home = cell == case.terrain.cell_at(probe.x, probe.y)
            moved = 0.0 if home else float(np.hypot(xs[cell[1]] - probe.x, ys[cell[0]] - probe.y))
            stage = float(bed[cell]) + most if most > 1e-3 else None
            records.append(
                ProbeRecord(probe, moved, end[number], most, stage, arrived if np.isfinite(arrived) else None, series)
            )
        cells = int(np.isfinite(bed).sum())
        deep = peaks.depth_m > case.run.wet_depth_m
        froude = peaks.speed_m_s[deep] / np.sqrt(9.80665 * peaks.depth_m[deep])
        summary = Summary(
            engine, case.name, cells, march.steps, march.time_s, wall_s, compile_s, case.run.threads,
            float(cells) * march.steps, march.active_updates, case.terrain.cell_m, case.run.courant,
            case.run.wet_depth_m, march.volumes(), case.terrain.nature, case.terrain.datum, case.terrain.digest(),
            march.time_s >= case.run.seconds, float(froude.max()) if froude.size else 0.0,
        )  # fmt: skip
        return Result(summary, peaks, march.depth(), tuple(records), tuple(self._frames))
