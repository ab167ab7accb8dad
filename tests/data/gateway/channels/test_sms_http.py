"""Short messages by template: what the provider's server verifies, and what no text can change."""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.gateway.channels.http_template import BodyFormat, at_pointer, clean, fill_body, sms_length, sms_segments
from data.gateway.channels.sms_http import HIDDEN, SmsHttp, request_key
from data.model.dispatch import Channel, Outcome
from data.model.steps import Realm
from data.rules.channels import EXERCISE_MARK, Message, Recipient
from tests.data.gateway.channels.fake_messenger import Asked, Reply, serving
from tests.data.gateway.channels.outward import PEOPLE, drill, marked_once, message, refused_in_drill

SECRET = "p4ssw0rd-of-the-provider"
SIGN_KEY = "key-that-signs"
BODY = '{"mobile": "{phone}", "content": "{signature}{text}", "extra": {"id": "{id}", "k": "{secret.pass}"}}'


class Provider:
    """An SMS provider: checks password and signature as its page says, and keeps what it took by key."""

    def __init__(self) -> None:
        self.taken: dict[str, dict] = {}

    def __call__(self, asked: Asked) -> Reply:
        stamp, key = asked.headers.get("x-anlan-timestamp", ""), asked.headers.get("x-anlan-id", "")
        over = f"{key}.{stamp}.".encode() + asked.body
        wanted = "sha256=" + hmac.new(SIGN_KEY.encode(), over, hashlib.sha256).hexdigest()
        if asked.headers.get("x-anlan-signature") != wanted:
            return Reply({"code": "bad-sign"})
        body = asked.json()
        if body["extra"]["k"] != SECRET or asked.headers.get("authorization") != f"Bearer {SECRET}":
            return Reply({"code": SECRET})  # some servers echo what they were given
        self.taken[key] = body
        return Reply({"code": 0, "data": [{"sid": "sid-1"}]})


def carrier(url: str, **fields) -> SmsHttp:
    given_ = {
        "body": BODY,
        "headers": (("Authorization", "Bearer {secret.pass}"),),
        "secrets": (("pass", SECRET),),
        "sign_key": SIGN_KEY,
        "success_pointer": "/code",
        "success_value": "0",
        "ref_pointer": "/data/0/sid",
        "signature": "【镇防汛办】",
        "timeout_s": 0.5,
    }
    return SmsHttp(f"{url}/send/{{id}}?to={{phone}}", **(given_ | fields))


def test_each_person_with_a_number_gets_one_message_and_the_others_are_told():
    provider = Provider()
    with serving(provider) as server:
        known = carrier(server.url).send(message(), (*PEOPLE, Recipient("p4", "八零")))
    assert [(one.person, one.outcome, one.ref, one.detail) for one in known] == [
        ("p1", Outcome.DELIVERED, "sid-1", ""),
        ("p2", Outcome.DELIVERED, "sid-1", ""),
        ("p3", Outcome.FAILED, "", "no_number"),
        ("p4", Outcome.FAILED, "", "bad_number"),
    ]
    assert [body["mobile"] for body in provider.taken.values()] == ["13800001001", "13800001002"]
    assert server.asked[0].path == "/send/push-1"
    assert server.asked[0].query == {"to": "13800001001"}
    assert next(iter(provider.taken.values()))["content"] == "【镇防汛办】花园口流量将到八千，请转移。"


def test_a_repeat_has_the_same_key_and_a_retraction_another():
    provider = Provider()
    with serving(provider) as server:
        sms = carrier(server.url)
        sms.send(message(), PEOPLE[:1])
        sms.send(message(), PEOPLE[:1])
        sms.send(message(retracts=True), PEOPLE[:1])
    assert len(server.asked) == 3
    assert len(provider.taken) == 2


def test_a_wrong_signing_key_is_refused_and_not_tried_again():
    with serving(Provider()) as server:
        known = carrier(server.url, sign_key="another").send(message(), PEOPLE[:1])
    assert (known[0].outcome, known[0].detail, known[0].retry_after_s) == (Outcome.FAILED, "refused_bad-sign", None)


def test_a_secret_that_the_server_echoes_is_not_passed_on(caplog):
    caplog.set_level(logging.DEBUG)
    with serving(lambda _: Reply({"code": SECRET})) as server:
        sms = carrier(server.url)
        known = sms.send(message(), PEOPLE[:1])
        drafts = sms.compose(message(), PEOPLE)
    assert known[0].detail == "refused"
    for text in (repr(sms), repr(drafts), repr(known), caplog.text):
        assert SECRET not in text
        assert SIGN_KEY not in text
    assert HIDDEN in drafts[0].body


