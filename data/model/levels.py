"""Response levels, flow tiers and the triggers that suggest a level (domain.md §1)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Self

from data.model.columns import column


class Level(IntEnum):
    """Flood response level; a greater value is more severe."""

    NONE = 0
    IV = 1
    III = 2
    II = 3
    I = 4  # noqa: E741 - the official numeral

    @property
    def numeral(self) -> str | None:
        """Official numeral used in exchange files ("IV" … "I"), None below level IV."""
        return None if self is Level.NONE else self.name

    @property
    def colour(self) -> str:
        """Name of the official warning colour: none, blue, yellow, orange or red."""
        return ("none", "blue", "yellow", "orange", "red")[self]

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "Ⅳ", "IV", "4", "四级", "蓝" …; ValueError when it is none of them."""
        key = text.strip().upper().removesuffix("级")
        for value, names in enumerate(_SPELLINGS):
            if key in names:
                return cls(value)
        raise ValueError(text)


_SPELLINGS: tuple[tuple[str, ...], ...] = (
    ("", "NONE", "无", "-"),
    ("IV", "Ⅳ", "4", "四", "蓝", "蓝色"),
    ("III", "Ⅲ", "3", "三", "黄", "黄色"),
    ("II", "Ⅱ", "2", "二", "橙", "橙色"),
    ("I", "Ⅰ", "1", "一", "红", "红色"),
)


class Confidence(StrEnum):
    """How far a figure of the plan may be relied on (tags of domain.md)."""

    HIGH = "高"
    MEDIUM = "中"
    LOW = "低"
    ASSUMED = "设定"


@dataclass(frozen=True, slots=True)
class Tier:
    """One band of flow at 花园口 with `lower_m3s <= Q < upper_m3s`."""

    id: str = column("级别")
    lower_m3s: float = column("下限_m3s")
    upper_m3s: float = column("上限_m3s")
    level: Level = column("响应等级")
    name: str = column("简称")
    picture: str = column("现场图景")
    source: str = column("依据")
    confidence: Confidence = column("可信度")
    patrol_interval_min: float | None = column("巡查间隔_min", default=None)
    groups_per_km: float | None = column("每公里组数", default=None)

    @property
    def number(self) -> int:
        """Rank of the tier: 0 for T0 … 7 for T7."""
        return int(self.id.removeprefix("T"))


@dataclass(frozen=True, slots=True)
class Trigger:
    """A station value that suggests a level: value >= lower raises it; it falls below lower - hysteresis."""

    id: str = column("编号")
    station: str = column("测站")
    variable: str = column("要素")  # flow | stage
    level: Level = column("响应等级")
    lower: float = column("下限")
    hysteresis: float = column("回差")
    source: str = column("依据")
    confidence: Confidence = column("可信度")
    note: str = column("说明", default="")


@dataclass(frozen=True, slots=True)
class ReportingRule:
    """How old a reading may be at a level before it is stale (domain.md §1.6)."""

    id: str = column("响应等级")  # numeral, or "" below level IV
    max_age_h: float = column("最大时效_h")
    source: str = column("依据")
    confidence: Confidence = column("可信度")
