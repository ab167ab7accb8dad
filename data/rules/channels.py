"""The port for channels: the one door through which a message leaves; outside live it lets nothing real out.

A further channel is a further Carrier; nothing else changes. The rule of the realm is kept here, so that it
also holds for carriers that are not written yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Protocol

from data.model.dispatch import Channel, Outcome
from data.model.levels import Level
from data.model.steps import Realm

EXERCISE_MARK = "【演练】"
"""Stands before the title and the text of whatever is made outside live."""


class OutboundRefused(Exception):
    """A message would have left the desk in a realm in which nothing may leave."""

    def __init__(self, channel: Channel, realm: Realm) -> None:
        """Keep what was refused; views have the words."""
        super().__init__(channel, realm)
        self.channel = channel
        self.realm = realm


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent; `id` is the push it belongs to and makes a repeat harmless.

    `rings` are closed areas of (lon, lat) in WGS-84; `references` are identifiers of earlier messages that this one
    updates or retracts; `link` opens the phone page.
    """

    id: str
    text: str
    title: str = ""
    realm: Realm = Realm.LIVE
    sent_at: datetime | None = None
    expires_at: datetime | None = None
    level: Level = Level.NONE
    sender: str = ""
    link: str = ""
    retracts: bool = False
    references: tuple[str, ...] = ()
    rings: tuple[tuple[tuple[float, float], ...], ...] = ()
    area: str = ""

    @property
    def exercise(self) -> bool:
        """Whether it was made outside live."""
        return self.realm is not Realm.LIVE


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom it is for and where the channel finds them: a telephone number, an account, a mail address."""

    person: str
    address: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What the channel knows at once: DELIVERED (handed over), FAILED, or WAITING when a person notes the outcome.

    FAILED with `retry_after_s` is worth another try; without it the case is closed. `ref` is the id that the other
    side gave the message; `detail` is a short code or what the other side said, never an address or a secret.
    """

    person: str
    outcome: Outcome
    ref: str = ""
    detail: str = ""
    retry_after_s: float | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What a carrier would send, for a dry run: where to (without secrets) and what, as text that a person can read."""

    to: str
    body: str
    headers: tuple[tuple[str, str], ...] = ()


class Carrier(Protocol):
    """One way out. `send` and `compose` may be called from any thread; `send` may block for its time-out."""

    @property
    def name(self) -> str:
        """Name among the carriers of this desk, e.g. dingtalk_robot."""
        ...

    @property
    def channel(self) -> Channel:
        """Which rung of the ladder it serves."""
        ...

    @property
    def outbound(self) -> bool:
        """Whether it reaches people beyond this desk."""
        ...

    @property
    def exercise(self) -> bool:
        """Whether its destination is set up for exercises and reaches nobody real."""
        ...

    def compose(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Draft, ...]:
        """Return what `send` would send; touches no network."""
        ...

    def send(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Delivery, ...]:
        """Send to all and say what is known at once, one a recipient; the world's errors are deliveries too."""
        ...


@dataclass(frozen=True, slots=True)
class Screen:
    """The desk's own screen: the message stands there until the operator notes who has taken note."""

    name: str = "screen"
    channel: Channel = Channel.SCREEN
    outbound: bool = False
    exercise: bool = False

    def compose(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Draft, ...]:
        """Return the text as it stands on the screen."""
        return (Draft(f"{len(recipients)}", message.text),)

    def send(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Delivery, ...]:
        """Everybody waits for the operator."""
        _ = message
        return tuple(Delivery(recipient.person, Outcome.WAITING) for recipient in recipients)


@dataclass(frozen=True, slots=True)
class ByHand:
    """A way out that the operator works: telephone, deputy, loudspeaker, door; he enters what came of it.

    Only the telephone needs an address: without a number it fails at once.
    """

    channel: Channel = Channel.TELEPHONE
    outbound: bool = True
    exercise: bool = False

    @property
    def name(self) -> str:
        """The channel's own name: there is one of each."""
        return self.channel.value

    def compose(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Draft, ...]:
        """Return what the operator would read out."""
        return tuple(Draft(recipient.name or recipient.person, message.text) for recipient in recipients)

    def send(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Delivery, ...]:
        """Whoever can be reached waits for the operator."""
        _ = message
        needs_number = self.channel is Channel.TELEPHONE
        return tuple(
            Delivery(one.person, Outcome.FAILED, detail="no_number")
            if needs_number and not one.address
            else Delivery(one.person, Outcome.WAITING)
            for one in recipients
        )


def by_hand() -> tuple[Carrier, ...]:
    """Return the ways out that every desk has."""
    rungs = (Channel.TELEPHONE, Channel.DEPUTY, Channel.LOUDSPEAKER, Channel.DOOR)
    return (Screen(), *(ByHand(channel) for channel in rungs))


class Port:
    """All carriers of this desk behind one door."""

    def __init__(self, carriers: Iterable[Carrier] = ()) -> None:
        """Take the carriers beside those worked by hand; two of one name are a mistake of ours."""
        kept = (*by_hand(), *carriers)
        named = {carrier.name: carrier for carrier in kept}
        if len(named) != len(kept):
            raise ValueError("two carriers of one name")
        self._carriers: Mapping[str, Carrier] = MappingProxyType(named)

    @property
    def channels(self) -> tuple[Channel, ...]:
        """The channels that this desk can carry."""
        return tuple(dict.fromkeys(carrier.channel for carrier in self._carriers.values()))

    def of(self, channel: Channel) -> tuple[Carrier, ...]:
        """Return the carriers of a channel, in the order of the settings."""
        return tuple(carrier for carrier in self._carriers.values() if carrier.channel is channel)

    def carrier(self, name: str) -> Carrier:
        """Return the carrier of that name; KeyError when this desk has none."""
        return self._carriers[name]

    def compose(self, name: str, message: Message, recipients: Sequence[Recipient]) -> tuple[Draft, ...]:
        """Return what would be sent, marked as an exercise outside live; sends nothing."""
        return self._carriers[name].compose(marked(message), recipients)

    def send(self, name: str, message: Message, recipients: Sequence[Recipient], realm: Realm) -> tuple[Delivery, ...]:
        """Send by one carrier; KeyError when this desk has none of that name.

        Outside live OutboundRefused, unless the carrier stays within the desk or reaches nobody real; what goes
        there is marked as an exercise.
        """
        carrier = self._carriers[name]
        if realm is not Realm.LIVE and carrier.outbound and not carrier.exercise:
            raise OutboundRefused(carrier.channel, realm)
        return carrier.send(marked(replace(message, realm=realm)), recipients)


def marked(message: Message) -> Message:
    """Return the message with the exercise mark before title and text, once, when it was made outside live."""
    if not message.exercise:
        return message

    def mark(text: str) -> str:
        return text if not text or text.startswith(EXERCISE_MARK) else EXERCISE_MARK + text

    return replace(message, title=mark(message.title), text=mark(message.text))
