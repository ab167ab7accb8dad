"""How each outward channel stands: what it last did, and what the outbox counts for it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from data.gateway.channels.build import ChannelTrouble
from data.gateway.channels.catalogue import Fault, Setup
from data.model.dispatch import Channel, Outcome
from data.model.outbox import OutLine, OutState
from data.rules.channels import Carrier, Delivery, Draft, Message, OutboundRefused, Recipient

FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Past:
    """When a channel last got something out, and when and why it last did not."""

    good_at: datetime | None = None
    bad_at: datetime | None = None
    bad_why: str = ""

    @property
    def bad(self) -> bool:
        """Whether the last that is known of it is a failure."""
        return self.bad_at is not None and (self.good_at is None or self.bad_at > self.good_at)


@dataclass(frozen=True, slots=True)
class Tally:
    """What the outbox holds for one channel."""

    sent: int = 0
    failed: int = 0
    waiting: int = 0
    newest_sent: datetime | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """One channel as it stands. `kept` are its secrets that are in the store; `missing` files and folders not there."""

    setup: Setup
    trouble: ChannelTrouble | None = None
    faults: tuple[Fault, ...] = ()
    kept: tuple[str, ...] = ()
    missing: tuple[tuple[str, str], ...] = ()
    past: Past = Past()
    tally: Tally = Tally()
    line: str = ""
    line_why: str = ""

    @property
    def name(self) -> str:
        """Name of the channel."""
        return self.setup.name

    @property
    def ready(self) -> bool:
        """Whether messages can leave by it."""
        return self.trouble is None


class Ledger:
    """What the channels did since the desk began; safe for several threads."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._lock = threading.Lock()
        self._past: dict[str, Past] = {}

    def of(self, name: str) -> Past:
        """Return what a channel did last."""
        with self._lock:
            return self._past.get(name, Past())

    def note(self, name: str, deliveries: Iterable[Delivery], at: datetime) -> None:
        """Note what came of a sending."""
        with self._lock:
            for one in deliveries:
                past = self._past.get(name, Past())
                if one.outcome is Outcome.FAILED:
                    self._past[name] = replace(past, bad_at=at, bad_why=one.detail)
                else:
                    self._past[name] = replace(past, good_at=at)


@dataclass(frozen=True, slots=True)
class Watched:
    """A carrier whose deliveries are noted in a ledger."""

    inner: Carrier
    ledger: Ledger = field(repr=False)
    clock: Callable[[], datetime] = field(repr=False)

    @property
    def name(self) -> str:
        """Name of the carrier."""
        return self.inner.name

    @property
    def channel(self) -> Channel:
        """The rung that it serves."""
        return self.inner.channel

    @property
    def outbound(self) -> bool:
        """Whether it reaches people beyond this desk."""
        return self.inner.outbound

    @property
    def exercise(self) -> bool:
        """Whether it reaches nobody real."""
        return self.inner.exercise

    def compose(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Draft, ...]:
        """Return what would be sent."""
        return self.inner.compose(message, recipients)

    def send(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Delivery, ...]:
        """Send, and note what came of it; a fault of ours is noted, too, and goes on to who called.

        Outside live OutboundRefused, unless it reaches nobody real: also for whoever goes round the port.
        """
        if message.exercise and self.outbound and not self.exercise:
            raise OutboundRefused(self.channel, message.realm)
        try:
            deliveries = self.inner.send(message, recipients)
        except Exception:
            self.ledger.note(self.name, (Delivery("", Outcome.FAILED, detail=FAULT),), self.clock())
            raise
        self.ledger.note(self.name, deliveries, self.clock())
        return deliveries


def tallies(lines: Iterable[OutLine], since: datetime) -> Mapping[str, Tally]:
    """Count the outbox by the channel that took a line or tried last: sent and failed since then, waiting always."""
    found: dict[str, Tally] = {}
    for line in lines:
        name = line.via or line.outgoing.carrier
        if not name:
            continue
        held = found.get(name, Tally())
        made, today = line.outgoing.made_at, line.outgoing.made_at >= since
        match line.state:
            case OutState.SENT:
                newest = made if held.newest_sent is None else max(held.newest_sent, made)
                held = replace(held, sent=held.sent + today, newest_sent=newest)
            case OutState.DEAD:
                held = replace(held, failed=held.failed + today)
            case OutState.WAITING:
                held = replace(held, waiting=held.waiting + 1)
            case OutState.MOOT:
                pass
        found[name] = held
    return found
