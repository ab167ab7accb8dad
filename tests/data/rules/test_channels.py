"""The port sends in live and keeps everything outbound at home in any other realm."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from data.model.dispatch import Channel, Outcome
from data.model.steps import Realm
from data.rules.channels import Delivery, Message, OutboundRefused, Port, Recipient, Screen, Telephone

MESSAGE = Message("P1", "请立即撤离")
PEOPLE = (Recipient("S001", "13800000001"), Recipient("S002"))


class Recorder:
    """A later channel."""

    channel = Channel.SMS
    outbound = True

    def __init__(self) -> None:
        self.sent: list[str] = []

    def send(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Delivery, ...]:
        self.sent.append(message.id)
        return tuple(Delivery(recipient.person, Outcome.DELIVERED) for recipient in recipients)


def test_the_telephone_waits_for_the_operator_and_fails_without_a_number() -> None:
    sent = Port().send(Channel.TELEPHONE, MESSAGE, PEOPLE, Realm.LIVE)
    assert sent == (Delivery("S001", Outcome.WAITING), Delivery("S002", Outcome.FAILED))


@pytest.mark.parametrize("realm", [Realm.WHATIF, Realm.DRILL, Realm.REPLAY])
def test_nothing_outbound_leaves_in_any_realm_but_live(realm: Realm) -> None:
    later = Recorder()
    port = Port((Screen(), Telephone(), later))
    for channel in (Channel.TELEPHONE, Channel.SMS):
        with pytest.raises(OutboundRefused) as refused:
            port.send(channel, MESSAGE, PEOPLE, realm)
        assert (refused.value.channel, refused.value.realm) == (channel, realm)
    assert later.sent == []


@pytest.mark.parametrize("realm", list(Realm))
def test_the_desks_own_screen_shows_in_every_realm(realm: Realm) -> None:
    sent = Port().send(Channel.SCREEN, MESSAGE, PEOPLE, realm)
    assert {delivery.outcome for delivery in sent} == {Outcome.WAITING}


def test_a_later_channel_needs_nothing_but_a_carrier() -> None:
    later = Recorder()
    port = Port((later,))
    assert port.channels == (Channel.SMS,)
    assert port.send(Channel.SMS, MESSAGE, PEOPLE, Realm.LIVE)[1] == Delivery("S002", Outcome.DELIVERED)
    assert later.sent == ["P1"]


def test_a_channel_that_the_desk_lacks_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        Port().send(Channel.SMS, MESSAGE, PEOPLE, Realm.LIVE)
    with pytest.raises(ValueError, match="two carriers"):
        Port((Screen(), Screen()))
