"""Fields of a frame as a person looks at them: every byte is named, whatever state the frame is in."""

from __future__ import annotations

import random
from datetime import UTC, datetime

import pytest

from data.feeds.sl651.assembly import Assembly
from data.feeds.sl651.codes import Coding
from data.feeds.sl651.encode import Group, Sender, manual, picture, report
from data.feeds.sl651.fields import Part, fields, text_fields
from data.feeds.sl651.frames import Frame, read_frame

NOW = datetime(2020, 6, 29, tzinfo=UTC)


def frames(coding: Coding) -> list[bytes]:
    sender = Sender("0011223344", coding=coding)
    return [
        report(sender, 0x32, 7, NOW, [Group(NOW, (("39", 90.88), ("20", 1.5)))]),
        manual(sender, 3, NOW, "水位 90.88"),
        *picture(sender, 1, NOW, NOW, b"\xff\xd8" + bytes(2500) + b"\xff\xd9")[:2],
    ]


def unnamed(raw: bytes) -> bytes:
    """Bytes that no field holds; ASCII words are parted by spaces that belong to none."""
    left = bytearray(raw)
    for one in fields(raw):
        left[one.start : one.start + one.size] = b" " * one.size
    return bytes(left).strip(b" ")


@pytest.mark.parametrize("coding", list(Coding))
def test_every_byte_of_a_sound_frame_belongs_to_a_field_and_none_is_left_over(coding):
    for raw in frames(coding):
        named = fields(raw)
        assert unnamed(raw) == b""
        assert all(one.good and one.part is not Part.REST for one in named)
        assert next(one for one in named if one.part is Part.STATION).value == "0011223344"


def test_broken_frames_are_named_as_far_as_they_go_and_never_raise():
    dice = random.Random(651)
    sound = [raw for coding in Coding for raw in frames(coding)]
    for _ in range(1500):
        raw = bytearray(dice.choice(sound))
        for _ in range(dice.randint(0, 5)):
            raw[dice.randrange(len(raw))] = dice.randrange(256)
        raw = raw[: dice.randrange(len(raw) + 1)] if dice.random() < 0.4 else raw
        named = fields(bytes(raw))
        assert unnamed(bytes(raw)) == b""
        assert all(one.start >= 0 and one.start + one.size <= len(raw) for one in named)


def test_a_wrong_check_sum_is_told_with_the_right_one():
    raw = frames(Coding.HEX)[0]
    named = fields(raw[:-2] + b"\x00\x00")
    crc = named[-1]
    assert (crc.part, crc.value, crc.name, crc.good) == (Part.CRC, "0000", raw[-2:].hex().upper(), False)


def test_packets_put_together_are_named_from_the_first_byte_of_their_text():
    packets = Assembly()
    whole = None
    for raw in picture(Sender("0011223344"), 1, NOW, NOW, b"\xff\xd8" + bytes(2500) + b"\xff\xd9"):
        frame = read_frame(raw)
        assert isinstance(frame, Frame)
        whole = packets.put(frame, NOW).whole or whole
    assert whole is not None
    named = text_fields(whole)
    assert [one.part for one in named] == [
        Part.SERIAL, Part.SENT, Part.ADDRESS, Part.KIND, Part.OBSERVED, Part.PICTURE,
    ]  # fmt: skip
    assert named[-1].value == "2504"
