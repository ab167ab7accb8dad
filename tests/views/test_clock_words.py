"""The relocation clock in words: how long is left, until when a road is open, that a boat is needed, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.model.clock_tables import Mode
from data.model.countdown import ClockState, Deadline, End, Goal
from data.model.nature import Nature, Origin
from data.model.people import Whereabouts
from tests.data.rules.clock_world import HOUR
from tests.township import NOON
from tests.views.clock_sample import desk, picture, rising
from views import clock_words
from widgets.marks import Mark

MINUTE = timedelta(minutes=1)
LINE = Deadline(
    "growers", "G1", "P1", ClockState.IN_TIME, ClockState.IN_TIME, NOON + 2 * HOUR, NOON + 3 * HOUR, NOON + 4 * HOUR,
    NOON + 6 * HOUR, NOON + 5 * HOUR, None, 20.0, 100.0, Mode.TRACTOR, End(Goal.LEVEE, "routes", "L1", 113.7, 34.9),
    isolated=False, way_known=True, people=2, whereabouts=Whereabouts.TOLD,
)  # fmt: skip
LATE = replace(LINE, state=ClockState.LEAVE_NOW, passable_until=NOON + 4 * HOUR)


@pytest.mark.parametrize(
    ("line", "minutes", "said"),
    [
        (LINE, 20, "还有 2:40"),
        (LINE, 179, "还有 0:01"),
        (LINE, 181, "立即撤离 · 已过 0:01"),
        (replace(LINE, state=ClockState.LEAVE_NOW), 160, "立即撤离 · 还有 0:20"),
        (LATE, 205, "已过 0:25 · 公路仍通到 16:00"),
        (LATE, 241, "路已断 · 派船"),
        (replace(LINE, state=ClockState.TOO_LATE_BY_ROAD), 0, "路已断 · 派船"),
        (replace(LINE, state=ClockState.NOT_EXPOSED), 0, "不淹"),
        (replace(LINE, state=ClockState.UNKNOWN, likely=None), 0, "不明"),
        (replace(LINE, state=ClockState.LEFT), 500, "已撤离"),
        (replace(LINE, likely=NOON + 26 * HOUR), 0, "还有 1 天 2:00"),
    ],
)
def test_time_left_is_said_as_people_say_it(line, minutes, said):
    assert clock_words.countdown(line, NOON + minutes * MINUTE) == said


def test_a_narrow_list_says_until_when_the_road_is_open_in_fewer_words():
    assert clock_words.countdown(LATE, NOON + 205 * MINUTE, brief=True) == "已过 0:25 · 路通到 16:00"


@given(st.integers(0, 12 * 60))
def test_as_time_goes_by_the_state_never_becomes_less_pressing(minutes):
    order = list(ClockState)
    for line in (LINE, LATE):
        now = clock_words.state_at(line, NOON + minutes * MINUTE)
        later = clock_words.state_at(line, NOON + (minutes + 7) * MINUTE)
        assert order.index(later) <= order.index(now)


def test_who_has_left_stays_left_however_late_it_gets():
    assert clock_words.state_at(replace(LATE, state=ClockState.LEFT), NOON + 99 * HOUR) is ClockState.LEFT


def test_every_state_has_a_mark_that_differs_in_shape_or_fill():
    marks: list[Mark] = [clock_words.state_mark(state) for state in ClockState]
    assert len({(mark.shape, mark.fill) for mark in marks}) == len(ClockState)


def test_counts_name_who_needs_something_and_nobody_else():
    counts = dict.fromkeys(ClockState, 0) | {ClockState.TOO_LATE_BY_ROAD: 1, ClockState.LEAVE_NOW: 12}
    assert clock_words.counts(counts, " 户") == "派船 1 户 · 需立即 12 户"
    assert clock_words.counts_role(counts) == "state.urgent"
    assert clock_words.counts(dict.fromkeys(ClockState, 0)) == ""


def test_the_band_says_what_a_higher_and_a_lower_flow_would_mean():
    assert clock_words.band(LINE, NOON) == "偏大流量时 14:00，偏小流量时 16:00"
    worse = replace(LINE, state_if_high=ClockState.LEAVE_NOW, latest=None)
    assert clock_words.band(worse, NOON) == "偏大流量时 14:00（立即撤离），偏小流量时 无时限"
    same = replace(LINE, earliest=LINE.likely, latest=LINE.likely)
    assert clock_words.band(same, NOON) == "流量偏大、偏小时均为 15:00"


def test_the_tooltip_says_the_whole_clock():
    said = clock_words.tip(desk(), replace(LINE, way_known=False), NOON)
    assert "最后安全出发 15:00：还有 3:00" in said
    assert "18:00 到水、17:00 路断" in said
    assert "路上 20 分（农用车），动身 100 分，去 北线" in said
    assert "水情不明" in said


def test_who_stays_dry_behind_a_cut_road_is_said_to():
    assert clock_words.cause(replace(LINE, arrival=None, isolated=True), NOON) == "自身不淹，17:00 路断"


def test_a_moment_of_another_day_carries_its_date():
    assert clock_words.moment(NOON + 10 * HOUR, NOON) == "22:00"
    assert clock_words.moment(NOON + 13 * HOUR, NOON) == "06-25 01:00"


@pytest.mark.parametrize(
    ("origin", "said"),
    [
        (Origin.MODEL, "模型成果"),
        (Origin.IMPORTED, "外来成果"),
        (Origin.IDEALISED, "模型成果·示意地形·非实测"),
        (Origin.ASSUMED, "按登记上水流量推定"),
    ],
)
def test_the_picture_says_what_it_is(origin, said):
    assert clock_words.nature(Nature(origin, NOON, "x")) == said
    assert clock_words.nature(Nature(origin, NOON, "x", source="黄科院")) == f"{said}（黄科院）"


def test_the_words_follow_the_rules_as_the_water_comes():
    said = []
    for hours in (0.0, 4.2, 5.0, 7.0):
        at = NOON + hours * HOUR
        said.append(clock_words.countdown(picture(rising(), at=at).countdown.of("growers", "G3"), at))
    assert [text[:2] for text in said] == ["还有", "立即", "已过", "路已"]
