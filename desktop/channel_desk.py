"""The channels at the desk: their settings, what comes in by them, and the tab where a person looks after them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from data.gateway.channels.catalogue import Setup
from data.gateway.channels.dingtalk_app import WorkNotice
from data.gateway.channels.dingtalk_stream import Inbound, LineState
from data.gateway.channels.heard import key_of, person_of, written
from data.gateway.channels.http import Trouble
from data.gateway.channels.standing import Watched, tallies
from data.model.dispatch import Channel, Push
from data.model.field import Position
from data.model.outbox import OutState
from data.model.people import Right
from data.model.steps import NoteWritten, Step
from data.rules.channels import Delivery
from data.rules.rights import SYSTEM
from data.store.errors import StoreTrouble
from desktop.background import Background
from desktop.channels import ChannelSet
from desktop.clock import DeskClock
from desktop.courier import CourierDesk
from desktop.keeping import Keeping
from desktop.listening import Hearers, Listening, ears_of
from desktop.room import Room
from views.words import BEIJING

if TYPE_CHECKING:
    from views.channels import ChannelsTab

LOG = logging.getLogger("channels")

TAKE_S = 8.0
"""So long a message that came in may take to its place on the disk; then it is left to the other side to repeat."""
LOOK_MS = 400
MOST_LINES, COUNTED_LINES = 2000, 50_000


class ChannelDesk(QObject):
    """Everything outward of one desk.

    Signals:
        moved: positions that TAK told, in a tuple; to be shown on the map and kept nowhere.
        heard: what came in for the operator to see, in words.

    """

    moved = Signal(object)
    heard = Signal(str)

    def __init__(
        self,
        room: Room,
        keeping: Keeping,
        background: Background,
        clock: DeskClock,
        home: Path,
        due_h: Mapping[tuple[str, str], float],
        parent: QObject | None = None,
    ) -> None:
        """Make everything; nothing is loaded and nothing listens yet."""
        super().__init__(parent)
        self._room, self._keeping, self._background, self._clock = room, keeping, background, clock
        self._due_h = dict(due_h)
        self.signed_by = ""
        self.channels = ChannelSet(home, background.tell, clock.now, self)
        self.listening = Listening(Hearers(self._on_moved, self._on_line))
        self._mobiles: dict[tuple[str, str], str] = {}
        self._tab: ChannelsTab | None = None
        self._courier: CourierDesk | None = None
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._ask_outbox)

    def start(self) -> None:
        """Load the channels, and listen where they ask for it."""
        self.channels.changed.connect(self._listen)
        self.channels.start()

    def close(self) -> None:
        """End everything; before the store is closed."""
        self._look.stop()
        self.listening.close()
        self.channels.close()

    # ── the tab ──

    def adopt(self, tab: ChannelsTab, courier: CourierDesk) -> None:
        """Serve a tab."""
        self._tab, self._courier = tab, courier
        tab.keep_requested.connect(self._keep_setup)
        tab.remove_requested.connect(self._remove)
        tab.dry_run_requested.connect(self._dry_run)
        tab.test_requested.connect(self._test)
        tab.outbox_requested.connect(self._ask_outbox)
        tab.send_again_requested.connect(self._send_again)
        self.channels.changed.connect(self._show)
        self.channels.failed.connect(tab.show_failed)
        courier.settled.connect(self._on_settled)
        self._show()

    def _show(self) -> None:
        if self._tab is not None:
            self._tab.show_standings(self.channels.standings(), self.channels.faults())

    def _may(self) -> bool:
        """Whether the person at the desk may change the channels; the tab offers it to nobody else."""
        now = self._room.situation
        user = now.registers.users.get(now.user)
        return user is None or user.may(Right.CONFIGURE)

    def _keep_setup(self, setup: Setup, secrets: Mapping[str, str | None]) -> None:
        if not self._may():
            return
        self.channels.keep(setup, secrets)
        self._note(self.tr("发送渠道已修改：{0}").format(setup.title or setup.name))

    def _remove(self, name: str) -> None:
        if not self._may():
            return
        self.channels.remove(name)
        self._note(self.tr("发送渠道已移除：{0}").format(dict(self.channels.names()).get(name, name)))

    def _note(self, text: str) -> None:
        self._room.do(NoteWritten(text))

    def _dry_run(self, name: str) -> None:
        """Show what the newest push would send by a channel, or a sample where there is none yet."""
        tab, now = self._tab, self._room.situation
        if tab is not None:
            newest = max(now.pushes.values(), key=lambda one: one.created_at, default=None)
            push = self._sample() if newest is None else newest
            self.channels.dry_run(push, now, self.signed_by, lambda goings: tab.show_goings(name, goings, push.title))

    def _sample(self) -> Push:
        now = self._room.situation
        people = tuple(row.id for row in now.registers.staff)[:3]
        text = self.tr("这是发送渠道的样例，用来查看发出的格式。")
        return Push("sample", self.tr("样例"), text, text, now.user, self._clock.now(), people, (Channel.SCREEN,))

    def _test(self, name: str, address: str) -> None:
        tab, room = self._tab, self._room
        title = dict(self.channels.names()).get(name, name)

        def told(found: tuple[Delivery, ...] | str) -> None:
            if tab is not None:
                tab.show_test(name, found)
            self._note(self.tr("发送渠道测试：{0}").format(title))

        at = self._clock.now().astimezone(BEIJING)
        text = self.tr("【测试】安澜席位渠道测试 {0}，收到请忽略。").format(f"{at:%m-%d %H:%M}")
        self.channels.test(name, address, text, room.realm, told)

    def _send_again(self, ids: Sequence[str]) -> None:
        if self._courier is not None:
            self._courier.send_again(ids)
            self._look.start()

    def _on_settled(self, _pushes: object) -> None:
        if self._tab is not None and self._tab.isVisible() and not self._look.isActive():
            self._look.start()

    def _ask_outbox(self) -> None:
        tab, midnight = self._tab, _midnight(self._clock.now())
        if tab is None:
            return
        self._keeping.ask(
            lambda store: (
                store.field.lines((OutState.WAITING, OutState.DEAD), limit=MOST_LINES),
                tallies(store.field.lines(limit=COUNTED_LINES), midnight),
            ),
            lambda found: tab.show_outbox(*found),
            self._on_fault,
        )
        self._show()

    def _on_fault(self, error: BaseException) -> None:
        if self._tab is None or not isinstance(error, StoreTrouble):
            raise error
        self._tab.show_failed("disk", error.code)

    # ── what comes in ──

    def _listen(self) -> None:
        self.listening.listen_to(ears_of(self.channels.listeners(), self._keep))

    def _on_moved(self, points: tuple[Position, ...]) -> None:
        self._background.tell(lambda: self.moved.emit(tuple(map(self._in_desk_time, points))))

    def _in_desk_time(self, point: Position) -> Position:
        """TAK tells the time of the world; a position is as old on a desk whose clock plays a flood again."""
        age = max(datetime.now(UTC) - point.at, timedelta())
        return replace(point, at=self._clock.now() - age)

    def _on_line(self, name: str, state: LineState, why: str) -> None:
        self._background.tell(lambda: self.channels.show_line(name, state, why))

    async def _keep(self, name: str, inbound: Inbound) -> bool:
        """Bring a message to the room, and say whether it is in the journal; else the other side says it again."""
        key = key_of(name, inbound)
        try:
            if await self._journaled(key):
                return True
            mobile = await asyncio.to_thread(self._mobile, name, inbound.sender_id)
            taken: Future[bool] = Future()
            self._background.tell(lambda: self._take(taken, name, inbound, mobile))
            async with asyncio.timeout(TAKE_S):
                await asyncio.wrap_future(taken)
                while not await self._journaled(key):
                    await asyncio.sleep(0.05)
        except (TimeoutError, StoreTrouble, RuntimeError):
            LOG.warning("a message of %s could not be kept yet", name)
            return False
        return True

    async def _journaled(self, key: str) -> bool:
        return key in await asyncio.wrap_future(self._keeping.run(lambda store: store.known([key])))

    def _mobile(self, name: str, sender: str) -> str:
        """Ask the messenger for the number behind an account; nothing where it may not be told."""
        known = self._mobiles.get((name, sender))
        carrier = self.channels.carrier(name)
        notice = carrier.inner if isinstance(carrier, Watched) else carrier
        if known is not None or not isinstance(notice, WorkNotice) or sender in self.channels.addresses(name).values():
            return known or ""
        with notice.api.old_wire() as wire:
            told = notice.api.mobile(wire, sender)
        if isinstance(told, Trouble):
            LOG.warning("%s does not tell who writes: %s", name, told.detail)
            return ""
        self._mobiles[name, sender] = told
        return told

    def _take(self, taken: Future[bool], name: str, inbound: Inbound, mobile: str) -> None:
        """Take the step; on the UI thread."""
        if not taken.set_running_or_notify_cancel():
            return
        now, at = self._room.situation, self._clock.now()
        person = person_of(now, self.channels.addresses(name), inbound.sender_id, mobile)
        meant = written(name, inbound, person, at, self._due_h)
        refusal = self._room.attempt(Step(meant.key, at, meant.actor or SYSTEM, now.realm, meant.body))
        if refusal is not None:
            LOG.warning("a message of %s was refused: %s", name, refusal.code)
            line = NoteWritten(f"{name} {inbound.sender_name}: {inbound.text}")
            self._room.attempt(Step(meant.key, at, SYSTEM, now.realm, line))
        taken.set_result(True)
        if not isinstance(meant.body, NoteWritten):
            self.heard.emit(self.tr("钉钉 {0} 求助：{1}").format(inbound.sender_name, inbound.text))


def _midnight(now: datetime) -> datetime:
    return now.astimezone(BEIJING).replace(hour=0, minute=0, second=0, microsecond=0)
