"""Work notifications against an organisation of ours: accounts, tokens, batches, and who really got it."""

from __future__ import annotations

import json
import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.gateway.channels.dingtalk_api import AppConfig, DingTalkApi
from data.gateway.channels.dingtalk_app import Conference, WorkNotice, fates_of, notice
from data.gateway.channels.http import Trouble
from data.model.dispatch import Outcome
from data.model.steps import Realm
from data.rules.channels import EXERCISE_MARK, Message, OutboundRefused, Port, Recipient
from tests.data.gateway.channels.fake_messenger import DingTalkSide, Reply, Server, serving

SECRET = "app-5ecret-of-ours"
PEOPLE = (
    Recipient("p1", "13800000001", "石磊"),
    Recipient("p2", "13800000002", "高原"),
    Recipient("p3", "manager7001", "江帆"),
)
PUSH = Message(
    "push-1",
    "请立即到 12 坝巡查",
    "巡查通知",
    sent_at=datetime(2026, 7, 19, 6, 3, 22, tzinfo=UTC),
    link="https://desk.invalid/p/1",
)
SEND = "/topapi/message/corpconversation/asyncsend_v2"
RESULT = "/topapi/message/corpconversation/getsendresult"


@pytest.fixture
def side():
    made = DingTalkSide("ding-key", SECRET, 4711)
    made.people = {"13800000001": "u1", "13800000002": "u2"}
    return made


@pytest.fixture
def server(side):
    with serving(side) as running:
        yield running


def app(server: Server, **further) -> WorkNotice:
    settings = {"timeout_s": 2.0, "result_wait_s": 1.0, "poll_s": 0.01, **further}
    config = AppConfig("ding-key", 4711, base_url=server.url, api_url=server.url, **settings)
    return WorkNotice(DingTalkApi(config, SECRET))


def outcomes(deliveries) -> list[tuple]:
    return [(one.person, one.outcome, one.detail) for one in deliveries]


def test_a_notification_is_delivered_to_everybody_whom_the_send_result_names(server, side):
    side.fates = {"u2": "read"}
    deliveries = app(server).send(PUSH, PEOPLE)
    assert outcomes(deliveries) == [
        ("p1", Outcome.DELIVERED, "unread"),
        ("p2", Outcome.DELIVERED, "read"),
        ("p3", Outcome.DELIVERED, "unread"),
    ]
    assert {one.ref for one in deliveries} == {"700"}
    assert side.sent[0][1] == ["u1", "u2", "manager7001"]
    assert side.sent[0][2] == {
        "msgtype": "text",
        "text": {"content": "巡查通知\n请立即到 12 坝巡查\n07-19 14:03:22\nhttps://desk.invalid/p/1"},
    }


def test_the_secret_travels_in_a_body_and_never_in_an_address(server):
    app(server).send(PUSH, PEOPLE)
    assert not [one for one in server.asked if SECRET in json.dumps(one.query)]
    assert len(server.at("/v1.0/oauth2/accessToken")) == 1


def test_a_success_that_was_none_is_read_from_the_send_result(server, side):
    side.fates = {"u1": "failed", "u2": "invalid", "manager7001": "forbidden"}
    deliveries = app(server).send(PUSH, PEOPLE)
    assert outcomes(deliveries) == [
        ("p1", Outcome.FAILED, "failed"),
        ("p2", Outcome.FAILED, "invalid_user"),
        ("p3", Outcome.FAILED, "forbidden"),
    ]
    assert {one.retry_after_s for one in deliveries} == {None}


def test_a_repeat_of_the_same_push_is_known_there_and_rings_nobody_twice(server, side):
    one = app(server)
    one.send(PUSH, PEOPLE)
    again = one.send(PUSH, PEOPLE)
    assert [(got.outcome, got.detail) for got in again] == [(Outcome.DELIVERED, "duplicate")] * 3
    later = one.send(replace(PUSH, sent_at=datetime(2026, 7, 19, 8, 0, tzinfo=UTC)), PEOPLE)
    assert [got.detail for got in later] == ["unread"] * 3


def test_accounts_are_asked_for_once_and_forgotten_when_they_are_gone(server, side):
    one = app(server)
    one.send(PUSH, PEOPLE)
    one.send(replace(PUSH, text="二"), PEOPLE)
    assert len(server.at("/topapi/v2/user/getbymobile")) == 2
    side.fates = {"u1": "invalid"}
    one.send(replace(PUSH, text="三"), PEOPLE)
    one.send(replace(PUSH, text="四"), PEOPLE)
    assert len(server.at("/topapi/v2/user/getbymobile")) == 3


def test_a_person_without_an_account_fails_alone(server):
    people = (*PEOPLE, Recipient("p4", "13800000099"), Recipient("p5", ""))
    assert outcomes(app(server).send(PUSH, people))[3:] == [
        ("p4", Outcome.FAILED, "no_account"),
        ("p5", Outcome.FAILED, "no_address"),
    ]


