"""A task goes to its proof, a push climbs the ladder, and the desk comes back in the middle of it all."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.model.dispatch import Call, Channel, Outcome, Push
from data.model.steps import CallLogged, PushApproved, PushDrafted, ReceiptNoted, TasksMoved
from data.model.task import Evidence, Move, TaskState
from data.rules import signoff
from data.rules.dispatch import LADDER, next_channel, reach
from desktop.app import Anlan
from tests.journeys.conftest import opened

pytestmark = pytest.mark.browser

RISEN = datetime(2020, 6, 26, 2, 0, tzinfo=UTC)


def signed(anlan: Anlan) -> None:
    """Bring the desk to level IV, signed."""
    anlan.play_to(RISEN)
    shown = signoff.preview(anlan.room.situation, 4650.0)
    assert anlan.room.do(signoff.sign_off(shown, shown.level, "编号洪水", "河务局"), "commander")


def test_a_task_is_followed_from_issue_to_verified_proof(anlan: Anlan) -> None:
    signed(anlan)
    room = anlan.room
    task = next(t for t in room.situation.tasks.values() if t.state is TaskState.ISSUED and not t.repeat_min)
    digest = anlan.keeping.store.put_file(b"\x89PNG proof", "现场.png")
    proof = Evidence("file", room.situation.at, "duty", digest=digest, filename="现场.png")
    for move, evidence in (
        (Move.ACKNOWLEDGE, ()),
        (Move.ARRIVE, ()),
        (Move.FINISH, (proof,)),
        (Move.VERIFY, ()),
    ):
        assert room.do(TasksMoved((task.id,), move, evidence=evidence), "leader")
    done = room.situation.tasks[task.id]
    assert done.state is TaskState.VERIFIED
    assert done.evidence == (proof,)
    assert room.situation.plan.by_id[done.instruction].basis
    assert anlan.keeping.store.file_path(digest) is not None


def test_a_push_needs_two_persons_and_only_the_unanswered_are_chased(anlan: Anlan) -> None:
    signed(anlan)
    room = anlan.room
    people = tuple(person.id for person in room.situation.registers.staff)[:10]
    push = Push("P1", "清滩", "请回复", "更正：作废", "duty", room.situation.at, people, LADDER)
    assert room.do(PushDrafted(push), "duty")
    assert not room.do(PushApproved("P1", "duty"), "duty")
    assert room.do(PushApproved("P1", "leader"), "leader")
    assert room.do(ReceiptNoted("P1", people[:7], Channel.SCREEN, Outcome.ANSWERED))
    assert room.do(ReceiptNoted("P1", people[7:], Channel.SCREEN, Outcome.NO_ANSWER))
    assert room.do(CallLogged(Call("C1", people[7], room.situation.at, Outcome.ANSWERED, about="P1")))
    sent = room.situation.pushes["P1"]
    counts = reach(sent)
    assert (counts.total, counts.answered, counts.unreached) == (10, 8, 2)
    chased = [r.person for r in sent.receipts if next_channel(sent, r) is not None]
    assert chased == list(people[8:])


def test_the_desk_comes_back_in_the_middle_of_a_flood_as_it_was(lived_in: Path, qapp: object) -> None:
    with opened(lived_in) as anlan:
        signed(anlan)
        out = tuple(t.id for t in anlan.room.situation.tasks.values() if t.state is TaskState.ISSUED)
        anlan.room.do(TasksMoved(out[:9], Move.ACKNOWLEDGE), "duty")
        kept = anlan.room.situation
    with opened(lived_in) as again:
        assert again.room.situation == kept
        assert not again.first_run
        assert again.keeping.store.refolded() == kept
        assert again.keeping.store.verify().ok
        again.play_to(datetime(2020, 6, 27, 1, 0, tzinfo=UTC))
        assert again.room.situation.flow_m3s == 4820
