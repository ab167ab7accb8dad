"""First value now, last value later: at most one call a frame, and never a lost last value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

FRAME_MS = 16


class Throttle(QObject):
    """Passes the first value on at once and then at most one a frame; the newest of the held ones wins."""

    def __init__(
        self, act: Callable[[float], None], parent: QObject | None = None, interval_ms: int = FRAME_MS
    ) -> None:
        super().__init__(parent)
        self._act = act
        self._held: float | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(interval_ms)
        self._timer.timeout.connect(self._let_go)

    def __call__(self, value: float) -> None:
        """Offer a value."""
        if self._timer.isActive():
            self._held = value
            return
        self._timer.start()
        self._act(value)

    def drop(self) -> None:
        """Forget a held value: what follows has overtaken it."""
        self._held = None
        self._timer.stop()

    def _let_go(self) -> None:
        if self._held is None:
            return
        value, self._held = self._held, None
        self._timer.start()
        self._act(value)
