"""文件: what the sheet asks for, and what it lets leave; the list of what was issued and what a check found."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtTest import QAbstractItemModelTester

from data.documents.papers.numbers import next_number
from data.model.office import Paper, PaperKind
from data.model.office_steps import PaperIssued
from data.model.situation import Situation, Touched
from data.model.steps import Realm
from tests import township
from tests.views.small_room import look
from views.pane import Selection
from views.paper_list import PaperList
from views.paper_sheet import PaperSheet
from views.paper_wish import IssuedShown, PaperShown, PaperWish

NOON = township.NOON


def paper(number: int, kind: PaperKind = PaperKind.FLASH, name: str = "快报") -> Paper:
    said = f"花防指〔{NOON.year}〕{name} {number} 号"
    return Paper(f"P{number}", kind, said, "汛情快报", f"{number:064d}", f"{number + 1:064d}", 5, NOON, "U1")


@pytest.fixture
def now() -> Situation:
    return township.after(township.situation(), PaperIssued(paper(2)))


@pytest.fixture
def pdf(tmp_path: Any, qapp: object) -> bytes:
    writer = QPdfWriter(str(tmp_path / "two.pdf"))
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter(writer)
    writer.newPage()
    painter.end()
    return (tmp_path / "two.pdf").read_bytes()


@pytest.fixture
def sheet(qtbot: Any, now: Situation) -> PaperSheet:
    made = PaperSheet(look())
    qtbot.addWidget(made)
    made.resize(1300, 680)
    made.show_time(NOON)
    made.show_situation(now, Touched.everything())
    made.open()
    return made


def asked(sheet: PaperSheet) -> list[PaperWish]:
    wishes: list[PaperWish] = []
    sheet.make_requested.connect(wishes.append)
    return wishes


def test_the_next_free_number_is_proposed_per_kind_and_a_drill_counts_by_itself(now: Situation) -> None:
    assert next_number(now, PaperKind.FLASH, NOON) == f"花防指〔{NOON.year}〕快报 3 号"
    assert next_number(now, PaperKind.PRESS, NOON) == f"花防指〔{NOON.year}〕新闻 1 号"
    assert next_number(now, PaperKind.FLASH, NOON + timedelta(days=400)).endswith("快报 1 号")
    assert next_number(replace(now, realm=Realm.DRILL), PaperKind.FLASH, NOON).startswith("花防指演〔")


def test_one_click_on_a_kind_has_it_made(sheet: PaperSheet) -> None:
    wishes = asked(sheet)
    sheet.form.kind.setCurrentRow(list(PaperKind).index(PaperKind.FLASH))
    sheet.form.kind.clicked_on.emit()
    assert [(one.kind, one.number) for one in wishes] == [(PaperKind.FLASH, f"花防指〔{NOON.year}〕快报 3 号")]
    assert not sheet.form.make.isEnabled()  # while it is made


def test_what_there_is_none_of_cannot_be_made_and_says_why(sheet: PaperSheet) -> None:
    wishes = asked(sheet)
    sheet.open_for(PaperKind.MINUTES)
    assert not wishes
    assert not sheet.form.make.isEnabled()
    assert "会商" in sheet.form.note.text()


def test_the_river_bulletin_covers_the_day_to_eight(sheet: PaperSheet) -> None:
    wishes = asked(sheet)
    sheet.open_for(PaperKind.RIVER_DAILY)
    span = wishes[0].span
    assert span is not None
    assert span[1] - span[0] == timedelta(days=1)
    assert span[1].hour == 8


def test_what_was_made_can_leave_until_the_form_is_changed(sheet: PaperSheet, pdf: bytes) -> None:
    wishes, issued = asked(sheet), []
    sheet.issue_requested.connect(issued.append)
    sheet.open_for(PaperKind.FLASH)
    assert not sheet.issue.isEnabled()
    sheet.show_made(PaperShown(wishes[0], "汛情快报", 5, pdf, 1.2))
    assert sheet.paper.pages == 2
    assert all(part.isEnabled() for part in (sheet.word, sheet.pdf, sheet.printer, sheet.issue))
    assert "3 号" in sheet.issue.text()
    sheet.form.number.setText("花防指〔2020〕快报 9 号")
    sheet.form.number.textEdited.emit("")
    assert not any(part.isEnabled() for part in (sheet.word, sheet.pdf, sheet.printer, sheet.issue))
    sheet.make()
    sheet.show_made(PaperShown(wishes[-1], "汛情快报", 5, pdf))
    sheet.issue.click()
    assert [one.wish.number for one in issued] == ["花防指〔2020〕快报 9 号"]


def test_a_number_that_was_used_is_not_issued_again(sheet: PaperSheet, pdf: bytes) -> None:
    wishes = asked(sheet)
    sheet.open_for(PaperKind.FLASH)
    sheet.form.number.setText(paper(2).number)
    sheet.form.number.textEdited.emit("")
    sheet.show_fault("")  # the first was given up
    sheet.make()
    sheet.show_made(PaperShown(wishes[-1], "汛情快报", 5, pdf))
    assert sheet.pdf.isEnabled()
    assert not sheet.issue.isEnabled()
    assert "已用" in sheet.issue.toolTip()


def test_what_was_issued_is_shown_locked_with_its_hashes(sheet: PaperSheet, pdf: bytes) -> None:
    one = paper(2)
    sheet.show_issued(IssuedShown(one.id, one.title, one.number, "12:00", "值班长", "a" * 64, "b" * 64, 5, pdf))
    assert not sheet.issue.isVisible()
    assert sheet.word.isEnabled()
    assert "a" * 12 in sheet.state.text()
    assert "锁定" in sheet.state.text()


def test_a_fault_is_told_and_the_sheet_can_be_asked_again(sheet: PaperSheet) -> None:
    sheet.open_for(PaperKind.FLASH)
    sheet.show_fault("磁盘已满")
    assert "磁盘已满" in sheet.state.text()
    assert sheet.form.make.isEnabled()


def test_the_list_tells_what_was_altered_in_words(qtbot: Any, now: Situation) -> None:
    pane = PaperList(look())
    qtbot.addWidget(pane)
    QAbstractItemModelTester(pane.model)
    pane.resize(1200, 500)
    pane.show()
    pane.show_situation(township.after(now, PaperIssued(paper(3))), Touched.everything())
    checked: list[tuple[str, ...]] = []
    pane.check_requested.connect(checked.append)
    pane.check.click()
    assert set(checked[0]) == {"P2", "P3"}
    pane.show_checked({"P2": "corrupt", "P3": ""})
    shown = {row.id: row.trouble for row in pane.model.rows()}
    assert shown == {"P2": "corrupt", "P3": ""}
    assert "不符" in pane.verdict.text()
    opened: list[str] = []
    pane.open_requested.connect(opened.append)
    pane.show_selection(Selection("paper", "P2"))
    pane.open.click()
    assert opened == ["P2"]
