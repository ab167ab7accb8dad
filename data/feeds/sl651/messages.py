"""A frame, or packets put together, read into a telegram: serial number, times, station, elements, picture (6.6)."""

from __future__ import annotations

from data.feeds.sl651.bcd import moment_of
from data.feeds.sl651.body_ascii import read_ascii
from data.feeds.sl651.body_hex import Read, read_hex
from data.feeds.sl651.codes import Coding, function_of
from data.feeds.sl651.frames import Frame
from data.feeds.sl651.uplink import Trouble, TroubleCode, Uplink


def read_uplink(frame: Frame) -> Uplink:
    """Read a frame's text. Never raises: what cannot be read is told as a trouble.

    Of a downlink, and of a packet that is not the first, only the head is read. The first packet of several is read
    as far as it goes; put packets together first (assembly) to have all of it.
    """
    function = function_of(frame.function)
    ascii_coded = frame.coding is Coding.ASCII
    if frame.packet > 1:
        return Uplink(frame, function, frame.station, frame.centre, frame.password)
    head = _ascii_start(frame.body) if ascii_coded else _hex_start(frame.body)
    if head is None:
        short = (Trouble(TroubleCode.SHORT),)
        return Uplink(frame, function, frame.station, frame.centre, frame.password, troubles=short)
    serial, raw_time, start = head
    sent_at = moment_of(raw_time)
    read = Read(function, frame.station, sent_at)
    if sent_at is None:
        read.trouble(TroubleCode.SENT_TIME, raw_time)
    if frame.up:
        (read_ascii if ascii_coded else read_hex)(read, frame.body, start)
    return Uplink(
        frame,
        function,
        frame.station,
        frame.centre,
        frame.password,
        serial,
        sent_at,
        read.kind,
        read.observed_at,
        tuple(read.elements),
        read.picture,
        tuple(read.troubles),
    )


def _hex_start(body: bytes) -> tuple[int, str, int] | None:
    return (body[0] << 8 | body[1], body[2:8].hex(), 8) if len(body) >= 8 else None


def _ascii_start(body: bytes) -> tuple[int, str, int] | None:
    try:
        return int(body[:4].decode("ascii"), 16), body[4:16].decode("ascii"), 16
    except ValueError:
        return None
