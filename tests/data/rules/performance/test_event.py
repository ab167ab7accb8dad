"""The score of an event counts by role and clause, measures times, finds what was late, and ranks nobody."""

from __future__ import annotations

import json
from dataclasses import replace

import resources
from data.feeds.alarm_tables import read_alarm_bounds
from data.model.alarm_steps import AlarmsAcknowledged, AlarmsMoved
from data.model.alarms import AlarmChange, AlarmClass, AlarmKind, AlarmMove, Priority
from data.model.dispatch import Channel, Outcome, Push, ReportState, SuperiorOrder
from data.model.drill import Act, InjectKind
from data.model.levels import Confidence, Level
from data.model.office_steps import MessageAnswered, MessageNoted
from data.model.people import Whereabouts
from data.model.register import Register
from data.model.river import HUAYUANKOU, Forecast, Reading
from data.model.scores import LeadKind, Measure, Thing, Verdict, as_mapping
from data.model.situation import Situation
from data.model.steps import (
    ForecastEntered,
    IncidentRaised,
    OrderReceived,
    PushApproved,
    PushDrafted,
    ReadingTaken,
    Realm,
    ReceiptNoted,
    ReportMoved,
    SignedOff,
    TasksMoved,
    WhereaboutsSet,
)
from data.model.task import Evidence, Move, Task, TaskState
from data.rules.drill.effects import message_id, report_id
from data.rules.performance.event import event_score
from data.rules.performance.gaps import task_gaps, verdict_of
from data.rules.performance.leads import leads
from data.rules.performance.timings import timings, took
from tests.data.rules.performance.drilled import COMMANDER, LEADER, START, Book, at, expect, inject, scenario
from tests.data.rules.performance.test_expected import CRACK, SEEN

SPAN = (START, at(600))
PUSH = Push("P1", "撤滩", "请撤离", "撤回", "U1", START, ("S001", "S004", "K1"), (Channel.PHONE_PAGE, Channel.DOOR))


def proof(minute: float) -> tuple[Evidence, ...]:
    return (Evidence("text", at(minute), "U1", "办结"),)


def reading(minute: float, flow: float) -> ReadingTaken:
    return ReadingTaken(Reading(HUAYUANKOU, at(minute), flow))


def signed(level: Level, flow: float, *issue: str) -> SignedOff:
    return SignedOff(level, flow, "会商", "河务局", issue)


def task(book: Book, instruction: str) -> str:
    return next(one.id for one in book.now.tasks.values() if one.instruction == instruction)


def story() -> Book:
    """A drill: a report, a message, a level, tasks in time, late and missed, a push that two answer."""
    scene = scenario(
        inject("A", InjectKind.REPORT, expect(Act.VERIFY), expect(Act.INCIDENT), **SEEN),
        inject("B", InjectKind.MESSAGE, expect(Act.ANSWER), answer_min="20"),
    )
    book = Book(scene)
    book.do(1, reading(1, 4200), by="system")
    book.fire("A", 2)
    book.do(6, ReportMoved((report_id("A"),), ReportState.VERIFIED))
    book.do(10, signed(Level.IV, 4200, "MEET", "PATROL-2H", "CLEAR-NEN"), by=COMMANDER)
    book.fire("B", 12)
    book.do(14, MessageNoted(message_id("B")))
    book.do(16, IncidentRaised(CRACK))
    book.do(20, TasksMoved((task(book, "MEET"),), Move.ACKNOWLEDGE))
    book.do(30, TasksMoved((task(book, "MEET"),), Move.FINISH, evidence=proof(30)))
    book.do(90, TasksMoved((task(book, "PATROL-2H"),), Move.FINISH, evidence=proof(90)))
    book.do(95, PushDrafted(PUSH))
    book.do(97, PushApproved("P1", LEADER), by=LEADER)
    book.do(100, ReceiptNoted("P1", ("S001",), Channel.PHONE_PAGE, Outcome.ANSWERED))
    book.do(107, ReceiptNoted("P1", ("K1",), Channel.DOOR, Outcome.CANNOT))
    book.do(110, WhereaboutsSet("growers", ("GR1",), Whereabouts.LEFT))
    book.do(130, MessageAnswered(message_id("B"), "已办"))
    return book


