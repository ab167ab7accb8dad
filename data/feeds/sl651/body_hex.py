"""Texts in HEX/BCD coding (6.6.3): identifier, definition byte, value, without anything in between."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from data.feeds.sl651.bcd import Why, moment, number
from data.feeds.sl651.codes import KINDS as STATION_KINDS
from data.feeds.sl651.codes import Function, Shape
from data.feeds.sl651.elements import KINDS, LEVEL_SERIES, RAIN_SERIES, kind_of
from data.feeds.sl651.parameters import states_of
from data.feeds.sl651.tails import parameters, special, text_of
from data.feeds.sl651.uplink import Element, Trouble, TroubleCode
from data.feeds.sl651.words import values_of

STEP: Final = 0x04
STATE: Final = 0x45
EVERY: Final = timedelta(minutes=5)
_TIME, _ADDRESS, _MANUAL, _PICTURE, _BATCH, _CUSTOM = 0xF0, 0xF1, 0xF2, 0xF3, 0xFD, 0xFF
_IN_HOUR: Final = 12
_BY_BYTE: Final = tuple(KINDS.get(f"{code:02X}") for code in range(256))
_PLAIN: Final = frozenset({Shape.PARAMETERS, Shape.VERSION, Shape.SWITCHES, Shape.GATES, Shape.QUOTA, Shape.EVENTS})
_HEADED: Final = frozenset({*range(0x30, 0x3B), 0x44}) - {0x35, 0x39}
"""Functions whose text has the kind of station and an observation time (6.6.4)."""


@dataclass(slots=True)
class Read:
    """What was read so far."""

    function: Function
    station: str
    sent_at: datetime | None
    kind: str = ""
    observed_at: datetime | None = None  # the first one
    at: datetime | None = None  # the one that holds now (6.6.2.8 e)
    step: timedelta | None = None
    elements: list[Element] = field(default_factory=list[Element])
    troubles: list[Trouble] = field(default_factory=list[Trouble])
    picture: bytes = b""

    def trouble(self, code: TroubleCode, about: str = "") -> None:
        """Note a trouble."""
        self.troubles.append(Trouble(code, about))

    def observe(self, at: datetime | None, shown: str) -> None:
        """Take an observation time."""
        if at is None:
            self.trouble(TroubleCode.OBSERVED_TIME, shown)
        self.at = at
        self.observed_at = self.observed_at or at


def read_hex(read: Read, body: bytes, at: int) -> None:
    """Read a text behind serial number and time."""
    shape = read.function.shape
    if shape is Shape.HEAD:
        return
    if shape is not Shape.MANUAL:
        at = _address(read, body, at)
    if shape in _PLAIN:
        if shape is Shape.PARAMETERS:
            read.elements += parameters(body, at, read.troubles)
        else:
            read.elements += special(shape, body, at, read.troubles)
        return
    while at < len(body):
        at = _next(read, body, at)


def _address(read: Read, body: bytes, at: int) -> int:
    """Read F1F1, the station, and its kind where the function has one."""
    if body[at : at + 2] != b"\xf1\xf1" or len(body) < at + 7:
        read.trouble(TroubleCode.NO_ADDRESS)
        return at
    at += 7
    station = body[at - 5 : at].hex().upper()
    if station != read.station:
        read.trouble(TroubleCode.OTHER_ADDRESS, station)
        read.station = station
    has_kind = read.function.code in _HEADED or body[at + 1 : at + 3] == b"\xf0\xf0"
    if has_kind and at < len(body):
        letter = chr(body[at])
        read.kind = letter if letter in STATION_KINDS else f"{body[at]:02X}"
        at += 1
    return at


def _next(read: Read, body: bytes, at: int) -> int:
    """Read one identifier and what belongs to it; return where the next one starts."""
    lead = body[at]
    if lead == _TIME:
        raw = body[at + 2 : at + 7]
        read.observe(moment(raw), raw.hex())
        return at + 7
    if lead == _ADDRESS:
        after = _address(read, body, at)
        return after if after > at else len(body)  # what follows a false address cannot be told apart
    if lead == _MANUAL:
        manual(read, body[at + 2 :])
        return len(body)
    if lead == _PICTURE:
        read.picture = body[at + 2 :]
        return len(body)
    if lead == _BATCH:
        _add(read, lead, body[at + 2 :].hex().upper())
        return len(body)
    if lead == RAIN_SERIES or lead in LEVEL_SERIES:
        return _five_minutes(read, body, at)
    return _value(read, body, at)


def manual(read: Read, raw: bytes) -> None:
    """Take words typed in at the station, and the values in them."""
    text = text_of(raw)
    _add(read, _MANUAL, text)
    kind, found = values_of(text, read.sent_at)
    read.kind = read.kind or kind
    read.observed_at = read.observed_at or next((one.at for one in found), None)
    read.elements += found


def _add(read: Read, lead: int, value: str) -> None:
    kind = kind_of(f"{lead:02X}")
    read.elements.append(Element(kind.id, kind.name, value, at=read.at, station=read.station))


def _value(read: Read, body: bytes, at: int) -> int:
    """Read an ordinary element: the definition byte tells its length and decimals (table 26)."""
    lead = body[at]
    if lead == _CUSTOM:
        at += 1
    identifier = f"FF{body[at]:02X}" if lead == _CUSTOM and at < len(body) else f"{lead:02X}"
    start = at + 2
    if start > len(body):
        read.trouble(TroubleCode.ELEMENT_CUT, identifier)
        return len(body)
    definition = body[at + 1]
    end = start + (definition >> 3)
    if end > len(body):
        read.trouble(TroubleCode.ELEMENT_CUT, identifier)
        return len(body)
    kind = (_BY_BYTE[lead] if lead != _CUSTOM else None) or kind_of(identifier)
    decimals = definition & 7
    if lead == STEP:
        _step(read, body[start:end])
    elif lead == STATE:
        word = int.from_bytes(body[start:end], "big")
        read.elements.append(
            Element(kind.id, kind.name, float(word), "", 0, read.at, read.station, detail=states_of(word))
        )
    elif read.function.shape is Shape.SERIES and read.step is not None and definition >> 3:
        return _even(read, body, start, end - start, decimals, identifier)
    else:
        value, why = number(body[start:end], decimals)
        read.elements.append(Element(kind.id, kind.name, value, kind.unit, decimals, read.at, read.station, why))
    return end


def _step(read: Read, raw: bytes) -> None:
    """Read a time step: days, hours, minutes, of which one is not 0 (table C.3)."""
    kind = kind_of("04")
    text = raw.hex()
    if len(raw) != 3 or not text.isdecimal():
        read.trouble(TroubleCode.NO_STEP, text)
        read.elements.append(Element(kind.id, kind.name, None, kind.unit, why=Why.NOT_DECIMAL, station=read.station))
        return
    days, hours, minutes = (int(text[n : n + 2]) for n in (0, 2, 4))
    read.step = timedelta(days=days, hours=hours, minutes=minutes)
    whole = read.step.total_seconds() / 60
    read.elements.append(Element(kind.id, kind.name, whole, kind.unit, 0, read.at, read.station))


def _even(read: Read, body: bytes, start: int, length: int, decimals: int, identifier: str) -> int:
    """Read the values of 31H and 38H: the identifier once, then one value a step (6.6.4.4)."""
    kind = kind_of(identifier)
    if not read.step:
        read.trouble(TroubleCode.NO_STEP, identifier)
    at = read.at
    for place in range(start, len(body) - length + 1, length):
        value, why = number(body[place : place + length], decimals)
        read.elements.append(Element(kind.id, kind.name, value, kind.unit, decimals, at, read.station, why))
        at = at + read.step if at is not None and read.step else at
    if (len(body) - start) % length:
        read.trouble(TroubleCode.LEFT_OVER, identifier)
    return len(body)


def _five_minutes(read: Read, body: bytes, at: int) -> int:
    """Read an hour in twelve values: of rain F4, of relative level F5 … FC; binary, all ones = no value."""
    width = 1 if body[at] == RAIN_SERIES else 2
    length = _IN_HOUR * width
    start = at + 2
    identifier = f"{body[at]:02X}"
    left = len(body) - start
    if left < length:
        read.trouble(TroubleCode.ELEMENT_CUT, identifier)
        return len(body)
    if body[at + 1] >> 3 != length:
        read.trouble(TroubleCode.SERIES_LENGTH, identifier)
    if read.function.shape is Shape.SERIES and left % length == 0:
        length = left  # several hours, one behind the other
    five_minutes(read, identifier, body[start : start + length])
    return start + length


def five_minutes(read: Read, identifier: str, raw: bytes) -> None:
    """Take a series of five minutes each.

    The observation time is that of the first value (table 36, note); a station that gives the end of the hour instead
    would speak of the future, and is read as it means it.
    """
    kind = kind_of(identifier)
    width = kind.hex_bytes
    count = len(raw) // width
    at = read.at
    span = EVERY * (count - 1)
    if at is not None and read.sent_at is not None and at + span > read.sent_at + EVERY:
        at -= span
        read.trouble(TroubleCode.SERIES_END, identifier)
    nothing = (1 << 8 * width) - 1
    for place in range(0, count * width, width):
        word = int.from_bytes(raw[place : place + width], "big")
        value, why = (None, Why.ABSENT) if word == nothing else (word / 10**kind.decimals, None)
        read.elements.append(Element(kind.id, kind.name, value, kind.unit, kind.decimals, at, read.station, why))
        at = at + EVERY if at is not None else None
