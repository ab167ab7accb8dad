"""Readable across a room: how large type must be on a wall so that it can be read at a distance, in minutes of arc.

Heights are those of a capital letter or figure without accent, as the sources measure them. A Chinese character of the
same font is about a quarter taller.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from widgets.theme import Size

TEXT_ARC = 16.0
"""Least height of text (NUREG-0700 rev. 2 §1.3.1-4; ISO 9241-3, whose successor 9241-303 待核)."""
FIGURE_ARC = 22.0
"""Least height of what is read as a figure: the upper end of the 20′ to 22′ that both prefer for reading."""
EASY_ARC = 32.0
"""Twice the least: larger than this nothing is made only because there is room [设定]."""
FULL_WIDTH = 400.0
"""A wall so wide at scale 1 is full of what its pages show [设定]."""

CAP_SHARE = 0.733
"""Height of a capital to the size of the house font; the window measures its own."""
WIDTH_65_INCH_MM = 1430.0
"""Width of the picture of a 65-inch screen 16:9, where a screen does not say its own."""
_LEAST_SAID_MM = 150.0
_MOST_SAID_MM = 20_000.0
_FIGURES_MIN_PX = 6


@dataclass(frozen=True, slots=True)
class Viewing:
    """A screen and who looks at it: width of the picture in mm and in px of the window system, distance in m."""

    width_mm: float
    width_px: int
    distance_m: float
    cap_share: float = CAP_SHARE

    @property
    def mm_per_px(self) -> float:
        """Size of a pixel."""
        return self.width_mm / self.width_px

    def arc_of(self, font_px: float) -> float:
        """Minutes of arc of a capital of this font size."""
        return arc_minutes(font_px * self.cap_share * self.mm_per_px, self.distance_m)

    def font_px(self, arc: float) -> int:
        """The least font size, in whole px, whose capitals are at least so many minutes of arc high."""
        wanted = height_mm(arc, self.distance_m) / self.mm_per_px / self.cap_share
        return max(_FIGURES_MIN_PX, math.ceil(wanted - 1e-9))


@dataclass(frozen=True, slots=True)
class WallType:
    """The type of a wall: its scale for the theme, and how many minutes of arc each text size then has."""

    viewing: Viewing
    scale: float
    arcs: Mapping[Size, float]

    def px(self, size: Size) -> int:
        """Font size in px, as the theme rounds it."""
        return round(size.value * self.scale)

    @property
    def smallest(self) -> float:
        """Minutes of arc of the smallest text."""
        return min(self.arcs.values())


def arc_minutes(height: float, distance_m: float) -> float:
    """Angle under which something of this height in mm is seen, in minutes of arc."""
    return math.degrees(2 * math.atan(height / 2 / (distance_m * 1000))) * 60


def height_mm(arc: float, distance_m: float) -> float:
    """Height in mm of what is seen under so many minutes of arc."""
    return 2 * distance_m * 1000 * math.tan(math.radians(arc / 60) / 2)


def choose(viewing: Viewing) -> WallType:
    """Choose the scale: the smallest text has 16′ and the smallest figure 22′, whichever asks for more.

    Where people sit near it is larger: as much as fills the screen, and at most twice the least.
    """
    text = viewing.font_px(TEXT_ARC) / Size.TINY.value
    figures = (viewing.font_px(FIGURE_ARC) - 0.5) / SMALLEST_FIGURE.value
    easy = viewing.font_px(EASY_ARC) / Size.TINY.value
    scale = max(text, figures, min(easy, viewing.width_px / FULL_WIDTH))
    return WallType(
        viewing, scale, MappingProxyType({size: viewing.arc_of(round(size.value * scale)) for size in Size})
    )


SMALLEST_FIGURE = Size.LARGE
"""No label of the wall with a figure in it is smaller than this; words alone may be."""


def width_said(said_mm: float, width_px: int, height_px: int) -> float:
    """The width a screen says of itself, where it can be true; else that of a 65-inch screen.

    Projectors and virtual screens say nothing, or the size of a desk screen for whatever hangs on the wall.
    """
    if not _LEAST_SAID_MM <= said_mm <= _MOST_SAID_MM or width_px <= 0 or height_px <= 0:
        return WIDTH_65_INCH_MM
    return said_mm
