"""The desk's clock: real time, or the demonstration's time with pause and speed."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

SPEEDS = (1, 60, 600, 3600, 7200)
"""Speeds offered for the demonstration clock, in seconds a second."""


class DeskClock(QObject):
    """Tells the time of the desk.

    Real mode is the machine's time. Demonstration mode starts at `start` and runs at `speed` (0 = paused).

    Signals:
        ticked: aware datetime, a few times a second while running fast, once a second otherwise.
        speed_changed: seconds a second, 0 when paused.

    """

    ticked = Signal(object)
    speed_changed = Signal(int)

    def __init__(self, start: datetime | None = None, speed: int = 0, parent: QObject | None = None) -> None:
        """Start at `start` (demonstration), or with the machine's time when None."""
        super().__init__(parent)
        self._start = start
        self._speed = speed
        self._since = time.monotonic()
        self._last_speed = speed or 600
        self._timer = QTimer(self)
        self._timer.setInterval(250 if speed > 1 else 1000)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    @property
    def real(self) -> bool:
        """Whether this is the machine's time."""
        return self._start is None

    @property
    def speed(self) -> int:
        """Seconds of the desk a second; 1 in real mode, 0 when paused."""
        return 1 if self._start is None else self._speed

    def now(self) -> datetime:
        """Return the desk's time, aware, in UTC."""
        if self._start is None:
            return datetime.now(UTC)
        return self._start + timedelta(seconds=(time.monotonic() - self._since) * self._speed)

    def set_speed(self, speed: int) -> None:
        """Change the demonstration's speed; 0 pauses. No effect in real mode."""
        if self._start is None or speed == self._speed:
            return
        self._start = self.now()
        self._since = time.monotonic()
        if speed:
            self._last_speed = speed
        self._speed = speed
        self._timer.setInterval(250 if speed > 1 else 1000)
        self.speed_changed.emit(speed)
        self._tick()

    def toggle(self) -> None:
        """Pause, or run on at the speed before the pause."""
        self.set_speed(0 if self._speed else self._last_speed)

    def set_time(self, start: datetime | None) -> None:
        """Go to another time, or to the machine's time with None."""
        self._start = start
        self._since = time.monotonic()
        self.speed_changed.emit(self.speed)
        self._tick()

    def stop(self) -> None:
        """Stop ticking, when the desk closes."""
        self._timer.stop()

    def _tick(self) -> None:
        self.ticked.emit(self.now())
