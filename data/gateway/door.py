"""How connections come in: counted before the first byte is read, and shown out when they are slow, old or shout.

The HTTP library bounds neither how long headers may take nor how large they may be, nor who holds how many sockets.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
import sys
from asyncio.transports import Transport
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from data.gateway.limits import source_key
from data.gateway.log import LOG

if TYPE_CHECKING:
    from starlette.types import ASGIApp
    from uvicorn._types import ASGISendEvent

_PLACE = "place"
_SHUT_S = 5.0
_TLS_END_S = 2.0


@dataclass(frozen=True, slots=True)
class DoorRules:
    """How many sockets, and how long each may take for what. Seconds and bytes."""

    most: int = 2048
    most_of_one: int = 700  # a whole township may stand behind one access point
    handshake_s: float = 8.0
    headers_s: float = 8.0
    headers_bytes: int = 16_384
    life_s: float = 300.0  # of a connection that is no live line
    idle_s: int = 15


class Door:
    """Takes connections from listening sockets and hands them to the protocol; looks like an asyncio server."""

    def __init__(self, listeners: list[socket.socket], rules: DoorRules, context: ssl.SSLContext | None) -> None:
        """Count connections to all of the listeners together."""
        self._listeners, self.rules, self._context = listeners, rules, context
        self._held: Counter[str] = Counter()
        self._inside = 0
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def inside(self) -> int:
        """How many connections are open."""
        return self._inside

    def open(self, protocol: Callable[[Place], Http]) -> None:
        """Begin to take connections."""
        loop = asyncio.get_running_loop()
        for listener in self._listeners:
            listener.setblocking(False)
            self._keep(loop.create_task(self._take_from(listener, protocol)))

    def close(self) -> None:
        """Take no more connections."""
        for task in self._tasks:
            task.cancel()
        for listener in self._listeners:
            listener.close()

    async def wait_closed(self) -> None:
        """Wait until nobody is between door and room."""
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def entered(self, key: str) -> None:
        """Note that a connection began."""
        self._inside += 1
        self._held[key] += 1

    def left(self, key: str) -> None:
        """Note that it ended."""
        self._inside -= 1
        self._held[key] -= 1
        if self._held[key] <= 0:
            del self._held[key]

    def _keep(self, task: asyncio.Task[None]) -> None:
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _take_from(self, listener: socket.socket, protocol: Callable[[Place], Http]) -> None:
        loop = asyncio.get_running_loop()
        while True:
            try:
                connection, address = await loop.sock_accept(listener)
            except OSError as error:  # no descriptors left, or the peer was gone already
                LOG.warning("could not take a connection: %s", error)
                await asyncio.sleep(0.2)
                continue
            key = source_key(str(address[0]))
            if self._inside >= self.rules.most or self._held.get(key, 0) >= self.rules.most_of_one:
                connection.close()
            else:
                self._keep(loop.create_task(self._let_in(connection, Place(self, key), protocol)))

    async def _let_in(self, connection: socket.socket, place: Place, protocol: Callable[[Place], Http]) -> None:
        loop = asyncio.get_running_loop()
        try:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            await loop.connect_accepted_socket(
                lambda: protocol(place),
                connection,
                ssl=self._context,
                ssl_handshake_timeout=None if self._context is None else self.rules.handshake_s,
                ssl_shutdown_timeout=None if self._context is None else _TLS_END_S,
            )
        except OSError:  # no handshake, too slow, or gone already
            place.leave()
            connection.close()
        except asyncio.CancelledError:
            place.leave()
            raise


class Place:
    """A connection's place among those that may be open; it is given back once."""

    def __init__(self, door: Door, key: str) -> None:
        """Take a place."""
        self._door, self._key, self._held = door, key, True
        self.rules = door.rules
        door.entered(key)

    def leave(self) -> None:
        """Give the place back."""
        if self._held:
            self._held = False
            self._door.left(self._key)


