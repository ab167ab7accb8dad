"""What an import tells: reasons a file or a row was refused, notes, and the counts that must add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Reason(StrEnum):
    """Why a file, a row or a value was refused; the words for it belong to the caller."""

    # the whole file
    NO_FILE = "no_file"
    EMPTY = "empty"
    TOO_LARGE = "too_large"  # bytes, limit
    TOO_MANY_CELLS = "too_many_cells"  # rows, columns, limit
    BINARY = "binary"
    TORN = "torn"  # detail
    PASSWORD = "password"
    ENCODING = "encoding"  # at
    QUOTES = "quotes"  # row
    WEB_PAGE = "web_page"
    NOT_GEOJSON = "not_geojson"  # detail
    FRAME = "frame"  # name
    NO_HEADINGS = "no_headings"
    MISSING_COLUMNS = "missing_columns"  # columns
    NO_STATION = "no_station"
    NO_TIME = "no_time"
    TIME_ZONE = "time_zone"  # name
    NO_VALUES = "no_values"
    # one row or value of a register
    TOO_MANY_VALUES = "too_many_values"  # a comma too many: the values no longer stand under their headings
    TORN_ROW = "torn_row"  # the file breaks off inside its last row
    MISSING = "missing"
    NOT_A_NUMBER = "not_a_number"
    NOT_WHOLE = "not_whole"
    NOT_FINITE = "not_finite"
    NOT_YES_NO = "not_yes_no"
    NOT_A_CHOICE = "not_a_choice"  # detail: the allowed values
    OUTSIDE_CHINA = "outside_china"
    SWAPPED = "swapped"  # longitude and latitude changed places
    HALF_POSITION = "half_position"  # longitude without latitude, or the reverse
    BAD_GEOMETRY = "bad_geometry"
    DUPLICATE = "duplicate"  # detail: row that has the id already
    # one reading of a series
    BAD_TIME = "bad_time"
    FUTURE = "future"
    UNKNOWN_STATION = "unknown_station"
    DUPLICATE_TIME = "duplicate_time"  # detail: row that has the same values at the same time
    CONFLICT = "conflict"  # detail: row that has other values at the same time
    REPEATED = "repeated"
    STALE_MARK = "stale_mark"
    NEGATIVE = "negative"
    ABOVE_LIMIT = "above_limit"  # detail: the limit
    OUTSIDE_RANGE = "outside_range"  # detail: the range of the station
    JUMP = "jump"  # detail: the value before


class NoteCode(StrEnum):
    """What an import did or left alone without refusing a row."""

    ENCODING = "encoding"
    TORN_TAIL = "torn_tail"
    TITLE_ROWS = "title_rows"
    MERGED = "merged"
    OTHER_SHEETS = "other_sheets"
    UNKNOWN_COLUMN = "unknown_column"
    SECOND_COLUMN = "second_column"
    ABSENT_COLUMN = "absent_column"
    TOTAL_ROW = "total_row"
    EXAMPLE_ROW = "example_row"
    HOLES_DROPPED = "holes_dropped"
    CONVERTED = "converted"
    ASSUMED_HOUR = "assumed_hour"
    DATUM_UNSTATED = "datum_unstated"
    UNSORTED = "unsorted"
    VALUE_DROPPED = "value_dropped"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row, or a value of it, that was not taken: row of the file (from 1), heading, reason, what stood there."""

    row: int
    column: str
    reason: Reason
    value: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on the whole file or on one place of it."""

    code: NoteCode
    row: int | None = None
    column: str = ""
    detail: str = ""


class FeedRefused(Exception):
    """The file as a whole cannot be read; `reason` and `params` say why."""

    def __init__(self, reason: Reason, **params: str | int) -> None:
        super().__init__(reason.value, params)
        self.reason = reason
        self.params: Mapping[str, str | int] = MappingProxyType(dict(params))


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Counts and remarks of one import: `considered == taken + refused + skipped`."""

    kind: str
    source: str
    considered: int
    taken: int
    refused: int
    skipped: int = 0  # blank, total and example rows; in a series: places without any value
    refusals: tuple[Refusal, ...] = ()
    notes: tuple[Note, ...] = ()
    by_reason: Mapping[Reason, int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Count the refusals by reason once; counts that do not add up are an error of the program."""
        if self.considered != self.taken + self.refused + self.skipped:
            raise ValueError(
                f"{self.considered} considered, but {self.taken} + {self.refused} + {self.skipped} accounted for"
            )
        object.__setattr__(self, "by_reason", MappingProxyType(Counter(r.reason for r in self.refusals)))


def shown(value: object, limit: int = 60) -> str:
    """Give a value as it may stand in a report line: one line, not too long."""
    text = "" if value is None else " ".join(str(value).split())
    return text if len(text) <= limit else text[: limit - 1] + "…"


def refused_rows(refusals: Sequence[Refusal]) -> int:
    """Count the distinct rows among the refusals."""
    return len({refusal.row for refusal in refusals})
