"""Faults of a scenario file: a code, where it is (line and path of the key), and what about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from data.model.drill import Scenario


class ScenarioCode(StrEnum):
    """What can be wrong with a scenario; `desktop/scenario_words.py` has the words."""

    FILE_MISSING = "file_missing"
    FILE_UNREADABLE = "file_unreadable"
    NOT_TOML = "not_toml"
    FORMAT_UNKNOWN = "format_unknown"
    KEY_UNKNOWN = "key_unknown"
    KEY_MISSING = "key_missing"
    WRONG_TYPE = "wrong_type"
    NOT_FINITE = "not_finite"
    OUT_OF_RANGE = "out_of_range"
    NOT_A_CHOICE = "not_a_choice"
    EMPTY = "empty"
    NO_OFFSET = "no_offset"
    TWO_TIMES = "two_times"
    DUPLICATE_ID = "duplicate_id"
    NO_SUCH_INJECT = "no_such_inject"
    CYCLE = "cycle"
    NEVER_FIRES = "never_fires"
    TIME_OUTSIDE = "time_outside"
    NOT_RISING = "not_rising"
    NO_POINTS = "no_points"
    SERIES_UNKNOWN = "series_unknown"
    SERIES_EMPTY = "series_empty"
    PROOF_MISSING = "proof_missing"
    NO_MESSAGE = "no_message"
    NO_REPORT = "no_report"
    STATION_TWICE = "station_twice"
    NOT_IN_REGISTER = "not_in_register"
    NO_PICTURE = "no_picture"
    NOT_TOLD_CONSTRUCTED = "not_told_constructed"


@dataclass(frozen=True, slots=True)
class ScenarioFault:
    """One fault: `key` is its path in the file, e.g. inject[3].details.station; `line` counts from 1, 0 = unknown."""

    code: ScenarioCode
    key: str = ""
    line: int = 0
    params: Mapping[str, str | float] = field(default_factory=dict[str, "str | float"])

    def __str__(self) -> str:
        """For logs; the screen has better words."""
        said = " ".join(f"{name}={value}" for name, value in self.params.items())
        return f"line {self.line}: {self.key}: {self.code} {said}".rstrip()


class ScenarioRefused(Exception):
    """A scenario cannot be used as it is; `faults` are all that was found, in the order of the file.

    `scenario` is what could be read of it, for no other use than to look for further faults.
    """

    def __init__(self, faults: Sequence[ScenarioFault], file: str = "", scenario: Scenario | None = None) -> None:
        """Keep the faults; whoever shows them has the words."""
        super().__init__(file, tuple(faults))
        self.file, self.faults, self.scenario = file, tuple(faults), scenario

    def __str__(self) -> str:
        """For logs."""
        return "\n".join([self.file or "scenario", *map(str, self.faults)])
