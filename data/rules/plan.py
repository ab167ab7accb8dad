"""Which instructions of the plan are in force, and how the list differs from another (domain.md §10.2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from data.model.levels import Level, Tier
from data.model.plan import Instruction, Need, Phase, Plan, TriggerKind
from data.model.register import Registers
from data.model.situation import Course
from data.rules import expressions


def make_plan(registers: Registers) -> Plan:
    """Close the supersession transitively and work out each instruction's needs for this township."""
    rows = registers.plan.rows
    names = expressions.variables(registers)
    return Plan(
        rows, MappingProxyType(close_supersession(rows)), MappingProxyType({r.id: _need(r, names) for r in rows})
    )


def close_supersession(rows: Iterable[Instruction]) -> dict[str, frozenset[str]]:
    """Map each id to all ids that replace it, directly or through others; never to itself, even in a cycle."""
    direct: dict[str, set[str]] = {}
    for row in rows:
        for replaced in row.replaced_ids:
            direct.setdefault(replaced, set()).add(row.id)
    closed: dict[str, frozenset[str]] = {}
    for start, first in direct.items():
        seen: set[str] = set()
        todo = list(first)
        while todo:
            current = todo.pop()
            if current not in seen and current != start:
                seen.add(current)
                todo.extend(direct.get(current, ()))
        closed[start] = frozenset(seen)
    return closed


def _need(row: Instruction, names: Mapping[str, float]) -> Need:
    """Work out one row's needs; a faulty expression counts as none here, `plan check` reports it."""
    here = {**names, "flow": row.flow_min_m3s}
    try:
        people = round(expressions.evaluate(row.people, here)) if row.people else 0
        stock = expressions.materials(row.materials, here)
    except expressions.ExpressionFault:
        return Need()
    return Need(people, stock)


def tier_of(flow_m3s: float, tiers: Iterable[Tier]) -> Tier | None:
    """Return the tier with lower <= flow < upper, or None outside the table."""
    return next((tier for tier in tiers if tier.lower_m3s <= flow_m3s < tier.upper_m3s), None)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What decides which instructions are in force. `events` holds trigger expressions such as "incident.major"."""

    flow_m3s: float
    forecast_m3s: float | None = None
    level: Level = Level.NONE
    course: Course = Course.RISING
    peak_tier: int = 0
    events: frozenset[str] = frozenset()


def in_force(plan: Plan, now: Circumstances) -> tuple[Instruction, ...]:
    """Return the instructions in force, none of which another in the list supersedes, in the order of the table."""
    flow = now.flow_m3s
    held = [
        row
        for row, by_flow in zip(plan.instructions, plan.by_flow_alone, strict=True)
        if (row.flow_min_m3s <= flow < row.flow_max_m3s if by_flow else _holds(row, now))
    ]
    ids = {row.id for row in held}
    superseded = plan.superseded_by
    nothing: frozenset[str] = frozenset()
    return tuple(row for row in held if ids.isdisjoint(superseded.get(row.id, nothing)))


def _holds(row: Instruction, now: Circumstances) -> bool:
    if row.phase is Phase.RECEDE:
        return now.course in (Course.RECEDING, Course.AFTERMATH) and row.tier_min <= now.peak_tier
    if row.phase is Phase.AFTERMATH:
        return now.course is Course.AFTERMATH and row.tier_min <= now.peak_tier
    if row.phase is Phase.PREPARE and now.course in (Course.RECEDING, Course.AFTERMATH):
        return False
    flow = now.flow_m3s
    match row.trigger:
        case TriggerKind.MANUAL:
            return False
        case TriggerKind.ORDER:
            return "order" in now.events and row.flow_min_m3s <= flow < row.flow_max_m3s
        case TriggerKind.EVENT:
            return row.trigger_expr in now.events and row.flow_min_m3s <= flow < row.flow_max_m3s
        case TriggerKind.FORECAST:
            flow = max(flow, now.forecast_m3s or 0.0)
        case TriggerKind.LEVEL:
            if now.level > Level.NONE and now.level >= _level_of(row.trigger_expr):
                return flow < row.flow_max_m3s
        case _:
            pass
    return row.flow_min_m3s <= flow < row.flow_max_m3s


def _level_of(expression: str) -> Level:
    """Read "level>=III"; a row with no readable level never holds by level (plan check reports it)."""
    try:
        return Level.parse(expression.rpartition("=")[2])
    except ValueError:
        return Level.I


class Change(StrEnum):
    """How an instruction in force stands against an earlier list."""

    NEW = "new"
    CHANGED = "changed"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Entry:
    """An instruction in force, how it changed, and the ids in the earlier list that it replaces."""

    instruction: Instruction
    change: Change
    replaces: tuple[str, ...] = ()


def compare(plan: Plan, earlier: Iterable[str], in_force_now: Iterable[Instruction]) -> tuple[Entry, ...]:
    """Compare with the ids in force earlier; new and changed come first, then by priority and table order."""
    before = frozenset(earlier)
    replaced: dict[str, list[str]] = {}
    for old in sorted(before & plan.superseded_by.keys()):
        for newer in plan.superseded_by[old]:
            replaced.setdefault(newer, []).append(old)
    entries: list[Entry] = []
    for row in in_force_now:
        replaces = tuple(replaced.get(row.id, ()))
        change = Change.KEPT if row.id in before else Change.CHANGED if replaces else Change.NEW
        entries.append(Entry(row, change, replaces))
    rank = {Change.NEW: 0, Change.CHANGED: 1, Change.KEPT: 2}
    return tuple(sorted(entries, key=lambda entry: (rank[entry.change], entry.instruction.priority)))


def listing(registers: Registers, plan: Plan, flow_m3s: float) -> tuple[Tier | None, tuple[Entry, ...]]:
    """Return what the plan asks for on a rising river at this flow, compared with the tier below."""
    tiers = sorted(registers.tiers, key=lambda tier: tier.lower_m3s)
    tier = tier_of(flow_m3s, tiers)
    if tier is None:
        return None, ()
    now = in_force(plan, Circumstances(flow_m3s, level=tier.level))
    below = [t for t in tiers if t.lower_m3s < tier.lower_m3s]
    earlier: tuple[Instruction, ...] = ()
    if below:
        earlier = in_force(plan, Circumstances(below[-1].lower_m3s, level=below[-1].level))
    return tier, compare(plan, (row.id for row in earlier), now)
