"""The workspaces beside the desk: each is built when it is first opened, and its special wishes are answered here."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.app import Anlan


class Pages:
    """Builders of workspaces."""

    def __init__(self, anlan: Anlan) -> None:
        """Build for this desk."""
        self._desk = anlan

    def hydrology(self) -> QWidget:
        """水情."""
        raise NotImplementedError
