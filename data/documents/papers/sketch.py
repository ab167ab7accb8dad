"""A schematic map as a printed picture: river, levee, grids, works and spurs, plots that are wet, reports, incidents.

A sketch for a document, not a survey: no person stands on it, and it says what its plots rest on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians
from types import MappingProxyType

from data.documents.papers.author import mark
from data.documents.papers.canvas import INK, MUTED, Canvas, Colour, Point, has_chinese
from data.documents.papers.words import Vocabulary, vocabulary
from data.model.dispatch import Incident
from data.model.places import Path2D
from data.model.situation import Situation
from data.rules.exposure import exposure, flow_at_stake

WIDTH = 1800
_EDGE, _HEAD, _FOOT = 24, 76, 110
_SMALL, _NORMAL, _LARGE = 23, 26, 34
_M_PER_DEG = 111_320.0
_WATER: Colour = (206, 224, 238)
_BANK: Colour = (120, 158, 190)
_LEVEE: Colour = (110, 84, 56)
_GRID: Colour = (186, 192, 197)
_SPECIAL: Colour = (150, 158, 165)
_PLOT: Colour = (226, 232, 214)
_WET: Colour = (92, 150, 208, 170)
_WET_LINE: Colour = (40, 98, 160)
_WORKS: Colour = (70, 70, 70)
_GRADES: MappingProxyType[int, Colour] = MappingProxyType({1: (196, 20, 20), 2: (224, 100, 0), 3: (150, 110, 0)})
_SCALES_M = (100, 200, 500, 1000, 2000, 5000, 10000)


@dataclass(frozen=True, slots=True)
class _View:
    """Puts degrees onto the sheet; north is up."""

    west: float
    north: float
    lon_px: float
    lat_px: float
    height: int

    def at(self, point: Point) -> Point:
        return _EDGE + (point[0] - self.west) * self.lon_px, _HEAD + (self.north - point[1]) * self.lat_px

    def path(self, path: Path2D) -> list[Point]:
        return [self.at(point) for point in path]

    @property
    def m_per_px(self) -> float:
        return _M_PER_DEG / self.lat_px


def map_picture(now: Situation, language: str = "zh", flow_m3s: float | None = None) -> bytes:
    """Return a PNG 1800 wide; without a flow the plots are those of the flow at stake."""
    words = vocabulary(language if has_chinese() else "en")
    flow = flow_at_stake(now) if flow_m3s is None else flow_m3s
    view = _view(now)
    canvas = Canvas(WIDTH, view.height)
    _ground(canvas, view, now)
    wet = exposure(now, flow).plots
    for plot in now.registers.plots:
        inside = plot.id in wet
        canvas.area(view.path(plot.ring), _WET if inside else _PLOT, _WET_LINE if inside else _GRID, 1)
    _lines(canvas, view, now)
    _grids(canvas, view, now)
    _works(canvas, view, now)
    taken: list[tuple[float, float, float, float]] = []
    _incidents(canvas, view, now, words, taken)
    title = words.joined(part for part in (mark(now, words), words.say("sketch.title", flow=f"{flow:,.0f}")) if part)
    _frame(canvas, view, words, title)
    return canvas.png()


def _view(now: Situation) -> _View:
    """Fit the township, or else the grids and plots, to the sheet."""
    registers = now.registers
    town = [point for row in registers.maplines if row.kind == "township" for point in row.path]
    points = town or [point for row in (*registers.grids, *registers.plots) for point in row.ring]
    points = points or [(113.6, 34.86), (113.75, 34.95)]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    pad = max(east - west, north - south, 1e-3) * 0.02
    west, east, south, north = west - pad, east + pad, south - pad, north + pad
    squeeze = cos(radians((south + north) / 2))
    lon_px = (WIDTH - 2 * _EDGE) / (east - west)
    lat_px = lon_px / squeeze
    tall = (north - south) * lat_px
    if tall > 1300:
        lon_px, lat_px, tall = lon_px * 1300 / tall, lat_px * 1300 / tall, 1300
        west -= ((WIDTH - 2 * _EDGE) / lon_px - (east - west)) / 2
    return _View(west, north, lon_px, lat_px, round(tall) + _HEAD + _FOOT)


def _ground(canvas: Canvas, view: _View, now: Situation) -> None:
    for kind, fill, line in (("township", (250, 249, 245), None), ("river", _WATER, None)):
        for row in now.registers.maplines:
            if row.kind == kind and (row.closed or kind == "township"):
                canvas.area(view.path(row.path), fill, line)


def _lines(canvas: Canvas, view: _View, now: Situation) -> None:
    for row in now.registers.maplines:
        path = view.path(row.path)
        match row.kind:
            case "bank":
                canvas.line(path, _BANK, 1.4)
            case "road":
                canvas.line(path, (214, 208, 198), 1.4)
            case "levee":
                canvas.line(path, _LEVEE, 4.5)
            case "township":
                canvas.dashed([*path, path[0]] if path else path, MUTED, 1.5, (12, 6))
            case _:
                pass


def _grids(canvas: Canvas, view: _View, now: Situation) -> None:
    villages: dict[str, list[Point]] = {}
    for grid in now.registers.grids:
        if grid.ring:
            ring = view.path(grid.ring)
            special = grid.kind == "专属网格"
            canvas.area(ring, None, _SPECIAL if special else _GRID, 1.4 if special else 0.8)
            villages.setdefault(grid.village or grid.name, []).append(_middle(ring))
    for name, middles in villages.items():
        canvas.text(_middle(middles), name, _SMALL, (110, 116, 122), "mm", halo=3)


def _works(canvas: Canvas, view: _View, now: Situation) -> None:
    spots: dict[str, list[Point]] = {}
    for spur in now.registers.spurs:
        path = view.path(spur.path)
        canvas.line(path, _WORKS, 2.2)
        if path:
            spots.setdefault(spur.works, []).append(_middle(path))
    for works in now.registers.works:
        if works.id in spots:
            x, y = _middle(spots[works.id])
            canvas.text((x, y - 24), works.name, _NORMAL, INK, "ms", halo=4)


def _middle(points: Sequence[Point]) -> Point:
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def _incidents(
    canvas: Canvas, view: _View, now: Situation, words: Vocabulary, taken: list[tuple[float, float, float, float]]
) -> None:
    """Draw reports small, open incidents large and named."""
    for report in now.reports.values():
        if report.lon is not None and report.lat is not None:
            canvas.dot(view.at((report.lon, report.lat)), 6, (255, 255, 255), INK, 1.6)
    open_ones = sorted((each for each in now.incidents.values() if each.closed_at is None), key=lambda each: each.id)
    for number, each in enumerate(open_ones, start=1):
        where = _where(now, each)
        if where is None:
            continue
        x, y = view.at(where)
        canvas.dot((x, y), 16, _GRADES.get(each.grade, MUTED), (255, 255, 255), 2)
        canvas.text((x, y), str(number), 20, (255, 255, 255), "mm")
        grade = words.say(f"grade.{each.grade}") if words.has(f"grade.{each.grade}") else ""
        _tag(canvas, (x, y), f"{number} {each.place} {each.kind} {grade}".strip(), taken)


def _tag(canvas: Canvas, at: Point, text: str, taken: list[tuple[float, float, float, float]]) -> None:
    """Write a name beside a mark, above or below where the place is taken."""
    wide = canvas.span(text, _SMALL)
    x = at[0] + 24 if at[0] + 24 + wide < WIDTH - _EDGE else at[0] - 24 - wide
    for y in (at[1], at[1] - 34, at[1] + 34, at[1] - 68, at[1] + 68):
        box = (x, y - 16, x + wide, y + 16)
        if all(box[2] < b[0] or b[2] < box[0] or box[3] < b[1] or b[3] < box[1] for b in taken):
            break
    taken.append(box)
    canvas.text((x, y), text, _SMALL, INK, "lm", halo=4)


def _where(now: Situation, each: Incident) -> Point | None:
    if each.lon is not None and each.lat is not None:
        return each.lon, each.lat
    spur = now.registers.spurs.get(dict(each.measures).get("spur", "") or each.works)
    if spur is not None and spur.path:
        return _middle(spur.path)
    report = now.reports.get(each.report)
    return None if report is None or report.lon is None or report.lat is None else (report.lon, report.lat)


def _frame(canvas: Canvas, view: _View, words: Vocabulary, title: str) -> None:
    """Title, frame, north, scale and legend."""
    canvas.box((0, 0), (WIDTH, _HEAD - 8), (255, 255, 255))
    canvas.box((0, view.height - _FOOT + 8), (WIDTH, _FOOT), (255, 255, 255))
    for left in (0.0, WIDTH - _EDGE + 6.0):  # what reaches over the frame is cut off
        canvas.box((left, 0), (_EDGE - 6, view.height), (255, 255, 255))
    canvas.box((_EDGE - 6, _HEAD - 8), (WIDTH - 2 * _EDGE + 12, view.height - _HEAD - _FOOT + 16), None, INK)
    canvas.text((_EDGE, 12), title, _LARGE)
    canvas.text((WIDTH - _EDGE, 24), words.say("sketch.note"), _SMALL, MUTED, "ra")
    x, y = WIDTH - _EDGE - 34, _HEAD + 34
    canvas.area([(x, y), (x + 9, y + 34), (x, y + 26), (x - 9, y + 34)], INK)
    canvas.text((x, y - 2), "N", _NORMAL, INK, "ms", halo=2)
    size = next((one for one in reversed(_SCALES_M) if one / view.m_per_px <= 300), _SCALES_M[0])
    foot, wide = view.height - 62, size / view.m_per_px
    right = WIDTH - _EDGE - 6
    canvas.box((right - wide, foot), (wide / 2, 8), INK, INK)
    canvas.box((right - wide / 2, foot), (wide / 2, 8), (255, 255, 255), INK)
    label = f"{size / 1000:g} km" if size >= 1000 else f"{size} m"
    canvas.text((right - wide, foot + 14), "0", _SMALL, INK, "ma")
    canvas.text((right, foot + 14), label, _SMALL, INK, "ra")
    _legend(canvas, view, words)


def _legend(canvas: Canvas, view: _View, words: Vocabulary) -> None:
    x, y = float(_EDGE), view.height - 60.0
    for key, look in _entries():
        if look == "line":
            canvas.line(
                [(x, y + 8), (x + 30, y + 8)], _LEVEE if key == "levee" else _WORKS, 4 if key == "levee" else 2.2
            )
        elif look == "dot":
            fill = (255, 255, 255) if key == "report" else _GRADES[1]
            canvas.dot((x + 15, y + 8), 5 if key == "report" else 10, fill, INK if key == "report" else None)
        else:
            fill, line = {"water": (_WATER, _BANK), "wet": (_WET, _WET_LINE), "plot": (_PLOT, _GRID)}[key]
            canvas.box((x, y), (30, 16), fill, line)
        text = words.say(f"sketch.{key}")
        canvas.text((x + 38, y + 8), text, _SMALL, INK, "lm")
        x += 38 + canvas.span(text, _SMALL) + 22


def _entries() -> Iterable[tuple[str, str]]:
    return (("water", "box"), ("levee", "line"), ("works", "line"), ("plot", "box"), ("wet", "box"), ("report", "dot"),
            ("incident", "dot"))  # fmt: skip
