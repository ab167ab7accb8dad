"""Turn one column of raw cells into values of the declared type; every cell that cannot be is named with a reason."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from types import MappingProxyType
from typing import Any, Final

from data.feeds.report import Reason
from data.feeds.tables import Cell
from data.model.levels import Level

Fault = tuple[int, Reason, str]
"""Index of the row, why its value was refused, and a detail."""
Column = tuple[list[Any], list[Fault]]

_WIDTH: Final = MappingProxyType({
    **{wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)},
    0x3000: 0x20, 0x2212: 0x2D, 0xFE63: 0x2D, 0x00A0: 0x20, 0x202F: 0x20,
})  # fmt: skip
_NUMBER: Final = re.compile(r"([+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?)\s*(.*)", re.DOTALL)
_THOUSANDS: Final = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?![0-9,])")
_CHAINAGE: Final = re.compile(r"([+-]?)\s*[Kk]?\s*([0-9]{1,4})\+([0-9]{1,3}(?:\.[0-9]+)?)\s*")
_DEGREES: Final = re.compile(
    r"[NEne东北]?\s*([0-9]{1,3})\s*[°度]\s*([0-9]{1,2}(?:\.[0-9]+)?)\s*['′分]?\s*(?:([0-9]{1,2}(?:\.[0-9]+)?)\s*[\"″秒]?)?\s*[NEne]?"
)
_NOTHING: Final = frozenset({"-", "--", "—", "——", "/", "无", "未知", "不详", "n/a", "#n/a"})
_YES: Final = frozenset(
    {"是", "true", "t", "1", "1.0", "yes", "y", "√", "✓", "✔", "☑", "有", "对", "在", "在岗", "在线", "on"}
)
_NO: Final = frozenset(
    {
        "否",
        "false",
        "f",
        "0",
        "0.0",
        "no",
        "n",
        "×",
        "✗",
        "✘",
        "☐",
        "x",
        "无",
        "没有",
        "不",
        "不在",
        "离岗",
        "离线",
        "off",
    }
)
_UNITS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "m": frozenset({"m", "米"}),
        "m3s": frozenset({"m3/s", "m³/s", "m3s", "立方米每秒", "立方米/秒", "秒立方米", "个流量"}),
        "亩": frozenset({"亩", "mu"}),
        "人": frozenset({"人", "名", "位"}),
        "min": frozenset({"min", "分钟", "分"}),
        "h": frozenset({"h", "小时", "时"}),
        "°": frozenset({"°", "度"}),
    }
)
_UNIT_OF_SUFFIX: Final = MappingProxyType({"mu": "亩", "capacity": "人", "people": "人", "lon": "°", "lat": "°"})


def units_of(name: str, title: str) -> frozenset[str]:
    """Return the spellings of the unit that a column declares by the end of its heading or of its field name."""
    for ending in (title.rpartition("_")[2], name.rpartition("_")[2]):
        units = _UNITS.get(_UNIT_OF_SUFFIX.get(ending, ending))
        if units:
            return units
    return frozenset()


def is_blank(cell: Cell) -> bool:
    """Whether nothing stands in the cell."""
    return cell is None or (cell.__class__ is str and not str(cell).strip())


def as_text(cell: Cell) -> str:
    """Give a cell as text the way it was meant: numbers that are whole without a point, dates without a clock."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e16 else repr(cell)
    if isinstance(cell, datetime):
        return (cell.date() if cell.time() == cell.time().min else cell).isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell).strip()


def narrow(text: str) -> str:
    """Full-width digits and signs become ordinary ones; small figures such as ³ stay what they are."""
    return text.translate(dict(_WIDTH)).strip() if not text.isascii() else text.strip()


def texts(cells: Sequence[Cell]) -> Column:
    """Read a column of text; an apostrophe that keeps a spreadsheet from calculating is taken off."""
    values: list[str] = [cell.strip() if isinstance(cell, str) else as_text(cell) for cell in cells]
    if any("'" in value for value in values):
        values = [value[1:] if is_guarded(value) else value for value in values]
    return values, []


def is_guarded(value: str) -> bool:
    """Whether apostrophes stand before a sign that a spreadsheet would take for a formula."""
    return value.lstrip("'")[:1] in {"=", "+", "-", "@"} and value[:1] == "'"


