"""A line that never takes the focus: who rings the desk, and the call that goes on while its sheet is put away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from data.model.situation import Situation, Touched
from views import call_words, words
from views.call_side import joined
from views.pane import Pane
from views.parts import Words, button
from widgets.theme import Theme, retheme

MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Ringing:
    """A phone that rings the desk."""

    call: str
    person: str
    about: str
    since: datetime


class CallBar(Pane):
    """Lines with buttons; hidden when nothing rings and no call goes on.

    Signals:
        accept_requested, refuse_requested: id of the call that rings.
        telephone_requested: persons, what about.
        return_requested: bring the call's sheet up again.
        hang_requested: id of the call to end.

    """

    accept_requested = Signal(str)
    refuse_requested = Signal(str)
    telephone_requested = Signal(list, str)
    return_requested = Signal()
    hang_requested = Signal(str)

    heeds: ClassVar[Touched] = Touched.DISPATCH | Touched.REGISTERS

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it, hidden."""
        super().__init__(theme, parent)
        self.setObjectName("call_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("sheet", True)
        self._ringing: tuple[Ringing, ...] = ()
        self._call = ""
        self._recording = False
        self.lines: list[tuple[Words, QWidget]] = []
        self.going = Words(theme, bold=True)
        self.back = button(self.tr("回到通话"), "primary")
        self.hang = button(self.tr("结束"), "danger", self.tr("所有人离开"))
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        self._box.setSpacing(theme.px(4))
        self._rings = QVBoxLayout()
        self._box.addLayout(self._rings)
        self._running = QWidget()
        across = QHBoxLayout(self._running)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.going, 1)
        across.addWidget(self.back)
        across.addWidget(self.hang)
        self._box.addWidget(self._running)
        for one in (self.back, self.hang):
            one.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.back.clicked.connect(self.return_requested)
        self.hang.clicked.connect(lambda: self.hang_requested.emit(self._call))
        self.hide()

    def show_ringing(self, ringing: tuple[Ringing, ...]) -> None:
        """Show who rings the desk now."""
        self._ringing = ringing
        self._draw_rings()
        self._show_or_hide()

    def show_call(self, call: str, *, recording: bool = False) -> None:
        """Show the call whose sheet is put away; "" for none."""
        self._call, self._recording = call, recording
        self._draw_going()
        self._show_or_hide()

    def draw(self, now: Situation, touched: Touched) -> None:  # noqa: ARG002 - all of it is small
        """Follow the situation."""
        self._draw_rings()
        self._draw_going()

    def draw_time(self, time: datetime) -> None:  # noqa: ARG002 - read from the pane
        """Bring the length of the call up to date."""
        self._draw_going()

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        for words_of_line in (self.going, *(line[0] for line in self.lines)):
            retheme(words_of_line, theme)

    def _show_or_hide(self) -> None:
        self._running.setVisible(bool(self._call))
        self.setVisible(bool(self._ringing or self._call))

    def _draw_rings(self) -> None:
        for _, line in self.lines:
            self._rings.removeWidget(line)
            line.deleteLater()
        self.lines = []
        if self.now is None:
            return
        for ringing in self._ringing[:MOST_LINES]:
            said = self.tr("{0} {1} 视频呼入").format(
                call_words.name(self.now, ringing.person), call_words.post(self.now, ringing.person)
            )
            if about := call_words.about(self.now, ringing.about):
                said = self.tr("{0}：{1}").format(said, about)
            self._add_line(said, ringing)
        if len(self._ringing) > MOST_LINES:
            more = Words(
                self.theme, self.tr("另有 {0} 个呼入").format(len(self._ringing) - MOST_LINES), tone="attention"
            )
            self._rings.addWidget(more)
            self.lines.append((more, more))

    def _add_line(self, said: str, ringing: Ringing) -> None:
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        text = Words(self.theme, said, tone="attention", bold=True)
        across.addWidget(text, 1)
        for one in self._buttons(ringing):
            one.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            across.addWidget(one)
        self._rings.addWidget(line)
        self.lines.append((text, line))

    def _buttons(self, ringing: Ringing) -> tuple[QPushButton, ...]:
        accept = button(self.tr("接听"), "primary")
        refuse = button(self.tr("拒接"))
        phone = button(self.tr("打电话"), "quiet", self.tr("不接视频，改打电话"))
        accept.clicked.connect(lambda: self.accept_requested.emit(ringing.call))
        refuse.clicked.connect(lambda: self.refuse_requested.emit(ringing.call))
        phone.clicked.connect(lambda: self.telephone_requested.emit([ringing.person], ringing.about.partition("/")[2]))
        return accept, refuse, phone

    def _draw_going(self) -> None:
        call = None if self.now is None else self.now.videos.get(self._call)
        if call is None or self.now is None:
            return
        lasted = words.span(max(timedelta(), (self.time or self.now.at) - call.started_at))
        said = self.tr("视频通话 {0} 人，已 {1}").format(joined(call), lasted)
        self.going.say(self.tr("{0} · ● 正在录像").format(said) if self._recording else said)
