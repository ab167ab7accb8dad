"""The government messenger against a gateway of ours that checks every signature."""

from __future__ import annotations

import json
import logging
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.gateway.channels.http import RETRY_S, Trouble
from data.gateway.channels.messenger import clean
from data.gateway.channels.zwdd import Todo, Zwdd, ZwddConfig, contents, notice, refusal, repeat_id
from data.gateway.channels.zwdd_sign import gateway_signature
from data.model.dispatch import Outcome
from data.model.steps import Realm
from data.rules.channels import EXERCISE_MARK, Message, OutboundRefused, Port, Recipient
from tests.data.gateway.channels.fake_messenger import Reply, Server, ZwddSide, serving

SECRET = "zw-5ecret-of-ours"
PEOPLE = (
    Recipient("p1", "13800000001", "石磊"),
    Recipient("p2", "13800000002", "高原"),
    Recipient("p3", "78000003", "江帆"),
)
PUSH = Message("push-1", "请立即到 12 坝巡查 & 报告 100%", "巡查通知", link="https://desk.invalid/p/1?a=b&c=d")
TODO = Todo("task-7", "12 坝巡查", "1001", "1002", "https://desk.invalid/t/7", datetime(2026, 7, 19, 8, 0, tzinfo=UTC))
NOTIFY = "/message/workNotification"


@pytest.fixture
def side():
    made = ZwddSide("anlan_app", SECRET, "196729")
    made.people = {
        "13800000001": {"accountId": 78000001, "employeeCode": "GE_1", "status": 0},
        "13800000002": {"employeeCode": "GE_02"},
    }
    return made


@pytest.fixture
def server(side):
    with serving(side) as running:
        yield running


def zwdd(server: Server, secret: str = SECRET, **further) -> Zwdd:
    return Zwdd(ZwddConfig(server.url, "196729", "anlan_app", **{"timeout_s": 2.0, **further}), secret)


def test_the_signature_is_the_one_that_openssl_computes():
    # printf 'POST\n2026-07-19T14:03:22.000+08:00\n17529000001234\n/a/b.json\na=1&b=二 &' | openssl dgst -sha256 -hmac k
    signed = gateway_signature(
        "k", "POST", "2026-07-19T14:03:22.000+08:00", "17529000001234", "/a/b.json", {"b": "二 &", "a": "1"}
    )
    assert signed == "ryyztCn6jn8uxYwNg7NFinzVNbvOoukf79A5OMIkrqU="


def test_every_account_gets_one_notification_and_its_own_delivery(server, side):
    deliveries = zwdd(server).send(PUSH, PEOPLE)
    assert [(one.person, one.outcome, one.detail) for one in deliveries] == [
        (person, Outcome.DELIVERED, "accepted") for person in ("p1", "p2", "p3")
    ]
    assert [one.form()["receiverIds"] for one in server.at(NOTIFY)] == ["78000001", "9005", "78000003"]
    sent = next(iter(side.notices.values()))
    assert json.loads(sent["msg"]) == {
        "msgtype": "text",
        "text": {"content": "巡查通知\n请立即到 12 坝巡查 & 报告 100%\nhttps://desk.invalid/p/1?a=b&c=d"},
    }
    assert len({one.ref for one in deliveries}) == 3


def test_a_repeat_is_known_to_the_platform_and_another_push_is_not(server, side):
    one = zwdd(server)
    one.send(PUSH, PEOPLE)
    one.send(PUSH, PEOPLE[:2])
    assert (len(server.at(NOTIFY)), len(side.notices)) == (5, 3)
    one.send(replace(PUSH, id="push-2"), PEOPLE)
    assert len(side.notices) == 6


def test_a_batch_shares_one_call_and_one_fate(server, side):
    deliveries = zwdd(server, batch=50).send(PUSH, PEOPLE)
    assert [one.form()["receiverIds"] for one in server.at(NOTIFY)] == ["78000001,9005,78000003"]
    assert len({one.ref for one in deliveries}) == 1


