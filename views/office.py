"""会商值班: the workspace of the office, a frame of tabs; each tab is a pane of its own and is added from outside."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from data.model.situation import Situation, Touched
from data.model.telemetry import Board
from data.rules.reckoning import Reckoning
from data.rules.signoff import Preview
from views.pane import Pane, Selection
from views.parts import page
from widgets.theme import Theme


class OfficeWorkspace(Pane):
    """Tabs side by side. Each tab hears everything that the workspace hears, and its wishes go out through it."""

    heeds: ClassVar[Touched] = Touched(0)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make the frame without a tab."""
        super().__init__(theme, parent)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self._panes: dict[str, Pane] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page(self.tabs))

    def add_tab(self, name: str, title: str, pane: Pane) -> None:
        """Add a tab at the end: it is shown what is known, and its wishes are passed on."""
        self._panes[name] = pane
        self.tabs.addTab(pane, title)
        at = self.tabs.count()
        self.tabs.setTabToolTip(at - 1, self.tr("{0}（Ctrl+Alt+{1}）").format(title, at))
        QShortcut(QKeySequence(f"Ctrl+Alt+{at}"), self, lambda: self.open_tab(name))
        for wish in (
            "step_requested",
            "selection_requested",
            "place_requested",
            "workspace_requested",
            "message_requested",
        ):
            getattr(pane, wish).connect(getattr(self, wish))
        if pane.theme is not self.theme:
            pane.show_theme(self.theme)
        self._catch_up_tab(pane)

    def open_tab(self, name: str) -> None:
        """Bring up a tab by its name; one that is not there leaves what is shown."""
        pane = self._panes.get(name)
        if pane is not None:
            self.tabs.setCurrentWidget(pane)

    def tab(self, name: str) -> Pane | None:
        """Return a tab by its name."""
        return self._panes.get(name)

    def _catch_up_tab(self, pane: Pane) -> None:
        if self.time is not None:
            pane.show_time(self.time)
        if self.now is not None:
            pane.show_situation(self.now, Touched.everything())
        if self.preview is not None:
            pane.show_preview(self.preview)
        if self.reckoning is not None:
            pane.show_reckoning(self.reckoning)
        if self.board is not None:
            pane.show_board(self.board)
        if self.selection is not None:
            pane.show_selection(self.selection)

    # tabs draw themselves when they are seen

    def _all(self, tell: Callable[[Pane], None]) -> None:
        for pane in self._panes.values():
            tell(pane)

    def show_situation(self, now: Situation, touched: Touched) -> None:
        """Hand the situation on."""
        super().show_situation(now, touched)
        self._all(lambda pane: pane.show_situation(now, touched))

    def show_preview(self, preview: Preview | None) -> None:
        """Hand a what-if on."""
        super().show_preview(preview)
        self._all(lambda pane: pane.show_preview(preview))

    def show_reckoning(self, reckoning: Reckoning | None) -> None:
        """Hand a reckoning on."""
        super().show_reckoning(reckoning)
        self._all(lambda pane: pane.show_reckoning(reckoning))

    def show_board(self, board: Board | None) -> None:
        """Hand what feeds say on."""
        super().show_board(board)
        self._all(lambda pane: pane.show_board(board))

    def show_selection(self, selection: Selection | None) -> None:
        """Hand the selection on."""
        super().show_selection(selection)
        self._all(lambda pane: pane.show_selection(selection))

    def show_time(self, time: datetime) -> None:
        """Hand the clock on."""
        super().show_time(time)
        self._all(lambda pane: pane.show_time(time))

    def show_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        self._all(lambda pane: pane.show_theme(theme))
        super().show_theme(theme)
