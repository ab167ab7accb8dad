"""The outbox: what is to leave the desk, one line for one recipient on one rung of a push's ladder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from data.model.dispatch import Channel
from data.model.steps import Realm


class OutState(StrEnum):
    """Life of a line."""

    WAITING = "waiting"  # to be sent, or to be tried again
    SENT = "sent"  # a carrier took it over
    DEAD = "dead"  # no carrier took it; may be sent again by hand
    MOOT = "moot"  # the person had answered, or the push was retracted, before it went


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One line. `person` is empty and `carrier` named for what goes to everybody at once (robot, CAP feed …)."""

    id: str
    push: str
    person: str
    channel: Channel
    realm: Realm
    made_at: datetime
    carrier: str = ""
    retracts: bool = False


@dataclass(frozen=True, slots=True)
class OutLine:
    """A line as it stands. `error` is a short code, never an address or a secret."""

    outgoing: Outgoing
    state: OutState
    tries: int
    next_at: datetime
    error: str = ""
    ref: str = ""
    via: str = ""  # carrier that took it, or tried last
