"""A drill in a small township, told step by step: what the injects let happen, and what people did when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from data.model.drill import Act, Drill, Expectation, Inject, InjectKind, Scenario
from data.model.drill_steps import DrillBegun
from data.model.scores import Answered, Verdict
from data.model.situation import Situation
from data.model.steps import Body, Realm, Step
from data.rules.drill.effects import steps_of
from data.rules.performance.expected import answered
from data.rules.performance.story import Line
from data.rules.take import take
from tests import township

START = township.NOON
DUTY, LEADER, COMMANDER = "U1", "U2", "U3"


def expect(act: Act, within: float = 10, /, **proof: str) -> Expectation:
    """An expectation of the duty office; its id is that of its act."""
    return Expectation(act.value, act, "R03", within, tuple(proof.items()), "MEET", "说明")


def inject(name: str, what: InjectKind, /, *expects: Expectation, **details: str) -> Inject:
    """An inject at the beginning of the scene."""
    return Inject(name, what, f"题{name}", f"事{name}", 0.0, (), "S001", tuple(details.items()), expects)


def scenario(*injects: Inject, length: float = 240) -> Scenario:
    """A scenario of a few injects."""
    return Scenario("small", "小演练", "说明", START, length, 60, "测试", constructed=True, injects=injects)


@dataclass
class Book:
    """The journal of a drill while it is told; `n` numbers the keys unless `key` names them."""

    scenario: Scenario
    key: Callable[[int], str] = "k{}".format
    now: Situation = field(default_factory=lambda: replace(township.situation(), realm=Realm.DRILL))
    lines: list[Line] = field(default_factory=list[Line])

    def __post_init__(self) -> None:
        drill = Drill("D", self.scenario.title, "", START, 1, constructed=True)
        self.step(Step("drill-begun", START, "control", Realm.DRILL, DrillBegun(drill)))

    def step(self, step: Step) -> None:
        """Take a step."""
        self.now, _ = take(self.now, step)
        self.lines.append((self.now.seq, step))

    def fire(self, name: str, minute: float) -> None:
        """Fire an inject."""
        found = self.scenario.inject(name)
        assert found is not None
        for one in steps_of(found, self.scenario, self.now, at(minute)):
            self.step(one)

    def do(self, minute: float, *bodies: Body, by: str = DUTY) -> None:
        """Let somebody do something."""
        for body in bodies:
            self.step(Step(self.key(len(self.lines)), at(minute), by, Realm.DRILL, body))

    def answers(self, until: float) -> tuple[Answered, ...]:
        """Return what became of all expectations."""
        return answered(self.scenario, self.lines, at(until), self.now)

    def verdict(self, until: float = 500) -> Verdict:
        """Return the verdict of the only expectation."""
        (one,) = self.answers(until)
        return one.verdict


def at(minute: float) -> datetime:
    """A moment of the scene."""
    return START + timedelta(minutes=minute)
