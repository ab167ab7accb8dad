"""The office of drills: scenarios of the house, a drill made and started in a process of its own, one that was left."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from data.model.situation import Situation, Touched
from data.store.errors import StoreTrouble
from data.store.lock import StoreLock
from desktop import drill_home
from desktop import theme as look
from desktop.background import Background
from desktop.drill_office import DrillOffice
from desktop.drill_past import assess
from desktop.first_run import demo_situation
from desktop.keeping import STORE_FILE
from desktop.settings import Settings
from views.pane import Pane

FILE = Path(__file__).parent / "small_drill.toml"
TEXT = FILE.read_text("utf-8")


class Room:
    """What the desk knows."""

    def __init__(self, situation: Situation) -> None:
        self.situation = situation


class Window:
    """Hears what the desk would say at its foot."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def show_message(self, text: str) -> None:
        self.said.append(text)

    def close(self) -> None:
        self.said.append("closed")


class Headquarters:
    """Exercise control is elsewhere."""

    drill = type("Drill", (), {"bring_up": staticmethod(lambda: None)})


class Place(QObject):
    """What the office needs of a desk; processes are noted, not started."""

    def __init__(self, home: Path, now: Situation) -> None:
        super().__init__()
        self.home, self.settings, self.theme = home, Settings(), look.load("dark").theme
        self.window, self.headquarters, self.background = Window(), Headquarters(), Background()
        self.room = Room(now)
        self.started: list[tuple[list[str], Path]] = []
        self.starts = True
        self.office = DrillOffice(self, self._start)  # type: ignore[arg-type]

    def _start(self, command: Sequence[str], folder: Path) -> bool:
        self.started.append((list(command), folder))
        return self.starts

    def add_pane(self, pane: Pane) -> None:
        pane.show_time(self.room.situation.at)
        pane.show_situation(self.room.situation, Touched.everything())

    @property
    def page(self) -> Any:
        return self.office.page


@pytest.fixture(scope="module")
def live() -> Situation:
    return demo_situation()


@pytest.fixture
def place(qtbot: QtBot, tmp_path: Path, live: Situation) -> Iterator[Place]:
    made = Place(tmp_path, live)
    folder = tmp_path / "scenarios"
    folder.mkdir()
    (folder / "mini.toml").write_text(TEXT, "utf-8")
    (folder / "2020-06.toml").write_text(TEXT.replace("小演练", "本台改的"), "utf-8")
    (folder / "broken.toml").write_text("format = [", "utf-8")
    page = made.office.build()
    page.show()
    qtbot.addWidget(page)
    yield made
    made.office.close()
    made.background.close()


def begun(place: Place, qtbot: QtBot) -> Path:
    place.page.begin_requested.emit("mini")
    qtbot.waitUntil(lambda: bool(place.started))
    return place.started[0][1]


def test_scenarios_of_the_house_stand_before_shipped_ones_and_broken_ones_are_counted(place: Place) -> None:
    rows = {row.id: row for row in place.page.model.rows()}
    assert set(rows) == {"1958-shape", "2020-06", "2021-autumn", "mini", "broken"}
    assert (rows["2020-06"].title, rows["2020-06"].where) == ("本台改的", "本台")
    assert rows["1958-shape"].where == "随程序"
    assert rows["broken"].faults == 1
    assert {row.faults for name, row in rows.items() if name != "broken"} == {0}


def test_a_text_is_checked_as_it_is_typed_and_saved_beside_the_shipped_one(place: Place, tmp_path: Path) -> None:
    page = place.page
    page.table.choose(["1958-shape"], tell=True)
    shipped = page.editor.toPlainText()
    page.text_changed.emit(shipped.replace("40105150", "nowhere", 1))
    assert "nowhere" in page.findings.toPlainText()
    page.editor.setPlainText(shipped.replace("speed = 600", "speed = 60"))
    page.save.click()
    assert "speed = 60\n" in (tmp_path / "scenarios" / "1958-shape.toml").read_text("utf-8")
    assert {row.id: row for row in page.model.rows()}["1958-shape"].where == "本台"
    assert not list((tmp_path / "scenarios").glob("*.new"))


