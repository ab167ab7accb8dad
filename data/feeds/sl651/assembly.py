"""Packets of one text put together (mode M3, 6.3.1.2 c): in any order, twice, with holes, never finished.

What may be held is bounded for each station and for all; the text untouched for longest makes room.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from data.feeds.sl651.codes import Control
from data.feeds.sl651.frames import Frame

_Key = tuple[str, int, int]
_ASKS: Final = 2
"""How often one packet is asked for again (6.3.1.2 c)."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What may be held of unfinished texts."""

    station_bytes: int = 2 * 1024 * 1024
    all_bytes: int = 64 * 1024 * 1024
    longest: timedelta = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Put:
    """What a packet came to: the whole text as one frame, or the packet to be asked for, or neither."""

    whole: Frame | None = None
    missing: int = 0
    first: Frame | None = None  # the packet that has the serial number, once it is there


@dataclass(slots=True)
class _Text:
    total: int
    touched: datetime
    parts: dict[int, Frame] = field(default_factory=dict[int, Frame])
    size: int = 0
    ended: bool = False
    asked: dict[int, int] = field(default_factory=dict[int, int])


class Assembly:
    """Unfinished texts of all stations."""

    def __init__(self, bounds: Bounds | None = None) -> None:
        """Start with none."""
        self._bounds = bounds or Bounds()
        self._texts: OrderedDict[_Key, _Text] = OrderedDict()
        self._size = 0
        self.given_up = 0  # texts that were never finished

    @property
    def size(self) -> int:
        """Bytes held."""
        return self._size

    def put(self, frame: Frame, now: datetime) -> Put:
        """Take one packet of several."""
        self._forget_old(now)
        key = (frame.station, frame.function, frame.total)
        text = self._texts.get(key)
        held = None if text is None else text.parts.get(frame.packet)
        if text is None or (held is not None and held.body != frame.body):
            text = self._begin(key, now)  # another text under the same key: the one begun before is lost
        self._texts.move_to_end(key)
        text.touched = now
        if frame.packet not in text.parts:
            text.parts[frame.packet] = frame
            text.size += len(frame.body)
            self._size += len(frame.body)
        text.ended = text.ended or frame.end == Control.ETX
        if len(text.parts) == text.total:
            self._drop(key)
            return Put(_joined(text), first=text.parts[1])
        missing = self._hole(text) if text.ended else 0
        self._make_room(frame.station)
        return Put(None, missing, text.parts.get(1))

    def holes(self, station: str, now: datetime) -> list[tuple[Frame, int]]:
        """Return a packet to be asked for of each text of a station of which nothing came for a while."""
        self._forget_old(now)
        found: list[tuple[Frame, int]] = []
        for key, text in self._texts.items():
            if key[0] == station and (missing := self._hole(text)):
                found.append((next(iter(text.parts.values())), missing))
        return found

    def _hole(self, text: _Text) -> int:
        """Return the first packet that is missing and may still be asked for."""
        for number in range(1, text.total + 1):
            if number not in text.parts and text.asked.get(number, 0) < _ASKS:
                text.asked[number] = text.asked.get(number, 0) + 1
                return number
        return 0

    def _begin(self, key: _Key, now: datetime) -> _Text:
        if key in self._texts:
            self._drop(key)
            self.given_up += 1
        text = _Text(key[2], now)
        self._texts[key] = text
        return text

    def _make_room(self, station: str) -> None:
        mine = [key for key in self._texts if key[0] == station]
        while sum(self._texts[key].size for key in mine) > self._bounds.station_bytes:
            self._give_up(mine.pop(0))
        while self._size > self._bounds.all_bytes:
            self._give_up(next(iter(self._texts)))

    def _forget_old(self, now: datetime) -> None:
        while self._texts:
            key, oldest = next(iter(self._texts.items()))
            if now - oldest.touched <= self._bounds.longest:
                return
            self._give_up(key)

    def _give_up(self, key: _Key) -> None:
        self._drop(key)
        self.given_up += 1

    def _drop(self, key: _Key) -> None:
        self._size -= self._texts.pop(key).size


def _joined(text: _Text) -> Frame:
    """Return the text as if it had come in one frame; it keeps the number of packets for the answer."""
    first = text.parts[1]
    return replace(first, body=b"".join(text.parts[n].body for n in range(1, text.total + 1)), end=Control.ETX)
