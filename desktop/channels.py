"""The outward channels of this desk: loaded and changed off the UI thread, the port for the courier made of them."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from data.gateway.channels.build import ChannelTrouble, address_in, build, listener, missing_files
from data.gateway.channels.catalogue import KINDS, Fault, Setup, pairs_of, secret_name
from data.gateway.channels.cot_link import TakLink
from data.gateway.channels.dingtalk_stream import LineState, StreamConfig
from data.gateway.channels.setup_file import FILE, Book, load, save
from data.gateway.channels.standing import Ledger, Standing, Watched
from data.gateway.courier import phone_of
from data.gateway.dry_run import Going, dry_run
from data.gateway.secrets_box import SecretsBox, SecretsTrouble, open_box
from data.model.dispatch import Channel, Push
from data.model.situation import Situation
from data.model.steps import Realm
from data.rules.channels import Carrier, Delivery, Message, Port, Recipient

LOG = logging.getLogger("channels")
T = TypeVar("T")
Listener = tuple[StreamConfig, str] | TakLink
FIRST_LOAD_S = 30.0
NOT_LIVE, NOT_READY = "not_live", "not_ready"
"""Why a test was not sent."""


@dataclass(frozen=True, slots=True)
class _Loaded:
    """All that came of one look at the file and the secrets."""

    book: Book
    standings: tuple[Standing, ...]
    port: Port
    carriers: Mapping[str, Carrier]
    made_of: Mapping[str, tuple[Setup, Mapping[str, str]]] = field(repr=False)  # secrets are in it
    listeners: Mapping[str, Listener] = field(repr=False)


class ChannelSet(QObject):
    """The channels. What blocks (file, keyring, tests) runs on a hand of its own, so that nothing else waits for it.

    `tell` runs a call on the UI thread. `port` and `address` may be called from any thread.

    Signals:
        changed: the channels, or how they stand, have changed; see `standings` and `faults`.
        failed: code and words of the system why the settings could not be read or written.

    """

    changed = Signal()
    failed = Signal(str, str)

    def __init__(
        self,
        home: Path,
        tell: Callable[[Callable[[], None]], None],
        clock: Callable[[], datetime],
        parent: QObject | None = None,
        *,
        box: Callable[[Path], SecretsBox] = open_box,
    ) -> None:
        """Make ready; `start` loads."""
        super().__init__(parent)
        self._path, self._home, self._tell, self._clock, self._open_box = home / FILE, home, tell, clock, box
        self._box: SecretsBox | None = None
        self._ledger = Ledger()
        self._lines: dict[str, tuple[LineState, str]] = {}
        self._loaded = _Loaded(Book(), (), Port(), {}, {}, {})
        self._ready = threading.Event()
        self._hand = ThreadPoolExecutor(max_workers=1, thread_name_prefix="channels")

    # ── life ──

    def start(self) -> None:
        """Load for the first time."""
        self.reload()

    def reload(self) -> None:
        """Look at file and secrets again."""
        self._run(self._load, self._say)

    def close(self) -> None:
        """End; what has been begun is finished."""
        self._ready.set()
        self._hand.shutdown(wait=True, cancel_futures=True)

    # ── what others ask ──

    def port(self) -> Port:
        """Return the newest port; at the start wait until there is one. Not for the UI thread."""
        self._ready.wait(FIRST_LOAD_S)
        return self._loaded.port

    def port_now(self) -> Port:
        """Return the newest port at once: what the UI thread shows may be without channels that are still loading."""
        return self._loaded.port

    def address(self, now: Situation, person: str, carrier: str) -> str:
        """Return where a carrier finds a person."""
        setup = self._loaded.book.setup(carrier)
        return phone_of(now, person, carrier) if setup is None else address_in(setup, now, person)

    def names(self) -> tuple[tuple[str, str], ...]:
        """Return name and title of every channel."""
        return tuple((one.name, one.title or one.name) for one in self._loaded.book.setups)

    def broadcasts(self) -> tuple[tuple[str, str], ...]:
        """Return name and title of the channels in service that tell a group or everybody at once."""
        ready = self._loaded.carriers
        found = (one for one in self._loaded.book.setups if one.name in ready and KINDS[one.kind].at_once)
        return tuple((one.name, one.title or one.name) for one in found)

    def addresses(self, name: str) -> Mapping[str, str]:
        """Return the single addresses that a channel lists, by person."""
        setup = self._loaded.book.setup(name)
        return {} if setup is None else dict(pairs_of(dict(setup.values).get("addresses", ())))

    def carrier(self, name: str) -> Carrier | None:
        """Return the carrier of a channel that is in service."""
        return self._loaded.carriers.get(name)

    def listeners(self) -> Mapping[str, Listener]:
        """Return what is to be listened to, by channel."""
        return self._loaded.listeners

    def faults(self) -> tuple[Fault, ...]:
        """Return all that is wrong with the file."""
        return self._loaded.book.faults

    def standings(self) -> tuple[Standing, ...]:
        """Return how every channel stands, without what the outbox counts."""
        found: list[Standing] = []
        for one in self._loaded.standings:
            state, why = self._lines.get(one.name, ("", ""))
            line = str(state) if one.name in self._loaded.listeners else ""
            found.append(replace(one, past=self._ledger.of(one.name), line=line, line_why=why))
        return tuple(found)

    # ── what the operator asks ──

    def show_line(self, name: str, state: LineState, why: str) -> None:
        """Learn how a line that is listened to stands."""
        self._lines[name] = (state, why)
        self.changed.emit()

    def keep(self, setup: Setup, secrets: Mapping[str, str | None]) -> None:
        """Add or replace a channel; a secret that is None is forgotten, one that is not named stays."""

        def kept() -> _Loaded:
            for key, secret in secrets.items():
                if secret is None:
                    self._secrets().forget(secret_name(setup.name, key))
                else:
                    self._secrets().put(secret_name(setup.name, key), secret)
            setups = load(self._path).setups
            known = any(one.name == setup.name for one in setups)
            changed = [setup if one.name == setup.name else one for one in setups]
            save(self._path, changed if known else [*changed, setup], self._clock())
            return self._load()

        self._run(kept, self._say)

    def remove(self, name: str) -> None:
        """Take a channel out, and forget its secrets."""

        def removed() -> _Loaded:
            save(self._path, [one for one in load(self._path).setups if one.name != name], self._clock())
            for kept in self._secrets().names():
                if kept.startswith(secret_name(name, "")):
                    self._secrets().forget(kept)
            return self._load()

        self._run(removed, self._say)

    def test(
        self, name: str, address: str, text: str, realm: Realm, then: Callable[[tuple[Delivery, ...] | str], None]
    ) -> None:
        """Send a test to one address, live only; `then` gets what came of it, or why nothing was sent."""
        if realm is not Realm.LIVE:
            then(NOT_LIVE)
            return

        def sent() -> tuple[Delivery, ...] | str:
            if name not in self._loaded.carriers:
                return NOT_READY
            message = Message(f"test-{uuid4().hex[:12]}", text, realm=realm, sent_at=self._clock())
            return self._loaded.port.send(name, message, (Recipient("self", address),), realm)

        def told(found: tuple[Delivery, ...] | str) -> None:
            then(found)
            self.changed.emit()

        self._run(sent, told)

    def dry_run(self, push: Push, now: Situation, sender: str, then: Callable[[tuple[Going, ...]], None]) -> None:
        """Return what a push would send through every channel that is in service; sends nothing."""

        def composed() -> tuple[Going, ...]:
            carriers = tuple(self._loaded.carriers.values())
            rungs = tuple(dict.fromkeys(one.channel for one in carriers if one.channel is not Channel.BROADCAST))
            public = tuple(one.name for one in carriers if one.channel is Channel.BROADCAST)
            all_ways = replace(push, ladder=rungs, broadcast=public)
            goings = dry_run(self._loaded.port, all_ways, now, address=self.address, sender=sender)
            return tuple(one for one in goings if one.carrier in self._loaded.carriers)

        self._run(composed, then)

    def run(self, call: Callable[[], T]) -> Future[T]:
        """Run a call that may block on the hand of the channels."""
        return self._hand.submit(call)

    # ── on its hand ──

    def _secrets(self) -> SecretsBox:
        if self._box is None:
            self._box = self._open_box(self._home)
        return self._box

    def _load(self) -> _Loaded:
        """Make everything anew; a carrier whose settings are the same stays, with its token and its pace."""
        book, before = load(self._path), self._loaded
        carriers: dict[str, Carrier] = {}
        made_of: dict[str, tuple[Setup, Mapping[str, str]]] = {}
        listeners: dict[str, Listener] = {}
        standings: list[Standing] = []
        for setup in book.setups:
            secrets, trouble = self._secrets_of(setup)
            missing = missing_files(setup)
            if trouble is None and any(code == "no_file" for _, code in missing):
                at_fault, code = next(one for one in missing if one[1] == "no_file")
                trouble = ChannelTrouble(code, at_fault)
            if trouble is None:
                same = before.made_of.get(setup.name) == (setup, secrets) and setup.name in before.carriers
                made = before.carriers[setup.name] if same else build(setup, secrets)
                if isinstance(made, ChannelTrouble):
                    trouble = made
                else:
                    carriers[setup.name] = made if same else Watched(made, self._ledger, self._clock)
                    made_of[setup.name] = (setup, secrets)
                    heard = listener(setup, secrets)
                    if heard is not None and not isinstance(heard, ChannelTrouble):
                        listeners[setup.name] = heard
            standings.append(Standing(setup, trouble, book.faults_of(setup.name), tuple(secrets), missing))
        return _Loaded(book, tuple(standings), Port(carriers.values()), carriers, made_of, listeners)

    def _secrets_of(self, setup: Setup) -> tuple[dict[str, str], ChannelTrouble | None]:
        found: dict[str, str] = {}
        if setup.kind not in KINDS:
            return found, ChannelTrouble("unknown_kind", "kind")
        try:
            for one in KINDS[setup.kind].secrets:
                secret = self._secrets().get(secret_name(setup.name, one.key))
                if secret:
                    found[one.key] = secret
        except SecretsTrouble as trouble:
            return {}, ChannelTrouble(f"secrets_{trouble.code}")
        return found, None

    # ── back on the UI thread ──

    def _say(self, _loaded: _Loaded) -> None:
        self.changed.emit()

    def _run(self, call: Callable[[], T], then: Callable[[T], None]) -> None:
        def over(done: Future[T]) -> None:
            if done.cancelled():
                return
            error = done.exception()
            if error is None:
                value = done.result()
                if isinstance(value, _Loaded):
                    self._loaded = value  # at once: the courier asks from its own threads
                    self._ready.set()
                self._tell(lambda: then(value))
            else:
                self._ready.set()
                self._tell(lambda: self._fail(error))

        self._hand.submit(call).add_done_callback(over)

    def _fail(self, error: BaseException) -> Any:
        if isinstance(error, SecretsTrouble):
            self.failed.emit(f"secrets_{error.code}", "")
        elif isinstance(error, OSError):
            self.failed.emit("disk", error.strerror or type(error).__name__)
        else:
            raise error
