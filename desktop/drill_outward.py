"""What a drill without a window would send: through the port as ever, which refuses it; both are counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from data.gateway.courier import EXERCISE, Courier
from data.model.dispatch import Channel, Outcome
from data.model.scores import Outward
from data.model.situation import Situation
from data.model.steps import ReceiptNoted
from data.rules.channels import Delivery, Draft, Message, Port, Recipient
from data.rules.performance.sends import outward
from data.store.store import Store

MOST = 100_000
_WAYS_OUT = (Channel.MESSENGER, Channel.SMS, Channel.BROADCAST)


@dataclass(slots=True)
class Reaching:
    """A way out that reaches the public and only counts: whatever it is given has left the desk."""

    channel: Channel
    sent: int = 0
    outbound: bool = True
    exercise: bool = False

    @property
    def name(self) -> str:
        """Name among the carriers."""
        return f"counting_{self.channel}"

    def compose(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Draft, ...]:
        """Return what would be sent."""
        return tuple(Draft(recipient.person, message.text) for recipient in recipients)

    def send(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Delivery, ...]:
        """Count."""
        _ = message
        self.sent += len(recipients)
        return tuple(Delivery(recipient.person, Outcome.DELIVERED) for recipient in recipients)


@dataclass(slots=True)
class WayOut:
    """The courier of a drill: carries what the store's outbox holds, hears what the ladder has to know."""

    store: Store
    situation: Callable[[], Situation]
    ways: tuple[Reaching, ...] = field(default_factory=lambda: tuple(Reaching(channel) for channel in _WAYS_OUT))
    courier: Courier = field(init=False)

    def __post_init__(self) -> None:
        """Make the courier."""
        self.courier = Courier(Port(self.ways), self.situation)

    def carry(self, at: datetime) -> tuple[ReceiptNoted, ...]:
        """Carry all that is due, in an order that is always the same, and return what came of it."""
        due = sorted(self.store.field.due(at, MOST), key=lambda line: line.outgoing.id)
        if not due:
            return ()
        moot, errands = self.courier.sort(due)
        results = [self.courier.carry(errand, at) for errand in errands]
        self.store.field.settle((*moot, *(line for result in results for line in result.lines)))
        return tuple(body for result in results for body in result.told)

    def told(self) -> Outward:
        """Count what wanted to leave."""
        return outward(self.store.field.lines(limit=MOST), {way.name for way in self.ways}, EXERCISE)
