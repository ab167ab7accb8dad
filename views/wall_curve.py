"""The hydrograph of the wall: few strokes, few words, each as large as the rest of the wall; painted from a value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from data.model.river import HUAYUANKOU
from data.model.situation import Situation
from data.rules.coming import standing_forecast, standing_outlook
from views import words
from views.wall_reading import SMALLEST_FIGURE
from widgets.theme import Theme

SHOWN = timedelta(days=4)
DAY_S = 86_400.0
_AHEAD_AT_LEAST_S = 0.5 * DAY_S


@dataclass(frozen=True, slots=True)
class Ahead:
    """What is expected at a time: flow with its band (both bounds the flow where there is none)."""

    at_s: float
    flow_m3s: float
    low_m3s: float
    high_m3s: float


@dataclass(frozen=True, slots=True)
class Bound:
    """A threshold: its flow, its words, the colour role of its stroke."""

    flow_m3s: float
    words: str
    role: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """All that is drawn. Times in seconds since 1970; `official` tells whose forecast `ahead` is."""

    seen: tuple[tuple[float, float], ...] = ()
    ahead: tuple[Ahead, ...] = ()
    official: bool = False
    bounds: tuple[Bound, ...] = ()
    whatif_m3s: float | None = None
    hollow: bool = False


def drawn(now: Situation, whatif_m3s: float | None, *, hollow: bool) -> Drawn:
    """Take from a situation what the wall draws of the river."""
    readings = [one for one in now.readings.get(HUAYUANKOU, ()) if one.flow_m3s is not None]
    if not readings:
        return Drawn(whatif_m3s=whatif_m3s, bounds=_bounds(now))
    since = readings[-1].at - SHOWN
    seen = tuple((one.at.timestamp(), one.flow_m3s or 0.0) for one in readings if one.at >= since)
    last = seen[-1]
    official = standing_forecast(now)
    if official is not None and official.valid_at.timestamp() > last[0]:
        flow = official.flow_m3s
        ahead = (Ahead(*last, last[1], last[1]), Ahead(official.valid_at.timestamp(), flow, flow, flow))
        return Drawn(seen, ahead, True, _bounds(now), whatif_m3s, hollow)
    outlook = standing_outlook(now)
    points = () if outlook is None else tuple(
        Ahead(one.at.timestamp(), one.flow_m3s, one.low_m3s, one.high_m3s)
        for one in outlook.points
        if one.at.timestamp() > last[0]
    )  # fmt: skip
    ahead = (Ahead(*last, last[1], last[1]), *points) if points else ()
    return Drawn(seen, ahead, False, _bounds(now), whatif_m3s, hollow)


def _bounds(now: Situation) -> tuple[Bound, ...]:
    """The thresholds at which a level begins; other tiers would be too many lines for a wall."""
    found: list[Bound] = []
    level = None
    for tier in sorted(now.registers.tiers, key=lambda row: row.lower_m3s):
        if tier.level is not level and tier.lower_m3s > 0 and tier.level:
            text = f"{words.level_numeral(tier.level)} {words.flow(tier.lower_m3s)}"
            found.append(Bound(tier.lower_m3s, text, words.level_role(tier.level)))
        level = tier.level
    return tuple(found)


class WallCurve(QWidget):
    """Paints a `Drawn`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._drawn = theme, Drawn()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("流量过程线"))

    def show_curve(self, shown: Drawn) -> None:
        """Draw something else, if it is something else."""
        if shown != self._drawn:
            self._drawn = shown
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(96), self._theme.px(60))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(SMALLEST_FIGURE))
        if self._drawn.seen:
            _Sheet(self._drawn, QRectF(self.rect()), self._theme).paint(painter)
        else:
            painter.setPen(self._theme.role("text.muted"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("尚无花园口报汛"))
        painter.end()


class _Sheet:
    """One painting: the scales of a curve in a rectangle, and the strokes."""

    def __init__(self, shown: Drawn, whole: QRectF, theme: Theme) -> None:
        self.shown, self.theme = shown, theme
        metrics = QFontMetricsF(theme.font(SMALLEST_FIGURE))
        self.line = metrics.capHeight() * 1.7
        self.advance = metrics.horizontalAdvance
        foot = self.line + max(float(theme.px(2)), metrics.descent() * 0.8)  # days are words with tails in English
        self.plot = whole.adjusted(theme.px(2), theme.px(4), -theme.px(4), -foot)
        self.start = shown.seen[0][0]
        newest = shown.seen[-1][0]
        self.end = max(newest + _AHEAD_AT_LEAST_S, shown.ahead[-1].at_s if shown.ahead else newest)
        self.low, self.high = self._range()

    def _range(self) -> tuple[float, float]:
        flows = [flow for _, flow in self.shown.seen]
        flows += [value for one in self.shown.ahead for value in (one.low_m3s, one.high_m3s)]
        if self.shown.whatif_m3s is not None:
            flows.append(self.shown.whatif_m3s)
        low, high = min(flows), max(flows)
        above = [one.flow_m3s for one in self.shown.bounds if one.flow_m3s > high]
        if above and above[0] < high * 1.8 + 500:
            high = above[0]  # the next threshold is what one looks for
        room = max(300.0, high - low)
        return max(0.0, low - 0.12 * room), high + 0.14 * room

    def x(self, at_s: float) -> float:
        """Place of a time."""
        return self.plot.left() + (at_s - self.start) / max(1.0, self.end - self.start) * self.plot.width()

    def y(self, flow_m3s: float) -> float:
        """Place of a flow."""
        return self.plot.bottom() - (flow_m3s - self.low) / (self.high - self.low) * self.plot.height()

    def paint(self, painter: QPainter) -> None:
        """Paint everything, what matters last."""
        self._bounds(painter)
        self._days(painter)
        self._ahead(painter)
        self._seen(painter)

    def _bounds(self, painter: QPainter) -> None:
        theme, taken = self.theme, self.plot.bottom() + self.line
        for one in self.shown.bounds:
            if not self.low <= one.flow_m3s <= self.high:
                continue
            y = self.y(one.flow_m3s)
            painter.setPen(QPen(theme.edge(one.role), theme.px(0.7), Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(self.plot.left(), y), QPointF(self.plot.right(), y))
            if taken - y < self.line:
                continue
            taken = y
            painter.setPen(theme.ink(one.role))
            painter.drawText(QPointF(self.plot.left() + theme.px(1), y - theme.px(1.6)), one.words)

    def _days(self, painter: QPainter) -> None:
        theme, bottom = self.theme, self.plot.bottom()
        painter.setPen(QPen(theme.role("line.control"), theme.px(0.4)))
        painter.drawLine(self.plot.bottomLeft(), self.plot.bottomRight())
        pattern = QCoreApplication.translate("Wall", "{0}日")
        wide = self.advance(pattern.format(28)) + theme.px(4)
        each = max(1, round(wide / max(1.0, DAY_S / (self.end - self.start) * self.plot.width()) + 0.49))
        first = datetime.fromtimestamp(self.start, UTC).astimezone(words.BEIJING)
        day = first.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
        number = 0
        while day.timestamp() < self.end:
            x = self.x(day.timestamp())
            painter.setPen(QPen(theme.role("line.grid"), theme.px(0.4)))
            painter.drawLine(QPointF(x, self.plot.top()), QPointF(x, bottom))
            if number % each == 0 and x + wide < self.plot.right() + theme.px(4):
                painter.setPen(theme.role("text.muted"))
                painter.drawText(QPointF(x, bottom + self.line), pattern.format(day.day))
            day, number = day + timedelta(days=1), number + 1

    def _ahead(self, painter: QPainter) -> None:
        theme, ahead = self.theme, self.shown.ahead
        if ahead:
            upper = [QPointF(self.x(one.at_s), self.y(one.high_m3s)) for one in ahead]
            lower = [QPointF(self.x(one.at_s), self.y(one.low_m3s)) for one in reversed(ahead)]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.tint("curve.forecast", 0.22))
            painter.drawPolygon(QPolygonF([*upper, *lower]))
            self._stroke(painter, [(one.at_s, one.flow_m3s) for one in ahead], "curve.forecast", dashed=True)
            peak = max(ahead[1:], key=lambda one: one.flow_m3s)
            self._tag(painter, QPointF(self.x(peak.at_s), self.y(peak.flow_m3s)), self._ahead_words(peak))
        if self.shown.whatif_m3s is not None:
            last = self.shown.seen[-1][0]
            flow = self.shown.whatif_m3s
            self._stroke(painter, [(last, flow), (self.end, flow)], "curve.whatif", dashed=True)

    def _ahead_words(self, peak: Ahead) -> str:
        t = QCoreApplication.translate
        pattern = t("Wall", "预报 {0}") if self.shown.official else t("Wall", "本台 {0}")
        return pattern.format(words.flow(peak.flow_m3s))

    def _tag(self, painter: QPainter, at: QPointF, text: str) -> None:
        """Words at a point, kept inside; above it where there is room."""
        theme = self.theme
        x = min(at.x(), self.plot.right() - self.advance(text))
        y = at.y() - theme.px(2)
        if y - self.line < self.plot.top():
            y = at.y() + self.line
        painter.setPen(theme.ink("curve.forecast"))
        painter.drawText(QPointF(max(self.plot.left(), x), y), text)

    def _seen(self, painter: QPainter) -> None:
        theme = self.theme
        self._stroke(painter, self.shown.seen, "curve.observed", dashed=False)
        last = QPointF(self.x(self.shown.seen[-1][0]), self.y(self.shown.seen[-1][1]))
        painter.setPen(QPen(theme.role("curve.observed"), theme.px(1)))
        painter.setBrush(theme.role("surface.window") if self.shown.hollow else theme.role("curve.observed"))
        painter.drawEllipse(last, theme.px(2.2), theme.px(2.2))

    def _stroke(self, painter: QPainter, points: Sequence[tuple[float, float]], role: str, *, dashed: bool) -> None:
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        pen = QPen(self.theme.role(role), self.theme.px(1.1), style)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([QPointF(self.x(at), self.y(flow)) for at, flow in points]))
