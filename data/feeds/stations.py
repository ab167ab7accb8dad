"""The table of station names: code, Chinese name, pinyin and other spellings, plausible range of stage."""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from types import MappingProxyType

from data.feeds.headings import bare_key, heading_key


@dataclass(frozen=True, slots=True)
class KnownStation:
    """A station that series are read for; stage outside its range is a slip of the pen."""

    id: str
    name: str
    stage_min_m: float = -math.inf
    stage_max_m: float = math.inf


@dataclass(frozen=True, slots=True)
class StationNames:
    """Finds a station by any of its spellings."""

    by_key: Mapping[str, KnownStation]

    def find(self, text: object) -> KnownStation | None:
        """Return the station a code, name or pinyin stands for."""
        if isinstance(text, float) and text.is_integer():
            text = str(int(text))
        return self.by_key.get(heading_key(text)) or self.by_key.get(bare_key(text))

    def stations(self) -> tuple[KnownStation, ...]:
        """Return every station once, in the order of the table."""
        return tuple({station.id: station for station in self.by_key.values()}.values())


@dataclass(frozen=True, slots=True)
class GaugeLimits:
    """What a reading may be at most before it is kept out of the rules; each figure has its source in the table."""

    flow_max_m3s: float
    stage_min_m: float
    stage_max_m: float
    flow_change_m3s_h: float
    stage_change_m_h: float
    spike_m: float
    spike_flow_ratio: float
    repeat_after_h: float
    repeat_gap_h: float
    gap_factor: float
    future_min: float


def read_station_names(path: Path) -> StationNames:
    """Read the shipped table of station names."""
    found: dict[str, KnownStation] = {}
    for row in _rows(path):
        station = KnownStation(
            row["站码"], row["站名"], _number(row["水位下限_m"], -math.inf), _number(row["水位上限_m"], math.inf)
        )
        for spelling in (station.id, station.name, *row["别名"].split(";")):
            if found.setdefault(heading_key(spelling), station) != station:
                raise ValueError(f"{path.name}: {spelling!r} names two stations")
    return StationNames(MappingProxyType(found))


def read_gauge_limits(path: Path) -> GaugeLimits:
    """Read the shipped table of limits for gauge readings."""
    values = {row["name"]: float(row["value"]) for row in _rows(path)}
    return GaugeLimits(**{field.name: values[field.name] for field in fields(GaugeLimits)})


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def _number(text: str, otherwise: float) -> float:
    return float(text) if text else otherwise
