"""The cut through the ground: what the cursor reads, gaps, spots, and what is refused."""

from __future__ import annotations

from math import nan

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop import theme as look
from widgets.profile_plot import ProfileLine, ProfilePlot, ProfileWords, Spot

WORDS = ProfileWords("高程 m", "里程 km", "地面", "点地图画剖面")
ALONG = (0.0, 100.0, 200.0, 300.0)
GROUND = (91.0, 90.0, 90.5, 92.0)


@pytest.fixture
def plot(qtbot: QtBot) -> ProfilePlot:
    made = ProfilePlot(look.load("light").theme, WORDS)
    qtbot.addWidget(made)
    made.resize(500, 220)
    made.show()
    return made


def test_the_cursor_reads_ground_and_water_where_there_is_water(plot: ProfilePlot):
    plot.set_profile(ALONG, GROUND, [ProfileLine("水面", (nan, 91.2, 91.2, nan), "curve.forecast", fill=True)])
    plot.set_cursor(110.0)
    assert plot.reading_text() == "0.11 km  地面 90.00  水面 91.20"
    plot.set_cursor(0.0)
    assert plot.reading_text() == "0.00 km  地面 91.00"
    plot.set_cursor(None)
    assert plot.reading_text() == ""


def test_a_line_of_another_length_is_a_mistake_of_ours(plot: ProfilePlot):
    with pytest.raises(ValueError, match="one value for each place"):
        plot.set_profile(ALONG, GROUND, [ProfileLine("水面", (1.0,), "curve.forecast")])


def test_another_cut_puts_away_a_cursor_beyond_its_end(plot: ProfilePlot):
    plot.set_profile(ALONG, GROUND)
    plot.set_cursor(290.0)
    plot.set_profile(ALONG[:2], GROUND[:2])
    assert plot.reading_text() == ""


def test_nothing_to_show_brings_the_words(plot: ProfilePlot):
    plot.set_profile((), ())
    assert plot._stack.currentWidget() is plot._empty


def test_spots_and_levees_are_drawn_in_either_theme(plot: ProfilePlot):
    crest = ProfileLine("堤顶", (93.0, nan, nan, nan), "works.line", "dashed")
    spots = [Spot(0.0, "大堤"), Spot(150.0, "水尺", 91.1, hollow=True)]
    plot.set_profile(ALONG, GROUND, [crest], spots)
    drawn = len(plot._items)
    plot.set_theme(look.load("dark").theme)
    assert len(plot._items) == drawn > 4


def test_arrows_move_the_cursor_along_the_cut(plot: ProfilePlot):
    plot.set_profile(ALONG, GROUND)
    told = []
    plot.pointed.connect(told.append)
    QTest.keyClick(plot._plot, Qt.Key.Key_Right)
    QTest.keyClick(plot._plot, Qt.Key.Key_Left)
    assert told == [pytest.approx(203.0), pytest.approx(200.0)]


def test_ground_that_is_not_known_leaves_a_gap_and_no_error(plot: ProfilePlot):
    plot.set_profile(
        ALONG, (nan, nan, 90.5, nan), [ProfileLine("水面", (nan, nan, 91.2, nan), "curve.forecast", fill=True)]
    )
    plot.set_cursor(0.0)
    assert plot.reading_text() == "0.00 km"
    plot.set_profile(ALONG, (nan,) * 4)
