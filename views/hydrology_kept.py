"""Rows kept while what they are made of stays the same; ages are brought up to date in turn, not all at one tick."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Generic, TypeVar
from zlib import crc32

T = TypeVar("T")


class Kept(Generic[T]):
    """A row a key. Thousands of stations cost one look each, and a row is made anew once in `period_s` at least."""

    def __init__(self, period_s: int) -> None:
        """Keep nothing yet."""
        self._period_s = period_s
        self._held: dict[str, tuple[tuple[object, ...], int, T]] = {}

    def forget(self) -> None:
        """Make everything anew."""
        self._held.clear()

    def row(self, key: str, parts: tuple[object, ...], time: datetime, make: Callable[[], T]) -> T:
        """Return the row of a key; made anew when one of its parts is another, or its turn has come."""
        turn = int(time.timestamp() + crc32(key.encode()) % self._period_s) // self._period_s
        held = self._held.get(key)
        if held is not None and held[1] == turn and all(a is b for a, b in zip(held[0], parts, strict=True)):
            return held[2]
        made = make()
        self._held[key] = (parts, turn, made)
        return made
