"""How each station's line does: frames, bad ones, serial numbers that never came, lateness. Asked from any thread."""

from __future__ import annotations

from collections import OrderedDict, deque
from dataclasses import dataclass, field
from datetime import datetime
from statistics import median
from threading import Lock
from typing import Final

from data.model.station_line import SPOKE, Arrival, Outcome
from data.model.telemetry import LinkHealth, Source, SourceKind

_STATIONS: Final = 8192
_SERIALS: Final = 0xFFFF  # serial numbers go from 1 to FFFFH and around
_JUMP: Final = 1000  # a greater one is a restart of the station, not a loss
_MISSING: Final = 1024
_USUAL: Final = 9  # times between frames, of which the middle one is the usual


@dataclass(slots=True)
class _Link:
    first_at: datetime
    peer: str = ""
    last_at: datetime | None = None
    frames: int = 0
    bad_crc: int = 0
    refused: int = 0
    duplicates: int = 0
    lost: int = 0  # missing ones that are no longer waited for
    late_s: float | None = None
    worst_late_s: float | None = None
    serial: int | None = None
    missing: OrderedDict[int, None] = field(default_factory=OrderedDict[int, None])
    pauses: deque[float] = field(default_factory=lambda: deque(maxlen=_USUAL))


class LinkBook:
    """Health of every station that spoke, the one silent for longest forgotten first."""

    def __init__(self) -> None:
        """Start with none."""
        self._links: OrderedDict[str, _Link] = OrderedDict()
        self._lock = Lock()

    def took(self, arrival: Arrival, peer: str, now: datetime) -> None:
        """Take note of an arrival; what cannot be laid at a station's door is not counted here."""
        if not arrival.station:
            return
        with self._lock:
            link = self._links.get(arrival.station)
            if link is None:
                if arrival.outcome not in SPOKE:
                    return  # whose address came with a bad check sum may be nobody
                link = self._links[arrival.station] = _Link(now)
                if len(self._links) > _STATIONS:
                    self._links.popitem(last=False)
            self._links.move_to_end(arrival.station)
            link.peer = peer
            if arrival.outcome is Outcome.BAD_CRC:
                link.bad_crc += 1
            elif arrival.outcome not in SPOKE:
                link.refused += 1
            else:
                _spoke(link, arrival, now)

    def all(self) -> tuple[LinkHealth, ...]:
        """Return the health of every line, by address."""
        with self._lock:
            return tuple(_health(station, link) for station, link in sorted(self._links.items()))


def _spoke(link: _Link, arrival: Arrival, now: datetime) -> None:
    if link.last_at is not None and arrival.outcome is not Outcome.PART:
        link.pauses.append((now - link.last_at).total_seconds())
    link.last_at = now
    link.frames += 1
    link.duplicates += arrival.outcome is Outcome.DUPLICATE
    if arrival.sent_at is not None:
        link.late_s = (now - arrival.sent_at).total_seconds()
        link.worst_late_s = max(link.late_s, link.worst_late_s or link.late_s)
    if arrival.serial is not None and arrival.outcome is Outcome.SOUND:
        _count_on(link, arrival.serial)


def _count_on(link: _Link, serial: int) -> None:
    """Note the serial numbers between the last one and this one; one that comes later is no longer missing."""
    last = link.serial
    if last is None:
        link.serial = serial
        return
    ahead = (serial - last) % _SERIALS
    if serial in link.missing:
        del link.missing[serial]
    elif ahead < _JUMP:
        for step in range(1, ahead):
            link.missing[(last + step - 1) % _SERIALS + 1] = None
        link.serial = serial
    elif _SERIALS - ahead >= _JUMP:
        link.serial = serial
    while len(link.missing) > _MISSING:
        link.missing.popitem(last=False)
        link.lost += 1


def _health(station: str, link: _Link) -> LinkHealth:
    return LinkHealth(
        station,
        Source(SourceKind.SL651, station),
        link.first_at,
        link.last_at,
        link.frames,
        link.bad_crc,
        link.refused,
        link.duplicates,
        link.lost + len(link.missing),
        link.late_s,
        link.worst_late_s,
        link.peer,
        median(link.pauses) if len(link.pauses) >= 3 else None,
    )
