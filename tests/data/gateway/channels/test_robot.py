"""The group robot against a server that checks token, signature and keyword."""

from __future__ import annotations

import json
import logging
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.gateway.channels.http import RETRY_S, Trouble
from data.gateway.channels.messenger import CUT_MARK
from data.gateway.channels.robot import GroupRobot, RobotConfig, signature, trouble_of
from data.model.dispatch import Channel, Outcome
from data.model.steps import Realm
from data.rules.channels import EXERCISE_MARK, Message, OutboundRefused, Port, Recipient
from tests.data.gateway.channels.fake_messenger import Reply, RobotSide, Server, serving

TOKEN, SECRET = "tok-5ecret-token", "SEC5ecret-signing"
PEOPLE = (
    Recipient("p1", "13800000001", "石磊"),
    Recipient("p2", "13800000002", "高原"),
    Recipient("p3", "", "江帆"),
)
PUSH = Message("push-1", "请立即到 12 坝巡查\n带好工具", "巡查通知", link="https://desk.invalid/p/1")


@pytest.fixture
def side():
    return RobotSide(TOKEN, SECRET)


@pytest.fixture
def server(side):
    with serving(side) as running:
        yield running


def robot(server: Server, **settings) -> GroupRobot:
    return GroupRobot(RobotConfig(base_url=server.url, timeout_s=2.0, **settings), TOKEN, SECRET)


def test_the_published_example_of_a_signature_is_met():
    assert signature("this is secret", 1577262236757) == "hmPWwU+7lVdm3ZZz0r9tSfx0L4Q26jWOZr9+Gs6EZQM="


def test_a_post_is_signed_and_reaches_the_group_but_nobody_is_said_to_have_read_it(server, side):
    deliveries = robot(server).send(PUSH, PEOPLE)
    assert [(one.person, one.outcome, one.detail) for one in deliveries] == [
        (person.person, Outcome.DELIVERED, "group") for person in PEOPLE
    ]
    assert server.count == 1
    assert side.posts == [
        {
            "msgtype": "text",
            "text": {
                "content": "巡查通知\n请立即到 12 坝巡查\n带好工具\n@13800000001 @13800000002\nhttps://desk.invalid/p/1"
            },
            "at": {"atMobiles": ["13800000001", "13800000002"], "isAtAll": False},
        }
    ]


def test_markdown_mentions_in_the_text_and_shows_foreign_marks_as_they_stand(server, side):
    sly = Message("p", "![x](https://evil.invalid) *现在*", "通知 #1")
    robot(server, markdown=True).send(sly, PEOPLE)
    post = side.posts[0]
    assert post["msgtype"] == "markdown"
    assert "@13800000001" in post["markdown"]["text"]
    assert re.search(r"(?<!\\)[\[*!#]", post["markdown"]["text"].replace("**", "")) is None
    assert post["markdown"]["title"] == "通知 #1"


def test_a_missing_keyword_is_added_and_a_present_one_is_not_doubled(server, side):
    side.keyword = "防汛"
    robot(server, keyword="防汛").send(PUSH, PEOPLE)
    robot(server, keyword="防汛").send(Message("q", "防汛值班"), PEOPLE)
    assert [post["text"]["content"].count("防汛") for post in side.posts] == [1, 1]


def test_a_robot_without_a_signing_secret_sends_no_signature(server, side):
    side.secret = ""
    plain = GroupRobot(RobotConfig(base_url=server.url), TOKEN)
    assert plain.send(PUSH, PEOPLE)[0].outcome is Outcome.DELIVERED
    assert set(server.asked[0].query) == {"access_token"}


def test_a_wrong_secret_is_told_by_name_and_closes_the_case(server):
    wrong = GroupRobot(RobotConfig(base_url=server.url), TOKEN, "SECother")
    assert {(one.outcome, one.detail, one.retry_after_s) for one in wrong.send(PUSH, PEOPLE)} == {
        (Outcome.FAILED, "sign", None)
    }


@pytest.mark.parametrize(
    ("errcode", "errmsg", "expected"),
    [
        (-1, "system busy", Trouble("busy", RETRY_S)),
        (130101, "send too fast, exceed 20 times per minute", Trouble("throttled", 600.0)),
        (410100, "throttled", Trouble("throttled", 600.0)),
        (310000, "keywords not in content, more: [https://x.invalid]", Trouble("keyword")),
        (310000, "错误描述:关键词不匹配;解决方案:请联系群管理员", Trouble("keyword")),
        (310000, "sign not match, more: [https://x.invalid]", Trouble("sign")),
        (310000, "invalid timestamp", Trouble("clock")),
        (310000, "错误描述:机器人发送签名过期", Trouble("clock")),
        (310000, "ip 10.1.1.1 not in whitelist", Trouble("ip")),
        (310000, "description of something new", Trouble("refused")),
        (300005, "token is not exist", Trouble("no_token")),
        (300001, "token is not exist", Trouble("no_token")),
        (400102, "robot stopped", Trouble("stopped")),
        (987654, "never heard of", Trouble("errcode_987654")),
        (None, "", Trouble("bad_answer", RETRY_S)),
    ],
)
def test_every_error_code_is_a_failure_and_an_unknown_one_as_well(errcode, errmsg, expected):
    assert trouble_of(errcode, errmsg) == expected


