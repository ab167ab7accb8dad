"""One sheet of a workbook as plain rows, merged areas filled with the value that stands in their corner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from data.feeds.report import Note, NoteCode

MergedArea = tuple[tuple[int, int], tuple[int, int]]
SheetCell = str | float | bool | datetime | date | time | timedelta


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of one width from A1 on; an empty cell is an empty text."""

    name: str
    rows: list[list[SheetCell]]
    notes: tuple[Note, ...] = ()


def finished(name: str, rows: list[list[SheetCell]], merged: Sequence[MergedArea]) -> Sheet:
    """Drop the empty rows at the end and fill the merged areas."""
    while rows and all(cell == "" for cell in rows[-1]):
        rows.pop()
    filled = _fill(rows, merged)
    return Sheet(name, rows, (Note(NoteCode.MERGED, detail=str(filled)),) if filled else ())


def _fill(rows: list[list[SheetCell]], merged: Sequence[MergedArea]) -> int:
    """Carry each value over its area; a banner across most of the sheet stays where it is."""
    filled = 0
    width = len(rows[0]) if rows else 0
    for (top, left), (bottom, right) in merged:
        if top >= len(rows) or left >= width or (right > left and right - left + 1 > width // 2):
            continue
        value = rows[top][left]
        for row in rows[top : bottom + 1]:
            row[left : right + 1] = [value] * (min(right + 1, width) - left)
        filled += 1
    return filled
