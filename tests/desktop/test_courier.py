"""The courier at the desk: what leaves, what comes of it on the UI thread, and what a restart finds."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from data.gateway.courier import Courier
from data.model.dispatch import Channel, Outcome, Push
from data.model.outbox import OutState
from data.model.people import Staff
from data.model.situation import Touched
from data.model.steps import PushApproved, PushDrafted, Realm, RegisterReplaced
from data.rules.channels import Delivery, Port
from data.store.rows import make_register
from data.store.store import Store
from data.store.writer import Writer
from desktop.background import Background
from desktop.courier import CourierDesk, lines_of
from desktop.room import Room
from tests.data.gateway.ladder_world import NOON

PEOPLE = ("S001", "S002", "S003")
LADDER = (Channel.SMS, Channel.DOOR)


@dataclass
class Sms:
    """Takes everything but what it is told to refuse."""

    name: str = "sms"
    channel: Channel = Channel.SMS
    outbound: bool = True
    exercise: bool = False
    refuses: set[str] = field(default_factory=set)
    sent: list[str] = field(default_factory=list)

    def compose(self, message, recipients):
        return ()

    def send(self, message, recipients):
        self.sent.extend(one.person for one in recipients)
        return tuple(
            Delivery(one.person, Outcome.FAILED, detail="refused")
            if one.person in self.refuses
            else Delivery(one.person, Outcome.DELIVERED, "ref")
            for one in recipients
        )


class Desk:
    """Room, writer and courier, as the desk has them."""

    def __init__(self, path: Path, sms: Sms, realm: Realm) -> None:
        self.sms, self.store = sms, Store.open(path, realm=realm)
        self.writer = Writer(self.store)
        self.background = Background()
        now = self.writer.run(self.store.load).result(10)
        self.room = Room(now, self.writer.keep, lambda: NOON)
        self.courier = CourierDesk(
            Courier(Port([sms]), lambda: self.room.situation),
            lambda call: self.writer.run(lambda: call(self.store)),
            self.background.tell,
            self._do,
            lambda: self.room.situation,
            lambda: NOON,
        )
        self.threads: set[int] = set()
        self.settled: list[Any] = []
        self.courier.settled.connect(self.settled.append)
        self.room.changed.connect(self.courier.show_situation)

    def _do(self, body: Any, actor: str) -> bool:
        self.threads.add(threading.get_ident())
        return self.room.do(body, actor)

    def push(self) -> None:
        staff = tuple(Staff(p, f"测试{p}", "R06", "成员", "网格员", phone=f"13800000{p[1:]}") for p in PEOPLE)
        assert self.room.do(RegisterReplaced(make_register("staff", staff), "test"), "system")
        draft = Push("P1", "清滩", "请离滩", "作废", "U2", NOON, PEOPLE, LADDER, waits_s=(300, 0))
        assert self.room.do(PushDrafted(draft))
        assert self.room.do(PushApproved("P1", "U3"))

    def outcomes(self) -> dict[str, Outcome]:
        push = self.room.situation.pushes["P1"]
        return {one.person: one.outcome for one in push.receipts}

    def lines(self) -> list[Any]:
        return self.writer.run(lambda: lines_of("P1")(self.store)).result(10)

    def close(self) -> None:
        self.courier.close()
        self.background.close()
        assert self.writer.close() == 0


@contextmanager
def opened(path: Path, sms: Sms, realm: Realm = Realm.LIVE) -> Iterator[Desk]:
    desk = Desk(path, sms, realm)
    try:
        yield desk
    finally:
        desk.close()


@pytest.fixture
def path(tmp_path: Path, qapp: object) -> Path:
    return tmp_path / "live.db"


def test_a_push_leaves_once_and_what_came_of_it_is_noted_on_the_ui_thread(path, qtbot) -> None:
    with opened(path, Sms(refuses={"S002"})) as desk:
        desk.courier.start()
        desk.push()
        wanted = {"S001": Outcome.DELIVERED, "S002": Outcome.FAILED, "S003": Outcome.DELIVERED}
        qtbot.waitUntil(lambda: desk.outcomes() == wanted)
        qtbot.waitUntil(lambda: any(line.outgoing.channel is Channel.DOOR for line in desk.lines()))
        qtbot.waitUntil(lambda: all(line.state is not OutState.WAITING for line in desk.lines()))
        assert desk.sms.sent == list(PEOPLE)
        assert desk.threads == {threading.get_ident()}
        assert ("P1",) in desk.settled


def test_after_a_restart_nothing_that_went_out_goes_out_again(path, qtbot) -> None:
    sms = Sms()
    with opened(path, sms) as desk:
        desk.courier.start()
        desk.push()
        qtbot.waitUntil(lambda: set(desk.outcomes().values()) == {Outcome.DELIVERED})
    with opened(path, sms) as again:
        again.courier.start()
        again.courier.show_situation(again.room.situation, Touched.everything())
        qtbot.waitUntil(lambda: all(line.state is OutState.SENT for line in again.lines()))
        assert sms.sent == list(PEOPLE)
        assert set(again.outcomes().values()) == {Outcome.DELIVERED}


def test_what_waited_while_the_desk_was_closed_goes_out_at_the_next_start(path, qtbot) -> None:
    sms = Sms()
    with opened(path, sms) as desk:
        desk.push()
    assert sms.sent == []
    with opened(path, sms) as again:
        again.courier.start()
        qtbot.waitUntil(lambda: set(again.outcomes().values()) == {Outcome.DELIVERED})
        assert sms.sent == list(PEOPLE)


def test_a_dead_letter_goes_out_again_when_a_person_wants_it(path, qtbot) -> None:
    sms = Sms(refuses={"S002"})
    with opened(path, sms) as desk:
        desk.courier.start()
        desk.push()
        qtbot.waitUntil(lambda: desk.outcomes()["S002"] is Outcome.FAILED)
        sms.refuses.clear()
        dead = [line.outgoing.id for line in desk.lines() if line.state is OutState.DEAD]
        desk.courier.send_again(dead)
        qtbot.waitUntil(lambda: desk.outcomes()["S002"] is Outcome.DELIVERED)
        assert sms.sent.count("S002") == 2
        assert sms.sent.count("S001") == 1


def test_in_a_drill_nothing_leaves_and_nobody_is_said_to_have_been_reached(path, qtbot) -> None:
    with opened(path, Sms(), Realm.DRILL) as desk:
        desk.courier.start()
        desk.push()
        qtbot.waitUntil(lambda: [line.state for line in desk.lines()] == [OutState.DEAD] * len(PEOPLE))
        assert {line.error for line in desk.lines()} == {"exercise"}
        assert desk.sms.sent == []
        assert set(desk.outcomes().values()) == {Outcome.WAITING}
