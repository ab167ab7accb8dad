"""The course of the flow at a station as a printed picture: curve, thresholds, peak, newest value. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType

from data.documents.bulletin import three
from data.documents.papers.author import BEIJING
from data.documents.papers.canvas import FAINT, INK, MUTED, Canvas, Colour, Point, has_chinese
from data.documents.papers.words import Vocabulary, vocabulary
from data.model.levels import Level
from data.model.river import Reading

WIDTH, HEIGHT = 1800, 800
_LEFT, _RIGHT, _TOP, _BOTTOM = 150, 270, 110, 80
_SMALL, _NORMAL, _LARGE = 24, 27, 36
"""Sizes of type; at the width of a page these are 5.5 to 9 points."""
_CURVE: Colour = (22, 82, 140)
_GAP = timedelta(hours=36)
"""Values further apart than this are not joined: what was between is not known."""
_COLOURS: MappingProxyType[Level, Colour] = MappingProxyType(
    {Level.IV: (30, 100, 200), Level.III: (190, 150, 0), Level.II: (224, 112, 0), Level.I: (200, 30, 30)}
)
_STEPS_H = (1, 2, 3, 6, 12, 24, 48, 96, 168, 336, 720)
_MARKS = 12


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where times and flows lie on the sheet."""

    begins: datetime
    ends: datetime
    top_m3s: float

    def at(self, time: datetime, flow: float) -> Point:
        share = (time - self.begins) / (self.ends - self.begins)
        x = _LEFT + (WIDTH - _LEFT - _RIGHT) * share
        return x, HEIGHT - _BOTTOM - (HEIGHT - _TOP - _BOTTOM) * flow / self.top_m3s


def hydrograph(
    readings: Iterable[Reading],
    thresholds: Sequence[tuple[float, Level]],
    span: tuple[datetime, datetime],
    language: str = "zh",
    title: str = "",
) -> bytes:
    """Return a PNG of 1800 × 800; a span without a value says so."""
    words = vocabulary(language if has_chinese() else "en")
    points = sorted((one.at, one.flow_m3s) for one in readings
                    if one.flow_m3s is not None and one.usable and span[0] <= one.at <= span[1])  # fmt: skip
    canvas = Canvas(WIDTH, HEIGHT)
    frame = _Frame(span[0], max(span[1], span[0] + timedelta(hours=1)), _top(points, thresholds))
    canvas.text((_LEFT, 14), title or words.say("chart.title"), _LARGE)
    canvas.text((WIDTH - _RIGHT, 26), words.say("chart.time"), _SMALL, MUTED, "ra")
    _flows(canvas, frame, words)
    _days(canvas, frame)
    _thresholds(canvas, frame, thresholds, words)
    if points:
        _curve(canvas, frame, points, words)
    else:
        canvas.text((WIDTH / 2, HEIGHT / 2), words.say("chart.empty"), _LARGE, MUTED, "mm")
    return canvas.png()


