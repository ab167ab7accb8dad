"""Check a plan table: what is missing, unreadable or contradictory, row by row (`plan check`, domain.md §10.5)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from types import MappingProxyType

from data.model.levels import Level, Tier
from data.model.plan import Instruction, Plan, TriggerKind
from data.model.register import Registers
from data.rules import expressions
from data.rules.plan import Circumstances, close_supersession, in_force, tier_of
from data.rules.plan_findings import Code, Finding
from data.rules.plan_links import clashes, doubles, supersession

__all__ = ["MOST_LINES", "Code", "Finding", "check", "coverage"]

MOST_LINES = 25
"""Lines that one role may have in force at one flow (issue 2, part E)."""

Fault = tuple[str, Code, tuple[str, ...]]

_VAGUE = re.compile("及时|尽快|适时|抓紧")
_LIMIT = re.compile(r"\d+\s*(秒|分|小时|时|日|天|周|h|min|点)|[一二两三半](小时|日|天|周)|\d{1,2}:\d{2}")
_SENTENCE = re.compile("[。；;！!？?]")
_ABOVE = re.compile(
    "炸坝|炸堤|爆破|破堤|扒口|分洪|启用滞洪|启用蓄滞洪|宣布(进入)?紧急防汛期|调动(驻军|部队|解放军|武警)|水库调度|关闭小浪底"
)
_ASKS = re.compile("请|上级|命令|转发|落实|通知|区防指|市防指|配合|按令|奉令|预案")
_POWERS = ("本级", "提请", "落实")
_OBSERVED = re.compile(r"^Q(>=|<)(\d+(?:\.\d+)?)$")
_FORECAST = re.compile(r"^QF(>=)(\d+(?:\.\d+)?)$")
_LEVEL = re.compile(r"^level>=(\S+)$")
_CLOCK = re.compile(r"^([01]\d|2[0-3]):[0-5]\d(,([01]\d|2[0-3]):[0-5]\d)*$")
_WORD = re.compile(r"^[a-z_]+(\.[a-z_]+)?$")


def check(
    rows: Iterable[Instruction], registers: Registers | None = None, numbers: Sequence[int] | None = None
) -> tuple[Finding, ...]:
    """Return what is wrong with a plan table, in the order of its rows.

    `registers` give the tiers, roles and the township's figures; what is not given there is not checked against.
    `numbers` are the rows' numbers in their file; without them the heading is row 1.
    """
    table = tuple(rows)
    numbers = range(2, len(table) + 2) if numbers is None else numbers
    registers = Registers() if registers is None else registers
    places = {row.id: at for at, row in reversed(list(enumerate(table)))}
    closed = close_supersession(table)
    names = expressions.variables(registers)
    tiers = {tier.number: tier for tier in registers.tiers}
    roles = frozenset(role.id for role in registers.roles)
    found: list[Finding] = []
    for at, row in enumerate(table):
        own = chain(_complete(row), _trigger(row), _bounds(row, tiers), _wording(row), _expressions(row, names))
        found += [Finding(row.id, numbers[at], *fault) for fault in chain(own, _roles(row, roles), _power(row))]
    linked = chain(supersession(table, places, closed), doubles(table), clashes(table, closed))
    for at, column, code, params in linked:
        told = (str(numbers[int(params[0])]),) if code is Code.ID_DOUBLE else params
        found.append(Finding(table[at].id, numbers[at], column, code, told))
    found.sort(key=lambda finding: finding.row_number)
    return (*found, *_too_many(table, closed, registers.tiers.rows))


def coverage(rows: Iterable[Instruction]) -> Mapping[tuple[int, str], int]:
    """Count the instructions that apply at each (tier, role)."""
    counts: Counter[tuple[int, str]] = Counter()
    for row in rows:
        counts.update((tier, row.role) for tier in range(row.tier_min, row.tier_max + 1))
    return MappingProxyType(dict(counts))


def _complete(row: Instruction) -> Iterator[Fault]:
    """The four things no instruction may lack, and its words."""
    for column in ("id", "title", "text", "role", "trigger_expr", "evidence", "basis"):
        if not str(getattr(row, column)).strip():
            yield column, Code.MISSING, ()
    if row.deadline_min <= 0:
        yield "deadline_min", Code.MISSING, ()
    if row.evidence.strip() and row.evidence_min <= 0:
        yield "evidence_min", Code.MISSING, ()


def _trigger(row: Instruction) -> Iterator[Fault]:
    text = row.trigger_expr.strip()
    if not text:
        return
    match row.trigger:
        case TriggerKind.OBSERVED:
            yield from _flow_trigger(row, _OBSERVED.match(text))
        case TriggerKind.FORECAST:
            yield from _flow_trigger(row, _FORECAST.match(text))
        case TriggerKind.LEVEL:
            found = _LEVEL.match(text)
            try:
                readable = found is not None and Level.parse(found[1]) > Level.NONE
            except ValueError:
                readable = False
            if not readable:
                yield "trigger_expr", Code.TRIGGER_UNREADABLE, (text,)
        case TriggerKind.CLOCK:
            if _CLOCK.match(text) is None:
                yield "trigger_expr", Code.TRIGGER_UNREADABLE, (text,)
        case _:
            wanted = {TriggerKind.ORDER: "order", TriggerKind.MANUAL: "manual"}.get(row.trigger)
            if _WORD.match(text) is None or (wanted is not None and text != wanted):
                yield "trigger_expr", Code.TRIGGER_UNREADABLE, (text,)


def _flow_trigger(row: Instruction, found: re.Match[str] | None) -> Iterator[Fault]:
    if found is None:
        yield "trigger_expr", Code.TRIGGER_UNREADABLE, (row.trigger_expr,)
    elif found[1] == ">=" and float(found[2]) != row.flow_min_m3s:
        yield "trigger_expr", Code.TRIGGER_MISMATCH, (row.trigger_expr, f"{row.flow_min_m3s:.0f}")


def _bounds(row: Instruction, tiers: Mapping[int, Tier]) -> Iterator[Fault]:
    """Flow bounds in order and inside the tiers named; event rows hold at any flow."""
    if row.flow_min_m3s >= row.flow_max_m3s:
        yield "flow_max_m3s", Code.BOUNDS_REVERSED, (f"{row.flow_min_m3s:.0f}", f"{row.flow_max_m3s:.0f}")
    if row.tier_min > row.tier_max:
        yield "tier_max", Code.TIERS_REVERSED, (str(row.tier_min), str(row.tier_max))
    if not tiers:
        return
    for column in ("tier_min", "tier_max"):
        if getattr(row, column) not in tiers:
            yield column, Code.TIER_UNKNOWN, (str(getattr(row, column)),)
    first, last = tiers.get(row.tier_min), tiers.get(row.tier_max)
    low, high = row.flow_min_m3s, row.flow_max_m3s
    if first is not None and row.trigger is not TriggerKind.EVENT and not first.lower_m3s <= low < first.upper_m3s:
        yield "flow_min_m3s", Code.BOUND_OUTSIDE_TIER, _tier_params(low, first)
    top = last is not None and last.number == max(tiers)
    if last is not None and not last.lower_m3s < high <= last.upper_m3s and not (top and high > last.lower_m3s):
        yield "flow_max_m3s", Code.BOUND_OUTSIDE_TIER, _tier_params(high, last)


def _tier_params(flow: float, tier: Tier) -> tuple[str, ...]:
    return (f"{flow:.0f}", tier.id, f"{tier.lower_m3s:.0f}", f"{tier.upper_m3s:.0f}")


def _wording(row: Instruction) -> Iterator[Fault]:
    """No "in good time" without a limit in the same sentence."""
    for sentence in _SENTENCE.split(row.text):
        vague = _VAGUE.search(sentence)
        if vague is not None and _LIMIT.search(sentence) is None:
            yield "text", Code.VAGUE, (vague[0],)


def _expressions(row: Instruction, names: Mapping[str, float]) -> Iterator[Fault]:
    here = {**names, "flow": row.flow_min_m3s}
    try:
        if row.people.strip():
            expressions.evaluate(row.people, here)
    except expressions.ExpressionFault as fault:
        yield "people", Code.EXPRESSION, (str(fault),)
    try:
        expressions.materials(row.materials, here)
    except expressions.ExpressionFault as fault:
        yield "materials", Code.EXPRESSION, (str(fault),)


def _roles(row: Instruction, known: frozenset[str]) -> Iterator[Fault]:
    if not known:
        return
    named = (
        ("role", row.role),
        *(("assist", part) for part in row.assist.split(";")),
        ("escalate_to", row.escalate_to),
    )
    for column, role in named:
        if role.strip() and role.strip() not in known:
            yield column, Code.ROLE_UNKNOWN, (role,)


def _power(row: Instruction) -> Iterator[Fault]:
    """A township proposes and carries out what is above its power (design.md §2)."""
    if row.power not in _POWERS:
        yield "power", Code.POWER_UNKNOWN, (row.power,)
    if row.power == "提请" and "请" not in row.text + row.title:
        yield "text", Code.POWER_UNASKED, (row.power,)
    if row.power == "本级":
        for sentence in _SENTENCE.split(row.text):
            act = _ABOVE.search(sentence)
            if act is not None and _ASKS.search(sentence) is None:
                yield "power", Code.POWER_EXCEEDED, (act[0],)


def _too_many(
    table: tuple[Instruction, ...], closed: Mapping[str, frozenset[str]], tiers: Sequence[Tier]
) -> Iterator[Finding]:
    """One role with more lines in force than a person can follow, at the flow where it begins."""
    plan = Plan(table, MappingProxyType(dict(closed)))
    told: set[str] = set()
    for flow in sorted({row.flow_min_m3s for row in table}):
        tier = tier_of(flow, tiers)
        held = in_force(plan, Circumstances(flow, level=Level.NONE if tier is None else tier.level))
        for role, count in sorted(Counter(row.role for row in held).items()):
            if count > MOST_LINES and role not in told:
                told.add(role)
                yield Finding("", 0, "role", Code.TOO_MANY, (role, f"{flow:.0f}", str(count), str(MOST_LINES)))
