"""Times of a foreign base: Beijing time without a zone, as moments or as text, and how a bound is written for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from typing import Final

from data.feeds.times import read_time

BEIJING: Final = timezone(timedelta(hours=8), "Asia/Shanghai")
"""Hydrology counts UTC+8 the year round, also in the summers when clocks were put forward."""

BEIJING_S: Final = 8 * 3600
DAILY_HOUR: Final = 8
"""A day without a clock is the reading of this hour, as in the bulletin."""

NO_TIME: Final = -(1 << 62)
"""Stands for a time that cannot be read."""

_EPOCH: Final = datetime(1970, 1, 1)  # noqa: DTZ001 - the foreign base's times carry no zone
_SECOND: Final = timedelta(seconds=1)
_FIRST: Final = -BEIJING_S - 170 * 31_557_600
_LAST: Final = 230 * 31_557_600
_TEXT: Final = re.compile(
    r"[12][0-9]{3}(?P<day>[-/.]?)[0-9]{2}(?P=day)[0-9]{2}"
    r"(?:(?P<gap>[T ]?)[0-9]{2}(?P<colon>:?)[0-9]{2}(?:(?P=colon)[0-9]{2}(?:\.[0-9]*)?)?)?"
    r"(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})?"
)


class Kind(StrEnum):
    """How a column holds its times."""

    MOMENT = "moment"
    ZONED = "zoned"
    TEXT = "text"
    DIGITS = "digits"
    MIXED = "mixed"
    EMPTY = "empty"  # nothing stands in it yet


@dataclass(frozen=True, slots=True)
class TimeForm:
    """What a bound has to look like so that the base can compare; MIXED and EMPTY: it cannot."""

    kind: Kind
    pattern: str = ""
    offset_s: int = BEIJING_S
    example: str = ""

    def bound(self, at_s: int) -> datetime | str | int | None:
        """Return the moment as the column writes it, down to the minute; None when the column cannot be compared."""
        local = datetime.fromtimestamp(at_s + self.offset_s, UTC).replace(tzinfo=None, second=0)
        match self.kind:
            case Kind.MOMENT:
                return local
            case Kind.ZONED:
                return datetime.fromtimestamp(at_s, UTC)
            case Kind.TEXT:
                return local.strftime(self.pattern)
            case Kind.DIGITS:
                return int(local.strftime(self.pattern))
            case Kind.MIXED | Kind.EMPTY:
                return None


def form_of(samples: Iterable[object]) -> TimeForm:
    """Tell the form of a column from some of its values."""
    met = [value for value in samples if value is not None]
    forms = {_form(value) for value in met}
    if not forms:
        return TimeForm(Kind.EMPTY)
    if len(forms) == 1:
        return forms.pop()
    return TimeForm(Kind.MIXED, example=" | ".join(sorted({str(value) for value in met})[:: max(1, len(met) // 3)]))


class Moments(dict[object, int]):
    """Seconds since 1970 by what stands in the base; the same text is read once."""

    def __init__(self) -> None:
        super().__init__()
        self.assumed = 0
        self.bad = ""

    def __missing__(self, raw: object) -> int:
        """Read a value that was not met before; NO_TIME when it is no time."""
        at = self._read(raw)
        if not _FIRST < at < _LAST:
            self.bad, at = self.bad or str(raw), NO_TIME
        if len(self) < 1 << 20:
            self[raw] = at
        return at

    def _read(self, raw: object) -> int:
        if isinstance(raw, str):
            text = raw.strip()
            if len(text) > 15 and text[4] == "-":
                try:
                    return _seconds(datetime.fromisoformat(text))
                except ValueError:
                    pass
            return self._slowly(text)
        if isinstance(raw, datetime):
            return _seconds(raw)
        return self._slowly(raw) if isinstance(raw, int | float | date) else NO_TIME

    def _slowly(self, raw: str | float | date) -> int:
        try:
            found = read_time(raw, None, BEIJING, DAILY_HOUR)
        except OverflowError:
            return NO_TIME
        if found is None:
            return NO_TIME
        self.assumed += found[1]
        return int(found[0].timestamp())


def moment(at_s: float) -> datetime:
    """Return the aware time of seconds since 1970."""
    return datetime.fromtimestamp(at_s, UTC)


def _seconds(value: datetime) -> int:
    if value.tzinfo is not None:
        return int(value.timestamp())
    return (value - _EPOCH) // _SECOND - BEIJING_S


def _form(value: object) -> TimeForm:
    if isinstance(value, datetime):
        return TimeForm(Kind.MOMENT if value.tzinfo is None else Kind.ZONED)
    if isinstance(value, date):
        return TimeForm(Kind.MOMENT)
    if isinstance(value, int):
        digits = {8: "%Y%m%d", 10: "%Y%m%d%H", 12: "%Y%m%d%H%M", 14: "%Y%m%d%H%M%S"}.get(len(str(value)))
        return TimeForm(Kind.MIXED, example=str(value)) if digits is None else TimeForm(Kind.DIGITS, digits)
    match = _TEXT.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        return TimeForm(Kind.MIXED, example=str(value))
    mark = match["day"]
    pattern = f"%Y{mark}%m{mark}%d"
    if match["gap"] is not None:
        pattern += f"{match['gap']}%H{match['colon']}%M"
    return TimeForm(Kind.TEXT, pattern, _offset(match["zone"]))


def _offset(zone: str | None) -> int:
    if zone is None:
        return BEIJING_S
    if zone == "Z":
        return 0
    digits = zone[1:].replace(":", "")
    return (-1 if zone[0] == "-" else 1) * (int(digits[:2]) * 3600 + int(digits[2:]) * 60)
