"""Tasks rise with the flow, go out by signature, are followed to proof, and never vanish."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.model.dispatch import Incident
from data.model.levels import Level
from data.model.situation import Course, Situation
from data.model.steps import IncidentRaised, SignedOff, StepRefused, TaskOrdered, TasksMoved
from data.model.task import Evidence, Move, Task, TaskState
from data.rules import signoff
from data.rules.plan import Change
from tests import township


def signed(now: Situation, flow: float) -> Situation:
    shown = signoff.preview(now, flow)
    return township.after(now, signoff.sign_off(shown, shown.level, "会商决定", "河务局"))


def states(now: Situation) -> dict[str, TaskState]:
    return {task.instruction: task.state for task in now.tasks.values()}


def open_plan_tasks(now: Situation) -> set[str]:
    return {t.instruction for t in now.tasks.values() if t.state.open and t.instruction}


def test_tasks_rise_with_the_flow_and_wait_for_a_signature() -> None:
    now = township.at_flow(township.situation(), 4200)
    assert states(now) == dict.fromkeys(("WATCH", "PATROL-2H", "MEET", "CLEAR-NEN"), TaskState.PENDING)
    assert now.basis.course is Course.RISING
    assert now.basis.tier == 2


def test_a_falling_flow_takes_nothing_away_by_itself() -> None:
    now = township.at_flow(township.at_flow(township.situation(), 4200), 900)
    assert open_plan_tasks(now) == {"WATCH", "PATROL-2H", "MEET", "CLEAR-NEN"}


def test_a_pending_task_that_a_higher_flow_replaces_is_withdrawn_with_its_reason() -> None:
    now = township.at_flow(township.at_flow(township.situation(), 4200), 6100)
    old = now.tasks["1/PATROL-2H"]
    assert (old.state, old.reason, old.reason_ref) == (TaskState.WITHDRAWN, "superseded", "PATROL-1H")


def test_signing_makes_exactly_the_preview_live() -> None:
    now = township.at_flow(township.situation(), 4200)
    shown = signoff.preview(now, 8100)
    after = township.after(now, signoff.sign_off(shown, shown.level, "预报上涨", "河务局"))
    assert after.standing.level is Level.II
    issued = {t.instruction for t in after.tasks.values() if t.state is TaskState.ISSUED}
    assert issued == {entry.instruction.id for entry in shown.entries}
    assert all(after.tasks[task.id].state is TaskState.WITHDRAWN for task, _ in shown.withdrawn)


def test_a_what_if_leaves_the_situation_as_it_was() -> None:
    now = township.at_flow(township.situation(), 4200)
    before = replace(now)
    signoff.preview(now, 22_000)
    assert now == before


def test_the_preview_tells_new_changed_and_withdrawn_against_what_is_out() -> None:
    now = signed(township.at_flow(township.situation(), 4200), 4200)
    shown = signoff.preview(now, 6100)
    changes = {entry.instruction.id: entry.change for entry in shown.entries}
    assert changes["PATROL-1H"] is Change.CHANGED
    assert changes["STOCK"] is Change.NEW
    assert changes["MEET"] is Change.KEPT
    assert [(task.instruction, by) for task, by in shown.withdrawn] == [("PATROL-2H", "PATROL-1H")]


def test_going_down_brings_the_weaker_patrol_back_and_the_recession_lines() -> None:
    now = signed(township.at_flow(township.situation(), 8100), 8100)
    now = signed(township.at_flow(now, 4500), 4500)
    assert now.basis.course is Course.RECEDING
    assert {"PATROL-2H", "RECEDE"} <= open_plan_tasks(now)
    assert "PATROL-30M" not in open_plan_tasks(now)


def test_the_end_of_a_flood_brings_the_aftermath_and_the_next_flood_is_a_new_event() -> None:
    now = signed(township.at_flow(township.situation(), 4200), 4200)
    now = signed(township.at_flow(now, 800), 800)
    assert now.basis.course is Course.AFTERMATH
    assert "REVIEW" in open_plan_tasks(now)
    again = township.at_flow(now, 4300)
    assert again.basis.event == now.basis.event + 1


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.sampled_from((500, 2700, 4100, 6200, 8300, 11_000, 16_000, 23_000)), st.booleans()), max_size=7
    )
)
def test_every_way_up_and_down_leaves_no_contradiction_and_no_orphan(course: list[tuple[int, bool]]) -> None:
    now = township.situation()
    for flow, sign in course:
        now = township.at_flow(now, float(flow))
        if not sign:
            continue
        now = signed(now, float(flow))
        out = {
            t.instruction
            for t in now.tasks.values()
            if t.state.open and t.instruction and t.state is not TaskState.PENDING
        }
        assert all(out.isdisjoint(now.plan.superseded_by.get(i, frozenset())) for i in out)
        wanted = {entry.instruction.id for entry in signoff.preview(now, float(flow)).entries}
        assert out <= wanted
        here = [t.instruction for t in now.tasks.values() if t.state.open and t.instruction]
        assert len(here) == len(set(here))


def test_no_task_ever_leaves_the_situation() -> None:
    now = township.situation()
    seen: set[str] = set()
    for flow in (4200, 8200, 22_500, 9000, 4100, 700):
        now = signed(township.at_flow(now, flow), flow)
        assert seen <= set(now.tasks)
        seen = set(now.tasks)


def test_an_issued_task_has_a_deadline_and_the_role_holder() -> None:
    now = signed(township.at_flow(township.situation(), 4200), 4200)
    task = now.tasks["1/MEET"]
    assert task.assignee == "S001"
    assert task.issued_at is not None
    assert task.deadline is not None
    assert (task.deadline - task.issued_at).total_seconds() == 30 * 60


def test_a_task_goes_to_proof_and_back_and_is_verified() -> None:
    now = signed(township.at_flow(township.situation(), 4200), 4200)
    proof = (Evidence("text", now.at, "S001", "会商纪要第1号"),)
    for move in (Move.ACKNOWLEDGE, Move.ARRIVE, Move.PROGRESS):
        now = township.after(now, TasksMoved(("1/MEET",), move))
    now = township.after(now, TasksMoved(("1/MEET",), Move.FINISH, evidence=proof))
    now = township.after(now, TasksMoved(("1/MEET",), Move.SEND_BACK, note="缺签到表"))
    assert now.tasks["1/MEET"].state is TaskState.IN_PROGRESS
    now = township.after(now, TasksMoved(("1/MEET",), Move.FINISH), TasksMoved(("1/MEET",), Move.VERIFY))
    task = now.tasks["1/MEET"]
    assert task.state is TaskState.VERIFIED
    assert [mark.move for mark in task.history][-3:] == [Move.SEND_BACK, Move.FINISH, Move.VERIFY]


def test_a_task_cannot_be_finished_without_the_proof_that_the_plan_wants() -> None:
    now = signed(township.at_flow(township.situation(), 4200), 4200)
    with pytest.raises(StepRefused) as refused:
        township.after(now, TasksMoved(("1/MEET",), Move.FINISH))
    assert refused.value.code == "evidence_missing"


def test_a_repeating_task_starts_its_next_round_when_one_is_done() -> None:
    now = signed(township.at_flow(township.situation(), 4200), 4200)
    first = now.tasks["1/PATROL-2H"].deadline
    now = township.after(
        now, TasksMoved(("1/PATROL-2H",), Move.FINISH, evidence=(Evidence("count", now.at, "S004", count=6),))
    )
    task = now.tasks["1/PATROL-2H"]
    assert (task.state, task.rounds) == (TaskState.IN_PROGRESS, 1)
    assert task.deadline is not None
    assert first is not None
    assert task.deadline > first


def test_a_move_that_the_state_does_not_allow_changes_nothing() -> None:
    now = township.at_flow(township.situation(), 4200)
    with pytest.raises(StepRefused, match="move_not_allowed"):
        township.after(now, TasksMoved(("1/MEET",), Move.VERIFY))


@pytest.mark.parametrize("move", [Move.WITHDRAW, Move.EXEMPT, Move.ESCALATE])
def test_taking_a_task_away_or_up_needs_a_reason(move: Move) -> None:
    now = township.at_flow(township.situation(), 4200)
    with pytest.raises(StepRefused, match="reason_missing"):
        township.after(now, TasksMoved(("1/MEET",), move, note=" "))


def test_issuing_one_task_by_hand_withdraws_what_it_replaces() -> None:
    now = signed(township.at_flow(township.situation(), 4200), 4200)
    now = township.at_flow(now, 6100)
    now = township.after(now, TasksMoved(("1/PATROL-1H",), Move.ISSUE, assignee="S004"))
    assert now.tasks["1/PATROL-2H"].state is TaskState.WITHDRAWN


def test_an_incident_raises_its_task_and_an_order_of_the_desk_goes_out_at_once() -> None:
    now = signed(township.at_flow(township.situation(), 4200), 4200)
    incident = Incident("I1", now.at, "HYK", "90坝", "管涌", "incident.piping", 2)
    now = township.after(now, IncidentRaised(incident))
    assert now.tasks["1/PIPING"].state is TaskState.PENDING
    order = Task("D1", "到90坝看守", "R06", now.at, 0.0, assignee="S004", deadline_min=30)
    now = township.after(now, TaskOrdered(order))
    assert now.tasks["D1"].state is TaskState.ISSUED


def test_only_a_person_with_the_right_can_sign() -> None:
    now = township.at_flow(township.situation(), 4200)
    with pytest.raises(StepRefused, match="right_missing"):
        township.after(now, SignedOff(Level.IV, 4200, "理由", ""), actor="U1")


def test_a_signature_needs_a_reason() -> None:
    with pytest.raises(StepRefused, match="reason_missing"):
        township.after(township.situation(), SignedOff(Level.IV, 4200, "  ", ""))


def test_each_round_of_a_repeating_task_wants_a_proof_of_its_own() -> None:
    now = signed(township.at_flow(township.situation(), 4200), 4200)
    proof = (Evidence("count", now.at, "S004", count=6),)
    now = township.after(now, TasksMoved(("1/PATROL-2H",), Move.FINISH, evidence=proof))
    with pytest.raises(StepRefused, match="evidence_missing"):
        township.after(now, TasksMoved(("1/PATROL-2H",), Move.FINISH))
