"""The bulletin of the demonstration: recorded readings arrive as the clock passes them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from data.model.river import Reading


class Bulletin(QObject):
    """Delivers recorded readings in order of time.

    Signals:
        arrived: Reading, once each, when the clock has passed its time.

    """

    arrived = Signal(object)

    def __init__(self, readings: Sequence[Reading], parent: QObject | None = None) -> None:
        """Keep the readings, oldest first; none is delivered before `start_after`."""
        super().__init__(parent)
        self._readings = sorted(readings, key=lambda reading: (reading.at, reading.station))
        self._times = [reading.at for reading in self._readings]
        self._next = 0

    def start_after(self, time: datetime) -> None:
        """Take all readings up to `time` as delivered (they are in the journal already)."""
        self._next = bisect_right(self._times, time)

    def advance(self, time: datetime) -> None:
        """Deliver what has become due."""
        due = bisect_right(self._times, time)
        while self._next < due:
            reading = self._readings[self._next]
            self._next += 1
            self.arrived.emit(reading)

    @property
    def ended(self) -> bool:
        """Whether every reading has been delivered."""
        return self._next >= len(self._readings)
