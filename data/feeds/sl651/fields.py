"""Where in the bytes of a frame each field lies, with its value and clause: for people who look at frames by hand.

Nothing here decides whether a frame is taken (frames.py) or what it says (messages.py): of a broken frame as much is
named as is there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from data.feeds.sl651.bcd import Why, moment, moment_of, number
from data.feeds.sl651.codes import KINDS, Coding, Control, Shape, function_of
from data.feeds.sl651.crc import crc16
from data.feeds.sl651.elements import BY_LETTERS, LEVEL_SERIES, RAIN_SERIES, kind_of
from data.feeds.sl651.frames import MARK, Frame
from data.feeds.sl651.parameters import PARAMETERS, Form
from data.feeds.sl651.tails import parameter, text_of


class Part(StrEnum):
    """What a field is."""

    START = "start"
    CENTRE = "centre"
    STATION = "station"
    PASSWORD = "password"
    FUNCTION = "function"
    LENGTH = "length"
    TEXT_START = "text_start"
    PACKETS = "packets"
    SERIAL = "serial"
    SENT = "sent"
    ADDRESS = "address"
    KIND = "kind"
    OBSERVED = "observed"
    STEP = "step"
    ELEMENT = "element"
    PARAMETER = "parameter"
    MANUAL = "manual"
    PICTURE = "picture"
    TEXT = "text"  # bytes without identifiers, or of a later packet
    END = "end"
    CRC = "crc"
    REST = "rest"  # bytes that make no field


@dataclass(frozen=True, slots=True)
class Field:
    """Some bytes: what they are, the name and identifier of an element, the value, its unit, and the clause."""

    start: int
    size: int
    part: Part
    value: str = ""
    name: str = ""
    id: str = ""
    unit: str = ""
    clause: str = ""
    why: Why | None = None
    good: bool = True


_HEADED: Final = frozenset({*range(0x30, 0x3B), 0x44}) - {0x35, 0x39}
_RAW: Final = frozenset({Shape.VERSION, Shape.SWITCHES, Shape.GATES, Shape.QUOTA, Shape.EVENTS})
_WORD: Final = re.compile(rb"[^ ]+")
_STEP_WORD: Final = re.compile(r"DR[DHN]\d+", re.IGNORECASE)
_SERIES_BYTES: Final = {True: 12, False: 24}


def fields(data: bytes) -> tuple[Field, ...]:
    """Name the fields of one frame, as far as they go."""
    if data[:1] == bytes([Control.SOH]):
        return _ascii(data)
    if data[:1] == bytes([MARK]):
        return _hex(data)
    return (Field(0, len(data), Part.REST, data.hex().upper(), good=False),) if data else ()


def text_fields(frame: Frame) -> tuple[Field, ...]:
    """Name the fields of a text put together from packets; places count from the text's first byte."""
    body = frame.body
    if frame.coding is Coding.ASCII:
        return _ascii_text(body, 0, len(body))
    return tuple(_hex_text(body, 0, len(body), frame.function))


# HEX/BCD coding, tables 20–23


def _hex(data: bytes) -> tuple[Field, ...]:
    at = 2 if data[:2] == b"\x7e\x7e" else 1
    made = [Field(0, at, Part.START, data[:at].hex().upper(), clause="表20")]
    if len(data) < at + 12:
        return (*made, *_rest(data, at))
    word = int.from_bytes(data[at + 9 : at + 11], "big")
    up = word >> 12 == 0
    centre, station = (at, at + 1) if up else (at + 5, at)
    head = [
        Field(centre, 1, Part.CENTRE, str(data[centre]), clause="表20"),
        Field(station, 5, Part.STATION, data[station : station + 5].hex().upper(), clause="表20"),
    ]
    function = data[at + 8]
    made += sorted(head, key=lambda one: one.start)
    made += [
        Field(at + 6, 2, Part.PASSWORD, data[at + 6 : at + 8].hex().upper(), clause="表20"),
        Field(at + 8, 1, Part.FUNCTION, f"{function:02X}", function_of(function).name, clause="表B.1"),
        Field(at + 9, 2, Part.LENGTH, str(word & 0xFFF), "up" if up else "down", clause="表20"),
        Field(at + 11, 1, Part.TEXT_START, f"{data[at + 11]:02X}", clause="表10"),
    ]
    multi = data[at + 11] == Control.SYN
    at += 12
    end = min(at + (word & 0xFFF), len(data))
    packet = 0
    if multi and at + 3 <= end:
        count = int.from_bytes(data[at : at + 3], "big")
        packet = count & 0xFFF
        made.append(Field(at, 3, Part.PACKETS, f"{packet}/{count >> 12}", clause="6.3.1.2"))
        at += 3
    if packet > 1 or not up:
        made.append(Field(at, end - at, Part.TEXT, data[at:end].hex().upper(), clause="6.6.3"))
    else:
        made += _hex_text(data[:end], at, end, function)
    return tuple(made + _tail(data, end, 2))


