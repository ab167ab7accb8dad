"""Messages at a desk: the tab, its drafts, and that one which has come in from elsewhere is noticed and heard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from data.model.office_steps import MessageLogged
from data.model.situation import Situation, Touched
from data.model.steps import Step
from data.rules.messages import Part, listed
from desktop.drafts import Drafts
from views import step_words
from views.message_line import KEYS, MessageLine

if TYPE_CHECKING:
    from desktop.app import Anlan
    from views.messages import MessagesPage

DRAFTS = "messages-drafts.json"


class MessagesDesk(QObject):
    """Keeps drafts, and leads to a message that nobody at this desk has typed."""

    def __init__(self, anlan: Anlan) -> None:
        """Make it; the page is made when the workspace is first opened."""
        super().__init__(anlan)
        self._desk = anlan
        self._drafts: Drafts | None = None
        self._fresh: set[str] = set()
        self.line = MessageLine(anlan.theme)
        self.page: MessagesPage | None = None

    def make_page(self) -> MessagesPage:
        """Build the tab 来文来电."""
        from views.messages import MessagesPage

        page = self.page = MessagesPage(self._desk.theme)
        self._drafts = Drafts(self._desk.home / DRAFTS, self._desk.background, self)
        page.show_drafts(self._drafts.texts)
        page.drafts_changed.connect(self._drafts.remember)
        return page

    def wire(self) -> None:
        """Connect what the desk says."""
        room = self._desk.room
        room.stepped.connect(self._on_stepped)
        room.changed.connect(self._on_changed)
        room.refused.connect(self._on_refused)
        self._desk.window.add_foot(self.line)
        self.line.opened.connect(self.open_message)
        self.line.put_away.connect(self._put_away)
        QShortcut(QKeySequence(KEYS), self._desk.window, self.open_newest)

    def close(self) -> None:
        """Write down what is still being typed."""
        if self._drafts is not None:
            self._drafts.close()

    def open_message(self, identity: str) -> None:
        """Bring up the book with one message shown."""
        headquarters = self._desk.headquarters
        self._desk.window.open_workspace("office")
        if headquarters.office is not None and self.page is not None:
            headquarters.office.open_tab("messages")
            self.page.open_message(identity)

    def open_newest(self) -> None:
        """Bring up the book with the newest message that nobody has taken note of, else as it stands."""
        unread = listed(self._desk.room.situation, Part.UNREAD)
        self.open_message(unread[0].id if unread else "")

    def _on_stepped(self, step: Step) -> None:
        """One that came from a script, exercise control or another seat is news to the hands at this desk."""
        body = step.body
        now = self._desk.room.situation
        if not isinstance(body, MessageLogged) or not body.message.inward or step.actor == (now.user or "desk"):
            return
        self._fresh.add(body.message.id)
        self._show(now)

    def _on_changed(self, now: Situation, touched: Touched) -> None:
        if touched & Touched.OFFICE and self._fresh:
            self._show(now)

    def _show(self, now: Situation) -> None:
        waiting = [one for one in listed(now, Part.UNREAD) if one.id in self._fresh]
        self._fresh &= {one.id for one in waiting}
        self.line.set_theme(self._desk.theme)
        self.line.show_messages(waiting)

    def _put_away(self) -> None:
        self._fresh.clear()
        self.line.show_messages([])

    def _on_refused(self, code: str, params: Any) -> None:
        if self.page is not None and self.page.isVisible():
            self.page.show_refusal(step_words.refusal(code, params))