def test_two_people_of_one_account_get_one_notification_and_both_are_told(server, side):
    people = (Recipient("a", "13800000001"), Recipient("b", "u1"))
    assert outcomes(app(server).send(PUSH, people)) == [
        ("a", Outcome.DELIVERED, "unread"),
        ("b", Outcome.DELIVERED, "unread"),
    ]
    assert side.sent[0][1] == ["u1"]


def test_many_people_are_sent_to_in_batches_of_a_hundred(server, side):
    people = [Recipient(f"p{index}", f"user{index:03}") for index in range(294)]
    deliveries = app(server).send(PUSH, people)
    assert [len(userids) for _, userids, _ in side.sent] == [100, 100, 94]
    assert [one.person for one in deliveries] == [one.person for one in people]
    assert {one.outcome for one in deliveries} == {Outcome.DELIVERED}


def test_a_token_that_is_no_longer_taken_is_renewed_once(server, side):
    one = app(server)
    one.send(PUSH, PEOPLE)
    side.tokens.append("somebody-renewed-it")
    assert one.send(replace(PUSH, text="二"), PEOPLE)[0].outcome is Outcome.DELIVERED
    assert len(server.at("/v1.0/oauth2/accessToken")) == 2


def test_a_wrong_secret_fails_everybody_and_is_not_tried_once_a_person(server):
    wrong = WorkNotice(DingTalkApi(app(server).config, "other"))
    assert {(one.outcome, one.detail) for one in wrong.send(PUSH, PEOPLE)} == {
        (Outcome.FAILED, "invalidClientIdOrSecret")
    }
    assert len(server.at("/v1.0/oauth2/accessToken")) == 2  # once for the numbers, once for the batch of userids
    assert not server.at(SEND)


def test_threads_share_one_token(server):
    one = app(server)
    with ThreadPoolExecutor(4) as pool:
        got = list(pool.map(lambda index: one.send(replace(PUSH, text=str(index)), PEOPLE), range(8)))
    assert {delivery.outcome for deliveries in got for delivery in deliveries} == {Outcome.DELIVERED}
    assert len(server.at("/v1.0/oauth2/accessToken")) == 1


def test_the_send_result_is_waited_for_and_asked_for_again(server, side):
    side.slow_results = 3
    assert app(server).send(PUSH, PEOPLE)[0].detail == "unread"
    assert len(server.at(RESULT)) == 4


def test_what_stays_unknown_is_handed_over_but_unconfirmed_and_can_be_asked_later(server, side):
    side.slow_results = 10_000
    one = app(server, result_wait_s=0.05)
    first = one.send(PUSH, PEOPLE)
    assert {(got.outcome, got.detail) for got in first} == {(Outcome.DELIVERED, "unconfirmed")}
    side.slow_results = 0
    side.fates = {"u1": "failed"}
    assert outcomes(one.confirm(first[0].ref, PEOPLE)) == [
        ("p1", Outcome.FAILED, "failed"),
        ("p2", Outcome.DELIVERED, "unread"),
        ("p3", Outcome.DELIVERED, "unread"),
    ]


@pytest.mark.parametrize(
    ("reply", "detail", "retried"),
    [
        (Reply(delay_s=9), "timeout", True),
        (Reply({"errcode": 0, "task_id": 1}, cut=True), "cut", True),
        (Reply(b"not json"), "bad_answer", True),
        (Reply({"errcode": 0}), "bad_answer", True),
        (Reply({"task_id": 5}), "bad_answer", True),
        (Reply(status=307, headers={"Location": "https://evil.invalid"}), "redirect", False),
        (Reply(status=429, headers={"Retry-After": "9"}), "busy", True),
        (Reply({"errcode": -1}), "busy", True),
        (Reply({"errcode": 88, "sub_code": "90018", "sub_msg": "qps"}), "throttled", True),
        (Reply({"errcode": 88, "sub_code": "60011"}), "no_permission", False),
        (Reply({"errcode": 123456, "errmsg": "new"}), "errcode_123456", False),
    ],
)
def test_a_batch_that_was_not_taken_fails_for_everybody_in_it(server, side, reply, detail, retried):
    one = app(server, timeout_s=0.3)
    one.send(PUSH, PEOPLE)
    sent = len(side.sent)
    server.planned.append(reply)
    deliveries = one.send(replace(PUSH, text="二"), PEOPLE)
    assert {(got.outcome, got.detail) for got in deliveries} == {(Outcome.FAILED, detail)}
    assert all((got.retry_after_s is not None) is retried for got in deliveries)
    assert len(side.sent) == sent


