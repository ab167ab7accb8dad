"""Connections and datagrams of stations: bytes to the session, items to the batches, answers back."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Sequence
from typing import Protocol, cast

from data.gateway.log import LOG
from data.gateway.station_ports import LineSession, StationOptions
from data.model.station_line import SPOKE, Arrival


class Room(Protocol):
    """What a line needs of its server."""

    options: StationOptions

    def admit(self, line: StationLine, peer: str) -> LineSession | None:
        """Let a line in, or not."""
        ...

    def left(self, line: StationLine) -> None:
        """Say that a line ended."""
        ...

    def took(self, caller: Caller, arrival: Arrival) -> None:
        """Count an arrival, and queue what is to be kept."""
        ...

    def crowded(self, line: StationLine) -> bool:
        """Whether reading has to wait; the line is told when it may go on."""
        ...

    def hostile(self) -> None:
        """Count a caller that was sent away."""
        ...


class Caller:
    """Somebody who sends, by whatever way: how much junk and how much unkept there is of him."""

    def __init__(self, room: Room, peer: str, session: LineSession, now: float) -> None:
        """Begin with nothing sent."""
        self.room, self.peer, self.session = room, peer, session
        self.last = now
        self.pending = 0
        self.spoke = self.expelled = False
        self._junk = self._faults = 0

    def send(self, data: bytes) -> None:
        """Send an answer."""
        raise NotImplementedError

    def expel(self) -> None:
        """Send the caller away."""
        self.expelled = True

    def hear(self, arrivals: Sequence[Arrival]) -> None:
        """Take what the session made of the bytes."""
        for arrival in arrivals:
            if arrival.outcome in SPOKE:
                self.spoke, self._junk, self._faults = True, 0, 0
            else:
                self._junk += arrival.size
                self._faults += 1
            if arrival.item is not None:
                self.pending += 1
            self.room.took(self, arrival)
            if arrival.reply:
                self.send(arrival.reply)
        limits = self.room.options
        if self.expelled:
            return
        if self._junk > limits.junk_bytes or self._faults > limits.junk_faults:
            self.room.hostile()
            self.expel()

    def settled(self, arrival: Arrival, kept: bool) -> None:
        """Answer what is kept now."""
        self.pending -= 1
        if kept:
            try:
                reply = self.session.reply_of(arrival)
            except Exception:  # noqa: BLE001 - our own fault: loudly, and the others of the batch are answered
                LOG.exception("what is kept could not be answered")
                return
            if reply:
                self.send(reply)


class StationLine(Caller, asyncio.Protocol):
    """One TCP connection."""

    def __init__(self, room: Room) -> None:
        """The rest is known once the connection is made."""
        self.room = room
        self.paused = False
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin, if there is room."""
        stream = cast("asyncio.Transport", transport)  # uvloop's is no subclass of asyncio's
        peer = _named(stream.get_extra_info("peername"))
        session = self.room.admit(self, peer)
        if session is None:
            stream.abort()
            return
        self._transport = stream
        line: socket.socket = stream.get_extra_info("socket")
        line.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        super().__init__(self.room, peer, session, asyncio.get_running_loop().time())

    def data_received(self, data: bytes) -> None:
        """Take bytes."""
        if self._transport is None:
            return
        self.last = asyncio.get_running_loop().time()
        try:
            arrivals = self.session.feed(data)
        except Exception:  # noqa: BLE001 - our own fault: loudly, and no other station suffers
            LOG.exception("a line of bytes could not be read")
            self.expel()
            return
        self.hear(arrivals)
        self._hold()

    def _hold(self) -> None:
        """Read no more while there is too much to keep."""
        if not self.paused and self._transport is not None and self.room.crowded(self):
            self.paused = True
            self._transport.pause_reading()

    def go_on(self) -> None:
        """Read again."""
        if self.paused and self._transport is not None:
            self.paused = False
            self._transport.resume_reading()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - a lost line is no news
        """End: what is half there will not become whole."""
        if self._transport is not None:
            self._transport = None
            self.hear(self.session.finish())
            self.room.left(self)

    def send(self, data: bytes) -> None:
        """Send an answer, unless the station has left too many unread."""
        transport = self._transport
        if transport is None or transport.is_closing():
            return
        if transport.get_write_buffer_size() > self.room.options.unread_bytes:
            self.room.hostile()
            self.expel()
            return
        transport.write(data)

    def expel(self) -> None:
        """Cut the line."""
        super().expel()
        if self._transport is not None:
            self._transport.abort()


class DatagramCaller(Caller):
    """One sender of datagrams."""

    def __init__(self, room: Room, peer: str, session: LineSession, now: float, post: Callable[[bytes], None]) -> None:
        """`post` sends a datagram back to where this one came from."""
        super().__init__(room, peer, session, now)
        self._post = post

    def send(self, data: bytes) -> None:
        """Send an answer."""
        self._post(data)


def _named(address: tuple[object, ...] | str | None) -> str:
    """Return address:port of a socket's peer."""
    return f"{address[0]}:{address[1]}" if isinstance(address, tuple) else str(address)
