"""The stage-flow relation of the year: its points, their datum and source; nothing where there is none."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from data.rules.rating import Rating
from views import phrases, words
from views.hydrology_rows import RatingRow, rating_columns, rating_rows
from widgets.data_table import DataTable
from widgets.empty_state import EmptyState
from widgets.ink_label import InkLabel
from widgets.rows_model import RowsModel
from widgets.theme import Size, Theme


class RatingPage(QWidget):
    """A table of points, or a sentence that there is no rating for this year."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rating: Rating | None = None
        self.empty = EmptyState(
            theme,
            self.tr("本年没有水位流量关系"),
            icon="gauge",
            detail=self.tr("河床逐年冲淤，往年关系不能用于本年；没有数据就不推算水位。"),
        )
        self.title = InkLabel(theme, bold=True)
        self.source = InkLabel(theme, role="text.muted", size=Size.SMALL)
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self._column.addWidget(self.title)
        self._column.addWidget(self.source)
        self.table: DataTable | None = None
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._page)
        self.set_theme(theme)

    def show_rating(self, rating: Rating | None) -> None:
        """Show a rating, or that there is none."""
        self.rating = rating
        self._stack.setCurrentWidget(self.empty if rating is None else self._page)
        if rating is None:
            return
        self.title.set_text(
            self.tr("{0} 年水位流量关系 · {1}").format(
                rating.year, phrases.registered(rating.datum) or self.tr("基面未注明")
            )
        )
        low, high = rating.flow_range_m3s or (0.0, 0.0)
        self.source.set_text(
            self.tr("{0} · 由 {1} 次实测得出 · 只在 {2}–{3} m³/s 之内有效").format(
                rating.source or words.DASH, rating.readings, words.flow(low), words.flow(high)
            )
        )
        if self.table is not None:
            self._column.removeWidget(self.table)
            self.table.deleteLater()
        model: RowsModel[RatingRow] = RowsModel(rating_columns(rating.datum), lambda row: row.flow_m3s, self)
        self.table = DataTable(self._theme, model)
        self.table.set_rows(rating_rows(rating))
        self._column.addWidget(self.table, 1)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's measures."""
        self._theme = theme
        self._column.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
