"""The closed loop of an incident: usual moves, moves to explain, and the time limits that run."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from data.feeds.incident_tables import read_incident_tables
from data.model.dispatch import Incident, IncidentMark, IncidentState
from data.model.incident_tables import LimitKind
from data.model.steps import IncidentAmended, IncidentMoved, IncidentRaised
from data.rules import incident_loop as loop
from data.rules.incident_loop import Way
from tests.township import NOON, after, situation

TABLES = read_incident_tables(Path(__file__).resolve().parents[3] / "resources" / "rules")
FOUND = Incident("I1", NOON, "", "26坝", "管涌", "incident.piping", 2, structure="堤防")


def raised(**changes):
    return after(situation(), IncidentRaised(replace(FOUND, **changes)))


def test_the_usual_course_leads_from_the_first_report_to_filing_and_ends_there():
    state, walked = IncidentState.REPORTED, [IncidentState.REPORTED]
    while (following := loop.usual_next(state)) is not None:
        state = following
        walked.append(state)
    assert tuple(walked) == tuple(IncidentState)
    assert state is IncidentState.FILED


@pytest.mark.parametrize("state", list(IncidentState))
def test_from_every_state_each_other_is_offered_once_but_filing_only_after_the_review(state):
    offered = loop.onward(state)
    expected = set(IncidentState) - {state}
    if state is not IncidentState.REVIEWED:
        expected -= {IncidentState.FILED}
    assert {one.state for one in offered} == expected
    assert len(offered) == len(expected)


def test_the_usual_move_needs_no_note_while_leaving_out_steps_and_going_back_do():
    by_state = {one.state: one for one in loop.onward(IncidentState.GUARDED)}
    assert (by_state[IncidentState.PLANNED].way, by_state[IncidentState.PLANNED].note_needed) == (Way.USUAL, False)
    assert (by_state[IncidentState.FIGHTING].way, by_state[IncidentState.FIGHTING].note_needed) == (Way.SKIP, True)
    assert (by_state[IncidentState.GRADED].way, by_state[IncidentState.GRADED].note_needed) == (Way.BACK, True)
    assert loop.onward(IncidentState.REVIEWED)[0].note_needed


@pytest.mark.parametrize("state", list(IncidentState))
def test_every_move_that_is_offered_is_taken_by_the_situation(state):
    now = raised(state=state)
    for one in loop.onward(state):
        moved = after(now, IncidentMoved("I1", one.state, "理由" if one.note_needed else ""))
        assert moved.incidents["I1"].state is one.state


@pytest.mark.parametrize(("grade", "minutes"), [(1, 15), (2, 30), (3, 60)])
def test_the_first_report_is_due_by_the_grade_from_when_it_was_found(grade, minutes):
    (one,) = loop.running(raised(grade=grade).incidents["I1"], TABLES)
    assert (one.limit.what, one.since, one.due) == (LimitKind.FIRST_REPORT, NOON, NOON + timedelta(minutes=minutes))
    assert not one.overdue(one.due)
    assert one.overdue(one.due + timedelta(seconds=1))


def test_a_report_sent_up_keeps_the_limit_and_starts_the_next_one():
    now = raised()
    now = after(now, IncidentAmended(now.incidents["I1"], f"{loop.SENT_FIRST}区防指"))
    first, more = loop.running(now.incidents["I1"], TABLES)
    assert (first.done_at, first.overdue(NOON + timedelta(days=1))) == (now.at, False)
    assert more.due == now.at + timedelta(minutes=60)
    assert loop.pressing(now.incidents["I1"], TABLES) == more
    assert (loop.reports_sent(now.incidents["I1"]), loop.first_report_sent(now.incidents["I1"])) == (1, True)


def test_a_grade_that_rises_asks_for_a_first_report_again_and_one_that_falls_does_not():
    now = raised()
    now = after(now, IncidentAmended(now.incidents["I1"], f"{loop.SENT_FIRST}区防指"))
    milder = after(now, IncidentAmended(replace(now.incidents["I1"], grade=3), "复核"))
    assert loop.first_report_sent(milder.incidents["I1"])
    graver = after(now, IncidentAmended(replace(now.incidents["I1"], grade=1), "转重大"))
    assert not loop.first_report_sent(graver.incidents["I1"])
    pressing = loop.pressing(graver.incidents["I1"], TABLES)
    assert pressing is not None
    assert pressing.due == graver.at + timedelta(minutes=15)


def test_no_later_reports_run_once_the_danger_is_lifted_and_none_at_all_when_it_is_filed():
    sent = IncidentMark(NOON + timedelta(minutes=5), "U1", IncidentState.GRADED, loop.SENT_FIRST)
    lifted = replace(FOUND, state=IncidentState.REVIEWED, history=(sent,))
    assert loop.pressing(lifted, TABLES) is None
    filed = replace(FOUND, state=IncidentState.FILED, closed_at=NOON)
    assert loop.pressing(filed, TABLES) is None


def test_without_a_table_nothing_is_due():
    assert loop.running(FOUND, type(TABLES)()) == ()
