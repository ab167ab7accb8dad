"""Every act is a query of the journal after its inject, narrowed by its proof; the same each time it is asked."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.model.alarm_steps import AlarmsAcknowledged, AlarmsMoved
from data.model.alarms import AlarmChange, AlarmMove
from data.model.dispatch import Call, Channel, Incident, Outcome, Push, ReportState
from data.model.drill import Act, InjectKind
from data.model.field import Muster, MusterLine
from data.model.field_steps import MusterCalled
from data.model.levels import Level
from data.model.office import Briefing, Paper, PaperKind, Vote
from data.model.office_steps import BriefingDecided, BriefingOpened, MessageAnswered, MessageNoted, PaperIssued
from data.model.people import Whereabouts
from data.model.scores import Verdict
from data.model.steps import (
    Body,
    CallLogged,
    IncidentAmended,
    IncidentRaised,
    NoteWritten,
    PushApproved,
    PushDrafted,
    ReportMoved,
    SignedOff,
    TaskOrdered,
    TasksMoved,
    WhereaboutsSet,
)
from data.model.task import Evidence, Move, Task
from data.rules.drill.effects import message_id, report_id
from tests.data.rules.performance.drilled import COMMANDER, LEADER, START, Book, at, expect, inject, scenario

MESSAGE, REPORT = InjectKind.MESSAGE, InjectKind.REPORT
SEEN = {"category": "E1", "kind": "管涌", "place": "大堤"}
CRACK = Incident("I1", START, "HYK", "大堤", "管涌", "incident.piping", 2, report=report_id("A"))


def raised(grade: int = 2) -> IncidentRaised:
    return IncidentRaised(replace(CRACK, grade=grade))


def signed(level: Level, *issue: str) -> SignedOff:
    return SignedOff(level, 4500.0, "会商", "河务局", issue)


def order(role: str = "R06", title: str = "查堤") -> Task:
    return Task("O1", title, role, START, 0.0, assignee="S004")


def push(template: str = "T1") -> tuple[Body, Body]:
    drafted = Push("P1", "撤滩", "请撤离", "撤回", "U1", START, ("S001",), (Channel.PHONE_PAGE,), template)
    return PushDrafted(drafted), PushApproved("P1", LEADER)


BRIEFING = Briefing("B1", "会商", START, "U3", 0, START, Level.NONE, None, "是否启动", ("R01",), ())
MUSTER = Muster("M1", "夜间点名", START, "U1", 10, (MusterLine("S001"),))
PAPER = Paper("W1", PaperKind.FLASH, "1", "汛情快报", "d" * 64, "", 1, START, "U1")


@pytest.mark.parametrize(
    ("kind", "details", "expectation", "doing", "by"),
    [
        (MESSAGE, {}, expect(Act.NOTE), (MessageNoted(message_id("A")),), "U1"),
        (REPORT, SEEN, expect(Act.NOTE), (ReportMoved((report_id("A"),), ReportState.REJECTED, "不实"),), "U1"),
        (REPORT, SEEN, expect(Act.VERIFY), (ReportMoved((report_id("A"),), ReportState.VERIFIED),), "U1"),
        (REPORT, SEEN, expect(Act.VERIFY), (raised(),), "U1"),
        (REPORT, SEEN, expect(Act.INCIDENT, grade="2"), (raised(2),), "U1"),
        (REPORT, SEEN, expect(Act.AMEND), (raised(), IncidentAmended(CRACK, "【续报】")), "U1"),
        (MESSAGE, {}, expect(Act.SIGN_OFF, level="IV"), (signed(Level.III),), COMMANDER),
        (MESSAGE, {}, expect(Act.ISSUE, instruction="MEET"), (signed(Level.IV, "MEET"),), COMMANDER),
        (MESSAGE, {}, expect(Act.ISSUE, role="R01"), (signed(Level.IV, "MEET"),), COMMANDER),
        (MESSAGE, {}, expect(Act.ORDER, role="R06"), (TaskOrdered(order()),), "U1"),
        (MESSAGE, {}, expect(Act.ON_SITE, role="R06"), (TaskOrdered(order()), TasksMoved(("O1",), Move.ARRIVE)), "U1"),
        (MESSAGE, {}, expect(Act.PUSH, template="T1"), push(), "U1"),
        (MESSAGE, {}, expect(Act.CALL, person="S002"), (CallLogged(Call("C", "S002", START, Outcome.ANSWERED)),), "U1"),
        (MESSAGE, {}, expect(Act.CALL, person="S002"),
         (CallLogged(Call("C", "S003", START, Outcome.ANSWERED, Channel.DEPUTY, deputy_of="S002")),), "U1"),
        (MESSAGE, {}, expect(Act.MUSTER, word="点名"), (MusterCalled(MUSTER),), "U1"),
        (MESSAGE, {"answer_min": "20"}, expect(Act.ANSWER), (MessageAnswered(message_id("A"), "已办"),), "U1"),
        (MESSAGE, {}, expect(Act.BRIEFING), (BriefingOpened(BRIEFING), BriefingDecided("B1", Vote.GO, "启动", "涨")),
         COMMANDER),
        (MESSAGE, {}, expect(Act.REPORT_UP, paper="flash"), (PaperIssued(PAPER),), "U1"),
        (MESSAGE, {}, expect(Act.LOG, word="停电"), (NoteWritten("某村停电"),), "U1"),
        (MESSAGE, {}, expect(Act.MOVE_PEOPLE, register="growers", people="GR1;GR2", state="已通知"),
         (WhereaboutsSet("growers", ("GR1",), Whereabouts.LEFT), WhereaboutsSet("growers", ("GR2",), Whereabouts.TOLD)),
         "U1"),
    ],
)  # fmt: skip
def test_an_act_is_answered_by_its_deed_in_time_or_late_and_missed_without_it(kind, details, expectation, doing, by):
    scene = scenario(inject("A", kind, expectation, **details))
    for minute, verdict in ((4.0, Verdict.IN_TIME), (14.0, Verdict.LATE)):
        book = Book(scene)
        book.fire("A", 1)
        book.do(minute, *doing, by=by)
        (one,) = book.answers(60)
        assert (one.verdict, one.done_at, one.role) == (verdict, at(minute), expectation.role)
        assert one.seq is not None
        assert dict(book.lines)[one.seq].at == at(minute)
    idle = Book(scene)
    idle.fire("A", 1)
    idle.do(5, NoteWritten("别的事"))
    assert idle.verdict(11.0) is Verdict.OPEN
    assert idle.verdict(11.1) is Verdict.MISSED


@pytest.mark.parametrize(
    ("expectation", "doing", "by"),
    [
        (expect(Act.SIGN_OFF, level="III"), (signed(Level.IV),), COMMANDER),
        (expect(Act.ISSUE, instruction="STOCK"), (signed(Level.IV, "MEET"),), COMMANDER),
        (expect(Act.ORDER, role="R09"), (TaskOrdered(order()),), "U1"),
        (expect(Act.ORDER, word="封路"), (TaskOrdered(order()),), "U1"),
        (expect(Act.PUSH, template="T2"), push(), "U1"),
        (expect(Act.CALL, person="S005"), (CallLogged(Call("C", "S002", START, Outcome.ANSWERED)),), "U1"),
        (expect(Act.REPORT_UP, paper="press"), (PaperIssued(PAPER),), "U1"),
        (expect(Act.LOG, word="停电"), (NoteWritten("来电"),), "U1"),
        (expect(Act.MOVE_PEOPLE, register="growers", people="GR1;GR2", state="已撤离"),
         (WhereaboutsSet("growers", ("GR1",), Whereabouts.LEFT), WhereaboutsSet("growers", ("GR2",), Whereabouts.TOLD)),
         "U1"),
    ],
)  # fmt: skip
def test_a_deed_that_the_proof_does_not_name_answers_nothing(expectation, doing, by) -> None:
    book = Book(scenario(inject("A", MESSAGE, expectation)))
    book.fire("A", 1)
    book.do(4, *doing, by=by)
    assert book.verdict() is Verdict.MISSED


def test_an_incident_less_grave_than_was_asked_for_is_no_answer() -> None:
    book = Book(scenario(inject("A", REPORT, expect(Act.INCIDENT, grade="1"), **SEEN)))
    book.fire("A", 0)
    book.do(3, raised(2))
    assert book.verdict() is Verdict.MISSED


def test_an_inject_that_grows_worse_is_answered_at_the_incident_that_it_follows() -> None:
    first = inject("A", REPORT, **SEEN)
    worse = inject("A-2", InjectKind.INCIDENT, expect(Act.AMEND, grade="1"), follows="A", kind="管涌")
    book = Book(scenario(first, worse))
    book.fire("A", 0)
    book.do(3, raised(2))
    book.fire("A-2", 20)
    book.do(25, IncidentAmended(replace(CRACK, grade=1), "【续报】升级"))
    (one,) = book.answers(60)
    assert (one.verdict, one.took_min) == (Verdict.IN_TIME, 5.0)


def test_an_alarm_is_noted_where_it_is_the_one_that_the_inject_raised() -> None:
    stones = inject("A", InjectKind.STONES, expect(Act.NOTE, alarm="stone.moved"), stones="ZS001", state="移位")
    book = Book(scenario(stones))
    book.fire("A", 0)
    tags = ("stone.moved/ZS009", "stone.moved/ZS001")
    book.do(1, AlarmsMoved(tuple(AlarmMove(tag, AlarmChange.RAISED, at(1), "stone.moved", tag[-5:]) for tag in tags)))
    book.do(3, AlarmsAcknowledged(tags[:1]))
    assert book.answers(5)[0].verdict is Verdict.OPEN
    book.do(6, AlarmsAcknowledged(tags[1:]))
    assert book.answers(9)[0].took_min == 6.0


def test_what_stood_already_is_answered_at_once_and_names_the_step_since_which_it_stands() -> None:
    late = inject("B", MESSAGE, expect(Act.SIGN_OFF, level="IV"), expect(Act.ISSUE, instruction="MEET"))
    book = Book(scenario(inject("A", MESSAGE), late))
    book.do(1, signed(Level.IV, "MEET"), by=COMMANDER)
    seq = book.now.seq
    book.fire("B", 30)
    assert [(one.verdict, one.took_min, one.seq) for one in book.answers(31)] == [(Verdict.IN_TIME, 0.0, seq)] * 2


def test_a_task_that_was_done_before_does_not_answer_that_it_be_issued_again() -> None:
    book = Book(scenario(inject("A", MESSAGE, expect(Act.ISSUE, instruction="MEET"))))
    book.do(1, signed(Level.IV, "MEET"), by=COMMANDER)
    (task,) = [one.id for one in book.now.tasks.values() if one.instruction == "MEET"]
    book.do(5, TasksMoved((task,), Move.FINISH, evidence=(Evidence("text", at(5), "U1", "办结"),)))
    book.fire("A", 30)
    assert book.verdict() is Verdict.MISSED


def test_one_call_answers_one_of_two_injects_and_one_signature_both() -> None:
    def pair(act: Act, **proof: str) -> Book:
        return Book(scenario(*(inject(name, MESSAGE, expect(act, **proof)) for name in "AB")))

    calls = pair(Act.CALL, person="S002")
    calls.fire("A", 0)
    calls.fire("B", 0)
    calls.do(3, CallLogged(Call("C", "S002", START, Outcome.ANSWERED)))
    assert [one.verdict for one in calls.answers(60)] == [Verdict.IN_TIME, Verdict.MISSED]
    levels = pair(Act.SIGN_OFF, level="IV")
    levels.fire("A", 0)
    levels.fire("B", 0)
    levels.do(3, signed(Level.IV), by=COMMANDER)
    assert [one.verdict for one in levels.answers(60)] == [Verdict.IN_TIME, Verdict.IN_TIME]


def test_what_an_inject_lets_happen_answers_nothing_and_what_was_not_fired_expects_nothing() -> None:
    gone = {"register": "growers", "people": "GR1", "state": "已撤离"}
    moved = inject("A", InjectKind.WHEREABOUTS, expect(Act.MOVE_PEOPLE, **gone), **(gone | {"state": "拒绝撤离"}))
    book = Book(scenario(moved, inject("B", MESSAGE, expect(Act.NOTE))))
    book.do(0, WhereaboutsSet("growers", ("GR1",), Whereabouts.LEFT))
    book.fire("A", 5)  # they have come back: that they had left does not count
    assert [one.inject for one in book.answers(60)] == ["A"]
    assert book.answers(60)[0].verdict is Verdict.MISSED
    book.do(9, WhereaboutsSet("growers", ("GR1",), Whereabouts.LEFT))
    assert book.answers(60)[0].took_min == 4.0


# ── whatever people do ──

ACTS = (
    (expect(Act.NOTE), MessageNoted(message_id("A"))),
    (expect(Act.SIGN_OFF, level="IV"), signed(Level.IV, "MEET")),
    (expect(Act.ISSUE, role="R01"), signed(Level.III)),
    (expect(Act.CALL, person="S002"), CallLogged(Call("C", "S002", START, Outcome.ANSWERED))),
    (expect(Act.ORDER, role="R06"), TaskOrdered(order())),
    (expect(Act.LOG, word="停电"), NoteWritten("停电")),
    (expect(Act.LOG, word="电"), NoteWritten("来电")),
)
RANK = {Verdict.IN_TIME: 0, Verdict.OPEN: 1, Verdict.LATE: 2, Verdict.MISSED: 3}


def told(seed: int, longer: float, keys: str) -> Book:
    random = Random(seed)
    scene = scenario(
        inject("A", MESSAGE, *(replace(one, within_min=one.within_min + longer) for one, _ in ACTS)),
        inject("B", MESSAGE, *(replace(one, within_min=one.within_min + longer) for one, _ in ACTS)),
    )
    book = Book(scene, key=lambda n: f"{keys}{n}")
    doings = [(random.uniform(0, 40), body) for _, body in random.sample(ACTS, 5)]
    happenings = [(random.uniform(0, 10), "A"), (random.uniform(0, 10), "B"), *doings]
    for minute, what in sorted(happenings, key=lambda one: one[0]):
        if isinstance(what, str):
            book.fire(what, minute)
        elif not isinstance(what, MessageNoted) or message_id("A") in book.now.messages:
            book.do(minute, what, by=COMMANDER)
    return book


@settings(max_examples=40)
@given(st.integers(0, 10_000), st.floats(0, 60), st.floats(0, 90))
def test_no_answer_lies_before_its_inject_and_more_time_makes_no_verdict_worse(
    seed: int, longer: float, until: float
) -> None:
    tight, loose, other = (told(seed, more, keys).answers(until) for more, keys in ((0, "k"), (longer, "k"), (0, "z9")))
    assert tight == other  # what the keys are called says nothing
    for one, wider in zip(tight, loose, strict=True):
        assert one.done_at is None or one.done_at >= one.fired_at
        assert (wider.done_at, wider.seq) == (one.done_at, one.seq)
        assert RANK[wider.verdict] <= RANK[one.verdict]


def test_time_counts_from_when_the_players_could_see_an_inject_not_from_when_it_was_meant() -> None:
    told = Book(scenario(inject("A", MESSAGE, expect(Act.ANSWER, 30))))
    told.do(90, signed(Level.III), by=COMMANDER)
    told.fire("A", 0)
    told.do(100, MessageAnswered(message_id("A"), "好"))
    (answer,) = told.answers(200)
    assert told.now.drill is not None
    assert answer.fired_at == told.now.drill.marks[0].at == at(90)
    assert (answer.took_min, answer.verdict) == (10, Verdict.IN_TIME)