def _top(points: Sequence[tuple[datetime, float]], thresholds: Sequence[tuple[float, Level]]) -> float:
    """Return the flow at the top: above the peak, and above the next threshold where that is near."""
    peak = max((flow for _, flow in points), default=1000.0)
    near = [bound for bound, _ in thresholds if peak < bound <= peak * 1.6]
    high = max([peak * 1.12, *(bound * 1.06 for bound in near[:1])])
    step = _step(high)
    return max(step, step * -(-high // step))


def _step(high: float) -> float:
    """Return a round distance between lines so that there are five to ten."""
    return next(
        (size * 10.0**power for power in range(8) for size in (1, 2, 5) if high / (size * 10.0**power) <= 8), 1e8
    )


def _flows(canvas: Canvas, frame: _Frame, words: Vocabulary) -> None:
    step, flow = _step(frame.top_m3s), 0.0
    while flow <= frame.top_m3s + 1e-6:
        left, right = frame.at(frame.begins, flow), frame.at(frame.ends, flow)
        canvas.line([left, right], INK if flow == 0 else FAINT, 1.5 if flow == 0 else 1)
        canvas.text((_LEFT - 12, left[1]), f"{flow:,.0f}", _NORMAL, INK, "rm")
        flow += step
    canvas.line([frame.at(frame.begins, 0), frame.at(frame.begins, frame.top_m3s)], INK, 1.5)
    canvas.text((_LEFT - 12, _TOP - 26), words.say("chart.flow"), _SMALL, MUTED, "rs")


def _days(canvas: Canvas, frame: _Frame) -> None:
    """Mark times of Beijing at round hours; midnights carry the date."""
    hours = (frame.ends - frame.begins).total_seconds() / 3600
    step = timedelta(hours=next((size for size in _STEPS_H if hours / size <= _MARKS), _STEPS_H[-1]))
    at = frame.begins.astimezone(BEIJING).replace(hour=0, minute=0, second=0, microsecond=0)
    whole = step >= timedelta(days=1)
    while at <= frame.ends:
        if at >= frame.begins:
            foot = frame.at(at, 0)
            canvas.line([foot, frame.at(at, frame.top_m3s)], FAINT, 1)
            canvas.line([foot, (foot[0], foot[1] + 7)], INK, 1.5)
            date = whole or at.hour == 0
            canvas.text((foot[0], foot[1] + 12), f"{at:%m-%d}" if date else f"{at:%H:%M}", _NORMAL, INK, "ma")
        at += step


def _thresholds(canvas: Canvas, frame: _Frame, thresholds: Sequence[tuple[float, Level]], words: Vocabulary) -> None:
    lowest = float(HEIGHT)
    for bound, level in sorted(thresholds):
        if bound <= frame.top_m3s and level in _COLOURS:
            left, right = frame.at(frame.begins, bound), frame.at(frame.ends, bound)
            canvas.dashed([left, right], _COLOURS[level], 2, (14, 7))
            middle = min(right[1], lowest - _NORMAL - 4)  # names do not lie on each other
            lowest = middle
            said = words.say(f"chart.{level.name}", flow=f"{bound:,.0f}")
            canvas.text((right[0] + 8, middle), said, _NORMAL, _COLOURS[level], "lm")


def _curve(canvas: Canvas, frame: _Frame, points: Sequence[tuple[datetime, float]], words: Vocabulary) -> None:
    piece: list[Point] = []
    last: datetime | None = None
    for at, flow in points:
        if last is not None and at - last > _GAP:
            canvas.line(piece, _CURVE, 4)
            piece = []
        piece.append(frame.at(at, flow))
        last = at
    canvas.line(piece, _CURVE, 4)
    if len(points) <= 40:
        for at, flow in points:
            canvas.dot(frame.at(at, flow), 5, (255, 255, 255), _CURVE, 2)
    top, newest = max(points, key=lambda one: one[1]), points[-1]
    _label(canvas, frame, top, words.say("chart.peak", flow=three(top[1], ","), time=_clock(top[0])), above=True)
    if newest != top:
        said = words.say("chart.last", flow=three(newest[1], ","), time=_clock(newest[0]))
        _label(canvas, frame, newest, said, above=False)


def _clock(at: datetime) -> str:
    return f"{at.astimezone(BEIJING):%m-%d %H:%M}"


def _label(canvas: Canvas, frame: _Frame, point: tuple[datetime, float], text: str, *, above: bool) -> None:
    x, y = frame.at(*point)
    canvas.dot((x, y), 8, _CURVE)
    half = canvas.span(text, _NORMAL) / 2
    middle = min(max(x, _LEFT + half + 6), WIDTH - _RIGHT - half - 6)
    high = y - 20 if above or y > HEIGHT - _BOTTOM - 70 else y + 44
    canvas.text((middle, high), text, _NORMAL, INK, "ms", halo=4)
