"""Rows of a table become rows of a register; whatever is wrong is told by row, column and reason."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.feeds.coordinates import Frame, to_gcj02
from data.feeds.registers import KINDS, Parsed, column_specs, import_register, parse_register, read_register
from data.feeds.report import FeedRefused, NoteCode, Reason
from data.feeds.tables import RawTable
from data.model.levels import Level
from data.model.register import ROW_TYPES
from resources import path as resource
from tests.data.feeds import sheets

GROWER = ("种植户编号", "户主或主体", "经营主体", "所属村")
CAMERA = ("编号", "名称", "经度", "纬度")


def parsed(kind: str, headings: Sequence[str], *rows: Sequence[object], frame: Frame = Frame.WGS84) -> Parsed:
    return parse_register(
        KINDS[kind], RawTable(tuple(headings), range(2, len(rows) + 2), [list(r) for r in rows]), frame
    )


def reasons(result: Parsed) -> list[tuple[int, str, Reason]]:
    return [(refusal.row, refusal.column, refusal.reason) for refusal in result.refusals]


def adds_up(result: Parsed) -> bool:
    report = result.report()
    return report.considered == report.taken + report.refused + report.skipped


def test_every_register_of_the_model_has_a_kind_with_a_chinese_name() -> None:
    assert set(KINDS) == set(ROW_TYPES)
    assert len({kind.title for kind in KINDS.values()}) == len(KINDS)


@pytest.mark.parametrize("kind", list(KINDS))
def test_no_heading_stands_for_two_columns_of_a_kind(kind: str) -> None:
    keys = [key for spec in column_specs(KINDS[kind]) for key in spec.keys]
    assert len(keys) == len(set(keys))
    assert all(spec.keys for spec in column_specs(KINDS[kind]))


@pytest.mark.parametrize(
    "headings",
    [
        GROWER,
        ("id", "name", "kind", "village"),
        ("编号", "姓名", "经营主体", "所属村"),
        ("ＩＤ", " Name ", "KIND", "所 属 村"),
        ("种植户编号*", "户主或主体（必填）", "经营主体", "所属村"),
    ],
)
def test_headings_are_known_by_title_alias_and_field_name(headings: Sequence[str]) -> None:
    result = parsed("growers", headings, ("N1", "张三", "农户", "申庄"))
    assert result.rows[0].name == "张三"
    assert result.rows[0].village == "申庄"


def test_units_may_stand_in_the_heading_or_in_the_cell() -> None:
    headings = ("地块编号", "种植户编号", "网格编号", "滩别", "作物", "面积（亩）", "上水流量", "范围")
    result = parsed("plots", headings, ("K1", "N1", "G1", "嫩滩", "玉米", "１，２３４．５ 亩", "3,400 m³/s", ""))
    assert result.rows[0].area_mu == 1234.5
    assert result.rows[0].floods_at_m3s == 3400.0


def test_chainage_is_read_as_engineers_write_it() -> None:
    headings = ("坝岸编号", "工程编号", "坝号", "类别", "桩号_m")
    rows = [("S1", "W1", "90", "坝", "16+738"), ("S2", "W1", "91", "坝", "K6+663.5"), ("S3", "W1", "1", "坝", "-1+172")]
    assert [row.chainage_m for row in parsed("spurs", headings, *rows).rows] == [16738.0, 6663.5, -1172.0]


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("许多", Reason.NOT_A_NUMBER), ("1,5", Reason.NOT_A_NUMBER), ("5²", Reason.NOT_A_NUMBER),
        ("约30", Reason.NOT_A_NUMBER), ("30吨", Reason.NOT_A_NUMBER), (True, Reason.NOT_A_NUMBER),
        ("nan", Reason.NOT_FINITE), (float("nan"), Reason.NOT_FINITE), (float("inf"), Reason.NOT_FINITE),
        ("1e999", Reason.NOT_FINITE), ("2.5", Reason.NOT_WHOLE), (2.5, Reason.NOT_WHOLE), ("-3", Reason.NEGATIVE),
    ],
)  # fmt: skip
def test_a_count_that_is_none_is_refused_for_the_right_reason(written: object, reason: Reason) -> None:
    result = parsed("growers", (*GROWER, "在滩人数"), ("N1", "张三", "农户", "申庄", written))
    assert reasons(result) == [(2, "在滩人数", reason)]
    assert result.rows == ()
    assert adds_up(result)


@pytest.mark.parametrize(
    ("written", "value"),
    [("是", True), ("√", True), (1.0, True), (True, True), ("否", False), ("×", False), ("", True)],
)
def test_yes_and_no_are_read_as_people_write_them(written: object, value: bool) -> None:
    assert parsed("cameras", (*CAMERA, "在线"), ("C1", "东坝头", 113.7, 34.9, written)).rows[0].online is value


def test_levels_are_read_by_numeral_word_and_colour() -> None:
    headings = ("编号", "测站", "要素", "响应等级", "下限", "回差", "依据", "可信度")
    rows = [
        (f"T{i}", "40105150", "flow", text, "4000", "200", "预案", "高")
        for i, text in enumerate(["Ⅳ", "III级", "橙", "一级"])
    ]
    assert [row.level for row in parsed("triggers", headings, *rows).rows] == [Level.IV, Level.III, Level.II, Level.I]
    wrong = parsed("triggers", headings, ("T1", "40105150", "flow", "五级", "4000", "200", "预案", "高"))
    assert reasons(wrong) == [(2, "响应等级", Reason.NOT_A_CHOICE)]


def test_a_value_outside_the_choices_is_refused_and_the_choices_are_named() -> None:
    result = parsed(
        "stones", ("石头编号", "坝岸编号", "部位", "经度", "纬度", "状态"), ("Z1", "S1", "坝头", 113.7, 34.9, "睡着")
    )
    assert result.refusals[0].reason is Reason.NOT_A_CHOICE
    assert "走失" in result.refusals[0].detail


def test_the_second_row_of_an_id_is_refused_and_names_the_first() -> None:
    result = parsed(
        "growers",
        GROWER,
        ("N1", "张三", "农户", "申庄"),
        ("N2", "李四", "农户", "申庄"),
        ("N1", "王五", "农户", "申庄"),
    )
    assert [row.name for row in result.rows] == ["张三", "李四"]
    assert reasons(result) == [(4, "种植户编号", Reason.DUPLICATE)]
    assert result.refusals[0].detail == "2"


def test_a_bad_row_does_not_keep_a_good_row_of_the_same_id_out() -> None:
    result = parsed("growers", GROWER, ("N1", "", "农户", "申庄"), ("N1", "王五", "农户", "申庄"))
    assert [row.name for row in result.rows] == ["王五"]
    assert reasons(result) == [(2, "户主或主体", Reason.MISSING)]


def test_numbers_of_a_spreadsheet_become_ids_and_phones_without_a_point() -> None:
    result = parsed("growers", (*GROWER, "手机"), (40105150.0, "张三", "农户", "申庄", 13800000001.0))
    assert (result.rows[0].id, result.rows[0].phone) == ("40105150", "13800000001")


def test_blank_total_and_example_rows_are_passed_over_and_counted() -> None:
    rows = [
        ("示例-001", "示例", "农户", "申庄"),
        ("", " ", None, ""),
        ("N1", "张三", "农户", "申庄"),
        ("合计", "", "", ""),
    ]
    result = parsed("growers", GROWER, *rows)
    assert (result.considered, len(result.rows), result.skipped) == (3, 1, 2)
    assert {note.code for note in result.notes} == {NoteCode.EXAMPLE_ROW, NoteCode.TOTAL_ROW}


def test_columns_nobody_knows_are_noted_and_missing_ones_refuse_the_table() -> None:
    result = parsed("growers", (*GROWER, "血型"), ("N1", "张三", "农户", "申庄", "A"))
    assert [(note.code, note.column) for note in result.notes] == [(NoteCode.UNKNOWN_COLUMN, "血型")]
    with pytest.raises(FeedRefused) as refused:
        parsed("growers", ("编号", "血型"), ("N1", "A"))
    assert refused.value.reason is Reason.MISSING_COLUMNS
    assert refused.value.params["columns"] == "户主或主体、经营主体、所属村"


@pytest.mark.parametrize(
    ("lon", "lat", "reason"),
    [
        (34.9, 113.7, Reason.SWAPPED), (0.0, 0.0, Reason.OUTSIDE_CHINA), (113.7, -34.9, Reason.OUTSIDE_CHINA),
        (float("nan"), 34.9, Reason.NOT_FINITE), ("113.7", "北纬", Reason.NOT_A_NUMBER),
    ],
)  # fmt: skip
def test_a_place_that_cannot_be_is_refused(lon: object, lat: object, reason: Reason) -> None:
    result = parsed("cameras", CAMERA, ("C1", "东坝头", lon, lat))
    assert reason in {refusal.reason for refusal in result.refusals}
    assert result.rows == ()


def test_half_a_position_is_refused_and_none_is_not() -> None:
    headings = ("人员编号", "姓名", "岗位代码", "职务", "人员类别", "经度", "纬度")
    result = parsed(
        "staff",
        headings,
        ("P1", "张三", "R01", "镇长", "镇干部", 113.7, ""),
        ("P2", "李四", "R02", "书记", "镇干部", "", "/"),
    )
    assert reasons(result) == [(2, "纬度", Reason.HALF_POSITION)]
    assert result.rows[0].lon is None


def test_degrees_and_minutes_are_read() -> None:
    row = parsed("cameras", CAMERA, ("C1", "东坝头", "113°39′36″", "34°55.2′")).rows[0]
    assert (row.lon, row.lat) == (pytest.approx(113.66), pytest.approx(34.92))


@pytest.mark.parametrize("frame", [Frame.GCJ02])
def test_positions_of_another_frame_are_brought_to_wgs84(frame: Frame) -> None:
    shifted = to_gcj02(113.6655, 34.9051)
    result = parsed("cameras", CAMERA, ("C1", "东坝头", *shifted), frame=frame)
    assert (result.rows[0].lon, result.rows[0].lat) == (
        pytest.approx(113.6655, abs=1e-6),
        pytest.approx(34.9051, abs=1e-6),
    )
    assert NoteCode.CONVERTED in {note.code for note in result.notes}
    ring = (
        "POLYGON (("
        + ", ".join(f"{x} {y}" for x, y in (to_gcj02(*p) for p in ((113.6, 34.9), (113.7, 34.9), (113.7, 35.0))))
        + "))"
    )
    grid = parsed("grids", ("编号", "名称", "类别", "村", "WKT"), ("G1", "一", "网格", "申庄", ring), frame=frame).rows[
        0
    ]
    assert grid.ring[0] == (pytest.approx(113.6, abs=1e-6), pytest.approx(34.9, abs=1e-6))


@pytest.mark.parametrize(
    "shape",
    [
        "POLYGON ((1 2",
        "POLYGON ((113 34, 114 34))",
        "POINT (113 34)",
        "here",
        "MULTIPOLYGON (((113 34, 114 34, 114 35)), ((115 34, 116 34, 116 35)))",
    ],
)
def test_a_shape_that_is_none_is_refused(shape: str) -> None:
    result = parsed("grids", ("编号", "名称", "类别", "村", "WKT"), ("G1", "一", "网格", "申庄", shape))
    assert [reason for *_, reason in reasons(result)] == [Reason.BAD_GEOMETRY]


def test_an_area_of_the_base_map_closes_its_line() -> None:
    headings = ("编号", "类别", "WKT")
    rows = [
        ("L1", "village", "POLYGON ((113 34, 114 34, 114 35, 113 34))"),
        ("L2", "levee", "LINESTRING (113 34, 114 34)"),
    ]
    lines = parsed("maplines", headings, *rows).rows
    assert [(line.closed, len(line.path)) for line in lines] == [(True, 3), (False, 2)]


def test_points_of_a_geojson_file_give_longitude_and_latitude(tmp_path: Path) -> None:
    features = [
        {
            "type": "Feature",
            "properties": {"编号": "C1", "名称": "东坝头"},
            "geometry": {"type": "Point", "coordinates": [113.7, 34.9]},
        },
        {"type": "Feature", "properties": {"编号": "C2", "名称": "马渡"}, "geometry": None},
    ]
    path = tmp_path / "a.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    result = import_register(KINDS["cameras"], path)
    assert (result.rows[0].lon, result.rows[0].lat) == (113.7, 34.9)
    assert [row.id for row in result.rows] == ["C1"]
    assert adds_up(result)


def test_a_gbk_list_from_the_office_is_taken(tmp_path: Path) -> None:
    path = sheets.text(tmp_path / "a.csv", [["登记表"], [], GROWER, ["N1", "张三", "农户", "申庄"]], "gbk")
    assert import_register(KINDS["growers"], path).rows[0].village == "申庄"


def test_a_row_slipped_by_a_comma_is_refused_and_counted(tmp_path: Path) -> None:
    path = sheets.text(tmp_path / "a.csv", [GROWER, ["N1", "张三", "农户", "申庄"], ["N2", "李", "四", "农户", "申庄"]])
    result = import_register(KINDS["growers"], path)
    assert reasons(result) == [(3, "", Reason.TOO_MANY_VALUES)]
    assert adds_up(result)


@pytest.mark.parametrize("kind", ["grids", "plots", "staff", "growers", "stock", "spurs"])
def test_the_shipped_registers_are_read_without_a_fault(kind: str) -> None:
    assert read_register(resource(f"demo/{kind}.csv"), KINDS[kind])


def test_a_fault_in_a_shipped_register_is_raised_loudly(tmp_path: Path) -> None:
    path = sheets.text(tmp_path / "cameras.csv", [CAMERA, ["C1", "东坝头", "34.9", "113.7"]])
    with pytest.raises(ValueError, match="swapped"):
        read_register(path, KINDS["cameras"])


CELLS = st.one_of(
    st.none(), st.text(max_size=12), st.floats(), st.booleans(), st.datetimes(), st.integers(-5, 200).map(float),
    st.sampled_from(["是", "113.7", "34.9", "G1", "POLYGON ((113 34, 114 34, 114 35))", "16+738", "Ⅳ", "-"]),
)  # fmt: skip


@given(st.sampled_from(sorted(KINDS)), st.data())
def test_whatever_stands_in_the_cells_the_rows_taken_and_refused_add_up(kind: str, data: st.DataObject) -> None:
    headings = [spec.title for spec in column_specs(KINDS[kind])]
    rows = data.draw(st.lists(st.lists(CELLS, max_size=len(headings)), max_size=6))
    result = parsed(kind, headings, *rows)
    assert adds_up(result)
    refused = {refusal.row for refusal in result.refusals}
    assert len(result.rows) + len(refused) + result.skipped == result.considered
    assert len({row.id for row in result.rows}) == len(result.rows)
