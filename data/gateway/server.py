"""The gateway: a thread with one event loop and three servers, started, shown to and stopped by the desk."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import threading
from collections.abc import Callable, Coroutine, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from data.gateway import app
from data.gateway.addresses import Interface, for_phones, interfaces
from data.gateway.api import Api, Shown
from data.gateway.calls import CallDesk
from data.gateway.door import DoorRules
from data.gateway.enrol import EnrolTrouble, Invitation, Invitations
from data.gateway.event_loop import loop_factory
from data.gateway.guard import Pace, Patience
from data.gateway.line import Hub
from data.gateway.links import Links, Ports
from data.gateway.log import LOG, calmed
from data.gateway.mine import Kinds
from data.gateway.ports import Desk, LinkOpened, LinkTrouble, PhonesOnline
from data.gateway.sessions import Sessions
from data.gateway.static import Pages
from data.model.field import Device, PhoneRole
from data.model.situation import Situation

HERE = "127.0.0.1"
_SHOW_S = 0.1
_NUDGE_S = 1.0
_ONLINE_S = 0.3
_STOP_S = 10.0
_NO_FILES: Mapping[str, Path] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a gateway is made of. `phone_files` and `call_files` are what is served, by path (static.listed)."""

    certificates: Path  # folder of the authority and its leaf
    trust_folder: Path  # templates of the help page
    phone_files: Mapping[str, Path] = field(default_factory=lambda: _NO_FILES)
    call_files: Mapping[str, Path] = field(default_factory=lambda: _NO_FILES)
    address: str = HERE
    ports: Ports = Ports()
    names: tuple[str, ...] = ()  # public names by which phones call
    own_certificate: tuple[Path, Path] | None = None  # chain and key of the house
    constrain: bool = True
    kinds: Kinds = ()
    numbers: Kinds = ()
    pace: Pace = Pace()
    patience: Patience = Patience()
    door: DoorRules = DoorRules()
    watch_s: float = 5.0


class Gateway:
    """The field link of one desk. Its methods may be called from any thread; none of them waits for the net."""

    def __init__(self, desk: Desk, options: Options) -> None:
        """Make ready; nothing listens yet."""
        self._desk, self._options = desk, options
        self._invitations = Invitations(lambda: datetime.now(UTC))
        self._confirmed: dict[str, str] = {}  # token hash → invitation, until the desk shows the phone
        self._latest = Situation()
        self._wake_due = threading.Event()
        self._started = threading.Event()
        self._room: _Room | None = None
        self._thread: threading.Thread | None = None
        self.desk_key = secrets.token_urlsafe(32)

    # ── life ──

    def start(self, timeout: float = 10.0) -> bool:
        """Start the thread; whether it listens, as far as it can, within the time."""
        if self._thread is not None:
            raise RuntimeError("the gateway was started before")
        self._thread = threading.Thread(target=self._run, name="field-gateway")
        self._thread.start()
        return self._started.wait(timeout) and self._room is not None

    def stop(self) -> bool:
        """Say good-bye to all phones and end the thread; whether it ended."""
        thread, room = self._thread, self._room
        if thread is None:
            return True
        if room is not None:
            self._soon(room.stopping.set)
        thread.join(_STOP_S)
        return not thread.is_alive()

    def _run(self) -> None:
        try:
            with calmed(), asyncio.Runner(loop_factory=loop_factory()) as runner:
                runner.run(self._main())
        except Exception:  # noqa: BLE001 - our own fault: recorded loudly, and the operator sees that the link is down
            LOG.exception("the gateway ended")
            self._desk.tell(LinkTrouble("gateway_failed"))
        finally:
            self._room = None
            self._started.set()

    async def _main(self) -> None:
        asyncio.get_running_loop().set_exception_handler(_unhandled)
        room = _Room(self._desk, self._options, self._invitations, self.desk_key)
        room.take(self._latest, self._confirmed)  # before anybody is heard: a phone not known would take it for good
        await room.links.start()
        self._room = room
        self._started.set()
        await room.until_stopped()

    # ── what the desk shows and says ──

    def show(self, now: Situation) -> None:
        """Take the newest situation: cheap, as often as the desk likes."""
        self._latest = now
        if not self._wake_due.is_set():
            self._wake_due.set()
            if not self._soon(self._wake_later):
                self._wake_due.clear()

    def _wake_later(self) -> None:
        asyncio.get_running_loop().call_later(_SHOW_S, self._look)

    def _look(self) -> None:
        self._wake_due.clear()
        if self._room is not None:
            self._room.take(self._latest, self._confirmed)

    def invite(self, person: str, role: PhoneRole, by: str = "") -> tuple[Invitation, str]:
        """Return an invitation and its one-time code for the QR; EnrolTrouble when too many are open."""
        return self._invitations.invite(person, role.value, by)

    def invitations(self) -> tuple[Invitation, ...]:
        """Return invitations that are open, under way or just ended."""
        return self._invitations.listed()

    def confirm(self, pending: str) -> Device:
        """Let a waiting phone in: the desk takes DeviceEnrolled(device), then shows the situation that holds it.

        Only then the phone gets its cookie. EnrolTrouble when the phone no longer waits.
        """
        invitation, token_hash = self._invitations.confirm(pending)
        self._confirmed[token_hash] = invitation.id
        return Device(
            f"phone-{secrets.token_hex(6)}",
            invitation.person,
            PhoneRole(invitation.role),
            invitation.device_name,
            token_hash,
            self._desk.clock(),
            invitation.by,
        )

    def refuse(self, pending: str) -> None:
        """Send a waiting phone away, or void an open code; EnrolTrouble when there is none."""
        self._invitations.refuse(pending)

    def revoke(self, device: str) -> None:
        """Let a phone speak no more from this moment; the desk takes DeviceRevoked besides."""
        room = self._room
        if room is not None:
            self._soon(lambda: room.bar(device))

    def say_call(self, message: Mapping[str, object]) -> None:
        """Say something to the video calls as the desk does (docs/field-api.md, call messages)."""
        room = self._room
        if room is not None:
            self._soon(lambda: room.calls.from_desk(message))

    # ── where it listens ──

    def addresses(self) -> tuple[Interface, ...]:
        """Return the addresses at which phones might reach this machine, the likeliest first."""
        return for_phones(interfaces())

    def open(self, address: str) -> Future[LinkOpened]:
        """Listen for phones at an address of this machine; trouble is told besides as LinkTrouble."""
        return self._do(lambda room: room.links.open(address))

    def close_interface(self) -> Future[LinkOpened]:
        """Be there for this machine only."""
        return self.open(HERE)

    def swap_certificate(self) -> Future[LinkOpened]:
        """Look at the certificate again and show a new one where need be, without dropping anybody."""
        return self._do(lambda room: room.links.swap())

    def _do(self, what: Callable[[_Room], Coroutine[Any, Any, LinkOpened]]) -> Future[LinkOpened]:
        room = self._room
        if room is None:
            failed: Future[LinkOpened] = Future()
            failed.set_exception(RuntimeError("the gateway does not run"))
            return failed
        return asyncio.run_coroutine_threadsafe(what(room), room.loop)

    def _soon(self, what: Callable[[], object]) -> bool:
        room = self._room
        if room is None:
            return False
        try:
            room.loop.call_soon_threadsafe(what)
        except RuntimeError:  # the loop has just ended
            return False
        return True


