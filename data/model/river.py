"""What is known of the river: stations, readings, forecasts, ratings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from data.model.columns import column

HUAYUANKOU = "40105150"
"""Station code (STCD) of 花园口, the station that the whole plan is keyed on."""


class Quality(StrEnum):
    """What the checks on import found; only GOOD and TYPED values reach the rules."""

    GOOD = "good"
    TYPED = "typed"
    REPEATED = "repeated"
    IMPOSSIBLE = "impossible"
    STALE_MARK = "stale_mark"


@dataclass(frozen=True, slots=True)
class Station:
    """A gauging station or reservoir outlet."""

    id: str = column("站码", "STCD", "测站编码")
    name: str = column("站名", "STNM")
    river: str = column("河名", "RVNM", default="黄河")
    lon: float | None = column("经度", "LGTD", default=None)
    lat: float | None = column("纬度", "LTTD", default=None)
    datum: str = column("基面", "DTMNM", default="")
    travel_h: float | None = column("至花园口传播时间_h", default=None)  # negative: downstream of 花园口
    source: str = column("来源", default="")


@dataclass(frozen=True, slots=True)
class Reading:
    """One observation (or typed value) at a station. flow in m³/s, stage in m above `datum`."""

    station: str
    at: datetime  # aware
    flow_m3s: float | None = None
    stage_m: float | None = None
    datum: str = ""
    source: str = ""
    quality: Quality = Quality.GOOD

    @property
    def usable(self) -> bool:
        """Whether rules may rely on it."""
        return self.quality in (Quality.GOOD, Quality.TYPED)


@dataclass(frozen=True, slots=True)
class Forecast:
    """An official forecast value typed in by the duty officer: flow in m³/s expected at `valid_at`."""

    station: str
    flow_m3s: float
    valid_at: datetime
    issued_at: datetime
    source: str
