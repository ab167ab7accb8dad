"""Drills: the scenario that is played, its injects and what they expect, and how far the drill has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

CONTROL = "control"
"""Actor of what exercise control (导调) does."""


class InjectKind(StrEnum):
    """What an inject lets happen; its details are named by data/feeds/scenario.py."""

    REPORT = "report"  # a report from the front line, with pictures
    MESSAGE = "message"  # a telephone call, fax or document
    WEATHER = "weather"
    ORDER = "order"  # from above
    FORECAST = "forecast"
    READING = "reading"
    STONES = "stones"  # smart stones move
    LINK = "link"  # a station falls silent, or is heard again
    SILENCE = "silence"  # people do not answer
    INCIDENT = "incident"  # an incident grows worse
    ROAD = "road"
    WHEREABOUTS = "whereabouts"  # people refuse, come back, are missing


class Act(StrEnum):
    """What is expected after an inject; each is a query of the journal, the same in a drill and in earnest."""

    NOTE = "note"  # the report, message or alarm is taken note of
    VERIFY = "verify"  # the report is verified, or filed with a reason
    INCIDENT = "incident"  # an incident is raised of it
    AMEND = "amend"  # the incident is amended (续报)
    SIGN_OFF = "sign_off"  # at least that level is signed
    ISSUE = "issue"  # a task of that role or instruction is issued
    ON_SITE = "on_site"  # somebody is there
    FINISH = "finish"  # it is done
    ORDER = "order"  # the desk gives an order of its own
    PUSH = "push"  # a push is approved
    CALL = "call"  # the person, or the deputy, is called
    MUSTER = "muster"
    MOVE_PEOPLE = "move_people"  # people are brought to that state
    ANSWER = "answer"  # the message is answered
    BRIEFING = "briefing"  # a briefing decides
    REPORT_UP = "report_up"  # a document of that kind is issued
    LOG = "log"  # a line in the duty log


@dataclass(frozen=True, slots=True)
class Expectation:
    """What an inject expects: who (role of the plan) does what within how many minutes, and what proves it.

    `proof` narrows the query: level, role, instruction, person, paper, state, word.
    """

    id: str
    act: Act
    role: str
    within_min: float
    proof: tuple[tuple[str, str], ...] = ()
    clause: str = ""
    text: str = ""
    text_en: str = ""


class Ground(StrEnum):
    """Kinds of condition."""

    AFTER = "after"  # `ref` was fired `value` minutes ago
    ANSWERED = "answered"  # all that `ref` expects has been done
    UNANSWERED = "unanswered"  # `ref` was fired `value` minutes ago and not all of it is done
    FLOW = "flow"  # at 花园口, at least `value` m³/s
    LEVEL = "level"  # the standing level is at least `value` (4 = IV … 1 = I)


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition; an inject with several waits for all of them."""

    ground: Ground
    ref: str = ""
    value: float = 0.0


@dataclass(frozen=True, slots=True)
class Inject:
    """One thing that happens to the players: at a time (minutes after the start), on conditions, or by hand only."""

    id: str
    kind: InjectKind
    title: str
    text: str
    at_min: float | None = None
    when: tuple[Condition, ...] = ()
    says: str = ""  # who speaks: id of a person, or words
    details: tuple[tuple[str, str], ...] = ()
    expects: tuple[Expectation, ...] = ()
    constructed: bool = True
    by_hand: bool = False  # only exercise control fires it
    title_en: str = ""
    text_en: str = ""

    def detail(self, name: str, default: str = "") -> str:
        """Return a detail by its name."""
        return next((value for key, value in self.details if key == name), default)


@dataclass(frozen=True, slots=True)
class Trace:
    """The course of one station: (minutes after the beginning, flow m³/s, stage m or None), and where it is from.

    The station reports every `every_min` and at each point; flows are played times `scale`, and where that is not 1
    no stage is. `series` names a shipped record the points were taken from, `first` and `last` from when until when.
    """

    station: str
    points: tuple[tuple[float, float, float | None], ...]
    source: str
    datum: str = ""
    constructed: bool = True
    every_min: float = 60.0
    scale: float = 1.0
    series: str = ""
    first: datetime | None = None
    last: datetime | None = None


@dataclass(frozen=True, slots=True)
class Player:
    """How a scripted player of a role answers: minutes it takes, their spread, and the share that he misses."""

    role: str
    takes_min: float = 5.0
    spread_min: float = 3.0
    misses: float = 0.0


@dataclass(frozen=True, slots=True)
class Scenario:
    """A drill as it is written: `starts_at` is the scene's own time, `length_min` how long it is played."""

    id: str
    title: str
    about: str
    starts_at: datetime
    length_min: float
    speed: int
    source: str
    constructed: bool
    traces: tuple[Trace, ...] = ()
    injects: tuple[Inject, ...] = ()
    players: tuple[Player, ...] = ()
    title_en: str = ""
    goals: tuple[str, ...] = ()
    about_en: str = ""
    goals_en: tuple[str, ...] = ()

    def inject(self, inject: str) -> Inject | None:
        """Return the inject of that id."""
        return next((one for one in self.injects if one.id == inject), None)


class Fired(StrEnum):
    """What became of an inject."""

    FIRED = "fired"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class InjectMark:
    """An inject was fired or withheld; `by` is "control" or "script"."""

    inject: str
    title: str
    at: datetime
    how: Fired
    by: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Drill:
    """The drill of this store: `scenario` is the digest of the scenario file kept beside it."""

    id: str
    title: str
    scenario: str
    began_at: datetime
    seed: int
    constructed: bool
    marks: tuple[InjectMark, ...] = ()
    ended_at: datetime | None = None
    reason: str = ""

    def mark_of(self, inject: str) -> InjectMark | None:
        """Return what became of an inject last: one that was withheld may be fired later. None while it waits."""
        return next((mark for mark in reversed(self.marks) if mark.inject == inject), None)
