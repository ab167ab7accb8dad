"""Looks at a video clip or voice note before it is kept.

What is checked: that it is of the kind it says (by its first bytes), its size, and how long it says it is. A clip is
kept exactly as it came. Not cleaned: what the camera wrote into it (position, model, time), further tracks, bytes
behind the end; codecs are not opened. Clips are therefore never opened by the gateway, only handed to the desk and back
to who sent them, as downloads. Recorders of browsers often write no length: then 0 is told, and the size is the bound.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from data.gateway.wire import Refused

MOST_SECONDS: Mapping[str, float] = {"video": 30.0, "audio": 60.0}
_SLACK_S = 1.0  # a recorder stops a little late
MOST_BYTES: Mapping[str, int] = {
    "video/webm": 20_000_000,
    "video/mp4": 20_000_000,
    "audio/webm": 3_000_000,
    "audio/mp4": 3_000_000,
    "audio/ogg": 3_000_000,
}
_MOST_ELEMENTS = 50_000
_EBML, _SEGMENT, _CLUSTER, _INFO, _GROUP = 0x1A45DFA3, 0x18538067, 0x1F43B675, 0x1549A966, 0xA0
_SCALE, _DURATION, _CLUSTER_AT, _BLOCK, _SIMPLE_BLOCK = 0x2AD7B1, 0x4489, 0xE7, 0xA1, 0xA3
_OPUS_RATE = 48_000


@dataclass(frozen=True, slots=True)
class Clip:
    """A clip that may be kept; `seconds` as it says itself, 0 when it does not."""

    body: bytes
    media: str
    seconds: float


def checked(body: bytes, media: str) -> Clip:
    """Return the clip, or refuse with wrong_type, too_large or bad_request."""
    if media not in MOST_BYTES:
        raise Refused(415, "wrong_type")
    if len(body) > MOST_BYTES[media]:
        raise Refused(413, "too_large")
    head, _, container = media.partition("/")
    try:
        seconds = {"webm": _webm, "mp4": _mp4, "ogg": _ogg}[container](body)
    except (struct.error, IndexError, ValueError, OverflowError) as error:
        raise Refused(400, "bad_request") from error
    if not math.isfinite(seconds) or seconds < 0:
        raise Refused(400, "bad_request")
    if seconds > MOST_SECONDS[head] + _SLACK_S:
        raise Refused(413, "too_large")
    return Clip(body, media, round(seconds, 3))


# ── MP4 ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _mp4(body: bytes) -> float:
    if body[4:8] != b"ftyp":
        raise Refused(415, "wrong_type")
    for kind, start, end in _boxes(body, 0, len(body)):
        if kind == b"moov":
            for inner, at, upto in _boxes(body, start, end):
                if inner == b"mvhd":
                    return _mvhd(body[at:upto])
    return 0.0


def _boxes(body: bytes, at: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Give kind, start and end of the content of each box."""
    for _ in range(_MOST_ELEMENTS):
        if at + 8 > end:
            return
        size, kind = struct.unpack_from(">I4s", body, at)
        head = 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", body, at + 8)
            head = 16
        upto = end if size == 0 else at + size
        if upto > end or upto < at + head:
            raise ValueError("a box reaches beyond its end")
        yield kind, at + head, upto
        at = upto
    raise ValueError("too many boxes")


def _mvhd(box: bytes) -> float:
    scale, length = struct.unpack_from(">IQ", box, 20) if box[0] == 1 else struct.unpack_from(">II", box, 12)
    unknown = length in {0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF}
    return 0.0 if unknown or scale == 0 else length / scale


# ── WebM ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _webm(body: bytes) -> float:
    """Return the length written in it, or the time of its last block."""
    if body[:4] != _EBML.to_bytes(4, "big") or b"webm" not in body[:64]:
        raise Refused(415, "wrong_type")
    scale, declared, cluster, last = 1_000_000, 0.0, 0, 0
    for kind, start, end in _elements(body):
        content = body[start : min(end, start + 16)]
        if kind == _SCALE:
            scale = int.from_bytes(content[:8], "big")
        elif kind == _DURATION:
            declared = struct.unpack(">f" if end - start == 4 else ">d", content[: end - start])[0]
        elif kind == _CLUSTER_AT:
            cluster = int.from_bytes(content[:8], "big")
        elif kind in {_BLOCK, _SIMPLE_BLOCK} and content:
            _, width = _number(content, 0)
            last = max(last, cluster + struct.unpack_from(">h", content, width)[0])
    return max(declared, float(last)) * scale / 1e9


def _elements(body: bytes) -> Iterator[tuple[int, int, int]]:
    """Give id, start and end of the content of each element that matters, going down into those that hold others."""
    at = 0
    for _ in range(_MOST_ELEMENTS):
        if at >= len(body):
            return
        kind, width = _number(body, at, keep_mark=True)
        size, size_width = _number(body, at + width)
        start = at + width + size_width
        unknown = size == (1 << (7 * size_width)) - 1
        end = len(body) if unknown else start + size
        inside = kind in {_SEGMENT, _CLUSTER, _INFO, _GROUP}
        if not inside and (unknown or end > len(body)):
            return  # cut off: what was read counts
        yield kind, start, end
        at = start if inside else end
    raise ValueError("too many elements")


def _number(body: bytes, at: int, *, keep_mark: bool = False) -> tuple[int, int]:
    """Return a number of variable length and its length."""
    first = body[at]
    width = 9 - first.bit_length()
    if width > 8 or (keep_mark and width > 4):
        raise ValueError("no such number")
    if at + width > len(body):
        raise ValueError("cut off")
    whole = int.from_bytes(body[at : at + width], "big")
    return (whole if keep_mark else whole & ~(1 << (7 * width))), width


# ── Ogg ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _ogg(body: bytes) -> float:
    """Return the time of the last page, as Opus counts it; other codecs count slower, so they seem shorter."""
    if body[:4] != b"OggS" or len(body) < 27:
        raise Refused(415, "wrong_type")
    last = body.rfind(b"OggS")
    if last + 14 > len(body):
        return 0.0
    (samples,) = struct.unpack_from("<q", body, last + 6)
    return max(0, samples) / _OPUS_RATE
