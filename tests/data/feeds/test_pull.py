"""River data by HTTP: what a template asks for is taken; a server that lies, drips or bursts is told."""

from __future__ import annotations

import gzip
import json
import socket
import threading
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.feeds.pull import Pulled, PullState, pull
from data.feeds.pull_template import PullTemplate, TemplateFault, read_templates, template_of
from data.feeds.report import Reason
from data.model.telemetry import Doubt, Variable
from resources import path as shipped

NOW = datetime(2020, 8, 21, 4, tzinfo=UTC)
EIGHT = datetime(2020, 8, 21, tzinfo=UTC)
SECRETS = {"example": "s3cret", "bad": "a\r\nX: y"}


@dataclass
class Server:
    """Answers every connection with the next of the scripted replies, cut into pieces; remembers what was asked."""

    replies: list[list[bytes]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    socket: socket.socket = field(default_factory=lambda: socket.create_server(("127.0.0.1", 0)))
    over: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.socket.getsockname()[1]}/river"

    def run(self) -> None:
        for pieces in iter(lambda: self.replies.pop(0) if self.replies else None, None):
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            with connection:
                self.asked.append(connection.recv(65536).decode())
                for piece in pieces:
                    try:
                        connection.sendall(piece)
                    except OSError:
                        break
                    if len(pieces) > 1 and self.over.wait(0.05):
                        break


@pytest.fixture
def server() -> Iterator[Server]:
    held = Server()
    held.socket.settimeout(10)
    yield held
    held.over.set()
    held.socket.close()


def reply(body: bytes | str, kind: str = "application/json", status: str = "200 OK", **more: str) -> list[bytes]:
    raw = body.encode() if isinstance(body, str) else body
    heads = {"Content-Type": kind, "Content-Length": str(len(raw)), "Connection": "close"}
    heads |= {name.replace("_", "-"): value for name, value in more.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in heads.items() if value)
    return [f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + raw]


def example(server: Server, **changes: object) -> PullTemplate:
    (json_one, _) = read_templates(shipped("rules/pull_templates.toml"))
    return replace(json_one, url=server.url, timeout_s=0.5, max_bytes=20_000, **changes)


def asked(server: Server, template: PullTemplate, *replies: list[bytes], state: PullState | None = None) -> Pulled:
    server.replies = list(replies)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        return pull(template, state or PullState(), SECRETS.get, NOW)
    finally:
        server.over.set()
        thread.join()
        server.over.clear()


def rows(*listed: object) -> str:
    return json.dumps({"data": listed}, ensure_ascii=False)


GOOD = {"stcd": "花园口", "tm": "2020-08-21 08:00:00", "z": "92.50", "q": 4520, "dtmnm": "大沽"}


def test_what_the_template_asks_for_is_taken_with_unit_datum_and_time(server):
    pulled = asked(server, example(server), reply(rows(GOOD), ETag='"v1"'))
    assert pulled.trouble is None
    assert {(o.station, o.variable, o.value, o.unit, o.at, o.datum, o.source.key) for o in pulled.observations} == {
        ("40105150", Variable.STAGE, 92.5, "m", EIGHT, "大沽", "http:示例接口"),
        ("40105150", Variable.FLOW, 4520, "m³/s", EIGHT, "", "http:示例接口"),
    }
    assert "Authorization: Bearer s3cret" in server.asked[0]
    again = asked(server, example(server), reply("", status="304 Not Modified"), state=pulled.state)
    assert (again.unchanged, again.observations) == (True, ())
    assert 'If-None-Match: "v1"' in server.asked[1]
    same = asked(server, example(server), reply(rows(GOOD), ETag='"v2"'), state=pulled.state)
    assert same.unchanged


