"""The line to TAK: client certificates that are asked for, faults as values, an endless stream of strangers' events."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl

import pytest

from data.gateway.channels.cot import CotEvent, CotType, position, uid_of, write
from data.gateway.channels.cot_link import LinkState, TakLink, Transport, listen
from data.model.dispatch import Outcome
from data.model.steps import Realm
from data.rules.channels import EXERCISE_MARK, OutboundRefused, Recipient
from tests.data.gateway.channels.fake_tak import tak
from tests.data.gateway.channels.outward import SENT, Authority, drill, message, refused_in_drill

ALL = (Recipient(""),)
TEAM = position("team-1", CotType.TEAM, 113.7, 34.91, SENT, "抢险一队")


@pytest.fixture(scope="module")
def authority(tmp_path_factory) -> Authority:
    return Authority.made(tmp_path_factory.mktemp("tak"))


@pytest.fixture(scope="module")
def context(authority) -> ssl.SSLContext:
    return authority.server_context(ask_client=True)


def secure(port: int, authority: Authority, **fields) -> TakLink:
    cert_file, key_file = authority.issue("desk")
    given_ = {
        "cert_file": cert_file,
        "key_file": key_file,
        "ca_file": authority.file,
        "timeout_s": 2.0,
        "settle_s": 0.3,
    }
    return TakLink("127.0.0.1", port, **(given_ | fields))


def plain(port: int, **fields) -> TakLink:
    given_ = {"transport": Transport.TCP, "timeout_s": 1.0, "settle_s": 0.1}
    return TakLink("127.0.0.1", port, **(given_ | fields))


def test_a_push_reaches_tak_over_tls_with_our_certificate(authority, context):
    with tak(context) as server:
        known = secure(server.port, authority).send(message(), (Recipient("p1", "堤防1组"),))
    assert (known[0].outcome, known[0].ref) == (Outcome.DELIVERED, uid_of("push-1"))
    assert [event.remarks for event in server.events] == ["花园口流量将到八千，请转移。"]
    assert 'callsign="堤防1组"'.encode() in server.heard


def test_positions_go_over_the_same_line(authority, context):
    with tak(context) as server:
        link = secure(server.port, authority)
        assert link.send_events((TEAM, TEAM), Realm.LIVE) is None
        assert link.send_events((), Realm.LIVE) is None
    assert server.events == [TEAM, TEAM]


def test_a_certificate_that_the_server_does_not_know_is_a_failure_although_the_handshake_went_well(
    authority, context, tmp_path
):
    stranger = Authority.made(tmp_path, "stranger")
    cert_file, key_file = stranger.issue("desk")
    with tak(context) as server:
        known = secure(server.port, authority, cert_file=cert_file, key_file=key_file).send(message(), ALL)
    assert (known[0].outcome, server.heard) == (Outcome.FAILED, b"")
    assert known[0].detail in {"tls_refused", "cut"}


def test_a_server_of_another_authority_or_another_name_gets_nothing(authority, context, tmp_path):
    stranger = Authority.made(tmp_path, "other")
    with tak(context) as server:
        for fields in ({"ca_file": stranger.file}, {"server_name": "tak.example.org"}):
            known = secure(server.port, authority, **fields).send(message(), ALL)
            assert (known[0].detail, known[0].retry_after_s) == ("tls_not_trusted", None)
    assert server.heard == b""


def test_a_certificate_file_that_is_gone_is_told(authority):
    known = secure(9, authority, cert_file="/nowhere/desk.crt").send(message(), ALL)
    assert (known[0].detail, known[0].retry_after_s) == ("certificate_file", None)


def test_a_server_that_hangs_up_is_tried_again():
    with tak() as server:
        server.hang_up = True
        known = plain(server.port).send(message(), ALL)
    assert (known[0].outcome, known[0].detail) == (Outcome.FAILED, "cut")
    assert known[0].retry_after_s


def test_a_server_that_is_not_there_or_silent_in_the_handshake_is_tried_again(authority):
    assert plain(9).send(message(), ALL)[0].detail == "unreachable"
    with socket.create_server(("127.0.0.1", 0)) as silent:
        known = secure(silent.getsockname()[1], authority, timeout_s=0.1).send(message(), ALL)
    assert (known[0].detail, known[0].retry_after_s) == ("timeout", 30.0)


@pytest.mark.parametrize(
    "fields",
    [
        {"host": "tak.example.org"},
        {"host": "tak.example.org", "transport": Transport.TCP},
        {"host": "239.2.3.1", "transport": Transport.UDP},
        {"host": "mesh.example.org", "transport": Transport.UDP, "open_air": True},
    ],
)
def test_what_would_speak_in_the_clear_has_to_be_switched_on(fields):
    with pytest.raises(ValueError):  # noqa: PT011 - each says another thing
        TakLink(**fields)


def test_a_mesh_that_was_switched_on_hears_each_event():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as receiver:
        receiver.bind(("127.0.0.1", 0))
        receiver.settimeout(2)
        mesh = TakLink("127.0.0.1", receiver.getsockname()[1], Transport.UDP, open_air=True)
        assert mesh.send_events((TEAM,), Realm.LIVE) is None
        assert receiver.recv(65536) == write(TEAM)


def test_a_drill_reaches_no_real_server_not_even_with_positions(authority, context):
    with tak(context) as server:
        link = secure(server.port, authority)
        refused_in_drill(link, ALL)
        for realm in (Realm.DRILL, Realm.WHATIF, Realm.REPLAY):
            with pytest.raises(OutboundRefused):
                link.send_events((TEAM,), realm)
    assert (server.connections, server.heard) == (0, b"")


def test_what_goes_to_an_exercise_server_says_so(authority, context):
    with tak(context) as server:
        link = secure(server.port, authority, exercise=True)
        drill(link, message(), ALL)
        assert link.send_events((TEAM,), Realm.DRILL) is None
    assert len(server.events) == 2
    for event in server.events:
        assert event.exercise
        assert event.uid.startswith("EX.")
        assert event.callsign.startswith(EXERCISE_MARK)
        assert event.remarks.startswith(EXERCISE_MARK)


def test_no_secret_is_shown(authority):
    link = secure(9, authority, key_password="opens-the-key")
    assert "opens-the-key" not in repr(link) + repr(link.compose(message(), ALL)) + repr(link.send(message(), ALL))


# ── in ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def heard(link: TakLink, count: int, pauses_s=(0.01,)) -> list[CotEvent | LinkState]:
    async def run() -> list[CotEvent | LinkState]:
        found: list[CotEvent | LinkState] = []
        async with asyncio.timeout(10), contextlib.aclosing(listen(link, pauses_s)) as stream:
            async for one in stream:
                found.append(one)
                if len(found) == count:
                    break
        return found

    return asyncio.run(run())


def test_events_of_a_stream_come_as_values_whatever_lies_between():
    whole = write(TEAM)
    with tak() as server:
        server.says = [b"\x00\xffgarbage", whole[:50], whole[50:] + b"\n<event uid='x'>", whole, b"<event></event>"]
        server.hang_up = True
        up, first, second, down = heard(plain(server.port), 4)
    assert (up, first, second) == (LinkState(True), TEAM, TEAM)
    assert down == LinkState(False, "cut", refused=1)


def test_a_line_that_is_lost_is_taken_up_again():
    with tak() as server:
        server.says, server.hang_up = [write(TEAM)], True
        found = heard(plain(server.port), 6)
    assert found == [LinkState(True), TEAM, LinkState(False, "cut")] * 2


def test_a_server_that_is_not_there_is_asked_for_ever():
    assert heard(plain(9), 3) == [LinkState(False, "unreachable")] * 3


def test_the_stream_comes_over_tls_and_we_give_a_sign_of_life(authority, context):
    with tak(context) as server:
        server.says = [write(TEAM)]
        link = secure(server.port, authority)

        async def run() -> list[CotEvent | LinkState]:
            async with asyncio.timeout(10), contextlib.aclosing(listen(link)) as stream:
                found = [await anext(stream), await anext(stream)]
                await asyncio.to_thread(server.arrived.wait, 5)
                return found

        assert asyncio.run(run()) == [LinkState(True), TEAM]
    assert server.events[0].type == CotType.PING


def test_tls_without_a_client_certificate_is_a_fault_of_the_settings():
    with pytest.raises(ValueError, match="client certificate"):
        TakLink("127.0.0.1")


def test_a_stranger_server_is_refused_on_the_way_in_too(authority, context, tmp_path):
    other = Authority.made(tmp_path, "other")
    with tak(context) as server:
        assert heard(secure(server.port, authority, ca_file=other.file), 1) == [LinkState(False, "tls_not_trusted")]


def test_a_mesh_that_was_switched_on_is_heard():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    mesh = TakLink("127.0.0.1", port, Transport.UDP, open_air=True)

    async def run() -> CotEvent | LinkState:
        async with asyncio.timeout(10), contextlib.aclosing(listen(mesh)) as stream:
            assert await anext(stream) == LinkState(True)
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
                for data in (b"", b"\xbf\x01\xbfprotobuf", write(TEAM)):
                    sender.sendto(data, ("127.0.0.1", port))
            return await anext(stream)

    assert asyncio.run(run()) == TEAM
