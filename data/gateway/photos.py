"""Cleans a picture that a phone sent: decoded to the last pixel, turned upright, written anew without what it carried.

What comes out is always a JPEG of at most 2560 px whose bytes are ours: no EXIF, no position, no profile, no tail. Time
and position of the EXIF are read first and given back beside it. The same input gives the same output.
"""

from __future__ import annotations

import contextlib
import io
import math
import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, cast
from zoneinfo import ZoneInfo

from data.gateway.wire import Refused

if TYPE_CHECKING:
    from PIL import Image

MEDIA = frozenset({"image/jpeg", "image/png", "image/webp"})
MOST_BYTES = 9_000_000
MOST_PIXELS = 50_000_000
LONGEST_SIDE = 2560
QUALITY = 85
_FORMATS = ("JPEG", "PNG", "WEBP")
_EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
_ZONE = ZoneInfo("Asia/Shanghai")
# what the decoders raise over damaged or hostile files
_DAMAGE = (
    OSError, ValueError, SyntaxError, EOFError, struct.error, zlib.error, KeyError, IndexError, TypeError,
    AttributeError, ArithmeticError, MemoryError, RuntimeError, AssertionError, Warning,
)  # fmt: skip
_EXIF_IFD, _GPS_IFD = 0x8769, 0x8825
_TAKEN, _TAKEN_OFFSET, _CHANGED = 0x9003, 0x9011, 0x0132
_LAT_REF, _LAT, _LON_REF, _LON = 1, 2, 3, 4


@dataclass(frozen=True, slots=True)
class Photo:
    """A cleaned picture and what its EXIF said."""

    body: bytes
    width: int
    height: int
    taken_at: datetime | None = None
    lon: float | None = None
    lat: float | None = None
    media: str = "image/jpeg"


def cleaned(body: bytes, now: datetime) -> Photo:
    """Return the picture in `body`, or refuse with wrong_type, too_large or bad_request. Slow: not for the loop."""
    from PIL import Image

    if len(body) > MOST_BYTES:
        raise Refused(413, "too_large")
    try:
        with Image.open(io.BytesIO(body), formats=_FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise Refused(413, "too_large")
            return _made_anew(opened, now)
    except Image.UnidentifiedImageError as error:
        raise Refused(415, "wrong_type") from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Refused(413, "too_large") from error
    except _DAMAGE as error:
        raise Refused(400, "bad_request") from error


def _made_anew(opened: Image.Image, now: datetime) -> Photo:
    from PIL import Image, ImageOps

    taken_at, place = _from_exif(opened, now)
    opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG is decoded no larger than it is needed
    opened.load()
    picture: Image.Image = opened
    with contextlib.suppress(*_DAMAGE):  # a bad orientation leaves the picture as it is
        picture = ImageOps.exif_transpose(opened)
    if picture.has_transparency_data:
        on_white = Image.new("RGBA", picture.size, "white")
        on_white.alpha_composite(picture.convert("RGBA"))
        picture = on_white
    picture = picture.convert("RGB")
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    out = io.BytesIO()
    plain = Image.new("RGB", picture.size)  # carries nothing of the old one's information
    plain.paste(picture)
    plain.save(out, "JPEG", quality=QUALITY)
    lon, lat = place or (None, None)
    return Photo(out.getvalue(), plain.width, plain.height, taken_at, lon, lat)


def _from_exif(opened: Image.Image, now: datetime) -> tuple[datetime | None, tuple[float, float] | None]:
    taken_at: datetime | None = None
    place: tuple[float, float] | None = None
    with contextlib.suppress(*_DAMAGE):
        exif = opened.getexif()
        with contextlib.suppress(*_DAMAGE):
            taken_at = _time(exif.get_ifd(_EXIF_IFD), exif.get(_CHANGED), now)
        with contextlib.suppress(*_DAMAGE):
            place = _place(exif.get_ifd(_GPS_IFD))
    return taken_at, place


def _time(exif: Mapping[int, Any], changed: object, now: datetime) -> datetime | None:
    """Return when it was taken; a camera that names no zone is one of here. None when that cannot be."""
    written = exif.get(_TAKEN) or changed
    if not isinstance(written, str):
        return None
    local = datetime.strptime(written.strip("\x00 ")[:19], "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007 - zone comes next
    offset = exif.get(_TAKEN_OFFSET)
    taken: datetime | None = None
    if isinstance(offset, str):
        with contextlib.suppress(ValueError):
            taken = datetime.strptime(f"{local:%Y-%m-%dT%H:%M:%S}{offset.strip(chr(0) + ' ')}", "%Y-%m-%dT%H:%M:%S%z")
    taken = (taken or local.replace(tzinfo=_ZONE)).astimezone(UTC)
    return taken if _EARLIEST <= taken <= now + timedelta(days=1) else None


def _place(gps: Mapping[int, Any]) -> tuple[float, float] | None:
    """Return lon, lat; None where there is none or it is absurd (no position fix is written as 0, 0)."""
    lat = _degrees(gps.get(_LAT), gps.get(_LAT_REF), "N", "S", 90)
    lon = _degrees(gps.get(_LON), gps.get(_LON_REF), "E", "W", 180)
    return None if lat is None or lon is None or (lat == 0 and lon == 0) else (lon, lat)


def _degrees(parts: object, side: object, positive: str, negative: str, most: float) -> float | None:
    if not isinstance(parts, Iterable) or side not in {positive, negative}:
        return None
    each = [float(part) for part in cast("Iterable[float]", parts)]
    if len(each) != 3 or not all(math.isfinite(part) and part >= 0 for part in each) or each[1] >= 60 or each[2] > 60:
        return None
    value = each[0] + each[1] / 60 + each[2] / 3600
    if value > most:
        return None
    return round(value if side == positive else -value, 7)