def test_every_faulty_row_is_told_and_the_rest_taken(server):
    bad = [
        GOOD,
        GOOD | {"q": 4530},
        GOOD | {"tm": "昨天"},
        GOOD | {"stcd": "天外站"},
        GOOD | {"tm": "2020-08-21 09:00", "z": None, "q": -9999},
        GOOD | {"tm": "2020-08-21 10:00", "z": "仪器故障", "q": True},
        GOOD | {"tm": "2020-08-21 11:00", "z": float("nan"), "q": "1e999"},
        GOOD | {"tm": "2021-01-01 08:00", "z": 92.0, "q": None},
        "no row",
        GOOD | {"stcd": None, "z": None},
        GOOD | {"tm": "2020-08-21 12:00", "z": {"v": 1}, "q": [4]},
    ]
    pulled = asked(server, example(server), reply(rows(*bad)))
    assert pulled.report is not None
    told = {(r.row, r.column, r.reason) for r in pulled.report.refusals}
    assert told == {
        (2, "z", Reason.DUPLICATE_TIME), (2, "q", Reason.CONFLICT),
        (3, "tm", Reason.BAD_TIME), (4, "stcd", Reason.UNKNOWN_STATION),
        (6, "z", Reason.NOT_A_NUMBER), (6, "q", Reason.NOT_A_NUMBER),
        (7, "z", Reason.NOT_FINITE), (7, "q", Reason.NOT_FINITE), (9, "", Reason.TORN_ROW),
        (10, "stcd", Reason.UNKNOWN_STATION), (11, "z", Reason.NOT_A_NUMBER), (11, "q", Reason.NOT_A_NUMBER),
    }  # fmt: skip
    assert {o.value for o in pulled.observations} == {92.5, 4520, 92.0}
    assert {o.value for o in pulled.observations if Doubt.FUTURE in o.doubts} == {92.0}


def test_a_csv_in_an_old_encoding_is_read_with_its_units(server):
    (_, csv_one) = read_templates(shipped("rules/pull_templates.toml"))
    body = "时间,库水位,蓄水量,出库\n2020-08-21 08:00,248.1,61.2,4480\n\n2020-08-21 09:00,,61.3\n".encode("gbk")
    pulled = asked(server, replace(csv_one, url=server.url, timeout_s=0.5), reply(body, "text/csv; charset=gbk"))
    assert {(o.variable, round(o.value or 0, 3), o.datum) for o in pulled.observations} == {
        (Variable.STAGE, 248.1, "黄海"),
        (Variable.STORAGE, 6120.0, ""),
        (Variable.STORAGE, 6130.0, ""),
        (Variable.FLOW, 4480, ""),
    }


def test_rows_that_name_their_variable_are_read_by_that_name(server):
    plain = {
        "id": "long", "url": server.url, "format": "json", "station": "p.code", "time": "t", "time_format": "epoch_ms",
        "timeout_s": 0.5,
        "long": {
            "field": "kind", "value": "v",
            "names": {"Z": {"variable": "stage", "unit": "cm"}, "P": {"variable": "rain", "unit": "mm", "span_h": 1}},
        },
    }  # fmt: skip
    at = EIGHT.timestamp() * 1000
    body = [{"p": {"code": "A1"}, "t": at, "kind": kind, "v": 150} for kind in ("Z", "P", "T")]
    pulled = asked(server, template_of(plain), reply(json.dumps(body)))
    assert {(o.station, o.variable, o.value, o.span_s, o.at) for o in pulled.observations} == {
        ("A1", Variable.STAGE, 1.5, None, EIGHT),
        ("A1", Variable.RAIN, 150, 3600, EIGHT),
    }


