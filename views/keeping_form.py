"""A form that Esc puts away with every word kept; it claims the key before the window takes it for the way to live."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from views.sheet_pane import claim_escape


class KeepingForm(QWidget):
    """Base of forms that are no sheets of their own."""

    def escape(self) -> None:
        """Say that the form is to be put away. Override."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        """Claim Esc."""
        return claim_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the form away."""
        if event.key() == Qt.Key.Key_Escape:
            self.escape()
        else:
            super().keyPressEvent(event)
