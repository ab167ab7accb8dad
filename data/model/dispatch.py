"""Dispatch: calls, pushes and their receipts, reports from the field, incidents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


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
    """A rung of the ladder (叫应). This desk carries SCREEN and TELEPHONE; the field link adds the others."""

    SCREEN = "screen"
    PHONE_PAGE = "phone_page"
    MESSENGER = "messenger"
    SMS = "sms"
    TELEPHONE = "telephone"
    DEPUTY = "deputy"
    LOUDSPEAKER = "loudspeaker"
    DOOR = "door"


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
    """How far the ladder got with one recipient of a push."""

    person: str
    rung: int = 0
    outcome: Outcome = Outcome.WAITING
    at: datetime | None = None
    note: str = ""
    tries: tuple[tuple[Channel, Outcome, datetime], ...] = ()


class PushState(StrEnum):
    """Life of a push."""

    DRAFT = "draft"
    SENT = "sent"
    RETRACTED = "retracted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Push:
    """A one-click push: text, who it reaches, who wrote and who approved it, and the retraction written beforehand."""

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


class ReportState(StrEnum):
    """Life of a report from the field."""

    UNVERIFIED = "unverified"
    VERIFIED = "verified"
    HANDLING = "handling"
    CLOSED = "closed"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Report:
    """A report from the field. `category` is E1 … E9, `grade` 1 (重大) … 3 (一般)."""

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


@dataclass(frozen=True, slots=True)
class Incident:
    """A 险情 confirmed by a person; `event` is the trigger expression of the plan, e.g. incident.major."""

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
