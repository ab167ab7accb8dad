"""The card of a key person, grower, household or member of staff: masked until a user with the right says why."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from data.model.people import Right, Staff
from data.model.situation import Situation, Touched
from data.model.steps import PersonUnmasked
from data.rules.contacts import has_phone_page
from data.rules.exposure import Exposure, exposure, flow_at_stake
from data.rules.reckoning import Reckoning
from data.rules.signoff import Preview
from views import clock_card, clock_rows, people_rows, words
from views.card_text import CardView
from views.page_keys import is_escape, takes_escape
from views.pane import Pane, Selection
from views.person_text import Person, person_text, shown_name
from views.where_bar import WhereBar
from widgets.badge import Badge
from widgets.flow_layout import FlowLayout
from widgets.icons import IconSet
from widgets.ink_label import InkLabel
from widgets.theme import Size, Theme

KINDS = frozenset({"growers", "keypeople", "households", "staff"})


class PersonCard(Pane):
    """A card for one person.

    Signals:
        closed: back to the list.
        call_requested: ids of the people to call.
        video_requested: ids to call by video, and about whom ("growers/N001").

    """

    closed = Signal()
    call_requested = Signal(tuple)
    video_requested = Signal(list, str)

    heeds: ClassVar[Touched] = (
        Touched.PEOPLE | Touched.REGISTERS | Touched.RIVER | Touched.USER | Touched.TASKS | Touched.DISPATCH
    ) | Touched.FIELD

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty card."""
        super().__init__(theme, parent)
        self.who: Selection | None = None
        self._minute = 0
        self._open_for = ""  # the user for whom the card is unmasked
        self.back = QToolButton(self)
        self.back.setProperty("kind", "quiet")
        self.back.setToolTip(self.tr("返回清单（Esc）"))
        self.name = InkLabel(theme, size=Size.LARGE, bold=True)
        self.state = Badge(theme)
        self.view = CardView(theme, self)
        self.unmask = QPushButton(self.tr("显示个人信息(&U)…"), self)
        self.unmask.setProperty("kind", "quiet")
        self.place = QPushButton(self.tr("定位(&M)"), self)
        self.call = QPushButton(self.tr("呼叫(&L)"), self)
        self.video = QPushButton(self.tr("视频(&V)"), self)
        self.video.setToolTip(self.tr("视频呼叫已登记手机的人（Alt+V）"))
        self.reason = QLineEdit(self)
        self.reason.setPlaceholderText(self.tr("查看理由（必填，记入日志）"))
        self.reason.setAccessibleName(self.tr("查看理由"))
        self.confirm = QPushButton(self.tr("记录并显示"), self)
        self.confirm.setEnabled(False)
        self._ask = QWidget(self)
        self.bar = WhereBar(theme, framed=False)
        self._arrange(theme)
        self.back.clicked.connect(self.closed)
        self.view.linked.connect(self.selection_requested)
        self.unmask.clicked.connect(self._ask_reason)
        self.reason.textChanged.connect(lambda text: self.confirm.setEnabled(bool(text.strip())))
        self.reason.returnPressed.connect(self._unmask)
        self.confirm.clicked.connect(self._unmask)
        self.place.clicked.connect(self._to_map)
        self.call.clicked.connect(self._call)
        self.video.clicked.connect(self._video)
        self.bar.step_requested.connect(lambda body: self.step_requested.emit(body, ""))
        self.draw_theme(theme)

    def _arrange(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(8), theme.px(4), theme.px(12), 0)
        head.setSpacing(theme.px(6))
        head.addWidget(self.back)
        head.addWidget(self.name, 1)
        head.addWidget(self.state)
        asked = QHBoxLayout(self._ask)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(theme.px(4))
        asked.addWidget(self.reason, 1)
        asked.addWidget(self.confirm)
        self._ask.hide()
        row = QWidget(self)
        tools = FlowLayout(row, theme.px(4))
        tools.addWidget(self.place)
        tools.addWidget(self.call)
        tools.addWidget(self.video)
        tools.addWidget(self.unmask)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(4))
        box.addLayout(head)
        box.addWidget(self.view, 1)
        self.view.add_below(self._ask)
        self.view.add_below(row)
        self.view.add_below(self.bar)

    def show_person(self, who: Selection) -> None:
        """Show somebody; another person is masked again."""
        if who != self.who:
            self._mask()
        self.who = who
        self._draw_all()

    def is_open(self) -> bool:
        """Whether personal data are shown."""
        return bool(self._open_for) and self.now is not None and self._open_for == (self.now.user or "desk")

    def draw(self, now: Situation, touched: Touched) -> None:
        del now, touched
        self._draw_all()

    def draw_preview(self, now: Situation, preview: Preview | None) -> None:
        del now, preview
        self._draw_all()

    def draw_reckoning(self, now: Situation, reckoning: Reckoning | None) -> None:
        del now, reckoning
        self._draw_all()

    def draw_time(self, time: datetime) -> None:
        minute = int(time.timestamp()) // 60
        if minute != self._minute and self.reckoning is not None:
            self._draw_all()
        self._minute = minute

    def draw_theme(self, theme: Theme) -> None:
        self.back.setIcon(IconSet(theme).icon("back"))
        self.unmask.setIcon(IconSet(theme).icon("eye"))
        self.view.set_theme(theme)

    def hideEvent(self, event: QHideEvent) -> None:
        """Mask again when the card is closed."""
        super().hideEvent(event)
        self._mask()

    def event(self, event: QEvent) -> bool:
        """Esc leaves this page rather than the what-if."""
        return takes_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_escape(event):
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _person(self) -> Person | None:
        if self.now is None or self.who is None or self.who.kind not in KINDS:
            return None
        return self.now.registers.of(self.who.kind).get(self.who.id)

    def _clock(self) -> clock_card.Clock | None:
        if self.reckoning is None or self.who is None or not self.reckoning.countdown.knows(self.who.kind, self.who.id):
            return None
        line = self.reckoning.countdown.of(self.who.kind, self.who.id)
        return clock_card.Clock(self.reckoning, line, clock_rows.said_at(self.reckoning, self.time))

    def _exposed(self, now: Situation) -> Exposure:
        return self.preview.exposed if self.preview is not None else exposure(now, flow_at_stake(now))

    def _draw_all(self) -> None:
        person, now = self._person(), self.now
        if person is None or now is None or self.who is None:
            return
        exposed, opened = self._exposed(now), self.is_open()
        self.name.set_text(f"{shown_name(person, open_=opened)}  {person.id}")
        staff = isinstance(person, Staff)
        self.state.setVisible(not staff)
        if not staff:
            row = next(row for row in people_rows.rows_of(now, self.who.kind, (person.id,), exposed))
            self.state.show_words(
                words.whereabouts(row.where), people_rows.mark_of(row), role=people_rows.where_role(row)
            )
        self.view.show_text(person_text(now, person, exposed, self.theme, open_=opened, clock=self._clock()))
        self.unmask.setVisible(self._may(now) and not opened)
        self.place.setVisible(self._where(now, person) is not None)
        self.call.setText(self.tr("呼叫(&L)") if staff else self.tr("呼叫包保干部(&L)"))
        self.call.setVisible(staff or bool(person.contact))
        self.video.setVisible(has_phone_page(now, _callee(person)))
        ids = () if staff or self.preview is not None else (person.id,)
        self.bar.show_people(self.who.kind, ids, {person.id: now.where(self.who.kind, person.id)})

    @staticmethod
    def _may(now: Situation) -> bool:
        user = now.registers.users.get(now.user)
        return not len(now.registers.users) or (user is not None and user.may(Right.UNMASK))

    def _ask_reason(self) -> None:
        self._ask.show()
        self.reason.setFocus()

    def _unmask(self) -> None:
        """Ask for the step first: what is not in the journal is not shown."""
        reason, before = self.reason.text().strip(), self.now
        if self.who is None or not reason:
            return
        self.step_requested.emit(PersonUnmasked(self.who.kind, self.who.id, reason), "")
        if self.now is not before and self.now is not None:
            self._open_for = self.now.user or "desk"
            self._ask.hide()
            self.reason.clear()
            self._draw_all()

    def _mask(self) -> None:
        """Take back what was shown, from the words on the card too, not only from the flag."""
        opened, self._open_for = bool(self._open_for), ""
        self._ask.hide()
        if opened:
            self._draw_all()

    def _where(self, now: Situation, person: Person) -> tuple[float, float] | None:
        lon, lat = getattr(person, "lon", None), getattr(person, "lat", None)
        if lon is not None and lat is not None:
            return lon, lat
        for plot in people_rows.plots_of(now.registers).get(person.id, ()):
            if plot.ring:
                n = len(plot.ring)
                return sum(x for x, _ in plot.ring) / n, sum(y for _, y in plot.ring) / n
        return None

    def _to_map(self) -> None:
        person = self._person()
        at = self._where(self.now, person) if self.now is not None and person is not None else None
        if at is not None:
            self.selection_requested.emit(self.who)
            self.place_requested.emit(*at)

    def _call(self) -> None:
        person = self._person()
        if person is not None:
            self.call_requested.emit((_callee(person),))

    def _video(self) -> None:
        person = self._person()
        if person is not None and self.who is not None:
            self.video_requested.emit([_callee(person)], f"{self.who.kind}/{self.who.id}")


def _callee(person: Person) -> str:
    """Whom one calls about somebody: staff themselves, else their contact."""
    return person.id if isinstance(person, Staff) else person.contact
