"""Takes the course of a station from a shipped record (CSV: station,name,time,stage_m,datum,flow_m3s,source)."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from data.feeds.ratings import read_flood
from data.model.river import Reading

Points = tuple[tuple[float, float, float | None], ...]


class Records:
    """The records beside which scenarios are read: `name` is the file's name without .csv; each is read once."""

    def __init__(self, folder: Path | None) -> None:
        """Remember where they lie."""
        self._folder = folder
        self._read: dict[str, tuple[Reading, ...]] = {}

    def readings(self, name: str) -> tuple[Reading, ...] | None:
        """Return a whole record, None when there is none of that name."""
        if name not in self._read:
            path = None if self._folder is None else self._folder / f"{name}.csv"
            if path is None or path.name != f"{name}.csv" or path.parent != self._folder or not path.is_file():
                return None
            self._read[name] = read_flood(path)
        return self._read[name]


def points_of(
    record: tuple[Reading, ...], station: str, starts_at: datetime, first: datetime | None, last: datetime | None
) -> tuple[Points, str, str]:
    """Return points (minutes after the start), datum and source of a station's record from `first` to `last`."""
    kept = [
        one
        for one in record
        if one.station == station and one.flow_m3s is not None
        and (first is None or one.at >= first) and (last is None or one.at <= last)
    ]  # fmt: skip
    points = tuple(((one.at - starts_at).total_seconds() / 60, one.flow_m3s or 0.0, one.stage_m) for one in kept)
    return points, kept[0].datum if kept else "", kept[0].source if kept else ""
