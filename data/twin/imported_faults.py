"""What can be wrong with somebody else's inundation map, and what a person should know of one that was taken."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

Params = dict[str, str | float]


class MapCode(StrEnum):
    """Why a map is refused."""

    MISSING = "missing"
    UNREADABLE = "unreadable"  # torn, or no such format inside
    FORMAT = "format"  # the ending of its name says nothing known
    NO_CRS = "no_crs"
    BAD_CRS = "bad_crs"  # what was declared is no coordinate system
    OTHER_CRS = "other_crs"  # the file names another one than was declared
    NO_SOURCE = "no_source"
    NOT_NEAR = "not_near"  # the township lies elsewhere
    NO_DEPTH_COLUMN = "no_depth_column"
    BAD_DEPTH = "bad_depth"  # a depth that is no number
    NEGATIVE = "negative"
    TOO_DEEP = "too_deep"
    NO_WATER = "no_water"
    NO_AREA = "no_area"  # no polygon in it
    TOO_MANY = "too_many"
    CANNOT_WRITE = "cannot_write"


class MapRefused(Exception):
    """A map that is not taken: why, which file, and the figures."""

    def __init__(self, code: MapCode, file: str = "", params: Params | None = None) -> None:
        """Say what is wrong, and where."""
        super().__init__(code, file, params or {})
        self.code, self.file = code, file
        self.params: Params = params or {}

    def __str__(self) -> str:
        """For logs; the screen has better words."""
        return f"{self.code} {self.file} {self.params}".strip()


class NoteCode(StrEnum):
    """What was done to a map on the way in, or what it lacks."""

    COARSENED = "coarsened"  # from_m, to_m: a cell keeps its deepest water
    MOVED = "moved"  # from: brought from another coordinate system
    CUT = "cut"  # share: only what lies near the township is kept
    BLANK = "blank"  # share: cells of which nothing is known
    BLANK_DRY = "blank_dry"  # share: blank cells taken as dry, as was declared
    MARKS = "marks"  # cells: numbers that stand for "nothing" without the file saying so
    BELOW_ZERO = "below_zero"  # cells: slightly negative, taken as 0
    CLASSES = "classes"  # rows: a range of depths, its upper bound was taken
    SKIPPED = "skipped"  # rows: shapes without an area or a depth
    NO_ARRIVAL = "no_arrival"
    NO_DATUM = "no_datum"


@dataclass(frozen=True, slots=True)
class MapNote:
    """One thing to be told beside a map."""

    code: NoteCode
    params: Params = field(default_factory=dict[str, "str | float"])
