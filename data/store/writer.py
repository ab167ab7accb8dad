"""The thread that keeps steps: what is queued goes to disk together, in order, and nothing is lost on the way."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any, TypeVar

from data.model.situation import Situation
from data.model.steps import Step
from data.store.errors import StoreTrouble
from data.store.store import Store

T = TypeVar("T")

_BATCH = 500
_WORTH_A_SNAPSHOT = 50
_QUIET_S = 1.0
_OWED_AT_MOST = 5_000
"""A snapshot takes time from whoever is answered meanwhile: in a flood it waits for quiet, or for that many steps."""
_FIRST_WAIT_S = 0.25
_LONGEST_WAIT_S = 15.0
_log = logging.getLogger("store")

OnKept = Callable[[Sequence[int]], None]
OnTrouble = Callable[[str, dict[str, object]], None]


def _nothing(*_: object) -> None:
    """Do nothing: nobody listens."""


class Writer:
    """Owns a store on a thread of its own.

    The callbacks are called in that thread: `on_kept(seqs)` after a commit, `on_trouble(code, params)` once when
    writing starts to fail (code "fault" when the program itself is at fault), `on_recovered()` when it works again.
    """

    def __init__(
        self,
        store: Store,
        on_kept: OnKept = _nothing,
        on_trouble: OnTrouble = _nothing,
        on_recovered: Callable[[], None] = _nothing,
    ) -> None:
        """Start the thread."""
        self._store = store
        self._on_kept, self._on_trouble, self._on_recovered = on_kept, on_trouble, on_recovered
        self._waiting: deque[tuple[Step, Situation]] = deque()
        self._calls: deque[tuple[Callable[[], Any], Future[Any]]] = deque()
        self._changed = threading.Condition()
        self._closing = False
        self._trouble = ""
        self._wait_s = _FIRST_WAIT_S
        self._next_try = 0.0
        self._last: Situation | None = None
        self._owed = False  # a snapshot is due and waits for quiet
        self._quiet = False
        self._thread = threading.Thread(target=self._work, name="store", daemon=True)
        self._thread.start()

    @property
    def unsaved(self) -> int:
        """How many steps are in memory only."""
        return len(self._waiting)

    @property
    def trouble(self) -> str:
        """Code of the trouble that writing is in, "" when it works."""
        return self._trouble

    def keep(self, step: Step, after: Situation) -> None:
        """Queue a step with the situation after it."""
        with self._changed:
            if self._closing:
                raise RuntimeError("the writer is closed")
            self._waiting.append((step, after))
            self._changed.notify_all()

    def run(self, call: Callable[[], T]) -> Future[T]:
        """Run a call (a read of the store, most often) on the store's thread."""
        future: Future[T] = Future()
        with self._changed:
            if self._closing:
                raise RuntimeError("the writer is closed")
            self._calls.append((call, future))
            self._changed.notify_all()
        return future

    def retry(self) -> None:
        """Try again at once instead of waiting (the operator has made room, plugged in the disk …)."""
        with self._changed:
            self._next_try, self._wait_s = 0.0, _FIRST_WAIT_S
            self._changed.notify_all()

    def flush(self, timeout_s: float = 10.0) -> bool:
        """Wait until all that is queued is on disk; False when the time runs out first."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._waiting, timeout_s)

    def close(self, timeout_s: float = 10.0) -> int:
        """Write what is queued, end the thread, close the store; return how many steps could not be kept."""
        with self._changed:
            self._closing = True
            self._next_try = 0.0
            self._changed.notify_all()
        self._thread.join(timeout_s)
        return self.unsaved

    # ── on the store's thread ──

    def _work(self) -> None:
        try:
            while self._wait():
                self._write()
                self._answer()
                if self._owed and self._quiet and self._last is not None:
                    self._snapshot(self._last)
            self._leave_snapshot()
        finally:
            self._answer()
            self._store.close()

    def _wait(self) -> bool:
        """Wait for work; False when all is done and the writer closes."""
        self._quiet = False
        with self._changed:
            while True:
                if self._calls or (self._waiting and time.monotonic() >= self._next_try):
                    return True
                if self._closing:
                    return False
                if self._owed and not self._waiting:
                    self._quiet = not self._changed.wait(_QUIET_S)
                    if self._quiet:
                        return True
                    continue
                self._changed.wait(max(0.0, self._next_try - time.monotonic()) if self._waiting else None)

    def _write(self) -> None:
        if time.monotonic() < self._next_try:
            return
        while batch := [self._waiting[i] for i in range(min(_BATCH, len(self._waiting)))]:
            try:
                numbers = self._store.append(batch)
            except StoreTrouble as trouble:
                self._fail(trouble.code, trouble.params)
                return
            except Exception as error:  # noqa: BLE001 - told loudly; the steps stay in memory, work goes on
                _log.exception("steps cannot be kept")
                self._fail("fault", {"detail": repr(error)})
                return
            self._kept(batch, numbers)

    def _kept(self, batch: Sequence[tuple[Step, Situation]], numbers: Sequence[int]) -> None:
        recovered, self._trouble, self._wait_s = bool(self._trouble), "", _FIRST_WAIT_S
        with self._changed:
            for _ in batch:
                self._waiting.popleft()
            self._changed.notify_all()
        self._last = batch[-1][1]
        self._tell(self._on_kept, numbers)
        if recovered:
            self._tell(self._on_recovered)
        if self._store.snapshot_due():
            self._owed = True
        replaced = not self._owed and self._store.snapshot_due([step for step, _ in batch])  # a whole register
        if replaced or self._store.steps_since_snapshot >= _OWED_AT_MOST:
            self._snapshot(self._last)

    def _leave_snapshot(self) -> None:
        """Spare the next start the folding, when there is enough of it."""
        if self._last is not None and self._store.steps_since_snapshot >= _WORTH_A_SNAPSHOT:
            self._snapshot(self._last)

    def _snapshot(self, now: Situation) -> None:
        self._owed = False
        try:
            self._store.snapshot(now)
        except StoreTrouble as trouble:
            _log.warning("no snapshot: %s", trouble)  # derived: the next one makes up for it

    def _tell(self, call: Callable[..., None], *args: object) -> None:
        try:
            call(*args)
        except Exception:  # noqa: BLE001 - told loudly; its fault must not cost the steps that wait
            _log.exception("a listener of the store failed")

    def _fail(self, code: str, params: dict[str, object]) -> None:
        with self._changed:
            self._next_try = time.monotonic() + self._wait_s if not self._closing else float("inf")
        self._wait_s = min(self._wait_s * 2, _LONGEST_WAIT_S)
        if code != self._trouble:
            self._trouble = code
            self._tell(self._on_trouble, code, params)

    def _answer(self) -> None:
        for _ in range(len(self._calls)):  # what is asked meanwhile waits: steps come between, however busy the askers
            call, future = self._calls.popleft()
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(call())
            except Exception as error:  # noqa: BLE001 - belongs to whoever asked
                future.set_exception(error)
