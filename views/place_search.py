"""A search field for places with a list of what was found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QWidget

from data.rules.places import Found
from views import phrases
from widgets.theme import Theme


class PlaceSearch(QWidget):
    """Types in, places out.

    Signals:
        typed: the text, on every change.
        chosen: the Found that was picked.

    """

    typed = Signal(str)
    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(parent)
        self._found: dict[str, Found] = {}
        self._field = QLineEdit(self)
        self._field.setClearButtonEnabled(True)
        self._field.setPlaceholderText(self.tr("找地点：马渡 26坝 · 12+300 · 网格 · 村  (Ctrl+F)"))
        self._field.setAccessibleName(self.tr("找地点"))
        self._field.setMaximumWidth(theme.px(420))
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(12)
        completer.activated.connect(self._on_activated)
        self._field.setCompleter(completer)
        self._completer = completer
        self._field.textEdited.connect(self.typed)
        self._field.returnPressed.connect(self._take_first)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._field, 1, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        row.setStretch(0, 1)
        self._field.setMinimumWidth(theme.px(220))
        QShortcut(QKeySequence("Ctrl+F"), self, self._begin)

    def show_found(self, found: Sequence[Found]) -> None:
        """Offer what was found."""
        self._found = {}
        for place in found:
            label = place.label if place.label not in self._found else phrases.noted(place.label, place.id)
            self._found[label] = place
        self._model.setStringList(list(self._found))
        if self._found and self._field.hasFocus():
            self._completer.complete()

    def _begin(self) -> None:
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def _take_first(self) -> None:
        popup = self._completer.popup()
        if popup is not None and popup.isVisible() and popup.currentIndex().isValid():
            return  # Enter in the list comes here first; `activated` follows with the one picked
        first = self._found.get(self._field.text()) or next(iter(self._found.values()), None)
        if first is not None:
            self.chosen.emit(first)

    def _on_activated(self, label: str) -> None:
        if label in self._found:
            self.chosen.emit(self._found[label])
