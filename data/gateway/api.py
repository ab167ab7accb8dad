"""The calls under /api: who may, what comes in, what is answered."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from data.gateway import wire
from data.gateway.enrol import (
    EnrolTrouble,
    Invitations,
    Stage,
    cookie_gone_header,
    cookie_header,
    hash_token,
    token_from_cookie,
)
from data.gateway.files import Files, Remembered
from data.gateway.inbound import Unfit, check
from data.gateway.log import LOG, escaped
from data.gateway.mine import Kinds, mine
from data.gateway.ports import Desk, EnrolmentAsked, PhoneLeft
from data.gateway.sessions import Sessions
from data.gateway.wire import Refused
from data.model.field import Device, Inbound
from data.model.situation import Situation

KEPT_WITHIN_S = 5.0
MOST_BODY = 256 * 1024
_GONE = frozenset({Stage.REFUSED, Stage.EXPIRED})
_WRONG_CODES: Mapping[str, tuple[int, str]] = {
    "unknown_code": (404, "unknown_code"),
    "used_code": (410, "gone"),
    "expired_code": (410, "gone"),
    "unknown_ticket": (410, "gone"),
}

Handler = Callable[[Request], Awaitable[Response]]


@dataclass(slots=True)
class Shown:
    """The situation that was shown last, and what every phone is told besides."""

    now: Situation = field(default_factory=Situation)
    kinds: Kinds = ()
    numbers: Kinds = ()


class Methods:
    """Endpoint of a path: one handler a method."""

    def __init__(self, **handlers: Handler) -> None:
        """Take handlers by the method in small letters."""
        self._handlers = handlers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse the method."""
        method = str(scope["method"])
        handler = self._handlers.get("get" if method == "HEAD" else method.lower())
        if handler is None:
            raise Refused(405, "bad_request")
        response = await handler(Request(scope, receive))
        await response(scope, receive, send)