class Http(HttpToolsProtocol):
    """HTTP of a connection, with an end to patience."""

    _waits: asyncio.TimerHandle | None = None
    _ends: asyncio.TimerHandle | None = None
    _head = 0
    _in_body = False

    def connection_made(self, transport: Transport) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._waits = self.loop.call_later(self._rules.headers_s, self._show_out)
        self._ends = self.loop.call_later(self._rules.life_s, self._grow_old)

    def data_received(self, data: bytes) -> None:
        """Read, as long as headers come soon and are not endless."""
        if self.transport.is_closing():
            return
        if not self._in_body:
            self._head += len(data)
            if self._waits is None:
                self._waits = self.loop.call_later(self._rules.headers_s, self._show_out)
        super().data_received(data)
        # a piece that ends the headers may carry a good deal of body with it
        if not self._in_body and self._head > self._rules.headers_bytes:
            self._show_out()

    def on_headers_complete(self) -> None:
        """Stop the clock of the headers."""
        self._stop_waiting()
        self._in_body = True
        size = sum(len(name) + len(value) + 4 for name, value in self.headers) + len(self.url)
        if size > self._rules.headers_bytes:
            self._show_out()
        else:
            super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """Read on, unless the request was turned away."""
        if not self.transport.is_closing():
            super().on_body(body)

    def on_message_complete(self) -> None:
        """Count the next headers from nothing."""
        self._in_body = False
        self._head = 0
        if not self.transport.is_closing():
            super().on_message_complete()

    def handle_websocket_upgrade(self) -> None:
        """Hand the connection, with its place, over to the live line."""
        self._stop_waiting()
        if self._ends is not None:
            self._ends.cancel()
        if self.transport.is_closing():
            return
        if self.url.isascii():
            super().handle_websocket_upgrade()
        else:
            self.send_400_response("bad_request")

    def connection_lost(self, exc: Exception | None) -> None:
        """Give the place back."""
        super().connection_lost(exc)
        self._stop_waiting()
        if self._ends is not None:
            self._ends.cancel()
        _place(self.app_state).leave()

    @property
    def _rules(self) -> DoorRules:
        return _place(self.app_state).rules

    def _stop_waiting(self) -> None:
        if self._waits is not None:
            self._waits.cancel()
            self._waits = None

    def _grow_old(self) -> None:
        """End a connection between two requests, or after this one; one that will not end is cut."""
        self.shutdown()
        self._ends = self.loop.call_later(self._rules.life_s, self._show_out)

    def _show_out(self) -> None:
        self._stop_waiting()
        self.transport.abort()


class Live(WebSocketsSansIOProtocol):
    """The live line of a connection."""

    def send_receive_event_to_app(self) -> None:
        """Pass a message on; text that is none ends the line without a word in the log."""
        if self.curr_msg_data_type == "text":
            try:
                b"".join(self.frames).decode()
            except UnicodeDecodeError:
                self.conn.fail(1007)
                self.handle_parser_exception()
                return
        super().send_receive_event_to_app()

    async def send(self, message: ASGISendEvent) -> None:
        """Send; a peer that does not close when it is told to is cut."""
        await super().send(message)
        if message["type"] == "websocket.http.response.body":
            self.handshake_complete = True  # else the library calls a refusal an error of ours
        if message["type"] == "websocket.close":
            self.loop.call_later(_SHUT_S, self.transport.abort)

    def keepalive_timeout(self) -> None:
        """End a line that answers no ping, also when its peer reads nothing any more."""
        super().keepalive_timeout()
        self.loop.call_later(_SHUT_S, self.transport.abort)

    def connection_lost(self, exc: Exception | None) -> None:
        """Give the place back."""
        _place(self.app_state).leave()
        super().connection_lost(exc)


def _place(app_state: dict[str, Any]) -> Place:
    return cast("Place", app_state[_PLACE])


class Server(uvicorn.Server):
    """uvicorn's server behind our door."""

    def __init__(
        self, app: ASGIApp, listeners: list[socket.socket], rules: DoorRules, context: ssl.SSLContext | None = None
    ) -> None:
        """Serve `app` on sockets that are bound and listening."""
        super().__init__(
            uvicorn.Config(
                app,
                http=Http,
                ws=Live,
                loop="none",
                interface="asgi3",
                lifespan="off",
                log_config=None,
                access_log=False,
                proxy_headers=False,
                server_header=False,
                ws_max_size=64 * 1024,
                ws_ping_interval=20.0,
                ws_ping_timeout=20.0,
                ws_per_message_deflate=False,  # small messages, and nothing that unpacks to more than it was
                timeout_keep_alive=rules.idle_s,
                timeout_graceful_shutdown=2,
            )
        )
        self.door = Door(listeners, rules, context)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:  # noqa: ARG002 - the door has them
        """Open the door."""

        def protocol(place: Place) -> Http:
            return Http(self.config, self.server_state, {_PLACE: place})

        self.servers = cast("list[asyncio.Server]", [self.door])
        self.door.open(protocol)
        self.started = True


def bound(address: str, port: int) -> socket.socket:
    """Return a socket that listens; OSError when the port is taken or the address is not ours."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        if sys.platform != "win32":  # there the option lets two programs share one port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((address, port))
        listener.listen(1024)
    except (OSError, OverflowError):
        listener.close()
        raise
    return listener


def room_for(wanted: DoorRules) -> DoorRules:
    """Return the rules with no more sockets than this process may open."""
    try:
        import resource
    except ImportError:  # Windows has no such bound
        return wanted
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = wanted.most if soft == resource.RLIM_INFINITY else min(wanted.most, max(64, soft * 5 // 8))
    return replace(wanted, most=most, most_of_one=min(wanted.most_of_one, most * 3 // 4))
