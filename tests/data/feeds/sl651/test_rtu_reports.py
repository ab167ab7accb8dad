"""What a simulated station reports of a series."""

from __future__ import annotations

from datetime import timedelta

from data.feeds.sl651.rtu_reports import EXTRA, HOURLY, TIMED, Habits, Point, reports
from tests.data.feeds.sl651.telegrams import AT

HOUR = timedelta(hours=1)
SERIES = [Point(AT, 90.0, 1000.0), Point(AT + 4 * HOUR, 91.0, 1000.0), Point(AT + 8 * HOUR, 91.0, 1400.0)]


def test_without_a_pace_a_station_speaks_at_the_moments_of_its_series():
    found = list(reports(SERIES, Habits()))
    assert [(one.at, one.function) for one in found] == [(point.at, TIMED) for point in SERIES]
    assert dict(found[1].groups[0].values) == {"39": 91.0, "27": 1000.0, "38": 12.6}


def test_with_a_pace_values_are_drawn_between_and_steps_are_told_at_once():
    found = list(reports(SERIES, Habits(2 * HOUR)))
    timed = [one for one in found if one.function == TIMED]
    assert [dict(one.groups[0].values)["39"] for one in timed] == [90.0, 90.5, 91.0, 91.0, 91.0]
    extra = [one for one in found if one.function == EXTRA]
    assert extra
    assert all(one.at not in {two.at for two in timed} for one in extra)
    assert [one.at for one in found] == sorted(one.at for one in found)


def test_an_hourly_report_has_the_twelve_levels_of_its_hour():
    hourly = [one for one in reports(SERIES, Habits(HOUR, base_m=80.0)) if one.function == HOURLY]
    assert [one.at for one in hourly] == [AT + n * HOUR for n in range(1, 9)]
    first, instant = hourly[0].groups
    assert first.at == AT + timedelta(minutes=5)
    ((name, levels),) = first.values
    assert name == "F5"
    assert levels[0] == 10.02
    assert levels[-1] == 10.25 == dict(instant.values)["39"] - 80.0


def test_a_value_that_is_lacking_stays_lacking():
    series = [Point(AT, 90.0, None), Point(AT + HOUR, 90.0, None)]
    assert {name for one in reports(series, Habits(HOUR)) for name, _ in one.groups[0].values} == {"39", "38"}
