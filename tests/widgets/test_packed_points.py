"""Places are packed to a centimetre."""

from __future__ import annotations

import base64

import numpy as np
import pytest

from widgets.packed_points import packed_points


def test_a_place_comes_back_to_a_centimetre():
    lons, lats = [113.5, 113.654321987, 113.9], [34.8, 34.912345678, 35.0]
    origin, places, kinds = packed_points(["a", "b", "c"], lons, lats, [0, 2, 1])
    offsets = np.frombuffer(base64.b64decode(places), "<f4").astype(float)
    assert np.abs(offsets[:3] + origin[0] - lons).max() * 111_000 < 0.01
    assert np.abs(offsets[3:] + origin[1] - lats).max() * 111_000 < 0.01
    assert kinds is not None
    assert list(base64.b64decode(kinds)) == [0, 2, 1]


def test_no_points_are_packed_as_nothing():
    assert packed_points([], [], [], None) == ([0.0, 0.0], "", None)


@pytest.mark.parametrize(("lons", "kinds"), [([1.0, 2.0], None), ([1.0], [0, 1])])
def test_columns_of_unequal_length_are_refused(lons: list[float], kinds: list[int] | None):
    with pytest.raises(ValueError, match="unequal"):
        packed_points(["a"], lons, [1.0], kinds)


def test_a_place_that_is_not_a_number_is_refused():
    with pytest.raises(ValueError, match="not a number"):
        packed_points(["a"], [float("nan")], [1.0], None)
