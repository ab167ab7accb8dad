"""A call is handed over by link: one message to one person, through the port, never outside live."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from data.model.dispatch import Channel, Outcome
from data.model.field import Member, Seat, VideoCall
from data.model.field_steps import VideoCalled, VideoEnded
from data.model.situation import Situation
from data.model.steps import Realm
from data.rules.channels import Delivery, Message, Port, Recipient
from desktop.background import Background
from desktop.hand_over import HandOver, Sent, Ways, open_to_phones
from desktop.room import Room
from tests.views.call_stage import with_phones

PAGE = "https://10.0.0.8:8843/"


class Carrier:
    """Keeps what it was given, and answers as it was told to."""

    outbound = True

    def __init__(self, name: str, channel: Channel, outcome: Outcome = Outcome.DELIVERED, detail: str = "") -> None:
        self.name, self.channel, self.outcome, self.detail = name, channel, outcome, detail
        self.exercise = False
        self.sent: list[tuple[Message, tuple[Recipient, ...]]] = []

    def compose(self, message: Message, recipients: Any) -> Any:
        raise NotImplementedError

    def send(self, message: Message, recipients: Any) -> tuple[Delivery, ...]:
        self.sent.append((message, tuple(recipients)))
        return tuple(Delivery(one.person, self.outcome, detail=self.detail) for one in recipients)


class Stand:
    """A room in which a call goes on, with S001 rung and S005 without a phone."""

    def __init__(self, qtbot: QtBot, now: Situation, *carriers: Carrier) -> None:
        self.qtbot = qtbot
        time = now.at + timedelta(minutes=1)
        self.room = Room(now, lambda _step, _after: None, lambda: time)
        members = (Member("S001"), Member("S005", Seat.MISSED, note="no_phone"))
        assert self.room.do(VideoCalled(VideoCall("V1", now.at, "U1", members, "tasks/T1")))
        self.background = Background()
        self.page = PAGE
        self.numbers: dict[str, str] = {}
        self.queue: list[Callable[[], None]] = []
        port = Port(carriers)
        ways = Ways(lambda: port, self.address, lambda: {"group"}, lambda _: self.page, self.run, "花园口镇防汛指挥部")
        self.later = time + timedelta(minutes=4)  # the desk's clock runs on after the last step
        self.hand_over = HandOver(self.room, self.background, ways, lambda: self.later)
        self.told: list[str] = []
        self.refused: list[str] = []
        self.hand_over.told.connect(self.told.append)
        self.hand_over.refused.connect(self.refused.append)

    def address(self, _now: Situation, person: str, carrier: str) -> str:
        return self.numbers.get(carrier, f"{carrier}:{person}")

    def run(self, call: Callable[[], Sent]) -> Future[Sent]:
        future: Future[Sent] = Future()
        self.queue.append(lambda: future.set_result(call()))
        return future

    def sends(self, person: str = "S005", call: str = "V1") -> None:
        self.hand_over.hand_over(call, person)
        self.works()

    def works(self) -> None:
        while self.queue:
            with self.qtbot.waitSignal(self.background.delivered):
                self.queue.pop(0)()

    @property
    def calls(self) -> list[tuple[str, Channel, Outcome, str]]:
        return [(one.person, one.channel, one.outcome, one.about) for one in self.room.situation.calls.values()]


@pytest.fixture
def seat(qtbot: QtBot) -> Iterator[Callable[..., Stand]]:
    made: list[Stand] = []

    def make(*carriers: Carrier, realm: Realm = Realm.LIVE) -> Stand:
        made.append(Stand(qtbot, replace(with_phones(), realm=realm), *carriers))
        return made[-1]

    yield make
    for one in made:
        one.background.close()


def test_the_first_messenger_that_takes_it_has_the_link_and_the_call_is_logged(seat: Callable[..., Stand]) -> None:
    ding, sms = Carrier("ding", Channel.MESSENGER), Carrier("sms", Channel.SMS)
    desk = seat(sms, ding)
    desk.sends()
    ((message, recipients),) = ding.sent
    assert (message.link, message.realm) == (PAGE, Realm.LIVE)
    assert "花园口镇防汛指挥部请您加入视频通话" in message.text
    assert [(one.person, one.address) for one in recipients] == [("S005", "ding:S005")]
    assert sms.sent == []
    assert desk.calls == [("S005", Channel.MESSENGER, Outcome.WAITING, "V1")]
    assert message.sent_at == desk.later, "the desk's time"
    assert "已发给" in desk.told[0]


def test_a_messenger_that_fails_or_knows_no_account_leaves_it_to_the_sms(seat: Callable[..., Stand]) -> None:
    ding = Carrier("ding", Channel.MESSENGER, Outcome.FAILED, "timeout")
    other, sms = Carrier("other", Channel.MESSENGER), Carrier("sms", Channel.SMS)
    desk = seat(ding, other, sms)
    desk.numbers["other"] = ""
    desk.sends("S001")
    assert (len(ding.sent), other.sent) == (1, [])
    assert sms.sent[0][0].text.endswith(PAGE), "a template for SMS may know no link"
    assert desk.calls == [("S001", Channel.SMS, Outcome.WAITING, "V1")]


def test_a_robot_that_speaks_to_a_group_is_never_asked(seat: Callable[..., Stand]) -> None:
    group = Carrier("group", Channel.MESSENGER)
    desk = seat(group)
    desk.sends()
    assert (group.sent, desk.calls) == ([], [])
    assert "本席未接入此渠道" in desk.refused[0]


@pytest.mark.parametrize("realm", [Realm.DRILL, Realm.WHATIF, Realm.REPLAY])
def test_outside_live_nothing_leaves_and_nothing_is_logged(seat: Callable[..., Stand], realm: Realm) -> None:
    ding, sms = Carrier("ding", Channel.MESSENGER), Carrier("sms", Channel.SMS)
    desk = seat(ding, sms, realm=realm)
    desk.sends()
    assert (ding.sent, sms.sent, desk.calls) == ([], [], [])
    assert "演练" in desk.refused[0]


def test_in_a_drill_a_carrier_for_exercises_takes_it_marked(seat: Callable[..., Stand]) -> None:
    ding = Carrier("ding", Channel.MESSENGER)
    ding.exercise = True
    desk = seat(ding, realm=Realm.DRILL)
    desk.sends()
    assert ding.sent[0][0].text.startswith("【演练】")


def test_why_nothing_was_sent_is_said_and_the_next_press_tries_again(seat: Callable[..., Stand]) -> None:
    ding = Carrier("ding", Channel.MESSENGER, Outcome.FAILED, "throttled")
    desk = seat(ding)
    desk.sends()
    assert "渠道限流" in desk.refused[0]
    ding.outcome = Outcome.DELIVERED
    desk.sends()
    assert len(desk.calls) == 1


def test_pressed_twice_it_is_sent_once(seat: Callable[..., Stand]) -> None:
    ding = Carrier("ding", Channel.MESSENGER)
    desk = seat(ding)
    desk.hand_over.hand_over("V1", "S005")
    desk.hand_over.hand_over("V1", "S005")
    desk.works()
    assert (len(ding.sent), len(desk.calls)) == (1, 1)


def test_without_a_page_that_phones_can_open_or_after_the_call_nothing_is_sent(seat: Callable[..., Stand]) -> None:
    ding = Carrier("ding", Channel.MESSENGER)
    desk = seat(ding)
    desk.page = ""
    desk.sends()
    assert "未对外开放" in desk.refused[0]
    desk.page = PAGE
    assert desk.room.do(VideoEnded("V1", ""))
    desk.sends()
    assert ding.sent == []


def test_a_page_of_this_machine_only_is_no_page_for_phones() -> None:
    assert [open_to_phones(one) for one in (PAGE, "https://127.0.0.1:8843", "https://[::1]:8843/", "")] == [
        True, False, False, False,
    ]  # fmt: skip
