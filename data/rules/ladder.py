"""The ladder of a push (叫应): whose rung has waited long enough, and what has to leave the desk on the next one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from data.model.dispatch import Channel, Outcome, Push, PushState, Receipt
from data.model.outbox import Outgoing
from data.model.situation import Situation
from data.model.steps import ReceiptNoted

WAITED_OUT = "waited_out"
"""Note of a miss that nobody made but the clock."""


def due(now: Situation, time: datetime) -> tuple[ReceiptNoted, ...]:
    """Return the misses that the clock makes: unanswered on a rung for its wait (`since + wait <= time`).

    The last rung waits for a person for ever.
    """
    missed: dict[tuple[str, Channel], list[str]] = {}
    for push in now.pushes.values():
        if push.state is PushState.SENT:
            for receipt in push.receipts:
                ends = rung_ends(push, receipt)
                if ends is not None and ends <= time:
                    missed.setdefault((push.id, push.ladder[receipt.rung]), []).append(receipt.person)
    return tuple(
        ReceiptNoted(push, tuple(people), channel, Outcome.NO_ANSWER, WAITED_OUT)
        for (push, channel), people in missed.items()
    )


def rung_ends(push: Push, receipt: Receipt) -> datetime | None:
    """Return when the present rung gives way to the next by itself; None when it does not."""
    last = receipt.rung >= len(push.ladder) - 1
    wait_s = push.waits_s[receipt.rung] if receipt.rung < len(push.waits_s) else 0
    if receipt.outcome.reached or last or not wait_s or receipt.since is None:
        return None
    return receipt.since + timedelta(seconds=wait_s)


def unanswered(push: Push) -> tuple[str, ...]:
    """Return the people of a push who have not answered: the only ones who may still be chased."""
    return tuple(receipt.person for receipt in push.receipts if not receipt.outcome.reached)


def outgoing(before: Situation, after: Situation) -> tuple[Outgoing, ...]:
    """Return what has to leave the desk because of what changed between two situations.

    The ids name push, person and rung, so that the same line is never made twice.
    """
    if before.pushes is after.pushes:
        return ()
    lines: list[Outgoing] = []
    for push in after.pushes.values():
        old = before.pushes.get(push.id)
        if old is not push:
            lines.extend(_lines(old, push, after))
    return tuple(lines)


def _lines(old: Push | None, push: Push, after: Situation) -> Iterable[Outgoing]:
    was = PushState.DRAFT if old is None else old.state
    if push.state is PushState.SENT:
        rungs = {} if old is None or was is not PushState.SENT else {r.person: r.rung for r in old.receipts}
        for receipt in push.receipts:
            if not receipt.outcome.reached and push.ladder and rungs.get(receipt.person, -1) < receipt.rung:
                channel = push.ladder[receipt.rung]
                line = f"{push.id}/{receipt.person}/{receipt.rung}"
                yield Outgoing(line, push.id, receipt.person, channel, after.realm, after.at)
        if was is not PushState.SENT:
            for carrier in push.broadcast:
                line = f"{push.id}//{carrier}"
                yield Outgoing(line, push.id, "", Channel.BROADCAST, after.realm, after.at, carrier)
    elif push.state is PushState.RETRACTED and was is PushState.SENT:
        yield from _retraction(push, after)


def _retraction(push: Push, after: Situation) -> Iterable[Outgoing]:
    """Tell everybody whom the push may have reached, by the last way on which it went out to him."""
    for receipt in push.receipts:
        if push.ladder:
            channel = push.ladder[min(receipt.rung, len(push.ladder) - 1)]
            line = f"{push.id}/{receipt.person}/retract"
            yield Outgoing(line, push.id, receipt.person, channel, after.realm, after.at, retracts=True)
    for carrier in push.broadcast:
        line = f"{push.id}//{carrier}/retract"
        yield Outgoing(line, push.id, "", Channel.BROADCAST, after.realm, after.at, carrier, retracts=True)


def still_wanted(now: Situation, line: Outgoing) -> bool:
    """Whether a line should still go out: its person has not answered, and its push was not taken back meanwhile."""
    push = now.pushes.get(line.push)
    if push is None:
        return False
    if line.retracts:
        return push.state is PushState.RETRACTED
    if push.state is not PushState.SENT:
        return False
    receipt = next((one for one in push.receipts if one.person == line.person), None)
    return not line.person or (receipt is not None and not receipt.outcome.reached)
