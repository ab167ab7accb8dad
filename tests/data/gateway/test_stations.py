"""The station server over loopback: nothing lost, nothing answered that is not kept, nobody in who should not be."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest

from data.feeds.sl651.frames import Frame
from data.feeds.sl651.messages import read_uplink
from data.feeds.sl651.rtu import RtuLine, RtuPace
from data.feeds.sl651.session import Heard, Received, StationSession
from data.feeds.sl651.stream import FrameStream
from data.gateway.station_ports import StationOptions
from data.gateway.station_room import Room
from data.gateway.stations import StationServer
from data.model.station_line import Arrival
from tests.data.feeds.sl651.telegrams import AT, JPEG, READING, framed, packets, timed

QUICK = RtuPace(answer_s=0.4, again_s=0.05, heartbeat_s=30.0)


def now() -> datetime:
    return datetime.now(UTC)


class Keeper:
    """Keeps batches as a store would; `verdict` is asked for each."""

    def __init__(self, verdict: Callable[[Sequence[object]], bool | Exception] = lambda _: True) -> None:
        self.kept: list[Received] = []
        self.batches: list[int] = []
        self.verdict = verdict

    def __call__(self, batch: Sequence[object]) -> Future[bool]:
        done: Future[bool] = Future()
        verdict = self.verdict(batch)
        self.batches.append(len(batch))
        if isinstance(verdict, Exception):
            done.set_exception(verdict)
            return done
        if verdict:
            self.kept += [one for one in batch if isinstance(one, Received)]
        done.set_result(verdict)
        return done


@contextmanager
def serving(keep: Callable[[Sequence[object]], Future[bool]], **options: object) -> Iterator[StationServer]:
    heard = Heard()
    server = StationServer(
        lambda peer: StationSession(peer, heard, now), keep, StationOptions(batch_s=0.01, sweep_s=0.05, **options), now
    )
    assert server.start()
    try:
        yield server
    finally:
        assert server.close()


@contextmanager
def speaking(server: StationServer, *stations: str) -> Iterator[list[RtuLine]]:
    lines = [RtuLine("127.0.0.1", server.tcp_port, station, pace=QUICK) for station in stations]
    try:
        yield lines
    finally:
        for line in lines:
            line.close()


@contextmanager
def wire(server: StationServer) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", server.tcp_port), timeout=5) as line:
        yield line


def heard_on(line: socket.socket) -> Frame:
    stream = FrameStream()
    while True:
        data = line.recv(4096)
        assert data, "the server hung up"
        for one in stream.feed(data):
            assert isinstance(one, Frame)
            return one


def hung_up(line: socket.socket, raw: bytes, times: int = 1) -> bool:
    """Send and wait for the answer: whether the server hung up instead."""
    try:
        for _ in range(times):
            line.sendall(raw)
        return line.recv(1) == b""
    except ConnectionError:
        return True


def until(what: Callable[[], bool], patience_s: float = 5.0) -> None:
    end = time.monotonic() + patience_s
    while not what():
        assert time.monotonic() < end, "it did not come to pass"
        time.sleep(0.005)


def count(server: StationServer, name: str) -> int:
    return int(dict(server.health().params)[name])


def test_fifty_stations_lose_nothing_and_are_confirmed():
    keep = Keeper()
    stations = [f"00{n:08d}" for n in range(50)]
    with serving(keep) as server, speaking(server, *stations) as lines:
        asked = [line.post([READING]) for _ in range(4) for line in lines]
        assert all(one.result(10) for one in asked)
        links = {link.station: link for link in server.links()}
        assert server.health().ok
        assert server.health().rows == 200
    said = {(one.uplink.station, one.uplink.serial) for one in keep.kept}
    assert said == {(station, serial) for station in stations for serial in range(1, 5)}
    assert {(link.frames, link.gaps, link.bad_crc) for link in links.values()} == {(4, 0, 0)}
    assert max(keep.batches) > 1


def test_nothing_is_confirmed_before_it_is_kept():
    held: list[Future[bool]] = []

    def keep(_batch: Sequence[object]) -> Future[bool]:
        held.append(Future())
        return held[-1]

    with serving(keep) as server, wire(server) as line:
        line.sendall(timed())
        until(lambda: bool(held))
        line.settimeout(0.1)
        with pytest.raises(TimeoutError):
            line.recv(1)
        line.settimeout(5)
        held[0].set_result(True)
        assert heard_on(line).function == 0x32


def test_what_could_not_be_kept_is_not_confirmed_comes_again_and_is_kept_once():
    fails = iter([False])
    keep = Keeper(lambda _batch: next(fails, True))
    with serving(keep) as server, speaking(server, "0040105150") as (line,):
        assert line.post([READING]).result(10)
        until(lambda: server.health().ok)
        assert count(server, "let_go") == 0
    assert line.resent >= 1
    assert {one.uplink.serial for one in keep.kept} == {1}


def test_one_item_that_cannot_be_kept_does_not_hold_up_the_others():
    def verdict(batch: Sequence[object]) -> bool | Exception:
        bad = [one for one in batch if isinstance(one, Received) and one.uplink.serial == 3]
        return ValueError("the third one is poison") if bad else True

    keep = Keeper(verdict)
    with serving(keep) as server, wire(server) as line:
        line.sendall(b"".join(timed(serial=n) for n in range(1, 6)))
        until(lambda: len(keep.kept) == 4 and count(server, "let_go") == 1)
    assert [one.uplink.serial for one in keep.kept] == [1, 2, 4, 5]


def test_a_slow_keeper_stops_the_reading_and_loses_nothing():
    gate = threading.Event()
    waiting: list[tuple[Future[bool], Sequence[object]]] = []
    kept: list[object] = []

    def keep(batch: Sequence[object]) -> Future[bool]:
        done: Future[bool] = Future()
        if gate.is_set():
            kept.extend(batch)
            done.set_result(True)
        else:
            waiting.append((done, batch))
        return done

    with serving(keep, line_most=20, pending_most=40, batch_most=10) as server, wire(server) as line:
        for n in range(1, 1001):  # a minute's reading each: 60 kB, more than one read brings
            line.sendall(timed(serial=n))
        until(lambda: bool(waiting) and count(server, "pending") >= 20)
        assert count(server, "pending") < 1000
        gate.set()
        for done, batch in waiting:
            kept.extend(batch)
            done.set_result(True)
        until(lambda: len(kept) == 1000, 20)
        assert server.links()[0].gaps == 0


def test_a_picture_with_lost_packets_comes_whole():
    keep = Keeper()
    with serving(keep, quiet_s=0.2) as server, wire(server) as line:
        sent = packets()
        for raw in (*sent[:2], *sent[3:-1]):  # the last one is lost too: only silence tells
            line.sendall(raw)
        for _ in range(2):
            asked = heard_on(line)
            line.sendall(sent[asked.packet - 1])
        assert heard_on(line).packet == len(sent)
    assert keep.kept[0].uplink.picture == JPEG


def test_a_simulated_station_sends_a_picture():
    keep = Keeper()
    with serving(keep) as server, speaking(server, "0040105150") as (line,):
        assert line.post_picture(AT, JPEG).result(10)
    assert keep.kept[0].uplink.picture == JPEG


def test_datagrams_are_kept_and_confirmed():
    keep = Keeper()
    with serving(keep, udp_port=0) as server, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        line.settimeout(5)
        line.sendto(timed(), ("127.0.0.1", server.udp_port))
        reply, _ = line.recvfrom(2048)
        assert not framed(reply).up
        line.sendto(timed()[:20], ("127.0.0.1", server.udp_port))  # half a datagram has no other half
        for raw in packets():
            line.sendto(raw, ("127.0.0.1", server.udp_port))
        reply, _ = line.recvfrom(2048)
        assert framed(reply).packet == len(packets())
    assert [one.uplink.function.code for one in keep.kept] == [0x32, 0x36]


def test_who_sends_only_junk_is_sent_away_and_others_are_not():
    with serving(Keeper(), junk_bytes=4096) as server, wire(server) as good, wire(server) as bad:
        good.sendall(timed())
        assert heard_on(good).station == "0040105150"
        assert hung_up(bad, b"\x7e" * 512, 40)
        assert count(server, "hostile") == 1
        good.sendall(timed(serial=8))
        assert heard_on(good).station == "0040105150"


def test_only_allowed_networks_are_let_in():
    with serving(Keeper(), allowed=("10.20.0.0/16",)) as server, wire(server) as line:
        assert hung_up(line, timed())
        until(lambda: count(server, "turned_away") == 1)


def test_a_full_server_lets_go_the_oldest_that_never_spoke():
    with serving(Keeper(), connections=2) as server, wire(server) as speaks, wire(server) as mute:
        speaks.sendall(timed())
        heard_on(speaks)
        until(lambda: count(server, "lines") == 2)
        with wire(server) as third:
            third.sendall(timed(serial=8))
            heard_on(third)
            assert mute.recv(1) == b""
            speaks.sendall(timed(serial=9))
            heard_on(speaks)
            with wire(server) as fourth:
                assert hung_up(fourth, timed(serial=10))


def test_a_silent_line_is_let_go():
    with serving(Keeper(), idle_s=0.1) as server, wire(server) as line:
        assert hung_up(line, b"")
        until(lambda: count(server, "lines") == 0)


def test_the_health_counts_what_went_wrong():
    bad = bytearray(timed(serial=3))
    bad[40] ^= 1
    with serving(Keeper()) as server, wire(server) as line:
        for raw in (timed(serial=1), bytes(bad), timed(serial=5), timed(serial=5), timed(serial=2)):
            line.sendall(raw)
            if raw != bytes(bad):
                heard_on(line)
        (link,) = server.links()
    assert (link.frames, link.bad_crc, link.duplicates, link.gaps) == (4, 1, 1, 2)  # 3 and 4 never came; 2 came late
    assert link.late_s is not None
    assert link.late_s > 0


def test_a_fault_of_ours_in_one_answer_does_not_stop_the_others(caplog):
    class Mute(StationSession):
        def reply_of(self, arrival: Arrival) -> bytes:
            if arrival.serial == 1:
                raise ZeroDivisionError
            return super().reply_of(arrival)

    heard, keep = Heard(), Keeper()
    server = StationServer(lambda peer: Mute(peer, heard, now), keep, StationOptions(batch_s=0.01), now)
    assert server.start()
    try:
        with wire(server) as line:
            line.sendall(timed(serial=1) + timed(serial=2))
            assert read_uplink(heard_on(line)).serial == 2
    finally:
        assert server.close()
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert len(keep.kept) == 2


def test_a_server_that_can_keep_no_more_ends_and_says_so(caplog, monkeypatch):
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Room, "_moved", broken)
    heard = Heard()
    server = StationServer(lambda peer: StationSession(peer, heard, now), Keeper(), StationOptions(batch_s=0.01), now)
    assert server.start()
    with wire(server) as line:
        line.sendall(timed())
        until(lambda: server.health().trouble == "server_failed")
    assert server.close()
    assert "the station server ended" in caplog.text


def test_a_port_in_use_is_told():
    with serving(Keeper()) as server:
        second = StationServer(lambda _: pytest.fail("no line"), Keeper(), StationOptions(tcp_port=server.tcp_port))
        assert not second.start()
        assert (second.health().ok, second.health().trouble) == (False, "port_taken")
        assert second.close()
    assert server.health().trouble == "not_listening"
