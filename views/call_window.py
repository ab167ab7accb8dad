"""视频调度: the pane around the pictures of a call: who is in it, since when, and what can be done about each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from data.model.field import Device, VideoCall
from data.model.situation import Situation, Touched
from views import call_words
from views.call_media import CallMedia, Line, Live, Media
from views.call_side import CallSide, joined
from views.parts import Words, button
from views.sheet_pane import SheetPane, upright_rule
from widgets.media_view import MediaView
from widgets.theme import Size, Theme

LAST_PIECE_MS = 5_000


class CallWindow(SheetPane):
    """The sheet. Putting it away does not end the call.

    Signals:
        hang_requested: id of the call to end for all.
        ring_requested: call, person: ring again, or one more.
        drop_requested: call, person: out of the call.
        telephone_requested: persons, what about: the next rung.
        link_requested: call, person who is to get its link by message.
        snapshot_taken: PNG, "kind/id" it belongs to, person in it.
        recording_toggled: call, on.
        recording_chunk: call, bytes, whether it was the last piece.
        recording_cut: call: the page died; what comes next begins a new recording.
        put_away: whether the sheet is out of sight.

    """

    hang_requested = Signal(str)
    ring_requested = Signal(str, str)
    drop_requested = Signal(str, str)
    telephone_requested = Signal(list, str)
    link_requested = Signal(str, str)
    snapshot_taken = Signal(bytes, str, str)
    recording_toggled = Signal(str, bool)
    recording_chunk = Signal(str, bytes, bool)
    recording_cut = Signal(str)
    put_away = Signal(bool)

    MOST = (1320, 860)
    heeds: ClassVar[Touched] = Touched.DISPATCH | Touched.REGISTERS | Touched.FIELD | Touched.USER

    def __init__(
        self, theme: Theme, make_view: Callable[[], QWidget] | None = None, parent: QWidget | None = None
    ) -> None:
        """Make the sheet; the view of the pictures is made when the first call opens."""
        super().__init__(theme, "", "camera", parent)
        self.panel.set_title(self.tr("视频调度"))
        self._make_view = make_view or MediaView
        self.media: CallMedia | None = None
        self._view: QWidget | None = None
        self.call_id = ""
        self._recorded_call = ""
        self._trouble = ""
        self._large = ""  # phone that is shown large
        self._devices: dict[str, str] = {}  # person → phone
        self._online: frozenset[str] = frozenset()
        self._record_began: datetime | None = None
        self.stage = QWidget()
        self.over = Words(theme, self.tr("通话已结束"), tone="muted", size=Size.LARGE)
        self.over.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.side = CallSide(theme)
        self.mute = button(self.tr("静音(&M)"), "", self.tr("本台静音（Alt+M）"))
        self.dark = button(self.tr("关摄像头(&V)"), "", self.tr("不送本台画面（Alt+V）"))
        self.snap = button(self.tr("截图存证(&S)"), "", self.tr("把当前画面存到事由上（Alt+S）"))
        self.record = button(self.tr("录像(&L)"), "", self.tr("录像存证，双方都会看到标记（Alt+L）"))
        self.add = button(self.tr("加人(&A)"), "", self.tr("请更多人进来（Alt+A）"))
        self.hang = button(self.tr("结束通话(&H)"), "danger", self.tr("所有人离开（Alt+H）"))
        for one in (self.mute, self.dark, self.record, self.add):
            one.setCheckable(True)
        self._last_piece = QTimer(self)
        self._last_piece.setSingleShot(True)
        self._last_piece.setInterval(LAST_PIECE_MS)
        self._last_piece.timeout.connect(self._on_no_last_piece)
        self._arrange(theme)
        self._wire()
        self.draw_theme(theme)

    def _arrange(self, theme: Theme) -> None:
        px = theme.px
        self._stage_box = QVBoxLayout(self.stage)
        self._stage_box.setContentsMargins(0, 0, 0, 0)
        self._stage_box.addWidget(self.over, 1)
        tools = QHBoxLayout()
        for one in (self.mute, self.dark, px(12), self.snap, self.record, px(12), self.add, None, self.hang):
            if isinstance(one, QPushButton):
                tools.addWidget(one)
            elif one is None:
                tools.addStretch(1)
            else:
                tools.addSpacing(one)
        left = QVBoxLayout()
        left.setSpacing(px(8))
        left.addWidget(self.stage, 1)
        left.addLayout(tools)
        body = QWidget()
        across = QHBoxLayout(body)
        across.setContentsMargins(px(12), px(10), px(12), px(12))
        across.setSpacing(px(12))
        across.addLayout(left, 1)
        across.addWidget(upright_rule())
        across.addWidget(self.side)
        self.panel.set_body(body)

    def _wire(self) -> None:
        self.hang.clicked.connect(lambda: self.hang_requested.emit(self.call_id))
        self.snap.clicked.connect(self._snap)
        self.record.clicked.connect(self._record)
        self.mute.clicked.connect(self._mute)
        self.dark.clicked.connect(self._mute)
        self.add.clicked.connect(self._show_picker)
        self.side.picker.picked.connect(self._add)
        self.side.chosen.connect(self._choose)
        self.side.again_requested.connect(self._ring)
        self.side.drop_requested.connect(lambda person: self.drop_requested.emit(self.call_id, person))
        self.side.telephone_requested.connect(self._telephone)
        self.side.link_requested.connect(self._send_link)

    # ── what the owner says ──

    def open_call(
        self, line: Line, call: str, facts: Mapping[str, str], phones: Mapping[str, Device], ring: Sequence[str] = ()
    ) -> None:
        """Show a call, or add people to the one shown; ring those persons. `facts`: name and label for the phone."""
        now = self.now
        if now is None:
            return
        if self._last_piece.isActive():
            self._last_piece.stop()
            self.recording_cut.emit(self._recorded_call)
        if call != self.call_id:
            self._devices.clear()
            self._record_began = None
        self.call_id = call
        self._devices.update({person: device.id for person, device in phones.items()})
        members = [
            {"device": device, "name": call_words.name(now, person), "post": call_words.post(now, person)}
            for person, device in self._devices.items()
        ]
        media = self._media()
        media.show_theme(self.theme)
        media.open(line, call, facts, members)
        media.show_clock(self.time or now.at, call_words.mark(now))
        media.ring([self._devices[person] for person in ring if person in self._devices])
        self._draw_all()

    def accept(self, person: str) -> None:
        """Answer somebody who rings the desk."""
        if person in self._devices:
            self._media().accept(self._devices[person])

    def let_go(self, person: str) -> None:
        """Let somebody out of the call, or stop ringing him."""
        if self.media is not None and person in self._devices:
            self.media.drop(self._devices[person])

    def stop_recording(self) -> None:
        """End the recording; what was recorded still comes."""
        if self.media is not None:
            self.media.record(False)

    def recording(self) -> bool:
        """Whether the call is being recorded."""
        return self.media is not None and self.media.recording

    def close_call(self) -> None:
        """The call is over: tell the page; it goes when nothing more is to come of a recording."""
        if self.media is None or not self.media.call:
            return
        waits = self.media.recording and self.media.listening()
        self.media.end()
        if waits:
            self._last_piece.start()
        else:
            self.media.unload()
        self._draw_all()

    def show_online(self, devices: Iterable[str]) -> None:
        """Show which phones have an open line."""
        self._online = frozenset(devices)
        if self.now is not None:
            self.side.show_picker(self.now, self._online)

    def show_refusal(self, text: str) -> None:
        """Say what went wrong, until the call page says something new."""
        self._trouble = text
        self.side.own.say(text, "urgent")

    def shown(self) -> VideoCall | None:
        """Return the call shown, as the journal has it."""
        return None if self.now is None else self.now.videos.get(self.call_id)

    def running(self) -> bool:
        """Whether the call shown goes on."""
        call = self.shown()
        return call is not None and call.ended_at is None

    # ── drawing ──

    def draw(self, now: Situation, touched: Touched) -> None:  # noqa: ARG002 - all of it is small
        """Follow the situation."""
        self._draw_all()

    def show_time(self, time: datetime) -> None:
        """Tell the clock to the page too, which burns it into recordings while the sheet is put away."""
        super().show_time(time)
        if self.media is not None and self.now is not None and self.running():
            self.media.show_clock(time, call_words.mark(self.now))

    def draw_time(self, time: datetime) -> None:  # noqa: ARG002 - read from the pane
        """Bring the length of the call up to date."""
        self._draw_length()

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        super().draw_theme(theme)
        self.side.set_theme(theme)
        self.over.set_theme(theme)
        if self.media is not None:
            self.media.show_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:
        """Say that the sheet is in sight."""
        super().showEvent(event)
        self.put_away.emit(False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Say that the sheet is out of sight; the call goes on."""
        super().hideEvent(event)
        self.put_away.emit(True)

    def _draw_all(self) -> None:
        now, call, media = self.now, self.shown(), self.media
        if now is None:
            return
        self.side.show_call(now, call, self._live())
        self.side.show_picker(now, self._online)
        going = self.running()
        self.over.setVisible(call is not None and not going)
        if self._view is not None:
            self._view.setVisible(going)
        for one in (self.snap, self.record, self.add, self.hang):
            one.setEnabled(going)
        local = None if media is None else media.local
        lacking = "" if local is None else call_words.local(local.audio, local.video, local.why)
        self.side.own.say(self._trouble or lacking, "urgent" if self._trouble else "attention")
        self.mute.setEnabled(going and local is not None and local.audio)
        self.dark.setEnabled(going and local is not None and local.video)
        silent, dark = (False, False) if media is None else media.muted
        self.mute.setChecked(silent)
        self.dark.setChecked(dark)
        recording = media is not None and media.recording
        self.record.setChecked(recording)
        self.record.setText(self.tr("停止录像(&L)") if recording else self.tr("录像(&L)"))
        self.panel.set_summary("" if call is None else self.tr("{0} / {1} 人").format(joined(call), len(call.members)))
        self._draw_length()

    def _draw_length(self) -> None:
        if self.now is not None:
            recording = self.media is not None and self.media.recording
            self.side.show_length(self.time or self.now.at, self._record_began if recording else None)

    # ── what is done ──

    def _media(self) -> CallMedia:
        if self.media is None:
            view = self._make_view()
            self._stage_box.addWidget(view, 1)
            self._view = view
            made: Media = view  # pyright: ignore[reportAssignmentType] -- what is handed in is a MediaView or stands for one
            self.media = CallMedia(made, self)
            self.media.changed.connect(self._follow_media)
            self.media.snapped.connect(self._on_snapped)
            self.media.recorded.connect(self._on_recorded)
            self.media.cut.connect(lambda: self.recording_cut.emit(self._recorded_call))
            self.media.troubled.connect(self._on_trouble)
        return self.media

    def _follow_media(self) -> None:
        self._trouble = ""
        self._draw_all()
        if self.media is not None and self.media.chosen != self._large:
            self._large = self.media.chosen
            self.side.members.choose([one for one, device in self._devices.items() if device == self._large])

    def _live(self) -> dict[str, Live]:
        if self.media is None:
            return {}
        live = self.media.live
        return {person: live[device] for person, device in self._devices.items() if device in live}

    def _choose(self, person: str) -> None:
        device = self._devices.get(person)
        if device is not None and self.media is not None:
            self.media.choose(device)

    def _ring(self, person: str) -> None:
        if person and self.running():
            self.ring_requested.emit(self.call_id, person)

    def _send_link(self, person: str) -> None:
        if person and self.running():
            self.link_requested.emit(self.call_id, person)

    def _telephone(self, person: str) -> None:
        call = self.shown()
        if person and call is not None:
            self.telephone_requested.emit([person], call.about.partition("/")[2])

    def _show_picker(self, on: bool) -> None:
        self.side.picker.setVisible(on)
        if on and self.now is not None:
            self.side.show_picker(self.now, self._online)
            self.side.picker.search.setFocus()

    def _add(self, person: str) -> None:
        self.add.setChecked(False)
        self.side.picker.hide()
        self._ring(person)

    def _mute(self) -> None:
        if self.media is not None:
            self.media.mute(self.mute.isChecked(), self.dark.isChecked())

    def _snap(self) -> None:
        if self.media is not None:
            self.media.snap()

    def _record(self, on: bool) -> None:
        if self.media is None or not self.running():
            return
        if on:
            self._record_began = self.time
            self._recorded_call = self.call_id
        self.recording_toggled.emit(self.call_id, on)
        self.media.record(on)

    def _on_snapped(self, device: str, png: bytes) -> None:
        call = self.shown()
        if not png or call is None:
            self.message_requested.emit(self.tr("还没有画面，未截图"))
            return
        person = next((one for one, its in self._devices.items() if its == device), "")
        self.snapshot_taken.emit(png, call.about or f"videos/{call.id}", person)

    def _on_recorded(self, data: bytes, last: bool) -> None:
        self.recording_chunk.emit(self._recorded_call, data, last)
        if last and self.media is not None and not self.media.call:
            self._last_piece.stop()
            self.media.unload()

    def _on_no_last_piece(self) -> None:
        """The page did not say in time that a recording is whole: what came is kept as it is."""
        if self.media is not None and not self.media.call:
            self.media.unload()
        self.recording_cut.emit(self._recorded_call)

    def _on_trouble(self, code: str) -> None:
        if code.startswith("recorder") and self.media is not None:
            self.media.record(False)
        said = {
            "unreachable": self.tr("通话页面打不开，正在重试"),
            "gave_up": self.tr("通话页面多次退出，已停止；请挂断后重拨或打电话"),
        }.get(code)
        if said is not None:
            self.show_refusal(said)
