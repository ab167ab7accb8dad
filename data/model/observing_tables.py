"""What a value may be before it is doubted, which source counts first, and when a value becomes a step: a table."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from data.model.telemetry import SourceKind, Variable


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one variable at one station, or of the variable anywhere; infinite where nothing is known."""

    low: float = -math.inf
    high: float = math.inf
    rate_h: float = math.inf  # greatest change in an hour
    rate_floor_min: float = 60.0  # two values closer in time than this count as so far apart
    repeat_h: float = math.inf  # the same to the last digit for longer than this
    repeat_count: float = 12.0  # … in at least so many reports: a bulletin a day may well say the same
    repeat_gap_h: float = 36.0  # a longer pause ends such a run
    late_min: float = math.inf  # received later than this after it was observed
    future_min: float = math.inf  # observed later than this after it was received
    fresh_min: float = 120.0  # a source that counts first does so while it is at most so much older than another
    differ: float = math.inf  # sources of one time may differ by this …
    differ_share: float = 0.0  # … or by this share of the greater value
    together_min: float = 10.0  # flow and stage within this time belong to one reading, values to one comparison
    step_min: float = 0.0  # readings that change little become steps no more often than this
    step_change: float = 0.0  # a change by this makes one at once …
    step_share: float = 0.0  # … or by this share
    stands_h: float = 26.0  # for so long a newer stage does not put aside a flow
    datum: str = ""  # of the stages that the station sends, where its register does not say


@dataclass(frozen=True, slots=True)
class Balance:
    """Flow at a station against the sum of flows upstream at the time the water passed there."""

    station: str
    parts: tuple[str, ...]
    low_share: float
    high_share: float
    slack_m3s: float


@dataclass(frozen=True, slots=True)
class ObservingTables:
    """Limits by station and variable, else by variable; the order of sources; balances by station."""

    by_variable: Mapping[Variable, Limits] = field(default_factory=lambda: MappingProxyType({}))
    by_station: Mapping[tuple[str, Variable], Limits] = field(default_factory=lambda: MappingProxyType({}))
    order: tuple[SourceKind, ...] = tuple(SourceKind)
    balances: Mapping[str, Balance] = field(default_factory=lambda: MappingProxyType({}))

    def limits(self, station: str, variable: Variable) -> Limits:
        """Return what holds for a variable at a station."""
        return self.by_station.get((station, variable)) or self.by_variable[variable]
