"""Stations and telegrams that the tests of SL 651 share; all made up."""

from __future__ import annotations

from datetime import datetime, timedelta

from data.feeds.sl651.bcd import BEIJING
from data.feeds.sl651.codes import Coding
from data.feeds.sl651.encode import Group, Sender, picture, report
from data.feeds.sl651.frames import Frame, read_frame
from data.feeds.sl651.messages import read_uplink
from data.feeds.sl651.uplink import Uplink

AT = datetime(2020, 6, 29, 8, 0, tzinfo=BEIJING)
SENT = AT + timedelta(seconds=12)
RIVER = Sender("0040105150", centre=1, password="1234")
LETTERS = Sender("0040105150", centre=1, password="1234", coding=Coding.ASCII)
BOTH = (RIVER, LETTERS)
READING = Group(AT, (("39", 90.88), ("27", 5520.0), ("38", 12.61)))
JPEG = b"\xff\xd8" + bytes(range(256)) * 9 + b"\xff\xd9"


def timed(sender: Sender = RIVER, serial: int = 7, sent: datetime = SENT, group: Group = READING) -> bytes:
    return report(sender, 0x32, serial, sent, [group])


def packets(sender: Sender = RIVER, serial: int = 9) -> list[bytes]:
    return picture(sender, serial, SENT, AT, JPEG)


def read(raw: bytes) -> Uplink:
    return read_uplink(framed(raw))


def framed(raw: bytes) -> Frame:
    found = read_frame(raw)
    assert isinstance(found, Frame), found
    return found


def values(uplink: Uplink) -> dict[str, float | str | None]:
    return {one.id: one.value for one in uplink.elements}
