"""Workbooks of Excel 97 are read like any other, and a damaged one is refused without ending the program."""

from __future__ import annotations

import random
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.feeds.registers import KINDS, import_register
from data.feeds.report import FeedRefused, Reason
from data.feeds.tables import read_table

OLD = Path(__file__).with_name("old_office.xls")


def test_an_old_workbook_gives_its_rows_with_merged_cells_dates_and_numbers() -> None:
    naive = datetime  # cells carry no zone
    rows = [list(row) for row in read_table(OLD).rows]
    assert rows == [["N2", "张三", "农户", "申庄", 2.0, ""], ["N3", "张三", "农户", "申庄", 3.0, naive(2020, 6, 29, 8)]]
    assert [row.village for row in import_register(KINDS["growers"], OLD).rows] == ["申庄", "申庄"]


def test_a_torn_old_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(OLD.read_bytes()[:2000])
    with pytest.raises(FeedRefused) as refused:
        read_table(path)
    assert refused.value.reason is Reason.TORN


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10**9))
def test_an_old_workbook_with_bytes_changed_gives_a_table_or_a_refusal(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    content = bytearray(OLD.read_bytes())
    for _ in range(chance.randint(1, 6)):
        content[chance.randrange(8, len(content))] = chance.randrange(256)
    path = tmp_path / "a.xls"
    path.write_bytes(bytes(content))
    try:
        table = read_table(path)
    except FeedRefused:
        return
    assert len(table.rows) == len(table.numbers)
