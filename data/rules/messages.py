"""The book of messages (来文来电): which of them wait for somebody, what is found in it, times as they are typed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum
from typing import NamedTuple

from data.model.office import DutyMessage, Medium
from data.model.situation import Situation

_CLOCK = re.compile(r"([01]?\d|2[0-3])[:：]?([0-5]\d)")
_MINUTES = re.compile(r"\+?(\d{1,3})")


class Waiting(NamedTuple):
    """How many messages that came in wait: for somebody to take note, for an answer, and for one that is late."""

    unread: int
    unanswered: int
    overdue: int


class Part(StrEnum):
    """A part of the book."""

    ALL = "all"
    UNREAD = "unread"
    UNANSWERED = "unanswered"
    IN = "in"
    OUT = "out"


def unread(message: DutyMessage) -> bool:
    """Whether nobody has taken note of it yet."""
    return message.inward and message.noted_at is None


def unanswered(message: DutyMessage) -> bool:
    """Whether an answer is wanted and not given."""
    return message.inward and message.due is not None and message.answered_at is None


def overdue(message: DutyMessage, at: datetime) -> bool:
    """Whether its answer should have been given by `at`."""
    return unanswered(message) and message.due is not None and message.due < at


def waiting(now: Situation, at: datetime) -> Waiting:
    """Count what waits; a message without note and without answer counts in both."""
    every = now.messages.values()
    return Waiting(
        sum(unread(one) for one in every),
        sum(unanswered(one) for one in every),
        sum(overdue(one, at) for one in every),
    )


def of_part(message: DutyMessage, part: Part) -> bool:
    """Whether a message belongs to a part of the book."""
    match part:
        case Part.ALL:
            return True
        case Part.UNREAD:
            return unread(message)
        case Part.UNANSWERED:
            return unanswered(message)
        case Part.IN:
            return message.inward
        case Part.OUT:
            return not message.inward


def listed(now: Situation, part: Part = Part.ALL, medium: Medium | None = None, text: str = "") -> list[DutyMessage]:
    """Return the messages of a part that hold every word of the text, newest first."""
    wanted = text.casefold().split()
    found = [
        one
        for one in now.messages.values()
        if of_part(one, part) and (medium is None or one.medium is medium) and _holds(one, wanted)
    ]
    return sorted(found, key=lambda one: (one.at, one.id), reverse=True)


def _holds(message: DutyMessage, wanted: Iterable[str]) -> bool:
    whole = f"{message.other}\n{message.text}\n{message.answer}".casefold()
    return all(word in whole for word in wanted)


def others(now: Situation) -> list[str]:
    """Return who was at the other end before, the most recent first."""
    ordered = sorted(now.messages.values(), key=lambda one: one.at, reverse=True)
    return list(dict.fromkeys(one.other for one in ordered))


def came_at(typed: str, at: datetime, zone: tzinfo) -> datetime | None:
    """Return when it came, as typed: "14:30" or "1430" is the last such time up to `at`, nothing is `at` itself."""
    text = typed.strip()
    if not text:
        return at
    clock = _clock(text, at, zone)
    if clock is None:
        return None
    return clock if clock <= at else clock - timedelta(days=1)


def due_at(typed: str, at: datetime, zone: tzinfo) -> datetime | None:
    """Return until when an answer is wanted: "14:30" is the next such time, "30" so many minutes from `at`."""
    text = typed.strip()
    minutes = _MINUTES.fullmatch(text)
    if minutes is not None:
        length = int(minutes[1])
        return at + timedelta(minutes=length) if length else None
    clock = _clock(text, at, zone)
    if clock is None:
        return None
    return clock if clock > at else clock + timedelta(days=1)


def _clock(text: str, at: datetime, zone: tzinfo) -> datetime | None:
    found = _CLOCK.fullmatch(text)
    if found is None:
        return None
    local = at.astimezone(zone).replace(hour=int(found[1]), minute=int(found[2]), second=0, microsecond=0)
    return local.astimezone(at.tzinfo)
