"""Looks at one picture, or at two against each other: fit, zoom, pan, side by side, or one swept over the other."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.theme import Size

if TYPE_CHECKING:
    from widgets.pictures import Pictures
    from widgets.theme import Theme

FULL = 4096
"""Longest side that is decoded: a phone's picture at full size."""
_STEP = 1.25
_MOST = 8.0
_GRIP = 14


class Mode(Enum):
    """How two pictures stand."""

    ONE = "one"
    BESIDE = "beside"
    SWEEP = "sweep"


class PhotoView(QWidget):
    """The picture itself, by its key in `Pictures`.

    Signals:
        stepped: -1 or 1, the operator wants the picture before or after.
        zoomed: share of a picture's own size at which it is shown.

    """

    stepped = Signal(int)
    zoomed = Signal(float)

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._pictures = theme, pictures
        self._keys: tuple[str, str] = ("", "")
        self._captions = ("", "")
        self._words = ("", "")
        self.mode = Mode.ONE
        self._zoom = 0.0  # 0 is fit
        self._middle = QPointF(0.5, 0.5)  # the point of the picture in the middle of the window
        self._sweep = 0.5
        self._dragged: QPointF | None = None
        self._sweeping = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(theme.px(240), theme.px(160))
        self.setMouseTracking(True)
        pictures.came.connect(self._came)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_words(self, loading: str, missing: str) -> None:
        """What stands where a picture is still under way, and where there is none."""
        self._words = (loading, missing)

    def show_one(self, key: str) -> None:
        """Show one picture, fitted."""
        self._show((key, ""), ("", ""), Mode.ONE)

    def show_two(self, before: str, after: str, captions: tuple[str, str], mode: Mode) -> None:
        """Show two pictures against each other."""
        self._show((before, after), captions, mode)

    def _show(self, keys: tuple[str, str], captions: tuple[str, str], mode: Mode) -> None:
        if keys != self._keys:
            self._zoom, self._middle = 0.0, QPointF(0.5, 0.5)
        self._keys, self._captions, self.mode = keys, captions, mode
        self.update()
        self._tell()

    # zoom

    def scale(self) -> float:
        """The share of its own size at which the first picture is shown."""
        picture = self._picture(0)
        return 1.0 if picture is None else self._scale_of(picture, self._boxes()[0])

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom by a factor around a point of the window."""
        picture = self._picture(0)
        if picture is None:
            return
        box = self._boxes()[0]
        fit, before = self._fit(picture, box), self.scale()
        after = min(_MOST, max(fit, before * factor))
        if at is not None:
            drawn = self._target(picture, box)
            spot = QPointF(
                (at.x() - drawn.x()) / max(1.0, drawn.width()), (at.y() - drawn.y()) / max(1.0, drawn.height())
            )
            self._middle += (spot - self._middle) * (1 - before / after)
        self._zoom = 0.0 if after <= fit * 1.001 else after
        self._settle(picture, box)

    def fit(self) -> None:
        """Show the whole picture."""
        self._zoom, self._middle = 0.0, QPointF(0.5, 0.5)
        self.update()
        self._tell()

    def own_size(self) -> None:
        """Show the picture pixel by pixel."""
        self.zoom(1.0 / self.scale())

    def _settle(self, picture: QPixmap, box: QRectF) -> None:
        scale = self._scale_of(picture, box)
        room = (box.width() / (picture.width() * scale) / 2, box.height() / (picture.height() * scale) / 2)
        place = [self._middle.x(), self._middle.y()]
        for n in (0, 1):
            place[n] = 0.5 if room[n] >= 0.5 else min(1 - room[n], max(room[n], place[n]))
        self._middle = QPointF(*place)
        self.update()
        self._tell()

    def _tell(self) -> None:
        self.zoomed.emit(self.scale())

    # geometry

    def _boxes(self) -> list[QRectF]:
        whole = QRectF(self.rect())
        if self.mode is Mode.BESIDE:
            half = (whole.width() - self._theme.px(8)) / 2
            return [
                QRectF(0, 0, half, whole.height()),
                QRectF(whole.width() - half, 0, half, whole.height()),
            ]
        return [whole, whole]

    @staticmethod
    def _fit(picture: QPixmap, box: QRectF) -> float:
        return min(1.0, box.width() / max(1, picture.width()), box.height() / max(1, picture.height()))

    def _scale_of(self, picture: QPixmap, box: QRectF) -> float:
        fit = self._fit(picture, box)
        first = self._picture(0)
        if not self._zoom or first is None:
            return fit
        return fit * self._zoom / self._fit(first, box)  # two pictures of different size are zoomed alike

    def _target(self, picture: QPixmap, box: QRectF) -> QRectF:
        scale = self._scale_of(picture, box)
        wide, high = picture.width() * scale, picture.height() * scale
        middle = box.center()
        return QRectF(middle.x() - wide * self._middle.x(), middle.y() - high * self._middle.y(), wide, high)

    def _picture(self, at: int) -> QPixmap | None:
        key = self._keys[at]
        return self._pictures.get(key, FULL) if key else None

    # events

    def _came(self, key: str) -> None:
        if key in self._keys:
            self.update()
            self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        picture = self._picture(0)
        if picture is not None:
            self._settle(picture, self._boxes()[0])

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom(_STEP if event.angleDelta().y() > 0 else 1 / _STEP, event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left:
                self.stepped.emit(-1)
            case Qt.Key.Key_Right:
                self.stepped.emit(1)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(_STEP)
            case Qt.Key.Key_Minus:
                self.zoom(1 / _STEP)
            case Qt.Key.Key_0:
                self.fit()
            case Qt.Key.Key_1:
                self.own_size()
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged = event.position()
            self._sweeping = self._over_grip(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._dragged is None:
            shape = Qt.CursorShape.SplitHCursor if self._over_grip(at) else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            return
        if self._sweeping:
            self._sweep = min(1.0, max(0.0, at.x() / max(1, self.width())))
            self.update()
        elif (picture := self._picture(0)) is not None:
            box = self._boxes()[0]
            drawn = self._target(picture, box)
            moved = at - self._dragged
            self._middle -= QPointF(moved.x() / max(1.0, drawn.width()), moved.y() / max(1.0, drawn.height()))
            self._settle(picture, box)
        self._dragged = at

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._dragged, self._sweeping = None, False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._zoom:
            self.fit()
        else:
            self.zoom(1.0 / self.scale(), event.position())

    def _over_grip(self, at: QPointF) -> bool:
        return self.mode is Mode.SWEEP and abs(at.x() - self._sweep * self.width()) <= self._theme.px(_GRIP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.role("surface.window"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        boxes = self._boxes()
        cut = self._sweep * self.width()
        for at in range(1 if self.mode is Mode.ONE else 2):
            painter.save()
            clip = boxes[at]
            if self.mode is Mode.SWEEP:
                clip = (
                    QRectF(0, 0, cut, self.height()) if at == 0 else QRectF(cut, 0, self.width() - cut, self.height())
                )
            painter.setClipRect(clip)
            self._paint_one(painter, at, boxes[at], clip)
            painter.restore()
        if self.mode is Mode.SWEEP:
            painter.setPen(QPen(self._theme.role("text.primary"), self._theme.px(2)))
            painter.drawLine(QPointF(cut, 0), QPointF(cut, self.height()))
            grip = QRectF(
                cut - self._theme.px(9), self.height() / 2 - self._theme.px(14), self._theme.px(18), self._theme.px(28)
            )
            painter.setBrush(self._theme.role("surface.raised"))
            painter.drawRoundedRect(grip, 3, 3)
            painter.drawText(grip, Qt.AlignmentFlag.AlignCenter, "↔")
        painter.end()

    def _paint_one(self, painter: QPainter, at: int, box: QRectF, clip: QRectF) -> None:
        picture = self._picture(at)
        if picture is not None:
            painter.drawPixmap(self._target(picture, box), picture, QRectF(picture.rect()))
        else:
            missing = self._pictures.missing(self._keys[at])
            painter.setFont(self._theme.font(Size.BASE))
            painter.setPen(self._theme.role("text.muted"))
            painter.drawText(clip, Qt.AlignmentFlag.AlignCenter, self._words[1 if missing else 0])
        if self._captions[at]:
            self._paint_caption(painter, self._captions[at], clip, right=self.mode is Mode.SWEEP and at == 1)

    def _paint_caption(self, painter: QPainter, text: str, clip: QRectF, *, right: bool) -> None:
        painter.setFont(self._theme.font(Size.SMALL, bold=True))
        wide = painter.fontMetrics().horizontalAdvance(text) + self._theme.px(16)
        left = clip.right() - wide - self._theme.px(8) if right else clip.left() + self._theme.px(8)
        tag = QRectF(left, clip.top() + self._theme.px(8), wide, self._theme.px(24))
        painter.fillRect(tag, self._theme.role("surface.overlay"))
        painter.setPen(self._theme.role("text.primary"))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, text)
