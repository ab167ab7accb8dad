"""The table twin of the map: every layer as rows, so that nothing is on the map alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from data.documents import layers
from data.model.situation import Situation
from views import map_picks, map_words
from views.pane import Selection
from widgets.data_table import DataTable
from widgets.rows_model import Column, RowsModel
from widgets.theme import Theme


@dataclass(frozen=True, slots=True)
class LayerRow:
    """One feature as a row."""

    id: str
    name: str
    about: str
    lon: float
    lat: float


class MapTable(QWidget):
    """Rows of one layer at a time.

    Signals:
        chosen: Selection of the row that was picked.

    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty table."""
        super().__init__(parent)
        self._now: Situation | None = None
        self._quiet = False
        self._pick = QComboBox(self)
        for name in layers.LAYERS:
            if name != "base":
                self._pick.addItem(map_words.layer(name), name)
        columns: list[Column[LayerRow]] = [
            Column("id", self.tr("编号"), lambda row: row.id, chars=10),
            Column("name", self.tr("名称"), lambda row: row.name, chars=16, stretch=2),
            Column("about", self.tr("说明"), lambda row: row.about, chars=24, stretch=3),
            Column("lon", self.tr("经度"), lambda row: f"{row.lon:.5f}", chars=10),
            Column("lat", self.tr("纬度"), lambda row: f"{row.lat:.5f}", chars=9),
        ]
        row_id: Callable[[LayerRow], str] = lambda row: row.id  # noqa: E731 - typed for the model
        self.model = RowsModel(columns, row_id, self)
        self._table = DataTable(theme, self.model, self)
        self._table.set_empty_words(self.tr("这一图层没有要素"))
        self._count = QLabel(self)
        self._count.setProperty("tone", "muted")
        head = QHBoxLayout()
        head.setContentsMargins(8, 4, 8, 4)
        head.addWidget(self._pick)
        head.addWidget(self._count)
        head.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self._table, 1)
        self._pick.currentIndexChanged.connect(self._fill)
        self._table.chosen.connect(self._on_chosen)

    def show_situation(self, now: Situation) -> None:
        """Show a situation; rows are made only while the table is open."""
        self._now = now
        if self.isVisible():
            self._fill()

    def show_selection(self, selection: Selection | None) -> None:
        """Mark the row of what is selected everywhere."""
        if not self.isVisible() or self._now is None:
            return
        layer = f"{self._pick.currentData()}/"
        marks = [mark for mark in map_picks.marked(self._now, selection) if mark.startswith(layer)]
        self._quiet = True
        self._table.choose([mark.removeprefix(layer) for mark in marks])
        self._quiet = False

    def show_theme(self, theme: Theme) -> None:
        """Dress the table."""
        self._table.set_theme(theme)

    def _fill(self) -> None:
        if self._now is None:
            return
        build, _ = layers.LAYERS[self._pick.currentData()]
        rows: list[LayerRow] = []
        for feature in build(self._now):
            coordinates = feature["geometry"]["coordinates"]
            while not isinstance(coordinates[0], int | float):
                coordinates = coordinates[0]
            p = feature["properties"]
            rows.append(LayerRow(p["id"], p.get("label", ""), p.get("tip", ""), coordinates[0], coordinates[1]))
        self._table.set_rows(rows)
        self._count.setText(self.tr("{0} 个要素").format(len(rows)))

    def _on_chosen(self, ids: tuple[str, ...]) -> None:
        if ids and not self._quiet and self._now is not None:
            self.chosen.emit(map_picks.picked(self._now, self._pick.currentData(), str(ids[0])))
