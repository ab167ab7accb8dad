"""Axes for plots of a quantity over time: calendar ticks in one time zone, and plain grouped figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pyqtgraph as pg

from widgets.theme import Size

if TYPE_CHECKING:
    from widgets.theme import Theme

HOUR, DAY = 3600.0, 86400.0
_SPACINGS = (60.0, 300.0, 900.0, 1800.0, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 5 * DAY, 10 * DAY)
_MONTHS = (1, 3, 6, 12, 24, 60, 120, 240, 600)


@dataclass(frozen=True, slots=True)
class TimeWords:
    """How dates are said; patterns know {year}, {month}, {day}, {name} (the month's name) and {time} (hh:mm)."""

    day: str = "{month}月{day}日"
    month: str = "{year}年{month}月"
    year: str = "{year}"
    moment: str = "{month}月{day}日 {time}"
    month_names: tuple[str, ...] = ()
    zone: tzinfo = ZoneInfo("Asia/Shanghai")

    def say(self, pattern: str, seconds: float) -> str:
        """One instant by a pattern."""
        at = datetime.fromtimestamp(seconds, self.zone)
        name = self.month_names[at.month - 1] if self.month_names else str(at.month)
        return pattern.format(year=at.year, month=at.month, day=at.day, name=name, time=f"{at:%H:%M}")


def time_ticks(start: float, end: float, most: int, zone: tzinfo) -> tuple[float, list[float]]:
    """The spacing and the instants of at most `most` calendar ticks between two instants."""
    if not end > start:
        return DAY, []
    wish = (end - start) / max(1, most)
    for spacing in _SPACINGS:
        if spacing >= wish:
            shift = _offset(start, zone)
            first = -(-(start + shift) // spacing) * spacing - shift
            return spacing, [first + i * spacing for i in range(int((end - first) // spacing) + 1)]
    months = next((count for count in _MONTHS if count * 30.4 * DAY >= wish), _MONTHS[-1])
    return months * 30.4 * DAY, _month_ticks(start, end, months, zone)


def _offset(seconds: float, zone: tzinfo) -> float:
    shift = datetime.fromtimestamp(seconds, zone).utcoffset() or timedelta()
    return shift.total_seconds()


def _month_ticks(start: float, end: float, months: int, zone: tzinfo) -> list[float]:
    at = datetime.fromtimestamp(start, zone)
    count = -(-(at.year * 12 + at.month - 1) // months) * months
    ticks: list[float] = []
    while True:
        instant = datetime(count // 12, count % 12 + 1, 1, tzinfo=zone).timestamp()
        if instant > end:
            return ticks
        if instant >= start:
            ticks.append(instant)
        count += months


def tick_texts(ticks: list[float], spacing: float, words: TimeWords) -> list[str]:
    """Midnights carry the date, other ticks the hour; months and years their own pattern."""
    if spacing > 11 * DAY:
        pattern = words.year if spacing > 360 * DAY else words.month
        return [words.say(pattern, tick) for tick in ticks]
    texts = [words.say("{time}", tick) for tick in ticks]
    dated = [text == "00:00" for text in texts]
    said = [words.say(words.day, t) if date else text for t, text, date in zip(ticks, texts, dated, strict=True)]
    if said and not any(dated):
        said[0] = words.say(words.day, ticks[0])
    return said


class TimeAxis(pg.AxisItem):
    """A calendar axis in one time zone."""

    def __init__(self, words: TimeWords) -> None:
        super().__init__("bottom")
        self._words = words
        self._room = 64.0
        self.enableAutoSIPrefix(False)

    def set_words(self, words: TimeWords) -> None:
        self._words = words
        self.picture = None
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._room = theme.px(64)
        dress_axis(self, theme)
        self.setHeight(theme.px(23))

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, list[float]]]:  # noqa: N803
        spacing, ticks = time_ticks(minVal, maxVal, max(2, int(size // self._room)), self._words.zone)
        return [(spacing, ticks)]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:  # noqa: ARG002
        return tick_texts(list(values), spacing, self._words)


class ValueAxis(pg.AxisItem):
    """Grouped figures without prefixes: 4,000 stays 4,000."""

    def __init__(self, side: str) -> None:
        super().__init__(side)
        self.enableAutoSIPrefix(False)

    def set_theme(self, theme: Theme, width: float) -> None:
        dress_axis(self, theme)
        self.setWidth(theme.px(width))

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, list[float]]]:  # noqa: N803
        levels: list[Any] = super().tickValues(minVal, maxVal, size)
        return levels[:2] if len(levels) > 1 and len(levels[0][1]) < 3 else levels[:1]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:  # noqa: ARG002
        digits = 0 if spacing >= 1 else 1 if spacing >= 0.1 else 2
        return [f"{value:,.{digits}f}" for value in values]


def dress_axis(axis: pg.AxisItem, theme: Theme) -> None:
    """The house look of an axis: thin line, short ticks outwards, muted figures."""
    axis.setPen(pg.mkPen(theme.role("line.button"), width=1))
    axis.setTextPen(pg.mkPen(theme.role("text.muted")))
    axis.setTickPen(pg.mkPen(theme.role("line.button"), width=1))
    axis.setStyle(tickFont=theme.font(Size.TINY), tickLength=theme.px(4), tickTextOffset=theme.px(3))
