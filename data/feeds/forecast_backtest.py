"""The table of the shipped back-test: how the forecast did on years past, by lead and class of flow."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import asdict, fields
from pathlib import Path

from data.rules.forecast.backtest import Row


def write_backtest(path: Path, rows: Iterable[Row]) -> None:
    """Write the rows; flows in m³/s, to a tenth."""
    names = [field.name for field in fields(Row)]
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, names, lineterminator="\n")
        writer.writeheader()
        for row in rows:
            values = asdict(row)
            writer.writerow({k: round(v, 3) if isinstance(v, float) else v for k, v in values.items()})


def read_backtest(path: Path) -> tuple[Row, ...]:
    """Read what `write_backtest` wrote."""
    with path.open(encoding="utf-8", newline="") as stream:
        return tuple(
            Row(
                int(row["lead_days"]),
                row["flow_class"],
                int(row["n"]),
                *(float(row[name]) for name in _FIGURES),
            )
            for row in csv.DictReader(stream)
        )


_FIGURES = ("rmse", "nse", "persistence_rmse", "regression_rmse", "coverage", "width_m3s", "bias_m3s")
