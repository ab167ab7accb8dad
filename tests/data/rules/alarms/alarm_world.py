"""A small philosophy and a bench to run the engine on by hand, for tests of alarms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from data.feeds.alarm_tables import read_alarm_bounds
from data.model.alarm_steps import AlarmsMoved
from data.model.alarms import AlarmClass, AlarmKind, AlarmMove, Priority
from data.model.levels import Confidence
from data.model.register import Register
from data.model.situation import Course, Situation
from data.model.steps import Body, Step
from data.rules.alarms.condition import Condition
from data.rules.alarms.engine import EngineState, advance, restarted
from data.rules.alarms.lines import AlarmList, lines
from data.rules.take import take
from tests.township import NOON

RULES = Path(__file__).resolve().parents[4] / "resources" / "rules"
BOUNDS = read_alarm_bounds(RULES)


def kind(row_id: str, **more: Any) -> AlarmKind:
    values: dict[str, Any] = {
        "id": row_id, "name": row_id, "alarm_class": AlarmClass.ALARM, "priority": Priority.MEDIUM, "cause": "因",
        "consequence": "果", "action": "处置", "available_min": 30.0, "owner": "R03", "view": "desk", "source": "测",
        "confidence": Confidence.LOW, "group": "ref",
    }  # fmt: skip
    return AlarmKind(**(values | more))


def situation(*kinds: AlarmKind, course: Course = Course.NORMAL) -> Situation:
    now = Situation(at=NOON)
    rows: Register[AlarmKind] = Register("alarmkinds", kinds, digest=str(hash(kinds)))
    return replace(now, registers=now.registers.having(rows), basis=replace(now.basis, course=course))


@dataclass
class Bench:
    """Situation and engine side by side; each tick shows conditions and takes what the engine finds."""

    now: Situation
    state: EngineState
    at: datetime = NOON
    count: int = 0

    @classmethod
    def of(cls, *kinds: AlarmKind, course: Course = Course.NORMAL) -> Bench:
        now = situation(*kinds, course=course)
        return cls(now, restarted(BOUNDS, now, NOON))

    def tick(self, conditions: Iterable[Condition] = (), seconds: float = 1.0) -> list[str]:
        """Let time pass, look once, and return what changed as "change tag"."""
        return [f"{move.change.value} {move.tag}" for move in self.moves(conditions, seconds)]

    def moves(self, conditions: Iterable[Condition] = (), seconds: float = 1.0) -> tuple[AlarmMove, ...]:
        self.at += timedelta(seconds=seconds)
        self.state, moves = advance(self.state, conditions, self.now, self.at)
        if moves:
            self.take(AlarmsMoved(moves), "system")
        return moves

    def take(self, body: Body, actor: str = "U1") -> None:
        self.count += 1
        self.now, _ = take(self.now, Step(f"b{self.count}", self.at, actor, self.now.realm, body))

    def restart(self) -> None:
        self.state = restarted(BOUNDS, self.now, self.at)

    def lines(self) -> AlarmList:
        return lines(self.now, self.at, self.state)
