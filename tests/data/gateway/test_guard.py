"""What stands before every call."""

from __future__ import annotations

import asyncio
import json

import pytest

from data.gateway.guard import Guard, House, Pace, Patience
from data.gateway.limits import Limit
from data.gateway.wire import Refused
from tests.data.gateway.linked import FREE, run

FREE_HOUSE = House(
    lambda: frozenset({"desk.example", "10.0.0.1", "fe80::1"}), lambda _p, _h: 1000, lambda cookie: cookie
)


class Asked:
    """One request by hand, as a server would hand it over."""

    def __init__(self, app, method="GET", path="/", headers=(), pieces=(b"",), kind="http", client="10.0.0.9"):
        self.sent = []
        self.pieces = list(pieces)
        host = () if any(name == "host" for name, _ in headers) else (("host", "desk.example:8843"),)
        self.scope = {
            "type": kind, "method": method, "path": path, "client": (client, 1),
            "scheme": "wss" if kind == "websocket" else "https",
            "headers": [(name.encode(), value.encode("latin-1")) for name, value in (*host, *headers)],
            "extensions": {"websocket.http.response": {}} if kind == "websocket" else {},
        }  # fmt: skip
        self.app = app

    async def receive(self):
        if not self.pieces:
            await asyncio.sleep(60)
        piece = self.pieces.pop(0)
        if isinstance(piece, float):
            await asyncio.sleep(piece)
            return await self.receive()
        return {"type": "http.request", "body": piece, "more_body": bool(self.pieces)}

    async def send(self, message):
        self.sent.append(message)

    async def go(self):
        await self.app(self.scope, self.receive, self.send)
        return self

    @property
    def status(self):
        return self.sent[0]["status"]

    @property
    def headers(self):
        return {name.decode(): value.decode() for name, value in self.sent[0]["headers"]}

    @property
    def code(self):
        return json.loads(self.sent[1]["body"])["error"]


async def reader(scope, receive, send):
    """An application that reads the whole body and says how long it was."""
    total, more = 0, scope["type"] == "http"
    while more:
        message = await receive()
        total += len(message["body"])
        more = message["more_body"]
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": json.dumps({"error": total}).encode()})


ORIGIN = ("origin", "https://desk.example:8843")


def ask(guard, *args, **kwargs):
    return run(Asked(guard, *args, **kwargs).go())


@pytest.fixture
def guard():
    return Guard(reader, FREE_HOUSE, FREE)


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8843", "desk.example.evil", "", "[::1]:8843", "@", "desk.example:1:2"]
)
def test_an_unknown_host_is_421(guard, host):
    answer = ask(guard, headers=(("host", host),))
    assert (answer.status, answer.code) == (421, "wrong_host")


@pytest.mark.parametrize("host", ["desk.example", "DESK.example:8843", "10.0.0.1:8843", "[fe80::1]:8843", "[fe80::1]"])
def test_our_own_names_are_let_through(guard, host):
    assert ask(guard, headers=(("host", host),)).status == 200


@pytest.mark.parametrize("name", ["host", "origin", "content-length", "cookie", "x-client"])
def test_a_header_that_comes_twice_is_refused(guard, name):
    value = {"host": "desk.example", "content-length": "0"}.get(name, "x")
    assert ask(guard, headers=((name, value), (name, value))).status == 400


@pytest.mark.parametrize(
    "origin", [None, "null", "https://evil.example", "http://desk.example:8843", "https://desk.example"]
)
@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_writes_and_lines_need_our_own_origin(guard, origin, kind):
    headers = () if origin is None else (("origin", origin),)
    answer = ask(guard, "POST", headers=headers, kind=kind)
    assert (answer.status, answer.code) == (403, "not_allowed")
    assert ask(guard, "POST", headers=(ORIGIN,), kind=kind).status == 200


def test_another_site_may_not_even_read_the_api(guard):
    cross = (("sec-fetch-site", "cross-site"),)
    assert ask(guard, path="/api/mine", headers=cross).status == 403
    assert ask(guard, path="/", headers=cross).status == 200  # a link in a message opens the page
    assert ask(guard, path="/api/mine", headers=(("sec-fetch-site", "same-origin"),)).status == 200


