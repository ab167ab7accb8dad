"""Calling: video calls between gateway, room and sheet; who is called, what the journal hears, what is kept."""

from __future__ import annotations

import logging
import struct
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from data.gateway.calls import new_call_id
from data.gateway.ports import CallEvent
from data.model.field import Attachment, Device, Member, Seat, VideoCall
from data.model.field_steps import PicturesAdded, VideoCalled, VideoEnded, VideoKept, VideoSeated
from data.model.situation import Situation
from data.rules.contacts import people_to_call
from desktop.call_tape import CallTape
from desktop.room import Room
from views import call_words, field_step_words
from views.call_bar import CallBar, Ringing
from views.call_media import Line
from views.call_people import phones_of
from views.call_window import CallWindow

LOG = logging.getLogger("calling")
SEATS: Mapping[str, Seat] = {
    "refused": Seat.REFUSED,
    "missed": Seat.MISSED,
    "left": Seat.LEFT,
    "failed": Seat.FAILED,
}
INSIDE = (Seat.RINGING, Seat.JOINED, Seat.FAILED)

Keep = Callable[[bytes | Path, str, Callable[[str], None], Callable[[BaseException], None]], None]


@dataclass(frozen=True, slots=True)
class CallTools:
    """What is handed in.

    `line` tells where the call page is and its key, None while the gateway does not run; `say` hands a message to
    CallDesk.from_desk on the gateway's loop; `keep(source, name, then, failed)` keeps a file and hands its digest to
    `then` on the UI thread; `clock` is the desk's time.
    """

    line: Callable[[], Line | None]
    say: Callable[[Mapping[str, object]], None]
    keep: Keep
    clock: Callable[[], datetime]


