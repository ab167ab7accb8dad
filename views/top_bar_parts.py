"""Parts of the top bar: a captioned block, a count that opens something, the demonstration clock's controls."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from widgets.icons import IconSet
from widgets.ink_label import InkLabel
from widgets.marks import Fill, Mark, paint_mark
from widgets.theme import Size, Theme

SPEEDS = (1, 60, 600, 3600, 7200)


class Block(QWidget):
    """A small caption over a line of values."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caption = InkLabel(theme, role="text.muted", size=Size.TINY, hug=True)
        self.row = QHBoxLayout()
        self.row.setSpacing(theme.px(6))
        self.column = column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(5), 0, theme.px(5))
        column.setSpacing(0)
        column.addWidget(self.caption)
        column.addLayout(self.row, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def add(self, widget: QWidget) -> None:
        """Another value in the line."""
        self.row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)


def rule(theme: Theme) -> QFrame:
    """A thin upright line between blocks."""
    line = QFrame()
    line.setProperty("rule", True)
    line.setFixedWidth(1)
    line.setFixedHeight(theme.px(32))
    return line


class CountButton(QAbstractButton):
    """A mark, a number and its caption; at zero it is quiet, above it is in its role's ink. It opens a workspace."""

    def __init__(self, theme: Theme, caption: str, mark: Mark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._caption, self._mark, self._count = theme, caption, mark, 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Show a number."""
        wide = self.sizeHint().width()
        self._count = count
        self.setAccessibleName(f"{self._caption} {count:,}")
        if self.sizeHint().width() != wide:
            self.updateGeometry()
        self.update()

    def count(self) -> int:
        """The number shown."""
        return self._count

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = self._theme.px
        caption = QFontMetrics(self._theme.font(Size.TINY)).horizontalAdvance(self._caption)
        figure = QFontMetrics(self._theme.font(Size.LARGE, bold=True)).horizontalAdvance(f"{max(self._count, 99):,}")
        return QSize(max(caption, figure + px(18)) + px(12), px(56))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), theme.role("surface.hover"))
        if self.hasFocus():
            painter.setPen(QPen(theme.role("line.focus"), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        left = px(6)
        painter.setFont(theme.font(Size.TINY))
        painter.setPen(theme.role("text.muted"))
        top = painter.fontMetrics().height()
        painter.drawText(QRectF(left, px(5), self.width(), top), int(Qt.AlignmentFlag.AlignVCenter), self._caption)
        box = QRectF(left, px(5) + top, self.width() - left, self.height() - px(10) - top)
        side = px(12)
        quiet = self._count == 0
        mark = Mark(
            self._mark.shape, "text.muted" if quiet else self._mark.role, Fill.HOLLOW if quiet else self._mark.fill
        )
        paint_mark(painter, QRectF(left, round(box.center().y() - side / 2), side, side), mark, theme)
        painter.setFont(theme.font(Size.LARGE, bold=not quiet))
        painter.setPen(theme.role("text.muted") if quiet else theme.ink(self._mark.role))
        painter.drawText(box.adjusted(side + px(6), 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), f"{self._count:,}")
        painter.end()


class ClockControl(QWidget):
    """Pause or run on, and the speed of the demonstration clock. Away when the clock is the machine's."""

    speed_requested = Signal(int)
    pause_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._speed = theme, 1
        self.real = True
        self._pause = QToolButton(self)
        self._pause.setProperty("kind", "quiet")
        self._pause.setShortcut("Ctrl+Space")
        self._rate = QToolButton(self)
        self._rate.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        for speed in SPEEDS:
            action = self._menu.addAction(f"{speed:,}×")
            action.setCheckable(True)
            action.setData(speed)
            self._group.addAction(action)
        self._group.triggered.connect(lambda action: self.speed_requested.emit(action.data()))
        self._rate.setMenu(self._menu)
        self._rate.setToolTip(self.tr("演示时钟的速度：每秒走过的秒数"))
        self._rate.setAccessibleName(self._rate.toolTip())
        self._pause.clicked.connect(self.pause_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._pause)
        row.addWidget(self._rate)
        self.set_theme(theme)
        self.show_clock(1, real=True)

    def show_clock(self, speed: int, *, real: bool) -> None:
        """Show the speed, 0 when paused."""
        self._speed, self.real = speed, real
        self.setVisible(not real)
        running = speed > 0
        words = self.tr("暂停演示时钟（Ctrl+空格）") if running else self.tr("继续演示时钟（Ctrl+空格）")
        self._pause.setToolTip(words)
        self._pause.setAccessibleName(words)
        self._pause.setIcon(IconSet(self._theme).icon("pause" if running else "play"))
        self._rate.setText(f"{speed:,}×" if running else self.tr("已暂停"))
        for action in self._group.actions():
            action.setChecked(action.data() == speed)

    def speed_words(self) -> str:
        """What the speed button says."""
        return self._rate.text()

    def choose(self, speed: int) -> None:
        """Pick a speed as from the menu."""
        next(action for action in self._group.actions() if action.data() == speed).trigger()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._rate.setFont(theme.font(Size.SMALL))
        self._pause.setIconSize(QSize(theme.px(18), theme.px(18)))
        self._pause.setFixedSize(theme.px(28), theme.px(28))
        self._rate.setFixedHeight(theme.px(28))
        self._pause.setIcon(IconSet(theme).icon("pause" if self._speed > 0 else "play"))
