"""The courier: takes due lines of the outbox, hands them to the carriers of their channel, and says what is known.

At least once: a line is settled only after its carrier has answered, so whatever a dead desk leaves unsettled goes
out again. What a settled line told the ladder can be derived again from outbox and situation (`untold`), so that a
desk killed between the two loses nothing either.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from data.model.dispatch import Channel, Outcome, Push, PushState
from data.model.outbox import OutLine, OutState
from data.model.situation import Situation
from data.model.steps import Realm, ReceiptNoted
from data.rules import outbox
from data.rules.channels import Delivery, Message, OutboundRefused, Port, Recipient
from data.rules.contacts import contact
from data.rules.ladder import still_wanted

NO_PHONE = "no_phone"  # nobody's phone is enrolled for the person: there is no page to show it on
NO_CARRIER = "no_carrier"  # this desk has no way out on that channel
NO_DEPUTY = "no_deputy"
EXERCISE = "exercise"  # made outside live: nothing left the desk
BY_HAND = "by_hand"  # stands on a line that went to the operator, who notes what came of it
FAULT = "fault"
NO_WORD = "no_word"  # the carrier said nothing about this person

FAULT_RETRY_S = 30.0

LOG = logging.getLogger("courier")


def phone_of(now: Situation, person: str, carrier: str) -> str:
    """Return where most carriers find a person: the telephone number; messengers look the account up by it."""
    _ = carrier
    found = contact(now, person)
    return "" if found is None else found.phone


def no_link(push: Push) -> str:
    """Say that there is no page to open."""
    _ = push
    return ""


@dataclass(frozen=True, slots=True)
class Errand:
    """Lines that say the same thing on the same channel: one message, many recipients."""

    push: Push
    channel: Channel
    realm: Realm
    retracts: bool
    carrier: str
    lines: tuple[OutLine, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What came of an errand: the lines as they stand now, and what the ladder has to know."""

    lines: tuple[OutLine, ...] = ()
    told: tuple[ReceiptNoted, ...] = ()


class Courier:
    """Carries errands; holds no state of its own, so that any thread may carry any errand.

    `port` is the way out, or returns the newest one and may block until there is one; an errand keeps the port that
    it began with. `situation` returns the newest situation (its steps are never behind what the outbox holds).
    `address` says where a carrier finds a person, `link` what page of a push to open, `sender` who signs.
    """

    def __init__(
        self,
        port: Port | Callable[[], Port],
        situation: Callable[[], Situation],
        *,
        address: Callable[[Situation, str, str], str] = phone_of,
        link: Callable[[Push], str] = no_link,
        sender: str = "",
    ) -> None:
        """Keep what it works with."""
        self._port = (lambda: port) if isinstance(port, Port) else port
        self._situation = situation
        self._address = address
        self._link = link
        self._sender = sender

    def sort(self, lines: Sequence[OutLine]) -> tuple[tuple[OutLine, ...], tuple[Errand, ...]]:
        """Part due lines into those that nobody needs any more (settled as moot) and errands, in order."""
        now = self._situation()
        moot: list[OutLine] = []
        grouped: dict[tuple[str, Channel, Realm, bool, str], list[OutLine]] = {}
        for line in lines:
            out = line.outgoing
            if still_wanted(now, out):
                key = (out.push, out.channel, out.realm, out.retracts, out.carrier)
                grouped.setdefault(key, []).append(line)
            else:
                moot.append(outbox.moot(line))
        errands = tuple(Errand(now.pushes[key[0]], *key[1:], tuple(held)) for key, held in grouped.items())
        return tuple(moot), errands

    def carry(self, errand: Errand, at: datetime) -> Result:
        """Hand an errand to the carriers one after another, and say what came of every line. May block."""
        now = self._situation()
        wanted = [line for line in errand.lines if still_wanted(now, line.outgoing)]
        moot = tuple(outbox.moot(line) for line in errand.lines if line not in wanted)
        tries = {line.outgoing.id: _Try(line) for line in wanted}
        self._at_once(now, errand, tries)
        if any(one.open for one in tries.values()):
            self._by_all(self._port(), now, errand, tries)
        settled = tuple(one.settled(at) for one in tries.values())
        return Result((*moot, *settled), told(settled) if not errand.retracts else ())

    def _at_once(self, now: Situation, errand: Errand, tries: Mapping[str, _Try]) -> None:
        """Decide what needs no carrier: the phone page, and persons whom this rung cannot reach."""
        if errand.channel is Channel.PHONE_PAGE:
            holders = {device.person for device in now.devices.values() if device.active}
            for one in tries.values():
                has = one.line.outgoing.person in holders
                one.hear(
                    Delivery("", Outcome.WAITING) if has else Delivery("", Outcome.FAILED, detail=NO_PHONE),
                    Channel.PHONE_PAGE.value,
                    last=True,
                )
        elif errand.channel is Channel.DEPUTY:
            for one in tries.values():
                found = contact(now, one.line.outgoing.person)
                if found is None or not found.deputy:
                    one.hear(Delivery("", Outcome.FAILED, detail=NO_DEPUTY), "", last=True)

    def _by_all(self, port: Port, now: Situation, errand: Errand, tries: Mapping[str, _Try]) -> None:
        """Let one carrier after another try, until nobody is left."""
        message = self._message(now, errand)
        names = [errand.carrier] if errand.carrier else [carrier.name for carrier in port.of(errand.channel)]
        for name in names:
            left = [one for one in tries.values() if one.open]
            if not left:
                return
            self._by(port, name, message, left, now)

    def _by(self, port: Port, name: str, message: Message, left: Sequence[_Try], now: Situation) -> None:
        """Send by one carrier to all who are left."""
        recipients = tuple(self._recipient(now, one.line.outgoing.person, name) for one in left)
        here = self._situation().realm  # asked anew for each carrier: an errand may take its time
        realm = message.realm if here is Realm.LIVE else here
        try:
            deliveries = port.send(name, message, recipients, realm)
        except KeyError:
            return  # settled as: no carrier
        except OutboundRefused:
            for one in left:
                one.refused = True
            return
        except Exception:
            LOG.exception("carrier %s failed", name)
            for one in left:
                one.hear(Delivery("", Outcome.FAILED, detail=FAULT, retry_after_s=FAULT_RETRY_S), name)
            return
        heard = _best(deliveries)
        silence = Delivery("", Outcome.FAILED, detail=NO_WORD, retry_after_s=FAULT_RETRY_S)
        for one in left:
            one.hear(heard.get(one.line.outgoing.person, silence), name)

    def _recipient(self, now: Situation, person: str, carrier: str) -> Recipient:
        if not person:
            return Recipient("")
        found = contact(now, person)
        return Recipient(person, self._address(now, person, carrier), "" if found is None else found.name)

    def _message(self, now: Situation, errand: Errand) -> Message:
        push = errand.push
        return Message(
            id=f"{push.id}-retract" if errand.retracts else push.id,
            text=push.retract_text if errand.retracts else push.text,
            title=push.title,
            realm=errand.realm,
            sent_at=errand.lines[0].outgoing.made_at if errand.retracts else push.sent_at,
            level=now.standing.level,
            sender=self._sender,
            link=self._link(push),
            retracts=errand.retracts,
            references=(push.id,) if errand.retracts else (),
            area=push.audience,
        )


