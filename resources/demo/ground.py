"""The ground of the demonstration: levee, river, benches as smooth curves over a local plane, all 示意.

x is metres east, y metres north of 113.70 E, 34.90 N.
Every long line is a function y(x), so belts between lines never fold.
The river line is hand-made: a score of points rounded to 0.001–0.002°, not taken from any survey.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Point = tuple[float, float]

LON0, LAT0 = 113.70, 34.90
METRES_PER_LON, METRES_PER_LAT = 91_399.0, 110_939.0  # WGS-84 ellipsoid at 34.9° N
WEST_LON, EAST_LON = 113.617, 113.797
SKETCH = "示意，非测绘"

_LEVEE = (
    (113.595, 34.9225), (113.607, 34.9190), (113.620, 34.9150), (113.6375, 34.9094), (113.655, 34.9050),
    (113.670, 34.9034), (113.685, 34.9023), (113.700, 34.9010), (113.720, 34.8970), (113.735, 34.8928),
    (113.750, 34.8890), (113.775, 34.8843), (113.800, 34.8800), (113.825, 34.8765),
)  # fmt: skip
_CENTRE = (
    (113.580, 34.940), (113.600, 34.936), (113.616, 34.934), (113.628, 34.932), (113.638, 34.929),
    (113.649, 34.923), (113.660, 34.914), (113.670, 34.908), (113.680, 34.906), (113.690, 34.908),
    (113.702, 34.912), (113.718, 34.918), (113.734, 34.920), (113.750, 34.918), (113.760, 34.914),
    (113.768, 34.907), (113.776, 34.897), (113.784, 34.890), (113.792, 34.885), (113.802, 34.882),
    (113.830, 34.880),
)  # fmt: skip
_CHANNEL_WIDTH = (
    (113.580, 900), (113.620, 1_000), (113.640, 1_100), (113.660, 760), (113.680, 640), (113.700, 800),
    (113.730, 1_150), (113.755, 1_000), (113.775, 780), (113.790, 640), (113.830, 760),
)  # fmt: skip
# levee to the southern boundary, metres; the strip then measures 54 km² (53.85 reported in 2020, 47.56 in 2025)
_DEPTH_OF_LAND = (
    (113.610, 1_480), (113.630, 1_600), (113.655, 1_360), (113.680, 1_420), (113.700, 1_680), (113.725, 1_740),
    (113.750, 1_560), (113.775, 1_420), (113.800, 1_300),
)  # fmt: skip


def east(lon: float) -> float:
    """Metres east of the origin."""
    return (lon - LON0) * METRES_PER_LON


def north(lat: float) -> float:
    """Metres north of the origin."""
    return (lat - LAT0) * METRES_PER_LAT


def geo(x: float, y: float) -> Point:
    """Return lon, lat to six decimals."""
    return round(LON0 + x / METRES_PER_LON, 6), round(LAT0 + y / METRES_PER_LAT, 6)


@dataclass(frozen=True, slots=True)
class Curve:
    """A smooth curve through points that never overshoots them (monotone cubic)."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    slopes: tuple[float, ...]

    @classmethod
    def through(cls, points: Sequence[Point]) -> Curve:
        xs, ys = tuple(p[0] for p in points), tuple(p[1] for p in points)
        steps = [(ys[i + 1] - ys[i]) / (xs[i + 1] - xs[i]) for i in range(len(xs) - 1)]
        inner = [0.0 if a * b <= 0 else 2 * a * b / (a + b) for a, b in pairwise(steps)]
        return cls(xs, ys, (steps[0], *inner, steps[-1]))

    def at(self, x: float) -> float:
        i = min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)
        width = self.xs[i + 1] - self.xs[i]
        t = (x - self.xs[i]) / width
        return (
            self.ys[i] * (1 + 2 * t) * (1 - t) ** 2
            + self.slopes[i] * width * t * (1 - t) ** 2
            + self.ys[i + 1] * t * t * (3 - 2 * t)
            + self.slopes[i + 1] * width * t * t * (t - 1)
        )


def _plane(points: Sequence[Point]) -> Curve:
    return Curve.through([(east(lon), north(lat)) for lon, lat in points])


def _widths(points: Sequence[Point]) -> Curve:
    return Curve.through([(east(lon), metres) for lon, metres in points])


_LEVEE_CURVE, _CENTRE_CURVE = _plane(_LEVEE), _plane(_CENTRE)
_WIDTH_CURVE, _LAND_CURVE = _widths(_CHANNEL_WIDTH), _widths(_DEPTH_OF_LAND)
WEST, EAST = east(WEST_LON), east(EAST_LON)


