"""推送台账: the receipts of one push, rung by rung; who is still to be reached, and the way to take it back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from data.model.dispatch import Outcome, Push, PushState
from data.model.outbox import OutLine, OutState
from data.model.situation import Situation, Touched
from data.model.steps import PushApproved, PushRefused, PushRetracted
from data.rules.contacts import contact
from data.rules.dispatch import reach
from views import phrases, step_words, words
from views.pane import Selection
from views.parts import Choice, Words, button, rule
from views.push_approval import Approver, PinCheck
from views.push_ladder import steps
from views.push_receipts import (
    EXPECTED,
    GROUPS,
    DeadRow,
    ReceiptRow,
    ReceiptRows,
    dead_columns,
    dead_rows,
    notes_for,
    receipt_columns,
    rung_chips,
)
from views.sheet_pane import SheetPane
from widgets.chips import Chip, Chips
from widgets.data_table import DataTable
from widgets.rows_model import RowsModel
from widgets.theme import Size, Theme


class PushBoard(SheetPane):
    """The sheet.

    Signals:
        call_requested: ids to call one after another, and the push they are called about.
        outbox_requested: id of the push whose lines of the outbox are asked for, to be answered by `show_outbox`.
        send_again_requested: ids of lines of the outbox.

    """

    call_requested = Signal(list, str)
    outbox_requested = Signal(str)
    send_again_requested = Signal(list)

    heeds: ClassVar[Touched] = Touched.DISPATCH | Touched.REGISTERS | Touched.USER

    def __init__(self, theme: Theme, pin_check: PinCheck, parent: QWidget | None = None) -> None:
        """Make an empty sheet."""
        super().__init__(theme, "", "push", parent)
        self.panel.set_title(self.tr("推送台账"))
        self._push = ""
        self.pick = Choice(self.tr("推送"))
        self.head = Words(theme, tone="secondary", size=Size.SMALL)
        self.text = Words(theme)
        self.filter = Chips(theme)
        self.model: RowsModel[ReceiptRow] = RowsModel(receipt_columns(), lambda row: row.id)
        self.table = DataTable(theme, self.model)
        self._rows = ReceiptRows()
        self._names: dict[str, str] = {}
        self._outbox: tuple[str, tuple[OutLine, ...]] = ("", ())
        self.rungs = Chips(theme, exclusive=False)
        self.rungs_words = Words(theme, self.tr("未应答的现在在"), tone="muted", size=Size.SMALL, wrap=False)
        self.dead_model: RowsModel[DeadRow] = RowsModel(dead_columns(self._names), lambda row: row.lines)
        self.dead = DataTable(theme, self.dead_model)
        self.dead.set_empty_words(self.tr("没有未送出的"))
        self.again = button("", "primary", self.tr("把未送出的再发一次，已应答的不发"))
        self.climb = button("", "", self.tr("不再等：现在就转下一级（所选的人；没有选就是全部未应答的）"))
        self.channel = Choice(self.tr("经由"))
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("备注，可不填"))
        self.note.setAccessibleName(self.tr("备注"))
        self.outcomes = {
            Outcome.DELIVERED: button("", "", self.tr("给所选的人登记：已送达")),
            Outcome.ANSWERED: button("", "", self.tr("给所选的人登记：收到")),
            Outcome.NO_ANSWER: button("", "", self.tr("给所选的人登记：未叫应，转下一级")),
        }
        self.chase = button("", "primary", self.tr("只追未应答的：逐个打电话，已应答的不再打扰"))
        self.approver = Approver(theme, pin_check)
        self.approve = button("", "primary")
        self.refuse = button(self.tr("不通过"))
        self.reason = QLineEdit()
        self.reason.setAccessibleName(self.tr("理由"))
        self.retract = button("", "danger")
        self.retract_text = Words(theme, tone="muted", size=Size.SMALL)
        self.why_not = Words(theme, tone="urgent", size=Size.SMALL)
        self._arrange(theme)
        self._wire()
        self.draw_theme(theme)

    def _arrange(self, theme: Theme) -> None:
        px = theme.px
        top = QHBoxLayout()
        top.addWidget(self.pick, 1)
        narrow = QHBoxLayout()
        narrow.addWidget(self.filter, 1)
        for one in (self.climb, self.chase, self.again):
            narrow.addWidget(one)
        self._rungs = QWidget()
        rungs = QHBoxLayout(self._rungs)
        rungs.setContentsMargins(0, 0, 0, 0)
        rungs.addWidget(self.rungs_words)
        rungs.addWidget(self.rungs, 1)
        self._tables = QStackedWidget()
        for table in (self.table, self.dead):
            self._tables.addWidget(table)
        self._notes = QWidget()
        notes = QHBoxLayout(self._notes)
        notes.setContentsMargins(0, 0, 0, 0)
        notes.addWidget(self.channel)
        notes.addWidget(self.note, 1)
        for one in self.outcomes.values():
            notes.addWidget(one)
        self._last = QWidget()
        last = QHBoxLayout(self._last)
        last.setContentsMargins(0, 0, 0, 0)
        last.addWidget(self.approver, 2)
        last.addWidget(self.reason, 2)
        last.addWidget(self.refuse)
        last.addWidget(self.approve)
        last.addWidget(self.retract)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setSpacing(px(6))
        above = (top, self.head, self.text, narrow, self._rungs, self._tables)
        for item in (*above, self._notes, rule(), self.retract_text, self._last):
            column.addWidget(item) if isinstance(item, QWidget) else column.addLayout(item)
        column.addWidget(self.why_not)
        column.setStretchFactor(self._tables, 1)
        self.panel.set_body(body)
        column.setContentsMargins(px(12), px(8), px(12), px(12))

    def _wire(self) -> None:
        self.pick.picked.connect(self.open_for)
        self.filter.chosen.connect(lambda _: self._turn())
        self.rungs.chosen.connect(lambda _: self._fill())
        self.dead.chosen.connect(lambda _: self._look())
        self.dead.clicked.connect(self._dead_clicked)
        self.again.clicked.connect(self._send_again)
        self.climb.clicked.connect(self._climb)
        self.table.chosen.connect(lambda _: self._look())
        self.table.opened.connect(self._open_person)
        self.chase.clicked.connect(self._chase)
        for outcome, one in self.outcomes.items():
            one.clicked.connect(lambda _=False, what=outcome: self._note(what))
        self.approve.clicked.connect(self._approve)
        self.refuse.clicked.connect(self._refuse)
        self.retract.clicked.connect(self._retract)
        for changed in (self.approver.changed, self.reason.textChanged):
            changed.connect(lambda *_: self._look())

    # what the owner says

    def open_for(self, push: str = "") -> None:
        """Show a push, the newest when none is named."""
        now = self.now
        if now is not None:
            newest = max(now.pushes.values(), key=lambda one: one.sent_at or one.created_at, default=None)
            self._push = push if push in now.pushes else "" if newest is None else newest.id
            self.draw(now, Touched.everything())
        self.bring_up(self.table)

    def show_carriers(self, carriers: Sequence[tuple[str, str]]) -> None:
        """Learn what the carriers of the desk are called: (name, words)."""
        self._names.clear()
        self._names.update(carriers)
        self._fill_dead()

    def show_outbox(self, push: str, lines: Sequence[OutLine]) -> None:
        """Show what of a push did not go out."""
        self._outbox = (push, tuple(line for line in lines if line.state is OutState.DEAD))
        self._fill_dead()

    def on_outbox_changed(self, pushes: Sequence[str]) -> None:
        """Ask anew for the lines of the push at hand when they have changed."""
        if self.isVisible() and self._push in pushes:
            self.outbox_requested.emit(self._push)

    def show_refusal(self, text: str) -> None:
        """Say why a step was refused."""
        self.why_not.say(text, "urgent")

    # drawing

    def draw(self, now: Situation, touched: Touched) -> None:  # noqa: ARG002 - all of it hangs on one push
        """Show the push and its receipts."""
        ordered = sorted(now.pushes.values(), key=lambda one: one.sent_at or one.created_at, reverse=True)
        self.pick.set_choices([(p.id, _said(p)) for p in ordered])
        self.pick.choose(self._push)
        self._push = self.pick.key()
        if self._outbox[0] != self._push:
            self._outbox = (self._push, ())
            self.outbox_requested.emit(self._push)
        push = now.pushes.get(self._push)
        self.table.set_empty_words(self.tr("还没有推送") if push is None else self.tr("这一类没有人"))
        self._fill()
        if push is not None:
            self._head(now, push)
        self._look()

    def draw_time(self, time: datetime) -> None:  # noqa: ARG002 - read from the pane
        """Count down; the rows carry no ages."""
        self._count_down()

    def _head(self, now: Situation, push: Push) -> None:
        by = self.tr("拟稿 {0}").format(step_words.actor(now, push.author))
        if push.approver:
            by += self.tr(" · 复核 {0}").format(step_words.actor(now, push.approver))
        ladder = steps(push.ladder, push.waits_s)
        parts = [by, words.full_time(push.sent_at or push.created_at), ladder, push.audience]
        if push.reason:
            parts.append(self.tr("理由：{0}").format(push.reason))
        self.head.say(" · ".join(part for part in parts if part))
        self.text.say(push.text)
        self.retract_text.say(self.tr("撤回正文：{0}").format(push.retract_text))
        counts = reach(push)
        outcomes = [receipt.outcome for receipt in push.receipts]
        self.filter.set_chips([
            Chip("", self.tr("全部"), counts.total),
            Chip("unreached", self.tr("未叫应"), counts.unreached),
            Chip("waiting", self.tr("待叫应"), outcomes.count(Outcome.WAITING)),
            Chip("delivered", self.tr("已送达"), outcomes.count(Outcome.DELIVERED)),
            Chip("answered", self.tr("已回应"), counts.answered),
            *self._dead_chip(),
        ])  # fmt: skip
        self._count_down()
        rungs = [(rung.value, words.channel(rung)) for rung in push.ladder]
        self.channel.set_choices([("", self.tr("按各人当前一级")), *rungs])
        self.approver.show_users(now, push.author)

    def _dead_chip(self) -> list[Chip]:
        dead = [line for line in self._outbox[1] if line.error not in EXPECTED]
        return [Chip("dead", self.tr("未送出"), len(self._outbox[1]), len(dead))] if self._outbox[1] else []

    def _count_down(self) -> None:
        """How many stand on each rung without an answer, and when the first of them climbs."""
        push = None if self.now is None else self.now.pushes.get(self._push)
        chips = [] if push is None else rung_chips(push, self.time)
        self.rungs.set_chips(chips)
        self._rungs.setVisible(bool(chips))

    def _fill_dead(self) -> None:
        now, push = self.now, None if self.now is None else self.now.pushes.get(self._push)
        self.dead.set_rows(dead_rows(self._outbox[1]))
        if now is not None and push is not None:
            self._head(now, push)
        self._turn()

    def _turn(self) -> None:
        """Turn between people and dead letters."""
        self._tables.setCurrentIndex(int("dead" in self.filter.chosen_keys()))
        self._fill()
        self._look()

    def _fill(self) -> None:
        push = None if self.now is None else self.now.pushes.get(self._push)
        if push is None or self.now is None:
            self.table.set_rows([])
            return
        group = (self.filter.chosen_keys() or ("",))[0]
        if group != "dead":
            self.table.set_rows(self._rows.rows(self.now, push, group, self.rungs.chosen_keys()))

    def _look(self) -> None:
        push = None if self.now is None else self.now.pushes.get(self._push)
        state = None if push is None else push.state
        draft, sent = state is PushState.DRAFT, state is PushState.SENT
        chosen = len(self._people())
        self._notes.setVisible(state in (PushState.SENT, PushState.RETRACTED))
        for outcome, one in self.outcomes.items():
            said = words.outcome(outcome)
            one.setText(self.tr("{0} {1} 人").format(said, chosen) if chosen else said)
            one.setEnabled(chosen > 0)
        open_ = self._to_chase()
        letters = self._tables.currentIndex() == 1
        self._notes.setVisible(self._notes.isVisibleTo(self) and not letters)
        dead = self._to_send_again()
        self.again.setVisible(letters and bool(dead))
        self.again.setText(self.tr("重发 {0} 条").format(len(dead)))
        climbers = () if push is None else self._to_climb(push)
        self.climb.setVisible(sent and bool(climbers) and not letters)
        self.climb.setText(self.tr("{0} 人转下一级").format(len(climbers)))
        self.chase.setVisible(sent and bool(open_) and not letters)
        self.chase.setText(self.tr("电话追叫 {0} 人").format(len(open_)))
        self._last.setVisible(draft or sent)
        for widget in (self.approver, self.approve, self.refuse):
            widget.setVisible(draft)
        self.retract.setVisible(sent)
        if push is None:
            for label in (self.head, self.text, self.retract_text, self.why_not):
                label.say("")
            return
        self.reason.setPlaceholderText(self.tr("不通过的理由") if draft else self.tr("撤回的理由"))
        self.approve.setText(self.tr("发送给 {0} 人").format(len(push.recipients)))
        self.retract.setText(self.tr("撤回“{0}”").format(phrases.registered(push.title)))
        reasoned = bool(self.reason.text().strip())
        self.refuse.setEnabled(reasoned)
        self.retract.setEnabled(reasoned)
        trouble = self.approver.trouble() if draft else ""
        if draft and self.preview is not None:
            trouble = self.tr("推演中不外发：回到实况后再发送")
        self.approve.setEnabled(draft and not trouble)
        self.why_not.say(trouble, "muted")

    def draw_preview(self, now: Situation, preview: object) -> None:  # noqa: ARG002 - only whether there is one
        """Nothing leaves in a what-if."""
        self._look()

    # what was asked

    def _people(self) -> tuple[str, ...]:
        return tuple(str(row_id) for row_id in self.table.chosen_ids())

    def _to_chase(self) -> Sequence[str]:
        """Those who have not answered: the chosen ones among them, otherwise all who were missed, otherwise all."""
        push = None if self.now is None else self.now.pushes.get(self._push)
        if push is None:
            return ()
        silent = [receipt for receipt in push.receipts if not receipt.outcome.reached]
        picked = set(self._people())
        chosen = [receipt.person for receipt in silent if receipt.person in picked]
        missed = [receipt.person for receipt in silent if receipt.outcome in GROUPS["unreached"]]
        return chosen or missed or [receipt.person for receipt in silent]

    def _to_climb(self, push: Push) -> Sequence[str]:
        """Those to chase who are not on the last rung yet."""
        wanted, last = set(self._to_chase()), len(push.ladder) - 1
        return [one.person for one in push.receipts if one.person in wanted and one.rung < last]

    def _chase(self) -> None:
        if self._to_chase():
            self.call_requested.emit(list(self._to_chase()), self._push)

    def _to_send_again(self) -> list[str]:
        """Lines of the dead letters chosen, of all when none is; an exercise goes nowhere however often it is tried."""
        rows = [row for row in self.dead_model.rows() if row.again]
        chosen = [row for row in rows if row.lines in self.dead.chosen_ids()]
        return [line for row in chosen or rows for line in row.lines]

    def _dead_clicked(self, index: QModelIndex) -> None:
        row = self.dead_model.row(index.row())
        if row.again and self.dead_model.columns[index.column()].key == "again":
            self.send_again_requested.emit(list(row.lines))

    def _send_again(self) -> None:
        if lines := self._to_send_again():
            self.send_again_requested.emit(lines)

    def _climb(self) -> None:
        """Let those who have not answered climb at once, each from the rung that is theirs."""
        push = None if self.now is None else self.now.pushes.get(self._push)
        if push is not None:
            for body in notes_for(push, self._to_climb(push), Outcome.NO_ANSWER):
                self.step_requested.emit(body, "")

    def _note(self, outcome: Outcome) -> None:
        """Note one outcome for all chosen; without a channel named, each on the rung that is theirs now."""
        push = None if self.now is None else self.now.pushes.get(self._push)
        people = self._people()
        if push is None or not people:
            return
        for body in notes_for(push, people, outcome, self.channel.key(), self.note.text().strip()):
            self.step_requested.emit(body, "")
        self.note.clear()

    def _approve(self) -> None:
        approver = self.approver.take()
        if approver:
            self.step_requested.emit(PushApproved(self._push, approver), "")
        else:
            self.why_not.say(self.tr("口令不对，未发出"), "urgent")

    def _refuse(self) -> None:
        self.step_requested.emit(PushRefused(self._push, self.reason.text().strip()), "")
        self.reason.clear()

    def _retract(self) -> None:
        self.step_requested.emit(PushRetracted(self._push, self.reason.text().strip()), "")
        self.reason.clear()

    def _open_person(self, row_id: object) -> None:
        found = None if self.now is None else contact(self.now, str(row_id))
        if found is not None:
            self.selection_requested.emit(Selection(found.register, found.id))


def _said(push: Push) -> str:
    title, state = phrases.registered(push.title), words.push_state(push.state)
    return f"{words.date_clock(push.sent_at or push.created_at)} {title} · {state}"
