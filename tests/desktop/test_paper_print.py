"""A sheet as pages: what a reader of the PDF finds in it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtPdf import QPdfDocument

from data.documents.papers.sheet import Heading, Para, Picture, Run, Sheet, Signatures, Table
from data.model.office import PaperKind
from desktop.paper_pieces import Piece, Row, paged
from desktop.paper_print import printed


@contextmanager
def opened(pdf: bytes) -> Iterator[QPdfDocument]:
    """Open pages as a reading program would."""
    buffer = QBuffer()
    buffer.setData(pdf)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument(None)
    document.load(buffer)
    try:
        yield document
    finally:
        document.close()


def said(document: QPdfDocument, page: int) -> str:
    return re.sub("[\\s\u2060]", "", document.getAllText(page).text())


@pytest.fixture
def sheet() -> Sheet:
    png = io.BytesIO()
    Image.new("RGB", (120, 60), "#336699").save(png, "PNG")
    rows = tuple((Run(f"{n:02d}:00"), Run(f"第 {n} 件事：堤防巡查一切正常，无险情")) for n in range(60))
    blocks = (
        Heading("一、水情"),
        Para((Run("花园口流量 4,650 m³/s。", (75,)), Run("待命。", bold=True))),
        Picture(png.getvalue(), "花园口流量过程", 0.5),
        Table(("时间", "事项"), rows, (0.2, 0.8), "值班记录"),
        Signatures((("值班长", ""),)),
    )
    return Sheet(
        PaperKind.FLASH, "汛情快报", "花防指〔2020〕快报3号", "花园口镇防汛指挥部",
        datetime(2020, 6, 26, 5, tzinfo=UTC), 198, (("时间", "2020年6月26日13时"),), blocks, "【演练】", "区防汛办",
    )  # fmt: skip


def test_the_pages_say_mark_title_number_and_proof(qapp: object, sheet: Sheet) -> None:
    with opened(printed(sheet, "ab12" * 16)) as document:
        assert document.pageCount() > 1
        first, last = said(document, 0), said(document, document.pageCount() - 1)
        for words in (
            "【演练】",
            "汛情快报",
            "花防指〔2020〕快报3号",
            "花园口流量4,650m³/s。〔75〕",
            "198",
            "ab12" * 4,
        ):
            assert words in first
        assert "【演练】" in last
        assert "抄送：区防汛办" in last
        assert "【演练】汛情快报" in document.metaData(QPdfDocument.MetaDataField.Title)


def test_the_head_of_a_table_stands_on_each_of_its_pages(qapp: object, sheet: Sheet) -> None:
    with opened(printed(sheet)) as document:
        pages = [said(document, number) for number in range(document.pageCount())]
    holding = [page for page in pages if "堤防巡查一切正常" in page]
    assert len(holding) > 1
    assert all("事项" in page for page in holding)
    assert sum(page.count("第59件事") for page in pages) == 1


def test_the_same_sheet_gives_the_same_bytes(qapp: object, sheet: Sheet) -> None:
    first = printed(sheet)
    assert printed(sheet) == first
    assert printed(replace(sheet, seq=199)) != first


def test_a_row_higher_than_a_page_is_parted(qapp: object, sheet: Sheet) -> None:
    long = replace(sheet, blocks=(Table(("事项",), ((Run("险工水位观测正常。" * 900),),)),))
    with opened(printed(long)) as document:
        assert document.pageCount() > 2


def test_what_is_kept_goes_over_with_what_follows() -> None:
    heading, line = Piece(10, keep=True), Piece(30)
    pages = paged([Piece(70), heading, line], 100)
    assert [placed.piece for placed in pages[1]] == [heading, line]


def test_a_row_that_begins_a_page_stands_under_its_head() -> None:
    head = Row(10)
    rows = [Row(40, again=head) for _ in range(3)]
    pages = paged([head, *rows], 100)
    assert [placed.piece for placed in pages[1]] == [head, rows[2]]
    assert pages[1][1].top == 10
