"""What the gateway asks of the desk, and what it tells it. All of it may be called from the gateway's thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from data.model.field import Inbound, Position


@dataclass(frozen=True, slots=True)
class EnrolmentAsked:
    """A phone showed a valid code and waits for the operator; both sides show `number`."""

    pending: str
    person: str
    role: str
    name: str  # what the phone calls itself
    number: str


@dataclass(frozen=True, slots=True)
class PhonesOnline:
    """Which phones have an open line now, by device id."""

    devices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LinkTrouble:
    """Something of the link failed: a code, and what it is about (escaped, never a secret). Empty code = over."""

    code: str
    detail: str = ""


NOTICES = frozenset({"left_out", "ca_remade", "ca_missing", "ca_not_yet", "ca_ends_soon", "ends_soon", "ca_unreadable"})
"""Codes that the operator should hear although the link works; all others mean that something does not."""


@dataclass(frozen=True, slots=True)
class LinkOpened:
    """Where the gateway listens now, and the certificate that it shows there; empty where it does not listen."""

    phones: str  # https://…
    trust: str  # http://…
    desk: str  # http://127.0.0.1:…
    fingerprint: str = ""
    own_authority: bool = False  # else the house brought a certificate that phones know
    until: datetime | None = None  # when the certificate ends
    notices: tuple[LinkTrouble, ...] = ()


@dataclass(frozen=True, slots=True)
class CallEvent:
    """Something of a video call that the journal or the operator must know.

    `what`: incoming, joined, refused, missed, left, failed, fallback. `person` is who it is about.
    """

    call: str
    what: str
    device: str
    person: str
    about: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class PhoneLeft:
    """A person signed his phone off by himself; the desk takes DeviceRevoked."""

    device: str


Event = PhoneLeft | EnrolmentAsked | PhonesOnline | LinkTrouble | LinkOpened | CallEvent


@dataclass(frozen=True, slots=True)
class Desk:
    """Functions of the desk.

    `keep` answers whether the message is new, once it is on disk; its future carries an exception when it is not.
    `was_kept(device, client)` answers whether a message is on disk already, also from before a restart.
    `put_file(body, name)` keeps a file and returns its SHA-256; it may block and is called in a worker thread.
    `clock` is the desk's time, `speed` how fast it runs.
    """

    keep: Callable[[Inbound], Future[bool]]
    was_kept: Callable[[str, str], Future[bool]]
    keep_positions: Callable[[Sequence[Position]], None]
    put_file: Callable[[bytes, str], str]
    file_path: Callable[[str], Path | None]
    tell: Callable[[Event], None]
    clock: Callable[[], datetime]
    speed: Callable[[], float]