def test_a_drill_is_prepared_and_started_in_a_process_of_its_own_once(place: Place, qtbot: QtBot) -> None:
    folder = begun(place, qtbot)
    command = place.started[0][0]
    assert command[0] == sys.executable
    assert command[2:] == ["--home", str(place.home), "drill", "open", folder.name]
    (row,) = place.page.past_model.rows()
    assert (row.id, row.state, row.running) == (folder.name, "正在打开…", True), "nobody opens it twice meanwhile"
    assert "实况桌面照常值守" in place.window.said[-1]


def test_a_second_press_starts_no_second_drill_until_the_first_is_there(place: Place, qtbot: QtBot) -> None:
    place.page.table.choose(["mini"], tell=True)
    place.page.begin.click()
    assert not place.page.begin.isEnabled()
    place.page.begin_requested.emit("mini")
    qtbot.waitUntil(lambda: bool(place.started))
    place.office._show_past()
    assert not place.page.begin.isEnabled(), "its process has not reported yet"
    folder = place.started[0][1]
    lock = StoreLock(folder / STORE_FILE)
    try:
        place.office._show_past()
        assert place.page.begin.isEnabled()
    finally:
        lock.release()
    assert len(drill_home.listed(place.home)) == len(place.started) == 1


def test_what_cannot_be_started_or_made_is_said_in_words(place: Place, qtbot: QtBot) -> None:
    place.starts = False
    begun(place, qtbot)
    assert place.window.said[-1] == "演练桌面没有打开"
    (row,) = place.page.past_model.rows()
    assert (row.state, row.running) == ("已离开", False)
    drill_home.note_end(place.started[0][1], place.room.situation.at)
    place.office._show_past()
    assert [one.state for one in place.page.past_model.rows()] == ["已结束"]
    (place.home / "scenarios" / "mini.toml").unlink()
    place.page.begin_requested.emit("mini")
    assert "mini.toml" in place.window.said[-1]
    place.page.begin_requested.emit("broken")
    assert place.window.said[-1].startswith("第 1 行：不合 TOML 写法")


def test_a_disk_that_takes_nothing_is_said_and_no_process_is_started(place: Place, qtbot: QtBot) -> None:
    (place.home / "drills").write_text("in the way", "utf-8")
    place.page.begin_requested.emit("mini")
    qtbot.waitUntil(lambda: any("没有做成" in said for said in place.window.said))
    assert not place.started


def test_a_drill_that_was_left_is_assessed_from_its_own_journal_and_one_that_runs_is_not_opened(
    place: Place, tmp_path: Path, qtbot: QtBot
) -> None:
    place.starts = False
    folder = begun(place, qtbot)
    out = tmp_path / "assessment.docx"
    out.write_bytes(assess(folder, "zh"))
    with zipfile.ZipFile(out) as box:
        assert "小演练" in box.read("word/document.xml").decode()
    lock = StoreLock(folder / STORE_FILE)
    try:
        place.office._show_past()
        (row,) = place.page.past_model.rows()
        assert (row.state, row.running) == ("进行中（另一桌面）", True)
        with pytest.raises(StoreTrouble):
            assess(folder, "zh")
        said = len(place.window.said)
        place.page.paper_requested.emit(folder.name)
        qtbot.waitUntil(lambda: any("没有做成" in one for one in place.window.said[said:]))
    finally:
        lock.release()


def test_a_deleted_drill_is_gone_and_the_live_home_stays(place: Place, qtbot: QtBot) -> None:
    place.starts = False
    folder = begun(place, qtbot)
    (home,) = drill_home.listed(place.home)
    place.office._deleted(replace(home))
    assert not folder.exists()
    assert place.page.past_model.rows() == ()
    assert (place.home / "scenarios" / "mini.toml").exists()
