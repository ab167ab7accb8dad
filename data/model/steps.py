"""Steps: one thing that happened, as a frozen value; the journal is a list of them.

A body never changes its meaning: when its fields change, its version rises and data/store/codec.py learns to lift
the old form.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from data.model.alarm_steps import (
    AlarmsAcknowledged,
    AlarmsClosed,
    AlarmsMoved,
    AlarmsServiced,
    AlarmsShelved,
    AlarmsUnshelved,
)
from data.model.dispatch import (
    Call,
    Channel,
    Incident,
    IncidentState,
    Outcome,
    Push,
    SuperiorOrder,
)
from data.model.drill_steps import DrillBegun, DrillEnded, DrillPaced, InjectMarked
from data.model.field import Attachment
from data.model.field_steps import (
    DeviceEnrolled,
    DeviceRevoked,
    FieldRefused,
    MusterAnswered,
    MusterCalled,
    MusterClosed,
    PatrolEnded,
    PatrolStarted,
    PicturesAdded,
    VideoCalled,
    VideoEnded,
    VideoKept,
    VideoSeated,
    WatchAnswered,
    WatchEnded,
    WatchStarted,
)
from data.model.levels import Level
from data.model.office_steps import (
    BriefingAnswered,
    BriefingClosed,
    BriefingDecided,
    BriefingOpened,
    BriefingSigned,
    HandoverPrepared,
    HandoverSigned,
    LessonNoted,
    MessageAnswered,
    MessageLogged,
    MessageNoted,
    PaperIssued,
    PollAnswered,
)
from data.model.people import Whereabouts
from data.model.places import StoneState
from data.model.reckoned import Reckoned
from data.model.register import Register
from data.model.report_steps import ReportAmended, ReportMoved, ReportReceived, ReportsFiled, ReportsMerged
from data.model.river import Forecast, Reading
from data.model.river_steps import OutlookMade, ProposalDecided, ReadingCorrected, ReadingProposed
from data.model.task import Evidence, Move, Task


class Realm(StrEnum):
    """Where a step happened; each realm has its own store and frame."""

    LIVE = "live"
    WHATIF = "whatif"
    DRILL = "drill"
    REPLAY = "replay"


@dataclass(frozen=True, slots=True)
class ReadingTaken:
    """A station value arrived."""

    reading: Reading


@dataclass(frozen=True, slots=True)
class ForecastEntered:
    """An official forecast was typed in; None flow withdraws the one that stands."""

    forecast: Forecast


@dataclass(frozen=True, slots=True)
class ForecastWithdrawn:
    """The forecast for a station no longer stands."""

    station: str
    reason: str


@dataclass(frozen=True, slots=True)
class OrderReceived:
    """A superior's order arrived."""

    order: SuperiorOrder


@dataclass(frozen=True, slots=True)
class OrderEnded:
    """A superior's order no longer stands."""

    order: str
    reason: str


@dataclass(frozen=True, slots=True)
class IncidentRaised:
    """A person confirmed an incident."""

    incident: Incident


@dataclass(frozen=True, slots=True)
class IncidentClosed:
    """An incident was closed."""

    incident: str
    reason: str


@dataclass(frozen=True, slots=True)
class IncidentMoved:
    """An incident went on to another state of its closed loop."""

    incident: str
    state: IncidentState
    note: str = ""
    photos: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class IncidentAmended:
    """What is known of an incident changed: measures, grade, what was done and is needed. The whole is given."""

    incident: Incident
    note: str = ""


@dataclass(frozen=True, slots=True)
class SignedOff:
    """A person with the right set the standing level and let exactly these tasks go live.

    `flow_m3s` is the flow it is based on; `issue` are instruction ids to issue, `withdraw` task ids to withdraw.
    """

    level: Level
    flow_m3s: float
    reason: str
    consulted: str
    issue: tuple[str, ...] = ()
    withdraw: tuple[str, ...] = ()
    assignees: tuple[tuple[str, str], ...] = ()  # instruction id, staff or squad id


@dataclass(frozen=True, slots=True)
class TasksMoved:
    """One or many tasks made the same move."""

    tasks: tuple[str, ...]
    move: Move
    note: str = ""
    assignee: str = ""
    evidence: tuple[Evidence, ...] = ()
    done_count: int | None = None


@dataclass(frozen=True, slots=True)
class TaskOrdered:
    """The desk gave an order of its own (not from the plan)."""

    task: Task


