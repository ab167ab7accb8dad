"""Live lines over real sockets."""

from __future__ import annotations

import asyncio
import contextlib
import json
import resource
from datetime import UTC, datetime

import pytest
from immutables import Map
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from data.gateway.ports import CallEvent, PhonesOnline
from data.model.dispatch import Report
from data.model.situation import Situation
from tests.data.gateway.linked import cookie, listening, phone, run, situation, trusting

HELLO = json.dumps({"t": "hello", "visible": True})


@contextlib.asynccontextmanager
async def line(folder, opened, token, hello=HELLO, **more):
    """A phone's line."""
    url = opened.phones.replace("https", "wss") + "/api/line"
    headers = cookie(token) if token else {}
    async with connect(
        url, ssl=trusting(folder), origin=more.pop("origin", opened.phones), additional_headers=headers,
        compression=None, **more,
    ) as made:  # fmt: skip
        if hello:
            await made.send(hello)
        yield made


@contextlib.asynccontextmanager
async def desk_line(gateway, opened, key=None):
    url = opened.desk.replace("http", "ws") + "/desk/line"
    async with connect(url, origin=opened.desk, compression=None) as made:
        await made.send(json.dumps({"t": "key", "key": gateway.desk_key if key is None else key}))
        yield made


async def heard(made, kind=None, within=5.0):
    """The next message, or the next of a kind."""
    async with asyncio.timeout(within):
        while True:
            message = json.loads(await made.recv())
            if kind is None or message["t"] == kind:
                return message


async def closed(made, within=5.0):
    async with asyncio.timeout(within):
        try:
            while True:
                await made.recv()
        except ConnectionClosed as end:
            return end.rcvd.code


def test_a_phone_comes_online_and_hears_when_its_list_changes_but_not_when_another_does(tmp_path):
    (mine, token), (other, _) = phone("phone-1", "P001"), phone("phone-2", "P002")
    now = situation(mine, other)
    with listening(tmp_path, mine, other) as (gateway, memory, opened):

        async def go():
            async with line(tmp_path, opened, token) as made:
                await asyncio.to_thread(memory.wait_for, PhonesOnline, lambda one: one.devices == ("phone-1",))
                gateway.show(_with_report(now, "P001", "R1"))
                first = await heard(made, "mine")
                gateway.show(_with_report(now, "P001", "R2"))
                second = await heard(made, "mine")
                assert first["version"] != second["version"]
                gateway.show(_with_report(_with_report(now, "P001", "R2"), "P002", "R3"))
                with pytest.raises(TimeoutError):
                    await heard(made, "mine", 1.6)
            await asyncio.to_thread(memory.wait_for, PhonesOnline, lambda one: one.devices == ())

        run(go())


def test_a_newer_line_of_the_same_phone_replaces_the_older(tmp_path):
    device, token = phone()
    with listening(tmp_path, device) as (_, memory, opened):

        async def go():
            async with line(tmp_path, opened, token) as first:
                await asyncio.to_thread(memory.wait_for, PhonesOnline, lambda one: one.devices == ("phone-1",))
                async with line(tmp_path, opened, token):
                    assert await heard(first) == {"t": "bye", "why": "replaced"}
                    assert await closed(first) == 4000

        run(go())


def test_a_revoked_phone_hears_it_at_once_and_is_not_let_in_again(tmp_path):
    device, token = phone()
    with listening(tmp_path, device) as (gateway, memory, opened):

        async def go():
            async with line(tmp_path, opened, token) as made:
                await asyncio.to_thread(memory.wait_for, PhonesOnline)
                gateway.revoke(device.id)
                assert await heard(made) == {"t": "bye", "why": "revoked"}
                assert await closed(made) == 4001
            with pytest.raises(InvalidStatus) as refused:
                async with line(tmp_path, opened, token):
                    pass
            assert refused.value.response.status_code == 401
            assert json.loads(refused.value.response.body) == {"error": "revoked", "wipe": True}

        run(go())


def test_a_step_that_revokes_closes_the_line_as_well(tmp_path):
    device, token = phone()
    revoked, _ = phone(revoked_at=datetime.now(UTC))
    with listening(tmp_path, device) as (gateway, memory, opened):

        async def go():
            async with line(tmp_path, opened, token) as made:
                await asyncio.to_thread(memory.wait_for, PhonesOnline)
                gateway.show(situation(revoked))
                assert await heard(made) == {"t": "bye", "why": "revoked"}

        run(go())


def test_phones_hear_good_bye_when_the_gateway_stops(tmp_path):
    device, token = phone()
    with listening(tmp_path, device) as (gateway, memory, opened):

        async def go():
            async with line(tmp_path, opened, token) as made:
                await asyncio.to_thread(memory.wait_for, PhonesOnline)
                stopping = asyncio.create_task(asyncio.to_thread(gateway.stop))
                assert await heard(made) == {"t": "bye", "why": "closing"}
                assert await closed(made) == 1001
                assert await stopping

        run(go())


@pytest.mark.parametrize("origin", ["https://evil.example", "null", None])
def test_a_line_from_another_origin_or_without_cookie_is_refused(tmp_path, origin):
    device, token = phone()
    with listening(tmp_path, device) as (_, _memory, opened):

        async def go():
            with pytest.raises(InvalidStatus) as refused:
                async with line(tmp_path, opened, token, origin=origin):
                    pass
            assert refused.value.response.status_code == 403
            with pytest.raises(InvalidStatus) as stranger:
                async with line(tmp_path, opened, ""):
                    pass
            assert stranger.value.response.status_code == 401

        run(go())


