"""What enters the 推演 page: a neighbour's map is looked into, taken, laid beside scenario A, listed, and removed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from data.model.nature import Origin
from data.twin.flood import Field
from desktop.twin_page import TwinPage
from desktop.twin_taking import TwinTaking
from tests.data.twin.flood_sample import sample_flood
from tests.desktop.twin_world import SampleLibrary, SmallDesk, at
from views.twin import TwinWorkspace
from views.twin_import import MapImportSheet
from views.twin_wanted import Slot, Source, Wanted


class Taking:
    """A page at work with its imports."""

    def __init__(self, home: Path, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.desk = SmallDesk(home)
        self.page: TwinWorkspace = self.desk.page()
        self.at_work = TwinPage(self.desk, self.page, self.desk.twin.runs)  # type: ignore[arg-type]
        self.taking = TwinTaking(self.desk, self.page, self.at_work)  # type: ignore[arg-type]
        self.desk.add_pane(self.page)
        self.sheet: MapImportSheet = self.taking.sheet
        self.desk.host.show()
        self.page.show()

    def offered(self) -> list[str]:
        choice = self.page.body.left.choices[Slot.B]._maps
        return [choice.itemText(n) for n in range(choice.count())]

    def name(self, path: Path) -> None:
        """Choose a file, and wait until it was looked into."""
        self.page.import_requested.emit()
        self.sheet.path.setText(str(path))
        self.sheet.path.editingFinished.emit()
        self.qtbot.waitUntil(lambda: self.sheet._shown is not None or bool(self.sheet.told.text()))

    def take(self, source: str = "河南省防洪图集") -> None:
        self.sheet.source.setText(source)
        self.sheet.take.click()
        self.qtbot.waitUntil(lambda: not self.sheet._busy, timeout=20_000)

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.at_work.busy, timeout=20_000)

    def close(self) -> None:
        self.at_work.close()
        self.desk.close()


@pytest.fixture
def place(home: Path, qtbot: QtBot) -> Iterator[Taking]:
    made = Taking(home, qtbot)
    yield made
    made.close()


def raster(folder: Path) -> Path:
    """What a neighbour's desk exports of the sample."""
    from data.documents.flood_rasters import write_geotiff
    from data.documents.flood_sheet import FloodSheet

    flood = sample_flood()
    rasters = {which.value: flood.fields[which] for which in (Field.DEPTH, Field.ARRIVAL)}
    return write_geotiff(
        FloodSheet("邻镇 8,000", flood.nature, flood.lattice, rasters, 8000.0, "run"), folder / "neighbour.tif"
    )


