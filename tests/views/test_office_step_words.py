"""Lines of the timeline for messages, briefings, handovers, papers and drills; words of their enums."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from enum import StrEnum

import pytest

from data.model.drill import CONTROL, Act, Drill, Fired, Ground, InjectKind, InjectMark
from data.model.drill_steps import DrillBegun, DrillPaced, InjectMarked
from data.model.levels import Level
from data.model.office import Ballot, Briefing, DutyMessage, Handover, Lesson, Medium, Paper, PaperKind, Question, Vote
from data.model.office_steps import (
    BriefingAnswered,
    BriefingDecided,
    HandoverPrepared,
    HandoverSigned,
    MessageAnswered,
    MessageLogged,
    PollAnswered,
)
from data.model.situation import Situation
from data.model.steps import Body
from tests import township
from views import contact_words, office_words, step_detail, step_words
from views.pane import Selection

NOON = township.NOON
MESSAGE = DutyMessage("M1", NOON, Medium.TELEPHONE, "区防指", "报撤离情况", due=NOON + timedelta(hours=1))
BRIEFING = Briefing(
    "B1", "第 1 次会商", NOON, "U2", 0, NOON, Level.III, 6210.0, "启动Ⅲ级", ("R04",), (Question("Q1", "还要涨多少"),)
)  # fmt: skip
HANDOVER = Handover("H1", NOON, "U1", "U2", 0, NOON)


@pytest.fixture
def now() -> Situation:
    made = township.situation()
    return replace(
        made,
        messages=made.messages.set("M1", MESSAGE),
        briefings=made.briefings.set("B1", BRIEFING),
        handovers=made.handovers.set("H1", HANDOVER),
    )


def said(now: Situation, body: Body) -> step_words.Line:
    return step_words.line(township.step(now, body), now)


def test_a_message_says_its_medium_its_other_end_and_until_when_an_answer_is_wanted(now: Situation) -> None:
    line = said(now, MessageLogged(MESSAGE))
    assert line.text == "来文来电·电话 区防指：报撤离情况（06-24 13:00 前回复）"
    assert (line.group, line.leads_to) == ("office", Selection("message", "M1"))
    out = replace(MESSAGE, inward=False, medium=Medium.FAX, due=None)
    assert said(now, MessageLogged(out)).text == "去文去电·传真 区防指：报撤离情况"
    assert said(now, MessageAnswered("M1", "已撤 11 户")).text == "回复 电话 区防指：已撤 11 户"


def test_a_briefing_names_the_question_who_said_what_and_the_decision(now: Situation) -> None:
    assert said(now, BriefingAnswered("B1", "Q1", "20 时前后")).text == "会商研判 还要涨多少：20 时前后"
    poll = PollAnswered("B1", Ballot("R04", "S002", Vote.NO_GO, NOON, "北岸路未通"))
    assert said(now, poll).text == "会商表态 R04 测试2：不同意（北岸路未通）"
    decided = BriefingDecided("B1", Vote.ABSTAIN, "再等一报", "预报不一")
    line = said(now, decided)
    assert (line.text, line.leads_to) == ("会商决定暂缓：再等一报（预报不一）", Selection("briefing", "B1"))
    assert ("决定", "暂缓") in step_detail.facts(township.step(now, decided), now)


def test_a_handover_says_who_gives_and_who_takes(now: Situation) -> None:
    assert said(now, HandoverPrepared(HANDOVER)).text == "拟交接班：值班员甲 → 带班乙，未办结 0 项"
    assert said(now, HandoverSigned("H1", "U1")).text == "交班签字：值班员甲"
    assert said(now, HandoverSigned("H1", "U2")).text == "接班签字：带班乙"


def test_a_drill_says_what_was_fired_by_whom_and_how_its_clock_runs(now: Situation) -> None:
    drill = Drill("D1", "漫滩演练", "d", NOON, 1, True)
    assert said(now, DrillBegun(drill)).text == "演练开始：漫滩演练（情景构造）"
    titled = replace(drill, title="漫滩演练（情景构造）")
    assert said(now, DrillBegun(titled)).text == "演练开始：漫滩演练（情景构造）"
    line = said(now, InjectMarked("D01", "路断", Fired.WITHHELD, CONTROL, "已有人提出"))
    assert (line.text, line.group) == ("不下发导调信息（导调员）：路断（已有人提出）", "drill")
    assert said(now, InjectMarked("D01", "路断", Fired.FIRED, "script")).text == "下发导调信息（按脚本）：路断"
    assert said(now, DrillPaced(0)).text == "演练时钟：暂停"
    assert step_words.actor(now, CONTROL) == "导调组"


def test_what_is_selected_has_a_name(now: Situation) -> None:
    assert contact_words.thing(now, Selection("message", "M1")) == "电话 区防指"
    assert contact_words.thing(now, Selection("briefing", "B1")) == "第 1 次会商"
    assert contact_words.thing(now, Selection("handover", "H1")) == "交接班"
    assert [contact_words.thing(now, Selection(kind, "X")) for kind in ("paper", "lesson", "inject")] == ["X"] * 3
    drill = Drill("D1", "漫滩演练", "d", NOON, 1, True, (InjectMark("D01", "路断", NOON, Fired.FIRED, "script"),))
    paper = Paper("P1", PaperKind.FLASH, "〔2020〕1", "汛情快报", "a", "b", 0, NOON, "U1")
    known = replace(
        now,
        drill=drill,
        papers=now.papers.set("P1", paper),
        lessons=now.lessons.set("L1", Lesson("L1", NOON, "U1", "先派人值守")),
    )
    named = [
        contact_words.thing(known, Selection(*one)) for one in (("inject", "D01"), ("paper", "P1"), ("lesson", "L1"))
    ]
    assert named == ["路断", "汛情快报 〔2020〕1", "先派人值守"]


@pytest.mark.parametrize("kind", [Medium, Vote, PaperKind, Fired, InjectKind, Act, Ground])
def test_every_value_has_words_of_its_own(kind: type[StrEnum]) -> None:
    texts = [office_words.said(one) for one in kind]
    assert len({text for text in texts if text}) == len(kind)
    assert not any(text == one.value for text, one in zip(texts, kind, strict=True))


def test_values_of_other_families_are_left_to_others() -> None:
    assert office_words.said(Level.III) is None
