"""Packed decimals of SL 651-2014: numbers (6.6.3.3, negative ones marked FF) and Beijing times (6.6.2.5, 6.6.2.8)."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from enum import StrEnum
from typing import Final

BEIJING: Final = timezone(timedelta(hours=8))
"""Times of the standard are Beijing times without a zone; two digits of the year mean 20YY."""

_TENS: Final = tuple(10**power for power in range(8))


class Why(StrEnum):
    """Why an element has no value."""

    ABSENT = "absent"  # all F (6.6.4.4 d), or all A as vendors write; M in ASCII
    NOT_DECIMAL = "not_decimal"  # a digit above 9 where there is no sign
    NOT_A_TIME = "not_a_time"
    EMPTY = "empty"  # a stated length of nothing


def number(raw: bytes, decimals: int) -> tuple[float | None, Why | None]:
    """Return the value, or why there is none."""
    text = raw.hex()
    if text.isdecimal():
        return int(text) / _TENS[decimals] if decimals else float(int(text)), None
    return _odd_number(text, decimals)


def _odd_number(text: str, decimals: int) -> tuple[float | None, Why | None]:
    if not text:
        return None, Why.EMPTY
    if not text.strip("f") or not text.strip("a"):
        return None, Why.ABSENT
    digits = text[2:]
    if text.startswith("ff") and digits.isdecimal():
        return -int(digits) / _TENS[decimals], None
    return None, Why.NOT_DECIMAL


def moment(raw: bytes) -> datetime | None:
    """Read YYMMDDHHmm or YYMMDDHHmmSS; None for what is no time."""
    return moment_of(raw.hex())


def moment_of(text: str) -> datetime | None:
    """Read the digits of a time; None for what is no time."""
    if len(text) not in {10, 12} or not (text.isascii() and text.isdecimal()):
        return None
    try:
        return datetime(
            2000 + int(text[:2]),
            int(text[2:4]),
            int(text[4:6]),
            int(text[6:8]),
            int(text[8:10]),
            int(text[10:] or 0),
            tzinfo=BEIJING,
        )
    except ValueError:
        return None


def packed(value: float, digits: int, decimals: int) -> bytes:
    """Write a number of `digits` figures; ValueError when it does not fit."""
    scaled = round(abs(value) * _TENS[decimals])
    text = f"{scaled:0{digits}d}"
    if len(text) > digits:
        raise ValueError(f"{value} does not fit N({digits},{decimals})")
    odd = "0" if len(text) % 2 else ""
    return bytes.fromhex(("FF" if value < 0 and scaled else "") + odd + text)


def stamp(at: datetime, *, seconds: bool) -> bytes:
    """Write a time as the standard does."""
    local = at.astimezone(BEIJING)
    if not 2000 <= local.year <= 2099:
        raise ValueError(f"the year {local.year} has no two digits here")
    return bytes.fromhex(local.strftime("%y%m%d%H%M%S" if seconds else "%y%m%d%H%M"))
