"""Bands and the axis that deals out room to them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from widgets.bands import Band, TierAxis, band_of, tick_words

BOUNDS = (0, 2600, 4000, 6000, 8000, 10000, 15000, 22000, 25000)
BANDS = tuple(Band(low, high, f"tier.{i}", f"tier {i}") for i, (low, high) in enumerate(pairwise(BOUNDS)))
AXIS = TierAxis.over(0, 25000, BANDS)


def test_the_lower_bound_belongs_to_a_band_and_the_upper_to_the_next():
    assert band_of(BANDS, 3999.9) is BANDS[1]
    assert band_of(BANDS, 4000) is BANDS[2]


def test_the_end_of_the_scale_belongs_to_the_topmost_band():
    assert band_of(BANDS, 25000) is BANDS[-1]
    assert band_of(BANDS, 25001) is None


@given(st.floats(0, 25000))
def test_a_place_on_the_axis_leads_back_to_its_value(value: float):
    assert AXIS.value(AXIS.place(value)) == pytest.approx(value, abs=1e-6)


@given(st.floats(-9e4, 9e4), st.floats(-9e4, 9e4))
def test_a_greater_value_never_lies_left_of_a_smaller_one(one: float, other: float):
    low, high = sorted((one, other))
    assert 0 <= AXIS.place(low) <= AXIS.place(high) <= 1


def test_every_tier_gets_room_to_be_hit_and_a_wider_one_gets_more():
    rooms = [right - left for left, right in pairwise(AXIS.places)]
    assert min(rooms) > 0.78 / 8
    assert max(rooms) == rooms[BOUNDS.index(15000)]


def test_an_axis_without_extent_is_refused():
    with pytest.raises(ValueError, match="lower < upper"):
        TierAxis.over(5, 5)


@pytest.mark.parametrize("width", [180, 220, 260, 300, 450, 600, 1200])
def test_tick_words_never_overlap_nor_leave_the_widget(width: int):
    placed = tick_words(BOUNDS, lambda v: AXIS.place(v) * width, lambda text: 6.5 * len(text), width, 4)
    assert len(placed) >= 4
    assert all(left >= 0 and left + wide <= width for _, left, wide in placed)
    assert all(a[1] + a[2] + 4 <= b[1] for a, b in pairwise(placed))


def test_thresholds_are_named_before_the_ends_of_the_scale():
    words = [text for text, _, _ in tick_words(BOUNDS, lambda v: AXIS.place(v) * 276, lambda t: 6.5 * len(t), 294, 4)]
    assert "22000" in words
    assert "25000" not in words
