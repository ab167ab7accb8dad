"""What phones send is on disk once, in order, before anybody is told; what has to leave waits there until it left."""

from __future__ import annotations

import threading
from concurrent.futures import wait
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from data.model.dispatch import Channel, Outcome, Push
from data.model.field import Inbound, Position
from data.model.outbox import OutState
from data.model.steps import NoteWritten, PushApproved, PushDrafted, Realm, ReceiptNoted, Step
from data.rules import outbox
from data.rules.dispatch import LADDER
from data.rules.take import take
from data.store.intake import Intake
from data.store.store import Store
from data.store.writer import Writer
from tests import township
from tests.data import steps_strategy

NOON = township.NOON


def message(client: str, device: str = "D1") -> Inbound:
    return Inbound(device, client, "note", NOON, NOON + timedelta(seconds=1), f'{{"text":"{client}"}}')


def point(second: int, patrol: str = "", person: str = "S003") -> Position:
    return Position(person, NOON + timedelta(seconds=second), 113.7, 34.9, 8.0, "D1", patrol)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "live.db"


def test_a_message_is_new_once_also_within_one_commit_and_after_a_restart(path: Path) -> None:
    with Store.open(path) as store:
        assert store.field.keep_inbound([message("a"), message("b"), message("a")]) == [True, True, False]
        assert store.field.keep_inbound([message("a"), message("a", "D2")]) == [False, True]
    with Store.open(path) as store:
        assert store.field.keep_inbound([message("b")]) == [False]
        assert [one.client for one in store.field.pending()] == ["a", "b", "a"]


def test_when_a_phone_was_last_heard_of_is_known_after_a_restart(path: Path) -> None:
    later = replace(message("b"), received_at=NOON + timedelta(minutes=5))
    with Store.open(path) as store:
        store.field.keep_inbound([message("a"), later, message("a", "D2")])
    with Store.open(path) as store:
        assert store.field.last_heard() == {"D1": later.received_at, "D2": NOON + timedelta(seconds=1)}


def test_what_was_kept_but_not_taken_is_found_again_until_it_is_a_step(path: Path) -> None:
    taken = steps_strategy.founding()
    with Store.open(path) as store:
        store.append(taken)
        store.field.keep_inbound([message("a"), message("b")])
        step = Step(message("a").key, NOON, "S003", Realm.LIVE, NoteWritten("a"))
        after, _ = take(taken[-1][1], step)
        store.append([(step, after)])
        assert store.field.pending() == [message("b")]


def test_thousands_from_many_threads_are_each_answered_and_told_once(path: Path) -> None:
    told: list[Inbound] = []
    store = Store.open(path)
    writer = Writer(store)
    intake = Intake(store, writer, told.extend, lambda _: None)
    futures = []

    def send(device: str) -> None:
        for n in range(250):
            futures.extend((intake.keep(message(f"{n}", device)), intake.keep(message(f"{n}", device))))

    threads = [threading.Thread(target=send, args=(f"D{n}",)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    done, late = wait(futures, timeout=30)
    assert not late
    assert sum(future.result() for future in done) == 2000
    assert len(told) == len({one.key for one in told}) == 2000
    for device in range(8):
        assert [one.client for one in told if one.device == f"D{device}"] == [str(n) for n in range(250)]
    writer.close()


def test_a_message_after_the_end_is_refused_and_not_lost_in_silence(path: Path) -> None:
    store = Store.open(path)
    writer = Writer(store)
    intake = Intake(store, writer, lambda _: None, lambda _: None)
    writer.close()
    with pytest.raises(RuntimeError):
        intake.keep(message("a")).result(1)


def test_a_disk_that_fails_is_told_to_who_waits(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store.open(path)
    writer = Writer(store)
    intake = Intake(store, writer, lambda _: None, lambda _: None)

    def broken(_: object) -> list[bool]:
        raise OSError("disk")

    monkeypatch.setattr(store.field, "keep_inbound", broken)
    with pytest.raises(OSError, match="disk"):
        intake.keep(message("a")).result(5)
    monkeypatch.undo()
    assert intake.keep(message("a")).result(5)
    writer.close()


def test_a_track_comes_back_in_order_and_where_people_were_is_not_kept_for_ever(path: Path) -> None:
    with Store.open(path) as store:
        store.field.add_positions([point(2, "P1"), point(1, "P1"), point(5), point(1, "P1")])
        assert store.field.track("P1") == [point(1, "P1"), point(2, "P1")]
        assert len(store.field.positions(NOON)) == 3
        assert store.field.forget_positions(NOON + timedelta(hours=1)) == 1
        assert store.field.positions(NOON) == store.field.positions(NOON, patrols_only=True)


def sent(store: Store) -> None:
    taken = steps_strategy.founding()
    store.append(taken)
    now = taken[-1][1]
    push = Push("P1", "撤滩", "请撤离", "作废", "U1", NOON, ("S001", "S002"), LADDER, waits_s=(60,) * 6 + (0,))
    for n, body in enumerate((PushDrafted(push), PushApproved("P1", "U2"))):
        step = Step(f"push/{n}", NOON + timedelta(minutes=n), "U1", Realm.LIVE, body)
        now, _ = take(now, step)
        store.append([(step, now)])
    missed = ReceiptNoted("P1", ("S002",), Channel.PHONE_PAGE, Outcome.FAILED, "no_phone")
    step = Step("miss", NOON + timedelta(minutes=3), "system", Realm.LIVE, missed)
    now, _ = take(now, step)
    store.append([(step, now)])


def test_what_has_to_leave_is_written_with_the_step_that_wants_it(path: Path) -> None:
    with Store.open(path) as store:
        sent(store)
        due = store.field.due(NOON + timedelta(hours=1))
        assert {line.outgoing.id for line in due} == {"P1/S001/0", "P1/S002/0", "P1/S002/1"}
        assert store.field.due(NOON) == []


def test_a_dead_line_can_be_sent_again_and_a_sent_one_is_not_due_any_more(path: Path) -> None:
    later = NOON + timedelta(hours=1)
    with Store.open(path) as store:
        sent(store)
        first, second, third = store.field.due(later)
        store.field.settle([outbox.sent(first, "ref", "sms"), outbox.failed(second, later, "refused", None, "sms")])
        assert [line.outgoing.id for line in store.field.due(later)] == [third.outgoing.id]
        assert store.field.counts() == {OutState.SENT: 1, OutState.DEAD: 1, OutState.WAITING: 1}
    with Store.open(path) as store:
        (dead,) = store.field.lines([OutState.DEAD])
        assert (dead.error, dead.tries) == ("refused", 1)
        assert store.field.send_again([dead.outgoing.id, first.outgoing.id], later) == 1
        assert len(store.field.due(later)) == 2
        assert store.field.next_due() is not None
