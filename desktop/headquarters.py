"""What a headquarters does beside watching the river: documents, briefings, wall, replay, drills. Composed here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from desktop.app import Anlan
    from desktop.window import Workspace
    from views.sheet_pane import SheetPane


class Headquarters(QObject):
    """The office of one desk. Made before the window is; `wire` connects what it asks for."""

    def __init__(self, anlan: Anlan) -> None:
        """Make its parts."""
        super().__init__(anlan)
        self._desk = anlan

    @property
    def sheets(self) -> tuple[SheetPane, ...]:
        """Sheets to be laid over the workspace."""
        return ()

    @property
    def workspaces(self) -> list[Workspace]:
        """Workspaces for the rail, before record and system."""
        return []

    def wire(self) -> None:
        """Connect wishes and answers."""

    def close(self) -> None:
        """End what its parts do; the store is still open."""