def _tail(data: bytes, end: int, width: int) -> list[Field]:
    """End mark, check sum, and what should not be there."""
    made: list[Field] = []
    if end < len(data):
        made.append(Field(end, 1, Part.END, f"{data[end]:02X}", clause="表10"))
    place = end + 1
    stated = data[place : place + width]
    if len(stated) == width:
        told = stated.hex().upper() if width == 2 else stated.decode("latin-1").upper()
        counted = f"{crc16(data[:place]):04X}"
        made.append(Field(place, width, Part.CRC, told, counted, clause="表11", good=told == counted))
        place += width
    return made + _rest(data, min(place, len(data)))


def _rest(data: bytes, at: int) -> list[Field]:
    return [Field(at, len(data) - at, Part.REST, data[at:].hex().upper(), good=False)] if at < len(data) else []


def _hex_text(data: bytes, at: int, end: int, function: int) -> list[Field]:
    made: list[Field] = []
    if end - at < 8:
        return [Field(at, end - at, Part.REST, data[at:end].hex().upper(), good=False)] if end > at else []
    made.append(Field(at, 2, Part.SERIAL, str(int.from_bytes(data[at : at + 2], "big")), clause="6.6.2"))
    made.append(_time(data, at + 2, 6, 0, Part.SENT, "6.6.2.5"))
    at += 8
    shape = function_of(function).shape
    step = False
    while at < end:
        one = _hex_field(data, at, end, function)
        if shape in _RAW and one.part not in {Part.ADDRESS, Part.KIND}:
            made.append(Field(at, end - at, Part.TEXT, data[at:end].hex().upper(), clause="6.6.4"))
            break
        made.append(one)
        at += max(one.size, 1)
        if one.part is Part.ADDRESS and at < end and (function in _HEADED or data[at + 1 : at + 3] == b"\xf0\xf0"):
            letter = chr(data[at])
            made.append(Field(at, 1, Part.KIND, letter, KINDS.get(letter, ""), clause="表A.1"))
            at += 1
        step = step or one.part is Part.STEP
        if step and one.part is Part.ELEMENT and shape is Shape.SERIES:
            made += _even(data, at, end, made[-1])
            break
    return made


def _even(data: bytes, at: int, end: int, first: Field) -> list[Field]:
    """The further values of a series at even steps: the identifier is said once."""
    definition = data[first.start + (2 if first.id.startswith("FF") else 1)]
    length, decimals = definition >> 3, definition & 7
    made: list[Field] = []
    while length and at + length <= end:
        value, why = number(data[at : at + length], decimals)
        told = _figure(value, decimals)
        made.append(Field(at, length, Part.ELEMENT, told, first.name, first.id, first.unit, "表C.1", why))
        at += length
    if at < end:
        made.append(Field(at, end - at, Part.REST, data[at:end].hex().upper(), good=False))
    return made


def _time(data: bytes, at: int, width: int, lead: int, part: Part, clause: str) -> Field:
    raw = data[at + lead : at + lead + width]
    read = moment(raw)
    shown = raw.hex() if read is None else f"{read:%Y-%m-%d %H:%M:%S}"
    return Field(at, min(lead + width, len(data) - at), part, shown, clause=clause, good=read is not None)


