"""SL 651: how quick frames are read, what mutated frames come to, and 2,000 stations on the real store.

    python benchmarks/sl651.py decode   [--frames 100000]
    python benchmarks/sl651.py fuzz     [--frames 200000] [--shared ../shared/data/sl651/frames.csv]
    python benchmarks/sl651.py stations [--stations 2000] [--every 5] [--seconds 60] [--store anlan|sqlite]

`stations`: another process holds the stations' TCP lines and sends a timed report of stage, flow and voltage from each
of them every so many seconds, spread evenly. Each report has a minute of its own, so that the rows of the store can be
counted. Times are of CLOCK_MONOTONIC, from before the frame is written to the socket until its confirmation is read:
the way to disk and back. The floor is a bare SQLite table, WAL and synchronous=FULL, kept in the same batches.
Ends 1 when a goal is missed: 5,000 frames/s; no more false accepts than the check sum's own odds allow (three standard
deviations above 1/65,536); nothing lost and p99 <= 500 ms.
"""

from __future__ import annotations

import argparse
import asyncio
import csv
import json
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from data.feeds.sl651.bcd import BEIJING  # noqa: E402
from data.feeds.sl651.encode import Group, Sender, picture, report  # noqa: E402
from data.feeds.sl651.frames import Frame, FrameFault, read_frame  # noqa: E402
from data.feeds.sl651.messages import read_uplink  # noqa: E402
from data.feeds.sl651.stream import FrameStream  # noqa: E402

GOAL_RATE, GOAL_P99_S = 5000, 0.5
BASE = datetime(2020, 6, 1, tzinfo=BEIJING)
SERIALS = 0xFFFF
LINGER_S = 10.0


def quantile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")


def reading(station: int, turn: int) -> Group:
    at = BASE + timedelta(minutes=turn)
    return Group(at, (("39", 90.0 + turn % 500 / 100), ("27", 1000.0 + station % 4000), ("38", 12.6)))


# ── decode ──


def decode(frames: int) -> bool:
    raw = report(Sender("0040105150"), 0x32, 1, BASE, [reading(1, 1)])
    begun = time.perf_counter()
    for _ in range(frames):
        found = read_frame(raw)
        assert isinstance(found, Frame)
        read_uplink(found)
    rate = frames / (time.perf_counter() - begun)
    stream, begun = FrameStream(), time.perf_counter()
    for _ in range(frames // 10):
        assert len(stream.feed(raw * 10)) == 10
    print(
        f"read {rate:,.0f} frames/s of {len(raw)} bytes; cut from a stream "
        f"{frames / (time.perf_counter() - begun):,.0f}/s"
    )
    return rate >= GOAL_RATE


# ── fuzz ──


def mutated(raw: bytes, chance: random.Random) -> bytes:
    made = bytearray(raw)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(made))
        match chance.randrange(6):
            case 0:
                made[at] ^= 1 << chance.randrange(8)
            case 1:
                made[at] = chance.randrange(256)
            case 2:
                del made[at : at + chance.randint(1, 8)]
            case 3:
                made[at:at] = chance.randbytes(chance.randint(1, 8))
            case 4:
                made[at : at + 8] = chance.randbytes(8)
            case _:
                del made[at:]
        if not made:
            made = bytearray(b"\x7e")
    return bytes(made)


