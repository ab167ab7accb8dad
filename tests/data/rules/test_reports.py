"""Reports are verified, merged, amended and closed; an incident walks its closed loop and keeps its history."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.model.dispatch import Incident, IncidentState, Report, ReportState
from data.model.field import Attachment
from data.model.situation import Situation, Touched
from data.model.steps import (
    IncidentAmended,
    IncidentClosed,
    IncidentMoved,
    IncidentRaised,
    ReportAmended,
    ReportMoved,
    ReportReceived,
    ReportsFiled,
    ReportsMerged,
    StepRefused,
)
from data.rules.take import take
from tests import township

BEFORE = Attachment("aa" * 32, "image/jpeg", 1000)
AFTER = Attachment("bb" * 32, "image/jpeg", 1000)


def report(name: str, grade: int = 3, text: str = "坝顶裂缝") -> Report:
    return Report(name, township.NOON, "E2", "裂缝", text, "S003", 113.7, 34.9, grade=grade, photos=(BEFORE,))


def reported(count: int = 3) -> Situation:
    grades = (3, 1, 2, 3)
    return township.after(township.situation(), *(ReportReceived(report(f"R{n}", grades[n])) for n in range(count)))


def incident(name: str = "I1", **more: object) -> Incident:
    values = {"works": "HYK", "place": "26坝", "kind": "管涌", "event": "incident.piping", "grade": 2, **more}
    return Incident(name, township.NOON, **values)


def test_a_report_needs_words_or_a_picture() -> None:
    now = township.situation()
    assert "R0" in township.after(now, ReportReceived(report("R0", text=" "))).reports
    bare = Report("R1", township.NOON, "E2", "裂缝", " ", "S003")
    with pytest.raises(StepRefused, match="report_empty"):
        township.after(now, ReportReceived(bare))


def test_merging_keeps_the_worst_grade_and_what_each_said() -> None:
    now = township.after(reported(), ReportsMerged("R0", ("R0", "R1", "R2"), "同一处"))
    assert now.reports["R0"].grade == 1
    assert {now.reports[name].state for name in ("R1", "R2")} == {ReportState.MERGED}
    assert now.reports["R1"].text == "坝顶裂缝"
    assert now.reports["R1"].merged_into == "R0"


def test_a_chain_of_mergers_never_has_to_be_walked() -> None:
    now = township.after(reported(), ReportsMerged("R1", ("R0",)), ReportsMerged("R2", ("R1",)))
    assert {now.reports[name].merged_into for name in ("R0", "R1")} == {"R2"}


@pytest.mark.parametrize("body", [ReportsMerged("R0", ("R0",)), ReportsMerged("R0", ())])
def test_merging_needs_two_reports_at_least(body: ReportsMerged) -> None:
    with pytest.raises(StepRefused, match="merge_impossible"):
        township.after(reported(), body)


def test_what_is_closed_is_not_merged_any_more() -> None:
    now = township.after(reported(), ReportMoved(("R1",), ReportState.REJECTED, "查无此事"))
    for body in (ReportsMerged("R0", ("R1",)), ReportsMerged("R1", ("R0",))):
        with pytest.raises(StepRefused, match="merge_impossible"):
            township.after(now, body)


def test_an_amendment_changes_what_it_names_and_counts() -> None:
    now = township.after(reported(), ReportAmended("R0", kind="渗水", grade=2, photos=(AFTER,), note="复看"))
    kept = now.reports["R0"]
    assert (kept.kind, kept.grade, kept.text, kept.photos, kept.amended) == ("渗水", 2, "坝顶裂缝", (BEFORE, AFTER), 1)


def test_closing_keeps_the_picture_of_afterwards_beside_the_first() -> None:
    now = township.after(
        reported(),
        ReportMoved(("R0",), ReportState.VERIFIED),
        ReportMoved(("R0",), ReportState.CLOSED, "已回填", photos=(AFTER,)),
    )
    assert (now.reports["R0"].photos, now.reports["R0"].after_photos) == ((BEFORE,), (AFTER,))


def test_a_report_is_filed_to_an_incident_or_to_a_case_but_not_to_both() -> None:
    now = township.after(reported(), IncidentRaised(incident()), ReportsFiled(("R0",), incident="I1"))
    now = township.after(now, ReportsFiled(("R1", "R2"), case="四乱2020-07"))
    assert now.reports["R0"].incident == "I1"
    assert now.reports["R2"].case == "四乱2020-07"
    for body in (ReportsFiled(("R0",)), ReportsFiled(("R0",), "I1", "四乱2020-07")):
        with pytest.raises(StepRefused, match="filing_incomplete"):
            township.after(now, body)


def test_an_incident_raised_from_a_report_is_known_to_the_report() -> None:
    now = township.after(reported(), IncidentRaised(incident(report="R0")))
    assert now.reports["R0"].incident == "I1"
    assert now.incidents["I1"].history[0].grade == 2


@given(st.lists(st.sampled_from(list(IncidentState)), max_size=12))
def test_an_incident_is_closed_exactly_while_it_is_filed_and_forgets_nothing(states: list[IncidentState]) -> None:
    now = township.after(township.situation(), IncidentRaised(incident()))
    for state in states:
        now = township.after(now, IncidentMoved("I1", state, "记"))
    kept = now.incidents["I1"]
    last = states[-1] if states else IncidentState.GRADED
    assert (kept.state, kept.closed_at is not None) == (last, last is IncidentState.FILED)
    assert [mark.state for mark in kept.history] == [IncidentState.GRADED, *states]


def test_filing_an_incident_needs_a_note() -> None:
    now = township.after(township.situation(), IncidentRaised(incident()))
    with pytest.raises(StepRefused, match="reason_missing"):
        township.after(now, IncidentMoved("I1", IncidentState.FILED))


def test_an_amended_incident_keeps_its_time_its_state_and_its_history() -> None:
    now = township.after(
        township.situation(), IncidentRaised(incident()), IncidentMoved("I1", IncidentState.FIGHTING, "抛石")
    )
    now = township.after(now, IncidentAmended(incident(grade=1, measures=(("直径", "8"),)), "出浑水"))
    kept = now.incidents["I1"]
    assert (kept.grade, kept.state, kept.measures) == (1, IncidentState.FIGHTING, (("直径", "8"),))
    assert (kept.history[-1].grade, kept.history[-1].note, len(kept.history)) == (1, "出浑水", 3)


def test_a_report_alone_draws_no_conclusion_but_an_incident_does() -> None:
    now = township.situation()
    _, touched = take(now, township.step(now, ReportReceived(report("R9"))))
    assert not touched & (Touched.LEVEL | Touched.TASKS)
    _, touched = take(now, township.step(now, IncidentRaised(incident(event="incident.major", grade=1))))
    assert touched & Touched.LEVEL


def test_closing_by_hand_files_the_incident() -> None:
    now = township.after(township.situation(), IncidentRaised(incident()), IncidentClosed("I1", "抢护完成"))
    assert now.incidents["I1"].state is IncidentState.FILED
    assert now.incidents["I1"].closed_at is not None
