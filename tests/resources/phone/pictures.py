"""Pictures as a phone's camera writes them."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw


def a_photo(
    path: Path, *, size: tuple[int, int] = (2400, 1800), at: str = "", lon: float | None = None, lat: float = 0.0
) -> Path:
    """Write a JPEG of a dyke, with time and place in its EXIF when they are given."""
    picture = Image.new("RGB", size, (120, 130, 110))
    draw = ImageDraw.Draw(picture)
    wide, high = size
    draw.polygon([(0, high), (wide // 3, high // 2), (2 * wide // 3, high // 2), (wide, high)], fill=(150, 130, 95))
    draw.rectangle([0, 0, wide, high // 3], fill=(170, 185, 195))
    exif = Image.Exif()
    exif[0x0112] = 1
    if at:
        exif.get_ifd(0x8769)[0x9003] = at
    if lon is not None:
        exif.get_ifd(0x8825).update({1: "N", 2: _parts(lat), 3: "E", 4: _parts(lon)})
    picture.save(path, "JPEG", exif=exif)
    return path


def _parts(degrees: float) -> tuple[float, float, float]:
    whole = int(degrees)
    minutes = (degrees - whole) * 60
    return float(whole), float(int(minutes)), round((minutes - int(minutes)) * 60, 4)
