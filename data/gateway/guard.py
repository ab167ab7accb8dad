"""What stands before every page and call: who may ask at all, how much, how often, how slowly; and what answers carry.

Plain ASGI, so that nothing is read or built for a request that is turned away.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import msgspec
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.gateway.limits import Limit, TokenBuckets, source_key
from data.gateway.log import LOG, escaped
from data.gateway.wire import Refused

_PAGE_COSTS = 0.1
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_ONCE = ("host", "origin", "content-length", "content-type", "cookie", "x-client", "transfer-encoding")
_CSP = (
    "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self' {line}; "
    "worker-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
_HEADERS = (
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("x-frame-options", "DENY"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(self), microphone=(self), geolocation=(self), screen-wake-lock=(self), payment=()"),
)


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a body may take, and how much may be under way at a time. Seconds."""

    next_piece_s: float = 10.0
    whole_body_s: float = 20.0
    whole_file_s: float = 180.0
    most_at_once: int = 512


@dataclass(frozen=True, slots=True)
class Pace:
    """How often one may ask: an address that has not shown a token, and a phone that has."""

    address: Limit = Limit(rate=20, burst=300)  # many phones may stand behind one access point
    device: Limit = Limit(rate=5, burst=100)


@dataclass(frozen=True, slots=True)
class House:
    """What the guard asks of the one it stands before.

    `hosts` are the names and addresses by which this server may be called, without port. `cap` is how many bytes a
    body may have. `caller` returns the id of the phone that a Cookie header stands for, "" when it is none.
    """

    hosts: Callable[[], frozenset[str]]
    cap: Callable[[str, Headers], int]
    caller: Callable[[str], str]


