"""Frames that stations sent, from public repositories: each reads as meant, or is refused with the right reason."""

from __future__ import annotations

import csv
import io
import random
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from data.feeds.sl651.assembly import Assembly
from data.feeds.sl651.bcd import moment
from data.feeds.sl651.codes import Crc, FaultCode
from data.feeds.sl651.encode import confirm
from data.feeds.sl651.frames import Frame, FrameFault, read_frame, write_frame
from data.feeds.sl651.messages import read_uplink

NOW = datetime(2026, 7, 1, tzinfo=UTC)
VALUE = re.compile(r"([0-9A-F]{2})\((\w+)\)=([\d.]+)")


@pytest.fixture(scope="module")
def rows(shared_data: Path) -> list[dict[str, str]]:
    with (shared_data / "sl651" / "frames.csv").open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_frame_reads_to_the_given_values_or_is_refused(rows):
    for row in rows:
        found = read_frame(bytes.fromhex(row["hex"]))
        if row["crc"] == "ok":
            assert isinstance(found, Frame)
            uplink = read_uplink(found)
            assert uplink.function.hex == row["func"]
            assert uplink.function.name
            assert uplink.troubles == ()
            given = {name: float(value) for name, _, value in VALUE.findall(row["decoded"])}
            assert given.items() <= {one.id: one.value for one in uplink.elements}.items()
        else:
            assert isinstance(found, FrameFault)
            cut = row["bytes_found"] != row["expected_bytes"]
            assert (found.code, found.crc) == (
                (FaultCode.CUT, Crc.MISSING) if cut else (FaultCode.CRC, Crc.BAD)
            )  # fmt: skip
            assert (found.found, found.expected) == (int(row["bytes_found"]), int(row["expected_bytes"]))
            assert f"{found.function:02X}" == row["func"]


def test_every_frame_is_written_back_to_the_same_bytes(rows):
    sound = [row["hex"] for row in rows if row["crc"] == "ok"]
    assert [write_frame(read_frame(bytes.fromhex(one))).hex().upper() for one in sound] == sound


def test_the_thirteen_packets_give_a_whole_picture_in_any_order(rows):
    frames = [read_frame(bytes.fromhex(row["hex"])) for row in rows if row["func"] == "36"]
    assert len(frames) == 13
    for seed in range(3):
        random.Random(seed).shuffle(frames)
        texts = Assembly()
        puts = [texts.put(one, NOW) for one in frames]
        assert [put.whole is not None for put in puts] == [False] * 12 + [True]
        uplink = read_uplink(puts[-1].whole)
        with Image.open(io.BytesIO(uplink.picture)) as shown:
            shown.load()
            assert (shown.format, shown.size) == ("JPEG", (128, 120))


@pytest.mark.parametrize(
    ("function", "serial", "at", "end"),
    [("30", 3, "591011154947", "75D4"), ("33", 0x26, "170718102202", "47F8")],
)
def test_a_confirmation_is_what_centres_are_known_to_send(rows, function, serial, at, end):
    raw = next(row["hex"] for row in rows if row["func"] == function)
    sent = moment(bytes.fromhex(at))
    assert sent is not None
    assert confirm(read_frame(bytes.fromhex(raw)), serial, sent).hex().upper().endswith(f"{at}1B{end}".upper())
