"""Pages of the hydrology workspace: stations with their sources, curves moved in time, forecast, sources' health."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from data.feeds.travel_times import read_travel_times
from data.model.river import HUAYUANKOU, Quality, Reading
from data.model.river_steps import ReadingCorrected, ReadingProposed
from data.model.situation import Touched
from data.rules.rating import Rating
from tests.views.hydrology_sample import board, foreseen, tables
from tests.views.river_sample import EIGHT, ROOT, flood, look
from views import hydrology_align, hydrology_forecast_rows, river_curves, words
from views.hydrology_bulletin import BulletinPage
from views.hydrology_curves import CurvesPage
from views.hydrology_forecast import ForecastPage
from views.hydrology_health import HealthPage
from views.hydrology_rating import RatingPage
from views.hydrology_skill_rows import SkillRow
from views.hydrology_stations import StationsPage
from views.pane import Selection

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def shown(qtbot, page, now=None, beside=None):
    qtbot.addWidget(page)
    page.resize(1400, 800)
    page.show_time(EIGHT + timedelta(minutes=6))
    page.show_situation(now or flood(), Touched.everything())
    page.show_board(beside)
    page.show()
    return page


@pytest.fixture
def stations(qtbot):
    page = StationsPage(look(), CurvesPage(look()))
    page.show_tables(tables())
    return shown(qtbot, page, beside=board())


# stations


def test_sources_that_differ_stand_side_by_side_with_both_values(stations):
    QAbstractItemModelTester(stations.station_model, FATAL)
    line = stations.station_model.row(stations.station_model.place_of("HYK-XLD"))
    assert line.check == "两源不一致"
    stations.show_selection(Selection("stations", "HYK-XLD"))
    said = stations.sources._lines[0][1].text()
    assert "遥测 0011223344 4,480" in said
    assert "水情库 省防办 5,400" in said
    assert said.endswith("两源不一致")


def test_a_doubtful_value_is_named_and_never_takes_the_place_of_a_sound_one(stations):
    line = stations.station_model.row(stations.station_model.place_of("40104950"))
    assert (line.base.flow_m3s, line.check) == (1020.0, "变化过快")


def test_a_click_on_the_reach_chooses_the_station_everywhere(stations, qtbot):
    order = [stop.id for stop in stations.reach.stops()]
    assert order == ["HYK-XLD", "40104950", "HYK-WZ", HUAYUANKOU, "HYK-JHT", "HYK-GC"]
    at = stations.reach.place_of("HYK-WZ").toPoint()
    with qtbot.waitSignal(stations.selection_requested) as said:
        qtbot.mouseClick(stations.reach, Qt.MouseButton.LeftButton, pos=at)
    assert said.args == [Selection("stations", "HYK-WZ")]
    assert "武陟" in stations.reading_panel.title()
    with qtbot.waitSignal(stations.selection_requested) as said:
        qtbot.keyClick(stations.reach, Qt.Key.Key_Right)
    assert said.args[0].id == HUAYUANKOU


def test_a_reading_is_corrected_with_a_reason_and_the_old_value_is_named(stations, qtbot):
    oldest = stations.reading_model.rowCount() - 1
    stations.readings.choose([stations.reading_model.id_at(oldest)], tell=True)
    stations.correct_action.trigger()
    form = stations.correct_form
    assert "3,100 m³/s" in form.standing.text()
    form.flow.setValue(3010)
    form.submit()
    assert "理由" in form.note.text()
    form.reason.setText("电话核对")
    with qtbot.waitSignal(stations.step_requested) as said:
        form.submit()
    body = said.args[0]
    assert isinstance(body, ReadingCorrected)
    assert (body.reading.flow_m3s, body.reading.quality, body.reason) == (3010.0, Quality.CONFIRMED, "电话核对")


def test_a_correction_that_crosses_a_threshold_waits_for_a_second_person(stations, qtbot):
    stations.readings.choose([stations.reading_model.id_at(0)], tell=True)
    stations.start_correction()
    stations.correct_form.flow.setValue(6200)
    stations.correct_form.reason.setText("复测")
    with qtbot.waitSignal(stations.step_requested) as said:
        stations.correct_form.submit()
    assert isinstance(said.args[0], ReadingProposed)
    assert said.args[0].proposal.crosses == ("HYK-III",)


# curves


@pytest.fixture
def curves(qtbot):
    return shown(qtbot, CurvesPage(look()))


def test_upstream_curves_move_to_their_arrival_and_say_by_how_much(curves):
    curves.turn_to("HYK-XLD")
    before = curves.hydrograph._drawn["HYK-XLD"].series.times_s[-1]
    curves.aligned.setChecked(True)
    after = curves.hydrograph._drawn["HYK-XLD"].series.times_s[-1]
    assert after - before == 15 * 3600
    assert curves.said.text() == "已平移：小浪底 +15 h"


def test_a_travel_time_that_knows_the_flow_keeps_arrivals_in_order():
    times = EIGHT.timestamp() + 3600.0 * np.arange(4)
    given = hydrology_align.Curves(times, np.array([1000.0, 1000.0, 6000.0, 6000.0]), np.full(4, np.nan))
    moved, shift = hydrology_align.to_arrival(flood(), "x", given, lambda _n, _s, flow: 20.0 if flow < 2000 else 12.0)
    assert (shift.least_h, shift.most_h) == (12.0, 20.0)
    assert np.all(np.diff(moved.times_s) >= 0)


def test_the_table_of_travel_times_comes_before_the_register():
    rows = read_travel_times(ROOT / "rules/travel_times.csv")
    travel, now = hydrology_align.of_table(rows), flood()
    assert travel(now, "HYK-XLD", 1000.0) == 16.0
    assert travel(now, "HYK-GC", 3000.0) == -28.0
    assert travel(now, "HYK-XLD", None) == 15.0
    assert travel(now, "HYK-TG", 3000.0) is None


def test_a_past_year_is_asked_for_then_laid_over_by_date_or_by_peak(curves, qtbot):
    curves.year.choose("2018")
    with qtbot.waitSignal(curves.past_requested) as said:
        curves.year.picked.emit("2018")
    assert said.args == [2018, HUAYUANKOU]
    assert "没有" in curves.said.text()
    start = datetime(2018, 6, 20, tzinfo=words.BEIJING)
    times = [start + timedelta(days=n) for n in range(30)]
    curves.show_past(2018, HUAYUANKOU, times, np.array([1000.0 + 100 * (15 - abs(15 - n)) for n in range(30)]))
    assert "2018 年最大 2,500 m³/s（07-05" in curves.said.text()
    assert datetime.fromtimestamp(curves.hydrograph._drawn["past"].series.times_s[0], words.BEIJING).year == 2020
    curves.manner.choose("peak")
    curves.manner.picked.emit("peak")
    past = curves.hydrograph._drawn["past"].series
    assert past.times_s[int(np.argmax(past.values))] == EIGHT.timestamp()


# forecast


def test_the_official_forecast_wins_and_ours_stands_beside_it(qtbot):
    page = shown(qtbot, ForecastPage(look()), foreseen(5600.0, 5900.0, 5700.0, 5400.0, official=7000.0))
    assert page.headline.text() == "以官方预报为准"
    assert "官方值高于本台范围（同时刻本台 5,900）" in page.ours.text()
    assert page.drivers.text() == "主要依据：小浪底 24 h 前 4,480；缺 武陟 报汛"
    assert [row.lead_h for row in page.leads.rows()] == [6, 12, 24]
    assert {row.basis for row in page.arrivals.rows()} == {"官方预报 黄委 第 12 期"}
    for model in (page.leads, page.crossings, page.arrivals, page.skills):
        QAbstractItemModelTester(model, FATAL)


def test_a_flow_outside_our_band_says_that_ours_must_be_made_again(qtbot):
    now = foreseen(5600.0, 5900.0, 5700.0, 5400.0, official=7000.0)
    page = shown(qtbot, ForecastPage(look()), now)
    assert page.beyond.isHidden()

    def with_flow(flow, hours):
        seen = Reading(HUAYUANKOU, EIGHT + timedelta(hours=hours), flow, source="报汛")
        return replace(now, readings=now.readings.set(HUAYUANKOU, (*now.readings[HUAYUANKOU], seen)), at=seen.at)

    page.show_situation(with_flow(6600.0, 12), Touched.RIVER)
    told = "实况 6,600（06-29 20:00）已超出本台范围 5,310–6,490，本台预报待重作"
    assert (page.beyond.text(), page.beyond.property("tone")) == (told, "attention")
    page.show_situation(with_flow(6000.0, 12), Touched.RIVER)
    assert page.beyond.text() == ""
    page.show_situation(with_flow(4900.0, 3), Touched.RIVER)
    assert "已低于本台范围 5,040–6,160" in page.beyond.text()


def test_an_official_forecast_whose_time_is_past_no_longer_leads(qtbot):
    now = foreseen(5600.0, 5900.0, 5700.0, 5400.0, official=7000.0)
    page = shown(qtbot, ForecastPage(look()), now)
    page.show_time(EIGHT + timedelta(hours=16))
    assert page.headline.text() == "官方预报已过时（06-29 20:00 的值，该时刻已过）"
    assert page.headline.property("tone") == "attention"
    assert "官方值" not in page.ours.text()
    page.show_time(EIGHT + timedelta(minutes=6))
    assert page.headline.text() == "以官方预报为准"


def test_a_stage_is_forecast_only_inside_the_rating_of_the_year(qtbot):
    page = shown(qtbot, ForecastPage(look()), foreseen(5600.0, 5900.0, 5700.0, 5400.0))
    page.show_rating(Rating(2020, HUAYUANKOU, "大沽", ((1000.0, 88.2), (5650.0, 90.9)), "报汛", 52))
    known = {row.lead_h: row.stage_m is not None for row in page.leads.rows()}
    assert known == {row.lead_h: row.flow_m3s <= 5650.0 for row in page.leads.rows()}
    assert len(set(known.values())) == 2


def test_each_threshold_has_its_chance_and_when_the_likely_curve_passes_it():
    now = foreseen(5800.0, 6200.0, 6000.0)
    rows = {row.numeral: row for row in hydrology_forecast_rows.crossing_rows(now, now.outlooks[HUAYUANKOU])}
    assert rows["Ⅳ"].reached
    assert rows["Ⅲ"].likely_at == EIGHT + timedelta(hours=9)
    assert 0.5 < rows["Ⅲ"].chance < 0.8
    assert rows["Ⅲ"].earliest < rows["Ⅲ"].likely_at
    assert (rows["Ⅱ"].likely_at, rows["Ⅰ"].chance < 0.001) == (None, True)


def test_a_forecast_worse_than_persistence_is_shown_as_such(qtbot):
    page = shown(qtbot, ForecastPage(look()))
    page.show_skill([SkillRow(24, "all", 900, 200.0, 0.9, 250.0), SkillRow(72, ">2500", 30, 900.0, -0.1, 850.0)])
    said = [page.skills.index(n, len(page.skills.columns) - 1).data() for n in (0, 1)]
    assert said == ["优于持平 20 %", "不如持平"]
    assert "1 项不如持平" in page.skill_panel._summary.text()


def test_the_peak_comes_to_the_stations_below_by_the_table_with_its_earliest_and_latest():
    rows = read_travel_times(ROOT / "rules/travel_times.csv")
    first = hydrology_forecast_rows.arrival_rows(foreseen(4400.0, 4500.0, 4300.0, official=4500.0), rows)[0]
    at = EIGHT + timedelta(hours=12)
    assert (first.name, first.at - at) == ("夹河滩", timedelta(hours=14))
    assert (first.earliest - at, first.latest - at) == (timedelta(hours=12), timedelta(hours=19))


def test_without_a_forecast_the_page_says_what_it_needs(qtbot):
    page = shown(qtbot, ForecastPage(look()))
    assert page.headline.text() == "没有预报"
    assert "F7" in page.official.text()
    assert page.leads.rowCount() == 0


# sources


def test_lines_stand_worst_first_with_their_trouble_in_words(qtbot):
    page = shown(qtbot, HealthPage(look()), beside=board())
    QAbstractItemModelTester(page.links, FATAL)
    rows = page.links.rows()
    assert [row.name for row in rows] == ["黑石关", "小浪底", "武陟", "花园口"]
    assert [row.trouble for row in rows] == ["失联 3 小时 26 分", "校验错 60 帧", "迟到 31 分钟", "正常"]
    assert page.feeds.rows()[0].trouble == "超时未答（10.1.1.5）（从未成功）"
    assert page.link_panel._summary.text() == "1 站失联、2 站不稳"


def test_the_picture_of_a_station_is_asked_for_by_its_digest(qtbot, tmp_path):
    page = shown(qtbot, HealthPage(look()), beside=board())
    with qtbot.waitSignal(page.picture_requested) as said:
        page.link_table.choose(["HYK-XLD"], tell=True)
    assert said.args == ["abc"]
    page.show_picture("abc", tmp_path / "gone.jpg")
    assert "小浪底" in page.picture_panel.title()


# bulletin


def test_the_bulletin_is_copied_whole_and_handed_out_to_be_written(qtbot):
    page = shown(qtbot, BulletinPage(look()), beside=board())
    QAbstractItemModelTester(page.model, FATAL)
    assert page.title.text() == "2020-06-29 08:00 水情日报"
    assert "缺报" in page.lacks.text()
    page.copy.click()
    assert QGuiApplication.clipboard().text().startswith("花园口镇防汛指挥部水情日报")
    with qtbot.waitSignal(page.export_requested) as said:
        page._export("/tmp/x.xlsx")
    assert said.args == ["/tmp/x.xlsx", page.shown]
    page.before.click()
    assert page.title.text() == "2020-06-28 08:00 水情日报"
    page.after.click()
    assert not page.after.isEnabled()


def test_the_rating_tells_a_stage_only_within_its_data_and_its_year(qtbot):
    page = RatingPage(look())
    qtbot.addWidget(page)
    page.show()
    ratings = [Rating(year, HUAYUANKOU, "大沽", ((1000.0, 88.2), (5700.0, 90.9)), "报汛", 52) for year in (2019, 2020)]
    page.show_ratings(ratings, 2020)
    page.show_now(foreseen(5650.0, official=7000.0))
    assert "7,000 m³/s 超出关系范围，不推算水位" in page.ahead.text()
    assert "本台预报最大 5,650 m³/s 约 90.8" in page.ahead.text()
    assert "给不出不确定度" in page.spread.text()
    times = [EIGHT - timedelta(days=n) for n in range(40)]
    flows = np.linspace(1100, 1400, 40)
    page.show_series(river_curves.given(times, flows, np.array([ratings[1].stage_at(q) + 0.05 for q in flows])))
    assert "实测 40 次；八成实测偏离关系线不超过 0.06–0.06 m" in page.spread.text()
    page.year.choose("2019")
    with qtbot.waitSignal(page.year_chosen):
        page.year.picked.emit("2019")
    assert "2019 年" in page.title.text()
    assert not page.ahead.isVisible()


def test_the_key_of_a_correction_opens_it_on_the_chosen_reading(stations, qtbot):
    stations.readings.choose([stations.reading_model.id_at(1)], tell=True)
    stations.readings.setFocus()
    qtbot.keyClick(stations.readings, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert stations.correct_form.isVisible()
    qtbot.keyClick(stations.correct_form.reason, Qt.Key.Key_Escape)
    assert stations.readings.isVisible()
