"""Words typed in at a station (35H, 39H): SL 330 groups with the identifiers of table G.1, where they are such.

    H 40105150 06290800 Z 90.88 Q 5520          kind, station, month day hour minute, then identifier and value

Words are for people first: what is not understood stays in the text of element F2 and is no trouble.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from data.feeds.sl651.bcd import BEIJING, Why
from data.feeds.sl651.codes import KINDS as STATION_KINDS
from data.feeds.sl651.elements import BY_LETTERS
from data.feeds.sl651.uplink import Element

_MORE: Final = """
AD|日平均气温|°C
CD|日平均水温|°C
HD|地下水日平均埋深|m
PM|月降水量|mm
PX|旬降水量|mm
QAD|日平均总出库流量|m³/s
QD|日平均流量|m³/s
QI|入库流量|m³/s
QID|日平均入库流量|m³/s
SD|日平均含沙量|kg/m³
UEM|最大风力|级
USM|最大风速|m/s
VM|断面最大流速|m/s
W|蓄水量|10⁶m³
WD|日平均蓄水量|10⁶m³
ZBD|库(闸、站)下日平均水位|m
ZD|日平均水位|m
ZMM|月最高水位、潮位|m
ZMN|月最低水位、潮位|m
ZS|水势状态|
ZUD|库(闸、站)上日平均水位|m
"""
_NAMES: Final = MappingProxyType(
    {row[0]: (row[1], row[2]) for row in (line.split("|") for line in _MORE.strip().splitlines())}
)
"""Identifiers of table G.1 that table C.1 lacks; the others keep their letters only."""

_IDENTIFIER: Final = re.compile(r"[A-Z][A-Z0-9]{0,4}")
_NUMBER: Final = re.compile(r"[+-]?\d+(?:\.\d+)?")
_STATION: Final = re.compile(r"[0-9A-F]{8}|[0-9A-F]{10}")
_TIME: Final = re.compile(r"\d{8}|\d{10}")
_AHEAD: Final = timedelta(days=1)


def values_of(text: str, sent_at: datetime | None) -> tuple[str, list[Element]]:
    """Return the kind of station, "" when it is not told, and the values with their station and time."""
    words = text.upper().split()
    kind, station, at = "", "", None
    found: list[Element] = []
    place = 0
    while place + 1 < len(words):
        word, behind = words[place], words[place + 1]
        if (word in STATION_KINDS or word == "ST") and _STATION.fullmatch(behind):
            kind = word if word in STATION_KINDS else kind
            station = behind.rjust(10, "0")
            after = words[place + 2] if place + 2 < len(words) else ""
            timed = _TIME.fullmatch(after) is not None
            at = _moment(after, sent_at) if timed else None
            place += 3 if timed else 2
        elif word == "TT" and _TIME.fullmatch(behind):
            at = _moment(behind, sent_at)
            place += 2
        elif word.startswith("DR") and word not in BY_LETTERS:
            break  # values at even steps: left to the reader of the words
        elif _IDENTIFIER.fullmatch(word) and (behind == "M" or _NUMBER.fullmatch(behind)):
            found.append(_element(word, behind, at, station))
            place += 2
        else:
            place += 1
    return kind, found


def _element(letters: str, word: str, at: datetime | None, station: str) -> Element:
    kind = BY_LETTERS.get(letters)
    name, unit = (kind.name, kind.unit) if kind is not None else _NAMES.get(letters, ("", ""))
    identifier = letters if kind is None else kind.id
    if word == "M":
        return Element(identifier, name, None, unit, 0, at, station, Why.ABSENT)
    return Element(identifier, name, float(word), unit, len(word.partition(".")[2]), at, station)


def _moment(digits: str, sent_at: datetime | None) -> datetime | None:
    """Read MMDDHHmm with the year of sending (the last one when that would be ahead of it), or YYMMDDHHmm."""
    if len(digits) == 10:
        year, rest = 2000 + int(digits[:2]), digits[2:]
    elif sent_at is not None:
        year, rest = sent_at.year, digits
    else:
        return None
    found = _at(year, rest)
    if len(digits) == 8 and found is not None and sent_at is not None and found > sent_at + _AHEAD:
        return _at(year - 1, rest)
    return found


def _at(year: int, rest: str) -> datetime | None:
    month, day, hour, minute = (int(rest[start : start + 2]) for start in range(0, 8, 2))
    try:
        return datetime(year, month, day, hour, minute, tzinfo=BEIJING)
    except ValueError:
        return None
