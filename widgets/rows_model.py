"""A table model over a tuple of frozen rows that tells the view exactly what changed and nothing more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from widgets.marks import Mark
from widgets.row_changes import Insert, Remove, plan_changes, runs

RowT = TypeVar("RowT")
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Align(IntEnum):
    """Where a cell's words stand."""

    LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    CENTER = int(Qt.AlignmentFlag.AlignCenter)


class CellRole(IntEnum):
    """What the delegate asks for besides the words."""

    TEXT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
    MARK = int(Qt.ItemDataRole.UserRole) + 2
    ROW = int(Qt.ItemDataRole.UserRole) + 3


@dataclass(frozen=True)  # no slots: Column[Row](…) of a frozen slotted generic fails on Python 3.11
class Column(Generic[RowT]):
    """How one column reads a row.

    `chars` is its sensible least width in digits (a Chinese character takes two), `stretch` its share of spare room.
    """

    key: str
    title: str
    getter: Callable[[RowT], str]
    align: Align = Align.LEFT
    role_getter: Callable[[RowT], str | None] | None = None
    mark_getter: Callable[[RowT], Mark | None] | None = None
    tooltip: Callable[[RowT], str] | None = None
    sort_key: Callable[[RowT], Any] | None = None
    chars: int = 8
    stretch: int = 0
    sortable: bool = True


class RowsModel(QAbstractTableModel, Generic[RowT]):
    """Rows are values with an id; setting new rows keeps what is still there in its place."""

    renewing = Signal()
    renewed = Signal()

    def __init__(self, columns: Sequence[Column[RowT]], row_id: Callable[[RowT], Hashable], parent: Any = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._row_id = row_id
        self._given: tuple[RowT, ...] = ()
        self._rows: list[RowT] = []
        self._ids: list[Hashable] = []
        self._places: dict[Hashable, int] | None = None
        self._sort: tuple[int, bool] | None = None

    # what Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.getter(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(column.align)
            case Qt.ItemDataRole.ToolTipRole:
                return column.tooltip(row) if column.tooltip else None
            case CellRole.TEXT_ROLE:
                return column.role_getter(row) if column.role_getter else None
            case CellRole.MARK:
                return column.mark_getter(row) if column.mark_getter else None
            case CellRole.ROW:
                return row
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title + self._arrow(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(self._columns[section].align)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; a column below zero brings back the order in which the rows were given."""
        known = 0 <= column < len(self._columns) and self._columns[column].sortable
        self._sort = (column, order is Qt.SortOrder.DescendingOrder) if known else None
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)
        self._reorder(self._ordered(self._given))

    # what the owner says and asks

    @property
    def columns(self) -> tuple[Column[RowT], ...]:
        return self._columns

    def rows(self) -> tuple[RowT, ...]:
        """The rows in the order shown."""
        return tuple(self._rows)

    def row(self, place: int) -> RowT:
        return self._rows[place]

    def id_at(self, place: int) -> Hashable:
        return self._ids[place]

    def place_of(self, row_id: Hashable) -> int | None:
        """Where a row with this id stands."""
        if self._places is None:
            self._places = {known: place for place, known in enumerate(self._ids)}
        return self._places.get(row_id)

    def set_rows(self, rows: Sequence[RowT]) -> None:
        """Show these rows; the least change is told. Two rows of one id are a mistake of ours."""
        ids = [self._row_id(row) for row in rows]
        if len(set(ids)) != len(ids):
            doubled, _ = Counter(ids).most_common(1)[0]
            msg = f"two rows share the id {doubled!r}"
            raise ValueError(msg)
        self._given = tuple(rows)
        ordered = self._ordered(self._given)
        new_ids = [self._row_id(row) for row in ordered]
        if new_ids == self._ids:
            self._renew_cells(ordered)
            return
        plan = plan_changes(self._ids, new_ids)
        if plan is None:
            self._replace(ordered, new_ids)
            return
        fresh = dict(zip(new_ids, ordered, strict=True))
        for step in plan.removals:
            self._remove(step)
        if plan.reordered:
            staying = set(self._ids)
            self._reorder([fresh[row_id] for row_id in new_ids if row_id in staying], renew=False)
        for step in plan.insertions:
            self._insert(step, ordered, new_ids)
        self._renew_cells(ordered)

    def _arrow(self, section: int) -> str:
        if self._sort is None or self._sort[0] != section:
            return ""
        return " ▼" if self._sort[1] else " ▲"

    def _ordered(self, rows: tuple[RowT, ...]) -> list[RowT]:
        if self._sort is None:
            return list(rows)
        column, falling = self._columns[self._sort[0]], self._sort[1]
        key = column.sort_key or column.getter
        return sorted(rows, key=key, reverse=falling)

    def _renew_cells(self, rows: list[RowT]) -> None:
        """Tell which rows read differently; neighbours are told together."""
        changed = [
            place
            for place, (old, new) in enumerate(zip(self._rows, rows, strict=True))
            if old is not new and old != new
        ]
        self._rows = rows
        for first, last in runs(changed):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))

    def _remove(self, step: Remove) -> None:
        self.beginRemoveRows(_NOWHERE, step.first, step.last)
        del self._rows[step.first : step.last + 1]
        del self._ids[step.first : step.last + 1]
        self._places = None
        self.endRemoveRows()

    def _insert(self, step: Insert, ordered: list[RowT], new_ids: list[Hashable]) -> None:
        self.beginInsertRows(_NOWHERE, step.first, step.last)
        self._rows[step.first : step.first] = ordered[step.first : step.last + 1]
        self._ids[step.first : step.first] = new_ids[step.first : step.last + 1]
        self._places = None
        self.endInsertRows()

    def _reorder(self, rows: list[RowT], *, renew: bool = True) -> None:
        new_ids = [self._row_id(row) for row in rows]
        if new_ids == self._ids:
            return
        self.layoutAboutToBeChanged.emit()
        place = {row_id: at for at, row_id in enumerate(new_ids)}
        old_by_id = dict(zip(self._ids, self._rows, strict=True))
        before = self.persistentIndexList()
        after = [self.index(place[self._ids[index.row()]], index.column()) for index in before]
        self._rows = rows if renew else [old_by_id[row_id] for row_id in new_ids]
        self._ids = new_ids
        self._places = None
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _replace(self, rows: list[RowT], ids: list[Hashable]) -> None:
        """So much changed that telling each piece would take longer than starting anew; the view keeps its place."""
        self.renewing.emit()
        self.beginResetModel()
        self._rows, self._ids, self._places = rows, ids, None
        self.endResetModel()
        self.renewed.emit()
