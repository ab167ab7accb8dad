"""Messages, briefings, handovers, documents, lessons: the transitions that are allowed."""

from __future__ import annotations

from dataclasses import replace

from data.model.office import Ballot, Briefing, DutyMessage, Handover
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
from data.model.situation import Situation
from data.model.steps import StepRefused

OfficeBody = (
    MessageLogged
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
)


def apply(now: Situation, body: OfficeBody, actor: str) -> Situation:  # noqa: C901, PLR0911 - one case a kind
    """Return the situation after a step of the office; StepRefused where it is not allowed."""
    match body:
        case MessageLogged(message):
            if message.id in now.messages:
                raise StepRefused("message_exists", message=message.id)
            return replace(now, messages=now.messages.set(message.id, message))
        case MessageNoted(message_id):
            message = _message(now, message_id)
            if message.noted_at is not None:
                return now
            return _with_message(now, replace(message, noted_at=now.at, noted_by=actor))
        case MessageAnswered(message_id, answer):
            return _answer(now, _message(now, message_id), answer, actor)
        case BriefingOpened(briefing):
            return _open(now, briefing)
        case BriefingAnswered() | PollAnswered() | BriefingDecided() | BriefingSigned() | BriefingClosed():
            return _brief(now, body, actor)
        case HandoverPrepared(handover):
            return _prepare(now, handover)
        case HandoverSigned():
            return _sign(now, body)
        case PaperIssued(paper):
            if paper.id in now.papers:
                raise StepRefused("paper_exists", paper=paper.id)
            return replace(now, papers=now.papers.set(paper.id, paper))
        case LessonNoted(lesson):
            if not lesson.text.strip():
                raise StepRefused("text_missing")
            return replace(now, lessons=now.lessons.set(lesson.id, lesson))


def _message(now: Situation, message_id: str) -> DutyMessage:
    message = now.messages.get(message_id)
    if message is None:
        raise StepRefused("no_such_message", message=message_id)
    return message


def _with_message(now: Situation, message: DutyMessage) -> Situation:
    return replace(now, messages=now.messages.set(message.id, message))


def _answer(now: Situation, message: DutyMessage, answer: str, actor: str) -> Situation:
    if not answer.strip():
        raise StepRefused("text_missing")
    if message.answered_at is not None:
        raise StepRefused("message_answered", message=message.id)
    noted = (message.noted_at or now.at, message.noted_by or actor)
    return _with_message(
        now,
        replace(message, answer=answer, answered_at=now.at, answered_by=actor, noted_at=noted[0], noted_by=noted[1]),
    )


def _open(now: Situation, briefing: Briefing) -> Situation:
    if briefing.id in now.briefings:
        raise StepRefused("briefing_exists", briefing=briefing.id)
    if briefing.frozen_seq > now.seq:
        raise StepRefused("briefing_ahead", seq=briefing.frozen_seq)
    return replace(now, briefings=now.briefings.set(briefing.id, briefing))


def _brief(
    now: Situation,
    body: BriefingAnswered | PollAnswered | BriefingDecided | BriefingSigned | BriefingClosed,
    actor: str,
) -> Situation:
    briefing = now.briefings.get(body.briefing)
    if briefing is None:
        raise StepRefused("no_such_briefing", briefing=body.briefing)
    if briefing.closed_at is not None:
        raise StepRefused("briefing_closed", briefing=body.briefing)
    return replace(now, briefings=now.briefings.set(briefing.id, _briefed(now, briefing, body, actor)))


def _briefed(
    now: Situation,
    briefing: Briefing,
    body: BriefingAnswered | PollAnswered | BriefingDecided | BriefingSigned | BriefingClosed,
    actor: str,
) -> Briefing:
    match body:
        case BriefingAnswered(_, question, text):
            return _discussed(now, briefing, question, text, actor)
        case PollAnswered(_, ballot):
            return _polled(briefing, ballot)
        case BriefingDecided(_, decided, decision, reason):
            if not decision.strip() or not reason.strip():
                raise StepRefused("reason_missing")
            if briefing.signatures:
                raise StepRefused("briefing_signed", briefing=briefing.id)
            return replace(
                briefing, decided=decided, decision=decision, reason=reason, decided_by=actor, decided_at=now.at
            )
        case BriefingSigned(_, signature):
            if briefing.decided is None:
                raise StepRefused("briefing_undecided", briefing=briefing.id)
            if any(one.person == signature.person for one in briefing.signatures):
                return briefing
            return replace(briefing, signatures=(*briefing.signatures, signature))
        case BriefingClosed():
            if briefing.decided is None:
                raise StepRefused("briefing_undecided", briefing=briefing.id)
            return replace(briefing, closed_at=now.at)


def _discussed(now: Situation, briefing: Briefing, question: str, text: str, actor: str) -> Briefing:
    if all(one.id != question for one in briefing.agenda):
        raise StepRefused("no_such_question", question=question)
    agenda = (replace(one, answer=text, by=actor, at=now.at) if one.id == question else one for one in briefing.agenda)
    return replace(briefing, agenda=tuple(agenda))


def _polled(briefing: Briefing, ballot: Ballot) -> Briefing:
    if ballot.role not in briefing.roles:
        raise StepRefused("role_not_asked", role=ballot.role)
    if briefing.decided is not None:
        raise StepRefused("briefing_decided", briefing=briefing.id)
    return replace(briefing, ballots=(*briefing.ballots, ballot))


def _prepare(now: Situation, handover: Handover) -> Situation:
    known = now.handovers.get(handover.id)
    if known is not None and (known.left_at is not None or known.came_at is not None):
        raise StepRefused("handover_signed", handover=handover.id)
    if handover.leaving == handover.coming:
        raise StepRefused("handover_to_oneself", user=handover.leaving)
    return replace(now, handovers=now.handovers.set(handover.id, replace(handover, left_at=None, came_at=None)))


def _sign(now: Situation, body: HandoverSigned) -> Situation:
    handover = now.handovers.get(body.handover)
    if handover is None:
        raise StepRefused("no_such_handover", handover=body.handover)
    if handover.locked:
        raise StepRefused("handover_signed", handover=body.handover)
    if body.user == handover.leaving:
        signed = replace(handover, left_at=handover.left_at or now.at)
    elif body.user == handover.coming:
        signed = replace(handover, came_at=handover.came_at or now.at)
    else:
        raise StepRefused("not_of_the_handover", user=body.user)
    after = replace(now, handovers=now.handovers.set(signed.id, signed))
    return replace(after, user=signed.coming) if signed.locked else after
