"""What leads through a replay: marks on the line of a journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class MarkKind(StrEnum):
    """What a mark stands for."""

    DECISION = "decision"
    LEVEL = "level"
    ALARM = "alarm"
    EVENT = "event"
    PUSH = "push"


@dataclass(frozen=True, slots=True)
class Mark:
    """The first of `count` like steps that lie so close together that one mark stands for them."""

    seq: int
    at: datetime
    kind: MarkKind
    count: int = 1
