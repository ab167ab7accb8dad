"""交接班: what is open and what changed are gathered by the desk, two people sign, and the record is locked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import ClassVar
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from data.model.office import Handover, PaperKind
from data.model.office_steps import HandoverPrepared, HandoverSigned
from data.model.people import User
from data.model.situation import Situation, Touched
from data.rules.handover import Draft, Matter, changes, gather, open_items, shift_began
from views import handover_words, step_words, words
from views.briefing_decision import PinCheck
from views.handover_sign import SignBox
from views.pane import Pane, Selection
from views.parts import Choice, Words, button, page, rule, set_tone, split
from views.resting import Resting
from widgets.line_list import LineList
from widgets.panel import Panel
from widgets.shortcuts import inside
from widgets.theme import Theme, retheme

GATHER_MS = 400
AGAIN = timedelta(minutes=1)
"""After so long on the desk's clock tasks may have run late without any step."""


class HandoverPage(Pane):
    """The tab 交接班.

    Signals:
        before_requested: when the shift began that is to be handed over → `show_before`.
        paper_requested: PaperKind, and the id of the handover.
        quick_requested: the desk is to change hands without a record of it.
        drafts_changed: the texts that are typed and not yet said, by key (`show_drafts` takes them up again).

    """

    before_requested = Signal(object)
    paper_requested = Signal(object, str)
    quick_requested = Signal()
    drafts_changed = Signal(object)

    heeds: ClassVar[Touched] = ~Touched.LOG

    def __init__(self, theme: Theme, pin_check: PinCheck, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(theme, parent)
        self._shown = ""
        self._led: Selection | None = None
        self._before: Situation | None = None
        self._since: datetime | None = None
        self._folded: frozenset[str] = frozenset()
        self._gathered: datetime | None = None
        self.pick = Choice(self.tr("交接班记录"))
        self.state = Words(theme, tone="secondary", wrap=False)
        self.new = button(self.tr("拟交接班(&N)"), "", self.tr("汇总此刻未办结的事，拟一次交接班（Ctrl+N）"))
        self.quick = button(self.tr("只换人"), "quiet", self.tr("不留交接记录，只换席位用户"))
        self.paper = button(self.tr("交接班记录(&P)"), "", self.tr("起草这次交接班的记录（Alt+P）"))
        self.open_panel = Panel(theme, self.tr("未办结"), detachable=False, icon="task")
        self.changed_panel = Panel(theme, self.tr("本班变化"), detachable=False, icon="clock")
        self.open_list, self.changed_list = LineList(theme, tall=False), LineList(theme, tall=False)
        self.sign = SignBox(theme, pin_check)
        self._rest = Resting(self._gather, self, GATHER_MS)
        self._arrange()
        self._wire()
        self.draw_theme(theme)

    def _arrange(self) -> None:
        self.open_list.setAccessibleName(self.tr("未办结"))
        self.changed_list.setAccessibleName(self.tr("本班变化"))
        self.open_list.set_empty_words(self.tr("没有未办结的事"))
        self.open_panel.set_body(self.open_list)
        self.changed_panel.set_body(self.changed_list)
        self.columns = split(self.open_panel, self.changed_panel, self.sign, shares=(42, 25, 33))
        self._head = QHBoxLayout()
        for part in (self.pick, self.state):
            self._head.addWidget(part)
        self._head.addStretch(1)
        for part in (self.quick, self.paper, self.new):
            self._head.addWidget(part)
        self._ground = QWidget()
        outer = QVBoxLayout(self._ground)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._head)
        outer.addWidget(rule())
        outer.addWidget(self.columns, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page(self._ground))

    def _wire(self) -> None:
        self.pick.picked.connect(self.open_handover)
        self.new.clicked.connect(self.open_draft)
        self.quick.clicked.connect(self.quick_requested)
        self.paper.clicked.connect(lambda: self.paper_requested.emit(PaperKind.HANDOVER, self._shown))
        self.open_list.toggled.connect(self._fold)
        self.open_list.picked.connect(self._lead)
        self.sign.signed.connect(self._on_signed)
        self.sign.typed.connect(self._on_typed)
        self.sign.left.connect(self.open_list.setFocus)
        inside(self, "Ctrl+N", self.open_draft)

    # what the owner says

    def show_drafts(self, texts: Mapping[str, str]) -> None:
        """Take up again what was typed before the desk ended; called before anything is shown."""
        self.sign.notes.setPlainText(texts.get("notes", ""))

    def show_before(self, before: Situation) -> None:
        """Take the situation in which the shift began."""
        self._before = before
        self._gather()

    def show_refusal(self, text: str) -> None:
        """Say why a step was refused, where it was asked for."""
        self.sign.show_refusal(text)

    def open_handover(self, identity: str) -> None:
        """Show a handover by its id, a locked one read-only; "" is the one that is being written."""
        self._shown = identity
        if self.now is not None:
            self._draw(self.now)

    def open_draft(self) -> None:
        """Begin to write one, or go on with what is begun."""
        self.open_handover("")
        self.sign.notes.setFocus()

    # drawing

    def draw(self, now: Situation, touched: Touched) -> None:
        """Keep the page true to the situation; what is open is gathered a moment later."""
        if touched & (Touched.OFFICE | Touched.REGISTERS | Touched.USER):
            self._draw(now)
        else:
            self._rest.ask()

    def draw_time(self, time: datetime) -> None:
        """What runs late without a step is looked for each minute."""
        if self._gathered is None or abs(time - self._gathered) >= AGAIN:
            self._rest.ask()

    def draw_selection(self, selection: Selection | None) -> None:
        """Show the handover that is selected, once: whoever goes on to another is not led back."""
        fresh, self._led = selection != self._led, selection
        if fresh and selection is not None and selection.kind == "handover":
            self.open_handover(selection.id)

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        retheme(self._ground, theme)
        self._head.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        self._head.setSpacing(theme.px(8))
        self.pick.setMinimumWidth(theme.px(300))
        self.pick.setMaximumWidth(theme.px(520))

    # inside

    def _handover(self) -> Handover | None:
        return None if self.now is None else self.now.handovers.get(self._shown)

    def _draw(self, now: Situation) -> None:
        ordered = sorted(now.handovers.values(), key=lambda one: (one.at, one.id), reverse=True)
        draft = ("", self.tr("此刻 · 待拟"))
        self.pick.set_choices([draft, *((one.id, handover_words.choice(now, one)) for one in ordered)])
        self.pick.choose(self._shown)
        handover = self._handover()
        self.paper.setVisible(handover is not None)
        self.new.setVisible(handover is not None)
        self.quick.setVisible(handover is None)
        if handover is None:
            self._ask_before(now)
            self.sign.show_draft(now)
        else:
            self.sign.show_handover(now, handover)
        self._gather()

    def _ask_before(self, now: Situation) -> None:
        since = shift_began(now, self._moment(now), words.BEIJING)
        if since != self._since:
            self._since, self._before = since, None
            self.before_requested.emit(since)

    def _gather(self) -> None:
        now = self.now
        if now is None:
            return
        handover = self._handover()
        if handover is not None:
            self._show_kept(now, handover)
            return
        at = self._moment(now)
        self._gathered = self.time
        items = open_items(now, at)
        self.open_list.set_lines(handover_words.lines(now, items, at, self._folded))
        urgent = sum(one.urgent for one in items)
        self._sum_up(len(items), urgent)
        before = self._before
        self.changed_list.set_empty_words(
            self.tr("正在取回本班开始时的情况…") if before is None else self.tr("本班没有变化")
        )
        said_changes = () if before is None else tuple(handover_words.change(one) for one in changes(before, now))
        self.changed_list.set_lines(handover_words.change_lines(said_changes))
        self.state.say("" if self._since is None else handover_words.span(now, self._since, at), "secondary")

    def _sum_up(self, count: int, urgent: int) -> None:
        said = self.tr("{0} 项").format(count)
        if urgent:
            said = self.tr("{0} 项，须立即看 {1} 项").format(count, urgent)
        self.open_panel.set_summary(said if count else "", "state.urgent" if urgent else "text.muted")

    def _show_kept(self, now: Situation, handover: Handover) -> None:
        self.open_list.set_lines(handover_words.kept_lines(handover, self._folded))
        self._sum_up(len(handover.items), handover_words.kept_urgent(handover))
        self.changed_list.set_empty_words(self.tr("本班没有变化"))
        self.changed_list.set_lines(handover_words.change_lines(handover.changes))
        said = handover_words.span(now, handover.since_at, handover.at)
        if handover.locked:
            name = step_words.actor(now, handover.coming)
            said = self.tr("只读 · {0}，{1} 接班").format(said, name)
        self.state.say(said)
        set_tone(self.state, "muted" if handover.locked else "secondary")

    def _moment(self, now: Situation) -> datetime:
        return max(now.at, self.time or now.at)

    def _fold(self, key: object) -> None:
        name = str(key)
        self._folded = self._folded - {name} if name in self._folded else self._folded | {name}
        self._gather()

    def _lead(self, key: object) -> None:
        kind, _, identity = str(key).partition("/")
        if kind == Matter.LEVEL:  # a level is no object that could be selected
            return
        self.selection_requested.emit(Selection(kind, identity))

    def _on_typed(self) -> None:
        self.drafts_changed.emit({"notes": text} if (text := self.sign.notes.toPlainText()) else {})

    def _on_signed(self, user: User, _leaves: bool) -> None:
        """The first signature writes the handover as it is gathered now; nothing of it changes after that."""
        now, handover = self.now, self._handover()
        if now is None:
            return
        if handover is None:
            if self._before is None or self._since is None:
                self.sign.show_refusal(self.tr("本班开始时的情况还在取回，请稍候再签"))
                return
            handover = self._written(now, self._before, self._since)
            self.step_requested.emit(HandoverPrepared(handover), user.id)
            if self.now is None or handover.id not in self.now.handovers:
                return
            self._shown = handover.id
        self.step_requested.emit(HandoverSigned(handover.id, user.id), user.id)
        self._after(handover.id)

    def _written(self, now: Situation, before: Situation, since: datetime) -> Handover:
        leaving, coming = self.sign.persons()
        draft = Draft(f"H-{uuid4().hex[:12]}", leaving, coming, since, self.sign.notes.toPlainText().strip())
        return gather(now, before, self._moment(now), draft, handover_words.wording(now))

    def _after(self, identity: str) -> None:
        now = self.now
        handover = None if now is None else now.handovers.get(identity)
        if now is None or handover is None:
            return
        self.sign.notes.clear()
        self._draw(now)
        if handover.locked:
            name = step_words.actor(now, handover.coming)
            self.message_requested.emit(self.tr("交接班已锁定，{0}在席").format(name))
        elif handover.left_at is None:
            self.sign.leaver.pin.setFocus()
        else:
            self.sign.comer.pin.setFocus()