def shapes(folder: Path, depth: str = "1.5") -> Path:
    ring = [list(at(row, col)) for row, col in ((0, 0), (0, 10), (6, 10), (6, 0), (0, 0))]
    feature = {
        "type": "Feature",
        "properties": {"村": "申庄村", "水深": depth},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    path = folder / "outline.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), "utf-8")
    return path


def test_a_neighbours_map_is_filled_in_by_itself_and_stands_as_scenario_b(place: Taking, tmp_path: Path):
    place.name(raster(tmp_path))
    sheet = place.sheet
    assert (sheet.crs.currentText(), sheet.datum.currentText()) == ("EPSG:4547", "大沽(待核)")
    assert sheet.title.text() == "邻镇 8,000"
    assert sheet.flow.value() == 8000
    assert "示意地形·非实测" in sheet.source.text()  # the neighbour's mark is not washed off
    place.take(sheet.source.text())
    assert "已导入“邻镇 8,000”" in sheet.told.text()
    assert "疑似无值" not in sheet.told.text()  # each band of our own files says itself what it does not know
    place.settle()
    one = place.at_work.scenarios[Slot.B]
    assert one is not None
    assert one.wanted.source is Source.IMPORTED
    assert one.flood.nature.origin is Origin.IMPORTED
    assert "示意地形·非实测" in one.flood.nature.source
    assert one.flood.field(Field.ARRIVAL) is not None
    place.qtbot.waitUntil(lambda: len(place.offered()) == 1)
    assert place.offered()[0].startswith("邻镇 8,000")
    assert len(list((place.desk.home / "imported").iterdir())) == 1


def test_shapes_are_taken_by_the_column_that_holds_depths(place: Taking, tmp_path: Path):
    place.name(shapes(tmp_path))
    assert place.sheet.depth_column.currentText() == "水深"
    place.take()
    place.settle()
    one = place.at_work.scenarios[Slot.B]
    assert one is not None
    depth = one.flood.field(Field.DEPTH)
    assert depth is not None
    assert depth[depth > 0].max() == 1.5


def test_what_is_wrong_is_said_in_the_sheet_and_the_draft_stays(place: Taking, tmp_path: Path):
    place.name(shapes(tmp_path, depth="很深"))
    place.take("图集")
    assert place.sheet.told.text() == "outline.geojson：水深不是数字"
    assert place.sheet.source.text() == "图集"
    place.sheet.path.setText(str(tmp_path / "none.tif"))
    place.sheet.path.editingFinished.emit()
    place.qtbot.waitUntil(lambda: place.sheet.told.text() == "none.tif：没有这个文件")
    assert not (place.desk.home / "imported").exists()


def test_two_maps_are_listed_and_the_one_shown_is_the_one_removed(place: Taking, tmp_path: Path):
    place.desk.twin.library.library = SampleLibrary()  # type: ignore[assignment]
    place.name(raster(tmp_path))
    place.take()
    place.settle()
    place.qtbot.waitUntil(lambda: len(place.offered()) == 1)
    first = place.at_work.scenarios[Slot.B]
    assert first is not None
    place.name(shapes(tmp_path))
    place.take()
    place.qtbot.waitUntil(lambda: len(place.offered()) == 2)
    place.page.want(Slot.B, first.wanted)
    place.settle()
    choice = place.page.body.left.choices[Slot.B]
    assert choice._maps.key() == first.wanted.id
    choice._drop.click()
    place.qtbot.waitUntil(lambda: len(place.offered()) == 1, timeout=20_000)
    place.settle()
    assert place.at_work.scenarios[Slot.B] is None
    assert choice.chosen() is None
    assert not place.offered()[0].startswith("邻镇")


def test_a_map_removed_from_scenario_a_gives_way_to_the_live_river(place: Taking, tmp_path: Path):
    place.desk.twin.library.library = SampleLibrary()  # type: ignore[assignment]
    place.name(raster(tmp_path))
    place.take()
    place.settle()
    one = place.at_work.scenarios[Slot.B]
    assert one is not None
    place.page.want(Slot.A, one.wanted)
    place.settle()
    place.page.import_dropped.emit(one.wanted.id)
    place.settle()
    a = place.at_work.scenarios[Slot.A]
    assert a is not None
    assert a.wanted == Wanted(Source.LIVE)


def test_maps_kept_are_there_at_the_next_start_and_torn_ones_are_told_once(place: Taking, tmp_path: Path):
    place.name(raster(tmp_path))
    place.take()
    place.settle()
    torn = place.desk.home / "imported" / ("0" * 64)
    torn.mkdir()
    said = len(place.desk.said)
    place.taking.list()
    place.taking.list()
    place.qtbot.waitUntil(lambda: len(place.desk.said) > said)
    place.desk.background.run(lambda: None, lambda _: None, print)
    assert [text for text in place.desk.said[said:] if "损坏" in text] == [
        "1 份外来成果在本机的存件已损坏，请重新导入：00000000"
    ]
    assert len(place.offered()) == 1


def test_a_desk_without_a_place_for_maps_refuses_in_words(place: Taking, tmp_path: Path):
    path = raster(tmp_path)
    place.desk.twin.imported = Path()
    place.taking.list()
    place.name(path)
    place.take()
    assert "无法核对" in place.sheet.told.text()
