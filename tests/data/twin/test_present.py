"""What is wet now stays counted, whatever course is laid over it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from data.model.inundation import Probes
from data.twin.asking import FloodInundation, Places
from data.twin.present import OverPresent
from data.twin.timing import timing_from
from tests.data.twin.flood_sample import place_of, sample_flood

NOW = datetime(2026, 8, 1, 4, tzinfo=UTC)
BEGINS = NOW + timedelta(hours=2)
DEPTHS = (0.3, 0.5)


def laid(now_m: float, peak_m: float) -> tuple[OverPresent, FloodInundation, Probes]:
    """A course that begins in two hours, over a river that stands at a stage now."""
    course = sample_flood(peak_m=peak_m)
    places = Places()
    plain = FloodInundation(course, timing_from(BEGINS), NOW, places)
    spots = [place_of(course, row, 3) for row in range(12)]
    probes = Probes(np.array([lon for lon, _ in spots]), np.array([lat for _, lat in spots]))
    return OverPresent(plain, sample_flood(peak_m=now_m, frame_h=None), NOW, places), plain, probes


def test_a_place_under_water_now_is_not_said_to_be_reached_later() -> None:
    over, plain, probes = laid(92.0, 94.0)
    told, alone = over.many(probes, DEPTHS), plain.many(probes, DEPTHS)
    wet = slice(0, 4)  # the bed rises by half a metre a row from 90 m
    assert (told.arrival_s[wet] == NOW.timestamp()).all()
    assert (alone.arrival_s[wet] > NOW.timestamp()).all()
    assert (told.arrival_s[4:] == alone.arrival_s[4:]).all()
    assert told.deeper_s[0][3] == NOW.timestamp()  # 0.5 m there now
    assert told.deeper_s[1][3] == alone.deeper_s[1][3]


def test_water_of_the_moment_that_is_deeper_than_the_course_stays() -> None:
    over, plain, probes = laid(94.0, 92.0)
    told, alone = over.many(probes, DEPTHS), plain.many(probes, DEPTHS)
    beds = 0.5 * np.arange(8)
    assert np.allclose(told.depth_m[:8], 4.0 - beds, atol=1e-4)
    assert np.allclose(alone.depth_m[:8], np.maximum(0.0, 2.0 - beds), atol=1e-4)
    assert np.isfinite(told.arrival_s[6])


def test_one_place_is_told_as_among_many() -> None:
    over, _, probes = laid(92.0, 94.0)
    place = (float(probes.lon[1]), float(probes.lat[1]))
    for wet in (over.at(*place), over.along((place,), 50.0)[0]):
        assert wet is not None
        assert wet.arrival == NOW
    assert over.at(10.0, 10.0) is None
    assert over.over(()) is None


def test_the_hash_tells_courses_over_different_water_apart() -> None:
    first, plain, _ = laid(92.0, 94.0)
    assert first.nature.provenance != plain.nature.provenance
    assert first.nature.origin == plain.nature.origin


@settings(max_examples=25, deadline=None)
@given(st.floats(91.2, 95.0), st.floats(0.0, 1.0), st.floats(91.5, 95.0))
def test_more_water_now_is_nowhere_later_and_nowhere_shallower(now_m: float, more: float, peak_m: float) -> None:
    less, _, probes = laid(now_m, peak_m)
    greater, _, _ = laid(now_m + more, peak_m)
    a, b = less.many(probes, DEPTHS), greater.many(probes, DEPTHS)
    assert (b.depth_m >= a.depth_m - 1e-6).all()
    assert (b.arrival_s <= a.arrival_s).all()
    assert (b.deeper_s <= a.deeper_s).all()
