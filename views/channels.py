"""System · 发送渠道: the outward channels, how each stands, its settings, what would go out, and the outbox."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QMessageBox, QStackedWidget, QVBoxLayout, QWidget

from data.gateway.channels.catalogue import KINDS, Fault, Setup, Trial
from data.gateway.channels.standing import Standing, Tally
from data.gateway.dry_run import Going
from data.model.dispatch import Outcome
from data.model.outbox import OutLine
from data.model.people import Right
from data.model.situation import Situation
from data.model.steps import Realm
from data.rules.channels import Delivery
from views import channels_words
from views.channel_form import ChannelForm
from views.channel_trial import TrialBox
from views.channels_rows import (
    ChannelRow,
    OutRow,
    channel_columns,
    last,
    out_columns,
    out_rows,
    state,
    state_tone,
    title,
)
from views.parts import Words, boxed, button, page, row, rule, split
from views.parts import column as column_of
from widgets.data_table import DataTable
from widgets.rows_model import RowsModel
from widgets.theme import Size, Theme

FRESH = ""


class ChannelsTab(QWidget):
    """The tab. It changes nothing itself.

    Signals:
        keep_requested: a Setup, and by field a new secret or None to forget one.
        remove_requested: name of a channel.
        dry_run_requested: name of a channel; answered by `show_goings`.
        test_requested: name of a channel, address; answered by `show_test`.
        outbox_requested: the tab is seen and wants `show_outbox`.
        send_again_requested: ids of lines of the outbox.

    """

    keep_requested = Signal(object, object)
    remove_requested = Signal(str)
    dry_run_requested = Signal(str)
    test_requested = Signal(str, str)
    outbox_requested = Signal()
    send_again_requested = Signal(list)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._now: Situation | None = None
        self._time: datetime | None = None
        self._may, self._live = True, True
        self._shared = False  # the room between the two sides, which the operator may change afterwards
        self._standings: dict[str, Standing] = {}
        self._tallies: Mapping[str, Tally] = {}
        self._lines: tuple[OutLine, ...] = ()
        self._names: dict[str, str] = {}
        self._chosen = ""
        self._coming = ""  # name of a new channel that is being saved
        self.model: RowsModel[ChannelRow] = RowsModel(channel_columns(), lambda one: one.id, self)
        self.table = DataTable(theme, self.model)
        self.table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self.table.set_empty_words(self.tr("还没有发送渠道；推送只能由席位、手机页面、电话、大喇叭和上门送达"))
        self.out_model: RowsModel[OutRow] = RowsModel(
            out_columns(self._names, lambda: self._time), lambda one: one.key, self
        )
        self.outbox = DataTable(theme, self.out_model)
        self.outbox.set_empty_words(self.tr("发件箱里没有待发的，也没有未送出的"))
        self.add = button(self.tr("添加渠道(&N)"))
        self.remove = button("", "quiet")
        self.faults = Words(theme, size=Size.SMALL, tone="attention")
        self.about_out = Words(theme, bold=True, wrap=False)
        self.again = button("", "primary", self.tr("把未送出的再发一次；已应答的人不再打扰"))
        self.forms: dict[str, ChannelForm] = {}
        self.stack = QStackedWidget()
        self.nothing = Words(theme, self.tr("选一个渠道查看设置，或添加渠道"), tone="muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack.addWidget(self.nothing)
        self.trial = TrialBox(theme)
        self.heading = Words(theme, bold=True, wrap=False)
        self.stands = Words(theme, size=Size.SMALL)
        self._arrange(theme)
        self._wire()
        self._look()

    def _arrange(self, theme: Theme) -> None:
        menu = QMenu(self)
        for kind in KINDS:
            menu.addAction(channels_words.kind(kind)).triggered.connect(lambda _=False, chosen=kind: self.begin(chosen))
        self.add.setMenu(menu)
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
        head = boxed(theme, row(theme, self.add, self.remove, None), (16, 10, 16, 8))
        wrong = boxed(theme, row(theme, self.faults), (16, 0, 16, 6))
        self._wrong = wrong
        below = boxed(theme, row(theme, self.about_out, None, self.again), (16, 8, 16, 6))
        for widget in (head, wrong, self.table, rule(), below, self.outbox):
            column.addWidget(widget, {id(self.table): 3, id(self.outbox): 2}.get(id(widget), 0))
        beside = QVBoxLayout(right)
        self._heading = boxed(theme, column_of(theme, self.heading, self.stands, gap=2), (16, 10, 16, 0))
        for widget in (self._heading, self.stack, rule(), self.trial):
            beside.addWidget(widget, 1 if widget is self.stack else 0)
        for layout in (column, beside):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._split = split(page(left), page(right), shares=(3, 2))
        outer.addWidget(self._split)

    def _wire(self) -> None:
        self.table.chosen.connect(self._pick)
        self.outbox.chosen.connect(lambda _: self._look())
        self.remove.clicked.connect(self._ask_remove)
        self.again.clicked.connect(self._send_again)
        self.trial.dry_run_requested.connect(lambda: self.dry_run_requested.emit(self._chosen))
        self.trial.test_requested.connect(lambda address: self.test_requested.emit(self._chosen, address))

    # in

    def show_situation(self, now: Situation) -> None:
        """Show for this situation: who may configure, and what pushes and people are called."""
        self._now = now
        user = now.registers.users.get(now.user)
        self._may = user is None or user.may(Right.CONFIGURE)
        self._live = now.realm is Realm.LIVE
        for form in self.forms.values():
            form.show_rights(may=self._may)
        self._fill_outbox()
        self._look()

    def show_time(self, time: datetime) -> None:
        """Bring ages up to date."""
        self._time = time
        if self.isVisible():
            self._fill()

    def show_standings(self, standings: Sequence[Standing], faults: Sequence[Fault]) -> None:
        """Show the channels, and what is wrong with their file."""
        self._standings = {one.name: one for one in standings}
        self._names.clear()
        self._names.update({one.name: title(one) for one in standings})
        told = [one for one in faults if one.name not in self._standings or one.why == "twice"]
        lines = [channels_words.fault(one) for one in told]
        if told:
            lines.append(self.tr("保存时，原文件另存在旁边。"))
        self.faults.say("；".join(lines))
        self._wrong.setVisible(bool(told))
        for name in [name for name in self.forms if name != FRESH and name not in self._standings]:
            self._drop(name)
        for name, form in self.forms.items():
            if name in self._standings:
                form.show_standing(self._standings[name])
        self._fill()
        if self._coming in self._standings:
            coming, self._coming = self._coming, ""
            self._drop(FRESH)
            self.choose(coming)
        elif self._chosen in self._standings and self._chosen not in self.forms:
            self.choose(self._chosen)
        elif self._chosen not in self._standings and FRESH not in self.forms:
            self.choose(next(iter(self._standings), ""))
        self._fill_outbox()
        self._look()

    def show_outbox(self, lines: Sequence[OutLine], tallies: Mapping[str, Tally]) -> None:
        """Show what waits and what did not go out, and today's counts by channel."""
        self._lines, self._tallies = tuple(lines), tallies
        self._fill()
        self._fill_outbox()
        self._look()

    def show_goings(self, name: str, goings: Sequence[Going], about: str) -> None:
        """Show what would go out by a channel."""
        if name == self._chosen:
            self.trial.show_goings([one for one in goings if one.carrier == name], about)

    def show_test(self, name: str, found: tuple[Delivery, ...] | str) -> None:
        """Show what came of a test."""
        if name != self._chosen:
            return
        if isinstance(found, str):
            self.trial.say(self.tr("没有发送：{0}").format(channels_words.detail(found)), "attention")
            return
        failed = [one for one in found if one.outcome is Outcome.FAILED]
        if failed:
            self.trial.say(self.tr("测试失败：{0}").format(channels_words.detail(failed[0].detail)), "urgent")
        else:
            detail = next((one.detail for one in found if one.detail), "")
            told = channels_words.detail(detail) if detail else self.tr("对方已接收")
            self.trial.say(self.tr("测试已发出：{0}").format(told), "")

    def show_failed(self, code: str, said: str) -> None:
        """Say that settings could not be read or written; drafts stay."""
        told = self.tr("没有保存：{0} {1}").format(channels_words.why(code), said).strip()
        self._coming = ""
        form = self.forms.get(self._chosen)
        if form is not None:
            form.show_failed(told)
        self.faults.say(told, "urgent")
        self._wrong.show()

    # what is done here

    def begin(self, kind: str) -> None:
        """Begin a new channel of a kind; a draft of another new one gives way only when it is of another kind."""
        held = self.forms.get(FRESH)
        if held is None or held.setup.kind != kind:
            self._drop(FRESH)
            name, turn = kind.partition("_")[0], 2
            while name in self._standings:
                name, turn = f"{kind.partition('_')[0]}-{turn}", turn + 1
            form = self._form(FRESH, Setup(name, kind, channels_words.kind(kind)), fresh=True)
        else:
            form = held
        self._chosen = FRESH
        self.table.choose([])
        self.stack.setCurrentWidget(form)
        form.title.setFocus()
        self._look()

    def choose(self, name: str) -> None:
        """Choose a channel, "" for none."""
        self._chosen = name
        self.table.choose([name])
        standing = self._standings.get(name)
        if standing is None:
            self.stack.setCurrentWidget(self.forms.get(FRESH, self.nothing))
        else:
            form = self.forms.get(name) or self._form(name, standing.setup)
            form.show_standing(standing)
            self.stack.setCurrentWidget(form)
        self.trial.clear()
        self._look()

    def _form(self, key: str, setup: Setup, *, fresh: bool = False) -> ChannelForm:
        form = ChannelForm(self._theme, setup, fresh=fresh)
        form.show_rights(may=self._may)
        form.keep_requested.connect(self._keep)
        self.forms[key] = form
        self.stack.addWidget(form)
        return form

    def _drop(self, key: str) -> None:
        form = self.forms.pop(key, None)
        if form is not None:
            self.stack.removeWidget(form)
            form.deleteLater()

    def _keep(self, setup: Setup, secrets: Mapping[str, str | None]) -> None:
        form = self.forms.get(self._chosen)
        if self._chosen == FRESH and setup.name in self._standings and form is not None:
            form.show_failed(self.tr("代号“{0}”已经有了").format(setup.name))
            return
        if self._chosen == FRESH:
            self._coming = setup.name
        self.keep_requested.emit(setup, secrets)

    def _ask_remove(self) -> None:
        standing = self._standings.get(self._chosen)
        if standing is None:
            return
        asked = QMessageBox(self)
        asked.setIcon(QMessageBox.Icon.Warning)
        asked.setWindowTitle(self.tr("移除渠道"))
        asked.setText(self.tr("移除“{0}”，并忘记它的密钥。待发的推送将不再走这个渠道。").format(title(standing)))
        remove = asked.addButton(self.tr("移除"), QMessageBox.ButtonRole.DestructiveRole)
        keep = asked.addButton(self.tr("保留"), QMessageBox.ButtonRole.RejectRole)
        asked.setDefaultButton(keep)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = standing.name
        remove.clicked.connect(lambda: self.remove_requested.emit(name))
        asked.open()

    def _pick(self, ids: tuple[str, ...]) -> None:
        if ids and ids[0] != self._chosen:
            self.choose(str(ids[0]))

    def _to_send_again(self) -> list[str]:
        rows = [one for one in self.out_model.rows() if one.again]
        chosen = set(self.outbox.chosen_ids())
        picked = [one for one in rows if one.key in chosen]
        return [line for one in picked or rows for line in one.lines]

    def _send_again(self) -> None:
        if lines := self._to_send_again():
            self.send_again_requested.emit(lines)

    def _fill(self) -> None:
        held = [replace(one, tally=self._tallies.get(one.name, Tally())) for one in self._standings.values()]
        self.table.set_rows([ChannelRow(one, self._time) for one in held])

    def _fill_outbox(self) -> None:
        self.outbox.set_rows(out_rows(self._now, self._lines))

    def _look(self) -> None:
        standing = self._standings.get(self._chosen)
        self.remove.setVisible(standing is not None)
        self.remove.setText(self.tr("移除“{0}”…").format(title(standing)) if standing is not None else "")
        for widget in (self.add, self.remove):
            widget.setEnabled(self._may)
        dead = sum(len(one.lines) for one in self.out_model.rows() if one.dead)
        waiting = sum(len(one.lines) for one in self.out_model.rows() if not one.dead)
        self.about_out.say(self.tr("发件箱 · 待发 {0} · 未送出 {1}").format(f"{waiting:,}", f"{dead:,}"))
        again = self._to_send_again()
        self.again.setVisible(bool(again))
        self.again.setText(self.tr("重发 {0} 条").format(f"{len(again):,}"))
        self.trial.setVisible(standing is not None)
        self._say_heading(standing)
        if standing is not None:
            kind = KINDS.get(standing.setup.kind)
            trial = Trial.NONE if kind is None else kind.trial
            self.trial.show_channel(standing.setup.kind, trial, ready=standing.ready, live=self._live, may=self._may)

    def _say_heading(self, standing: Standing | None) -> None:
        """What is chosen and how it stands, in full: the list has little room."""
        fresh = self.forms.get(FRESH)
        self._heading.setVisible(standing is not None or fresh is not None)
        if standing is not None:
            shown = ChannelRow(standing, self._time)
            self.heading.say(channels_words.kind(standing.setup.kind))
            past = last(shown) if standing.past.bad else ""
            self.stands.say(" · ".join(one for one in (state(shown), past) if one), state_tone(shown))
        elif fresh is not None:
            self.heading.say(self.tr("新渠道：{0}").format(channels_words.kind(fresh.setup.kind)))
            self.stands.say("")

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the outbox, and let ages be of now."""
        super().showEvent(event)
        if not self._shared:
            self._shared = True
            self._split.setSizes([self.width() * 3 // 5, self.width() * 2 // 5])
        self._fill()
        self.outbox_requested.emit()

    def set_theme(self, theme: Theme) -> None:
        """Forms made from now on look so; what is there is told by the owner."""
        self._theme = theme
