"""A way out that hangs holds nothing else up, and nothing is sent that could not be written down."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime

from data.gateway.courier import Courier
from data.gateway.rounds import Ears, Rounds, Shelf, ShelfTrouble
from data.model.dispatch import Channel, Outcome, Push
from data.model.outbox import Outgoing, OutLine, OutState
from data.model.steps import PushApproved, PushDrafted, Realm
from data.rules.channels import Delivery, Draft, Port
from tests import township

LADDER = (Channel.MESSENGER, Channel.SMS)


@dataclass
class Slow:
    """A carrier that waits for leave before it answers."""

    name: str
    channel: Channel
    outbound: bool = True
    exercise: bool = False
    leave: threading.Event = field(default_factory=threading.Event)
    sent: list[str] = field(default_factory=list)

    def compose(self, message, recipients):
        return (Draft("", message.text),)

    def send(self, message, recipients):
        self.sent.extend(one.person for one in recipients)
        assert self.leave.wait(10)
        return tuple(Delivery(one.person, Outcome.DELIVERED) for one in recipients)


class Outbox:
    """A shelf in memory that can be made to fail."""

    def __init__(self, *lines: OutLine) -> None:
        self.held = {line.outgoing.id: line for line in lines}
        self.full = False
        self.changed = threading.Condition()

    def due(self, at: datetime) -> list[OutLine]:
        return [line for line in self.held.values() if line.state is OutState.WAITING and line.next_at <= at]

    def settle(self, lines) -> None:
        if self.full:
            raise ShelfTrouble("disk_full")
        with self.changed:
            self.held |= {line.outgoing.id: line for line in lines}
            self.changed.notify_all()

    def wait_for(self, **states: OutState) -> None:
        with self.changed:
            there = self.changed.wait_for(
                lambda: all(self.held[key].state is state for key, state in states.items()), 10
            )
            assert there


def pushed():
    now = township.situation()
    push = Push("P1", "清滩", "请离滩", "作废", "U2", now.at, ("S001", "S002"), LADDER)
    return township.after(now, PushDrafted(push), PushApproved("P1", "U3"))


def line(key: str, person: str, channel: Channel) -> OutLine:
    at = pushed().at
    return OutLine(Outgoing(key, "P1", person, channel, Realm.LIVE, at), OutState.WAITING, 0, at)


@contextmanager
def running(outbox: Outbox, *carriers: Slow) -> Iterator[tuple[Rounds, list, list]]:
    now = pushed()
    heard: list = []
    troubles: list[str] = []
    ears = Ears(heard.extend, lambda _: None, troubles.append)
    shelf = Shelf(outbox.due, outbox.settle, lambda _: ())
    rounds = Rounds(Courier(Port(carriers), lambda: now), shelf, ears, lambda: now, lambda: now.at)
    rounds.start()
    try:
        yield rounds, heard, troubles
    finally:
        for carrier in carriers:
            carrier.leave.set()
        rounds.close()


def until(condition) -> None:
    tick = threading.Event()
    for _ in range(500):
        if condition():
            return
        tick.wait(0.02)
    raise AssertionError("it did not come about")


def test_a_way_out_that_hangs_holds_nothing_else_up_and_is_not_rung_twice() -> None:
    outbox = Outbox(line("a", "S001", Channel.MESSENGER), line("b", "S002", Channel.SMS))
    hanging, quick = Slow("work", Channel.MESSENGER), Slow("sms", Channel.SMS)
    quick.leave.set()
    with running(outbox, hanging, quick) as (rounds, heard, _):
        outbox.wait_for(b=OutState.SENT)
        for _ in range(5):
            rounds.nudge()
        until(lambda: hanging.sent)
        assert outbox.held["a"].state is OutState.WAITING
        hanging.leave.set()
        outbox.wait_for(a=OutState.SENT)
        until(lambda: len(heard) == 2)
        assert hanging.sent == ["S001"]


def test_what_cannot_be_written_down_is_owed_and_nobody_is_rung_again_meanwhile() -> None:
    outbox = Outbox(line("a", "S001", Channel.SMS))
    outbox.full = True
    sms = Slow("sms", Channel.SMS)
    sms.leave.set()
    with running(outbox, sms) as (rounds, heard, troubles):
        until(lambda: heard)
        for _ in range(20):
            rounds.nudge()
            until(lambda: troubles)
        assert sms.sent == ["S001"]
        assert troubles[0] == "disk_full"
        outbox.full = False
        rounds.nudge()
        outbox.wait_for(a=OutState.SENT)
        until(lambda: troubles[-1] == "")
        assert sms.sent == ["S001"]


def test_a_clock_that_was_set_back_holds_nothing_up() -> None:
    now = pushed()
    outbox = Outbox(line("a", "S001", Channel.SMS))
    sms = Slow("sms", Channel.SMS)
    sms.leave.set()
    ears = Ears(lambda _: None, lambda _: None, lambda _: None)
    early = now.at.replace(year=2000)
    rounds = Rounds(
        Courier(Port([sms]), lambda: now), Shelf(outbox.due, outbox.settle, lambda _: ()), ears, lambda: now,
        lambda: early,
    )  # fmt: skip
    rounds.look()
    outbox.wait_for(a=OutState.SENT)
    rounds.close()


def test_what_a_dead_desk_did_not_tell_is_told_before_anything_is_sent() -> None:
    now = pushed()
    dead = replace(line("a", "S001", Channel.MESSENGER), state=OutState.DEAD, error="refused", via="work")
    heard: list = []
    ears = Ears(heard.extend, lambda _: None, lambda _: None)
    rounds = Rounds(
        Courier(Port(), lambda: now), Shelf(lambda _: (), lambda _: None, lambda _: (dead,)), ears, lambda: now,
        lambda: now.at,
    )  # fmt: skip
    rounds.look()
    rounds.look()
    assert [(body.people, body.outcome) for body in heard] == [(("S001",), Outcome.FAILED)]
