"""How channels stand: the last that each did, and the counts of the outbox."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from data.gateway.channels.standing import Ledger, Past, Tally, Watched, tallies
from data.model.dispatch import Channel, Outcome
from data.model.outbox import Outgoing, OutLine, OutState
from data.model.steps import Realm
from data.rules.channels import Delivery, Recipient
from tests.data.gateway.channels.outward import message

NOON = datetime(2026, 8, 1, 4, 0, tzinfo=UTC)


class Says:
    name, channel, outbound, exercise = "says", Channel.SMS, True, False

    def __init__(self, *deliveries: Delivery) -> None:
        self.deliveries = deliveries

    def compose(self, message, recipients):
        return ()

    def send(self, message, recipients):
        if not self.deliveries:
            raise ZeroDivisionError
        return self.deliveries


def line(name: str, state: OutState, carrier: str = "", via: str = "", days: int = 0) -> OutLine:
    at = NOON - timedelta(days=days)
    return OutLine(Outgoing(name, "P", "S", Channel.SMS, Realm.LIVE, at, carrier), state, 1, at, via=via)


def test_what_a_carrier_says_is_noted_and_handed_on():
    ledger = Ledger()
    good, bad = Delivery("a", Outcome.DELIVERED), Delivery("b", Outcome.FAILED, detail="timeout")
    watched = Watched(Says(good, bad), ledger, lambda: NOON)
    assert watched.send(message(), (Recipient("a"),)) == (good, bad)
    assert (watched.name, watched.channel, watched.outbound, watched.exercise) == ("says", Channel.SMS, True, False)
    assert ledger.of("says") == Past(NOON, NOON, "timeout")
    assert not ledger.of("says").bad
    assert ledger.of("other") == Past()


def test_a_fault_of_ours_is_noted_and_not_swallowed():
    ledger = Ledger()
    with pytest.raises(ZeroDivisionError):
        Watched(Says(), ledger, lambda: NOON).send(message(), ())
    assert ledger.of("says").bad
    assert ledger.of("says").bad_why == "fault"


def test_the_outbox_is_counted_by_channel_since_midnight():
    found = tallies(
        [
            line("1", OutState.SENT, via="sms"), line("2", OutState.SENT, via="sms", days=2),
            line("3", OutState.DEAD, via="sms"), line("4", OutState.DEAD, via="sms", days=2),
            line("5", OutState.WAITING, carrier="cap", days=2), line("6", OutState.MOOT, via="sms"),
            line("7", OutState.WAITING),
        ],
        NOON - timedelta(hours=12),
    )  # fmt: skip
    assert found == {"sms": Tally(1, 1, 0, NOON), "cap": Tally(0, 0, 1)}
