"""Every kind of channel that settings can make: nothing real leaves outside live, and what is made there is marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from data.gateway.channels.build import ChannelTrouble, build
from data.gateway.channels.catalogue import KINDS
from data.model.dispatch import Outcome
from data.model.steps import Realm
from data.rules.channels import EXERCISE_MARK, Carrier, OutboundRefused, Port, Recipient
from tests.data.gateway.channels.every_kind import ENDPOINTS, Place
from tests.data.gateway.channels.outward import message

NOT_LIVE = (Realm.WHATIF, Realm.DRILL, Realm.REPLAY)


@pytest.fixture(params=list(KINDS))
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    with ENDPOINTS[request.param](tmp_path) as made:
        yield made


def made(place: Place, *, exercise: bool = False) -> Carrier:
    carrier = build(replace(place.setup, exercise=exercise), place.secrets)
    assert not isinstance(carrier, ChannelTrouble), carrier
    return carrier


def send(carrier: Carrier, place: Place, realm: Realm):
    return Port((carrier,)).send(carrier.name, message(), (Recipient("p1", place.address, "周安"),), realm)


def test_it_reaches_its_endpoint_in_live_and_is_not_marked(place: Place):
    carrier = made(place)
    assert [one.outcome for one in send(carrier, place, Realm.LIVE)] == [Outcome.DELIVERED]
    assert (carrier.name, carrier.channel) == (place.setup.name, KINDS[place.setup.kind].channel)
    (text,) = place.arrived()
    assert "花园口流量将到八千" in text
    assert EXERCISE_MARK not in text


def test_outside_live_it_is_refused_and_nothing_arrives(place: Place):
    carrier = made(place)
    for realm in NOT_LIVE:
        with pytest.raises(OutboundRefused) as refused:
            send(carrier, place, realm)
        assert refused.value.realm is realm
    assert place.arrived() == []


@pytest.mark.parametrize("realm", NOT_LIVE)
def test_where_exercises_go_every_word_of_it_is_marked(place: Place, realm: Realm):
    assert [one.outcome for one in send(made(place, exercise=True), place, realm)] == [Outcome.DELIVERED]
    (text,) = place.arrived()
    assert EXERCISE_MARK in text


def test_a_dry_run_reaches_nobody_and_shows_no_secret(place: Place):
    carrier = made(place)
    drafts = Port((carrier,)).compose(carrier.name, message(realm=Realm.DRILL), (Recipient("p1", place.address),))
    shown = "\n".join(f"{one.to} {one.headers} {one.body}" for one in drafts)
    assert EXERCISE_MARK in shown
    assert not [secret for secret in place.secrets.values() if secret in shown]
    assert place.arrived() == []


def test_a_channel_that_is_switched_off_is_not_built(place: Place):
    assert build(replace(place.setup, on=False), place.secrets) == ChannelTrouble("off")


def test_without_a_secret_that_it_needs_only_it_is_out_of_service(place: Place):
    for field in KINDS[place.setup.kind].secrets:
        lacking = {key: value for key, value in place.secrets.items() if key != field.key}
        found = build(place.setup, lacking)
        if field.required or (place.setup.kind == "sms_http" and field.key == "password"):
            assert found == ChannelTrouble("missing_secret", field.key)
        else:
            assert not isinstance(found, ChannelTrouble)


def test_no_secret_shows_in_what_a_carrier_prints(place: Place):
    shown = repr(made(place))
    assert not [secret for secret in place.secrets.values() if len(secret) > 3 and secret in shown]


def test_every_kind_has_its_endpoint_here():
    assert set(ENDPOINTS) == set(KINDS)
