"""What lives in the station server's loop: who is let in, what is counted, when reading has to wait."""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime
from typing import Any, Final, cast

from data.gateway.station_batches import Batches, Waiting
from data.gateway.station_health import LinkBook
from data.gateway.station_lines import Caller, DatagramCaller, StationLine
from data.gateway.station_ports import Keep, LineSession, MakeSession, StationOptions
from data.model.station_line import Arrival, Outcome

_BARRED_S: Final = 60.0  # a sender of junk is not heard
_STOP_S: Final = 5.0  # for what came to be kept
_LAST_WORDS_S: Final = 0.02  # for the last answers to go out


class Room:
    """What lives in the server's loop."""

    def __init__(
        self,
        options: StationOptions,
        make_session: MakeSession,
        keep: Keep,
        links: LinkBook,
        clock: Callable[[], datetime],
    ) -> None:
        self.loop = asyncio.get_running_loop()
        self.stopping = asyncio.Event()
        self.options = options
        self._make_session, self._links, self._clock = make_session, links, clock
        self.batches = Batches(keep, options.batch_s, options.batch_most, self._moved)
        self._allowed = tuple(ipaddress.ip_network(one, strict=False) for one in options.allowed)
        self._lines: OrderedDict[StationLine, None] = OrderedDict()  # oldest first
        self._senders: OrderedDict[str, DatagramCaller] = OrderedDict()
        self._frames = self._turned_away = self._hostile = self._dropped = 0
        self._kept_before = 0
        self.last_kept_at: datetime | None = None

    def counts(self) -> tuple[tuple[str, int], ...]:
        """Return what the health tells."""
        return (
            ("lines", len(self._lines)),
            ("senders", len(self._senders)),
            ("frames", self._frames),
            ("pending", self.batches.pending),
            ("let_go", self.batches.let_go),
            ("turned_away", self._turned_away),
            ("hostile", self._hostile),
            ("dropped", self._dropped),
        )

    # ── life ──

    async def listen(self, stack: contextlib.AsyncExitStack) -> tuple[int, int]:
        """Listen as the options say; return the ports."""
        options, tcp_port, udp_port = self.options, 0, 0
        if options.tcp_port is not None:
            server = await self.loop.create_server(
                lambda: StationLine(self), options.address, options.tcp_port, backlog=1024
            )
            stack.callback(server.close)
            tcp_port = int(server.sockets[0].getsockname()[1])
        if options.udp_port is not None:
            transport, _ = await self.loop.create_datagram_endpoint(
                lambda: _Datagrams(self), (options.address, options.udp_port)
            )
            stack.callback(transport.close)
            udp_port = int(transport.get_extra_info("sockname")[1])
        return tcp_port, udp_port

    async def until_stopped(self) -> None:
        """Serve until told to stop; then keep what came, and end the lines. Raises what ended it otherwise."""
        keeping = self.loop.create_task(self.batches.run())
        sweeping = self.loop.create_task(self._sweep())
        tasks: set[asyncio.Task[Any]] = {keeping, sweeping, self.loop.create_task(self.stopping.wait())}
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            await asyncio.gather(*done)  # our own fault: better no server than one that keeps nothing
            self.batches.close()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(keeping, _STOP_S)
            await asyncio.sleep(_LAST_WORDS_S)
        finally:
            for task in tasks:
                task.cancel()
            for line in list(self._lines):
                line.expel()
            await asyncio.sleep(0)

    async def _sweep(self) -> None:
        """Look after the silent ones."""
        while True:
            await asyncio.sleep(self.options.sweep_s)
            now = self.loop.time()
            for line in list(self._lines):
                if now - line.last > self.options.idle_s:
                    line.expel()
                elif not line.paused:
                    self._look_after(line, now)
            for peer, sender in list(self._senders.items()):
                if now - sender.last > (_BARRED_S if sender.expelled else self.options.idle_s):
                    del self._senders[peer]
                else:
                    self._look_after(sender, now)

    def _look_after(self, caller: Caller, now: float) -> None:
        if caller.session.waiting and now - caller.last > self.options.quiet_s:
            caller.last = now
            caller.hear(caller.session.quiet())

    # ── lines ──

    def admit(self, line: StationLine, peer: str) -> LineSession | None:
        """Let a line in: when full, instead of the oldest that never spoke the protocol."""
        if not self._is_allowed(peer):
            self._turned_away += 1
            return None
        if len(self._lines) >= self.options.connections:
            mute = next((one for one in self._lines if not one.spoke), None)
            self._turned_away += 1
            if mute is None:
                return None
            del self._lines[mute]
            mute.expel()
        session = self._make_session(peer)
        self._lines[line] = None
        return session

    def left(self, line: StationLine) -> None:
        """Forget a line."""
        self._lines.pop(line, None)

    def hostile(self) -> None:
        """Count a caller that was sent away."""
        self._hostile += 1

    def took(self, caller: Caller, arrival: Arrival) -> None:
        """Count an arrival, and queue what is to be kept."""
        self._frames += arrival.outcome is not Outcome.GARBAGE
        self._links.took(arrival, caller.peer, self._clock())
        if arrival.item is not None:
            self.batches.add(Waiting(caller, arrival))

    def crowded(self, line: StationLine) -> bool:
        """Whether a line has to wait until what came is kept."""
        return line.pending >= self.options.line_most or self.batches.pending >= self.options.pending_most

    def _moved(self) -> None:
        """Let lines read again once there is room."""
        if self.batches.kept != self._kept_before:
            self._kept_before = self.batches.kept
            self.last_kept_at = self._clock()
        if self.batches.pending <= self.options.pending_most // 2:
            for line in self._lines:
                if line.paused and line.pending <= self.options.line_most // 2:
                    line.go_on()

    def _is_allowed(self, peer: str) -> bool:
        if not self._allowed:
            return True
        try:
            address = ipaddress.ip_address(peer.rpartition(":")[0].partition("%")[0])
        except ValueError:
            return False
        return any(address in network for network in self._allowed)

    # ── datagrams ──

    def datagram(self, data: bytes, peer: str, post: Callable[[bytes], None]) -> None:
        """Take one datagram; when too much is pending it is dropped unanswered, and the station sends it again."""
        sender = self._senders.get(peer)
        if sender is None:
            if not self._is_allowed(peer):
                self._turned_away += 1
                return
            if len(self._senders) >= self.options.connections:
                self._senders.popitem(last=False)
            sender = DatagramCaller(self, peer, self._make_session(peer), self.loop.time(), post)
            self._senders[peer] = sender
        self._senders.move_to_end(peer)
        if sender.expelled or self.batches.pending >= self.options.pending_most:
            self._dropped += 1
            return
        sender.last = self.loop.time()
        sender.hear([*sender.session.feed(data), *sender.session.finish()])


class _Datagrams(asyncio.DatagramProtocol):
    """The one UDP socket."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._transport: asyncio.DatagramTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin."""
        self._transport = cast("asyncio.DatagramTransport", transport)  # uvloop's is no subclass of asyncio's

    def datagram_received(self, data: bytes, addr: tuple[Any, ...]) -> None:
        """Take one datagram."""

        def post(reply: bytes) -> None:
            if self._transport is not None and not self._transport.is_closing():
                self._transport.sendto(reply, addr)

        self._room.datagram(data, f"{addr[0]}:{addr[1]}", post)
