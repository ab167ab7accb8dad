"""Registers leave as xlsx or csv and come back unchanged; templates to fill in carry the allowed values.

A workbook keeps 15 digits of a number, as spreadsheets do; csv keeps all of them.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any, Final

from data.feeds.cells import is_guarded
from data.feeds.geometry import path_wkt, ring_wkt
from data.feeds.registers import EXAMPLE, ColumnSpec, RegisterKind, column_specs
from data.model.levels import Level
from data.model.places import Path2D

Value = str | float | bool | datetime | None

_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_CELL_LIMIT: Final = 32_767  # characters a cell of a workbook can hold
_SHEET_NAME: Final = re.compile(r"[\[\]:*?/\\]")
_GREY: Final = "FF8A8F98"
_HEAD: Final = "FFE8EBEF"


def write_template(kind: RegisterKind, path: Path) -> None:
    """Write an empty workbook to fill in: headings with notes, choices to pick from, a grey example row."""
    from openpyxl import Workbook
    from openpyxl.comments import Comment
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    specs = column_specs(kind)
    book = Workbook()
    sheet: Any = book.active
    _start_sheet(sheet, kind.title, [_heading(spec) for spec in specs])
    guide: Any = book.create_sheet("填写说明")
    _start_sheet(guide, "填写说明", ["列", "必填", "填写内容", "也可写作"])
    for at, spec in enumerate(specs, start=1):
        letter = get_column_letter(at)
        sheet.cell(1, at).comment = Comment(_allowed(spec), "Anlan")
        example = sheet.cell(2, at, _example(spec, first=at == 1))
        example.font = Font(color=_GREY, italic=True)
        guide.append([spec.title, "是" if spec.default is ... else "", _allowed(spec), spec.name])
        options = _options(spec)
        if options:
            listed: Any = DataValidation(type="list", formula1=f'"{",".join(options)}"', allow_blank=True)
            sheet.add_data_validation(listed)
            listed.add(f"{letter}2:{letter}5000")
    _save(book, path)


def export_register(kind: RegisterKind, rows: Iterable[Any], path: Path) -> None:
    """Write the rows of a register under its Chinese headings; the ending of the name, xlsx or csv, is the form."""
    specs = column_specs(kind)
    lines = ([_cell(getattr(row, spec.name), spec) for spec in specs] for row in rows)
    export_rows([spec.title for spec in specs], lines, path, title=kind.title)


def export_rows(headings: Sequence[str], rows: Iterable[Sequence[Value]], path: Path, *, title: str = "表") -> None:
    """Write any table; text that begins like a formula is kept from being calculated."""
    if path.suffix.casefold() == ".csv":
        _write_csv(headings, rows, path)
    elif path.suffix.casefold() == ".xlsx":
        _write_xlsx(headings, rows, path, title)
    else:
        raise ValueError(f"no way to write {path.suffix!r}")


def _write_csv(headings: Sequence[str], rows: Iterable[Sequence[Value]], path: Path) -> None:
    # the byte order mark lets a Chinese Excel open it as UTF-8
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow(headings)
        writer.writerows([_for_csv(value) for value in row] for row in rows)


def _write_xlsx(headings: Sequence[str], rows: Iterable[Sequence[Value]], path: Path, title: str) -> None:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet(_SHEET_NAME.sub(" ", title)[:31] or "表")
    sheet.freeze_panes = "A2"
    for at, heading in enumerate(headings, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = _width(heading)
    top: list[Any] = []
    for heading in headings:
        cell: Any = WriteOnlyCell(sheet, heading)
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor=_HEAD)
        top.append(cell)
    lines = [[_for_xlsx(sheet, value) for value in row] for row in rows]  # a fault is found before writing begins
    sheet.append(top)
    for line in lines:
        sheet.append(line)
    _save(book, path)


def _for_csv(value: Value) -> str:
    if isinstance(value, str):
        text = _UNPRINTABLE.sub("", value)
        return f"'{text}" if text[:1] in {"=", "+", "-", "@"} or is_guarded(text) else text
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return value.isoformat()
    return "" if value is None else repr(value)


def _for_xlsx(sheet: Any, value: Value) -> Any:
    """Text is written as text, whatever it begins with; openpyxl would make a formula of "=…"."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return value.isoformat()
    if not isinstance(value, str):
        return value
    text = _UNPRINTABLE.sub("", value)
    if len(text) > _CELL_LIMIT:
        raise ValueError(f"a text of {len(text)} characters does not fit into a cell of a workbook; choose csv")
    if is_guarded(text):
        text = f"'{text}"
    if not text.startswith("="):
        return text
    from openpyxl.cell import WriteOnlyCell

    cell: Any = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    return cell


def _cell(value: Any, spec: ColumnSpec) -> Value:
    if isinstance(value, Level):
        return value.numeral or "无"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple):
        return ring_wkt(value) if spec.name == "ring" else path_wkt(value)  # pyright: ignore[reportUnknownArgumentType]
    return value


def _start_sheet(sheet: Any, title: str, headings: Sequence[str]) -> None:
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    sheet.title = title
    sheet.append(list(headings))
    sheet.freeze_panes = "A2"
    for at, heading in enumerate(headings, start=1):
        cell = sheet.cell(1, at)
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor=_HEAD)
        sheet.column_dimensions[get_column_letter(at)].width = _width(heading)


def _width(heading: str) -> float:
    return max(10.0, 2.2 * len(heading) + 2)


def _heading(spec: ColumnSpec) -> str:
    return f"{spec.title}*" if spec.default is ... else spec.title


def _options(spec: ColumnSpec) -> tuple[str, ...]:
    kind = spec.value_type
    if kind is Level:
        return "无", "IV", "III", "II", "I"
    if isinstance(kind, type) and issubclass(kind, Enum):
        return tuple(str(member.value) for member in kind)
    return ("是", "否") if kind is bool else ()


def _allowed(spec: ColumnSpec) -> str:
    """What may stand in the column, in the words of the table."""
    options = _options(spec)
    if options:
        return " | ".join(options)
    if spec.value_type == Path2D:
        return "WKT: POLYGON ((lon lat, …))" if spec.name == "ring" else "WKT: LINESTRING (lon lat, …)"
    kind = {int: "整数", float: "数", str: "文字"}[spec.value_type]
    unit = "、".join(sorted(spec.units, key=len))
    return f"{kind}（{unit}）" if unit else kind


def _example(spec: ColumnSpec, *, first: bool) -> Value:
    if first:
        return f"{EXAMPLE}-001"
    options = _options(spec)
    if options:
        return options[0]
    if spec.value_type == Path2D:
        return (
            "POLYGON ((113.66 34.91, 113.67 34.91, 113.67 34.92, 113.66 34.91))"
            if spec.name == "ring"
            else "LINESTRING (113.66 34.91, 113.67 34.92)"
        )
    known = {"lon": 113.6655, "lat": 34.9051, "phone": "13800000000"}
    if spec.name in known:
        return known[spec.name]
    if spec.value_type is int or spec.value_type is float:
        return 1
    return EXAMPLE if spec.default is ... else ""


def _save(book: Any, path: Path) -> None:
    """Write beside the target and put it in place whole: a full disk leaves the old file as it was."""
    unfinished = path.with_name(f".{path.name}.part")
    try:
        book.save(unfinished)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
