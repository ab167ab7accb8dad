"""A pane that is laid over the workspace as a sheet: a panel with a way out; Esc puts it away and keeps every word."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from views.pane import Pane
from widgets.panel import Panel
from widgets.theme import Theme, retheme


class SheetPane(Pane):
    """Base of sheets.

    Signals:
        closed: put the sheet away; what was typed stays in it.

    """

    closed = Signal()

    MOST: ClassVar[tuple[int, int]] = (1280, 900)
    """The greatest size the sheet is given, at a font scale of 1."""

    def __init__(self, theme: Theme, title: str, icon: str, parent: QWidget | None = None) -> None:
        """Make the frame; the subclass fills it with `panel.set_body`."""
        super().__init__(theme, parent)
        self.panel = Panel(theme, title, detachable=False, icon=icon)
        self._put_away = QAction(self.tr("收起（Esc），已填内容保留"), self)
        self._put_away.triggered.connect(self.closed)
        self.panel.add_action("close", self._put_away)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(self.panel)

    def show_refusal(self, text: str) -> None:
        """Say why a step that was asked for here was refused; a sheet that asks for none has nothing to say."""

    def bring_up(self, first: QWidget) -> None:
        """Show the sheet above everything, with the keyboard in its first field."""
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        retheme(self.panel, theme)

    def event(self, event: QEvent) -> bool:
        """Claim Esc before the window takes it for the way back to live."""
        return claim_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the sheet away."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def claim_escape(event: QEvent) -> bool:
    """Whether this was the question who wants Esc; answered with: here."""
    if (
        event.type() is QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_Escape
    ):
        event.accept()
        return True
    return False


def upright_rule() -> QFrame:
    """A thin line between two sides."""
    line = QFrame()
    line.setProperty("rule", True)
    line.setFixedWidth(1)
    return line
