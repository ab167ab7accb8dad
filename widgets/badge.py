"""A badge: a mark and a word, so that nothing is told by colour alone; hollow when what it tells is stale."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.marks import Fill, Mark, paint_mark
from widgets.theme import Size, Theme


class BadgeLook(Enum):
    """How loud a badge is: plain words, a soft ground, an outline, or a filled plate."""

    PLAIN = "plain"
    SOFT = "soft"
    OUTLINE = "outline"
    FILLED = "filled"


class Badge(QWidget):
    """Mark and words in one line."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        mark: Mark | None = None,
        look: BadgeLook = BadgeLook.PLAIN,
        *,
        role: str = "text.primary",
        size: Size = Size.SMALL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._text, self._mark = theme, text, mark
        self._look, self._role, self._size = look, role, size
        self._stale = False
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._renew()

    def show_words(self, text: str, mark: Mark | None = None, *, role: str | None = None) -> None:
        """Tell something else; the role colours the words (plain, outline) or the ground (soft, filled)."""
        self._text, self._mark = text, mark
        self._role = role or self._role
        self._renew()

    def set_look(self, look: BadgeLook) -> None:
        """Another loudness."""
        self._look = look
        self._renew()

    def set_stale(self, stale: bool) -> None:
        """A stale badge loses its fill and keeps its words."""
        self._stale = stale
        self._renew()

    def text(self) -> str:
        """The words shown."""
        return self._text

    def is_stale(self) -> bool:
        """Whether the badge is drawn hollow."""
        return self._stale

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._renew()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        width = metrics.horizontalAdvance(self._text) + 2 * self._pad()
        if self._mark is not None:
            width += self._mark_side() + (self._theme.px(5) if self._text else 0)
        return QSize(width + 1, metrics.height() + self._theme.px(4))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._theme.px(40)), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_ground(painter)
        box = QRectF(self.rect()).adjusted(self._pad(), 0, -self._pad(), 0)
        if self._mark is not None:
            side = self._mark_side()
            mark = Mark(self._mark.shape, self._mark_role(), Fill.HOLLOW if self._stale else self._mark.fill)
            paint_mark(painter, QRectF(box.left(), round(box.center().y() - side / 2), side, side), mark, self._theme)
            box.setLeft(box.left() + side + self._theme.px(5))
        painter.setFont(self._font())
        painter.setPen(self._ink())
        words = painter.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, int(box.width()) + 1)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.end()

    def _filled(self) -> bool:
        return self._look is BadgeLook.FILLED and not self._stale

    def _font(self) -> QFont:
        return self._theme.font(self._size, bold=self._look is BadgeLook.FILLED)

    def _pad(self) -> int:
        return 0 if self._look is BadgeLook.PLAIN else self._theme.px(6)

    def _mark_side(self) -> int:
        return self._theme.px(self._size.value * 0.78)

    def _mark_role(self) -> str:
        text_role = f"{self._role}.text"
        return text_role if self._filled() and self._theme.has(text_role) else (self._mark.role if self._mark else "")

    def _ink(self) -> QColor:
        if self._filled() and self._theme.has(f"{self._role}.text"):
            return self._theme.role(f"{self._role}.text")
        return self._theme.ink(self._role)

    def _paint_ground(self, painter: QPainter) -> None:
        if self._look is BadgeLook.PLAIN:
            return
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(
            QPen(self._theme.edge(self._role), 1, Qt.PenStyle.DashLine if self._stale else Qt.PenStyle.SolidLine)
        )
        if self._filled():
            painter.setBrush(self._theme.role(self._role))
        elif self._look is BadgeLook.SOFT and self._theme.has(f"{self._role}.soft") and not self._stale:
            painter.setBrush(self._theme.role(f"{self._role}.soft"))
        painter.drawRoundedRect(box, 2, 2)

    def _renew(self) -> None:
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()
