"""The port sends in live and keeps everything real at home in any other realm, whatever carrier comes later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.model.dispatch import Channel, Outcome
from data.model.steps import Realm
from data.rules.channels import (
    EXERCISE_MARK,
    ByHand,
    Delivery,
    Draft,
    Message,
    OutboundRefused,
    Port,
    Recipient,
    Screen,
    marked,
)

MESSAGE = Message("P1", "请立即撤离", "撤离")
PEOPLE = (Recipient("S001", "13800000001"), Recipient("S002"))
NOT_LIVE = [Realm.WHATIF, Realm.DRILL, Realm.REPLAY]


@dataclass
class Later:
    """A carrier that is not written yet."""

    name: str = "later"
    channel: Channel = Channel.SMS
    outbound: bool = True
    exercise: bool = False
    sent: list[Message] = field(default_factory=list)

    def compose(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Draft, ...]:
        return tuple(Draft(one.person, message.text) for one in recipients)

    def send(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Delivery, ...]:
        self.sent.append(message)
        return tuple(Delivery(one.person, Outcome.DELIVERED) for one in recipients)


def test_the_telephone_waits_for_the_operator_and_fails_without_a_number() -> None:
    sent = Port().send("telephone", MESSAGE, PEOPLE, Realm.LIVE)
    assert sent == (Delivery("S001", Outcome.WAITING), Delivery("S002", Outcome.FAILED, detail="no_number"))


@pytest.mark.parametrize("channel", [Channel.DEPUTY, Channel.LOUDSPEAKER, Channel.DOOR])
def test_the_other_ways_by_hand_need_no_number(channel: Channel) -> None:
    sent = Port().send(channel.value, MESSAGE, PEOPLE, Realm.LIVE)
    assert {delivery.outcome for delivery in sent} == {Outcome.WAITING}


@pytest.mark.parametrize("realm", NOT_LIVE)
@pytest.mark.parametrize("name", ["telephone", "deputy", "loudspeaker", "door", "later"])
def test_nothing_outbound_leaves_in_any_realm_but_live(realm: Realm, name: str) -> None:
    later = Later()
    with pytest.raises(OutboundRefused) as refused:
        Port((later,)).send(name, MESSAGE, PEOPLE, realm)
    assert refused.value.realm is realm
    assert later.sent == []


@pytest.mark.parametrize("realm", NOT_LIVE)
def test_an_exercise_destination_gets_it_marked(realm: Realm) -> None:
    later = Later(exercise=True)
    Port((later,)).send("later", MESSAGE, PEOPLE, realm)
    assert later.sent == [replace(MESSAGE, realm=realm, title="【演练】撤离", text="【演练】请立即撤离")]


def test_what_is_sent_in_live_is_not_marked() -> None:
    later = Later()
    Port((later,)).send("later", MESSAGE, PEOPLE, Realm.LIVE)
    assert later.sent == [MESSAGE]


@given(st.text(), st.text(), st.sampled_from(NOT_LIVE))
def test_a_mark_is_set_once_and_never_on_nothing(title: str, text: str, realm: Realm) -> None:
    once = marked(Message("P", text, title, realm))
    assert once.text == "" or once.text.startswith(EXERCISE_MARK)
    assert marked(once) == once


@pytest.mark.parametrize("realm", list(Realm))
def test_the_desks_own_screen_shows_in_every_realm(realm: Realm) -> None:
    sent = Port().send("screen", MESSAGE, PEOPLE, realm)
    assert {delivery.outcome for delivery in sent} == {Outcome.WAITING}


def test_a_dry_run_says_what_would_go_out_and_sends_nothing() -> None:
    later = Later()
    drafts = Port((later,)).compose("later", replace(MESSAGE, realm=Realm.DRILL), PEOPLE)
    assert [draft.body for draft in drafts] == ["【演练】请立即撤离"] * 2
    assert later.sent == []


def test_a_channel_may_have_several_carriers_in_the_order_of_the_settings() -> None:
    first, second = Later("robot", Channel.MESSENGER), Later("app", Channel.MESSENGER)
    port = Port((first, second))
    assert port.of(Channel.MESSENGER) == (first, second)
    assert port.channels == (
        Channel.SCREEN, Channel.TELEPHONE, Channel.DEPUTY, Channel.LOUDSPEAKER, Channel.DOOR, Channel.MESSENGER
    )  # fmt: skip


def test_a_carrier_that_the_desk_lacks_or_has_twice_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        Port().send("later", MESSAGE, PEOPLE, Realm.LIVE)
    with pytest.raises(ValueError, match="two carriers"):
        Port((Screen(),))
    with pytest.raises(ValueError, match="two carriers"):
        Port((ByHand(),))
