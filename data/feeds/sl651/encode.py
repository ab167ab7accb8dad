"""Values → frames: what stations send (simulator, tests) and what a centre answers (tables 17, 19, 21, 23)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from data.feeds.sl651.bcd import packed, stamp
from data.feeds.sl651.codes import Coding, Control
from data.feeds.sl651.elements import KINDS, LEVEL_SERIES, RAIN_SERIES
from data.feeds.sl651.frames import Frame, write_frame

PACKET: Final = 256
"""Bytes of text a packet; H.4.2 advises to stay below 256 a frame, field samples carry 256 of text."""

_IN_HOUR: Final = 12


@dataclass(frozen=True, slots=True)
class Sender:
    """A station as it speaks."""

    station: str  # ten digits
    centre: int = 1
    password: str = "0000"
    kind: str = "H"
    coding: Coding = Coding.HEX


@dataclass(frozen=True, slots=True)
class Group:
    """Values of one observation time: identifier → value; a series F4 … FC gives twelve, None = no value."""

    at: datetime
    values: Sequence[tuple[str, float | Sequence[float | None] | None]]


def text_head(sender: Sender, serial: int, sent_at: datetime) -> bytes:
    """Return serial number and time of sending."""
    if not 0 <= serial <= 0xFFFF:
        raise ValueError(f"the serial number {serial}")
    head = serial.to_bytes(2, "big") + stamp(sent_at, seconds=True)
    return head.hex().upper().encode("ascii") if sender.coding is Coding.ASCII else head


def report(sender: Sender, function: int, serial: int, sent_at: datetime, groups: Iterable[Group]) -> bytes:
    """Return one frame with the values of one or more observation times (30–34, 37, 3A, 44)."""
    parts = [text_head(sender, serial, sent_at), _address(sender, sender.kind)]
    for group in groups:
        parts.append(_observed(sender, group.at))
        parts += [_element(sender.coding, identifier, value) for identifier, value in group.values]
    return frame(sender, function, b"".join(parts))


def even_report(
    sender: Sender,
    serial: int,
    sent_at: datetime,
    first_at: datetime,
    minutes: int,
    identifier: str,
    values: Sequence[float | None],
) -> bytes:
    """Return a frame of 31H: one element at even steps of less than an hour, or of whole hours or days (table C.3)."""
    days, hours, rest = minutes // 1440, minutes % 1440 // 60, minutes % 60
    if sum(map(bool, (days, hours, rest))) != 1 or days > 31:
        raise ValueError(f"a step of {minutes} min has no code")
    kind = KINDS[identifier]
    head = text_head(sender, serial, sent_at) + _address(sender, sender.kind) + _observed(sender, first_at)
    if sender.coding is Coding.ASCII:
        unit, count = ("D", days) if days else ("H", hours) if hours else ("N", rest)
        shown = ("M" if value is None else f"{value:.{kind.decimals}f}" for value in values)
        tail = f"DR{unit}{count:02d} {kind.letters} {' '.join(shown)} ".encode("ascii")
        return frame(sender, 0x31, head + tail)
    step = bytes.fromhex(f"0418{days:02d}{hours:02d}{rest:02d}")
    raw = [None if value is None else packed(value, kind.digits, kind.decimals) for value in values]
    length = max(
        [(kind.digits + 1) // 2, *(len(one) for one in raw if one is not None)]
    )  # the same for each (6.6.4.4 d)
    mark = bytes([int(identifier, 16), length << 3 | kind.decimals])
    body = (b"\xff" * length if one is None else one.rjust(length, b"\0") for one in raw)
    return frame(sender, 0x31, head + step + mark + b"".join(body))


def plain(sender: Sender, function: int, serial: int, sent_at: datetime, tail: bytes = b"", kind: str = "") -> bytes:
    """Return a frame whose text is the head, the station and `tail` as it is; of 2FH the head only."""
    head = text_head(sender, serial, sent_at)
    return frame(sender, function, head if function == 0x2F else head + _address(sender, kind) + tail)


def manual(sender: Sender, serial: int, sent_at: datetime, words: str, function: int = 0x35) -> bytes:
    """Return a frame with words typed in at the station (35H, 39H)."""
    mark = b"RGZS " if sender.coding is Coding.ASCII else b"\xf2\xf2"
    return frame(sender, function, text_head(sender, serial, sent_at) + mark + words.encode("gb18030"))


def picture(sender: Sender, serial: int, sent_at: datetime, at: datetime, jpeg: bytes) -> list[bytes]:
    """Return the frames of a picture (36H), as many as it needs."""
    mark = b"PIC " if sender.coding is Coding.ASCII else b"\xf3\xf3"
    text = text_head(sender, serial, sent_at) + _address(sender, sender.kind) + _observed(sender, at) + mark + jpeg
    return split(sender, 0x36, text)


def split(sender: Sender, function: int, text: bytes) -> list[bytes]:
    """Return the packets of a text (mode M3): ETB on all but the last one."""
    parts = [text[start : start + PACKET] for start in range(0, len(text), PACKET)]
    if len(parts) == 1:
        return [frame(sender, function, text)]
    whole = _bare(sender, function, b"")
    last = len(parts)
    return [
        write_frame(replace(whole, body=part, total=last, packet=n, end=Control.ETX if n == last else Control.ETB))
        for n, part in enumerate(parts, 1)
    ]


def frame(sender: Sender, function: int, text: bytes) -> bytes:
    """Return one frame of a text."""
    return write_frame(_bare(sender, function, text))


def _bare(sender: Sender, function: int, text: bytes) -> Frame:
    return Frame(sender.coding, True, sender.centre, sender.station, sender.password, function, text)


def _address(sender: Sender, kind: str) -> bytes:
    if sender.coding is Coding.ASCII:
        return f"ST {sender.station} {kind}{' ' if kind else ''}".encode("ascii")
    return b"\xf1\xf1" + bytes.fromhex(sender.station) + kind.encode("ascii")


def _observed(sender: Sender, at: datetime) -> bytes:
    raw = stamp(at, seconds=False)
    return f"TT {raw.hex()} ".encode("ascii") if sender.coding is Coding.ASCII else b"\xf0\xf0" + raw


def _element(coding: Coding, identifier: str, value: float | Sequence[float | None] | None) -> bytes:
    kind = KINDS[identifier]
    lead = int(identifier, 16)
    if kind.hex_bytes:
        many = value if isinstance(value, Sequence) else (value,)
        series = lead == RAIN_SERIES or lead in LEVEL_SERIES
        if series and len(many) != _IN_HOUR:
            raise ValueError(f"{len(many)} values in a series of {_IN_HOUR}")
        raw = b"".join(_binary(one, kind.hex_bytes, kind.decimals) for one in many)
        if coding is Coding.ASCII:
            return f"{kind.letters} {raw.hex().upper()} ".encode("ascii")
        return bytes([lead, len(raw) << 3]) + raw
    if isinstance(value, Sequence) or not kind.digits:
        raise ValueError(f"no single value of {identifier}")
    if coding is Coding.ASCII:
        shown = "M" if value is None else f"{value:.{kind.decimals}f}"
        return f"{kind.letters} {shown} ".encode("ascii")
    raw = b"\xff" * ((kind.digits + 1) // 2) if value is None else packed(value, kind.digits, kind.decimals)
    return bytes([lead, len(raw) << 3 | kind.decimals]) + raw


def _binary(value: float | None, width: int, decimals: int) -> bytes:
    nothing = (1 << 8 * width) - 1
    word = nothing if value is None else round(value * 10**decimals)
    if not 0 <= word <= nothing or (word == nothing and value is not None):
        raise ValueError(f"{value} does not fit {width} bytes")
    return word.to_bytes(width, "big")


# ── what a centre says ──


def confirm(of: Frame, serial: int, at: datetime, end: int = Control.ESC) -> bytes:
    """Return the frame that confirms a telegram: EOT lets the station go, ESC keeps it on the line (6.3.2.4).

    Of several packets the last one's number is given (table 23, note a).
    """
    return _down(of, serial, at, end, of.total)


def ask_again(of: Frame, serial: int, at: datetime, packet: int) -> bytes:
    """Return the frame that asks for one packet again (NAK, table 23)."""
    return _down(of, serial, at, Control.NAK, packet)


def _down(of: Frame, serial: int, at: datetime, end: int, packet: int) -> bytes:
    sender = Sender(of.station, of.centre, of.password, coding=of.coding)
    body = text_head(sender, serial, at)
    return write_frame(replace(of, up=False, body=body, end=end, packet=packet))
