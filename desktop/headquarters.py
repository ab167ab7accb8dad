"""What a headquarters does beside watching the river: documents, briefings, wall, replay, drills. Composed here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.briefing_desk import BriefingDesk
from desktop.drill_desk import DrillDesk
from desktop.drill_office import DrillOffice
from desktop.handover_desk import HandoverDesk
from desktop.messages_desk import MessagesDesk
from desktop.paper_desk import PaperDesk
from desktop.presenter import PresenterDesk
from desktop.replay_desk import ReplayDesk
from desktop.review_desk import ReviewDesk
from desktop.wall_desk import WallDesk
from desktop.window import Workspace

if TYPE_CHECKING:
    from desktop.app import Anlan
    from views.office import OfficeWorkspace
    from views.sheet_pane import SheetPane


class Headquarters(QObject):
    """The office of one desk. Made before the window is; `wire` connects what it asks for."""

    def __init__(self, anlan: Anlan) -> None:
        """Make its parts."""
        super().__init__(anlan)
        self._desk = anlan
        self.briefing = BriefingDesk(anlan)
        self.messages = MessagesDesk(anlan)
        self.handover = HandoverDesk(anlan)
        self.papers = PaperDesk(anlan)
        self.presenter = PresenterDesk(anlan)
        self.office: OfficeWorkspace | None = None
        self.drill = DrillDesk(anlan)
        self.drill_office = DrillOffice(anlan)
        self.review = ReviewDesk(anlan)
        self.wall = WallDesk(anlan)
        self.replay = ReplayDesk(anlan)

    @property
    def sheets(self) -> tuple[SheetPane, ...]:
        """Sheets to be laid over the workspace."""
        return (self.papers.sheet,)

    @property
    def workspaces(self) -> list[Workspace]:
        """Workspaces for the rail, before system."""
        return [
            Workspace("office", self.tr("会商"), "briefing", self._make_office),
            Workspace("drill", self.tr("演练"), "drill", self.drill_office.build),
            Workspace("record", self.tr("复盘"), "record", self.review.build),
        ]

    def _make_office(self) -> OfficeWorkspace:
        """会商值班: its tabs, in their order."""
        from views.office import OfficeWorkspace

        page = self.office = OfficeWorkspace(self._desk.theme)
        page.add_tab("briefing", self.tr("会商"), self.briefing.make_page())
        page.add_tab("messages", self.tr("来文来电"), self.messages.make_page())
        page.add_tab("handover", self.tr("交接班"), self.handover.make_page())
        page.add_tab("papers", self.tr("文件"), self.papers.make_page())
        page.add_tab("presenter", self.tr("演示步骤"), self.presenter.make_page())
        self._desk.add_pane(page)
        return page

    def wire(self) -> None:
        """Connect wishes and answers."""
        self.briefing.wire()
        self.messages.wire()
        self.handover.wire()
        self.papers.wire()
        for one in (self.briefing, self.handover, self.review):
            one.paper_requested.connect(self.papers.open_for)
        self.presenter.wire()
        self.wall.wire()
        self.drill.opened.connect(self.drill_office.show_drill)
        self.replay.wire()

    @property
    def busy(self) -> bool:
        """Whether a span is scored, a document made, a past moment or the later scene of a drill on its way."""
        return self.review.busy or self.drill.busy or self.papers.busy or self.replay.busy

    def open_drill(self) -> None:
        """Begin to play the drill of this store, with exercise control in its own window."""
        self.drill.open()
        self.drill.stand_by()

    def close(self) -> None:
        """End what its parts do; the store is still open."""
        self.presenter.close()
        self.wall.close()
        self.replay.end()
        self.briefing.close()
        self.messages.close()
        self.handover.close()
        self.drill_office.close()
        self.drill.close()
        self.review.close()