def wave(x: float, length: float, phase: float) -> float:
    """Return a soft irregular swing between about -1 and 1."""
    turn = x / length * math.tau + phase
    return 0.62 * math.sin(turn) + 0.38 * math.sin(2.37 * turn + 1.7 * phase)


def levee(x: float) -> float:
    """Crest line of the main levee."""
    return _LEVEE_CURVE.at(x)


def centre(x: float) -> float:
    """Mid-channel line, the northern edge of the township."""
    return _CENTRE_CURVE.at(x)


def _half_channel(x: float) -> float:
    reach = 160.0
    slope = (centre(x + reach) - centre(x - reach)) / (2 * reach)
    return _WIDTH_CURVE.at(x) / 2 * math.hypot(1.0, slope)


def south_bank(x: float) -> float:
    """Edge of the main channel on the township's side."""
    return max(centre(x) - _half_channel(x) + 18 * wave(x, 1_900, 0.4), levee(x) + 52)


def north_bank(x: float) -> float:
    """Edge of the main channel on the far side."""
    return centre(x) + _half_channel(x) + 35 * wave(x, 2_300, 2.1)


def works_edge(x: float) -> float:
    """Outer edge of the belt of works and wind-break wood along the levee."""
    return levee(x) + min(165 + 22 * wave(x, 2_600, 0.9), 0.55 * (south_bank(x) - levee(x)))


def low_edge(x: float) -> float:
    """Line between 嫩滩 and 二滩."""
    depth = south_bank(x) - works_edge(x)
    return south_bank(x) - depth * (0.27 + 0.05 * wave(x, 3_100, 1.3))


def high_edge(x: float) -> float:
    """Line between 二滩 and 高滩."""
    depth = south_bank(x) - works_edge(x)
    return works_edge(x) + depth * (0.33 + 0.05 * wave(x, 2_700, 2.6))


def south_edge(x: float) -> float:
    """Southern boundary of the strip."""
    return levee(x) - _LAND_CURVE.at(x) + 55 * wave(x, 1_700, 0.2)


def inland(share: float, swing: float, phase: float) -> Callable[[float], float]:
    """Return a line that lies a share of the way from the levee to the southern boundary."""

    def line(x: float) -> float:
        top, bottom = levee(x), south_edge(x)
        return top - (top - bottom) * share + swing * wave(x, 1_500, phase)

    return line


_CHAINAGE_STEP = 5.0
_CHAINAGE_AT_113_62 = 6_663.0  # upper end of 花园口险工


def _levee_lengths() -> tuple[float, ...]:
    start, length, out = east(_LEVEE[0][0]), 0.0, [0.0]
    steps = int((east(_LEVEE[-1][0]) - start) / _CHAINAGE_STEP)
    for i in range(1, steps + 1):
        x = start + i * _CHAINAGE_STEP
        length += math.hypot(_CHAINAGE_STEP, levee(x) - levee(x - _CHAINAGE_STEP))
        out.append(length)
    return tuple(out)


_LENGTHS = _levee_lengths()
_LEVEE_START = east(_LEVEE[0][0])


def _length_to(x: float) -> float:
    place = (x - _LEVEE_START) / _CHAINAGE_STEP
    i = min(max(int(place), 0), len(_LENGTHS) - 2)
    return _LENGTHS[i] + (_LENGTHS[i + 1] - _LENGTHS[i]) * (place - i)


def chainage(x: float) -> float:
    """Return levee chainage in metres: true length along the drawn line, 6+663 at 113.62 E."""
    return _length_to(x) - _length_to(east(113.62)) + _CHAINAGE_AT_113_62


def at_chainage(metres: float) -> float:
    """Return the x of a chainage."""
    wanted = metres - _CHAINAGE_AT_113_62 + _length_to(east(113.62))
    i = min(max(bisect_right(_LENGTHS, wanted) - 1, 0), len(_LENGTHS) - 2)
    return _LEVEE_START + (i + (wanted - _LENGTHS[i]) / (_LENGTHS[i + 1] - _LENGTHS[i])) * _CHAINAGE_STEP


def trace(line: Callable[[float], float], start: float, end: float, step: float = 120.0) -> list[Point]:
    """Return a line's points in lon, lat from start to end (either way)."""
    count = max(round(abs(end - start) / step), 1)
    return [geo(x, line(x)) for x in (start + (end - start) * i / count for i in range(count + 1))]


def stake(metres: float) -> str:
    """Chainage as written on the levee: 16+738."""
    whole = round(metres)
    return f"{whole // 1_000}+{whole % 1_000:03d}"
