"""The side of a video call: about what, since when, who is in it, what can be done about each, and the next rung."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from data.model.field import Member, Seat, VideoCall
from data.model.situation import Situation
from views import call_words, field_step_words, phrases, words
from views.call_media import Live
from views.call_people import CallPicker, member_lines
from views.parts import Words, button, retheme_inside, rule
from widgets.flow_layout import FlowLayout
from widgets.line_list import LineList
from widgets.theme import Size, Theme

OUT = (Seat.MISSED, Seat.REFUSED, Seat.FAILED)


class CallSide(QWidget):
    """Shows one call of the journal with how its media stand.

    Signals:
        chosen: person to be shown large.
        again_requested: person to ring, again or as one more.
        drop_requested: person to let out.
        telephone_requested: person to phone.
        link_requested: person who is to get the link of the call by message.

    """

    chosen = Signal(str)
    again_requested = Signal(str)
    drop_requested = Signal(str)
    telephone_requested = Signal(str)
    link_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty side."""
        super().__init__(parent)
        self._call: VideoCall | None = None
        self._live: dict[str, Live] = {}
        self._offered = ""
        self.about = Words(theme, bold=True)
        self.facts = Words(theme, tone="secondary")
        self.mark = Words(theme, tone="urgent", bold=True, wrap=False)
        self.own = Words(theme, tone="attention", size=Size.SMALL)
        self.members = LineList(theme)
        self.members.set_empty_words(self.tr("没有人在通话中"))
        self.offer = QWidget()
        self.offer_words = Words(theme, tone="urgent")
        self.offer_phone = button(self.tr("改打电话(&T)"), "primary", self.tr("转到电话叫应（Alt+T）"))
        self.offer_again = button(self.tr("再呼一次(&R)"), "", self.tr("再次视频呼叫（Alt+R）"))
        self.offer_link = button(self.tr("发链接(&K)"), "", self.tr("用政务通信或短信把通话链接发给本人（Alt+K）"))
        self.phone = button(self.tr("打电话"), "", self.tr("转到电话叫应，通话不中断"))
        self.again = button(self.tr("再呼"), "", self.tr("再次视频呼叫所选的人"))
        self.link = button(self.tr("发链接"), "", self.tr("把通话链接发给所选的人：手机不应或没有登记手机时"))
        self.drop = button(self.tr("请出"), "quiet", self.tr("让所选的人离开通话"))
        self.picker = CallPicker(theme)
        self._arrange(theme)
        self.picker.hide()
        self.offer.hide()
        self.members.picked.connect(lambda person: self.chosen.emit(str(person)))
        self.members.chosen.connect(lambda _ids: self._show_row_buttons())
        self.again.clicked.connect(lambda: self.again_requested.emit(self.selected()))
        self.drop.clicked.connect(lambda: self.drop_requested.emit(self.selected()))
        self.phone.clicked.connect(lambda: self.telephone_requested.emit(self.selected()))
        self.offer_phone.clicked.connect(lambda: self.telephone_requested.emit(self._offered))
        self.offer_link.clicked.connect(lambda: self.link_requested.emit(self._offered))
        self.link.clicked.connect(lambda: self.link_requested.emit(self.selected()))
        self.offer_again.clicked.connect(lambda: self.again_requested.emit(self._offered))

    def _arrange(self, theme: Theme) -> None:
        offer = QVBoxLayout(self.offer)
        offer.setContentsMargins(0, 0, 0, 0)
        offer.addWidget(self.offer_words)
        offer.addWidget(_flowing(theme, self.offer_phone, self.offer_again, self.offer_link))
        row = _flowing(theme, self.phone, self.link, self.again, self.drop)
        side = QVBoxLayout(self)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(theme.px(8))
        for widget in (self.about, self.facts, self.mark, rule()):
            side.addWidget(widget)
        side.addWidget(self.members, 2)
        side.addWidget(row)
        side.addWidget(self.offer)
        side.addWidget(self.picker, 1)
        side.addWidget(self.own)

    def set_theme(self, theme: Theme) -> None:
        """Follow the theme."""
        self.setFixedWidth(theme.px(300))
        retheme_inside(self, theme)

    def show_call(self, now: Situation, call: VideoCall | None, live: Mapping[str, Live]) -> None:
        """Show a call; `live` is by person."""
        self._call, self._live = call, dict(live)
        self.members.set_lines([] if call is None else member_lines(now, call, self._live))
        about = "" if call is None else call_words.about(now, call.about)
        self.about.say(self.tr("事由：{0}").format(about) if about else "")
        self._show_offer(now)
        self._show_row_buttons()

    def show_length(self, time: datetime, recorded_since: datetime | None) -> None:
        """Say how long the call and its recording last."""
        call = self._call
        if call is None:
            self.facts.say("")
            self.mark.say("")
            return
        began, lasted = (
            words.clock(call.started_at),
            words.span(max(timedelta(), (call.ended_at or time) - call.started_at)),
        )
        if call.ended_at is not None:
            said = self.tr("{0} 结束 · {1} 起，共 {2}").format(words.clock(call.ended_at), began, lasted)
        else:
            said = self.tr("{0} 人在通话中 · {1} 起，已 {2}").format(joined(call), began, lasted)
        self.facts.say(said)
        if recorded_since is not None:
            since = words.span(max(timedelta(), time - recorded_since))
            self.mark.say(self.tr("● 正在录像 {0}").format(since), "urgent")
        else:
            kept = len(call.recordings)
            self.mark.say(self.tr("已存录像 {0} 段").format(kept) if kept else "", "secondary")

    def show_picker(self, now: Situation, online: Collection[str]) -> None:
        """Offer people who are not in the call, where the picker is open."""
        if self._call is not None and self.picker.isVisibleTo(self):
            inside = [one.person for one in self._call.members if one.seat in (Seat.JOINED, Seat.RINGING)]
            self.picker.show_choice(now, online, inside)

    def selected(self) -> str:
        """Return the person selected in the list."""
        ids = self.members.chosen_ids()
        return str(ids[0]) if ids else ""

    def _show_offer(self, now: Situation) -> None:
        """Somebody was not reached: the next rung is one click away."""
        found = self._not_reached()
        self.offer.setVisible(found is not None)
        if found is None:
            self._offered = ""
            return
        member, state = found
        self._offered = member.person
        name, reason = call_words.name(now, member.person), call_words.why(member.note)
        said = f"{name} {field_step_words.video_seat(member.seat)}"
        if state == "offline":
            said, reason = self.tr("{0} 的手机不在线").format(name), ""
        elif state == "failed":
            said, reason = self.tr("{0} 的画面未接通").format(name), ""
        elif state == "mute":
            said, reason = self.tr("{0} 没有声音").format(name), ""
        self.offer_words.say(phrases.noted(said, reason), "urgent" if state in ("out", "failed") else "attention")
        self.offer_link.setVisible(state in ("out", "offline") and self._going())
        self.offer_again.setVisible(state == "out" and self._going() and member.note != "no_phone")

    def _not_reached(self) -> tuple[Member, str] | None:
        """Return who is to be phoned first and why: out, media that failed or lack sound, or a phone without a line."""
        if self._call is None:
            return None
        found: dict[str, Member] = {}
        for member in self._call.members:
            live = self._live.get(member.person, Live())
            if member.seat in OUT:
                found.setdefault("out", member)
            elif member.seat is Seat.JOINED and live.state == "failed":
                found.setdefault("failed", member)
            elif member.seat is Seat.JOINED and live.state in ("connected", "fallback") and not live.audio:
                found.setdefault("mute", member)
            elif member.seat is Seat.RINGING and live.seat == "offline":
                found.setdefault("offline", member)
        return next(((found[state], state) for state in ("out", "failed", "mute", "offline") if state in found), None)

    def _show_row_buttons(self) -> None:
        person = self.selected()
        members = () if self._call is None else self._call.members
        member = next((one for one in members if one.person == person), None)
        inside = member is not None and member.seat in (Seat.JOINED, Seat.RINGING)
        self.phone.setEnabled(member is not None)
        self.again.setEnabled(member is not None and not inside and self._going() and member.note != "no_phone")
        self.link.setEnabled(member is not None and member.seat is not Seat.JOINED and self._going())
        self.drop.setEnabled(inside and self._going())

    def _going(self) -> bool:
        return self._call is not None and self._call.ended_at is None


def _flowing(theme: Theme, *buttons: QWidget) -> QWidget:
    """Buttons in a row, or in two where the words are long."""
    holder = QWidget()
    flow = FlowLayout(holder, theme.px(6))
    for one in buttons:
        flow.addWidget(one)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder


def joined(call: VideoCall) -> int:
    """How many are in a call now."""
    return sum(member.seat is Seat.JOINED for member in call.members)
