"""Draws the demonstration's pictures of the front line: `python -m resources.demo.photos_build [DIR]`.

Nothing is photographed and nobody is portrayed: shapes, a fixed seed, and the words 演示 in a corner of each.
"""

from __future__ import annotations

import io
import math
import random
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WIDTH, HEIGHT = 960, 720
MOST_BYTES = 40_000
_FONTS = (
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc",
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "C:/Windows/Fonts/msyhbd.ttc",
    "/System/Library/Fonts/PingFang.ttc",
)
Rgb = tuple[int, int, int]
Spot = tuple[float, float]


class Scene:
    """One picture being drawn: a canvas, a pen, and its own chance."""

    def __init__(self, seed: int, sky: tuple[Rgb, Rgb], horizon: int) -> None:
        """Begin with a sky down to the horizon."""
        self.chance = random.Random(seed)
        self._noise = np.random.default_rng(seed)
        self.horizon = horizon
        self.image = Image.new("RGB", (WIDTH, HEIGHT))
        self.wash((0, 0, WIDTH, horizon), *sky, grain=3, streak=40)

    @property
    def pen(self) -> ImageDraw.ImageDraw:
        """A pen on the canvas as it is now."""
        return ImageDraw.Draw(self.image, "RGBA")

    def wash(self, box: tuple[int, int, int, int], top: Rgb, low: Rgb, grain: float = 8, streak: int = 0) -> None:
        """Fill a box from one colour to another, with grain; `streak` draws the grain out sideways."""
        left, upper, right, lower = box
        tall, wide = lower - upper, right - left
        share = np.linspace(0, 1, tall)[:, None, None]
        plain = np.array(top) * (1 - share) + np.array(low) * share
        grey = self._noise.normal(0, grain, (tall, max(2, wide // max(1, streak))))
        grains = Image.fromarray(np.clip(grey + 128, 0, 255).astype(np.uint8))
        grains = grains.resize((wide, tall), Image.Resampling.BICUBIC)
        rough = np.asarray(grains, dtype=float)[:, :, None] - 128
        self.image.paste(Image.fromarray(np.clip(plain + rough, 0, 255).astype(np.uint8)), (left, upper))

    def filled(self, outline: Sequence[Spot], top: Rgb, low: Rgb, grain: float = 10, streak: int = 2) -> None:
        """Fill an outline as `wash` fills a box."""
        before = self.image.copy()
        upper = max(0, int(min(y for _, y in outline)))
        lower = min(HEIGHT, int(max(y for _, y in outline)) + 1)
        self.wash((0, upper, WIDTH, lower), top, low, grain, streak)
        mask = Image.new("L", (WIDTH, HEIGHT))
        ImageDraw.Draw(mask).polygon(list(outline), fill=255)
        self.image = Image.composite(self.image, before, mask.filter(ImageFilter.GaussianBlur(0.8)))

    def water(self, upper: int, lower: int = HEIGHT) -> None:
        """The river, heavy with silt, its ripples larger towards us."""
        self.wash((0, upper, WIDTH, lower), (172, 146, 108), (134, 106, 70), grain=5, streak=26)
        pen = self.pen
        for _ in range(190):
            y = upper + (lower - upper) * self.chance.random() ** 1.6
            near = (y - upper) / max(1, lower - upper)
            x, long = self.chance.uniform(-40, WIDTH), 14 + 100 * near * self.chance.random()
            tone = (224, 204, 166, 70) if self.chance.random() < 0.5 else (92, 70, 44, 70)
            pen.line([(x, y), (x + long / 2, y - 2 * near), (x + long, y)], fill=tone, width=1 + round(3 * near))

    def far_bank(self, y: int, tall: float = 26) -> None:
        """A low line of poplars on the other side."""
        tops = [(x, y - tall * (0.4 + 0.6 * self.chance.random())) for x in range(0, WIDTH + 16, 12)]
        self.pen.polygon([(0, y + 3), *tops, (WIDTH, y + 3)], fill=(104, 120, 104, 235))
        self.pen.rectangle((0, y, WIDTH, y + 5), fill=(140, 128, 98, 220))

    def grass(self, outline: Sequence[Spot], blades: int = 900) -> None:
        """Short grass on a slope."""
        self.filled(outline, (116, 132, 74), (82, 100, 50), grain=12)
        mask = Image.new("L", (WIDTH, HEIGHT))
        ImageDraw.Draw(mask).polygon(list(outline), fill=255)
        left, right = min(x for x, _ in outline), max(x for x, _ in outline)
        upper, lower = min(y for _, y in outline), max(y for _, y in outline)
        for _ in range(blades):
            x, y = self.chance.uniform(left, right), self.chance.uniform(upper, lower)
            if 0 <= x < WIDTH and 0 <= y < HEIGHT and mask.getpixel((int(x), int(y))):
                tall = 3 + 12 * y / HEIGHT
                tone = self.chance.choice(((142, 154, 84, 170), (66, 86, 40, 170), (160, 158, 96, 150)))
                self.pen.line([(x, y), (x + self.chance.uniform(-3, 3), y - tall)], fill=tone, width=1)

    def stone(self, x: float, y: float, size: float, tone: int = 150) -> None:
        """One block of rubble, lit from the upper left."""
        corners = sorted(self.chance.uniform(0, 2 * math.pi) for _ in range(7))
        reach = [size * self.chance.uniform(0.72, 1.05) for _ in corners]
        outline = [(x + r * math.cos(a), y + 0.72 * r * math.sin(a)) for a, r in zip(corners, reach, strict=True)]
        grey = tone + self.chance.randint(-22, 22)
        self.pen.polygon([(px + 2, py + size * 0.22) for px, py in outline], fill=(52, 46, 38, 150))
        self.pen.polygon(outline, fill=(grey, grey - 6, grey - 18), outline=(70, 64, 54))
        lit = [(x + (px - x) * 0.62 - size * 0.12, y + (py - y) * 0.5 - size * 0.16) for px, py in outline]
        self.pen.polygon(lit, fill=(min(255, grey + 24), min(255, grey + 18), grey + 4, 190))

    def stones(self, along: Callable[[float], Spot], rows: int, count: int, size: Callable[[float], float]) -> None:
        """Rows of blocks along a line, the upper rows first; `size` by where along it."""
        for row in range(rows):
            for n in range(count):
                share = (n + self.chance.uniform(-0.3, 0.3)) / count
                x, y = along(min(1, max(0, share)))
                big = size(share)
                self.stone(x + self.chance.uniform(-3, 3), y + row * big * 0.95, big * self.chance.uniform(0.8, 1.1))

    def figure(self, x: float, foot: float, tall: float, coat: Rgb, trousers: Rgb = (52, 54, 60)) -> None:
        """Somebody from behind: nobody in particular."""
        wide = tall * 0.13
        for side in (-0.5, 0.5):
            leg = x + side * wide
            self.pen.rounded_rectangle(
                (leg - wide * 0.42, foot - tall * 0.46, leg + wide * 0.42, foot), 3, fill=trousers
            )
        body = (x - wide * 1.2, foot - tall * 0.84, x + wide * 1.2, foot - tall * 0.42)
        self.pen.rounded_rectangle(body, 6, fill=coat)
        self.pen.ellipse((x - wide * 0.62, foot - tall, x + wide * 0.62, foot - tall * 0.85), fill=(70, 58, 48))
        self.pen.ellipse((x - wide * 1.3, foot - tall * 0.97, x + wide * 1.3, foot - tall * 0.9), fill=(196, 178, 132))

    def marked(self) -> Image.Image:
        """The picture with a little of a phone's softness, and 演示 in its corner."""
        soft = self.image.filter(ImageFilter.GaussianBlur(0.7))
        pen = ImageDraw.Draw(soft, "RGBA")
        box = (WIDTH - 148, HEIGHT - 70, WIDTH - 20, HEIGHT - 18)
        pen.rounded_rectangle(box, 6, fill=(20, 22, 26, 190))
        pen.text((box[0] + 64, box[1] + 26), "演示", font=_font(34), fill=(255, 255, 255), anchor="mm")
        return soft


def _font(size: int) -> Any:
    for path in _FONTS:
        if Path(path).exists():
            return ImageFont.truetype(path, size)
    message = "no font with Chinese: install fonts-noto-cjk"
    raise SystemExit(message)


def _curve(points: Sequence[Spot]) -> Callable[[float], Spot]:
    """Return a way along some points, by share."""

    def at(share: float) -> Spot:
        place = share * (len(points) - 1)
        n = min(len(points) - 2, int(place))
        (ax, ay), (bx, by) = points[n], points[n + 1]
        part = place - n
        return (ax + (bx - ax) * part, ay + (by - ay) * part)

    return at


_DAY = ((150, 170, 188), (214, 216, 208))
_DULL = ((148, 154, 160), (202, 204, 200))


def _spur(scene: Scene, *, whole: bool) -> None:
    """A spur seen from its root: crest, dressed slope, root stones along the water."""
    scene.water(250)
    scene.far_bank(250)
    scene.filled([(0, 330), (420, 300), (566, 330), (700, HEIGHT), (0, HEIGHT)], (176, 160, 128), (150, 132, 100), 9)
    scene.filled([(300, HEIGHT), (404, 310), (410, 310), (356, HEIGHT)], (194, 182, 154), (168, 152, 122), 7)
    scene.filled([(96, HEIGHT), (372, 312), (378, 312), (150, HEIGHT)], (194, 182, 154), (168, 152, 122), 7)
    edge = [(420, 304), (520, 312), (566, 336), (606, 420), (652, 530), (716, HEIGHT)]
    foot = [(800, HEIGHT), (724, 530), (668, 424), (610, 336), (520, 300)]
    scene.filled([*edge, *foot], (150, 146, 136), (124, 118, 104), 12)
    scene.stones(_curve([(556, 318), (606, 352), (664, 436), (716, 534), (790, 716)]), 2, 30, lambda at: 9 + 18 * at)
    if whole:
        outer = _curve([(596, 340), (660, 400), (720, 480), (786, 590), (868, 716)])
        scene.stones(outer, 2, 30, lambda at: 10 + 20 * at)
        return
    scene.stones(_curve([(592, 338), (640, 380)]), 2, 8, lambda _: 11)
    scene.stones(_curve([(812, 650), (860, 712)]), 2, 5, lambda _: 28)
    hole = [(640, 384), (676, 402), (748, 500), (812, 640), (776, 668), (700, 560), (662, 470), (632, 420)]
    scene.filled(hole, (112, 84, 54), (84, 60, 36), 10)
    pen = scene.pen
    for n in range(7):
        x, y = 690 + 15 * n, 462 + 30 * n
        pen.arc((x - 44, y - 14, x + 56, y + 18), 190, 350, fill=(226, 208, 172, 190), width=3)
    for x, y, size in ((684, 470, 15), (722, 528, 19), (742, 596, 21), (776, 640, 22)):
        scene.stone(x, y, size, 118)
        pen.ellipse((x - size, y + size * 0.25, x + size * 1.2, y + size * 0.75), fill=(150, 122, 84, 200))


def spur_sinking() -> Image.Image:
    """Root stones gone over a length; the current runs along the spur."""
    scene = Scene(11, _DULL, 252)
    _spur(scene, whole=False)
    pen = scene.pen
    pen.line([(600, 330), (626, 640)], fill=(200, 60, 50), width=5)
    for n in range(6):
        pen.rectangle((598 + 4 * n, 340 + 50 * n, 608 + 4 * n, 362 + 50 * n), fill=(245, 245, 240))
    return scene.marked()


def spur_repaired() -> Image.Image:
    """The same place with stone and wire baskets put in."""
    scene = Scene(11, _DAY, 252)
    _spur(scene, whole=True)
    pen = scene.pen
    for n in range(6):
        x, y, size = 682 + 26 * n, 470 + 40 * n, 26 + 5 * n
        right, low, wire = x + 2.1 * size, y + 1.15 * size, (60, 62, 62, 190)
        pen.rounded_rectangle((x, y, right, low), 5, fill=(146, 142, 132), outline=(56, 56, 54), width=2)
        for k in range(1, 6):
            pen.line([(x + 0.35 * size * k, y), (x + 0.35 * size * k, low)], fill=wire, width=2)
        for k in range(1, 4):
            pen.line([(x, y + 0.29 * size * k), (right, y + 0.29 * size * k)], fill=wire, width=2)
    return scene.marked()


def crest_crack() -> Image.Image:
    """A crack along the crest road, with a folding rule beside it."""
    scene = Scene(23, _DAY, 210)
    scene.far_bank(210, 34)
    scene.grass([(0, 214), (WIDTH, 214), (WIDTH, HEIGHT), (0, HEIGHT)])
    scene.filled([(372, 214), (560, 214), (930, HEIGHT), (60, HEIGHT)], (178, 172, 160), (140, 134, 122), 11, 1)
    for side, tilt in ((386, 110), (548, 880)):
        scene.pen.line([(side, 216), (tilt, HEIGHT)], fill=(232, 230, 222, 200), width=5)
    crack: list[Spot] = [(566, 270)]
    while crack[-1][1] < 700:
        x, y = crack[-1]
        crack.append((x + scene.chance.uniform(-12, 15), y + scene.chance.uniform(12, 26)))
    for (ax, ay), (bx, by) in pairwise(crack):
        wide = 2 + 15 * (by / HEIGHT) ** 2
        scene.pen.line([(ax + 2, ay), (bx + 2, by)], fill=(208, 200, 186, 180), width=round(wide) + 5)
        scene.pen.line([(ax, ay), (bx, by)], fill=(38, 32, 26), width=round(wide))
        if scene.chance.random() < 0.25:
            scene.pen.line([(ax, ay), (ax + scene.chance.uniform(-60, 60), ay + 30)], fill=(58, 50, 42, 220), width=2)
    x, y = crack[-6]
    scene.pen.polygon([(x - 150, y - 2), (x + 96, y - 22), (x + 98, y - 2), (x - 148, y + 20)], fill=(232, 200, 60))
    for n in range(17):
        left, low, tall = x - 142 + 14.4 * n, y + 15 - 1.2 * n, 13 if n % 5 == 0 else 7
        scene.pen.line([(left, low), (left, low - tall)], fill=(40, 36, 20), width=2)
    return scene.marked()


def toe_seepage() -> Image.Image:
    """Wet ground and little springs at the landward toe of the levee."""
    scene = Scene(37, _DULL, 150)
    scene.far_bank(168, 40)
    scene.filled([(0, 166), (WIDTH, 166), (WIDTH, HEIGHT), (0, HEIGHT)], (150, 142, 104), (128, 118, 80), 9)
    scene.grass([(0, 190), (WIDTH, 176), (WIDTH, 560), (0, 430)], 1700)
    scene.filled([(0, 186), (WIDTH, 172), (WIDTH, 186), (0, 206)], (188, 178, 152), (170, 158, 128), 6)
    scene.filled([(0, 404), (960, 540), (960, HEIGHT), (0, HEIGHT)], (128, 116, 80), (108, 92, 62), 13, 1)
    scene.grass([(0, 640), (300, 690), (960, 660), (960, HEIGHT), (0, HEIGHT)], 700)
    pool = [(180, 500), (330, 474), (520, 496), (700, 544), (800, 600), (690, 640), (470, 640), (260, 606)]
    scene.filled(pool, (150, 150, 138), (116, 112, 96), 5, 20)
    scene.filled(
        [(200, 492), (300, 436), (420, 420), (560, 446), (640, 510), (420, 520)], (84, 92, 52), (78, 76, 52), 9
    )
    scene.filled(pool, (150, 150, 138), (116, 112, 96), 5, 20)
    pen = scene.pen
    for x, y, size in ((330, 530, 34), (470, 566, 46), (600, 588, 30)):
        for ring in range(4):
            reach = size * (0.35 + 0.42 * ring)
            tone = (214, 212, 198, 200 - 40 * ring)
            pen.ellipse((x - reach, y - reach * 0.4, x + reach, y + reach * 0.4), outline=tone, width=3)
        pen.ellipse((x - size * 0.42, y - size * 0.2, x + size * 0.42, y + size * 0.2), fill=(150, 124, 84))
        pen.ellipse((x - size * 0.16, y - size * 0.09, x + size * 0.16, y + size * 0.09), fill=(94, 74, 46))
    for x in (150, 820):
        pen.line([(x, 620), (x, 440)], fill=(150, 118, 70), width=8)
        pen.polygon([(x, 440), (x + 74, 462), (x, 486)], fill=(206, 62, 48))
    return scene.marked()


def dumping() -> Image.Image:
    """Rubble tipped on the floodplain side."""
    scene = Scene(53, _DAY, 230)
    scene.water(230, 330)
    scene.far_bank(232)
    scene.grass([(0, 318), (WIDTH, 300), (WIDTH, HEIGHT), (0, HEIGHT)], 1600)
    scene.filled([(0, 620), (WIDTH, 566), (WIDTH, HEIGHT), (0, HEIGHT)], (166, 150, 118), (146, 128, 96), 10, 1)
    for top, foot, seed in (((340, 330), 560, 150), ((590, 380), 590, 124)):
        x, y = top
        heap = [(x, y), (x + 80, y + 30), (x + 210, foot), (x - 220, foot), (x - 100, y + 70)]
        scene.filled(heap, (156, 140, 120), (126, 108, 88), 16, 1)
        for _ in range(seed):
            down = scene.chance.random() ** 0.7
            px = x + scene.chance.uniform(-1, 1) * (30 + 190 * down)
            py = y + 16 + down * (foot - y - 14)
            if scene.chance.random() < 0.3:
                tilt = scene.chance.uniform(-10, 10)
                tone = scene.chance.choice(((164, 82, 62), (178, 98, 74), (208, 204, 196)))
                brick = [(px, py), (px + 30, py + tilt), (px + 30, py + tilt + 13), (px, py + 13)]
                scene.pen.polygon(brick, fill=tone, outline=(80, 60, 52))
            else:
                scene.stone(px, py, scene.chance.uniform(6, 18), 168)
    bags = ((236, 500, (40, 96, 150)), (520, 536, (216, 216, 214)), (724, 520, (36, 40, 40)), (420, 470, (196, 60, 52)))
    for x, y, tone in bags:
        scene.pen.polygon([(x, y), (x + 46, y - 16), (x + 66, y + 12), (x + 30, y + 30)], fill=tone)
    for n in range(2):
        scene.pen.line([(80 + 60 * n, HEIGHT), (330 + 30 * n, 588)], fill=(112, 96, 70, 220), width=14)
    return scene.marked()


def anglers() -> Image.Image:
    """Two anglers on the root stones, below a sign that forbids it."""
    scene = Scene(71, _DULL, 232)
    scene.water(232)
    scene.far_bank(234)
    scene.filled([(0, 470), (300, 486), (620, 560), (900, HEIGHT), (0, HEIGHT)], (172, 158, 128), (146, 130, 98), 9)
    scene.stones(_curve([(0, 452), (300, 470), (600, 540), (900, 690)]), 3, 36, lambda at: 17 + 10 * at)
    for x, foot, coat in ((300, 486, (60, 84, 110)), (520, 536, (96, 92, 62))):
        scene.figure(x, foot, 156, coat)
        tip = (x + 250, foot - 196)
        scene.pen.line([(x + 18, foot - 86), tip], fill=(44, 38, 32), width=4)
        scene.pen.line([tip, (x + 296, foot - 60)], fill=(236, 236, 230, 170), width=1)
        scene.pen.ellipse((x + 284, foot - 64, x + 308, foot - 54), outline=(226, 214, 180, 200), width=2)
    scene.pen.rectangle((116, 430, 128, 640), fill=(120, 120, 118))
    scene.pen.rounded_rectangle((36, 330, 214, 446), 8, fill=(238, 238, 232), outline=(176, 40, 34), width=7)
    scene.pen.text((125, 372), "水深危险", font=_font(34), fill=(176, 40, 34), anchor="mm")
    scene.pen.text((125, 414), "禁止垂钓", font=_font(34), fill=(40, 40, 40), anchor="mm")
    return scene.marked()


PICTURES: tuple[tuple[str, Callable[[], Image.Image]], ...] = (
    ("spur-sinking", spur_sinking),
    ("spur-repaired", spur_repaired),
    ("crest-crack", crest_crack),
    ("toe-seepage", toe_seepage),
    ("dumping", dumping),
    ("anglers", anglers),
)


def packed(picture: Image.Image) -> bytes:
    """Return a picture as JPEG, as good as the limit allows."""
    for quality in range(82, 20, -4):
        kept = io.BytesIO()
        picture.save(kept, "JPEG", quality=quality, optimize=True, progressive=True)
        if kept.tell() <= MOST_BYTES:
            return kept.getvalue()
    message = "a picture does not fit"
    raise SystemExit(message)


def main() -> None:
    """Draw all pictures into a folder."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "photos"
    for name, draw in PICTURES:
        body = packed(draw())
        (folder / f"{name}.jpg").write_bytes(body)
        sys.stdout.write(f"{name}.jpg {len(body)}\n")


if __name__ == "__main__":
    main()