def test_times_are_measured_from_what_began_to_what_ended_it() -> None:
    book = story()
    found = {(one.thing, one.measure): one for one in timings(book.lines, book.now, SPAN)}
    medians = {key: (one.total.median_min, one.total.waiting) for key, one in found.items()}
    assert medians[Thing.REPORT, Measure.ACKNOWLEDGE] == (4.0, 0)
    assert medians[Thing.REPORT, Measure.CLEAR] == (None, 1)
    assert medians[Thing.INCIDENT, Measure.ISSUE] == (14.0, 0)
    assert medians[Thing.MESSAGE, Measure.ACKNOWLEDGE] == (2.0, 0)
    assert medians[Thing.MESSAGE, Measure.ANSWER] == (118.0, 0)
    assert medians[Thing.PUSH, Measure.ISSUE] == (2.0, 0)
    assert medians[Thing.PUSH, Measure.ANSWER] == (6.5, 1)
    assert medians[Thing.PUSH, Measure.CLEAR] == (None, 1)
    cleared = found[Thing.TASK, Measure.CLEAR]
    assert dict(cleared.by_role)["R01"].worst_min == 20.0
    assert dict(cleared.by_clause)["PATROL-2H"].median_min == 80.0
    assert (cleared.total.count, cleared.total.waiting) == (2, 1)
    issued = found[Thing.TASK, Measure.ISSUE].total
    assert (issued.median_min, issued.waiting) == (9.0, sum(t.issued_at is None for t in book.now.tasks.values()))


def test_the_ninth_of_ten_and_the_worst_are_of_the_whole() -> None:
    told = took(range(1, 11))
    assert (told.count, told.median_min, told.p90_min, told.worst_min) == (10, 5.5, 9, 10)
    assert took([]) == took([], 0)


def test_tasks_are_in_time_late_or_missed_and_those_taken_back_in_time_count_as_nothing() -> None:
    book = story()
    gaps = task_gaps(book.now, SPAN)
    assert [book.now.tasks[one].instruction for one in gaps.late] == ["PATROL-2H"]
    assert [book.now.tasks[one].instruction for one in gaps.missed] == ["CLEAR-NEN"]
    assert (gaps.total.in_time, gaps.total.expected) == (1, 3)
    assert {one.key for one in gaps.by_role} == {"R01", "R06", "R09"}
    plain = Task("t", "办", "R06", START, 0.0, TaskState.ISSUED, issued_at=START, deadline_min=60)
    assert verdict_of(plain, at(60)) is Verdict.OPEN
    assert verdict_of(plain, at(61)) is Verdict.MISSED
    assert verdict_of(replace(plain, state=TaskState.WITHDRAWN), at(30)) is None


def test_people_who_never_answered_are_counted_by_role_and_grid_and_not_named() -> None:
    book = story()
    score = event_score(book.lines, book.now, SPAN)
    assert (score.unanswered.total, score.unanswered.recipients) == (1, 3)
    assert score.unanswered.by_role == (("R06", 1),)
    (growers,) = score.moved
    assert dict(growers.by_state)["已撤离"] == 1
    assert growers.first_left == at(110)
    assert "S004" not in json.dumps(as_mapping(score))


def test_answers_are_tallied_by_role_clause_and_act() -> None:
    book = story()
    score = event_score(book.lines, book.now, SPAN, answers=book.answers(600))
    assert (score.expected.in_time, score.expected.late, score.expected.missed) == (1, 2, 0)
    assert score.expected.share == 0.3333
    assert [(one.key, one.expected) for one in score.by_clause] == [("MEET", 3)]
    assert {one.key: one.in_time for one in score.by_act} == {"answer": 0, "incident": 0, "verify": 1}
    assert score.injects_fired == 2
    assert (score.realm, score.highest, score.peak_flow_m3s) == (Realm.DRILL, Level.IV, 4200)
    assert [one.expectation for one in score.of_inject("A")] == ["verify", "incident"]


def test_lead_times_run_from_suggestion_forecast_and_crossing() -> None:
    book = Book(scenario())
    book.do(0, reading(0, 3000), by="system")
    book.do(1, ForecastEntered(Forecast(HUAYUANKOU, 6500, at(300), at(1), "水文局")))
    book.do(5, reading(5, 4100), by="system")
    book.do(15, signed(Level.IV, 4100), by=COMMANDER)
    book.do(35, PushDrafted(PUSH))
    book.do(36, PushApproved("P1", LEADER), by=LEADER)
    book.do(60, signed(Level.III, 4100), by=COMMANDER)
    book.do(120, reading(120, 6100), by="system")
    found = {(one.kind, one.level): one.minutes for one in leads(book.lines, book.now, SPAN)}
    kind = LeadKind
    assert found == {
        (kind.SUGGESTED_SIGNED, Level.IV): 14.0, (kind.SUGGESTED_SIGNED, Level.III): 59.0,
        (kind.FORECAST_SIGNED, Level.IV): 14.0, (kind.FORECAST_SIGNED, Level.III): 59.0,
        (kind.CROSSED_PUSHED, Level.IV): 31.0, (kind.CROSSED_PUSHED, Level.III): None,
        (kind.SIGNED_CROSSED, Level.IV): -10.0, (kind.SIGNED_CROSSED, Level.III): 60.0,
    }  # fmt: skip


