"""A drawing board for printed pictures: fonts with Chinese, dashed lines, text with a halo; drawn twice as large."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Sequence
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

Point = tuple[float, float]
Colour = tuple[int, int, int] | tuple[int, int, int, int]

INK: Colour = (27, 35, 40)
MUTED: Colour = (95, 105, 114)
FAINT: Colour = (222, 226, 229)
PAPER: Colour = (255, 255, 255)
_OVER = 2
_FILES = (
    "NotoSansCJK-Regular.ttc", "NotoSansSC-Regular.otf", "NotoSansCJKsc-Regular.otf", "SourceHanSansSC-Regular.otf",
    "wqy-microhei.ttc", "simhei.ttf", "msyh.ttc", "PingFang.ttc",
)  # fmt: skip
_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "C:/Windows/Fonts", "/System/Library/Fonts", "/Library/Fonts")
_SIMPLIFIED = 2
"""Place of Simplified Chinese within the collection of Noto Sans CJK."""


@cache
def font_file() -> Path | None:
    """Return a font file that has Chinese; None where there is none, then labels are Latin."""
    for folder in map(Path, _FOLDERS):
        if folder.is_dir():
            for name in _FILES:
                found = next(iter(sorted(folder.rglob(name))), None)
                if found is not None:
                    return found
    return _asked()


def _asked() -> Path | None:
    """Ask fontconfig where it is."""
    try:
        told = subprocess.run(
            ["/usr/bin/fc-list", ":lang=zh-cn", "file"], capture_output=True, text=True, timeout=10, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return None  # no fontconfig here
    files = sorted(line.rstrip(": ") for line in told.stdout.splitlines())
    return Path(files[0]) if files else None


def has_chinese() -> bool:
    """Whether labels can be Chinese."""
    return font_file() is not None


@cache
def font(size: int) -> FreeTypeFont:
    """Return the font of a size in points of the finished picture."""
    from PIL import ImageFont

    found = font_file()
    if found is None:
        made = ImageFont.load_default(size * _OVER)
        if not isinstance(made, ImageFont.FreeTypeFont):
            raise TypeError("Pillow was built without FreeType")
        return made
    index = _SIMPLIFIED if found.name.startswith("NotoSansCJK") else 0
    return ImageFont.truetype(str(found), size * _OVER, index=index)


class Canvas:
    """A picture of `width` × `height`; all numbers are pixels of the finished picture."""

    def __init__(self, width: int, height: int, paper: Colour = PAPER) -> None:
        """Lay out an empty sheet."""
        from PIL import Image, ImageDraw

        self.width, self.height = width, height
        self._image = Image.new("RGB", (width * _OVER, height * _OVER), paper)
        self._draw = ImageDraw.Draw(self._image, "RGBA")

    def line(self, points: Sequence[Point], colour: Colour, width: float = 1.0) -> None:
        """Draw a line through points."""
        if len(points) > 1:
            self._draw.line(_scaled(points), fill=colour, width=max(1, round(width * _OVER)), joint="curve")

    def dashed(self, points: Sequence[Point], colour: Colour, width: float = 1.0, dash: Point = (8, 5)) -> None:
        """Draw a dashed line through points."""
        left, on = dash[0], True
        for (x0, y0), (x1, y1) in pairwise(points):
            length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
            done = 0.0
            while done < length:
                step = min(left, length - done)
                if on:
                    a, b = done / length, (done + step) / length
                    ends = [(x0 + (x1 - x0) * share, y0 + (y1 - y0) * share) for share in (a, b)]
                    self.line(ends, colour, width)
                done += step
                left -= step
                if left <= 0:
                    on = not on
                    left = dash[0] if on else dash[1]

    def area(
        self, points: Sequence[Point], fill: Colour | None, line: Colour | None = None, width: float = 1.0
    ) -> None:
        """Draw a filled ring with a border."""
        if len(points) < 3:
            return
        if fill is not None:
            self._draw.polygon(_scaled(points), fill=fill)
        if line is not None:
            self.line([*points, points[0]], line, width)

    def dot(
        self, at: Point, radius: float, fill: Colour | None, line: Colour | None = None, width: float = 1.5
    ) -> None:
        """Draw a circle."""
        x, y, r = at[0] * _OVER, at[1] * _OVER, radius * _OVER
        self._draw.ellipse((x - r, y - r, x + r, y + r), fill=fill, outline=line, width=round(width * _OVER))

    def box(self, at: Point, size: Point, fill: Colour | None, line: Colour | None = None) -> None:
        """Draw a rectangle."""
        x, y = at[0] * _OVER, at[1] * _OVER
        self._draw.rectangle((x, y, x + size[0] * _OVER, y + size[1] * _OVER), fill=fill, outline=line, width=_OVER)

    def text(
        self, at: Point, text: str, size: int = 13, colour: Colour = INK, anchor: str = "la", halo: float = 0
    ) -> None:
        """Write a line; `anchor` is Pillow's (l/m/r and a/m/s/d)."""
        self._draw.text(
            (at[0] * _OVER, at[1] * _OVER), text, font=font(size), fill=colour, anchor=anchor,
            stroke_width=round(halo * _OVER), stroke_fill=PAPER,
        )  # fmt: skip

    def span(self, text: str, size: int) -> float:
        """Return how wide a line is."""
        return self._draw.textlength(text, font=font(size)) / _OVER

    def png(self) -> bytes:
        """Return the finished picture."""
        from PIL import Image

        out = BytesIO()
        made = self._image.resize((self.width, self.height), Image.Resampling.LANCZOS)
        made.save(out, "PNG", dpi=(200, 200), compress_level=6)
        return out.getvalue()


def _scaled(points: Iterable[Point]) -> list[Point]:
    return [(x * _OVER, y * _OVER) for x, y in points]
