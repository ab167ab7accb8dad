"""Pushes need two persons; the ladder climbs for those who do not answer and stops for those who do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.model.dispatch import Call, Channel, Outcome, Push, PushState, Report, ReportState
from data.model.situation import Situation
from data.model.steps import (
    CallLogged,
    PushApproved,
    PushDrafted,
    PushRetracted,
    ReceiptNoted,
    ReportMoved,
    ReportReceived,
    StepRefused,
)
from data.rules.dispatch import LADDER, next_channel, reach
from tests import township


def drafted() -> Situation:
    now = township.situation()
    people = ("S001", "S004", "S005")
    push = Push("P1", "撤滩", "请立即撤离", "更正：前次通知作废", "U1", now.at, people, LADDER)
    return township.after(now, PushDrafted(push))


def sent() -> Situation:
    return township.after(drafted(), PushApproved("P1", "U2"))


def test_the_author_of_a_push_cannot_approve_it() -> None:
    now = township.situation()
    push = Push("P1", "撤滩", "文", "撤", "U2", now.at, ("S001",), LADDER)
    now = township.after(now, PushDrafted(push))
    with pytest.raises(StepRefused, match="author_is_approver"):
        township.after(now, PushApproved("P1", "U2"))


def test_a_push_needs_its_retraction_written_beforehand() -> None:
    now = township.situation()
    with pytest.raises(StepRefused, match="push_incomplete"):
        township.after(now, PushDrafted(Push("P1", "题", "文", " ", "U1", now.at, ("S001",), LADDER)))


def test_no_answer_climbs_to_the_next_rung_and_an_answer_ends_the_chase() -> None:
    now = sent()
    for channel in (Channel.SCREEN, Channel.TELEPHONE):
        now = township.after(now, ReceiptNoted("P1", ("S004",), channel, Outcome.NO_ANSWER))
    push = now.pushes["P1"]
    receipt = push.receipts[1]
    assert next_channel(push, receipt) is Channel.DEPUTY
    now = township.after(now, ReceiptNoted("P1", ("S004",), Channel.DEPUTY, Outcome.ANSWERED))
    assert next_channel(now.pushes["P1"], now.pushes["P1"].receipts[1]) is None


def test_a_late_no_answer_does_not_undo_an_answer() -> None:
    now = township.after(sent(), ReceiptNoted("P1", ("S001",), Channel.TELEPHONE, Outcome.ANSWERED))
    now = township.after(now, ReceiptNoted("P1", ("S001",), Channel.SCREEN, Outcome.FAILED))
    assert now.pushes["P1"].receipts[0].outcome is Outcome.ANSWERED


@given(st.lists(st.tuples(st.sampled_from(("S001", "S004", "S005")), st.sampled_from(list(Outcome))), max_size=12))
def test_the_counts_of_a_push_always_add_up(tries: list[tuple[str, Outcome]]) -> None:
    now = sent()
    for person, outcome in tries:
        now = township.after(now, ReceiptNoted("P1", (person,), Channel.TELEPHONE, outcome))
    counts = reach(now.pushes["P1"])
    assert counts.total == counts.delivered + counts.unreached + counts.waiting == 3
    assert counts.answered <= counts.delivered


def test_a_call_about_a_push_counts_as_an_attempt_and_a_deputys_answer_as_the_persons() -> None:
    now = township.after(sent(), CallLogged(Call("C1", "S004", township.NOON, Outcome.NO_ANSWER, about="P1")))
    assert now.pushes["P1"].receipts[1].outcome is Outcome.NO_ANSWER
    deputy = Call("C2", "S005", township.NOON, Outcome.ANSWERED, about="P1", deputy_of="S004")
    now = township.after(now, CallLogged(deputy))
    assert now.pushes["P1"].receipts[1].outcome is Outcome.ANSWERED
    assert now.pushes["P1"].receipts[1].tries[-1][0] is Channel.DEPUTY


def test_a_push_is_retracted_only_after_it_was_sent() -> None:
    with pytest.raises(StepRefused):
        township.after(drafted(), PushRetracted("P1", "误发"))
    now = township.after(sent(), PushRetracted("P1", "误发"))
    assert now.pushes["P1"].state is PushState.RETRACTED


def test_a_report_is_taken_once_and_walks_from_unverified_to_closed() -> None:
    now = township.situation()
    report = Report("R1", now.at, "E1", "根石走失", "90坝根石台下沉", "S004")
    now = township.after(now, ReportReceived(report))
    with pytest.raises(StepRefused, match="report_exists"):
        township.after(now, ReportReceived(report))
    now = township.after(
        now, ReportMoved(("R1",), ReportState.VERIFIED), ReportMoved(("R1",), ReportState.HANDLING, owner="S003")
    )
    now = township.after(now, ReportMoved(("R1",), ReportState.CLOSED, note="已抛石"))
    assert now.reports["R1"].state is ReportState.CLOSED
    assert now.reports["R1"].owner == "S003"
