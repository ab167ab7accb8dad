"""Where the gateway listens: the certificate, three servers, and what to do when an address or port goes away."""

from __future__ import annotations

import asyncio
import errno
import socket
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from starlette.types import ASGIApp

from data.gateway import app, tls
from data.gateway.addresses import for_phones, host_part, interfaces
from data.gateway.door import DoorRules, Server, bound, room_for
from data.gateway.guard import Pace
from data.gateway.log import LOG, escaped
from data.gateway.ports import NOTICES, Desk, LinkOpened, LinkTrouble
from data.gateway.trust_page import Asked

_HERE = frozenset({"127.0.0.1", "localhost", "::1"})
_ANY = frozenset({"0.0.0.0", "::"})
_RENEW_S = 3600.0
_BIND: dict[int, str] = {
    errno.EADDRINUSE: "port_busy",
    errno.EADDRNOTAVAIL: "address_gone",
    errno.EACCES: "port_denied",
    errno.EPERM: "port_denied",
}


@dataclass(frozen=True, slots=True)
class Ports:
    """TCP ports; 0 = any that is free."""

    phones: int = 8843
    trust: int = 8880
    desk: int = 0


class Wishes(Protocol):
    """What the links need of the gateway's options."""

    @property
    def certificates(self) -> Path: ...
    @property
    def trust_folder(self) -> Path: ...
    @property
    def address(self) -> str: ...
    @property
    def ports(self) -> Ports: ...
    @property
    def names(self) -> tuple[str, ...]: ...
    @property
    def own_certificate(self) -> tuple[Path, Path] | None: ...
    @property
    def constrain(self) -> bool: ...
    @property
    def pace(self) -> Pace: ...
    @property
    def door(self) -> DoorRules: ...
    @property
    def watch_s(self) -> float: ...