def _hex_field(data: bytes, at: int, end: int, function: int) -> Field:
    lead = data[at]
    if lead == 0xF1 and at + 7 <= end:
        return Field(at, 7, Part.ADDRESS, data[at + 2 : at + 7].hex().upper(), id="F1", clause="6.6.2.7")
    if lead == 0xF0:
        return _time(data[:end], at, 5, 2, Part.OBSERVED, "6.6.2.8")
    if lead == 0xF2:
        return Field(at, end - at, Part.MANUAL, text_of(data[at + 2 : end]), id="F2", clause="6.6.4")
    if lead == 0xF3:
        return Field(at, end - at, Part.PICTURE, f"{end - at - 2}", id="F3", clause="6.6.4")
    if lead == 0xFD:
        return Field(at, end - at, Part.TEXT, data[at + 2 : end].hex().upper(), id="FD", clause="表C.1")
    if function_of(function).shape is Shape.PARAMETERS:
        return _parameter(data, at, end)
    if lead == RAIN_SERIES or lead in LEVEL_SERIES:
        return _five_minutes(data, at, end, rain=lead == RAIN_SERIES)
    return _element(data, at, end)


def _element(data: bytes, at: int, end: int) -> Field:
    custom = data[at] == 0xFF
    place = at + custom
    identifier = f"FF{data[place]:02X}" if custom and place < end else f"{data[at]:02X}"
    start = place + 2
    if start > end or start + (data[place + 1] >> 3) > end:
        return Field(at, end - at, Part.REST, data[at:end].hex().upper(), id=identifier, good=False)
    length, decimals = data[place + 1] >> 3, data[place + 1] & 7
    raw = data[start : start + length]
    kind = kind_of(identifier)
    if identifier == "04":
        return Field(at, start + length - at, Part.STEP, raw.hex(), kind.name, identifier, "", "表C.3")
    if identifier == "45":
        return Field(at, start + length - at, Part.ELEMENT, raw.hex().upper(), kind.name, identifier, "", "表58")
    value, why = number(raw, decimals)
    return Field(
        at, start + length - at, Part.ELEMENT, _figure(value, decimals), kind.name, identifier, kind.unit, "表C.1", why
    )


def _figure(value: float | None, decimals: int) -> str:
    return "" if value is None else f"{value:.{decimals}f}"


def _five_minutes(data: bytes, at: int, end: int, *, rain: bool) -> Field:
    kind = kind_of(f"{data[at]:02X}")
    width = kind.hex_bytes
    raw = data[at + 2 : min(at + 2 + _SERIES_BYTES[rain], end)]
    nothing = (1 << 8 * width) - 1
    values = [int.from_bytes(raw[n : n + width], "big") for n in range(0, len(raw), width)]
    told = " ".join("—" if one == nothing else f"{one / 10**kind.decimals:.{kind.decimals}f}" for one in values)
    good = len(raw) == _SERIES_BYTES[rain]
    return Field(at, 2 + len(raw), Part.ELEMENT, told, kind.name, kind.id, kind.unit, "表C.1", good=good)


def _parameter(data: bytes, at: int, end: int) -> Field:
    custom = data[at] == 0xFF and at + 1 < end
    identifier = f"FF{data[at + 1]:02X}" if custom else f"{data[at]:02X}"
    place = at + custom
    kind = PARAMETERS.get(identifier)
    if place + 1 >= end:
        return Field(at, end - at, Part.PARAMETER, "", "" if kind is None else kind.name, identifier, "", "附录D")
    length = data[place + 1] if kind is not None and kind.form is Form.RELAYED else data[place + 1] >> 3
    raw = data[place + 2 : place + 2 + length]
    if len(raw) < length or place + 2 + length > end:
        return Field(at, end - at, Part.REST, data[at:end].hex().upper(), id=identifier, good=False)
    size = place + 2 + length - at
    if kind is None:
        return Field(at, size, Part.PARAMETER, raw.hex().upper(), "", identifier, "", "附录D")
    read = parameter(kind, raw, data[place + 1] & 7)
    value = _figure(read.value, read.decimals) if isinstance(read.value, float) else str(read.value or "")
    return Field(at, size, Part.PARAMETER, value, kind.name, identifier, read.unit, "附录D", read.why)


# ASCII coding, tables 16–19


