"""Readings as steps change them: kept in time order, typed ones that cross a threshold checked by a second person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from data.model.levels import Trigger
from data.model.river import Outlook, Quality, Reading
from data.model.river_steps import OutlookMade, ProposalDecided, ReadingCorrected, ReadingProposed
from data.model.situation import Situation
from data.model.steps import StepRefused

KEPT_READINGS = 96
"""Recent usable readings kept per station for trends; the full series lies beside the journal."""

RiverBody = ReadingProposed | ProposalDecided | ReadingCorrected | OutlookMade


def take_reading(now: Situation, reading: Reading) -> Situation:
    """Keep a usable reading; a later one for the same time corrects it, but not one that a person vouches for."""
    if not reading.usable:
        return now
    known = now.readings.get(reading.station, ())
    if reading.quality is Quality.GOOD and any(
        held.at == reading.at and held.quality is Quality.CONFIRMED for held in known
    ):
        return now
    recent = [held for held in known if held.at != reading.at]
    recent.append(reading)
    recent.sort(key=lambda held: held.at)
    return replace(now, readings=now.readings.set(reading.station, tuple(recent[-KEPT_READINGS:])))


def apply(now: Situation, body: RiverBody, actor: str) -> Situation:
    """Return the situation after a step about the river; StepRefused where it is not allowed."""
    match body:
        case ReadingProposed(proposal):
            if proposal.id in now.proposals:
                raise StepRefused("proposal_exists", proposal=proposal.id)
            return replace(now, proposals=now.proposals.set(proposal.id, proposal))
        case ProposalDecided():
            return _decided(now, body, actor)
        case ReadingCorrected(reading, reason):
            if not reason.strip():
                raise StepRefused("reason_missing")
            return take_reading(now, replace(reading, quality=Quality.CONFIRMED))
        case OutlookMade(outlook):
            return _looked_ahead(now, outlook)


def crosses(now: Situation, reading: Reading) -> tuple[str, ...]:
    """Return the triggers that a typed value would newly raise or let go: these want a second person."""
    before = now.latest(reading.station)
    if before is not None and before.at > reading.at:
        return ()
    return tuple(
        trigger.id
        for trigger in _of(now.registers.triggers, reading.station)
        if _above(trigger, reading) is not None and _above(trigger, reading) is not bool(_above(trigger, before))
    )


def _of(triggers: Iterable[Trigger], station: str) -> list[Trigger]:
    return [trigger for trigger in triggers if trigger.station == station]


def _above(trigger: Trigger, reading: Reading | None) -> bool | None:
    if reading is None:
        return None
    value = reading.flow_m3s if trigger.variable == "flow" else reading.stage_m
    return None if value is None else value >= trigger.lower


def _decided(now: Situation, body: ProposalDecided, actor: str) -> Situation:
    proposal = now.proposals.get(body.proposal)
    if proposal is None:
        raise StepRefused("no_such_proposal", proposal=body.proposal)
    if actor == proposal.by and body.accepted:
        raise StepRefused("own_proposal", user=actor)
    if not body.accepted and not body.reason.strip():
        raise StepRefused("reason_missing")
    left = replace(now, proposals=now.proposals.delete(body.proposal))
    return take_reading(left, proposal.reading) if body.accepted else left


def _looked_ahead(now: Situation, outlook: Outlook) -> Situation:
    before = now.outlooks.get(outlook.station)
    if before is not None and before.made_at > outlook.made_at:
        raise StepRefused("outlook_older", station=outlook.station)
    return replace(now, outlooks=now.outlooks.set(outlook.station, outlook))
