"""The settings of channels: bounds, clashes, secrets that must not stand in the file, and the way there and back."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.gateway.channels.build import ChannelTrouble, address_in, build, listener, missing_files
from data.gateway.channels.catalogue import KINDS, FieldType, Setup, faults_of, name_fault, value_fault
from data.gateway.channels.cot_link import TakLink
from data.gateway.channels.setup_file import FILE, load, read, save, write
from tests import township

NUMBERS = [
    (kind, one) for kind in KINDS.values() for one in kind.plain if one.type in (FieldType.WHOLE, FieldType.NUMBER)
]
SMS = {"url": "https://sms.invalid/send", "body": '{"to": "{phone}"}'}
TAK = {"host": "tak.invalid"}
MAIL = {"host": "mail.invalid", "sender": "desk@mail.invalid"}
NOW = datetime(2026, 8, 1, tzinfo=UTC)


def setup(kind: str, values: dict, **more) -> Setup:
    return Setup("mine", kind, values=tuple(values.items()), **more)


def whys(setup: Setup) -> list[tuple[str, str]]:
    return [(one.field, one.why) for one in faults_of(setup)]


@pytest.mark.parametrize(("kind", "field"), NUMBERS, ids=lambda one: getattr(one, "id", getattr(one, "key", "")))
def test_no_number_is_taken_that_is_absurd(kind, field):
    whole = field.type is FieldType.WHOLE
    for value in (math.nan, math.inf, -math.inf):
        assert value_fault(field, value) == ("wrong_type" if whole else "not_finite")
    assert value_fault(field, int(field.low) - 1) == "too_small"
    for value in (int(field.high) + 1, 10**30):
        assert value_fault(field, value) == "too_large"
    for value in (True, "5", ("5",)):
        assert value_fault(field, value) == "wrong_type"


@given(st.sampled_from(list(KINDS.values())), st.data())
def test_no_value_whatever_breaks_the_check_or_the_building(kind, data):
    some = st.one_of(
        st.text(max_size=30),
        st.integers(),
        st.floats(),
        st.booleans(),
        st.lists(st.text(max_size=9), max_size=3).map(tuple),
    )
    keys = st.sampled_from([*(one.key for one in kind.fields), "strange"])
    values = data.draw(st.dictionaries(keys, some, max_size=6))
    made = setup(kind.id, values)
    if faults_of(made):
        assert isinstance(build(made, {}), ChannelTrouble)
    else:
        build(made, {one.key: "s3cret" for one in kind.secrets})


texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
values = st.one_of(
    texts,
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.booleans(),
    st.lists(texts, max_size=3).map(tuple),
)
names = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,9}", fullmatch=True)
head = {"name", "kind", "title", "on", "exercise"}
keys = st.one_of(st.sampled_from(["host", "folder", "batch"]), texts.filter(lambda text: text not in head))
held = st.dictionaries(keys, values, max_size=4).map(lambda found: tuple(found.items()))
setups_ = st.builds(Setup, names, st.sampled_from([*KINDS, "later"]), texts, st.booleans(), st.booleans(), held)


@given(st.lists(setups_, max_size=4, unique_by=lambda one: one.name))
def test_what_is_written_is_read_again_and_written_the_same(setups):
    text = write(setups)
    book = read(text)
    assert [(one.name, one.kind, one.title, one.on, one.exercise, dict(one.values)) for one in book.setups] == [
        (one.name, one.kind, one.title, one.on, one.exercise, dict(one.values)) for one in setups
    ]
    assert write(book.setups) == text
    assert book.whole


@given(st.text(max_size=200))
def test_no_text_breaks_the_reading(text):
    read(text)


def test_faults_name_kind_channel_field_and_why_and_the_others_work():
    book = read(
        """
        [[channel]]
        name = "office"
        kind = "mail"
        host = "mail.invalid"
        sender = "desk@mail.invalid"
        [[channel]]
        name = "office"
        kind = "tak"
        [[channel]]
        name = "pigeon"
        kind = "pigeon_post"
        [[channel]]
        name = "robot"
        kind = "dingtalk_robot"
        token = "in the open"
        speed = 3
        timeout_s = -1
        exercise = "yes"
        """
    )
    assert [(one.name, one.kind) for one in book.setups] == [
        ("office", "mail"), ("pigeon", "pigeon_post"), ("robot", "dingtalk_robot")
    ]  # fmt: skip
    assert [(one.kind, one.name, one.field, one.why) for one in book.faults] == [
        ("tak", "office", "name", "twice"),
        ("pigeon_post", "pigeon", "kind", "unknown_kind"),
        ("dingtalk_robot", "robot", "exercise", "wrong_type"),
        ("dingtalk_robot", "robot", "token", "secret_in_file"),
        ("dingtalk_robot", "robot", "timeout_s", "too_small"),
        ("dingtalk_robot", "robot", "speed", "unknown_field"),
    ]
    assert not isinstance(build(book.setups[0], {}), ChannelTrouble)
    assert build(book.setups[1], {}) == ChannelTrouble("unknown_kind", "kind")
    assert not book.whole


@pytest.mark.parametrize("text", ["[[channel", "channel = 3", "[other]\na = 1", "[[channel]]\nname = 'a'\nname = 'a'"])
def test_a_file_that_is_none_of_ours_is_told_whole(text):
    assert [one.why for one in read(text).faults] in (["unreadable"], ["not_a_channel"])
    assert read(text).setups == ()


@pytest.mark.parametrize("name", ["telephone", "screen", "broadcast", "door"])
def test_no_channel_takes_the_name_of_a_way_that_every_desk_has(name):
    assert name_fault(name) == "reserved"


@pytest.mark.parametrize("name", ["", "a.b", "名", "A", "-a", "a" * 33, "a b", "a\n"])
def test_a_name_is_a_plain_short_word(name):
    assert name_fault(name) == "bad_name"


@pytest.mark.parametrize(
    ("kind", "values", "secrets", "trouble"),
    [
        ("mail", {**MAIL, "security": "plain"}, {"password": "x"}, ("password_in_clear", "security")),
        ("mail", {**MAIL, "user": "desk"}, {}, ("missing_secret", "password")),
        ("mail", {**MAIL, "sender": "no address"}, {}, ("bad_form", "sender")),
        ("tak", TAK, {}, ("missing", "cert_file")),
        ("tak", {**TAK, "transport": "tcp"}, {}, ("no_tls", "plain")),
        ("tak", {**TAK, "transport": "udp"}, {}, ("multicast_off", "open_air")),
        ("tak", {**TAK, "transport": "udp", "open_air": True}, {}, ("bad_form", "host")),
        ("sms_http", {**SMS, "url": "http://sms.invalid"}, {}, ("no_tls", "url")),
        ("sms_http", {**SMS, "url": "https://{phone}.invalid"}, {}, ("address", "url")),
        ("sms_http", {**SMS, "body": "{"}, {}, ("not_json", "body")),
        ("sms_http", {**SMS, "method": "GET"}, {}, ("get_has_no_body", "body")),
        ("sms_http", {**SMS, "body": '"{secret.token}"'}, {}, ("missing_secret", "token")),
        ("sms_http", {**SMS, "body": '"{secret.mother}"'}, {}, ("unknown_place", "body")),
        ("sms_http", {**SMS, "body": '"{weather}"'}, {}, ("does_not_fit", "")),
        ("sms_http", {**SMS, "headers": ("no pair",)}, {}, ("bad_form", "headers")),
        ("dingtalk_robot", {"base_url": "http://robot.invalid"}, {"token": "t"}, ("no_tls", "base_url")),
        ("dingtalk_robot", {"base_url": "https://u:p@robot.invalid"}, {"token": "t"}, ("address", "base_url")),
        ("cap_folder", {"folder": "/x", "sender": "a", "sender_name": "b", "scope": "Private"}, {},
         ("missing", "addresses_told")),
        ("cn12379_folder", {"folder": "/x", "sender": "a", "signer": "b", "sender_code": "1"}, {},
         ("bad_form", "sender_code")),
    ],
)  # fmt: skip
def test_settings_that_go_against_each_other_are_told_with_their_field(kind, values, secrets, trouble):
    assert build(setup(kind, values), secrets) == ChannelTrouble(*trouble)


def test_the_file_is_written_in_one_move_and_what_could_not_be_kept_is_set_aside(tmp_path: Path):
    path = tmp_path / FILE
    assert load(path) == read("")
    assert save(path, [setup("mail", MAIL)], NOW) is None
    assert load(path).setups == (setup("mail", MAIL),)
    assert path.stat().st_mode & 0o077 == 0
    path.write_text("[[channel]] what is this", "utf-8")
    aside = save(path, [setup("mail", MAIL)], NOW)
    assert aside is not None
    assert aside.read_text("utf-8") == "[[channel]] what is this"
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".part")] == []
    path.write_bytes(b"\xff\xfe")
    assert [one.why for one in load(path).faults] == ["unreadable"]


def test_people_are_found_by_the_template_and_by_the_list():
    now = township.situation()
    phone = now.registers.staff.get("S001").phone
    made = setup("mail", {**MAIL, "address": "{phone}@mail.invalid", "addresses": ("S002=wu@office.invalid",)})
    assert address_in(made, now, "S001") == f"{phone}@mail.invalid"
    assert address_in(made, now, "S002") == "wu@office.invalid"
    assert address_in(made, now, "nobody") == ""
    assert address_in(setup("tak", TAK), now, "S001") == ""


def test_files_that_are_not_there_are_named(tmp_path: Path):
    made = setup("cap_folder", {"folder": str(tmp_path / "none"), "sender": "a", "sender_name": "b"})
    assert missing_files(made) == (("folder", "no_folder"),)
    assert missing_files(setup("mail", {**MAIL, "ca_file": "/none.pem"})) == (("ca_file", "no_file"),)
    assert missing_files(setup("mail", MAIL)) == ()


def test_only_what_is_asked_to_listens():
    app = {"app_key": "k", "agent_id": 1}
    assert listener(setup("dingtalk_app", app), {"app_secret": "s"}) is None
    found = listener(setup("dingtalk_app", {**app, "listen": True}), {"app_secret": "s"})
    assert isinstance(found, tuple)
    assert (found[0].client_id, found[1]) == ("k", "s")
    tak = listener(setup("tak", {**TAK, "host": "127.0.0.1", "transport": "tcp", "listen": True}), {})
    assert isinstance(tak, TakLink)
    assert listener(setup("mail", MAIL), {}) is None
    assert listener(setup("dingtalk_app", {**app, "listen": True}), {}) == ChannelTrouble(
        "missing_secret", "app_secret"
    )
