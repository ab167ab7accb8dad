"""Handovers at a desk: the situation in which the shift began is fetched, drafts are kept, Ctrl+Shift+U leads here."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from data.model.situation import Situation
from data.rules.handover import half_signed
from desktop.drafts import Drafts
from desktop.pins import pin_fits
from views import step_words

if TYPE_CHECKING:
    from data.store.store import Store
    from desktop.app import Anlan
    from views.handover import HandoverPage

DRAFTS = "handover-drafts.json"


class HandoverDesk(QObject):
    """Answers the tab 交接班.

    Signals:
        paper_requested: PaperKind, and the id of the handover it is about.

    """

    paper_requested = Signal(object, str)

    def __init__(self, anlan: Anlan) -> None:
        """Make it; the page is made when the workspace is first opened."""
        super().__init__(anlan)
        self._desk = anlan
        self._drafts: Drafts | None = None
        self.page: HandoverPage | None = None

    def make_page(self) -> HandoverPage:
        """Build the tab 交接班."""
        from views.handover import HandoverPage

        page = self.page = HandoverPage(self._desk.theme, pin_fits)
        self._drafts = Drafts(self._desk.home / DRAFTS, self._desk.background, self)
        page.show_drafts(self._drafts.texts)
        page.drafts_changed.connect(self._drafts.remember)
        page.before_requested.connect(self._answer_before)
        page.paper_requested.connect(self.paper_requested)
        page.quick_requested.connect(lambda: self._desk.pages.open_system("users"))
        return page

    def wire(self) -> None:
        """Connect what the desk says."""
        self._desk.room.refused.connect(self._on_refused)

    def close(self) -> None:
        """Write down what is still being typed."""
        if self._drafts is not None:
            self._drafts.close()

    def open(self) -> bool:
        """Bring up a new handover where a shift is on; False where nobody has the desk who could hand it over."""
        now = self._desk.room.situation
        if now.registers.users.get(now.user) is None or len(now.registers.users) < 2:
            return False
        self._desk.window.open_workspace("office")
        office = self._desk.headquarters.office
        if office is None or self.page is None:
            return False
        office.open_tab("handover")
        half = half_signed(now)
        if half is None:
            self.page.open_draft()
        else:
            self.page.open_handover(half.id)
        return True

    def _answer_before(self, since: datetime) -> None:
        page = self.page
        if page is None:
            return

        def read(store: Store) -> Situation:
            return store.situation_at(since)

        self._desk.keeping.ask(read, page.show_before, self._desk.on_fault)

    def _on_refused(self, code: str, params: Any) -> None:
        if self.page is not None and self.page.isVisible():
            self.page.show_refusal(step_words.refusal(code, params))
