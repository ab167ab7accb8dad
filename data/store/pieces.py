"""Parts of a situation that grow without end, kept in pieces by day: yesterday's piece no longer changes, so that
neighbouring snapshots share it on disk and in memory.
"""

from __future__ import annotations

import hashlib
import zlib
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from types import MappingProxyType
from typing import Any

import msgspec
from immutables import Map

from data.model.dispatch import Call, Push, Report
from data.model.field import Patrol, VideoCall
from data.model.task import Task
from data.store.errors import StoreTrouble
from data.store.wire import from_json, to_json

FetchMany = Callable[[Iterable[str]], Mapping[str, bytes]]
"""Returns the compressed bodies of pieces by digest; missing ones are left out."""

SPLIT: Mapping[str, tuple[Any, Callable[[Any], Any]]] = MappingProxyType(
    {
        "tasks": (dict[str, Task], attrgetter("raised_at")),
        "calls": (dict[str, Call], attrgetter("at")),
        "pushes": (dict[str, Push], attrgetter("created_at")),
        "reports": (dict[str, Report], attrgetter("at")),
        "patrols": (dict[str, Patrol], attrgetter("started_at")),
        "videos": (dict[str, VideoCall], attrgetter("started_at")),
    }
)
"""The parts kept in pieces: type of a piece, and the time that says to which day an entry belongs."""

_AT_ONCE = 50
_REMEMBERED = 300_000
"""Entries remembered for the next seek; those of the present situation take no room of their own."""


class Pieces:
    """Cuts parts into pieces and joins them again, remembering those it has met."""

    def __init__(self) -> None:
        """Start with nothing remembered."""
        self._kept: dict[tuple[str, int], tuple[dict[str, Any], str]] = {}
        self._met: OrderedDict[str, dict[str, Any]] = OrderedDict()
        self._entries = 0

    def cut(self, part: str, held: Map[str, Any], fresh: dict[str, bytes]) -> tuple[str, ...]:
        """Return the digests of a part's pieces; those that may not be in the store yet are added to `fresh`."""
        _, time_of = SPLIT[part]
        days: dict[int, dict[str, Any]] = {}
        for key, value in held.items():
            days.setdefault(time_of(value).toordinal(), {})[key] = value
        digests: list[str] = []
        for day, entries in sorted(days.items()):
            kept = self._kept.get((part, day))
            if kept is None or kept[0] != entries:  # entries that are the same objects compare at once
                body = _written(entries)
                digest = hashlib.sha256(body).hexdigest()
                fresh[digest] = zlib.compress(body, 2)
                kept = self._kept[part, day] = (entries, digest)
            digests.append(kept[1])
        return tuple(digests)

    def forget(self) -> None:
        """Take nothing for kept: the transaction that was to keep the pieces failed."""
        self._kept.clear()

    def join(self, part: str, digests: tuple[str, ...], fetch: FetchMany, *, newest: bool) -> Map[str, Any]:
        """Return a part from its pieces; StoreTrouble corrupt when one is missing or damaged."""
        kind, time_of = SPLIT[part]
        bodies = fetch([digest for digest in digests if digest not in self._met])
        whole: dict[str, Any] = {}
        for digest in digests:
            entries = self._met.get(digest)
            if entries is None:
                entries = _read(bodies.get(digest), digest, kind)
                self._entries += len(entries)
                self._met[digest] = entries
            self._met.move_to_end(digest)
            whole.update(entries)
            if newest and entries:
                day = time_of(next(iter(entries.values()))).toordinal()
                self._kept[part, day] = (entries, digest)
        while self._entries > max(_REMEMBERED, len(whole)):
            self._entries -= len(self._met.popitem(last=False)[1])
        return Map[str, Any](whole)


def _written(entries: Mapping[str, Any]) -> bytes:
    """Write a piece in the canonical form, portion by portion: a long day does not hold up other threads."""
    keys = sorted(entries)
    portions = (keys[start : start + _AT_ONCE] for start in range(0, len(keys), _AT_ONCE))
    return b"{" + b",".join([to_json({key: entries[key] for key in portion})[1:-1] for portion in portions]) + b"}"


def _read(body: bytes | None, digest: str, kind: Any) -> dict[str, Any]:
    if body is None:
        raise StoreTrouble("corrupt", piece=digest, detail="missing")
    try:
        plain = zlib.decompress(body)
        if hashlib.sha256(plain).hexdigest() != digest:
            raise StoreTrouble("corrupt", piece=digest, detail="altered")
        return from_json(plain, kind)
    except (zlib.error, msgspec.DecodeError) as error:
        raise StoreTrouble("corrupt", piece=digest, detail=str(error)) from error
