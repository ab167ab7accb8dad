"""The hydrology workspace: stations, curves of several, readings, rating, import, and the superior's page."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from data.model.river import HUAYUANKOU
from data.model.situation import Touched
from data.rules.rating import Rating
from data.rules.signoff import preview
from tests.views.river_sample import EIGHT, flood, look
from views.hydrology import HydrologyWorkspace
from views.hydrology_curves import CurvesPage
from views.pane import Selection


@pytest.fixture(scope="module")
def made(qapp):
    """One workspace for all tests of the frame: to make it is most of what they cost."""
    workspace = HydrologyWorkspace(look())
    workspace.resize(1600, 900)
    workspace.show()
    yield workspace
    workspace.close()
    workspace.deleteLater()
    qapp.processEvents()


@pytest.fixture
def place(made):
    made.open_tab("stations")
    made.show_time(EIGHT + timedelta(minutes=6))
    made.show_situation(flood(), Touched.everything())
    made.show_selection(Selection("stations", HUAYUANKOU))
    made.curves.chips.choose([HUAYUANKOU])
    made.curves.draw_curves()
    return made


def cells(model, row_id):
    at = model.place_of(row_id)
    return {column.key: model.index(at, i).data() for i, column in enumerate(model.columns)}


def test_the_station_table_shows_value_datum_time_age_and_trigger(place):
    page = place.stations_page
    QAbstractItemModelTester(page.station_model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    QAbstractItemModelTester(page.reading_model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    said = cells(page.station_model, HUAYUANKOU)
    assert (said["flow"], said["stage"], said["datum"]) == ("5,520", "90.88", "大沽")
    assert (said["at"], said["aged"], said["bar"]) == ("06-29 08:00", "6 分钟前", "Ⅳ级")
    line = page.station_model.row(page.station_model.place_of(HUAYUANKOU))
    assert [tick.words for tick in line.gauged.ticks] == ["Ⅳ", "Ⅲ", "Ⅱ", "Ⅰ"]
    assert len(line.spark.points) == 6


def test_a_station_without_a_stage_shows_none_and_no_datum(place):
    said = cells(place.stations_page.station_model, "HYK-XLD")
    assert (said["stage"], said["datum"]) == ("—", "—")


def test_choosing_a_station_shows_its_readings_and_adds_its_curve(place, qtbot):
    with qtbot.waitSignal(place.selection_requested) as said:
        place.stations_page.stations.choose(["HYK-XLD"], tell=True)
    assert said.args == [Selection("stations", "HYK-XLD")]
    assert place.stations_page.reading_panel.title() == "报汛记录 · 小浪底"
    assert place.stations_page.reading_model.rowCount() == 1
    assert set(place.curves.chips.chosen_keys()) == {HUAYUANKOU, "HYK-XLD"}
    assert place.curves.drawn == {HUAYUANKOU, "HYK-XLD"}


def test_stages_of_two_stations_never_share_an_axis(place):
    assert "stage" in place.curves.hydrograph._drawn
    place.show_selection(Selection("stations", "HYK-XLD"))
    assert "stage" not in place.curves.hydrograph._drawn


def test_a_selection_made_elsewhere_is_followed_without_asking_again(place, qtbot):
    with qtbot.assertNotEmitted(place.selection_requested):
        place.show_selection(Selection("stations", "40104950"))
    assert place.stations_page.reading_panel.title() == "报汛记录 · 黑石关"


def test_longer_series_are_asked_for_once_per_station(qtbot):
    page = CurvesPage(look())
    qtbot.addWidget(page)
    asked: list[str] = []
    page.series_requested.connect(asked.append)
    page.show()
    page.show_situation(flood(), Touched.everything())
    page.turn_to("HYK-XLD")
    page.show_situation(flood(), Touched.RIVER)
    assert asked == [HUAYUANKOU, "HYK-XLD"]
    page.show_series(HUAYUANKOU, [EIGHT - timedelta(days=9)], np.array([900.0]))
    assert page.curves(HUAYUANKOU).flows[0] == 900.0


def test_a_whatif_is_drawn_and_taken_away(place, qtbot):
    place.show_preview(preview(place.now, 22000.0))
    qtbot.waitUntil(lambda: "whatif" in place.curves.hydrograph._drawn)
    place.show_preview(None)
    qtbot.waitUntil(lambda: "whatif" not in place.curves.hydrograph._drawn)


def test_the_rating_of_the_year_is_shown_with_datum_and_reach_or_its_absence_said(place):
    place.tabs.setCurrentWidget(place.rating)
    assert place.rating.empty.isVisible()
    place.show_rating(Rating(2020, HUAYUANKOU, "大沽", ((1000.0, 88.2), (5520.0, 90.88)), "报汛", 52))
    assert "2020 年" in place.rating.title.text()
    assert "大沽" in place.rating.title.text()
    assert "1,000–5,520" in place.rating.source.text()
    place.show_rating(None)
    assert place.rating.empty.isVisible()


def test_an_import_is_asked_for_with_its_options(place, qtbot, tmp_path):
    file = tmp_path / "series.csv"
    file.write_text("date,q\n", encoding="utf-8")
    place.entry.import_line.path.setText(str(file))
    place.entry.import_line.datum.setText("大沽")
    with qtbot.waitSignal(place.import_requested) as said:
        qtbot.mouseClick(place.entry.import_line.act, Qt.MouseButton.LeftButton)
    assert said.args == [str(file), {"datum": "大沽", "zone": "Asia/Shanghai"}]
    place.show_import("收下 12 行，拒收 1 行")
    assert "拒收 1 行" in place.entry.import_line.outcome.text()


def test_a_file_that_is_not_there_is_told_and_not_asked_for(place, qtbot):
    place.entry.import_line.path.setText("/no/such/file.csv")
    with qtbot.assertNotEmitted(place.import_requested):
        qtbot.mouseClick(place.entry.import_line.act, Qt.MouseButton.LeftButton)
    assert "没有这个文件" in place.entry.import_line.outcome.text()


def test_without_an_address_the_page_says_so_and_no_web_engine_is_started(place, qtbot):
    place.show_address("")
    place.tabs.setCurrentWidget(place.web_place)
    assert place.web_place.empty.isVisible()
    assert place.web_place.web is None
    with qtbot.waitSignal(place.settings_requested):
        place.web_place.empty.acted.emit()


def test_an_address_alone_starts_no_web_engine_before_its_tab_is_opened(place):
    place.tabs.setCurrentIndex(0)
    place.show_address("https://example.invalid/bulletin")
    assert place.web_place.web is None


def test_a_stale_station_is_counted_in_words(place):
    assert place.stations_page.station_panel._summary.text() == "1 站超时效"
