"""The first filling of an empty store: the shipped registers, clearly marked as demonstration data."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any

import resources
from data.feeds.registers import KINDS, read_register
from data.model.register import ROW_TYPES, Register
from data.model.situation import Situation
from data.model.steps import NoteWritten, Realm, RegisterReplaced, Step, UserChanged
from data.rules.rights import SYSTEM
from data.rules.take import take
from data.store.rows import make_register

DEMO_START = datetime(2020, 6, 20, 0, 0, tzinfo=UTC)
"""When the demonstration begins: 20 June 2020, 08:00 Beijing time, before the flood of that summer."""

FIRST_USER = "leader"
"""The desk opens with the duty leader (带班领导) of the demonstration at it."""

_FOLDERS = {
    "tiers": "rules",
    "triggers": "rules",
    "reporting": "rules",
    "plan": "plan",
    "roles": "plan",
    "templates": "plan",
    "alarmkinds": "rules",
}
_NAMES = {"plan": "instructions", "templates": "push_templates"}


def shipped_register(kind: str) -> Register[Any]:
    """Read one shipped register; rules and plan are not marked as demonstration data, they carry their sources."""
    folder = _FOLDERS.get(kind, "demo")
    rows = read_register(resources.path(f"{folder}/{_NAMES.get(kind, kind)}.csv"), KINDS[kind])
    return make_register(kind, rows, demo=folder == "demo")


def first_steps(at: datetime = DEMO_START, realm: Realm = Realm.LIVE) -> list[Step]:
    """Return the steps that fill an empty store, in the order of the registers, the plan last."""
    kinds = sorted(ROW_TYPES, key=lambda kind: kind == "plan")
    bodies = [RegisterReplaced(shipped_register(kind), "安澜演示数据") for kind in kinds]
    steps = [Step(f"first-{body.register.kind}", at, SYSTEM, realm, body) for body in bodies]
    return [*steps, Step("first-user", at, SYSTEM, realm, UserChanged(FIRST_USER))]


def missing_steps(now: Situation, known: Callable[[str], bool]) -> list[Step]:
    """Return the steps that fill rules which an older version's store lacks, once: what somebody emptied stays so.

    `known` says whether a step of that key was ever taken.
    """
    steps: list[Step] = []
    if all(len(now.registers.of(kind)) for kind, folder in _FOLDERS.items() if folder == "rules"):
        return steps
    if not known("first-user"):  # a store that no desk has filled
        return steps
    for kind, folder in _FOLDERS.items():
        key = f"shipped-{kind}"
        if folder != "rules" or len(now.registers.of(kind)) or known(f"first-{kind}") or known(key):
            continue
        register = shipped_register(kind)
        said = f"本台原无此表，已按随程序规则表补入：{kind}，{len(register)} 行"
        steps.append(Step(key, now.at, SYSTEM, now.realm, RegisterReplaced(register, "安澜随附规则表")))
        steps.append(Step(f"{key}-note", now.at, SYSTEM, now.realm, NoteWritten(said)))
    return steps


def taken(now: Situation, steps: Iterable[Step]) -> list[tuple[Step, Situation]]:
    """Take steps one after another and return each with the situation after it, as the store keeps them."""
    pairs: list[tuple[Step, Situation]] = []
    for step in steps:
        now, _ = take(now, step)
        pairs.append((step, now))
    return pairs


def demo_situation() -> Situation:
    """Return the situation of a fresh desk, without a store (for tests and tools)."""
    return taken(Situation(), first_steps())[-1][1]
