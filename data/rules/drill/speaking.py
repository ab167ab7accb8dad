"""Exercise control speaks as anybody: a message made up on the spot."""

from __future__ import annotations

from datetime import datetime, timedelta

from data.model.drill import CONTROL
from data.model.office import DutyMessage, Medium
from data.model.office_steps import MessageLogged
from data.model.situation import Situation
from data.model.steps import Realm, Step

CONTROLS, INJECTED = "control-", "inject-"
"""How the ids of messages begin that exercise control, or an inject, lets come in."""


def is_exercise(message: DutyMessage) -> bool:
    """Whether exercise control or an inject speaks in this message: nobody outside has said it."""
    return message.id.startswith((CONTROLS, INJECTED))


def speak_as(
    now: Situation,
    at: datetime,
    who: str,
    text: str,
    medium: Medium = Medium.TELEPHONE,
    answer_min: float | None = None,
) -> Step:
    """Return a message to the players from anybody: `who` is a person's id, or words."""
    person = now.registers.staff.get(who)
    key = f"{CONTROLS}{now.seq}-message"
    due = None if answer_min is None else at + timedelta(minutes=answer_min)
    other = who if person is None else f"{person.name}（{person.post}）"
    message = DutyMessage(key, at, medium, other, text.strip(), due=due)
    return Step(key, at, CONTROL if person is None else who, Realm.DRILL, MessageLogged(message))
