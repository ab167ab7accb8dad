"""The forecast on the command line: what is printed, and what is said of a bad file."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from data.rules.forecast.days import Days
from desktop.cli import run
from tests.data.rules.forecast.routed import routed

REAL = Path(__file__).resolve().parents[3] / "shared/data/hydrology/lower_yellow_river_0800_2006_2020.csv"
Told = pytest.CaptureFixture[str]
HEAD = "date,xiaolangdi_Z,xiaolangdi_Q,heishiguan_Q,wuzhi_Q,huayuankou_Q,jiahetan_Q"


def written(path: Path, days: Days) -> Path:
    lines = [HEAD]
    lines += [f"{days.day(i)},,{','.join(f'{one:.1f}' for one in row)}" for i, row in enumerate(days.flows)]
    path.write_text("\n".join(lines), "utf-8")
    return path


def test_years_without_a_past_are_forecast_by_what_is_shipped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path / "river.csv", routed(1, first=date(2021, 1, 1)))
    assert run(["--home", str(tmp_path), "forecast", "--series", str(file), "--at", "2021-07-01", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [one["lead_h"] for one in told["leads"]] == [6, 12, 24, 36, 48, 60, 72]
    assert all(one["low"] <= one["flow_m3s"] <= one["high"] for one in told["leads"])
    assert told["leads"][2]["valid_at"] == "2021-07-02T08:00:00+08:00"
    assert told["trained_to"] == "2020-12-31"
    assert "小浪底" in told["explained"]
    days = ["--from", "2021-01-01", "--to", "2021-12-31"]
    assert run(["forecast", "backtest", "--series", str(file), *days, "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    assert [(row["lead_days"], row["class"]) for row in rows] == [
        (n, name) for n in (1, 2, 3) for name in ("all", ">2500")
    ]
    assert rows[0]["n"] == 364
    assert rows[0]["rmse"] < rows[0]["persistence_rmse"]
    assert {"nse", "regression_rmse"} <= set(rows[0])


def test_days_before_the_shipped_one_was_learned_are_persistence_without_a_past(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path / "river.csv", routed(1, first=date(2012, 1, 1)))
    assert run(["--home", str(tmp_path), "forecast", "--series", str(file), "--at", "2012-03-01", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {one["method"] for one in told["leads"]} == {"persistence"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "没有数据"),
        ("day,flow\n2020-01-01,5", "缺少列"),
        (f"{HEAD}\n2020-13-01,,1,1,1,1,1", "日期不对"),
        (f"{HEAD}\n2020-01-01,,1,1,1,abc,1", "流量不对"),
        (f"{HEAD}\n2020-01-01,,1,1,1,7e9,1", "流量不对"),
        (f"{HEAD}\n2020-01-01,,1,1,1,5,1\n2020-01-01,,1,1,1,5,1", "重复"),
    ],
)
def test_a_bad_file_is_refused_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, said: str
) -> None:
    file = tmp_path / "bad.csv"
    file.write_text(text, "utf-8")
    assert run(["forecast", "--series", str(file), "--at", "2020-01-01"]) == 1
    assert said in capsys.readouterr().err


def test_a_single_bad_value_is_told_and_missing(tmp_path: Path, capsys: Told) -> None:
    file = written(tmp_path / "river.csv", routed(1, first=date(2021, 1, 1)))
    lines = file.read_text("utf-8").split("\n")
    lines[50] = lines[50].rsplit(",", 2)[0] + ",断流,5"
    file.write_text("\n".join(lines), "utf-8")
    assert run(["forecast", "--series", str(file), "--at", "2021-07-01"]) == 0
    assert "第 51 行" in capsys.readouterr().err


def test_a_file_that_is_not_there_and_a_day_that_is_not_in_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["forecast", "--series", str(tmp_path / "none.csv")]) == 1
    file = written(tmp_path / "river.csv", routed(1, first=date(2021, 1, 1)))
    assert run(["forecast", "--series", str(file), "--at", "2025-01-01"]) == 1
    assert run(["forecast", "backtest", "--series", str(file), "--from", "2024-01-01", "--to", "2024-02-01"]) == 1
    assert "2024-01-01" in capsys.readouterr().err


@pytest.mark.skipif(not REAL.exists(), reason="the shared data set is not here")
def test_the_shared_series_is_read_and_forecast(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["forecast", "--series", str(REAL), "--at", "2020-12-31", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["station"] == "花园口"
    assert told["trained_to"] == "2020-12-31"
    assert all(0 < one["flow_m3s"] < 2000 for one in told["leads"])
