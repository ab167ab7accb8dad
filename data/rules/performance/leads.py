"""Lead times of warnings: how long from a suggestion to its signature, from a crossing to a push, and how far ahead.

The suggestion is worked out anew by the desk's own rules from what the journal says of river, orders and incidents.
What stations upstream or the desk's own outlook hint at alone is no suggestion that anybody has to sign.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from data.model.levels import Level
from data.model.register import Registers
from data.model.river import HUAYUANKOU
from data.model.river_steps import OutlookMade, ProposalDecided, ReadingCorrected, ReadingProposed
from data.model.scores import Lead, LeadKind
from data.model.situation import Cause, Situation
from data.model.steps import (
    Body,
    ForecastEntered,
    ForecastWithdrawn,
    IncidentAmended,
    IncidentClosed,
    IncidentMoved,
    IncidentRaised,
    OrderEnded,
    OrderReceived,
    PushApproved,
    ReadingTaken,
    SignedOff,
    Step,
    StepRefused,
)
from data.rules.performance.story import Line
from data.rules.performance.timings import Period
from data.rules.rights import SYSTEM
from data.rules.take import take
from data.rules.warning import at_flow

HINTS = frozenset({Cause.UPSTREAM, Cause.OUTLOOK})
"""Causes that alone make no suggestion firm."""
_RIVER = (ReadingTaken, ForecastEntered, ForecastWithdrawn, OrderReceived, OrderEnded, ReadingProposed, ProposalDecided,
          ReadingCorrected, OutlookMade, IncidentClosed, IncidentMoved, IncidentAmended)  # fmt: skip


@dataclass(slots=True)
class Leads:
    """What the leads of a span are, and what the light situation of the river is at its end."""

    now: Situation
    span: Period
    wanted: dict[Level, tuple[datetime, str]] = field(default_factory=dict[Level, tuple[datetime, str]])
    forecast: dict[Level, tuple[datetime, str]] = field(default_factory=dict[Level, tuple[datetime, str]])
    crossed: dict[Level, datetime] = field(default_factory=dict[Level, datetime])  # observed, nobody pushed yet
    signed: dict[Level, datetime] = field(default_factory=dict[Level, datetime])  # signed, not yet observed
    pushed: dict[Level, tuple[datetime, str]] = field(default_factory=dict[Level, tuple[datetime, str]])
    observed: Level | None = None  # by the newest flow; the first one known crosses nothing
    found: list[Lead] = field(default_factory=list[Lead])


def leads(lines: Iterable[Line], now: Situation, span: Period) -> tuple[Lead, ...]:
    """Return the lead times that begin in the span, in the order of their beginnings."""
    told = Leads(_light(now), span)
    for _, step in lines:
        if step.at >= span[1]:
            break
        _follow(told, step)
    _unfinished(told)
    kept = [one for one in told.found if span[0] <= one.since < span[1]]
    return tuple(sorted(kept, key=lambda one: (one.since, one.kind, one.level)))


def _light(now: Situation) -> Situation:
    """Return a situation that knows the triggers and nothing else, so that the rules are quick on it."""
    known = now.registers
    return Situation(realm=now.realm, registers=Registers(triggers=known.triggers, tiers=known.tiers))


def _fitted(body: Body) -> Body | None:
    """Return what the light situation takes of a step."""
    match body:
        case SignedOff():
            return replace(body, issue=(), withdraw=(), assignees=())
        case IncidentRaised(incident):
            return IncidentRaised(replace(incident, report=""))
        case _:
            return body if isinstance(body, _RIVER) else None


def _follow(told: Leads, step: Step) -> None:
    before, body = told.now, _fitted(step.body)
    if isinstance(step.body, PushApproved):
        for level, since in told.crossed.items():
            _found(told, LeadKind.CROSSED_PUSHED, level, since, step.at, step.body.push)
        told.crossed.clear()
        for level in _levels(Level.NONE, told.now.standing.level):
            told.pushed.setdefault(level, (step.at, step.body.push))
    if body is None:
        return
    try:
        told.now, _ = take(before, replace(step, actor=SYSTEM, realm=before.realm, body=body))
    except StepRefused:
        return  # about something of before these lines: nothing of it is known here
    _crossings(told, step.at)
    _suggestions(told, step.at)
    if isinstance(body, ForecastEntered) and body.forecast.station == HUAYUANKOU:
        ahead = at_flow(told.now.registers.triggers, body.forecast.flow_m3s)
        for level in _levels(told.now.standing.level, ahead):
            told.forecast.setdefault(level, (step.at, body.forecast.source))
    if isinstance(body, SignedOff):
        _signature(told, before, body.level, step.at)


def _levels(above: Level, up_to: Level) -> Iterator[Level]:
    return (level for level in Level if above < level <= up_to)


def _crossings(told: Leads, at: datetime) -> None:
    flow = told.now.flow_m3s
    if flow is None:
        return
    level = at_flow(told.now.registers.triggers, flow)
    for one in _levels(level if told.observed is None else told.observed, level):
        if one in told.pushed:  # people were told before the water came
            _found(told, LeadKind.CROSSED_PUSHED, one, at, *told.pushed[one])
        else:
            told.crossed[one] = at
        since = told.signed.pop(one, None)
        if since is not None:
            _found(told, LeadKind.SIGNED_CROSSED, one, since, at)
        elif one > told.now.standing.level:
            told.signed[one] = at  # the water was there first
    told.observed = level


def _suggestions(told: Leads, at: datetime) -> None:
    firm = [why for why in told.now.suggestion.reasons if why.cause not in HINTS]
    for level in _levels(told.now.standing.level, max((why.level for why in firm), default=Level.NONE)):
        cause = next(why.cause.value for why in firm if why.level >= level)
        told.wanted.setdefault(level, (at, cause))


def _signature(told: Leads, before: Situation, level: Level, at: datetime) -> None:
    for one in _levels(Level.NONE, level):
        wanted = told.wanted.pop(one, None)
        if wanted is not None:
            _found(told, LeadKind.SUGGESTED_SIGNED, one, wanted[0], at, wanted[1])
        ahead = told.forecast.pop(one, None)
        if ahead is not None:
            _found(told, LeadKind.FORECAST_SIGNED, one, ahead[0], at, ahead[1])
    for one in _levels(level, max(Level)):
        told.pushed.pop(one, None)  # a level that is signed anew wants a push anew
    for one in _levels(before.standing.level, level):
        crossed = told.signed.pop(one, None)
        if crossed is not None and one <= (told.observed or Level.NONE):
            minutes = -round((at - crossed).total_seconds() / 60, 2)
            told.found.append(Lead(LeadKind.SIGNED_CROSSED, one, at, crossed, minutes))
        elif one > (told.observed or Level.NONE):
            told.signed[one] = at


def _found(told: Leads, kind: LeadKind, level: Level, since: datetime, until: datetime, ref: str = "") -> None:
    minutes = round((until - since).total_seconds() / 60, 2)
    told.found.append(Lead(kind, level, since, until, minutes, ref))


def _unfinished(told: Leads) -> None:
    """Say what never came: no signature, no push. That the water never came is no lead time."""
    none = None
    for level, (since, cause) in told.wanted.items():
        told.found.append(Lead(LeadKind.SUGGESTED_SIGNED, level, since, none, none, cause))
    for level, (since, ref) in told.forecast.items():
        told.found.append(Lead(LeadKind.FORECAST_SIGNED, level, since, none, none, ref))
    for level, since in told.crossed.items():
        told.found.append(Lead(LeadKind.CROSSED_PUSHED, level, since, none, none))
