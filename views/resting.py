"""Work that waits while the flow is being dragged: asked for any number of times, done once a moment later."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

WAIT_MS = 90
"""Long enough to leave out most ticks of a drag, short enough to look immediate."""
LIST_MS = 200
"""The same for lists of hundreds of clocks, each drawing of which takes some milliseconds."""


class Resting(QObject):
    """Calls `act` once, some time after it was first asked."""

    def __init__(self, act: Callable[[], None], parent: QObject, wait_ms: int = WAIT_MS) -> None:
        """Belong to a pane."""
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(wait_ms)
        self._timer.timeout.connect(act)

    def ask(self) -> None:
        """Ask for it; asking again while it waits changes nothing."""
        if not self._timer.isActive():
            self._timer.start()

    def drop(self) -> None:
        """What was asked for has been done otherwise."""
        self._timer.stop()
