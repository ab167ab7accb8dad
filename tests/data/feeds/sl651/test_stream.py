"""A line of bytes cut into frames, however it arrives and whatever lies between them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from data.feeds.sl651.codes import FaultCode
from data.feeds.sl651.frames import LONGEST, Frame, FrameFault
from data.feeds.sl651.stream import FrameStream
from tests.data.feeds.sl651.telegrams import BOTH, LETTERS, RIVER, framed, packets, timed

SENT = [timed(RIVER, 1), timed(LETTERS, 2), *packets()[:2], timed(RIVER, 3)]
WHOLE = b"".join(SENT)
FRAMES = [framed(one) for one in SENT]


def fed(*pieces: bytes) -> list[Frame | FrameFault]:
    stream = FrameStream()
    return [one for piece in pieces for one in stream.feed(piece)] + stream.finish()


def test_a_stream_split_at_any_byte_gives_the_same_frames():
    for cut in range(1, len(WHOLE)):
        assert fed(WHOLE[:cut], WHOLE[cut:]) == FRAMES


def test_a_stream_of_single_bytes_gives_the_same_frames():
    assert fed(*(bytes([one]) for one in WHOLE)) == FRAMES


@given(st.data())
def test_frames_are_found_between_anything(data):
    """Junk has no start byte here: what begins like a frame may hide one until it is given up."""
    junk = st.binary(max_size=40).map(lambda raw: raw.replace(b"\x7e", b"").replace(b"\x01", b""))
    pieces = [piece for one in SENT for piece in (data.draw(junk), one)]
    found = fed(*pieces)
    assert [one for one in found if isinstance(one, Frame)] == FRAMES
    assert {one.code for one in found if isinstance(one, FrameFault)} <= {FaultCode.GARBAGE}


@given(st.integers(1, len(SENT[0]) - 3), st.sampled_from(BOTH))
def test_a_half_frame_does_not_swallow_the_next(size, sender):
    found = fed(timed(sender)[:size], timed(RIVER, 5))
    assert found[-1] == framed(timed(RIVER, 5))
    assert len(found) == 2
    assert isinstance(found[0], FrameFault)


def test_a_frame_is_taken_at_once_although_a_cut_one_is_waited_for():
    stream = FrameStream()
    assert stream.feed(packets()[0][:100]) == []
    cut, frame = stream.feed(timed())
    assert isinstance(cut, FrameFault)
    assert (cut.code, frame) == (FaultCode.CUT, framed(timed()))
    assert stream.waiting == 0


def test_each_bad_frame_is_told_once():
    bad = bytearray(timed())
    bad[30] ^= 0x10
    found = fed(bytes(bad), bytes(bad), timed())
    assert [one.code for one in found[:-1] if isinstance(one, FrameFault)] == [FaultCode.CRC, FaultCode.CRC]
    assert found[-1] == framed(timed())


def test_what_waits_is_bounded():
    stream = FrameStream()
    head = timed()[:11] + b"\x0f\xff\x02"
    for _ in range(40):
        stream.feed(head * 10 + bytes(999))
        assert stream.waiting <= LONGEST + 1100


def test_a_registration_text_of_a_modem_is_garbage():
    found = fed(b"www.modem.example\r\n13800001234", timed())
    assert isinstance(found[0], FrameFault)
    assert (found[0].code, found[0].found) == (FaultCode.GARBAGE, 30)
