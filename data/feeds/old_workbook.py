"""Excel 97–2003 workbooks by xlrd: written in Python, a damaged file ends in an exception and not in a dead process."""

from __future__ import annotations

import io
from datetime import datetime, timedelta
from typing import Any, Final

from data.feeds.report import FeedRefused, Reason
from data.feeds.sheet import MergedArea, Sheet, SheetCell, finished

_DATED: Final = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}  # noqa: DTZ001 - cells carry no zone
_LAST_DAY: Final = 2_958_465  # 9999-12-31
_ENCRYPTED: Final = ("EncryptedPackage".encode("utf-16-le"), b"EncryptedPackage")


def read_old_sheets(data: bytes) -> list[Sheet]:
    """Return the visible sheets that hold anything."""
    if any(name in data for name in _ENCRYPTED):
        raise FeedRefused(Reason.PASSWORD)
    import xlrd

    try:
        # the words xlrd has for a damaged file go nowhere: the refusal says it
        book: Any = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO())
        return [sheet for raw in book.sheets() if raw.visibility == 0 and (sheet := _read(raw, book.datemode)).rows]
    except FeedRefused:
        raise
    except MemoryError:
        raise FeedRefused(Reason.TORN, detail="memory") from None
    except Exception as problem:  # noqa: BLE001 - a damaged record surfaces as any error of Python
        encrypted = "encrypt" in str(problem).casefold()
        raise FeedRefused(Reason.PASSWORD if encrypted else Reason.TORN, detail=str(problem)[:120]) from None


def _read(raw: Any, datemode: int) -> Sheet:
    rows: list[list[SheetCell]] = []
    for at in range(raw.nrows):
        types, values = raw.row_types(at), raw.row_values(at)
        row = [_cell(kind, value, datemode) for kind, value in zip(types, values, strict=True)]
        rows.append(row + [""] * (raw.ncols - len(row)))
    merged: list[MergedArea] = [((top, left), (end - 1, right - 1)) for top, end, left, right in raw.merged_cells]
    return finished(raw.name, rows, merged)


def _cell(kind: int, value: Any, datemode: int) -> SheetCell:
    """Kinds: 0 empty, 1 text, 2 number, 3 date, 4 yes/no, 5 error, 6 blank."""
    if kind == 1:
        return str(value)
    if kind == 2:
        return float(value)
    if kind == 3:
        days = float(value)
        if not 0 <= days <= _LAST_DAY:
            return days
        return _DATED[datemode == 1] + timedelta(seconds=round(days * 86_400))
    if kind == 4:
        return bool(value)
    return ""
