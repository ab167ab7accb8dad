"""How an event went, a drill or a real one: what was expected and done, how long it took, what was late or missed.

Nobody is ranked: results are by role and by clause, people are only counted. A clause is the id of an instruction of
the plan, for alarms the id of their kind. Minutes are rounded to hundredths, so that a score is the same each time.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from enum import Enum, StrEnum
from typing import Any, cast

from data.model.drill import Act
from data.model.levels import Level
from data.model.steps import Realm


class Verdict(StrEnum):
    """What became of an expectation."""

    IN_TIME = "in_time"
    LATE = "late"
    MISSED = "missed"  # its time is over and it was not done
    OPEN = "open"  # not done, and there is still time


@dataclass(frozen=True, slots=True)
class Answered:
    """An expectation of an inject that was fired, and the step (its number in the journal) that answers it, if any."""

    inject: str
    expectation: str
    act: Act
    role: str
    clause: str
    fired_at: datetime
    due_at: datetime
    done_at: datetime | None
    seq: int | None
    verdict: Verdict
    text: str = ""
    text_en: str = ""

    @property
    def took_min(self) -> float | None:
        """How long it took; None when it was not done."""
        return None if self.done_at is None else round((self.done_at - self.fired_at).total_seconds() / 60, 2)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many expectations or tasks of one role or clause came out how."""

    key: str
    expected: int = 0
    in_time: int = 0
    late: int = 0
    missed: int = 0
    open: int = 0

    @property
    def share(self) -> float | None:
        """Share done in time of what is decided; None while nothing is."""
        decided = self.in_time + self.late + self.missed
        return round(self.in_time / decided, 4) if decided else None


class Thing(StrEnum):
    """What a time is measured of."""

    TASK = "task"
    REPORT = "report"
    INCIDENT = "incident"
    MESSAGE = "message"
    PUSH = "push"
    ALARM = "alarm"
    ORDER = "order"


class Measure(StrEnum):
    """Which time is measured; data/rules/performance/timings.py says from what to what for each thing."""

    ACKNOWLEDGE = "acknowledge"
    ISSUE = "issue"
    ANSWER = "answer"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class Took:
    """Minutes that `count` things took; None where there was none. `waiting` are still without an end."""

    count: int = 0
    median_min: float | None = None
    p90_min: float | None = None
    worst_min: float | None = None
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Timing:
    """One measure of one thing, overall, by role and by clause (keys in order)."""

    thing: Thing
    measure: Measure
    total: Took
    by_role: tuple[tuple[str, Took], ...] = ()
    by_clause: tuple[tuple[str, Took], ...] = ()


@dataclass(frozen=True, slots=True)
class TaskGaps:
    """Tasks of the span against their deadlines: ids of the late (done, too late) and the missed, and the counts."""

    total: Tally = Tally("")
    by_role: tuple[Tally, ...] = ()
    by_clause: tuple[Tally, ...] = ()
    late: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    never_issued: tuple[str, ...] = ()


class LeadKind(StrEnum):
    """Kinds of lead time of a warning."""

    SUGGESTED_SIGNED = "suggested_signed"  # from a firm suggestion (`ref`: its cause) to the signature of the level
    CROSSED_PUSHED = "crossed_pushed"  # from the crossing of a trigger at 花园口 to the next push
    FORECAST_SIGNED = "forecast_signed"  # from the first forecast beyond a trigger to the signature of its level
    SIGNED_CROSSED = "signed_crossed"  # from the signature of a level to the observed crossing: warning ahead


@dataclass(frozen=True, slots=True)
class Lead:
    """One lead time: since when, until when; `until` None: it never came in the span.

    `minutes` is negative for SIGNED_CROSSED where the water was there first, for CROSSED_PUSHED where people had been
    told of the level before the water came.
    """

    kind: LeadKind
    level: Level
    since: datetime
    until: datetime | None
    minutes: float | None
    ref: str = ""  # cause, push, or source of the forecast


