"""A desk with alarms for tests of views: a few that stand, in every state, and a storm of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import cache

import resources
from data.feeds.alarm_tables import read_alarm_bounds
from data.model.alarm_steps import AlarmsAcknowledged, AlarmsMoved, AlarmsServiced, AlarmsShelved
from data.model.alarms import AlarmChange, AlarmMove
from data.model.people import Squad
from data.model.plan import Role
from data.model.register import Register
from data.model.river import HUAYUANKOU, Station
from data.model.situation import Situation
from data.rules.alarms.condition import Condition, group_of
from data.rules.alarms.engine import EngineState
from data.rules.alarms.lines import AlarmList, lines
from desktop.first_run import shipped_register
from tests import township

AT = township.NOON
"""When the alarms began; the lists are looked at ten minutes later."""

LATER = AT + timedelta(minutes=10)
ROLES = (("R03", "防办"), ("R04", "水情组"), ("R05", "工程组"), ("R06", "巡查组"))


def condition(kind: str, ref: str, value: float | None = None, limit: float | None = None, **params: str) -> Condition:
    return Condition(kind, ref, value, limit, tuple(params.items()))


CROSSING = condition("flow.level", "HYK-III", 6210.0, 6000.0, level="III", station=HUAYUANKOU)
HELP = condition("help.asked", "W1", team="Q1", place="马渡险工", why="help")
LATE = condition("task.overdue", "R06", 3.0, role="R06", tasks="T1;T2")
INCIDENT = condition("incident.large", "I1", place="马渡险工26坝", what="坍塌", grade="2")
STALE = condition("value.stale", HUAYUANKOU, station=HUAYUANKOU, limit_s="7200")


@cache
def situation(user: str = "U1") -> Situation:
    """A township that has the shipped philosophy, posts and stations; nothing stands."""
    now = township.situation()
    made = now.registers.having(shipped_register("alarmkinds"))
    for kind, rows in (
        ("roles", tuple(Role(code, name, code) for code, name in ROLES)),
        ("squads", (Squad("Q1", "巡防一队", "巡查防守"),)),
        ("stations", (*made.stations, Station("41801600", "黑石关", "伊洛河"))),
    ):
        made = made.having(Register(kind, rows, digest="alarms"))
    return replace(now, registers=made, user=user, at=AT)


def raised(now: Situation, *conditions: Condition) -> Situation:
    """The situation after the engine has raised conditions."""
    kinds = now.registers.alarmkinds.by_id
    moves = tuple(
        AlarmMove(
            one.tag, AlarmChange.RAISED, AT, one.kind, one.ref, group_of(kinds[one.kind], one),
            kinds[one.kind].priority, one.value, one.limit, one.params,
        )
        for one in conditions
    )  # fmt: skip
    return township.after(now, AlarmsMoved(moves))


def returned(now: Situation, tag: str) -> Situation:
    """The situation after an alarm has gone back to normal."""
    one = now.alarms[tag]
    move = AlarmMove(tag, AlarmChange.RETURNED, LATER, one.kind, one.ref, one.group, one.priority, params=one.params)
    return township.after(now, AlarmsMoved((move,)))


@cache
def every_state() -> Situation:
    """Unacknowledged, latched, acknowledged, waiting to be closed; a diagnostic; one shelved, one out of service."""
    now = returned(raised(situation(), CROSSING, HELP, LATE, INCIDENT, STALE), HELP.tag)
    now = township.after(now, AlarmsAcknowledged((LATE.tag, INCIDENT.tag), "已电话催办"))
    now = returned(now, INCIDENT.tag)
    now = township.after(now, AlarmsShelved(("patrol.gap/段1",), now.at + timedelta(hours=2), "该段封闭施工"))
    return township.after(now, AlarmsServiced(("link.lost/41801600",), True, "测站大修"))


def listed(now: Situation, *, flood: bool = False) -> AlarmList:
    """The lines of a situation ten minutes later."""
    return lines(now, LATER, replace(EngineState(read_alarm_bounds(resources.path("rules"))), flood=flood))


@cache
def storm() -> Situation:
    """One crossing among many: people not answering, stones moved, lines lost."""
    many = [CROSSING]
    many += [condition("stone.moved", f"ST{n}", works=f"W{n % 3}", state="moved", stone=f"ST{n}") for n in range(10)]
    many += [condition("people.unanswered", f"P{n}", 4.0, title=f"通知{n}", sent="12") for n in range(6)]
    many += [condition("link.lost", f"4010{n:04d}", station=f"4010{n:04d}", limit_s="1800") for n in range(20)]
    return raised(situation(), *many)
