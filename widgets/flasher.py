"""The one beat of flashing marks: two rates, only while somebody sees it, and none where motion is unwanted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStyle, QWidget

BEAT_MS = 250
"""A quarter of a second: the fast rate turns at each beat (2 Hz), the slow one at each second beat (1 Hz)."""


def motion_unwanted() -> bool:
    """Whether the system asks for little motion, which Qt tells as a style without animation, or nobody can see any."""
    if QGuiApplication.platformName() == "offscreen":
        return True
    asked, hints = QApplication.style().styleHint, QStyle.StyleHint
    return not (asked(hints.SH_Widget_Animate) and asked(hints.SH_Widget_Animation_Duration))


class Flasher(QObject):
    """Beats while its owner is seen and has something to flash. Signal `turned`: paint the marks again."""

    turned = Signal()

    def __init__(self, owner: QWidget, still: Callable[[], bool] = motion_unwanted) -> None:
        """Beat for a widget; `still` says whether marks are to rest."""
        super().__init__(owner)
        self._owner, self._still = owner, still
        self._beat = 0
        self._wanted = False
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._on_beat)
        owner.installEventFilter(self)

    def want(self, wanted: bool) -> None:
        """Say whether there is anything to flash."""
        self._wanted = wanted
        self._look()

    def lit(self, *, fast: bool) -> bool:
        """Whether a mark of that rate is in its bright half now; always while nothing beats."""
        if not self._timer.isActive():
            return True
        return (self._beat if fast else self._beat // 2) % 2 == 0

    @property
    def beating(self) -> bool:
        """Whether marks flash now."""
        return self._timer.isActive()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Rest while the owner is hidden."""
        if watched is self._owner and event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._look(shown=event.type() is QEvent.Type.Show)
        return super().eventFilter(watched, event)

    def _look(self, *, shown: bool | None = None) -> None:
        seen = self._owner.isVisible() if shown is None else shown
        beats = self._wanted and seen and not self._still()
        if beats and not self._timer.isActive():
            self._beat = 0
            self._timer.start()
        elif not beats and self._timer.isActive():
            self._timer.stop()
            self.turned.emit()

    def _on_beat(self) -> None:
        self._beat = (self._beat + 1) % 4
        self.turned.emit()
