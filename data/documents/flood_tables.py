"""Exposed objects in the order of the clock as a workbook: the list, and a sheet that says what it was made from."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from data.documents.flood_sheet import FloodSheet, write_whole

Value = str | float | bool | datetime | None

_BEIJING: Final = ZoneInfo("Asia/Shanghai")
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_SHEET_NAME: Final = re.compile(r"[\[\]:*?/\\]")
_CELL_LIMIT: Final = 32_767
_HEAD: Final = "FFE8EBEF"
_MARK: Final = "FFB00020"


def write_exposed(
    sheet: FloodSheet,
    headings: Sequence[str],
    rows: Iterable[Sequence[Value]],
    path: Path,
    *,
    words: Mapping[str, str] | None = None,
    about: str = "来源",
) -> Path:
    """Write rows under their headings; the mark stands above them. `words` names what the file says of itself.

    Text is text whatever it begins with: no cell is ever calculated. Moments are in Beijing time.
    """
    return write_whole(sheet.path_for(path), workbook(sheet, headings, rows, words=words or {}, about=about))


def workbook(
    sheet: FloodSheet, headings: Sequence[str], rows: Iterable[Sequence[Value]], *, words: Mapping[str, str], about: str
) -> bytes:
    """Return the file's bytes."""
    from openpyxl import Workbook
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    told: Any = book.create_sheet(_SHEET_NAME.sub(" ", sheet.title)[:31] or "表")
    told.freeze_panes = "A3"
    for at, heading in enumerate(headings, start=1):
        told.column_dimensions[get_column_letter(at)].width = max(10.0, 2.2 * len(heading) + 2)
    first = _cell(told, " · ".join(part for part in (sheet.title, sheet.mark) if part))
    first.font = Font(bold=True, color=_MARK if sheet.mark else None)
    told.append([first])
    top: list[Any] = []
    for heading in headings:
        cell = _cell(told, heading)
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor=_HEAD)
        top.append(cell)
    told.append(top)
    for row in rows:
        told.append([_cell(told, value) for value in row])
    made: Any = book.create_sheet(_SHEET_NAME.sub(" ", about)[:31] or "about")
    made.column_dimensions["A"].width, made.column_dimensions["B"].width = 18.0, 80.0
    for key, value in sheet.told().items():
        made.append([_cell(made, words.get(key, key)), _cell(made, value)])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _cell(sheet: Any, value: Value) -> Any:
    from openpyxl.cell import WriteOnlyCell

    if isinstance(value, datetime):
        cell: Any = WriteOnlyCell(sheet, value.astimezone(_BEIJING).replace(tzinfo=None, microsecond=0))
        cell.number_format = "yyyy-mm-dd hh:mm"
        return cell
    if isinstance(value, bool):
        value = "是" if value else "否"
    if isinstance(value, float) and not math.isfinite(value):
        value = None
    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value)
    text = _UNPRINTABLE.sub("", value)[:_CELL_LIMIT]
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"  # "=…" would become a formula
    if text[:1] in {"=", "+", "-", "@"}:
        cell.quotePrefix = True  # and stays text when somebody edits it
    return cell
