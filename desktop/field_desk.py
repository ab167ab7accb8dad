"""Everything of the desk that has to do with the front line: phones, the outbox and its ladder. Composed here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

import resources
from data.feeds.report_kinds import ReportKind
from data.gateway.courier import Courier
from data.rules.channels import Port
from desktop.chaser import Chaser
from desktop.courier import CourierDesk
from desktop.fieldlink import FieldLink

if TYPE_CHECKING:
    from data.gateway.server import Options
    from desktop.app import Anlan


class FieldDesk(QObject):
    """The field side of one desk; made with it, started when a person works at it."""

    def __init__(self, anlan: Anlan, kinds: tuple[ReportKind, ...]) -> None:
        """Make everything; nothing listens and nothing leaves yet."""
        super().__init__(anlan)
        self._desk = anlan
        self._kinds = kinds
        room, keeping, background, clock = anlan.room, anlan.keeping, anlan.background, anlan.clock
        due_h = {(kind.category, kind.kind): kind.due_h for kind in kinds}
        self.link = FieldLink(room, keeping, background, clock, due_h, self._options, self)
        self.courier = CourierDesk(
            Courier(Port(), lambda: room.situation, sender=self.tr("花园口镇防汛指挥部")),
            keeping.run,
            background.tell,
            room.do,
            lambda: room.situation,
            clock.now,
            self,
        )
        self.chaser = Chaser(lambda: room.situation, room.do, self)
        self._started = False

    def start(self) -> None:
        """Let phones in, let out what waits, and chase who does not answer."""
        if self._started:
            return
        self._started = True
        self.link.start()
        self._desk.room.changed.connect(self.courier.show_situation)
        self.courier.start()
        self._desk.clock.ticked.connect(self.chaser.tick)

    def close(self) -> None:
        """End everything; the store is still open."""
        if self._started:
            self.link.close()
            self.courier.close()

    def _options(self) -> Options:
        from data.gateway.server import Options
        from data.gateway.static import listed

        settings = self._desk.settings
        numbers = ((self.tr("镇防汛办"), settings.desk_tel, ""),) if settings.desk_tel else ()
        return Options(
            certificates=self._desk.home / "gateway",
            trust_folder=resources.path("phone/trust"),
            phone_files=listed(resources.path("phone")),
            call_files=listed(resources.path("call"), "/call/", "call.html"),
            address=settings.field_address or "127.0.0.1",
            kinds=tuple((kind.category, kind.kind, kind.urgency) for kind in self._kinds),
            numbers=numbers,
        )


