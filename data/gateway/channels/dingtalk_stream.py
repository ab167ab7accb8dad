"""Stream mode of DingTalk: what people write to our robot comes in over a line that we open; no public address.

Ours and not the package `dingtalk-stream`: that one (0.24.3) calls `requests.post` inside the event loop, keeps no
limit on what it reads, and would bring aiohttp and requests for the two frames that we need.
A frame is acknowledged when the callback has kept it; everything else DingTalk repeats, and repeats are dropped here.
"""

from __future__ import annotations

import asyncio
import json
import logging
import random
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import quote

from data.gateway.channels.http import RETRY_S, Trouble, Wire, address_trouble, tls_context
from data.gateway.channels.messenger import Seen, clean, objects_at, part_at, text_at, whole_at

if TYPE_CHECKING:
    from websockets.asyncio.client import ClientConnection, connect

BOT_TOPIC = "/v1.0/im/bot/messages/get"
FRAME_LIMIT_BYTES = 1 << 20
TEXT_LIMIT = 4000
KEEP_ALIVE_S = 30.0


@dataclass(frozen=True, slots=True)
class StreamConfig:
    """The application whose robot is listened to."""

    client_id: str
    api_url: str = "https://api.dingtalk.com"
    timeout_s: float = 5.0
    first_wait_s: float = 1.0
    longest_wait_s: float = 60.0
    ca_file: str = ""
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Inbound:
    """What somebody wrote to our robot, and when; `kind` is text, audio, picture …, `id` names it once."""

    sender_id: str
    sender_name: str
    text: str
    at: datetime
    conversation: str
    kind: str = "text"
    id: str = ""


class LineState(StrEnum):
    """How the line stands, for the top bar."""

    CONNECTING = "connecting"
    ONLINE = "online"
    WAITING = "waiting"
    STOPPED = "stopped"


class _Ended(Exception):
    """The line came to its end; `detail` is a code."""

    def __init__(self, detail: str, wait_s: float = 0.0) -> None:
        super().__init__(detail)
        self.detail = detail
        self.wait_s = wait_s


@dataclass(slots=True)
class Stream:
    """One line. `keep` stores a message and says whether it did; `told` hears how the line stands and why."""

    config: StreamConfig
    client_secret: str = field(repr=False)
    keep: Callable[[Inbound], Awaitable[bool]]
    told: Callable[[LineState, str], None] | None = None
    _seen: Seen = field(default_factory=Seen, init=False, repr=False)
    _failures: int = field(default=0, init=False, repr=False)

    async def run(self, stop: asyncio.Event) -> None:
        """Listen until `stop` is set; after every end come back, at first soon and then ever later."""
        while not stop.is_set():
            self._tell(LineState.CONNECTING)
            try:
                await self._listen(stop)
            except _Ended as ended:
                wait_s = max(self._wait_s(), ended.wait_s)
                self._tell(LineState.WAITING, ended.detail)
                await _pause(stop, wait_s)
        self._tell(LineState.STOPPED)

    async def _listen(self, stop: asyncio.Event) -> None:
        """Open one line and serve it to its end."""
        from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidURI

        address = await asyncio.to_thread(self._open)
        if isinstance(address, Trouble):
            raise _Ended(address.detail, address.retry_after_s or RETRY_S)
        try:
            async with _line(address, self.config) as line:
                self._tell(LineState.ONLINE)
                await self._serve(line, stop)
        except ConnectionClosed as closed:
            raise _Ended("closed") from closed
        except (InvalidHandshake, InvalidURI) as refused:  # a redirect among them
            raise _Ended("handshake") from refused
        except OSError as failed:  # time-outs and TLS among them
            raise _Ended("connect") from failed

    async def _serve(self, line: ClientConnection, stop: asyncio.Event) -> None:
        stopped = asyncio.create_task(stop.wait())
        received = asyncio.create_task(line.recv())
        try:
            while True:
                await asyncio.wait({stopped, received}, return_when=asyncio.FIRST_COMPLETED)
                if not received.done():
                    return
                reply = await self._answer(received.result())
                if reply is not None:
                    await line.send(reply)
                self._failures = 0
                received = asyncio.create_task(line.recv())
        finally:
            stopped.cancel()
            received.cancel()

    async def _answer(self, raw: str | bytes) -> str | None:
        """Return the acknowledgement of a frame; None for what asks for none."""
        frame = _object(raw)
        headers = part_at(frame, "headers")
        topic, kind = text_at(headers, "topic"), text_at(frame, "type")
        if kind == "SYSTEM" and topic == "disconnect":
            raise _Ended("disconnect")
        if not text_at(headers, "messageId"):
            return None
        if kind == "SYSTEM":
            return _ack(headers, text_at(frame, "data"))
        if kind == "CALLBACK" and topic == BOT_TOPIC:
            kept = await self._take(text_at(headers, "messageId"), text_at(frame, "data"))
            return _ack(headers, '{"response":null}', code=200 if kept else 500)
        if kind == "EVENT":
            return _ack(headers, '{"status":"SUCCESS","message":""}')
        return _ack(headers, "", code=404)

    async def _take(self, frame_id: str, data: str) -> bool:
        inbound = inbound_of(_object(data), frame_id)
        if inbound is None or inbound.id in self._seen:
            return True  # a repeat brings nothing new, and neither would what cannot be read
        kept = await self.keep(inbound)
        if kept:
            self._seen.add(inbound.id)
        return kept

    def _open(self) -> str | Trouble:
        """Ask for a line; returns its address with a ticket that holds once."""
        body = {
            "clientId": self.config.client_id,
            "clientSecret": self.client_secret,
            "subscriptions": [{"type": "CALLBACK", "topic": BOT_TOPIC}],
            "ua": "anlan",
            "localIp": "127.0.0.1",
        }
        config = self.config
        with Wire(config.api_url, config.timeout_s, ca_file=config.ca_file, plain=config.plain) as wire:
            told = wire.post_json("/v1.0/gateway/connections/open", body).told()
        if isinstance(told, Trouble):
            return told
        endpoint, ticket = text_at(told, "endpoint"), text_at(told, "ticket")
        if not endpoint or not ticket:
            return Trouble("bad_answer", RETRY_S)
        trouble = address_trouble(endpoint, plain=config.plain, schemes=("wss", "ws"))
        return trouble or f"{endpoint}?ticket={quote(ticket, safe='')}"

    def _wait_s(self) -> float:
        """Return 1, 2, 4 … seconds, a little blurred so that many desks do not come back at once."""
        wait_s = min(self.config.first_wait_s * 2**self._failures, self.config.longest_wait_s)
        self._failures = min(self._failures + 1, 16)
        return wait_s * random.uniform(0.8, 1.2)

    def _tell(self, state: LineState, detail: str = "") -> None:
        if self.told is not None:
            self.told(state, detail)


