"""What a telegram says: the types that frames are read into."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from data.feeds.sl651.bcd import Why
from data.feeds.sl651.codes import Function
from data.feeds.sl651.frames import Frame


class TroubleCode(StrEnum):
    """What is wrong with the text of a frame whose check sum is right."""

    SHORT = "short"  # no serial number and time
    SENT_TIME = "sent_time"  # the time of sending is none
    OBSERVED_TIME = "observed_time"
    NO_ADDRESS = "no_address"  # no station where the function asks for one
    OTHER_ADDRESS = "other_address"  # the text speaks of another station than the head: a relay (6.6.2.7)
    ELEMENT_CUT = "element_cut"  # a stated length goes beyond the text
    NO_STEP = "no_step"  # a series without a time step
    LEFT_OVER = "left_over"  # bytes that make no value
    SERIES_LENGTH = "series_length"  # the definition byte contradicts the fixed length of table C.1
    SERIES_END = "series_end"  # the observation time is that of the last value, not of the first
    UNREADABLE = "unreadable"  # characters that are no value


GRAVE = frozenset(
    {
        TroubleCode.SHORT,
        TroubleCode.SENT_TIME,
        TroubleCode.OBSERVED_TIME,
        TroubleCode.NO_ADDRESS,
        TroubleCode.ELEMENT_CUT,
        TroubleCode.NO_STEP,
        TroubleCode.LEFT_OVER,
        TroubleCode.UNREADABLE,
    }
)
"""Troubles by which something was lost; the others are worth a remark."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """One trouble and what it is about, e.g. the identifier of an element."""

    code: TroubleCode
    about: str = ""


@dataclass(frozen=True, slots=True)
class Element:
    """One value. `at` is when it was observed (of a series: each value its own), `why` is why `value` is None.

    `id` is the identifier byte, FFXX for a custom one, "" for what has none (version, events, switches).
    `station` is the address to which it belongs, which is not the head's when a relay speaks.
    """

    id: str
    name: str
    value: float | str | None
    unit: str = ""
    decimals: int = 0
    at: datetime | None = None
    station: str = ""
    why: Why | None = None
    detail: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Uplink:
    """A telegram read whole: one frame, or the packets of one text put together."""

    frame: Frame
    function: Function
    station: str
    centre: int
    password: str
    serial: int | None = None
    sent_at: datetime | None = None
    kind: str = ""  # letter of table A.1
    observed_at: datetime | None = None
    elements: tuple[Element, ...] = ()
    picture: bytes = field(default=b"", repr=False)
    troubles: tuple[Trouble, ...] = ()

    @property
    def grave(self) -> Trouble | None:
        """The first trouble by which something was lost."""
        return next((one for one in self.troubles if one.code in GRAVE), None)
