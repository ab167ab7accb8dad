"""Every cell of the table of grades, its bounds, and what is said while measures are missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.feeds.incident_tables import read_incident_tables
from data.rules.incident_grade import GradeTableFault, holds, names_of, read_measure, suggest

TABLES = read_incident_tables(Path(__file__).resolve().parents[3] / "resources" / "rules")
SPUR_CORE = "坝基坍塌（墩蛰）"

CELLS = [
    ("堤防", "漫溢", {}, 1),
    ("堤防", "漏洞", {}, 1),
    ("堤防", "管涌", {"water": "浑水"}, 1),
    ("堤防", "管涌", {"water": "清水", "diameter_cm": "5.1"}, 2),
    ("堤防", "管涌", {"water": "清水", "diameter_cm": "5"}, 3),
    ("堤防", "渗水", {"water": "浑水"}, 1),
    ("堤防", "渗水", {"water": "清水", "sand": "有"}, 2),
    ("堤防", "渗水", {"water": "清水", "sand": "无"}, 3),
    ("堤防", "风浪淘刷", {"collapse_height_m": "1.5"}, 1),
    ("堤防", "风浪淘刷", {"collapse_height_m": "1.49"}, 2),
    ("堤防", "风浪淘刷", {"collapse_height_m": "0.5"}, 2),
    ("堤防", "风浪淘刷", {"collapse_height_m": "0.49"}, 3),
    ("堤防", "坍塌", {"collapse_height_m": "4", "dike_height_m": "8"}, 1),
    ("堤防", "坍塌", {"collapse_height_m": "3.9", "dike_height_m": "8"}, 2),
    ("堤防", "坍塌", {"collapse_height_m": "2", "dike_height_m": "8"}, 2),
    ("堤防", "坍塌", {"collapse_height_m": "1.9", "dike_height_m": "8"}, 3),
    ("堤防", "滑坡", {"length_m": "50"}, 1),
    ("堤防", "滑坡", {"length_m": "49.9"}, 2),
    ("堤防", "滑坡", {"length_m": "20"}, 2),
    ("堤防", "滑坡", {"length_m": "19.9"}, 3),
    ("堤防", "裂缝", {"crack": "贯穿横缝"}, 1),
    ("堤防", "裂缝", {"crack": "滑动性纵缝"}, 1),
    ("堤防", "裂缝", {"crack": "其他横缝"}, 2),
    ("堤防", "裂缝", {"crack": "非滑动性纵缝"}, 3),
    ("堤防", "陷坑", {"position": "水下", "leak": "是"}, 1),
    ("堤防", "陷坑", {"position": "水下", "leak": "否", "seepage": "有"}, 2),
    ("堤防", "陷坑", {"position": "水上"}, 3),
    ("险工", "根石坍塌", {"sink_m": "2"}, 1),
    ("险工", "根石坍塌", {"sink_m": "1.99"}, 2),
    ("险工", "根石坍塌", {"sink_m": "0.5"}, 2),
    ("险工", "根石坍塌", {"sink_m": "0"}, 3),
    ("险工", "坦石坍塌", {"extent": "坦石顶墩蛰入水"}, 1),
    ("险工", "坦石坍塌", {"extent": "坍塌至水面以上坝高1/2"}, 2),
    ("险工", "坦石坍塌", {"extent": "局部坍塌"}, 3),
    ("险工", SPUR_CORE, {"extent": "坦石与坝基同时滑塌入水"}, 1),
    ("险工", SPUR_CORE, {"extent": "非裹护部位塌至坝顶"}, 2),
    ("险工", SPUR_CORE, {"extent": "其他"}, 3),
    ("险工", "坝裆后溃", {"collapse_height_m": "3", "dike_height_m": "6"}, 1),
    ("险工", "坝裆后溃", {"collapse_height_m": "1.5", "dike_height_m": "6"}, 2),
    ("险工", "坝裆后溃", {"collapse_height_m": "1.4", "dike_height_m": "6"}, 3),
    ("控导", "根石坍塌", {}, 3),
    ("控导", "坦石坍塌", {"in_water": "入水", "sink_m": "2"}, 2),
    ("控导", "坦石坍塌", {"in_water": "不入水"}, 3),
    ("控导", SPUR_CORE, {"extent": "根坦石与土坝基同时冲失"}, 1),
    ("控导", SPUR_CORE, {"extent": "根坦石与土坝基同时滑塌入水", "sink_m": "2"}, 2),
    ("控导", SPUR_CORE, {"extent": "根坦石与土坝基同时滑塌入水", "sink_m": "1.9"}, 3),
    ("控导", SPUR_CORE, {"extent": "其他"}, 3),
    ("控导", "坝裆后溃", {"dam": "全部冲失"}, 1),
    ("控导", "坝裆后溃", {"dam": "未全部冲失", "share_pct": "50"}, 2),
    ("控导", "坝裆后溃", {"dam": "未全部冲失", "share_pct": "49"}, 3),
    ("控导", "漫溢", {"extent": "裹护段坝基冲失"}, 1),
    ("控导", "漫溢", {"extent": "坝基原形尚存"}, 2),
    ("控导", "漫溢", {"extent": "坝顶未冲刷"}, 3),
]


@pytest.mark.parametrize(("structure", "kind", "measures", "grade"), CELLS)
def test_a_cell_of_the_table_gives_its_grade_and_the_row_that_says_so(structure, kind, measures, grade):
    found = suggest(TABLES, structure, kind, measures)
    assert (found.grade, found.missing, found.in_table) == (grade, (), True)
    assert found.row in TABLES.rows(structure, kind)


def test_every_row_of_the_table_is_reached_by_one_of_these_cases():
    reached = {suggest(TABLES, structure, kind, measures).row for structure, kind, measures, _ in CELLS}
    assert reached == set(TABLES.grades)


@pytest.mark.parametrize(
    ("structure", "kind", "measures", "missing"),
    [
        ("堤防", "管涌", {}, ("water",)),
        ("堤防", "管涌", {"water": "清水"}, ("diameter_cm",)),
        ("堤防", "管涌", {"diameter_cm": "3"}, ("water",)),
        ("堤防", "坍塌", {"collapse_height_m": "2"}, ("dike_height_m",)),
        ("堤防", "陷坑", {"position": "水下"}, ("leak",)),
        ("堤防", "陷坑", {"position": "水下", "leak": "否"}, ("seepage",)),
        ("控导", SPUR_CORE, {"extent": "根坦石与土坝基同时滑塌入水"}, ("sink_m",)),
        ("控导", SPUR_CORE, {"sink_m": "1"}, ("extent",)),
        ("控导", "坝裆后溃", {"dam": "未全部冲失", "share_pct": ""}, ("share_pct",)),
        ("堤防", "滑坡", {"length_m": "很长"}, ("length_m",)),
        ("堤防", "滑坡", {"length_m": "-3"}, ("length_m",)),
    ],
)
def test_no_milder_grade_is_suggested_while_a_graver_one_is_open_and_what_would_decide_is_named(
    structure, kind, measures, missing
):
    found = suggest(TABLES, structure, kind, measures)
    assert (found.grade, found.row, found.missing) == (0, None, missing)


def test_a_case_that_the_table_does_not_hold_has_neither_grade_nor_anything_missing():
    under_water = {"position": "水下", "leak": "否", "seepage": "无"}
    shallow = {"in_water": "入水", "sink_m": "1"}
    for found in (suggest(TABLES, "堤防", "陷坑", under_water), suggest(TABLES, "控导", "坦石坍塌", shallow)):
        assert (found.grade, found.missing, found.in_table) == (0, (), True)


@pytest.mark.parametrize(
    ("structure", "kind"), [("险工", "坝岸溃膛"), ("堤防", "决口"), ("", "管涌"), ("堤防", "没有的")]
)
def test_a_kind_that_the_table_does_not_grade_says_so(structure, kind):
    assert not suggest(TABLES, structure, kind, {}).in_table


METRES = st.floats(0.0, 30.0, allow_nan=False)


@given(height=METRES, dike=st.floats(0.5, 30.0))
def test_any_collapse_of_a_levee_has_exactly_the_grade_of_its_share_of_the_height(height, dike):
    found = suggest(TABLES, "堤防", "坍塌", {"collapse_height_m": repr(height), "dike_height_m": repr(dike)})
    assert found.grade == (1 if height >= dike / 2 else 2 if height >= dike / 4 else 3)


@given(length=st.floats(0.0, 20000.0), sink=METRES, wave=METRES, diameter=st.floats(0.0, 500.0))
def test_any_measure_within_its_bounds_has_exactly_one_grade(length, sink, wave, diameter):
    assert suggest(TABLES, "堤防", "滑坡", {"length_m": repr(length)}).grade == 3 - (length >= 20) - (length >= 50)
    assert suggest(TABLES, "险工", "根石坍塌", {"sink_m": repr(sink)}).grade == 3 - (sink >= 0.5) - (sink >= 2)
    grade = suggest(TABLES, "堤防", "风浪淘刷", {"collapse_height_m": repr(wave)}).grade
    assert grade == 3 - (wave >= 0.5) - (wave >= 1.5)
    clear = {"water": "清水", "diameter_cm": repr(diameter)}
    assert suggest(TABLES, "堤防", "管涌", clear).grade == 3 - (diameter > 5)


@given(place=st.sampled_from(TABLES.kinds), typed=st.lists(st.text(max_size=8), min_size=12, max_size=12))
def test_whatever_is_typed_there_is_an_answer_and_at_most_one(place, typed):
    fields = TABLES.fields(place.structure, place.kind)
    measures = {field.name: text for field, text in zip(fields, typed, strict=False)}
    found = suggest(TABLES, place.structure, place.kind, measures)
    assert bool(found.grade) == (found.row is not None)
    assert not (found.grade and found.missing)


@given(place=st.sampled_from(TABLES.kinds), data=st.data())
def test_a_further_measure_never_changes_a_grade_once_it_is_given(place, data):
    measures: dict[str, str] = {}
    given_grade = 0
    for field in TABLES.fields(place.structure, place.kind):
        value = st.sampled_from(field.choices) if field.choices else st.floats(field.least, field.most).map(repr)
        measures[field.name] = data.draw(value) if field.type.value in ("number", "choice") else "1"
        grade = suggest(TABLES, place.structure, place.kind, measures).grade
        assert grade == given_grade or not given_grade
        given_grade = grade


def test_figures_are_read_as_an_operator_types_them():
    length = next(field for field in TABLES.fields("堤防", "滑坡") if field.name == "length_m")
    count = next(field for field in TABLES.fields("堤防", "管涌") if field.name == "hole_count")
    assert [read_measure(length, typed) for typed in ("1,200", "１２．５", " 3 ", "")] == [1200.0, 12.5, 3.0, None]
    for field, typed in ((length, "nan"), (length, "1e9"), (length, "20 m"), (count, "2.5"), (count, "0")):
        with pytest.raises(ValueError, match=typed):
            read_measure(field, typed)


def test_an_expression_is_decided_as_soon_as_its_parts_allow():
    assert holds('a == "x" or b > 2', {"b": 3.0}) == (True, ())
    assert holds('a == "x" and b > 2', {"b": 1.0}) == (False, ())
    assert holds('a == "x" and b > 2', {"b": 3.0}) == (None, ("a",))
    assert names_of("0.5 <= b < 2 or a > b") == ("b", "a")


@pytest.mark.parametrize("expression", ["a +", "a + 1", "__import__('os')", "a.real > 1", "a > 'x'", "(" * 900])
def test_a_faulty_expression_is_raised_and_never_taken_for_no(expression):
    with pytest.raises(GradeTableFault):
        holds(expression, {"a": 1.0})
