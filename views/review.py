"""复盘 · 评估: how an event went by its journal, its lessons, and what is taken away of it. Nobody is ranked."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import ClassVar
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QVBoxLayout, QWidget

from data.model.office import Lesson, PaperKind
from data.model.office_steps import LessonNoted
from data.model.people import Right
from data.model.scores import EventScore
from data.model.situation import Situation, Touched
from data.model.steps import TaskOrdered
from data.model.task import Task
from views import phrases, review_rows, words
from views.pane import Pane, Selection
from views.parts import Choice, Fact, Facts, Words, boxed, button, column, row, rule, scrolled, split
from views.review_rows import TallyRow, TimeRow
from views.river_entry import TimeField, at_desk
from widgets.chips import Chip, Chips
from widgets.data_table import DataTable
from widgets.panel import Panel
from widgets.rows_model import RowsModel
from widgets.steady_inputs import SteadySpin
from widgets.theme import Size, Theme, retheme

DAY_MIN = 24 * 60
BEFORE = timedelta(days=1)
"""So long before its first task a flood's assessment begins: the forecast and the first rise belong to it."""
LISTED = 60
"""So many late or missed tasks are named; the rest is counted."""


class ReviewPane(Pane):
    """The tab.

    Signals:
        score_requested: from, to (aware); answer with `show_score`.
        paper_requested: PaperKind, about, and the span as a pair.
        take_away_requested: path, the span as a pair, whether files and personal registers go along (a pair), and why.

    """

    score_requested = Signal(object, object)
    paper_requested = Signal(object, str, object)
    take_away_requested = Signal(object, object, object, str)

    heeds: ClassVar[Touched] = Touched.OFFICE | Touched.REGISTERS | Touched.USER

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty tab."""
        super().__init__(theme, parent)
        self._score: EventScore | None = None
        self._asked = False
        self._begins: datetime | None = None
        self._noted = ""
        self.panel = Panel(theme, self.tr("评估"), detachable=False)
        self.period = Choice(self.tr("时段"))
        self.start, self.end = TimeField(), TimeField()
        self._offer_periods(None)
        self.work = button(self.tr("重新评估"), "", self.tr("按所选时段重读日志（F5）"))
        self.work.setShortcut("F5")
        self.said = Words(theme, tone="secondary", size=Size.SMALL)
        self.by = Chips(theme, exclusive=True)
        self.head, self.moved, self.leads = Facts(theme), Facts(theme), Facts(theme)
        self.times_model: RowsModel[TimeRow] = RowsModel(review_rows.time_columns(), lambda one: one.id)
        self.times = DataTable(theme, self.times_model)
        self.times.set_empty_words(self.tr("这个时段没有可量的时间"))
        self.tallies_model: RowsModel[TallyRow] = RowsModel(review_rows.tally_columns(), lambda one: one.id)
        self.tallies = DataTable(theme, self.tallies_model)
        self.tallies.set_empty_words(self.tr("这个时段没有任务"))
        self.gaps, self.lessons = Facts(theme), Facts(theme)
        self.lesson = QLineEdit()
        self.lesson.setPlaceholderText(self.tr("一条经验教训：是什么、改什么"))
        self.lesson.setAccessibleName(self.tr("经验教训"))
        self.role = Choice(self.tr("由哪个岗位去改"))
        self.days = SteadySpin()
        self.days.setRange(1, 365)
        self.days.setValue(30)
        self.days.setSuffix(self.tr(" 天内"))
        self.days.setAccessibleName(self.tr("期限"))
        self.as_task = button(self.tr("记下并列为平时任务"), "primary")
        self.only_note = button(self.tr("只记下"))
        self.paper = button(self.tr("复盘报告…"), "primary")
        self.files = QCheckBox(self.tr("连同照片文件"))
        self.personal = QCheckBox(self.tr("连同人员台账（不打码）"))
        self.why = QLineEdit()
        self.why.setPlaceholderText(self.tr("给谁、为什么"))
        self.why.setAccessibleName(self.tr("导出理由"))
        self.take = button(
            self.tr("导出带凭据的一段…"), "",
            self.tr("日志原行、哈希链和签名，别的程序可据说明校验；原行里有人名，须由可查看个人信息的人导出并写明理由"),
        )  # fmt: skip
        self.period.setMinimumContentsLength(12)
        self.role.setMinimumContentsLength(14)
        self._arrange(theme)
        self._wire()
        self._divide()
        self.draw_theme(theme)
        self._allow()

    def _arrange(self, theme: Theme) -> None:
        px = theme.px
        asked = row(theme, self.period, self.work, None, self.paper)
        away = row(theme, None, self.why, self.files, self.personal, self.take)
        self.why.setMinimumWidth(px(220))
        said = row(theme, self.start, self.end, self.said)
        said.setStretch(2, 1)
        left = column(
            theme, self.head, self.moved, rule(), Words(theme, self.tr("预警时效"), bold=True, wrap=False), self.leads,
            None,
        )  # fmt: skip
        self.tables = split(self.tallies, self.times, upright=True, shares=(1, 3))
        middle = column(theme, self.by, self.tables, gap=6)
        right = column(
            theme, Words(theme, self.tr("超时、未完成的任务"), bold=True, wrap=False), self.gaps, rule(),
            Words(theme, self.tr("经验教训"), bold=True, wrap=False), self.lessons, None, gap=6,
        )  # fmt: skip
        told = column(
            theme, self.lesson, row(theme, self.role, self.days, None),
            row(theme, None, self.only_note, self.as_task), gap=6,
        )  # fmt: skip
        side = column(theme, scrolled(boxed(theme, right, (0, 0, 8, 0))), told, gap=8)
        side.setStretch(0, 1)
        self.by.set_chips(
            [Chip("", self.tr("总的")), Chip("role", self.tr("按岗位")), Chip("clause", self.tr("按条款"))]
        )
        body = QWidget()
        whole = QVBoxLayout(body)
        whole.setContentsMargins(px(12), px(8), px(12), px(8))
        whole.setSpacing(px(8))
        whole.addLayout(asked)
        whole.addLayout(said)
        whole.addLayout(away)
        parts = (
            scrolled(boxed(theme, left, (0, 0, 8, 0))),
            boxed(theme, middle, (12, 0, 0, 0)),
            boxed(theme, side, (12, 0, 0, 0)),
        )
        whole.addWidget(split(*parts, shares=(4, 7, 4)), 1)
        self.panel.set_body(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.panel)
        self._show_own()

    def _wire(self) -> None:
        self.period.picked.connect(lambda _: self._pick())
        self.work.clicked.connect(self._ask)
        self.by.chosen.connect(lambda _: self._divide())
        self.gaps.followed.connect(lambda task: self.selection_requested.emit(Selection("task", task)))
        self.lesson.textChanged.connect(lambda _: self._allow())
        self.why.textChanged.connect(lambda _: self._allow())
        self.as_task.clicked.connect(lambda: self._note(task=True))
        self.only_note.clicked.connect(lambda: self._note(task=False))
        self.paper.clicked.connect(self._ask_paper)
        self.take.clicked.connect(self._ask_path)

    # what the owner says

    def show_score(self, score: EventScore, *, more: bool = False) -> None:
        """Show how the span went; `more` when the journal holds older lines of it that were too many to score."""
        self._score = score
        if score.steps:
            span = self.tr("{0} 至 {1}").format(words.date_clock(score.begins), words.date_clock(score.ends))
            self.said.say(self.tr("{0}；更早的未评").format(span) if more else span, "secondary")
        else:
            self.said.say(self.tr("这个时段日志里没有记录"), "attention")
        self.head.show_facts(review_rows.head_facts(score) if score.steps else [])
        moved = review_rows.moved_facts(score)
        self.moved.setVisible(bool(moved))
        self.moved.show_facts(moved)
        none = [Fact(self.tr("预警"), self.tr("这个时段没有要签发的响应"))]
        self.leads.show_facts(review_rows.lead_facts(score.leads) or none)
        self._show_tables()
        self._show_gaps()

    def show_written(self, words_of_it: str, *, well: bool) -> None:
        """Say what became of what was taken away."""
        self.said.say(words_of_it, "secondary" if well else "urgent")

    # drawing

    def draw(self, now: Situation, touched: Touched) -> None:
        """Ask for the score the first time; draw lessons and roles."""
        if not self._asked:
            self._asked = True
            self.start.set_moment((self.time or now.at) - timedelta(days=1))
            self.end.set_moment(self.time or now.at)
            self._ask()
        if touched & Touched.REGISTERS:
            roles = [(one.id, review_rows.role_name(now, one.id)) for one in now.registers.roles]
            self.role.set_choices(roles)
        if self._begins != (begins := flood_began(now)):
            self._begins = begins
            self._offer_periods(begins)
        self._forget_noted(now)
        self._allow()
        told = sorted(now.lessons.values(), key=lambda one: one.at, reverse=True)
        facts = [Fact(words.date_clock(one.at), one.text, links=self._link(one)) for one in told]
        self.lessons.show_facts(facts or [Fact("", self.tr("还没有记下经验教训"), "muted")])

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        retheme(self.panel, theme)

    def _offer_periods(self, flood: datetime | None) -> None:
        """Offer the spans; that of the flood only where there has been one."""
        spans = [
            ("all", self.tr("全部")),
            ("flood", self.tr("最近一次洪水")),
            ("day", self.tr("近 24 小时")),
            ("week", self.tr("近 7 天")),
            ("own", self.tr("自定时段")),
        ]
        self.period.set_choices([one for one in spans if one[0] != "flood" or flood is not None])
        self._show_own()

    def _forget_noted(self, now: Situation) -> None:
        """What was typed goes when it is in the journal, not when it was sent there."""
        if self._noted in now.lessons:
            if self.lesson.text().strip() == now.lessons[self._noted].text:
                self.lesson.clear()
            self._noted = ""

    def _link(self, lesson: Lesson) -> tuple[tuple[str, str], ...]:
        return ((lesson.task, self.tr("任务")),) if lesson.task else ()

    def _divide(self) -> None:
        """All in all there is one tally; by role and clause there are many."""
        by = next(iter(self.by.chosen_keys()), "")
        self.times.setColumnHidden(1, not by)
        self.tables.setSizes([500, 500] if by else [250, 750])
        self._show_tables()

    def _show_tables(self) -> None:
        score, now = self._score, self.now
        if score is None or now is None:
            return
        by = next(iter(self.by.chosen_keys()), "")
        self.times.set_rows(review_rows.time_rows(score, now, by))
        self.tallies.set_rows(review_rows.tally_rows(score, now, by))

    def _show_gaps(self) -> None:
        score, now = self._score, self.now
        if score is None or now is None:
            return
        facts: list[Fact] = []
        kinds = (
            (self.tr("未完成"), score.tasks.missed, "urgent"),
            (self.tr("超时"), score.tasks.late, "attention"),
            (self.tr("没有下达"), score.tasks.never_issued, "secondary"),
        )
        for caption, ids, tone in kinds:
            named = [now.tasks[one] for one in ids if one in now.tasks][:LISTED]
            facts += [
                Fact(
                    caption, review_rows.role_name(now, one.role), tone, ((one.id, phrases.task_title(one, now.plan)),)
                )
                for one in named
            ]
            if len(ids) > len(named):
                facts.append(Fact(caption, self.tr("另有 {0} 项").format(len(ids) - len(named)), tone))
        self.gaps.show_facts(facts or [Fact("", self.tr("没有超时、未完成的任务"), "muted")])

    def _show_own(self) -> None:
        for field in (self.start, self.end):
            field.setVisible(self.period.key() == "own")

    def _allow(self) -> None:
        ready = bool(self.lesson.text().strip())
        self.only_note.setEnabled(ready)
        self.as_task.setEnabled(ready)
        user = None if self.now is None else self.now.registers.users.get(self.now.user)
        free = self.now is not None and not len(self.now.registers.users)
        may = free or (user is not None and user.may(Right.UNMASK))
        self.take.setEnabled(may and bool(self.why.text().strip()))

    # what was asked

    def span(self) -> tuple[datetime, datetime]:
        """Return the span chosen; its end lies just after the newest step."""
        now = self.now
        at = max(one for one in (self.time, now.at if now else None, self.end.moment()) if one is not None)
        end = at + timedelta(minutes=1)
        match self.period.key():
            case "day":
                return at - timedelta(days=1), end
            case "week":
                return at - timedelta(days=7), end
            case "flood" if self._begins is not None:
                return self._begins - BEFORE, end
            case "own":
                return self.start.moment(), self.end.moment() + timedelta(minutes=1)
            case _:
                return datetime(1950, 1, 1, tzinfo=words.BEIJING), end

    def _told_span(self) -> tuple[datetime, datetime]:
        """The span chosen, narrowed to what was found in it."""
        score = self._score
        return self.span() if score is None or not score.steps else (score.begins, score.ends)

    def _pick(self) -> None:
        self._show_own()
        if self.period.key() != "own":
            self._ask()

    def _ask(self) -> None:
        start, end = self.span()
        if start >= end:
            self.said.say(self.tr("时段的开始要早于结束"), "urgent")
            return
        self.said.say(self.tr("正在按日志评估…"), "muted")
        self.score_requested.emit(start, end)

    def _ask_paper(self) -> None:
        now = self.now
        kind = PaperKind.DRILL if now is not None and now.drill is not None else PaperKind.REVIEW
        self.paper_requested.emit(kind, "", self.span())

    def _note(self, *, task: bool) -> None:
        now = self.now
        if now is None:
            return
        text, role, lesson = self.lesson.text().strip(), self.role.key(), uuid4().hex[:12]
        made = f"order/lesson-{lesson}" if task else ""
        about = now.drill.id if now.drill is not None else ""
        at = at_desk(now, self.time)
        if task:
            who = next((one.id for one in now.registers.staff if one.role == role), "")
            if not who:
                self.message_requested.emit(self.tr("这个岗位没有人，先在台账里补上，或只记下"))
                return
            ordered = Task(
                made, text, role, at, now.flow_m3s or 0.0, text=self.tr("复盘得出，平时整改"), priority=3,
                deadline_min=self.days.value() * DAY_MIN, assignee=who,
            )  # fmt: skip
            self.step_requested.emit(TaskOrdered(ordered), "")
        self._noted = lesson
        self.step_requested.emit(LessonNoted(Lesson(lesson, at, now.user, text, about, made)), "")

    def _ask_path(self) -> None:
        dialog = QFileDialog(self, self.tr("导出带凭据的一段"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("日志凭据 (*.zip)")])
        dialog.setDefaultSuffix("zip")
        start, end = (one.astimezone(words.BEIJING) for one in self._told_span())
        dialog.selectFile(f"anlan-{start:%Y%m%d}-{end:%Y%m%d}.zip")
        dialog.fileSelected.connect(lambda path: self._take(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, path: Path) -> None:
        self.said.say(self.tr("正在导出…"), "muted")
        along = (self.files.isChecked(), self.personal.isChecked())
        self.take_away_requested.emit(path, self.span(), along, self.why.text().strip())
        self.why.clear()
        self.personal.setChecked(False)


def flood_began(now: Situation) -> datetime | None:
    """Return when the flood of now, or the last one, had its first task; None when there has been none."""
    prefix = f"{now.basis.event}/"
    raised = (one.raised_at for one in now.tasks.values() if one.instruction and one.id.startswith(prefix))
    return min(raised, default=None)
