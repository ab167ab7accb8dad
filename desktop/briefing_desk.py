"""Briefings at a desk: the moment is frozen, its picture is fetched again after a restart, the page is answered."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

import resources
from data.feeds.agenda import AgendaFault, read_agenda
from data.model.agenda import Agenda
from data.model.frozen import Frozen
from data.model.office import Briefing
from data.model.office_steps import BriefingOpened
from data.rules.briefing import facts
from desktop.drafts import Drafts
from desktop.pins import pin_fits
from views import step_words

if TYPE_CHECKING:
    from data.store.store import Store
    from desktop.app import Anlan
    from views.briefing import BriefingPage
    from views.briefing_new import NewBriefing

LOG = logging.getLogger(__name__)
DRAFTS = "briefing-drafts.json"
AGENDA = "agenda.csv"
"""Name of the table; one of the office's own in the home stands before the shipped one."""


class BriefingDesk(QObject):
    """Freezes, keeps the picture of the briefing that goes on, and answers the page.

    Signals:
        paper_requested: PaperKind, and the id of the briefing it is about.

    """

    paper_requested = Signal(object, str)

    def __init__(self, anlan: Anlan) -> None:
        """Make it; the page is made when the workspace is first opened."""
        super().__init__(anlan)
        self._desk = anlan
        self._frozen: tuple[str, Frozen] | None = None
        self._drafts: Drafts | None = None
        self.page: BriefingPage | None = None

    def make_page(self) -> BriefingPage:
        """Build the tab 会商."""
        from views.briefing import BriefingPage

        page = self.page = BriefingPage(self._desk.theme, pin_fits)
        page.show_agenda(self._agenda())
        self._drafts = Drafts(self._desk.home / DRAFTS, self._desk.background, self)
        page.show_drafts(self._drafts.texts)
        page.drafts_changed.connect(self._drafts.remember)
        page.open_requested.connect(self.open)
        page.frozen_requested.connect(self._answer_frozen)
        page.paper_requested.connect(self.paper_requested)
        page.call_requested.connect(self._desk.call_sheet.open_for)
        return page

    def wire(self) -> None:
        """Connect what the desk says."""
        self._desk.room.refused.connect(self._on_refused)

    def close(self) -> None:
        """Write down what is still being typed."""
        if self.page is not None:
            self.page.write_down()
        if self._drafts is not None:
            self._drafts.close()

    # ── asked ──

    def open(self, asked: NewBriefing) -> bool:
        """Freeze this moment and begin a briefing about it; live goes on."""
        room = self._desk.room
        now = room.situation
        at = max(self._desk.clock.now(), now.at)
        identity = f"B-{uuid4().hex[:12]}"
        frozen = facts(now, at)
        briefing = Briefing(
            identity, asked.title, at, now.user or "desk", now.seq, at, now.standing.level, now.flow_m3s,
            asked.motion, asked.roles, asked.agenda,
        )  # fmt: skip
        self._frozen = (identity, frozen)
        done = room.do(BriefingOpened(briefing))
        if done and self.page is not None:
            self.page.show_frozen(identity, frozen)
            self.page.show_opened(identity)
        return done

    def _answer_frozen(self, identity: str) -> None:
        """Give the picture from memory, or fold the journal up to the step after which it was frozen."""
        page = self.page
        briefing = self._desk.room.situation.briefings.get(identity)
        if page is None or briefing is None:
            return
        if self._frozen is not None and self._frozen[0] == identity:
            page.show_frozen(identity, self._frozen[1])
            return

        def read(store: Store) -> Frozen:
            return facts(store.situation_at(briefing.frozen_seq), briefing.frozen_at)

        def shown(frozen: Frozen) -> None:
            self._frozen = (identity, frozen)
            page.show_frozen(identity, frozen)

        self._desk.keeping.ask(read, shown, self._desk.on_fault)

    def _on_refused(self, code: str, params: Any) -> None:
        if self.page is not None and self.page.isVisible():
            self.page.show_refusal(step_words.refusal(code, params))

    def _agenda(self) -> Agenda:
        """Read the office's own table, the shipped one where there is none or it cannot be used."""
        own = self._desk.home / AGENDA
        if own.is_file():
            try:
                return read_agenda(own)
            except (AgendaFault, OSError, UnicodeDecodeError) as fault:
                LOG.warning("the agenda of this office is not used: %s", fault)
                self._desk.window.show_message(self.tr("本席的议程表用不了，改用自带的：{0}").format(fault))
        return read_agenda(Path(resources.path(f"rules/{AGENDA}")))
