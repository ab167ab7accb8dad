"""Dispatch: calls, pushes and their receipts, reports from the field, incidents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from data.model.field import Attachment


class Outcome(StrEnum):
    """What came of one attempt to reach a person."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    ANSWERED = "answered"  # 收到
    CANNOT = "cannot"  # 不能到
    NEEDS_HELP = "needs_help"  # 需要支援
    NO_ANSWER = "no_answer"  # 未叫应
    FAILED = "failed"

    @property
    def reached(self) -> bool:
        """Whether the person is known to have heard."""
        return self in (Outcome.ANSWERED, Outcome.CANNOT, Outcome.NEEDS_HELP)


class Channel(StrEnum):
    """A way to reach people: a rung of the ladder (叫应), or one to everybody at once (BROADCAST)."""

    SCREEN = "screen"
    PHONE_PAGE = "phone_page"
    MESSENGER = "messenger"
    SMS = "sms"
    TELEPHONE = "telephone"
    DEPUTY = "deputy"
    LOUDSPEAKER = "loudspeaker"
    DOOR = "door"
    BROADCAST = "broadcast"


@dataclass(frozen=True, slots=True)
class Call:
    """A telephone call as the operator logged it."""

    id: str
    person: str
    at: datetime
    outcome: Outcome
    channel: Channel = Channel.TELEPHONE
    note: str = ""
    about: str = ""  # task, push or report id
    deputy_of: str = ""  # the person who did not answer


@dataclass(frozen=True, slots=True)
class Receipt:
    """How far the ladder got with one recipient of a push; `since` is when the present rung began."""

    person: str
    rung: int = 0
    outcome: Outcome = Outcome.WAITING
    at: datetime | None = None
    note: str = ""
    tries: tuple[tuple[Channel, Outcome, datetime], ...] = ()
    since: datetime | None = None


class PushState(StrEnum):
    """Life of a push."""

    DRAFT = "draft"
    SENT = "sent"
    RETRACTED = "retracted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Push:
    """A one-click push: text, who it reaches, who wrote and who approved it, and the retraction written beforehand.

    `waits_s` stands beside `ladder`: how long each rung waits for an answer, 0 = until a person climbs.
    `broadcast` are names of carriers that tell everybody at once.
    """

    id: str
    title: str
    text: str
    retract_text: str
    author: str
    created_at: datetime
    recipients: tuple[str, ...]
    ladder: tuple[Channel, ...]
    template: str = ""
    audience: str = ""
    approver: str = ""
    sent_at: datetime | None = None
    state: PushState = PushState.DRAFT
    receipts: tuple[Receipt, ...] = ()
    reason: str = ""
    waits_s: tuple[int, ...] = ()
    broadcast: tuple[str, ...] = ()


class ReportState(StrEnum):
    """Life of a report from the field."""

    UNVERIFIED = "unverified"
    VERIFIED = "verified"
    HANDLING = "handling"
    CLOSED = "closed"
    REJECTED = "rejected"
    MERGED = "merged"  # the same thing as another report, which goes on


@dataclass(frozen=True, slots=True)
class Report:
    """A report from the field. `category` is E1 … E9, `grade` 1 (重大) … 3 (一般).

    `at` is when it came to the desk, `observed_at` when it was seen by the phone's clock. `position` says where the
    point comes from: gps, exif, map or place.
    """

    id: str
    at: datetime
    category: str
    kind: str
    text: str
    by: str
    lon: float | None = None
    lat: float | None = None
    place: str = ""
    grade: int = 3
    state: ReportState = ReportState.UNVERIFIED
    owner: str = ""
    due: datetime | None = None
    task: str = ""
    note: str = ""
    observed_at: datetime | None = None
    accuracy_m: float | None = None
    position: str = ""
    device: str = ""
    photos: tuple[Attachment, ...] = ()
    after_photos: tuple[Attachment, ...] = ()  # how it looks now that it is done
    merged_into: str = ""
    incident: str = ""
    case: str = ""  # number of a 四乱 case
    amended: int = 0  # how often it was amended


class IncidentState(StrEnum):
    """Closed loop of an incident (domain.md §4.6), in its usual order."""

    REPORTED = "reported"  # 首报
    GRADED = "graded"  # 定级
    GUARDED = "guarded"  # 现场警戒
    PLANNED = "planned"  # 方案(审批)
    SUPPLIED = "supplied"  # 力量、物资调度
    FIGHTING = "fighting"  # 抢护中
    CONTROLLED = "controlled"  # 险情基本控制
    WATCHED = "watched"  # 加密观测
    REVIEWED = "reviewed"  # 解除、复核
    FILED = "filed"  # 销号归档


@dataclass(frozen=True, slots=True)
class IncidentMark:
    """One line of an incident's history."""

    at: datetime
    by: str
    state: IncidentState
    note: str = ""
    grade: int = 0  # the grade from then on, 0 = as before


@dataclass(frozen=True, slots=True)
class Incident:
    """A 险情 confirmed by a person; `event` is the trigger expression of the plan, e.g. incident.major.

    `measures` are fields of the incident's kind and their values as typed; `suggested` is the grade that the table
    gives for them, 0 when it gives none.
    """

    id: str
    at: datetime
    works: str
    place: str
    kind: str
    event: str
    grade: int
    text: str = ""
    report: str = ""
    closed_at: datetime | None = None
    state: IncidentState = IncidentState.GRADED
    structure: str = ""  # 堤防 | 险工 | 控导
    measures: tuple[tuple[str, str], ...] = ()
    suggested: int = 0
    casualties: str = ""
    taken_measures: str = ""
    needs: str = ""
    lon: float | None = None
    lat: float | None = None
    photos: tuple[Attachment, ...] = ()
    history: tuple[IncidentMark, ...] = ()


@dataclass(frozen=True, slots=True)
class SuperiorOrder:
    """An order or notice of a superior headquarters; `level` is the response level it announces, if any."""

    id: str
    at: datetime
    issuer: str
    reference: str
    text: str
    level: int = 0
    ended_at: datetime | None = None