@pytest.mark.parametrize(
    ("reply", "detail", "retried"),
    [
        (Reply(delay_s=9), "timeout", True),
        (Reply({"errcode": 0}, cut=True), "cut", True),
        (Reply(b"<html>"), "bad_answer", True),
        (Reply({"errmsg": "ok"}), "bad_answer", True),
        (Reply({"errcode": "0x"}), "bad_answer", True),
        (Reply(status=302, headers={"Location": "https://evil.invalid"}), "redirect", False),
        (Reply(status=429, headers={"Retry-After": "9"}), "busy", True),
        (Reply(status=502), "http_502", True),
        (Reply(status=403), "http_403", False),
    ],
)
def test_whatever_the_line_does_is_a_failure_in_words(server, side, reply, detail, retried):
    server.planned.append(reply)
    deliveries = GroupRobot(RobotConfig(base_url=server.url, timeout_s=0.3), TOKEN, SECRET).send(PUSH, PEOPLE)
    assert {(one.outcome, one.detail) for one in deliveries} == {(Outcome.FAILED, detail)}
    assert all((one.retry_after_s is not None) is retried for one in deliveries)
    assert (server.count, side.posts) == (1, [])


def test_the_twenty_first_post_of_a_minute_is_kept_back_and_says_when(server):
    one = robot(server)
    for _ in range(20):
        assert one.send(PUSH, PEOPLE)[0].outcome is Outcome.DELIVERED
    late = one.send(PUSH, PEOPLE)[0]
    assert (late.outcome, late.detail, server.count) == (Outcome.FAILED, "pace", 20)
    assert late.retry_after_s is not None
    assert 0 < late.retry_after_s <= 60


def test_a_throttled_robot_leaves_the_server_alone_for_ten_minutes(server):
    server.planned.append(Reply({"errcode": 130101, "errmsg": "send too fast"}))
    one = robot(server)
    assert one.send(PUSH, PEOPLE)[0].retry_after_s == 600.0
    again = one.send(PUSH, PEOPLE)[0]
    assert (again.detail, server.count) == ("pace", 1)
    assert again.retry_after_s is not None
    assert again.retry_after_s > 590


def test_a_post_that_is_too_long_is_cut_and_says_so(server, side):
    robot(server).send(Message("p", "险" * 9000, "长", link="https://desk.invalid/p"), PEOPLE)
    content = side.posts[0]["text"]["content"]
    assert len(server.asked[0].body) <= 20_000
    assert len(server.asked[0].body) > 19_990
    assert CUT_MARK in content
    assert content.endswith("https://desk.invalid/p")


def test_a_post_that_cannot_be_cut_to_fit_is_not_sent(server):
    deliveries = robot(server).send(Message("p", "短", link="https://x.invalid/" + "a" * 30_000), PEOPLE)
    assert {(one.outcome, one.detail) for one in deliveries} == {(Outcome.FAILED, "too_long")}
    assert server.count == 0


def test_nobody_to_tell_means_no_post(server):
    assert robot(server).send(PUSH, ()) == ()
    assert server.count == 0


@settings(max_examples=30)
@given(st.text(st.characters(exclude_categories=[]), max_size=200), st.booleans())
def test_any_words_arrive_whole_and_signed(words, markdown):
    side = RobotSide(TOKEN, SECRET)
    with serving(side) as running:
        one = GroupRobot(RobotConfig(base_url=running.url, markdown=markdown), TOKEN, SECRET)
        assert one.send(Message("p", words, words), PEOPLE)[0].outcome is Outcome.DELIVERED
    assert len(side.posts) == 1


@given(st.text(max_size=30), st.integers(0, 2**45))
def test_a_signature_never_carries_its_secret(secret, stamp):
    assert len(signature(secret, stamp)) == 44
    assert len(secret) < 4 or secret not in signature(secret, stamp)


@pytest.mark.parametrize("realm", [Realm.DRILL, Realm.WHATIF])
def test_outside_live_the_port_refuses_a_real_group_and_the_server_sees_nothing(server, realm):
    port = Port([robot(server)])
    with pytest.raises(OutboundRefused):
        port.send("dingtalk_robot", PUSH, PEOPLE, realm)
    assert server.count == 0


def test_a_group_for_exercises_gets_the_drill_marked(server, side):
    port = Port([robot(server, exercise=True)])
    assert port.of(Channel.MESSENGER)[0].exercise
    port.send("dingtalk_robot", PUSH, PEOPLE, Realm.DRILL)
    assert side.posts[0]["text"]["content"].startswith(EXERCISE_MARK + "巡查通知\n" + EXERCISE_MARK + "请立即")


def test_a_dry_run_shows_what_is_sent_without_network_and_without_secrets(server, side, caplog):
    with caplog.at_level(logging.DEBUG):
        one = robot(server)
        drafts = one.compose(PUSH, PEOPLE)
        assert server.count == 0
        one.send(PUSH, PEOPLE)
    assert json.loads(drafts[0].body) == side.posts[0]
    sign = server.asked[0].query["sign"]
    shown = repr(one) + repr(drafts) + caplog.text
    assert not [word for word in (TOKEN, SECRET, sign, "access_token") if word in shown]
    assert abs(int(server.asked[0].query["timestamp"]) / 1000 - time.time()) < 30
