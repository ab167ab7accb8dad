"""Classes of numbers, their packing, and colours whose order is seen by everybody."""

from __future__ import annotations

import base64
from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PySide6.QtGui import QColor

from desktop import theme as look
from views.map_water import BREAKS, Ramp
from widgets.raster_paint import CLEAR, classify, packed_runs, palette
from widgets.theme import Theme, contrast

THEMES = [look.load(name).theme for name in look.NAMES]
PAIRS = [(theme, ramp) for theme in THEMES for ramp in Ramp]
IDS = [f"{theme.name}-{ramp}" for theme, ramp in PAIRS]

DEUTERANOPIA = np.array(
    [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
)
"""Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB."""


def linear(colour: QColor) -> np.ndarray:
    channels = np.array([colour.redF(), colour.greenF(), colour.blueF()])
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def lab(rgb: np.ndarray) -> np.ndarray:
    """OKLab: distances in it are alike to the eye; the first number is lightness."""
    cones = np.array([[0.41222, 0.53633, 0.05145], [0.21190, 0.68070, 0.10740], [0.08830, 0.28172, 0.62998]]) @ rgb
    mixed = np.array([[0.21045, 0.79362, -0.00407], [1.97800, -2.42859, 0.45059], [0.02590, 0.78277, -0.80868]])
    return mixed @ np.cbrt(cones)


def colours(theme: Theme, ramp: Ramp) -> list[QColor]:
    return [QColor(*colour) for colour in palette(theme, f"raster.{ramp}", len(BREAKS[ramp]))[1:]]


def test_a_cell_is_numbered_by_the_bounds_it_reaches():
    values = np.array([[-1.0, 0.0, 0.5], [0.999, 1.0, np.nan]], np.float32)
    assert classify(values, (0.0, 0.5, 1.0)).tolist() == [[0, 1, 2], [2, 3, 0]]


def test_a_class_without_a_lower_bound_takes_all_that_is_known():
    values = np.array([[-9.0, 0.0, np.nan]], np.float32)
    assert classify(values, (float("-inf"), -0.05, 0.05)).tolist() == [[1, 2, 0]]


def test_breaks_that_do_not_rise_are_our_fault():
    with pytest.raises(ValueError, match="rise"):
        classify(np.zeros((1, 1)), (1.0, 1.0))


@given(arrays(np.uint8, st.tuples(st.integers(1, 9), st.integers(1, 9)), elements=st.integers(0, 2)))
def test_packed_cells_are_the_cells(cells: np.ndarray):
    assert unpacked(packed_runs(cells)).tolist() == cells.ravel().tolist()


@pytest.mark.parametrize("count", [1, 65_535, 65_536, 131_070, 200_001])
def test_runs_longer_than_a_number_holds_are_split(count: int):
    cells = np.concatenate((np.full(count, 4, np.uint8), np.zeros(3, np.uint8), np.full(count, 5, np.uint8)))
    assert np.array_equal(unpacked(packed_runs(cells.reshape(1, -1))), cells)


def unpacked(text: str) -> np.ndarray:
    read = base64.b64decode(text)
    runs = len(read) // 3
    return np.repeat(np.frombuffer(read[2 * runs :], np.uint8), np.frombuffer(read[: 2 * runs], "<u2"))


@pytest.mark.parametrize(("theme", "ramp"), PAIRS, ids=IDS)
def test_nothing_is_drawn_for_class_nought_and_every_class_has_a_full_colour(theme: Theme, ramp: Ramp):
    made = palette(theme, f"raster.{ramp}", len(BREAKS[ramp]))
    assert made[0] == CLEAR
    assert {colour[3] for colour in made[1:]} == {255}


@pytest.mark.parametrize(("theme", "ramp"), PAIRS, ids=IDS)
def test_lightness_only_falls_or_only_rises_from_the_first_class_or_from_the_middle(theme: Theme, ramp: Ramp):
    light = [float(lab(linear(colour))[0]) for colour in colours(theme, ramp)]
    middle = len(light) // 2 if ramp is Ramp.DIFFERENCE else 0
    for arm in (light[: middle + 1][::-1], light[middle:]):
        steps = [b - a for a, b in pairwise(arm)]
        assert all(step > 0.05 for step in steps) or all(step < -0.05 for step in steps)


@pytest.mark.parametrize(("theme", "ramp"), PAIRS, ids=IDS)
def test_the_ends_of_a_ramp_are_three_to_one_apart(theme: Theme, ramp: Ramp):
    made = colours(theme, ramp)
    if ramp is Ramp.DIFFERENCE:
        assert all(contrast(made[len(made) // 2], end) >= 3 for end in (made[0], made[-1]))
    else:
        assert contrast(made[0], made[-1]) >= 3


@pytest.mark.parametrize(("theme", "ramp"), PAIRS, ids=IDS)
def test_any_two_classes_are_told_apart_without_seeing_red_and_green(theme: Theme, ramp: Ramp):
    seen = [lab(np.clip(DEUTERANOPIA @ linear(colour), 0, 1)) for colour in colours(theme, ramp)]
    assert min(float(np.linalg.norm(a - b)) for a, b in combinations(seen, 2)) >= 0.07


@pytest.mark.parametrize("theme", THEMES, ids=look.NAMES)
def test_flood_water_is_not_the_blue_of_the_river(theme: Theme):
    river = lab(linear(theme.role("river.water")))
    assert min(float(np.linalg.norm(lab(linear(c)) - river)) for c in colours(theme, Ramp.DEPTH)) >= 0.04


@pytest.mark.parametrize("theme", THEMES, ids=look.NAMES)
@pytest.mark.parametrize("ramp", [ramp for ramp in Ramp if ramp is not Ramp.DEPTH])
def test_no_class_looks_like_a_colour_of_warning(theme: Theme, ramp: Ramp):
    for level in ("blue", "yellow", "orange", "red"):
        warning = lab(linear(theme.role(f"warning.{level}")))
        for colour in colours(theme, ramp):
            assert float(np.linalg.norm(lab(linear(colour)) - warning)) >= 0.06, (level, colour.name())
