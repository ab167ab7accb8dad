"""Pane: the base of every panel. Shown values go in, wishes come out; a hidden pane only marks itself stale."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from data.model.situation import Situation, Touched
from data.model.telemetry import Board
from data.rules.signoff import Preview
from widgets.theme import Theme

if TYPE_CHECKING:
    from data.rules.reckoning import Reckoning


@dataclass(frozen=True, slots=True)
class Selection:
    """The one thing selected everywhere. `kind` is a register kind or task, report, push, incident, station, step."""

    kind: str
    id: str


class Pane(QWidget):
    """Base of all panels.

    A subclass names in `heeds` what makes it redraw and overrides `draw`, and as it needs `draw_preview`,
    `draw_reckoning`, `draw_board`, `draw_selection`, `draw_time` and `draw_theme`. It keeps nothing that it could
    not be shown again.

    Signals:
        step_requested: a body of data.model.steps, and the actor's user id ("" = whoever is at the desk).
        selection_requested: a Selection, or None to clear it.
        place_requested: lon, lat to bring into view on the map.
        workspace_requested: name of the workspace to open.
        message_requested: words for the status line.

    """

    step_requested = Signal(object, str)
    selection_requested = Signal(object)
    place_requested = Signal(float, float)
    workspace_requested = Signal(str)
    message_requested = Signal(str)

    heeds: ClassVar[Touched] = Touched.everything()
    goes_first: ClassVar[bool] = False
    """Whether it is shown another moment together with the others that lead, before all that follow."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty pane; it draws when first shown a situation."""
        super().__init__(parent)
        self.theme = theme
        self.now: Situation | None = None
        self.preview: Preview | None = None
        self.reckoning: Reckoning | None = None
        self.board: Board | None = None
        self.selection: Selection | None = None
        self.time: datetime | None = None
        self._stale = Touched(0)
        self._stale_preview = False
        self._stale_reckoning = False
        self._stale_board = False

    def show_situation(self, now: Situation, touched: Touched) -> None:
        """Show a situation; drawing waits until the pane is visible."""
        self.now = now
        self._stale |= touched & self.heeds
        if self.isVisible():
            self._catch_up()

    def show_preview(self, preview: Preview | None) -> None:
        """Show a what-if as a difference to live, or None for live."""
        self.preview = preview
        self._stale_preview = True
        if self.isVisible():
            self._catch_up()

    def show_reckoning(self, reckoning: Reckoning | None) -> None:
        """Show whom the water reaches and by when they must have left, of the what-if while there is one."""
        self.reckoning = reckoning
        self._stale_reckoning = True
        if self.isVisible():
            self._catch_up()

    def show_board(self, board: Board | None) -> None:
        """Show what stations and feeds say now."""
        self.board = board
        self._stale_board = True
        if self.isVisible():
            self._catch_up()

    def show_selection(self, selection: Selection | None) -> None:
        """Show what is selected everywhere."""
        self.selection = selection
        if self.isVisible() and self.now is not None:
            self.draw_selection(selection)

    def show_time(self, time: datetime) -> None:
        """Show the clock (aware time of the desk); ages and countdowns follow it."""
        self.time = time
        if self.isVisible() and self.now is not None:
            self.draw_time(time)

    def show_theme(self, theme: Theme) -> None:
        """Change the theme."""
        self.theme = theme
        self.draw_theme(theme)
        self._stale = Touched.everything() & self.heeds
        self._stale_preview = self.preview is not None
        self._stale_reckoning = self.reckoning is not None
        self._stale_board = self.board is not None
        if self.isVisible():
            self._catch_up()

    def draw(self, now: Situation, touched: Touched) -> None:
        """Draw what was touched. Override."""

    def draw_preview(self, now: Situation, preview: Preview | None) -> None:
        """Draw the difference to live, or take it away. Override where a what-if matters."""

    def draw_reckoning(self, now: Situation, reckoning: Reckoning | None) -> None:
        """Draw depths and clocks, or that there are none. Override where they matter."""

    def draw_board(self, now: Situation, board: Board | None) -> None:
        """Draw values and health of stations and feeds. Override where they matter."""

    def draw_selection(self, selection: Selection | None) -> None:
        """Mark the selection, without asking for it again. Override."""

    def draw_time(self, time: datetime) -> None:
        """Bring ages and countdowns up to date. Override."""

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme to painted parts. Override."""

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was shown while hidden."""
        super().showEvent(event)
        self._catch_up()
        if self.now is not None:
            if self.time is not None:
                self.draw_time(self.time)
            self.draw_selection(self.selection)

    def _catch_up(self) -> None:
        if self.now is None:
            return
        stale, self._stale = self._stale, Touched(0)
        if stale:
            self.draw(self.now, stale)
        if self._stale_preview or (stale and self.preview is not None):
            self._stale_preview = False
            self.draw_preview(self.now, self.preview)
        if self._stale_reckoning or (stale and self.reckoning is not None):
            self._stale_reckoning = False
            self.draw_reckoning(self.now, self.reckoning)
        if self._stale_board or (stale and self.board is not None):
            self._stale_board = False
            self.draw_board(self.now, self.board)
