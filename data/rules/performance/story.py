"""The journal of an event made ready to be asked: which injects were fired, what they made, what people did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from data.model.alarm_steps import AlarmsMoved
from data.model.drill import Fired, Inject, Scenario
from data.model.drill_steps import InjectMarked
from data.model.office_steps import MessageLogged
from data.model.situation import Situation
from data.model.steps import IncidentRaised, OrderReceived, ReadingTaken, ReportReceived, Step

Line = tuple[int, Step]
"""A step and its number in the journal."""

INJECTED = "inject-"
"""How the key of every step begins that an inject lets happen: inject-<id>-…"""

_IDS = ("station", "stones", "people", "route", "spur", "grid")
"""Details of an inject that name objects."""


@dataclass(slots=True)
class Made:
    """What an inject let happen: ids of what came into being."""

    reports: set[str] = field(default_factory=set[str])
    messages: set[str] = field(default_factory=set[str])
    orders: set[str] = field(default_factory=set[str])

    def __or__(self, other: Made) -> Made:
        """Both together."""
        return Made(self.reports | other.reports, self.messages | other.messages, self.orders | other.orders)


@dataclass(frozen=True, slots=True)
class Story:
    """All that the queries ask. `deeds` are the steps of people, in order; `now` is the situation at the end."""

    now: Situation
    injects: Mapping[str, Inject]
    fired: Mapping[str, tuple[int, datetime]]
    made: Mapping[str, Made]
    deeds: Sequence[Line]
    all: Sequence[Line]
    of_report: Mapping[str, frozenset[str]]  # incidents raised of a report
    about_tag: Mapping[str, frozenset[str]]  # what an alarm's parameters name

    def after(self, seq: int) -> Iterator[Line]:
        """Yield what people did after a line."""
        return (line for line in self.deeds if line[0] > seq)

    def family(self, inject: Inject, other: str = "") -> Made:
        """Return what an inject made, and what those made that it follows; `other` is the one asked about instead."""
        made, seen = Made(), set[str]()
        name = other or inject.id
        while name and name not in seen:
            seen.add(name)
            made |= self.made.get(name, Made())
            told = self.injects.get(name)
            name = "" if told is None else told.detail("follows")
        return made

    def incidents(self, made: Made) -> frozenset[str]:
        """Return the incidents that were raised of reports."""
        return frozenset[str]().union(*(self.of_report.get(report, frozenset[str]()) for report in made.reports))


def story(scenario: Scenario, lines: Iterable[Line], now: Situation) -> Story:
    """Read a journal once."""
    injects = {inject.id: inject for inject in scenario.injects}
    fired: dict[str, tuple[int, datetime]] = {}
    made: dict[str, Made] = {}
    deeds: list[Line] = []
    kept: list[Line] = []
    of_report: dict[str, set[str]] = {}
    tags: dict[str, set[str]] = {}
    reached: datetime | None = None
    marked: dict[str, datetime] = {}
    for seq, step in lines:
        body = step.body
        reached = step.at if reached is None else max(reached, step.at)
        if isinstance(body, ReadingTaken):
            continue
        if isinstance(body, AlarmsMoved):
            for move in body.moves:
                tags.setdefault(move.tag, {move.ref}).update(value for _, value in move.params)
            continue
        kept.append((seq, step))
        if isinstance(body, InjectMarked):
            if body.how is Fired.FIRED:
                fired[body.inject] = (seq, reached)  # nobody could see it before what had happened already
                marked[body.inject] = step.at
            continue
        name = maker(step.key, injects)
        if name:
            _note(made.setdefault(name, Made()), step)
            if marked.get(name) == step.at:  # what it lets happen belongs to its mark
                fired[name] = (seq, fired[name][1])
            continue
        deeds.append((seq, step))
        if isinstance(body, IncidentRaised) and body.incident.report:
            of_report.setdefault(body.incident.report, set()).add(body.incident.id)
    for report in now.reports.values():
        if report.incident:
            of_report.setdefault(report.id, set()).add(report.incident)
    return Story(
        now,
        injects,
        fired,
        made,
        deeds,
        kept,
        {report: frozenset(ids) for report, ids in of_report.items()},
        {tag: frozenset(about) for tag, about in tags.items()},
    )


def maker(key: str, injects: Mapping[str, Inject]) -> str:
    """Return the inject that let a step happen, by the step's key; "" for what people did.

    The ids of injects may hold hyphens: the longest that fits is meant.
    """
    if not key.startswith(INJECTED):
        return ""
    parts = key.removeprefix(INJECTED).split("-")
    names = ("-".join(parts[:n]) for n in range(len(parts) - 1, 0, -1))
    return next((name for name in names if name in injects), "")


def ids_of(inject: Inject) -> frozenset[str]:
    """Return the ids of the objects that an inject is about."""
    told = (inject.detail(name) for name in _IDS)
    return frozenset(part for one in told for part in one.split(";") if part)


def _note(made: Made, step: Step) -> None:
    match step.body:
        case ReportReceived(report):
            made.reports.add(report.id)
        case MessageLogged(message):
            made.messages.add(message.id)
        case OrderReceived(order):
            made.orders.add(order.id)
        case _:
            pass
