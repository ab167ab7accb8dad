"""Who may take which step."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.model.levels import Level
from data.model.people import Right
from data.model.register import Register
from data.model.steps import Body, NoteWritten, PersonUnmasked, PushApproved, RegisterReplaced, SignedOff, StepRefused
from data.rules.rights import SYSTEM, authorise
from data.rules.take import take
from tests import township

SIGN = SignedOff(Level.IV, 4200.0, "会商", "")
GUARDED: tuple[tuple[Body, Right, frozenset[str]], ...] = (
    (SIGN, Right.SIGN, frozenset({"U3"})),
    (PersonUnmasked("growers", "GR1", "核对"), Right.UNMASK, frozenset({"U2", "U3"})),
    (RegisterReplaced(Register("roles"), "表"), Right.CONFIGURE, frozenset({"U4"})),
)


@pytest.mark.parametrize("actor", ["U1", "U2", "U3", "U4"])
@pytest.mark.parametrize(("body", "right", "holders"), GUARDED, ids=lambda part: str(getattr(part, "value", "")))
def test_only_a_holder_of_the_right_takes_a_guarded_step(
    body: Body, right: Right, holders: frozenset[str], actor: str
) -> None:
    now = township.situation()
    if actor in holders:
        authorise(now, township.step(now, body, actor))
        return
    with pytest.raises(StepRefused) as refused:
        authorise(now, township.step(now, body, actor))
    assert (refused.value.code, refused.value.params) == ("right_missing", {"user": actor, "right": right})


def test_the_approver_of_a_push_needs_the_right_whoever_sits_at_the_desk() -> None:
    now = township.situation()
    authorise(now, township.step(now, PushApproved("P", "U2"), "U1"))
    with pytest.raises(StepRefused, match="right_missing"):
        authorise(now, township.step(now, PushApproved("P", "U1"), "U3"))


def test_a_person_who_is_in_no_register_has_no_rights() -> None:
    now = township.situation()
    with pytest.raises(StepRefused, match="right_missing"):
        authorise(now, township.step(now, SIGN, "passer-by"))


def test_a_step_that_is_open_to_all_asks_for_no_right() -> None:
    now = township.situation()
    authorise(now, township.step(now, NoteWritten("交接"), "passer-by"))


def test_the_program_itself_and_a_desk_without_users_ask_for_no_right() -> None:
    now = township.situation()
    authorise(now, township.step(now, SIGN, SYSTEM))
    empty = replace(now, registers=now.registers.having(Register("users")))
    authorise(empty, township.step(empty, SIGN, "anyone"))


def test_a_refused_step_leaves_the_situation_as_it_was() -> None:
    now = township.at_flow(township.situation(), 4200)
    before = replace(now)
    with pytest.raises(StepRefused):
        take(now, township.step(now, SIGN, "U1"))
    assert now == before
