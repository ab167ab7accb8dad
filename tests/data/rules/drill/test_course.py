"""Courses of the stations as they are played."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.model.drill import InjectKind, Scenario, Trace
from data.model.river import HUAYUANKOU, Reading
from data.rules.drill.course import last_reading, readings, value_at
from data.rules.drill.scene import moment_at
from tests.data.rules.drill.drill_world import begun, fire_at, inject, scenario

TRACE = Trace(HUAYUANKOU, ((0, 4000, 90.0), (90, 4900, 91.0), (300, 4900, None)), "设定", every_min=60)


def played(scene: Scenario, after: float, until: float) -> list[Reading]:
    return list(readings(scene, begun(), moment_at(scene, after), moment_at(scene, until)))


def test_a_station_reports_at_its_interval_and_at_every_point_given():
    told = played(scenario(traces=(TRACE,)), -1, 125)

    assert [(one.flow_m3s, one.stage_m) for one in told] == [(4000, 90), (4600, 90.67), (4900, 91), (4900, None)]
    assert [one.source for one in told] == [
        "情景构造：设定",
        "情景构造：设定（插值）",
        "情景构造：设定",
        "情景构造：设定（插值）",
    ]


def test_a_scaled_course_has_scaled_flows_and_no_stage():
    trace = Trace(HUAYUANKOU, TRACE.points, "日报", constructed=False, scale=1.5)

    (first,) = played(scenario(traces=(trace,)), -1, 0)
    assert (first.flow_m3s, first.stage_m, first.source) == (6000, None, "日报")


def test_before_its_first_and_after_its_last_point_a_course_says_nothing():
    assert value_at(TRACE, -1) is None
    assert value_at(TRACE, 301) is None
    assert played(scenario(traces=(TRACE,)), 300, 5000) == []


def test_the_newest_value_at_the_beginning_is_the_last_one_due():
    scene = scenario(traces=(Trace(HUAYUANKOU, ((-240, 3000, None), (600, 3840, None)), "设定", every_min=120),))

    reading = last_reading(scene, scene.traces[0], scene.starts_at)
    assert reading is not None
    assert (reading.at, reading.flow_m3s) == (scene.starts_at, 3240)


def test_values_of_a_lost_link_never_arrive():
    lost = inject(
        "A", 30.0, kind=InjectKind.LINK, details=(("station", HUAYUANKOU), ("state", "lost"), ("for_min", "60"))
    )
    scene = scenario(lost, traces=(TRACE, Trace("TG", ((0, 100, None), (300, 100, None)), "设定")))
    now = fire_at(begun(), scene, "A", 30)

    told = readings(scene, now, moment_at(scene, -1), moment_at(scene, 130))
    at = [(one.at - scene.starts_at) / timedelta(minutes=1) for one in told if one.station == HUAYUANKOU]
    assert at == [0, 90, 120]
    assert sum(one.station == "TG" for one in told) == 3


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(-50, 400), max_size=10), st.integers(1, 200))
def test_playing_in_pieces_gives_the_same_readings_as_at_once(cuts: list[int], every: int):
    scene = scenario(traces=(Trace(HUAYUANKOU, TRACE.points, "设定", every_min=every),))
    edges = sorted({-60, *cuts, 400})

    pieces = [one for low, high in pairwise(edges) for one in played(scene, low, high)]

    assert pieces == played(scene, -60, 400)
    assert pieces[0].flow_m3s == pytest.approx(4000)
