"""What became of all that the injects of a drill expected: answered in time, late, missed, or still open."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from data.model.drill import Act, Scenario
from data.model.scores import Answered, Verdict
from data.model.situation import Situation
from data.rules.performance.deeds import Asked, Deed, deeds
from data.rules.performance.standing import brought, early, holds_since
from data.rules.performance.story import Line, Story, story


def answered(scenario: Scenario, lines: Iterable[Line], until: datetime, now: Situation) -> tuple[Answered, ...]:
    """Return what became of every expectation of the injects fired so far, in the scenario's order.

    `now` is the situation after the last line. What could be proved by one deed only once goes first to those who
    ask the most narrowly, then to those who asked first.
    """
    told = story(scenario, lines, now)
    asked = [
        Asked(inject, expectation, told.fired[inject.id][0])
        for inject in scenario.injects
        if inject.id in told.fired
        for expectation in inject.expects
    ]
    taken: set[tuple[int, str]] = set()
    found: dict[tuple[str, str], Line | None] = {}
    for one in sorted(asked, key=lambda one: (-len(one.expectation.proof), one.mark)):
        found[one.inject.id, one.expectation.id] = _proof(told, one, taken)
    return tuple(_judged(told, one, found[one.inject.id, one.expectation.id], until) for one in asked)


def _proof(told: Story, asked: Asked, taken: set[tuple[int, str]]) -> Line | None:
    if asked.expectation.act is Act.MOVE_PEOPLE:
        return brought(told, asked)
    held = holds_since(told, asked)
    if held is not None:
        return held
    found = next((deed for deed in deeds(told, asked) if _is_free(deed, taken)), None)
    if found is None or found.line[1].at > _due_at(told, asked):
        found = next((deed for deed in early(told, asked) if _is_free(deed, taken)), found)
    if found is None:
        return None
    if not found.shared:
        taken.add(_token(found))
    return found.line


def _token(deed: Deed) -> tuple[int, str]:
    return deed.line[0], deed.about


def _is_free(deed: Deed, taken: set[tuple[int, str]]) -> bool:
    return deed.shared or _token(deed) not in taken


def _due_at(told: Story, asked: Asked) -> datetime:
    return told.fired[asked.inject.id][1] + timedelta(minutes=asked.expectation.within_min)


def _judged(told: Story, asked: Asked, line: Line | None, until: datetime) -> Answered:
    expectation, fired_at = asked.expectation, told.fired[asked.inject.id][1]
    due_at = _due_at(told, asked)
    done_at = None if line is None else max(fired_at, line[1].at)
    if done_at is not None:
        verdict = Verdict.IN_TIME if done_at <= due_at else Verdict.LATE
    else:
        verdict = Verdict.MISSED if until > due_at else Verdict.OPEN
    return Answered(
        asked.inject.id,
        expectation.id,
        expectation.act,
        expectation.role,
        expectation.clause,
        fired_at,
        due_at,
        done_at,
        None if line is None else line[0],
        verdict,
        expectation.text,
        expectation.text_en,
    )
