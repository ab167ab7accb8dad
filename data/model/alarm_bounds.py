"""Bounds of the alarm engine: figures of resources/rules/alarm_bounds.csv, every one of them editable."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmBounds:
    """What counts as chatter, as a flood of alarms, as long; and the bounds of conditions that no register holds."""

    chatter_changes: int
    chatter_window_s: float
    steady_s: float
    flood_count: int
    flood_window_s: float
    flood_end_count: int
    lines_alarms: int
    lines_diagnostics: int
    renew_s: float
    repeat_high_s: float
    repeat_spoken: int
    standing_h: float
    rate_m3s_h: float
    link_factor: float
    link_least_s: float
    link_unknown_s: float
    unanswered_min: float
    unanswered_until_h: float
    flood_season_from: int  # month * 100 + day
    flood_season_to: int