class Guard:
    """ASGI middleware; outermost of all."""

    def __init__(
        self,
        app: ASGIApp,
        house: House,
        pace: Pace | None = None,
        patience: Patience | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Stand before `app`."""
        pace = pace or Pace()
        self._app, self._house, self._clock = app, house, clock
        self._patience = patience or Patience()
        self._by_address = TokenBuckets(pace.address)
        self._by_device = TokenBuckets(pace.device)
        self._under_way = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Turn the request away, or let it through with its body watched."""
        if scope["type"] not in {"http", "websocket"}:
            raise RuntimeError(f"the gateway serves no {scope['type']}")
        request = _Request(scope, receive, send, self._patience)
        try:
            self._look(request)
        except Refused as refused:
            await request.turn_away(refused)
            return
        self._under_way += request.counts
        try:
            await self._app(scope, request.receive, request.send)
        except Refused as refused:  # raised while the body came in, where no handler caught it
            await request.turn_away(refused)
        except Exception:  # noqa: BLE001 - our own fault: recorded loudly, the phone tries again
            LOG.exception("%s %s failed", scope.get("method", "line"), escaped(scope["path"]))
            await request.turn_away(Refused(503, "not_kept"))
        finally:
            self._under_way -= request.counts

    def _look(self, request: _Request) -> None:
        scope, headers = request.scope, request.headers
        if any(len(headers.getlist(name)) > 1 for name in _ONCE):
            raise Refused(400, "bad_request")
        if request.host not in self._house.hosts():
            raise Refused(421, "wrong_host")
        self._pace(scope, headers)
        line = scope["type"] == "websocket"
        if line or scope["method"] not in _SAFE:
            scheme = {"ws": "http", "wss": "https"}.get(scope["scheme"], scope["scheme"])
            if headers.get("origin") != f"{scheme}://{headers['host']}":
                raise Refused(403, "not_allowed")
        if headers.get("sec-fetch-site", "none") not in {"none", "same-origin"} and (
            line or scope["path"].startswith("/api/")
        ):
            raise Refused(403, "not_allowed")
        if line:
            return
        if self._under_way >= self._patience.most_at_once:
            raise Refused(503, "not_kept", retry_s=1)
        request.cap = self._house.cap(scope["path"], headers)
        length = headers.get("content-length", "0")
        if not (length.isascii() and length.isdigit()):
            raise Refused(400, "bad_request")
        if len(length) > 12 or int(length) > request.cap:
            raise Refused(413, "too_large")

    def _pace(self, scope: Scope, headers: Headers) -> None:
        device = self._house.caller(headers.get("cookie", ""))
        address = scope["client"][0] if scope.get("client") else ""
        buckets, key = (self._by_device, device) if device else (self._by_address, source_key(address))
        # a page is some forty small files out of memory, and a room full of phones may open it at the same time
        wait = buckets.allow(key, self._clock(), 1.0 if scope["path"].startswith("/api/") else _PAGE_COSTS)
        if wait:
            raise Refused(429, "slow_down", retry_s=wait)


class _Request:
    """One request on its way through."""

    def __init__(self, scope: Scope, receive: Receive, send: Send, patience: Patience) -> None:
        self.scope, self._receive, self._send, self._patience = scope, receive, send, patience
        self.headers = Headers(scope=scope)
        self.cap = 0
        self.counts = int(scope["type"] == "http")
        self._taken = 0
        self._began = asyncio.get_running_loop().time()
        self._body_over = False
        self._answered = False

    @property
    def host(self) -> str:
        """The Host header without its port, in small letters."""
        named = self.headers.get("host", "").lower()
        if named.startswith("["):
            return named[1:].partition("]")[0]
        return named.rpartition(":")[0] if named.count(":") == 1 else named

    async def receive(self) -> Message:
        """Receive, with sizes and times watched."""
        if not self.counts or self._body_over:
            return await self._receive()
        left = self._began + self._whole_s() - asyncio.get_running_loop().time()
        try:
            async with asyncio.timeout(min(self._patience.next_piece_s, left)):
                message = await self._receive()
        except TimeoutError:
            raise Refused(503, "not_kept", retry_s=1) from None
        if message["type"] == "http.request":
            self._taken += len(message.get("body", b""))
            if self._taken > self.cap:
                raise Refused(413, "too_large")
            self._body_over = not message.get("more_body", False)
        return message

    async def send(self, message: Message) -> None:
        """Send, with the headers that every answer carries."""
        if message["type"] in {"http.response.start", "websocket.http.response.start"}:
            self._answered = True
            message["headers"] = [*message.get("headers", ()), *self._extra(message)]
        elif message["type"] in {"websocket.accept", "websocket.close"}:
            self._answered = True
        await self._send(message)

    async def turn_away(self, refused: Refused) -> None:
        """Answer with a code; nothing more when an answer has begun already."""
        if self._answered:
            return
        start = "http.response" if self.counts else "websocket.http.response"
        if not self.counts and "websocket.http.response" not in (self.scope.get("extensions") or {}):
            await self.send({"type": "websocket.close", "code": 1008, "reason": refused.code})
            return
        body = told(refused)
        headers = [*headers_of(refused), (b"content-length", str(len(body)).encode())]
        if not self._has_no_body():
            headers.append((b"connection", b"close"))  # what is left of the body is not read
        await self.send({"type": f"{start}.start", "status": refused.status, "headers": headers})
        await self.send({"type": f"{start}.body", "body": body})

    def _has_no_body(self) -> bool:
        return self._body_over or self.scope.get("method") in _SAFE

    def _extra(self, message: Message) -> list[tuple[bytes, bytes]]:
        present = {name.lower() for name, _ in message.get("headers", ())}
        extra = [*_HEADERS, ("content-security-policy", self._policy())]
        if self.scope["path"].startswith("/api/"):
            extra.append(("cache-control", "no-store"))
        return [(name.encode(), value.encode()) for name, value in extra if name.encode() not in present]

    def _policy(self) -> str:
        # some browsers do not hold the live line to be 'self'; the host was looked at, so it may be named
        secure = self.scope["scheme"] in {"https", "wss"}
        host = self.headers.get("host", "")
        plain = bool(host) and all(mark.isalnum() or mark in ".-:[]" for mark in host) and host.isascii()
        return _CSP.format(line=f"{'wss' if secure else 'ws'}://{host}" if plain else "'self'")

    def _whole_s(self) -> float:
        return self._patience.whole_file_s if self.scope["path"] == "/api/file" else self._patience.whole_body_s


def told(refused: Refused) -> bytes:
    """Return the body of a refusal."""
    said: Mapping[str, object] = {"error": refused.code, **({"wipe": True} if refused.wipe else {})}
    return msgspec.json.encode(said)


def headers_of(refused: Refused) -> list[tuple[bytes, bytes]]:
    """Return the headers of a refusal."""
    headers = [(b"content-type", b"application/json"), (b"cache-control", b"no-store")]
    if refused.retry_s:
        headers.append((b"retry-after", str(max(1, math.ceil(refused.retry_s))).encode()))
    return headers
