"""Keeping: opens the store, loads or fills the situation, and tells how the writing goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from data.model.field import Inbound, Position
from data.model.situation import Situation
from data.model.steps import Realm, Step
from data.store.intake import Intake
from data.store.store import Store
from data.store.telemetry_intake import Judge, OnKept, OnPicture, TelemetryIntake
from data.store.writer import Writer
from desktop.background import Background
from desktop.first_run import first_steps, missing_steps, taken

STORE_FILE = "anlan.sqlite"
T = TypeVar("T")


def open_store(home: Path, url: str = "", realm: Realm | None = Realm.LIVE) -> tuple[Store, Situation, bool]:
    """Open the store of a home and load its situation, filling an empty one; True when this was the first run.

    With `realm` None the store is opened in whichever realm it was made.
    Raises StoreTrouble when another process has it, or it cannot be opened. May run on any thread.
    """
    store = Store.open(url or home / STORE_FILE, realm=realm, files=home / "files")
    try:
        situation = store.load()
        first = situation.seq == 0
        if first:
            pairs = taken(situation, first_steps(realm=store.realm))
            store.append(pairs)
            situation = pairs[-1][1]
            store.snapshot(situation)
        elif lacking := missing_steps(situation, store.has_step):
            pairs = taken(situation, lacking)
            store.append(pairs)
            situation = pairs[-1][1]
    except BaseException:
        store.close()
        raise
    return store, situation, first


class Keeping(QObject):
    """The writer of a store, seen from the UI thread.

    Signals:
        state_changed: number of unsaved steps, code of the trouble ("" when all is well).

    """

    state_changed = Signal(int, str)

    def __init__(self, store: Store, background: Background, parent: QObject | None = None) -> None:
        """Start the writer."""
        super().__init__(parent)
        self.store = store
        self._background = background
        self.trouble = ""
        self._writer = Writer(store, self._on_kept, self._on_trouble, self._on_recovered)
        self._look = QTimer(self)
        self._look.setInterval(1000)
        self._look.timeout.connect(self._tell)
        self._look.start()
        self._told = (-1, "")

    @property
    def unsaved(self) -> int:
        """Steps that are in memory only."""
        return self._writer.unsaved

    def keep(self, step: Step, after: Situation) -> None:
        """Queue a step for the store."""
        self._writer.keep(step, after)

    def ask(
        self, call: Callable[[Store], T], then: Callable[[T], None], failed: Callable[[BaseException], None]
    ) -> None:
        """Read from the store on its thread; the answer comes on the UI thread."""
        self._background.follow(self.run(call), then, failed)

    def run(self, call: Callable[[Store], T]) -> Future[T]:
        """Run a call on the store's thread; for threads that wait for the answer themselves."""
        return self._writer.run(lambda: call(self.store))

    def intake(
        self,
        on_kept: Callable[[Sequence[Inbound]], None],
        on_moved: Callable[[Sequence[Position]], None],
    ) -> Intake:
        """Return the way in for what phones send; the callbacks are called on the store's thread."""
        return Intake(self.store, self._writer, on_kept, on_moved)

    def telemetry_intake(self, judge: Judge, on_kept: OnKept, on_picture: OnPicture) -> TelemetryIntake:
        """Return the way in for what stations and feeds send; the callbacks are called on the store's thread."""
        return TelemetryIntake(self.store, self._writer, judge, on_kept, on_picture)

    def flush(self, timeout_s: float = 10.0) -> bool:
        """Wait until all steps are on disk."""
        return self._writer.flush(timeout_s)

    def close(self) -> int:
        """Write what is queued and close; return how many steps could not be kept."""
        self._look.stop()
        return self._writer.close()

    def _on_kept(self, *_: Any) -> None:
        self._background.tell(self._tell)

    def _on_trouble(self, code: str, _params: Any) -> None:
        def told() -> None:
            self.trouble = code
            self._tell()

        self._background.tell(told)

    def _on_recovered(self) -> None:
        def told() -> None:
            self.trouble = ""
            self._tell()

        self._background.tell(told)

    def _tell(self) -> None:
        state = (self._writer.unsaved, self.trouble)
        if state != self._told:
            self._told = state
            self.state_changed.emit(*state)


def resume_time(now: Situation) -> datetime:
    """When the demonstration clock goes on after a restart: at the last step."""
    return now.at
