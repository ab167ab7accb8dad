"""Welfare: watches the timers of teams on the water or at a danger, and says when one needs somebody now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from data.model.situation import Situation
from data.rules.watches import pressing


class Welfare(QObject):
    """Looks at every tick.

    Signals:
        changed: ids of the watches that need somebody now, the most pressing first.
        began: id of a watch that has just come to need somebody.

    """

    changed = Signal(object)
    began = Signal(str)

    def __init__(self, situation: Callable[[], Situation], parent: QObject | None = None) -> None:
        """Look at the newest situation at every tick."""
        super().__init__(parent)
        self._situation = situation
        self._pressing: tuple[str, ...] = ()

    def tick(self, time: datetime) -> None:
        """Say what has changed since the last tick."""
        found = pressing(self._situation(), time)
        if found == self._pressing:
            return
        before, self._pressing = self._pressing, found
        self.changed.emit(found)
        for watch in found:
            if watch not in before:
                self.began.emit(watch)