def test_a_batch_goes_as_lists_in_groups():
    body = '{"phones": "{phones}", "joined": "{phones};", "text": "{text}"}'
    people = tuple(Recipient(f"p{number}", f"1380000{number:04d}") for number in range(5))
    with serving(lambda _: Reply({"code": 0})) as server:
        sms = SmsHttp(server.url + "/b", body, batch=True, together=2, success_pointer="/code", success_value="0")
        known = sms.send(message(), people)
        drafts = sms.compose(message(), people)
    assert {one.outcome for one in known} == {Outcome.DELIVERED}
    assert [asked.json()["phones"] for asked in server.asked] == [
        ["13800000000", "13800000001"], ["13800000002", "13800000003"], ["13800000004"],
    ]  # fmt: skip
    assert server.asked[0].json()["joined"] == "13800000000,13800000001;"
    assert len(drafts) == 3
    assert server.count == 3  # the dry run asked nobody


@pytest.mark.parametrize(
    ("reply", "detail", "again"),
    [
        (Reply({"code": 7}), "refused_7", False),
        (Reply({"code": "busy"}), "refused_busy", True),
        (Reply({"other": 0}), "bad_answer", True),
        (Reply(b"<html>log in first</html>"), "bad_answer", True),
        (Reply({"code": 0}, status=503), "http_503", True),
        (Reply({"code": 0}, status=403), "http_403", False),
        (Reply({"code": 0}, status=302, headers={"Location": "http://127.0.0.1:1/"}), "redirect", False),
        (Reply({"code": 0}, delay_s=3), "timeout", True),
        (Reply({"code": 0}, cut=True), "cut", True),
    ],
)
def test_whatever_is_no_success_is_a_failure_with_its_reason(reply, detail, again):
    with serving(lambda _: reply) as server:
        known = carrier(server.url, retry_values=("busy",)).send(message(), PEOPLE[:1])
    assert (known[0].outcome, known[0].detail) == (Outcome.FAILED, detail)
    assert (known[0].retry_after_s is not None) is again


def test_retry_after_of_the_server_is_kept():
    with serving(lambda _: Reply(status=429, headers={"Retry-After": "77"})) as server:
        known = carrier(server.url).send(message(), PEOPLE[:1])
    assert known[0].retry_after_s == 77


def test_a_dead_server_does_not_hold_up_everybody():
    people = tuple(Recipient(f"p{number}", f"1380000{number:04d}") for number in range(30))
    with serving(lambda _: Reply(delay_s=5)) as server:
        known = carrier(server.url, timeout_s=0.1).send(message(), people)
        assert server.count == 2
    assert [one.detail for one in known[:3]] == ["timeout", "timeout", "not_tried"]
    assert all(one.retry_after_s for one in known)


def test_a_server_that_is_not_there_is_worth_another_try():
    known = carrier("http://127.0.0.1:9").send(message(), PEOPLE[:1])
    assert (known[0].detail, known[0].retry_after_s) == ("connect", 30.0)


def test_a_drill_reaches_no_provider():
    with serving(Provider()) as server:
        refused_in_drill(carrier(server.url))
        assert server.count == 0


def test_a_drill_to_an_exercise_provider_is_marked():
    provider = Provider()
    with serving(provider) as server:
        known = drill(carrier(server.url, exercise=True), message(), PEOPLE[:1])
    assert known[0].outcome is Outcome.DELIVERED
    assert all(marked_once(body["content"]) for body in provider.taken.values())


def test_a_dry_run_outside_live_is_marked_too():
    drafts = carrier("http://127.0.0.1:9").compose(message(realm=Realm.DRILL), PEOPLE)
    assert EXERCISE_MARK in drafts[0].body


def test_the_draft_counts_what_it_costs():
    sms = SmsHttp("http://127.0.0.1:9/", '{"t": "{text}"}')
    drafts = sms.compose(message("汛" * 71), PEOPLE[:1])
    assert dict(drafts[0].headers) | {"Content-Type": ""} == {
        "Content-Type": "", "segments": "2", "characters": "71", "recipients": "1",
    }  # fmt: skip


