"""A slider that moves only on purpose."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton

from tests.widgets.looks import plain_theme
from tests.widgets.test_bands import BANDS
from widgets.steady_inputs import SteadyCombo, SteadyDoubleSpin, SteadySpin
from widgets.steady_slider import SliderWords, SteadySlider
from widgets.steady_track import SteadyTrack

WORDS = SliderWords("flow", "m³/s", "live", "back to live")


@pytest.fixture
def slider(qtbot):
    widget = SteadySlider(plain_theme(), WORDS, (0, 25000), BANDS)
    qtbot.addWidget(widget)
    widget.resize(320, 140)
    widget.set_live(5210)
    widget.show()
    return widget


@pytest.fixture
def heard(slider):
    said: dict[str, list] = {"previewed": [], "decided": [], "returned": []}
    slider.previewed.connect(said["previewed"].append)
    slider.decided.connect(said["decided"].append)
    slider.returned.connect(lambda: said["returned"].append(True))
    return said


def track_of(slider: SteadySlider) -> SteadyTrack:
    return slider.findChild(SteadyTrack)


def turn_wheel(widget) -> bool:
    middle = widget.rect().center()
    event = QWheelEvent(
        QPointF(middle), QPointF(widget.mapToGlobal(middle)), QPoint(0, 120), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    event.setAccepted(True)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def test_it_follows_live_until_it_is_moved(slider, heard):
    slider.set_live(5300)
    assert slider.value() == 5300
    slider.set_value(9000)
    slider.set_live(5400)
    assert slider.value() == 9000
    assert slider.is_away()
    assert heard == {"previewed": [], "decided": [], "returned": []}


def test_the_wheel_changes_nothing_and_is_left_to_what_scrolls(slider, heard):
    track_of(slider).setFocus()
    for widget in (slider, track_of(slider), slider.findChild(SteadyDoubleSpin)):
        assert not turn_wheel(widget)
    assert slider.value() == 5210
    assert heard["previewed"] == heard["decided"] == []


@pytest.mark.parametrize("kind", [SteadySpin, SteadyDoubleSpin, SteadyCombo])
def test_inputs_leave_the_wheel_alone(qtbot, kind):
    widget = kind()
    qtbot.addWidget(widget)
    assert not turn_wheel(widget)


def test_a_key_previews_and_its_release_decides(qtbot, slider, heard):
    qtbot.keyPress(track_of(slider), Qt.Key.Key_Right)
    assert heard["previewed"] == [5310]
    assert heard["decided"] == []
    qtbot.keyRelease(track_of(slider), Qt.Key.Key_Right)
    assert heard["decided"] == [5310]


@pytest.mark.parametrize(
    ("key", "held", "reached"),
    [
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, 5110),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier, 5220),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier, 6210),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.ShiftModifier, 5110),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, 4000),
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, 6000),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier, 0),
        (Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier, 25000),
    ],
)
def test_keys_step_by_their_measure(qtbot, slider, key, held, reached):
    qtbot.keyClick(track_of(slider), key, held)
    assert slider.value() == reached


def test_the_value_never_leaves_the_range(qtbot, slider):
    slider.set_value(24900)
    qtbot.keyClick(track_of(slider), Qt.Key.Key_PageUp)
    assert slider.value() == 25000


def test_a_drag_previews_at_most_once_a_frame_and_keeps_the_last_value(qtbot, slider, heard):
    track = track_of(slider)
    qtbot.mousePress(track, Qt.MouseButton.LeftButton, pos=QPoint(200, 26))
    for x in range(201, 290):
        track.moved.emit(float(x * 10))
    assert len(heard["previewed"]) < 20
    qtbot.waitUntil(lambda: heard["previewed"][-1] == 2890)
    qtbot.mouseRelease(track, Qt.MouseButton.LeftButton, pos=QPoint(289, 26))
    assert len(heard["decided"]) == 1


def test_grabbing_the_handle_beside_its_middle_does_not_move_it(qtbot, slider, heard):
    track = track_of(slider)
    x = round(track._x(5210)) + 4
    qtbot.mousePress(track, Qt.MouseButton.LeftButton, pos=QPoint(x, 26))
    assert slider.value() == 5210
    assert heard["previewed"] == []
    qtbot.mouseRelease(track, Qt.MouseButton.LeftButton, pos=QPoint(x, 26))


def test_escape_returns_to_live_from_track_and_from_field(qtbot, slider, heard):
    for widget in (track_of(slider), slider.findChild(SteadyDoubleSpin)):
        slider.set_value(22000)
        qtbot.keyClick(widget, Qt.Key.Key_Escape)
        assert slider.value() == 5210
        assert not slider.is_away()
    assert heard["returned"] == [True, True]
    assert heard["decided"] == []


def test_a_typed_number_decides_once(qtbot, slider, heard):
    field = slider.findChild(SteadyDoubleSpin)
    field.setFocus()
    field.lineEdit().selectAll()
    qtbot.keyClicks(field.lineEdit(), "22000")
    assert heard["decided"] == []
    qtbot.keyClick(field, Qt.Key.Key_Return)
    field.editingFinished.emit()
    assert heard["decided"] == [22000]


def test_enter_on_the_track_decides_the_value_as_it_stands(qtbot, slider, heard):
    slider.set_value(8000)
    qtbot.keyClick(track_of(slider), Qt.Key.Key_Return)
    assert heard["decided"] == [8000]


def test_snap_buttons_go_to_a_value_or_move_by_it(qtbot, slider, heard):
    slider.set_snaps([("−500", -500), ("+500", 500), ("22000", 22000)])
    buttons = {button.text(): button for button in slider.findChildren(QPushButton)}
    for text in ("+500", "+500", "−500", "22000"):
        qtbot.mouseClick(buttons[text], Qt.MouseButton.LeftButton)
    assert heard["decided"] == [5710, 6210, 5710, 22000]


def test_set_value_is_silent_unless_asked(slider, heard):
    slider.set_value(7000)
    assert heard["decided"] == []
    slider.set_value(7100, notify=True)
    assert heard["decided"] == [7100]


def test_without_a_live_value_any_hand_movement_is_away(qtbot, slider, heard):
    slider.set_live(None)
    assert not slider.is_away() or slider.value() == 5210
    slider.set_value(9000)
    assert slider.is_away()
    slider.go_back()
    assert not slider.is_away()
    assert heard["returned"] == [True]


@pytest.mark.parametrize("width", [240, 300, 600, 1200])
@pytest.mark.parametrize("scale", [0.9, 1.0, 1.5])
def test_it_paints_at_every_width_and_scale(qtbot, width, scale):
    widget = SteadySlider(plain_theme(scale), WORDS, (0, 25000), BANDS)
    qtbot.addWidget(widget)
    widget.set_snaps([("+500", 500)])
    for live in (None, 0.0, 5210.0, 25000.0, 40000.0):
        widget.set_live(live, stale=live == 5210)
        widget.resize(width, widget.sizeHint().height())
        assert not widget.grab().isNull()


def test_assistive_tools_hear_name_and_value(slider):
    assert track_of(slider).accessibleName() == "flow (m³/s)"
    assert "5,210" in track_of(slider).accessibleDescription()
