"""One frame of SL 651-2014 in HEX/BCD coding (tables 20–23) or ASCII coding (tables 16–19): bytes ↔ Frame.

`probe` looks at the bytes from a frame start on and says: a frame, a fault, or how many bytes are needed to know.
It never guesses: a frame is what has a start, STX or SYN where the header ends, an end mark where its stated length
ends, and a right check sum. Everything else is a fault with its reason.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from data.feeds.sl651.codes import DOWN_ENDS, UP_ENDS, Coding, Control, Crc, FaultCode
from data.feeds.sl651.crc import crc16

LONGEST: Final = 4095
"""Longest text of a frame in bytes (tables 16, 20)."""

MARK: Final = 0x7E
_HEX_HEAD: Final = 12  # centre 1, station 5, password 2, function 1, length 2, STX/SYN 1: after the start
_ASCII_HEAD: Final = 23  # the same as characters
_DOWN: Final = 8  # high four bits of the length word, 6.5.2
_SHORTEST: Final = 1 + _HEX_HEAD + 1 + 1 + 2
_SHOWN: Final = 512  # bytes of a fault that are kept to be looked at


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame whose check sum is right. `total` and `packet` are 0 where there is one packet only (STX)."""

    coding: Coding
    up: bool
    centre: int
    station: str  # ten digits; the last four may be HEX (table 14)
    password: str
    function: int
    body: bytes = field(repr=False)
    end: int = Control.ETX
    total: int = 0
    packet: int = 0
    single_start: bool = False  # one 7EH only, as some vendors write

    @property
    def multi(self) -> bool:
        """Whether it is one packet of several (mode M3)."""
        return self.total > 0


@dataclass(frozen=True, slots=True)
class FrameFault:
    """Bytes that are no frame, and why. `found` and `expected` count bytes; the head is told as far as it was read."""

    code: FaultCode
    crc: Crc
    function: int | None = None
    station: str = ""
    found: int = 0
    expected: int = 0
    raw: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Probe:
    """What the bytes from one place on are: a frame or a fault over `size` bytes, or neither: `size` is needed."""

    size: int
    frame: Frame | None = None
    fault: FrameFault | None = None


def probe(data: bytes | bytearray, at: int = 0) -> Probe:
    """Look at the bytes from `at` on."""
    left = len(data) - at
    if left < 1:
        return Probe(1)
    if data[at] == Control.SOH:
        return _probe(data, at, _ascii_head(data, at), Coding.ASCII, 1)
    if data[at] != MARK:
        return _bad(FaultCode.NOT_A_FRAME, data, at, 1)
    if left < 2:
        return Probe(2)
    if data[at + 1] != MARK:
        return _probe(data, at, _hex_head(data, at + 1), Coding.HEX, 1)
    seen = _probe(data, at, _hex_head(data, at + 2), Coding.HEX, 2)
    if seen.frame is None and seen.fault is not None and seen.fault.code is FaultCode.NOT_A_FRAME:
        # 7E may be the centre's address behind a single start
        single = _probe(data, at, _hex_head(data, at + 1), Coding.HEX, 1)
        if single.frame is not None:
            return single
    return seen


def read_frame(data: bytes) -> Frame | FrameFault:
    """Read bytes that should be one frame and nothing else."""
    seen = probe(data)
    if seen.fault is not None:
        return seen.fault
    if seen.frame is None:
        return cut_off(data, 0, seen.size)
    if seen.size != len(data):
        frame = seen.frame
        return FrameFault(
            FaultCode.EXTRA, Crc.BAD, frame.function, frame.station, len(data), seen.size, bytes(data[:_SHOWN])
        )
    return seen.frame


def cut_off(data: bytes | bytearray, at: int, expected: int) -> FrameFault:
    """Say that a frame ended before its stated length; its check sum is missing, whatever the last bytes are."""
    start = 2 if data[at : at + 2] == b"\x7e\x7e" else 1
    head = _ascii_head(data, at) if data[at : at + 1] == b"\x01" else _hex_head(data, at + start)
    known = head if isinstance(head, _Head) else None
    return FrameFault(
        FaultCode.CUT,
        Crc.MISSING,
        None if known is None else known.function,
        "" if known is None else known.station,
        len(data) - at,
        expected,
        bytes(data[at : at + _SHOWN]),
    )


@dataclass(frozen=True, slots=True)
class _Head:
    centre: int
    station: str
    password: str
    function: int
    up: bool
    length: int
    multi: bool
    text_at: int  # where the text starts


def _hex_head(data: bytes | bytearray, at: int) -> _Head | int | None:
    """Read a head of table 20 or 21; bytes needed when there are too few, None when it is no head."""
    if len(data) < at + _HEX_HEAD:
        return at + _HEX_HEAD
    mark = data[at + 11]
    if mark not in {Control.STX, Control.SYN}:
        return None
    word = data[at + 9] << 8 | data[at + 10]
    kind = word >> 12
    if kind not in {0, _DOWN}:
        return None
    up = kind == 0
    centre, station = (data[at], data[at + 1 : at + 6]) if up else (data[at + 5], data[at : at + 5])
    return _Head(
        centre,
        station.hex().upper(),
        data[at + 6 : at + 8].hex().upper(),
        data[at + 8],
        up,
        word & 0xFFF,
        mark == Control.SYN,
        at + _HEX_HEAD,
    )


