"""Clips and voice notes: kind, size and declared length."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.gateway.clips import MOST_BYTES, checked
from data.gateway.wire import Refused
from tests.data.gateway.pictures import box, mp4, ogg, webm


def refused(body, media):
    with pytest.raises(Refused) as caught:
        checked(body, media)
    return caught.value.status


@pytest.mark.parametrize(
    ("body", "media", "seconds"),
    [
        (mp4(12.5), "video/mp4", 12.5),
        (mp4(0), "audio/mp4", 0.0),
        (webm(8.25), "video/webm", 8.25),
        (webm(None, (0.0, 1.0, 2.5)), "video/webm", 2.5),
        (webm(), "audio/webm", 0.0),
        (ogg(4), "audio/ogg", 4.0),
    ],
)
def test_a_clip_is_kept_as_it_came_with_its_length(body, media, seconds):
    clip = checked(body, media)
    assert (clip.body, clip.media, clip.seconds) == (body, media, seconds)


@pytest.mark.parametrize(
    ("body", "media"),
    [
        (mp4(31.5), "video/mp4"),
        (webm(60), "video/webm"),
        (webm(None, (0, 45)), "video/webm"),
        (ogg(90), "audio/ogg"),
        (webm(62), "audio/webm"),
    ],
)
def test_a_clip_of_more_than_thirty_seconds_or_a_voice_note_of_more_than_a_minute_is_refused(body, media):
    assert refused(body, media) == 413


def test_a_voice_note_may_be_as_long_as_the_page_records():
    assert checked(webm(60.4), "audio/webm").seconds == 60.4
    assert checked(mp4(59), "audio/mp4").seconds == 59


@pytest.mark.parametrize("media", sorted(MOST_BYTES))
def test_a_clip_that_is_not_what_it_says_is_refused(media):
    other = {"webm": mp4(1), "mp4": webm(1), "ogg": b"<html><script>"}[media.partition("/")[2]]
    assert refused(other, media) == 415
    assert refused(b"", media) in {400, 415}


def test_an_unknown_kind_and_a_large_voice_note_are_refused():
    assert refused(b"", "text/html") == 415
    assert refused(ogg(1) + bytes(3_000_000), "audio/ogg") == 413
    assert checked(webm(1), "video/webm").seconds == 1


def test_boxes_that_reach_beyond_their_end_or_never_end_are_refused():
    head = box(b"ftyp", b"isom")
    assert refused(head + b"\x7f\xff\xff\xffmoov", "video/mp4") == 400
    assert refused(head + b"\x00\x00\x00\x02moov", "video/mp4") == 400
    assert refused(head + box(b"free", b"") * 60_000, "video/mp4") == 400
    assert refused(webm() + b"\xa3\x80" * 60_000, "video/webm") == 400


@given(st.binary(max_size=400), st.sampled_from(sorted(MOST_BYTES)), st.integers(0, 60))
def test_no_bytes_whatever_bring_a_reader_down(tail, media, cut):
    start = {"webm": webm(3), "mp4": mp4(3), "ogg": ogg(3)}[media.partition("/")[2]]
    with contextlib.suppress(Refused):
        assert checked(start[:cut] + tail, media).seconds >= 0
