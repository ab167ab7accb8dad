"""Documents at a desk, on a store that is really there: made, issued, kept under their hash, found out when altered."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from docx import Document
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from data.model.office import PaperKind
from data.model.river import HUAYUANKOU, Reading
from data.model.situation import Situation, Touched
from data.model.steps import ReadingTaken, Realm
from data.store.store import Store
from desktop import paper_make
from desktop.background import Background
from desktop.clock import DeskClock
from desktop.keeping import Keeping
from desktop.paper_desk import PaperDesk
from desktop.room import Room
from tests import township
from tests.views.small_room import look
from views.paper_wish import PaperWish

NOON = township.NOON


class Place(QObject):
    """What documents need of a desk."""

    def __init__(self, home: Path) -> None:
        super().__init__()
        self.home, self.theme, self.window = home, look(), QWidget()
        self.map = SimpleNamespace(map=QWidget())
        self.background = Background()
        store = Store.open(home / "anlan.sqlite", files=home / "files")
        self.keeping = Keeping(store, self.background)
        self.clock = DeskClock(NOON, 0)
        self.room = Room(store.load(), self.keeping.keep, self.clock.now)
        self.showing = SimpleNamespace(held=None, selection=None)
        self.headquarters = SimpleNamespace(drill=SimpleNamespace(scenario=None))
        telemetry, alarms = SimpleNamespace(board=None), SimpleNamespace(bounds=None)
        self.river_desk = SimpleNamespace(telemetry=telemetry, alarms=alarms)
        reading = Reading(HUAYUANKOU, NOON, 4_650, 90.61, "大沽", "t")
        assert self.room.do(ReadingTaken(reading), "system")
        self.papers = PaperDesk(self)  # type: ignore[arg-type]
        self.papers.wire()
        self.room.changed.connect(self.papers.sheet.show_situation)
        self.papers.sheet.resize(1200, 700)
        self.papers.sheet.show_time(NOON)
        self.papers.sheet.show_situation(self.room.situation, Touched.everything())
        self.page = self.papers.make_page()
        self.page.show_situation(self.room.situation, Touched.everything())
        self.said: list[str] = []
        self.window.show_message = self.said.append  # type: ignore[attr-defined]

    def on_fault(self, error: BaseException) -> None:
        raise error

    def close(self) -> None:
        self.clock.stop()
        self.keeping.close()
        self.background.close()
        for widget in (self.papers.sheet, self.page, self.window, self.map.map):
            widget.close()
            widget.deleteLater()


@pytest.fixture
def place(tmp_path: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    monkeypatch.setattr(paper_make, "Drawn", lambda _: {})  # pictures have tests of their own, and take a second
    made = Place(tmp_path)
    yield made
    made.close()


def test_a_flash_report_is_made_issued_and_found_out_when_somebody_alters_it(place: Place, qtbot: Any) -> None:
    sheet = place.papers.sheet
    place.papers.open_for(PaperKind.FLASH)
    qtbot.waitUntil(lambda: sheet.shown is not None, timeout=20_000)
    assert sheet.paper.pages >= 1
    sheet.issue.click()
    qtbot.waitUntil(lambda: sheet.issued is not None, timeout=20_000)
    paper = next(iter(place.room.situation.papers.values()))
    assert paper.number == f"花防指〔{NOON.year}〕快报 1 号"
    assert place.keeping.flush()
    store = place.keeping.store
    for digest in (paper.digest, paper.pdf):
        store.check_file(digest)
    kept = store.file_path(paper.digest)
    assert kept is not None
    words = "".join(one.text for one in Document(io.BytesIO(kept.read_bytes())).paragraphs)
    assert paper.number in words
    assert "4,650" in words

    place.page.show_situation(place.room.situation, Touched.everything())
    place.page.check.click()
    qtbot.waitUntil(lambda: "全部与签发时一致" in place.page.verdict.text())
    pdf = store.file_path(paper.pdf)
    assert pdf is not None
    pdf.write_bytes(pdf.read_bytes().replace(b"Anlan", b"Alter"))
    place.page.check.click()
    qtbot.waitUntil(lambda: "不符" in place.page.verdict.text())
    place.papers.open_paper(paper.id)
    qtbot.waitUntil(lambda: "已被改动" in sheet.state.text())  # what was altered is told, not shown as issued


def test_a_template_that_is_no_word_file_is_told_and_not_kept(place: Place, qtbot: Any, tmp_path: Path) -> None:
    wrong = tmp_path / "模板.docx"
    wrong.write_text("not a document")
    sheet = place.papers.sheet
    sheet.template_requested.emit(str(wrong))
    qtbot.waitUntil(lambda: "模板" in sheet.state.text(), timeout=5_000)
    assert not place.papers.folder.exists()


def test_what_was_known_is_the_same_whether_folded_on_or_read(place: Place) -> None:
    for minute in range(1, 6):
        at = NOON + timedelta(minutes=minute)
        assert place.room.do(ReadingTaken(Reading(HUAYUANKOU, at, 4_650 + minute, 90.6, "大沽", "t")), "system")
    assert place.keeping.flush()
    store = place.keeping.store
    lines = [(line.seq, line.step) for line in store.steps()]
    asked: list[int] = []

    def read(seq: int) -> Situation:
        asked.append(seq)
        return store.situation_at(seq)

    known = paper_make.knowing(read, lines)
    wanted = [seq for seq, _ in lines][1:]
    assert [known(seq) for seq in wanted] == [store.situation_at(seq) for seq in wanted]
    assert asked == wanted[:1]  # the others were folded on
    assert known(wanted[0]) == store.situation_at(wanted[0])  # back again: read anew


def test_a_document_of_the_past_is_marked_and_one_of_a_drill_stays_a_drill_s(place: Place) -> None:
    wish = PaperWish(PaperKind.FLASH)
    live = place.room.situation
    assert place.papers.order(wish)[0].material.now.realm is Realm.LIVE
    then = {"situation": replace(live, realm=Realm.REPLAY), "time": NOON}
    place.showing = SimpleNamespace(held=object(), selection=None, **then)
    assert place.papers.order(wish)[0].material.now.realm is Realm.REPLAY
    place.room.situation = replace(live, realm=Realm.DRILL)
    assert place.papers.order(wish)[0].material.now.realm is Realm.DRILL