class _Try:
    """What has been heard about one line so far, over the carriers of its channel."""

    def __init__(self, line: OutLine) -> None:
        self.line = line
        self.open = True
        self.refused = False
        self._delivery: Delivery | None = None
        self._via = ""
        self._retry_s: float | None = None

    def hear(self, delivery: Delivery, via: str, *, last: bool = False) -> None:
        """Take a delivery; a failure leaves the line open for the next carrier unless it is the last word."""
        self._delivery, self._via = delivery, via
        if delivery.outcome is Outcome.FAILED:
            retries = [s for s in (self._retry_s, delivery.retry_after_s) if s is not None]
            self._retry_s = min(retries, default=None)
        self.open = delivery.outcome is Outcome.FAILED and not last

    def settled(self, at: datetime) -> OutLine:
        """Return the line as it stands after this round."""
        found = self._delivery
        if found is None:
            return outbox.failed(self.line, at, EXERCISE if self.refused else NO_CARRIER, None, "")
        if found.outcome is Outcome.FAILED:
            return outbox.failed(self.line, at, found.detail or FAULT, self._retry_s, self._via)
        line = outbox.sent(self.line, found.ref, self._via)
        return replace(line, error=BY_HAND) if found.outcome is Outcome.WAITING else line


def _best(deliveries: Iterable[Delivery]) -> dict[str, Delivery]:
    """Return one delivery a person; where a carrier says two things, the better one holds."""
    order = {Outcome.FAILED: 0, Outcome.WAITING: 1}
    best: dict[str, Delivery] = {}
    for one in deliveries:
        held = best.get(one.person)
        if held is None or order.get(one.outcome, 2) > order.get(held.outcome, 2):
            best[one.person] = one
    return best


def told(lines: Iterable[OutLine]) -> tuple[ReceiptNoted, ...]:
    """Return what settled lines say about their people: taken over, or failed for good.

    Nothing is said of what waits for another try, of what a person notes by hand, of an exercise that reached nobody
    (its ladder goes on by the clock), of retractions and of what goes to everybody at once.
    """
    grouped: dict[tuple[str, Channel, Outcome, str, str], dict[str, None]] = {}
    for line in lines:
        out, outcome = line.outgoing, _outcome(line)
        if outcome is not None and out.person and not out.retracts:
            key = (out.push, out.channel, outcome, line.error, line.via)
            grouped.setdefault(key, {})[out.person] = None
    return tuple(
        ReceiptNoted(push, tuple(people), channel, outcome, note, via)
        for (push, channel, outcome, note, via), people in grouped.items()
    )


def _outcome(line: OutLine) -> Outcome | None:
    if line.state is OutState.SENT and line.error != BY_HAND:
        return Outcome.DELIVERED
    if line.state is OutState.DEAD and line.error != EXERCISE:
        return Outcome.FAILED
    return None


def untold(now: Situation, lines: Iterable[OutLine]) -> tuple[ReceiptNoted, ...]:
    """Return what settled lines said and the situation does not hold: the desk died between the two."""
    missing: list[OutLine] = []
    held: dict[str, dict[str, set[tuple[Channel, Outcome]]]] = {}
    for line in lines:
        out, outcome = line.outgoing, _outcome(line)
        push = now.pushes.get(out.push)
        if push is None or push.state not in (PushState.SENT, PushState.RETRACTED) or outcome is None or out.retracts:
            continue
        if push.id not in held:
            held[push.id] = {one.person: {(ch, what) for ch, what, _ in one.tries} for one in push.receipts}
        tries = held[push.id].get(out.person)
        if tries is not None and (out.channel, outcome) not in tries:
            missing.append(line)
    return told(missing)


def dead_letters(lines: Iterable[OutLine]) -> tuple[OutLine, ...]:
    """Return the lines that did not go out, those of the same push together, exercises last."""
    dead = [line for line in lines if line.state is OutState.DEAD]
    return tuple(sorted(dead, key=lambda line: (line.error == EXERCISE, line.outgoing.push, line.outgoing.id)))