@pytest.mark.parametrize("length", ["1001", "99999999999999999999999", "-5", "+5", "1e3", "٣", "0x10"])
def test_a_length_too_large_or_none_is_refused_before_the_body(guard, length):
    encoded = length.encode("utf-8").decode("latin-1")
    answer = ask(guard, "POST", headers=(ORIGIN, ("content-length", encoded)), pieces=())
    assert answer.status in {400, 413}


def test_a_body_that_streams_beyond_the_cap_is_cut_and_the_connection_closed(guard):
    answer = ask(guard, "POST", headers=(ORIGIN,), pieces=[b"x" * 400] * 5)
    assert (answer.status, answer.code) == (413, "too_large")
    assert answer.headers["connection"] == "close"
    assert ask(guard, "POST", headers=(ORIGIN,), pieces=[b"x" * 400, b"y" * 600]).code == 1000


def test_a_body_that_comes_too_slowly_is_given_up(guard):
    slow = Guard(reader, FREE_HOUSE, FREE, Patience(next_piece_s=0.05, whole_body_s=0.2))
    assert ask(slow, "POST", headers=(ORIGIN,), pieces=[b"a", 5.0, b"b"]).status == 503
    drops = ask(slow, "POST", headers=(ORIGIN,), pieces=[item for _ in range(20) for item in (0.03, b"a")])
    assert (drops.status, drops.code) == (503, "not_kept")


def test_who_asks_too_often_is_429_and_does_not_hold_up_others():
    now = [0.0]
    pace = Pace(Limit(1, 2), Limit(1, 3))
    guard = Guard(reader, FREE_HOUSE, pace, clock=lambda: now[0])
    asked = {"path": "/api/me"}
    assert [ask(guard, **asked).status for _ in range(3)] == [200, 200, 429]
    assert int(ask(guard, **asked).headers["retry-after"]) >= 1
    assert ask(guard, **asked, client="10.0.0.10").status == 200
    # a phone that we know stands behind the same access point: it has a bucket of its own
    known = [ask(guard, **asked, headers=(("cookie", "phone-1"),)).status for _ in range(4)]
    assert known == [200, 200, 200, 429]
    # files of the page are cheap
    assert [ask(guard, path="/js/app.js", client="10.0.0.11").status for _ in range(21)] == [200] * 20 + [429]
    now[0] = 1.0
    assert ask(guard, **asked).status == 200


def test_too_much_under_way_at_a_time_is_503():
    async def go():
        gate = asyncio.Event()

        async def waits(_scope, _receive, send):
            await gate.wait()
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": b""})

        guard = Guard(waits, FREE_HOUSE, FREE, Patience(most_at_once=2))
        first = [asyncio.create_task(Asked(guard).go()) for _ in range(2)]
        await asyncio.sleep(0)
        assert (await Asked(guard).go()).status == 503
        gate.set()
        await asyncio.gather(*first)
        assert (await Asked(guard).go()).status == 200

    run(go())


def test_our_own_fault_is_told_as_503_without_a_trace_and_written_down_with_one(caplog):
    async def broken(_scope, _receive, _send):
        raise KeyError("secret of ours")

    answer = ask(Guard(broken, FREE_HOUSE, FREE), path="/a\n\x1b[31mb")
    assert (answer.status, answer.code) == (503, "not_kept")
    assert "secret" not in str(answer.sent)
    assert caplog.records[-1].exc_info
    assert "\x1b" not in caplog.text


def test_what_is_refused_inside_keeps_its_code(guard):
    async def refuses(_scope, _receive, _send):
        raise Refused(401, "revoked", wipe=True)

    answer = ask(Guard(refuses, FREE_HOUSE, FREE))
    assert json.loads(answer.sent[1]["body"]) == {"error": "revoked", "wipe": True}


def test_every_answer_carries_the_rules_for_browsers(guard):
    for answer in (ask(guard), ask(guard, headers=(("host", "evil"),)), ask(guard, path="/api/x")):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
    assert "wss://desk.example:8843" in ask(guard).headers["content-security-policy"]
    evil = ask(guard, headers=(("host", "evil; script-src *"),)).headers["content-security-policy"]
    assert "script-src" not in evil
    assert ask(guard, path="/api/x").headers["cache-control"] == "no-store"
