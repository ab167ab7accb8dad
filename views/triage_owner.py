"""交办: one owner for one or many reports; who is nearest is offered first, anyone else is found by name or pinyin."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from data.model.dispatch import ReportState
from data.model.situation import Situation
from data.model.steps import Body, ReportMoved
from data.rules.find import Hit, Index, find
from data.rules.nearest import Reach
from views import phrases, step_words
from views.triage_forms import ActForm
from views.triage_near import reach_line
from widgets.line_list import Line, LineList
from widgets.search_field import SearchField
from widgets.theme import Theme

MOST = 30


class OwnerForm(ActForm):
    """A search over a short list, and a note."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._index = Index()
        self._near: Sequence[Reach] = ()
        self.search = SearchField(theme, self.tr("交给谁：姓名、拼音首字母、岗位、网格、队伍"))
        self.list = LineList(theme, tall=False)
        self.list.setSelectionMode(LineList.SelectionMode.SingleSelection)
        self.list.set_empty_words(self.tr("没有匹配的在岗人员或队伍"))
        self.list.setFixedHeight(theme.px(27 * 5))
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("要求（可不填）"))
        self.note.setAccessibleName(self.tr("要求"))
        self.search.asked.connect(self._search)
        self.search.returnPressed.connect(self._take_first)
        self.search.left_downwards.connect(self.list.setFocus)
        self.list.chosen.connect(self.ready)
        self.list.opened.connect(lambda _: self.send.click())
        self.fill(theme, self.search, self.list, self.note)

    def show_index(self, index: Index) -> None:
        """Take the index that finds people."""
        self._index = index

    def show_near(self, near: Sequence[Reach]) -> None:
        """Take who is nearest to the report; they are offered while nothing is typed."""
        self._near = near

    def first(self) -> QWidget:
        return self.search

    def clear(self) -> None:
        self.search.clear()
        self.note.clear()
        self.list.choose([])

    def show_heading(self, fresh: bool) -> None:
        owned = [report for report in self.reports if report.owner]
        said = self.tr("交办：一件事一个承办人")
        if owned and self.now is not None:
            said = self.tr("改交办：现由 {0} 承办").format(
                phrases.listed(dict.fromkeys(step_words.who(self.now, report.owner) for report in owned))
            )
        self.heading.say(said)
        if fresh:
            self._search("")

    def choose(self, person: str) -> None:
        """Pick somebody who was chosen elsewhere."""
        if self.now is None:
            return
        self.list.set_lines([_line(self.now, Hit(_kind(self.now, person), person, ""))])
        self.list.choose([person])
        self.ready()

    def owner(self) -> str:
        """Id of who is picked, "" for nobody."""
        ids = self.list.chosen_ids()
        return str(ids[0]) if ids else ""

    def words(self) -> str:
        owner = self.owner()
        if not owner or self.now is None:
            return self.many(self.tr("交办"))
        name = step_words.who(self.now, owner)
        count = len(self.reports)
        if count == 1:
            return self.tr("交给 {0}").format(name)
        return self.tr("{0} 件交给 {1}").format(count, name)

    def body(self) -> Body | None:
        owner = self.owner()
        if not owner or not self.reports:
            return None
        return ReportMoved(self.ids(), ReportState.HANDLING, self.note.text().strip(), owner)

    def _search(self, text: str) -> None:
        if self.now is None:
            return
        chosen = self.owner()
        if text.strip():
            found = [hit for hit in find(self._index, text, limit=3 * MOST) if hit.kind in ("staff", "squads")]
            lines = [_line(self.now, hit) for hit in found if _on_duty(self.now, hit)][:MOST]
        else:
            lines = [reach_line(self.now, reach, road=reach.minutes is not None) for reach in self._near]
        self.list.set_lines(lines)
        if chosen:
            self.list.choose([chosen])
        self.ready()

    def _take_first(self) -> None:
        lines = self.list.lines()
        if lines and not self.owner():
            self.list.choose([lines[0].id])
            self.ready()
            self.send.setFocus()


def _kind(now: Situation, row_id: str) -> str:
    return "staff" if now.registers.squads.get(row_id) is None else "squads"


def _on_duty(now: Situation, hit: Hit) -> bool:
    person = now.registers.staff.get(hit.id)
    return hit.kind == "squads" or (person is not None and person.on_duty)


def _line(now: Situation, hit: Hit) -> Line:
    t = QCoreApplication.translate
    if hit.kind == "squads":
        squad = now.registers.squads.get(hit.id)
        name, kind = (squad.name, squad.kind) if squad is not None else (hit.id, "")
        return Line(hit.id, name, value=phrases.registered(kind), tag=t("Near", "队"))
    person = now.registers.staff.get(hit.id)
    if person is None:
        return Line(hit.id, hit.id)
    grid = now.registers.grids.get(person.grid)
    where = grid.name if grid is not None else ""
    return Line(hit.id, f"{person.name}  {phrases.registered(person.post)}", value=where)
