"""Messages, briefings, handovers, papers, lessons: what is allowed, and what never changes again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.model.levels import Level
from data.model.office import (
    Ballot,
    Briefing,
    DutyMessage,
    Handover,
    HandoverItem,
    Lesson,
    Medium,
    Paper,
    PaperKind,
    Question,
    Signature,
    Vote,
)
from data.model.office_steps import (
    BriefingAnswered,
    BriefingClosed,
    BriefingDecided,
    BriefingOpened,
    BriefingSigned,
    HandoverPrepared,
    HandoverSigned,
    LessonNoted,
    MessageAnswered,
    MessageLogged,
    MessageNoted,
    PaperIssued,
    PollAnswered,
)
from data.model.situation import Situation, Touched
from data.model.steps import Body, NoteWritten, Realm, Step, StepRefused
from data.rules.take import take
from tests import township
from tests.data import office_strategy

NOON = township.NOON
HOUR = timedelta(hours=1)
MESSAGE = DutyMessage("M1", NOON, Medium.FAX, "区防指", "报撤离情况", due=NOON + HOUR)
AGENDA = (Question("Q1", "还要涨多少"), Question("Q2", "滩区还有多少人"))
BRIEFING = Briefing("B1", "会商", NOON, "U2", 0, NOON, Level.III, 6210.0, "启动Ⅲ级", ("R01", "R04"), AGENDA)
HANDOVER = Handover("H1", NOON, "U1", "U2", 0, NOON, (HandoverItem("task", "T1", "嫩滩未撤完"),))
PAPER = Paper("P1", PaperKind.FLASH, "〔2020〕1", "汛情快报", "ab", "cd", 0, NOON, "U1")
DECIDED = BriefingDecided("B1", Vote.GO, "启动Ⅲ级", "继续上涨")


@pytest.fixture
def now() -> Situation:
    return township.situation()


def after(now: Situation, *bodies: Body, actor: str = "U3", later: timedelta = timedelta()) -> Situation:
    for body in bodies:
        now, _ = take(now, replace(township.step(now, body, actor), at=now.at + later))
    return now


def refused(now: Situation, body: Body, actor: str = "U3") -> str:
    with pytest.raises(StepRefused) as caught:
        take(now, township.step(now, body, actor))
    return caught.value.code


def ballot(role: str, vote: Vote) -> PollAnswered:
    return PollAnswered("B1", Ballot(role, "S001", vote, NOON))


# ── messages ──


def test_a_message_stays_open_until_it_is_noted_and_answered_where_an_answer_is_wanted(now: Situation) -> None:
    then = after(now, MessageLogged(MESSAGE))
    assert then.messages["M1"].open
    noted = after(then, MessageNoted("M1"), actor="U1", later=HOUR)
    assert (noted.messages["M1"].noted_by, noted.messages["M1"].noted_at) == ("U1", noted.at)
    assert noted.messages["M1"].open
    assert after(noted, MessageNoted("M1"), actor="U2", later=HOUR).messages["M1"].noted_by == "U1"
    answered = after(noted, MessageAnswered("M1", "已撤 11 户"), later=HOUR).messages["M1"]
    assert not answered.open
    assert (answered.answered_by, answered.noted_by, answered.answer) == ("U3", "U1", "已撤 11 户")


def test_an_answer_is_notice_too_and_what_nobody_asked_is_closed_by_notice(now: Situation) -> None:
    then = after(now, MessageLogged(MESSAGE), MessageAnswered("M1", "已撤"), actor="U1")
    assert then.messages["M1"].noted_by == "U1"
    plain = replace(MESSAGE, due=None)
    assert not after(now, MessageLogged(plain), MessageNoted("M1")).messages["M1"].open
    assert not after(now, MessageLogged(replace(MESSAGE, inward=False))).messages["M1"].open


def test_a_message_is_logged_once_and_answered_once_with_words(now: Situation) -> None:
    then = after(now, MessageLogged(MESSAGE))
    assert refused(then, MessageLogged(MESSAGE)) == "message_exists"
    assert refused(then, MessageNoted("M9")) == "no_such_message"
    assert refused(then, MessageAnswered("M1", " ")) == "text_missing"
    assert refused(after(then, MessageAnswered("M1", "好")), MessageAnswered("M1", "再")) == "message_answered"


# ── briefings ──


def test_a_briefing_runs_from_its_questions_to_its_close(now: Situation) -> None:
    then = after(
        now,
        BriefingOpened(BRIEFING),
        BriefingAnswered("B1", "Q2", "11 户"),
        ballot("R04", Vote.NO_GO),
        ballot("R04", Vote.GO),
        DECIDED,
        BriefingSigned("B1", Signature("S001", "指挥长", NOON)),
        BriefingSigned("B1", Signature("S001", "指挥长", NOON, by_pin=True)),
        BriefingClosed("B1"),
        later=HOUR,
    )
    held = then.briefings["B1"]
    assert [(one.answer, one.by) for one in held.agenda] == [("", ""), ("11 户", "U3")]
    newest = held.ballot_of("R04")
    assert newest is not None
    assert (newest.vote, len(held.ballots), held.ballot_of("R01")) == (Vote.GO, 2, None)
    assert (held.decided, held.decided_by, held.decided_at) == (Vote.GO, "U3", now.at + 5 * HOUR)
    assert len(held.signatures) == 1
    assert held.closed_at == then.at


def test_a_briefing_refuses_what_is_out_of_turn(now: Situation) -> None:
    ahead = replace(BRIEFING, id="B2", frozen_seq=now.seq + 1)
    opened = after(now, BriefingOpened(BRIEFING))
    signature = BriefingSigned("B1", Signature("S001", "指挥长", NOON))
    assert refused(now, BriefingOpened(ahead)) == "briefing_ahead"
    assert refused(opened, BriefingOpened(BRIEFING)) == "briefing_exists"
    assert refused(now, DECIDED) == "no_such_briefing"
    assert refused(opened, BriefingAnswered("B1", "Q9", "")) == "no_such_question"
    assert refused(opened, ballot("R09", Vote.GO)) == "role_not_asked"
    assert refused(opened, signature) == "briefing_undecided"
    assert refused(opened, BriefingClosed("B1")) == "briefing_undecided"
    assert refused(opened, replace(DECIDED, reason=" ")) == "reason_missing"
    decided = after(opened, DECIDED)
    assert refused(decided, ballot("R04", Vote.GO)) == "briefing_decided"
    assert after(decided, replace(DECIDED, decided=Vote.NO_GO)).briefings["B1"].decided is Vote.NO_GO
    assert refused(after(decided, signature), DECIDED) == "briefing_signed"
    closed = after(decided, BriefingClosed("B1"))
    for body in (BriefingAnswered("B1", "Q1", "晚了"), signature, DECIDED, BriefingClosed("B1")):
        assert refused(closed, body) == "briefing_closed"


def test_only_who_may_sign_decides_a_briefing(now: Situation) -> None:
    opened = after(now, BriefingOpened(BRIEFING), actor="U1")
    assert refused(opened, DECIDED, actor="U1") == "right_missing"


# ── handovers ──


def test_the_coming_shift_has_the_desk_when_both_have_signed(now: Situation) -> None:
    then = after(now, HandoverPrepared(HANDOVER), HandoverSigned("H1", "U1"), later=HOUR)
    assert (then.handovers["H1"].locked, then.user) == (False, now.user)
    both = after(then, HandoverSigned("H1", "U1"), HandoverSigned("H1", "U2"), later=HOUR)
    held = both.handovers["H1"]
    assert (held.left_at, held.came_at, held.locked) == (then.at, both.at, True)
    assert both.user == "U2"


def test_a_handover_is_written_anew_until_somebody_signs(now: Situation) -> None:
    again = replace(HANDOVER, notes="加密巡查", left_at=NOON, came_at=NOON)
    then = after(now, HandoverPrepared(HANDOVER), HandoverPrepared(again))
    assert then.handovers["H1"] == replace(again, left_at=None, came_at=None)
    signed = after(then, HandoverSigned("H1", "U2"))
    assert refused(signed, HandoverPrepared(HANDOVER)) == "handover_signed"
    assert refused(signed, HandoverSigned("H1", "U9")) == "not_of_the_handover"
    assert refused(now, HandoverSigned("H1", "U1")) == "no_such_handover"
    assert refused(now, HandoverPrepared(replace(HANDOVER, coming="U1"))) == "handover_to_oneself"
    assert refused(after(signed, HandoverSigned("H1", "U1")), HandoverSigned("H1", "U1")) == "handover_signed"


# ── papers and lessons ──


def test_a_paper_is_issued_once_and_a_lesson_needs_words(now: Situation) -> None:
    issued = after(now, PaperIssued(PAPER))
    assert issued.papers["P1"] == PAPER
    assert refused(issued, PaperIssued(replace(PAPER, title="改"))) == "paper_exists"
    lesson = Lesson("L1", NOON, "U1", "先派人值守路口")
    assert after(now, LessonNoted(lesson)).lessons["L1"] == lesson
    assert refused(now, LessonNoted(replace(lesson, text=" "))) == "text_missing"


# ── whatever happens ──


def test_steps_of_the_office_say_what_they_touch(now: Situation) -> None:
    _, touched = take(now, township.step(now, MessageLogged(MESSAGE), "U1"))
    assert touched == Touched.OFFICE | Touched.LOG
    prepared = after(now, HandoverPrepared(HANDOVER))
    _, touched = take(prepared, township.step(prepared, HandoverSigned("H1", "U1"), "U1"))
    assert Touched.USER in touched


def test_a_step_of_another_realm_is_refused(now: Situation) -> None:
    for realm in set(Realm) - {now.realm}:
        with pytest.raises(StepRefused) as caught:
            take(now, Step("k", now.at, "U1", realm, NoteWritten("记")))
        assert caught.value.code == "other_realm"
        assert caught.value.params == {"realm": realm, "here": now.realm}
    drill = replace(now, realm=Realm.DRILL)
    assert take(drill, Step("k", now.at, "U1", Realm.DRILL, NoteWritten("记")))[0].seq == now.seq + 1


@settings(max_examples=40)
@given(st.integers(0, 2**32))
def test_what_is_closed_or_locked_never_changes_and_a_refusal_changes_nothing(seed: int) -> None:
    random, now = Random(seed), township.situation()
    for n in range(120):
        body = random.choice(office_strategy.OFFICE)(random, now, f"o{n}")
        assert body is not None
        before = (now.messages, now.briefings, now.handovers, now.papers, now.lessons, now.user, now.seq)
        closed = [one for one in now.briefings.values() if one.closed_at is not None]
        locked = [one for one in now.handovers.values() if one.locked]
        papers = dict(now.papers)
        answered = [one for one in now.messages.values() if one.answered_at is not None]
        try:
            then, _ = take(now, township.step(now, body, random.choice(("U1", "U2", "U3"))))
        except StepRefused:
            assert before == (
                now.messages, now.briefings, now.handovers, now.papers, now.lessons, now.user, now.seq,
            )  # fmt: skip
            continue
        assert all(then.briefings[one.id] is one for one in closed)
        assert all(then.handovers[one.id] is one for one in locked)
        assert all(then.messages[one.id] is one for one in answered)
        assert all(then.papers[key] is paper for key, paper in papers.items())
        now = then
