"""Pictures are made anew; what they carried is read first."""

from __future__ import annotations

import contextlib
import io
import struct
import zlib
from datetime import UTC, datetime

import pytest
from PIL import Image

from data.gateway.photos import LONGEST_SIDE, MOST_BYTES, cleaned
from data.gateway.wire import Refused
from tests.data.gateway.pictures import jpeg

NOW = datetime(2026, 7, 1, tzinfo=UTC)


def refused(body):
    with pytest.raises(Refused) as caught:
        cleaned(body, NOW)
    return caught.value.status, caught.value.code


def png_of(width, height, data=b""):
    """A PNG that says it is so large."""

    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + data + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def test_position_and_time_are_read_and_nothing_of_them_is_left_in_the_picture():
    photo = cleaned(jpeg(place=(113.6789, 34.9123)), NOW)
    assert (photo.lon, photo.lat) == pytest.approx((113.6789, 34.9123), abs=1e-5)
    assert photo.taken_at == datetime(2020, 8, 20, 1, 30, tzinfo=UTC)
    kept = Image.open(io.BytesIO(photo.body))
    assert not kept.getexif()
    assert set(kept.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_the_same_picture_gives_the_same_bytes():
    assert cleaned(jpeg(size=(300, 200)), NOW).body == cleaned(jpeg(size=(300, 200)), NOW).body


def test_a_time_without_zone_is_of_here_and_a_southern_western_place_is_negative():
    photo = cleaned(jpeg(offset="", place=(-70.5, -33.25)), NOW)
    assert photo.taken_at == datetime(2020, 8, 20, 1, 30, tzinfo=UTC)
    assert (photo.lon, photo.lat) == (-70.5, -33.25)


@pytest.mark.parametrize("taken", ["0000:00:00 00:00:00", "1980:01:01 00:00:00", "2099:01:01 00:00:00", "gestern", ""])
def test_an_absurd_time_is_dropped(taken):
    assert cleaned(jpeg(taken=taken), NOW).taken_at is None


@pytest.mark.parametrize("place", [(0.0, 0.0), (113.0, 91.0), (181.0, 34.0)])
def test_an_absurd_position_is_dropped(place):
    photo = cleaned(jpeg(place=place), NOW)
    assert (photo.lon, photo.lat) == (None, None)


def test_bad_exif_is_never_fatal():
    good = jpeg(place=(113.6, 34.9))
    at = good.index(b"Exif\x00\x00") + 6
    for offset in range(8, 120, 3):
        bad = bytearray(good)
        bad[at + offset] ^= 0xFF
        with contextlib.suppress(Refused):  # in the tests a warning is an error
            assert cleaned(bytes(bad), NOW).width == 64


def test_a_large_picture_is_made_smaller_and_a_turned_one_upright():
    wide = cleaned(jpeg(size=(4000, 1000)), NOW)
    assert (wide.width, wide.height) == (LONGEST_SIDE, 640)
    turned = cleaned(jpeg(orientation=6), NOW)
    assert (turned.width, turned.height) == (48, 64)


MODES = ("P PNG", "RGBA PNG", "I;16 PNG", "1 PNG", "LA PNG", "CMYK JPEG", "L JPEG", "RGBA WEBP")


@pytest.mark.parametrize(("mode", "kind"), [one.split() for one in MODES])
def test_pictures_of_all_modes_come_out_as_jpeg(mode, kind):
    out = io.BytesIO()
    Image.new(mode, (30, 20)).save(out, kind)
    photo = cleaned(out.getvalue(), NOW)
    assert Image.open(io.BytesIO(photo.body)).format == "JPEG"
    assert (photo.width, photo.height) == (30, 20)


def test_what_is_behind_the_picture_does_not_survive():
    photo = cleaned(jpeg() + b"<?php system($_GET['c']); ?>" + b"PK\x03\x04", NOW)
    assert b"php" not in photo.body
    assert not photo.body.endswith(b"PK\x03\x04")


OTHERS = (
    b"",
    b"GIF89a" + bytes(100),
    b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    b"%!PS-Adobe-3.0 EPSF-3.0",
    b"BM" + bytes(60),
    bytes(50),
)


@pytest.mark.parametrize("body", OTHERS)
def test_other_kinds_of_pictures_are_refused(body):
    assert refused(body) == (415, "wrong_type")


def test_a_truncated_picture_is_refused():
    whole = jpeg(size=(800, 600))
    assert refused(whole[: len(whole) // 2]) == (400, "bad_request")


@pytest.mark.parametrize(("width", "height"), [(30_000, 30_000), (7100, 7100), (2_000_000_000, 1)])
def test_a_pixel_bomb_is_refused_before_it_is_decoded(width, height):
    assert refused(png_of(width, height))[0] in {400, 413}


def test_a_text_bomb_in_a_png_is_refused():
    text = b"zTXt"
    content = b"Comment\x00\x00" + zlib.compress(bytes(80_000_000))
    chunk = struct.pack(">I", len(content)) + text + content + struct.pack(">I", zlib.crc32(text + content))
    assert refused(png_of(10, 10, chunk))[0] == 400


def test_a_picture_of_more_than_nine_megabytes_is_refused():
    assert refused(jpeg() + bytes(MOST_BYTES)) == (413, "too_large")
