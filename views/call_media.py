"""The call page behind a call: what it is told, and how pictures and sound of each phone stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtGui import QColor

from views import call_words
from widgets.media_bridge import (
    Chosen,
    Chunk,
    Fault,
    LineUp,
    Local,
    MediaBridge,
    MediaState,
    Muted,
    Seated,
    Snapshot,
)
from widgets.theme import Theme


class Media(Protocol):
    """What is needed of widgets.media_view.MediaView."""

    bridge: MediaBridge
    renderer_died: SignalInstance
    gave_up: SignalInstance
    unreachable: SignalInstance

    def open(self, address: str) -> None:
        """Load a page."""
        ...

    def unload(self) -> None:
        """Let go of it."""
        ...

    def set_background(self, colour: QColor) -> None:
        """Give the ground before the page is drawn."""
        ...


@dataclass(frozen=True, slots=True)
class Live:
    """How a phone's media stand now. `seat` is what the page says: also offline, which the journal does not know."""

    seat: str = ""
    why: str = ""
    state: str = ""
    audio: bool = True
    video: bool = True
    muted: bool = False
    dark: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Where the call page is and the key of its line."""

    address: str
    key: str


class CallMedia(QObject):
    """One call at a time on one page.

    Signals:
        changed: something of `live`, `local` or `line_up`.
        snapped: device, PNG (empty when there was no picture).
        recorded: bytes, whether it was the last piece.
        cut: the page died while it recorded; what comes next begins a new recording.
        troubled: a code (unreachable, gave_up, or what the page said).

    """

    changed = Signal()
    snapped = Signal(str, bytes)
    recorded = Signal(bytes, bool)
    cut = Signal()
    troubled = Signal(str)

    def __init__(self, view: Media, parent: QObject | None = None) -> None:
        """Speak through a view."""
        super().__init__(parent)
        self._view = view
        self._tell = view.bridge
        self.live: dict[str, Live] = {}
        self.local: Local | None = None
        self.line_up = False
        self.chosen = ""
        self.muted = (False, False)
        self.recording = False
        self.call = ""
        self._facts: dict[str, object] = {}
        view.bridge.heard.connect(self._hear)
        view.renderer_died.connect(self._on_died)
        view.gave_up.connect(lambda: self.troubled.emit("gave_up"))
        view.unreachable.connect(lambda: self.troubled.emit("unreachable"))

    def open(self, line: Line, call: str, facts: Mapping[str, str], members: Sequence[Mapping[str, str]]) -> None:
        """Show a call, or the same call with more people. `facts`: name, label, about; a member: device, name, post."""
        if call != self.call:
            self.live, self.muted, self.recording, self.chosen = {}, (False, False), False, ""
            for verb in ("mute", "record", "choose"):
                self._tell.forget(verb)
        self.call = call
        self._facts = {**facts, "call": call, "members": [dict(one) for one in members]}
        self._tell.keep("words", call_words.page_words())
        self._tell.keep("line", line.key)
        self._tell.keep("open", self._facts)
        self._view.open(line.address)

    def ring(self, devices: Sequence[str]) -> None:
        """Ring these phones."""
        for device in devices:
            self._tell.tell("ring", device)

    def accept(self, device: str) -> None:
        """Answer a phone that rings the desk."""
        self._tell.tell("accept", device)

    def drop(self, device: str) -> None:
        """Let a phone out of the call, or stop ringing it."""
        self._tell.tell("drop", device)

    def choose(self, device: str) -> None:
        """Show this one large, and to the others."""
        if device != self.chosen:
            self.chosen = device
            self._tell.keep("choose", device)

    def mute(self, audio: bool, video: bool) -> None:
        """Be silent, be dark."""
        self.muted = (audio, video)
        self._tell.keep("mute", audio, video)
        self.changed.emit()

    def snap(self) -> None:
        """Ask for the chosen picture."""
        self._tell.tell("snap")

    def record(self, on: bool) -> None:
        """Begin or end the recording."""
        if on != self.recording:
            self.recording = on
            self._tell.keep("record", on)
            self.changed.emit()

    def show_clock(self, time: datetime, mark: str) -> None:
        """Tell the desk's time, which is burnt into recordings."""
        if self.call:
            self._tell.keep("clock", round(time.timestamp() * 1000), 1, mark)

    def show_theme(self, theme: Theme) -> None:
        """Tell the colours."""
        roles = {
            "ground": "surface.window",
            "panel": "surface.panel",
            "text": "text.primary",
            "muted": "text.muted",
            "line": "line.separator",
            "chosen": "line.focus",
            "urgent": "state.urgent",
        }
        self._view.set_background(theme.role("surface.window"))
        self._tell.keep("look", {name: theme.role(role).name() for name, role in roles.items()})

    def end(self) -> None:
        """End the call for all, and let go of the page once the last piece of a recording has come."""
        self.recording = False
        self.call = ""
        for verb in ("open", "mute", "record", "choose", "clock"):
            self._tell.forget(verb)
        self._tell.tell("end")

    def listening(self) -> bool:
        """Whether the page is there and hears what it is told."""
        return self._tell.is_listening()

    def unload(self) -> None:
        """Let go of camera, microphone and page."""
        self._view.unload()
        self.line_up, self.local = False, None

    def _hear(self, said: object) -> None:
        match said:
            case LineUp(up):
                self.line_up = up
            case Local():
                self.local = said
            case Seated(device, seat, why):
                before = self.live.get(device, Live())
                self.live[device] = Live(seat, why) if seat != "joined" else replace(before, seat=seat, why=why)
            case MediaState(device, state, audio, video):
                before = self.live.get(device, Live())
                self.live[device] = replace(before, state=state, audio=audio, video=video)
            case Muted(device, audio, video):
                self.live[device] = replace(self.live.get(device, Live()), muted=audio, dark=video)
            case Chosen(device):
                self.chosen = device
            case Snapshot(device, png):
                self.snapped.emit(device, png)
                return
            case Chunk(_, data, last):
                self.recorded.emit(data, last)
                return
            case Fault(code):
                self.troubled.emit(code)
            case _:
                return
        self.changed.emit()

    def _on_died(self, _code: int) -> None:
        self.line_up, self.local = False, None
        if self.recording:
            self.cut.emit()
        self.changed.emit()