def test_accounts_are_asked_for_once(server):
    one = zwdd(server)
    one.send(PUSH, PEOPLE)
    one.send(PUSH, PEOPLE)
    assert len(server.at("/mozi/employee/get_by_mobile")) == 2
    assert server.at("/mozi/employee/get_by_mobile")[0].form() == {
        "areaCode": "86",
        "namespace": "local",
        "tenantId": "196729",
        "mobile": "13800000001",
    }


def test_a_person_without_an_account_fails_alone(server):
    people = (Recipient("x", "13800000099"), Recipient("y", ""), *PEOPLE)
    deliveries = zwdd(server).send(PUSH, people)
    assert [(one.outcome, one.detail) for one in deliveries[:3]] == [
        (Outcome.FAILED, "no_account"),
        (Outcome.FAILED, "no_address"),
        (Outcome.DELIVERED, "accepted"),
    ]


def test_a_wrong_secret_is_told_by_name(server, side):
    one = zwdd(server, "other")
    assert one.check() == Trouble("sign")
    assert {(got.outcome, got.detail) for got in one.send(PUSH, PEOPLE)} == {(Outcome.FAILED, "sign")}
    assert side.notices == {}


def test_the_keys_can_be_checked_without_reaching_anybody(server, side):
    assert zwdd(server).check() is None
    assert [(one.method, one.path) for one in server.asked] == [("GET", "/gettoken.json")]
    server.planned.append(Reply({"success": True, "content": {"success": True, "data": {}}}))
    assert zwdd(server).check() == Trouble("bad_answer", RETRY_S)


def test_an_answer_written_as_text_inside_an_answer_is_read_as_well(server, side):
    side.nested = True
    deliveries = zwdd(server).send(PUSH, PEOPLE[2:])
    assert deliveries[0].ref.startswith("m-")


@pytest.mark.parametrize(
    ("reply", "detail", "retried"),
    [
        (Reply(delay_s=9), "timeout", True),
        (Reply({"success": True}, cut=True), "cut", True),
        (Reply(b"<html>"), "bad_answer", True),
        (Reply({"ok": 1}), "refused", False),
        (Reply({"success": "yes"}), "refused", False),
        (Reply({"success": False, "errorCode": "SOMETHING_NEW"}), "SOMETHING_NEW", False),
        (Reply({"success": False, "bizErrorCode": "100034"}), "code_100034", False),
        (Reply({"success": True, "content": {"success": False, "responseCode": "9"}}), "code_9", False),
        (Reply({"success": True, "content": '{"success":false}'}), "refused", False),
        (Reply(status=302, headers={"Location": "https://evil.invalid"}), "redirect", False),
        (Reply(status=429, headers={"Retry-After": "9"}), "busy", True),
        (Reply({"Message": "down"}, status=503), "http_503", True),
        (Reply({"Code": "OPF-B001-05-16-0009"}, status=403), "sign", False),
        (Reply(status=404), "http_404", False),
    ],
)
def test_whatever_is_not_plainly_a_success_is_a_failure(server, side, reply, detail, retried):
    server.planned.append(reply)
    got = zwdd(server, timeout_s=0.3).send(PUSH, PEOPLE[2:])[0]
    assert (got.outcome, got.detail, got.retry_after_s is not None) == (Outcome.FAILED, detail, retried)
    assert (server.count, side.notices) == (1, {})


def test_a_dead_line_is_not_tried_once_a_person(server):
    people = [Recipient(f"p{index}", str(78_000_000 + index)) for index in range(40)]
    server.planned.extend([Reply(status=503)] * 40)
    deliveries = zwdd(server).send(PUSH, people)
    assert ({one.detail for one in deliveries}, server.count) == ({"http_503"}, 1)


