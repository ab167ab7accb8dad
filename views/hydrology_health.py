"""数据源: how each source and each station's line does, the worst first, and the picture a station sent last."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from data.model.situation import Situation, Touched
from data.model.steps import Realm
from data.model.telemetry import Board
from views import hydrology_health_rows, phrases, step_words, words
from views.hydrology_health_rows import FeedRow, Grade, LinkRow, LinkRows
from views.pane import Pane, Selection
from views.parts import Words, boxed, column
from widgets.data_table import DataTable
from widgets.empty_state import EmptyState
from widgets.panel import Panel
from widgets.photo_view import PhotoView
from widgets.pictures import Pictures, run_at_once
from widgets.rows_model import RowsModel
from widgets.theme import Size, Theme, retheme

_NARROW, _WIDE = ("peer", "double", "refused"), 1500


class HealthPage(Pane):
    """Lines and sources.

    Signals:
        picture_requested: digest of a station's picture, to be answered by `show_picture`.

    """

    picture_requested = Signal(str)

    heeds: ClassVar[Touched] = Touched.REGISTERS

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make the page; nothing is known of any line."""
        super().__init__(theme, parent)
        self._paths: dict[str, Path] = {}
        self._digest = ""
        self._rows = LinkRows()
        self._narrow: bool | None = None
        self.links: RowsModel[LinkRow] = RowsModel(hydrology_health_rows.link_columns(), lambda row: row.id, self)
        self.link_table = DataTable(theme, self.links)
        self.feeds: RowsModel[FeedRow] = RowsModel(hydrology_health_rows.feed_columns(), lambda row: row.id, self)
        self.feed_table = DataTable(theme, self.feeds)
        self.pictures = Pictures(self)
        self.picture = PhotoView(theme, self.pictures)
        self.picture.set_words(self.tr("正在读取图片…"), self.tr("图片文件不在本机"))
        self.no_picture = EmptyState(theme, self.tr("该站没有发来图片"), icon="camera")
        self.caption = Words(theme, size=Size.SMALL, tone="muted")
        self._say_empty(past=False)
        self._arrange(theme)
        self.link_table.chosen.connect(self._chose)

    def _arrange(self, theme: Theme) -> None:
        self.link_panel = Panel(theme, self.tr("遥测站线路"), detachable=False)
        self.link_panel.set_body(self.link_table)
        self.feed_panel = Panel(theme, self.tr("数据来源"), detachable=False)
        self.feed_panel.set_body(self.feed_table)
        self.picture_panel = Panel(theme, self.tr("测站图片"), detachable=False, icon="camera")
        self._place = QStackedWidget()
        self._place.addWidget(self.no_picture)
        shown = QWidget()
        box = QVBoxLayout(shown)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.picture, 1)
        box.addWidget(boxed(theme, column(theme, self.caption), (12, 4, 12, 6)))
        self._place.addWidget(shown)
        self.picture_panel.set_body(self._place)
        lower = QSplitter(Qt.Orientation.Horizontal)
        lower.addWidget(self.feed_panel)
        lower.addWidget(self.picture_panel)
        lower.setSizes([1000, 420])
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.addWidget(self.link_panel)
        self.split.addWidget(lower)
        self.split.setSizes([560, 300])
        for part in (lower, self.split):
            part.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.split)

    # what the owner says

    def show_picture(self, digest: str, path: Path | None) -> None:
        """Show where a picture that was asked for lies; None when its file is not here."""
        if path is not None:
            self._paths[digest] = path
        self.pictures.set_source(self._paths.get, run_at_once)
        if digest == self._digest:
            self.picture.show_one(digest)

    # drawing

    def draw(self, now: Situation, touched: Touched) -> None:  # noqa: ARG002 - names may have changed
        """Draw the lists."""
        self.draw_time(self.time or now.at)

    def draw_board(self, now: Situation, board: Board | None) -> None:  # noqa: ARG002 - kept by the pane
        """Draw what is known of lines and sources."""
        self.draw_time(self.time or now.at)
        self._draw_picture()

    def draw_time(self, time: datetime) -> None:
        """Bring ages and lost lines up to date."""
        if self.now is None:
            return
        links = self._rows.rows(self.now, self.board, time)
        feeds = hydrology_health_rows.feed_rows(self.board, time)
        self.link_table.set_rows(links)
        self.feed_table.set_rows(feeds)
        self._say_empty(past=self.now.realm is Realm.REPLAY)
        if links and not self.link_table.chosen_ids():
            self.link_table.choose([links[0].id])
        lost = sum(row.grade is Grade.LOST for row in links)
        bad = sum(row.grade in {Grade.BAD, Grade.WATCH} for row in links)
        told = [self.tr("{0} 站失联").format(lost)] if lost else []
        told += [self.tr("{0} 站不稳").format(bad)] if bad else []
        text = phrases.listed(told) or (self.tr("{0} 站正常").format(len(links)) if links else "")
        self.link_panel.set_summary(text, "state.attention" if told else "text.muted")
        ill = sum(not row.ok for row in feeds)
        text = self.tr("{0} 个来源有故障").format(ill) if ill else ""
        self.feed_panel.set_summary(text, "state.attention" if ill else "text.muted")

    def draw_selection(self, selection: Selection | None) -> None:
        """Show the station selected elsewhere."""
        if selection is not None and selection.kind == "stations":
            self.link_table.choose([selection.id])
            self._draw_picture()

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        retheme(self.split, theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put columns away where they would not fit."""
        super().resizeEvent(event)
        narrow = self.width() < self.theme.px(_WIDE)
        if narrow is not self._narrow:
            self._narrow = narrow
            self.link_table.set_hidden_columns(_NARROW if narrow else ())

    # inside

    def _say_empty(self, *, past: bool) -> None:
        """Say why there is nothing; how lines and sources did at a past moment is not kept."""
        gone = self.tr("线路与来源当时的状态不可回放")
        self.link_table.set_empty_words(gone if past else self.tr("还没有遥测站来报；在“系统”页开启遥测接收"))
        self.feed_table.set_empty_words(gone if past else self.tr("没有接入数据源"))

    def _chose(self, ids: tuple[object, ...]) -> None:
        self._draw_picture()
        if ids:
            self.selection_requested.emit(Selection("stations", str(ids[0])))

    def _draw_picture(self) -> None:
        ids = self.link_table.chosen_ids()
        kept = None if self.board is None or not ids else self.board.pictures.get(str(ids[0]))
        self._place.setCurrentIndex(0 if kept is None else 1)
        self._digest = "" if kept is None else kept.digest
        if kept is None or self.now is None:
            self.picture_panel.set_title(self.tr("测站图片"))
            return
        name = phrases.registered(step_words.station(self.now, kept.station))
        self.picture_panel.set_title(self.tr("测站图片 · {0}").format(name))
        self.caption.say(
            self.tr("拍摄 {0}，收到 {1}，{2:,.0f} kB").format(
                words.date_clock(kept.at), words.date_clock(kept.received_at), kept.size / 1000
            )
        )
        if kept.digest in self._paths:
            self.picture.show_one(kept.digest)
        else:
            self.picture_requested.emit(kept.digest)
