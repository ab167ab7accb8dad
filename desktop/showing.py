"""Showing: hands every pane what the room knows, also to panes made later."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from data.model.situation import Situation, Touched
from data.model.telemetry import Board
from data.rules.reckoning import Reckoning
from data.rules.signoff import Preview
from desktop.room import Room
from views.pane import Pane, Selection
from widgets.theme import Theme


class Showing(QObject):
    """The list of panes, and the one selection that they share.

    Signals:
        selected: Selection or None.

    """

    selected = Signal(object)

    def __init__(self, room: Room, theme: Theme, now: datetime, parent: QObject | None = None) -> None:
        """Show what this room knows."""
        super().__init__(parent)
        self._room = room
        self._theme = theme
        self._time = now
        self._panes: list[Pane] = []
        self.selection: Selection | None = None
        self._reckoning: Reckoning | None = None
        self._board: Board | None = None
        room.changed.connect(self._on_changed)
        room.previewed.connect(self._on_previewed)

    def add(self, pane: Pane) -> None:
        """Show a pane everything there is, and wire its wishes that are the same for all."""
        self._panes.append(pane)
        pane.step_requested.connect(self._room.do)
        pane.selection_requested.connect(self.select)
        if pane.theme is not self._theme:
            pane.show_theme(self._theme)
        pane.show_time(self._time)
        pane.show_situation(self._room.situation, Touched.everything())
        if self._room.preview is not None:
            pane.show_preview(self._room.preview)
        if self._reckoning is not None:
            pane.show_reckoning(self._reckoning)
        if self._board is not None:
            pane.show_board(self._board)
        if self.selection is not None:
            pane.show_selection(self.selection)

    def select(self, selection: Selection | None) -> None:
        """Select one thing everywhere."""
        if selection == self.selection:
            return
        self.selection = selection
        for pane in self._panes:
            pane.show_selection(selection)
        self.selected.emit(selection)

    def show_time(self, time: datetime) -> None:
        """Tell the clock to all panes."""
        self._time = time
        for pane in self._panes:
            pane.show_time(time)

    def show_reckoning(self, reckoning: Reckoning | None) -> None:
        """Show all panes a reckoning."""
        self._reckoning = reckoning
        for pane in self._panes:
            pane.show_reckoning(reckoning)

    def show_board(self, board: Board) -> None:
        """Show all panes what stations and feeds say."""
        self._board = board
        for pane in self._panes:
            pane.show_board(board)

    def show_theme(self, theme: Theme) -> None:
        """Dress all panes anew."""
        self._theme = theme
        for pane in self._panes:
            pane.show_theme(theme)

    def _on_changed(self, now: Situation, touched: Touched) -> None:
        for pane in self._panes:
            pane.show_situation(now, touched)

    def _on_previewed(self, preview: Preview | None) -> None:
        for pane in self._panes:
            pane.show_preview(preview)
