"""Bodies of steps about alarms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from data.model.alarms import AlarmMove


@dataclass(frozen=True, slots=True)
class AlarmsMoved:
    """The alarm engine found changes, oldest first."""

    moves: tuple[AlarmMove, ...]


@dataclass(frozen=True, slots=True)
class AlarmsAcknowledged:
    """A person has seen these tags; it closes none."""

    tags: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class AlarmsClosed:
    """A person says what was done about these tags; they stand no longer."""

    tags: tuple[str, ...]
    done: str


@dataclass(frozen=True, slots=True)
class AlarmsShelved:
    """A person put these tags aside until a time, with a reason."""

    tags: tuple[str, ...]
    until: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class AlarmsUnshelved:
    """These tags are back: their time is over, or a person fetched them."""

    tags: tuple[str, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AlarmsServiced:
    """These tags were taken out of service, or put back into it."""

    tags: tuple[str, ...]
    out: bool
    reason: str
