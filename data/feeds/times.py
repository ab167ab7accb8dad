"""Read the times of observation as offices write them; a day without a clock is the reading of a stated hour."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Final

from data.feeds.cells import narrow
from data.feeds.tables import Cell

_WRITTEN: Final = re.compile(
    r"(?P<year>[12][0-9]{3})\s*[-/.年]\s*(?P<month>[0-9]{1,2})\s*[-/.月]\s*(?P<day>[0-9]{1,2})\s*日?"
    r"(?:[\sT]*(?P<hour>[0-9]{1,2})\s*(?:[:时點点]\s*(?:(?P<minute>[0-9]{1,2})\s*[:分]?)?)?"
    r"(?:(?P<second>[0-9]{1,2})(?:\.[0-9]+)?\s*秒?)?\s*(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_DIGITS: Final = re.compile(
    r"(?P<year>[12][0-9]{3})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"
    r"(?:[\sT]?(?P<hour>[0-9]{2})(?P<minute>[0-9]{2})?(?P<second>[0-9]{2})?)?"
)
_CLOCK: Final = re.compile(
    r"(?P<hour>[0-9]{1,2})\s*(?:[:时点]\s*(?P<minute>[0-9]{1,2})?\s*分?)?(?::[0-9]{1,2})?\s*(?:时|点)?"
)
_EXCEL_EPOCH: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - a serial number carries no zone
_SERIALS: Final = (10_000.0, 80_000.0)  # 1927 … 2119
_YEARS: Final = range(1800, 2200)


def has_clock(cells: Sequence[Cell]) -> bool:
    """Whether any date of a spreadsheet column carries a time of day; midnight is a time of day then."""
    return any(
        (isinstance(cell, datetime) and cell.time() != time.min)
        or (cell.__class__ is float and _SERIALS[0] < float(str(cell)) < _SERIALS[1] and float(str(cell)) % 1 != 0)
        for cell in cells
    )


def read_time(
    cell: Cell, clock: Cell, zone: tzinfo, hour: int, *, midnight_counts: bool = False
) -> tuple[datetime, bool] | None:
    """Return the moment in UTC and whether its hour was assumed; None when it cannot be read.

    `clock` is the cell of a separate column of times, None where there is none.
    """
    found = _local(cell)
    if found is None:
        return None
    moment, clocked, offset = found
    if not clocked and not (midnight_counts and not isinstance(cell, str)):
        of_day = _of_day(clock)
        if of_day is None and clock is not None and str(clock).strip():
            return None
        moment += timedelta(hours=hour) if of_day is None else of_day
        clocked = of_day is not None
    else:
        clocked = True
    if moment.year not in _YEARS:
        return None
    aware = moment.replace(tzinfo=offset or zone) if moment.tzinfo is None else moment
    return aware.astimezone(UTC), not clocked


def _local(cell: Cell) -> tuple[datetime, bool, tzinfo | None] | None:
    """Return the moment as written, whether it has a clock, and the offset written with it."""
    if isinstance(cell, datetime):
        return cell, cell.time() != time.min or cell.tzinfo is not None, None
    if isinstance(cell, date):
        return datetime.combine(cell, time.min), False, None
    if isinstance(cell, bool) or cell is None or not isinstance(cell, str | int | float):
        return None
    if isinstance(cell, int | float):
        if not math.isfinite(cell):
            return None
        if _SERIALS[0] < cell < _SERIALS[1]:
            minutes = round(cell * 1440)
            return _EXCEL_EPOCH + timedelta(minutes=minutes), minutes % 1440 != 0, None
        cell = str(int(cell)) if float(cell).is_integer() else ""
    text = narrow(cell)
    match = _WRITTEN.fullmatch(text) or _DIGITS.fullmatch(text)
    return None if match is None else _moment(match.groupdict())


def _moment(parts: dict[str, str | None]) -> tuple[datetime, bool, tzinfo | None] | None:
    try:
        day = datetime(int(parts["year"] or 0), int(parts["month"] or 0), int(parts["day"] or 0))  # noqa: DTZ001
    except ValueError:
        return None
    if parts["hour"] is None:
        return day, False, None
    of_day = _clock(int(parts["hour"]), int(parts["minute"] or 0), int(parts["second"] or 0))
    if of_day is None:
        return None
    return day + of_day, True, _offset(parts.get("zone"))


def _clock(hour: int, minute: int, second: int) -> timedelta | None:
    """Hydrologists write midnight as 24 o'clock of the day that ends."""
    if hour > 24 or minute > 59 or second > 59 or (hour == 24 and (minute or second)):
        return None
    return timedelta(hours=hour, minutes=minute, seconds=second)


def _of_day(clock: Cell) -> timedelta | None:
    if isinstance(clock, datetime):
        clock = clock.time()
    if isinstance(clock, time):
        return timedelta(hours=clock.hour, minutes=clock.minute, seconds=clock.second)
    if isinstance(clock, float) and 0 <= clock < 1:
        return timedelta(minutes=round(clock * 1440))
    if isinstance(clock, timedelta):
        return clock if timedelta(0) <= clock <= timedelta(hours=24) else None
    text = str(int(clock)) if isinstance(clock, float) and clock.is_integer() else str(clock or "")
    match = _CLOCK.fullmatch(narrow(text))
    return None if match is None else _clock(int(match["hour"]), int(match["minute"] or 0), 0)


def _offset(text: str | None) -> tzinfo | None:
    if not text:
        return None
    if text == "Z":
        return UTC
    sign = -1 if text[0] == "-" else 1
    digits = text[1:].replace(":", "")
    minutes = int(digits[:2]) * 60 + int(digits[2:])
    return timezone(sign * timedelta(minutes=minutes)) if minutes < 24 * 60 else None
