"""The office of the headquarters: messages, briefings (会商), handovers of the shift, documents, lessons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from data.model.levels import Level


class Medium(StrEnum):
    """How a message came or went."""

    TELEPHONE = "telephone"
    FAX = "fax"
    DOCUMENT = "document"
    RADIO = "radio"
    SATELLITE = "satellite"
    IN_PERSON = "in_person"
    BULLETIN = "bulletin"  # weather and other notices


@dataclass(frozen=True, slots=True)
class DutyMessage:
    """A line of the book of messages (来文、电话记录). `other` is who is at the other end, in words.

    `due` is until when an answer is wanted; None when none is.
    """

    id: str
    at: datetime
    medium: Medium
    other: str
    text: str
    inward: bool = True
    due: datetime | None = None
    noted_at: datetime | None = None
    noted_by: str = ""
    answer: str = ""
    answered_at: datetime | None = None
    answered_by: str = ""

    @property
    def open(self) -> bool:
        """Whether somebody still has to take note or to answer."""
        return self.inward and (self.noted_at is None or (self.due is not None and self.answered_at is None))


class Vote(StrEnum):
    """An answer to a Go/No-Go poll."""

    GO = "go"
    NO_GO = "no_go"
    ABSTAIN = "abstain"


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the agenda and what was said about it."""

    id: str
    text: str
    answer: str = ""
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Ballot:
    """The answer of a role; `person` gave it, `via` is seat or phone. The last one of a role counts."""

    role: str
    person: str
    vote: Vote
    at: datetime
    reason: str = ""
    via: str = "seat"


@dataclass(frozen=True, slots=True)
class Signature:
    """Somebody stands by it; `by_pin` when he proved himself at the desk."""

    person: str
    post: str
    at: datetime
    by_pin: bool = False


@dataclass(frozen=True, slots=True)
class Briefing:
    """A briefing (会商) about a frozen situation: after step `frozen_seq`, at `frozen_at` of the desk's time.

    `motion` is what the poll is about, `roles` who is asked; `decided` is None until somebody decides.
    """

    id: str
    title: str
    called_at: datetime
    called_by: str
    frozen_seq: int
    frozen_at: datetime
    level: Level
    flow_m3s: float | None
    motion: str
    roles: tuple[str, ...]
    agenda: tuple[Question, ...]
    ballots: tuple[Ballot, ...] = ()
    decided: Vote | None = None
    decision: str = ""
    reason: str = ""
    decided_by: str = ""
    decided_at: datetime | None = None
    signatures: tuple[Signature, ...] = ()
    closed_at: datetime | None = None

    def ballot_of(self, role: str) -> Ballot | None:
        """Return the newest answer of a role."""
        return next((one for one in reversed(self.ballots) if one.role == role), None)


@dataclass(frozen=True, slots=True)
class HandoverItem:
    """Something open that the next shift takes over: what kind of object, its id, and words."""

    kind: str
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Handover:
    """A handover of the shift (交接班); `since_seq` is the step after which the leaving shift began. Locked by both."""

    id: str
    at: datetime
    leaving: str
    coming: str
    since_seq: int
    since_at: datetime
    items: tuple[HandoverItem, ...] = ()
    changes: tuple[str, ...] = ()
    notes: str = ""
    left_at: datetime | None = None
    came_at: datetime | None = None

    @property
    def locked(self) -> bool:
        """Whether both have signed."""
        return self.left_at is not None and self.came_at is not None


class PaperKind(StrEnum):
    """The documents that the office issues."""

    DUTY_LOG = "duty_log"  # 值班日志
    RIVER_DAILY = "river_daily"  # 水情日报
    FLASH = "flash"  # 汛情快报
    MINUTES = "minutes"  # 会商纪要
    ORDERS = "orders"  # 指令单
    INCIDENT_FIRST = "incident_first"  # 险情首报
    INCIDENT_LATER = "incident_later"  # 险情续报
    HANDOVER = "handover"  # 交接班
    DRILL = "drill"  # 演练评估
    REVIEW = "review"  # 复盘报告
    PRESS = "press"  # 新闻发布稿


@dataclass(frozen=True, slots=True)
class Paper:
    """A document once issued: kept under `digest` (docx) and `pdf`; made of the situation after step `seq`."""

    id: str
    kind: PaperKind
    number: str
    title: str
    digest: str
    pdf: str
    seq: int
    issued_at: datetime
    by: str
    about: str = ""  # briefing, incident, handover, task ids, or a span


@dataclass(frozen=True, slots=True)
class Lesson:
    """What was learnt of an event or a drill; `task` is the peacetime task made of it, if any."""

    id: str
    at: datetime
    by: str
    text: str
    about: str = ""
    task: str = ""
