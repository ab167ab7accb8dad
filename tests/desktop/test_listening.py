"""Listening: lines come and go with the settings, end cleanly, and a fault on one leaves the others alone."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from data.gateway.channels.cot import CotType, position, write
from data.gateway.channels.cot_link import TakLink, Transport
from data.gateway.channels.dingtalk_stream import LineState, StreamConfig
from data.model.field import Position
from desktop.listening import Hearers, Listening, StreamEar, TakEar
from tests.data.gateway.channels.fake_messenger import DingTalkSide
from tests.data.gateway.channels.fake_stream import streaming
from tests.data.gateway.channels.fake_tak import tak


class Heard:
    def __init__(self) -> None:
        self.points: list[Position] = []
        self.states: list[tuple[str, LineState, str]] = []
        self.listening = Listening(Hearers(self.points.extend, lambda *told: self.states.append(told)))

    def has(self, name: str, state: LineState) -> bool:
        return any((one, which) == (name, state) for one, which, _ in self.states)


def until(happened: Callable[[], bool], patience_s: float = 8.0) -> None:
    end = time.monotonic() + patience_s
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.01)


def ear(name: str, port: int) -> TakEar:
    return TakEar(name, TakLink("127.0.0.1", port, Transport.TCP, timeout_s=1.0))


def listeners() -> list[threading.Thread]:
    return [one for one in threading.enumerate() if one.name == "listening"]


def team(uid: str, lon: float) -> bytes:
    return write(replace(position("x", CotType.TEAM, lon, 34.9, datetime.now(UTC)), uid=uid)) + b"\n"


def test_only_the_newest_position_of_each_sender_is_handed_on():
    heard = Heard()
    with tak() as server:
        server.says = [team("A", 113.1), team("B", 113.2), team("A", 113.3)]
        heard.listening.listen_to((ear("tak", server.port),))
        until(lambda: len(heard.points) == 2)
        heard.listening.close()
    assert {(one.person, one.lon) for one in heard.points} == {("tak:A", 113.3), ("tak:B", 113.2)}
    assert heard.has("tak", LineState.ONLINE)
    assert heard.has("tak", LineState.STOPPED)
    assert listeners() == []


def test_the_same_settings_leave_the_lines_alone_and_others_replace_them():
    heard = Heard()
    with tak() as first, tak() as second:
        heard.listening.listen_to((ear("one", first.port),))
        until(lambda: heard.has("one", LineState.ONLINE))
        heard.listening.listen_to((ear("one", first.port),))
        heard.listening.listen_to((ear("two", second.port),))
        until(lambda: heard.has("two", LineState.ONLINE) and heard.has("one", LineState.STOPPED))
        assert first.connections == 1
        heard.listening.listen_to(())
        until(lambda: heard.has("two", LineState.STOPPED))
        heard.listening.close()


def test_a_fault_of_ours_on_one_line_is_told_and_leaves_the_others():
    async def broken(name, inbound) -> bool:
        raise ZeroDivisionError

    heard = Heard()
    with tak() as server, streaming(DingTalkSide("key", "s", 7)) as side:
        config = StreamConfig("key", side.url)
        heard.listening.listen_to((StreamEar("app", config, "s", broken), ear("tak", server.port)))
        until(lambda: heard.has("app", LineState.ONLINE) and heard.has("tak", LineState.ONLINE))
        side.say("收到", "m1")
        until(lambda: ("app", LineState.STOPPED, "fault") in heard.states)
        assert not heard.has("tak", LineState.STOPPED)
        heard.listening.close()
    assert listeners() == []


def test_a_line_that_is_ended_before_it_began_ends():
    heard = Heard()
    for _ in range(5):
        heard.listening.listen_to((ear("none", 9),))
        heard.listening.close()
    assert listeners() == []