@pytest.mark.parametrize("first", ['{"t":"accept","call":"c"}', "[]", "hello", b"\x00", '{"t":"key","key":"x"}'])
def test_a_line_that_does_not_begin_with_hello_is_closed(tmp_path, first):
    device, token = phone()
    with listening(tmp_path, device) as (_, memory, opened):

        async def go():
            async with line(tmp_path, opened, token, hello="") as made:
                await made.send(first)
                assert await closed(made) == 1008

        run(go())
        assert not any(isinstance(event, PhonesOnline) and event.devices for event in memory.events)


def test_nonsense_is_borne_for_a_while_and_a_message_of_more_than_64_kb_not_at_all(tmp_path):
    device, token = phone()
    with listening(tmp_path, device) as (_, memory, opened):

        async def go():
            async with line(tmp_path, opened, token) as made:
                await asyncio.to_thread(memory.wait_for, PhonesOnline)
                for _ in range(21):
                    await made.send("[[[")
                assert await closed(made) == 1008
            async with line(tmp_path, opened, token) as made:
                await made.send("x" * 70_000)
                assert await closed(made) == 1009

        run(go())


def test_text_that_is_no_text_ends_the_line_without_a_trace_in_the_log(tmp_path, caplog):
    device, token = phone()
    with listening(tmp_path, device) as (_, _memory, opened):

        async def go():
            async with line(tmp_path, opened, token) as made:
                await made.send(b"\xff\xfe\xfd", text=True)
                assert await closed(made) == 1007

        run(go())
    assert not any(record.exc_info for record in caplog.records)


def test_the_desk_speaks_with_its_key_only_and_a_call_goes_through(tmp_path):
    device, token = phone()
    with listening(tmp_path, device) as (gateway, memory, opened):

        async def go():
            async with desk_line(gateway, opened, "wrong") as made:
                assert await closed(made) == 1008
            async with desk_line(gateway, opened) as desk, line(tmp_path, opened, token) as made:
                await heard(desk, "state")
                await asyncio.to_thread(memory.wait_for, PhonesOnline)
                ring = {
                    "t": "ring",
                    "call": "video-1",
                    "to": device.id,
                    "name": "值班室",
                    "label": "巡查",
                    "about": "tasks/T1",
                }
                await desk.send(json.dumps(ring))
                assert (await heard(made, "ring"))["name"] == "值班室"
                await made.send(json.dumps({"t": "accept", "call": "video-1"}))
                assert (await heard(desk, "accept"))["from"] == device.id
                await made.send(b"frame before any fallback")
                fallback = {"t": "media", "call": "video-1", "to": device.id, "state": "fallback"}
                await desk.send(json.dumps(fallback))
                await heard(made, "media")
                await made.send(b"\x01frame")
                async with asyncio.timeout(5):
                    while isinstance(frame := await desk.recv(), str):
                        pass
                assert frame == bytes((len(device.id),)) + device.id.encode() + b"\x01frame"
                await desk.send(bytes((len(device.id),)) + device.id.encode() + b"back")
                async with asyncio.timeout(5):
                    while isinstance(frame := await made.recv(), str):
                        pass
                assert frame == b"back"
            await asyncio.to_thread(memory.wait_for, CallEvent, lambda one: one.what == "joined")

        run(go())


def test_the_line_of_the_desk_is_not_on_the_port_of_the_phones(tmp_path):
    device, token = phone()
    with listening(tmp_path, device) as (_, _memory, opened):

        async def go():
            url = opened.phones.replace("https", "wss") + "/desk/line"
            with pytest.raises(InvalidStatus) as refused:
                async with connect(url, ssl=trusting(tmp_path), origin=opened.phones, additional_headers=cookie(token)):
                    pass
            assert refused.value.response.status_code == 404

        run(go())


def test_three_hundred_phones_are_online_at_a_time_and_all_hear(tmp_path):
    if resource.getrlimit(resource.RLIMIT_NOFILE)[0] < 1200:
        pytest.skip("this machine lets a process open too few sockets")
    held = [phone(f"phone-{n}", f"P{n:03}") for n in range(300)]
    devices = [device for device, _ in held]
    with listening(tmp_path, *devices) as (gateway, memory, opened):

        async def go():
            async with contextlib.AsyncExitStack() as stack:
                lines = []
                for at in range(0, 300, 30):
                    opening = (stack.enter_async_context(line(tmp_path, opened, t)) for _, t in held[at : at + 30])
                    lines += await asyncio.gather(*opening)
                await asyncio.to_thread(memory.wait_for, PhonesOnline, lambda one: len(one.devices) == 300)
                now = situation(*devices)
                for device in devices:
                    now = _with_report(now, device.person, f"R-{device.person}")
                gateway.show(now)
                await asyncio.gather(*(heard(one, "mine", 15) for one in lines))

        run(go())


def _with_report(now, by, name) -> Situation:
    from dataclasses import replace

    at = datetime(2020, 8, 20, 8, tzinfo=UTC)
    return replace(now, reports=Map({**now.reports, name: Report(name, at, "E1", "渗水", "背河渗水", by)}))
