"""A section is covered where somebody walked it within the interval; gaps are named by where they lie, not by who."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from data.model.field import Position
from data.rules.coverage import gaps, ground, joined, share_walked, track_length_m, untrodden, walked
from data.rules.geometry import distance_m
from tests import township

NOON = township.NOON
PATH = ((113.70, 34.90), (113.711, 34.90))
GROUND = ground("R1", PATH)


def at(share: float, minute: float = 0.0, error_m: float = 5.0, north_m: float = 0.0) -> Position:
    lon = PATH[0][0] + (PATH[1][0] - PATH[0][0]) * share
    return Position("S003", NOON + timedelta(minutes=minute), lon, 34.90 + north_m / 111_000, error_m, "D1", "P1")


def walk(begins: float = 0.0, ends: float = 1.0, minute: float = 0.0) -> list[Position]:
    return joined([at(begins + (ends - begins) * n / 10, minute + n / 2) for n in range(11)])


def test_a_section_is_cut_into_stretches_of_about_fifty_metres() -> None:
    assert abs(GROUND.length_m - distance_m(*PATH)) < 1e-6
    assert 45 < GROUND.step_m < 55


def test_who_walks_it_all_leaves_no_gap_until_the_interval_is_over() -> None:
    covered = walked(untrodden(GROUND), walk())
    assert share_walked(covered, NOON) == 1.0
    assert gaps(covered, NOON + timedelta(minutes=20), 30) == ()
    (gap,) = gaps(covered, NOON + timedelta(minutes=60), 30)
    assert (gap.from_m, round(gap.to_m)) == (0.0, round(GROUND.length_m))


def test_the_half_that_nobody_walked_is_a_gap_of_its_own() -> None:
    covered = walked(untrodden(GROUND), walk(0.0, 0.5))
    (gap,) = gaps(covered, NOON + timedelta(minutes=10), 30)
    assert gap.since is None
    assert abs(gap.from_m - GROUND.length_m / 2) < 150
    assert abs(gap.to_m - GROUND.length_m) < 1e-6


def test_a_fix_too_rough_or_too_far_off_says_nothing() -> None:
    far = [at(0.5, n, north_m=200.0) for n in range(3)]
    rough = [at(0.5, n, error_m=400.0) for n in range(3)]
    assert share_walked(walked(untrodden(GROUND), [*far, *rough]), NOON) == 0.0
    assert track_length_m(rough) == 0.0


def test_a_long_silence_in_a_track_is_not_guessed_at() -> None:
    assert len(joined([at(0.0), at(1.0, 1.0)])) == 2
    assert len(joined([at(0.0), at(0.2, 60.0)])) == 2
    assert len(joined([at(0.0), at(0.2, 2.0)])) > 5


def test_a_section_without_a_line_has_nothing_to_walk_and_no_gap() -> None:
    empty = untrodden(ground("R0", ()))
    assert gaps(empty, NOON, 30) == ()
    assert share_walked(empty, NOON) == 0.0
    assert gaps(untrodden(GROUND), NOON, None) == ()


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 120)), max_size=30), st.floats(1, 200), st.randoms())
def test_gaps_and_covered_stretches_make_up_the_section_whatever_the_order(
    seen: list[tuple[float, float]], interval: float, random
) -> None:
    points = [at(share, minute) for share, minute in seen]
    shuffled = random.sample(points, len(points))
    covered = walked(untrodden(GROUND), points)
    assert covered == walked(untrodden(GROUND), shuffled)
    now = NOON + timedelta(minutes=120)
    missing = sum(gap.to_m - gap.from_m for gap in gaps(covered, now, interval))
    kept = share_walked(covered, now - timedelta(minutes=interval)) * GROUND.length_m
    assert abs(missing + kept - GROUND.length_m) < 1e-6
