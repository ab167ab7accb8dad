"""CRC-16 of SL 651-2014 table 11 (X¹⁶+X¹⁵+X²+1, reflected A001H, from FFFFH, high byte sent first)."""

from __future__ import annotations

from typing import Final

START: Final = 0xFFFF


def _row(value: int) -> int:
    for _ in range(8):
        value = (value >> 1) ^ 0xA001 if value & 1 else value >> 1
    return value


_TABLE: Final = tuple(map(_row, range(256)))


def crc16(data: bytes | bytearray | memoryview) -> int:
    """Return the check sum of everything before the check sum, frame start included."""
    table = _TABLE
    crc = START
    for byte in data:
        crc = (crc >> 8) ^ table[(crc ^ byte) & 0xFF]
    return crc
