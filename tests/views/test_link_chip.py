"""The phones in the top bar: each state has its own words and mark, and none that is lost looks well."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from data.gateway.ports import LinkOpened, LinkTrouble
from desktop import theme
from views.link_chip import LinkChip
from views.phones_rows import LinkState, Phase
from widgets.marks import Fill, Shape

OPENED = LinkOpened("https://192.168.1.20:8843", "http://192.168.1.20:8880", "http://127.0.0.1:4001")
OPEN = LinkState(Phase.OPEN, OPENED, online=tuple(f"D{n}" for n in range(12)))


@pytest.fixture
def chip(qtbot: QtBot) -> LinkChip:
    made = LinkChip(theme.load("dark").theme)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("phase", "words", "shape", "fill"),
    [
        (Phase.OFF, "未启动", Shape.CIRCLE, Fill.HOLLOW),
        (Phase.STARTING, "启动中", Shape.CIRCLE, Fill.HOLLOW),
        (Phase.LOCAL, "仅本机", Shape.CIRCLE, Fill.HOLLOW),
        (Phase.OPEN, "12 在线", Shape.CIRCLE, Fill.SOLID),
        (Phase.FAILED, "故障", Shape.CROSS, Fill.SOLID),
    ],
)
def test_each_state_has_its_own_words_and_mark(chip: LinkChip, phase: Phase, words: str, shape: Shape, fill: Fill):
    chip.show_link(replace(OPEN, phase=phase))
    assert words in chip.text_shown()
    assert (chip.mark().shape, chip.mark().fill) == (shape, fill)


def test_what_waits_and_what_did_not_go_out_stand_beside_it(chip: LinkChip):
    chip.show_link(replace(OPEN, waiting=3))
    assert "待发 3" in chip.text_shown()
    assert chip.calm()
    chip.show_link(replace(OPEN, waiting=3, dead=2))
    assert "未发出 2" in chip.text_shown()
    assert not chip.calm()
    chip.show_link(replace(OPEN, outbox_trouble="磁盘已满"))
    assert "发件箱故障" in chip.text_shown()
    assert "磁盘已满" in chip.toolTip()


def test_the_tooltip_says_what_failed_and_what_may_be_done(chip: LinkChip):
    chip.show_link(replace(OPEN, phase=Phase.FAILED, trouble=LinkTrouble("port_busy", "192.168.1.20:8843"), online=()))
    assert "端口被别的程序占用" in chip.toolTip()
    assert "在线" not in chip.text_shown()


def test_who_waits_to_be_let_in_is_counted(chip: LinkChip):
    chip.show_link(replace(OPEN, asked=2, waiting=3))
    assert chip.text_shown().startswith("手机 · 12 在线 · 待确认 2")
    chip.set_short(True)
    assert chip.sizeHint().width() < 120
