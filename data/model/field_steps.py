"""Steps of the field link: phones, roll-calls, welfare timers, patrols, video calls (see data/model/steps.py)."""

from __future__ import annotations

from dataclasses import dataclass

from data.model.field import Answer, Attachment, Device, Muster, Patrol, Seat, VideoCall, Watch


@dataclass(frozen=True, slots=True)
class DeviceEnrolled:
    """An operator let a phone in."""

    device: Device


@dataclass(frozen=True, slots=True)
class DeviceRevoked:
    """A phone may no longer speak; what it holds is wiped when it next asks."""

    device: str
    reason: str


@dataclass(frozen=True, slots=True)
class FieldRefused:
    """A phone's message could not be taken as it was meant; it is kept here as it came."""

    device: str
    kind: str
    code: str
    body: str


@dataclass(frozen=True, slots=True)
class MusterCalled:
    """A roll-call began."""

    muster: Muster


@dataclass(frozen=True, slots=True)
class MusterAnswered:
    """People answered a roll-call, by phone or to the operator."""

    muster: str
    people: tuple[str, ...]
    answer: Answer
    note: str = ""
    lon: float | None = None
    lat: float | None = None


@dataclass(frozen=True, slots=True)
class MusterClosed:
    """A roll-call ended."""

    muster: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class WatchStarted:
    """A welfare timer began."""

    watch: Watch


@dataclass(frozen=True, slots=True)
class WatchAnswered:
    """A team under a welfare timer reported itself well, or called for help."""

    watch: str
    well: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class WatchEnded:
    """A team is back."""

    watch: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PatrolStarted:
    """Somebody began to walk a section."""

    patrol: Patrol


@dataclass(frozen=True, slots=True)
class PatrolEnded:
    """A walk ended; what its track came to."""

    patrol: str
    points: int = 0
    length_m: float = 0.0
    covered: float = 0.0
    note: str = ""


@dataclass(frozen=True, slots=True)
class VideoCalled:
    """A video call began."""

    call: VideoCall


@dataclass(frozen=True, slots=True)
class VideoSeated:
    """People joined, refused, missed or left a video call; somebody new is added as ringing."""

    call: str
    people: tuple[str, ...]
    seat: Seat
    note: str = ""


@dataclass(frozen=True, slots=True)
class VideoEnded:
    """A video call ended."""

    call: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class VideoKept:
    """A recording of a video call was kept as evidence."""

    call: str
    recording: Attachment


@dataclass(frozen=True, slots=True)
class PicturesAdded:
    """Pictures were put to an object: `about` is "kind/id", as report/R1, tasks/T1, spurs/S1."""

    about: str
    pictures: tuple[Attachment, ...]
    note: str = ""
