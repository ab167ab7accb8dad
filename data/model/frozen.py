"""What a briefing has before it: the facts of a situation as they were, each with its time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from data.model.alarms import Alarm
from data.model.dispatch import Incident
from data.model.reckoned import BenchCount
from data.model.river import Forecast, Outlook, Reading
from data.model.situation import Situation, Standing, Suggestion
from data.model.task import Task


class Topic(StrEnum):
    """What a fact is about, in the order in which a briefing goes through it."""

    RIVER = "river"
    COMING = "coming"
    LEVEL = "level"
    EXPOSED = "exposed"
    TASKS = "tasks"
    ALARMS = "alarms"
    INCIDENTS = "incidents"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class StationState:
    """The newest reading of a station, its rate in m³/s per hour, the threshold ahead and the seconds to it."""

    reading: Reading
    rate_m3s_h: float | None = None
    next_m3s: float | None = None
    eta_s: float | None = None
    rising: bool = True


@dataclass(frozen=True, slots=True)
class InTheWay:
    """Who is in the way at the flow that people must be out of: growers and key persons, and those still there."""

    flow_m3s: float
    growers: int
    growers_there: int
    keypeople: int
    keypeople_there: int
    area_mu: float
    people: int
    refused: int = 0
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class TaskTally:
    """Tasks by where they stand; `late` are among `out`."""

    waiting: int  # for a signature
    out: int
    to_verify: int
    late: int


@dataclass(frozen=True, slots=True)
class Missing:
    """People of a role or an item of stock of which there is too little; `item` False: `key` is a role."""

    key: str
    item: bool
    need: float
    have: float


Thing = (
    StationState
    | Forecast
    | Outlook
    | Suggestion
    | Standing
    | InTheWay
    | BenchCount
    | TaskTally
    | Task
    | Alarm
    | Incident
    | Missing
)
"""What a fact holds."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the frozen picture. `at` is the time of the figure, `substance` what counts when it is compared.

    `stale`: at the moment of freezing the value was older than the reporting rule of the level allows.
    """

    topic: Topic
    id: str
    thing: Thing
    at: datetime | None
    substance: tuple[object, ...]
    stale: bool = False

    @property
    def key(self) -> str:
        """One key among all facts."""
        return f"{self.topic}/{self.id}"


@dataclass(frozen=True, slots=True, eq=False)
class Frozen:
    """The facts of a situation at a moment of the desk's time, and the situation that the names come from."""

    at: datetime
    now: Situation
    facts: tuple[Fact, ...]

    def of(self, topic: Topic) -> tuple[Fact, ...]:
        """Return the facts of one topic."""
        return tuple(fact for fact in self.facts if fact.topic is topic)