def fuzz(frames: int, shared: Path) -> bool:
    sound = [report(Sender(f"00{n:08d}"), 0x32, n, BASE, [reading(n, n)]) for n in range(20)]
    sound += picture(Sender("0040105150"), 1, BASE, BASE, random.Random(1).randbytes(2000))
    if shared.exists():
        with shared.open(encoding="utf-8-sig", newline="") as stream:
            sound += [bytes.fromhex(row["hex"]) for row in csv.DictReader(stream) if row["crc"] == "ok"]
    chance = random.Random(651)
    taken = checked = 0
    begun = time.perf_counter()
    for _ in range(frames):
        before = chance.choice(sound)
        raw = mutated(before, chance)
        found = read_frame(raw)
        if isinstance(found, Frame):
            read_uplink(found)
            taken += raw != before
        line = FrameStream()
        for one in (*line.feed(raw), *line.finish()):
            if isinstance(one, Frame):
                read_uplink(one)
        checked += isinstance(found, FrameFault) and found.code.value == "crc"
    tries = checked + taken
    odds = tries / 65536
    print(
        f"{frames:,} mutated frames in {time.perf_counter() - begun:.1f} s: no exception; {tries:,} came as far "
        f"as the check sum, {taken} were taken for sound (its own odds: {odds:.2f})"
    )
    return taken <= odds + 3 * max(1.0, odds) ** 0.5


# ── stations ──


class Station(asyncio.Protocol):
    """One simulated station: sends by the clock, notes when each report is confirmed."""

    def __init__(self, number: int) -> None:
        self.sender = Sender(f"00{number:08d}")
        self.number, self.turn = number, 0
        self.under_way: dict[int, float] = {}
        self.times: list[float] = []
        self._stream = FrameStream()
        self.transport: Any = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        now = time.monotonic()
        for one in self._stream.feed(data):
            assert isinstance(one, Frame)
            self.times.append(now - self.under_way.pop(int.from_bytes(one.body[:2], "big")))

    def speak(self) -> None:
        self.turn += 1
        serial = (self.turn - 1) % SERIALS + 1
        raw = report(self.sender, 0x32, serial, BASE + timedelta(minutes=self.turn), [reading(self.number, self.turn)])
        self.under_way[serial] = time.monotonic()
        self.transport.write(raw)


async def load(port: int, count: int, every: float, seconds: float) -> None:
    """Be all the stations; print what came of it as JSON."""
    loop = asyncio.get_running_loop()
    made: list[Station] = []
    for start in range(0, count, 200):
        some = [Station(n) for n in range(start, min(count, start + 200))]
        await asyncio.gather(*(loop.create_connection(lambda one=one: one, "127.0.0.1", port) for one in some))
        made += some
    late: list[float] = []

    async def run(one: Station, first: float) -> None:
        for turn in range(int(seconds / every)):
            due = first + turn * every
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            late.append(time.monotonic() - due)
            one.speak()

    begin = time.monotonic() + 0.5
    await asyncio.gather(*(run(one, begin + n / count * every) for n, one in enumerate(made)))
    until = time.monotonic() + LINGER_S
    while any(one.under_way for one in made) and time.monotonic() < until:
        await asyncio.sleep(0.05)
    times = [one for station in made for one in station.times]
    print(json.dumps({"sent": sum(one.turn for one in made), "times": times, "late": quantile(late, 0.99)}))


class Anlan:
    """The real store behind its writer, as the desk has it."""

    def __init__(self, folder: Path) -> None:
        from data.store.store import Store
        from data.store.telemetry_intake import TelemetryIntake
        from data.store.writer import Writer

        self.store = Store.open(folder / "anlan.sqlite", files=folder / "files")
        self.writer = Writer(self.store)
        self._intake = TelemetryIntake(self.store, self.writer, lambda batch: batch, lambda _: None, lambda _: None)

    def keep(self, batch: Sequence[Any]) -> Future[bool]:
        from data.feeds.sl651.observations import observations

        done: Future[bool] = Future()
        values = [value for one in batch for value in observations(one.uplink, one.at, {})]
        self._intake.keep(values).add_done_callback(
            lambda kept: done.set_result(True) if kept.exception() is None else done.set_exception(kept.exception())
        )
        return done

    def rows(self) -> int:
        return self.store.telemetry.count()

    def close(self) -> None:
        self.writer.close()
        self.store.close()