ZEROS = b"0" * 5_000_000
HOSTILE = {
    "an_error_page_with_200": (reply("<!DOCTYPE html><h1>502", "text/html"), "web_page"),
    "a_page_that_says_it_is_json": (reply(" \n<html>", "application/json"), "web_page"),
    "a_picture": (reply(b"\x89PNG", "image/png"), "wrong_type"),
    "nothing": (reply(""), "empty"),
    "broken_json": (reply('{"data": [{"stcd": '), "bad_json"),
    "a_tower_of_brackets": (reply("[" * 10_000), "bad_json"),
    "a_number_of_thousands_of_digits": (reply('{"data": [' + "9" * 6000 + "]}"), "bad_json"),
    "no_rows": (reply('{"data": 5}'), "no_rows"),
    "noise": (reply(bytes(range(256)) * 4), "binary"),
    "too_much": (reply(b"[" + b" " * 30_000 + b"]"), "too_large"),
    "too_much_without_saying_so": (reply(b" " * 30_000, Content_Length=""), "too_large"),
    "a_gzip_bomb": (reply(gzip.compress(ZEROS), Content_Encoding="gzip"), "bomb"),
    "a_deflate_bomb": (reply(zlib.compress(ZEROS), Content_Encoding="deflate"), "bomb"),
    "a_bomb_in_a_bomb": (reply(gzip.compress(gzip.compress(ZEROS)), Content_Encoding="gzip, gzip"), "encoding"),
    "false_gzip": (reply(b"{}", Content_Encoding="gzip"), "encoding"),
    "half_a_gzip": (reply(gzip.compress(b"{}" * 500)[:-9], Content_Encoding="gzip"), "cut"),
    "a_strange_encoding": (reply(b"{}", Content_Encoding="br"), "encoding"),
    "another_host": (reply("", status="302 Found", Location="http://192.0.2.1/"), "redirect"),
    "another_port": (reply("", status="302 Found", Location="http://127.0.0.1:1/"), "redirect"),
    "another_scheme": (reply("", status="302 Found", Location="file:///etc/passwd"), "redirect"),
    "not_found": (reply("", status="404 Not Found"), "http"),
    "a_broken_server": (reply("", status="503 Busy"), "http"),
    "not_http": ([b"SSH-2.0-OpenSSH\r\n"], "cut"),
    "less_than_promised": (reply("{}", Content_Length="99"), "cut"),
    "silence": ([b"", *[b""] * 60], "timeout"),
    "dripping_headers": ([b"HTTP/1.1 200 OK\r\n", *[b"X: y\r\n"] * 60], "timeout"),
    "a_dripping_body": ([b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n", *[b" "] * 60], "timeout"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_answer_is_told_in_one_word(server, case):
    answer, code = HOSTILE[case]
    template = example(server)
    if len(answer) > 1:
        template = replace(template, timeout_s=0.15)
    pulled = asked(server, template, answer)
    assert pulled.trouble is not None
    assert (pulled.trouble.code, pulled.observations, pulled.state) == (code, (), PullState())
    assert "s3cret" not in repr(pulled)


def test_a_template_may_let_a_wrong_label_pass_but_never_a_web_page(server):
    lenient = example(server, any_type=True)
    assert len(asked(server, lenient, reply(rows(GOOD), "text/html")).observations) == 2
    told = asked(server, lenient, reply("<html>", "text/html")).trouble
    assert told is not None
    assert told.code == "web_page"


def test_a_redirect_on_the_same_host_is_followed_but_not_for_ever(server):
    there = reply("", status="302 Found", Location="/elsewhere")
    pulled = asked(server, example(server), there, reply(rows(GOOD)))
    assert len(pulled.observations) == 2
    assert server.asked[1].startswith("GET /elsewhere")
    pulled = asked(server, example(server), *[there] * 4)
    assert pulled.trouble is not None
    assert pulled.trouble.code == "redirects"


def test_nobody_there_and_a_secret_that_lacks_are_told(server):
    template = replace(example(server), url="http://127.0.0.1:9/x")
    gone = pull(template, PullState(), SECRETS.get, NOW)
    assert gone.trouble is not None
    assert (gone.trouble.code, gone.trouble.passing) == ("connect", True)
    for name, code in (("none", "no_secret"), ("bad", "bad_secret")):
        told = pull(replace(template, headers={"X-Key": f"{{secret:{name}}}"}), PullState(), SECRETS.get, NOW).trouble
        assert told is not None
        assert (told.code, told.params["name"]) == (code, name)


SOUND = {
    "id": "a", "url": "http://127.0.0.1/x", "format": "json", "time": "t", "station": "s",
    "value": [{"field": "q", "variable": "flow", "unit": "m3/s"}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"url": "ftp://127.0.0.1/x"}, "url"), ({"url": "http://u:p@127.0.0.1/"}, "url"),
        ({"url": "http://a:b/"}, "url"),
        ({"url": "http://127.0.0.1/\r\nX: y"}, "url"), ({"url": None}, "missing"), ({"format": "xml"}, "type"),
        ({"every_s": 0}, "range"), ({"every_s": True}, "type"), ({"zone": "Mars/Base"}, "zone"), ({"typo": 1}, "key"),
        ({"station": ""}, "missing"), ({"only_station": "A"}, "missing"), ({"value": []}, "missing"),
        ({"value": [{"field": "q", "variable": "flow", "unit": "m"}]}, "unit"),
        ({"value": [{"field": "q", "variable": "speed", "unit": "m"}]}, "variable"),
        ({"headers": {"Host": "x"}}, "headers"), ({"headers": {"X": "a\nb"}}, "headers"),
        ({"stations": {"a": 1}}, "type"),
    ],
)  # fmt: skip
def test_a_faulty_template_is_told(change, code):
    plain = {key: value for key, value in (SOUND | change).items() if value is not None}
    with pytest.raises(TemplateFault) as caught:
        template_of(plain)
    assert caught.value.code == code
    template_of(SOUND)


def test_a_file_of_templates_that_is_none_is_told(tmp_path: Path):
    path = tmp_path / "t.toml"
    for body, code in (("[[source]", "toml"), ("x = 1", "key"), ("source = 1", "key")):
        path.write_text(body)
        with pytest.raises(TemplateFault) as caught:
            read_templates(path)
        assert caught.value.code == code
    with pytest.raises(TemplateFault):
        read_templates(tmp_path / "none.toml")