def test_a_dead_line_is_not_tried_once_a_person(server):
    people = [Recipient(f"p{index}", f"138000001{index:02}") for index in range(50)]
    one = app(server, timeout_s=0.3)
    one.send(PUSH, PEOPLE)
    before = server.count
    server.planned.extend([Reply(status=503)] * 60)
    deliveries = one.send(PUSH, people)
    assert {got.detail for got in deliveries} == {"http_503"}
    assert server.count == before + 1


def test_whoever_is_known_is_sent_to_although_nobody_else_can_be_looked_up(server, side):
    one = app(server)
    one.send(PUSH, PEOPLE)
    server.planned.append(Reply(status=503))
    people = (Recipient("new", "13800000077"), *PEOPLE)
    deliveries = one.send(replace(PUSH, text="二"), people)
    assert [got.outcome for got in deliveries] == [Outcome.FAILED, *[Outcome.DELIVERED] * 3]


def test_a_notification_too_long_is_cut_before_its_time_and_link():
    body = notice(replace(PUSH, text="险" * 3000))
    assert body is not None
    assert 2040 < len(body) <= 2048
    content = json.loads(body)["text"]["content"]
    assert content.endswith("……（未完）\n07-19 14:03:22\nhttps://desk.invalid/p/1")


@given(st.text(st.characters(exclude_categories=[]), max_size=1500))
def test_any_words_become_a_notification_within_the_limit(words):
    body = notice(replace(PUSH, text=words))
    assert body is not None
    assert len(body) <= 2048
    assert json.loads(body)["msgtype"] == "text"


RESULTS = st.dictionaries(
    st.sampled_from(["unread_user_id_list", "read_user_id_list", "forbidden_list", "failed_user_id_list"]),
    st.recursive(st.none() | st.integers() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=4)),
)


@given(RESULTS)
def test_a_send_result_of_any_form_is_read_without_an_error(result):
    assert all(isinstance(word, str) for word in fates_of(result).values())


def test_outside_live_the_port_refuses_real_people_and_the_server_sees_nothing(server):
    port = Port([app(server)])
    with pytest.raises(OutboundRefused):
        port.send("dingtalk_app", PUSH, PEOPLE, Realm.DRILL)
    with pytest.raises(OutboundRefused):
        app(server).create_conference("会商", "13800000001", ["u2"], Realm.DRILL)
    assert server.count == 0


def test_an_organisation_for_exercises_gets_the_drill_marked(server, side):
    Port([app(server, exercise=True)]).send("dingtalk_app", PUSH, PEOPLE, Realm.DRILL)
    assert side.sent[0][2]["text"]["content"].startswith(EXERCISE_MARK)


def test_a_dry_run_touches_no_network_and_nothing_shows_a_secret(server, side, caplog):
    with caplog.at_level(logging.DEBUG):
        one = app(server)
        drafts = one.compose(PUSH, PEOPLE)
        assert server.count == 0
        one.send(PUSH, PEOPLE)
    assert json.loads(drafts[0].body) == side.sent[0][2]
    assert drafts[0].to == "石磊、高原、江帆"
    shown = repr(one) + repr(drafts) + caplog.text
    assert not [word for word in (SECRET, *side.tokens) if word in shown]


def test_a_conference_is_opened_and_gives_its_link(server, side):
    made = app(server).create_conference("会" * 80, "13800000001", ["13800000002", "manager7001"], Realm.LIVE)
    assert made == Conference("conf-1", "https://meeting.invalid/j/1", "123 456", "0815")
    assert "0815" not in repr(made)
    assert side.sent[0][2] == {
        "userId": "union-u1",
        "confTitle": "会" * 50,
        "inviteUserIds": ["union-u2", "union-manager7001"],
        "inviteCaller": False,
    }


def test_a_conference_of_an_exercise_is_marked_and_renews_a_refused_token(server, side):
    one = app(server, exercise=True)
    one.send(PUSH, PEOPLE)
    side.tokens.append("renewed-elsewhere")
    assert isinstance(one.create_conference("会商", "u1", ["u2"], Realm.DRILL), Conference)
    assert side.sent[-1][2]["confTitle"] == EXERCISE_MARK + "会商"


def test_a_conference_that_was_refused_says_why(server):
    one = app(server)
    assert one.create_conference("会商", "13800000099", [], Realm.LIVE) == Trouble("no_account")
    one.send(PUSH, PEOPLE)
    server.planned.append(Reply({"errcode": 0, "result": {"unionid": "union-u1"}}))
    server.planned.append(Reply({"code": "Forbidden.AccessDenied.AccessTokenPermissionDenied", "message": "x"}, 403))
    refused = one.create_conference("会商", "u1", [], Realm.LIVE)
    assert refused == Trouble("Forbidden.AccessDenied.AccessTokenPermissionDenied")