def inbound_of(data: Mapping[str, object], frame_id: str = "") -> Inbound | None:
    """Read a message to the robot; None when it has no sender."""
    sender = text_at(data, "senderStaffId") or text_at(data, "senderId")
    if not sender:
        return None
    kind = text_at(data, "msgtype") or "text"
    content = part_at(data, "content")
    said = {
        "text": text_at(part_at(data, "text"), "content"),
        "audio": text_at(content, "recognition"),
        "richText": "".join(text_at(part, "text") for part in objects_at(content, "richText")),
    }.get(kind, "")
    return Inbound(
        sender,
        clean(text_at(data, "senderNick")),
        clean(said).strip()[:TEXT_LIMIT],
        _moment(whole_at(data, "createAt")),
        text_at(data, "conversationId"),
        kind,
        text_at(data, "msgId") or frame_id,
    )


def _moment(milliseconds: int | None) -> datetime:
    """Return when it was written; the moment of arrival when the frame does not say it credibly."""
    now = time.time()
    at = now if milliseconds is None else milliseconds / 1000
    return datetime.fromtimestamp(at if 0 < at < now + 86_400 else now, UTC)


def _object(raw: str | bytes) -> dict[str, object]:
    try:
        parsed: object = json.loads(raw)
    except (ValueError, RecursionError):
        return {}
    return cast("dict[str, object]", parsed) if isinstance(parsed, dict) else {}


def _ack(headers: Mapping[str, object], data: str, *, code: int = 200) -> str:
    said = {"messageId": text_at(headers, "messageId"), "contentType": "application/json"}
    return json.dumps({"code": code, "headers": said, "message": "OK" if code == 200 else "not kept", "data": data})


def _line(address: str, config: StreamConfig) -> connect:
    """Make ready a line that follows no redirect, uses no proxy and writes nothing of its address into a log."""
    from websockets.asyncio.client import connect

    class Straight(connect):
        def process_redirect(self, exc: Exception) -> Exception | str:
            return exc

    silent = logging.getLogger(f"{__name__}.frames")
    silent.setLevel(logging.CRITICAL + 1)  # the ticket stands in the address: it stays out even where all is logged
    further: dict[str, Any] = {"ssl": tls_context(config.ca_file)} if address.startswith("wss:") else {}
    return Straight(
        address,
        compression=None,
        proxy=None,
        open_timeout=config.timeout_s,
        close_timeout=config.timeout_s,
        ping_interval=KEEP_ALIVE_S,
        ping_timeout=KEEP_ALIVE_S,
        max_size=FRAME_LIMIT_BYTES,
        logger=silent,
        **further,
    )


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)
