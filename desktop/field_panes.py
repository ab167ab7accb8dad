"""The front line at a desk with a window: ladder, roll-call, timers, video calls, patrols; composed and wired here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

import resources
from data.feeds.ladder import read_ladder
from data.gateway.dry_run import dry_run
from data.gateway.ports import CallEvent, Event, PhonesOnline
from data.model.dispatch import Push
from data.model.field import PhoneRole
from desktop.calling import Calling, CallTools
from desktop.courier import lines_of
from desktop.hand_over import HandOver, Ways, open_to_phones
from desktop.patrolling import Patrolling
from desktop.phones import enrolment_link_at
from desktop.welfare import Welfare
from views import muster_words
from views.call_bar import CallBar
from views.call_media import Line
from views.call_window import CallWindow
from views.muster import MusterSheet
from views.sheet_pane import SheetPane
from views.watches import WatchesSheet

if TYPE_CHECKING:
    from desktop.app import Anlan


class FieldPanes(QObject):
    """Sheets, lines and timers of the field link."""

    def __init__(self, anlan: Anlan) -> None:
        """Make them; `wire` connects them."""
        super().__init__(anlan)
        self._desk = anlan
        theme = anlan.theme
        self.muster_sheet = MusterSheet(theme)
        self.watches_sheet = WatchesSheet(theme)
        self.call_window = CallWindow(theme)
        self.call_bar = CallBar(theme)
        self.welfare = Welfare(lambda: anlan.room.situation, self)
        self.patrolling = Patrolling(anlan.room, anlan.keeping, anlan.background, anlan.clock, self)
        tools = CallTools(self._line, self._say, self._keep, anlan.clock.now)
        self.calling = Calling(anlan.room, self.call_window, self.call_bar, tools, anlan.home / "calls", self)
        field = anlan.field
        ways = Ways(
            field.port,
            field.channels.channels.address,
            lambda: {name for name, _ in field.channels.channels.broadcasts()},
            self._page_for,
            field.channels.channels.run,
            field.channels.signed_by,
        )
        self.hand_over = HandOver(anlan.room, anlan.background, ways, anlan.clock.now, self)
        self._walking = False

    @property
    def sheets(self) -> tuple[SheetPane, ...]:
        """The sheets, to be laid over the workspace."""
        return (self.muster_sheet, self.watches_sheet, self.call_window)

    def wire(self) -> None:
        """Connect wishes and answers."""
        desk, courier, link = self._desk, self._desk.field.courier, self._desk.field.link
        desk.add_pane(self.call_bar)
        desk.window.add_line(self.call_bar)
        desk.push_sheet.show_ladder(read_ladder(resources.path("rules/ladder.csv")))
        desk.push_sheet.dry_run_requested.connect(self._dry_run)
        desk.push_board.outbox_requested.connect(self._answer_outbox)
        desk.push_board.send_again_requested.connect(self._send_again)
        courier.settled.connect(desk.push_board.on_outbox_changed)
        for sheet in (self.muster_sheet, self.watches_sheet, self.calling):
            by_phone = sheet.telephone_requested if isinstance(sheet, Calling) else sheet.call_requested
            by_phone.connect(desk.call_sheet.open_for)
        self.calling.told.connect(desk.window.show_message)
        self.call_window.link_requested.connect(self.hand_over.hand_over)
        self.hand_over.told.connect(desk.window.show_message)
        self.hand_over.refused.connect(self.call_window.show_refusal)
        self.hand_over.refused.connect(desk.window.show_message)
        for panel in (desk.dispatch, desk.finder, desk.key_people, desk.growers):
            panel.video_requested.connect(self.calling.call)
        desk.dispatch.muster_requested.connect(self.muster_sheet.open_for)
        desk.dispatch.watch_requested.connect(self.watches_sheet.open_for)
        desk.clock.ticked.connect(self.welfare.tick)
        self.welfare.changed.connect(self._on_overdue)
        link.told.connect(self._on_told)
        link.moved.connect(self.patrolling.take)
        self.patrolling.changed.connect(self._show_field)
        channels = desk.field.channels
        channels.moved.connect(self.patrolling.take)
        channels.heard.connect(desk.window.show_message)
        channels.channels.changed.connect(self._name_carriers)
        QShortcut(QKeySequence("F3"), desk.window, self.muster_sheet.open_for)
        QShortcut(QKeySequence("Shift+F3"), desk.window, self.watches_sheet.open_for)

    def start(self) -> None:
        """Bring in what the last session left: recordings cut off, walks of the day."""
        self.calling.recover()
        self.walk()

    def walk(self) -> None:
        """Read the walks of the last day, once."""
        if not self._walking:
            self._walking = True
            self.patrolling.start()

    def close(self) -> None:
        """End calls and stop telling."""
        self.calling.close()
        self.patrolling.close()

    # ── answers ──

    def _line(self) -> Line | None:
        link = self._desk.field.link
        if link.opened is None or link.gateway is None:
            return None
        return Line(f"{link.opened.desk}/call/call.html", link.gateway.desk_key)

    def _say(self, message: object) -> None:
        gateway = self._desk.field.link.gateway
        if gateway is not None:
            gateway.say_call(message)  # pyright: ignore[reportArgumentType]

    def _page_for(self, person: str) -> str:
        """Return the page on which a person is called; who has no phone here yet gets a way in, to be confirmed."""
        from data.gateway.enrol import EnrolTrouble

        link, now = self._desk.field.link, self._desk.room.situation
        opened, gateway = link.opened, link.gateway
        if opened is None or gateway is None or not open_to_phones(opened.phones):
            return ""
        if any(device.active and device.person == person for device in now.devices.values()):
            return opened.phones
        role = PhoneRole.GRID_WORKER if person in now.registers.staff.by_id else PhoneRole.OBSERVER
        try:
            _, code = gateway.invite(person, role, now.user or "desk")
        except EnrolTrouble:
            return opened.phones  # too many codes wait already: the page says whom to ask
        return enrolment_link_at(opened.phones, code)

    def _keep(
        self,
        source: bytes | Path,
        name: str,
        then: Callable[[str], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        self._desk.keeping.ask(lambda store: store.put_file(source, name), then, failed)

    def _on_told(self, event: Event | None) -> None:
        if isinstance(event, CallEvent):
            self.calling.on_event(event)
        elif isinstance(event, PhonesOnline):
            self.calling.show_online(event.devices)

    def _show_field(self) -> None:
        shown = self.patrolling.shown
        self._desk.map.show_field(shown.positions, shown.coverage, shown.tracks)

    def _dry_run(self, push: Push) -> None:
        field = self._desk.field
        address = field.channels.channels.address
        goings = dry_run(
            field.port(), push, self._desk.room.situation, address=address, sender=field.channels.signed_by
        )
        self._desk.push_sheet.show_goings(goings)

    def _name_carriers(self) -> None:
        ways = self._desk.field.channels.channels
        self._desk.push_board.show_carriers(ways.names())
        self._desk.push_sheet.show_carriers(ways.names(), [name for name, _ in ways.broadcasts()])

    def _send_again(self, ids: list[str]) -> None:
        """Let dead lines go out once more; nothing goes out of the past."""
        if self._desk.room.replaying:
            self._desk.room.refused.emit("replaying", {})
        else:
            self._desk.field.courier.send_again(ids)

    def _answer_outbox(self, push: str) -> None:
        board = self._desk.push_board
        if self._desk.room.replaying:  # how its lines stood then is not kept; attempts and answers are
            board.show_outbox(push, ())
            return
        self._desk.keeping.ask(lines_of(push), lambda lines: board.show_outbox(push, lines), self._desk.on_fault)

    def _on_overdue(self, ids: tuple[str, ...]) -> None:
        if said := muster_words.pressing(self._desk.room.situation, ids):
            self._desk.window.show_message(said)
