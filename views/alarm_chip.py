"""The alarms in the top bar: how many nobody has acknowledged, by priority with its shape, and whether it sounds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from data.model.alarms import Priority
from views import alarm_words, phrases, river_step_words, words
from widgets.flasher import Flasher
from widgets.marks import Fill, Mark, paint_mark
from widgets.theme import Size, Theme

ORDER = (Priority.HIGH, Priority.MEDIUM, Priority.LOW)


@dataclass(frozen=True, slots=True)
class Counts:
    """Lines that nobody has acknowledged, by rank; how many stand in all; diagnostics; whether it is silent."""

    unacked: tuple[int, int, int] = (0, 0, 0)  # low, medium, high
    standing: int = 0
    diagnostics: int = 0
    flood: bool = False

    @property
    def waiting(self) -> int:
        """All that nobody has acknowledged."""
        return sum(self.unacked)


class AlarmChip(QAbstractButton):
    """Caption above; below a mark and a number for each priority, or that nothing waits."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it for a desk whose alarms have not begun: that is not the same as none."""
        super().__init__(parent)
        self._theme, self._counts, self._short = theme, Counts(), False
        self._told = False
        self._silent, self._until = False, None
        self.flasher = Flasher(self)
        self.flasher.turned.connect(self.update)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._renew(0)

    def show_counts(self, counts: Counts) -> None:
        """Show how many there are."""
        wide = self.sizeHint().width()
        self._counts, self._told = counts, True
        self.flasher.want(counts.waiting > 0)
        self._renew(wide)

    def show_sound(self, *, silent: bool, until: datetime | None) -> None:
        """Show that alarms are not heard: switched off, not to be had, or muted until a time."""
        wide = self.sizeHint().width()
        self._silent, self._until = silent, until
        self._renew(wide)

    def counts(self) -> Counts:
        """What is shown."""
        return self._counts

    def set_short(self, short: bool) -> None:
        """Only the gravest priority, where there is little room."""
        if short != self._short:
            wide = self.sizeHint().width()
            self._short = short
            self._renew(wide)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def text_shown(self) -> str:
        """All that it says."""
        t = QCoreApplication.translate
        parts = [f"{river_step_words.priority(one)} {self._counts.unacked[one.rank]}" for one in ORDER]
        if not self._counts.waiting:
            parts = [self._calm()]
        return phrases.labelled(self._caption(), phrases.listed(parts)) + (
            f" · {t('AlarmChip', '诊断')} {self._counts.diagnostics}" if self._counts.diagnostics else ""
        )

    def sizeHint(self) -> QSize:
        """As wide as caption or figures; a figure more does not push the neighbours."""
        px = self._theme.px
        tiny = QFontMetrics(self._theme.font(Size.TINY)).horizontalAdvance(self._caption())
        return QSize(max(tiny, self._wide()) + px(12), px(56))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Caption above, marks and figures below."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), theme.role("surface.hover"))
        if self.hasFocus():
            painter.setPen(QPen(theme.role("line.focus"), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        left = px(6)
        painter.setFont(theme.font(Size.TINY))
        painter.setPen(theme.ink("state.attention") if self._loud_caption() else theme.role("text.muted"))
        top = painter.fontMetrics().height()
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRectF(left, px(5), self.width(), top), middle, self._caption())
        box = QRectF(left, px(5) + top, self.width() - left, self.height() - px(10) - top)
        if not self._counts.waiting:
            painter.setFont(theme.font(Size.BASE))
            painter.drawText(box, middle, self._calm())
            painter.end()
            return
        painter.setFont(theme.font(Size.LARGE, bold=True))
        for priority in self._shown():
            self._paint_one(painter, box, priority)
        painter.end()

    def _paint_one(self, painter: QPainter, box: QRectF, priority: Priority) -> None:
        theme, px = self._theme, self._theme.px
        count = self._counts.unacked[priority.rank]
        role = alarm_words.role_of(priority, diagnostic=False)
        lit = self.flasher.lit(fast=priority is Priority.HIGH)
        mark = Mark(alarm_words.shape_of(priority, diagnostic=False), role if count else "text.muted",
                    Fill.HOLLOW if not count else Fill.SOLID if lit else Fill.FAINT)  # fmt: skip
        side = px(12)
        paint_mark(painter, QRectF(box.left(), round(box.center().y() - side / 2), side, side), mark, theme)
        painter.setPen(theme.ink(role) if count else theme.role("text.muted"))
        figure = QRectF(box.left() + side + px(5), box.top(), px(60), box.height())
        painter.drawText(figure, int(Qt.AlignmentFlag.AlignVCenter), f"{count:,}")
        wide = painter.fontMetrics().horizontalAdvance(f"{count:,}")
        box.setLeft(figure.left() + wide + px(10))

    def _shown(self) -> tuple[Priority, ...]:
        if not self._short:
            return ORDER
        return tuple(one for one in ORDER if self._counts.unacked[one.rank])[:1]

    def _wide(self) -> int:
        px = self._theme.px
        if not self._counts.waiting:
            return QFontMetrics(self._theme.font(Size.BASE)).horizontalAdvance(self._calm())
        metrics = QFontMetrics(self._theme.font(Size.LARGE, bold=True))
        figures = [f"{self._counts.unacked[one.rank]:,}" for one in self._shown()]
        return sum(metrics.horizontalAdvance(one) + px(27) for one in figures) - px(10)

    def _loud_caption(self) -> bool:
        return self._counts.flood or self._until is not None

    def _caption(self) -> str:
        t = QCoreApplication.translate
        if self._until is not None:
            if self._short:
                return t("AlarmChip", "静音")
            return t("AlarmChip", "报警 · 静音至 {0}").format(words.clock(self._until))
        if self._silent:
            return t("AlarmChip", "无声") if self._short else t("AlarmChip", "报警 · 无声")
        return t("AlarmChip", "报警") if self._short else t("AlarmChip", "未确认报警")

    def _calm(self) -> str:
        t = QCoreApplication.translate
        if self._counts.standing:
            return t("AlarmChip", "{0} 条已确认").format(self._counts.standing)
        return t("AlarmChip", "无") if self._told else t("AlarmChip", "未启动")

    def _renew(self, wide: int) -> None:
        self.setAccessibleName(self.text_shown())
        self.setToolTip(QCoreApplication.translate("AlarmChip", "{0}。点按打开报警单（F2）").format(self.text_shown()))
        if self.sizeHint().width() != wide:
            self.updateGeometry()
        self.update()
