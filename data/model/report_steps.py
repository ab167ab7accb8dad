"""Bodies of steps about reports from the front line."""

from __future__ import annotations

from dataclasses import dataclass

from data.model.dispatch import Report, ReportState
from data.model.field import Attachment


@dataclass(frozen=True, slots=True)
class ReportReceived:
    """A report arrived: from a phone, or typed in from a telephone call."""

    report: Report


@dataclass(frozen=True, slots=True)
class ReportMoved:
    """A report was verified, handed to an owner, closed or rejected."""

    reports: tuple[str, ...]
    state: ReportState
    note: str = ""
    owner: str = ""
    photos: tuple[Attachment, ...] = ()  # how it looks now that it is done


@dataclass(frozen=True, slots=True)
class ReportAmended:
    """What a report says was put right or added to; None and empty leave a field as it is."""

    report: str
    category: str = ""
    kind: str = ""
    text: str = ""
    place: str = ""
    grade: int | None = None
    lon: float | None = None
    lat: float | None = None
    photos: tuple[Attachment, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReportsMerged:
    """Reports turned out to be of the same thing; one goes on for all."""

    into: str
    reports: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReportsFiled:
    """Reports were put to an incident, or to a 四乱 case by its number."""

    reports: tuple[str, ...]
    incident: str = ""
    case: str = ""
