"""The tables about incidents: the shipped ones hold what they should, and a faulty row is raised loudly."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from data.feeds.incident_tables import IncidentTableFault, read_incident_tables
from data.feeds.report_kinds import read_report_kinds
from data.model.incident_tables import FieldType, LimitKind

RULES = Path(__file__).resolve().parents[3] / "resources" / "rules"


@pytest.fixture(scope="module")
def tables():
    return read_incident_tables(RULES)


@pytest.fixture
def folder(tmp_path):
    for name in ("incident_kinds", "incident_fields", "incident_grades", "treatment_cards", "incident_deadlines"):
        shutil.copy(RULES / f"{name}.csv", tmp_path)
    return tmp_path


def spoil(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / f"{name}.csv"
    text = path.read_text(encoding="utf-8-sig")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8-sig")


def test_every_kind_of_danger_that_can_be_reported_becomes_a_kind_of_incident_with_the_same_event(tables):
    dangers = [kind for kind in read_report_kinds(RULES / "report_kinds.csv") if kind.category == "E1"]
    found = {kind.kind: tables.of_report(kind.kind) for kind in dangers}
    assert {name: one.event for name, one in found.items() if one is not None} == {k.kind: k.event for k in dangers}


def test_a_report_becomes_the_kind_of_the_structure_it_happened_at(tables):
    assert tables.of_report("坝裆后溃", "控导").structure == "控导"
    assert tables.of_report("控导漫顶").kind == "漫溢"
    assert tables.of_report("漫溢").structure == "堤防"
    assert tables.of_report("倾倒垃圾") is None


def test_every_kind_measures_something_and_asks_for_the_river_at_last(tables):
    assert tables.structures == ("堤防", "险工", "控导")
    assert all(kind.fields for kind in tables.kinds)
    assert [field.name for field in tables.fields("堤防", "管涌")][-4:] == ["part", "river", "trend", "cause"]


def test_every_graded_kind_but_none_has_a_treatment_card(tables):
    graded = {(row.structure, row.kind) for row in tables.grades}
    assert len(graded) == 18
    assert [place for place in graded if tables.card(*place) is None] == []
    assert all(card.signs and card.method and card.materials and card.cautions for card in tables.cards)
    assert len(tables.cards) == 15


def test_every_grade_says_that_it_is_to_be_checked_against_the_bureaus_paper(tables):
    assert all("默认配置，需按河务局文件核对" in row.source and row.confidence == "中" for row in tables.grades)


def test_the_limits_of_a_first_report_tighten_with_the_grade(tables):
    minutes = [tables.limit(LimitKind.FIRST_REPORT, grade).minutes for grade in (1, 2, 3)]
    assert minutes == [15, 30, 60]
    assert tables.limit(LimitKind.FIELD, 2).minutes == 10
    assert tables.limit(LimitKind.APPROVAL, 2).to == "市河务局"
    assert all(one.confidence == "低" for one in tables.limits if one.what is LimitKind.FIRST_REPORT)


def test_no_field_stands_twice_at_a_kind_and_bounds_are_the_right_way_round(tables):
    for kind in tables.kinds:
        names = [field.name for field in tables.fields(kind.structure, kind.kind)]
        assert len(names) == len(set(names))
        assert all(f.least < f.most for f in kind.fields if f.type in (FieldType.NUMBER, FieldType.COUNT))


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("incident_grades", "diameter_cm > 5", "diametre_cm > 5", "nobody measures diametre_cm"),
        ("incident_grades", "length_m >= 50", "length_m >=", "incident_grades.csv"),
        ("incident_grades", "length_m >= 50", "length_m + 50", "length_m + 50"),
        ("incident_grades", "堤防,管涌,1", "堤防,管涌,7", "grade 7"),
        ("incident_grades", "堤防,管涌,1", "堤防,管勇,1", "no kind"),
        ("incident_grades", "堤防,管涌,2", "堤防,管涌,1", "twice"),
        ("incident_kinds", "险工,根石坍塌", "堤防,漫溢", "twice"),
        ("incident_kinds", "incident.leak", "", "event is empty"),
        ("incident_fields", "number,0,20000", "number,9,1", "bounds"),
        ("incident_fields", "number,0,20000", "figure,0,20000", "figure"),
        ("incident_fields", "清水|浑水", "", "choices"),
        ("incident_deadlines", "first_report,1,15", "first_report,1,-5", "minutes"),
        ("incident_deadlines", "first_report,1,15", "first_report,2,15", "twice"),
        ("treatment_cards", "管涌,背河", "管勇,背河", "no card 管涌"),
    ],
)
def test_a_faulty_row_is_refused_and_named(folder, name, old, new, told):
    spoil(folder, name, old, new)
    with pytest.raises(IncidentTableFault, match=told.replace("+", r"\+")):
        read_incident_tables(folder)


def test_a_row_that_breaks_off_is_refused_with_its_line(folder):
    path = folder / "incident_grades.csv"
    path.write_text(path.read_text(encoding="utf-8-sig") + "堤防,管涌\n", encoding="utf-8-sig")
    with pytest.raises(IncidentTableFault, match=r"incident_grades\.csv:49"):
        read_incident_tables(folder)
