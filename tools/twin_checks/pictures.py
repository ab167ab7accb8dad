"""Small diagrams by Pillow: lines with axes, or a raster in one ramp."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageDraw

from tools.twin_checks.found import Picture

WIDE, HIGH, LEFT, BELOW, RIGHT, ABOVE = 560, 260, 58, 40, 14, 30
INKS = ((20, 60, 120), (214, 106, 20), (60, 140, 90), (130, 60, 140))
PAPER, INK, RULE = (255, 255, 255), (40, 44, 52), (222, 226, 232)
RAMP = np.array([(239, 246, 252), (150, 198, 226), (58, 128, 186), (18, 52, 108)], np.float64)


def drawn(picture: Picture, folder: Path) -> Path:
    """Draw a picture into a folder."""
    path = folder / f"{picture.name}.png"
    image = _raster(picture) if picture.raster is not None else _lines(picture)
    image.quantize(160).save(path, optimize=True)
    return path


def _nice(low: float, high: float) -> Any:
    span = max(high - low, 1e-12)
    step = 10.0 ** np.floor(np.log10(span / 4))
    step *= next(by for by in (1, 2, 5, 10) if span / (step * by) <= 6)
    return np.arange(np.ceil(low / step) * step, high + 0.5 * step, step)


def _lines(picture: Picture) -> Image.Image:
    image = Image.new("RGB", (WIDE, HIGH), PAPER)
    draw = ImageDraw.Draw(image)
    xs = [np.asarray(curve.x, np.float64) for curve in picture.curves]
    ys = [np.asarray(curve.y, np.float64) for curve in picture.curves]
    if picture.logarithmic:
        ys = [np.log10(y) for y in ys]
    x0, x1 = min(x.min() for x in xs), max(x.max() for x in xs)
    y0, y1 = min(y.min() for y in ys), max(y.max() for y in ys)
    pad = 0.06 * (y1 - y0) or 0.5
    y0, y1 = y0 - pad, y1 + pad

    def across(x: Any) -> Any:
        return LEFT + (x - x0) / (x1 - x0) * (WIDE - LEFT - RIGHT)

    def up(y: Any) -> Any:
        return HIGH - BELOW - (y - y0) / (y1 - y0) * (HIGH - BELOW - ABOVE)

    for y in _nice(y0, y1):
        if y0 <= y <= y1:
            draw.line((LEFT, up(y), WIDE - RIGHT, up(y)), RULE)
            word = f"1e{y + 0.0:g}" if picture.logarithmic else f"{round(float(y), 6) + 0.0:g}"
            draw.text((LEFT - 6, up(y)), word, INK, anchor="rm")
    for x in _nice(x0, x1):
        if x0 <= x <= x1:
            draw.line((across(x), HIGH - BELOW, across(x), HIGH - BELOW + 4), INK)
            draw.text((across(x), HIGH - BELOW + 7), f"{round(float(x), 6) + 0.0:g}", INK, anchor="ma")
    draw.line((LEFT, ABOVE, LEFT, HIGH - BELOW, WIDE - RIGHT, HIGH - BELOW), INK)
    draw.text((WIDE - RIGHT, HIGH - 4), picture.across, INK, anchor="rs")
    draw.text((6, ABOVE - 14), picture.up, INK, anchor="ls")
    for number, (x, y) in enumerate(zip(xs, ys, strict=True)):
        draw.line(list(zip(across(x).tolist(), up(y).tolist(), strict=True)), INKS[number], 2 if number else 3)
    at = WIDE - RIGHT
    for number in reversed(range(len(picture.curves))):
        name = picture.curves[number].name
        at -= int(draw.textlength(name)) + 26
        draw.line((at, 14, at + 16, 14), INKS[number], 3)
        draw.text((at + 20, 14), name, INK, anchor="lm")
    return image


def _raster(picture: Picture) -> Image.Image:
    values = np.asarray(picture.raster, np.float64)
    part = np.clip(np.nan_to_num(values) / picture.top, 0, 1) * (len(RAMP) - 1)
    low = np.minimum(part.astype(int), len(RAMP) - 2)
    rest = (part - low)[..., None]
    colours = RAMP[low] * (1 - rest) + RAMP[low + 1] * rest
    colours[np.isnan(values)] = PAPER
    image = Image.fromarray(colours.astype(np.uint8))
    by = max(1, round(320 / max(values.shape)))
    image = image.resize((values.shape[1] * by, values.shape[0] * by), Image.Resampling.NEAREST)
    framed = Image.new("RGB", (image.width + 60, image.height + 8), PAPER)
    framed.paste(image, (4, 4))
    draw = ImageDraw.Draw(framed)
    draw.rectangle((3, 3, image.width + 4, image.height + 4), outline=INK)
    for k in range(60):
        value = [np.interp((59 - k) / 59 * (len(RAMP) - 1), range(len(RAMP)), RAMP[:, c]) for c in range(3)]
        draw.line((image.width + 12, 20 + k, image.width + 24, 20 + k), tuple(int(v) for v in value))
    draw.text((image.width + 28, 20), f"{picture.top:g}", INK, anchor="lm")
    draw.text((image.width + 28, 79), "0", INK, anchor="lm")
    return framed
