"""A drill as steps change it: begun once in a store of its own, every inject fired or withheld, ended once."""

from __future__ import annotations

from dataclasses import replace

from data.model.drill import Drill, Fired, InjectMark
from data.model.drill_steps import DrillBegun, DrillEnded, DrillPaced, InjectMarked
from data.model.situation import Situation
from data.model.steps import Realm, StepRefused

DrillBody = DrillBegun | InjectMarked | DrillPaced | DrillEnded


def apply(now: Situation, body: DrillBody) -> Situation:
    """Return the situation after a step of a drill; StepRefused outside one."""
    if now.realm is not Realm.DRILL:
        raise StepRefused("not_a_drill")
    match body:
        case DrillBegun(drill):
            if now.drill is not None:
                raise StepRefused("drill_exists", drill=now.drill.id)
            return replace(now, drill=drill)
        case InjectMarked(inject, title, how, by, note):
            drill = _running(now)
            last = drill.mark_of(inject)
            if last is not None and (last.how, how) != (Fired.WITHHELD, Fired.FIRED):  # what was withheld may still go
                raise StepRefused("inject_marked", inject=inject)
            mark = InjectMark(inject, title, now.at, how, by, note)
            return replace(now, drill=replace(drill, marks=(*drill.marks, mark)))
        case DrillPaced():
            _running(now)
            return now
        case DrillEnded(reason):
            return replace(now, drill=replace(_running(now), ended_at=now.at, reason=reason))


def _running(now: Situation) -> Drill:
    if now.drill is None:
        raise StepRefused("no_drill")
    if now.drill.ended_at is not None:
        raise StepRefused("drill_over", drill=now.drill.id)
    return now.drill
