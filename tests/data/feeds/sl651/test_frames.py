"""Frames: their parts, their faults, and what a mutation does to them."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.feeds.sl651.codes import UP_ENDS, Coding, Control, Crc, FaultCode
from data.feeds.sl651.crc import crc16
from data.feeds.sl651.encode import confirm
from data.feeds.sl651.frames import Frame, FrameFault, read_frame, write_frame
from data.feeds.sl651.messages import read_uplink
from tests.data.feeds.sl651.telegrams import BOTH, LETTERS, RIVER, SENT, framed, packets, timed

stations = st.text("0123456789ABCDEF", min_size=10, max_size=10)
passwords = st.text("0123456789ABCDEF", min_size=4, max_size=4)


@st.composite
def frames(draw) -> Frame:
    total = draw(st.integers(0, 4095))
    up = draw(st.booleans())
    coding = draw(st.sampled_from(Coding))
    ends = UP_ENDS if up else {Control.ENQ, Control.ACK, Control.NAK, Control.EOT, Control.ESC}
    return Frame(
        coding,
        up,
        draw(st.integers(0, 255)),
        draw(stations),
        draw(passwords),
        draw(st.integers(0, 255)),
        draw(st.binary(min_size=1, max_size=300)),
        draw(st.sampled_from(sorted(ends))),
        total,
        draw(st.integers(1, total)) if total else 0,
    )


@given(frames())
def test_what_is_written_is_read(frame):
    assert read_frame(write_frame(frame)) == frame


@given(st.binary(max_size=600))
def test_no_bytes_make_it_stumble(data):
    for start in (b"", b"\x7e\x7e", b"\x01"):
        found = read_frame(start + data)
        if isinstance(found, Frame):
            read_uplink(found)


def test_the_check_sum_is_the_one_of_the_standard():
    assert crc16(b"123456789") == 0x4B37


@pytest.mark.parametrize("sender", BOTH)
def test_a_frame_cut_anywhere_is_cut_and_its_check_sum_is_missing(sender):
    whole = timed(sender)
    for size in range(1, len(whole)):
        found = read_frame(whole[:size])
        assert isinstance(found, FrameFault)
        assert (found.code, found.crc) == (FaultCode.CUT, Crc.MISSING)


def test_bytes_behind_a_frame_are_told():
    found = read_frame(timed() + b"\x7e")
    assert isinstance(found, FrameFault)
    assert (found.code, found.found - found.expected) == (FaultCode.EXTRA, 1)


def test_one_start_byte_is_enough_when_the_check_sum_says_so():
    vendor = write_frame(replace(framed(timed()), single_start=True))
    assert vendor[:2] != b"\x7e\x7e"
    assert framed(vendor).single_start
    found = read_frame(timed()[1:])
    assert isinstance(found, FrameFault)  # a start byte that got lost is no vendor's habit
    assert found.code is FaultCode.CRC


def test_a_centre_of_the_address_7e_is_no_second_start():
    frame = replace(framed(timed()), centre=0x7E)
    assert framed(write_frame(frame)) == frame
    assert framed(write_frame(replace(frame, single_start=True))) == replace(frame, single_start=True)


def test_an_answer_turns_the_addresses_round():
    raw = confirm(framed(timed()), 7, SENT)
    assert raw[2:8] == bytes.fromhex("0040105150") + b"\x01"
    assert (framed(raw).up, framed(raw).end, read_uplink(framed(raw)).serial) == (False, Control.ESC, 7)


@pytest.mark.parametrize(
    ("at", "put", "code"),
    [(0, 0x7F, FaultCode.NOT_A_FRAME), (13, 0x20, FaultCode.NOT_A_FRAME), (12, 0x00, FaultCode.LENGTH)],
)
def test_a_head_that_is_none_is_told(at, put, code):
    raw = bytearray(timed())
    raw[at] = put
    found = read_frame(bytes(raw))
    assert isinstance(found, FrameFault)
    assert found.code is code


@pytest.mark.parametrize("frame", [Frame(Coding.HEX, True, 1, "00", "1234", 50, b"x"), framed(packets()[0])])
def test_what_no_frame_can_hold_is_not_written(frame):
    with pytest.raises(ValueError, match=r"address|frame"):
        write_frame(replace(frame, body=b"x" * (5000 if frame.multi else 1)))


def test_a_mutated_frame_is_not_taken_for_a_sound_one():
    """The check sum lets one in 65,536 pass; benchmarks/sl651.py counts over 200,000."""
    chance = random.Random(651)
    sound = [timed(RIVER), timed(LETTERS), *packets()[:2], packets(LETTERS)[-1]]
    taken = 0
    for _ in range(5000):
        raw = bytearray(chance.choice(sound))
        before = bytes(raw)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(raw))
            match chance.randrange(4):
                case 0:
                    raw[at] ^= 1 << chance.randrange(8)
                case 1:
                    raw[at] = chance.randrange(256)
                case 2:
                    del raw[at]
                case _:
                    raw.insert(at, chance.randrange(256))
        found = read_frame(bytes(raw))
        same = bytes(raw).upper() == before.upper()  # characters of the ASCII coding in the other case say the same
        taken += isinstance(found, Frame) and not same
    assert taken <= 1
