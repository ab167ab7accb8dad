"""Writes what a batch of steps changed into the ordinary tables, in the transaction of the steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from immutables import Map
from sqlalchemy import Connection, Table

from data.model.alarm_steps import AlarmsMoved
from data.model.dispatch import Push, Report
from data.model.drill import Drill
from data.model.office import Briefing
from data.model.register import Register
from data.model.river import Quality, Reading
from data.model.river_steps import OutlookMade, ProposalDecided, ReadingCorrected, ReadingProposed
from data.model.situation import Situation
from data.model.steps import (
    CallLogged,
    ForecastEntered,
    ReadingTaken,
    RegisterReplaced,
    ReportReceived,
    SignedOff,
    Step,
    StoneStateSet,
    WhereaboutsSet,
)
from data.rules.ladder import outgoing
from data.store import field, projected, series
from data.store.engine import insert_all, upsert
from data.store.fields import values

V = TypeVar("V")

Taken = tuple[int, Step, Situation]
"""A step's number, the step, and the situation after it."""


def project(connection: Connection, before: Situation, taken: Sequence[Taken]) -> None:
    """Bring the tables from `before` to the situation after the last of the steps.

    Small maps are compared by the identity of their values, which the rules keep for what they do not change;
    what can be large (calls, whereabouts, stones, readings, reports that come in) is known from the steps themselves.
    """
    if not taken:
        return
    after = taken[-1][2]
    _from_steps(connection, before, after, taken)
    for table, old, new in (
        (projected.task, before.tasks, after.tasks),
        (projected.incident, before.incidents, after.incidents),
        (projected.superior_order, before.orders, after.orders),
        (projected.muster, before.musters, after.musters),
        (projected.watch, before.watches, after.watches),
        (projected.patrol, before.patrols, after.patrols),
        (projected.video_call, before.videos, after.videos),
        (projected.duty_message, before.messages, after.messages),
        (projected.handover, before.handovers, after.handovers),
        (projected.paper, before.papers, after.papers),
        (projected.lesson, before.lessons, after.lessons),
    ):
        upsert(connection, table, (values(row) for row in _changed(old, new)))
    upsert(connection, projected.report, map(values, _reports(before, after, taken)))
    upsert(
        connection, projected.device, (_without(row, "token_hash") for row in _changed(before.devices, after.devices))
    )
    _pushes(connection, before.pushes, after.pushes)
    _briefings(connection, before.briefings, after.briefings)
    _drill(connection, before.drill, after.drill)
    field.post(connection, outgoing(before, after))


def _reports(before: Situation, after: Situation, taken: Sequence[Taken]) -> list[Report]:
    """Return the reports that changed; while they only come in, all those known before need not be looked at."""
    if len(after.reports) - len(before.reports) == len(taken):
        ids = [step.body.report.id for _, step, _ in taken if isinstance(step.body, ReportReceived)]
        if len(ids) == len(taken):
            return [after.reports[row] for row in ids]
    return _changed(before.reports, after.reports)


def _changed(before: Map[str, V], after: Map[str, V]) -> list[V]:
    if before is after:
        return []
    return [value for key, value in after.items() if before.get(key) is not value]


def _from_steps(connection: Connection, before: Situation, after: Situation, taken: Sequence[Taken]) -> None:
    places: dict[str, dict[str, Any]] = {}
    stones: dict[str, dict[str, Any]] = {}
    calls: list[dict[str, Any]] = []
    forecasts: list[dict[str, Any]] = []
    levels: list[dict[str, Any]] = []
    replaced: dict[str, tuple[int, Step, RegisterReplaced]] = {}
    for seq, step, then in taken:
        match step.body:
            case WhereaboutsSet(kind, ids, state, _):
                places |= {f"{kind}/{row}": {"register": kind, "id": row, "state": state.value} for row in ids}
            case StoneStateSet(ids, state, _):
                stones |= {row: {"id": row, "state": state.value} for row in ids}
            case CallLogged(logged):
                calls.append(values(then.calls.get(logged.id, logged)))
            case ForecastEntered(forecast):
                forecasts.append(values(forecast))
            case SignedOff():
                levels.append({"seq": seq, **values(then.standing)})
            case RegisterReplaced(register, _, _) as body:
                replaced[register.kind] = (seq, step, body)
            case _:
                pass
    series.add(connection, _readings(before, taken))
    for table, rows in (
        (projected.whereabouts, places.values()),
        (projected.stone_state, stones.values()),
        (projected.call, calls),
        (projected.forecast, forecasts),
        (projected.outlook, _outlooks(taken)),
        (projected.alarm_move, _alarm_moves(taken)),
        (projected.standing_level, levels),
    ):
        upsert(connection, table, rows)
    for kind, (seq, step, body) in replaced.items():
        _replace(connection, after.registers.of(kind), seq, step, body)


