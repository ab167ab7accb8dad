"""Feeds that are asked at intervals, each on a thread of its own; what they do wrong is told on the board."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from data.model.telemetry import FeedHealth, Observation, Source
from data.store.errors import StoreTrouble
from data.store.telemetry_intake import TooMuch

LOG = logging.getLogger("feeds")
KeepNow = Callable[[Sequence[Observation]], None]
"""Keeps observations and comes back once they are on disk; raises StoreTrouble, TooMuch or TimeoutError."""


class FeedTrouble(Exception):
    """A source cannot be had now. `code` names the reason, `params` what it is about; the words are a view's."""

    def __init__(self, code: str, **params: str) -> None:
        """Keep the reason as a code."""
        super().__init__(code, params)
        self.code, self.params = code, params


class Asked(Protocol):
    """A source that is asked; used by one thread."""

    @property
    def source(self) -> Source:
        """Its name on the board."""
        ...

    @property
    def every_s(self) -> float:
        """Seconds from one time to the next."""
        ...

    def ask(self, keep: KeepNow) -> int:
        """Read what is new, keep it, remember how far; return how many values came. Raises FeedTrouble."""
        ...

    def close(self) -> None:
        """Let go of everything."""
        ...


class Rounds:
    """One thread a source. What a source does wrong is told on the board; the next time comes anyway."""

    def __init__(
        self,
        keep: KeepNow,
        tell: Callable[[FeedHealth], None],
        clock: Callable[[], datetime],
        fault: Callable[[BaseException], None],
    ) -> None:
        """`fault` is told our own mistakes, from the thread that made them."""
        self._keep, self._tell, self._clock, self._fault = keep, tell, clock, fault
        self._stopping = threading.Event()
        self._threads: list[threading.Thread] = []

    def start(self, sources: Sequence[Asked]) -> None:
        """Begin to ask."""
        for one in sources:
            thread = threading.Thread(target=self._go_round, args=(one,), name=f"feed-{one.source.key}", daemon=True)
            self._threads.append(thread)
            thread.start()

    def close(self, patience_s: float = 5.0) -> None:
        """Ask no more; a source that is just being read is left to its time-out."""
        self._stopping.set()
        ends = time.monotonic() + patience_s
        for thread in self._threads:
            thread.join(max(0.0, ends - time.monotonic()))

    def _go_round(self, one: Asked) -> None:
        try:
            while not self._stopping.is_set():
                self._tell(self._asked(one))
                self._stopping.wait(one.every_s)
        finally:
            one.close()

    def _asked(self, one: Asked) -> FeedHealth:
        at = self._clock()
        try:
            return FeedHealth(one.source, at, ok=True, rows=one.ask(self._keep))
        except FeedTrouble as trouble:
            return FeedHealth(one.source, at, ok=False, trouble=trouble.code, params=tuple(trouble.params.items()))
        except (StoreTrouble, TooMuch, TimeoutError):
            return FeedHealth(one.source, at, ok=False, trouble="keep_failed")
        except Exception as ours:
            LOG.exception("asking %s failed", one.source.key)
            self._fault(ours)
            return FeedHealth(one.source, at, ok=False, trouble="fault")
