"""Commands of the forecast: one issue from a series of daily flows, and the rolling back-test of it."""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import resources
from desktop.cli_data import DONE, FAULT, complain, say
from desktop.home import cache_folder, home_folder

if TYPE_CHECKING:
    from data.model.river import Outlook
    from data.rules.forecast.backtest import Row
    from data.rules.forecast.days import Days
    from data.rules.forecast.learning import Learned

BEIJING = timezone(timedelta(hours=8))
READ_AT_H = 8
"""The bulletin's values are of 08:00 Beijing time."""
SHIPPED = ("rules/forecast_2019.npz", "rules/forecast.npz")
CLASSES = ("all", ">2500")
_ABOUT = (
    "--series: a CSV with the columns date, xiaolangdi_Q, heishiguan_Q, wuzhi_Q, huayuankou_Q, jiahetan_Q … of the "
    "Yellow River bulletin (08:00 values; more columns are ignored, gaps and missing columns are allowed except date "
    "and huayuankou_Q). Nothing after the time of issue is ever looked at."
)
_OF_TEST = (
    "Rolling: learned from earlier days only, renewed on 1 June and 1 September; where the series itself has too "
    "short a past, the forecast shipped with the program serves for days after the last it was learned from, before "
    "that persistence. --from and --to are the days a forecast is valid for. class >2500: the flow observed on that "
    "day is above 2,500 m³/s; by_issue_flow has the class by the flow when the forecast was made. regression_rmse is "
    "of a plain least-squares regression on the flows of today and yesterday; coverage is the share of days inside "
    "the 80 % band. Progress goes to stderr."
)


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> list[argparse.ArgumentParser]:
    """Hang `forecast` into the command line; return the parsers that take --home."""
    parser = commands.add_parser(
        "forecast", help="forecast 花园口 from daily flows; `forecast backtest` tests it", description=_ABOUT
    )  # fmt: skip
    parser.add_argument("--series", type=Path, metavar="CSV", help="daily flows")
    parser.add_argument(
        "--at", type=_day, metavar="DATE", help="issued at 08:00 Beijing time of this day; else the last"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.set_defaults(run=run_forecast)
    test = parser.add_subparsers(metavar="ACT").add_parser(
        "backtest", help="rolling back-test at 1, 2, 3 days", description=f"{_ABOUT} {_OF_TEST}"
    )  # fmt: skip
    test.add_argument("--series", type=Path, metavar="CSV", required=True, help="daily flows")
    test.add_argument("--from", dest="start", type=_day, metavar="DATE", required=True, help="first day forecast")
    test.add_argument("--to", dest="end", type=_day, metavar="DATE", required=True, help="last day forecast")
    test.add_argument("--json", action="store_true", help="one JSON object")
    test.set_defaults(run=run_backtest)
    return [parser, test]


def _day(text: str) -> date:
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2020-06-29") from None


def run_forecast(given: argparse.Namespace) -> int:
    """Make one forecast."""
    from data.feeds.travel_times import read_travel_times
    from data.rules.forecast.course import outlook
    from data.rules.forecast.days import CARRIED_DAYS, STATIONS, H

    if given.series is None:
        complain("请用 --series 给出日流量文件；回测用 forecast backtest。")
        return 2
    days = _read(given.series)
    if days is None:
        return FAULT
    at: date = given.at or days.day(len(days) - 1)
    known = days.until(at)
    if not len(known) or (at - known.day(len(known) - 1)).days > CARRIED_DAYS[H]:
        complain(f"{at} 不在文件所载日期之内（{days.first} 至 {days.day(len(days) - 1)}）。")
        return FAULT
    history = {
        station: [
            (_moment(known.day(row)), float(known.flows[row, column]))
            for row in range(max(0, len(known) - 21), len(known))
            if math.isfinite(known.flows[row, column])
        ]
        for column, station in enumerate(STATIONS)
    }
    learned = _learned(known, at, given.home)
    rows = read_travel_times(resources.path("rules/travel_times.csv"))
    made = outlook(history, _moment(at), learned, rows)
    if made is None:
        complain(f"{at} 及此前三日没有花园口流量，无法预报。")
        return FAULT
    names = _names()
    answer = _as_json(made, names)
    say(json.dumps(answer, ensure_ascii=False, indent=1) if given.json else _as_text(answer))
    return DONE


def run_backtest(given: argparse.Namespace) -> int:
    """Test the forecast on years of a series."""
    from data.rules.forecast.backtest import backtest, table_of

    if given.end < given.start:
        complain(f"--to {given.end} 早于 --from {given.start}。")
        return FAULT
    days = _read(given.series)
    if days is None:
        return FAULT

    def tell(day: date) -> None:
        sys.stderr.write(f"\r{day}")
        sys.stderr.flush()

    rows = table_of(backtest(days, given.start, given.end, priors=_shipped(), tell=tell))
    sys.stderr.write("\n")
    if not any(row.n for row in rows):
        complain(f"{given.start} 至 {given.end} 之间没有可以检验的日子。")
        return FAULT
    if given.json:
        answer = {
            "rows": [_row(row) for row in rows if row.flow_class in CLASSES],
            "by_issue_flow": [_row(row) for row in rows if row.flow_class not in CLASSES],
        }
        say(json.dumps(answer, ensure_ascii=False, indent=1))
    else:
        for row in rows:
            say(_row_text(row))
    return DONE


def _moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, READ_AT_H, tzinfo=BEIJING)


