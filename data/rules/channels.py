"""The port for channels: the one door through which a message leaves; outside live it stays shut.

A later channel (phone page, messenger, SMS) is a further Carrier; nothing else changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from data.model.dispatch import Channel, Outcome
from data.model.steps import Realm


class OutboundRefused(Exception):
    """A message would have left the desk in a realm in which nothing may leave."""

    def __init__(self, channel: Channel, realm: Realm) -> None:
        """Keep what was refused; views have the words."""
        super().__init__(channel, realm)
        self.channel = channel
        self.realm = realm


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent; `id` is the push it belongs to and makes a repeat harmless."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom it is for and where the channel finds them (a telephone number, later an account)."""

    person: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What the channel knows at once: DELIVERED, FAILED, or WAITING when a person has to note the outcome."""

    person: str
    outcome: Outcome


class Carrier(Protocol):
    """One channel. An outbound carrier reaches people beyond this desk."""

    @property
    def channel(self) -> Channel:
        """Which rung of the ladder it is."""
        ...

    @property
    def outbound(self) -> bool:
        """Whether it reaches people beyond this desk."""
        ...

    def send(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Delivery, ...]:
        """Send to all and say what is known at once, one delivery a recipient."""
        ...


@dataclass(frozen=True, slots=True)
class Screen:
    """The desk's own screen: the message stands there until the operator notes who has taken note."""

    channel: Channel = Channel.SCREEN
    outbound: bool = False

    def send(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Delivery, ...]:
        """Everybody waits for the operator."""
        _ = message
        return tuple(Delivery(recipient.person, Outcome.WAITING) for recipient in recipients)


@dataclass(frozen=True, slots=True)
class Telephone:
    """A telephone worked by the operator, who enters what came of each call; without a number it fails at once."""

    channel: Channel = Channel.TELEPHONE
    outbound: bool = True

    def send(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Delivery, ...]:
        """Whoever has a number waits for the operator's call."""
        _ = message
        return tuple(
            Delivery(recipient.person, Outcome.WAITING if recipient.address else Outcome.FAILED)
            for recipient in recipients
        )


class Port:
    """All channels of this desk behind one door."""

    def __init__(self, carriers: Iterable[Carrier] = (Screen(), Telephone())) -> None:
        """Take the carriers; two of one channel are a mistake of ours."""
        kept = tuple(carriers)
        self._carriers = {carrier.channel: carrier for carrier in kept}
        if len(self._carriers) != len(kept):
            raise ValueError("two carriers of one channel")

    @property
    def channels(self) -> tuple[Channel, ...]:
        """The channels that this desk can carry."""
        return tuple(self._carriers)

    def send(
        self, channel: Channel, message: Message, recipients: Sequence[Recipient], realm: Realm
    ) -> tuple[Delivery, ...]:
        """Send by one channel; OutboundRefused when the channel leads out of the desk and the realm is not live.

        KeyError when this desk has no such channel.
        """
        carrier = self._carriers[channel]
        if carrier.outbound and realm is not Realm.LIVE:
            raise OutboundRefused(channel, realm)
        return carrier.send(message, recipients)
