"""The main window: realm frame, top bar, rail of workspaces, and a message laid over the foot for a while."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from data.model.steps import Realm
from widgets.icons import IconSet
from widgets.theme import Size, Theme

FRAME_PX, DRILL_FRAME_PX = 3, 7
"""A drill's frame is wide enough to be seen from behind the operator."""
RAIL_PX = 56
"""Height of an entry of the rail where there is room: an icon of 20, its words, and air."""
WORDS_PX = 26
MESSAGE_MS = 8000
_FOOT_PX = 12
_DIGITS = "1234567890-="
"""Keys of the workspaces, with Ctrl, in the order of the rail."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """One entry of the rail. `make` builds the page when it is first opened."""

    name: str
    title: str
    icon: str
    make: Callable[[], QWidget]


class RealmFrame(QFrame):
    """The frame around everything in the realm's colour; painted, because a new style sheet restyles all inside."""

    def __init__(self, parent: QWidget) -> None:
        """Start without a colour."""
        super().__init__(parent)
        self._colour = QColor()
        self._edge = FRAME_PX

    def show_colour(self, colour: QColor, edge: int) -> None:
        """Paint another colour, if it is another, in a frame so many pixels wide."""
        if (colour, edge) != (self._colour, self._edge):
            self._colour, self._edge = colour, edge
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the four edges."""
        super().paintEvent(event)
        painter = QPainter(self)
        wide = self._edge
        for edge in (
            QRect(0, 0, self.width(), wide),
            QRect(0, self.height() - wide, self.width(), wide),
            QRect(0, 0, wide, self.height()),
            QRect(self.width() - wide, 0, wide, self.height()),
        ):
            painter.fillRect(edge, self._colour)
        painter.end()


class Rail(QWidget):
    """The entries at the left edge; it takes whatever height is left, they share it.

    Signals:
        resized: it has another height.

    """

    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Take any height: entries must not keep a window large."""
        super().__init__(parent)
        self.setObjectName("rail")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the owner."""
        super().resizeEvent(event)
        self.resized.emit()


class MainWindow(QMainWindow):
    """Places the parts; it decides nothing.

    Signals:
        closing: the window is about to close.
        workspace_opened: name of the workspace.

    """

    closing = Signal()
    workspace_opened = Signal(str)

    def __init__(self, theme: Theme, top_bar: QWidget, workspaces: list[Workspace]) -> None:
        """Build the frame; the first workspace is opened by `open_workspace`."""
        super().__init__()
        self.setMinimumSize(1180, 680)
        self.may_close: Callable[[], bool] | None = None
        """Asked before the window closes where a person works at it; nobody else is asked."""
        self._theme = theme
        self._workspaces = {workspace.name: workspace for workspace in workspaces}
        self._pages: dict[str, QWidget] = {}
        self._realm = Realm.LIVE
        self._top_bar = top_bar
        self._frame = RealmFrame(self)
        self._stack = QStackedWidget(self._frame)
        self._rail = Rail(self._frame)
        self._rail.resized.connect(self._fit_rail)
        self._buttons = QButtonGroup(self)
        self._by_name: dict[str, QToolButton] = {}
        self._message = QLabel(self._frame)
        self._message.setProperty("sheet", True)
        self._message.setWordWrap(True)
        self._message.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._message.hide()
        self._hush = QTimer(self)
        self._hush.setSingleShot(True)
        self._hush.setInterval(MESSAGE_MS)
        self._hush.timeout.connect(self._message.hide)
        self._assemble(workspaces)
        self.show_theme(theme)

    def _assemble(self, workspaces: list[Workspace]) -> None:
        rail = QVBoxLayout(self._rail)
        rail.setContentsMargins(0, 0, 0, 0)
        rail.setSpacing(0)
        for number, workspace in enumerate(workspaces):
            button = QToolButton(self._rail)
            button.setText(workspace.title)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setCheckable(True)
            button.setProperty("kind", "rail")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            key = QKeySequence(f"Ctrl+{_DIGITS[number]}")
            button.setToolTip(f"{workspace.title}  {key.toString()}")
            button.clicked.connect(lambda _=False, name=workspace.name: self.open_workspace(name))
            QShortcut(key, self, lambda name=workspace.name: self.open_workspace(name))
            self._buttons.addButton(button)
            self._by_name[workspace.name] = button
            rail.addWidget(button)
        rail.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._rail)
        middle.addLayout(right, 1)
        outer = QVBoxLayout(self._frame)
        outer.setSpacing(0)
        outer.addWidget(self._top_bar)
        outer.addLayout(middle, 1)
        self._outer, self._right = outer, right
        self.setCentralWidget(self._frame)

    def add_line(self, line: QWidget) -> None:
        """Put a line between top bar and workspace; it hides itself when it has nothing to say."""
        self._outer.insertWidget(1, line)

    def add_foot(self, line: QWidget) -> None:
        """Put a line below the workspace; it hides itself when it has nothing to say."""
        self._right.addWidget(line)

    def open_workspace(self, name: str) -> None:
        """Open a workspace, building it the first time; an unknown name is a mistake of ours."""
        if name not in self._pages:
            page = self._workspaces[name].make()
            self._pages[name] = page
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(self._pages[name])
        self._by_name[name].setChecked(True)
        if self.focusWidget() is None:  # else the window would give the keyboard to the first button of the rail
            self._stack.setFocus()
        self.workspace_opened.emit(name)

    @property
    def host(self) -> QWidget:
        """What sheets are laid over: everything right of the rail."""
        return self._stack

    @property
    def workspace_names(self) -> tuple[str, ...]:
        """Names of all workspaces in the order of the rail."""
        return tuple(self._workspaces)

    @property
    def workspace_titles(self) -> tuple[tuple[str, str], ...]:
        """Names and titles of all workspaces in the order of the rail."""
        return tuple((name, workspace.title) for name, workspace in self._workspaces.items())

    def show_message(self, text: str) -> None:
        """Say something at the foot of the workspace for a while; it takes neither room, nor focus, nor clicks."""
        self._message.setText(text)
        self._message.setAccessibleName(text)
        self._message.setVisible(bool(text))
        self._place_message()
        self._message.raise_()
        self._hush.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the message at the foot."""
        super().resizeEvent(event)
        self._place_message()

    def _place_message(self) -> None:
        gap = self._theme.px(_FOOT_PX)
        room = self._frame.width() - self._rail.width() - 2 * gap
        line = self._message.fontMetrics().horizontalAdvance(self._message.text())
        wide = min(room, line + 3 * gap)
        tall = self._message.heightForWidth(wide)
        self._message.setGeometry(self._rail.width() + gap, self._frame.height() - gap - tall, wide, tall)

    def show_realm(self, realm: Realm) -> None:
        """Draw the realm's frame around everything."""
        self._realm = realm
        edge = DRILL_FRAME_PX if realm is Realm.DRILL else FRAME_PX
        colour = self._theme.role("surface.window" if realm is Realm.LIVE else f"realm.{realm.value}")
        self._frame.show_colour(colour, edge)
        self._outer.setContentsMargins(edge, edge, edge, edge)
        name = self.tr("安澜 · 花园口镇防汛指挥部")
        self.setWindowTitle(self.tr("【演练】{0}").format(name) if realm is Realm.DRILL else name)

    def _fit_rail(self) -> None:
        """Share the height among the entries: in a low window with large words the icons give way, not the words."""
        px = self._theme.px
        tall = min(px(RAIL_PX), self._rail.height() // max(1, len(self._by_name)))
        icon = max(px(10), min(px(20), tall - px(WORDS_PX)))
        for button in self._by_name.values():
            button.setIconSize(QSize(icon, icon))
            button.setFixedSize(px(60), tall)

    def show_theme(self, theme: Theme) -> None:
        """Dress the frame and the rail."""
        self._theme = theme
        icons = IconSet(theme)
        self._rail.setFixedWidth(theme.px(60))
        for name, button in self._by_name.items():
            button.setIcon(icons.icon(self._workspaces[name].icon))
            button.setFont(theme.font(Size.SMALL))
        self._fit_rail()
        self._message.setFont(theme.font(Size.BASE))
        self._message.setMargin(theme.px(8))
        self.show_realm(self._realm)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the program close its parts in order, unless the person who closes it is asked first."""
        if self.may_close is not None and not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)
