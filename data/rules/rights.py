"""Who may take which step (design.md §2: live changes need a person with the right)."""

from __future__ import annotations

from data.model.office_steps import BriefingDecided
from data.model.people import Right
from data.model.situation import Situation
from data.model.steps import PersonUnmasked, PushApproved, RegisterReplaced, SignedOff, Step, StepRefused

SYSTEM = "system"
"""Actor of steps that the program takes by itself: first filling of a store, bulletins, command line."""


def authorise(now: Situation, step: Step) -> None:
    """Refuse a step whose actor lacks the right; a desk without a register of users has no rights to check."""
    if not len(now.registers.users) or step.actor == SYSTEM:
        return
    match step.body:
        case SignedOff() | BriefingDecided():
            _demand(now, step.actor, Right.SIGN)
        case PushApproved(_, approver):
            _demand(now, approver, Right.APPROVE)
        case PersonUnmasked():
            _demand(now, step.actor, Right.UNMASK)
        case RegisterReplaced():
            _demand(now, step.actor, Right.CONFIGURE)
        case _:
            return


def _demand(now: Situation, user_id: str, right: Right) -> None:
    user = now.registers.users.get(user_id)
    if user is None or not user.may(right):
        raise StepRefused("right_missing", user=user_id, right=right)
