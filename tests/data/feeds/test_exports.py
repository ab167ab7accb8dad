"""What is exported reads back the same; templates hold nothing that an import would take for a row."""

from __future__ import annotations

import csv
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.feeds.exports import export_register, export_rows, write_template
from data.feeds.registers import KINDS, ColumnSpec, RegisterKind, column_specs, import_register, read_register
from data.feeds.tables import read_table
from data.model.levels import Level
from data.model.people import Grower
from data.model.places import Path2D
from resources import path as resource

LETTERS = st.characters(codec="utf-8", exclude_categories=("C", "Z"))
SIGNS = st.sampled_from(
    ["=1+1", "+86 138", "-", "@cmd", "'=x", "''-y", "007", "1e5", "是", "N/A", '"', "a,b", "二\n行", "=HYPERLINK(1)"]
)
TEXT = (
    st.text(LETTERS, min_size=1, max_size=12).filter(
        lambda text: "_x" not in text and not text.startswith("示例") and text not in {"合计", "总计", "小计", "共计"}
    )
    | SIGNS
)
DIGITS_OF_A_SPREADSHEET = 15
POINT = st.tuples(st.floats(73, 136), st.floats(3, 54))


def as_kept(number: float) -> float:
    return float(f"{number:.{DIGITS_OF_A_SPREADSHEET}g}")


def values_of(spec: ColumnSpec, kind: RegisterKind) -> st.SearchStrategy[Any]:
    if spec.value_type is Level:
        return st.sampled_from(list(Level))
    if isinstance(spec.value_type, type) and issubclass(spec.value_type, Enum):
        return st.sampled_from(list(spec.value_type))
    if spec.value_type == Path2D:
        shape = st.lists(POINT, min_size=3, max_size=6, unique=True).map(tuple)
        return shape | st.just(())
    plain: dict[Any, st.SearchStrategy[Any]] = {
        str: TEXT if spec.default is ... or spec.default else TEXT | st.just(""),
        int: st.integers(0, 10**9),
        float: st.floats(0.001 if spec.name in kind.above_zero else 0, 1e12, allow_subnormal=False).map(as_kept),
        bool: st.booleans(),
    }
    return plain[spec.value_type]


@st.composite
def registers(draw: st.DrawFn) -> tuple[RegisterKind, tuple[Any, ...]]:
    kind = KINDS[draw(st.sampled_from(sorted(KINDS)))]
    specs = column_specs(kind)
    rows: list[Any] = []
    for _ in range(draw(st.integers(0, 3))):
        row = {spec.name: draw(values_of(spec, kind)) for spec in specs}
        if {"lon", "lat"} <= row.keys():
            row["lon"], row["lat"] = map(as_kept, draw(POINT))
        rows.append(kind.row_type(**row))
    unique = {row.id: row for row in rows}
    return kind, tuple(unique.values())


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(registers())
def test_a_register_exported_reads_back_the_same(
    tmp_path: Path, ending: str, register: tuple[RegisterKind, tuple[Any, ...]]
) -> None:
    kind, rows = register
    path = tmp_path / f"a.{ending}"
    export_register(kind, rows, path)
    result = import_register(kind, path)
    assert result.refusals == ()
    assert result.rows == rows


@pytest.mark.parametrize("kind", ["grids", "plots", "stock"])
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_shipped_registers_read_back_the_same(tmp_path: Path, kind: str, ending: str) -> None:
    rows = read_register(resource(f"demo/{kind}.csv"), KINDS[kind])
    export_register(KINDS[kind], rows, tmp_path / f"a.{ending}")
    assert import_register(KINDS[kind], tmp_path / f"a.{ending}").rows == rows


@pytest.mark.parametrize("kind", list(KINDS))
def test_a_template_is_recognised_and_its_example_row_is_passed_over(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "template.xlsx"
    write_template(KINDS[kind], path)
    result = import_register(KINDS[kind], path)
    assert (result.considered, result.rows, result.skipped, result.refusals) == (1, (), 1, ())


def test_a_template_marks_what_must_be_filled_in_and_offers_the_choices(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    write_template(KINDS["plots"], tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx")["滩区地块"]
    headings = {cell.value: cell for cell in sheet[1]}
    assert "地块编号*" in headings
    assert "生育期" in headings
    assert "嫩滩 | 二滩 | 高滩 | 背河" in headings["滩别*"].comment.text
    assert any(rule.formula1 == '"嫩滩,二滩,高滩,背河"' for rule in sheet.data_validations.dataValidation)
    assert sheet["A2"].value.startswith("示例")


def test_text_that_looks_like_a_formula_is_never_calculated(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    rows = [Grower("N1", "=cmd()", "农户", "申庄", phone="+86 13800000001")]
    export_register(KINDS["growers"], rows, tmp_path / "a.xlsx")
    export_register(KINDS["growers"], rows, tmp_path / "a.csv")
    cell = load_workbook(tmp_path / "a.xlsx").worksheets[0]["B2"]
    assert (cell.value, cell.data_type) == ("=cmd()", "s")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert list(csv.reader(stream))[1][1] == "'=cmd()"


def test_any_table_can_be_written(tmp_path: Path) -> None:
    export_rows(("甲", "乙"), [("x", 1.5), (None, True)], tmp_path / "a.xlsx", title="问/题")
    assert [list(row) for row in read_table(tmp_path / "a.xlsx").rows] == [["x", 1.5], ["", "是"]]
    with pytest.raises(ValueError, match="pdf"):
        export_rows(("甲",), [], tmp_path / "a.pdf")


def test_a_write_that_fails_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    export_rows(("甲",), [("old",)], path)
    with pytest.raises(ValueError, match="does not fit"):
        export_rows(("甲",), [("x" * 40_000,)], path)
    assert [list(row) for row in read_table(path).rows] == [["old"]]
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.xlsx"]
