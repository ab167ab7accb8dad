"""A run in a process of its own: started, watched, stopped, gone on with after the desk was closed. Knows no Qt.

The process yields to the desk (lower priority), writes a checkpoint about every minute and when asked to stop, and at
its end the result, as files in the run's folder. A desk that dies takes its runs along; the checkpoint stays.
"""

from __future__ import annotations

import contextlib
import threading
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from data.twin.case import Case
from data.twin.engine import Progress
from data.twin.faults import TwinCode, TwinFault
from data.twin.process import Worker, launched, settled_in
from data.twin.result import Result

CHECKPOINT, RESULT = "checkpoint.npz", "result.npz"
_TELL_EVERY_S = 0.2


@dataclass(frozen=True, slots=True)
class Finished:
    """The run is done; its result lies in the folder."""

    folder: Path

    def result(self) -> Result:
        """Read the result."""
        from data.twin.keeping import read_kept

        kept = read_kept(self.folder / RESULT)
        if kept is None:
            raise TwinFault(TwinCode.FILE_UNREADABLE, str(self.folder / RESULT))
        return kept


@dataclass(frozen=True, slots=True)
class Halted:
    """The run stopped because it was asked to; it can go on from its checkpoint."""

    folder: Path


@dataclass(frozen=True, slots=True)
class Failed:
    """The run ended with a fault of the world, or died."""

    fault: TwinFault


Message = Progress | Finished | Halted | Failed


@dataclass(frozen=True, slots=True)
class Job:
    """What is run and where it keeps its files; `cache` is where machine code is kept, None beside the program."""

    case: Case
    folder: Path
    cache: Path | None = None
    keep_every_s: float = 60.0
    niceness: int = 10


class Run(Worker[Message]):
    """A run on its way; ask `messages` now and then. The last message is no Progress."""

    def ends(self, told: Message) -> bool:
        """Whether the run is over."""
        return not isinstance(told, Progress)

    def died(self, fault: TwinFault) -> Message:
        """Return what is told of a run whose process is gone."""
        return Failed(fault)


def start(job: Job) -> Run:
    """Start a run, from its checkpoint when the folder holds one of the same case."""
    return Run(*launched(work, job, job.folder, "twin"))


def work(job: Job, line: Connection) -> None:
    """The run's own process: everything above in one function."""
    stopping = settled_in(line, job.cache, job.niceness)
    try:
        last = _simulate(job, line, stopping)
    except TwinFault as fault:
        last = Failed(fault)
    except OSError as fault:  # the disk is full or gone
        params: dict[str, str | float] = {"reason": fault.strerror or str(fault)}
        last = Failed(TwinFault(TwinCode.CANNOT_WRITE, str(fault.filename or job.folder), params=params))
    with contextlib.suppress(OSError):  # nobody listens any more
        line.send(last)


def _simulate(job: Job, line: Connection, stopping: threading.Event) -> Message:
    from data.twin.keeping import read_snapshot, write_kept, write_snapshot
    from data.twin.simulate import Stopped, digest, simulate

    checkpoint = job.folder / CHECKPOINT
    kept = read_snapshot(checkpoint)
    if kept is not None and kept.digest != digest(job.case):
        kept = None
    told_at = 0.0

    def tell(progress: Progress) -> None:
        nonlocal told_at
        if time.monotonic() - told_at < _TELL_EVERY_S:
            return
        told_at = time.monotonic()
        try:
            line.send(progress)
        except OSError:
            stopping.set()  # the desk is gone: keep the state and end

    try:
        result = simulate(
            job.case, tell, stopping.is_set, resume=kept, keep_every_s=job.keep_every_s,
            keep=lambda snapshot: write_snapshot(checkpoint, snapshot),
        )  # fmt: skip
    except Stopped as stopped:
        write_snapshot(checkpoint, stopped.snapshot)
        return Halted(job.folder)
    write_kept(job.folder / RESULT, result)
    checkpoint.unlink(missing_ok=True)
    return Finished(job.folder)
