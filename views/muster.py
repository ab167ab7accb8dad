"""点名: a call with a clock; who is there, who cannot come, who needs help, and who has not answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from data.model.field import Answer, Muster, MusterLine
from data.model.field_steps import MusterAnswered, MusterCalled, MusterClosed
from data.model.situation import Situation, Touched
from data.model.steps import Realm
from data.rules.contacts import contact
from data.rules.signoff import Preview
from data.rules.watches import ends_at
from views import muster_words, phrases, step_words, words
from views.muster_rows import MusterRow, muster_chips, muster_columns, muster_rows
from views.pane import Selection
from views.parts import Choice, Words, button, rule
from views.push_audience import Audience
from views.sheet_pane import SheetPane
from widgets.chips import Chips
from widgets.data_table import DataTable
from widgets.rows_model import RowsModel
from widgets.shortcuts import SEND, inside
from widgets.steady_inputs import SteadySpin
from widgets.theme import Size, Theme

NEW = ""
USUAL_MIN = 10
LONGEST_MIN = 240


class MusterSheet(SheetPane):
    """The sheet: a form for a new roll-call, and the board of the one that was chosen.

    Signals:
        call_requested: ids to call one after another, and the roll-call they are called about.

    """

    call_requested = Signal(list, str)

    MOST = (1180, 780)

    heeds: ClassVar[Touched] = Touched.DISPATCH | Touched.REGISTERS | Touched.USER | Touched.RIVER

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty sheet."""
        super().__init__(theme, "", "people", parent)
        self.panel.set_title(self.tr("点名"))
        self._sent = ""
        self.pick = Choice(self.tr("点名"))
        self.title = QLineEdit()
        self.title.setPlaceholderText(self.tr("点什么名，如：马渡险工巡查组到位"))
        self.title.setAccessibleName(self.tr("点名事由"))
        self.minutes = SteadySpin()
        self.minutes.setRange(1, LONGEST_MIN)
        self.minutes.setValue(USUAL_MIN)
        self.minutes.setSuffix(self.tr(" 分钟内应答"))
        self.minutes.setAccessibleName(self.tr("多久内应答"))
        self.audience = Audience(theme)
        self.audience.table.set_empty_words(self.tr("还没有点名对象。按队伍、岗位、网格加入。"))
        self.call = button("", "primary", self.tr("开始计时（Ctrl+Enter）；有手机的人在手机上应答"))
        self.why_not = Words(theme, tone="muted", size=Size.SMALL)
        self.left = Words(theme, size=Size.FIGURE, bold=True, wrap=False)
        self.head = Words(theme, tone="secondary", size=Size.SMALL)
        self.filter = Chips(theme)
        self.model: RowsModel[MusterRow] = RowsModel(muster_columns(), lambda row: row.id, self)
        self.table = DataTable(theme, self.model)
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("备注，可不填"))
        self.note.setAccessibleName(self.tr("备注"))
        self.marks = {answer: button("", "", self.tr("给所选的人登记")) for answer in (*Answer,)}
        self.phone = button("", "primary", self.tr("只叫未应答的：逐个打电话"))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("小结，可不填：如 3 人外出已由副职顶替"))
        self.reason.setAccessibleName(self.tr("点名小结"))
        self.close_call = button("")
        self.refusal = Words(theme, tone="urgent", size=Size.SMALL)
        self._arrange(theme)
        self._wire()
        self.draw_theme(theme)

    def _arrange(self, theme: Theme) -> None:
        px = theme.px
        form, board = QWidget(), QWidget()
        what = QHBoxLayout()
        what.addWidget(self.title, 1)
        what.addWidget(self.minutes)
        start = QHBoxLayout()
        start.addWidget(self.why_not, 1)
        start.addStretch(0)
        start.addWidget(self.call, 0, Qt.AlignmentFlag.AlignRight)
        who = QLabel(self.tr("点谁的名"))
        who.setProperty("tone", "muted")
        upper = QVBoxLayout(form)
        for item in (what, who, self.audience, start):
            upper.addWidget(item) if isinstance(item, QWidget) else upper.addLayout(item)
        upper.setStretchFactor(self.audience, 1)
        narrow = QHBoxLayout()
        narrow.addWidget(self.filter, 1)
        narrow.addWidget(self.phone)
        self._notes = QWidget()
        notes = QHBoxLayout(self._notes)
        notes.setContentsMargins(0, 0, 0, 0)
        notes.addWidget(self.note, 1)
        for answer in (Answer.PRESENT, Answer.AWAY, Answer.HELP, Answer.NONE):
            notes.addWidget(self.marks[answer])
        self._end = QWidget()
        end = QHBoxLayout(self._end)
        end.setContentsMargins(0, 0, 0, 0)
        end.addWidget(self.reason, 1)
        end.addWidget(self.close_call)
        lower = QVBoxLayout(board)
        for item in (self.left, self.head, narrow, self.table, self._notes, rule(), self._end):
            lower.addWidget(item) if isinstance(item, QWidget) else lower.addLayout(item)
        lower.setStretchFactor(self.table, 1)
        self._pages = QStackedWidget()
        for page, box in ((form, upper), (board, lower)):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(px(6))
            self._pages.addWidget(page)
        body = QWidget()
        whole = QVBoxLayout(body)
        whole.setSpacing(px(8))
        whole.addWidget(self.pick)
        whole.addWidget(self._pages, 1)
        whole.addWidget(self.refusal)
        self.panel.set_body(body)
        whole.setContentsMargins(px(12), px(8), px(12), px(12))
        self.refusal.hide()

    def _wire(self) -> None:
        self.pick.picked.connect(self._show)
        self.title.textChanged.connect(lambda _: self._look())
        self.audience.changed.connect(self._look)
        self.call.clicked.connect(self._call)
        self.filter.chosen.connect(lambda _: self._fill())
        self.table.chosen.connect(lambda _: self._look())
        self.table.opened.connect(self._open_person)
        self.phone.clicked.connect(self._phone)
        for answer, one in self.marks.items():
            one.clicked.connect(lambda _=False, what=answer: self._mark(what))
        self.close_call.clicked.connect(self._close)
        for keys in SEND:
            inside(self, keys, self.call.click)

    # what the owner says

    def open_for(self, ids: Sequence[str] = ()) -> None:
        """Begin a roll-call of these people and squads; none given shows the one that runs, else an empty form."""
        self._catch_up_now()
        if ids:
            self.audience.set_people(list(ids))
        running = [one for one in self._musters() if one.closed_at is None]
        self.pick.choose(running[0].id if running and not ids else NEW)
        self._show(self.pick.key())
        self.bring_up(self.title if self.pick.key() == NEW else self.table)

    def open_muster(self, muster: str) -> None:
        """Show one roll-call."""
        self._catch_up_now()
        self.pick.choose(muster)
        self._show(muster)
        self.bring_up(self.table)

    def show_refusal(self, text: str) -> None:
        """Say why a step was refused; everything typed stays."""
        self.refusal.say(text, "urgent")

    # drawing

    def draw(self, now: Situation, touched: Touched) -> None:
        """Follow the situation."""
        musters = self._musters()
        self.pick.set_choices([(NEW, self.tr("新点名…")), *((one.id, muster_words.muster(one)) for one in musters)])
        if self._sent and self._sent in now.musters:
            self._began()
        if self._pages.currentIndex() == 0 or touched & Touched.REGISTERS:
            self.audience.show_situation(now)
        self._show(self.pick.key())

    def draw_time(self, time: datetime) -> None:  # noqa: ARG002 - read from the pane
        """Count down."""
        muster = self._muster()
        if muster is not None:
            self._head(muster)
            late = self._time() > ends_at(muster)
            if late != any(row.late for row in self.model.rows()):
                self._fill()

    def draw_preview(self, now: Situation, preview: Preview | None) -> None:  # noqa: ARG002 - only whether there is one
        """Nobody is called in a what-if."""
        self._look()

    # inside

    def _catch_up_now(self) -> None:
        """Draw before the sheet is seen: what is to be chosen must stand in the list."""
        if self.now is not None:
            self.draw(self.now, Touched.everything())

    def _musters(self) -> list[Muster]:
        held = () if self.now is None else self.now.musters.values()
        return sorted(held, key=lambda one: one.called_at, reverse=True)

    def _muster(self) -> Muster | None:
        return None if self.now is None else self.now.musters.get(self.pick.key())

    def _time(self) -> datetime:
        assert self.now is not None
        return max(self.time or self.now.at, self.now.at)

    def _show(self, key: str) -> None:
        self._pages.setCurrentIndex(int(key != NEW))
        if key == NEW and self.now is not None:
            self.audience.show_situation(self.now)
        muster = self._muster()
        if muster is not None:
            self._head(muster)
        self._fill()
        self._look()

    def _head(self, muster: Muster) -> None:
        assert self.now is not None
        self.left.say(muster_words.clock(muster, self._time()))
        over = muster.closed_at is None and self._time() > ends_at(muster)
        self.left.say(self.left.text(), "urgent" if over else "")
        by = step_words.actor(self.now, muster.by)
        limit = self.tr("限 {0} 分钟").format(muster.minutes)
        parts = [self.tr("{0} 点名").format(by), words.full_time(muster.called_at), limit, muster.reason]
        self.head.say(" · ".join(part for part in parts if part))
        self.filter.set_chips(muster_chips(muster, self._time()))

    def _fill(self) -> None:
        now, muster = self.now, self._muster()
        if now is None or muster is None:
            self.table.set_rows([])
            return
        wanted = (self.filter.chosen_keys() or ("",))[0]
        self.table.set_empty_words(self.tr("这一类没有人"))
        self.table.set_rows(muster_rows(now, muster, self._time(), wanted))

    def _look(self) -> None:
        count = len(self.audience.outreach.people)
        self.call.setText(self.tr("开始点名 {0} 人").format(count) if count else self.tr("开始点名"))
        trouble = self._trouble()
        self.call.setEnabled(not trouble)
        self.why_not.say(trouble)
        muster = self._muster()
        if muster is None:
            return
        running, chosen = muster.closed_at is None, self._chosen()
        for answer, one in self.marks.items():
            said = self.tr("改回未应答") if answer is Answer.NONE else muster_words.answer(answer)
            one.setText(self.tr("{0} {1} 人").format(said, len(chosen)) if chosen else said)
            one.setEnabled(bool(chosen))
        silent = self._silent(muster)
        self.phone.setVisible(running and bool(silent))
        self.phone.setText(self.tr("电话叫未应答 {0} 人").format(len(silent)))
        self._end.setVisible(running)
        self.close_call.setText(self.tr("结束“{0}”").format(_short(phrases.registered(muster.title))))

    def _trouble(self) -> str:
        realm = Realm.WHATIF if self.preview is not None else Realm.LIVE if self.now is None else self.now.realm
        if realm in (Realm.WHATIF, Realm.REPLAY):
            return self.tr("{0}中不点名：回到实况后再点").format(words.realm(realm))
        if not self.audience.outreach.people:
            return self.tr("还没有点名对象")
        return "" if self.title.text().strip() else self.tr("写明点什么名")

    def _chosen(self) -> tuple[str, ...]:
        return tuple(str(row_id) for row_id in self.table.chosen_ids())

    def _silent(self, muster: Muster) -> list[str]:
        return [line.person for line in muster.lines if line.answer is Answer.NONE]

    # what was asked

    def _call(self) -> None:
        now = self.now
        if now is None or self._trouble() or self._pages.currentIndex() != 0:
            return
        lines = tuple(MusterLine(person) for person in self.audience.outreach.people)
        self._sent = f"muster-{uuid4().hex[:12]}"
        muster = Muster(
            self._sent, self.title.text().strip(), self._time(), now.user or "desk", self.minutes.value(), lines
        )
        self.step_requested.emit(MusterCalled(muster), "")

    def _began(self) -> None:
        """The roll-call was taken: show its board, and empty the form."""
        began, self._sent = self._sent, ""
        self.title.clear()
        self.audience.clear()
        self.refusal.say("")
        self.pick.choose(began)

    def _mark(self, answer: Answer) -> None:
        muster, people = self._muster(), self._chosen()
        if muster is not None and people:
            self.step_requested.emit(MusterAnswered(muster.id, people, answer, self.note.text().strip()), "")
            self.note.clear()

    def _phone(self) -> None:
        muster = self._muster()
        if muster is not None and (silent := self._silent(muster)):
            self.call_requested.emit(silent, muster.id)

    def _close(self) -> None:
        muster = self._muster()
        if muster is not None:
            self.step_requested.emit(MusterClosed(muster.id, self.reason.text().strip()), "")
            self.reason.clear()

    def _open_person(self, row_id: object) -> None:
        found = None if self.now is None else contact(self.now, str(row_id))
        if found is not None:
            self.selection_requested.emit(Selection(found.register, found.id))


def _short(title: str) -> str:
    return title if len(title) <= 12 else f"{title[:11]}…"
