"""CAP 1.2: what we make passes the OASIS schema and our own rules; what strangers send is read or refused."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data.gateway.channels.cap import (
    CapArea,
    CapProfile,
    CapRefused,
    CapStatus,
    CapType,
    cap_identifier,
    cap_time,
    from_message,
    write,
)
from data.gateway.channels.cap_check import Box, CapFault, cap_schema, faults, is_reference, schema_faults
from data.gateway.channels.cap_read import parse
from data.model.levels import Level
from data.model.steps import Realm
from data.rules.channels import EXERCISE_MARK, Message
from tests.data.gateway.channels.outward import RING, SENT, message

PROFILE = CapProfile("flood.town.example", "镇防汛抗旱指挥部", geocodes=(("CN:adminCode", "410108"),))
REFERENCE = "flood.town.example,anlan-push-0,2026-08-01T10:00:00+08:00"
HOME = Box()


def made(**fields) -> bytes:
    return write(from_message(message(**fields), PROFILE))


def altered(old: str, new: str) -> bytes:
    written = made().decode()
    assert old in written
    return written.replace(old, new).encode()


def refusal(data: bytes) -> str:
    with pytest.raises(CapRefused) as refused:
        parse(data)
    return refused.value.code


def test_the_schema_is_the_one_of_oasis_for_one_point_two():
    assert cap_schema().validate is not None
    assert schema_faults(b"<alert xmlns='urn:oasis:names:tc:emergency:cap:1.1'/>")[0].code == "schema"


def test_an_alert_of_ours_passes_the_schema_and_reads_back_as_it_was():
    alert = from_message(message(), PROFILE)
    assert schema_faults(write(alert)) == ()
    assert faults(alert, HOME) == ()
    assert parse(write(alert)) == alert


def test_an_alert_says_the_severity_and_keeps_the_colour():
    info = from_message(message(), PROFILE).infos[0]
    assert (info.severity, info.headline, info.event) == ("Moderate", "洪水黄色预警", "洪水")
    assert dict(info.parameters) == {"CN:severityColor": "Yellow", "CN:severityRank": "III"}


@pytest.mark.parametrize(
    ("level", "severity"),
    [(Level.NONE, "Unknown"), (Level.IV, "Minor"), (Level.III, "Moderate"), (Level.II, "Severe"), (Level.I, "Extreme")],
)
def test_each_colour_has_its_severity(level, severity):
    assert from_message(message(level=level), PROFILE).infos[0].severity == severity


@pytest.mark.parametrize(
    ("realm", "exercise_place", "status"),
    [
        (Realm.LIVE, False, CapStatus.ACTUAL),
        (Realm.LIVE, True, CapStatus.TEST),
        (Realm.DRILL, False, CapStatus.EXERCISE),
        (Realm.DRILL, True, CapStatus.EXERCISE),
        (Realm.WHATIF, False, CapStatus.TEST),
        (Realm.REPLAY, False, CapStatus.TEST),
    ],
)
def test_actual_is_said_in_live_only(realm, exercise_place, status):
    alert = from_message(message(realm=realm), PROFILE, exercise_place=exercise_place)
    assert alert.status is status
    assert (alert.note == EXERCISE_MARK) is (status is not CapStatus.ACTUAL)
    assert alert.infos[0].headline.startswith(EXERCISE_MARK) is (realm is not Realm.LIVE)


def test_times_have_the_offset_of_beijing_and_no_z():
    assert cap_time(SENT) == "2026-08-01T12:30:00+08:00"
    assert b"Z<" not in made()


def test_positions_are_written_latitude_first_and_rings_are_closed():
    assert (
        b"<polygon>34.900000,113.600000 34.900000,113.700000 34.950000,113.700000 34.900000,113.600000</polygon>"
        in made(rings=(RING[:-1],))
    )


def test_an_update_and_a_cancellation_name_what_they_change():
    update = from_message(message(references=("push-0",)), PROFILE, (REFERENCE,))
    cancel = from_message(message(retracts=True), PROFILE, (REFERENCE,))
    assert (update.type, cancel.type) == (CapType.UPDATE, CapType.CANCEL)
    assert parse(write(cancel)).references == (REFERENCE,)
    assert cancel.infos[0].response == ("AllClear",)
    assert cancel.identifier != from_message(message(), PROFILE).identifier
    assert faults(from_message(message(retracts=True), PROFILE)) == (CapFault("reference_missing", "Cancel"),)


@pytest.mark.parametrize(
    ("text", "good"),
    [
        (REFERENCE, True),
        ("a,b", False),
        ("a,b,2026-08-01T10:00:00Z", False),
        ("a,b,2026-13-01T10:00:00+08:00", False),
        ("a b,c,2026-08-01T10:00:00+08:00", False),
        ("a<,c,2026-08-01T10:00:00+08:00", False),
        ("a,b,c,2026-08-01T10:00:00+08:00", False),
    ],
)
def test_a_reference_is_sender_identifier_and_time(text, good):
    assert is_reference(text) is good


@pytest.mark.parametrize(
    ("ring", "code"),
    [
        (RING[:3], "ring_too_short"),
        ((*RING[:3], (113.65, 34.92)), "ring_open"),
        ((RING[0], RING[1], RING[0], RING[1], RING[0]), "ring_flat"),
        (tuple((lat, lon) for lon, lat in RING), "swapped"),
        (tuple((lon + 30, lat) for lon, lat in RING), "far_from_home"),
        (tuple((lon + 300, lat + 100) for lon, lat in RING), "off_the_earth"),
        ((RING[0], (float("nan"), 34.9), RING[2], RING[0]), "off_the_earth"),
    ],
)
def test_a_ring_that_the_schema_lets_pass_is_found(ring, code):
    alert = from_message(message(), PROFILE)
    info = replace(alert.infos[0], areas=(CapArea("滩区", (ring,)),))
    assert [fault.code for fault in faults(replace(alert, infos=(info,)), HOME)] == [code]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"identifier": "a b"}, "bad_name"),
        ({"identifier": ""}, "bad_name"),
        ({"sender": "a,b"}, "bad_name"),
        ({"sender": "a&b"}, "bad_name"),
        ({"sent": datetime(2026, 8, 1), "sent_text": "2026-08-01T00:00:00"}, "bad_time"),  # noqa: DTZ001
        ({"scope": "Restricted"}, "restriction_missing"),
        ({"scope": "Private"}, "addresses_missing"),
        ({"references": ("x",)}, "bad_reference"),
    ],
)
def test_what_the_schema_cannot_see_in_the_head_is_found(fields, code):
    assert code in {fault.code for fault in faults(replace(from_message(message(), PROFILE), **fields))}


def test_an_alert_that_has_ended_before_it_begins_is_found():
    alert = from_message(message(expires_at=SENT - timedelta(seconds=1)), PROFILE)
    assert faults(alert) == (CapFault("expired_at_once", "expires"),)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not_xml"),
        (b"<alert", "not_xml"),
        (b"<alert/>", "namespace"),
        (b"<alert xmlns='urn:oasis:names:tc:emergency:cap:1.1'/>", "namespace"),
        (b"<!DOCTYPE alert [<!ENTITY a 'b'>]><alert>&a;</alert>", "dtd"),
        ("<?xml version='1.0' encoding='UTF-16'?><!DOCTYPE a><a/>".encode("utf-16"), "dtd"),
        (b" " * 2_000_001, "too_large"),
        (altered("<status>Actual</status>", "<status>Real</status>"), "schema"),
        (altered("<msgType>Alert</msgType>", ""), "schema"),
        (altered("2026-08-01T12:30:00+08:00", "2026-08-01T04:30:00Z"), "schema"),
        (altered("2026-08-01T12:30:00+08:00", "2026-08-01T24:00:00+08:00"), "bad_time"),
        (altered("<msgType>Alert</msgType>", "<msgType>Cancel</msgType>"), "reference_missing"),
        (altered("<identifier>", "<identifier>a b"), "bad_name"),
        (altered("34.900000,113.600000", "34.900000;113.600000"), "bad_ring"),
        (altered("34.900000,113.600000", "nan,113.600000"), "bad_ring"),
        (altered("34.950000,113.700000", "113.700000,34.950000"), "swapped"),
        (altered("</polygon>", "</polygon><circle>34.9,113.6</circle>"), "bad_circle"),
    ],
)
def test_what_is_no_sound_alert_is_refused_with_its_code(data, code):
    assert refusal(data) == code


def test_an_entity_is_never_fetched_or_grown(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("do not read")
    bomb = "<!ENTITY a0 'xxxxxxxxxx'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 9))
    assert refusal(f"<!DOCTYPE a [<!ENTITY s SYSTEM '{secret.as_uri()}'>]><a>&s;</a>".encode()) == "dtd"
    assert refusal(f"<!DOCTYPE a [{bomb}]><a>&a8;</a>".encode()) == "dtd"


def test_a_signed_alert_of_a_stranger_is_read():
    signed = altered("</alert>", "<Signature xmlns='http://www.w3.org/2000/09/xmldsig#'><x/></Signature></alert>")
    assert parse(signed).identifier == "anlan-push-1"


def test_an_alert_of_a_stranger_with_circles_and_several_languages_is_read():
    info = made().decode().partition("<info>")[2].partition("</info>")[0]
    second = info.replace("zh-CN", "en").replace("</polygon>", "</polygon><circle>34.9,113.6 5.5</circle>")
    alert = parse(altered("</alert>", f"<info>{second}</info></alert>"))
    assert [one.language for one in alert.infos] == ["zh-CN", "en"]
    assert alert.infos[1].areas[0].circles == ((113.6, 34.9, 5.5),)


@given(st.binary(max_size=400))
@example(b"<?xml version='1.0' encoding='UTF-7'?><a/>")
@example(b"<?xml version='1.0' encoding='EBCDIC-XX'?><a/>")
@example(b"\xff\xfe<\x00a\x00/\x00>\x00")
def test_any_bytes_are_an_alert_or_a_refusal(data):
    assert refusal(data)


@given(st.data())
def test_an_alert_with_any_bytes_in_it_is_read_or_refused(data):
    whole = bytearray(made())
    at = data.draw(st.integers(0, len(whole) - 1))
    whole[at : at + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=30))
    with contextlib.suppress(CapRefused):
        assert parse(bytes(whole)).identifier


@given(st.text(), st.text(), st.text(), st.text(), st.sampled_from(Realm))
def test_any_words_give_a_sound_alert(text, title, id_, area, realm):
    pushed = Message(id=id_, text=text, title=title, area=area, realm=realm, sent_at=SENT, rings=(RING,))
    alert = from_message(pushed, PROFILE)
    assert schema_faults(write(alert)) == ()
    assert faults(alert, HOME) == ()
    assert parse(write(alert)).identifier == cap_identifier("anlan", id_)


@given(st.lists(st.text(), min_size=2, max_size=2, unique=True))
def test_two_pushes_never_share_an_identifier(ids):
    assert cap_identifier("anlan", ids[0]) != cap_identifier("anlan", ids[1])


@given(st.lists(st.tuples(st.floats(-179, 179), st.floats(-89, 89)), min_size=3, max_size=9, unique=True))
def test_any_ring_on_the_earth_is_written_so_that_it_is_read(ring):
    alert = from_message(message(rings=(tuple(ring),)), PROFILE)
    if len({(round(lon, 6), round(lat, 6)) for lon, lat in ring}) < 3:
        assert refusal(write(alert)) == "ring_flat"  # points closer than the digits that are written
        return
    read = parse(write(alert)).infos[0].areas[0].rings[0]
    assert read[0] == read[-1]
    for (lon, lat), (lon_read, lat_read) in zip((*ring, ring[0]), read, strict=True):
        assert abs(lon - lon_read) < 1e-6
        assert abs(lat - lat_read) < 1e-6
