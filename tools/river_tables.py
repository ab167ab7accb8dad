"""Makes flood_2020.csv and ratings.csv of resources/demo from a daily 08:00 series: figures with their source.

python tools/river_tables.py SERIES.csv
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from statistics import median
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from data.feeds.gauge import GaugeSeries, read_gauge
from data.feeds.stations import read_gauge_limits, read_station_names
from data.model.river import HUAYUANKOU, Reading
from resources import path as resource

BEIJING = ZoneInfo("Asia/Shanghai")
DATUM = "大沽(待核)"
SOURCE = "黄委 黄河水情日报 每日8时（公开MIT许可仓库汇集）"
STATIONS = ("小浪底", "黑石关", "武陟", "花园口", "夹河滩", "高村")
FIRST, LAST = datetime(2020, 6, 18, tzinfo=BEIJING), datetime(2020, 7, 15, tzinfo=BEIJING)
BIN_M3S = 250
LEAST_IN_BIN = 3


def main(series_path: Path) -> None:
    """Write both tables."""
    names = read_station_names(resource("rules/station_names.csv"))
    series = read_gauge(series_path, names, read_gauge_limits(resource("rules/gauge_limits.csv")), datum=DATUM)
    folder = resource("demo")
    labels = {station.id: station.name for station in names.stations()}
    _write(folder / "flood_2020.csv", ("station", "name", "time", "stage_m", "datum", "flow_m3s", "source"),
           _flood(series, labels))  # fmt: skip
    _write(folder / "ratings.csv", ("station", "year", "flow_m3s", "stage_m", "datum", "n", "source"),
           _ratings(series))  # fmt: skip


def _flood(series: GaugeSeries, labels: dict[str, str]) -> list[tuple[object, ...]]:
    rows: list[tuple[datetime, int, tuple[object, ...]]] = []
    for r in series.readings:
        name = labels[r.station]
        if name in STATIONS and FIRST <= r.at < LAST:
            time = r.at.astimezone(BEIJING)
            row = (r.station, name, time.isoformat(), _plain(r.stage_m), DATUM, _plain(r.flow_m3s), SOURCE)
            rows.append((time, STATIONS.index(name), row))
    return [row for *_, row in sorted(rows)]


def _ratings(series: GaugeSeries) -> list[tuple[object, ...]]:
    """Median stage by bins of flow for each year, made monotone; the ends are the least and greatest flow measured."""
    rows: list[tuple[object, ...]] = []
    readings = [
        r for r in series.stations[HUAYUANKOU].readings("")
        if r.usable and r.flow_m3s is not None and r.stage_m is not None
    ]  # fmt: skip
    for year in sorted({r.at.astimezone(BEIJING).year for r in readings}):
        of_year = sorted((float(r.flow_m3s or 0), float(r.stage_m or 0)) for r in readings if _year(r) == year)
        for flow, stage, count in _monotone(_with_ends(of_year)):
            how = f"由{year}年{len(of_year)}个8时值按{BIN_M3S}m³/s分档取中位数、保序推得，首末为年内最小、最大流量实测"
            source = f"{SOURCE}；{how}"
            rows.append((HUAYUANKOU, year, f"{flow:.0f}", f"{stage:.2f}", DATUM, count, source))
    return rows


def _year(reading: Reading) -> int:
    return reading.at.astimezone(BEIJING).year


def _binned(points: Sequence[tuple[float, float]]) -> list[tuple[float, float, int]]:
    """Join bins until each holds enough readings: a single day is not a rating."""
    bins: list[list[tuple[float, float]]] = []
    for point in points:
        if bins and (len(bins[-1]) < LEAST_IN_BIN or int(point[0] // BIN_M3S) == int(bins[-1][0][0] // BIN_M3S)):
            bins[-1].append(point)
        else:
            bins.append([point])
    if len(bins) > 1 and len(bins[-1]) < LEAST_IN_BIN:
        bins[-2:] = [bins[-2] + bins[-1]]
    return [(median(flow for flow, _ in b), median(stage for _, stage in b), len(b)) for b in bins]


def _with_ends(points: Sequence[tuple[float, float]]) -> list[tuple[float, float, int]]:
    """The least and the greatest flow of the year stand for themselves, so that the range is that of the data."""
    least, *middle, greatest = points
    return [(*least, 1), *_binned(middle), (*greatest, 1)]


def _monotone(points: Iterable[tuple[float, float, int]]) -> list[tuple[float, float, int]]:
    """Pool neighbours whose stage falls while the flow rises (isotonic regression, weights = readings)."""
    pooled: list[tuple[float, float, int]] = []
    for point in points:
        pooled.append(point)
        while len(pooled) > 1 and round(pooled[-2][1], 2) >= round(pooled[-1][1], 2):
            (flow, stage, count), (next_flow, next_stage, next_count) = pooled[-2:]
            whole = count + next_count
            pooled[-2:] = [(
                (flow * count + next_flow * next_count) / whole,
                (stage * count + next_stage * next_count) / whole,
                whole,
            )]  # fmt: skip
    return pooled


def _plain(value: float | None) -> str:
    return "" if value is None else f"{value:.10g}"


def _write(path: Path, headings: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(headings)
        writer.writerows(rows)
    print(f"{path.name}: {len(rows)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