def _read(path: Path) -> Days | None:
    from data.feeds.bulletin_days import Fault, SeriesRefused, read_days

    try:
        return read_days(path, lambda row, text: complain(f"{path} 第 {row} 行：流量 {text} 读不懂，按缺测处理"))
    except SeriesRefused as refused:
        said = {
            Fault.UNREADABLE: "不是可读的文本表", Fault.NO_COLUMN: "缺少列", Fault.BAD_DATE: "日期不对",
            Fault.BAD_FLOW: "流量不对", Fault.TWICE: "日期重复", Fault.EMPTY: "没有数据",
            Fault.TOO_LONG: "日期跨度太大",
        }[refused.fault]  # fmt: skip
        where = f" 第 {refused.row} 行" if refused.row else ""
        complain(f"{path}{where}：{said} {refused.text}".rstrip())
        return None


def _shipped() -> tuple[Learned, ...]:
    """What is shipped, learned up to different days."""
    from data.rules.forecast.kept import unpacked

    return tuple(unpacked(resources.path(name).read_bytes()) for name in SHIPPED)


def _learned(known: Days, at: date, home: str | None) -> Learned | None:
    """What is shipped, for days after it was learned; else learned from the past of the series, once for each past."""
    from data.rules.forecast.days import DAY
    from data.rules.forecast.kept import NotKept, packed, unpacked
    from data.rules.forecast.learning import DESIGN, learn, newest_before

    shipped = newest_before(_shipped(), at)
    if shipped is not None:
        return shipped
    past = known.until(date(at.year, 1, 1) - DAY) if at.month < 6 else known.until(date(at.year, 6, 1) - DAY)
    digest = hashlib.sha256(DESIGN.encode() + str(past.first).encode() + past.flows.tobytes()).hexdigest()[:24]
    folder = (home_folder(home) / "cache" if home else cache_folder()) / "forecast"
    file = folder / f"{digest}.npz"
    if file.exists():
        try:
            return unpacked(file.read_bytes())
        except NotKept:
            file.unlink()
    learned = learn(past)
    if learned is not None:
        folder.mkdir(parents=True, exist_ok=True)
        fresh = file.with_suffix(".new")
        fresh.write_bytes(packed(learned))
        fresh.replace(file)
    return learned


def _names() -> dict[str, str]:
    from data.rules.forecast import days

    return {
        days.XIAOLANGDI: "小浪底", days.HEISHIGUAN: "黑石关", days.WUZHI: "武陟", days.HUAYUANKOU: "花园口",
        days.JIAHETAN: "夹河滩",
    }  # fmt: skip


def _as_json(made: Outlook, names: dict[str, str]) -> dict[str, object]:
    method = "组合预报" if made.method == "combined" else "持平（无上游资料或可学的过去）"
    leads = [
        {
            "lead_h": round((point.at - made.made_at).total_seconds() / 3600),
            "valid_at": point.at.astimezone(BEIJING).isoformat(),
            "flow_m3s": round(point.flow_m3s), "low": round(point.low_m3s), "high": round(point.high_m3s),
            "method": made.method, "skill": None if point.skill is None else round(point.skill, 3),
        }
        for point in made.points
    ]  # fmt: skip
    parts = [
        f"{names.get(one.station, one.station)} {one.lag_h:.0f} h 前 {one.flow_m3s:,.0f}"
        if one.lag_h >= 1
        else f"{names.get(one.station, one.station)} {one.flow_m3s:,.0f}"
        for one in made.drivers
    ]
    tested = [one["skill"] for one in leads if one["skill"] is not None]
    return {
        "station": "花园口", "stcd": made.station, "at": made.made_at.isoformat(), "leads": leads,
        "explained": f"{method}：{'；'.join(parts)}",
        "coverage": made.coverage,
        "missing": [names.get(one, one) for one in made.missing],
        "trained_to": None if made.trained_to is None else made.trained_to.date().isoformat(),
        "skill": {
            "against": "persistence", "by_lead": {str(one["lead_h"]): one["skill"] for one in leads},
            "worse_than_persistence": any(isinstance(one, float) and one < 0 for one in tested),
            "note": "只对 24、48、72 h 检验过；其间各时段由日值按传播时间内插，未经检验",
        },
    }  # fmt: skip


def _as_text(answer: dict[str, object]) -> str:
    leads = answer["leads"]
    lines = [f"{answer['station']} {answer['at']}  {answer['explained']}"]
    if isinstance(leads, list):
        lines += [
            f"+{one['lead_h']:>2} h  {one['valid_at']}  {one['flow_m3s']:>6,} m³/s  ({one['low']:,}–{one['high']:,})"
            for one in leads
        ]
    return "\n".join(lines)


def _row(row: Row) -> dict[str, object]:
    def number(value: float, digits: int = 1) -> float | None:
        return round(value, digits) if math.isfinite(value) else None

    return {
        "lead_days": row.lead_days, "class": row.flow_class, "n": row.n, "rmse": number(row.rmse),
        "nse": number(row.nse, 4), "persistence_rmse": number(row.persistence_rmse),
        "regression_rmse": number(row.regression_rmse), "skill": number(row.skill, 4) if row.n else None,
        "coverage": number(row.coverage, 3), "bias": number(row.bias_m3s),
    }  # fmt: skip


def _row_text(row: Row) -> str:
    return (
        f"{row.lead_days} d {row.flow_class:<12} n {row.n:>5}  rmse {row.rmse:7.1f}  persistence "
        f"{row.persistence_rmse:7.1f} ({row.skill:+.1%})  regression {row.regression_rmse:7.1f}  nse {row.nse:6.3f}  "
        f"80 % band holds {row.coverage:.1%}"
    )
