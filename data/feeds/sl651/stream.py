"""A line of bytes cut into frames: half frames wait, glued ones part, what is between them is told and skipped.

A cut frame (the line broke, then the next frame came) must not swallow the frames behind it: while a frame is
waited for, a sound frame further on is taken and the waiting one is a fault. Each place is check-summed once, so what
hostile bytes can cost is bounded by what they send.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from data.feeds.sl651.codes import Control, Crc, FaultCode
from data.feeds.sl651.frames import LONGEST, MARK, Frame, FrameFault, cut_off, probe

_STARTS: Final = re.compile(rb"\x7e|\x01(?=[0-9A-Fa-f]|\Z)")
_AHEAD: Final = re.compile(rb"\x7e\x7e|\x01(?=[0-9A-Fa-f]{22})")
_MOST: Final = 2 * (LONGEST + 64)
"""Bytes that may wait: a frame in the making and one behind it."""
_TEXTS: Final = frozenset({Control.STX, Control.SYN})
_SHOWN: Final = 512
_HEAD: Final = 24  # longest head of either coding


class FrameStream:
    """Frames out of one connection; bytes of one connection only."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._held = bytearray()
        self._fault: FrameFault | None = None  # why the junk before the held bytes is junk
        self._junk = 0  # how many bytes of it there are
        self._covered = 0  # how many held bytes belong to the frame that the fault is about
        self._looked = 0  # how far was looked ahead while a frame is waited for

    @property
    def waiting(self) -> int:
        """Bytes that wait for more."""
        return len(self._held)

    def feed(self, data: bytes) -> list[Frame | FrameFault]:
        """Take bytes and give what they complete, in the order in which it came."""
        found: list[Frame | FrameFault] = []
        for begin in range(0, len(data), _MOST):
            self._held += data[begin : begin + _MOST]
            self._cut(found)
            if self._junk > LONGEST:  # junk without an end is told as it comes
                self._tell(found)
        return found

    def finish(self) -> list[Frame | FrameFault]:
        """Give up waiting: nothing came for long, or nothing will come."""
        found: list[Frame | FrameFault] = []
        while self._held:
            self._blame(cut_off(self._held, 0, probe(self._held).size), found)
            self._drop(1)
            self._cut(found)
        self._tell(found)
        return found

    def _cut(self, found: list[Frame | FrameFault]) -> None:
        while self._held:
            match = _STARTS.search(self._held)
            if match is None:
                self._drop(len(self._held))
                self._tell(found)
                return
            if match.start():
                self._drop(match.start())
            if _no_head(self._held):
                self._drop(1)
                continue
            seen = probe(self._held)
            if seen.frame is not None:
                self._take(seen.frame, seen.size, found)
            elif seen.fault is not None:
                self._blame(seen.fault, found)
                self._drop(1)
            elif not self._take_ahead(seen.size, found):
                return

    def _take(self, frame: Frame, size: int, found: list[Frame | FrameFault]) -> None:
        self._tell(found)
        found.append(frame)
        del self._held[:size]
        self._looked = 0

    def _take_ahead(self, expected: int, found: list[Frame | FrameFault]) -> bool:
        """Take the first sound frame behind one that is waited for; whether there is one."""
        begin = max(self._looked, 1)
        looked = max(begin, len(self._held) - _HEAD)
        behind = bytes(self._held)
        for match in _AHEAD.finditer(behind, begin):
            seen = probe(behind, match.start())
            if seen.frame is not None:
                self._blame(cut_off(behind[: match.start()], 0, expected), found)
                self._drop(match.start())
                self._take(seen.frame, seen.size, found)
                return True
            if seen.fault is None:
                looked = min(looked, match.start())
        self._looked = looked
        return False

    def _blame(self, fault: FrameFault, found: list[Frame | FrameFault]) -> None:
        """Say why the next byte is junk, unless it belongs to a frame that has been blamed already."""
        if fault.code is FaultCode.NOT_A_FRAME or self._covered > 0:
            return
        self._tell(found)
        self._fault = fault
        self._covered = min(fault.expected, len(self._held))

    def _drop(self, count: int) -> None:
        if self._fault is None and not self._junk:
            self._fault = FrameFault(FaultCode.GARBAGE, Crc.MISSING, raw=bytes(self._held[: min(count, _SHOWN)]))
        self._junk += count
        self._covered -= count
        self._looked = max(0, self._looked - count)
        del self._held[:count]

    def _tell(self, found: list[Frame | FrameFault]) -> None:
        """Tell of the junk before the held bytes, once."""
        fault, self._fault = self._fault, None
        junk, self._junk = self._junk, 0
        self._covered = 0
        if fault is not None:
            found.append(replace(fault, found=junk) if fault.code is FaultCode.GARBAGE else fault)


def _no_head(held: bytearray) -> bool:
    """Whether there is surely no head of HEX coding: what a flood of 7EH must not make dear."""
    return len(held) >= 14 and held[0] == MARK and held[13] not in _TEXTS and held[12] not in _TEXTS
