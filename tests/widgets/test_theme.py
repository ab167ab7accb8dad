"""The theme as a value: roles, measures, contrast."""

from __future__ import annotations

from types import MappingProxyType

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from widgets.badge import Badge
from widgets.theme import Theme, UnknownRoleError, blend, contrast, readable_on, retheme

THEME = Theme(
    "t",
    dark=True,
    roles=MappingProxyType(
        {"a": QColor("#102030"), "a.edge": QColor("#405060"), "b": QColor(1, 2, 3, 128), "text.primary": QColor("#fff")}
    ),
    scale=1.5,
)


def test_an_unknown_role_is_a_mistake():
    with pytest.raises(UnknownRoleError):
        THEME.role("no.such")


def test_a_role_handed_out_cannot_change_the_theme():
    THEME.role("a").setRed(255)
    assert THEME.css("a") == "#102030"


def test_a_translucent_role_is_written_with_its_alpha():
    assert THEME.css("b") == "rgba(1, 2, 3, 128)"


def test_edge_and_ink_fall_back_to_the_role():
    assert THEME.edge("a") == QColor("#405060")
    assert THEME.ink("a") == QColor("#102030")


def test_measures_grow_with_the_scale_and_never_vanish():
    assert THEME.px(4) == 6
    assert THEME.px(0.1) == 1
    assert THEME.px(0) == 0
    assert THEME.font().pixelSize() == 20


def test_contrast_of_black_and_white_is_twenty_one():
    assert contrast(QColor("#000"), QColor("#fff")) == pytest.approx(21)
    assert contrast(QColor("#777"), QColor("#777")) == 1


def test_the_readable_ink_is_the_one_with_more_contrast():
    assert readable_on(QColor("#f2c61f")).lightness() < 60
    assert readable_on(QColor("#7a1010")).lightness() > 200


def test_a_blend_lies_between_its_colours():
    assert blend(QColor("#000000"), QColor("#ffffff"), 0.5).red() in (127, 128)


def test_another_theme_reaches_every_widget_inside(qtbot):
    outer = QWidget()
    qtbot.addWidget(outer)
    inner = Badge(THEME, "x", parent=QWidget(outer))
    before = inner.sizeHint()
    retheme(outer, Theme("u", dark=False, roles=THEME.roles, scale=0.9))
    assert inner.sizeHint().height() < before.height()