class Api:
    """Handlers of the calls. Belongs to the gateway's loop."""

    def __init__(
        self,
        desk: Desk,
        sessions: Sessions,
        invitations: Invitations,
        shown: Shown,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Answer for a desk; `clock` is the machine's."""
        self._desk, self._sessions, self._invitations, self._shown = desk, sessions, invitations, shown
        self._clock = clock
        self._files = Files(desk, clock)
        self._taken = Remembered[bool](20_000)
        self.told: dict[str, str] = {}  # version of its list that a phone fetched last

    # ── letting a phone in ──

    async def enrol(self, request: Request) -> Response:
        """`POST /api/enrol`."""
        asked = wire.read(wire.Enrol, await request.body())
        address = "" if request.client is None else request.client.host
        try:
            redeemed = self._invitations.redeem(
                asked.code, asked.name, request.headers.get("user-agent", "")[:400], address
            )
        except EnrolTrouble as trouble:
            raise _refused(trouble) from trouble
        waiting = (redeemed.pairing, redeemed.expires_at)
        for found in self._invitations.listed():
            if found.stage is Stage.WAITING and (found.pairing, found.expires_at) == waiting:
                self._desk.tell(EnrolmentAsked(found.id, found.person, found.role, found.device_name, found.pairing))
        return _json({"pending": redeemed.ticket, "number": redeemed.pairing}, 202)

    async def enrolment(self, request: Request) -> Response:
        """`GET /api/enrol/PENDING`."""
        try:
            standing = self._invitations.standing(request.path_params["pending"])
        except EnrolTrouble as trouble:
            raise _refused(trouble) from trouble
        if standing.stage in _GONE or (standing.stage is Stage.ENROLLED and not standing.token):
            raise Refused(410, "gone")
        if not standing.token:
            return _json({}, 202)
        realm = self._shown.now.realm
        device = self._sessions.find(cookie_header(standing.token, realm).partition(";")[0])
        if device is None:  # revoked before the phone came to fetch it
            raise Refused(410, "gone")
        return _json({"device": device.id}, 200, {"set-cookie": cookie_header(standing.token, realm)})

    # ── what a phone reads ──

    async def me(self, request: Request) -> Response:
        """`GET /api/me`."""
        device = self._who(request)
        row = self._shown.now.registers.staff.get(device.person)
        return _json(
            {
                "device": device.id,
                "person": device.person,
                "name": device.person if row is None else row.name,
                "role": device.role.value,
                "realm": self._shown.now.realm.value,
                "wipe": False,
            }
        )

    async def mine(self, request: Request) -> Response:
        """`GET /api/mine`."""
        device = self._who(request)
        held = self.list_of(device)
        self.told[device.id] = held["version"]
        etag = f'"{held["version"]}"'
        if etag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers={"etag": etag})
        return _json(held, 200, {"etag": etag, "cache-control": "private, no-cache"})

    def list_of(self, device: Device) -> dict[str, Any]:
        """Return a phone's own list as it is now."""
        shown = self._shown
        return mine(shown.now, device, self._desk.clock(), self._desk.speed(), shown.kinds, shown.numbers)

    async def file(self, request: Request) -> Response:
        """`GET /api/file/DIGEST`."""
        return self._files.give(self._who(request), request.path_params["digest"], self._shown.now)

    # ── what a phone sends ──

    async def send(self, request: Request) -> Response:
        """`POST /api/send`: answered when it is on disk."""
        device = self._who(request)
        said = wire.read(wire.Send, await request.body())
        client = str(said.client)
        if self._taken.get(device.id, client):
            return _json({}, 200)
        body = wire.canonical(said.body)
        try:
            check(self._shown.now, device, said.kind, body, self._files.has)
        except Unfit as unfit:
            if await self._was_kept(device.id, client):  # before a restart; what it meant has happened since
                return _json({}, 200)
            raise Refused(unfit.status, unfit.code) from unfit
        received = self._clock()
        at = wire.believable(said.at, received)
        new = await self._on_disk(Inbound(device.id, client, said.kind, at, received, body.decode()))
        return _json({}, 201 if new else 200)

    async def put(self, request: Request) -> Response:
        """`POST /api/file`."""
        kept = await self._files.take(self._who(request), request)
        file = kept.file
        names = ("digest", "media", "size", "width", "height", "seconds", "taken_at", "lon", "lat")
        return _json({name: getattr(file, name) for name in names}, 201 if kept.new else 200)

    async def positions(self, request: Request) -> Response:
        """`POST /api/positions`: of somebody on duty; off duty nobody is followed."""
        device = self._who(request)
        said = wire.read(wire.Positions, await request.body())
        row = self._shown.now.registers.staff.get(device.person)
        if row is not None and not row.on_duty:
            raise Refused(403, "not_allowed")
        try:
            times = wire.Times(self._clock(), self._desk.clock(), self._desk.speed())
            self._desk.keep_positions(wire.positions(said.points, device.person, device.id, times))
        except Exception as error:
            LOG.error("positions were not kept: %s", escaped(repr(error)))
            raise Refused(503, "not_kept", retry_s=5) from error
        return Response(status_code=204)

    async def leave(self, request: Request) -> Response:
        """`POST /api/leave`: the person signs this phone off; nobody else can be signed off by it."""
        device = self._who(request)
        self._sessions.bar(device.id)
        self._desk.tell(PhoneLeft(device.id))
        return _json({"wipe": True}, 200, {"set-cookie": cookie_gone_header(self._shown.now.realm)})

    async def _was_kept(self, device: str, client: str) -> bool:
        try:
            return await asyncio.wait_for(asyncio.wrap_future(self._desk.was_kept(device, client)), KEPT_WITHIN_S)
        except Exception as error:
            LOG.error("whether a message was kept is not known: %s", escaped(repr(error)))
            raise Refused(503, "not_kept", retry_s=2) from error

    async def _on_disk(self, message: Inbound) -> bool:
        """Return whether the message is new, once it is kept; it is kept also when nobody waits any longer."""
        try:
            waiting = asyncio.wrap_future(self._desk.keep(message))
            waiting.add_done_callback(lambda done: self._note(message, done))
            return await asyncio.wait_for(asyncio.shield(waiting), KEPT_WITHIN_S)
        except TimeoutError as error:
            raise Refused(503, "not_kept", retry_s=1) from error
        except Exception as error:
            LOG.error("a message was not kept: %s", escaped(repr(error)))
            raise Refused(503, "not_kept", retry_s=2) from error

    def _note(self, message: Inbound, done: asyncio.Future[bool]) -> None:
        """Remember what is on disk, also when that came late: its repeat shall not be judged by a later situation."""
        if not done.cancelled() and done.exception() is None:
            self._taken.put(message.device, message.client, value=True)

    def _who(self, request: Request) -> Device:
        cookie = request.headers.get("cookie", "")
        device = self._sessions.who(cookie)
        token = token_from_cookie(cookie, self._sessions.realm)
        if token is not None:
            self._invitations.used(hash_token(token))
        return device


def _refused(trouble: EnrolTrouble) -> Refused:
    if trouble.code == "too_many_tries":
        wait = trouble.params.get("retry_after_s")
        return Refused(429, "slow_down", retry_s=float(wait) if isinstance(wait, int | float) else 60)
    status, code = _WRONG_CODES.get(trouble.code, (409, trouble.code))
    return Refused(status, code)


def _json(said: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    return Response(msgspec.json.encode(said), status, headers, "application/json")
