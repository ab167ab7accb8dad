"""Stream mode against a gateway of ours: tickets, pings, messages, repeats, ends of the line."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from websockets.asyncio.server import ServerConnection, serve

from data.gateway.channels.dingtalk_stream import BOT_TOPIC, Inbound, LineState, Stream, StreamConfig, inbound_of
from tests.data.gateway.channels.fake_messenger import Asked, Reply, serving

SECRET, TICKET = "client-5ecret", "ticket 5ecret+/="
WRITTEN = {
    "conversationId": "cid-1",
    "conversationType": "2",
    "msgId": "msg-1",
    "msgtype": "text",
    "text": {"content": " 收到，马上到 12 坝 "},
    "senderId": "$:LWCP_v1:$x",
    "senderStaffId": "u1",
    "senderNick": "石磊",
    "createAt": 1752900000123,
}
HEARD = Inbound(
    "u1", "石磊", "收到，马上到 12 坝", datetime(2025, 7, 19, 4, 40, 0, 123000, UTC), "cid-1", "text", "msg-1"
)


def frame(kind: str, topic: str, data: object, message_id: str = "m1") -> str:
    headers = {"topic": topic, "messageId": message_id, "contentType": "application/json", "time": "1"}
    return json.dumps({"specVersion": "1.0", "type": kind, "headers": headers, "data": json.dumps(data)})


def written(message_id: str = "m1", **changes: object) -> str:
    return frame("CALLBACK", BOT_TOPIC, {**WRITTEN, **changes}, message_id)


class Room:
    """Both sides: the gateway that DingTalk runs, and the desk's line to it."""

    def __init__(self) -> None:
        self.heard: list[Inbound] = []
        self.states: list[tuple[LineState, str]] = []
        self.tickets: list[str] = []
        self.acks: list[dict] = []
        self.opened: list[dict] = []
        self.keeps = True
        self.stop = asyncio.Event()
        self.tasks: Callable[[ServerConnection], object] | None = None
        self.endpoint = ""
        self.server = None

    async def keep(self, inbound: Inbound) -> bool:
        if self.keeps:
            self.heard.append(inbound)
        return self.keeps

    def told(self, state: LineState, detail: str) -> None:
        self.states.append((state, detail))

    def respond(self, asked: Asked) -> Reply:
        body = asked.json()
        self.opened.append(body)
        if body.get("clientSecret") != SECRET:
            return Reply({"code": "authFailed", "message": "no"}, 401)
        return Reply({"endpoint": self.endpoint, "ticket": TICKET})

    async def exchange(self, line: ServerConnection, *frames: str) -> list[dict]:
        got = []
        for one in frames:
            await line.send(one)
            got.append(json.loads(await asyncio.wait_for(line.recv(), 5)))
        self.acks += got
        return got


@asynccontextmanager
async def room(script):
    made = Room()

    async def handler(line: ServerConnection) -> None:
        made.tickets.append(parse_qs(urlsplit(line.request.path).query)["ticket"][0])
        await script(made, line)

    async with serve(handler, "127.0.0.1", 0) as gateway:
        made.endpoint = f"ws://127.0.0.1:{gateway.sockets[0].getsockname()[1]}/connect"
        with serving(made.respond) as api:
            made.server = api
            yield made


def stream(made: Room, secret: str = SECRET) -> Stream:
    config = StreamConfig("ding-client", made.server.url, timeout_s=2.0, first_wait_s=0.01, longest_wait_s=0.05)
    return Stream(config, secret, made.keep, made.told)


def played(script, before: Callable[[Room], None] | None = None, secret: str = SECRET) -> Room:
    """Run the line until the script sets `stop`."""

    async def play() -> Room:
        async with room(script) as made:
            if before is not None:
                before(made)
            await asyncio.wait_for(stream(made, secret).run(made.stop), 20)
            return made

    return asyncio.run(play())


def test_a_message_is_heard_once_kept_and_acknowledged_by_its_id():
    async def script(made: Room, line: ServerConnection) -> None:
        await made.exchange(line, written("m7"))
        made.stop.set()

    made = played(script)
    assert made.heard == [HEARD]
    assert (made.acks[0]["code"], made.acks[0]["headers"]["messageId"]) == (200, "m7")
    assert made.tickets == [TICKET]
    assert made.opened[0]["subscriptions"] == [{"type": "CALLBACK", "topic": BOT_TOPIC}]
    assert [state for state, _ in made.states] == [LineState.CONNECTING, LineState.ONLINE, LineState.STOPPED]


