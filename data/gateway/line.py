"""The live lines: one WebSocket a phone, one for the desk's own page; what is said goes to the calls, or is a nudge."""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import time
from collections.abc import Callable, Mapping
from typing import Protocol

import msgspec
from starlette.websockets import WebSocket, WebSocketDisconnect

from data.gateway.limits import Limit, TokenBuckets
from data.gateway.log import LOG, escaped
from data.gateway.sessions import Sessions
from data.gateway.wire import Refused, read_line

DESK = "desk"
MOST_TEXT = 64 * 1024
_MOST_QUEUED = 512
_HELLO_S = 10.0
_WORDS = Limit(rate=20, burst=200)  # a call begins with a shower of candidates
_FRAMES = Limit(rate=60, burst=120)
_MOST_NONSENSE = 20
_BAD, _REPLACED, _REVOKED, _CLOSING, _SLOW = 1008, 4000, 4001, 1001, 1013

Message = Mapping[str, object]


class Calls(Protocol):
    """What the lines ask of the calls (data/gateway/calls.py)."""

    def from_phone(self, device: str, message: object) -> bool:
        """Take a message of a phone."""
        ...

    def from_desk(self, message: object) -> bool:
        """Take a message of the desk's page."""
        ...

    def phone_here(self, device: str) -> None:
        """Note that a line opened."""
        ...

    def phone_gone(self, device: str) -> None:
        """Note that a line is lost."""
        ...

    def desk_here(self) -> None:
        """Note that the desk's page is there."""
        ...

    def desk_gone(self) -> None:
        """Note that the desk's page is gone."""
        ...

    def frame_from_phone(self, device: str, frame: bytes) -> bytes | None:
        """Return what the desk gets for a frame."""
        ...

    def frame_from_desk(self, frame: bytes) -> tuple[str, bytes] | None:
        """Return which phone gets what for a frame."""
        ...


class Line:
    """One open line: what is to be sent waits in a queue of its own, so that nobody waits for a slow phone."""

    def __init__(self, socket: WebSocket) -> None:
        """Speak through an accepted socket."""
        self.socket = socket
        self.client = "" if socket.client is None else socket.client.host
        server = socket.scope.get("server")
        self.dialled = "" if server is None else str(server[0])
        self.visible = True
        self._queue: asyncio.Queue[str | bytes | int] = asyncio.Queue(_MOST_QUEUED)

    def say(self, what: Message | bytes) -> bool:
        """Queue a message; whether there was room. A line that lags too far behind is closed: the page comes again."""
        try:
            self._queue.put_nowait(what if isinstance(what, bytes) else msgspec.json.encode(what).decode())
        except asyncio.QueueFull:
            self.end(_SLOW)
            return False
        return True

    def end(self, code: int, why: str = "") -> None:
        """Say good-bye and close."""
        if self._queue.qsize() > _MOST_QUEUED - 2:
            while not self._queue.empty():
                self._queue.get_nowait()
        if why:
            self._queue.put_nowait(msgspec.json.encode({"t": "bye", "why": why}).decode())
        self._queue.put_nowait(code)

    async def pump(self) -> None:
        """Send what is queued, until the line is to be closed."""
        with contextlib.suppress(WebSocketDisconnect, RuntimeError, OSError):  # the other side was quicker
            while True:
                what = await self._queue.get()
                if isinstance(what, int):
                    await self.socket.close(what)
                    return
                await (self.socket.send_bytes(what) if isinstance(what, bytes) else self.socket.send_text(what))


