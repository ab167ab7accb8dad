"""The river panel shows the gauge and asks for what-ifs, forecasts and typed readings."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from data.model.river import HUAYUANKOU, Forecast, Quality, Reading
from data.model.situation import Touched
from data.model.steps import ForecastEntered, ForecastWithdrawn, ReadingTaken, Realm
from data.rules.rating import Rating
from data.rules.signoff import preview
from tests.township import after, situation
from tests.views.river_sample import EIGHT, flood, look, with_tables
from views import river_facts
from views.pane import Selection
from views.river import RiverPanel


@pytest.fixture
def panel(qtbot):
    made = RiverPanel(look())
    qtbot.addWidget(made)
    made.resize(360, 620)
    made.show()
    made.show_time(EIGHT + timedelta(minutes=6))
    made.show_situation(flood(), Touched.everything())
    return made


def test_the_gauge_shows_flow_rate_stage_with_datum_and_the_next_threshold(panel):
    assert panel.gauge.flow.text() == "5,520"
    assert "90.88" in panel.gauge.stage.text()
    assert panel.gauge.datum.text() == "大沽"
    assert panel.gauge.next.text().startswith("距Ⅲ级 6,000 差 480 · 约")


def test_the_slider_carries_the_tiers_and_the_live_mark(panel):
    assert len(panel.slider._bands) == 8
    assert panel.slider._bands[2].label == "Ⅳ 编号洪水"
    assert panel.slider.value() == 5520.0
    assert not panel.slider.is_away()


def test_a_low_panel_keeps_slider_and_jumps_whole_and_puts_the_stations_away(panel):
    panel.resize(324, 330)
    panel.grab()  # lays everything out
    assert not panel.pages.isVisible()
    assert panel._slider_box.height() >= panel._slider_box.minimumSizeHint().height()
    assert [text for text, _ in panel._snaps()][:2] == ["\N{MINUS SIGN}500", "+500"]
    assert len(panel._snaps()) == 3
    panel.resize(360, 620)
    panel.grab()
    assert panel.pages.isVisible()
    assert len(panel._snaps()) > 3


def test_a_narrow_gauge_leaves_a_fresh_age_out_and_keeps_the_time(panel):
    assert panel.gauge.aged.text() == "08:00"
    assert "6 分钟前" in panel.gauge.aged.toolTip()
    panel.resize(420, 620)
    panel.grab()
    assert "6 分钟前" in panel.gauge.aged.text()


def test_letting_the_slider_go_decides_and_escape_returns(panel, qtbot):
    with qtbot.waitSignal(panel.flow_decided) as said:
        panel.slider.set_value(22000.0, notify=True)
    assert said.args == [22000.0]
    with qtbot.waitSignal(panel.returned):
        qtbot.keyClick(panel.slider, Qt.Key.Key_Escape)
    assert panel.slider.value() == 5520.0


def test_moving_the_slider_only_previews(panel, qtbot):
    track = panel.slider._track
    decided: list[float] = []
    panel.flow_decided.connect(decided.append)
    with qtbot.waitSignal(panel.flow_previewed):
        qtbot.keyPress(track, Qt.Key.Key_PageUp)
    assert decided == []
    with qtbot.waitSignal(panel.flow_decided):
        qtbot.keyRelease(track, Qt.Key.Key_PageUp)


def test_a_whatif_shows_a_stage_only_where_the_rating_of_the_year_reaches(panel):
    panel.show_preview(preview(panel.now, 5000.0))
    assert "不推算" in panel.gauge.next.text()
    panel.show_rating(Rating(2020, HUAYUANKOU, "大沽", ((3000.0, 89.0), (5600.0, 91.0))))
    assert "推演水位约" in panel.gauge.next.text()
    assert "2020 年" in panel.gauge.next.text()
    panel.show_preview(preview(panel.now, 22000.0))
    assert "不推算" in panel.gauge.next.text()
    panel.show_preview(None)
    assert panel.gauge.next.text().startswith("距Ⅲ级")


def test_the_upstream_list_shows_travel_time_age_and_the_trigger_reached(panel):
    QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows = {row.name: row for row in panel.model.rows()}
    assert rows["小浪底"].flow_m3s == 4480.0
    assert rows["小浪底"].travel_h == 15
    assert not rows["小浪底"].stale
    assert rows["武陟"].stale
    assert rows["武陟"].reached.numeral == "IV"
    assert "花园口" not in rows
    panel.show_time(EIGHT + timedelta(days=3))
    assert all(row.stale for row in panel.model.rows())


def test_choosing_a_station_selects_it_everywhere(panel, qtbot):
    with qtbot.waitSignal(panel.selection_requested) as said:
        panel.stations.choose(["HYK-XLD"], tell=True)
    assert said.args == [Selection("stations", "HYK-XLD")]


def test_the_longer_series_is_asked_for_once_and_carried_on_by_the_readings(qtbot):
    made = RiverPanel(look())
    qtbot.addWidget(made)
    asked: list[str] = []
    made.series_requested.connect(asked.append)
    made.show()
    made.show_situation(flood(), Touched.everything())
    made.show_situation(flood(), Touched.RIVER)
    assert asked == [HUAYUANKOU]
    days = [EIGHT - timedelta(days=n) for n in (3, 2)]
    made.show_series(HUAYUANKOU, days, np.array([1000.0, 2000.0]))
    assert made._curves.flows.tolist() == [1000.0, 2000.0, 3100.0, 3600.0, 4100.0, 4440.0, 4980.0, 5520.0]


def test_stages_of_another_datum_are_not_drawn_on_one_axis(panel):
    other = Reading(HUAYUANKOU, EIGHT + timedelta(hours=1), 5600.0, 93.0, "85 基准")
    panel.show_situation(after(panel.now, ReadingTaken(other)), Touched.RIVER)
    assert np.isfinite(panel._curves.stages).sum() == 1
    assert panel._curves.datum == "85 基准"


def test_a_typed_forecast_becomes_a_step(panel, qtbot):
    form = panel.forecast_form
    panel._open(form)
    assert not panel.slider.isVisible()
    form.flow.setValue(6200)
    form.submit()
    assert "来源" in form.note.text()
    form.source.setText("黄委水文局 12 期")
    with qtbot.waitSignal(panel.step_requested) as said:
        qtbot.keyClick(form.source, Qt.Key.Key_Return)
    body = said.args[0]
    assert isinstance(body, ForecastEntered)
    assert (body.forecast.station, body.forecast.flow_m3s) == (HUAYUANKOU, 6200.0)
    assert body.forecast.valid_at == EIGHT + timedelta(hours=24, minutes=6)
    assert panel.slider.isVisible()


def test_the_forecast_that_stands_is_shown_and_withdrawn_only_with_a_reason(panel, qtbot):
    forecast = Forecast(HUAYUANKOU, 6200.0, EIGHT + timedelta(hours=20), EIGHT, "黄委水文局")
    panel.show_situation(after(panel.now, ForecastEntered(forecast)), Touched.RIVER)
    assert "6,200" in panel.forecast.text()
    qtbot.mouseClick(panel.withdraw, Qt.MouseButton.LeftButton)
    panel.withdraw_form.submit()
    assert "理由" in panel.withdraw_form.note.text()
    panel.withdraw_form.reason.setText("下调")
    with qtbot.waitSignal(panel.step_requested) as said:
        panel.withdraw_form.submit()
    assert said.args[0] == ForecastWithdrawn(HUAYUANKOU, "下调")


def test_a_typed_reading_is_marked_as_typed(panel, qtbot):
    form = panel.reading_form
    panel._open(form)
    form.flow.setValue(5600)
    form.source.setText("花园口站 电话")
    with qtbot.waitSignal(panel.step_requested) as said:
        form.submit()
    reading = said.args[0].reading
    assert reading.quality is Quality.TYPED
    assert (reading.flow_m3s, reading.stage_m, reading.datum) == (5600.0, None, "")


@pytest.mark.parametrize(("flow", "why"), [(9000, "超过一半"), (6100, "跨入")])
def test_a_jump_asks_to_type_the_flow_again(panel, qtbot, flow, why):
    form = panel.reading_form
    panel._open(form)
    form.flow.setValue(flow)
    form.source.setText("电话")
    said: list[object] = []
    panel.step_requested.connect(lambda body, _: said.append(body))
    form.submit()
    assert said == []
    assert why in form.note.text()
    form.confirm.setText(str(flow))
    form.submit()
    assert len(said) == 1


def test_a_typed_stage_needs_its_datum(panel):
    form = panel.reading_form
    panel._open(form)
    form.stage.setValue(91.2)
    form.datum.clear()
    form.source.setText("电话")
    form.submit()
    assert "基面" in form.note.text()


def test_escape_puts_a_form_away_and_keeps_what_was_typed(panel, qtbot):
    form = panel.reading_form
    panel._open(form)
    form.flow.setValue(5600)
    qtbot.keyClick(form.source, Qt.Key.Key_Escape)
    assert panel.pages.currentWidget() is panel.stations
    panel._open(form)
    assert form.flow.value() == 5600


def test_a_stale_value_turns_hollow(panel):
    panel.show_time(EIGHT + timedelta(days=2))
    assert panel.gauge.flow.role() == "text.muted"
    assert panel.slider._stale


def test_without_readings_the_panel_says_so(qtbot):
    made = RiverPanel(look())
    qtbot.addWidget(made)
    made.show()
    made.show_situation(with_tables(situation()), Touched.everything())
    assert made.gauge.aged.text() == "尚无报汛"
    assert not made.gauge.stage.isVisible()


def test_a_falling_river_looks_to_the_threshold_below():
    now = with_tables(replace(situation(), at=EIGHT - timedelta(days=2)))
    for hours, flow in ((12, 4800.0), (0, 4200.0)):
        now = after(now, ReadingTaken(Reading(HUAYUANKOU, EIGHT - timedelta(hours=hours), flow)), actor="system")
    facts = river_facts.facts(now)
    assert river_facts.rate_words(facts.flow_m3s, facts.rate_m3s_h) == "↘ −50/h"
    assert river_facts.coming_words(now, facts.flow_m3s, facts.rate_m3s_h) == "高于 4,000 尚有 200 · 约 4 小时"


def test_with_large_letters_on_a_small_screen_the_slider_stays_whole_and_the_curve_gives_way(panel, qtbot):
    panel.setMinimumSize(200, 200)  # as the dock does: less than what is in it would like
    panel.resize(250, 235)
    panel.grab()
    assert not panel.hydrograph.isVisible()
    box = panel._slider_box
    qtbot.waitUntil(lambda: box.height() >= box.minimumSizeHint().height())
    panel.resize(360, 620)
    panel.grab()
    assert panel.hydrograph.isVisible()
    assert panel.gauge.next.isVisible()


def test_a_form_filled_over_the_past_takes_the_live_time_again_unless_a_time_was_typed(panel):
    then, live = EIGHT - timedelta(days=2), EIGHT + timedelta(days=1)

    def over_the_past() -> None:
        panel.show_time(then)
        panel.show_situation(replace(flood(), realm=Realm.REPLAY), Touched.everything())

    def back() -> None:
        panel.show_time(live)
        panel.show_situation(flood(), Touched.everything())

    over_the_past()
    panel._open(panel.forecast_form)
    panel.forecast_form.flow.setValue(8000)
    panel._open(panel.reading_form)
    back()
    assert panel.forecast_form.valid_at.moment() == live + timedelta(hours=24)
    assert panel.reading_form.at.moment() == live
    panel.reading_form.flow.setValue(5600)
    panel.show_time(live + timedelta(minutes=20))
    over_the_past()
    panel.forecast_form.valid_at.set_moment(live + timedelta(hours=6))
    back()
    assert panel.reading_form.at.moment() == live, "a value heard before the past was opened keeps its time"
    assert panel.forecast_form.valid_at.moment() == live + timedelta(hours=6)


def test_what_is_typed_is_typed_at_the_desks_time_not_at_that_of_the_last_step(panel, qtbot):
    later = EIGHT + timedelta(hours=13)
    panel.show_time(later)
    panel._open(panel.forecast_form)
    panel.forecast_form.flow.setValue(5600)
    panel.forecast_form.source.setText("黄委水文局 第 12 期")
    with qtbot.waitSignal(panel.step_requested) as said:
        panel.forecast_form.submit()
    assert said.args[0].forecast.issued_at == later
    panel._open(panel.reading_form)
    panel.reading_form.flow.setValue(6100)
    panel.reading_form.source.setText("水文站 电话")
    panel.reading_form.confirm.setText("6100")
    with qtbot.waitSignal(panel.step_requested) as said:
        panel.reading_form.submit()
    assert said.args[0].proposal.at == later


def test_a_forecast_of_eight_is_asked_about_in_place_and_taken_at_the_second_press(panel, qtbot):
    form = panel.forecast_form
    panel._open(form)
    form.source.setText("黄委水文局 12 期")
    form.flow.setValue(8)
    with qtbot.assertNotEmitted(panel.step_requested):
        form.submit()
    assert "预报 8 m³/s，现实测 5,520 m³/s" in form.note.text()
    assert form.act.text() == "确实是 8 m³/s，录入"
    form.flow.setValue(8000)
    assert (form.act.text(), form.note.isVisible()) == ("录入预报", False)
    form.flow.setValue(8)
    form.submit()
    with qtbot.waitSignal(panel.step_requested) as said:
        qtbot.mouseClick(form.act, Qt.MouseButton.LeftButton)
    assert said.args[0].forecast.flow_m3s == 8.0
    assert form.act.text() == "录入预报"


def test_a_forecast_whose_time_is_past_is_struck_through_and_gone_a_day_later(panel):
    ahead = Forecast(HUAYUANKOU, 8000.0, EIGHT + timedelta(hours=20), EIGHT, "黄委水文局")
    panel.show_situation(after(panel.now, ForecastEntered(ahead)), Touched.RIVER)
    assert (panel.forecast.is_struck(), panel.lapsed.isHidden(), panel.withdraw.isHidden()) == (False, True, False)
    panel.show_time(EIGHT + timedelta(hours=24))
    assert (panel.forecast.is_struck(), panel.lapsed.isHidden(), panel.withdraw.isHidden()) == (True, False, True)
    panel.grab()
    panel.show_time(EIGHT + timedelta(hours=48))
    assert panel._forecast_line.isHidden()
