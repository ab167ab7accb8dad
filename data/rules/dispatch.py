"""Pushes, their receipts and the call log: the transitions that are allowed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from data.model.dispatch import Call, Channel, Outcome, Push, PushState, Receipt
from data.model.situation import Situation
from data.model.steps import PushApproved, PushRefused, PushRetracted, ReceiptNoted, StepRefused

LADDER = (
    Channel.PHONE_PAGE,
    Channel.MESSENGER,
    Channel.SMS,
    Channel.TELEPHONE,
    Channel.DEPUTY,
    Channel.LOUDSPEAKER,
    Channel.DOOR,
)
"""The usual rungs (叫应), lowest first."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Counts over the recipients of a push."""

    total: int = 0
    delivered: int = 0
    answered: int = 0
    unreached: int = 0  # 未叫应: tried without an answer
    waiting: int = 0


def reach(push: Push) -> Reach:
    """Count how far a push got; delivered includes answered, waiting are those not tried yet."""
    outcomes = [receipt.outcome for receipt in push.receipts]
    answered = sum(outcome.reached for outcome in outcomes)
    delivered = answered + sum(outcome is Outcome.DELIVERED for outcome in outcomes)
    failed = sum(outcome in (Outcome.NO_ANSWER, Outcome.FAILED) for outcome in outcomes)
    return Reach(len(outcomes), delivered, answered, failed, len(outcomes) - delivered - failed)


def draft(now: Situation, push: Push) -> Situation:
    """Keep a push that waits for its second person."""
    if push.id in now.pushes:
        raise StepRefused("push_exists", push=push.id)
    if not push.text.strip() or not push.retract_text.strip() or not push.recipients:
        raise StepRefused("push_incomplete")
    receipts = tuple(Receipt(person) for person in dict.fromkeys(push.recipients))
    kept = replace(push, state=PushState.DRAFT, created_at=now.at, approver="", sent_at=None, receipts=receipts)
    return replace(now, pushes=now.pushes.set(push.id, kept))


def approve(now: Situation, body: PushApproved) -> Situation:
    """Send a push: the approver must be another person than the author."""
    push = _push(now, body.push, PushState.DRAFT)
    if body.approver == push.author:
        raise StepRefused("author_is_approver", person=body.approver)
    receipts = tuple(replace(receipt, since=now.at) for receipt in push.receipts)
    sent = replace(push, state=PushState.SENT, approver=body.approver, sent_at=now.at, receipts=receipts)
    return replace(now, pushes=now.pushes.set(push.id, sent))


def refuse(now: Situation, body: PushRefused) -> Situation:
    """Refuse a push that waits for approval."""
    push = _push(now, body.push, PushState.DRAFT)
    return replace(now, pushes=now.pushes.set(push.id, replace(push, state=PushState.REFUSED, reason=body.reason)))


def retract(now: Situation, body: PushRetracted) -> Situation:
    """Take back a push that was sent."""
    push = _push(now, body.push, PushState.SENT)
    return replace(now, pushes=now.pushes.set(push.id, replace(push, state=PushState.RETRACTED, reason=body.reason)))


def note_receipts(now: Situation, body: ReceiptNoted) -> Situation:
    """Note one attempt at some recipients: a miss climbs past its rung, who has answered is never chased again.

    What comes late is kept as a try: a miss on a rung that was already left changes nothing else, and an answer
    counts on whichever rung it comes.
    """
    push = now.pushes.get(body.push)
    if push is None or push.state not in (PushState.SENT, PushState.RETRACTED):
        raise StepRefused("push_not_sent", push=body.push)
    wanted = set(body.people)
    unknown = wanted - {receipt.person for receipt in push.receipts}
    if unknown:
        raise StepRefused("not_a_recipient", person=min(unknown))
    receipts = tuple(
        _tried(receipt, body, now.at, push.ladder) if receipt.person in wanted else receipt for receipt in push.receipts
    )
    return replace(now, pushes=now.pushes.set(push.id, replace(push, receipts=receipts)))


def _tried(receipt: Receipt, body: ReceiptNoted, at: datetime, ladder: tuple[Channel, ...]) -> Receipt:
    tries = (*receipt.tries, (body.channel, body.outcome, at))
    missed = body.outcome in (Outcome.NO_ANSWER, Outcome.FAILED)
    late = missed and body.channel in ladder and ladder.index(body.channel) < receipt.rung
    if late or (receipt.outcome.reached and not body.outcome.reached):
        return replace(receipt, tries=tries)
    tried = ladder.index(body.channel) if body.channel in ladder else receipt.rung
    rung = min(max(tried, receipt.rung) + 1, len(ladder) - 1) if missed and ladder else receipt.rung
    since = at if rung != receipt.rung else receipt.since
    return replace(
        receipt, rung=rung, outcome=body.outcome, at=at, note=body.note or receipt.note, tries=tries, since=since
    )


def next_channel(push: Push, receipt: Receipt) -> Channel | None:
    """Return the rung to try next, or None when the person has answered."""
    return None if receipt.outcome.reached or not push.ladder else push.ladder[receipt.rung]


def log_call(now: Situation, call: Call) -> Situation:
    """Keep a call; a call about a push counts as an attempt on the person's rung."""
    if call.id in now.calls:
        raise StepRefused("call_exists", call=call.id)
    after = replace(now, calls=now.calls.set(call.id, replace(call, at=now.at)))
    push = now.pushes.get(call.about)
    person = call.deputy_of or call.person
    if push is None or push.state is not PushState.SENT or all(r.person != person for r in push.receipts):
        return after
    channel = Channel.DEPUTY if call.deputy_of else call.channel
    return note_receipts(after, ReceiptNoted(push.id, (person,), channel, call.outcome, call.note))


def _push(now: Situation, push_id: str, state: PushState) -> Push:
    push = now.pushes.get(push_id)
    if push is None or push.state is not state:
        raise StepRefused("push_not_in_state", push=push_id, wanted=state)
    return push
