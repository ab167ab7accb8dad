"""Which injects are due at a moment: their time has come and their conditions hold; the order is always the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from data.model.drill import Condition, Fired, Ground, Inject, Scenario
from data.model.levels import Level
from data.model.situation import Situation
from data.rules.drill.scene import minutes, moment_at

Answered = Callable[[str], bool]
"""Says of an inject (its id) whether all that it expects has been done."""


def never(_inject: str) -> bool:
    """Nothing was answered."""
    return False


def due(scenario: Scenario, now: Situation, moment: datetime, answered: Answered = never) -> tuple[Inject, ...]:
    """Return the injects to fire at a moment: by their time, then by their place in the file.

    None that is marked already, none that only exercise control fires, none outside a drill that runs.
    """
    if now.drill is None or now.drill.ended_at is not None:
        return ()
    marked = {mark.inject for mark in now.drill.marks}
    passed = minutes(scenario, moment)
    ready = [
        (passed if inject.at_min is None else inject.at_min, place, inject)
        for place, inject in enumerate(scenario.injects)
        if inject.id not in marked and not inject.by_hand and _ready(inject, now, moment, passed, answered)
    ]
    return tuple(inject for _, _, inject in sorted(ready, key=lambda one: one[:2]))


def holds(one: Condition, now: Situation, moment: datetime, answered: Answered = never) -> bool:
    """Whether a condition holds at a moment."""
    match one.ground:
        case Ground.FLOW:
            return now.flow_m3s is not None and now.flow_m3s >= one.value
        case Ground.LEVEL:
            return now.standing.level is not Level.NONE and 5 - now.standing.level <= one.value
        case Ground.AFTER:
            since = _fired_at(now, one.ref)
            return since is not None and moment >= since + timedelta(minutes=one.value)
        case Ground.ANSWERED:
            return _fired_at(now, one.ref) is not None and answered(one.ref)
        case Ground.UNANSWERED:
            since = _fired_at(now, one.ref)
            return since is not None and moment >= since + timedelta(minutes=one.value) and not answered(one.ref)


def next_moment(scenario: Scenario, now: Situation, moment: datetime) -> datetime | None:
    """Return the next moment after this one at which time alone may make an inject due; None when there is none."""
    if now.drill is None:
        return None
    marked = {mark.inject for mark in now.drill.marks}
    times: list[datetime] = []
    for inject in scenario.injects:
        if inject.id in marked or inject.by_hand:
            continue
        if inject.at_min is not None:
            times.append(moment_at(scenario, inject.at_min))
        times.extend(
            since + timedelta(minutes=one.value)
            for one in inject.when
            if one.ground in (Ground.AFTER, Ground.UNANSWERED) and (since := _fired_at(now, one.ref)) is not None
        )
    return min((at for at in times if at > moment), default=None)


def _ready(inject: Inject, now: Situation, moment: datetime, passed: float, answered: Answered) -> bool:
    if inject.at_min is None and not inject.when:
        return False
    in_time = inject.at_min is None or inject.at_min <= passed
    return in_time and all(holds(one, now, moment, answered) for one in inject.when)


def _fired_at(now: Situation, inject: str) -> datetime | None:
    mark = None if now.drill is None else now.drill.mark_of(inject)
    return mark.at if mark is not None and mark.how is Fired.FIRED else None
