"""Phones that wait to be let in: cards in the tab, and a line over any workspace that takes neither focus nor clicks
that were meant for what lay there before.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from data.gateway.ports import EnrolmentAsked
from data.model.field import PhoneRole
from data.model.situation import Situation, Touched
from views import phones_words, phrases, step_words
from views.pane import Pane
from views.parts import Words, button, column, row, scrolled
from widgets.badge import Badge
from widgets.ink_label import InkLabel
from widgets.marks import Mark, Shape
from widgets.theme import Size, Theme, retheme

CARD_PX = 50
MOST_SEEN = 4
"""Cards above the list of phones; further ones are scrolled to, the list keeps its room."""
CAREFUL_MS = 800
"""For so long a line that has just come up takes no click."""


class WaitingCard(QWidget):
    """One phone that waits: whose, what it calls itself, the number to compare, yes or no.

    Signals:
        confirmed, refused: id of the invitation.

    """

    confirmed = Signal(str)
    refused = Signal(str)

    def __init__(
        self, theme: Theme, *, wide: bool = False, tall: bool = False, parent: QWidget | None = None
    ) -> None:  # fmt: skip
        """Make an empty card for a list; a wide one stands alone and takes no focus, a tall one in a column."""
        super().__init__(parent)
        self.asked: EnrolmentAsked | None = None
        self._alone = wide or tall
        self.number = InkLabel(theme, size=Size.FIGURE if wide else Size.HERO, bold=True, hug=True)
        lines = 0 if tall else 1
        self.who = InkLabel(theme, bold=True, lines=lines, hug=wide)
        self.how = InkLabel(theme, role="text.muted", size=Size.SMALL, lines=lines, hug=wide)
        self.yes = button(self.tr("确认登记"), "primary", self.tr("手机上显示的也是这四位数字"))
        self.no = button(self.tr("拒绝"), "", self.tr("不认识这部手机，或数字不一致"))
        for one in (self.yes, self.no):
            one.setFocusPolicy(Qt.FocusPolicy.TabFocus if wide else Qt.FocusPolicy.StrongFocus)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.who)
        texts.addWidget(self.how)
        line = QVBoxLayout(self) if tall else QHBoxLayout(self)
        line.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        line.setSpacing(theme.px(8 if tall else 12))
        acts = row(theme, self.yes, self.no, *((None,) if tall else ()), gap=12)
        line.addWidget(self.number)
        line.addLayout(texts, 0 if tall else 1)
        line.addLayout(acts)
        self.yes.clicked.connect(lambda: self.confirmed.emit(self._pending()))
        self.no.clicked.connect(lambda: self.refused.emit(self._pending()))

    def show_phone(self, asked: EnrolmentAsked, person: str) -> None:
        """Show a phone."""
        self.asked = asked
        self.number.set_text(asked.number)
        self.number.setAccessibleName(self.tr("配对号 {0}").format(" ".join(asked.number)))
        role = phones_words.role(PhoneRole(asked.role))
        self.who.set_text(phones_words.knocks(person, asked.name) if self._alone else phrases.noted(person, role))
        self.how.set_text(self.tr("与手机上的四位数字一致才确认") if self._alone else asked.name)
        self.setToolTip(phrases.noted(phones_words.knocks(person, asked.name), role))
        self.yes.setText(self.tr("确认{0}登记").format(person) if self._alone else self.tr("确认"))
        self.yes.setAccessibleName(self.tr("确认{0}登记").format(person))
        self.no.setAccessibleName(self.tr("拒绝{0}的手机").format(person))

    def _pending(self) -> str:
        return "" if self.asked is None else self.asked.pending


class WaitingList(QWidget):
    """Cards one above the other; away when nobody waits.

    Signals:
        confirmed, refused: id of the invitation.

    """

    confirmed = Signal(str)
    refused = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it, away."""
        super().__init__(parent)
        self._theme = theme
        self.title = Badge(theme, mark=Mark(Shape.DIAMOND, "state.attention"), role="state.attention")
        self.cards: list[WaitingCard] = []
        self.how = Words(
            theme, self.tr("请他念手机上的四位数字，一致才确认"), tone="muted", size=Size.SMALL, wrap=False
        )
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, theme.px(4), 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._area = scrolled(self._inner)
        outer = column(theme, row(theme, self.title, self.how, None), self._area, gap=2)
        outer.setContentsMargins(theme.px(16), theme.px(10), theme.px(12), theme.px(6))
        self.setLayout(outer)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Cards made later follow it too."""
        self._theme = theme

    def show_phones(self, asked: Sequence[EnrolmentAsked], now: Situation, all_told: int) -> None:
        """Show who waits here, of all who wait; a card stays under the hand while others come and go."""
        held = {card.asked.pending: card for card in self.cards if card.asked is not None}
        wanted = {one.pending for one in asked}
        for pending, card in held.items():
            if pending not in wanted:
                self.cards.remove(card)
                card.hide()
                card.deleteLater()
        for one in asked:
            card = held.get(one.pending) or self._add()
            card.show_phone(one, step_words.who(now, one.person))
        said = self.tr("{0} 部手机等待确认") if all_told == len(asked) else self.tr("另有 {0} 部手机等待确认")
        self.title.show_words(said.format(len(asked)), Mark(Shape.DIAMOND, "state.attention"))
        self.setVisible(bool(asked))
        for card in self.cards:
            card.setFixedHeight(self._theme.px(CARD_PX))
        self._area.setFixedHeight(min(len(self.cards), MOST_SEEN) * self._theme.px(CARD_PX))

    def _add(self) -> WaitingCard:
        card = WaitingCard(self._theme)
        card.confirmed.connect(self.confirmed)
        card.refused.connect(self.refused)
        self.cards.append(card)
        self._column.insertWidget(len(self.cards) - 1, card)
        return card


class KnockLine(Pane):
    """The line over any workspace: the phone that has waited longest, and how many more there are.

    Signals:
        confirmed, refused: id of the invitation.
        list_requested: the tab with all of them.

    """

    confirmed = Signal(str)
    refused = Signal(str)
    list_requested = Signal()

    heeds: ClassVar[Touched] = Touched.REGISTERS

    def __init__(self, theme: Theme, host: QWidget) -> None:
        """Make it, away; it lies over the top of `host`."""
        super().__init__(theme, host)
        self._host = host
        self._asked: tuple[EnrolmentAsked, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.card = WaitingCard(theme, wide=True)
        self.more = button("", "quiet", self.tr("打开“系统 · 手机”"))
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._line = line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(14), theme.px(4), theme.px(8), theme.px(4))
        line.addWidget(self.card)
        line.addWidget(self.more)
        self._careful = QTimer(self)
        self._careful.setSingleShot(True)
        self._careful.setInterval(CAREFUL_MS)
        self._careful.timeout.connect(self._take_clicks)
        self.card.confirmed.connect(self.confirmed)
        self.card.refused.connect(self.refused)
        self.more.clicked.connect(self.list_requested)
        host.installEventFilter(self)
        self.hide()

    def show_phones(self, asked: Sequence[EnrolmentAsked]) -> None:
        """Show who waits."""
        before = self._asked[0].pending if self._asked else ""
        self._asked = tuple(asked)
        if not self._asked:
            self._careful.stop()
            self.hide()
            return
        self._fill()
        if self._asked[0].pending != before:
            for one in (self.card.yes, self.card.no):
                one.setEnabled(False)
            self._careful.start()
        self._place()
        self.show()
        self.raise_()

    def draw(self, now: Situation, touched: Touched) -> None:  # noqa: ARG002 - names only
        """Names may have changed."""
        if self._asked:
            self._fill()

    def draw_time(self, time: datetime) -> None:  # noqa: ARG002 - as often as the clock
        """Stay above sheets that were brought up meanwhile."""
        self.raise_()

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        retheme(self.card, theme)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the top of the host, above what is laid over it."""
        if watched is self._host and event.type() in {QEvent.Type.Resize, QEvent.Type.ChildAdded}:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and edge, and a mark at the left that it wants somebody."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.role("surface.raised"))
        painter.setPen(QPen(self.theme.role("line.control"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.fillRect(0, 0, self.theme.px(4), self.height(), self.theme.role("state.attention"))
        painter.end()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        return self._line.sizeHint()

    def _fill(self) -> None:
        now = self.now
        first = self._asked[0]
        self.card.show_phone(first, step_words.who(now, first.person) if now is not None else first.person)
        more = len(self._asked) - 1
        self.more.setText(self.tr("另有 {0} 部").format(more) if more else self.tr("查看"))

    def _take_clicks(self) -> None:
        for one in (self.card.yes, self.card.no):
            one.setEnabled(True)

    def _place(self) -> None:
        hint = self.sizeHint()
        wide = min(hint.width(), self._host.width() - self.theme.px(24))
        self.setGeometry((self._host.width() - wide) // 2, self.theme.px(8), wide, hint.height())
