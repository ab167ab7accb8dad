"""Scripted players of a drill: what they do at a moment, as the very steps of real users. Pure.

The same seed, situation and moment give the same steps, whatever was asked before; the rules may refuse any of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from data.model.drill import Act, Fired
from data.model.situation import Situation
from data.model.steps import Step
from data.rules.drill.cast import PLAYED, Cast
from data.rules.drill.deeds import Doing, deeds_of
from data.rules.drill.desk_work import desk
from data.rules.drill.front_line import front
from data.rules.drill.pushing import answers, climbs

TRIED_FOR = 3
"""A deed that is not possible is tried again until so many times its allowance has passed."""


def moves(cast: Cast, now: Situation, at: datetime, played: set[str], *, rounds: bool = True) -> tuple[Step, ...]:
    """Return what the players do at a moment; `played` are the keys of steps that were taken or refused before.

    Without `rounds` only injects are answered and the desk looks at its alarms; the front line is asked once a
    minute or so.
    """
    if now.drill is None or now.drill.ended_at is not None:
        return ()
    made = [*_expected(cast, now, at, played)]
    if rounds:
        made += desk(cast, now, at)
        made += climbs(now, at)
        made += answers(cast, now, at)
        made += front(cast, now, at)
    return tuple(one for one in made if one.key not in played)


def due_at(cast: Cast, inject: str, expectation: str, role: str, act: Act, fired_at: datetime) -> datetime | None:
    """Return when a player does what is expected of him; None when he never does."""
    if cast.misses(role, inject, expectation):
        return None
    return fired_at + cast.after(role, inject, expectation, act.value)


def _expected(cast: Cast, now: Situation, at: datetime, played: set[str]) -> Iterator[Step]:
    marks = () if now.drill is None else now.drill.marks
    for mark in marks:
        inject = cast.scenario.inject(mark.inject)
        if inject is None or mark.how is not Fired.FIRED:
            continue
        for one in inject.expects:
            if any(f"{PLAYED}{inject.id}-{one.id}{part}" in played for part in ("", "-0")):
                continue
            due = due_at(cast, inject.id, one.id, one.role, one.act, mark.at)
            given_up = mark.at + timedelta(minutes=TRIED_FOR * one.within_min)
            if due is not None and due <= at <= max(given_up, due + timedelta(minutes=TRIED_FOR)):
                yield from deeds_of(Doing(cast, now, at, inject, one))