class Bare:
    """The floor: one table, the same batches."""

    def __init__(self, folder: Path) -> None:
        self._pool = ThreadPoolExecutor(1)
        self._db = self._pool.submit(self._open, folder / "bare.sqlite").result()

    def _open(self, place: Path) -> sqlite3.Connection:
        db = sqlite3.connect(place, isolation_level=None)
        db.executescript(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
            "CREATE TABLE seen (station TEXT, variable TEXT, at TEXT, value REAL, PRIMARY KEY (station, variable, at));"
        )
        return db

    def keep(self, batch: Sequence[Any]) -> Future[bool]:
        rows = [
            (one.uplink.station, each.id, str(each.at), each.value) for one in batch for each in one.uplink.elements
        ]

        def work() -> bool:
            self._db.execute("BEGIN")
            self._db.executemany("INSERT OR REPLACE INTO seen VALUES (?, ?, ?, ?)", rows)
            self._db.execute("COMMIT")
            return True

        return self._pool.submit(work)

    def rows(self) -> int:
        return self._pool.submit(lambda: self._db.execute("SELECT count(*) FROM seen").fetchone()[0]).result()

    def close(self) -> None:
        self._pool.submit(self._db.close).result()
        self._pool.shutdown()


def stations(count: int, every: float, seconds: float, store: str) -> bool:
    from data.feeds.sl651.session import Heard, StationSession
    from data.gateway.station_ports import StationOptions
    from data.gateway.stations import StationServer

    def clock() -> datetime:
        return datetime.now(UTC)

    heard = Heard()
    with tempfile.TemporaryDirectory() as place:
        keeper = (Anlan if store == "anlan" else Bare)(Path(place))
        options = StationOptions(connections=count + 16)
        server = StationServer(lambda peer: StationSession(peer, heard, clock), keeper.keep, options, clock)
        assert server.start()
        used = time.process_time()
        order = [sys.executable, __file__, "load", str(server.tcp_port), str(count), str(every), str(seconds)]
        said = json.loads(subprocess.run(order, check=True, capture_output=True, text=True).stdout)
        used = time.process_time() - used
        links, health = server.links(), server.health()
        assert server.close()
        rows = keeper.rows()
        keeper.close()
    times = said["times"]
    lost = said["sent"] - len(times)
    missing = 3 * said["sent"] - rows
    p50, p99 = quantile(times, 0.5), quantile(times, 0.99)
    print(
        f"{store}: {count} stations each {every:g} s for {seconds:g} s: sent {said['sent']:,}, "
        f"confirmed {len(times):,}, lost {lost}, rows {rows:,} (missing {missing}), "
        f"gaps {sum(one.gaps for one in links)}, kept {health.rows:,}\n"
        f"  frame to disk and back p50 {p50 * 1e3:.0f} ms, p99 {p99 * 1e3:.0f} ms, worst {max(times) * 1e3:.0f} ms; "
        f"server {used / seconds:.0%} of a core; senders late p99 {said['late'] * 1e3:.0f} ms"
    )
    return lost == 0 and missing == 0 and p99 <= GOAL_P99_S


def main() -> int:
    if sys.argv[1:2] == ["load"]:
        import resource

        hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 16384), hard))
        port, count, every, seconds = sys.argv[2:]
        asyncio.run(load(int(port), int(count), float(every), float(seconds)))
        return 0
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("decode", "fuzz", "stations"))
    parser.add_argument("--frames", type=int, default=0)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared/data/sl651/frames.csv")
    parser.add_argument("--stations", type=int, default=2000)
    parser.add_argument("--every", type=float, default=5.0)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--store", choices=("anlan", "sqlite"), default="anlan")
    given = parser.parse_args()
    match given.what:
        case "decode":
            good = decode(given.frames or 100_000)
        case "fuzz":
            good = fuzz(given.frames or 200_000, given.shared)
        case _:
            good = stations(given.stations, given.every, given.seconds, given.store)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
