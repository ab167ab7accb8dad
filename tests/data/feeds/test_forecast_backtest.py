"""The shipped back-test reads back as it was written, and says what a forecast is worth."""

from __future__ import annotations

from pathlib import Path

import resources
from data.feeds.forecast_backtest import read_backtest, write_backtest
from data.rules.forecast.backtest import Row


def test_a_row_reads_back_as_it_was_written(tmp_path: Path):
    rows = (Row(1, "all", 4006, 160.5, 0.957, 200.25, 176.0, 0.86, 310.0, -3.5),)
    write_backtest(tmp_path / "t.csv", rows)
    assert read_backtest(tmp_path / "t.csv") == rows


def test_the_shipped_table_has_every_lead_and_class():
    rows = read_backtest(resources.path("rules/forecast_backtest.csv"))
    assert {(row.lead_days, row.flow_class) for row in rows} == {
        (lead, flow) for lead in (1, 2, 3) for flow in ("all", ">2500", ">2500@issue")
    }
    assert all(row.n > 100 for row in rows)
