"""Words painted in a colour role: they elide instead of pushing, and their size changes only when it must."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from widgets.theme import Size, Theme

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class InkLabel(QWidget):
    """Words in a role's ink.

    `lines` = 1 elides; more keep that many lines and no more; 0 takes as many as the width asks for. `hug` makes a
    single line as wide as its words (never narrower than `reserve`); otherwise it takes what room there is.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        role: str = "text.primary",
        size: Size = Size.BASE,
        bold: bool = False,
        lines: int = 1,
        hug: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._text, self._role = theme, text, role
        self._size, self._bold, self._lines, self._hug = size, bold, lines, hug
        self._reserve, self._align, self._exact = "", _LEFT, False
        self._struck = False
        across = QSizePolicy.Policy.Preferred if hug else QSizePolicy.Policy.Ignored
        policy = QSizePolicy(across, QSizePolicy.Policy.Minimum if lines == 0 else QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(lines == 0)
        self.setSizePolicy(policy)
        self.setAccessibleName(text)

    # what the owner says

    def set_text(self, text: str, role: str | None = None) -> None:
        """Say something else; the layout is disturbed only when the size changes."""
        if text == self._text and (role is None or role == self._role):
            return
        before = self.sizeHint() if self._hug or self._lines == 0 else None
        self._text, self._role = text, role or self._role
        self.setAccessibleName(text)
        if self._lines == 0 or (before is not None and before != self.sizeHint()):
            self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The words shown."""
        return self._text

    def role(self) -> str:
        """The role that colours them."""
        return self._role

    def set_reserve(self, text: str) -> None:
        """Keep at least the room these words would take."""
        if text != self._reserve:
            self._reserve = text
            self.updateGeometry()

    def set_look(self, size: Size, *, bold: bool) -> None:
        """Another size or weight."""
        if (size, bold) != (self._size, self._bold):
            self._size, self._bold = size, bold
            self.updateGeometry()
            self.update()

    def set_struck(self, struck: bool) -> None:
        """Strike the words through: they were so, and are no more."""
        if struck is not self._struck:
            self._struck = struck
            self.update()

    def is_struck(self) -> bool:
        """Whether the words are struck through."""
        return self._struck

    def set_align(self, align: Qt.AlignmentFlag) -> None:
        """Where the words stand."""
        self._align = align
        self.update()

    def set_exact_role(self, exact: bool) -> None:
        """Paint in the role itself instead of its readable variant: for words on a coloured ground."""
        self._exact = exact
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.updateGeometry()
        self.update()

    # size

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        if self._hug:
            wide = max(metrics.horizontalAdvance(self._text), metrics.horizontalAdvance(self._reserve)) + 2
            return QSize(wide, self._theme.px(self._size.value) if self._figures() else metrics.height())
        return QSize(self._theme.px(60), metrics.lineSpacing() * max(1, self._lines))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        if self._figures():
            return hint  # half a figure is a wrong figure
        return QSize(min(hint.width(), self._theme.px(16)), hint.height())

    def hasHeightForWidth(self) -> bool:
        return self._lines == 0

    def heightForWidth(self, width: int) -> int:
        if self._lines:
            return self.sizeHint().height()
        box = QFontMetrics(self._font()).boundingRect(QRect(0, 0, max(1, width), 10_000), self._wrap(), self._text)
        return max(box.height(), 1) if self._text else 0

    # events

    def event(self, event: QEvent) -> bool:
        """Show the whole words where they were cut, unless a tooltip of the owner says more."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and not self.toolTip():
            QToolTip.showText(event.globalPos(), self._text if self._cut() else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._font())
        painter.setPen(self._ink())
        if self._lines == 1:
            words = painter.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
            if self._figures():
                painter.drawText(0, (self.height() + painter.fontMetrics().capHeight()) // 2, words)
            else:
                painter.drawText(self.rect(), int(self._align), words)
        else:
            painter.drawText(self.rect(), self._wrap(), self._fitting(painter.fontMetrics()))
        painter.end()

    def _fitting(self, metrics: QFontMetrics) -> str:
        """The words, cut so that the last line that fits ends in an ellipsis."""
        room = self.height() + metrics.descent()
        if self._height_of(metrics, self._text) <= room:
            return self._text
        low, high = 0, len(self._text)
        while low < high:
            middle = (low + high + 1) // 2
            if self._height_of(metrics, self._text[:middle] + "…") <= room:
                low = middle
            else:
                high = middle - 1
        return self._text[:low] + "…"

    def _figures(self) -> bool:
        """Large figures have no use for the room that hanging strokes need."""
        return self._hug and self._size in (Size.FIGURE, Size.HERO)

    def _height_of(self, metrics: QFontMetrics, text: str) -> int:
        return metrics.boundingRect(QRect(0, 0, max(1, self.width()), 10_000), self._wrap(), text).height()

    def _cut(self) -> bool:
        metrics = QFontMetrics(self._font())
        if self._lines == 1:
            return metrics.horizontalAdvance(self._text) > self.width()
        return self._fitting(metrics) != self._text

    def _wrap(self) -> int:
        across = Qt.AlignmentFlag.AlignHorizontal_Mask & self._align
        return int(across) | int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)

    def _font(self) -> QFont:
        font = self._theme.font(self._size, bold=self._bold)
        if self._struck:
            font = QFont(font)
            font.setStrikeOut(True)
        return font

    def _ink(self) -> QColor:
        if not self.isEnabled():
            return self._theme.role("text.disabled")
        return self._theme.role(self._role) if self._exact else self._theme.ink(self._role)