def test_a_proxy_of_the_surroundings_is_not_used(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy", "ws_proxy", "wss_proxy", "socks_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")

    async def script(made: Room, line: ServerConnection) -> None:
        await made.exchange(line, written())
        made.stop.set()

    made = played(script)
    assert made.heard == [HEARD]
    assert LineState.WAITING not in [state for state, _ in made.states]


def test_a_ping_is_answered_with_what_it_carries():
    async def script(made: Room, line: ServerConnection) -> None:
        await made.exchange(line, frame("SYSTEM", "ping", {"opaque": "0xabc"}, "p1"))
        made.stop.set()

    ack = played(script).acks[0]
    assert (ack["code"], ack["headers"]["messageId"], json.loads(ack["data"])) == (200, "p1", {"opaque": "0xabc"})


def test_a_repeated_message_is_acknowledged_again_but_heard_once():
    async def script(made: Room, line: ServerConnection) -> None:
        await made.exchange(line, written("m1"), written("m2"), written("m3", msgId="msg-2"))
        made.stop.set()

    made = played(script)
    assert [one.id for one in made.heard] == ["msg-1", "msg-2"]
    assert [one["code"] for one in made.acks] == [200, 200, 200]


def test_a_message_that_could_not_be_kept_is_asked_for_again():
    async def script(made: Room, line: ServerConnection) -> None:
        made.keeps = False
        await made.exchange(line, written("m1"))
        made.keeps = True
        await made.exchange(line, written("m2"))
        made.stop.set()

    made = played(script)
    assert [one["code"] for one in made.acks] == [500, 200]
    assert made.heard == [HEARD]


def test_a_disconnect_and_a_broken_line_are_followed_by_a_new_ticket():
    async def script(made: Room, line: ServerConnection) -> None:
        match len(made.tickets):
            case 1:
                await line.send(frame("SYSTEM", "disconnect", {"reason": "moving"}))
                await line.wait_closed()
            case 2:
                line.transport.abort()
            case _:
                await made.exchange(line, written("m1"))
                made.stop.set()

    made = played(script)
    assert (len(made.tickets), made.heard) == (3, [HEARD])
    assert [detail for state, detail in made.states if state is LineState.WAITING] == ["disconnect", "closed"]


def test_a_wrong_secret_is_told_and_not_hammered():
    def impatient(made: Room) -> None:
        tell = made.told

        def told(state: LineState, detail: str) -> None:
            tell(state, detail)
            if state is LineState.WAITING:
                made.stop.set()

        made.told = told

    async def script(made: Room, line: ServerConnection) -> None:
        raise AssertionError("no line was to be opened")

    made = played(script, impatient, "other")
    assert made.states[1] == (LineState.WAITING, "http_401")
    assert len(made.opened) == 1


@pytest.mark.parametrize(
    ("endpoint", "detail"),
    [
        ("ws://desk.invalid/connect", "no_tls"),
        ("https://127.0.0.1/connect", "address"),
        ("wss://user@127.0.0.1/", "address"),
        ("ws://127.0.0.1:1/connect", "connect"),
        ("", "bad_answer"),
    ],
)
def test_an_endpoint_that_is_no_safe_line_is_not_called(endpoint, detail):
    def elsewhere(made: Room) -> None:
        made.endpoint = endpoint
        tell = made.told

        def told(state: LineState, said: str) -> None:
            tell(state, said)
            if state is LineState.WAITING:
                made.stop.set()

        made.told = told

    async def script(made: Room, line: ServerConnection) -> None:
        raise AssertionError("no line was to be opened")

    assert played(script, elsewhere).states[1] == (LineState.WAITING, detail)


def test_a_line_that_is_sent_elsewhere_is_not_followed():
    async def play() -> Room:
        asked = []

        def moved(line, request):
            asked.append(request.path)
            answer = line.respond(302, "")
            answer.headers["Location"] = f"ws://127.0.0.1:{line.local_address[1]}/elsewhere"
            return answer

        made = Room()
        async with serve(made.exchange, "127.0.0.1", 0, process_request=moved) as gateway:
            made.endpoint = f"ws://127.0.0.1:{gateway.sockets[0].getsockname()[1]}/connect"
            made.told = lambda state, detail: (
                made.states.append((state, detail)),
                made.stop.set() if state is LineState.WAITING else None,
            )
            with serving(made.respond) as made.server:
                await asyncio.wait_for(stream(made).run(made.stop), 10)
        assert len(asked) == 1
        return made

    assert asyncio.run(play()).states[1] == (LineState.WAITING, "handshake")


def test_frames_that_nobody_knows_do_no_harm():
    async def script(made: Room, line: ServerConnection) -> None:
        for junk in ("", "[]", "{", "null", '{"type":"CALLBACK"}', b"\xff\xfe", '{"headers":{"topic":[]}}'):
            await line.send(junk)
        await made.exchange(
            line,
            frame("CALLBACK", "/v1.0/card/instances/callback", {}, "c1"),
            frame("EVENT", "*", {}, "e1"),
            frame("CALLBACK", BOT_TOPIC, ["no object"], "b1"),
            frame("CALLBACK", BOT_TOPIC, {"text": {"content": "nobody"}}, "b2"),
            written("m1"),
        )
        made.stop.set()

    made = played(script)
    assert [one["code"] for one in made.acks] == [404, 200, 200, 200, 200]
    assert made.heard == [HEARD]


def test_an_endless_frame_ends_the_line_and_not_the_desk():
    async def script(made: Room, line: ServerConnection) -> None:
        if len(made.tickets) == 1:
            await line.send("x" * (3 << 20))
            await line.wait_closed()
        else:
            made.stop.set()
            await line.wait_closed()

    made = played(script)
    assert (LineState.WAITING, "closed") in made.states


def test_an_error_of_ours_in_the_callback_is_loud():
    async def script(made: Room, line: ServerConnection) -> None:
        await line.send(written())
        await line.wait_closed()

    def broken(made: Room) -> None:
        async def keep(inbound: Inbound) -> bool:
            raise KeyError("ours")

        made.keep = keep

    with pytest.raises(KeyError, match="ours"):
        played(script, broken)


def test_a_line_that_is_cancelled_ends_at_once():
    async def script(made: Room, line: ServerConnection) -> None:
        made.stop.set()  # only says here that the line is open
        await line.wait_closed()

    async def play() -> None:
        async with room(script) as made:
            open_, made.stop = made.stop, asyncio.Event()
            listening = asyncio.create_task(stream(made).run(made.stop))
            made.stop, never = open_, made.stop
            await asyncio.wait_for(open_.wait(), 5)
            listening.cancel()
            with pytest.raises(asyncio.CancelledError):
                await asyncio.wait_for(listening, 5)
            assert not never.is_set()

    asyncio.run(play())


def test_neither_secret_nor_ticket_show_even_where_all_is_logged(caplog):
    async def script(made: Room, line: ServerConnection) -> None:
        await made.exchange(line, written())
        made.stop.set()

    logging.getLogger("websockets.server").propagate = False  # the fake's own side
    try:
        with caplog.at_level(logging.DEBUG):
            played(script)
    finally:
        logging.getLogger("websockets.server").propagate = True
    assert "5ecret" not in caplog.text
    assert "5ecret" not in repr(Stream(StreamConfig("c"), SECRET, Room().keep))


def test_waiting_grows_from_one_second_to_a_minute():
    line = Stream(StreamConfig("c"), SECRET, Room().keep)
    waits = [line._wait_s() for _ in range(10)]
    assert all(0.8 * 2**index <= wait <= 1.2 * 2**index for index, wait in enumerate(waits[:6]))
    assert all(48 <= wait <= 72 for wait in waits[6:])


def test_a_voice_note_gives_its_recognised_words_and_a_picture_gives_none():
    voice = inbound_of({**WRITTEN, "msgtype": "audio", "content": {"recognition": "水上来了", "duration": 3}})
    rich = inbound_of(
        {**WRITTEN, "msgtype": "richText", "content": {"richText": [{"text": "看"}, {"type": "picture"}]}}
    )
    picture = inbound_of({**WRITTEN, "msgtype": "picture", "content": {"downloadCode": "x"}})
    assert [(one.kind, one.text) for one in (voice, rich, picture) if one] == [
        ("audio", "水上来了"),
        ("richText", "看"),
        ("picture", ""),
    ]


@pytest.mark.parametrize("moment", [None, 0, -5, 10**17, "x", True, 32_503_680_000_000])
def test_an_incredible_time_becomes_the_moment_of_arrival(moment):
    heard = inbound_of({**WRITTEN, "createAt": moment})
    assert heard is not None
    assert abs((datetime.now(UTC) - heard.at).total_seconds()) < 60


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["content", "text", "richText"]), inner)
    ),
)


@given(st.dictionaries(st.sampled_from([*WRITTEN, "content"]), ANYTHING))
def test_a_message_of_any_form_is_read_or_passed_over(data):
    heard = inbound_of(data)
    assert heard is None or (heard.sender_id and len(heard.text) <= 4000)
