"""Newest: work off the UI thread of which only the latest wish counts; what is overtaken while it waits never runs."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Generic, TypeVar

from desktop.background import Background

T = TypeVar("T")


class Newest(Generic[T]):
    """One hand that does one thing at a time and, after it, the newest of what was asked meanwhile."""

    def __init__(self, background: Background, name: str, failed: Callable[[BaseException], None]) -> None:
        """Make a hand; results come back through the background, faults of ours go to `failed`."""
        self._background, self._failed = background, failed
        self._hand = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._next: tuple[Callable[[], T], Callable[[T], None]] | None = None
        self._busy = self._closed = False

    @property
    def busy(self) -> bool:
        """Whether something is being worked out or waits."""
        return self._busy

    def ask(self, call: Callable[[], T], then: Callable[[T], None]) -> None:
        """Have a call made, and its value handed to `then` on the UI thread."""
        if self._closed:
            return
        if self._busy:
            self._next = (call, then)
            return
        self._begin(call, then)

    def close(self) -> None:
        """Let what runs finish; nothing is delivered any more."""
        self._closed, self._next = True, None
        self._hand.shutdown(wait=True, cancel_futures=True)

    def _begin(self, call: Callable[[], T], then: Callable[[T], None]) -> None:
        self._busy = True

        def over(value: T) -> None:
            self._go_on()
            if not self._closed:
                then(value)

        def failed(error: BaseException) -> None:
            self._go_on()
            self._failed(error)

        self._background.follow(self._hand.submit(call), over, failed)

    def _go_on(self) -> None:
        self._busy = False
        waiting, self._next = self._next, None
        if waiting is not None:
            self._begin(*waiting)
