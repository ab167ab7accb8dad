"""水情日报: the morning bulletin as text and table, to be copied or written to a file; what is missing is named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from data.documents.bulletin import ABSENT, HEADINGS, UNLIKE, UNSENT, Bulletin, bulletin, eight
from data.model.situation import Situation, Touched
from data.model.telemetry import Board
from views import phrases, words
from views.pane import Pane
from views.parts import Words, ask_file, boxed, button, column, row
from widgets.data_table import DataTable
from widgets.marks import Fill, Mark, Shape
from widgets.panel import Panel
from widgets.rows_model import Align, Column, RowsModel
from widgets.shortcuts import inside
from widgets.theme import Size, Theme, retheme

_RIGHT = frozenset({3, 4, 5, 6, 8, 9, 10})
_CHARS = (5, 11, 7, 9, 9, 8, 9, 9, 9, 11, 11, 12, 16)
_DAY = timedelta(days=1)
_BOARD_MS = 2000


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table as cells."""

    id: str
    cells: tuple[str, ...]
    absent: bool


def columns() -> tuple[Column[Line], ...]:
    """Columns of the table; the headings are those of the document."""

    def one(at: int, title: str) -> Column[Line]:
        mark = Mark(Shape.CIRCLE, "state.attention", Fill.HOLLOW)

        def ink(line: Line) -> str:
            missing = line.cells[at] in {"—", ABSENT, UNSENT, UNLIKE} or at in {0, 2, 11}
            return "text.muted" if missing else "state.attention" if line.absent and at > 1 else "text.primary"

        return Column(
            str(at), title, lambda line: line.cells[at], Align.RIGHT if at in _RIGHT else Align.LEFT, ink,
            (lambda line: mark if line.absent else None) if at == 1 else None, chars=_CHARS[at],
            stretch=2 if at == len(HEADINGS) - 1 else 0, sortable=False,
        )  # fmt: skip

    return tuple(one(at, title) for at, title in enumerate(HEADINGS))


class BulletinPage(Pane):
    """The bulletin of the last 08:00, or of one before.

    Signals:
        export_requested: path of a table, and the Bulletin to write.

    """

    export_requested = Signal(str, object)

    heeds: ClassVar[Touched] = Touched.RIVER | Touched.LEVEL | Touched.REGISTERS

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make the page without a bulletin."""
        super().__init__(theme, parent)
        self.shown: Bulletin | None = None
        self._days_back = 0
        self._later = QTimer(self, singleShot=True, interval=_BOARD_MS)
        self._later.timeout.connect(self._make_again)
        self.title = Words(theme, size=Size.LARGE, bold=True, wrap=False)
        self.before = button(self.tr("前一天(&P)"), "quiet", self.tr("前一天 08:00（Alt+P）"))
        self.after = button(self.tr("后一天(&N)"), "quiet", self.tr("后一天 08:00（Alt+N）"))
        self.copy = button(self.tr("复制文字(&C)"), "primary", self.tr("复制日报全文（Ctrl+Shift+C）"))
        self.export = button(self.tr("导出表格…(&E)"), "", self.tr("写成 xlsx 或 csv（Alt+E）"))
        self.lacks = Words(theme, size=Size.SMALL, tone="attention")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("日报文字"))
        self.model: RowsModel[Line] = RowsModel(columns(), lambda line: line.id, self)
        self.table = DataTable(theme, self.model)
        self.table.set_empty_words(self.tr("没有登记测站，日报没有可列的站"))
        self._arrange(theme)
        self.before.clicked.connect(lambda: self._step(1))
        self.after.clicked.connect(lambda: self._step(-1))
        self.copy.clicked.connect(self._copy)
        self.export.clicked.connect(self._ask_path)
        inside(self, "Ctrl+Shift+C", self._copy)

    def _arrange(self, theme: Theme) -> None:
        head = column(
            theme,
            row(theme, self.title, None, self.before, self.after, 8, self.copy, self.export),
            self.lacks,
            gap=6,
        )
        self.text_panel = Panel(theme, self.tr("文字"), detachable=False)
        self.text_panel.set_body(self.text)
        self.table_panel = Panel(theme, self.tr("水情表"), detachable=False)
        self.table_panel.set_body(self.table)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(self.text_panel)
        self.split.addWidget(self.table_panel)
        self.split.setSizes([520, 900])
        self.split.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(boxed(theme, head, (12, 8, 12, 8)))
        outer.addWidget(self.split, 1)
        self.draw_theme(theme)

    # drawing

    def draw(self, now: Situation, touched: Touched) -> None:  # noqa: ARG002 - a bulletin is made whole
        """Make and show the bulletin."""
        self._make(now, self.board)

    def draw_board(self, now: Situation, board: Board | None) -> None:
        """Make it again with what feeds say, at most every other second: boards come faster than anybody reads."""
        if self.shown is None:
            self._make(now, board)
        elif not self._later.isActive():
            self._later.start()

    def draw_time(self, time: datetime) -> None:
        """Turn over at 08:00."""
        if self.now is not None and (self.shown is None or self.shown.at != self._moment(time)):
            self._make(self.now, self.board)

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        retheme(self.split, theme)
        for part in (self.title, self.lacks):
            part.set_theme(theme)
        self.text.setFont(theme.font(Size.BASE))
        self.text.document().setDocumentMargin(theme.px(12))

    # inside

    def _moment(self, time: datetime) -> datetime:
        return eight(time) - self._days_back * _DAY

    def _step(self, days: int) -> None:
        self._days_back = max(0, self._days_back + days)
        if self.now is not None:
            self._make(self.now, self.board)

    def _make_again(self) -> None:
        if self.now is not None and self.isVisible():
            self._make(self.now, self.board)

    def _make(self, now: Situation, board: Board | None) -> None:
        made = bulletin(now, board, self._moment(self.time or now.at))
        self.after.setEnabled(self._days_back > 0)
        if made == self.shown:
            return
        self.shown = made
        self.title.say(self.tr("{0} 08:00 水情日报").format(f"{made.at.astimezone(words.BEIJING):%Y-%m-%d}"))
        self.lacks.say(phrases.labelled(self.tr("缺"), phrases.clauses(made.missing)) if made.missing else "")
        if self.text.toPlainText() != made.text:
            self.text.setPlainText(made.text)
        lines = [Line(one.station.id, cells, one.absent) for one, cells in zip(made.rows, made.table(), strict=True)]
        self.table.set_rows(lines)
        absent = sum(line.absent for line in lines)
        text = self.tr("{0} 站，缺报 {1} 站").format(len(lines), absent)
        self.table_panel.set_summary(text, "state.attention" if absent else "text.muted")

    def _copy(self) -> None:
        if self.shown is not None:
            QGuiApplication.clipboard().setText(self.shown.text)
            self.message_requested.emit(self.tr("日报全文已复制"))

    def _ask_path(self) -> None:
        if self.shown is not None:
            day = f"{self.shown.at.astimezone(words.BEIJING):%Y%m%d}"
            name = self.tr("水情日报-{0}.xlsx").format(day)
            ask_file(self, self.tr("导出水情日报"), self._export, saving=True, name=name)

    def _export(self, path: str) -> None:
        if self.shown is not None:
            self.export_requested.emit(path, self.shown)
