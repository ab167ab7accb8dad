"""Pictures and clips for the tests of the gateway."""

from __future__ import annotations

import functools
import io
import struct

from PIL import Image


@functools.cache
def jpeg(size=(64, 48), place=None, taken="2020:08:20 09:30:00", orientation=1, offset="+08:00", kind="JPEG"):
    """A picture with what a phone writes into it."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    inner = exif.get_ifd(0x8769)
    inner[0x9003] = taken
    inner[0x9011] = offset
    if place is not None:
        gps = exif.get_ifd(0x8825)
        lon, lat = place
        gps[1], gps[2] = "N" if lat >= 0 else "S", _parts(abs(lat))
        gps[3], gps[4] = "E" if lon >= 0 else "W", _parts(abs(lon))
    out = io.BytesIO()
    gradient = Image.linear_gradient("L").resize(size)
    Image.merge("RGB", (gradient, gradient.transpose(Image.Transpose.FLIP_LEFT_RIGHT), gradient)).save(
        out, kind, exif=exif
    )
    return out.getvalue()


def _parts(value):
    minutes = (value % 1) * 60
    return (float(int(value)), float(int(minutes)), round((minutes % 1) * 60, 4))


def box(kind, content):
    return struct.pack(">I4s", 8 + len(content), kind) + content


def mp4(seconds, scale=1000):
    """The head of an MP4 that says it is so long."""
    mvhd = struct.pack(">IIIII", 0, 0, 0, scale, int(seconds * scale)) + bytes(80)
    return box(b"ftyp", b"isom0000") + box(b"moov", box(b"mvhd", mvhd)) + box(b"mdat", bytes(500))


def element(kind, content, *, unknown=False):
    head = kind.to_bytes((kind.bit_length() + 7) // 8, "big")
    size = b"\x01" + b"\xff" * 7 if unknown else (len(content) | 1 << 56).to_bytes(8, "big")
    return head + size + content


def webm(seconds=None, blocks=(0.0,)):
    """A WebM as recorders of browsers write it: without a length, its segment without a size."""
    info = element(0x2AD7B1, (1_000_000).to_bytes(3, "big"))
    if seconds is not None:
        info += element(0x4489, struct.pack(">d", seconds * 1000))
    clusters = b"".join(
        element(0x1F43B675, element(0xE7, int(at * 1000).to_bytes(4, "big")) + element(0xA3, b"\x81\x00\x00\x80data"))
        for at in blocks
    )
    doc = element(0x1A45DFA3, element(0x4282, b"webm"))
    return doc + element(0x18538067, element(0x1549A966, info) + clusters, unknown=True)


def ogg(seconds):
    """First and last page of an Ogg file of Opus."""
    page = b"OggS\x00\x02" + struct.pack("<qIII", 0, 1, 0, 0) + b"\x01\x08OpusHead"
    return page + b"OggS\x00\x04" + struct.pack("<qIII", int(seconds * 48_000), 1, 1, 0) + b"\x01\x01x"
