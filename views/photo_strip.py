"""A row of small pictures, clips and voice notes; a click or Enter opens one in the viewer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from data.model.field import Attachment
from views import photo_words
from widgets.icons import IconSet
from widgets.picture_delegate import SMALL, paint_picture
from widgets.pictures import Pictures
from widgets.theme import Size, Theme

WIDE_PX, HIGH_PX = 108, 76


class Shot(QAbstractButton):
    """One small picture."""

    def __init__(self, theme: Theme, pictures: Pictures, shot: Attachment, tag: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._pictures, self._shot, self._tag = theme, pictures, shot, tag
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        said, _ = photo_words.facts(shot, None, None)
        self.setToolTip(f"{photo_words.kind_of(shot)} · {said}")
        self.setAccessibleName(f"{tag} {photo_words.kind_of(shot)} {said}".strip())
        pictures.came.connect(self._came)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDE_PX), self._theme.px(HIGH_PX))

    def _came(self, key: str) -> None:
        if key == self._shot.digest:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, box = self._theme, self.rect()
        painter = QPainter(self)
        if self._shot.media.startswith("image/"):
            paint_picture(painter, box, self._pictures.get(self._shot.digest, 2 * SMALL), theme)
        else:
            painter.fillRect(box, theme.role("surface.raised"))
            icon = "play" if self._shot.media.startswith(("video/", "audio/")) else "evidence"
            side = theme.px(22)
            at = QRect(box.center().x() - side // 2, box.center().y() - side // 2 - theme.px(8), side, side)
            IconSet(theme).icon(icon).paint(painter, at)
            painter.setPen(theme.role("text.secondary"))
            painter.setFont(theme.font(Size.SMALL))
            said = photo_words.kind_of(self._shot)
            if self._shot.seconds:
                said += f" {self._shot.seconds:.0f}″"
            line = QRect(box.left(), at.bottom() + theme.px(4), box.width(), theme.px(18))
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, said)
        if self._tag:
            painter.setFont(theme.font(Size.TINY))
            wide = painter.fontMetrics().horizontalAdvance(self._tag) + theme.px(8)
            tag = QRect(box.left(), box.top(), wide, theme.px(16))
            painter.fillRect(tag, theme.role("surface.overlay"))
            painter.setPen(theme.role("text.primary"))
            painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, self._tag)
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(theme.role("line.focus"), theme.px(2)))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        painter.end()


class PhotoStrip(QScrollArea):
    """The row; it has no height when there is nothing to show.

    Signals:
        opened: place of the picture in the order shown.

    """

    opened = Signal(int)

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._pictures = theme, pictures
        self._shown: tuple[tuple[Attachment, str], ...] = ()
        self._holder = QWidget()
        self._row = QHBoxLayout(self._holder)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addStretch(1)
        self.setWidget(self._holder)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._row.setSpacing(theme.px(6))
        self.setFixedHeight(theme.px(HIGH_PX + 14))

    def show_shots(self, shots: Sequence[tuple[Attachment, str]]) -> None:
        """Show these, each with a short tag ("" for none); the same ones are not made anew."""
        given = tuple(shots)
        if given == self._shown:
            return
        self._shown = given
        while self._row.count() > 1:
            item = self._row.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for place, (shot, tag) in enumerate(given):
            made = Shot(self._theme, self._pictures, shot, tag, self._holder)
            made.clicked.connect(lambda _=False, at=place: self.opened.emit(at))
            self._row.insertWidget(place, made)
        self.setVisible(bool(given))