@pytest.mark.parametrize(("length", "count"), [(0, 1), (70, 1), (71, 2), (134, 2), (135, 3), (201, 3)])
def test_a_short_message_has_seventy_characters_and_joined_ones_sixty_seven(length, count):
    assert sms_segments(length) == count


def test_a_character_beyond_the_first_plane_counts_twice():
    assert sms_length("𠮷") == 2


@pytest.mark.parametrize(
    "fields",
    [
        {"url": "http://sms.example.org/"},
        {"url": "https://{phone}.example.org/"},
        {"url": "ftp://127.0.0.1/"},
        {"body": "{not json"},
        {"body": '{"a": "{nothing}"}'},
        {"body": '{"a": "{secret.none}"}'},
        {"headers": (("X-Text", "{text}"),)},
        {"headers": (("X-A\r\nB", "1"),)},
        {"headers": (("X-A", "1\r\nX-B: 2"),)},
        {"method": "DELETE"},
        {"method": "GET", "sign_key": "x"},
        {"together": 0},
        {"success_pointer": "code"},
    ],
)
def test_a_template_that_cannot_work_is_found_at_once(fields):
    with pytest.raises(ValueError):  # noqa: PT011 - each says another thing
        SmsHttp(**({"url": "https://127.0.0.1/"} | fields))


def test_a_web_hook_for_another_channel_may_use_accounts():
    with serving(lambda _: Reply()) as server:
        hook = SmsHttp(server.url + "/", "{name}:{phone}", format=BodyFormat.TEXT, channel=Channel.LOUDSPEAKER)
        known = hook.send(message(), (Recipient("p1", "喇叭-3", "河堤喇叭"),))
    assert known[0].outcome is Outcome.DELIVERED
    assert server.asked[0].body.decode() == "河堤喇叭:喇叭-3"


def test_a_get_carries_everything_in_its_address():
    with serving(lambda _: Reply()) as server:
        sms = SmsHttp(server.url + "/s?u={secret.user}&m={phone}&c={text}", method="GET", secrets=(("user", "镇 办"),))
        sms.send(message("水&涨=急\n?"), PEOPLE[:1])
    assert server.asked[0].query == {"u": "镇 办", "m": "13800001001", "c": "水&涨=急\n?"}


VALUES = dict.fromkeys(("id", "key", "title", "phone", "phones", "person", "name", "time", "link"), "v")


@given(st.text())
def test_no_text_changes_anything_but_itself_in_json(text):
    made = json.loads(fill_body(BodyFormat.JSON, BODY.replace("{signature}", ""), _values(text), []))
    assert made == {"mobile": "v", "content": clean(text), "extra": {"id": "v", "k": "s"}}


@given(st.text())
def test_no_text_changes_anything_but_itself_in_a_form(text):
    made = fill_body(BodyFormat.FORM, "a={text}&b={phone}", _values(text), []).decode()
    assert parse_qsl(made, keep_blank_values=True, strict_parsing=True) == [("a", clean(text)), ("b", "v")]


@given(st.text())
def test_no_text_begins_a_line_of_its_own_in_plain_text(text):
    made = fill_body(BodyFormat.TEXT, "phone={phone}\ntext={text}\nend", _values(text), []).decode()
    assert len(made.splitlines()) == 3 or set(text) & set("\x1c\x1d\x1e\x85\u2028\u2029\x0b\x0c")
    assert made.count("\n") == 2


def _values(text: str) -> dict[str, str]:
    return VALUES | {"text": clean(text), "secret.pass": "s"}


@given(st.text(), st.text(), st.text(max_size=40))
def test_any_push_can_be_composed(text, title, id_):
    sms = carrier("http://127.0.0.1:9", headers=(("X-Push", "{id}"),))
    drafts = sms.compose(Message(id=id_, text=text, title=title), PEOPLE)
    assert len(drafts) == 2
    assert json.loads(drafts[0].body)["mobile"] == "13800001001"


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    ),
    st.text(),
)
def test_a_pointer_into_any_answer_finds_a_text_or_nothing(tree, pointer):
    found = at_pointer(tree, "/" + pointer)
    assert found is None or isinstance(found, str)


@given(st.text(max_size=30), st.lists(st.text(max_size=8), max_size=4, unique=True))
def test_the_key_depends_on_the_push_and_the_people_only(push, people):
    group = tuple(Recipient(person) for person in people)
    assert request_key(push, group) == request_key(push, group)
    assert request_key(push, group) != request_key(push + "x", group)
