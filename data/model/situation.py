"""The situation: all that the desk knows at one moment; never changed, only replaced."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Flag, StrEnum, auto

from immutables import Map

from data.model.alarms import Alarm, OutOfService, Shelf
from data.model.dispatch import Call, Incident, Push, Report, SuperiorOrder
from data.model.drill import Drill
from data.model.field import Attachment, Device, Muster, Patrol, VideoCall, Watch
from data.model.levels import Level
from data.model.office import Briefing, DutyMessage, Handover, Lesson, Paper
from data.model.people import Whereabouts
from data.model.places import StoneState
from data.model.plan import Plan
from data.model.reckoned import Reckoned
from data.model.register import Registers
from data.model.river import HUAYUANKOU, Forecast, Outlook, Proposal, Reading
from data.model.steps import Realm
from data.model.task import Task


class Touched(Flag):
    """What a step touched; each view decides whether it must redraw."""

    RIVER = auto()
    LEVEL = auto()  # suggestion or standing level
    TASKS = auto()
    DISPATCH = auto()
    REPORTS = auto()
    PEOPLE = auto()  # whereabouts of growers, key persons, households
    STONES = auto()
    REGISTERS = auto()
    USER = auto()
    LOG = auto()
    FIELD = auto()  # phones, patrols, welfare timers, pictures
    INCIDENTS = auto()
    RECKONED = auto()  # numbers of the relocation clock
    ALARMS = auto()
    OFFICE = auto()  # messages, briefings, handovers, documents, lessons
    DRILL = auto()  # injects, clock of a drill

    @classmethod
    def everything(cls) -> Touched:
        """All flags, for the first showing."""
        return ~cls(0)


class Course(StrEnum):
    """Where the flood stands, as far as a person has signed."""

    NORMAL = "normal"
    RISING = "rising"
    RECEDING = "receding"
    AFTERMATH = "aftermath"


class Cause(StrEnum):
    """Kind of reason for a suggested level."""

    OBSERVED = "observed"
    FORECAST = "forecast"  # official, typed in or fed
    OUTLOOK = "outlook"  # the desk's own
    UPSTREAM = "upstream"
    ORDER = "order"
    INCIDENT = "incident"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for the suggested level: what (station, order or incident id), its value and the bound it passed."""

    cause: Cause
    level: Level
    ref: str
    value: float | None = None
    bound: float | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the rules suggest now, with its reasons, most severe first.

    `latched` are the ids of triggers that hold, remembered for their hysteresis.
    """

    level: Level = Level.NONE
    reasons: tuple[Reason, ...] = ()
    latched: frozenset[str] = frozenset()
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """The level that a person has set."""

    level: Level = Level.NONE
    since: datetime | None = None
    by: str = ""
    reason: str = ""
    consulted: str = ""


@dataclass(frozen=True, slots=True)
class Basis:
    """What the task list follows: it rises by itself with the observed flow and falls only by a signature.

    `event` numbers the floods; `peak_tier` is the highest tier of the present one.
    """

    flow_m3s: float = 0.0
    tier: int = 0
    course: Course = Course.NORMAL
    peak_tier: int = 0
    event: int = 0


EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Situation:
    """All that the desk knows. `seq` counts the steps taken; maps are immutable."""

    realm: Realm = Realm.LIVE
    seq: int = 0
    at: datetime = EPOCH
    registers: Registers = field(default_factory=Registers)
    readings: Map[str, tuple[Reading, ...]] = field(default_factory=Map[str, tuple[Reading, ...]])
    forecasts: Map[str, Forecast] = field(default_factory=Map[str, Forecast])
    orders: Map[str, SuperiorOrder] = field(default_factory=Map[str, SuperiorOrder])
    incidents: Map[str, Incident] = field(default_factory=Map[str, Incident])
    suggestion: Suggestion = Suggestion()
    standing: Standing = Standing()
    basis: Basis = Basis()
    plan: Plan = field(default_factory=Plan)
    tasks: Map[str, Task] = field(default_factory=Map[str, Task])
    calls: Map[str, Call] = field(default_factory=Map[str, Call])
    pushes: Map[str, Push] = field(default_factory=Map[str, Push])
    reports: Map[str, Report] = field(default_factory=Map[str, Report])
    whereabouts: Map[str, Whereabouts] = field(default_factory=Map[str, Whereabouts])  # key "growers/GR001"
    stones: Map[str, StoneState] = field(default_factory=Map[str, StoneState])
    user: str = ""
    devices: Map[str, Device] = field(default_factory=Map[str, Device])
    musters: Map[str, Muster] = field(default_factory=Map[str, Muster])
    watches: Map[str, Watch] = field(default_factory=Map[str, Watch])
    patrols: Map[str, Patrol] = field(default_factory=Map[str, Patrol])
    videos: Map[str, VideoCall] = field(default_factory=Map[str, VideoCall])
    pictures: Map[str, tuple[Attachment, ...]] = field(default_factory=Map[str, tuple[Attachment, ...]])  # by "kind/id"
    reckoned: Reckoned | None = None
    outlooks: Map[str, Outlook] = field(default_factory=Map[str, Outlook])  # by station
    proposals: Map[str, Proposal] = field(default_factory=Map[str, Proposal])
    alarms: Map[str, Alarm] = field(default_factory=Map[str, Alarm])  # those that stand, by tag
    shelves: Map[str, Shelf] = field(default_factory=Map[str, Shelf])
    out_of_service: Map[str, OutOfService] = field(default_factory=Map[str, OutOfService])
    messages: Map[str, DutyMessage] = field(default_factory=Map[str, DutyMessage])
    briefings: Map[str, Briefing] = field(default_factory=Map[str, Briefing])
    handovers: Map[str, Handover] = field(default_factory=Map[str, Handover])
    papers: Map[str, Paper] = field(default_factory=Map[str, Paper])
    lessons: Map[str, Lesson] = field(default_factory=Map[str, Lesson])
    drill: Drill | None = None

    def latest(self, station: str = HUAYUANKOU) -> Reading | None:
        """Return the newest usable reading of a station that carries a flow or a stage."""
        recent = self.readings.get(station)
        return recent[-1] if recent else None

    @property
    def flow_m3s(self) -> float | None:
        """Observed flow at 花园口, if any."""
        reading = self.latest()
        return None if reading is None else reading.flow_m3s

    def where(self, register: str, row_id: str) -> Whereabouts:
        """Relocation state of a grower, key person or household."""
        return self.whereabouts.get(f"{register}/{row_id}", Whereabouts.UNTOLD)
