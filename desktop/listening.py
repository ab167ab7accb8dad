"""Listening: what comes in by the channels, on a thread with a loop of its own, for as long as it is set up."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Awaitable, Callable, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field

from data.gateway.channels.cot import CotEvent
from data.gateway.channels.cot_link import LinkState, TakLink, listen
from data.gateway.channels.dingtalk_stream import Inbound, LineState, Stream, StreamConfig
from data.gateway.channels.heard import position_of
from data.model.field import Position

LOG = logging.getLogger("listening")

GATHER_S = 1.0
"""Positions of TAK are handed on so often, the newest of each sender."""
MOST_SENDERS = 2000
END_S = 3.0


@dataclass(frozen=True, slots=True)
class StreamEar:
    """DingTalk's stream: `keep` takes a message to where it is safe and says whether it is."""

    name: str
    config: StreamConfig
    secret: str = field(repr=False)
    keep: Callable[[str, Inbound], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class TakEar:
    """A line to TAK, whose positions are listened to."""

    name: str
    link: TakLink


Ear = StreamEar | TakEar


@dataclass(frozen=True, slots=True)
class Hearers:
    """Whom the listening tells, on its own thread: positions, and how a line stands (channel, state, why)."""

    moved: Callable[[tuple[Position, ...]], None]
    told: Callable[[str, LineState, str], None]


class Listening:
    """Listens with some ears until it is given others or closed; used from one thread."""

    def __init__(self, hearers: Hearers) -> None:
        """Listen to nothing yet."""
        self._hearers = hearers
        self._ears: tuple[Ear, ...] = ()
        self._round: _Round | None = None
        self._ended: list[_Round] = []

    def listen_to(self, ears: tuple[Ear, ...]) -> None:
        """Listen to these instead; what is the same goes on undisturbed when all are the same."""
        if ears == self._ears:
            return
        self._ears = ears
        self._end_round()
        if ears:
            self._round = _Round(ears, self._hearers)
            self._round.start()

    def close(self) -> None:
        """End all listening, and wait a little for it."""
        self._ears = ()
        self._end_round()
        for one in self._ended:
            one.join(END_S)
        self._ended.clear()

    def _end_round(self) -> None:
        if self._round is not None:
            self._round.stop()
            self._ended = [one for one in self._ended if one.is_alive()]
            self._ended.append(self._round)
            self._round = None


class _Round:
    """One set of ears on one thread."""

    def __init__(self, ears: tuple[Ear, ...], hearers: Hearers) -> None:
        self._ears, self._hearers = ears, hearers
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None
        self._stopped = False
        self._thread = threading.Thread(target=self._work, name="listening", daemon=True)
        self.start, self.join, self.is_alive = self._thread.start, self._thread.join, self._thread.is_alive

    def stop(self) -> None:
        """Ask it to end; safe from any thread."""
        with self._lock:
            self._stopped = True
            if self._loop is not None and self._stop is not None:
                self._loop.call_soon_threadsafe(self._stop.set)

    # ── on its thread ──

    def _work(self) -> None:
        asyncio.run(self._listen())

    async def _listen(self) -> None:
        stop = asyncio.Event()
        with self._lock:
            self._loop, self._stop = asyncio.get_running_loop(), stop
            if self._stopped:
                stop.set()
        tasks = [asyncio.create_task(self._safely(ear, stop)) for ear in self._ears]
        await stop.wait()
        for task, ear in zip(tasks, self._ears, strict=True):
            if isinstance(ear, TakEar):
                task.cancel()  # a stream sees the stop itself and says goodbye
        await asyncio.gather(*tasks, return_exceptions=True)
        with self._lock:
            self._loop = None

    async def _safely(self, ear: Ear, stop: asyncio.Event) -> None:
        """A fault of ours on one line must not end the others; it is recorded and shown."""
        try:
            if isinstance(ear, StreamEar):
                await _hear_stream(ear, self._hearers, stop)
            else:
                await _hear_tak(ear, self._hearers)
        except Exception:
            LOG.exception("listening to %s failed", ear.name)
            self._hearers.told(ear.name, LineState.STOPPED, "fault")


async def _hear_stream(ear: StreamEar, hearers: Hearers, stop: asyncio.Event) -> None:
    async def keep(inbound: Inbound) -> bool:
        return await ear.keep(ear.name, inbound)

    def told(state: LineState, why: str) -> None:
        hearers.told(ear.name, state, why)

    await Stream(ear.config, ear.secret, keep, told).run(stop)


async def _hear_tak(ear: TakEar, hearers: Hearers) -> None:
    newest: dict[str, Position] = {}
    handing = asyncio.create_task(_hand_on(newest, hearers.moved))
    hearers.told(ear.name, LineState.CONNECTING, "")
    try:
        async with aclosing(listen(ear.link)) as coming:
            async for one in coming:
                if isinstance(one, LinkState):
                    hearers.told(ear.name, LineState.ONLINE if one.up else LineState.WAITING, one.detail)
                else:
                    _remember(newest, one, exercise=ear.link.exercise)
    finally:
        handing.cancel()
        hearers.told(ear.name, LineState.STOPPED, "")


def _remember(newest: dict[str, Position], event: CotEvent, *, exercise: bool) -> None:
    position = position_of(event, exercise=exercise)
    if position is not None and (position.person in newest or len(newest) < MOST_SENDERS):
        newest[position.person] = position


async def _hand_on(newest: dict[str, Position], moved: Callable[[tuple[Position, ...]], None]) -> None:
    while True:
        await asyncio.sleep(GATHER_S)
        if newest:
            points = tuple(newest.values())
            newest.clear()
            moved(points)


def ears_of(
    listeners: Mapping[str, tuple[StreamConfig, str] | TakLink], keep: Callable[[str, Inbound], Awaitable[bool]]
) -> tuple[Ear, ...]:
    """Return the ears for what the settings ask to listen to, by channel."""
    return tuple(
        TakEar(name, one) if isinstance(one, TakLink) else StreamEar(name, one[0], one[1], keep)
        for name, one in listeners.items()
    )
