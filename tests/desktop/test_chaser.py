"""As the clock ticks people climb, once each and only those for whom somebody waits; teams are watched alike."""

from __future__ import annotations

from datetime import timedelta

from data.model.dispatch import Channel, Outcome, Push
from data.model.field import Watch
from data.model.field_steps import WatchAnswered, WatchStarted
from data.model.steps import PushApproved, PushDrafted, PushRetracted, ReceiptNoted
from data.rules.rights import SYSTEM
from desktop.chaser import Chaser
from desktop.welfare import Welfare
from tests import township

LADDER = (Channel.PHONE_PAGE, Channel.SMS, Channel.DOOR)


class Room:
    """Holds the situation and takes what the chaser asks for."""

    def __init__(self) -> None:
        now = township.situation()
        push = Push("P1", "清滩", "请离滩", "作废", "U2", now.at, ("S001", "S002"), LADDER, waits_s=(180, 300, 0))
        self.now = township.after(now, PushDrafted(push), PushApproved("P1", "U3"))
        self.start = self.now.at
        self.done: list[tuple[ReceiptNoted, str]] = []
        self.chaser = Chaser(lambda: self.now, self.do)

    def do(self, body: ReceiptNoted, actor: str) -> bool:
        self.done.append((body, actor))
        self.now = township.after(self.now, body)
        return True

    def tick(self, seconds: float) -> None:
        self.chaser.tick(self.start + timedelta(seconds=seconds))


def test_nobody_climbs_before_his_wait_is_over_and_everybody_then_once() -> None:
    room = Room()
    room.tick(179)
    assert room.done == []
    room.tick(181)
    ((body, actor),) = room.done
    assert (body.people, body.channel, body.outcome, actor) == (
        ("S001", "S002"), Channel.PHONE_PAGE, Outcome.NO_ANSWER, SYSTEM,
    )  # fmt: skip
    room.tick(181)
    assert len(room.done) == 1


def test_whoever_has_answered_is_left_in_peace_and_the_last_rung_waits_for_ever() -> None:
    room = Room()
    room.now = township.after(room.now, ReceiptNoted("P1", ("S001",), Channel.PHONE_PAGE, Outcome.ANSWERED))
    for seconds in range(0, 90_000, 600):
        room.tick(seconds)
    assert {person for body, _ in room.done for person in body.people} == {"S002"}
    assert [body.channel for body, _ in room.done] == [Channel.PHONE_PAGE, Channel.SMS]


def test_a_push_that_was_taken_back_chases_nobody() -> None:
    room = Room()
    room.now = township.after(room.now, PushRetracted("P1", "写错"))
    room.tick(10_000)
    assert room.done == []


def test_a_team_that_falls_silent_is_said_once_and_its_return_is_said_too(qtbot) -> None:
    now = township.situation()
    now = township.after(now, WatchStarted(Watch("W1", "S001", "搜救", 10, now.at, "U1", now.at)))
    held = [now]
    welfare, began, changed = Welfare(lambda: held[0]), [], []
    welfare.began.connect(began.append)
    welfare.changed.connect(changed.append)
    for minutes in (1, 9, 11, 12, 13):
        welfare.tick(now.at + timedelta(minutes=minutes))
    assert (began, changed) == (["W1"], [("W1",)])
    held[0] = township.after(now, WatchAnswered("W1"))
    welfare.tick(now.at + timedelta(minutes=2))
    assert changed[-1] == ()
