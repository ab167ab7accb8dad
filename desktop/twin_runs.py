"""Runs of the twin on demand: a forecast course or a breach, coarse cells first, each result replacing the last.

Each run is a process of its own that keeps checkpoints, so that it can be stopped, and gone on with after the desk was
closed. One runs at a time; the library waits meanwhile.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from desktop.background import Background
from views import twin_fault_words
from views.twin_progress import RunKind, RunShown, RunState
from views.twin_wanted import Slot, Wanted

if TYPE_CHECKING:
    from data.twin.case import Case
    from data.twin.result import Result
    from data.twin.runner import Run

LOG = logging.getLogger("twin")
_LOOK_MS = 300
_WISH = "wish.json"


@dataclass(frozen=True, slots=True)
class RunWish:
    """What is to be run: (hours since the start, m³/s) rising in time; cell sizes still to come, coarsest first."""

    slot: Slot
    wanted: Wanted
    kind: RunKind
    start: datetime
    inflow: tuple[tuple[float, float], ...]
    hours: float
    cells_m: tuple[float, ...]

    @property
    def flow_m3s(self) -> float:
        """The greatest inflow."""
        return max(flow for _, flow in self.inflow)


Build = Callable[[RunWish, float], "Case"]
"""Makes the case of a wish on cells of a size; off the UI thread."""


@dataclass(slots=True, eq=False)
class _Going:
    id: str
    wish: RunWish
    shown: RunShown
    folder: Path
    case: Case | None = None
    run: Run | None = None


class TwinRuns(QObject):
    """The wishes on their way.

    Signals:
        changed: tuple of RunShown.
        made: RunWish as it was run, Result, Case, whether finer ones follow.
        failed: RunWish, and what went wrong.

    """

    changed = Signal(object)
    made = Signal(object, object, object, bool)
    failed = Signal(object, object)

    def __init__(
        self, background: Background, pause_library: Callable[[bool], None], parent: QObject | None = None
    ) -> None:
        """Make it; `place` says where files go. `pause_library` stops the library's making, or lets it go on."""
        super().__init__(parent)
        self._background, self._pause = background, pause_library
        self._folder: Path | None = None
        self._cache: Path | None = None
        self._build: Build | None = None
        self._going: dict[str, _Going] = {}
        self._busy = ""
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._listen)

    def place(self, folder: Path, cache: Path | None, build: Build) -> None:
        """Keep runs under a folder; what was on its way when the desk closed can be gone on with."""
        self._folder, self._cache, self._build = folder, cache, build
        for path in sorted(folder.glob(f"*/{_WISH}")):
            try:
                wish = msgspec.json.decode(path.read_bytes(), type=RunWish)
            except (OSError, msgspec.DecodeError) as fault:
                LOG.warning("a run cannot be gone on with, %s: %s", path, fault)
                continue
            self._going[path.parent.name] = _Going(
                path.parent.name, wish, _shown(path.parent.name, wish, RunState.STOPPED), path.parent
            )
        self._told()

    @property
    def shown(self) -> tuple[RunShown, ...]:
        """What is on its way, or was stopped."""
        return tuple(one.shown for one in self._going.values())

    def begin(self, wish: RunWish) -> None:
        """Run a wish; one for the same slot that is on its way ends."""
        if self._folder is None or not wish.cells_m:
            return
        for one in [one for one in self._going.values() if one.wish.slot is wish.slot]:
            self._drop(one)
        run_id = f"{wish.kind.value}-{uuid4().hex[:8]}"
        one = _Going(run_id, wish, _shown(run_id, wish, RunState.WAITING), self._folder / run_id)
        self._going[run_id] = one
        LOG.info("run %s: begun, %.0f m³/s, %.0f h, cells %s", run_id, wish.flow_m3s, wish.hours, wish.cells_m)
        self._keep(one)
        self._start_next()

    def stop(self, run_id: str) -> None:
        """Stop a run; it can be gone on with."""
        one = self._going.get(run_id)
        if one is None or not one.shown.busy:
            return
        if one.run is not None:
            one.run.stop()
        else:  # it waits, or its case is being made
            one.shown = replace(one.shown, state=RunState.STOPPED)
            self._told()

    def resume(self, run_id: str) -> None:
        """Go on with a stopped run, or drop one that failed."""
        one = self._going.get(run_id)
        if one is None or one.run is not None or one.id == self._busy:
            return
        if one.shown.state is RunState.FAILED:
            self._drop(one)
            self._told()
            return
        one.shown = replace(one.shown, state=RunState.WAITING)
        self._start_next()

    def close(self) -> None:
        """Stop all; each keeps its state and can be gone on with after the next start."""
        self._look.stop()
        for one in self._going.values():
            if one.run is not None:
                one.run.close()
                one.run = None
        self._going.clear()

    def _start_next(self) -> None:
        if self._busy:
            self._told()
            return
        waiting = next((one for one in self._going.values() if one.shown.state is RunState.WAITING), None)
        self._pause(waiting is not None)
        if waiting is not None:
            self._start(waiting)
        else:
            self._look.stop()
        self._told()

    def _start(self, one: _Going) -> None:
        build = self._build
        if build is None:
            return
        cell_m = one.wish.cells_m[0]
        one.shown = replace(one.shown, state=RunState.COMPILING, cell_m=cell_m, share=0.0, left_s=None)
        self._busy = one.id

        def built(case: Case) -> None:
            from data.twin.runner import Job, start

            if self._going.get(one.id) is not one:  # dropped meanwhile
                return
            if one.shown.state is RunState.STOPPED:
                self._busy = ""
                self._start_next()
                return
            one.case = case
            one.run = start(Job(case, one.folder / f"{cell_m:g}", self._cache, niceness=5))
            self._look.start()

        self._background.run(lambda: build(one.wish, cell_m), built, lambda error: self._cannot(one, error))

    def _listen(self) -> None:
        from data.twin.engine import Progress

        for one in list(self._going.values()):
            if one.run is None:
                continue
            for told in one.run.messages():
                if isinstance(told, Progress):
                    share = told.time_s / told.until_s if told.until_s else 0.0
                    one.shown = replace(one.shown, state=RunState.RUNNING, share=share, left_s=told.left_s)
                else:
                    self._ended(one, told)
                    break
        self._told()

    def _ended(self, one: _Going, told: object) -> None:
        from data.twin.runner import Failed, Finished

        run, one.run = one.run, None
        if run is not None:
            run.close()
        if isinstance(told, Finished):
            self._background.run(told.result, lambda result: self._read(one, result), lambda e: self._cannot(one, e))
            return  # the next begins when this one has been handed over
        self._busy = ""
        if isinstance(told, Failed):
            self._fail(one, told.fault)
        else:
            one.shown = replace(one.shown, state=RunState.STOPPED)
        self._start_next()

    def _read(self, one: _Going, result: Result) -> None:
        if self._going.get(one.id) is not one or one.case is None:  # dropped meanwhile
            return
        self._busy = ""
        left = one.wish.cells_m[1:]
        self.made.emit(one.wish, result, one.case, bool(left))
        if left:
            one.wish = replace(one.wish, cells_m=left)
            one.shown = replace(one.shown, state=RunState.WAITING)
            self._keep(one)
        else:
            self._drop(one)
        self._start_next()

    def _cannot(self, one: _Going, error: BaseException) -> None:
        from data.twin.faults import TwinFault

        if not isinstance(error, TwinFault):
            raise error
        if self._going.get(one.id) is one:
            self._busy = ""
            self._fail(one, error)
            self._start_next()

    def _fail(self, one: _Going, fault: BaseException) -> None:
        one.shown = replace(one.shown, state=RunState.FAILED, fault=twin_fault_words.said(fault))
        self.failed.emit(one.wish, fault)

    def _keep(self, one: _Going) -> None:
        one.folder.mkdir(parents=True, exist_ok=True)
        fresh = one.folder / "wish.new"
        fresh.write_bytes(msgspec.json.encode(one.wish))
        fresh.replace(one.folder / _WISH)

    def _drop(self, one: _Going) -> None:
        """Forget a wish; its process is waited for off the UI thread, and takes its files along."""
        self._going.pop(one.id, None)
        if self._busy == one.id:
            self._busy = ""
        run, one.run = one.run, None
        if run is None:
            shutil.rmtree(one.folder, ignore_errors=True)
            return
        run.stop()

        def end() -> None:
            run.close()
            shutil.rmtree(one.folder, ignore_errors=True)

        self._background.run(end, lambda _: None, _loud)

    def _told(self) -> None:
        self.changed.emit(self.shown)


def _loud(error: BaseException) -> None:
    raise error


def _shown(run_id: str, wish: RunWish, state: RunState) -> RunShown:
    return RunShown(run_id, wish.kind, state, wish.cells_m[0], wish.flow_m3s, slot=wish.slot)