class Hub:
    """All open lines. Belongs to the gateway's loop."""

    def __init__(self, sessions: Sessions, key: str, changed: Callable[[], None]) -> None:
        """Let phones of `sessions` speak, and the desk's page with `key`; `changed` hears when phones come or go."""
        self._sessions, self._key, self._changed = sessions, key, changed
        self._phones: dict[str, Line] = {}
        self._desk: Line | None = None
        self._calls: Calls | None = None
        self._words, self._frames = TokenBuckets(_WORDS), TokenBuckets(_FRAMES)
        self._closing = False

    def connect(self, calls: Calls) -> None:
        """Let the calls hear what is said."""
        self._calls = calls

    @property
    def online(self) -> tuple[str, ...]:
        """Phones with an open line, in the order in which they came."""
        return tuple(self._phones)

    def send(self, to: str, message: Message) -> bool:
        """Hand a message to a phone's line or the desk's; whether that line is open."""
        line = self._desk if to == DESK else self._phones.get(to)
        return line is not None and line.say(message)

    def addresses(self, device: str) -> tuple[str, str]:
        """Return a phone's address and the one that it dialled."""
        line = self._phones.get(device)
        return ("", "") if line is None else (line.client, line.dialled)

    def drop(self, device: str, why: str) -> None:
        """Close a phone's line, with the reason."""
        line = self._phones.get(device)
        if line is not None:
            line.end(_REVOKED, why)

    def drop_revoked(self) -> None:
        """Close the lines of phones that may no longer speak."""
        for device in self.online:
            if self._sessions.device(device) is None:
                self.drop(device, "revoked")

    def close(self) -> None:
        """Close all lines; no new ones."""
        self._closing = True
        for line in (*self._phones.values(), *((self._desk,) if self._desk else ())):
            line.end(_CLOSING, "closing")

    # ── phones ──

    async def phone(self, socket: WebSocket) -> None:
        """Endpoint of a phone's line."""
        device = self._sessions.who(socket.headers.get("cookie", ""))
        if self._closing:
            raise Refused(503, "not_kept", retry_s=5)
        await socket.accept()
        line = Line(socket)
        pump = asyncio.create_task(line.pump())
        try:
            if await _first(socket, "hello") is None:
                line.end(_BAD)
                await asyncio.wait({pump}, timeout=2)
                return
            await self._speak_with(device.id, line)
        finally:
            await _over(pump)

    async def _speak_with(self, device: str, line: Line) -> None:
        older = self._phones.get(device)
        if older is not None:
            older.end(_REPLACED, "replaced")
        self._phones[device] = line
        self._changed()
        if self._calls is not None:
            self._calls.phone_here(device)
        try:
            nonsense = 0
            async for said in _messages(line.socket):
                if self._sessions.device(device) is None:
                    line.end(_REVOKED, "revoked")
                nonsense += not self._phone_says(device, line, said)
                if nonsense > _MOST_NONSENSE:
                    LOG.warning("the line of %s speaks nonsense", escaped(device))
                    line.end(_BAD)
        finally:
            if self._phones.get(device) is line:
                del self._phones[device]
                self._changed()
                if self._calls is not None:
                    self._calls.phone_gone(device)

    def _phone_says(self, device: str, line: Line, said: str | bytes) -> bool:
        """Take a message; whether it was one."""
        now = time.monotonic()
        if self._phones.get(device) is not line or self._sessions.device(device) is None:
            return True  # replaced or revoked: what still comes is not heard
        if isinstance(said, bytes):
            if self._calls is not None and self._desk is not None and not self._frames.allow(device, now):
                frame = self._calls.frame_from_phone(device, said)
                if frame is not None:
                    self._desk.say(frame)
            return True
        if self._words.allow(device, now):
            return False
        message = read_line(said)
        if message is None:
            return False
        if message["t"] == "hello":
            line.visible = message.get("visible") is True
            return True
        return self._calls is not None and (self._calls.from_phone(device, message) or "call" in message)

    # ── the desk ──

    async def desk(self, socket: WebSocket) -> None:
        """Endpoint of the desk's own page: on the loopback server only, and with the key of this run."""
        await socket.accept()
        line = Line(socket)
        pump = asyncio.create_task(line.pump())
        try:
            first = await _first(socket, "key")
            shown = None if first is None else first.get("key")
            if not isinstance(shown, str) or not hmac.compare_digest(shown.encode(), self._key.encode()):
                LOG.warning("somebody without the key asked for the desk's line")
                line.end(_BAD)
                await asyncio.wait({pump}, timeout=2)
                return
            await self._speak_with_desk(line)
        finally:
            await _over(pump)

    async def _speak_with_desk(self, line: Line) -> None:
        if self._desk is not None:
            self._desk.end(_REPLACED, "replaced")
        self._desk = line
        if self._calls is not None:
            self._calls.desk_here()
        try:
            async for said in _messages(line.socket):
                if self._desk is line and self._calls is not None:
                    self._desk_says(self._calls, said)
        finally:
            if self._desk is line:
                self._desk = None
                if self._calls is not None:
                    self._calls.desk_gone()

    def _desk_says(self, calls: Calls, said: str | bytes) -> None:
        if isinstance(said, str):
            message = read_line(said)
            if message is not None:
                calls.from_desk(message)
            return
        found = calls.frame_from_desk(said)
        if found is not None:
            phone = self._phones.get(found[0])
            if phone is not None:
                phone.say(found[1])


class _Messages:
    """Iterates over what is said until the line is closed."""

    def __init__(self, socket: WebSocket) -> None:
        self._socket = socket

    def __aiter__(self) -> _Messages:
        return self

    async def __anext__(self) -> str | bytes:
        message = await self._socket.receive()
        if message["type"] != "websocket.receive":
            raise StopAsyncIteration
        text = message.get("text")
        found = message.get("bytes") or b"" if text is None else text
        if len(found) > MOST_TEXT:  # the server refuses them before; this holds for any server
            raise StopAsyncIteration
        return found


_messages = _Messages


async def _first(socket: WebSocket, kind: str) -> dict[str, object] | None:
    """Return the first message when it comes soon and is of this kind."""
    try:
        async with asyncio.timeout(_HELLO_S):
            async for said in _messages(socket):
                message = read_line(said) if isinstance(said, str) else None
                return message if message is not None and message["t"] == kind else None
    except TimeoutError:
        return None
    return None


async def _over(pump: asyncio.Task[None]) -> None:
    """Let the last words out, then stop."""
    if not pump.done():
        pump.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await pump
