"""复盘: the whole journal to search, each step in all its fields, its chain to verify, the record of a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar, Protocol

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from data.documents.record import happened
from data.model.situation import Situation, Touched
from data.model.steps import NoteWritten, Step
from views import record_words, step_detail, step_words, timeline_rows, words
from views.pane import Pane, Selection
from views.parts import Choice, Fact, Facts, Words, button, rule, scrolled, split
from views.river_entry import TimeField
from widgets.chips import Chips
from widgets.data_table import DataTable
from widgets.panel import Panel
from widgets.rows_model import Align, Column, RowsModel
from widgets.search_field import SearchField
from widgets.theme import Size, Theme, retheme


class Line(Protocol):
    """A line of the journal as the store lists it."""

    @property
    def seq(self) -> int:
        """Its number."""
        ...

    @property
    def recorded_at(self) -> datetime:
        """When it was written down."""
        ...

    @property
    def step(self) -> Step:
        """What happened."""
        ...


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One line in words."""

    seq: int
    at: str
    group: str
    text: str
    who: str
    leads_to: Selection | None


class RecordWorkspace(Pane):
    """The workspace.

    Signals:
        search_requested: text, kinds (tuple, empty for all), from, to (aware or None); answer with `show_lines`.
        verify_requested: walk the chain; answer with `show_verify`.
        export_requested: path (.html or .csv), and the day whose record to write.
        replay_requested: number of the step from which to look back.

    """

    search_requested = Signal(str, tuple, object, object)
    verify_requested = Signal()
    export_requested = Signal(str, object)
    replay_requested = Signal(int)

    heeds: ClassVar[Touched] = Touched.REGISTERS | Touched.LOG

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty workspace."""
        super().__init__(theme, parent)
        self._lines: dict[int, Line] = {}
        self._shown_seq = -1
        self.panel = Panel(theme, self.tr("复盘"), detachable=False)
        self.search = SearchField(theme, self.tr("在全部日志中查找：人名、任务、地点、理由"), "Ctrl+F")
        self.period = Choice(self.tr("时段"))
        self.start, self.end = TimeField(), TimeField()
        self.filter = Chips(theme, exclusive=False)
        self.filter.set_chips(timeline_rows.group_chips())
        self.renew = button(self.tr("刷新"), "", self.tr("重新读取日志（F5）"))
        self.counts = Words(theme, tone="secondary", size=Size.SMALL)
        self.model: RowsModel[RecordRow] = RowsModel(_columns(), lambda row: row.seq)
        self.table = DataTable(theme, self.model)
        self.table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self.table.set_empty_words(self.tr("正在读取日志…"))
        self.detail = Facts(theme)
        self.lead = button(self.tr("到对象"), "", self.tr("选中这一步所说的对象"))
        self.replay = button(self.tr("从这一步回放"), "", self.tr("整个屏幕回到这一步之后的样子，只看不改"))
        self.verify = button(self.tr("校验日志"), "", self.tr("逐条核对日志的哈希链"))
        self.verdict = Words(theme, size=Size.SMALL)
        self.export = button(self.tr("导出当日记录…"), "", self.tr("把所选时段起始那天的记录存为网页或表格"))
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("值班记事，回车记入日志"))
        self.note.setAccessibleName(self.tr("值班记事"))
        self.write = button(self.tr("记入日志"), "primary")
        self._arrange(theme)
        self._wire()
        self.draw_theme(theme)

    def _arrange(self, theme: Theme) -> None:
        px = theme.px
        asked = QHBoxLayout()
        for widget in (self.search, self.period, self.start, self.end, self.renew):
            asked.addWidget(widget, 1 if widget is self.search else 0)
        left_side, right_side = QWidget(), QWidget()
        left = QVBoxLayout(left_side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(px(6))
        left.addLayout(asked)
        left.addWidget(self.filter)
        left.addWidget(self.counts)
        left.addWidget(self.table, 1)
        note = QHBoxLayout()
        note.addWidget(self.note, 1)
        note.addWidget(self.write)
        left.addLayout(note)
        tools = QHBoxLayout()
        tools.addWidget(self.verify)
        tools.addWidget(self.export)
        tools.addStretch(1)
        right = QVBoxLayout(right_side)
        right.setContentsMargins(px(12), 0, 0, 0)
        right.setSpacing(px(6))
        right.addLayout(tools)
        right.addWidget(self.verdict)
        right.addWidget(rule())
        self.title = Words(theme, bold=True)
        right.addWidget(self.title)
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, px(8), 0)
        inside.addWidget(self.detail)
        inside.addStretch(1)
        right.addWidget(scrolled(holder), 1)
        ways = QHBoxLayout()
        ways.addWidget(self.lead)
        ways.addWidget(self.replay)
        ways.addStretch(1)
        right.addLayout(ways)
        body = QWidget()
        outer = QVBoxLayout(body)
        outer.addWidget(split(left_side, right_side, shares=(5, 2)))
        self.panel.set_body(body)
        outer.setContentsMargins(px(12), px(8), px(12), px(8))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.panel)
        self.period.set_choices(
            [
                ("day", self.tr("今天")),
                ("24h", self.tr("近 24 小时")),
                ("7d", self.tr("近 7 天")),
                ("all", self.tr("全部")),
                ("own", self.tr("自定时段")),
            ]
        )
        self.period.choose("all")
        self._show_own()

    def _wire(self) -> None:
        self.search.asked.connect(lambda _: self._ask())
        self.search.left_downwards.connect(self.table.setFocus)
        self.period.picked.connect(self._pick_period)
        self.filter.chosen.connect(lambda _: self._ask())
        for field in (self.start, self.end):
            field.editingFinished.connect(self._ask)
        self.renew.clicked.connect(self._ask)
        self.table.chosen.connect(lambda _: self._show_detail())
        self.table.opened.connect(lambda _: self._follow())
        self.lead.clicked.connect(self._follow)
        self.replay.clicked.connect(self._replay)
        self.verify.clicked.connect(self._verify)
        self.export.clicked.connect(self._ask_path)
        self.note.returnPressed.connect(self._write)
        self.note.textChanged.connect(lambda text: self.write.setEnabled(bool(text.strip())))
        self.write.clicked.connect(self._write)
        self.write.setEnabled(False)
        for key, act in (("F5", self._ask), ("Ctrl+F", self._begin)):
            action = QAction(self)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(act)
            self.addAction(action)

    # what the owner says

    def show_lines(self, lines: Sequence[Line], more: bool = False) -> None:
        """Show the lines that were asked for, in the order given; `more` when older ones were left out."""
        now = self.now
        if now is None:
            return
        self._lines = {line.seq: line for line in lines}
        self._shown_seq = now.seq
        self.table.set_empty_words(self.tr("没有符合条件的记录"))
        self.table.set_rows([_row(line, now) for line in lines])
        told = record_words.counts_line(happened(line.step for line in lines))
        listed = self.tr("列出 {0} 条").format(f"{len(lines):,}") + (self.tr("，更早的未列") if more else "")
        self.counts.say(" · ".join(part for part in (listed, told) if part))
        self._say_new(now)
        self._show_detail()

    def show_verify(self, ok: bool, rows: int, first_bad: int | None, why: str) -> None:
        """Say what the walk along the chain found."""
        self.verify.setEnabled(True)
        self.verdict.say(record_words.verified(ok, rows, first_bad, why), "secondary" if ok else "urgent")

    def show_written(self, path: str) -> None:
        """The record has been written."""
        self.verdict.say(self.tr("已存为 {0}").format(path), "secondary")

    # drawing

    def draw(self, now: Situation, touched: Touched) -> None:
        """Ask for the journal the first time; later only say how much is new."""
        if self._shown_seq < 0:
            self._shown_seq = now.seq
            moment = self.time or now.at
            self.start.set_moment(moment - timedelta(days=1))
            self.end.set_moment(moment)
            self._ask()
        elif touched & Touched.LOG:
            self._say_new(now)

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        retheme(self.panel, theme)

    def _say_new(self, now: Situation) -> None:
        fresh = now.seq - self._shown_seq
        self.renew.setText(self.tr("刷新（新增 {0} 条）").format(f"{fresh:,}") if fresh > 0 else self.tr("刷新"))

    def _show_detail(self) -> None:
        line = self._told()
        if line is None or self.now is None:
            self.title.say(self.tr("选一条看全部内容"))
            self.detail.show_facts([])
            self.lead.setEnabled(False)
            self.replay.setEnabled(False)
            return
        told = step_detail.facts(line.step, self.now)
        recorded = [(self.tr("序号"), f"{line.seq:,}"), (self.tr("记入时间"), words.full_time(line.recorded_at))]
        said = step_words.line(line.step, self.now)
        self.title.say(said.text)
        self.detail.show_facts([Fact(caption, value) for caption, value in (*recorded, *told)])
        self.lead.setEnabled(said.leads_to is not None)
        self.replay.setEnabled(True)

    def _told(self) -> Line | None:
        """The line told in full: the chosen one, else the newest, so that there is always something to read."""
        return self._chosen() or self._lines.get(max(self._lines, default=-1))

    def _chosen(self) -> Line | None:
        ids = self.table.chosen_ids()
        return self._lines.get(int(str(ids[0]))) if ids else None

    # what was asked

    def _span(self) -> tuple[datetime | None, datetime | None]:
        now = self.time or (self.now.at if self.now is not None else None)
        if now is None:
            return None, None
        match self.period.key():
            case "day":
                return record_words.day_bounds(now.astimezone(words.BEIJING).date())
            case "24h":
                return now - timedelta(hours=24), None
            case "7d":
                return now - timedelta(days=7), None
            case "own":
                return self.start.moment(), self.end.moment() + timedelta(minutes=1)
            case _:
                return None, None

    def _ask(self) -> None:
        start, end = self._span()
        kinds = record_words.kinds_of(self.filter.chosen_keys())
        self.search_requested.emit(self.search.text().strip(), kinds, start, end)

    def _pick_period(self, _key: str) -> None:
        self._show_own()
        self._ask()

    def _show_own(self) -> None:
        for field in (self.start, self.end):
            field.setVisible(self.period.key() == "own")

    def _begin(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _follow(self) -> None:
        line = self._told()
        if line is not None and self.now is not None:
            leads_to = step_words.line(line.step, self.now).leads_to
            if leads_to is not None:
                self.selection_requested.emit(leads_to)

    def _replay(self) -> None:
        line = self._told()
        if line is not None:
            self.replay_requested.emit(line.seq)

    def ask_again(self) -> None:
        """Ask for the lines anew: the screen went to another moment."""
        if self._shown_seq >= 0:
            self._ask()

    def _verify(self) -> None:
        self.verify.setEnabled(False)
        self.verdict.say(self.tr("正在逐条核对…"), "muted")
        self.verify_requested.emit()

    def day(self) -> date:
        """The day whose record is taken away: that of the chosen line, else the beginning of the span, else today."""
        line = self._chosen()
        at = line.step.at if line is not None else self._span()[0] or self.time
        if at is None:
            at = datetime.now(words.BEIJING) if self.now is None else self.now.at
        return at.astimezone(words.BEIJING).date()

    def _ask_path(self) -> None:
        day = self.day()
        dialog = QFileDialog(self, self.tr("导出 {0} 的记录").format(day.isoformat()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("网页，可打印 (*.html)"), self.tr("表格 (*.csv)")])
        dialog.setDefaultSuffix("html")
        dialog.selectFile(self.tr("值班日志-{0}.html").format(day.isoformat()))
        dialog.fileSelected.connect(lambda path: self.export_requested.emit(path, day))
        dialog.open()

    def _write(self) -> None:
        text = self.note.text().strip()
        if text:
            self.step_requested.emit(NoteWritten(text), "")
            self.note.clear()


def _row(line: Line, now: Situation) -> RecordRow:
    said = step_words.line(line.step, now)
    at, who = words.full_time(line.step.at), step_words.actor(now, line.step.actor)
    return RecordRow(line.seq, at, timeline_rows.group_name(said.group), said.text, who, said.leads_to)


def _columns() -> list[Column[RecordRow]]:
    t = QCoreApplication.translate
    return [
        Column("seq", t("Record", "序号"), lambda row: f"{row.seq:,}", Align.RIGHT, lambda _: "text.muted", chars=7,
               sort_key=lambda row: row.seq),
        Column("at", t("Record", "时间"), lambda row: row.at, chars=19, role_getter=lambda _: "text.secondary"),
        Column("group", t("Record", "类别"), lambda row: row.group, chars=9, role_getter=lambda _: "text.secondary"),
        Column("text", t("Record", "事项"), lambda row: row.text, chars=30, stretch=1, tooltip=lambda row: row.text),
        Column("who", t("Record", "人员"), lambda row: row.who, chars=18, role_getter=lambda _: "text.secondary"),
    ]  # fmt: skip
