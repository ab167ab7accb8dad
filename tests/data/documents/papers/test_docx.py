"""Word documents: hostile text never breaks one, the same sheet gives the same bytes, an office's template is kept."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from docx import Document
from hypothesis import example, given, settings
from hypothesis import strategies as st

from data.documents.papers.docx import TEMPLATE, write
from data.documents.papers.faults import PaperFault
from data.documents.papers.html import page
from data.documents.papers.sheet import Heading, Para, Run, Sheet, Signatures, Table
from data.model.office import PaperKind

AT = datetime(2020, 6, 26, 4, 0, tzinfo=UTC)
PLAIN = Sheet(PaperKind.FLASH, "汛情快报", "花防指〔2020〕快报 3 号", "花园口镇防汛指挥部", AT, 12, (("时间", "今天"),),
              (Para((Run("流量 4,650 m³/s", (7,)),)),))  # fmt: skip
HOSTILE = st.text(st.characters(codec=None), max_size=40) | st.sampled_from(
    [
        "\x00\x0b\x1f\ufffe\ud800",
        "&<>\"']]>",
        "\u202egnp.exe\u2066",
        "👨\u200d👩\u200d👧 \U0010ffff",
        "{0}{x}%s",
        "a\r\nb\tc\n",
    ]
)


@settings(max_examples=8)
@given(HOSTILE, HOSTILE)
@example("汛" * 10_000, "\x00")
def test_no_text_breaks_a_document(first, second):
    sheet = replace(
        PLAIN,
        title=first,
        number=second,
        head=((first, second),),
        mark=second,
        copies=first,
        blocks=(
            Heading(first), Para((Run(first, (1,)), Run(second, bold=True))),
            Table((first, second), ((Run(second), Run(first)),), caption=first), Signatures(((first, second),)),
        ),
    )  # fmt: skip
    assert Document(BytesIO(write(sheet, chain=first))).tables
    assert page(sheet).html.count("<table") >= 2


def test_the_same_sheet_gives_the_same_bytes():
    assert write(PLAIN) == write(PLAIN)
    assert write(PLAIN) != write(replace(PLAIN, seq=13))


def test_a_reference_stands_small_after_its_figure_and_a_press_release_shows_none():
    last = Document(BytesIO(write(PLAIN))).paragraphs
    run = next(run for one in last for run in one.runs if run.text == "〔7〕")
    assert run.font.superscript
    public = Document(BytesIO(write(replace(PLAIN, kind=PaperKind.PRESS))))
    assert all("〔7〕" not in one.text for one in public.paragraphs)


def test_the_shipped_template_is_what_its_builder_makes():
    from resources.papers.template_build import template

    with zipfile.ZipFile(TEMPLATE) as shipped, zipfile.ZipFile(BytesIO(template())) as made:
        assert {name: shipped.read(name) for name in shipped.namelist()} == {
            name: made.read(name) for name in made.namelist()
        }


def test_an_office_s_template_keeps_its_header_and_styles_and_loses_its_text(tmp_path):
    own = Document()
    own.add_paragraph("样例正文")
    own.sections[0].header.paragraphs[0].text = "某镇防汛办"
    own.sections[0].different_first_page_header_footer = True
    own.styles["Normal"].font.name = "Courier New"
    path = tmp_path / "own.docx"
    own.save(str(path))
    made = Document(BytesIO(write(replace(PLAIN, mark="【演练】"), path)))
    assert all("样例正文" not in one.text for one in made.paragraphs)
    assert [one.text for one in made.sections[0].header.paragraphs] == ["某镇防汛办", "【演练】"]
    assert made.sections[0].first_page_header.paragraphs[0].text == "【演练】"
    assert made.styles["Normal"].font.name == "Courier New"


@pytest.mark.parametrize(("content", "code"), [(None, "template_missing"), (b"PK\x03\x04", "template_unreadable"),
                                               (b"", "template_unreadable"), ("zip", "template_unreadable"),
                                               ("xlsx", "template_not_word")])  # fmt: skip
def test_a_broken_template_is_told_by_a_code(tmp_path, content, code):
    path = tmp_path / "own.docx"
    if content == "zip":
        with zipfile.ZipFile(path, "w") as packed:
            packed.writestr("a", "b")
    elif content == "xlsx":
        from openpyxl import Workbook

        Workbook().save(path)
    elif content is not None:
        path.write_bytes(content)
    with pytest.raises(PaperFault) as told:
        write(PLAIN, path)
    assert told.value.code == code


def test_a_template_that_reaches_out_is_refused(tmp_path):
    own = Document()
    own.part.rels.get_or_add_ext_rel(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", "http://x/"
    )
    path = tmp_path / "own.docx"
    own.save(str(path))
    with pytest.raises(PaperFault) as told:
        write(PLAIN, path)
    assert told.value.code == "template_reaches_out"
