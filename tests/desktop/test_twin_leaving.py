"""What leaves the 推演 page: files of one scenario, of both, of their difference; marked, and names masked."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from data.documents.flood_sheet import LeaveCode, LeaveRefused
from data.model.river import HUAYUANKOU, Reading
from data.model.steps import ReadingTaken
from data.rules.rights import SYSTEM
from desktop.flood_sheets import Ask, leaves
from desktop.twin_leaving import TwinLeaving, headings, refused_words
from desktop.twin_page import TwinPage
from tests.desktop.twin_world import SampleLibrary, SmallDesk
from tests.township import NOON
from views.twin import TwinWorkspace
from views.twin_wanted import Drawn, Export, Picture, Sides, Slot, Source, Wanted

MARK = "示意地形·非实测"


class Leaving:
    """A page at work with its exports."""

    def __init__(self, home: Path, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.desk = SmallDesk(home)
        self.desk.reckoning.start()
        self.desk.twin.library.library = SampleLibrary()  # type: ignore[assignment]
        qtbot.waitUntil(lambda: not self.desk.reckoning.busy, timeout=20_000)
        self.page: TwinWorkspace = self.desk.page()
        self.at_work = TwinPage(self.desk, self.page, self.desk.twin.runs)  # type: ignore[arg-type]
        self.leaving = TwinLeaving(self.desk, self.page, self.at_work)  # type: ignore[arg-type]
        self.desk.add_pane(self.page)
        self.desk.host.show()
        self.page.show()
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.at_work.busy, timeout=20_000)

    def want(self, slot: Slot, flow: float) -> None:
        self.page.want(slot, Wanted(Source.FLOW, flow))
        self.settle()

    def look(self, picture: Picture) -> None:
        self.page.body.picture.set_picture(picture)
        self.page.picture_requested.emit(picture)
        self.settle()

    def out(self, kind: Export) -> list[Path]:
        before, said = set(self.files()), len(self.desk.said)
        self.page.export_requested.emit(kind)
        self.qtbot.waitUntil(lambda: len(self.desk.said) > said, timeout=20_000)
        return sorted(set(self.files()) - before)

    def files(self) -> list[Path]:
        folder = self.desk.home / "exports"
        return list(folder.iterdir()) if folder.is_dir() else []

    def close(self) -> None:
        self.at_work.close()
        self.desk.close()


@pytest.fixture
def place(home: Path, qtbot: QtBot) -> Iterator[Leaving]:
    made = Leaving(home, qtbot)
    yield made
    made.close()


def bands(path: Path) -> tuple[list[str], dict[str, str]]:
    import rasterio

    with warnings.catch_warnings(), rasterio.open(path) as source:
        warnings.simplefilter("ignore")
        return list(source.descriptions), dict(source.tags())


def cells(path: Path) -> list[list[Any]]:
    from openpyxl import load_workbook

    book = load_workbook(path)
    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    about = [[cell.value for cell in row] for row in book.worksheets[1].iter_rows()]
    book.close()
    return [*rows, ["|"], *about]


def test_without_a_scenario_nothing_is_written_and_it_is_said(place: Leaving):
    place.page.scenario_requested.emit(Slot.A, None)
    place.settle()
    assert place.out(Export.GEOTIFF) == []
    assert place.desk.said[-1] == "图上还没有方案，没有可导出的内容"


def test_a_geotiff_holds_all_that_is_known_and_says_what_it_is(place: Leaving):
    place.want(Slot.A, 8000.0)
    (path,) = place.out(Export.GEOTIFF)
    assert path.name == f"淹没-8000_{MARK}-20200624-120000.tif"
    assert place.desk.said[-1] == f"已导出 {path}"
    names, told = bands(path)
    assert names == ["depth", "stage", "speed", "hazard", "arrival", "duration"]
    assert (told["ORIGIN"], told["MARK"], told["OFFICIAL"]) == ("idealised", MARK, "no")
    assert (told["FLOW_M3S"], told["HOW"], told["TRUST_M"]) == ("8000", "blended", "0.020")
    assert told["SOLVER"].startswith("anlan")
    assert told["SCENARIO"] == "flow"
    assert "Fr<0.5" in told["LIMITS"]


def test_at_a_moment_its_depths_go_along_and_are_what_the_shapes_tell(place: Leaving):
    place.want(Slot.A, 8000.0)
    place.page.moment_requested.emit(3)
    place.settle()
    (path,) = place.out(Export.GEOTIFF)
    names, told = bands(path)
    assert names[-1] == "moment"
    assert told["MOMENT"] > told["HOURS_FROM"]
    (shapes,) = place.out(Export.GEOJSON)
    whole = json.loads(shapes.read_text("utf-8"))
    assert {one["properties"]["band"] for one in whole["features"]} == {"moment"}
    assert whole["metadata"]["MARK"] == MARK


def test_side_by_side_both_leave_and_of_a_difference_only_that(place: Leaving):
    place.want(Slot.A, 6000.0)
    place.want(Slot.B, 9000.0)
    place.look(Picture(Drawn.DEPTH, Sides.BOTH))
    assert [path.name.split("_")[0] for path in place.out(Export.GEOTIFF)] == ["淹没-6000", "淹没-9000"]
    place.look(Picture(Drawn.DEPTH, Sides.DIFFERENCE))
    (path,) = [one for one in place.out(Export.GEOTIFF) if "−" in one.name]
    names, told = bands(path)
    assert names == ["difference"]
    assert (told["FLOW_M3S_A"], told["FLOW_M3S_B"], told["MARK"]) == ("6000", "9000", MARK)
    (shapes,) = place.out(Export.GEOJSON)
    classes = [one["properties"]["from"] for one in json.loads(shapes.read_text("utf-8"))["features"]]
    assert classes == sorted(classes)
    assert max(classes) >= 0.3


def test_the_list_of_people_leaves_masked_in_the_order_of_the_clock(place: Leaving):
    place.want(Slot.A, 8000.0)
    (path,) = place.out(Export.XLSX)
    assert path.name.startswith("受影响对象-8000")
    rows = cells(path)
    assert MARK in rows[0][0]
    assert tuple(rows[1]) == headings()
    body = rows[2 : rows.index(["|"])]
    assert [row[1] for row in body] == [row.id for row in place.page.body.side.rows(Slot.A)]
    assert {"G1", "H1", "P1"} <= {row[1] for row in body}
    assert not any("测" in str(cell) for row in body for cell in row)  # nobody's whole name
    about = dict(rows[rows.index(["|"]) + 1 :])  # type: ignore[arg-type]
    assert about["洪峰流量 m³/s"] == "8000"


def test_of_a_difference_the_list_names_what_is_added(place: Leaving):
    quiet = Reading(HUAYUANKOU, NOON + timedelta(minutes=2), 2100.0, None, "", "测试")
    place.desk.room.do(ReadingTaken(quiet), SYSTEM)  # what is wet now would count in both
    place.want(Slot.A, 2200.0)  # below what the registers state for the bench
    place.want(Slot.B, 9000.0)
    place.look(Picture(Drawn.DEPTH, Sides.DIFFERENCE))
    (path,) = place.out(Export.XLSX)
    assert path.name.startswith("新增受影响对象")
    body = cells(path)
    added = {row[1] for row in body[2 : body.index(["|"])]}
    assert {"G1", "H1"} <= added
    before = {row.id for row in place.page.body.side.rows(Slot.A)}
    assert not added & before


def test_a_picture_carries_its_nature_and_its_origin(place: Leaving, qtbot: QtBot):
    from PySide6.QtGui import QImage

    place.want(Slot.A, 6000.0)
    place.want(Slot.B, 9000.0)
    place.look(Picture(Drawn.DEPTH, Sides.BOTH))
    (path,) = place.out(Export.PNG)
    assert path.name.startswith("淹没-6000-9000")
    assert MARK in path.name
    image = QImage(str(path))
    assert image.width() > image.height() > 0
    assert (image.text("FLOW_M3S"), image.text("FLOW_M3S_B"), image.text("MARK")) == ("6000", "9000", MARK)


def test_a_folder_that_cannot_be_written_is_told(place: Leaving):
    place.want(Slot.A, 8000.0)
    (place.desk.home / "exports").write_text("in the way")
    place.page.export_requested.emit(Export.GEOTIFF)
    place.qtbot.waitUntil(lambda: bool(place.desk.said) and "写不进去" in place.desk.said[-1])
    assert "没有留下半截文件" in place.desk.said[-1]


@pytest.mark.parametrize("code", list(LeaveCode))
def test_every_refusal_has_words(qapp: object, code: LeaveCode):
    assert refused_words(LeaveRefused(code, "a", "b"))


def test_a_difference_needs_both(qapp: object):
    ask = Ask({Slot.A: None, Slot.B: None}, Picture(Drawn.DEPTH, Sides.DIFFERENCE), 0, {}, NOON)
    assert leaves(ask) == ()
