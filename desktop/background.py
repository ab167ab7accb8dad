"""Background: work off the UI thread, and the one place where its results come back into it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")
LOG = logging.getLogger("background")


class Background(QObject):
    """Runs calls on a hand of its own (or takes futures of other threads) and delivers results on the UI thread.

    Signals:
        delivered: a result has come and was taken.

    """

    delivered = Signal()
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with one hand: imports and exports are rare, and the machine has two cores."""
        super().__init__(parent)
        self._closed = False
        self._hands = ThreadPoolExecutor(max_workers=1, thread_name_prefix="hand")
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(self, call: Callable[[], T], then: Callable[[T], None], failed: Callable[[BaseException], None]) -> None:
        """Run a call and hand its value to `then`, or its exception to `failed`, on the UI thread."""
        if self._closed:  # a field that loses the focus as its window goes may still ask
            return
        self.follow(self._hands.submit(call), then, failed)

    def follow(self, future: Future[T], then: Callable[[T], None], failed: Callable[[BaseException], None]) -> None:
        """Hand over the outcome of a future of any thread."""

        def over(done: Future[T]) -> None:
            if done.cancelled():
                return  # only closing cancels, and then nobody is left to be told
            error = done.exception()
            if error is not None:
                self.tell(lambda: failed(error))
            else:
                value = done.result()
                self.tell(lambda: then(value))

        future.add_done_callback(over)

    def tell(self, call: Callable[[], None]) -> None:
        """Have a call made on the UI thread; safe from any thread."""
        try:
            self._arrived.emit(call)
        except RuntimeError:
            LOG.info("a result came after the desk had closed")

    def close(self) -> None:
        """Finish what has been begun; what arrives from now on finds nobody to be told."""
        self._closed = True
        self._hands.shutdown(wait=True, cancel_futures=True)

    @Slot(object)
    def _deliver(self, call: Any) -> None:
        if not self._closed:
            call()
            self.delivered.emit()