def _readings(before: Situation, taken: Sequence[Taken]) -> list[Reading]:
    proposed = {proposal.id: proposal.reading for proposal in before.proposals.values()}
    found: list[Reading] = []
    for _, step, _ in taken:
        match step.body:
            case ReadingTaken(value):
                found.append(value)
            case ReadingCorrected(value, _):
                found.append(replace(value, quality=Quality.CONFIRMED))
            case ReadingProposed(proposal):
                proposed[proposal.id] = proposal.reading
            case ProposalDecided(proposal, True, _):
                found.append(proposed[proposal])
            case _:
                pass
    return found


def _outlooks(taken: Sequence[Taken]) -> list[dict[str, Any]]:
    return [values(step.body.outlook) for _, step, _ in taken if isinstance(step.body, OutlookMade)]


def _alarm_moves(taken: Sequence[Taken]) -> list[dict[str, Any]]:
    return [
        {"seq": seq, "n": n, **values(move)}
        for seq, step, _ in taken
        if isinstance(step.body, AlarmsMoved)
        for n, move in enumerate(step.body.moves)
    ]


def _pushes(connection: Connection, before: Map[str, Push], after: Map[str, Push]) -> None:
    changed = _changed(before, after)
    upsert(connection, projected.push, (_without(push, "receipts") for push in changed))
    for push in changed:
        old = before.get(push.id)
        known = frozenset(map(id, old.receipts)) if old is not None else frozenset[int]()
        fresh = [receipt for receipt in push.receipts if id(receipt) not in known]
        upsert(connection, projected.receipt, ({"push": push.id, **values(receipt)} for receipt in fresh))


def _briefings(connection: Connection, before: Map[str, Briefing], after: Map[str, Briefing]) -> None:
    changed = _changed(before, after)
    upsert(connection, projected.briefing, (_without(briefing, "ballots") for briefing in changed))
    for briefing in changed:
        old = before.get(briefing.id)
        known = 0 if old is None else len(old.ballots)
        fresh = enumerate(briefing.ballots[known:], start=known)
        upsert(connection, projected.ballot, ({"briefing": briefing.id, "n": n, **values(one)} for n, one in fresh))


def _drill(connection: Connection, before: Drill | None, after: Drill | None) -> None:
    if after is None or after is before:
        return
    upsert(connection, projected.drill, [_without(after, "marks")])
    known = 0 if before is None else len(before.marks)
    upsert(connection, projected.inject, ({"drill": after.id, **values(mark)} for mark in after.marks[known:]))


def _without(row: Any, name: str) -> Mapping[str, Any]:
    held = values(row)
    del held[name]
    return held


def _replace(connection: Connection, rows: Register[Any], seq: int, step: Step, body: RegisterReplaced) -> None:
    table: Table = projected.registers[rows.kind]
    connection.execute(table.delete())
    insert_all(connection, table, _positioned(rows))
    head = {
        "kind": rows.kind,
        "digest": rows.digest,
        "count": len(rows.rows),
        "demo": rows.demo,
        "source": body.source,
        "refused": body.refused,
        "replaced_at": step.at,
        "seq": seq,
    }
    upsert(connection, projected.register, [head])


def _positioned(rows: Register[Any]) -> Iterable[dict[str, Any]]:
    return ({"position": position, **values(row)} for position, row in enumerate(rows.rows))
