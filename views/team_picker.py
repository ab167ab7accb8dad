"""Picks a team: squads as they stand, and anybody of the staff by search."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from data.model.situation import Situation
from data.rules.contacts import members_of
from views import phrases
from widgets.line_list import Line, LineList
from widgets.search_field import SearchField
from widgets.theme import Theme

MOST = 60


def teams(now: Situation, text: str) -> list[Line]:
    """Squads that match a text, all without one; with a text also members of the staff."""
    needle = text.strip().lower()
    t = QCoreApplication.translate
    squads = [row for row in now.registers.squads if needle in f"{row.id} {row.name} {row.kind}".lower()]
    staff = [row for row in now.registers.staff if needle and needle in f"{row.id} {row.name} {row.post}".lower()]
    return [
        *(
            Line(
                row.id,
                row.name,
                phrases.registered(row.kind),
                t("TeamPicker", "{0} 人").format(len(members_of(now, row.id))),
                tag=t("TeamPicker", "队"),
            )
            for row in squads[:MOST]
        ),
        *(Line(row.id, row.name, phrases.registered(row.post), phrases.registered(row.post)) for row in staff[:MOST]),
    ]


class TeamPicker(QWidget):
    """A search field over a short list. Signal picked(str): id of a squad or a member of the staff, "" for none."""

    picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty picker."""
        super().__init__(parent)
        self._now: Situation | None = None
        self.search = SearchField(theme, self.tr("按名称找队伍或人"))
        self.list = LineList(theme, tall=False)
        self.list.setSelectionMode(LineList.SelectionMode.SingleSelection)
        self.list.set_empty_words(self.tr("没有匹配的队伍或人"))
        self.list.setMinimumHeight(theme.px(27 * 4))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(4))
        box.addWidget(self.search)
        box.addWidget(self.list, 1)
        self.search.asked.connect(self._fill)
        self.search.left_downwards.connect(self.list.setFocus)
        self.list.chosen.connect(lambda ids: self.picked.emit(str(ids[0]) if ids else ""))

    def show_situation(self, now: Situation) -> None:
        """Offer the teams of this situation."""
        self._now = now
        self._fill(self.search.text())

    def choose(self, team: str) -> None:
        """Mark a team without telling."""
        self.list.choose([team])

    def _fill(self, text: str) -> None:
        if self._now is not None:
            self.list.set_lines(teams(self._now, text))
