"""The hydrograph: time in one zone, ranges that follow the data, a cursor that reads, and steady manners."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.widgets.looks import plain_theme
from widgets.bands import Band
from widgets.empty_state import EmptyState
from widgets.hydrograph import Hydrograph, HydrographWords
from widgets.plot_axes import DAY, HOUR, TimeWords, tick_texts, time_ticks
from widgets.plot_series import flow_range, make_series, stage_range, time_range
from widgets.steady_plot import SteadyPlot

BEIJING = ZoneInfo("Asia/Shanghai")
START = datetime(2020, 6, 20, 0, 0, tzinfo=BEIJING).timestamp()
WORDS = HydrographWords("m³/s", "m datum", "now", "no data")
BANDS = (Band(4000, 6000, "warning.blue", "4,000 IV"), Band(6000, 8000, "warning.yellow", "6,000 III"))


@pytest.fixture
def plot(qtbot):
    widget = Hydrograph(plain_theme(), WORDS)
    qtbot.addWidget(widget)
    widget.resize(500, 260)
    widget.show()
    return widget


def hours(count: int) -> np.ndarray:
    return START + np.arange(count) * HOUR


def surface(plot: Hydrograph) -> SteadyPlot:
    return plot.findChild(SteadyPlot)


def flow_series(values, **more):
    return make_series(
        "q", hours(len(values)), np.array(values, float), more.get("hollow"), "q", ("r", "solid", "flow")
    )


# time axis


def test_midnight_ticks_stand_at_beijing_midnight():
    spacing, ticks = time_ticks(START + 100, START + 5 * DAY, 6, BEIJING)
    assert spacing == DAY
    assert {datetime.fromtimestamp(tick, UTC).hour for tick in ticks} == {16}


def test_midnight_carries_the_date_and_other_ticks_the_hour():
    spacing, ticks = time_ticks(START - HOUR, START + DAY, 5, BEIJING)
    assert tick_texts(ticks, spacing, TimeWords())[:3] == ["6月20日", "06:00", "12:00"]


def test_a_short_view_without_midnight_still_tells_its_day():
    spacing, ticks = time_ticks(START + 5 * HOUR, START + 8 * HOUR, 4, BEIJING)
    assert tick_texts(ticks, spacing, TimeWords())[0] == "6月20日"


def test_years_are_told_by_calendar_months():
    spacing, ticks = time_ticks(START, START + 3 * 365 * DAY, 6, BEIJING)
    assert all(datetime.fromtimestamp(tick, BEIJING).day == 1 for tick in ticks)
    assert all("年" in text or text.isdigit() for text in tick_texts(ticks, spacing, TimeWords()))


def test_english_words_are_handed_in():
    words = TimeWords(day="{day} {name}", month_names=("Jan", "Feb", "Mar", "Apr", "May", "June", *["?"] * 6))
    assert words.say(words.day, START) == "20 June"


@given(st.floats(1e8, 4e9), st.floats(60, 40 * 365 * DAY), st.integers(2, 20))
def test_ticks_rise_inside_the_view_and_are_not_more_than_asked(start, length, most):
    _, ticks = time_ticks(start, start + length, most, BEIJING)
    assert len(ticks) <= most + 1
    assert all(start <= tick <= start + length for tick in ticks)
    assert ticks == sorted(set(ticks))


# series and ranges


def test_a_reading_lies_between_two_samples_in_proportion():
    assert flow_series([1000, 2000]).reading(START + HOUR / 4, HOUR) == pytest.approx(1250)


def test_nothing_is_read_in_a_gap_or_far_from_the_samples():
    series = flow_series([1000, np.nan, 3000])
    assert series.reading(START + HOUR / 2, HOUR) is None
    assert series.reading(START - 3 * HOUR, HOUR) is None
    assert series.reading(START + 2 * HOUR, HOUR) == 3000


def test_unsorted_times_are_put_in_order():
    series = make_series("q", np.array([2.0, 1.0]), np.array([20.0, 10.0]), None, "q", ("r", "solid", "flow"))
    assert list(series.values) == [10, 20]


def test_lengths_that_do_not_fit_are_refused():
    with pytest.raises(ValueError, match="one length"):
        make_series("q", np.arange(3.0), np.arange(2.0), None, "q", ("r", "solid", "flow"))


def test_the_flow_range_reaches_to_the_next_threshold_when_it_is_near():
    assert flow_range([flow_series([3000, 5200])], BANDS)[1] > 6000
    assert flow_range([flow_series([300, 900])], BANDS)[1] < 1100


def test_the_flow_range_never_goes_below_zero_and_survives_no_values():
    assert flow_range([flow_series([0, 10])], BANDS)[0] == 0
    low, high = flow_range([flow_series([np.nan, np.nan])], BANDS)
    assert low < high


def test_a_stage_is_told_by_its_changes():
    low, high = stage_range([flow_series([90.2, 90.9])])
    assert low > 89
    assert high < 92


def test_now_widens_the_view_only_when_it_is_near():
    series = [flow_series([1.0] * 25)]
    near, far = time_range(series, START + 30 * HOUR), time_range(series, START + 900 * HOUR)
    assert near is not None
    assert far is not None
    assert near[1] > START + 30 * HOUR
    assert far[1] < START + 40 * HOUR


# the widget


def test_without_data_it_says_so_and_with_data_it_draws(plot):
    assert plot.findChild(EmptyState).isVisible()
    plot.set_series("obs", hours(30), np.linspace(1000, 5000, 30), role="curve.observed")
    assert not plot.findChild(EmptyState).isVisible()
    plot.remove_series("obs")
    assert plot.findChild(EmptyState).isVisible()
    plot.remove_series("obs")


def test_the_cursor_reads_time_flow_and_stage(plot):
    plot.set_series("obs", hours(30), np.full(30, 5210.0), role="curve.observed")
    plot.set_series("stage", hours(30), np.full(30, 90.88), role="curve.stage", axis="stage")
    plot.set_cursor(START + 8 * HOUR)
    assert plot.reading_text() == "6月20日 08:00  5,210 m³/s  90.88 m"
    plot.set_cursor(None)
    assert plot.reading_text() == ""


def test_the_cursor_moves_from_sample_to_sample_by_keys(qtbot, plot):
    plot.set_series("obs", hours(5), np.arange(5.0), role="curve.observed")
    told: list[object] = []
    plot.pointed.connect(told.append)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(surface(plot), key)
    assert told == [START + 4 * HOUR, START + 3 * HOUR, START + 4 * HOUR]


def turn_wheel(widget, held) -> bool:
    at = QPointF(widget.rect().center())
    event = QWheelEvent(
        at, QPointF(widget.mapToGlobal(at.toPoint())), QPoint(0, 120), QPoint(0, 120), Qt.MouseButton.NoButton, held,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    event.setAccepted(True)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def test_the_wheel_does_not_zoom_without_ctrl_and_focus(plot):
    plot.set_series("obs", hours(50), np.arange(50.0), role="curve.observed")
    before = surface(plot).viewRange()
    turn_wheel(surface(plot).viewport(), Qt.KeyboardModifier.NoModifier)
    turn_wheel(surface(plot).viewport(), Qt.KeyboardModifier.ControlModifier)
    assert surface(plot).viewRange() == before


def test_the_range_follows_new_data_until_somebody_takes_it_in_hand(plot):
    plot.set_series("obs", hours(50), np.arange(50.0), role="curve.observed")
    surface(plot).taken_in_hand.emit()
    surface(plot).setXRange(START, START + HOUR, padding=0)
    plot.set_series("obs", hours(60), np.arange(60.0), role="curve.observed")
    assert surface(plot).viewRange()[0][1] == pytest.approx(START + HOUR)
    surface(plot).reset_wished.emit()
    assert surface(plot).viewRange()[0][1] > START + 59 * HOUR


def test_a_curve_can_change_its_axis_and_everything_can_be_cleared(plot):
    for axis in ("flow", "stage", "flow"):
        plot.set_series("x", hours(5), np.arange(5.0) + 90, role="curve.stage", axis=axis, style="dotted")
    plot.set_now(START)
    plot.set_now(None)
    plot.clear()
    assert plot.findChild(EmptyState).isVisible()


@pytest.mark.parametrize("size", [(300, 160), (1200, 500), (180, 110)])
@pytest.mark.parametrize("scale", [0.9, 1.5])
def test_it_paints_small_and_large_with_gaps_and_doubtful_points(qtbot, size, scale):
    widget = Hydrograph(plain_theme(scale), WORDS)
    qtbot.addWidget(widget)
    widget.resize(*size)
    values = np.linspace(1000, 7000, 40)
    values[10:13] = np.nan
    hollow = np.zeros(40, bool)
    hollow[[3, 39]] = True
    widget.set_series("obs", hours(40), values, role="curve.observed", hollow=hollow)
    widget.set_series("z", hours(40), 88 + values / 3000, role="curve.stage", axis="stage", style="dashed")
    widget.set_bands(BANDS)
    widget.set_now(START + 30 * HOUR)
    widget.set_note("rising")
    widget.set_theme(plain_theme(1.0))
    assert not widget.grab().isNull()


def test_a_hundred_thousand_points_are_drawn_quickly(plot):
    values = 3000 + 2000 * np.sin(np.arange(100_000) / 5000)
    plot.set_series("obs", hours(100_000), values, role="curve.observed")
    plot.grab()
    began = time.perf_counter()
    for shift in range(5):
        plot.set_series("obs", hours(100_000), values + shift, role="curve.observed")
        plot.grab()
    assert (time.perf_counter() - began) / 5 < 0.5


def test_bands_of_a_plot_that_was_drawn_unseen_fill_its_view(qtbot):
    plot = Hydrograph(plain_theme(), HydrographWords("Q", "Z", "now", "none"))
    qtbot.addWidget(plot)
    plot.set_bands([Band(0, 4000, "tier.0", "low"), Band(4000, 9000, "tier.1", "high")])
    assert plot._bands_item.boundingRect().width() == 1  # asked before there is a view, and kept
    plot.set_series("a", hours(5), np.linspace(3000, 5000, 5), role="curve.observed")
    plot.set_range("a", hours(5), np.linspace(2800, 4500, 5), np.linspace(3200, 6500, 5), "curve.stage")
    plot.show()
    low, high = surface(plot).getViewBox().viewRange()[1]
    qtbot.waitUntil(lambda: plot._bands_item.boundingRect().top() == low)
    assert plot._bands_item.boundingRect().height() == pytest.approx(high - low)
    assert high > 6500
    plot.remove_range("a")
    assert surface(plot).getViewBox().viewRange()[1][1] < 6500
