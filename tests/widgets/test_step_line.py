"""The line of steps: words for all where there is room, else the present step with its number."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint

from desktop import theme as theme_files
from widgets.step_line import StepDot, StepLine, StepState

STEPS = (
    StepDot("found", StepState.DONE, "12:00"),
    StepDot("planned", StepState.LEFT_OUT, tip="planned (left out)"),
    StepDot("at work", StepState.NOW, "12:30"),
    StepDot("filed", StepState.AHEAD),
)


@pytest.fixture(params=["dark", "light"])
def line(qtbot, request):
    made = StepLine(theme_files.load(request.param).theme)
    qtbot.addWidget(made)
    made.set_steps(STEPS)
    made.resize(500, made.sizeHint().height())
    made.show()
    return made


def test_the_present_step_is_told_to_screen_readers_with_its_number(line):
    assert line.accessibleName() == "at work 3/4"


def test_words_of_all_steps_need_room(line):
    assert line.roomy()
    line.resize(160, line.height())
    assert not line.roomy()


@pytest.mark.parametrize("width", [500, 160, 40])
def test_it_paints_at_any_width(line, width):
    line.resize(width, line.height())
    image = line.grab().toImage()
    ground = image.pixelColor(QPoint(0, 0))
    assert any(image.pixelColor(x, image.height() // 6) != ground for x in range(image.width()))


def test_without_a_present_step_and_without_steps_nothing_is_claimed(line):
    line.set_steps([StepDot("found", StepState.AHEAD)])
    assert line.accessibleName() == ""
    line.grab()
    line.set_steps([])
    line.grab()
    assert line.steps() == ()
