"""The field link at the desk: what phones send becomes steps, what the room knows goes to the phones."""

from __future__ import annotations

import gc
import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from data.gateway.inbound import Taking, refused, to_body
from data.gateway.ports import NOTICES, Desk, EnrolmentAsked, Event, LinkOpened, LinkTrouble, PhoneLeft, PhonesOnline
from data.model.field import Inbound, Position
from data.model.field_steps import DeviceEnrolled, DeviceRevoked
from data.model.situation import Situation, Touched
from data.model.steps import Step
from data.rules.places import PlaceNames, place_names
from data.rules.rights import SYSTEM
from desktop.background import Background
from desktop.clock import DeskClock
from desktop.keeping import Keeping
from desktop.room import Room

if TYPE_CHECKING:
    from data.gateway.server import Gateway, Options

LOG = logging.getLogger("field")

GATHER_MS = 50
"""What arrives within this time is taken and shown together: 20 times a second is live to the eye."""
GATEWAY_FAILED = "gateway_failed"
LOOK_MS = 2000
"""How often to look whether phones that wait to be let in still do."""
STAYING = 2000
"""After so many messages what they have become is taken out of the search for reference cycles: it stays, it makes no
cycles, and searching through ten thousand reports stops every thread for a sixth of a second."""
SLICE_S = 0.02
"""Longest time in one go for taking messages; the rest waits for the next turn of the event loop."""


