"""The chaser: as the clock ticks, whoever has waited long enough on a rung of the ladder climbs to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from immutables import Map
from PySide6.QtCore import QObject

from data.model.dispatch import Push, PushState
from data.model.situation import Situation
from data.model.steps import ReceiptNoted
from data.rules.ladder import due, rung_ends
from data.rules.rights import SYSTEM


class Chaser(QObject):
    """Takes the misses that the clock makes as steps of the program; does nothing for whom nobody waits.

    When the next rung of a push ends is worked out once for each change of the push, so that a tick costs nothing.
    """

    def __init__(
        self,
        situation: Callable[[], Situation],
        do: Callable[[ReceiptNoted, str], bool],
        parent: QObject | None = None,
    ) -> None:
        """Look at the newest situation at every tick."""
        super().__init__(parent)
        self._situation, self._do = situation, do
        self._pushes: Map[str, Push] | None = None
        self._ends: dict[str, tuple[Push, datetime | None]] = {}

    def tick(self, time: datetime) -> None:
        """Let everybody climb whose wait is over at the desk's time."""
        now = self._situation()
        self._work_out(now)
        ripe = [push for push, ends in self._ends.values() if ends is not None and ends <= time]
        if not ripe:
            return
        for body in due(replace(now, pushes=Map({push.id: push for push in ripe})), time):
            self._do(body, SYSTEM)

    def _work_out(self, now: Situation) -> None:
        if now.pushes is self._pushes:
            return
        known, self._ends = self._ends, {}
        for push in now.pushes.values():
            if push.state is PushState.SENT:
                held = known.get(push.id)
                same = held is not None and held[0] is push
                self._ends[push.id] = held if same and held is not None else (push, next_end(push))
        self._pushes = now.pushes


def next_end(push: Push) -> datetime | None:
    """Return when the first of a push's people leaves his rung; None when nobody does by the clock."""
    ends = (rung_ends(push, receipt) for receipt in push.receipts)
    return min((end for end in ends if end is not None), default=None)
