"""What is known of the river: stations, readings, forecasts, ratings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from data.model.columns import column

HUAYUANKOU = "40105150"
"""Station code (STCD) of 花园口, the station that the whole plan is keyed on."""


class Quality(StrEnum):
    """What the checks found; only GOOD, TYPED and CONFIRMED values reach the rules."""

    GOOD = "good"
    TYPED = "typed"
    CONFIRMED = "confirmed"  # a person vouches for it: no feed overwrites it
    REPEATED = "repeated"
    IMPOSSIBLE = "impossible"
    STALE_MARK = "stale_mark"


RELIABLE = frozenset({Quality.GOOD, Quality.TYPED, Quality.CONFIRMED})


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
        return self.quality in RELIABLE


@dataclass(frozen=True, slots=True)
class Forecast:
    """An official forecast value typed in by the duty officer: flow in m³/s expected at `valid_at`."""

    station: str
    flow_m3s: float
    valid_at: datetime
    issued_at: datetime
    source: str


@dataclass(frozen=True, slots=True)
class OutlookPoint:
    """Flow expected at a time, in m³/s, with the band that has held the truth in `Outlook.coverage` of past forecasts.

    `skill` is 1 - RMSE / RMSE of persistence at this lead and flow class in the back-test; below 0 it is worse than
    saying that nothing changes. None where it was never tested.
    """

    at: datetime
    flow_m3s: float
    low_m3s: float
    high_m3s: float
    skill: float | None = None


@dataclass(frozen=True, slots=True)
class Driver:
    """What a forecast rests on most: a flow of m³/s at a station `lag_h` hours before the forecast was made."""

    station: str
    lag_h: float
    flow_m3s: float


@dataclass(frozen=True, slots=True)
class Outlook:
    """The desk's own forecast of the flow at a station; an official one, where it stands, wins over it."""

    station: str
    made_at: datetime
    points: tuple[OutlookPoint, ...]  # in order of time
    method: str  # code of the method, e.g. combined, routed, persistence
    drivers: tuple[Driver, ...] = ()  # the weightiest first
    coverage: float = 0.8
    trained_to: datetime | None = None
    missing: tuple[str, ...] = ()  # stations without which it had to be made


@dataclass(frozen=True, slots=True)
class Proposal:
    """A typed value that crosses the triggers `crosses`, kept until a second person decides."""

    id: str
    reading: Reading
    crosses: tuple[str, ...]
    by: str
    at: datetime
