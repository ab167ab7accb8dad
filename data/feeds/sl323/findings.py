"""What a foreign base lacks or has wrong, counted: codes and parameters, the words belong to the caller."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from data.feeds.report import shown

T = TypeVar("T")


class FindingCode(StrEnum):
    """What was found; what is not named here was read."""

    NO_TABLE = "no_table"
    NO_COLUMN = "no_column"  # column
    TABLE_NAMED = "table_named"  # name: found under another name than the standard's
    SCHEMA_CHOSEN = "schema_chosen"  # schema
    UNREADABLE = "unreadable"  # detail: this table alone was refused
    NO_CODE = "no_code"
    NUMERIC_CODE = "numeric_code"  # example: leading zeros were put back
    BAD_TIME = "bad_time"  # example
    ASSUMED_HOUR = "assumed_hour"  # hour: a day without a clock
    UNSORTABLE_TIME = "unsortable_time"  # example: the whole table has to be read each time
    FUTURE = "future"  # station, at
    BAD_NUMBER = "bad_number"  # column, example
    SENTINEL = "sentinel"  # column: 9999 and the like stand for no value
    NEGATIVE = "negative"  # column: not taken
    INTERVAL_DECIMAL = "interval_decimal"  # a length of time in decimal hours instead of HH.NN
    DUPLICATE = "duplicate"  # the same values at the same key
    CONFLICT = "conflict"  # station, at: other values at the same key; the later row was taken
    TWO_TABLES = "two_tables"  # station: in the tables of rivers and of reservoirs alike; the latter was taken
    NO_DATUM = "no_datum"  # station: its stages stand on no named datum
    POSITION = "position"  # station: not in China, left out
    SWAPPED = "swapped"  # station: longitude and latitude changed places, put right
    MORE = "more"  # the rest comes with the next read
    CUT_OFF = "cut_off"  # rows beyond the limit that cannot be read in portions
    RATING_TURNS = "rating_turns"  # station, line
    RATING_YEAR = "rating_year"  # station, line: no year is stated
    INCOMPLETE = "incomplete"  # example: a row without what makes it one


@dataclass(frozen=True, slots=True)
class Finding:
    """One kind of thing found in one table: how often, and the first instance of it."""

    code: FindingCode
    table: str
    count: int = 1
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """Rows read, and what there was to say about the others."""

    rows: tuple[T, ...]
    findings: tuple[Finding, ...] = ()


class Findings:
    """Counts what one read finds, by code, table and column."""

    def __init__(self) -> None:
        self._held: dict[tuple[FindingCode, str, str], tuple[int, tuple[tuple[str, str], ...]]] = {}

    def add(self, code: FindingCode, table: str, count: int = 1, **params: object) -> None:
        """Count a finding; the parameters of the first instance are kept. None was found when `count` is 0."""
        if count < 1:
            return
        key = (code, table, str(params.get("column", "")))
        before, first = self._held.get(key, (0, ()))
        told = first or tuple((name, shown(value)) for name, value in params.items())
        self._held[key] = (before + count, told)

    def take(self, other: Findings) -> None:
        """Add what another one counted."""
        for finding in other.all():
            self.add(finding.code, finding.table, finding.count, **dict(finding.params))

    def all(self) -> tuple[Finding, ...]:
        """Return what was found, in the order it was first met."""
        return tuple(Finding(code, table, count, params) for (code, table, _), (count, params) in self._held.items())
