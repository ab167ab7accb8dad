"""The field link: enrolled phones, what they send in, roll-calls, welfare timers, patrols, video calls.

Points are lon, lat in WGS-84 degrees; times are aware.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PhoneRole(StrEnum):
    """What the page of a phone offers."""

    GRID_WORKER = "grid_worker"
    SQUAD_LEADER = "squad_leader"
    CONTACT_PERSON = "contact_person"  # 包保干部: has a list of households
    OBSERVER = "observer"  # reads, answers and calls; changes nothing


@dataclass(frozen=True, slots=True)
class Device:
    """A phone that an operator let in. `token_hash` is the SHA-256 of a random 256-bit token, in hex."""

    id: str
    person: str
    role: PhoneRole
    name: str
    token_hash: str
    enrolled_at: datetime
    by: str = ""
    revoked_at: datetime | None = None
    reason: str = ""

    @property
    def active(self) -> bool:
        """Whether it may still speak."""
        return self.revoked_at is None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A picture, clip, voice note or document kept beside the store under the SHA-256 of what is in it.

    Time and position are those that the picture itself carried (EXIF), None where it carried none.
    """

    digest: str
    media: str  # MIME type of what is kept
    size: int  # bytes
    width: int = 0
    height: int = 0
    seconds: float = 0.0
    taken_at: datetime | None = None
    lon: float | None = None
    lat: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Inbound:
    """A message of a phone as it was kept: `client` is the id that the phone gave it, `body` its JSON.

    `at` is the phone's own time, `received_at` the gateway's.
    """

    device: str
    client: str
    kind: str
    at: datetime
    received_at: datetime
    body: str

    @property
    def key(self) -> str:
        """Key of the step that it becomes."""
        return f"field/{self.device}/{self.client}"


@dataclass(frozen=True, slots=True)
class Position:
    """Where somebody who shares his position was. `patrol` is set for a point of a patrol's track."""

    person: str
    at: datetime
    lon: float
    lat: float
    accuracy_m: float = 0.0
    device: str = ""
    patrol: str = ""


class Answer(StrEnum):
    """Answer to a roll-call."""

    NONE = "none"
    PRESENT = "present"  # 到
    AWAY = "away"  # 不能到
    HELP = "help"  # 需要支援


@dataclass(frozen=True, slots=True)
class MusterLine:
    """One person of a roll-call."""

    person: str
    answer: Answer = Answer.NONE
    at: datetime | None = None
    note: str = ""
    lon: float | None = None
    lat: float | None = None


@dataclass(frozen=True, slots=True)
class Muster:
    """A roll-call (点名) with its clock."""

    id: str
    title: str
    called_at: datetime
    by: str
    minutes: int
    lines: tuple[MusterLine, ...]
    closed_at: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Watch:
    """A welfare timer for a team on the water or at a danger: it must report itself well every `interval_min`."""

    id: str
    team: str  # squad or staff id
    task: str  # what it is doing, in words
    interval_min: int
    started_at: datetime
    by: str
    last_at: datetime  # last time it reported itself well, or the start
    people: int = 0
    place: str = ""
    lon: float | None = None
    lat: float | None = None
    help_at: datetime | None = None
    ended_at: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Patrol:
    """One walk along a section. Its track is a series beside the journal; the last fields are what it came to."""

    id: str
    person: str
    section: str  # id of a route of kind 责任段
    started_at: datetime
    ended_at: datetime | None = None
    points: int = 0
    length_m: float = 0.0
    covered: float = 0.0  # share of the section that was walked, 0 … 1
    note: str = ""


class Seat(StrEnum):
    """Where somebody stands in a video call."""

    RINGING = "ringing"
    JOINED = "joined"
    REFUSED = "refused"
    MISSED = "missed"
    LEFT = "left"
    FAILED = "failed"  # the media did not connect


@dataclass(frozen=True, slots=True)
class Member:
    """One person of a video call."""

    person: str
    seat: Seat = Seat.RINGING
    joined_at: datetime | None = None
    left_at: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class VideoCall:
    """A video call; `about` is "kind/id" of the object at hand. Called from the field when `from_field`."""

    id: str
    started_at: datetime
    by: str
    members: tuple[Member, ...]
    about: str = ""
    from_field: bool = False
    ended_at: datetime | None = None
    reason: str = ""
    recordings: tuple[Attachment, ...] = ()
