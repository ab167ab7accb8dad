"""Who can be called by video: people with an enrolled phone, those with an open line first."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from data.model.dispatch import Call, Channel
from data.model.field import Device, Member, Seat, VideoCall
from data.model.situation import Situation
from views import call_words, field_step_words, words
from views.call_media import Live
from widgets.line_list import Line, LineList
from widgets.marks import Fill, Mark, Shape
from widgets.search_field import SearchField
from widgets.theme import Theme

MOST = 60
MESSAGES = (Channel.MESSENGER, Channel.SMS)


def phones_of(now: Situation, online: Collection[str]) -> dict[str, Device]:
    """Return the phone on which each person is called: one with an open line, else the one enrolled last."""
    best: dict[str, Device] = {}
    for device in now.devices.values():
        other = best.get(device.person)
        if device.active and (other is None or _rank(device, online) > _rank(other, online)):
            best[device.person] = device
    return best


def _rank(device: Device, online: Collection[str]) -> tuple[bool, datetime]:
    return device.id in online, device.enrolled_at


def candidates(now: Situation, online: Collection[str], inside: Collection[str], text: str) -> list[Line]:
    """List who can be added to a call and matches a text."""
    t = QCoreApplication.translate
    needle = text.strip().lower()
    phones = phones_of(now, online)
    found = [
        (phones[person].id not in online, person, call_words.name(now, person), call_words.post(now, person))
        for person in phones
        if person not in inside
    ]
    return [
        Line(
            person,
            f"{name}  {post}".strip(),
            value=t("CallPeople", "不在线") if off else t("CallPeople", "在线"),
            mark=Mark(Shape.CIRCLE, "text.muted", Fill.HOLLOW) if off else Mark(Shape.CIRCLE, "state.ok"),
            value_role="text.muted" if off else "text.secondary",
        )
        for off, person, name, post in sorted(found)
        if needle in f"{person} {name} {post}".lower()
    ][:MOST]


def member_lines(now: Situation, call: VideoCall, live: dict[str, Live]) -> list[Line]:
    """List the members of a call with seat, time and how their media stand; `live` is by person."""
    links = {one.person: one for one in now.calls.values() if one.about == call.id and one.channel in MESSAGES}
    return [
        _member_line(now, member, live.get(member.person, Live()), links.get(member.person)) for member in call.members
    ]


def _member_line(now: Situation, member: Member, live: Live, link: Call | None) -> Line:
    t = QCoreApplication.translate
    value, detail, role = field_step_words.video_seat(member.seat), "", call_words.seat_role(member.seat)
    media_role = "text.muted"
    if member.seat is Seat.JOINED:
        detail = words.clock(member.joined_at)
        if live.state in ("fallback", "failed"):
            media_role = "state.attention"
    elif member.seat is Seat.LEFT:
        detail = words.clock(member.left_at)
    elif member.seat is Seat.RINGING and live.seat == "offline":
        value, role = t("CallPeople", "手机不在线"), "state.attention"
    note = _media_note(live) if member.seat is Seat.JOINED else call_words.why(member.note)
    if link is not None and member.seat is not Seat.JOINED:
        note = t("CallPeople", "{0} 已发链接（{1}）").format(words.clock(link.at), words.channel(link.channel))
    return Line(
        member.person,
        call_words.name(now, member.person),
        note or call_words.post(now, member.person),
        value,
        detail,
        mark=call_words.seat_mark(member.seat),
        value_role=role,
        detail_role=media_role,
        tooltip="\n".join(part for part in (call_words.post(now, member.person), note) if part),
    )


def _media_note(live: Live) -> str:
    t = QCoreApplication.translate
    said = [call_words.media(live.state)] if live.state != "connected" else []
    if live.muted or (live.state in ("connected", "fallback") and not live.audio):
        said.append(t("CallPeople", "无声音"))
    if live.dark or (live.state == "connected" and not live.video):
        said.append(t("CallPeople", "无画面"))
    return " · ".join(part for part in said if part)


class CallPicker(QWidget):
    """A search field over the people who can be added.

    Signal picked(str): id of the person to ring.
    """

    picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty picker."""
        super().__init__(parent)
        self._now: Situation | None = None
        self._online: frozenset[str] = frozenset()
        self._inside: frozenset[str] = frozenset()
        self.search = SearchField(theme, self.tr("按姓名、岗位找人"))
        self.list = LineList(theme, tall=False)
        self.list.set_empty_words(self.tr("没有其他已登记手机的人员"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(4))
        box.addWidget(self.search)
        box.addWidget(self.list, 1)
        self.search.asked.connect(self._fill)
        self.search.left_downwards.connect(self.list.setFocus)
        self.list.picked.connect(self._tell)
        self.list.opened.connect(self._tell)

    def show_choice(self, now: Situation, online: Iterable[str], inside: Iterable[str]) -> None:
        """Offer people who are not in the call."""
        self._now, self._online, self._inside = now, frozenset(online), frozenset(inside)
        self._fill(self.search.text())

    def _fill(self, text: str) -> None:
        if self._now is not None:
            self.list.set_lines(candidates(self._now, self._online, self._inside, text))

    def _tell(self, person: object) -> None:
        self.search.clear()
        self.picked.emit(str(person))
