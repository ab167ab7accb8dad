"""The line above a past screen: it says which moment, leads through the marks, and says what goes on behind it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from data.model.replay import Mark, MarkKind
from desktop import theme as look
from tests.township import NOON
from views.replay_bar import ReplayBar

DAY = timedelta(days=1)
MARKS = (
    Mark(40, NOON - DAY, MarkKind.DECISION),
    Mark(55, NOON - DAY / 2, MarkKind.ALARM, 7),
    Mark(60, NOON - DAY / 4, MarkKind.EVENT),
)


@pytest.fixture
def bar(qtbot: QtBot) -> ReplayBar:
    made = ReplayBar(look.load("dark").theme)
    qtbot.addWidget(made)
    made.resize(1400, 70)
    made.show_way(NOON - 2 * DAY, NOON, MARKS)
    made.show_moment(NOON - DAY, 40)
    made.show()
    return made


def heard(signal: Any) -> list[Any]:
    said: list[Any] = []
    signal.connect(lambda *args: said.append(args))
    return said


def test_it_says_the_moment_and_what_cannot_be_had_as_it_was(bar: ReplayBar) -> None:
    assert bar.moment.text() == "2020-06-23 12:00:00"
    assert "40" in bar.moment.toolTip()
    assert "不可回放" in bar.limits.text()


def test_what_goes_on_behind_it_is_counted_and_called_live(bar: ReplayBar) -> None:
    bar.show_live(NOON, 0, 0)
    assert bar.live.text() == "实况 12:00"
    bar.show_live(NOON, 3, 1)
    assert bar.live.text() == "实况 12:00 · 新情况 3 · 未确认报警 1"


def test_marks_differ_in_shape_and_say_what_they_are(bar: ReplayBar) -> None:
    marks = bar.track.marks()
    assert len({one.mark.shape for one in marks}) == len(marks) == 3
    near = bar.track.mark_near(bar.track.x_of((NOON - DAY / 2).timestamp()) + 2)
    assert near is not None
    assert near.words == "报警 · 2020-06-24 00:00:00 · 共 7 条"


def test_a_click_on_the_track_wishes_the_moment_and_near_a_mark_the_mark(bar: ReplayBar) -> None:
    said, track = heard(bar.moment_wished), bar.track
    for at in (NOON - DAY * 1.5, NOON - DAY / 4):
        x = round(track.x_of(at.timestamp()))
        QTest.mouseClick(track, Qt.MouseButton.LeftButton, pos=QPoint(x, track.height() // 3))
    (free,), (marked,) = said
    assert abs(free - (NOON - DAY * 1.5)) < timedelta(minutes=5)
    assert marked == NOON - DAY / 4


@pytest.mark.parametrize(("key", "minutes"), [("Left", -1), ("Right", 1), ("PageUp", -60), ("End", 24 * 60)])
def test_keys_on_the_track_go_a_minute_an_hour_or_to_the_end(bar: ReplayBar, key: str, minutes: int) -> None:
    said = heard(bar.moment_wished)
    QTest.keyClick(bar.track, getattr(Qt.Key, f"Key_{key}"))
    assert said == [(NOON - DAY + timedelta(minutes=minutes),)]


def test_jumps_go_by_the_kind_that_is_chosen(bar: ReplayBar) -> None:
    said = heard(bar.mark_wished)
    bar.after.click()
    bar.kinds.choose(MarkKind.DECISION.value)
    bar.before.click()
    assert said == [(tuple(MarkKind), True), ((MarkKind.DECISION,), False)]


def test_play_speed_reach_field_and_the_way_back_are_wished(bar: ReplayBar) -> None:
    played, paced, reached = heard(bar.play_wished), heard(bar.speed_wished), heard(bar.reach_wished)
    gone, left = heard(bar.moment_wished), heard(bar.left)
    QTest.keyClick(bar.track, Qt.Key.Key_Space)
    bar.play.click()
    bar.pace.picked.emit("600")
    bar.reach.picked.emit("24")
    bar.field.set_moment(NOON - DAY / 2)
    bar.go.click()
    bar.back.click()
    assert (len(played), paced, reached, left) == (2, [(600,)], [(24.0,)], [()])
    assert gone == [(NOON - DAY / 2,)]
