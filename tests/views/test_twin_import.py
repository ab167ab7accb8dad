"""The sheet for maps of others: what a file says is filled in, what a person typed stays, what is wrong is told."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop import theme as look
from tests.township import NOON
from views.twin_import import FileShown, MapImportSheet, MapWish

WRITTEN = datetime(2024, 5, 1, 0, 0, tzinfo=UTC)


@pytest.fixture
def sheet(qtbot: QtBot) -> MapImportSheet:
    made = MapImportSheet(look.load("dark").theme)
    qtbot.addWidget(made)
    made.resize(760, 560)
    made.open(NOON)
    return made


def heard(signal: Any) -> list[Any]:
    said: list[Any] = []
    signal.connect(said.append)
    return said


def give(sheet: MapImportSheet, path: str) -> None:
    sheet.path.setText(path)
    sheet.path.editingFinished.emit()


def test_nothing_is_taken_without_a_file_and_a_source(sheet: MapImportSheet):
    wishes = heard(sheet.take_requested)
    assert not sheet.take.isEnabled()
    give(sheet, "/maps/a.tif")
    assert sheet.note.text() == "请写明成果来源"
    QTest.keyClick(sheet.path, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wishes == []
    sheet.source.setText("河南省防洪图集")
    assert sheet.take.isEnabled()
    QTest.keyClick(sheet.source, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [wish.source for wish in wishes] == ["河南省防洪图集"]


def test_a_file_is_looked_into_once_whoever_names_it(sheet: MapImportSheet, qtbot: QtBot):
    looks = heard(sheet.look_requested)
    give(sheet, "/maps/a.tif")
    sheet.show_file(FileShown("/maps/a.tif", raster=True, crs="EPSG:4547", crs_name="EPSG:4547"))
    sheet.path.editingFinished.emit()
    sheet.browse.click()
    dialog = sheet.findChild(QFileDialog)
    dialog.fileSelected.emit("/maps/b.tif")
    dialog.close()
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile("/maps/c.geojson")])
    sheet.dropEvent(
        QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, dropped, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip
    assert looks == ["/maps/a.tif", "/maps/b.tif", "/maps/c.geojson"]


def test_what_a_file_says_is_filled_in_and_what_was_typed_stays(sheet: MapImportSheet):
    sheet.source.setText("惠金河务局")
    give(sheet, "/maps/a.tif")
    sheet.show_file(
        FileShown(
            "/maps/a.tif", raster=True, crs="EPSG:4547", crs_name="EPSG:4547", title="22000", source="别处",
            datum="大沽", made_at=NOON, written_at=WRITTEN, flow_m3s=22_000.0,
        )
    )  # fmt: skip
    assert sheet.source.text() == "惠金河务局"
    assert (sheet.title.text(), sheet.crs.currentText(), sheet.datum.currentText()) == ("22000", "EPSG:4547", "大沽")
    assert sheet.made_at.moment() == NOON
    assert sheet.made_note.text() == ""
    assert sheet.depth_column.isHidden()
    assert not sheet.blank_dry.isHidden()
    give(sheet, "/maps/b.csv")
    sheet.show_file(
        FileShown("/maps/b.csv", raster=False, columns=("村", "水深"), depth_column="水深", written_at=WRITTEN)
    )
    assert sheet.title.text() == ""  # it was the other file's
    assert sheet.made_at.moment() == WRITTEN
    assert "请核对" in sheet.made_note.text()
    assert sheet.crs_note.text() == "文件没有坐标系，请写明"
    assert sheet.depth_column.currentText() == "水深"
    assert sheet.blank_dry.isHidden()


def test_what_another_file_said_comes_too_late(sheet: MapImportSheet):
    give(sheet, "/maps/b.tif")
    sheet.show_file(FileShown("/maps/a.tif", raster=True, crs="EPSG:4326", title="a"))
    assert sheet.title.text() == ""


def test_the_wish_carries_all_that_was_stated(sheet: MapImportSheet):
    wishes = heard(sheet.take_requested)
    give(sheet, "/maps/a.tif")
    sheet.show_file(FileShown("/maps/a.tif", raster=True, crs="EPSG:4547", crs_name="EPSG:4547", written_at=WRITTEN))
    sheet.source.setText(" 图集 ")
    sheet.title.setText("图集 22000")
    sheet.datum.setEditText("1985国家高程基准")
    sheet.flow.setValue(22_000)
    sheet.blank_dry.setChecked(True)
    sheet.take.click()
    assert wishes == [
        MapWish("/maps/a.tif", "图集 22000", "图集", WRITTEN, "EPSG:4547", "1985国家高程基准", 22_000.0, "", True)
    ]
    assert not sheet.take.isEnabled()  # it is being read
    assert sheet.note.text() == "正在读取…"


def test_a_refusal_keeps_the_draft_and_esc_too(sheet: MapImportSheet, qtbot: QtBot):
    give(sheet, "/maps/a.tif")
    sheet.source.setText("图集")
    sheet.take.click()
    sheet.show_refused("a.tif：文件没有坐标系")
    assert sheet.told.text() == "a.tif：文件没有坐标系"
    assert (sheet.source.text(), sheet.take.isEnabled()) == ("图集", True)
    with qtbot.waitSignal(sheet.closed):
        QTest.keyClick(sheet.source, Qt.Key.Key_Escape)
    sheet.open(NOON)
    assert sheet.source.text() == "图集"


def test_a_map_that_was_taken_clears_the_form_and_its_notes_are_told(sheet: MapImportSheet):
    give(sheet, "/maps/a.tif")
    sheet.source.setText("图集")
    sheet.take.click()
    sheet.show_taken("图集 22000", ["没有到达时间", "只取本镇附近"])
    assert sheet.told.text() == "已导入“图集 22000”，放到方案 B。\n· 没有到达时间\n· 只取本镇附近"
    assert (sheet.path.text(), sheet.source.text(), sheet.take.isEnabled()) == ("", "", False)


def test_it_fits_a_small_screen_in_light_and_large_type(qtbot: QtBot, tmp_path: Path):
    made = MapImportSheet(look.load("light", 1.5).theme)
    qtbot.addWidget(made)
    made.resize(900, 560)
    made.open(NOON)
    assert made.grab().save(str(tmp_path / "sheet.png"))
    assert made.take.isVisible()
    assert made.minimumSizeHint().width() <= 900
