"""The table twin of the map: every layer as rows, so that nothing is on the map alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from data.documents import layers
from data.documents.features import Feature
from data.documents.field_layers import FIELD_LAYERS
from data.documents.report_layer import incident_feature
from data.model.situation import EPOCH, Situation
from views import map_picks, map_words
from views.pane import Selection
from views.triage_rows import report_columns, report_rows
from widgets.data_table import DataTable
from widgets.rows_model import Column, RowsModel
from widgets.theme import Theme

INCIDENTS = "incidents"
"""On the map they lie in the layer of reports; as rows they stand apart, for their columns differ."""
REST_MS = 400
"""However fast things change, rows are made anew no more often."""


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
        self._behind = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._catch_up)
        self._pick = QComboBox(self)
        for name in (*layers.LAYERS, INCIDENTS, *FIELD_LAYERS):
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
        self.reports = DataTable(
            theme, RowsModel(report_columns(lambda: self._time, queue=False), lambda row: row.id), self
        )
        self.reports.set_empty_words(self.tr("还没有接报"))
        self._field: Mapping[str, list[Feature]] = {}
        self._time = EPOCH
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
        box.addWidget(self.reports, 1)
        self.reports.hide()
        self._pick.currentIndexChanged.connect(self._fill)
        self._table.chosen.connect(self._on_chosen)
        self.reports.chosen.connect(self._on_chosen)

    def show_situation(self, now: Situation) -> None:
        """Show a situation; rows are made only while the table is open."""
        self._now = now
        if self._rest.isActive():
            self._behind = True
        elif self.isVisible():
            self._rest.start()
            self._fill()

    def show_field(self, made: Mapping[str, list[Feature]]) -> None:
        """Take the layers that come from the field link."""
        self._field = made
        if self.isVisible() and self._pick.currentData() in FIELD_LAYERS:
            self._fill()

    def show_time(self, time: datetime) -> None:
        """Ages of reports follow the clock."""
        self._time = time
        if self.reports.isVisible():
            self.reports.viewport().update()

    def show_selection(self, selection: Selection | None) -> None:
        """Mark the row of what is selected everywhere."""
        if not self.isVisible() or self._now is None:
            return
        name = self._pick.currentData()
        layer = "reports/" if name == INCIDENTS else f"{name}/"
        marks = [mark for mark in map_picks.marked(self._now, selection) if mark.startswith(layer)]
        self._quiet = True
        shown = self.reports if self._pick.currentData() == "reports" else self._table
        shown.choose([mark.removeprefix(layer) for mark in marks])
        self._quiet = False

    def show_theme(self, theme: Theme) -> None:
        """Dress the table."""
        self._table.set_theme(theme)
        self.reports.set_theme(theme)

    def _catch_up(self) -> None:
        if self._behind and self.isVisible():
            self._rest.start()
            self._fill()
        self._behind = False

    def _fill(self) -> None:
        if self._now is None:
            return
        name = str(self._pick.currentData())
        self.reports.setVisible(name == "reports")
        self._table.setVisible(name != "reports")
        if name == "reports":
            self._fill_reports(self._now)
            return
        rows: list[LayerRow] = []
        for feature in self._features(name, self._now):
            coordinates = feature["geometry"]["coordinates"]
            while not isinstance(coordinates[0], int | float):
                coordinates = coordinates[0]
            p = feature["properties"]
            rows.append(LayerRow(p["id"], p.get("label", ""), p.get("tip", ""), coordinates[0], coordinates[1]))
        self._table.set_rows(rows)
        self._count.setText(self.tr("{0} 个要素").format(len(rows)))

    def _features(self, name: str, now: Situation) -> list[Feature]:
        if name in FIELD_LAYERS:
            return self._field.get(name, [])
        if name == INCIDENTS:
            marks = [incident_feature(now, one) for one in now.incidents.values()]
            return [mark for mark in marks if mark is not None]
        return layers.LAYERS[name][0](now)

    def _fill_reports(self, now: Situation) -> None:
        """Reports have columns of their own, those of the queue: category, grade, state, place, times, owner."""
        self._time = max(self._time, now.at)
        rows = report_rows(now, self._time)
        self.reports.set_rows(rows)
        self._count.setText(self.tr("{0} 个要素").format(len(rows)))

    def _on_chosen(self, ids: tuple[str, ...]) -> None:
        if ids and not self._quiet and self._now is not None:
            name = self._pick.currentData()
            layer = "reports" if name == INCIDENTS else name
            self.chosen.emit(map_picks.picked(self._now, layer, str(ids[0])))