class Calling(QObject):
    """One video call of the desk at a time; phones may ring the desk meanwhile.

    Signals:
        telephone_requested: persons and what about (plain id), for the call sheet.
        told: words for the status line.

    """

    telephone_requested = Signal(list, str)
    told = Signal(str)

    def __init__(
        self,
        room: Room,
        window: CallWindow,
        bar: CallBar,
        tools: CallTools,
        folder: Path,
        parent: QObject | None = None,
    ) -> None:
        """Wire sheet and bar; recordings that are coming in lie in `folder`."""
        super().__init__(parent)
        self._room, self._window, self._bar, self._tools = room, window, bar, tools
        self._tape = CallTape(folder)
        self._ringing: dict[str, tuple[CallEvent, datetime]] = {}
        self._online: frozenset[str] = frozenset()
        window.hang_requested.connect(self.end)
        window.ring_requested.connect(self._ring)
        window.drop_requested.connect(self._drop)
        window.telephone_requested.connect(self.telephone_requested)
        window.message_requested.connect(self.told)
        window.snapshot_taken.connect(self._keep_snapshot)
        window.recording_chunk.connect(self._on_chunk)
        window.recording_cut.connect(self._keep_recording)
        window.recording_toggled.connect(lambda _call, _on: self._show_bar())
        window.put_away.connect(lambda _away: self._show_bar())
        bar.accept_requested.connect(self.accept)
        bar.refuse_requested.connect(self.refuse)
        bar.telephone_requested.connect(self.telephone_requested)
        bar.return_requested.connect(self.bring_up)
        bar.hang_requested.connect(self.end)

    # ── what the operator does ──

    def call(self, ids: Sequence[str], about: str = "") -> None:
        """Call people and squads (by their leaders); `about` is "kind/id". They are added to a call that goes on."""
        people = people_to_call(self._now, ids)
        known = phones_of(self._now, self._online)
        phones = {one: known[one] for one in people if one in known}
        line = self._tools.line()
        if line is None or not phones:
            why = self.tr("外场链路未开启，改打电话") if line is None else self.tr("所选人员没有登记手机，改打电话")
            self.told.emit(why)
            self.telephone_requested.emit(list(people), about.partition("/")[2])
            return
        if self._window.running():
            call = self._window.call_id
            inside = self._inside(call)
            if len(phones) < len(people):
                self.told.emit(self.tr("{0} 人没有登记手机，请打电话").format(len(people) - len(phones)))
            self._seat(call, tuple(one for one in phones if one not in inside), Seat.RINGING)
            self._open(line, call, phones, [one for one in people if one in phones and one not in inside])
            return
        members = tuple(Member(one) if one in phones else Member(one, Seat.MISSED, note="no_phone") for one in people)
        call = new_call_id()
        if self._room.do(VideoCalled(VideoCall(call, self._tools.clock(), self._now.user, members, about))):
            self._open(line, call, phones, [one for one in people if one in phones])

    def accept(self, call: str) -> None:
        """Answer a phone that rings the desk. While a call goes on he is asked into that one."""
        found, line = self._ringing.get(call), self._tools.line()
        device = None if found is None else self._now.devices.get(found[0].device)
        if found is None or device is None or line is None:
            return
        event = found[0]
        if self._window.running():
            self._tools.say({"t": "refuse", "call": call, "to": event.device, "why": "busy"})
            self._ring(self._window.call_id, event.person)
            self.told.emit(self.tr("已请 {0} 加入正在进行的通话").format(call_words.name(self._now, event.person)))
            return
        self._note_incoming(event)
        self._ringing.pop(call, None)
        self._open(line, call, {event.person: device}, [])
        self._window.accept(event.person)
        self._show_bar()

    def refuse(self, call: str) -> None:
        """Decline a phone that rings the desk."""
        found = self._ringing.get(call)
        if found is not None:
            self._tools.say({"t": "refuse", "call": call, "to": found[0].device})

    def end(self, call: str, reason: str = "") -> None:
        """End a call for all."""
        known = self._now.videos.get(call)
        if known is None or known.ended_at is not None:
            return
        self._window.close_call()
        self._tools.say({"t": "hang", "call": call})
        self._room.do(VideoEnded(call, reason))
        self._show_bar()

    def bring_up(self) -> None:
        """Show the sheet."""
        self._window.bring_up(self._window.side.members)  # not a button: a stray key must end no call

    def close(self) -> None:
        """End what goes on, and leave the recording where the next start finds it."""
        if self._window.running():
            self.end(self._window.call_id, "closing")

    # ── what the gateway says ──

    def on_event(self, event: CallEvent) -> None:
        """Take what happened to a call; on the UI thread."""
        if event.what == "incoming":
            self._ringing[event.call] = (event, datetime.now(UTC))
            name = call_words.name(self._now, event.person)
            self.told.emit(self.tr("{0} 视频呼入").format(name))
            self._show_bar()
            return
        if event.call in self._ringing and event.what in SEATS:
            self._ringing.pop(event.call)
            self._note_incoming(event)
            self._seat(event.call, (event.person,), SEATS[event.what], event.note)
            self._room.do(VideoEnded(event.call, event.note or event.what))
            self._show_bar()
            return
        call = self._now.videos.get(event.call)
        if call is None or call.ended_at is not None:
            return
        if event.what == "joined" or (event.what == "fallback" and self._seat_of(call, event.person) is Seat.FAILED):
            self._seat(event.call, (event.person,), Seat.JOINED)
        elif event.what in SEATS:
            self._seat(event.call, (event.person,), SEATS[event.what], event.note)
            self._after_out(event)

    def show_online(self, devices: Sequence[str]) -> None:
        """Note which phones have an open line (ports.PhonesOnline)."""
        self._online = frozenset(devices)
        self._window.show_online(devices)

    def recover(self) -> None:
        """Keep what a crash of the desk left of recordings, and end calls that it cut off."""
        for call in list(self._now.videos.values()):
            if call.ended_at is None:
                self._room.do(VideoEnded(call.id, "desk_lost"))
        for call_id, path in self._tape.left_over():
            if call_id in self._now.videos:
                self._keep_file(call_id, path, 0.0, "desk_lost")

    # ── steps ──

    @property
    def _now(self) -> Situation:
        return self._room.situation

    def _seat(self, call: str, people: tuple[str, ...], seat: Seat, note: str = "") -> None:
        if people:
            self._room.do(VideoSeated(call, people, seat, note))

    def _note_incoming(self, event: CallEvent) -> None:
        if event.call not in self._now.videos:
            members = (Member(event.person),)
            called = VideoCall(event.call, self._tools.clock(), event.person, members, event.about, from_field=True)
            self._room.do(VideoCalled(called))

    def _after_out(self, event: CallEvent) -> None:
        """Say it where the sheet does not; a call that everybody has left is over."""
        call = self._now.videos[event.call]
        if event.what in ("missed", "refused", "failed") and not self._window.isVisible():
            said = field_step_words.video_seat(SEATS[event.what])
            self.told.emit(self.tr("{0} {1}，可改打电话").format(call_words.name(self._now, event.person), said))
        if not self._inside(call.id) and any(member.joined_at is not None for member in call.members):
            self.end(call.id, "all_left")

    def _inside(self, call: str) -> set[str]:
        known = self._now.videos.get(call)
        return set() if known is None else {one.person for one in known.members if one.seat in INSIDE}

    @staticmethod
    def _seat_of(call: VideoCall, person: str) -> Seat | None:
        return next((member.seat for member in call.members if member.person == person), None)

    # ── sheet and bar ──

    def _open(self, line: Line, call: str, phones: Mapping[str, Device], ring: Sequence[str]) -> None:
        self._window.open_call(line, call, self._facts(call), phones, ring)
        self.bring_up()

    def _facts(self, call: str) -> dict[str, str]:
        """What the phone shows while it rings."""
        known = self._now.videos.get(call)
        about = "" if known is None else known.about
        user = self._now.registers.users.get(self._now.user)
        name = " ".join(part for part in (self.tr("指挥部"), "" if user is None else user.name) if part)
        label = f"{call_words.mark(self._now)}{call_words.about(self._now, about)}"
        return {"name": name, "label": label, "about": about}

    def _ring(self, call: str, person: str) -> None:
        line, phone = self._tools.line(), phones_of(self._now, self._online).get(person)
        if line is None or phone is None:
            self.told.emit(self.tr("{0} 没有登记手机，改打电话").format(call_words.name(self._now, person)))
            return
        if person not in self._inside(call):
            self._seat(call, (person,), Seat.RINGING)
        self._window.open_call(line, call, self._facts(call), {person: phone}, [person])

    def _drop(self, _call: str, person: str) -> None:
        self._window.let_go(person)

    def _show_bar(self) -> None:
        self._bar.show_ringing(
            tuple(Ringing(call, event.person, event.about, at) for call, (event, at) in self._ringing.items())
        )
        away = self._window.running() and not self._window.isVisible()
        self._bar.show_call(self._window.call_id if away else "", recording=self._window.recording())

    # ── what is kept ──

    def _keep_snapshot(self, png: bytes, about: str, person: str) -> None:
        width, height = struct.unpack(">II", png[16:24])
        at = self._tools.clock()

        def kept(digest: str) -> None:
            picture = Attachment(digest, "image/png", len(png), width, height, taken_at=at, note=person)
            if self._room.do(PicturesAdded(about, (picture,), note="video")):
                self.told.emit(
                    self.tr("截图已存到{0}").format(call_words.about(self._now, about) or self.tr("本次通话"))
                )

        self._tools.keep(png, "snapshot.png", kept, self._on_not_kept)

    def _on_chunk(self, call: str, data: bytes, last: bool) -> None:
        if data:
            try:
                self._tape.write(call, data, datetime.now(UTC))
            except OSError:
                LOG.exception("a piece of the recording could not be written")
                self._window.stop_recording()
                self.told.emit(self.tr("录像写不进磁盘，已停止录像"))
        if last:
            self._keep_recording(call)

    def _keep_recording(self, call: str) -> None:
        finished = self._tape.finish()
        self._show_bar()
        if finished is not None:
            self._keep_file(call, *finished, "")

    def _keep_file(self, call: str, path: Path, seconds: float, note: str) -> None:
        size, at = path.stat().st_size, self._tools.clock()

        def kept(digest: str) -> None:
            film = Attachment(digest, "video/webm", size, seconds=round(seconds, 1), taken_at=at, note=note)
            if self._room.do(VideoKept(call, film)):
                path.unlink(missing_ok=True)
                self.told.emit(self.tr("录像已存（{0} MB）").format(f"{size / 1e6:.1f}"))

        self._tools.keep(path, "call.webm", kept, self._on_not_kept)

    def _on_not_kept(self, error: BaseException) -> None:
        """The file lies where it was and is tried again at the next start."""
        LOG.error("a picture or recording could not be kept: %s", error)
        self.told.emit(self.tr("截图或录像没有存下：磁盘写不进"))
