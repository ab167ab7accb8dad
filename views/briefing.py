"""会商: a situation is frozen with the ages of its data, talked through, voted on by role, decided and signed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import ClassVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from data.model.agenda import Agenda
from data.model.frozen import Frozen
from data.model.office import Briefing, PaperKind
from data.model.situation import Situation, Touched
from data.model.steps import Realm
from views import briefing_words, step_words, words
from views.briefing_agenda import AgendaColumn
from views.briefing_decision import DecisionBox, PinCheck
from views.briefing_facts import FactsColumn
from views.briefing_new import NewBriefingForm
from views.briefing_poll import PollBox
from views.pane import Pane
from views.parts import Choice, Words, button, page, rule, scrolled, set_tone, split
from widgets.empty_state import EmptyState
from widgets.panel import Panel
from widgets.shortcuts import inside
from widgets.theme import Theme, retheme

COMPARE_MS = 400
"""The live side is compared at most so often: a day of steps a second must not be."""
AGAIN = timedelta(minutes=1)
"""After so long on the desk's clock tasks may have run late without any step."""


class BriefingPage(Pane):
    """The tab 会商.

    Signals:
        open_requested: a NewBriefing; answered by the step that opens it → `show_opened`.
        frozen_requested: id of a briefing whose frozen picture is wanted → `show_frozen`.
        paper_requested: PaperKind, and the id of the briefing it is about.
        call_requested: ids of those to be telephoned because they have not answered.
        drafts_changed: the texts that are typed and not yet said, by key (`show_drafts` takes them up again).

    """

    open_requested = Signal(object)
    frozen_requested = Signal(str)
    paper_requested = Signal(object, str)
    call_requested = Signal(list)
    drafts_changed = Signal(object)

    heeds: ClassVar[Touched] = ~Touched.LOG

    def __init__(self, theme: Theme, pin_check: PinCheck, parent: QWidget | None = None) -> None:
        """Make the page; `pin_check` says whether a PIN is that of a user."""
        super().__init__(theme, parent)
        self._agenda = Agenda()
        self._shown = ""
        self._frozen: dict[str, Frozen] = {}
        self._asked_for: set[str] = set()
        self._compared: datetime | None = None
        self.pick = Choice(self.tr("会商"))
        self.state = Words(theme, tone="secondary", wrap=False)
        self.new = button(self.tr("发起会商(&N)…"), "", self.tr("冻结此刻的情况，开始一次会商（Ctrl+N）"))
        self.minutes = button(self.tr("会商纪要(&M)"), "", self.tr("起草这次会商的纪要（Alt+M）"))
        self.facts = FactsColumn(theme)
        self.agenda = AgendaColumn(theme)
        self.poll = PollBox(theme)
        self.decision = DecisionBox(theme, pin_check)
        self.form = NewBriefingForm(theme)
        self.empty = EmptyState(
            theme,
            self.tr("还没有开过会商"),
            "briefing",
            self.tr("发起会商…"),
            self._promise(Realm.LIVE),
        )
        self._live = QTimer(self)
        self._live.setSingleShot(True)
        self._live.setInterval(COMPARE_MS)
        self._arrange(theme)
        self._wire()
        self.draw_theme(theme)

    def _arrange(self, theme: Theme) -> None:
        self._right = Panel(theme, self.tr("表决与决定"), detachable=False, icon="sign")
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(10))
        column.setSpacing(theme.px(6))
        column.addWidget(self.poll, 1)
        column.addWidget(rule())
        column.addWidget(self.decision)
        self._right.set_body(scrolled(body))  # large type on a small screen: what does not fit is a scroll away
        self.columns: QSplitter = split(self.facts, self.agenda, self._right, shares=(36, 33, 31))
        self._places = QStackedWidget()
        around = QWidget()
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.form, 8)
        middle.addStretch(1)
        upper = QVBoxLayout(around)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.addLayout(middle, 100)
        upper.addStretch(1)
        for place in (self.empty, self.columns, around):
            self._places.addWidget(place)
        self._head = QHBoxLayout()
        self._head.addWidget(self.pick)
        self._head.addWidget(self.state)
        self._head.addStretch(1)
        self._head.addWidget(self.minutes)
        self._head.addWidget(self.new)
        self._ground = QWidget()
        outer = QVBoxLayout(self._ground)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._head)
        outer.addWidget(rule())
        outer.addWidget(self._places, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page(self._ground))

    def _wire(self) -> None:
        self.pick.picked.connect(self.open_briefing)
        self.new.clicked.connect(self.open_form)
        self.empty.acted.connect(self.open_form)
        self.minutes.clicked.connect(self._ask_minutes)
        self.form.asked.connect(self.open_requested)
        self.form.put_away.connect(self._leave_form)
        self.facts.picked.connect(self.selection_requested)
        for said in (self.agenda.told, self.poll.answered):
            said.connect(lambda body: self.step_requested.emit(body, ""))
        self.decision.step_requested.connect(self.step_requested)
        self.decision.ended.connect(self._on_ended)
        for part in (self.form, self.poll, self.decision):
            part.typed.connect(self._on_typed)
        self.poll.call_requested.connect(self.call_requested)
        self._live.timeout.connect(self._compare)
        inside(self, "Ctrl+N", self.open_form)

    # what the owner says

    def show_agenda(self, agenda: Agenda) -> None:
        """Take the table of questions and motions."""
        self._agenda = agenda
        self.form.show_agenda(agenda)

    def show_drafts(self, texts: Mapping[str, str]) -> None:
        """Take up again what was typed before the desk ended; called before anything is shown."""
        for part in (self.form, self.poll, self.decision):
            part.show_drafts(texts)

    def show_frozen(self, briefing: str, frozen: Frozen) -> None:
        """Show the picture of a briefing as it was frozen."""
        self._frozen = {key: held for key, held in self._frozen.items() if key == self._shown} | {briefing: frozen}
        self._asked_for.discard(briefing)
        if briefing == self._shown:
            self.facts.show_frozen(frozen)
            self._compare()

    def show_opened(self, briefing: str) -> None:
        """Show a briefing that has just begun; the form begins anew."""
        self.form.clear()
        self.open_briefing(briefing)

    def show_refusal(self, text: str) -> None:
        """Say why a step was refused, where it was asked for."""
        if self._places.currentIndex() == 2:
            self.form.show_refusal(text)
        else:
            self.decision.show_refusal(text)

    def open_briefing(self, briefing: str) -> None:
        """Show a briefing by its id, a past one read-only."""
        self._shown = briefing
        if self.now is not None:
            self._places.setCurrentIndex(1)
            self._draw_briefing(self.now)

    def open_form(self) -> None:
        """Show the form for a new briefing, as it was left."""
        if self.now is not None:
            self.form.show_situation(self.now, self.time)
        self._places.setCurrentIndex(2)
        self._look(None)
        self.form.motion.setFocus()

    def write_down(self) -> None:
        """Write down what is typed into the agenda; called before the desk closes."""
        self.agenda.write_down()

    # drawing

    def draw(self, now: Situation, touched: Touched) -> None:
        """Keep briefing and comparison true to the situation."""
        self.empty.show_words(self.tr("还没有开过会商"), self.tr("发起会商…"), self._promise(now.realm))
        if self.time is not None:
            self._tell_time(self.time)
        if touched & (Touched.OFFICE | Touched.REGISTERS | Touched.USER):
            self._draw_briefing(now)
        elif not self._live.isActive():
            self._live.start()
        if self._places.currentIndex() == 2:
            self.form.show_situation(now, self.time)

    def draw_time(self, time: datetime) -> None:
        """Ages since the freezing; what runs late without a step is looked for each minute."""
        self._tell_time(time)
        if self._places.currentIndex() == 2:
            self.form.show_time(time)
        briefing = self._briefing()
        if briefing is not None:
            self.facts.show_stamp(briefing, time)
        if (self._compared is None or abs(time - self._compared) >= AGAIN) and not self._live.isActive():
            self._live.start()

    def _tell_time(self, time: datetime) -> None:
        self.poll.show_time(time)
        self.decision.show_time(time)

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        retheme(self._ground, theme)
        self._head.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        self._head.setSpacing(theme.px(8))
        self.pick.setMinimumWidth(theme.px(300))
        self.pick.setMaximumWidth(theme.px(520))

    # inside

    def _promise(self, realm: Realm) -> str:
        if realm is Realm.DRILL:
            return self.tr("发起即冻结演练此刻的水情、预警、任务、险情和缺口，演练照常进行。")
        return self.tr("发起即冻结此刻的水情、预警、任务、险情和缺口，实况照常进行。")

    def _briefing(self) -> Briefing | None:
        return None if self.now is None else self.now.briefings.get(self._shown)

    def _draw_briefing(self, now: Situation) -> None:
        ordered = sorted(now.briefings.values(), key=lambda one: (one.closed_at is None, one.frozen_at), reverse=True)
        self.pick.set_choices([(one.id, briefing_words.choice(one)) for one in ordered])
        if self._shown not in now.briefings and ordered:
            self._shown = ordered[0].id
        self.pick.choose(self._shown)
        briefing = self._briefing()
        if briefing is None:
            if self._places.currentIndex() != 2:
                self._places.setCurrentIndex(0)
            self._look(None)
            return
        if self._places.currentIndex() != 2:  # nobody is thrown out of the form by what others do
            self._places.setCurrentIndex(1)
        self._look(briefing)
        self.facts.show_frozen(self._frozen.get(briefing.id))
        self.facts.show_stamp(briefing, self.time)
        self.agenda.show_briefing(now, briefing, self._agenda)
        self.poll.show_briefing(now, briefing)
        self.decision.show_briefing(now, briefing)
        if briefing.id not in self._frozen and briefing.id not in self._asked_for:
            self._asked_for.add(briefing.id)
            self.frozen_requested.emit(briefing.id)
        self._compare()

    def _look(self, briefing: Briefing | None) -> None:
        """What the head says and offers."""
        form = self._places.currentIndex() == 2
        self.pick.setVisible(self.pick.count() > 0)
        self.new.setVisible(not form and self.pick.count() > 0)
        self.minutes.setVisible(briefing is not None and briefing.closed_at is not None)
        if briefing is None:
            self.state.say("")
            return
        called = self.tr("{0} 发起").format(self._name(briefing.called_by))
        past = briefing.closed_at is not None
        said = self.tr("只读 · {0}") if past else "{0}"
        self.state.say(said.format(f"{called} · {words.level(briefing.level)} · {words.flow(briefing.flow_m3s)} m³/s"))
        set_tone(self.state, "muted" if past else "secondary")

    def _name(self, user: str) -> str:
        return "" if self.now is None else step_words.actor(self.now, user)

    def _compare(self) -> None:
        briefing = self._briefing()
        if briefing is None or self.time is None or self._places.currentIndex() != 1:
            return
        self._compared = self.time
        self.facts.show_live(None if briefing.closed_at is not None else self.now, self.time)

    def _on_typed(self) -> None:
        """Tell what is typed; of briefings that are decided nothing is kept any more."""
        now = self.now
        over = {one.id for one in now.briefings.values() if one.decided is not None} if now is not None else set[str]()
        texts = self.form.drafts() | self.poll.drafts() | self.decision.drafts()
        self.drafts_changed.emit({key: text for key, text in texts.items() if key.partition("/")[0] not in over})

    def _leave_form(self) -> None:
        self._places.setCurrentIndex(0)
        if self.now is not None:
            self._draw_briefing(self.now)

    def _on_ended(self) -> None:
        """Minutes are wanted once it is closed; a refused end wants none."""
        briefing = self._briefing()
        if briefing is not None and briefing.closed_at is not None:
            self._ask_minutes()

    def _ask_minutes(self) -> None:
        self.paper_requested.emit(PaperKind.MINUTES, self._shown)
