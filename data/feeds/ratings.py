"""Read the shipped tables of the river: ratings by year and the recorded flood of the demonstration."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from pathlib import Path

from data.model.river import Reading
from data.rules.rating import Rating


def read_ratings(path: Path) -> tuple[Rating, ...]:
    """Read the points of all ratings; a table that turns back is ours to mend and is raised loudly."""
    points: dict[tuple[str, int, str, str], list[tuple[float, float]]] = {}
    counts: dict[tuple[str, int, str, str], int] = {}
    for row in _rows(path):
        key = (row["station"], int(row["year"]), row["datum"], row["source"])
        points.setdefault(key, []).append((float(row["flow_m3s"]), float(row["stage_m"])))
        counts[key] = counts.get(key, 0) + int(row["n"])
    return tuple(
        Rating(year, station, datum, tuple(sorted(listed)), source, counts[station, year, datum, source])
        for (station, year, datum, source), listed in points.items()
    )


def read_flood(path: Path) -> tuple[Reading, ...]:
    """Read the recorded flood, oldest first."""
    readings = [
        Reading(
            row["station"], datetime.fromisoformat(row["time"]).astimezone(UTC), float(row["flow_m3s"]),
            float(row["stage_m"]), row["datum"], row["source"],
        )
        for row in _rows(path)
    ]  # fmt: skip
    return tuple(sorted(readings, key=lambda reading: (reading.at, reading.station)))


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))