def test_a_push_after_the_signature_tells_people_before_the_water_comes() -> None:
    book = Book(scenario())
    book.do(0, reading(0, 3000), by="system")
    book.do(10, signed(Level.III, 3000), by=COMMANDER)
    book.do(20, PushDrafted(PUSH))
    book.do(30, PushApproved("P1", LEADER), by=LEADER)
    book.do(90, reading(90, 4200), by="system")
    found = {(one.kind, one.level): (one.since, one.minutes) for one in leads(book.lines, book.now, SPAN)}
    assert found == {
        (LeadKind.CROSSED_PUSHED, Level.IV): (at(90), -60.0), (LeadKind.SIGNED_CROSSED, Level.IV): (at(10), 80.0)
    }  # fmt: skip


def test_the_first_flow_that_is_known_crosses_nothing() -> None:
    book = Book(scenario())
    book.do(1, reading(1, 6500), by="system")
    assert {one.kind for one in leads(book.lines, book.now, SPAN)} == {LeadKind.SUGGESTED_SIGNED}


def test_what_stations_upstream_hint_at_is_not_waited_for_but_an_order_is() -> None:
    book = Book(scenario())
    book.do(1, ReadingTaken(Reading("TG", at(1), 9000)), by="system")
    book.do(2, OrderReceived(SuperiorOrder("O", at(2), "区防指", "1号", "启动Ⅲ级", Level.III)))
    found = leads(book.lines, book.now, SPAN)
    assert {(one.kind, one.ref, one.since, one.minutes) for one in found} == {
        (LeadKind.SUGGESTED_SIGNED, "order", at(2), None)
    }


def test_the_peak_is_at_the_time_of_its_reading_not_at_its_receipt() -> None:
    book = Book(scenario())
    book.do(1, reading(-30, 9000.0), by="system")  # of before the span
    book.do(12, reading(5, 5000.0), by="system")
    book.do(30, reading(20, 4800.0), by="system")
    score = event_score(book.lines, book.now, SPAN)
    assert (score.peak_flow_m3s, score.peak_at) == (5000.0, at(5))


def test_alarms_are_timed_to_the_look_and_to_the_end_but_diagnostics_are_not() -> None:
    def kind(name: str, sort: AlarmClass) -> AlarmKind:
        return AlarmKind(name, name, sort, Priority.HIGH, "因", "果", "办", 10, "R03", "desk", "设定", Confidence.LOW)

    kinds = Register("alarmkinds", (kind("flow", AlarmClass.ALARM), kind("link", AlarmClass.DIAGNOSTIC)))
    book = Book(scenario())
    book.now = replace(book.now, registers=book.now.registers.having(kinds))
    raised = tuple(AlarmMove(f"{one}/x", AlarmChange.RAISED, at(1), one, "x") for one in ("flow", "link"))
    book.do(1, AlarmsMoved(raised), by="system")
    book.do(4, AlarmsAcknowledged(("flow/x", "link/x")))
    book.do(9, AlarmsMoved((AlarmMove("flow/x", AlarmChange.ENDED, at(9), "flow", "x"),)), by="system")
    found = {one.measure: one for one in timings(book.lines, book.now, SPAN)}
    assert {measure: one.total.median_min for measure, one in found.items()} == {
        Measure.ACKNOWLEDGE: 3.0, Measure.CLEAR: 8.0
    }  # fmt: skip
    assert found[Measure.CLEAR].by_role[0][0] == "R03"


def test_the_unseen_are_among_the_alarms_raised_and_diagnostics_are_neither() -> None:
    book = Book(scenario())
    rows = [
        AlarmKind(one, one, sort, Priority.HIGH, "因", "果", "办", 10, "R03", "desk", "设定", Confidence.LOW)
        for one, sort in (("flow", AlarmClass.ALARM), ("link", AlarmClass.DIAGNOSTIC))
    ]
    book.now = replace(book.now, registers=book.now.registers.having(Register("alarmkinds", tuple(rows))))
    tags = ("flow/x", "flow/y", "link/x", "link/y", "link/z")
    moves = tuple(AlarmMove(tag, AlarmChange.RAISED, at(1), *tag.split("/")) for tag in tags)
    book.do(1, AlarmsMoved(moves), by="system")
    book.do(4, AlarmsAcknowledged(("flow/x",)))
    bounds = read_alarm_bounds(resources.path("rules"))
    told = event_score(book.lines, book.now, SPAN, bounds=bounds).alarms
    assert (told.raised, told.unseen) == (2, ("flow/y",))


def test_a_score_is_json_with_its_fields_in_their_order_and_an_empty_one_too() -> None:
    book = story()
    score = event_score(book.lines, book.now, SPAN, answers=book.answers(600))
    told = json.loads(json.dumps(as_mapping(score)))
    assert list(told)[:4] == ["realm", "begins", "ends", "first_seq"]
    assert told["highest"] == "IV"
    assert told["answers"][0]["took_min"] == 4.0
    assert told["expected"]["share"] == 0.3333
    empty = event_score((), Situation(), SPAN)
    assert (empty.steps, empty.expected.share, empty.leads, empty.timings) == (0, None, (), ())
    assert empty.timing(Thing.TASK, Measure.CLEAR).total.count == 0
