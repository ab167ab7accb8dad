"""The wall: a window for a second screen, with the realm's frame around it; nothing on it can do any harm."""

from __future__ import annotations

from collections.abc import Callable, Set

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHoverEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from data.model.steps import Realm
from views.wall_face import ORDER, WallFace
from views.wall_reading import Viewing
from views.wall_tour import WallTour
from views.water_map import WaterMap
from widgets.icons import IconSet
from widgets.theme import Theme

FRAME_PX = 3
"""Width of the frame at scale 1."""
REST_MS = 5_000
"""Pointer and buttons go away after so long."""
_BUTTON_PX = 56


class WallWindow(QWidget):
    """Frame, face, tour, and a few buttons that come with the pointer and go with it.

    Signals:
        closed: it was closed.
        resized: it has another size.
        follow_requested: whether the wall is to follow the desk (else it tours by itself).

    """

    closed = Signal()
    resized = Signal()
    follow_requested = Signal(bool)

    def __init__(self, theme: Theme, make_map: Callable[[Theme], WaterMap], viewing: Viewing, kinds: Set[str]) -> None:
        """Make it; its owner says where it stands."""
        super().__init__()
        self.setWindowTitle(self.tr("安澜 · 大屏"))
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)  # the desk ends, and the wall with it
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._theme, self._realm, self._following = theme, Realm.LIVE, True
        self.face = WallFace(theme, make_map, viewing, kinds)
        self.tour = WallTour(ORDER, self.face.filled, self)
        self._box = QVBoxLayout(self)
        self._box.addWidget(self.face)
        self.controls = _Controls(theme, self)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._on_rest)
        self.face.realm_shown.connect(self._on_realm)
        self.face.page_shown.connect(self.tour.show)
        self.tour.turned.connect(self.face.show_page)
        self.controls.previous.clicked.connect(lambda: self.tour.go_on(-1))
        self.controls.next.clicked.connect(lambda: self.tour.go_on(1))
        self.controls.hold.clicked.connect(self.toggle_hold)
        self.controls.follow.clicked.connect(lambda: self.follow_requested.emit(not self._following))
        self.controls.close_.clicked.connect(self.close)
        self._on_realm(Realm.LIVE)
        self._on_rest()

    # what the owner says

    def set_following(self, following: bool) -> None:
        """Follow the desk, or tour by itself."""
        self._following = following
        self.face.set_following(following)
        self.tour.want(not following)
        self._dress()

    def set_viewing(self, viewing: Viewing) -> None:
        """Take another screen or distance."""
        self.face.set_viewing(viewing)
        self._lay_frame()

    @property
    def following(self) -> bool:
        """Whether the wall follows the desk."""
        return self._following

    def toggle_hold(self) -> None:
        """Hold the tour, or let it go on."""
        self.tour.hold(not self.tour.held)
        self._dress()

    # events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pages by the arrow keys, Space holds the tour, F11 leaves or fills the screen. Esc does nothing."""
        key = event.key()
        if key in (Qt.Key.Key_Right, Qt.Key.Key_PageDown):
            self.tour.go_on()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_PageUp):
            self.tour.go_on(-1)
        elif key == Qt.Key.Key_Home:
            self.face.show_page(ORDER[0])
        elif key == Qt.Key.Key_Space:
            self.toggle_hold()
        elif key == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def event(self, event: QEvent) -> bool:
        """The pointer brings the buttons."""
        if isinstance(event, QHoverEvent) and event.type() is QEvent.Type.HoverMove and event.pos() != event.oldPos():
            self._wake()
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell the owner."""
        self._rest.stop()
        super().closeEvent(event)
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.controls.adjustSize()
        self.resized.emit()
        wide, tall = self.controls.width(), self.controls.height()
        self.controls.move((self.width() - wide) // 2, self.height() - tall - self.face.foot.height() - FRAME_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The realm's frame."""
        painter = QPainter(self)
        live = self._realm is Realm.LIVE
        painter.fillRect(self.rect(), self._theme.role("surface.window"))
        colour = self._theme.role("surface.window" if live else f"realm.{self._realm.value}")
        wide, tall, edge = self.width(), self.height(), self._frame()
        for strip in (
            QRect(0, 0, wide, edge), QRect(0, tall - edge, wide, edge),
            QRect(0, 0, edge, tall), QRect(wide - edge, 0, edge, tall),
        ):  # fmt: skip
            painter.fillRect(strip, colour)
        painter.end()

    # inside

    def _frame(self) -> int:
        return max(FRAME_PX, round(FRAME_PX * self.face.type.scale * 0.8))

    def _lay_frame(self) -> None:
        edge = self._frame()
        self._box.setContentsMargins(edge, edge, edge, edge)
        self.update()

    def _on_realm(self, realm: Realm) -> None:
        self._realm, self._theme = realm, self.face.colours
        self._lay_frame()
        self._dress()

    def _dress(self) -> None:
        self.controls.dress(self._theme, following=self._following, held=self.tour.held)

    def _wake(self) -> None:
        if self.controls.isHidden():
            self.unsetCursor()
            self.controls.show()
            self.controls.raise_()
        self._rest.start()

    def _on_rest(self) -> None:
        self.controls.hide()
        self.setCursor(Qt.CursorShape.BlankCursor)


class _Controls(QWidget):
    """Buttons without words, for who stands at the wall; their tips name them."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("sheet", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._row = QHBoxLayout(self)
        self.previous = self._button(self.tr("上一页（←）"))
        self.hold = self._button(self.tr("停住或继续轮播（空格）"))
        self.next = self._button(self.tr("下一页（→）"))
        self.follow = self._button(self.tr("跟随指挥桌面，或自行轮播"))
        self.follow.setCheckable(True)
        self.close_ = self._button(self.tr("收起大屏"))
        self.dress(theme, following=True, held=False)

    def dress(self, theme: Theme, *, following: bool, held: bool) -> None:
        """Show icons and what is switched on."""
        icons = IconSet(theme)
        for button, icon in (
            (self.previous, "chevron-left"), (self.hold, "play" if held else "pause"), (self.next, "chevron-right"),
            (self.follow, "link"), (self.close_, "close"),
        ):  # fmt: skip
            button.setIcon(icons.icon(icon))
        self.follow.setChecked(following)
        self.hold.setEnabled(not following)

    def _button(self, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setFixedSize(_BUTTON_PX, _BUTTON_PX)
        button.setIconSize(button.size() / 2)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._row.addWidget(button)
        return button
