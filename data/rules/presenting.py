"""What a presenter's step refers to, found in the situation at hand; what is gone is named, never guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from data.model.presenter import ShowStep
from data.model.register import ROW_TYPES
from data.model.situation import Situation

NEWEST, GRAVEST = "newest", "gravest"
"""In the place of an id: the newest of its kind, or the gravest and of these the newest."""
_PERSONS = ("staff", "squads", "keypeople", "growers")


class Gone(StrEnum):
    """What of a step cannot be shown."""

    OBJECT = "object"
    NONE_YET = "none_yet"  # the newest or gravest of what there is none of: the map is shown
    PEOPLE = "people"
    REALM = "realm"
    WORKSPACE = "workspace"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class Found:
    """What a step selects (None: nothing), who its sheet is for, and what is gone."""

    ref: str = ""
    people: tuple[str, ...] = ()
    gone: tuple[Gone, ...] = ()


class _Timed(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def at(self) -> datetime: ...


def find(step: ShowStep, now: Situation) -> Found:
    """Return what of the step is there; people who are gone are left out."""
    gone: list[Gone] = []
    if step.realm and step.realm != now.realm.value:
        gone.append(Gone.REALM)
    ref = _ref(step, now)
    if step.kind and ref is None:
        gone.append(Gone.NONE_YET if step.ref in (NEWEST, GRAVEST) else Gone.OBJECT)
    made = now.registers
    people = tuple(one for one in step.people if any(made.of(kind).get(one) for kind in _PERSONS))
    if step.people and len(people) < len(step.people):
        gone.append(Gone.PEOPLE)
    return Found(ref or "", people, tuple(gone))


def _ref(step: ShowStep, now: Situation) -> str | None:
    """Return the id that the step means, None when there is no such thing."""
    if not step.kind:
        return None
    if step.ref == NEWEST:
        newest = max(_timed(step.kind, now), key=lambda one: (one.at, one.id), default=None)
        return None if newest is None else newest.id
    if step.ref == GRAVEST:
        graded = now.incidents.values() if step.kind == "incident" else ()
        graded = now.reports.values() if step.kind == "report" else graded
        gravest = max(graded, key=lambda one: (-one.grade, one.at, one.id), default=None)
        return None if gravest is None else gravest.id
    held: Mapping[str, object] = {
        "task": now.tasks, "push": now.pushes, "muster": now.musters, "watch": now.watches,
        "briefing": now.briefings, "alarm": now.alarms,
        "report": now.reports, "incident": now.incidents, "message": now.messages,
    }.get(step.kind, {})  # fmt: skip
    if step.ref in held:
        return step.ref
    register = step.kind if step.kind in ROW_TYPES else ""
    return step.ref if register and now.registers.of(register).get(step.ref) is not None else None


def _timed(kind: str, now: Situation) -> Iterable[_Timed]:
    match kind:
        case "report":
            return now.reports.values()
        case "incident":
            return now.incidents.values()
        case "message":
            return now.messages.values()
        case _:
            return ()
