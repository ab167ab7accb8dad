"""Form of what phones send."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from data.gateway import wire
from data.gateway.wire import Refused


def test_a_body_is_kept_as_sound_json_without_doubles_or_lone_halves():
    client = b"0b0f8f9e-3a4b-4c5d-8e6f-7a8b9c0d1e2f"
    body = b'{"client":"%b","kind":"note","at":"2020-08-20T08:00:00Z","body":{"a":1,"a":"\\u5b89"}}' % client
    said = wire.read(wire.Send, body)
    assert wire.canonical(said.body) == '{"a":"安"}'.encode()
    with pytest.raises(Refused):
        wire.read(wire.Enrol, b'{"code":"\\ud800","name":"x"}')


@pytest.mark.parametrize("body", [b'{"code":""}', b'{"code":"' + b"x" * 129 + b'"}', b'{"code":5}', b"{}", b"nul"])
def test_an_enrolment_of_a_wrong_form_is_refused(body):
    with pytest.raises(Refused) as caught:
        wire.read(wire.Enrol, body)
    assert (caught.value.status, caught.value.code) == (400, "bad_request")


def test_a_line_carries_objects_with_a_kind_only():
    assert wire.read_line('{"t":"hello","visible":true}') == {"t": "hello", "visible": True}
    for text in (
        "",
        "[]",
        "5",
        '{"t":5}',
        '{"t":""}',
        "{}",
        '{"t":"%s"}' % ("x" * 25),
        "[" * 9000,
        '{"t":"a","x":1e999}',
    ):
        assert wire.read_line(text) is None
    assert wire.read_line('{"t":"a","x":' + "[" * 20 + "]" * 20 + "}") is None


def test_times_that_cannot_be_are_those_of_the_gateway():
    now = datetime(2026, 7, 1, tzinfo=UTC)
    for believed in (now - timedelta(days=300), now + timedelta(hours=2)):
        assert wire.believable(believed, now) == believed
    for foolish in (datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC), now - timedelta(days=400)):
        assert wire.believable(foolish, now) == now


def test_ids_of_phones_have_one_spelling():
    assert wire.uuid_of("0B0F8F9E-3A4B-4C5D-8E6F-7A8B9C0D1E2F") == "0b0f8f9e-3a4b-4c5d-8e6f-7a8b9c0d1e2f"
    for text in ("", "../x", "0b0f8f9e3a4b4c5d8e6f7a8b9c0d1e2f", "{0b0f8f9e-3a4b-4c5d-8e6f-7a8b9c0d1e2}"):
        with pytest.raises(Refused):
            wire.uuid_of(text)


def test_positions_stand_at_the_desks_time_however_fast_its_clock_runs():
    machine, desk = datetime(2026, 6, 1, tzinfo=UTC), datetime(2020, 6, 26, tzinfo=UTC)
    points = [wire.Point(at=machine - timedelta(seconds=30), lon=113.7, lat=34.9)]
    (kept,) = wire.positions(points, "S003", "D1", wire.Times(machine, desk, 60.0))
    assert kept.at == desk - timedelta(minutes=30)
