"""Items gathered into batches, kept, and only then answered. One batch is under way at a time, so order holds."""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from data.gateway.log import LOG
from data.gateway.station_ports import Keep
from data.model.station_line import Arrival

_PAUSES: Final = (0.5, 1.0, 2.0)
"""Seconds before a batch that could not be kept is tried again; then it is let go unanswered, to come again."""


class Waiter(Protocol):
    """Who is told what became of an arrival."""

    def settled(self, arrival: Arrival, kept: bool) -> None:
        """Take note."""
        ...


@dataclass(frozen=True, slots=True)
class Waiting:
    """An arrival and who waits for it."""

    who: Waiter
    arrival: Arrival


class Batches:
    """The queue in front of the keeper. Lives in the server's loop."""

    def __init__(self, keep: Keep, batch_s: float, batch_most: int, moved: Callable[[], None]) -> None:
        """`moved` is called whenever items left the queue."""
        self._keep, self._batch_s, self._batch_most, self._moved = keep, batch_s, batch_most, moved
        self._queue: deque[Waiting] = deque()
        self._under_way = 0
        self._some = asyncio.Event()
        self._enough = asyncio.Event()
        self._closing = False
        self.kept = 0
        self.let_go = 0  # items that could not be kept
        self.failing = False  # whether the last attempt failed

    @property
    def pending(self) -> int:
        """Items that are not kept yet."""
        return len(self._queue) + self._under_way

    def add(self, waiting: Waiting) -> None:
        """Put an item in the queue."""
        self._queue.append(waiting)
        self._some.set()
        if len(self._queue) >= self._batch_most:
            self._enough.set()

    def close(self) -> None:
        """Let `run` end once the queue is empty."""
        self._closing = True
        self._some.set()
        self._enough.set()

    async def run(self) -> None:
        """Keep batches until closed."""
        while True:
            await self._some.wait()
            if not self._queue:
                if self._closing:
                    return
                self._some.clear()
                continue
            if len(self._queue) < self._batch_most and not self._closing:
                self._enough.clear()
                with contextlib.suppress(TimeoutError):  # the batch is what came until now
                    await asyncio.wait_for(self._enough.wait(), self._batch_s)
            batch = [self._queue.popleft() for _ in range(min(len(self._queue), self._batch_most))]
            self._under_way = len(batch)
            await self._settle(batch)
            self._under_way = 0
            self._moved()

    async def _settle(self, batch: Sequence[Waiting]) -> None:
        for pause in (*_PAUSES, None):
            try:
                kept = await asyncio.wrap_future(self._keep([one.arrival.item for one in batch]))
            except Exception:  # noqa: BLE001 - whatever it is, the others of the batch must be kept
                LOG.exception("a batch of %d could not be kept", len(batch))
                self.failing = True
                if len(batch) > 1:
                    middle = len(batch) // 2
                    await self._settle(batch[:middle])
                    await self._settle(batch[middle:])
                    return
                break
            self.failing = not kept
            if kept:
                self._tell(batch, kept=True)
                return
            if pause is None or self._closing:
                break
            await asyncio.sleep(pause)
        self._tell(batch, kept=False)

    def _tell(self, batch: Sequence[Waiting], *, kept: bool) -> None:
        if kept:
            self.kept += len(batch)
        else:
            self.let_go += len(batch)
        for one in batch:
            one.who.settled(one.arrival, kept)
