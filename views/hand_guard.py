"""Whether the operator's hand is on a list: while it is, rows keep their order and only their words change."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView

REST_MS = 3000
"""A pointer that has not moved for so long is no hand about to click."""
_MOVES = frozenset(
    {
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.HoverMove,
        QEvent.Type.Wheel,
        QEvent.Type.KeyPress,
    }
)


class HandGuard(QObject):
    """Watches pointer and keys over a list.

    Signals:
        released: the hand has gone, or rests.

    """

    released = Signal()

    def __init__(self, view: QAbstractItemView) -> None:
        """Watch this list."""
        super().__init__(view)
        self._port = view.viewport()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.released)
        for watched in (view, self._port):
            watched.installEventFilter(self)

    @property
    def busy(self) -> bool:
        """Whether a row could be clicked this moment."""
        return self._rest.isActive()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that the hand moved, or left."""
        if event.type() in _MOVES:
            self._rest.start()
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.Hide) and self._rest.isActive():
            self._rest.stop()
            self.released.emit()
        return super().eventFilter(watched, event)


def ranks(order: dict[str, int], before: dict[str, int], *, held: bool) -> dict[str, int]:
    """Return the places of rows: the new order, or while it is held the old one with newcomers after it."""
    if not held or not before:
        return order
    last = max(before.values()) + 1
    return {row_id: before.get(row_id, last + rank) for row_id, rank in order.items()}
