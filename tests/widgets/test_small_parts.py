"""Badge, chips, search field, panel, empty state, flow layout, throttle, marks, icons: the small parts."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from tests.widgets.looks import plain_theme
from widgets.badge import Badge, BadgeLook
from widgets.chips import Chip, ChipButton, Chips
from widgets.data_table import DataTable
from widgets.empty_state import EmptyState
from widgets.flow_layout import FlowLayout
from widgets.fonts import ui_font
from widgets.hydrograph import Hydrograph, HydrographWords
from widgets.icons import IconSet, UnknownIconError
from widgets.marks import Fill, Mark, Shape, paint_mark
from widgets.panel import Panel
from widgets.rows_model import Column, RowsModel
from widgets.search_field import SearchField
from widgets.steady_slider import SliderWords, SteadySlider
from widgets.throttle import Throttle


def picture_of(mark: Mark) -> QImage:
    image = QImage(20, 20, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    paint_mark(painter, QRectF(1, 1, 18, 18), mark, plain_theme())
    painter.end()
    return image


def test_every_shape_looks_different_without_its_colour():
    pictures = [picture_of(Mark(shape, "one")) for shape in Shape]
    assert all(a != b for i, a in enumerate(pictures) for b in pictures[:i])


def test_every_fill_looks_different():
    pictures = [picture_of(Mark(Shape.CIRCLE, "one", fill)) for fill in Fill]
    assert all(a != b for i, a in enumerate(pictures) for b in pictures[:i])


@pytest.mark.parametrize("look", list(BadgeLook))
def test_a_stale_badge_is_drawn_another_way_and_keeps_its_words(qtbot, look):
    badge = Badge(plain_theme(), "310 m³/s", Mark(Shape.CIRCLE, "state.ok"), look, role="state.ok")
    qtbot.addWidget(badge)
    badge.resize(badge.sizeHint())
    fresh = badge.grab().toImage()
    badge.set_stale(True)
    assert badge.is_stale()
    assert badge.text() == "310 m³/s"
    assert badge.grab().toImage() != fresh


def test_a_badge_tells_its_words_to_assistive_tools(qtbot):
    badge = Badge(plain_theme(), "a")
    qtbot.addWidget(badge)
    badge.show_words("III yellow")
    assert badge.accessibleName() == "III yellow"


CHIPS = [Chip("all", "All", 10), Chip("a", "A", 4, urgent=1), Chip("b", "B", 6, mark=Mark(Shape.SQUARE, "x"))]


def click(qtbot, chips: Chips, key: str) -> None:
    button = next(one for one in chips.findChildren(ChipButton) if one.chip.key == key)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_exactly_one_exclusive_chip_is_on(qtbot):
    chips = Chips(plain_theme())
    qtbot.addWidget(chips)
    chips.set_chips(CHIPS)
    assert chips.chosen_keys() == ("all",)
    told: list[tuple] = []
    chips.chosen.connect(told.append)
    click(qtbot, chips, "a")
    click(qtbot, chips, "a")
    assert told == [("a",), ("a",)]


def test_any_number_of_other_chips_is_on(qtbot):
    chips = Chips(plain_theme(), exclusive=False)
    qtbot.addWidget(chips)
    chips.set_chips(CHIPS)
    for key in ("a", "b", "a"):
        click(qtbot, chips, key)
    assert chips.chosen_keys() == ("b",)


def test_new_counts_keep_the_buttons_and_the_choice(qtbot):
    chips = Chips(plain_theme())
    qtbot.addWidget(chips)
    chips.set_chips(CHIPS)
    chips.choose(["b"])
    before = chips.findChildren(ChipButton)
    chips.set_chips([Chip("all", "All", 11), Chip("a", "A", 5), Chip("b", "B", 6)])
    assert chips.findChildren(ChipButton) == before
    assert chips.chosen_keys() == ("b",)
    chips.set_chips([Chip("b", "B", 6), Chip("c", "C")])
    assert chips.chosen_keys() == ("b",)


def test_chips_break_the_line_when_the_width_is_used_up(qtbot):
    chips = Chips(plain_theme())
    qtbot.addWidget(chips)
    chips.set_chips([Chip(str(i), f"word {i}", i) for i in range(12)])
    assert chips.heightForWidth(200) > 2 * chips.heightForWidth(2000)
    chips.resize(200, chips.heightForWidth(200))
    assert not chips.grab().isNull()


def test_hidden_items_take_no_room_in_a_flow(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, 4)
    for _ in range(3):
        label = QLabel("x", holder)
        label.setFixedSize(50, 20)
        flow.addWidget(label)
    assert flow.sizeHint().width() == 158
    label.hide()
    assert flow.sizeHint().width() == 104
    assert flow.heightForWidth(60) == 44


def test_the_search_field_asks_when_typing_rests_and_only_once(qtbot):
    field = SearchField(plain_theme(), "name", "Ctrl+F")
    qtbot.addWidget(field)
    asked: list[str] = []
    field.asked.connect(asked.append)
    qtbot.keyClicks(field, "ma du")
    assert asked == []
    qtbot.waitUntil(lambda: asked == ["ma du"])
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert asked == ["ma du"]


def test_escape_empties_the_search_and_down_leads_into_the_results(qtbot):
    field = SearchField(plain_theme(), "name")
    qtbot.addWidget(field)
    asked: list[str] = []
    field.asked.connect(asked.append)
    qtbot.keyClicks(field, "x")
    with qtbot.waitSignal(field.left_downwards):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert asked == ["x", ""]
    assert field.text() == ""


def test_a_panel_shows_summary_and_actions_and_asks_to_be_detached(qtbot):
    panel = Panel(plain_theme(), "River", icon="river")
    qtbot.addWidget(panel)
    panel.set_summary("6 min ago", "state.urgent")
    panel.set_body(QLabel("one"))
    panel.set_body(QLabel("two"), padded=True)
    action = QAction("Refresh", panel)
    panel.add_action("refresh", action)
    panel.set_detach_words("own window")
    detach = next(b for b in panel.findChildren(QToolButton) if b.toolTip() == "own window")
    with qtbot.waitSignal(panel.detach_requested):
        detach.click()
    button = next(b for b in panel.findChildren(QToolButton) if b.defaultAction() is action)
    with qtbot.waitSignal(action.triggered):
        button.click()
    panel.set_theme(plain_theme(1.5))
    assert panel.title() == "River"
    assert panel.body().text() == "two"


def test_an_empty_state_offers_one_thing_to_do(qtbot):
    state = EmptyState(plain_theme(), "nothing", "camera", "connect", "detail")
    qtbot.addWidget(state)
    with qtbot.waitSignal(state.acted):
        state.findChild(QPushButton).click()
    state.show_words("still nothing")
    assert state.findChild(QPushButton).isHidden()


def test_the_throttle_passes_the_first_value_now_and_the_last_later(qtbot):
    passed: list[float] = []
    throttle = Throttle(passed.append)
    for value in range(10):
        throttle(value)
    assert passed == [0]
    qtbot.waitUntil(lambda: passed == [0, 9])


def test_a_dropped_value_does_not_come_later(qtbot):
    passed: list[float] = []
    throttle = Throttle(passed.append)
    throttle(1)
    throttle(2)
    throttle.drop()
    throttle(3)
    assert passed == [1, 3]


def test_an_icon_is_made_once_and_an_unknown_one_is_a_mistake(qtbot):
    icons = IconSet(plain_theme())
    assert icons.icon("river") is icons.icon("river")
    with pytest.raises(UnknownIconError):
        icons.icon("dragon")


def test_figures_have_one_width(qtbot):
    metrics = QFontMetricsF(ui_font(13))
    assert len({round(metrics.horizontalAdvance(digit * 8), 2) for digit in "0123456789"}) == 1


@pytest.mark.parametrize(
    "make",
    [
        lambda theme: SteadySlider(theme, SliderWords("a", "b", "c", "d"), (0, 10)),
        lambda theme: Hydrograph(theme, HydrographWords("a", "b", "c", "d")),
        lambda theme: DataTable(theme, RowsModel([Column("a", "A", str)], int)),
        Chips,
        SearchField,
        Badge,
        lambda theme: Panel(theme, "a"),
        lambda theme: EmptyState(theme, "a"),
    ],
    ids=["slider", "hydrograph", "table", "chips", "search", "badge", "panel", "empty"],
)
def test_a_widget_put_away_leaves_nothing_behind(qtbot, make):
    widget = make(plain_theme())
    if isinstance(widget, SteadySlider):
        widget.set_snaps([("+1", 1)])
    if isinstance(widget, Chips):
        widget.set_chips(CHIPS)
    gone = weakref.ref(widget)
    with qtbot.waitSignal(widget.destroyed):
        widget.deleteLater()
    del widget
    gc.collect()
    assert gone() is None
