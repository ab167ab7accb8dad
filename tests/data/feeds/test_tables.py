"""Any file is read as a table or refused for one stated reason; nothing else ever comes out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from data.feeds.report import FeedRefused, NoteCode, Reason
from data.feeds.tables import Limits, RawTable, read_table
from tests.data.feeds import sheets

ROWS = [["编号", "姓名", "人数"], ["N001", "张三", "3"], ["N002", "李四", "4"]]


def reason_of(path: Path, limits: Limits | None = None) -> Reason:
    with pytest.raises(FeedRefused) as refused:
        read_table(path, limits=limits or Limits())
    return refused.value.reason


def values(table: RawTable) -> list[list[object]]:
    return [list(row) for row in table.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_text_is_read_in_any_usual_encoding_and_delimiter(tmp_path: Path, encoding: str, delimiter: str) -> None:
    table = read_table(sheets.text(tmp_path / "a.csv", ROWS, encoding, delimiter))
    assert table.headings == ("编号", "姓名", "人数")
    assert values(table) == ROWS[1:]
    assert list(table.numbers) == [2, 3]


def test_a_gbk_file_whose_only_chinese_stands_at_its_end_is_not_taken_for_torn_utf8(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("id,name\n1,张".encode("gbk"))
    assert values(read_table(path)) == [["1", "张"]]


def test_a_file_torn_inside_its_last_character_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("编号,姓名,村\nN1,张三,申庄\nN2,李四".encode()[:-1])
    table = read_table(path)
    assert NoteCode.TORN_TAIL in {note.code for note in table.notes}
    assert [refusal.reason for refusal in table.broken] == [Reason.TORN_ROW]
    assert len(table.rows) == 1


def test_a_row_with_a_comma_too_many_is_refused_because_its_values_have_slipped(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("编号,姓名,人数\nN1,张,三,3\nN2,李四,4\n", encoding="utf-8")
    table = read_table(path)
    assert [(refusal.row, refusal.reason) for refusal in table.broken] == [(2, Reason.TOO_MANY_VALUES)]
    assert values(table) == [["N2", "李四", "4"]]


def test_the_end_mark_of_a_dos_file_is_dropped(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"id,name\r\n1,a\r\n\x1a")
    assert values(read_table(path)) == [["1", "a"]]


def test_a_cell_with_a_line_break_keeps_the_row_numbers_of_the_file(tmp_path: Path) -> None:
    path = sheets.text(tmp_path / "a.csv", [["id", "name"], ["1", "two\nlines"], ["2", "b"]])
    assert list(read_table(path).numbers) == [2, 4]


def test_quotes_left_open_refuse_the_file_instead_of_swallowing_it(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('id,name\n1,"open\n2,b\n3,c\n', encoding="utf-8")
    assert reason_of(path) is Reason.QUOTES


def test_titles_above_the_headings_are_passed_over(tmp_path: Path) -> None:
    rows = [["花园口镇滩区种植户登记表"], [], ["填报单位：", "镇农办", "2026-06"], *ROWS]
    path = sheets.workbook(tmp_path / "a.xlsx", rows, merged=["A1:C1"])
    table = read_table(path, known={"编号", "姓名", "人数"})
    assert table.headings == ("编号", "姓名", "人数")
    assert list(table.numbers) == [5, 6]


def test_headings_in_two_rows_are_joined(tmp_path: Path) -> None:
    rows = [["编号", "联系方式", ""], ["编号", "姓名", "手机"], ["N1", "张三", "13800000001"]]
    path = sheets.workbook(tmp_path / "a.xlsx", rows, merged=["A1:A2", "B1:C1"])
    table = read_table(path, known={"编号", "姓名", "手机"})
    assert table.headings == ("编号", "姓名", "手机")
    assert len(table.rows) == 1


def test_a_merged_cell_carries_its_value_over_all_its_rows(tmp_path: Path) -> None:
    rows = [["编号", "姓名", "所属村"], ["N1", "张三", "申庄"], ["N2", "李四", None], ["N3", "王五", None]]
    path = sheets.workbook(tmp_path / "a.xlsx", rows, merged=["C2:C4"])
    table = read_table(path)
    assert [row[2] for row in table.rows] == ["申庄", "申庄", "申庄"]
    assert NoteCode.MERGED in {note.code for note in table.notes}


def test_the_sheet_with_the_known_headings_is_chosen_and_the_others_are_named(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    first, second = book.active, book.create_sheet("名单")
    assert first is not None
    first.append(["说明", "请勿修改"])
    for row in ROWS:
        second.append(row)
    book.save(tmp_path / "a.xlsx")
    table = read_table(tmp_path / "a.xlsx", known={"编号", "姓名"})
    assert table.headings[0] == "编号"
    assert [note.detail for note in table.notes if note.code is NoteCode.OTHER_SHEETS] == ["Sheet"]


def test_geojson_gives_its_properties_and_geometry(tmp_path: Path) -> None:
    point = {"type": "Point", "coordinates": [113.66, 34.9]}
    feature = {"type": "Feature", "properties": {"id": "C1", "name": "东坝头"}, "geometry": point}
    path = tmp_path / "a.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    table = read_table(path)
    assert table.headings == ("id", "name", "geometry")
    assert values(table) == [["C1", "东坝头", point]]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Reason.EMPTY),
        (b"  \r\n \n", Reason.EMPTY),
        ("\ufeff".encode(), Reason.EMPTY),
        (b"\x00\x01\x02\x03\xff\xfe\xfd", Reason.BINARY),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", Reason.BINARY),
        (b"<html><table><tr><td>1</td></tr></table>", Reason.WEB_PAGE),
        (b"{broken", Reason.NOT_GEOJSON),
        (b"[" * 100_000, Reason.NOT_GEOJSON),
        (b'{"type": "FeatureCollection", "features": []}', Reason.EMPTY),
        (b'{"type": "Feature", "crs": {"properties": {"name": "EPSG:3857"}}}', Reason.FRAME),
        (b"PK\x03\x04 torn", Reason.TORN),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 torn", Reason.TORN),
    ],
)
def test_what_is_no_table_is_refused_for_the_right_reason(tmp_path: Path, content: bytes, reason: Reason) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    assert reason_of(path) is reason


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert reason_of(tmp_path / "none.csv") is Reason.NO_FILE
    assert reason_of(tmp_path) is Reason.NO_FILE


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.99])
def test_a_torn_workbook_is_refused(tmp_path: Path, kept: float) -> None:
    whole = sheets.workbook(tmp_path / "a.xlsx", ROWS).read_bytes()
    torn = tmp_path / "torn.xlsx"
    torn.write_bytes(whole[: int(len(whole) * kept)])
    assert reason_of(torn) is Reason.TORN


def test_a_workbook_with_one_cell_in_the_last_corner_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    source = sheets.workbook(tmp_path / "a.xlsx", ROWS)
    for corner in (
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        b"<row r='1048576'><c r='XFD1048576'/></row>",
    ):
        body = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        body += b'<row r="1"><c r="A1"><v>1</v></c></row>' + corner + b"</sheetData></worksheet>"
        assert reason_of(sheets.replaced_sheet(source, tmp_path / "big.xlsx", body)) is Reason.TOO_MANY_CELLS


def test_a_zip_bomb_is_refused_by_its_unpacked_size(tmp_path: Path) -> None:
    source = sheets.workbook(tmp_path / "a.xlsx", ROWS)
    bomb = sheets.replaced_sheet(source, tmp_path / "bomb.xlsx", b"<worksheet>" + b" " * 4_000_000)
    assert bomb.stat().st_size < 40_000
    assert reason_of(bomb, Limits(unpacked_bytes=1_000_000)) is Reason.TOO_LARGE


def test_a_file_above_the_size_limit_is_refused_unread(tmp_path: Path) -> None:
    path = sheets.text(tmp_path / "a.csv", ROWS * 10)
    assert reason_of(path, Limits(file_bytes=50)) is Reason.TOO_LARGE
    assert reason_of(path, Limits(cells=50)) is Reason.TOO_MANY_CELLS


def test_a_zip_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    import zipfile

    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("readme.txt", "hello")
    assert reason_of(path) is Reason.BINARY


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=400))
@example(b"PK\x05\x06" + bytes(18))
@example(b"\xff\xfe\x00")
def test_arbitrary_bytes_give_a_table_or_a_refusal(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "any"
    path.write_bytes(content)
    try:
        table = read_table(path)
    except FeedRefused:
        return
    assert len(table.rows) == len(table.numbers)


@pytest.fixture(scope="module")
def sound_workbook(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """One workbook for all examples: openpyxl writes the time of day into it, so two are seldom alike."""
    return sheets.workbook(tmp_path_factory.mktemp("sound") / "a.xlsx", ROWS).read_bytes()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_a_workbook_with_bytes_changed_gives_a_table_or_a_refusal(
    tmp_path: Path, sound_workbook: bytes, data: st.DataObject
) -> None:
    content = bytearray(sound_workbook)
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(4, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path / "b.xlsx"
    path.write_bytes(bytes(content))
    try:
        table = read_table(path)
    except FeedRefused:
        return
    assert len(table.rows) == len(table.numbers)
