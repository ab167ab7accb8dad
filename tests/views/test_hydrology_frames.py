"""The frame inspector: every field of pasted frames with its bytes, faults in words, packets put together."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester

from data.feeds.sl651.codes import Coding
from data.feeds.sl651.encode import Group, Sender, picture, report
from tests.views.river_sample import look
from views import hydrology_frame_words
from views.hydrology_frames import FramesPage

NOW = datetime(2020, 6, 29, tzinfo=UTC)
HEX = "7E7E05001122334403E832002B020034170718110016F1F1001122334448F0F017071811002019000040261900004039230001049038"
TIMED = f"{HEX}12109903A421"


@pytest.fixture
def page(qtbot):
    made = FramesPage(look())
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


def put(page, text):
    page.paste.setPlainText(text)
    page.read()


def said(page):
    return {
        hydrology_frame_words.meaning(row.field): (hydrology_frame_words.value(row.field), row.field.unit)
        for row in page.fields.rows()
    }


def test_every_field_of_a_frame_is_named_with_value_and_unit(page):
    put(page, TIMED)
    QAbstractItemModelTester(page.fields, QAbstractItemModelTester.FailureReportingMode.Fatal)
    found = said(page)
    assert found["遥测站地址"][0] == "0011223344"
    assert found["功能码"][0] == "32 遥测站定时报"
    assert found["观测时间"][0] == "2017-07-18 11:00:00"
    assert found["39 瞬时河道水位、潮位"] == ("10.490", "m")
    assert found["校验码"][0] == "A421，相符"
    rows = page.fields.rows()
    assert b"".join(row.raw for row in rows) == bytes.fromhex(TIMED)


def test_spaces_commas_and_0x_are_tolerated_and_a_line_may_hold_several_frames(page):
    spaced = " ".join(TIMED[n : n + 2] for n in range(0, len(TIMED), 2))
    put(page, f"{spaced}\n\n0x{TIMED}, {TIMED}")
    assert [(row.line, row.crc, row.error) for row in page.frames.rows()] == [
        (1, True, ""),
        (3, True, ""),
        (3, True, ""),
    ]


def test_faults_are_told_in_words_and_what_is_there_is_still_named(page):
    put(page, f"{TIMED[:-4]}0000\n{TIMED[:80]}\n7E7E0G\nABC")
    errors = [row.error for row in page.frames.rows()]
    assert errors[0] == "校验码不符，不予采用"
    assert errors[1] == "报文不完整：应有 60 字节，只有 40 字节"
    assert errors[2] == "不是十六进制：“G”"
    assert errors[3] == "十六进制位数是单数"
    assert said(page)["校验码"][0] == "0000，算得 A421，不符"


def test_the_bytes_of_the_chosen_field_are_highlighted_and_a_byte_finds_its_field(page):
    put(page, TIMED)
    place = next(row.id for row in page.fields.rows() if row.field.id == "39")
    page.field_table.choose([place], tell=True)
    marks = page.hex.extraSelections()
    assert "".join(mark.cursor.selectedText() for mark in marks).replace(" ", "") == "392300010490"
    page.hex.picked.emit(11)
    assert page.fields.row(page.field_table.currentIndex().row()).field.start == 11


def test_packets_are_put_together_and_their_picture_is_shown(page):
    sender = Sender("0011223344")
    image = QImage.fromData(b"P6 90 60 255\n" + bytes(n * n % 251 for n in range(90 * 60 * 3)))
    held = QBuffer()
    held.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(held, "JPG", 95)
    jpeg = bytes(held.data())
    frames = picture(sender, 1, NOW, NOW, jpeg)
    assert len(frames) > 1
    put(page, "\n".join(one.hex() for one in frames))
    last = page.frames.rows()[-1]
    assert last.note == f"{len(frames)} 包合并"
    assert last.picture == jpeg
    page.table.choose([last.id], tell=True)
    assert said(page)["F3 图片"][0] == f"{len(jpeg)} 字节"
    assert page.picture_place.isVisible()


def test_the_ascii_coding_is_read_too(page):
    frame = report(Sender("0011223344", coding=Coding.ASCII), 0x32, 7, NOW, [Group(NOW, (("39", 90.88),))])
    put(page, frame.hex())
    found = said(page)
    assert found["流水号"][0] == "7"
    assert found["Z 瞬时河道水位、潮位"] == ("90.880", "m")
    assert found["校验码"][0].endswith("相符")


def test_escape_keeps_what_was_pasted_and_clearing_can_be_undone(page, qtbot):
    put(page, TIMED)
    qtbot.keyClick(page.paste, Qt.Key.Key_Escape)
    assert page.paste.toPlainText() == TIMED
    page.clear.click()
    page.read()
    assert page.frames.rowCount() == 0
    page.paste.undo()
    assert page.paste.toPlainText() == TIMED
