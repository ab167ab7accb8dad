"""Hand over a video call by link: one message to one person who cannot be rung, through the port and nothing else."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from data.gateway.courier import EXERCISE, FAULT, NO_CARRIER, NO_WORD
from data.model.dispatch import Call, Channel, Outcome
from data.model.situation import Situation
from data.model.steps import CallLogged
from data.rules.channels import Delivery, Message, OutboundRefused, Port, Recipient
from data.rules.contacts import contact
from desktop.background import Background
from desktop.room import Room
from views import call_words, outbox_words, words

LOG = logging.getLogger("calling")
WAYS = (Channel.MESSENGER, Channel.SMS)
NO_ADDRESS = "no_address"
HERE = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True)
class Ways:
    """What is handed in.

    `port` is the way out as it is set up now; `address` says where a carrier finds a person; `crowd` names carriers
    that tell a whole group, which are passed over; `link` is the page for one person, "" while no phone can reach it;
    `run` runs a call that may block; `sender` signs.
    """

    port: Callable[[], Port]
    address: Callable[[Situation, str, str], str]
    crowd: Callable[[], Collection[str]]
    link: Callable[[str], str]
    run: Callable[[Callable[[], Sent]], Future[Sent]]
    sender: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of it: the channel that took the message, or None and the code why (words: views.outbox_words)."""

    channel: Channel | None
    why: str = ""


def open_to_phones(address: str) -> bool:
    """Whether a page at this address can be opened by a phone: one of this machine only cannot."""
    return (urlsplit(address).hostname or "") not in {"", *HERE}


class HandOver(QObject):
    """Sends the link of a call, and logs it as an attempt at that person.

    Signals:
        told: words for the status line.
        refused: words for the sheet of the call: nothing was sent.

    """

    told = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        room: Room,
        background: Background,
        ways: Ways,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        """Send nothing yet; `clock` tells the desk's time."""
        super().__init__(parent)
        self._room, self._background, self._ways, self._clock = room, background, ways, clock
        self._under_way: set[tuple[str, str]] = set()

    def hand_over(self, call: str, person: str) -> None:
        """Send a person the link of a call that goes on; pressed twice it is sent once."""
        now, key = self._room.situation, (call, person)
        video = now.videos.get(call)
        if video is None or video.ended_at is not None or key in self._under_way:
            return
        name = call_words.name(now, person)
        link = self._ways.link(person)
        if not link:
            self.refused.emit(self.tr("手机接入未对外开放，链接打不开：请到“系统—手机”开放后再发"))
            return
        said = self._text(now, video.about)
        at, realm = self._clock(), now.realm
        self._under_way.add(key)

        def sent() -> Sent:
            message = Message(
                f"link-{uuid4().hex[:12]}", said, self.tr("视频通话"), realm, at, sender=self._ways.sender, link=link
            )
            return carry(self._ways, now, message, person)

        def over(found: Sent) -> None:
            self._under_way.discard(key)
            self._note(call, person, name, found)

        def failed(error: BaseException) -> None:
            self._under_way.discard(key)
            raise error

        self._background.follow(self._ways.run(sent), over, failed)

    def _text(self, now: Situation, about: str) -> str:
        """Return the words of the message: who asks, for what."""
        matter = call_words.about(now, about)
        asks = self.tr("{0}请您加入视频通话").format(self._ways.sender)
        said = self.tr("{0}：{1}").format(asks, matter) if matter else asks
        return self.tr("{0}。请点链接，打开后保持页面，等候呼叫。").format(said)

    def _note(self, call: str, person: str, name: str, found: Sent) -> None:
        if found.channel is None:
            self.refused.emit(self.tr("给 {0} 的链接没有发出：{1}").format(name, outbox_words.reason(found.why)))
            return
        logged = Call(
            f"call-{uuid4().hex[:12]}",
            person,
            self._clock(),
            Outcome.WAITING,
            found.channel,
            self.tr("视频通话链接"),
            about=call,
        )
        if self._room.do(CallLogged(logged)):
            self.told.emit(self.tr("链接已发给 {0}（{1}）").format(name, words.channel(found.channel)))


def carry(ways: Ways, now: Situation, message: Message, person: str) -> Sent:
    """Let the first carrier that takes the message have it: messengers, then SMS. May block."""
    port, crowd = ways.port(), ways.crowd()
    found = contact(now, person)
    why = NO_CARRIER
    for carrier in (one for way in WAYS for one in port.of(way) if one.name not in crowd):
        address = ways.address(now, person, carrier.name)
        if not address:
            why = NO_ADDRESS
            continue
        recipient = Recipient(person, address, "" if found is None else found.name)
        try:
            deliveries = port.send(carrier.name, _for(carrier.channel, message), (recipient,), message.realm)
        except OutboundRefused:
            why = EXERCISE
            continue
        except Exception:
            LOG.exception("carrier %s failed", carrier.name)
            why = FAULT
            continue
        said = next((one for one in deliveries if one.person == person), Delivery(person, Outcome.FAILED))
        if said.outcome is not Outcome.FAILED:
            return Sent(carrier.channel)
        why = said.detail or NO_WORD
    return Sent(None, why)


def _for(channel: Channel, message: Message) -> Message:
    """Return the message for a channel: messengers set the link themselves, a template for SMS may know none."""
    if channel is not Channel.SMS:
        return message
    return Message(
        message.id, message.text + message.link, message.title, message.realm, message.sent_at, sender=message.sender
    )
