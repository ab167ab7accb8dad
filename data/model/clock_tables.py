"""Editable tables of the relocation clock: how people move, how long they take to set off, what crops are worth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from data.model.levels import Confidence


class Mode(StrEnum):
    """How people come away."""

    WALKING = "walking"
    CAR = "car"
    TRACTOR = "tractor"
    BOAT = "boat"


class Period(StrEnum):
    """Part of the day, in Beijing time."""

    DAY = "day"
    NIGHT = "night"


@dataclass(frozen=True, slots=True)
class Travel:
    """A way to move: speed, and the depth of water that it passes at most (a boat: the depth that it needs)."""

    mode: Mode
    name: str
    speed_kmh: float
    passable_m: float
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Curve:
    """How many have set off how long after the call: (share 0 … 1, minutes), both rising."""

    name: str
    period: Period
    points: tuple[tuple[float, float], ...]
    source: str
    confidence: Confidence

    def minutes(self, share: float) -> float:
        """Return after how many minutes that share has set off; beyond the last point, the last point."""
        last = (0.0, 0.0)
        for low, high in pairwise((last, *self.points)):
            if high[0] >= share:
                width = high[0] - low[0]
                return low[1] + (high[1] - low[1]) * ((share - low[0]) / width if width else 1.0)
            last = high
        return last[1]


@dataclass(frozen=True, slots=True)
class Class:
    """Which curve and which mode the rows of a register follow; `category` "*" is everybody else."""

    register: str
    category: str
    curve: str
    mode: Mode
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class CropValue:
    """What a 亩 of a crop is worth, and the depth at which all of it is lost (less depth, less loss)."""

    crop: str
    yuan_per_mu: float
    lost_at_m: float
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class ClockSettings:
    """Single figures of the clock and of the works against the water."""

    day_from_h: float
    day_to_h: float
    share: float  # of a class that must have set off by the last safe departure
    margin_min: float  # so long before it, "leave now" is said
    step_m: float  # between points that are asked along a way
    ways_tried: float  # ends of a way out, nearest first, that the clock weighs
    band_low: float  # factors of the forecast flow
    band_high: float
    what_if_rise_h: float
    stepped_rise_m: float  # depth by 1,000 m³/s above the flow that floods a place
    toe_offset_m: float
    toe_wet_m: float
    two_group_toe_m: float


@dataclass(frozen=True, slots=True)
class ClockTables:
    """All tables of the clock, read once."""

    travel: Mapping[Mode, Travel]
    curves: Mapping[tuple[str, Period], Curve]
    classes: Mapping[tuple[str, str], Class]
    crops: Mapping[str, CropValue]
    settings: ClockSettings

    def class_of(self, register: str, category: str) -> Class:
        """Return the class of a row; every register has one for everybody else."""
        return self.classes.get((register, category)) or self.classes[register, "*"]

    def delay_min(self, name: str, period: Period) -> float:
        """Return how long the stated share of a class takes to set off."""
        return self.curves[name, period].minutes(self.settings.share)
