"""Reads as much of a WebM file as tells whether a recording is whole: its tracks, its blocks, its length."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

EBML, SEGMENT, CLUSTER, TRACKS, TRACK = 0x1A45DFA3, 0x18538067, 0x1F43B675, 0x1654AE6B, 0xAE
NUMBER, CODEC, TIMECODE, BLOCK, GROUP, GROUP_BLOCK = 0xD7, 0x86, 0xE7, 0xA3, 0xA0, 0xA1
INSIDE = {SEGMENT, CLUSTER, TRACKS, TRACK, GROUP}


@dataclass
class Film:
    """What was found: codecs by track number, blocks by codec, the time of the last block."""

    codecs: list[str] = field(default_factory=list)
    frames: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0


def read_webm(data: bytes) -> Film:
    """Read a file; ValueError when it is none, or torn in the middle."""
    if int.from_bytes(data[:4], "big") != EBML:
        raise ValueError("no WebM header")
    film, names, number, base = Film(), {}, 0, 0
    for kind, body in _elements(data, 0, len(data)):
        if kind == NUMBER:
            number = int.from_bytes(body, "big")
        elif kind == CODEC:
            names[number] = body.decode()
            film.codecs.append(names[number])
        elif kind == TIMECODE:
            base = int.from_bytes(body, "big")
        elif kind in {BLOCK, GROUP_BLOCK}:
            at = base + int.from_bytes(body[1:3], "big", signed=True)
            film.frames[names[body[0] & 0x7F]] += 1
            film.seconds = max(film.seconds, at / 1000)
    return film


def _elements(data: bytes, at: int, end: int) -> Iterator[tuple[int, bytes]]:
    while at < end:
        kind, at = _number(data, at, keep_marker=True)
        size, at = _number(data, at, keep_marker=False)
        if kind in INSIDE:
            continue  # its children follow; a live recording does not know the sizes of these
        if at + size > end:
            raise ValueError(f"element {kind:x} is torn")
        yield kind, data[at : at + size]
        at += size


def _number(data: bytes, at: int, *, keep_marker: bool) -> tuple[int, int]:
    length = 9 - data[at].bit_length()
    value = int.from_bytes(data[at : at + length], "big")
    return (value if keep_marker else value & ((1 << (7 * length)) - 1)), at + length
