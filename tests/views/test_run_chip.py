"""The long run in the status bar."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop import theme as look
from tests.views.twin_sample import run
from views.run_chip import RunChip
from views.twin_progress import RunKind, RunState


@pytest.fixture
def chip(qtbot: QtBot) -> RunChip:
    made = RunChip(look.load("dark").theme)
    qtbot.addWidget(made)
    return made


def test_nothing_runs_nothing_is_shown(chip: RunChip):
    chip.show_runs((run(RunState.DONE), run(RunState.STOPPED), run(RunState.FAILED)))
    assert (chip.isHidden(), chip.text()) == (True, "")


def test_the_run_that_goes_on_is_told_and_the_waiting_are_counted(chip: RunChip):
    chip.show_runs((run(RunState.WAITING, id="w"), run(share=0.62, left_s=65.0)))
    assert chip.text() == "推演 40 m · 8,000 m³/s · 62 % · 还需 1 min（另 1 项在等）"
    assert not chip.isHidden()


def test_stop_names_the_run_that_is_shown(chip: RunChip):
    said: list[str] = []
    chip.stop_requested.connect(said.append)
    chip.show_runs((run(RunState.WAITING, id="w"), run(id="r")))
    chip._stop.click()
    assert (said, chip._stop.toolTip()) == (["r"], "停止 推演 40 m · 8,000 m³/s")


def test_compiling_on_the_first_start_is_said(chip: RunChip):
    chip.show_runs((run(RunState.COMPILING, kind=RunKind.LIBRARY, number=1, total=12),))
    assert "正在编译求解器" in chip.text()


@pytest.mark.parametrize(
    ("left", "words"), [(None, "62 %"), (3, "还需 5 s"), (44, "还需 45 s"), (600, "还需 10 min"), (7200, "还需 2.0 h")]
)
def test_time_left_is_rounded_as_an_estimate_deserves(chip: RunChip, left: float | None, words: str):
    chip.show_runs((run(left_s=left),))
    assert chip.text().endswith(words)


def test_it_follows_the_theme(chip: RunChip):
    chip.show_runs((run(),))
    chip.set_theme(look.load("light").theme)
    assert not chip.grab().isNull()
