"""What the station server asks of its surroundings: a protocol that reads bytes, and somebody who keeps what came."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Protocol

from data.model.station_line import Arrival


class LineSession(Protocol):
    """One line's protocol. Used by the server's thread only; it must not block and must not raise."""

    @property
    def waiting(self) -> bool:
        """Whether something is in the making, so that silence means something."""
        ...

    def feed(self, data: bytes) -> Sequence[Arrival]:
        """Take bytes."""
        ...

    def finish(self) -> Sequence[Arrival]:
        """Nothing more comes: the line ended, or the datagram."""
        ...

    def quiet(self) -> Sequence[Arrival]:
        """Nothing came for a while."""
        ...

    def reply_of(self, arrival: Arrival) -> bytes:
        """The arrival's item is kept: return what to answer."""
        ...


MakeSession = Callable[[str], LineSession]
"""Peer (address:port) → its protocol; called in the server's thread."""

Keep = Callable[[Sequence[object]], Future[bool]]
"""Keeps a batch of items, all or none. True: they are on disk. False: not now, try again. An exception: one of them
cannot be kept; the batch is tried in halves. Called in the server's thread; it must not block."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StationOptions:
    """Where a station server listens, and how much it lets itself be asked."""

    address: str = "127.0.0.1"
    tcp_port: int | None = 0  # 0 = any, None = not at all
    udp_port: int | None = None
    allowed: tuple[str, ...] = ()  # networks, e.g. 10.20.0.0/16; none = everybody
    connections: int = 4096
    idle_s: float = 4000.0  # longer than the hour between hourly reports
    quiet_s: float = 10.0  # silence after which half frames are given up
    sweep_s: float = 1.0  # how often the silent ones are looked after
    batch_s: float = 0.05
    batch_most: int = 500
    pending_most: int = 5000  # items not kept yet; beyond it nothing is read
    line_most: int = 200  # the same, of one line
    junk_bytes: int = 64 * 1024  # a line may send without speaking the protocol
    junk_faults: int = 64
    unread_bytes: int = 64 * 1024  # answers a station may leave unread