def _ascii(data: bytes) -> tuple[Field, ...]:
    text = data.decode("latin-1")
    made = [Field(0, 1, Part.START, "01", clause="表16")]
    if len(data) < 24 or not re.fullmatch(r"[0-9A-Fa-f]{22}", text[1:23]):
        return (*made, *_rest(data, 1))
    up = text[19] == "0"
    places = ((1, 2, Part.CENTRE), (3, 10, Part.STATION)) if up else ((1, 10, Part.STATION), (11, 2, Part.CENTRE))
    for start, size, part in places:
        shown = text[start : start + size]
        told = str(int(shown, 16)) if part is Part.CENTRE else shown
        made.append(Field(start, size, part, told, clause="表16"))
    function, length = int(text[17:19], 16), int(text[20:23], 16)
    made += [
        Field(13, 4, Part.PASSWORD, text[13:17], clause="表16"),
        Field(17, 2, Part.FUNCTION, f"{function:02X}", function_of(function).name, clause="表B.1"),
        Field(19, 4, Part.LENGTH, str(length), "up" if up else "down", clause="表16"),
        Field(23, 1, Part.TEXT_START, f"{data[23]:02X}", clause="表10"),
    ]
    at, end, packet = 24, min(24 + length, len(data)), 0
    if data[23] == Control.SYN and at + 6 <= end and re.fullmatch(r"[0-9A-Fa-f]{6}", text[at : at + 6]):
        total, packet = int(text[at : at + 3], 16), int(text[at + 3 : at + 6], 16)
        made.append(Field(at, 6, Part.PACKETS, f"{packet}/{total}", clause="6.3.1.2"))
        at += 6
    if packet > 1 or not up:
        made.append(Field(at, end - at, Part.TEXT, text[at:end], clause="6.6.2"))
    else:
        made += _ascii_text(data, at, end)
    return tuple(made + _tail(data, end, 4))


def _ascii_text(data: bytes, at: int, end: int) -> tuple[Field, ...]:
    text = data.decode("latin-1")
    if end - at < 16:
        return (Field(at, end - at, Part.REST, text[at:end], good=False),) if end > at else ()
    sent = moment_of(text[at + 4 : at + 16])
    shown = text[at + 4 : at + 16] if sent is None else f"{sent:%Y-%m-%d %H:%M:%S}"
    serial = text[at : at + 4]
    number_ = str(int(serial, 16)) if re.fullmatch(r"[0-9A-Fa-f]{4}", serial) else serial
    made = [
        Field(at, 4, Part.SERIAL, number_, clause="6.6.2"),
        Field(at + 4, 12, Part.SENT, shown, clause="6.6.2.5", good=sent is not None),
    ]
    found = [(at + 16 + one.start(), one.group().decode("latin-1")) for one in _WORD.finditer(data[at + 16 : end])]
    place = 0
    while place < len(found):
        start, word = found[place]
        if word.upper() in {"PIC", "RGZS"}:
            part = Part.PICTURE if word.upper() == "PIC" else Part.MANUAL
            raw = data[start + len(word) + 1 : end]
            told = str(len(raw)) if part is Part.PICTURE else text_of(raw)
            made.append(Field(start, end - start, part, told, id=word, clause="6.6.4"))
            break
        one, used = _ascii_field(found, place)
        made.append(one)
        place += used
    return tuple(made)


def _ascii_field(found: list[tuple[int, str]], place: int) -> tuple[Field, int]:
    start, word = found[place]
    following = found[place + 1] if place + 1 < len(found) else None
    if word in KINDS and place and (following is None or following[1] == "TT"):
        return Field(start, len(word), Part.KIND, word, KINDS[word], clause="表A.1"), 1
    if _STEP_WORD.fullmatch(word):
        return Field(start, len(word), Part.STEP, word, kind_of("04").name, "DR", clause="表C.3"), 1
    if following is None:
        return Field(start, len(word), Part.REST, word, good=False), 1
    size = following[0] + len(following[1]) - start
    if word.upper() == "ST":
        return Field(start, size, Part.ADDRESS, following[1], id="ST", clause="6.6.2.7"), 2
    if word.upper() == "TT":
        read = moment_of(following[1])
        shown = following[1] if read is None else f"{read:%Y-%m-%d %H:%M:%S}"
        return Field(start, size, Part.OBSERVED, shown, id="TT", clause="6.6.2.8", good=read is not None), 2
    kind = BY_LETTERS.get(word.upper()) or kind_of(word)
    absent = following[1] == "M"
    value = "" if absent else following[1]
    why = Why.ABSENT if absent else None
    return Field(start, size, Part.ELEMENT, value, kind.name, word, kind.unit, "表C.1", why), 2
