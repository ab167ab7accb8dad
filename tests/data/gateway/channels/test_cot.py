"""Cursor on Target: events written so that they read back, strangers' bytes refused, streams cut where events end."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.gateway.channels.cot import (
    EXERCISE_PREFIX,
    STALE_POSITION,
    UNKNOWN_M,
    CotRefused,
    CotType,
    from_message,
    in_realm,
    position,
    read,
    uid_of,
    write,
)
from data.gateway.channels.cot_stream import EventSplitter
from data.gateway.channels.xml_safe import read_xml
from data.model.steps import Realm
from data.rules.channels import EXERCISE_MARK, Message
from tests.data.gateway.channels.outward import SENT, message

HOME = (113.68, 34.90)
BOAT = position("boat-3", CotType.BOAT, 113.7, 34.91, SENT, "冲锋舟3号")


def altered(old: str, new: str) -> bytes:
    written = write(BOAT).decode()
    assert old in written
    return written.replace(old, new).encode()


def test_a_position_reads_back_as_it_was():
    assert read(write(BOAT)) == BOAT
    assert (BOAT.type, BOAT.how, BOAT.stale - BOAT.time) == ("a-f-S-X", "m-g", STALE_POSITION)


def test_the_xml_is_what_tak_expects():
    event = read_xml(write(BOAT))
    point = event.first("point")
    assert (event.tag, event.attributes["version"], event.attributes["how"]) == ("event", "2.0", "m-g")
    assert event.attributes["time"] == "2026-08-01T04:30:00.000Z"
    assert event.attributes["stale"] == "2026-08-01T04:35:00.000Z"
    assert (point.attributes["hae"], point.attributes["ce"], point.attributes["le"]) == ("9999999.0",) * 3
    assert event.first("detail").first("contact").attributes == {"callsign": "冲锋舟3号"}


@pytest.mark.parametrize("kind", [CotType.TEAM, CotType.BOAT, CotType.UAV, CotType.MARKER])
def test_each_kind_of_thing_reads_back(kind):
    event = replace(position("x", kind, 113.7, 34.9, SENT), hae_m=93.5, course_deg=181.5, speed_m_s=2.25)
    assert read(write(event)) == event


def test_a_push_is_a_marker_in_its_area_or_at_home():
    (marker,) = from_message(message(), HOME, ("堤防1组",))
    assert marker.uid == uid_of("push-1")
    assert (marker.callsign, marker.remarks) == ("洪水黄色预警", "花园口流量将到八千，请转移。")
    assert marker.lon == pytest.approx(113.6667, abs=1e-3)
    assert marker.stale == SENT + timedelta(hours=12)
    assert b'<dest callsign="' in write(marker)
    assert from_message(message(rings=()), HOME)[0].lon == 113.68


def test_a_retraction_removes_the_marker_of_its_push():
    gone, own = from_message(message(retracts=True), HOME)
    assert (gone.type, gone.removes) == (CotType.DELETE, (uid_of("push-1"),))
    assert own.uid not in {uid_of("push-1"), gone.uid}
    assert read(write(gone)).removes == (uid_of("push-1"),)


@pytest.mark.parametrize("realm", [Realm.DRILL, Realm.WHATIF, Realm.REPLAY])
def test_outside_live_every_event_says_exercise_in_uid_name_words_and_operation(realm):
    for event in (in_realm(BOAT, realm), *from_message(message(realm=realm, retracts=True), HOME)):
        assert event.uid.startswith(EXERCISE_PREFIX)
        assert event.callsign.count(EXERCISE_MARK) == 1
        assert event.remarks.count(EXERCISE_MARK) == 1
        assert all(uid.startswith(EXERCISE_PREFIX) for uid in event.removes)
        assert b'opex="e' in write(event)
        assert read(write(event)).exercise
        assert in_realm(event, realm) == event


def test_live_events_carry_no_mark():
    assert in_realm(BOAT, Realm.LIVE) is BOAT
    assert b"opex" not in write(BOAT)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not_xml"),
        (b"<event>", "not_xml"),
        (b"<event/>", "not_event"),
        (b"<other><point/></other>", "not_event"),
        (b"<!DOCTYPE event><event/>", "dtd"),
        (b"<event>" + b" " * 64_000, "too_large"),
        (altered('uid="anlan.boat-3"', 'uid=" "'), "bad_uid"),
        (altered('uid="anlan.boat-3"', f'uid="{"x" * 300}"'), "bad_uid"),
        (altered('type="a-f-S-X"', 'type="a f"'), "bad_type"),
        (altered('how="m-g"', 'how=""'), "bad_type"),
        (altered("2026-08-01T04:30:00.000Z", "yesterday"), "bad_time"),
        (altered("2026-08-01T04:35:00.000Z", "2026-08-01T04:35:00"), "bad_time"),
        (altered('lat="34.9100000"', 'lat="nan"'), "bad_point"),
        (altered('lat="34.9100000"', 'lat="inf"'), "bad_point"),
        (altered('lat="34.9100000"', 'lat="91"'), "bad_point"),
        (altered('lon="113.7000000"', 'lon="1_0"'), "bad_point"),
        (altered('lon="113.7000000"', ""), "bad_point"),
    ],
)
def test_what_is_no_sound_event_is_refused_with_its_code(data, code):
    with pytest.raises(CotRefused) as refused:
        read(data)
    assert refused.value.code == code


def test_what_a_sender_does_not_know_is_unknown():
    event = read(altered('hae="9999999.0" ce="9999999.0" le="9999999.0"', 'ce="x"'))
    assert (event.hae_m, event.ce_m, event.le_m) == (UNKNOWN_M,) * 3


@given(st.binary(max_size=300))
def test_any_bytes_are_an_event_or_a_refusal(data):
    with contextlib.suppress(CotRefused):
        assert read(data).uid


@given(st.data())
def test_an_event_with_any_bytes_in_it_is_read_or_refused(data):
    whole = bytearray(write(BOAT))
    at = data.draw(st.integers(0, len(whole) - 1))
    whole[at : at + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=30))
    with contextlib.suppress(CotRefused):
        assert read(bytes(whole)).uid


@given(st.text(), st.text(), st.text(min_size=1), st.sampled_from(Realm), st.text())
def test_any_words_give_an_event_that_is_one_element(text, title, id_, realm, callsign):
    pushed = Message(id=id_, text=text, title=title, realm=realm, sent_at=SENT, references=(id_,))
    for event in from_message(pushed, HOME, (callsign,)):
        written = write(event)
        assert read_xml(written).tag == "event"
        assert EventSplitter().feed(written) == [written]


TIMES = st.datetimes(datetime(1970, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(st.floats(-180, 180), st.floats(-90, 90), TIMES, st.sampled_from(CotType))
def test_any_position_on_the_earth_reads_back(lon, lat, at, kind):
    at = at.replace(microsecond=0)
    event = read(write(position("x", kind, lon, lat, at)))
    assert abs(event.lon - lon) < 1e-6
    assert abs(event.lat - lat) < 1e-6
    assert (event.time, event.type) == (at, kind)


# ── the stream ───────────────────────────────────────────────────────────────────────────────────────────────────

UAV = write(position("uav-1", CotType.UAV, 113.7, 34.91, SENT))
GARBAGE = st.binary(max_size=60).filter(lambda data: b"<event" not in data and b"</event" not in data)


@given(st.lists(st.tuples(GARBAGE, st.sampled_from([write(BOAT), UAV])), max_size=6), st.data())
def test_events_come_out_whole_whatever_lies_between_and_however_they_are_cut(parts, data):
    stream = b"".join(garbage + event for garbage, event in parts)
    splitter, found, at = EventSplitter(), [], 0
    while at < len(stream):
        step = data.draw(st.integers(1, 400))
        found += splitter.feed(stream[at : at + step])
        at += step
    assert found == [event for _, event in parts]
    assert splitter.passed_over == sum(len(garbage) for garbage, _ in parts)


def test_an_event_that_was_cut_short_spoils_only_itself():
    whole = write(BOAT)
    assert EventSplitter().feed(whole[:80] + whole + b"<eventual/>" + UAV) == [whole, UAV]


def test_an_event_without_end_is_not_kept_for_ever():
    splitter = EventSplitter(largest=1000)
    assert splitter.feed(b"<event " + b"x" * 5000) == []
    for _ in range(100):
        splitter.feed(b"y" * 500)
    assert len(splitter._held) <= 1000
    assert splitter.feed(UAV) == [UAV]
    assert splitter.feed(b"<event " + b"x" * 5000 + b"</event>" + UAV) == [UAV]


@given(st.binary(max_size=500), st.integers(8, 100))
def test_any_stream_is_held_within_bounds(data, largest):
    splitter = EventSplitter(largest=largest)
    for at in range(0, len(data), 7):
        splitter.feed(data[at : at + 7])
        assert len(splitter._held) <= largest
