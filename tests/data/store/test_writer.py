"""The writer keeps order and loses nothing, whatever happens to the disk."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from data.store import writer as writer_module
from data.store.errors import StoreTrouble
from data.store.store import SNAPSHOT_EVERY, Store
from data.store.writer import Writer
from tests.data.store.test_store import grown, note


class Ear:
    """Hears what the writer tells."""

    def __init__(self) -> None:
        self.kept: list[int] = []
        self.troubles: list[str] = []
        self.recovered = 0
        self.threads: set[str] = set()
        self.told = threading.Condition()

    def on_kept(self, numbers) -> None:
        self._hear(lambda: self.kept.extend(numbers))

    def on_trouble(self, code: str, params: dict) -> None:
        self._hear(lambda: self.troubles.append(code))

    def on_recovered(self) -> None:
        self._hear(lambda: setattr(self, "recovered", self.recovered + 1))

    def _hear(self, note_it: Callable[[], object]) -> None:
        with self.told:
            note_it()
            self.threads.add(threading.current_thread().name)
            self.told.notify_all()

    def waits_for(self, condition: Callable[[], bool]) -> None:
        with self.told:
            assert self.told.wait_for(condition, 10)


class Moody(Store):
    """A store that refuses to write while `mood` is set."""

    mood: Exception | None = None

    def append(self, steps):
        if self.mood is not None:
            raise self.mood
        return super().append(steps)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "live.db"


@pytest.fixture
def ear(monkeypatch) -> Iterator[Ear]:
    monkeypatch.setattr(writer_module, "_FIRST_WAIT_S", 0.01)
    return Ear()


def listening(store: Store, ear: Ear) -> Writer:
    return Writer(store, ear.on_kept, ear.on_trouble, ear.on_recovered)


def test_steps_are_kept_in_order_and_told_from_the_threads_own(path, ear):
    taken = grown(count=80)
    writer = listening(Store.open(path), ear)
    for step, after in taken:
        writer.keep(step, after)
    assert writer.flush()
    assert writer.unsaved == 0
    assert writer.close() == 0
    assert ear.kept == list(range(1, len(taken) + 1))
    assert ear.threads == {"store"}
    with Store.open(path) as store:
        assert store.load() == taken[-1][1]
        assert [line.step.key for line in store.steps(limit=1000)] == [step.key for step, _ in taken]


@pytest.mark.parametrize("code", ["disk_full", "busy"])
def test_while_the_disk_is_full_steps_wait_are_counted_and_follow_in_order(path, ear, code):
    taken = grown(count=60)
    store = Moody.open(path)
    store.mood = StoreTrouble(code, detail="told")
    writer = listening(store, ear)
    for count, (step, after) in enumerate(taken, start=1):
        writer.keep(step, after)
        assert writer.unsaved == count
    ear.waits_for(lambda: bool(ear.troubles))
    assert writer.run(store.load).result(10).seq == 0  # reads go on
    assert not writer.flush(0.05)
    assert (writer.trouble, ear.kept) == (code, [])
    store.mood = None
    writer.retry()
    ear.waits_for(lambda: ear.recovered == 1)
    assert writer.flush()
    assert writer.close() == 0
    assert ear.troubles == [code]
    assert ear.kept == list(range(1, len(taken) + 1))
    with Store.open(path) as store:
        assert store.load() == taken[-1][1]


def test_the_writer_tries_again_by_itself(path, ear):
    step, after = grown(count=0)[0]
    store = Moody.open(path)
    store.mood = StoreTrouble("io_error")
    writer = listening(store, ear)
    writer.keep(step, after)
    ear.waits_for(lambda: bool(ear.troubles))
    store.mood = None
    assert writer.flush(10)
    writer.close()
    assert ear.recovered == 1


def test_a_fault_of_the_program_is_told_loudly_and_costs_no_step(path, ear, caplog):
    taken = grown(count=5)
    store = Moody.open(path)
    store.mood = ZeroDivisionError("ours")
    writer = listening(store, ear)
    for step, after in taken:
        writer.keep(step, after)
    ear.waits_for(lambda: ear.troubles == ["fault"])
    store.mood = None
    assert writer.flush(10)
    writer.close()
    assert "steps cannot be kept" in caplog.text
    assert ear.kept == list(range(1, len(taken) + 1))


def test_a_listener_that_fails_costs_no_step(path, caplog):
    taken = grown(count=5)

    def fail(_numbers) -> None:
        raise ZeroDivisionError

    writer = Writer(Store.open(path), fail)
    for step, after in taken:
        writer.keep(step, after)
    assert writer.flush()
    assert writer.close() == 0
    assert "a listener of the store failed" in caplog.text


def test_closing_on_a_full_disk_says_how_many_steps_could_not_be_kept(path, ear):
    taken = grown(count=7)
    store = Moody.open(path)
    store.mood = StoreTrouble("disk_full")
    writer = listening(store, ear)
    for step, after in taken:
        writer.keep(step, after)
    start = time.monotonic()
    assert writer.close() == len(taken)
    assert time.monotonic() - start < 5
    with Store.open(path) as store:  # the lock was given back
        assert store.load().seq == 0


def test_reads_run_on_the_threads_own_and_their_errors_come_back(path, ear):
    writer = listening(Store.open(path), ear)
    assert writer.run(lambda: threading.current_thread().name).result(10) == "store"
    with pytest.raises(ZeroDivisionError):
        writer.run(lambda: 1 / 0).result(10)
    assert writer.run(lambda: 7).result(10) == 7
    writer.close()
    with pytest.raises(RuntimeError):
        writer.run(lambda: 7)
    with pytest.raises(RuntimeError):
        writer.keep(*grown(count=0)[0])


def test_snapshots_are_left_behind_so_that_a_start_takes_few_steps_again(path, ear):
    taken = grown(count=10)
    now = taken[-1][1]
    store = Store.open(path)
    writer = listening(store, ear)
    for step, after in taken:
        writer.keep(step, after)
    for n in range(SNAPSHOT_EVERY + 300):
        step, now = note(now, "记", f"n{n}")
        writer.keep(step, now)
    assert writer.flush(30)
    writer.close(30)
    with Store.open(path) as store:
        assert store.load() == now
        assert store.steps_since_snapshot < 200


def test_a_snapshot_that_is_due_waits_for_quiet(path, ear, monkeypatch):
    monkeypatch.setattr(writer_module, "_QUIET_S", 0.05)
    made: list[int] = []
    quiet = threading.Event()

    class Counted(Store):
        def snapshot(self, now):
            done = super().snapshot(now)
            if now.registers.grids.rows and done:
                made.append(now.seq)
                quiet.set()
            return done

    taken = grown(count=0)
    now = taken[-1][1]
    with Store.open(path) as store:
        store.append(taken)
        store.snapshot(now)
    store = Counted.open(path)
    store.load()
    writer = listening(store, ear)
    busy = threading.Event()
    holding = writer.run(busy.wait)
    for n in range(1200):
        step, now = note(now, "记", f"n{n}")
        writer.keep(step, now)
    busy.set()
    assert holding.result(10)
    assert quiet.wait(10)
    assert made == [now.seq]  # one for all of them, not one every SNAPSHOT_EVERY
    writer.close(30)


def test_a_flood_without_an_end_still_leaves_snapshots(path, ear, monkeypatch):
    monkeypatch.setattr(writer_module, "_QUIET_S", 3600.0)
    monkeypatch.setattr(writer_module, "_OWED_AT_MOST", 600)
    store, start = Store.open(path), grown(count=0)
    store.append(start)
    store.snapshot(start[-1][1])
    writer, situation = listening(store, ear), start[-1][1]
    for n in range(2000):
        step, situation = note(situation, "记", f"n{n}")
        writer.keep(step, situation)
    assert writer.flush(30)
    assert writer.run(lambda: store.steps_since_snapshot).result(10) < 1200
    writer.close(30)
