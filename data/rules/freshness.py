"""How old a reading is and whether it is too old for the reporting rule of the standing level."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from data.model.levels import Level, ReportingRule
from data.model.river import Reading


@dataclass(frozen=True, slots=True)
class Freshness:
    """Age of a value against the limit of its level; no reading at all has no age and is stale."""

    age_s: float | None
    stale: bool
    limit_s: float


def age_s(reading: Reading, now: datetime) -> float:
    """Return the seconds since the reading; negative when it claims to come from the future."""
    return (now - reading.at).total_seconds()


def is_stale(reading: Reading | None, now: datetime, level: Level, rules: Iterable[ReportingRule]) -> Freshness:
    """Judge a reading: fresh while its age is at most the limit (`age <= limit`) of the level.

    One further in the future than the limit is as little to be relied on as one that old.
    """
    limit_s = limit_of(level, rules) * 3600
    if reading is None:
        return Freshness(None, stale=True, limit_s=limit_s)
    age = age_s(reading, now)
    return Freshness(age, stale=abs(age) > limit_s, limit_s=limit_s)


def limit_of(level: Level, rules: Iterable[ReportingRule]) -> float:
    """Return the longest age in hours allowed at a level; a level without a rule is an error of the table."""
    for rule in rules:
        if Level.parse(rule.id) is level:
            return rule.max_age_h
    raise LookupError(f"no reporting rule for level {level.name}")
