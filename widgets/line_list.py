"""A list of one- or two-line rows under headings that fold: dense enough for hundreds, readable at 300 px."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from widgets.data_table import DataTable
from widgets.line_delegate import LineDelegate
from widgets.marks import Mark
from widgets.rows_model import Column, RowsModel
from widgets.theme import Theme

_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Line:
    """One row: title and note at left, value and detail at right, told by roles.

    `fact` stands before the note in a colour of its own; where there is room for one line only, before the value.
    `tag` is one character in a box before the title, `bar` the share of the width that a thin bar takes and the part
    of it that is filled. A heading cannot be selected; `open` says whether its rows are shown (None: it leads on).
    """

    id: Hashable
    title: str
    note: str = ""
    value: str = ""
    detail: str = ""
    mark: Mark | None = None
    tag: str = ""
    tag_role: str = "state.new"
    tag_dashed: bool = False
    title_role: str = "text.primary"
    value_role: str = "text.secondary"
    detail_role: str = "text.muted"
    bold: bool = False
    bar: tuple[float, float] | None = None
    bar_role: str = "line.control"
    heading: bool = False
    open: bool | None = None
    tooltip: str = ""
    fact: str = ""
    fact_role: str = "text.secondary"

    def words(self) -> str:
        """Everything the row says, for copying and for screen readers."""
        return "\t".join(part for part in (self.tag, self.title, self.fact, self.note, self.value, self.detail) if part)


def _tooltip(line: Line) -> str:
    return line.tooltip or "\n".join(part for part in (line.title, line.note) if part)


class LinesModel(RowsModel[Line]):
    """Lines as a model of one column; headings are reached by keyboard but never selected."""

    def __init__(self, parent: Any = None) -> None:
        columns: list[Column[Line]] = [Column("line", "", Line.words, tooltip=_tooltip, chars=4, stretch=1)]
        super().__init__(columns, lambda line: line.id, parent)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.row(index.row()).heading:
            flags &= ~Qt.ItemFlag.ItemIsSelectable
        return flags


class LineList(DataTable):
    """Rows to pick from.

    Signals:
        picked: id of the row that was clicked without a modifier key.
        opened: id of the row on which Enter was pressed or that was double-clicked.
        toggled: id of the heading that was clicked, or folded by keyboard.

    """

    picked = Signal(object)
    toggled = Signal(object)

    _tall = True
    _height = 42
    _painter_of_lines: LineDelegate | None = None

    def __init__(self, theme: Theme, *, tall: bool = True, bars: bool = False, parent: QWidget | None = None) -> None:
        self._pressed: object = None
        self._height = 48 if bars else 42
        super().__init__(theme, LinesModel(), parent)
        self._rows_model.setParent(self)
        self._tall = tall
        self._painter_of_lines = LineDelegate(theme, self)
        self.setItemDelegate(self._painter_of_lines)
        self.horizontalHeader().hide()
        self.setSortingEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.set_theme(theme)

    def lines(self) -> tuple[Line, ...]:
        """The lines shown."""
        return self._rows_model.rows()

    def set_lines(self, lines: Sequence[Line], *, tall: bool | None = None) -> None:
        """Show lines, with room for two lines of words in each or for one."""
        if tall is not None and tall != self._tall:
            self._tall = tall
            self._set_row_height()
        if tuple(lines) != self._rows_model.rows():
            self.set_rows(lines)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        if self._painter_of_lines is not None:
            self._painter_of_lines.set_theme(theme)
        self._set_row_height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self._line_at(self.currentIndex())
        folds = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if line is not None and line.heading and (enter or folds.get(Qt.Key(event.key()), line.open) is not line.open):
            self.toggled.emit(line.id)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        line = self._line_at(self.indexAt(event.position().toPoint()))
        self._pressed = None if line is None else line.id

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        line = self._line_at(self.indexAt(event.position().toPoint()))
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        if plain and line is not None and line.id == self._pressed:
            (self.toggled if line.heading else self.picked).emit(line.id)

    def _open(self, index: QModelIndex) -> None:
        line = self._line_at(index)
        if line is not None and not line.heading:
            self.opened.emit(line.id)

    def _line_at(self, index: QModelIndex) -> Line | None:
        return self._rows_model.row(index.row()) if index.isValid() else None

    def _set_row_height(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.px(self._height if self._tall else 27))