@dataclass(frozen=True, slots=True)
class CallLogged:
    """The operator logged a call and its outcome."""

    call: Call


@dataclass(frozen=True, slots=True)
class PushDrafted:
    """A push was written; it waits for a second person."""

    push: Push


@dataclass(frozen=True, slots=True)
class PushApproved:
    """A second person approved a push, and it was handed to the channels."""

    push: str
    approver: str


@dataclass(frozen=True, slots=True)
class PushRefused:
    """A second person refused a push."""

    push: str
    reason: str


@dataclass(frozen=True, slots=True)
class PushRetracted:
    """A push was taken back with the text written beforehand."""

    push: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReceiptNoted:
    """One attempt at one or many recipients of a push had an outcome."""

    push: str
    people: tuple[str, ...]
    channel: Channel
    outcome: Outcome
    note: str = ""
    carrier: str = ""


@dataclass(frozen=True, slots=True)
class WhereaboutsSet:
    """Growers, key persons or households were told, signed, left …"""

    register: str  # growers | keypeople | households
    ids: tuple[str, ...]
    state: Whereabouts
    note: str = ""


@dataclass(frozen=True, slots=True)
class StoneStateSet:
    """A smart stone changed state, or a person reviewed it."""

    stones: tuple[str, ...]
    state: StoneState
    note: str = ""


@dataclass(frozen=True, slots=True)
class RegisterReplaced:
    """A register was replaced as a whole. The rows travel as an attachment under their digest."""

    register: Register[Any]
    source: str
    refused: int = 0


@dataclass(frozen=True, slots=True)
class PersonUnmasked:
    """A user with the right saw personal data."""

    register: str
    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class NoteWritten:
    """A free line in the duty log."""

    text: str


@dataclass(frozen=True, slots=True)
class ReckoningKept:
    """The clock came to other numbers than before: who is still to go, who is cut off."""

    reckoned: Reckoned


@dataclass(frozen=True, slots=True)
class UserChanged:
    """Another person took the desk."""

    user: str


Body = (
    ReadingTaken
    | ForecastEntered
    | ForecastWithdrawn
    | OrderReceived
    | OrderEnded
    | IncidentRaised
    | IncidentClosed
    | IncidentMoved
    | IncidentAmended
    | SignedOff
    | TasksMoved
    | TaskOrdered
    | CallLogged
    | PushDrafted
    | PushApproved
    | PushRefused
    | PushRetracted
    | ReceiptNoted
    | ReportReceived
    | ReportMoved
    | ReportAmended
    | ReportsMerged
    | ReportsFiled
    | WhereaboutsSet
    | StoneStateSet
    | RegisterReplaced
    | PersonUnmasked
    | NoteWritten
    | UserChanged
    | DeviceEnrolled
    | DeviceRevoked
    | FieldRefused
    | MusterCalled
    | MusterAnswered
    | MusterClosed
    | WatchStarted
    | WatchAnswered
    | WatchEnded
    | PatrolStarted
    | PatrolEnded
    | VideoCalled
    | VideoSeated
    | VideoEnded
    | VideoKept
    | PicturesAdded
    | ReckoningKept
    | ReadingProposed
    | ProposalDecided
    | ReadingCorrected
    | OutlookMade
    | AlarmsMoved
    | AlarmsAcknowledged
    | AlarmsClosed
    | AlarmsShelved
    | AlarmsUnshelved
    | AlarmsServiced
    | MessageLogged
    | MessageNoted
    | MessageAnswered
    | BriefingOpened
    | BriefingAnswered
    | PollAnswered
    | BriefingDecided
    | BriefingSigned
    | BriefingClosed
    | HandoverPrepared
    | HandoverSigned
    | PaperIssued
    | LessonNoted
    | DrillBegun
    | InjectMarked
    | DrillPaced
    | DrillEnded
)


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the journal: when it happened (aware), who did it, in which realm; `key` makes a repeat harmless."""

    key: str
    at: datetime
    actor: str
    realm: Realm
    body: Body

    @property
    def kind(self) -> str:
        """Name of the body's type, as written in the journal."""
        return type(self.body).__name__


class StepRefused(Exception):
    """A step that the situation does not allow. `code` names the reason, `params` what it is about."""

    def __init__(self, code: str, **params: object) -> None:
        """Keep the reason as a code; views have the words."""
        super().__init__(code, params)
        self.code = code
        self.params = params
