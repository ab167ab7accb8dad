"""One station's line, without the line: bytes in, arrivals out, and the answers of 6.3.1.2 to send.

    M1  nothing is answered (`answer=False`: stations on a one-way channel)
    M2  a telegram is confirmed once it is kept
    M3  packets are put together; after the last one the missing ones are asked for, one by one; then one confirmation
    M4  what a station answers is confirmed as M2; ACK where it says that more follows (ETB)

A telegram that comes again (same function, serial number and text: 6.6.2.4) is confirmed and not kept again. It
counts as kept only once `reply_of` was asked for it: what failed to be kept is taken when it comes again.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from data.feeds.sl651.assembly import Assembly
from data.feeds.sl651.codes import Coding, Control, Crc, FaultCode
from data.feeds.sl651.encode import ask_again, confirm
from data.feeds.sl651.frames import Frame, FrameFault
from data.feeds.sl651.messages import read_uplink
from data.feeds.sl651.stream import FrameStream
from data.feeds.sl651.uplink import TroubleCode, Uplink
from data.model.station_line import Arrival, Outcome

_HEARTBEAT: Final = 0x2F
_KEPT_EACH: Final = 64  # telegrams remembered of one station
_STATIONS: Final = 8192


@dataclass(frozen=True, slots=True)
class Received:
    """A telegram as it is handed on to be kept."""

    uplink: Uplink
    at: datetime
    peer: str


@dataclass(slots=True)
class Heard:
    """What all lines remember together: telegrams kept lately, texts in the making. Used by one thread only."""

    assembly: Assembly = field(default_factory=Assembly)
    _kept: OrderedDict[str, OrderedDict[int, None]] = field(default_factory=OrderedDict[str, OrderedDict[int, None]])

    def knows(self, frame: Frame) -> bool:
        """Whether this telegram is kept already."""
        return _key(frame) in self._kept.get(frame.station, ())

    def remember(self, frame: Frame) -> None:
        """Remember that this telegram is kept."""
        mine = self._kept.setdefault(frame.station, OrderedDict())
        self._kept.move_to_end(frame.station)
        mine[_key(frame)] = None
        if len(mine) > _KEPT_EACH:
            mine.popitem(last=False)
        if len(self._kept) > _STATIONS:
            self._kept.popitem(last=False)


def _key(frame: Frame) -> int:
    """The text without the time of sending, which a station may take anew when it sends again."""
    number, behind = (4, 16) if frame.coding is Coding.ASCII else (2, 8)
    return hash((frame.function, frame.body[:number], frame.body[behind:]))


@dataclass(frozen=True, slots=True)
class Manners:
    """How a centre answers. `knows` says whether a station may speak at all."""

    answer: bool = True
    keep_online: bool = True  # confirm with ESC: the line stays (network channels)
    knows: Callable[[str], bool] | None = None


class StationSession:
    """The protocol of one connection, or of one datagram's sender."""

    def __init__(self, peer: str, heard: Heard, clock: Callable[[], datetime], manners: Manners | None = None) -> None:
        """`clock` gives aware times; `heard` is shared by all lines of a server."""
        self._peer, self._heard, self._clock = peer, heard, clock
        self._manners = manners or Manners()
        self._stream = FrameStream()
        self._unfinished: OrderedDict[str, None] = OrderedDict()  # stations whose packets are awaited on this line

    @property
    def waiting(self) -> bool:
        """Whether a frame or a text is in the making."""
        return bool(self._stream.waiting or self._unfinished)

    def feed(self, data: bytes) -> list[Arrival]:
        """Take what came."""
        return [self._arrival(one) for one in self._stream.feed(data)]

    def finish(self) -> list[Arrival]:
        """Give up half frames: the line ended, or the datagram."""
        return [self._arrival(one) for one in self._stream.finish()]

    def quiet(self) -> list[Arrival]:
        """Nothing came for a while: give up half frames, ask for missing packets once more."""
        arrivals = self.finish()
        for station in list(self._unfinished):
            holes = self._heard.assembly.holes(station, self._clock())
            if not holes:
                del self._unfinished[station]
            for frame, missing in holes:
                reply = ask_again(frame, _serial(frame) or 0, self._clock(), missing) if self._manners.answer else b""
                arrivals.append(Arrival(Outcome.PART, station, reply=reply))
        return arrivals

    def reply_of(self, arrival: Arrival) -> bytes:
        """What was handed on is kept: remember it and return the confirmation."""
        assert isinstance(arrival.item, Received)
        frame = arrival.item.uplink.frame
        self._heard.remember(frame)
        return self._confirmation(frame, arrival.serial)

    def _arrival(self, found: Frame | FrameFault) -> Arrival:
        if isinstance(found, FrameFault):
            return _junk(found)
        manners = self._manners
        if not found.up or (manners.knows is not None and not manners.knows(found.station)):
            return Arrival(Outcome.REFUSED, found.station, note="stranger" if found.up else "downlink")
        if not found.multi:
            return self._telegram(found)
        put = self._heard.assembly.put(found, self._clock())
        if put.whole is not None:
            self._unfinished.pop(found.station, None)
            return self._telegram(put.whole)
        self._unfinished[found.station] = None
        reply = b""
        if put.missing and manners.answer:
            serial = None if put.first is None else _serial(put.first)
            reply = ask_again(found, serial or 0, self._clock(), put.missing)
        return Arrival(Outcome.PART, found.station, reply=reply)

    def _telegram(self, frame: Frame) -> Arrival:
        uplink = read_uplink(frame)
        if any(trouble.code is TroubleCode.SHORT for trouble in uplink.troubles):
            return Arrival(Outcome.REFUSED, frame.station, note=TroubleCode.SHORT)
        if frame.function == _HEARTBEAT:
            return Arrival(Outcome.HEARTBEAT, frame.station, sent_at=uplink.sent_at)
        if self._heard.knows(frame):
            reply = self._confirmation(frame, uplink.serial)
            return Arrival(Outcome.DUPLICATE, frame.station, reply=reply, serial=uplink.serial, sent_at=uplink.sent_at)
        item = Received(uplink, self._clock(), self._peer)
        return Arrival(
            Outcome.SOUND,
            frame.station,
            item,
            serial=uplink.serial,
            sent_at=uplink.sent_at,
            size=len(frame.body),
        )

    def _confirmation(self, frame: Frame, serial: int | None) -> bytes:
        if not self._manners.answer or serial is None:
            return b""
        more = frame.end == Control.ETB and not frame.multi
        if more and frame.function >= 0x37:
            end = Control.ACK
        else:
            end = Control.ESC if more or self._manners.keep_online else Control.EOT
        return confirm(frame, serial, self._clock(), end)


def _serial(frame: Frame) -> int | None:
    """Return the serial number of a first packet."""
    return read_uplink(frame).serial if frame.packet == 1 else None


def _junk(fault: FrameFault) -> Arrival:
    if fault.code is FaultCode.GARBAGE:
        return Arrival(Outcome.GARBAGE, size=fault.found, note=fault.code)
    wrong = Outcome.BAD_CRC if fault.crc is Crc.BAD and fault.code is FaultCode.CRC else Outcome.REFUSED
    return Arrival(wrong, fault.station, size=fault.found, note=fault.code)
