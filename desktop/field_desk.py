"""Everything of the desk that has to do with the front line: phones, the outbox and its ladder. Composed here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

import resources
from data.feeds.report_kinds import ReportKind
from data.gateway.courier import Courier
from data.rules.channels import Port
from desktop.background import Background
from desktop.channel_desk import ChannelDesk
from desktop.chaser import Chaser
from desktop.clock import DeskClock
from desktop.courier import CourierDesk
from desktop.fieldlink import FieldLink
from desktop.keeping import Keeping
from desktop.room import Room
from desktop.settings import Settings

if TYPE_CHECKING:
    from data.gateway.server import Options

FOLDER = "gateway"
PHONES_PORT, TRUST_PORT = 8843, 8880


class FieldDesk(QObject):
    """The field side of one desk, with or without a window; made with it, started when a person works at it.

    `ports` may be changed before the start: phones, help page, call page; 0 = any that is free.
    """

    def __init__(
        self,
        room: Room,
        keeping: Keeping,
        background: Background,
        clock: DeskClock,
        *,
        kinds: tuple[ReportKind, ...],
        home: Path,
        settings: Callable[[], Settings],
        parent: QObject | None = None,
    ) -> None:
        """Make everything; nothing listens and nothing leaves yet."""
        super().__init__(parent)
        self._room, self._clock, self._kinds = room, clock, kinds
        self._home, self._settings = home, settings
        self.ports: tuple[int, int, int] = (PHONES_PORT, TRUST_PORT, 0)
        due_h = {(kind.category, kind.kind): kind.due_h for kind in kinds}
        sender = self.tr("花园口镇防汛指挥部")
        self.channels = ChannelDesk(room, keeping, background, clock, home, due_h, self)
        self.channels.signed_by = sender
        ways = self.channels.channels
        self.link = FieldLink(room, keeping, background, clock, due_h, self._options, self)
        self.courier = CourierDesk(
            Courier(ways.port, lambda: room.situation, address=ways.address, sender=sender),
            keeping.run,
            background.tell,
            room.do,
            lambda: room.situation,
            clock.now,
            self,
        )
        self.chaser = Chaser(lambda: room.situation, room.do, self)
        self._started = False

    def port(self) -> Port:
        """Return the way out as it is set up now; from any thread."""
        return self.channels.channels.port_now()

    @property
    def folder(self) -> Path:
        """Where keys and certificates of the field link lie."""
        return self._home / FOLDER

    def start(self) -> None:
        """Let phones in, let out what waits, and chase who does not answer."""
        if self._started:
            return
        self._started = True
        self.link.start()
        self.channels.start()
        self._room.changed.connect(self.courier.show_situation)
        self.courier.start()
        self._clock.ticked.connect(self.chaser.tick)

    def close(self) -> None:
        """End everything; the store is still open."""
        self.channels.close()  # first: the courier's threads may be waiting for what it loads
        if self.link.started:  # also by itself, for pictures of a call
            self.link.close()
        if self._started:
            self.courier.close()

    def _options(self) -> Options:
        from data.gateway.links import Ports
        from data.gateway.server import Options
        from data.gateway.static import listed

        settings = self._settings()
        numbers = ((self.tr("镇防汛办"), settings.desk_tel, ""),) if settings.desk_tel else ()
        return Options(
            certificates=self.folder,
            trust_folder=resources.path("phone/trust"),
            phone_files=listed(resources.path("phone")),
            call_files=listed(resources.path("call"), "/call/", "call.html"),
            address=settings.field_address or "127.0.0.1",
            ports=Ports(*self.ports),
            names=(settings.certificate_name,) if settings.certificate_name else (),
            own_certificate=(Path(settings.certificate_file), Path(settings.certificate_key))
            if settings.certificate_file
            else None,
            kinds=tuple((kind.category, kind.kind, kind.urgency) for kind in self._kinds),
            numbers=numbers,
        )
