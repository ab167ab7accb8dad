"""Bodies of steps about messages, briefings, handovers, documents and lessons."""

from __future__ import annotations

from dataclasses import dataclass

from data.model.office import Ballot, Briefing, DutyMessage, Handover, Lesson, Paper, Signature, Vote


@dataclass(frozen=True, slots=True)
class MessageLogged:
    """A message came in or went out."""

    message: DutyMessage


@dataclass(frozen=True, slots=True)
class MessageNoted:
    """A person took note of a message that came in."""

    message: str


@dataclass(frozen=True, slots=True)
class MessageAnswered:
    """A message was answered."""

    message: str
    answer: str


@dataclass(frozen=True, slots=True)
class BriefingOpened:
    """A briefing began about a frozen situation."""

    briefing: Briefing


@dataclass(frozen=True, slots=True)
class BriefingAnswered:
    """A question of the agenda was answered."""

    briefing: str
    question: str
    text: str


@dataclass(frozen=True, slots=True)
class PollAnswered:
    """A role answered the poll; again replaces what it said before."""

    briefing: str
    ballot: Ballot


@dataclass(frozen=True, slots=True)
class BriefingDecided:
    """The one who leads decided."""

    briefing: str
    decided: Vote
    decision: str
    reason: str


@dataclass(frozen=True, slots=True)
class BriefingSigned:
    """A participant signed the record."""

    briefing: str
    signature: Signature


@dataclass(frozen=True, slots=True)
class BriefingClosed:
    """The briefing is over; nothing of it changes any more."""

    briefing: str


@dataclass(frozen=True, slots=True)
class HandoverPrepared:
    """The leaving shift wrote its handover; again replaces what is not signed yet."""

    handover: Handover


@dataclass(frozen=True, slots=True)
class HandoverSigned:
    """One of the two signed; with the second signature the coming shift has the desk."""

    handover: str
    user: str


@dataclass(frozen=True, slots=True)
class PaperIssued:
    """A document was issued."""

    paper: Paper


@dataclass(frozen=True, slots=True)
class LessonNoted:
    """A lesson was written down."""

    lesson: Lesson
