"""Read the table of travel times; a faulty row is ours to mend and is raised loudly."""

from __future__ import annotations

import csv
from pathlib import Path

from data.rules.forecast.travel import TravelRow


def read_travel_times(path: Path) -> tuple[TravelRow, ...]:
    """Read all rows; ValueError names the line that cannot be used."""
    made: list[TravelRow] = []
    with path.open(encoding="utf-8-sig", newline="") as stream:
        for number, row in enumerate(csv.DictReader(stream, strict=True), start=2):
            try:
                flow, likely, low, high = (float(row[name]) for name in ("流量_m3s", "传播时间_h", "最短_h", "最长_h"))
                made.append(
                    TravelRow(row["起点"], row["终点"], flow, likely, low, high, row["来源"], row["可信度"])
                )  # fmt: skip
            except (KeyError, ValueError, TypeError) as fault:
                raise ValueError(f"{path.name}:{number}: {fault!r}") from fault
            if not 0 < low <= likely <= high < 1000 or not 0 < flow < 60_000:
                raise ValueError(f"{path.name}:{number}: {low} … {likely} … {high} h at {flow} m³/s")
    return tuple(made)