@dataclass(frozen=True, slots=True)
class Unanswered:
    """How many recipients of pushes never answered, by role of staff and by grid of everybody else. Counts only."""

    total: int = 0
    recipients: int = 0
    by_role: tuple[tuple[str, int], ...] = ()
    by_grid: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """How far one register was brought out: lines by state at the end, and when the first and the last left."""

    register: str
    total: int
    by_state: tuple[tuple[str, int], ...]
    first_left: datetime | None = None
    last_left: datetime | None = None


@dataclass(frozen=True, slots=True)
class PatrolScore:
    """Patrols of the span: walks, sections of the register and those that nobody walked, and alarms of gaps."""

    walks: int = 0
    sections: int = 0
    sections_unwalked: int = 0
    gap_alarms: int = 0


@dataclass(frozen=True, slots=True)
class AlarmScore:
    """Alarms raised in the span without diagnostics; `unseen` are those of them nobody acknowledged by its end."""

    raised: int = 0
    per_hour: float = 0.0
    peak_10_min: int = 0
    floods: int = 0
    long_standing: int = 0
    chattering: int = 0
    unseen: tuple[str, ...] = ()
    ack_median_s: float | None = None
    ack_p95_s: float | None = None


@dataclass(frozen=True, slots=True)
class Outward:
    """What wanted to leave the desk: lines of the outbox, by what became of them. `real` must be 0 outside live.

    The parts add up to `lines`: the port refused it, it went to somebody real, nobody needed it any more before it
    went, a person does it by hand or finds it on the phone page, no way led there, it still waits.
    """

    lines: int = 0
    refused: int = 0
    real: int = 0
    by_channel: tuple[tuple[str, int], ...] = ()  # of the refused
    moot: int = 0
    by_hand: int = 0
    failed: int = 0
    waiting: int = 0

    @property
    def attempted(self) -> int:
        """How many tried to leave the desk, stopped or not."""
        return self.refused + self.real


@dataclass(frozen=True, slots=True)
class EventScore:
    """How the span `begins <= t < ends` of one realm's journal went; `drill` and `seed` are a drill's."""

    realm: Realm
    begins: datetime
    ends: datetime
    first_seq: int
    last_seq: int
    steps: int
    drill: str = ""
    title: str = ""
    scenario: str = ""
    seed: int | None = None
    constructed: bool = False
    injects_fired: int = 0
    injects_withheld: int = 0
    peak_flow_m3s: float | None = None
    peak_at: datetime | None = None
    highest: Level = Level.NONE
    expected: Tally = Tally("")
    by_role: tuple[Tally, ...] = ()
    by_clause: tuple[Tally, ...] = ()
    by_act: tuple[Tally, ...] = ()
    answers: tuple[Answered, ...] = ()
    timings: tuple[Timing, ...] = ()
    tasks: TaskGaps = TaskGaps()
    leads: tuple[Lead, ...] = ()
    unanswered: Unanswered = Unanswered()
    patrol: PatrolScore = PatrolScore()
    moved: tuple[Moved, ...] = ()
    alarms: AlarmScore = AlarmScore()
    outward: Outward = Outward()

    def timing(self, thing: Thing, measure: Measure) -> Timing:
        """Return one timing; an empty one when nothing of the kind happened."""
        found = (one for one in self.timings if (one.thing, one.measure) == (thing, measure))
        return next(found, Timing(thing, measure, Took()))

    def of_inject(self, inject: str) -> tuple[Answered, ...]:
        """Return what became of the expectations of one inject."""
        return tuple(one for one in self.answers if one.inject == inject)


def as_mapping(value: object) -> object:
    """Return a score as what JSON can say: fields in their order, times as ISO 8601 UTC, pairs as lists."""
    if isinstance(value, Level):
        return value.numeral
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Answered):
        return _fields(value) | {"took_min": value.took_min}
    if isinstance(value, Tally):
        return _fields(value) | {"share": value.share}
    if is_dataclass(value) and not isinstance(value, type):
        return _fields(value)
    if isinstance(value, tuple):
        return [as_mapping(one) for one in cast("tuple[object, ...]", value)]
    return value


def _fields(value: Any) -> dict[str, object]:
    return {one.name: as_mapping(getattr(value, one.name)) for one in fields(value)}
