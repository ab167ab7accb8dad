"""Faults of what was given to the twin: a code and its parameters; whoever shows them has the words."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class TwinCode(StrEnum):
    """What can be wrong with a case, a terrain or a run."""

    FILE_MISSING = "file_missing"
    FILE_UNREADABLE = "file_unreadable"
    NOT_TOML = "not_toml"
    KEY_MISSING = "key_missing"
    KEY_UNKNOWN = "key_unknown"
    KEY_WRONG = "key_wrong"
    VALUE_OUT_OF_RANGE = "value_out_of_range"
    NO_MATCH = "no_match"
    BAD_ROW = "bad_row"
    NOT_RISING = "not_rising"
    NO_RING = "no_ring"
    NO_LENGTH = "no_length"
    EMPTY_TERRAIN = "empty_terrain"
    NOT_SQUARE = "not_square"
    ROTATED = "rotated"
    DEGREES = "degrees"
    TOO_LARGE = "too_large"
    OUTSIDE_TERRAIN = "outside_terrain"
    ON_NO_GROUND = "on_no_ground"
    NO_CREST_HERE = "no_crest_here"
    CRS_DIFFERS = "crs_differs"
    NO_CRS = "crs_missing"
    NO_DATUM = "datum_missing"
    NOT_NEAR = "not_near"
    NOT_ON_CREST = "not_on_crest"
    NOT_OFFICIAL = "not_official"
    KEPT_TORN = "kept_torn"
    CANNOT_WRITE = "cannot_write"
    FOREIGN_CHECKPOINT = "foreign_checkpoint"
    RUN_DIED = "run_died"


Params = dict[str, str | float]


class TwinFault(Exception):
    """The world's fault: which file and key it lies in, and what about it. Crosses from a run's process to the desk."""

    def __init__(self, code: TwinCode, file: str = "", key: str = "", params: Params | None = None) -> None:
        """Say what is wrong, and where."""
        super().__init__(code, file, key, params or {})
        self.code, self.file, self.key = code, file, key
        self.params: Params = params or {}

    def __str__(self) -> str:
        """For logs; the screen has better words."""
        return f"{self.code} {self.file} {self.key} {self.params}".strip()


class FindingCode(StrEnum):
    """What a check of the terrain can find."""

    NO_DATUM = "no_datum"
    NO_CRS = "no_crs"
    HOLES = "holes"
    SPIKES = "spikes"
    CREST_BELOW_GROUND = "crest_below_ground"
    CREST_OUTSIDE = "crest_outside"
    DAM_ACROSS_CHANNEL = "dam_across_channel"
    IDEALISED = "idealised"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a person should know of a terrain: where (x, y), how much; `grave` ones forbid official use."""

    code: FindingCode
    grave: bool
    x: float | None = None
    y: float | None = None
    params: dict[str, str | float] = field(default_factory=dict[str, "str | float"])
