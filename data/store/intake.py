"""Intake: messages of phones go to disk together, many in one commit, and each is answered when it is there."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future

from data.model.field import Inbound, Position
from data.store.store import Store
from data.store.writer import Writer

_AT_ONCE = 500

OnKept = Callable[[Sequence[Inbound]], None]


class Intake:
    """Keeps what phones send. `keep` may be called from any thread.

    `on_kept(new messages)` and `on_moved(points)` are called in the store's thread after the commit, also for
    messages whose sender has stopped waiting: what is on disk always reaches the room.
    """

    def __init__(
        self, store: Store, writer: Writer, on_kept: OnKept, on_moved: Callable[[Sequence[Position]], None]
    ) -> None:
        """Use the store through its writer."""
        self._store, self._writer = store, writer
        self._on_kept, self._on_moved = on_kept, on_moved
        self._waiting: deque[tuple[Inbound, Future[bool]]] = deque()
        self._points: deque[Position] = deque()
        self._lock = threading.Lock()
        self._asked = False

    @property
    def waiting(self) -> int:
        """How many messages are on their way to the disk."""
        return len(self._waiting)

    def keep(self, message: Inbound) -> Future[bool]:
        """Queue a message; the future says whether it is new once it is on disk, or carries the StoreTrouble."""
        future: Future[bool] = Future()
        self._waiting.append((message, future))
        self._ask()
        return future

    def keep_positions(self, points: Sequence[Position]) -> None:
        """Queue positions; nobody waits for them."""
        self._points.extend(points)
        self._ask()

    def _ask(self) -> None:
        with self._lock:
            if self._asked:
                return
            self._asked = True
        try:
            self._writer.run(self._drain)
        except RuntimeError as closed:
            self._refuse(closed)

    def _drain(self) -> None:
        with self._lock:
            self._asked = False
        while self._waiting:
            self._keep_some()
        points = [self._points.popleft() for _ in range(len(self._points))]
        if points:
            self._store.field.add_positions(points)
            self._on_moved(points)

    def _keep_some(self) -> None:
        batch = [self._waiting.popleft() for _ in range(min(_AT_ONCE, len(self._waiting)))]
        messages = [message for message, _ in batch]
        try:
            new = self._store.field.keep_inbound(messages)
        except Exception as error:  # noqa: BLE001 - belongs to those who wait: they answer 503 and the phones try again
            for _, future in batch:
                _settle(future, error)
            return
        for (_, future), is_new in zip(batch, new, strict=True):
            _settle(future, is_new)
        fresh = [message for message, is_new in zip(messages, new, strict=True) if is_new]
        if fresh:
            self._on_kept(fresh)

    def _refuse(self, error: RuntimeError) -> None:
        while self._waiting:
            _settle(self._waiting.popleft()[1], error)


def _settle(future: Future[bool], outcome: bool | Exception) -> None:
    if not future.set_running_or_notify_cancel():
        return
    if isinstance(outcome, Exception):
        future.set_exception(outcome)
    else:
        future.set_result(outcome)
