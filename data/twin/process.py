"""A process of the twin's own, and the line to it: started, listened to without waiting, stopped, let go of. No Qt."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Generic, TypeVar

from data.twin.faults import TwinCode, TwinFault

M = TypeVar("M")
_PATIENCE_S = 20.0


class Worker(ABC, Generic[M]):
    """Work on its way in a process; ask `messages` now and then. After the last message nothing comes."""

    stopping_s = _PATIENCE_S
    """How long a stop is waited for before the process is killed."""

    def __init__(self, process: BaseProcess, line: Connection, folder: Path) -> None:
        """Hold the process and the line to it."""
        self._process, self._line, self._folder = process, line, folder
        self._over = False

    @abstractmethod
    def ends(self, told: M) -> bool:
        """Whether this is the last message."""

    @abstractmethod
    def died(self, fault: TwinFault) -> M:
        """Return the last message of a process that is gone without one."""

    @property
    def pid(self) -> int | None:
        """The number of the process."""
        return self._process.pid

    @property
    def over(self) -> bool:
        """Whether the last message has been given."""
        return self._over

    def messages(self) -> Iterator[M]:
        """What has been told since the last call, without waiting."""
        while not self._over:
            try:
                if not self._line.poll():
                    return
                told: M = self._line.recv()
            except (EOFError, OSError):  # the process is gone, and its end of the line with it
                self._process.join(_PATIENCE_S)
                reason = str(self._process.exitcode)
                told = self.died(TwinFault(TwinCode.RUN_DIED, str(self._folder), params={"reason": reason}))
            self._over = self.ends(told)
            yield told

    def wait(self, timeout_s: float) -> M | None:
        """Wait for the last message; None when it has not come in time."""
        until = time.monotonic() + timeout_s
        while time.monotonic() < until:
            for told in self.messages():
                if self.ends(told):
                    return told
            with contextlib.suppress(OSError):
                self._line.poll(max(0.0, min(0.2, until - time.monotonic())))
        return None

    def stop(self) -> None:
        """Ask the process to end."""
        with contextlib.suppress(OSError, ValueError):  # it ended by itself
            self._line.send("stop")

    def close(self) -> None:
        """Stop it if it is still going, and let go of it. What it writes is whole or not there, so it may be killed."""
        if not self._over:
            self.stop()
            if self.wait(self.stopping_s) is None:
                self._process.kill()
        self._process.join(_PATIENCE_S)
        self._line.close()
        self._process.close()


def launched(target: Callable[..., None], job: Any, folder: Path, name: str) -> tuple[BaseProcess, Connection, Path]:
    """Start `target(job, line)` in a process; return it, our end of the line, and the folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=target, args=(job, theirs), name=name, daemon=True)
    process.start()
    theirs.close()
    return process, ours, folder


def settled_in(line: Connection, cache: Path | None, niceness: int) -> threading.Event:
    """In the process: yield to the desk, and return what is set when it asks to stop or is gone."""
    if cache is not None:
        os.environ.setdefault("NUMBA_CACHE_DIR", str(cache))  # before numba is first imported
    if hasattr(os, "nice"):
        os.nice(niceness)
    stopping = threading.Event()
    threading.Thread(target=_listen, args=(line, stopping), name="twin-line", daemon=True).start()
    return stopping


def _listen(line: Connection, stopping: threading.Event) -> None:
    """Wait for the word to stop; a line that breaks means the same."""
    with contextlib.suppress(EOFError, OSError):
        line.recv()
    stopping.set()
