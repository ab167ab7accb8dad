"""What a page with camera and microphone is told and must keep, and what it says back, type-checked."""

from __future__ import annotations

import base64
import binascii
import json
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from widgets.web_bridge import Desk, words

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST_BYTES: Final = 24 * 1024 * 1024
_SEATS: Final = frozenset({"ringing", "offline", "joined", "refused", "missed", "left"})
_MEDIA: Final = frozenset({"waiting", "connecting", "connected", "fallback", "failed"})
_PNG: Final = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class LineUp:
    """The page's line to its server opened or closed."""

    up: bool


@dataclass(frozen=True, slots=True)
class Local:
    """What of camera and microphone the page was given here; `why` is a code when something is missing."""

    audio: bool
    video: bool
    why: str


@dataclass(frozen=True, slots=True)
class Seated:
    """A member now stands so."""

    device: str
    seat: str
    why: str


@dataclass(frozen=True, slots=True)
class MediaState:
    """How pictures and sound of a member come."""

    device: str
    state: str
    audio: bool
    video: bool


@dataclass(frozen=True, slots=True)
class Muted:
    """A member muted himself or darkened his camera."""

    device: str
    audio: bool
    video: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """This member is shown large."""

    device: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A picture of a member as PNG, empty when there was none."""

    device: str
    png: bytes


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of the recording; the last one may be empty."""

    serial: int
    data: bytes
    last: bool


@dataclass(frozen=True, slots=True)
class Fault:
    """Something of the page itself failed."""

    code: str


Said = LineUp | Local | Seated | MediaState | Muted | Chosen | Snapshot | Chunk | Fault


def understood(text: str) -> Said | None:  # noqa: PLR0911 - one case a kind
    """Read what the page said, field by field; anything else is None."""
    try:
        match json.loads(text):
            case {"kind": "line", "up": bool(up)}:
                return LineUp(up)
            case {"kind": "local", "audio": bool(audio), "video": bool(video), "why": str(why)}:
                return Local(audio, video, why[:40])
            case {"kind": "seat", "device": str(device), "seat": str(seat), "why": str(why)} if seat in _SEATS:
                return Seated(device, seat, why[:40])
            case {"kind": "media", "device": str(device), "state": str(state), "audio": audio, "video": video} if (
                state in _MEDIA
            ):
                return MediaState(device, state, audio is True, video is True)
            case {"kind": "muted", "device": str(device), "audio": bool(audio), "video": bool(video)}:
                return Muted(device, audio, video)
            case {"kind": "chosen", "device": str(device)}:
                return Chosen(device)
            case {"kind": "snapshot", "device": str(device), "data": str(data)}:
                png = _decoded(data)
                return Snapshot(device, png) if not png or png.startswith(_PNG) else None
            case {"kind": "chunk", "serial": int(serial), "data": str(data), "last": bool(last)}:
                return Chunk(serial, _decoded(data), last)
            case {"kind": "trouble", "code": str(code)}:
                return Fault(code[:200])
            case _:
                return None
    except (ValueError, RecursionError):
        return None


def _decoded(data: str) -> bytes:
    if len(data) > _MOST_BYTES:
        message = "too large"
        raise ValueError(message)
    try:
        return base64.b64decode(data, validate=True)
    except binascii.Error as error:
        raise ValueError(str(error)) from error


class MediaBridge(QObject):
    """Tells the page in order; what is kept is told again to a new page, before anything else.

    Signals:
        ready: a page listens; what is kept has been told.
        heard: a value of Said.

    """

    ready = Signal()
    heard = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = Desk()
        self.desk.setParent(self)
        self._log = logging.getLogger("call")
        self._kept: dict[str, str] = {}
        self._waiting: list[str] = []
        self._listening = False
        self._serial = 0
        self.desk.page_ready.connect(self._on_ready)
        self.desk.page_said.connect(self._on_said)

    def is_listening(self) -> bool:
        """Tell whether a page is there."""
        return self._listening

    def keep(self, verb: str, *values: object) -> None:
        """Tell the page, and every later page too; the verb's last values count."""
        text = words(verb, *values)
        self._kept[verb] = text
        if self._listening:
            self._send([text])

    def remember(self, kept: Mapping[str, tuple[object, ...]]) -> None:
        """Change what later pages are told, without telling the one that is there."""
        self._kept.update({verb: words(verb, *values) for verb, values in kept.items()})

    def forget(self, verb: str) -> None:
        """Stop telling later pages."""
        self._kept.pop(verb, None)

    def tell(self, verb: str, *values: object) -> None:
        """Tell the page that is there, or the first that comes."""
        text = words(verb, *values)
        if self._listening:
            self._send([text])
        else:
            self._waiting.append(text)

    def lost(self) -> None:
        """The page is gone; wait for the next one."""
        self._listening = False

    def drop(self) -> None:
        """Forget what waits to be told."""
        self._waiting.clear()

    def _send(self, batch: list[str]) -> None:
        self._serial += 1
        self.desk.told.emit(self._serial, batch)

    def _on_ready(self) -> None:
        self._listening = True
        waiting, self._waiting = self._waiting, []
        self._send([*self._kept.values(), *waiting])
        self.ready.emit()

    def _on_said(self, text: str) -> None:
        said = understood(text)
        if said is None:
            self._log.warning("the call page said something that is not understood: %r", text[:200])
            return
        if isinstance(said, Fault):
            self._log.error("the call page reports: %r", said.code)
        self.heard.emit(said)
