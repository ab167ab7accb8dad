"""Telemetry's way in: what stations and feeds send goes to disk together and is answered when it is there."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import TypeVar

from data.model.telemetry import Observation, StationPicture, StationPictureKept
from data.store.store import Store
from data.store.writer import Writer

_AT_ONCE = 4_000
"""Observations in one transaction at most: about a tenth of a second, so that steps do not wait longer than that."""
MOST_WAITING = 100_000
"""So many observations may wait for the disk; whoever brings more is told that it is full and may send again."""

V = TypeVar("V")
Judge = Callable[[Sequence[Observation]], Sequence[Observation]]
OnKept = Callable[[Sequence[Observation]], None]
OnPicture = Callable[[StationPictureKept], None]


class TooMuch(RuntimeError):
    """More waits for the disk than may."""


class TelemetryIntake:
    """Keeps observations and pictures. `keep` and `keep_picture` may be called from any thread.

    `judge(observations)`, before the commit, marks those that are to be doubted; `on_kept(observations)` and
    `on_picture(kept)` are called after it. All three are called on the store's thread, one at a time, in order.
    """

    def __init__(self, store: Store, writer: Writer, judge: Judge, on_kept: OnKept, on_picture: OnPicture) -> None:
        """Use the store through its writer."""
        self._store, self._writer = store, writer
        self._judge, self._on_kept, self._on_picture = judge, on_kept, on_picture
        self._waiting: deque[tuple[Sequence[Observation], Future[None]]] = deque()
        self._lock = threading.Lock()
        self._asked = False
        self._held = 0

    @property
    def waiting(self) -> int:
        """How many observations are on their way to the disk."""
        return self._held

    def keep(self, observations: Sequence[Observation]) -> Future[None]:
        """Queue observations; the future ends once they are on disk, or carries the StoreTrouble, or TooMuch."""
        future: Future[None] = Future()
        with self._lock:
            full = self._held + len(observations) > MOST_WAITING
            if not full:
                self._held += len(observations)
                self._waiting.append((observations, future))
        if full:
            _fail(future, TooMuch(str(MOST_WAITING)))
        else:
            self._ask()
        return future

    def keep_picture(self, picture: StationPicture) -> Future[StationPictureKept]:
        """Queue a picture; the future carries what was kept."""

        def kept() -> StationPictureKept:
            made = self._store.telemetry.add_picture(picture)
            self._on_picture(made)
            return made

        try:
            return self._writer.run(kept)
        except RuntimeError as closed:
            future: Future[StationPictureKept] = Future()
            _fail(future, closed)
            return future

    def _ask(self) -> None:
        with self._lock:
            if self._asked:
                return
            self._asked = True
        try:
            self._writer.run(self._drain)
        except RuntimeError as closed:
            while self._waiting:
                _fail(self._waiting.popleft()[1], closed)

    def _drain(self) -> None:
        """Keep one transaction's worth; the rest asks for another turn, so that steps get theirs."""
        batch: list[tuple[Sequence[Observation], Future[None]]] = []
        count = 0
        with self._lock:
            self._asked = False
            while self._waiting and (not batch or count + len(self._waiting[0][0]) <= _AT_ONCE):
                batch.append(self._waiting.popleft())
                count += len(batch[-1][0])
        try:
            self._keep([one for observations, _ in batch for one in observations])
        except Exception as error:  # noqa: BLE001 - belongs to those who wait: the stations are not acknowledged
            for _, future in batch:
                _fail(future, error)
        else:
            for _, future in batch:
                _settle(future, None)
        finally:
            with self._lock:
                self._held -= count
        if self._waiting:
            self._ask()

    def _keep(self, observations: Sequence[Observation]) -> None:
        judged = self._judge(observations)
        self._store.telemetry.add(judged)
        self._on_kept(judged)


def _settle(future: Future[V], value: V) -> None:
    if future.set_running_or_notify_cancel():
        future.set_result(value)


def _fail(future: Future[V], error: Exception) -> None:
    if future.set_running_or_notify_cancel():
        future.set_exception(error)
