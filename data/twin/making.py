"""A library made in a process of its own: base flow, runs where they are needed most, steady surfaces; coarse first.

Each level of the ladder (cells of 80 m, then 40 m, then 20 m) is a library by itself, whole before the next is begun.
Runs that are there are kept, so a stop or a crash costs the run on its way alone. The process yields to the desk and
uses one thread. Knows no Qt; ask `messages` now and then.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from data.twin.case import Case
from data.twin.faults import TwinCode, TwinFault
from data.twin.making_level import EntryMade, Interrupted, LevelDone, MakingStep, TornFound, make_level
from data.twin.placing import STANDARD_PLACING, Placing
from data.twin.simulate import Stopped
from data.twin.standard import STANDARD, Shape

CaseAt = Callable[[float], Case]
"""Gives the case of a cell size: terrain, inflow of the river first, edges. It crosses to another process: a function
of a module, or `functools.partial` of one, with values that can be pickled."""
LADDER_M = (80.0, 40.0, 20.0)
_PATIENCE_S = 20.0
_STOPPING_S = 1.0
"""How long closing waits for a process that is asked to stop; compiling cannot be interrupted."""


@dataclass(frozen=True, slots=True)
class AllMade:
    """Every level is done."""


@dataclass(frozen=True, slots=True)
class MakingHalted:
    """Stopped because it was asked to; what is made stays."""


@dataclass(frozen=True, slots=True)
class MakingFailed:
    """Ended with a fault of the world, or the process died."""

    fault: TwinFault


Ended = AllMade | MakingHalted | MakingFailed
Message = MakingStep | EntryMade | LevelDone | TornFound | Ended


@dataclass(frozen=True, slots=True)
class MakingJob:
    """What is made, and where; `cache` is where machine code is kept, None beside the program."""

    case_at: CaseAt
    folder: Path
    cells_m: tuple[float, ...] = LADDER_M
    shape: Shape = STANDARD
    placing: Placing = STANDARD_PLACING
    cache: Path | None = None
    niceness: int = 10


class Making:
    """A library on its way. The last message is one of `Ended`."""

    def __init__(self, process: BaseProcess, line: Connection, folder: Path) -> None:
        """Hold the process and the line to it."""
        self._process, self._line, self._folder = process, line, folder
        self._over = False

    @property
    def pid(self) -> int | None:
        """The number of its process."""
        return self._process.pid

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
                told = MakingFailed(TwinFault(TwinCode.RUN_DIED, str(self._folder), params={"reason": reason}))
            self._over = isinstance(told, Ended)
            yield told

    def wait(self, timeout_s: float) -> Ended | None:
        """Wait for the last message; None when it has not come in time."""
        until = time.monotonic() + timeout_s
        while time.monotonic() < until:
            for told in self.messages():
                if isinstance(told, Ended):
                    return told
            with contextlib.suppress(OSError):
                self._line.poll(max(0.0, min(0.2, until - time.monotonic())))
        return None

    def stop(self) -> None:
        """Ask the process to end; it does within a second or two."""
        with contextlib.suppress(OSError, ValueError):  # it ended by itself
            self._line.send("stop")

    def close(self) -> None:
        """Stop it if it is still going, and let go of it. What it writes is whole or not there, so it may be killed."""
        if not self._over:
            self.stop()
            if self.wait(_STOPPING_S) is None:
                self._process.kill()
        self._process.join(_PATIENCE_S)
        self._line.close()
        self._process.close()


def start_making(job: MakingJob) -> Making:
    """Start making a library, or go on with one."""
    job.folder.mkdir(parents=True, exist_ok=True)
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=work, args=(job, theirs), name="twin-library", daemon=True)
    process.start()
    theirs.close()
    return Making(process, ours, job.folder)


def work(job: MakingJob, line: Connection) -> None:
    """The maker's own process: everything above in one function."""
    if job.cache is not None:
        os.environ.setdefault("NUMBA_CACHE_DIR", str(job.cache))  # before numba is first imported
    if hasattr(os, "nice"):
        os.nice(job.niceness)
    stopping = threading.Event()
    threading.Thread(target=_listen, args=(line, stopping), name="twin-line", daemon=True).start()

    def tell(told: Message) -> None:
        try:
            line.send(told)
        except OSError:
            stopping.set()  # the desk is gone

    last: Ended = AllMade()
    try:
        for number, cell_m in enumerate(job.cells_m, start=1):
            case = job.case_at(cell_m)
            make_level(
                case, job.folder, tell, stopping.is_set, shape=job.shape, placing=job.placing,
                level=(number, len(job.cells_m)),
            )  # fmt: skip
    except (Stopped, Interrupted):
        last = MakingHalted()
    except TwinFault as fault:
        last = MakingFailed(fault)
    except OSError as fault:  # the disk is full or gone
        params: dict[str, str | float] = {"reason": fault.strerror or str(fault)}
        last = MakingFailed(TwinFault(TwinCode.CANNOT_WRITE, str(fault.filename or job.folder), params=params))
    tell(last)


def _listen(line: Connection, stopping: threading.Event) -> None:
    """Wait for the word to stop; a line that breaks means the same."""
    with contextlib.suppress(EOFError, OSError):
        line.recv()
    stopping.set()
