"""A dry run of a push: what each way out would send, and what stands in its way; nothing leaves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from data.gateway.courier import NO_CARRIER, NO_PHONE, phone_of
from data.model.dispatch import Channel, Push
from data.model.situation import Situation
from data.rules.channels import Carrier, Draft, Message, Port, Recipient
from data.rules.contacts import contact

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Going:
    """One way out: how many it is for, how many it can find, and what it would send to the first of them.

    `trouble` is a code when nothing would leave (no_carrier, exercise); `drafts` are samples with numbers masked.
    """

    channel: Channel
    carrier: str
    people: int
    found: int
    drafts: tuple[Draft, ...] = ()
    trouble: str = ""


def dry_run(
    port: Port,
    push: Push,
    now: Situation,
    *,
    address: Callable[[Situation, str, str], str] = phone_of,
    link: Callable[[Push], str] | None = None,
    sender: str = "",
) -> tuple[Going, ...]:
    """Return what a push would send on each rung of its ladder, the first rung first, and to everybody at once."""
    message = Message(
        push.id,
        push.text,
        push.title,
        now.realm,
        now.at,
        level=now.standing.level,
        sender=sender,
        link="" if link is None else link(push),
        area=push.audience,
    )
    found: list[Going] = []
    for channel in push.ladder:
        if channel is Channel.PHONE_PAGE:
            found.append(_page(push, now, message))
            continue
        carriers = port.of(channel)
        if not carriers:
            found.append(Going(channel, "", len(push.recipients), 0, trouble=NO_CARRIER))
        for carrier in carriers:
            people = tuple(_recipient(now, one, carrier.name, address) for one in push.recipients)
            found.append(_going(port, now, carrier, channel, message, people))
    for name in push.broadcast:
        try:
            carrier = port.carrier(name)
        except KeyError:
            found.append(Going(Channel.BROADCAST, name, 0, 0, trouble=NO_CARRIER))
        else:
            found.append(_going(port, now, carrier, Channel.BROADCAST, message, (Recipient(""),)))
    return tuple(found)


def _page(push: Push, now: Situation, message: Message) -> Going:
    holders = {device.person for device in now.devices.values() if device.active}
    found = sum(person in holders for person in push.recipients)
    trouble = "" if found else NO_PHONE
    draft = Draft("", message.text) if found else None
    drafts = () if draft is None else (draft,)
    return Going(Channel.PHONE_PAGE, Channel.PHONE_PAGE.value, len(push.recipients), found, drafts, trouble)


def _recipient(now: Situation, person: str, carrier: str, address: Callable[[Situation, str, str], str]) -> Recipient:
    known = contact(now, person)
    return Recipient(person, address(now, person, carrier), "" if known is None else known.name)


def _going(
    port: Port, now: Situation, carrier: Carrier, channel: Channel, message: Message, people: Sequence[Recipient]
) -> Going:
    reachable = list(people)
    if channel is Channel.DEPUTY:
        reachable = [one for one in people if (known := contact(now, one.person)) is not None and known.deputy]
    elif _needs_address(carrier, channel):
        reachable = [one for one in people if one.address]
    shown = tuple(
        _masked(draft, reachable) for draft in port.compose(carrier.name, message, reachable[:_SHOWN])[:_SHOWN]
    )
    trouble = "exercise" if message.exercise and carrier.outbound and not carrier.exercise else ""
    named = 0 if channel is Channel.BROADCAST else len(people)
    return Going(channel, carrier.name, named, len(reachable) if named else 0, shown, trouble)


def _needs_address(carrier: Carrier, channel: Channel) -> bool:
    by_hand = (Channel.SCREEN, Channel.LOUDSPEAKER, Channel.DOOR, Channel.BROADCAST)
    return carrier.outbound and channel not in by_hand


def _masked(draft: Draft, people: Sequence[Recipient]) -> Draft:
    """Hide the middle of every number: a dry run is looked at by more people than may see them."""

    def hide(text: str) -> str:
        for one in people:
            if len(one.address) >= 7:
                text = text.replace(one.address, f"{one.address[:3]}******{one.address[-2:]}")
        return text

    return Draft(hide(draft.to), hide(draft.body), tuple((key, hide(value)) for key, value in draft.headers))