def test_a_task_becomes_a_to_do_and_is_finished_there(server, side):
    one = zwdd(server)
    made = one.create_todo(TODO, Realm.LIVE)
    assert made == "t-task-7"
    assert one.create_todo(TODO, Realm.LIVE) == made
    assert side.todos["task-7"] == {
        "tenantId": "196729",
        "subject": "12 坝巡查",
        "creatorId": "1001",
        "assigneeId": "1002",
        "bizTaskId": "task-7",
        "url": "https://desk.invalid/t/7",
        "mobileUrl": "https://desk.invalid/t/7",
        "dueTime": "2026-07-19 16:00:00",
    }
    assert one.finish_todo(made, "1002", Realm.LIVE) is None
    assert side.finished[0]["taskUuid"] == "t-task-7"
    server.planned.append(Reply(status=500))
    assert one.finish_todo(made, "1002", Realm.LIVE) == Trouble("http_500", RETRY_S)


def test_outside_live_nothing_reaches_a_real_tenant(server):
    one = zwdd(server)
    with pytest.raises(OutboundRefused):
        Port([one]).send("zwdd", PUSH, PEOPLE, Realm.DRILL)
    with pytest.raises(OutboundRefused):
        one.create_todo(TODO, Realm.DRILL)
    with pytest.raises(OutboundRefused):
        one.finish_todo("t", "1002", Realm.WHATIF)
    assert server.count == 0


def test_a_tenant_for_exercises_gets_the_drill_marked(server, side):
    one = zwdd(server, exercise=True)
    Port([one]).send("zwdd", PUSH, PEOPLE, Realm.DRILL)
    one.create_todo(TODO, Realm.DRILL)
    assert all(EXERCISE_MARK + "请立即" in form["msg"] for form in side.notices.values())
    assert side.todos["task-7"]["subject"] == EXERCISE_MARK + "12 坝巡查"


def test_a_dry_run_touches_no_network_and_nothing_shows_a_secret(server, side, caplog):
    with caplog.at_level(logging.DEBUG):
        one = zwdd(server)
        drafts = one.compose(PUSH, PEOPLE)
        assert server.count == 0
        one.send(PUSH, PEOPLE)
        one.check()
    assert drafts[0].body == next(iter(side.notices.values()))["msg"]
    signatures = [asked.headers["x-hmac-auth-signature"] for asked in server.asked]
    shown = repr(one) + repr(drafts) + caplog.text
    assert not [word for word in (SECRET, "zw-access", *signatures) if word in shown]


@settings(max_examples=40)
@given(st.text(st.characters(exclude_categories=[]), max_size=120), st.text(max_size=20))
def test_any_words_and_any_account_are_signed_as_they_are_sent(words, account):
    side = ZwddSide("anlan_app", SECRET, "196729")
    with serving(side) as running:
        got = zwdd(running).send(Message("p", words, words), (Recipient("a", account or "x"),))[0]
    assert got.outcome is (Outcome.DELIVERED if clean(account or "x").strip() else Outcome.FAILED)


@given(st.text(st.characters(exclude_categories=[]), max_size=1200))
def test_any_words_become_a_notification_within_the_limit(words):
    body = notice(replace(PUSH, text=words))
    assert body is not None
    assert len(body) <= 2048


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.just('{"success":true}'),
    lambda inner: st.dictionaries(st.sampled_from(["success", "content", "data", "msgId"]), inner, max_size=4),
)


@given(st.dictionaries(st.sampled_from(["success", "content", "data", "Code"]), VALUES, max_size=4))
def test_an_answer_of_any_form_is_read_without_an_error_and_is_no_success_by_chance(told):
    read = contents(told)
    assert isinstance(read, Trouble) or told["success"] is True
    assert refusal(told).retry_after_s is None


@given(st.lists(st.text(max_size=6), min_size=1, max_size=5, unique=True))
def test_the_id_of_a_repeat_names_the_push_and_exactly_these_people(accounts):
    assert repeat_id("p", accounts) == repeat_id("p", list(reversed(accounts)))
    assert repeat_id("p", accounts) != repeat_id("q", accounts)
    assert repeat_id("p", accounts) != repeat_id("p", [*accounts, "one more"])
