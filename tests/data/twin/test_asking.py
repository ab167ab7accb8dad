"""A flood on the clock, asked as the rules ask."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.model.inundation import DRY, Inundation, Probes, Span
from data.model.nature import Origin
from data.twin.asking import WET_M, FloodInundation, Places, same_water, span_of
from data.twin.crossing import first_above, hours_above
from data.twin.flood import Field, How
from data.twin.timing import timing_from
from tests.data.twin.flood_sample import place_of, sample_flood

NOW = datetime(2026, 8, 1, 6, 0, tzinfo=UTC)


def asked(flood=None, **given) -> FloodInundation:
    return FloodInundation(sample_flood(**given) if flood is None else flood, timing_from(NOW), NOW)


def column(*rows: int, flood=None) -> Probes:
    flood = flood or sample_flood()
    places = [place_of(flood, row, 4) for row in rows]
    return Probes(np.array([p[0] for p in places]), np.array([p[1] for p in places]))


def hours_of(seconds) -> list[float]:
    return [float(round((s - NOW.timestamp()) / 3600, 2)) for s in seconds]


def test_columns_tell_what_the_rasters_and_frames_say():
    waters = asked().many(column(0, 4, 9), (0.3, 1.0))
    assert waters.depth_m.tolist() == [4.0, 2.0, 0.0]
    assert hours_of(waters.arrival_s[:2]) == [0.11, 4.61]
    assert np.isinf(waters.arrival_s[2])
    assert waters.stage_m[:2].tolist() == [94.0, 94.0]
    assert np.isnan(waters.stage_m[2])
    assert waters.speed_m_s == pytest.approx([0.8, 0.4, 0.0])
    assert waters.duration_h[1] == pytest.approx(9 + (94 - 92.05) / 3 * 15 - 4.6125, abs=1e-3)
    # the stage rises 4 m in 9 h: 92.3 m at hour 5.175, 93 m at 6.75; the frames of whole hours cut the corner
    assert hours_of(waters.deeper_s[:, 1]) == pytest.approx([5.175, 6.75], abs=0.01)
    assert np.isinf(waters.deeper_s[:, 2]).all()


def test_outside_the_raster_and_outside_the_ground_nothing_is_known():
    flood = sample_flood()
    far, hole = (113.0, 34.0), place_of(flood, 11, 15)
    waters = asked(flood).many(Probes(np.array([far[0], hole[0]]), np.array([far[1], hole[1]])), (0.5,))
    for told in (waters.depth_m, waters.arrival_s, waters.duration_h, waters.speed_m_s, waters.deeper_s):
        assert np.isnan(told).all()
    assert asked(flood).at(*far) is None
    assert asked(flood).at(*hole) is None


def test_a_point_tells_its_rise():
    flood = sample_flood()
    water = asked(flood).at(*place_of(flood, 4, 4))
    assert water is not None
    assert abs(water.arrival - NOW - timedelta(hours=4.6125)) < timedelta(seconds=1)
    assert water.rise[-1] == (2.0, NOW + timedelta(hours=9))
    assert [depth for depth, _ in water.rise] == sorted({depth for depth, _ in water.rise})
    assert abs(water.deeper_than(1.0) - NOW - timedelta(hours=6.75)) < timedelta(minutes=1)
    assert water.hazard == pytest.approx(0.8)
    assert asked(flood).at(*place_of(flood, 9, 4)) is DRY


def test_a_way_and_an_area_are_asked_by_their_points():
    flood = sample_flood()
    way = (place_of(flood, 0, 4), place_of(flood, 9, 4))
    along = asked(flood).along(way, 50.0)
    assert along[0] is not None
    assert along[0].depth_m == 4.0
    assert along[-1] is DRY
    corners = [place_of(flood, row, col) for row, col in ((2, 2), (2, 5), (6, 5), (6, 2))]
    area = asked(flood).over(tuple(corners))
    assert area is not None
    assert area.depth_m == 3.0
    assert abs(area.arrival - NOW - timedelta(hours=2.3625)) < timedelta(seconds=1)
    assert asked(flood).along((), 10.0) == ()
    assert asked(flood).over(()) is None


def test_without_frames_every_depth_is_passed_at_arrival():
    waters = asked(frame_h=None).many(column(0, 4), (0.3, 3.0))
    assert waters.deeper_s[0].tolist() == waters.arrival_s.tolist()
    assert np.isinf(waters.deeper_s[1, 1])
    assert asked(frame_h=None).timed


def test_a_map_of_greatest_depths_alone_is_there_from_the_beginning():
    water = asked(frame_h=None, fields=(Field.DEPTH,))
    waters = water.many(column(4, 9), (0.5,))
    assert not water.timed
    assert hours_of(waters.arrival_s[:1]) == [0.0]
    assert hours_of(waters.deeper_s[0, :1]) == [0.0]
    assert np.isinf(waters.arrival_s[1])
    assert np.isnan(waters.duration_h[0])
    point = water.at(*place_of(sample_flood(), 4, 4))
    assert point is not None
    assert (point.duration_h, point.speed_m_s) == (0.0, None)


def test_a_blend_arrives_by_its_frames_not_by_its_raster():
    direct, blended = (asked(how=how, frame_h=1 / 6).many(column(4), ()) for how in (How.RUN, How.BLENDED))
    assert hours_of(direct.arrival_s) == [4.61]
    assert hours_of(blended.arrival_s) == pytest.approx([4.61], abs=1 / 6)
    assert blended.arrival_s[0] != direct.arrival_s[0]


def test_a_blend_that_knows_its_rise_is_asked_for_it_always_of_the_same_cells():
    sample, seen = sample_flood(how=How.BLENDED), []

    class Rise:
        def __init__(self, count):
            self.count = count

        def crossing(self, depth_m):
            return np.full(self.count, 1.0 + depth_m)

    class Knowing(type(sample)):
        def rise(self, cells):
            seen.append(cells.tolist())
            return SimpleNamespace(likely=Rise(len(cells)))

    probes, hole = column(0, 4, 9), place_of(sample, 11, 15)
    probes = Probes(np.append(probes.lon, hole[0]), np.append(probes.lat, hole[1]))
    for flow in (8000.0, 9000.0):
        flood = Knowing(**{**{name: getattr(sample, name) for name in sample.__dataclass_fields__}, "flow_m3s": flow})
        waters = asked(flood).many(probes, (0.5,))
        assert hours_of(waters.arrival_s[:2]) == [1.05, 1.05]
        assert hours_of(waters.deeper_s[0, :2]) == [1.5, 1.5]
        assert np.isinf(waters.arrival_s[2])
        assert np.isnan(waters.arrival_s[3])
    assert seen[0] == seen[1]
    assert len(seen[0]) == 3


def test_a_peak_between_two_frames_counts_as_early_as_it_can_be():
    flood = sample_flood(frame_h=6.0)  # frames at 0, 6, 12 …; the peak is at 9
    waters = asked(flood).many(column(4), (1.9,))
    assert hours_of(waters.deeper_s[0]) == [6.0]


def test_what_is_shallower_than_wet_throughout_is_dry():
    flood = sample_flood()
    flood.fields[Field.DEPTH][4, 4] = WET_M / 2
    waters = asked(flood).many(column(4), (0.0,))
    assert waters.depth_m.tolist() == [0.0]
    assert np.isinf(waters.deeper_s).all()


def test_the_nature_carries_its_origin_and_datum_and_a_hash_of_flood_and_clock():
    first, second = asked(), FloodInundation(sample_flood(), timing_from(NOW + timedelta(hours=1)), NOW)
    assert first.nature.origin is Origin.IDEALISED
    assert first.nature.datum == "大沽(待核)"
    assert first.nature.made_at == NOW
    assert first.nature.provenance != second.nature.provenance


def test_a_span_takes_a_flood_at_each_flow_of_the_band():
    class Floods:
        def at(self, flow_m3s: float):
            return sample_flood(flow_m3s=flow_m3s, peak_m=90.0 + flow_m3s / 2000)

    def course(peak: float):
        return ((NOW, 3000.0), (NOW + timedelta(hours=12), peak))

    span = span_of(Floods(), Span(course(6000.0), course(8000.0), course(10000.0)), NOW, NOW)
    probes = column(2, 4, 5, 7)
    low, likely, high = (one.many(probes, (0.3,)) for one in (span.low, span.likely, span.high))
    assert (low.depth_m <= likely.depth_m).all()
    assert (likely.depth_m <= high.depth_m).all()
    assert (low.arrival_s >= likely.arrival_s).all()
    assert (likely.arrival_s >= high.arrival_s).all()
    assert same_water(span.low).high is span.low


def test_a_flood_on_the_clock_is_an_inundation():
    water: Inundation = asked()
    assert water.many(Probes(np.zeros(0), np.zeros(0)), (0.3,)).deeper_s.shape == (1, 0)


def test_ten_thousand_probes_are_asked_of_a_further_flood_within_ten_milliseconds():
    places, rng = Places(), np.random.default_rng(4)
    small = sample_flood(rows=100, cols=200, cell_m=80.0, step_m=0.05, frame_h=1 / 6)
    west, north = small.lattice.west, small.lattice.north
    lon, lat = small.lattice.to_degrees(
        (west + rng.random(10_000) * 16e3).tolist(), (north - rng.random(10_000) * 8e3).tolist()
    )
    probes, depths = Probes(lon, lat), (0.3, 0.5, 1.0)
    FloodInundation(small, timing_from(NOW), NOW, places).many(probes, depths)
    taken: list[float] = []
    for hour in range(7):
        further = FloodInundation(replace(small, flow_m3s=9000.0 + hour), timing_from(NOW), NOW, places)
        began = time.process_time()
        further.many(probes, depths)
        taken.append(time.process_time() - began)
    assert min(taken) < 0.05  # a crowded machine; the figure is 10 ms


series_of = st.lists(st.floats(0.0, 5.0), min_size=2, max_size=12)


@given(series_of, st.floats(0.0, 4.0))
def test_a_depth_is_passed_between_the_frames_around_it(depths, bound):
    series, hours = np.array(depths)[:, None], tuple(float(n) for n in range(len(depths)))
    passed = first_above(series, hours, (bound,))[0, 0]
    deeper = [n for n, depth in enumerate(depths) if depth > bound]
    if not deeper:
        assert np.isinf(passed)
    else:
        assert max(0, deeper[0] - 1) <= passed <= deeper[0]


@given(series_of, st.floats(0.0, 2.0), st.floats(0.0, 2.0))
def test_the_deeper_is_passed_later_and_for_shorter(depths, bound, more):
    series, hours = np.array(depths)[:, None], tuple(float(n) for n in range(len(depths)))
    low, high = first_above(series, hours, (bound, bound + more))[:, 0]
    assert low <= high + 1e-9
    assert hours_above(series, hours, bound)[0] >= hours_above(series, hours, bound + more)[0] - 1e-9