class FieldLink(QObject):
    """Phones on one side, the room on the other.

    Signals:
        told: an event of the gateway (data/gateway/ports.py), or None when what this object tells has changed.
        moved: positions that arrived, in a tuple.
        taken: how many messages became steps together.

    """

    told = Signal(object)
    moved = Signal(object)
    taken = Signal(int)

    def __init__(
        self,
        room: Room,
        keeping: Keeping,
        background: Background,
        clock: DeskClock,
        due_h: Mapping[tuple[str, str], float],
        options: Callable[[], Options],
        parent: QObject | None = None,
    ) -> None:
        """Make the link; `start` opens it, with the options that it asks for then."""
        super().__init__(parent)
        self._room, self._keeping, self._background, self._clock = room, keeping, background, clock
        self._due_h = due_h
        self._names: PlaceNames | None = None  # made when the first report comes, and anew after an import
        self._lock = threading.Lock()
        self._arrived: deque[Inbound] = deque()
        self._points: list[Position] = []
        self._woken = False
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.timeout.connect(self._take_some)
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._forget_gone)
        self._intake = keeping.intake(self._on_kept, self._on_moved)
        self._options = options
        self._made: Gateway | None = None
        self._taken = 0  # messages since what is there was last let stay
        self.started = False
        self.gateway: Gateway | None = None
        self.opened: LinkOpened | None = None
        self.trouble: LinkTrouble | None = None
        self.online: tuple[str, ...] = ()
        self.asked: dict[str, EnrolmentAsked] = {}  # phones that wait for the operator, by invitation
        self.heard: dict[str, datetime] = {}  # when a phone was last heard of, by the machine's clock

    # ── life ──

    def start(self) -> None:
        """Take what an earlier session left untaken, then let phones in; the server is made off this thread."""
        self.started = True
        self._keeping.ask(lambda store: store.field.last_heard(), self._learn_heard, self._on_fault)
        self._keeping.ask(lambda store: store.field.pending(100_000), self._take_left_over, self._on_fault)
        now = self._room.situation
        self._background.run(lambda: self._make(now), self._begin, self._on_not_made)

    def _make(self, now: Situation) -> Gateway:
        from data.gateway.server import Gateway

        store, clock = self._keeping.store, self._clock
        desk = Desk(
            self._intake.keep,
            lambda device, client: self._keeping.run(lambda store: store.field.was_kept(device, client)),
            self._intake.keep_positions,
            store.put_file,
            store.file_path,
            lambda event: self._background.tell(lambda: self._on_told(event)),
            clock.now,
            lambda: float(clock.speed),
        )
        self._made = Gateway(desk, self._options())
        self._made.show(now)
        self._made.start()
        return self._made

    def _begin(self, gateway: Gateway) -> None:
        self.gateway = gateway
        _let_stay()
        gateway.show(self._room.situation)
        self._room.changed.connect(self._on_changed)
        self.told.emit(None)

    def close(self) -> None:
        """Let nobody in any more. The background has ended before, so that nothing is being made."""
        self._gather.stop()
        self._look.stop()
        self.gateway = None
        if self._made is not None:
            self._made.stop()
        gc.unfreeze()

    # ── wishes of the operator ──

    def confirm(self, pending: str) -> bool:
        """Let a waiting phone in; False when it waits no more."""
        from data.gateway.enrol import EnrolTrouble

        self.asked.pop(pending, None)
        if self.gateway is None:
            return False
        try:
            device = self.gateway.confirm(pending)
        except EnrolTrouble as trouble:
            LOG.info("a phone was not let in: %s", trouble.code)
            self.told.emit(None)
            return False
        done = self._room.do(DeviceEnrolled(device))
        self.told.emit(None)
        return done

    def refuse(self, pending: str) -> None:
        """Send a waiting phone away."""
        from data.gateway.enrol import EnrolTrouble

        self.asked.pop(pending, None)
        if self.gateway is not None:
            try:
                self.gateway.refuse(pending)
            except EnrolTrouble as trouble:
                LOG.info("nobody to send away: %s", trouble.code)
        self.told.emit(None)

    def revoke(self, device: str, reason: str) -> None:
        """Shut a phone out; what it holds is wiped when it next asks."""
        if self._room.do(DeviceRevoked(device, reason)) and self.gateway is not None:
            self.gateway.revoke(device)

    def _forget_gone(self) -> None:
        """Forget phones that gave up waiting, or waited too long."""
        from data.gateway.enrol import Stage

        shown = () if self.gateway is None else self.gateway.invitations()
        waiting = {one.id for one in shown if one.stage is Stage.WAITING}
        gone = [pending for pending in self.asked if pending not in waiting]
        for pending in gone:
            del self.asked[pending]
        if not self.asked:
            self._look.stop()
        if gone:
            self.told.emit(None)

    # ── on the store's thread ──

    def _on_kept(self, messages: Sequence[Inbound]) -> None:
        with self._lock:
            self._arrived.extend(messages)
        self._wake()

    def _on_moved(self, points: Sequence[Position]) -> None:
        with self._lock:
            self._points.extend(points)
        self._wake()

    def _wake(self) -> None:
        with self._lock:
            if self._woken:
                return
            self._woken = True
        self._background.tell(lambda: self._gather.start(GATHER_MS))

    # ── on the UI thread ──

    def _take_left_over(self, messages: list[Inbound]) -> None:
        if messages:
            LOG.warning("%d messages were kept but not taken before the last end; they are taken now", len(messages))
            with self._lock:
                self._arrived.extendleft(reversed(messages))  # phones may have been quicker than this answer
            self._wake()

    def _take_some(self) -> None:
        """Take what has arrived, as much as fits into a slice, and say what changed once."""
        with self._lock:
            points, self._points = self._points, []
            self._woken = False
        if points:
            for device in {point.device for point in points}:
                self._hear(device, datetime.now(UTC))
            self.moved.emit(tuple(points))
        ends, count = time.monotonic() + SLICE_S, 0
        with self._room.together():
            while self._arrived and time.monotonic() < ends:
                self._take(self._arrived.popleft())
                count += 1
        if self._arrived:
            self._gather.start(0)
        if count:
            self._taken += count
            if self._taken >= STAYING:
                self._taken = 0
                _let_stay()
            self.taken.emit(count)

    def _take(self, message: Inbound) -> None:
        self._hear(message.device, message.received_at)
        at = self._clock.now()
        now = self._room.situation
        if self._names is None or not self._names.fit(now):
            self._names = place_names(now)
        body = to_body(now, message, Taking(at, float(self._clock.speed), self._due_h, self._names))
        device = now.devices.get(message.device)
        actor = SYSTEM if device is None else device.person
        refusal = self._room.attempt(Step(message.key, at, actor, now.realm, body))
        if refusal is not None:
            kept = refused(message, refusal.code)
            self._room.attempt(Step(message.key, at, actor, now.realm, kept))

    def _on_changed(self, now: Situation, touched: Touched) -> None:
        _ = touched
        if self.gateway is not None:
            self.gateway.show(now)

    def _on_told(self, event: Event) -> None:
        match event:
            case LinkOpened():
                self.opened = event
            case LinkTrouble(code) if code in NOTICES:
                pass  # LinkOpened carries them
            case LinkTrouble(code):
                self.trouble = event if code else None
                if code == GATEWAY_FAILED:
                    self.opened, self.online = None, ()
            case PhonesOnline(devices):
                for device in {*self.online, *devices}:
                    self._hear(device, datetime.now(UTC))
                self.online = devices
            case EnrolmentAsked(pending):
                self.asked[pending] = event
                self._look.start()
            case PhoneLeft(device):
                self.revoke(device, self.tr("本人在手机上退出"))
            case _:
                pass
        self.told.emit(event)

    def _hear(self, device: str, at: datetime) -> None:
        known = self.heard.get(device)
        if known is None or at > known:
            self.heard[device] = at

    def _learn_heard(self, heard: dict[str, datetime]) -> None:
        for device, at in heard.items():
            self._hear(device, at)
        self.told.emit(None)

    def _on_not_made(self, error: BaseException) -> None:
        """Show first that nobody can reach us."""
        self._on_told(LinkTrouble(GATEWAY_FAILED))
        raise error

    def _on_fault(self, error: BaseException) -> None:
        raise error


def _let_stay() -> None:
    """Spare what is there the search for cycles; what has just become garbage goes first."""
    gc.collect(0)
    gc.freeze()
