"""`main.py sl651 decode` and `main.py rtu`: one object a line, faults in words, and every report confirmed."""

from __future__ import annotations

import json
from concurrent.futures import Future
from datetime import UTC, datetime

import pytest

from data.feeds.sl651.session import Heard, StationSession
from data.gateway.station_ports import StationOptions
from data.gateway.stations import StationServer
from tests.data.feeds.sl651.telegrams import LETTERS, packets, timed

SERIES = """station,time,stage_m,flow_m3s,datum
40105150,2020-06-28T08:00:00+08:00,90.10,4200,大沽
40105150,2020-06-29T08:00:00+08:00,90.88,5520,大沽
HYK-XLD,2020-06-28T08:00:00+08:00,136.2,4800,大沽
HYK-XLD,2020-06-29T08:00:00+08:00,136.4,5000,大沽
"""


@pytest.fixture
def frames(tmp_path):
    def written(*lines: bytes | str):
        place = tmp_path / "frames.txt"
        shown = (line if isinstance(line, str) else line.hex(" ").upper() for line in lines)
        place.write_text("\n\n".join(shown) + "\n", "utf-8")
        return place

    return written


def test_each_frame_is_one_object_and_blank_lines_and_spaces_do_not_matter(anlan, frames):
    answer = anlan("sl651", "decode", frames(timed(), timed(LETTERS), timed()[:-2], "7E7E zz"), "--json")
    assert answer.code == 0
    sound, letters, cut, words = map(json.loads, answer.out.splitlines())
    assert {name: sound[name] for name in ("function", "station", "time", "crc", "error")} == {
        "function": "32", "station": "0040105150", "time": "2020-06-29T08:00:12+08:00", "crc": "ok", "error": None,
    }  # fmt: skip
    assert [(one["id"], one["value"], one["unit"]) for one in sound["elements"]] == [
        ("39", 90.88, "m"), ("27", 5520.0, "m³/s"), ("38", 12.61, "V"),
    ]  # fmt: skip
    assert letters == sound
    assert (cut["function"], cut["crc"], cut["elements"]) == ("32", "missing", [])
    assert cut["error"]
    assert (words["function"], words["crc"]) == (None, "missing")
    assert words["error"]


def test_the_packets_of_a_picture_are_put_together_over_the_lines(anlan, frames):
    answer = anlan("sl651", "decode", frames(*packets()[::-1]), "--json")
    told = [json.loads(line) for line in answer.out.splitlines()]
    assert [one["elements"] for one in told[:-1]] == [[]] * (len(told) - 1)
    assert told[-1]["elements"][0]["id"] == "F3"


def test_without_json_a_table_is_printed(anlan, frames):
    answer = anlan("sl651", "decode", frames(timed(), timed()[:30]))
    assert "瞬时河道水位、潮位  90.88 m  2020-06-29 08:00" in answer.out
    assert "报文不完整" in answer.out


def test_a_file_that_cannot_be_read_is_told(anlan, tmp_path):
    answer = anlan("sl651", "decode", tmp_path / "none.txt", "--json")
    assert answer.code == 1
    assert "none.txt" in answer.err


@pytest.mark.parametrize("more", [(), ("--ascii",), ("--every", "21600")])
def test_a_series_is_replayed_as_frames_and_all_are_confirmed(anlan, tmp_path, more):
    kept = []

    def keep(batch):
        kept.extend(batch)
        done: Future[bool] = Future()
        done.set_result(True)
        return done

    heard = Heard()
    clock = lambda: datetime.now(UTC)  # noqa: E731
    server = StationServer(lambda peer: StationSession(peer, heard, clock), keep, StationOptions(batch_s=0.005))
    assert server.start()
    series = tmp_path / "series.csv"
    series.write_text(SERIES, "utf-8")
    try:
        answer = anlan("rtu", series, "--to", f"127.0.0.1:{server.tcp_port}", *more)
    finally:
        assert server.close()
    assert answer.code == 0, answer.err
    assert answer.out == f"sent {len(kept)}, stations 2, again 0\n"
    assert {one.uplink.station for one in kept} == {"0040105150", "0099000001"}
    assert {one.uplink.function.hex for one in kept} == ({"32", "33", "34"} if "--every" in more else {"32"})
    last = [one.uplink for one in kept if one.uplink.station == "0040105150"][-1]
    assert {one.id: one.value for one in last.elements if one.id in {"39", "27"}} == {"39": 90.88, "27": 5520.0}


def test_only_one_station_and_some_days_are_replayed(anlan, tmp_path):
    series = tmp_path / "series.csv"
    series.write_text(SERIES, "utf-8")
    nothing = anlan("rtu", series, "--to", "127.0.0.1:1", "--station", "40105150", "--from", "2021-01-01")
    assert nothing.code == 1
    assert "没有可发送的数据" in nothing.err


def test_a_centre_that_is_not_there_is_told(anlan, tmp_path):
    series = tmp_path / "series.csv"
    series.write_text(SERIES, "utf-8")
    assert anlan("rtu", series, "--to", "127.0.0.1:1").code == 1
    assert anlan("rtu", series, "--to", "nowhere").code == 2
