"""Water on a map, ready to be drawn: numbered cells, where they lie, and the words that must stand beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from data.model.places import Path2D
from widgets.raster_paint import classify

Corners = tuple[tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]]
_UNBOUNDED = float("-inf")


class Ramp(StrEnum):
    """What the classes tell; the theme has a row of colours for each (`raster.<ramp>.1` …)."""

    DEPTH = "depth"
    SPEED = "speed"
    HAZARD = "hazard"
    ARRIVAL = "arrival"
    DURATION = "duration"
    DIFFERENCE = "difference"


BREAKS = MappingProxyType(
    {
        Ramp.DEPTH: (0.05, 0.5, 1.0, 2.0, 3.0),
        Ramp.SPEED: (0.05, 0.25, 0.5, 1.0, 2.0),
        Ramp.HAZARD: (0.01, 0.25, 0.5, 1.0, 2.0),
        Ramp.ARRIVAL: (0.0, 2.0, 4.0, 6.0, 9.0, 12.0),
        Ramp.DURATION: (0.01, 3.0, 6.0, 12.0, 24.0),
        Ramp.DIFFERENCE: (_UNBOUNDED, -1.0, -0.3, -0.05, 0.05, 0.3, 1.0),
    }
)
"""Lower bounds of the classes (lower <= value < next): m, m/s, m²/s, h, h, m. For pictures, not for decisions."""


@dataclass(frozen=True, slots=True)
class LegendRow:
    """One class: its number in the cells, and its words."""

    number: int
    words: str


@dataclass(frozen=True, slots=True)
class Isoline:
    """A line of equal value with its words ("6 h")."""

    words: str
    path: Path2D


@dataclass(frozen=True, slots=True, eq=False)
class MapWater:
    """Water for the map; made once per picture, never changed. Class 0 is drawn as nothing.

    `corners` are lon, lat of the outer corners: north-west, north-east, south-east, south-west. `notes` hold the
    nature, the moment and the measured error, and are on the map as long as the water is.
    """

    pixels: NDArray[np.uint8]
    corners: Corners
    ramp: Ramp
    title: str
    legend: tuple[LegendRow, ...]
    notes: tuple[str, ...]
    isolines: tuple[Isoline, ...] = ()
    preview: bool = False
    smooth: bool = False


def water(
    ramp: Ramp,
    values: NDArray[Any],
    corners: Sequence[Sequence[float]],
    notes: Sequence[str],
    *,
    title: str = "",
    isolines: Sequence[Isoline] = (),
    preview: bool = False,
) -> MapWater:
    """Make water for the map from the values of cells, NaN where there is none or nothing is known."""
    north_west, north_east, south_east, south_west = ((float(lon), float(lat)) for lon, lat in corners)
    return MapWater(
        pixels=classify(values, BREAKS[ramp]),
        corners=(north_west, north_east, south_east, south_west),
        ramp=ramp,
        title=title or heading(ramp),
        legend=legend(ramp),
        notes=tuple(note for note in notes if note),
        isolines=tuple(isolines),
        preview=preview,
    )


def heading(ramp: Ramp) -> str:
    """Say what is drawn, with its unit."""
    t = QCoreApplication.translate
    return {
        Ramp.DEPTH: t("MapWater", "淹没水深 m"),
        Ramp.SPEED: t("MapWater", "最大流速 m/s"),
        Ramp.HAZARD: t("MapWater", "危险度 h·v m²/s"),
        Ramp.ARRIVAL: t("MapWater", "到达时间 h"),
        Ramp.DURATION: t("MapWater", "淹没历时 h"),
        Ramp.DIFFERENCE: t("MapWater", "水深差 B−A m"),
    }[ramp]


def legend(ramp: Ramp) -> tuple[LegendRow, ...]:
    """Word every class by its bounds."""
    breaks = BREAKS[ramp]
    rows = [LegendRow(n, _between(low, high)) for n, (low, high) in enumerate(pairwise(breaks), 1)]
    return (*rows, LegendRow(len(breaks), f"≥ {breaks[-1]:g}"))


def _between(low: float, high: float) -> str:
    if low == _UNBOUNDED:
        return f"< {_signed(high)}"
    if low < 0 < high and low == -high:
        return f"± {high:g}"
    return f"{_signed(low)} {'…' if low < 0 else '–'} {_signed(high)}"


def _signed(value: float) -> str:
    return f"{value:g}".replace("-", "−")
