"""Read a series of daily flows (date, xiaolangdi_Q, … as in the Yellow River bulletin) into the table of the forecast.

Only the date and the flow at 花园口 are needed; other stations that are missing are missing in the forecast too.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

import numpy as np

from data.feeds.delimited import cut, decode, find_delimiter
from data.feeds.report import FeedRefused
from data.rules.forecast.days import STATIONS, Days, H

COLUMNS = ("xiaolangdi_q", "heishiguan_q", "wuzhi_q", "huayuankou_q", "jiahetan_q")
"""Headings of the flows, small letters, in the order of `STATIONS`."""
DATE = "date"
LONGEST_DAYS = 80_000
GREATEST_M3S = 60_000.0
MOST_BAD = 0.02
"""[设定] Values that are no flow, a day of the file; more of them and the file is not what it is taken for."""


class Fault(StrEnum):
    """What is wrong with a series."""

    UNREADABLE = "unreadable"
    NO_COLUMN = "no_column"
    BAD_DATE = "bad_date"
    BAD_FLOW = "bad_flow"
    TWICE = "twice"
    EMPTY = "empty"
    TOO_LONG = "too_long"


class SeriesRefused(Exception):
    """A series that cannot be used; `row` is a line of the file, 0 for the file as a whole."""

    def __init__(self, fault: Fault, text: str = "", row: int = 0) -> None:
        super().__init__(fault, text, row)
        self.fault, self.text, self.row = fault, text, row


def read_days(path: Path, doubted: Callable[[int, str], None] | None = None) -> Days:
    """Read a file; days that it skips are missing days. SeriesRefused says what is wrong with it.

    A few values that are no flow are missing ones, and `doubted` is told their line and text; many refuse the file.
    """
    rows = _rows(path)
    if not rows:
        raise SeriesRefused(Fault.EMPTY)
    heads = [str(cell).strip().lower() for cell in rows[0][1]]
    if DATE not in heads or COLUMNS[H] not in heads:
        raise SeriesRefused(Fault.NO_COLUMN, DATE if DATE not in heads else "huayuankou_Q", 1)
    places = [heads.index(name) if name in heads else None for name in COLUMNS]
    found: dict[date, list[float]] = {}
    bad: list[SeriesRefused] = []
    for number, row in rows[1:]:
        cells = [str(cell).strip() for cell in row]
        if not any(cells):
            continue
        day = _date(cells[heads.index(DATE)] if heads.index(DATE) < len(cells) else "", number)
        if day in found:
            raise SeriesRefused(Fault.TWICE, day.isoformat(), number)
        found[day] = [_flow(cells, place, number, bad) for place in places]
    if not found:
        raise SeriesRefused(Fault.EMPTY)
    if len(bad) > MOST_BAD * len(found):
        raise bad[0]
    if doubted is not None:
        for one in bad:
            doubted(one.row, one.text)
    first, last = min(found), max(found)
    if (last - first).days >= LONGEST_DAYS:
        raise SeriesRefused(Fault.TOO_LONG, f"{first} … {last}")
    flows = np.full(((last - first).days + 1, len(STATIONS)), np.nan)
    for day, values in found.items():
        flows[(day - first).days] = values
    return Days(first, flows)


def _rows(path: Path) -> list[tuple[int, list[str]]]:
    """Rows of the file with the line each stands on."""
    try:
        text, _, _ = decode(path.read_bytes())
        return list(cut(text, find_delimiter(text)))
    except FeedRefused as fault:
        raise SeriesRefused(Fault.UNREADABLE, str(fault)) from fault


def _date(text: str, row: int) -> date:
    part = text.replace("/", "-").split("T")[0].split(" ")[0]
    try:
        return datetime.strptime(part, "%Y-%m-%d").date()  # noqa: DTZ007 - a day of the bulletin, 08:00 Beijing time
    except ValueError as fault:
        raise SeriesRefused(Fault.BAD_DATE, text, row) from fault


def _flow(cells: Sequence[str], place: int | None, row: int, bad: list[SeriesRefused]) -> float:
    text = "" if place is None or place >= len(cells) else cells[place]
    if text.lower() in {"", "-", "--", "nan", "null", "none", "na"}:
        return math.nan
    try:
        value = float(text)
    except ValueError:
        value = math.inf
    if 0 <= value <= GREATEST_M3S:
        return value
    bad.append(SeriesRefused(Fault.BAD_FLOW, text, row))
    return math.nan
