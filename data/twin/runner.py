"""A run in a process of its own: started, watched, stopped, gone on with after the desk was closed. Knows no Qt.

The process yields to the desk (lower priority), writes a checkpoint about every minute and when asked to stop, and at
its end the result, as files in the run's folder. A desk that dies takes its runs along; the checkpoint stays.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from data.twin.case import Case
from data.twin.engine import Progress
from data.twin.faults import TwinCode, TwinFault
from data.twin.result import Result

CHECKPOINT, RESULT = "checkpoint.npz", "result.npz"
_TELL_EVERY_S = 0.2
_PATIENCE_S = 20.0


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


class Run:
    """A run on its way; ask `messages` now and then. The last message is no Progress."""

    def __init__(self, process: BaseProcess, line: Connection, folder: Path) -> None:
        """Hold the process and the line to it."""
        self._process, self._line, self._folder = process, line, folder
        self._over = False

    @property
    def over(self) -> bool:
        """Whether the last message has been given."""
        return self._over

    def messages(self) -> Iterator[Message]:
        """What has been told since the last call, without waiting."""
        while not self._over:
            try:
                if not self._line.poll():
                    return
                told: Message = self._line.recv()
            except (EOFError, OSError):  # the process is gone, and its end of the line with it
                self._process.join(_PATIENCE_S)
                reason = str(self._process.exitcode)
                told = Failed(TwinFault(TwinCode.RUN_DIED, str(self._folder), params={"reason": reason}))
            self._over = not isinstance(told, Progress)
            yield told

    def wait(self, timeout_s: float) -> Message | None:
        """Wait for the last message; None when it has not come in time."""
        until = time.monotonic() + timeout_s
        while time.monotonic() < until:
            for told in self.messages():
                if not isinstance(told, Progress):
                    return told
            with contextlib.suppress(OSError):
                self._line.poll(max(0.0, min(0.2, until - time.monotonic())))
        return None

    def stop(self) -> None:
        """Ask the run to keep its state and end."""
        with contextlib.suppress(OSError, ValueError):  # it ended by itself
            self._line.send("stop")

    def close(self) -> None:
        """Stop the run if it is still going, and let go of it."""
        if not self._over:
            self.stop()
            if self.wait(_PATIENCE_S) is None:
                self._process.kill()
        self._process.join(_PATIENCE_S)
        self._line.close()
        self._process.close()


def start(job: Job) -> Run:
    """Start a run, from its checkpoint when the folder holds one of the same case."""
    job.folder.mkdir(parents=True, exist_ok=True)
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=work, args=(job, theirs), name="twin", daemon=True)
    process.start()
    theirs.close()
    return Run(process, ours, job.folder)


def work(job: Job, line: Connection) -> None:
    """The run's own process: everything above in one function."""
    if job.cache is not None:
        os.environ.setdefault("NUMBA_CACHE_DIR", str(job.cache))  # before numba is first imported
    if hasattr(os, "nice"):
        os.nice(job.niceness)
    stopping = threading.Event()
    threading.Thread(target=_listen, args=(line, stopping), name="twin-line", daemon=True).start()
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


def _listen(line: Connection, stopping: threading.Event) -> None:
    """Wait for the word to stop; a line that breaks means the same."""
    with contextlib.suppress(EOFError, OSError):
        line.recv()
    stopping.set()
