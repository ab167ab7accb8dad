"""A small drill in the small township, and a driver that lets its scene pass."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache

from data.model.drill import CONTROL, Condition, Drill, Ground, Inject, InjectKind, Scenario
from data.model.drill_steps import DrillBegun
from data.model.places import Path2D, Route, Spur, Stone
from data.model.register import Register
from data.model.situation import Situation
from data.model.steps import Realm, Step
from data.rules.drill.due import Answered, due, never
from data.rules.drill.effects import steps_of
from data.rules.drill.scene import moment_at
from data.rules.take import take
from tests import township

START = township.NOON


def inject(name: str, at: float | None = None, *when: Condition, **more: object) -> Inject:
    details = more.pop("details", ())
    assert isinstance(details, tuple)
    plain = Inject(name, InjectKind.MESSAGE, f"题{name}", f"文{name}", at, when, details=details)
    return replace(plain, **more)


def after(ref: str, minutes: float = 0.0) -> Condition:
    return Condition(Ground.AFTER, ref, minutes)


def scenario(*injects: Inject, length: float = 6000.0, **more: object) -> Scenario:
    plain = Scenario("d", "演练", "情景构造", START, length, 60, "情景构造", constructed=True, injects=injects)
    return replace(plain, **more)


@cache
def begun() -> Situation:
    path: Path2D = ((113.70, 34.90), (113.71, 34.91), (113.72, 34.92))
    registers = (
        township.registers()
        .having(Register("spurs", (Spur("B1", "W", "1坝", "坝", 100.0, path),)))
        .having(Register("routes", (Route("L1", "一号路", "迁安", path),)))
        .having(Register("stones", (Stone("T1", "B1", "坝头", 113.7, 34.9),)))
    )
    now = replace(township.situation(), realm=Realm.DRILL, registers=registers, at=START)
    body = DrillBegun(Drill("d", "演练", "0" * 64, START, 1, constructed=True))
    return take(now, Step("begin", START, CONTROL, Realm.DRILL, body))[0]


def fire(now: Situation, scene: Scenario, one: Inject, at: datetime) -> Situation:
    for step in steps_of(one, scene, now, at):
        now = take(now, step)[0]
    return now


def fire_at(now: Situation, scene: Scenario, name: str, minute: float) -> Situation:
    one = scene.inject(name)
    assert one is not None
    return fire(now, scene, one, moment_at(scene, minute))


def pass_through(
    scene: Scenario, minutes: Iterable[float], now: Situation | None = None, answered: Answered = never
) -> tuple[Situation, list[tuple[float, str]]]:
    """Fire what is due at each of these minutes, until nothing more is; tell when what was fired."""
    now = begun() if now is None else now
    told: list[tuple[float, str]] = []
    for minute in minutes:
        at = START + timedelta(minutes=minute)
        while ready := due(scene, now, at, answered):
            for one in ready:
                now = fire(now, scene, one, at)
                told.append((minute, one.id))
    return now, told