def numbers(
    cells: Sequence[Cell],
    *,
    blank: object,
    units: frozenset[str] = frozenset(),
    signed: bool = False,
    whole: bool = False,
) -> Column:
    """Read a column of numbers; `blank` is what an empty cell means, Ellipsis when a value is required."""
    values: list[Any] = []
    faults: list[Fault] = []
    for index, cell in enumerate(cells):
        value: Any = cell
        if cell.__class__ is not float:
            if is_blank(cell):
                value = Reason.MISSING if blank is ... else blank
                if value is blank:
                    values.append(value)
                    continue
            else:
                value = number(cell, units, may_be_nothing=blank is None)
                if value is None:
                    values.append(None)
                    continue
        fault = value if isinstance(value, Reason) else _out_of_line(value, signed=signed, whole=whole)
        if fault is not None:
            faults.append((index, fault, ""))
            values.append(None)
        else:
            values.append(int(value) if whole else value)
    return values, faults


def _out_of_line(value: float, *, signed: bool, whole: bool) -> Reason | None:
    if not math.isfinite(value):
        return Reason.NOT_FINITE
    if value < 0 and not signed:
        return Reason.NEGATIVE
    return Reason.NOT_WHOLE if whole and not value.is_integer() else None


def number(cell: Cell, units: frozenset[str] = frozenset(), *, may_be_nothing: bool = False) -> float | Reason | None:
    """Read one number: thousands separators, full-width digits, a declared unit, 6+663 for chainage, 113°39′."""
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return Reason.NOT_A_NUMBER
    if not isinstance(cell, str):
        return float(cell)
    text = narrow(cell)
    if may_be_nothing and text.casefold() in _NOTHING:
        return None
    if "," in text:
        text = _THOUSANDS.sub(lambda found: found[0].replace(",", ""), text, count=1)
    found = _NUMBER.fullmatch(text)
    if found is not None and (not found[2] or found[2].strip().casefold() in units):
        return float(found[1])
    if "m" in units and (chainage := _CHAINAGE.fullmatch(text)):
        metres = int(chainage[2]) * 1000 + float(chainage[3])
        return -metres if chainage[1] == "-" else metres
    if "°" in units and (degrees := _DEGREES.fullmatch(text)):
        return int(degrees[1]) + float(degrees[2]) / 60 + float(degrees[3] or 0) / 3600
    return Reason.NOT_FINITE if text.casefold().lstrip("+-") in {"nan", "inf", "infinity"} else Reason.NOT_A_NUMBER


def flags(cells: Sequence[Cell], *, blank: object) -> Column:
    """Read a column of yes and no."""

    def read(text: str) -> bool | Reason:
        key = narrow(text).casefold()
        return key in _YES if key in _YES or key in _NO else Reason.NOT_YES_NO

    return _one_by_one(cells, blank, lambda cell: cell if isinstance(cell, bool) else read(as_text(cell)), "是|否")


def choices(cells: Sequence[Cell], kind: type[Enum], *, blank: object) -> Column:
    """Read a column of values of an enum, by value or by name."""
    table = {str(member.value).casefold(): member for member in kind}
    table.update({member.name.casefold(): member for member in kind if member.name.casefold() not in table})
    allowed = "|".join(str(member.value) for member in kind)
    return _one_by_one(
        cells, blank, lambda cell: table.get(narrow(as_text(cell)).casefold(), Reason.NOT_A_CHOICE), allowed
    )


def levels(cells: Sequence[Cell], *, blank: object) -> Column:
    """Read a column of response levels."""

    def read(cell: Cell) -> Level | Reason:
        try:
            return Level.parse(narrow(as_text(cell)).removesuffix("响应"))
        except ValueError:
            return Reason.NOT_A_CHOICE

    return _one_by_one(cells, blank, read, "无|Ⅳ|Ⅲ|Ⅱ|Ⅰ")


def _one_by_one(cells: Sequence[Cell], blank: object, read: Callable[[Cell], object], allowed: str) -> Column:
    values: list[Any] = []
    faults: list[Fault] = []
    for index, cell in enumerate(cells):
        value = (Reason.MISSING if blank is ... else blank) if is_blank(cell) else read(cell)
        if isinstance(value, Reason):
            faults.append((index, value, "" if value is Reason.MISSING else allowed))
            value = None
        values.append(value)
    return values, faults
