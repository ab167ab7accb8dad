"""Situation ⇄ bytes, so that start-up and replay need not fold a whole season.

A snapshot is derived: it may be thrown away at any time. Registers are named by digest; the plan is made anew.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

import msgspec
from immutables import Map

from data.model.dispatch import Call, Incident, Push, Report, SuperiorOrder
from data.model.people import Whereabouts
from data.model.places import StoneState
from data.model.plan import Plan
from data.model.register import ROW_TYPES, Register, Registers
from data.model.river import Forecast, Reading
from data.model.situation import Basis, Situation, Standing, Suggestion
from data.model.steps import Realm
from data.model.task import Task
from data.store.errors import StoreTrouble
from data.store.wire import from_json, to_json

FORMAT = 1
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
    tasks: dict[str, Task] = field(default_factory=dict[str, Task])
    calls: dict[str, Call] = field(default_factory=dict[str, Call])
    pushes: dict[str, Push] = field(default_factory=dict[str, Push])
    reports: dict[str, Report] = field(default_factory=dict[str, Report])
    whereabouts: dict[str, Whereabouts] = field(default_factory=dict[str, Whereabouts])
    stones: dict[str, StoneState] = field(default_factory=dict[str, StoneState])


def freeze(now: Situation) -> bytes:
    """Return a situation as bytes."""
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
        dict(now.tasks),
        dict(now.calls),
        dict(now.pushes),
        dict(now.reports),
        dict(now.whereabouts),
        dict(now.stones),
    )
    return zlib.compress(to_json(form), 2)


def thaw(body: bytes, register: FetchRegister, plan: Callable[[Registers], Plan]) -> Situation:
    """Return the situation that `freeze` wrote; StoreTrouble corrupt when it is none."""
    try:
        form = from_json(zlib.decompress(body), _Form)
    except (zlib.error, msgspec.DecodeError) as error:
        raise StoreTrouble("corrupt", detail=str(error)) from error
    registers = Registers(
        **{kind: register(kind, digest, demo) for kind, (digest, demo) in form.registers.items() if kind in ROW_TYPES}
    )
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
        plan=plan(registers),
        tasks=_map(form.tasks),
        calls=_map(form.calls),
        pushes=_map(form.pushes),
        reports=_map(form.reports),
        whereabouts=_map(form.whereabouts),
        stones=_map(form.stones),
        user=form.user,
    )


def _map(held: dict[str, V]) -> Map[str, V]:
    return Map[str, V](held)
