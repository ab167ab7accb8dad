"""Bring GCJ-02 and BD-09 longitudes and latitudes to WGS-84 by formula, one pair or whole arrays."""

from __future__ import annotations

import math
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

_SEMI_MAJOR_M: Final = 6_378_245.0
_ECCENTRICITY_SQUARED: Final = 0.006_693_421_622_965_943
_BAIDU_TURN: Final = math.pi * 3000.0 / 180.0
_ROUNDS: Final = 6


class Frame(Enum):
    """In which frame a coordinate was written down."""

    WGS84 = "wgs84"
    CGCS2000 = "cgcs2000"
    GCJ02 = "gcj02"
    BD09 = "bd09"


def to_wgs84(longitude: float, latitude: float, frame: Frame) -> tuple[float, float]:
    """Give one pair in WGS-84; CGCS2000 differs by centimetres and is kept as it is."""
    if frame is Frame.BD09:
        longitude, latitude = _bd09_to_gcj02(longitude, latitude)
    if frame in {Frame.GCJ02, Frame.BD09}:
        return _gcj02_to_wgs84(longitude, latitude)
    return longitude, latitude


def to_gcj02(longitude: float, latitude: float) -> tuple[float, float]:
    """Give the GCJ-02 pair of a WGS-84 pair; outside China the two are the same."""
    if not _in_china(longitude, latitude):
        return longitude, latitude
    east, north = _shift(longitude, latitude)
    return longitude + east, latitude + north


def to_bd09(longitude: float, latitude: float) -> tuple[float, float]:
    """Give the BD-09 pair of a WGS-84 pair."""
    x, y = to_gcj02(longitude, latitude)
    radius = math.hypot(x, y) + 0.00002 * math.sin(y * _BAIDU_TURN)
    angle = math.atan2(y, x) + 0.000003 * math.cos(x * _BAIDU_TURN)
    return radius * math.cos(angle) + 0.0065, radius * math.sin(angle) + 0.006


def to_wgs84_arrays(longitudes: npt.ArrayLike, latitudes: npt.ArrayLike, frame: Frame) -> tuple[Floats, Floats]:
    """Give whole columns in WGS-84; blanks (NaN) stay blank."""
    import numpy as np

    x = np.asarray(longitudes, dtype=np.float64)
    y = np.asarray(latitudes, dtype=np.float64)
    if frame is Frame.BD09:
        x, y = _bd09_to_gcj02_arrays(x, y)
    if frame not in {Frame.GCJ02, Frame.BD09}:
        return x, y
    inside = (x > 72.004) & (x < 137.8347) & (y > 0.8293) & (y < 55.8271)
    guess_x, guess_y = x.copy(), y.copy()
    for _ in range(_ROUNDS):
        east, north = _shift_arrays(guess_x, guess_y)
        guess_x, guess_y = x - east, y - north
    return np.where(inside, guess_x, x), np.where(inside, guess_y, y)


def _gcj02_to_wgs84(x: float, y: float) -> tuple[float, float]:
    """Invert the shift by fixed-point rounds: it varies slowly, so six rounds reach below a millimetre."""
    if not _in_china(x, y):
        return x, y
    guess_x, guess_y = x, y
    for _ in range(_ROUNDS):
        east, north = _shift(guess_x, guess_y)
        guess_x, guess_y = x - east, y - north
    return guess_x, guess_y


def _in_china(x: float, y: float) -> bool:
    return 72.004 < x < 137.8347 and 0.8293 < y < 55.8271


def _shift(longitude: float, latitude: float) -> tuple[float, float]:
    x, y = longitude - 105.0, latitude - 35.0
    root, pi, sin = math.sqrt(abs(x)), math.pi, math.sin
    common = 20.0 * sin(6.0 * x * pi) + 20.0 * sin(2.0 * x * pi)
    north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root
    north += (common + 20.0 * sin(y * pi) + 40.0 * sin(y / 3.0 * pi)) * 2.0 / 3.0
    north += (160.0 * sin(y / 12.0 * pi) + 320.0 * sin(y * pi / 30.0)) * 2.0 / 3.0
    east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root
    east += (common + 20.0 * sin(x * pi) + 40.0 * sin(x / 3.0 * pi)) * 2.0 / 3.0
    east += (150.0 * sin(x / 12.0 * pi) + 300.0 * sin(x / 30.0 * pi)) * 2.0 / 3.0
    angle = math.radians(latitude)
    bend = 1.0 - _ECCENTRICITY_SQUARED * sin(angle) ** 2
    metres_north = _SEMI_MAJOR_M * (1.0 - _ECCENTRICITY_SQUARED) / (bend * math.sqrt(bend))
    metres_east = _SEMI_MAJOR_M / math.sqrt(bend) * math.cos(angle)
    return math.degrees(east / metres_east), math.degrees(north / metres_north)


def _shift_arrays(longitudes: Floats, latitudes: Floats) -> tuple[Floats, Floats]:
    import numpy as np

    x, y = longitudes - 105.0, latitudes - 35.0
    root, pi, sin = np.sqrt(np.abs(x)), np.pi, np.sin
    common = 20.0 * sin(6.0 * x * pi) + 20.0 * sin(2.0 * x * pi)
    north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root
    north += (common + 20.0 * sin(y * pi) + 40.0 * sin(y / 3.0 * pi)) * 2.0 / 3.0
    north += (160.0 * sin(y / 12.0 * pi) + 320.0 * sin(y * pi / 30.0)) * 2.0 / 3.0
    east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root
    east += (common + 20.0 * sin(x * pi) + 40.0 * sin(x / 3.0 * pi)) * 2.0 / 3.0
    east += (150.0 * sin(x / 12.0 * pi) + 300.0 * sin(x / 30.0 * pi)) * 2.0 / 3.0
    angle = np.radians(latitudes)
    bend = 1.0 - _ECCENTRICITY_SQUARED * sin(angle) ** 2
    metres_north = _SEMI_MAJOR_M * (1.0 - _ECCENTRICITY_SQUARED) / (bend * np.sqrt(bend))
    metres_east = _SEMI_MAJOR_M / np.sqrt(bend) * np.cos(angle)
    return np.degrees(east / metres_east), np.degrees(north / metres_north)


def _bd09_to_gcj02(longitude: float, latitude: float) -> tuple[float, float]:
    """Invert the Baidu turn by fixed-point rounds, so that there and back again meet."""
    x, y = longitude - 0.0065, latitude - 0.006
    radius, angle = math.hypot(x, y), math.atan2(y, x)
    plain_x, plain_y = x, y
    for _ in range(_ROUNDS):
        plain_radius = radius - 0.00002 * math.sin(plain_y * _BAIDU_TURN)
        plain_angle = angle - 0.000003 * math.cos(plain_x * _BAIDU_TURN)
        plain_x, plain_y = plain_radius * math.cos(plain_angle), plain_radius * math.sin(plain_angle)
    return plain_x, plain_y


def _bd09_to_gcj02_arrays(longitudes: Floats, latitudes: Floats) -> tuple[Floats, Floats]:
    import numpy as np

    x, y = longitudes - 0.0065, latitudes - 0.006
    radius, angle = np.hypot(x, y), np.arctan2(y, x)
    plain_x, plain_y = x, y
    for _ in range(_ROUNDS):
        plain_radius = radius - 0.00002 * np.sin(plain_y * _BAIDU_TURN)
        plain_angle = angle - 0.000003 * np.cos(plain_x * _BAIDU_TURN)
        plain_x, plain_y = plain_radius * np.cos(plain_angle), plain_radius * np.sin(plain_angle)
    return plain_x, plain_y
