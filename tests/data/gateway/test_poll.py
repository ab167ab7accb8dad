"""The poll of a briefing on phones: roles that are asked, spoken for by the enrolled person, until it is decided."""

from __future__ import annotations

import json
from dataclasses import replace

from data.gateway.inbound import Taking, Unfit, check, to_body
from data.gateway.mine import mine
from data.model.field_steps import DeviceEnrolled, DeviceRevoked, FieldRefused
from data.model.levels import Level
from data.model.office import Ballot, Briefing, Question, Vote
from data.model.office_steps import BriefingClosed, BriefingDecided, BriefingOpened, PollAnswered
from data.model.situation import Situation
from data.model.steps import Realm
from tests import township
from tests.data.gateway.test_inbound import NOON, device, message

BRIEFING = Briefing(
    "B1", "会商", NOON, "U1", 0, NOON, Level.IV, 4650.0, "启动Ⅳ级响应", ("R04", "R05"), (Question("Q1", "水情？"),)
)  # fmt: skip


def situation() -> Situation:
    return township.after(township.situation(), DeviceEnrolled(device()), BriefingOpened(BRIEFING))


NOW = situation()
SAID = {"poll": "B1", "answer": "no_go", "reason": " 先撤人 "}


def at_door(now: Situation, person: str = "S003") -> str:
    try:
        check(now, device(person), "poll", json.dumps(SAID).encode(), lambda _: True)
    except Unfit as unfit:
        return f"{unfit.status} {unfit.code}"
    return ""


def answered(now: Situation, **words: object) -> object:
    return to_body(now, message("poll", {**SAID, **words}), Taking(NOON))


def test_a_phone_sees_the_open_motion_of_its_role_and_no_other() -> None:
    (poll,) = mine(NOW, device(), NOON)["polls"]  # S003 is of R05
    assert (poll["motion"], poll["role"], poll["answer"], poll["mark"]) == ("启动Ⅳ级响应", "R05", "", "")
    assert mine(NOW, device("S004"), NOON)["polls"] == []
    drill = replace(NOW, realm=Realm.DRILL)
    assert mine(drill, device(), NOON)["polls"][0]["mark"] == "【演练】"


def test_the_gateway_says_who_speaks_for_which_role_whatever_the_phone_claims() -> None:
    body = answered(NOW, role="R01", person="S001", via="seat")
    assert body == PollAnswered("B1", Ballot("R05", "S003", Vote.NO_GO, NOON, "先撤人", "phone"))


def test_a_second_answer_replaces_the_first() -> None:
    now = NOW
    for word in ("no_go", "go"):
        body = answered(now, answer=word)
        assert isinstance(body, PollAnswered)
        now = township.after(now, body)
    ballot = now.briefings["B1"].ballot_of("R05")
    assert ballot is not None
    assert ballot.vote is Vote.GO
    (poll,) = mine(now, device(), NOON)["polls"]
    assert (poll["answer"], poll["own"]) == ("go", True)


def test_who_is_not_asked_and_a_decided_poll_are_refused_at_the_door() -> None:
    assert at_door(NOW) == ""
    assert at_door(NOW, "S004") == "403 not_yours"
    decided = township.after(NOW, BriefingDecided("B1", Vote.GO, "启动", "实测超4000"))
    assert at_door(decided) == "409 poll_over"
    assert mine(decided, device(), NOON)["polls"][0]["decided"] == "go"
    assert mine(township.after(decided, BriefingClosed("B1")), device(), NOON)["polls"] == []


def test_what_came_too_late_from_another_post_or_a_phone_shut_out_is_kept_with_its_reason() -> None:
    def code(now: Situation) -> str:
        body = answered(now)
        assert isinstance(body, FieldRefused)
        return body.code

    assert code(replace(NOW, briefings=NOW.briefings.delete("B1"))) == "no_such_briefing"
    assert code(township.after(township.situation(), DeviceEnrolled(device("S004")), BriefingOpened(BRIEFING))) == (
        "role_not_asked"
    )
    assert code(township.after(NOW, DeviceRevoked("D1", "丢失"))) == "no_such_device"