class Links:
    """The servers of one gateway. Belongs to its loop."""

    def __init__(self, desk: Desk, wishes: Wishes, phones_app: ASGIApp, desk_app: ASGIApp) -> None:
        """Make ready; nothing listens yet."""
        self._desk, self._wishes = desk, wishes
        self._apps = (phones_app, desk_app)
        self._rules = room_for(wishes.door)
        self._address = wishes.address
        self._trust: tls.Trust | None = None
        self._context: ssl.SSLContext | None = None
        self._phones = _Serving()
        self._help = _Serving()
        self._own_page = _Serving()
        self._lock = asyncio.Lock()
        self._certified = False
        self._noticed: tuple[tls.Notice, ...] = ()
        self._trouble = ""
        self._told: LinkOpened | None = None
        self.hosts: frozenset[str] = frozenset()

    @property
    def opened(self) -> LinkOpened:
        """Where it listens; empty where it does not."""
        shown = host_part("127.0.0.1" if self._address in _ANY else self._address)
        trust = self._trust
        return LinkOpened(
            f"https://{shown}:{self._phones.port}" if self._phones.port else "",
            f"http://{shown}:{self._help.port}" if self._help.port else "",
            f"http://127.0.0.1:{self._own_page.port}" if self._own_page.port else "",
            "" if trust is None else trust.fingerprint,
            own_authority=trust is not None and trust.authority is not None,
            until=None if trust is None else trust.until,
            notices=() if trust is None else tuple(_trouble(one) for one in trust.notices if one.code in NOTICES),
        )

    async def start(self) -> None:
        """Listen for the desk's page, then for phones."""
        try:
            await self._own_page.serve(self._apps[1], [bound("127.0.0.1", self._wishes.ports.desk)], self._rules)
        except OSError as error:
            self._tell(_BIND.get(error.errno or 0, "port_denied"), f"127.0.0.1:{self._wishes.ports.desk}")
        await self.open(self._wishes.address)

    async def open(self, address: str) -> LinkOpened:
        """Listen for phones at an address, and nowhere else."""
        async with self._lock:
            await self._phones.stop()
            await self._help.stop()
            self._address = address
            self.hosts = self._names() | (_HERE if address in _HERE | _ANY else frozenset())
            usable = await self._certify()
            if usable and await self._listen() and self._certified:
                self._tell("")
            return self._tell_opened()

    async def swap(self) -> LinkOpened:
        """Look at the certificate again; phones notice nothing."""
        async with self._lock:
            await self._certify()
            return self._tell_opened()

    async def watch(self) -> None:
        """Come back when the address does; renew the certificate in time."""
        loop = asyncio.get_running_loop()
        renew_at = loop.time() + _RENEW_S
        while True:
            await asyncio.sleep(self._wishes.watch_s)
            there = self._address in _HERE | _ANY or any(one.address == self._address for one in interfaces())
            if not there:
                self._tell("address_gone", self._address)
            elif not self._phones.port or self._trouble == "address_gone":
                await self.open(self._address)
            if loop.time() >= renew_at:
                renew_at = loop.time() + _RENEW_S
                await self.swap()

    async def stop(self) -> None:
        """Listen no more."""
        await asyncio.gather(self._phones.stop(), self._help.stop(), self._own_page.stop())

    # ── inside ──

    def _names(self) -> frozenset[str]:
        found = (one.address for one in for_phones(interfaces())) if self._address in _ANY else (self._address,)
        return frozenset(name.lower() for name in (*found, *self._wishes.names))

    async def _certify(self) -> bool:
        """Have a certificate for where we listen; whether there is any to show, perhaps an older one."""
        self._certified = False
        names = sorted(self._names())
        try:
            trust = await asyncio.to_thread(self._make_trust, names)
            if self._context is None:
                self._context = tls.server_context(trust)
            elif trust.certificate != (self._trust.certificate if self._trust else None):
                tls.load_into(self._context, trust)
        except tls.TrustTrouble as trouble:
            self._tell(trouble.code, " ".join(str(value) for value in trouble.params.values()))
            return self._context is not None
        self._trust, self._certified = trust, True
        for notice in trust.notices:
            LOG.info("certificate: %s %s", notice.code, notice.params)
            if notice.code in NOTICES and notice not in self._noticed:
                self._desk.tell(_trouble(notice))
        self._noticed = trust.notices
        return True

    def _make_trust(self, names: list[str]) -> tls.Trust:
        wishes, now = self._wishes, datetime.now(UTC)
        if wishes.own_certificate is not None:
            chain, key = wishes.own_certificate
            return tls.own(chain, key, wishes.names or names, now)
        return tls.ensure(wishes.certificates, names, now, constrain=wishes.constrain)

    async def _listen(self) -> bool:
        ports = self._wishes.ports
        return all(
            [
                await self._try(self._phones, self._apps[0], ports.phones, self._context),
                await self._try(
                    self._help,
                    app.trust(self._wishes.trust_folder, self._asked, lambda: self.hosts, self._wishes.pace),
                    ports.trust,
                    None,
                ),
            ]
        )

    async def _try(self, serving: _Serving, served: ASGIApp, port: int, context: ssl.SSLContext | None) -> bool:
        try:
            await serving.serve(served, [bound(self._address, port)], self._rules, context)
        except OSError as error:
            self._tell(_BIND.get(error.errno or 0, "address_gone"), f"{host_part(self._address)}:{port}")
            return False
        return True

    def _asked(self, user_agent: str) -> Asked | None:
        trust = self._trust
        if trust is None or trust.authority is None:
            return None
        return Asked(trust.authority, self.opened.phones, user_agent)

    def _tell_opened(self) -> LinkOpened:
        opened = self.opened
        if opened != self._told:
            self._told = opened
            self._desk.tell(opened)
        return opened

    def _tell(self, code: str, detail: str = "") -> None:
        """Tell a trouble once, and once that it is over."""
        if code != self._trouble:
            self._trouble = code
            if code:
                LOG.warning("%s %s", code, detail)
            self._desk.tell(LinkTrouble(code, escaped(detail)))


def _trouble(notice: tls.Notice) -> LinkTrouble:
    return LinkTrouble(notice.code, escaped(" ".join(value for _, value in notice.params)))


class _Serving:
    """One server that may run."""

    def __init__(self) -> None:
        self._server: Server | None = None
        self._task: asyncio.Task[None] | None = None
        self.port = 0

    async def serve(
        self, served: ASGIApp, listeners: list[socket.socket], rules: DoorRules, context: ssl.SSLContext | None = None
    ) -> None:
        self._server = Server(served, listeners, rules, context)
        self.port = int(listeners[0].getsockname()[1])
        self._task = asyncio.get_running_loop().create_task(self._server.serve())
        while not self._server.started:
            await asyncio.sleep(0)

    async def stop(self) -> None:
        server, task = self._server, self._task
        self._server, self._task, self.port = None, None, 0
        if server is not None and task is not None:
            server.should_exit = True
            await task
