"""Bands of a quantity (lower <= value < upper) and an axis that gives each of them readable room."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True)
class Band:
    """A range with its colour role and its words; `short` stands in where the label does not fit."""

    lower: float
    upper: float
    colour_role: str
    label: str
    short: str = ""

    def holds(self, value: float) -> bool:
        """Whether the value lies in this band; the upper bound belongs to the next one."""
        return self.lower <= value < self.upper


def band_of(bands: Sequence[Band], value: float) -> Band | None:
    """The band that holds a value; the topmost one also holds its own upper bound."""
    for band in bands:
        if band.holds(value):
            return band
    if bands and value == bands[-1].upper:
        return bands[-1]
    return None


@dataclass(frozen=True, slots=True)
class TierAxis:
    """A piecewise linear axis from values to 0…1.

    A share of the room is dealt out evenly, so that a narrow tier can still be hit and read; the rest follows the
    values, so that a wide tier still looks wider.
    """

    values: tuple[float, ...]
    places: tuple[float, ...]

    @classmethod
    def over(cls, lower: float, upper: float, bands: Sequence[Band] = (), evenness: float = 0.78) -> TierAxis:
        """An axis over a range whose knots are the band bounds inside it."""
        if not lower < upper:
            msg = f"an axis needs lower < upper, not {lower} and {upper}"
            raise ValueError(msg)
        inner = {bound for band in bands for bound in (band.lower, band.upper) if lower < bound < upper}
        values = (lower, *sorted(inner), upper)
        count = len(values) - 1
        places = [0.0]
        for left, right in pairwise(values):
            share = (right - left) / (upper - lower)
            places.append(places[-1] + evenness / count + (1 - evenness) * share)
        places[-1] = 1.0
        return cls(values, tuple(places))

    def place(self, value: float) -> float:
        """Where a value lies between 0 and 1; outside values go to the ends."""
        return _interpolate(value, self.values, self.places)

    def value(self, place: float) -> float:
        """Which value lies at a place."""
        return _interpolate(place, self.places, self.values)


def _interpolate(x: float, xs: tuple[float, ...], ys: tuple[float, ...]) -> float:
    if x <= xs[0]:
        return ys[0]
    if x >= xs[-1]:
        return ys[-1]
    i = bisect_right(xs, x) - 1
    return ys[i] + (ys[i + 1] - ys[i]) * (x - xs[i]) / (xs[i + 1] - xs[i])


def tick_words(
    values: Sequence[float], x_of: Callable[[float], float], width_of: Callable[[str], float], width: float, gap: float
) -> list[tuple[str, float, float]]:
    """Labels (words, left, width) that fit beside each other: grouped digits, else plain ones, else fewer of them."""
    places: list[tuple[str, float, float]] = []
    for pattern in ("{:,.0f}", "{:.0f}"):
        places = _placed(values, pattern, x_of, width_of, width)
        if all(left[1] + left[2] + gap <= right[1] for left, right in pairwise(places)):
            return places
    kept: list[tuple[str, float, float]] = []
    for place in (*reversed(places[1:-1]), *places[:1], *places[-1:]):  # thresholds before the ends, high ones first
        if all(place[1] + place[2] + gap <= other[1] or other[1] + other[2] + gap <= place[1] for other in kept):
            kept.append(place)
    return sorted(kept, key=lambda place: place[1])


def _placed(
    values: Sequence[float],
    pattern: str,
    x_of: Callable[[float], float],
    width_of: Callable[[str], float],
    width: float,
) -> list[tuple[str, float, float]]:
    placed: list[tuple[str, float, float]] = []
    for value in values:
        words = pattern.format(value)
        wide = width_of(words)
        placed.append((words, min(max(0.0, x_of(value) - wide / 2), width - wide), wide))
    return placed
