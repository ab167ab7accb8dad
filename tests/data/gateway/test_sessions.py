"""Who may speak."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from immutables import Map

from data.gateway.sessions import Sessions
from data.gateway.wire import Refused
from tests.data.gateway.linked import cookie, phone


def test_a_phone_speaks_until_it_is_barred_or_revoked():
    device, token = phone()
    sessions, shown = Sessions(), cookie(token)["cookie"]
    assert sessions.find(shown) is None
    assert sessions.learn(Map({device.id: device}))
    assert sessions.who(shown) == device
    sessions.bar(device.id)
    with pytest.raises(Refused) as barred:
        sessions.who(shown)
    assert barred.value.wipe
    assert sessions.learn(Map({device.id: replace(device, revoked_at=datetime.now(UTC))}))
    with pytest.raises(Refused) as revoked:
        sessions.who(shown)
    assert (revoked.value.code, revoked.value.wipe) == ("revoked", True)
    assert sessions.device(device.id) is None


def test_the_same_phones_are_not_learned_twice():
    device, _ = phone()
    sessions, devices = Sessions(), Map({device.id: device})
    assert [sessions.learn(devices), sessions.learn(devices)] == [True, False]
    assert sessions.knows(device.token_hash)
    assert not sessions.knows("")


def test_a_token_that_nobody_has_wipes_nothing():
    with pytest.raises(Refused) as unknown:
        Sessions().who(cookie("A" * 43)["cookie"])
    assert (unknown.value.status, unknown.value.code, unknown.value.wipe) == (401, "unknown_device", False)
