"""What a station's line brings, between the protocol that reads it (data/feeds) and the server that carries it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Outcome(StrEnum):
    """What bytes came to."""

    SOUND = "sound"  # a telegram to keep
    HEARTBEAT = "heartbeat"
    PART = "part"  # one packet of several; nothing to keep yet
    DUPLICATE = "duplicate"  # kept before: the answer got lost
    BAD_CRC = "bad_crc"
    REFUSED = "refused"  # no frame, or a frame that says nothing
    GARBAGE = "garbage"  # bytes that never were a frame


SPOKE = frozenset({Outcome.SOUND, Outcome.HEARTBEAT, Outcome.PART, Outcome.DUPLICATE})
"""Outcomes by which a station showed that it speaks the protocol."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """One thing that came. `item` is to be kept before `reply_of` is asked; without it `reply` goes out at once."""

    outcome: Outcome
    station: str = ""  # telemetry address, as far as it could be read
    item: object | None = field(default=None, repr=False)
    reply: bytes = b""
    serial: int | None = None  # of telegrams that count on; None: not to be counted
    sent_at: datetime | None = None
    size: int = 0  # bytes of junk, or of what is to be kept
    note: str = ""  # code of the fault
