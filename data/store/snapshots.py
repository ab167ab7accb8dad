"""Situation ⇄ bytes, so that start-up and replay need not fold a whole season.

A snapshot is derived: it may be thrown away at any time. Registers are named by digest, what grows without end
by the digests of its pieces; the plan is made anew.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

import msgspec
from immutables import Map

from data.model.alarms import Alarm, OutOfService, Shelf
from data.model.dispatch import Incident, SuperiorOrder
from data.model.drill import Drill
from data.model.field import Attachment, Device, Muster, Watch
from data.model.office import Briefing, DutyMessage, Handover, Lesson, Paper
from data.model.people import Whereabouts
from data.model.places import StoneState
from data.model.plan import Plan
from data.model.reckoned import Reckoned
from data.model.register import ROW_TYPES, Register, Registers
from data.model.river import Forecast, Outlook, Proposal, Reading
from data.model.situation import Basis, Situation, Standing, Suggestion
from data.model.steps import Realm
from data.store.errors import StoreTrouble
from data.store.pieces import SPLIT, FetchMany, Pieces
from data.store.wire import from_json, to_json

FORMAT = 3
"""Rises when the form below or the rules' conclusions change: older snapshots are then passed over."""

V = TypeVar("V")

FetchRegister = Callable[[str, str, bool], Register[Any]]
"""Returns a register by kind, digest and whether it is demonstration data."""


@dataclass(frozen=True, slots=True)
class _Form:
    realm: Realm
    seq: int
    at: datetime
    registers: dict[str, tuple[str, bool]]  # kind: digest, demo
    suggestion: Suggestion
    standing: Standing
    basis: Basis
    user: str
    readings: dict[str, tuple[Reading, ...]] = field(default_factory=dict[str, tuple[Reading, ...]])
    forecasts: dict[str, Forecast] = field(default_factory=dict[str, Forecast])
    orders: dict[str, SuperiorOrder] = field(default_factory=dict[str, SuperiorOrder])
    incidents: dict[str, Incident] = field(default_factory=dict[str, Incident])
    whereabouts: dict[str, Whereabouts] = field(default_factory=dict[str, Whereabouts])
    stones: dict[str, StoneState] = field(default_factory=dict[str, StoneState])
    devices: dict[str, Device] = field(default_factory=dict[str, Device])
    musters: dict[str, Muster] = field(default_factory=dict[str, Muster])
    watches: dict[str, Watch] = field(default_factory=dict[str, Watch])
    pictures: dict[str, tuple[Attachment, ...]] = field(default_factory=dict[str, tuple[Attachment, ...]])
    pieces: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])  # part: digests
    reckoned: Reckoned | None = None
    outlooks: dict[str, Outlook] = field(default_factory=dict[str, Outlook])
    proposals: dict[str, Proposal] = field(default_factory=dict[str, Proposal])
    alarms: dict[str, Alarm] = field(default_factory=dict[str, Alarm])
    shelves: dict[str, Shelf] = field(default_factory=dict[str, Shelf])
    out_of_service: dict[str, OutOfService] = field(default_factory=dict[str, OutOfService])
    messages: dict[str, DutyMessage] = field(default_factory=dict[str, DutyMessage])
    briefings: dict[str, Briefing] = field(default_factory=dict[str, Briefing])
    handovers: dict[str, Handover] = field(default_factory=dict[str, Handover])
    papers: dict[str, Paper] = field(default_factory=dict[str, Paper])
    lessons: dict[str, Lesson] = field(default_factory=dict[str, Lesson])
    drill: Drill | None = None


def freeze(now: Situation, pieces: Pieces) -> tuple[bytes, dict[str, bytes]]:
    """Return a situation as bytes, and the pieces that may have to be kept with it."""
    fresh: dict[str, bytes] = {}
    held = [now.registers.of(kind) for kind in ROW_TYPES]
    form = _Form(
        now.realm,
        now.seq,
        now.at,
        {register.kind: (register.digest, register.demo) for register in held if register.digest},
        now.suggestion,
        now.standing,
        now.basis,
        now.user,
        dict(now.readings),
        dict(now.forecasts),
        dict(now.orders),
        dict(now.incidents),
        dict(now.whereabouts),
        dict(now.stones),
        dict(now.devices),
        dict(now.musters),
        dict(now.watches),
        dict(now.pictures),
        {part: pieces.cut(part, getattr(now, part), fresh) for part in SPLIT},
        now.reckoned,
        dict(now.outlooks),
        dict(now.proposals),
        dict(now.alarms),
        dict(now.shelves),
        dict(now.out_of_service),
        dict(now.messages),
        dict(now.briefings),
        dict(now.handovers),
        dict(now.papers),
        dict(now.lessons),
        now.drill,
    )
    return zlib.compress(to_json(form), 2), fresh


@dataclass(frozen=True, slots=True)
class Sources:
    """Where a snapshot's parts come from."""

    register: FetchRegister
    plan: Callable[[Registers], Plan]
    pieces: Pieces
    fetch: FetchMany


def thaw(body: bytes, sources: Sources, *, newest: bool = False) -> Situation:
    """Return the situation that `freeze` wrote; StoreTrouble corrupt when it is none."""
    try:
        form = from_json(zlib.decompress(body), _Form)
    except (zlib.error, msgspec.DecodeError) as error:
        raise StoreTrouble("corrupt", detail=str(error)) from error
    registers = Registers(
        **{
            kind: sources.register(kind, digest, demo)
            for kind, (digest, demo) in form.registers.items()
            if kind in ROW_TYPES
        }
    )
    parts = {part: sources.pieces.join(part, form.pieces.get(part, ()), sources.fetch, newest=newest) for part in SPLIT}
    return Situation(
        realm=form.realm,
        seq=form.seq,
        at=form.at,
        registers=registers,
        readings=_map(form.readings),
        forecasts=_map(form.forecasts),
        orders=_map(form.orders),
        incidents=_map(form.incidents),
        suggestion=form.suggestion,
        standing=form.standing,
        basis=form.basis,
        plan=sources.plan(registers),
        whereabouts=_map(form.whereabouts),
        stones=_map(form.stones),
        user=form.user,
        devices=_map(form.devices),
        musters=_map(form.musters),
        watches=_map(form.watches),
        pictures=_map(form.pictures),
        reckoned=form.reckoned,
        outlooks=_map(form.outlooks),
        proposals=_map(form.proposals),
        alarms=_map(form.alarms),
        shelves=_map(form.shelves),
        out_of_service=_map(form.out_of_service),
        messages=_map(form.messages),
        briefings=_map(form.briefings),
        handovers=_map(form.handovers),
        papers=_map(form.papers),
        lessons=_map(form.lessons),
        drill=form.drill,
        **parts,
    )


def _map(held: dict[str, V]) -> Map[str, V]:
    return Map[str, V](held)