class _Room:
    """What lives in the gateway's loop."""

    def __init__(self, desk: Desk, options: Options, invitations: Invitations, key: str) -> None:
        self.loop = asyncio.get_running_loop()
        self.stopping = asyncio.Event()
        self._desk, self._invitations = desk, invitations
        self._sessions = Sessions()
        self._shown = Shown(kinds=options.kinds, numbers=options.numbers)
        self._hub = Hub(self._sessions, key, self._came_or_went)
        self.calls = CallDesk(self._hub.send, desk.tell, self._person_of, self._hub.addresses, self.loop.call_later)
        self._hub.connect(self.calls)
        self._api = Api(desk, self._sessions, invitations, self._shown)
        self._nudged: Situation | None = None
        self._nudging: asyncio.Task[None] | None = None
        self._online_due = False
        self.links = Links(desk, options, self._phones_app(options), app.desk(self._hub, Pages(options.call_files)))

    def _phones_app(self, options: Options) -> Any:
        return app.phones(
            self._api,
            self._hub,
            Pages(options.phone_files),
            self._sessions,
            lambda: self.links.hosts,
            options.pace,
            options.patience,
        )

    async def until_stopped(self) -> None:
        watching = self.loop.create_task(self.links.watch())
        await self.stopping.wait()
        for task in (watching, self._nudging):
            if task is not None:
                task.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await task
        self._hub.close()
        await asyncio.sleep(0.05)  # the good-byes go out
        await self.links.stop()

    def take(self, now: Situation, confirmed: dict[str, str]) -> None:
        """Take what the desk shows: phones come and go, lists change."""
        self._shown.now = now
        if self._sessions.learn(now.devices, now.realm):
            for token_hash, invitation in list(confirmed.items()):
                if self._sessions.knows(token_hash):
                    del confirmed[token_hash]
                    with contextlib.suppress(EnrolTrouble):  # it was refused or ran out meanwhile
                        self._invitations.release(invitation)
            self._hub.drop_revoked()
        if self._hub.online and self._nudging is None and now is not self._nudged:
            self._nudging = self.loop.create_task(self._nudge())

    def bar(self, device: str) -> None:
        """Let a phone speak no more."""
        self._sessions.bar(device)
        self._hub.drop(device, "revoked")

    async def _nudge(self) -> None:
        """Tell phones whose list changed to fetch it, at most once a second, and let others be served in between."""
        try:
            while self._hub.online and self._shown.now is not self._nudged:
                self._nudged = self._shown.now
                for identity in self._hub.online:
                    device = self._sessions.device(identity)
                    if device is not None:
                        self._nudge_one(device)
                    await asyncio.sleep(0)
                await asyncio.sleep(_NUDGE_S)
        finally:
            self._nudging = None

    def _nudge_one(self, device: Device) -> None:
        version = self._api.list_of(device)["version"]
        if self._api.told.get(device.id) != version:
            self._api.told[device.id] = version
            self._hub.send(device.id, {"t": "mine", "version": version})

    def _person_of(self, device: str) -> str:
        found = self._sessions.device(device)
        return "" if found is None else found.person

    def _came_or_went(self) -> None:
        if not self._online_due:
            self._online_due = True
            self.loop.call_later(_ONLINE_S, self._tell_online)

    def _tell_online(self) -> None:
        self._online_due = False
        self._desk.tell(PhonesOnline(self._hub.online))


def _unhandled(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Write down what nobody caught; that a peer vanished in the middle of a handshake is no news."""
    error = context.get("exception")
    if isinstance(error, OSError):
        LOG.debug("%s: %s", context.get("message"), error)
    else:
        LOG.error("%s", context.get("message"), exc_info=error)