def _ascii_head(data: bytes | bytearray, at: int) -> _Head | int | None:
    """Read a head of table 16 or 17."""
    if len(data) < at + 1 + _ASCII_HEAD:
        known = data[at + 1 :]
        return at + 1 + _ASCII_HEAD if all(map(_is_hex_digit, known)) else None
    mark = data[at + _ASCII_HEAD]
    digits = bytes(data[at + 1 : at + _ASCII_HEAD])
    if mark not in {Control.STX, Control.SYN} or not all(map(_is_hex_digit, digits)):
        return None
    text = digits.decode("ascii").upper()
    if text[18] not in "08":
        return None
    up = text[18] == "0"
    centre, station = (text[:2], text[2:12]) if up else (text[10:12], text[:10])
    return _Head(
        int(centre, 16),
        station,
        text[12:16],
        int(text[16:18], 16),
        up,
        int(text[19:22], 16),
        mark == Control.SYN,
        at + 1 + _ASCII_HEAD,
    )


def _is_hex_digit(byte: int) -> bool:
    return 0x30 <= byte <= 0x39 or 0x41 <= byte <= 0x46 or 0x61 <= byte <= 0x66


def _probe(data: bytes | bytearray, at: int, head: _Head | int | None, coding: Coding, start: int) -> Probe:
    if head is None:
        return _bad(FaultCode.NOT_A_FRAME, data, at, start)
    if isinstance(head, int):
        return Probe(head - at)
    ascii_coded = coding is Coding.ASCII
    counter = (6 if ascii_coded else 3) if head.multi else 0
    if head.length <= counter:
        return _bad(FaultCode.LENGTH, data, at, start, head)
    end_at = head.text_at + head.length
    size = end_at + 1 + (4 if ascii_coded else 2) - at
    if len(data) > end_at and data[end_at] not in (UP_ENDS if head.up else DOWN_ENDS):
        return _bad(FaultCode.END_MARK, data, at, size, head)
    if len(data) < at + size:
        return Probe(size)
    if _stated(data, end_at + 1, ascii_coded) != crc16(memoryview(data)[at : end_at + 1]):
        return _bad(FaultCode.CRC, data, at, size, head)
    total, packet = _packets(data, head, ascii_coded) if head.multi else (0, 0)
    if head.multi and not 1 <= packet <= total:
        return _bad(FaultCode.PACKETS, data, at, size, head)
    body = bytes(data[head.text_at + counter : end_at])
    single = not ascii_coded and start == 1
    return Probe(
        size,
        Frame(
            coding,
            head.up,
            head.centre,
            head.station,
            head.password,
            head.function,
            body,
            data[end_at],
            total,
            packet,
            single,
        ),
    )


def _stated(data: bytes | bytearray, at: int, ascii_coded: bool) -> int:
    """Read the check sum; -1 where characters are no HEX digits."""
    if not ascii_coded:
        return data[at] << 8 | data[at + 1]
    digits = bytes(data[at : at + 4])
    return int(digits, 16) if all(map(_is_hex_digit, digits)) else -1


def _packets(data: bytes | bytearray, head: _Head, ascii_coded: bool) -> tuple[int, int]:
    """Read the number of packets and this packet's number: twelve bits each."""
    at = head.text_at
    if ascii_coded:
        digits = bytes(data[at : at + 6])
        return (int(digits[:3], 16), int(digits[3:], 16)) if all(map(_is_hex_digit, digits)) else (0, 0)
    word = int.from_bytes(data[at : at + 3], "big")
    return word >> 12, word & 0xFFF


def _bad(code: FaultCode, data: bytes | bytearray, at: int, size: int, head: _Head | None = None) -> Probe:
    found = len(data) - at
    raw = bytes(data[at : at + _SHOWN])
    if head is None:
        crc = Crc.MISSING if found < _SHORTEST else Crc.BAD
        return Probe(size, fault=FrameFault(code, crc, found=found, expected=size, raw=raw))
    crc = Crc.OK if code is FaultCode.PACKETS else Crc.BAD
    raw, found = raw[:size], min(found, size)
    return Probe(size, fault=FrameFault(code, crc, head.function, head.station, found, size, raw))


def write_frame(frame: Frame) -> bytes:
    """Write a frame; ValueError for what no frame can hold."""
    counter = 0 if not frame.multi else 6 if frame.coding is Coding.ASCII else 3
    length = len(frame.body) + counter
    if not 0 < length <= LONGEST or not 0 <= frame.centre <= 255:
        raise ValueError(f"a frame of {length} bytes from {frame.centre}")
    if frame.multi and not 1 <= frame.packet <= frame.total <= LONGEST:
        raise ValueError(f"packet {frame.packet} of {frame.total}")
    address = bytes.fromhex(frame.station)
    centre = bytes([frame.centre])
    head = (centre + address if frame.up else address + centre) + bytes.fromhex(frame.password)
    word = length | (0 if frame.up else _DOWN << 12)
    head += bytes([frame.function]) + word.to_bytes(2, "big")
    if len(head) != _HEX_HEAD - 1:
        raise ValueError(f"address {frame.station!r} or password {frame.password!r}")
    mark = bytes([Control.SYN if frame.multi else Control.STX])
    packets = (frame.total << 12 | frame.packet).to_bytes(3, "big") if frame.multi else b""
    if frame.coding is Coding.ASCII:
        head, packets = head.hex().upper().encode("ascii"), packets.hex().upper().encode("ascii")
    start = b"\x01" if frame.coding is Coding.ASCII else b"\x7e" if frame.single_start else b"\x7e\x7e"
    whole = start + head + mark + packets + frame.body + bytes([frame.end])
    crc = crc16(whole)
    return whole + (f"{crc:04X}".encode("ascii") if frame.coding is Coding.ASCII else crc.to_bytes(2, "big"))
