"""How scripted players push: one writes, another approves, people answer on the rungs of the ladder or never."""

from __future__ import annotations

from datetime import datetime, timedelta

from data.model.dispatch import Call, Channel, Outcome, Push, PushState, Receipt
from data.model.situation import Situation
from data.model.steps import CallLogged, PushApproved, PushDrafted, ReceiptNoted, Step
from data.rules import ladder
from data.rules.audience import Part, gather
from data.rules.contacts import contact
from data.rules.dispatch import LADDER
from data.rules.drill.cast import LEADERS, Cast, leader, on_duty, step
from data.rules.drill.scene import silent_people
from data.rules.rights import SYSTEM

TEMPLATE = "HYK-M03"
AT_ONCE, BY_TELEPHONE, BY_DEPUTY = 0.80, 0.93, 0.98
"""[设定] Shares of people who answer on a rung that needs nobody, by telephone at the latest, by a deputy at last."""
_GIVEN_UP = timedelta(hours=6)
_RETRACTS = "【更正】前一通知作废，以镇防指最新通知为准。"


def pushed(cast: Cast, now: Situation, at: datetime, name: str, words: str, template: str = "") -> tuple[Step, ...]:
    """Return a push as it is written and approved at once: to those in the way, else to the grids."""
    there = gather(now, [Part("exposed")]).people or gather(now, [Part("role", "R22")]).people
    if not there:
        return ()
    rungs = cast.rungs or tuple((channel, 0) for channel in LADDER)
    row = now.registers.templates.get(template or TEMPLATE)
    title = words if row is None else f"{row.title} {words}"
    author, approver = on_duty(now), leader(now)
    written = Push(
        push_id(name), title, f"【演练】{title}。收到请回复。", _RETRACTS, author, at, there,
        tuple(channel for channel, _ in rungs), "" if row is None else row.id, waits_s=tuple(wait for _, wait in rungs),
    )  # fmt: skip
    return (
        step(f"{name}-drafted", at, author, PushDrafted(written)),
        step(name, at, approver, PushApproved(written.id, approver)),
    )


def push_id(name: str) -> str:
    """Return the id of a scripted push."""
    return f"push-{name}"


def answers(cast: Cast, now: Situation, at: datetime) -> tuple[Step, ...]:
    """Return who answers now: by himself, by telephone, or through his deputy; and whom the clock lets climb."""
    open_ = [
        push
        for push in sorted(now.pushes.values(), key=lambda push: push.id)
        if push.state is PushState.SENT and push.sent_at is not None and at - push.sent_at < _GIVEN_UP
    ]
    if not open_:
        return ()
    silent = silent_people(cast.scenario, now, at)
    return tuple(
        made
        for push in open_
        for made in (*_answered(cast, now, push, silent, at), *_called(cast, now, push, silent, at))
    )


def climbs(now: Situation, at: datetime) -> tuple[Step, ...]:
    """Return the misses that the clock makes; a push of long ago has come to its last rung."""
    if all(push.sent_at is None or at - push.sent_at >= _GIVEN_UP for push in now.pushes.values()):
        return ()
    return tuple(
        step(f"climb-{body.push}-{body.channel}-{at:%m%d%H%M%S}", at, SYSTEM, body)
        for body in sorted(ladder.due(now, at), key=lambda one: (one.push, one.channel))
    )


def _answered(cast: Cast, now: Situation, push: Push, silent: frozenset[str], at: datetime) -> tuple[Step, ...]:
    by_channel: dict[Channel, list[str]] = {}
    for receipt in push.receipts:
        channel = _rung(push, receipt)
        if channel is None or receipt.person in silent or channel is Channel.DEPUTY:
            continue
        chance = cast.draw("answers", push.id, receipt.person)
        here = chance < BY_TELEPHONE if channel is Channel.TELEPHONE else chance < AT_ONCE
        if here and at >= _since(push, receipt) + cast.after("R22", push.id, receipt.person) / 2:
            by_channel.setdefault(channel, []).append(receipt.person)
    return tuple(
        step(
            f"answered-{push.id}-{channel}-{at:%m%d%H%M%S}", at, on_duty(now),
            ReceiptNoted(push.id, tuple(people), channel, Outcome.ANSWERED),
        )
        for channel, people in by_channel.items()
    )  # fmt: skip


def _called(cast: Cast, now: Situation, push: Push, silent: frozenset[str], at: datetime) -> tuple[Step, ...]:
    """Deputies are called by the operator, one after another, where the ladder has come to them."""
    made: list[Step] = []
    for receipt in push.receipts:
        if _rung(push, receipt) is not Channel.DEPUTY:
            continue
        found = contact(now, receipt.person)
        deputy = "" if found is None else found.deputy
        reaches = deputy and deputy not in silent and cast.draw("answers", push.id, receipt.person) < BY_DEPUTY
        if (
            (reaches or receipt.person in silent)
            and deputy
            and at >= _since(push, receipt) + cast.after(LEADERS, push.id, receipt.person)
        ):
            name = f"deputy-{push.id}-{receipt.person}"
            outcome = Outcome.NO_ANSWER if deputy in silent else Outcome.ANSWERED
            call = Call(name, deputy, at, outcome, Channel.DEPUTY, about=push.id, deputy_of=receipt.person)
            made.append(step(name, at, on_duty(now), CallLogged(call)))
    return tuple(made)


def _rung(push: Push, receipt: Receipt) -> Channel | None:
    if receipt.outcome.reached or not push.ladder:
        return None
    return push.ladder[min(receipt.rung, len(push.ladder) - 1)]


def _since(push: Push, receipt: Receipt) -> datetime:
    return receipt.since or push.sent_at or push.created_at
