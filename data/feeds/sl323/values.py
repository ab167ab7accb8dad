"""Columns of a foreign base in bulk: numbers with their sentinels, station codes, lengths of time."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from data.feeds.cells import number
from data.feeds.report import Reason
from data.feeds.sl323.catalogue import OUTSIDE, SENTINELS
from data.feeds.sl323.findings import FindingCode, Findings

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

CODE_LENGTH = 8
_YEAR_H = 8784
_BLANKS = " \t\r\n\u3000\x00\u00a0"


class Codes(dict[object, int]):
    """An index for each station code as it stands in the base; `names` and `raw` are by that index.

    Two ways to write the same code keep two indices here and share a name.
    """

    def __init__(self) -> None:
        super().__init__()
        self.raw: list[object] = []
        self.names: list[str] = []
        self.numeric = 0

    def __missing__(self, raw: object) -> int:
        """Take in a code that was not met before."""
        self.numeric += raw is not None and not isinstance(raw, str)
        self[raw] = at = len(self.raw)
        self.raw.append(raw)
        self.names.append(code_of(raw))
        return at


def code_of(raw: object) -> str:
    """Return a station code without padding, in capitals; numbers get their leading zeros back. Empty: no code."""
    if raw is None:
        return ""
    if isinstance(raw, int | float | Decimal):
        whole = int(raw) if raw == raw and abs(raw) < 1e15 else None  # noqa: PLR0124 - NaN differs from itself
        return str(whole).zfill(CODE_LENGTH) if whole is not None and whole == raw and whole >= 0 else ""
    if isinstance(raw, bytes):
        raw = raw.decode("utf-8", "replace")
    return str(raw).strip(_BLANKS).upper()


def text_of(raw: object) -> str:
    """Return a text without padding."""
    return "" if raw is None else str(raw).strip(_BLANKS)


def number_of(raw: object) -> float | None:
    """Return one number, None for none, a sentinel, or what is no number."""
    import math

    value = _number(raw)
    if isinstance(value, str) or not math.isfinite(value) or abs(value) in SENTINELS:
        return None
    return value


def numbers(cells: Sequence[Any], column: str, table: str, findings: Findings) -> npt.NDArray[np.float64]:
    """Return a column as floats, NaN for none; what is no number is told."""
    import numpy as np

    try:
        return np.array(cells, dtype=np.float64)
    except (ValueError, TypeError, OverflowError):
        pass
    values = np.full(len(cells), np.nan)
    for at, cell in enumerate(cells):
        value = _number(cell)
        if isinstance(value, str):
            findings.add(FindingCode.BAD_NUMBER, table, column=column, example=value)
        else:
            values[at] = value
    return values


def without_sentinels(
    values: npt.NDArray[np.float64], column: str, table: str, findings: Findings
) -> npt.NDArray[np.float64]:
    """Return the column with NaN where 9999 and the like, or infinity, stand for no value."""
    import numpy as np

    sizes = np.abs(values)
    large = sizes >= OUTSIDE  # NaN is not
    if not large.any():
        return values
    hit = large & (np.isin(sizes, SENTINELS) | np.isinf(sizes))
    findings.add(FindingCode.SENTINEL, table, int(hit.sum()), column=column)
    return np.where(hit, np.nan, values)


def spans(hours: npt.NDArray[np.float64], table: str, findings: Findings) -> npt.NDArray[np.float64]:
    """Return lengths of time in seconds from HH.NN, where NN are minutes.

    What cannot be minutes (0.75), and a quarter or a half, which no gauge counts as 25 or 50 minutes, is read as
    decimal hours and told.
    """
    import numpy as np

    hours = np.where((hours > 0) & (hours <= _YEAR_H), hours, np.nan)
    whole = np.floor(hours)
    parts = (hours - whole) * 100
    minutes = np.round(parts)
    odd = np.isfinite(hours) & ((minutes > 59) | (np.abs(parts - minutes) > 0.02) | np.isin(minutes, (25.0, 50.0)))
    findings.add(FindingCode.INTERVAL_DECIMAL, table, int(odd.sum()), column="INTV")
    seconds = np.where(odd, np.round(hours * 60) * 60, whole * 3600 + minutes * 60)
    return np.where(seconds > 0, seconds, np.nan)


def _number(cell: object) -> float | str:
    """Return a number, NaN for none, or what stands there as text when it is none."""
    if cell is None or (isinstance(cell, str) and not cell.strip(_BLANKS)):
        return float("nan")
    if isinstance(cell, Decimal):
        return float(cell)
    if isinstance(cell, int | float):
        try:
            return float(cell)
        except OverflowError:
            return float("inf")
    found = number(str(cell), may_be_nothing=True)
    if isinstance(found, Reason):
        return str(cell)
    return float("nan") if found is None else found
