"""All that holds at a moment and might raise an alarm; called once a second of the desk's time and after steps."""

from __future__ import annotations

from datetime import datetime

from data.model.situation import Situation
from data.model.telemetry import Board
from data.rules.alarms import front, health, river
from data.rules.alarms.condition import Condition
from data.rules.alarms.extra import Extra, Memo


def conditions(
    now: Situation, board: Board, at: datetime, extra: Extra, memo: Memo | None = None
) -> tuple[Condition, ...]:
    """Return what holds, in no order that means anything. With the memo of the last call only changed maps are read."""
    kept = memo or Memo()
    return (
        *river.conditions(now, at, extra, kept),
        *front.conditions(now, at, extra, kept),
        *health.conditions(now, board, at, extra, kept),
    )
