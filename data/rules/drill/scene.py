"""The scene of a drill at a moment: minutes since its start, and what injects took away (people, links, roads)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from data.model.drill import Fired, Inject, InjectKind, InjectMark, Scenario
from data.model.situation import Situation


def minutes(scenario: Scenario, moment: datetime) -> float:
    """Return how many minutes of the scene have passed at a moment."""
    return (moment - scenario.starts_at) / timedelta(minutes=1)


def moment_at(scenario: Scenario, after_min: float) -> datetime:
    """Return the moment of the scene that many minutes after its start."""
    return scenario.starts_at + timedelta(minutes=after_min)


def fired(scenario: Scenario, now: Situation, kind: InjectKind) -> Iterator[tuple[Inject, InjectMark]]:
    """Yield the injects of a kind that were fired, in the order they were."""
    by_id = {inject.id: inject for inject in scenario.injects if inject.kind is kind}
    for mark in () if now.drill is None else now.drill.marks:
        inject = by_id.get(mark.inject)
        if inject is not None and mark.how is Fired.FIRED:
            yield inject, mark


def silent_people(scenario: Scenario, now: Situation, moment: datetime) -> frozenset[str]:
    """Return the ids of staff who do not answer at a moment."""
    silent: dict[str, bool] = {}
    for inject, mark in fired(scenario, now, InjectKind.SILENCE):
        holds = inject.detail("state", "silent") == "silent" and _holds(inject, mark, moment)
        if mark.at <= moment:
            silent.update(dict.fromkeys(inject.detail("people").split(";"), holds))
    return frozenset(person for person, holds in silent.items() if holds)


def lost_stations(scenario: Scenario, now: Situation, moment: datetime) -> frozenset[str]:
    """Return the ids of stations whose link is lost at a moment."""
    return _taken_away(scenario, now, moment, InjectKind.LINK, "station", "lost")


def cut_roads(scenario: Scenario, now: Situation, moment: datetime) -> frozenset[str]:
    """Return the ids of routes that are cut at a moment."""
    return _taken_away(scenario, now, moment, InjectKind.ROAD, "route", "cut")


def _taken_away(
    scenario: Scenario, now: Situation, moment: datetime, kind: InjectKind, what: str, state: str
) -> frozenset[str]:
    gone: dict[str, bool] = {}
    for inject, mark in fired(scenario, now, kind):
        if mark.at <= moment:
            gone[inject.detail(what)] = inject.detail("state") == state and _holds(inject, mark, moment)
    return frozenset(one for one, holds in gone.items() if holds)


def _holds(inject: Inject, mark: InjectMark, moment: datetime) -> bool:
    """Whether it still lasts; without `for_min` it lasts until another inject ends it."""
    lasts = inject.detail("for_min")
    return not lasts or moment < mark.at + timedelta(minutes=float(lasts))
