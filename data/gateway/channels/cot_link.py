"""The line to TAK: out as a carrier over TLS with a client certificate, in as events of an endless stream.

Multicast is clear text on the whole net; it is spoken only when a setting says so.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
from collections.abc import AsyncGenerator, AsyncIterator, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from ipaddress import ip_address

from data.gateway.channels.cot import CotEvent, CotRefused, from_message, in_realm, ping, read, write
from data.gateway.channels.cot_stream import EventSplitter
from data.gateway.channels.http import RETRY_S, Trouble
from data.model.dispatch import Channel, Outcome
from data.model.steps import Realm
from data.rules.channels import Delivery, Draft, Message, OutboundRefused, Recipient

MULTICAST = ("239.2.3.1", 6969)
_PAUSES_S = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
_PING_EVERY_S = 30.0
_CHUNK = 65_536


class Transport(StrEnum):
    """How events travel."""

    TLS = "tls"
    TCP = "tcp"  # for tests and closed nets
    UDP = "udp"


@dataclass(frozen=True, slots=True)
class TakLink:
    """The carrier to a TAK server, or to a mesh when `open_air` allows it.

    `server_name` is the name in the server's certificate when it is not reached by that name. `home` is the (lon, lat)
    of a message without an area. `settle_s` is how long a refusal of our certificate may take after the handshake:
    TLS 1.3 tells it only then.
    """

    host: str
    port: int = 8089
    transport: Transport = Transport.TLS
    cert_file: str = ""
    key_file: str = ""
    key_password: str = field(default="", repr=False)
    ca_file: str = ""
    server_name: str = ""
    home: tuple[float, float] = (113.68, 34.90)
    plain: bool = False
    open_air: bool = False
    name: str = "tak"
    channel: Channel = Channel.BROADCAST
    exercise: bool = False
    timeout_s: float = 5.0
    settle_s: float = 0.5

    def __post_init__(self) -> None:
        """What would send positions of people in the clear has to be asked for."""
        if self.transport is Transport.TLS and not self.cert_file:
            raise ValueError("TAK over TLS asks for a client certificate")
        if self.transport is Transport.TCP and not self.plain and not _is_this_machine(self.host):
            raise ValueError("an open line to another machine has to be switched on")
        if self.transport is Transport.UDP and not self.open_air:
            raise ValueError("multicast is clear text and has to be switched on")
        if self.transport is Transport.UDP:
            ip_address(self.host)  # a group is named by its address; ValueError else

    @property
    def outbound(self) -> bool:
        """It reaches whoever is on that server."""
        return True

    def compose(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Draft, ...]:
        """Return the events as they would be written."""
        body = "\n".join(write(event).decode("utf-8") for event in self._events(message, recipients))
        return (Draft(f"{self.transport.value} {self.host}:{self.port}", body),)

    def send(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Delivery, ...]:
        """Send the markers of a message; recipients with a callsign get it alone, else everybody on the server."""
        events = self._events(message, recipients)
        trouble = self._push([write(event) for event in events])
        if trouble:
            return tuple(
                Delivery(one.person, Outcome.FAILED, detail=trouble.detail, retry_after_s=trouble.retry_after_s)
                for one in recipients
            )
        return tuple(Delivery(one.person, Outcome.DELIVERED, ref=events[-1].uid) for one in recipients)

    def send_events(self, events: Iterable[CotEvent], realm: Realm) -> Trouble | None:
        """Send positions; OutboundRefused outside live unless the server is one for exercises. None when they went.

        Positions do not pass the port, so its rule is kept here.
        """
        if realm is not Realm.LIVE and not self.exercise:
            raise OutboundRefused(self.channel, realm)
        return self._push([write(in_realm(event, realm)) for event in events])

    def _events(self, message: Message, recipients: Sequence[Recipient]) -> tuple[CotEvent, ...]:
        return from_message(message, self.home, [one.address for one in recipients if one.address])

    def _push(self, events: Sequence[bytes]) -> Trouble | None:
        if not events:
            return None
        try:
            if self.transport is Transport.UDP:
                return self._cast(events)
            with self._line() as line:
                line.sendall(b"\n".join(events) + b"\n")
                return self._settled(line)
        except OSError as error:
            return trouble_of(error)

    def _line(self) -> socket.socket:
        context = tls_context(self) if self.transport is Transport.TLS else None
        line = socket.create_connection((self.host, self.port), self.timeout_s)
        try:
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return context.wrap_socket(line, server_hostname=self.server_name or self.host) if context else line
        except BaseException:
            line.close()
            raise

    def _settled(self, line: socket.socket) -> Trouble | None:
        """A server that keeps the line open has taken what we sent; one that refuses us closes it."""
        line.settimeout(self.settle_s)
        try:
            return None if line.recv(_CHUNK) else Trouble("cut", RETRY_S)
        except TimeoutError:
            return None

    def _cast(self, events: Sequence[bytes]) -> Trouble | None:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as caster:
            caster.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, 1)
            for event in events:
                caster.sendto(event, (self.host, self.port))
        return None


@dataclass(frozen=True, slots=True)
class LinkState:
    """The line came up or went down; `refused` counts events that could not be read since it came up."""

    up: bool
    detail: str = ""
    refused: int = 0


async def listen(link: TakLink, pauses_s: Sequence[float] = _PAUSES_S) -> AsyncGenerator[CotEvent | LinkState, None]:
    """Yield what comes, and each change of the line; connects again for ever, until the caller closes it."""
    failures = 0
    while True:
        refused = 0
        trouble = Trouble("cut", RETRY_S)
        try:
            async for data in _incoming(link):
                if not data:  # connected
                    failures = 0
                    yield LinkState(True)
                    continue
                try:
                    event = read(data)
                except CotRefused:
                    refused += 1
                    continue
                yield event
        except OSError as error:
            trouble = trouble_of(error)
        yield LinkState(False, trouble.detail, refused)
        await asyncio.sleep(pauses_s[min(failures, len(pauses_s) - 1)])
        failures += 1


async def _incoming(link: TakLink) -> AsyncIterator[bytes]:
    """Yield b"" once connected, then each event as bytes; ends when the other side hangs up."""
    if link.transport is Transport.UDP:
        async for data in _mesh(link):
            yield data
        return
    context = tls_context(link) if link.transport is Transport.TLS else None
    name = (link.server_name or link.host) if context else None
    async with asyncio.timeout(link.timeout_s):
        reader, writer = await asyncio.open_connection(link.host, link.port, ssl=context, server_hostname=name)
    pinging = asyncio.create_task(_ping(writer))
    try:
        yield b""
        splitter = EventSplitter()
        while chunk := await reader.read(_CHUNK):
            for data in splitter.feed(chunk):
                yield data
    finally:
        pinging.cancel()
        writer.transport.abort()
        with contextlib.suppress(asyncio.CancelledError, OSError):
            await pinging


async def _ping(writer: asyncio.StreamWriter) -> None:
    """A dead line is noticed only by writing to it."""
    while True:
        writer.write(write(ping("ping", datetime.now(UTC))) + b"\n")
        await writer.drain()
        await asyncio.sleep(_PING_EVERY_S)


class _Mesh(asyncio.DatagramProtocol):
    """Takes datagrams into a queue of bounded length; what does not fit is lost, as datagrams are."""

    def __init__(self, queue: asyncio.Queue[bytes]) -> None:
        self._queue = queue

    def datagram_received(self, data: bytes, addr: object) -> None:
        """Keep it when there is room."""
        _ = addr
        with contextlib.suppress(asyncio.QueueFull):
            self._queue.put_nowait(data)


async def _mesh(link: TakLink) -> AsyncIterator[bytes]:
    queue: asyncio.Queue[bytes] = asyncio.Queue(maxsize=1000)
    loop = asyncio.get_running_loop()
    receiver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        receiver.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        group = ip_address(link.host)
        receiver.bind(("" if group.is_multicast else link.host, link.port))
        if group.is_multicast:
            everywhere = socket.inet_aton("0.0.0.0")
            receiver.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, group.packed + everywhere)
        transport, _ = await loop.create_datagram_endpoint(lambda: _Mesh(queue), sock=receiver)
    except BaseException:
        receiver.close()
        raise
    try:
        yield b""
        while True:
            data = await queue.get()
            if data:
                yield data
    finally:
        transport.close()


def tls_context(link: TakLink) -> ssl.SSLContext:
    """Return a context that shows our certificate and trusts only the given authority; OSError for a bad file."""
    context = ssl.create_default_context(cafile=link.ca_file or None)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(link.cert_file, link.key_file or None, lambda: link.key_password)
    return context


def trouble_of(error: OSError) -> Trouble:
    """Say what a fault of the line means; what a person has to put right is not tried again."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return Trouble("tls_not_trusted")
    if isinstance(error, ssl.SSLError):
        return Trouble("tls_refused")
    if isinstance(error, TimeoutError):
        return Trouble("timeout", RETRY_S)
    if isinstance(error, (ConnectionResetError, BrokenPipeError, ConnectionAbortedError)):
        return Trouble("cut", RETRY_S)
    if isinstance(error, (FileNotFoundError, PermissionError)):
        return Trouble("certificate_file")
    return Trouble("unreachable", RETRY_S)


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
