"""Every kind is made from a small flood, opens again, leads to its steps and tells no more of persons than it may."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO

import pytest
from docx import Document

from data.documents.papers.docx import write
from data.documents.papers.faults import PaperFault
from data.documents.papers.html import page
from data.documents.papers.make import KINDS, make
from data.documents.papers.sheet import Material, Sheet, Wish
from data.model.office import PaperKind
from data.model.situation import Situation
from data.model.steps import Realm
from tests.data.documents.papers.material import NOON, SECRET, line, material, orders_at

ABOUT = {
    PaperKind.MINUTES: "B1",
    PaperKind.INCIDENT_FIRST: "I1",
    PaperKind.INCIDENT_LATER: "I1",
    PaperKind.HANDOVER: "H1",
}
SHOWN = [kind for kind in KINDS if kind is not PaperKind.DRILL]


def made(kind: PaperKind, realm: Realm = Realm.LIVE, language: str = "zh") -> Sheet:
    about = orders_at(material(realm)) if kind is PaperKind.ORDERS else ABOUT.get(kind, "")
    return make(Wish(kind, about, language=language, number="花防指〔2020〕3 号", by="U3"), material(realm))


def words(sheet: Sheet) -> str:
    """All that a document opened again by python-docx says."""
    document = Document(BytesIO(write(sheet, chain="ab" * 32)))
    parts = [one.text for one in document.paragraphs]
    parts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    edges = [*document.sections[0].header.paragraphs, *document.sections[0].footer.paragraphs]
    return "\n".join([*parts, *(one.text for one in edges)])


@pytest.mark.parametrize("kind", SHOWN)
def test_a_kind_opens_again_with_unit_number_and_mark(kind):
    sheet = made(kind)
    text = words(sheet)
    for part in (sheet.unit, sheet.number, sheet.title, "【演示数据】", f"第 {sheet.seq} 步", "abababab"):
        assert part in text
    assert "m³/s" in text or kind in (PaperKind.HANDOVER, PaperKind.ORDERS)


@pytest.mark.parametrize("kind", SHOWN)
def test_a_kind_names_no_private_person_and_no_telephone(kind):
    for language in ("zh", "en"):
        sheet = made(kind, language=language)
        for text in (words(sheet), page(sheet).html):
            assert SECRET not in text
            assert "测甲" not in text
            assert "测丙" not in text


@pytest.mark.parametrize("kind", KINDS)
def test_a_drill_is_marked_in_title_header_footer_and_page(kind):
    sheet = made(kind, Realm.DRILL)
    document = Document(BytesIO(write(sheet)))
    section = document.sections[0]
    title = next(one.text for one in document.paragraphs if one.style.name == "Title")
    for text in (title, section.header.paragraphs[0].text, section.footer.paragraphs[-1].text, page(sheet).html[:300]):
        assert "【演练】" in text


def test_a_drill_s_report_says_of_each_inject_what_became_of_it_and_ranks_nobody():
    text = words(made(PaperKind.DRILL, Realm.DRILL))
    for part in ("检验报告时限", "情景构造内容", "区防指来电", "未到触发条件", "不对个人排名", "应为 0"):
        assert part in text
    assert "按时" in text
    assert "未办" in text
    assert "测试1" not in text


@pytest.mark.parametrize(
    ("kind", "about"), [(PaperKind.MINUTES, "B9"), (PaperKind.DRILL, ""), (PaperKind.ORDERS, "999")]
)
def test_a_document_about_nothing_is_refused_by_a_code(kind, about):
    with pytest.raises(PaperFault) as told:
        make(Wish(kind, about), material())
    assert told.value.code == "no_such_subject"


@pytest.mark.parametrize(
    "kind", [PaperKind.DUTY_LOG, PaperKind.RIVER_DAILY, PaperKind.FLASH, PaperKind.REVIEW, PaperKind.PRESS]
)
def test_a_desk_that_knows_nothing_yet_says_so(kind):
    for language in ("zh", "en"):
        sheet = make(Wish(kind, language=language), Material(Situation(at=NOON), (), line))
        assert write(sheet)
        assert all(run.text.strip() for run in sheet.runs())


@pytest.mark.parametrize("kind", SHOWN)
def test_a_figure_leads_to_its_steps(kind):
    sheet = made(kind)
    numbers = {seq for seq, _ in material().lines}
    assert sheet.steps()
    assert set(sheet.steps()) <= numbers


def test_a_whole_flood_is_said_in_english_but_for_what_registers_and_people_wrote():
    text = "\n".join(run.text for run in made(PaperKind.FLASH, language="en").runs())
    assert "The flow is rising by about 179 m³/s an hour" in text
    assert "Flood response of the township: level IV (blue)" in text


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
def test_libreoffice_prints_every_kind(tmp_path):
    paths = [tmp_path / f"{kind.value}.docx" for kind in KINDS]
    for kind, path in zip(KINDS, paths, strict=True):
        path.write_bytes(write(made(kind, Realm.DRILL)))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    told = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, paths)]
    subprocess.run(told, check=True, timeout=55, capture_output=True)
    assert all(path.with_suffix(".pdf").read_bytes().startswith(b"%PDF") for path in paths)
