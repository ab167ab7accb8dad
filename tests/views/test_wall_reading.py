"""How large the wall's type is: minutes of arc by hand, and measured on every label of every page."""

from __future__ import annotations

import math

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from data.model.situation import Situation, Touched
from desktop.first_run import demo_situation
from tests import township
from tests.views.wall_stage import wall
from views.wall_curve import WallCurve
from views.wall_key import WaterKey
from views.wall_reading import (
    FIGURE_ARC,
    TEXT_ARC,
    Viewing,
    arc_minutes,
    choose,
    height_mm,
    width_said,
)
from views.wall_table import WallTable
from widgets.badge import Badge
from widgets.ink_label import InkLabel
from widgets.theme import Size


@pytest.fixture(scope="module")
def busy() -> Situation:
    return township.at_flow(township.at_flow(demo_situation(), 4100), 4650)


def test_sixteen_minutes_at_six_metres_are_twenty_eight_millimetres() -> None:
    assert height_mm(16, 6.0) == pytest.approx(27.9, abs=0.1)  # 6.283 · 6000 · 16 / 21600, as NUREG-0700 puts it
    assert arc_minutes(height_mm(16, 6.0), 6.0) == pytest.approx(16)
    assert arc_minutes(math.tan(math.radians(1)) * 6000, 6.0) == pytest.approx(60, rel=1e-3)


@pytest.mark.parametrize("distance", [1.0, 3.0, 6.0, 10.0, 20.0])
@pytest.mark.parametrize("width_px", [1280, 1920, 3840])
def test_no_text_falls_below_sixteen_minutes_and_no_figure_below_twenty_two(width_px: int, distance: float) -> None:
    type_ = choose(Viewing(1430, width_px, distance))
    assert type_.smallest >= TEXT_ARC
    assert type_.arcs[Size.LARGE] >= FIGURE_ARC


def test_who_sits_near_gets_larger_type_than_the_least_but_no_more_than_fills_the_screen() -> None:
    near, nearer = choose(Viewing(1430, 1920, 3.5)), choose(Viewing(1430, 1920, 1.0))
    assert near.scale == pytest.approx(1920 / 400)
    assert 28 < near.smallest < 33
    assert 32 <= nearer.smallest < 36


def test_a_screen_that_says_nothing_or_nonsense_of_its_width_is_taken_for_sixty_five_inches() -> None:
    assert width_said(0, 1920, 1080) == 1430
    assert width_said(50, 1920, 1080) == 1430
    assert width_said(1210.5, 1920, 1080) == 1210.5


@pytest.mark.parametrize("size", [(1920, 1080), (3840, 2160)])
def test_every_label_of_every_page_is_as_large_as_promised(
    qtbot: QtBot, busy: Situation, size: tuple[int, int]
) -> None:
    window = wall(*size)
    qtbot.addWidget(window)
    window.face.show_situation(busy, Touched.everything())
    window.face.show_time(busy.at)
    window.show()
    view = window.face.type.viewing
    seen = 0
    for name in window.face.pages:
        window.face.show_page(name)
        for label in window.face.findChildren(QWidget):
            for pixels, has_figure in texts(label):
                arc = arc_minutes(QFontMetricsF(pixels).capHeight() * view.mm_per_px, view.distance_m)
                assert arc >= (FIGURE_ARC if has_figure else TEXT_ARC), (name, label, arc)
                seen += 1
        assert not window.face.pages[name].cramped
    assert seen > 100


def texts(label: QWidget):
    """Fonts of what a widget shows, and whether figures are shown in them."""

    def figure(text: str) -> bool:
        return any(c in "0123456789" for c in text)

    if not label.isVisible():
        return
    if isinstance(label, InkLabel | Badge):
        yield label._font(), figure(label.text())
    elif isinstance(label, WallTable):
        head, names, figures = label.sizes()
        yield label._theme.font(head), False
        yield label._theme.font(names), any(figure(row.name) and row.cells for row in label.shown_rows())
        yield label._theme.font(figures), True
    elif isinstance(label, WaterKey):
        yield from ((label._theme.font(size), size is not Size.TINY) for size in label.sizes())
    elif isinstance(label, WallCurve):
        yield label._theme.font(Size.LARGE), True
