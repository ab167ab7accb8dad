"""The house table: dense rows, columns that share the room, sort, copy, and a sentence where there is nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView, QWidget

from widgets.cell_delegate import PAD, CellDelegate
from widgets.rows_model import RowsModel
from widgets.theme import Size, Theme

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from PySide6.QtCore import QItemSelection


class DataTable(QTableView):
    """A table over a RowsModel. It tells which rows are chosen and which one is opened."""

    chosen = Signal(tuple)
    opened = Signal(object)

    def __init__(self, theme: Theme, model: RowsModel[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows_model = model
        self._empty_words = ""
        self._own_widths: dict[str, int] = {}
        self._sharing = False
        self._kept: tuple[list[Hashable], Hashable | None] | None = None
        self._cells = CellDelegate(theme, self)
        self.setItemDelegate(self._cells)
        self.setModel(model)
        self._dress()
        model.renewing.connect(self._keep)
        model.renewed.connect(self._restore)
        self.doubleClicked.connect(self._open)
        self.horizontalHeader().sectionResized.connect(self._remember_width)
        self.horizontalHeader().customContextMenuRequested.connect(self._offer_columns)
        self.set_theme(theme)

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setSortingEnabled(True)

    # what the owner says and asks

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._cells.set_theme(theme)
        self.setFont(theme.font(Size.BASE))
        self.horizontalHeader().setFont(theme.font(Size.SMALL))
        self.horizontalHeader().setFixedHeight(theme.px(26))
        self.verticalHeader().setMinimumSectionSize(theme.px(16))
        self.verticalHeader().setDefaultSectionSize(theme.row_height)
        self._share_room()

    def set_empty_words(self, words: str) -> None:
        """The sentence shown where there are no rows."""
        if words != self._empty_words:
            self._empty_words = words
            self.viewport().update()

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show rows; selection stays, and what stood at the top of the window stays there."""
        anchor = self._anchor()
        self._rows_model.set_rows(rows)
        self.executeDelayedItemsLayout()
        self.updateGeometries()  # else the scroll bar still has the range of the old rows
        if anchor is not None:
            place = self._rows_model.place_of(anchor[0])
            if place is not None:
                self.verticalScrollBar().setValue(self.verticalHeader().sectionPosition(place) + anchor[1])
        self._share_room()
        self.viewport().update()

    def chosen_ids(self) -> tuple[Hashable, ...]:
        """The ids of the selected rows from top to bottom."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._rows_model.id_at(place) for place in places)

    def choose(self, ids: Iterable[Hashable], *, tell: bool = False) -> None:
        """Select rows by id, without a signal unless asked, and bring the first of them into sight."""
        places = [place for place in map(self._rows_model.place_of, ids) if place is not None]
        selection = self.selectionModel()
        blocker = None if tell else QSignalBlocker(self)
        selection.clearSelection()
        for place in places:
            selection.select(
                self._rows_model.index(place, 0), selection.SelectionFlag.Select | selection.SelectionFlag.Rows
            )
        if places:
            first = self._rows_model.index(places[0], 0)
            self.setAutoScroll(False)  # a scroll of its own, when shown, would put the row at the very edge
            selection.setCurrentIndex(first, selection.SelectionFlag.NoUpdate)
            self.setAutoScroll(True)
            seen = self.viewport().rect().contains(self.visualRect(first).center())
            self.scrollTo(first, self.ScrollHint.EnsureVisible if seen else self.ScrollHint.PositionAtCenter)
        if blocker is not None:
            blocker.unblock()
        self.viewport().update()

    def hidden_columns(self) -> tuple[str, ...]:
        """Keys of the columns the operator has put away."""
        return tuple(column.key for i, column in enumerate(self._rows_model.columns) if self.isColumnHidden(i))

    def set_hidden_columns(self, keys: Iterable[str]) -> None:
        """Put columns away; at least one stays."""
        hidden = set(keys)
        if hidden >= {column.key for column in self._rows_model.columns}:
            hidden.discard(self._rows_model.columns[0].key)
        for i, column in enumerate(self._rows_model.columns):
            self.setColumnHidden(i, column.key in hidden)
        self._share_room()

    def as_tsv(self, *, titles: bool = False) -> str:
        """The selected rows as tab-separated text, in the order and columns on screen."""
        header = self.horizontalHeader()
        shown = [header.logicalIndex(visual) for visual in range(header.count())]
        columns = [self._rows_model.columns[i] for i in shown if not self.isColumnHidden(i)]
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        lines = [[column.title for column in columns]] if titles else []
        lines += [[column.getter(self._rows_model.row(place)) for column in columns] for place in places]
        return "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)

    # events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.as_tsv())
        elif event.key() == Qt.Key.Key_C and event.modifiers() == both:
            QGuiApplication.clipboard().setText(self.as_tsv(titles=True))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self._open(current)
        else:
            super().keyPressEvent(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.chosen.emit(self.chosen_ids())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._rows_model.rowCount() or not self._empty_words:
            return
        painter = QPainter(self.viewport())
        painter.setFont(self._theme.font(Size.BASE))
        painter.setPen(self._theme.role("text.muted"))
        box = self.viewport().rect().adjusted(self._theme.px(12), 0, -self._theme.px(12), 0)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap), self._empty_words)
        painter.end()

    # columns

    def _least(self, i: int) -> int:
        column = self._rows_model.columns[i]
        return QFontMetrics(self.font()).horizontalAdvance("0") * column.chars + 2 * self._theme.px(PAD)

    def _share_room(self) -> None:
        if self._sharing:
            return
        columns = self._rows_model.columns
        shown = [i for i in range(len(columns)) if not self.isColumnHidden(i)]
        widths = {i: self._own_widths.get(columns[i].key, self._least(i)) for i in shown}
        spare = self.viewport().width() - sum(widths.values())
        takers = [i for i in shown if columns[i].stretch > 0 and columns[i].key not in self._own_widths]
        parts = sum(columns[i].stretch for i in takers)
        if spare > 0 and parts:
            for i in takers:
                widths[i] += spare * columns[i].stretch // parts
        before = self.viewport().width()
        self._sharing = True
        for i, width in widths.items():
            self.setColumnWidth(i, width)
        self._sharing = False
        if self.viewport().width() < before:  # a scroll bar has come and taken its room
            self._share_room()

    def _remember_width(self, section: int, _old: int, new: int) -> None:
        if not self._sharing and QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self._own_widths[self._rows_model.columns[section].key] = new

    def _offer_columns(self, at: QPoint) -> None:
        menu = self.columns_menu()
        menu.exec(self.horizontalHeader().mapToGlobal(at))
        menu.deleteLater()

    def columns_menu(self) -> QMenu:
        """A menu that shows and hides columns."""
        menu = QMenu(self)
        hidden = set(self.hidden_columns())
        for column in self._rows_model.columns:
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(column.key not in hidden)
            action.toggled.connect(lambda on, key=column.key: self._toggle_column(key, shown=on))
        return menu

    def _toggle_column(self, key: str, *, shown: bool) -> None:
        hidden = set(self.hidden_columns())
        self.set_hidden_columns(hidden - {key} if shown else hidden | {key})

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._rows_model.id_at(index.row()))

    # keeping the place

    def _anchor(self) -> tuple[Hashable, int] | None:
        offset = self.verticalScrollBar().value()
        top = self.rowAt(0)
        if offset == 0 or top < 0:
            return None
        return self._rows_model.id_at(top), offset - self.verticalHeader().sectionPosition(top)

    def _keep(self) -> None:
        current = self.currentIndex()
        self._kept = (list(self.chosen_ids()), self._rows_model.id_at(current.row()) if current.isValid() else None)

    def _restore(self) -> None:
        if self._kept is None:
            return
        (ids, current), self._kept = self._kept, None
        selection = self.selectionModel()
        with QSignalBlocker(self):
            for place in (self._rows_model.place_of(row_id) for row_id in ids):
                if place is not None:
                    index = self._rows_model.index(place, 0)
                    selection.select(index, selection.SelectionFlag.Select | selection.SelectionFlag.Rows)
            place = self._rows_model.place_of(current) if current is not None else None
            if place is not None:
                selection.setCurrentIndex(self._rows_model.index(place, 0), selection.SelectionFlag.NoUpdate)
