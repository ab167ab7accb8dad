"""A reading is fresh while it is no older than the reporting rule of its level allows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from data.feeds.registers import KINDS, read_register
from data.model.levels import Confidence, Level, ReportingRule
from data.model.river import Reading
from data.rules.freshness import age_s, is_stale
from resources import path as resource

NOW = datetime(2020, 6, 29, tzinfo=UTC)
RULES = tuple(
    ReportingRule(numeral, hours, "测试", Confidence.ASSUMED)
    for numeral, hours in (("", 24), ("IV", 12), ("Ⅲ", 8), ("II", 4), ("I", 2))
)


def reading(hours_ago: float) -> Reading:
    return Reading("40105150", NOW - timedelta(hours=hours_ago), 5520.0, 90.88)


@pytest.mark.parametrize(
    ("level", "hours"), [(Level.NONE, 24), (Level.IV, 12), (Level.III, 8), (Level.II, 4), (Level.I, 2)]
)
def test_the_limit_of_the_level_is_still_fresh_and_a_second_more_is_stale(level: Level, hours: int) -> None:
    assert is_stale(reading(hours), NOW, level, RULES) == is_stale(reading(hours), NOW, level, RULES)
    assert not is_stale(reading(hours), NOW, level, RULES).stale
    late = is_stale(reading(hours + 1 / 3600), NOW, level, RULES)
    assert late.stale
    assert (late.limit_s, late.age_s) == (hours * 3600, pytest.approx(hours * 3600 + 1))


def test_no_reading_at_all_is_stale_and_has_no_age() -> None:
    found = is_stale(None, NOW, Level.IV, RULES)
    assert (found.stale, found.age_s) == (True, None)


def test_a_reading_from_the_near_future_is_a_clock_and_from_the_far_future_is_stale() -> None:
    assert not is_stale(reading(-0.1), NOW, Level.I, RULES).stale
    assert is_stale(reading(-3), NOW, Level.I, RULES).stale
    assert age_s(reading(-3), NOW) == -3 * 3600


def test_a_level_without_a_rule_is_an_error_of_the_table() -> None:
    with pytest.raises(LookupError, match="II"):
        is_stale(reading(0), NOW, Level.II, RULES[:1])


def test_the_shipped_rules_name_every_level_and_grow_stricter() -> None:
    rules = read_register(resource("rules/reporting.csv"), KINDS["reporting"])
    limits = [is_stale(reading(0), NOW, level, rules).limit_s for level in Level]
    assert limits == sorted(limits, reverse=True)
