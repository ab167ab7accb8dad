"""The time bar: stepped, dragged and played, it says at which frame it stands and when that is."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop import theme as look
from widgets.time_bar import TICK_MS, TimeBar, TimeBarWords
from widgets.time_track import HOUR_S

START = datetime(2020, 6, 24, 4, 0, tzinfo=UTC).timestamp()
TIMES = [START + n * 600 for n in range(145)]
COURSE = [(START + n * HOUR_S, 2000.0 + 500.0 * n) for n in range(25)]
WORDS = TimeBarWords("时间轴", "播放", "暂停", "上一", "下一", "快慢", "没有过程")


@pytest.fixture
def bar(qtbot: QtBot) -> TimeBar:
    made = TimeBar(look.load("dark").theme, WORDS)
    qtbot.addWidget(made)
    made.resize(900, 60)
    made.show()
    made.set_frames(TIMES, COURSE)
    return made


def said(bar: TimeBar) -> list[int]:
    frames: list[int] = []
    bar.frame_changed.connect(frames.append)
    return frames


def test_the_head_tells_beijing_time_hours_and_the_value_of_the_course(bar: TimeBar):
    bar.set_frame(9)
    assert bar.reading_text() == "6月24日 13:30 +1.5 h · 2,750 m³/s"


def test_arrows_step_pages_go_an_hour_and_home_and_end_go_to_the_ends(bar: TimeBar):
    frames = said(bar)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_End,
                Qt.Key.Key_Right, Qt.Key.Key_Home):  # fmt: skip
        QTest.keyClick(bar._track, key)
    assert frames == [1, 7, 6, 0, 144, 0]


def test_showing_a_frame_says_nothing(bar: TimeBar):
    frames = said(bar)
    bar.set_frame(30)
    assert (frames, bar.frame()) == ([], 30)


def test_a_click_goes_to_the_nearest_frame_and_a_drag_follows(bar: TimeBar):
    frames, track = said(bar), bar._track
    at = QPoint(round(track.x_of(TIMES[72])), track.height() // 3)
    QTest.mousePress(track, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(track, QPoint(round(track.x_of(TIMES[90])), at.y()))
    QTest.mouseRelease(track, Qt.MouseButton.LeftButton, pos=at)
    assert abs(frames[0] - 72) <= 1


def test_the_wheel_moves_nothing(bar: TimeBar):
    frames, track = said(bar), bar._track
    at = QPointF(100, 20)
    event = QWheelEvent(at, track.mapToGlobal(at), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
                        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    track.wheelEvent(event)
    assert frames == []


def test_space_plays_at_the_chosen_pace_and_space_again_stands_still(bar: TimeBar, qtbot: QtBot):
    frames = said(bar)
    bar.set_speed(4.0)
    QTest.keyClick(bar._track, Qt.Key.Key_Space)
    assert bar.is_playing()
    qtbot.waitUntil(lambda: len(frames) >= 3, timeout=5000)
    QTest.keyClick(bar._track, Qt.Key.Key_Space)
    assert not bar.is_playing()
    assert [later - earlier for earlier, later in pairwise(frames)] == pytest.approx(
        [4 * HOUR_S * TICK_MS / 1000 / 600] * (len(frames) - 1), abs=1
    )


def test_playing_ends_at_the_last_frame_and_begins_anew_from_there(bar: TimeBar, qtbot: QtBot):
    bar.set_frame(142)
    bar.set_speed(4.0)
    bar.play()
    qtbot.waitUntil(lambda: not bar.is_playing(), timeout=5000)
    assert bar.frame() == 144
    frames = said(bar)
    bar.play()
    assert frames == [0]
    bar.pause()


def test_a_hidden_bar_does_not_play_on(bar: TimeBar):
    bar.play()
    bar.hide()
    assert not bar.is_playing()


def test_other_frames_keep_the_moment_where_they_can(bar: TimeBar):
    bar.set_frame(60)
    bar.set_frames(TIMES[::6], COURSE)
    assert bar.frame() == 10


def test_without_frames_the_words_stand_there_and_nothing_plays(bar: TimeBar):
    bar.set_frames((), ())
    bar.play()
    QTest.keyClick(bar._track, Qt.Key.Key_Space)
    assert (bar.reading_text(), bar.is_playing(), bar.frames()) == ("没有过程", False, 0)


def test_the_pace_goes_round(bar: TimeBar):
    shown = []
    for _ in range(4):
        QTest.mouseClick(bar._pace, Qt.MouseButton.LeftButton)
        shown.append(bar._pace.text())
    assert shown == ["2×", "4×", "0.5×", "1×"]
