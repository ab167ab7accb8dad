"""Picks who gets a task: people of its role and their deputies first, anyone else and squads by search."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from data.model.people import Squad, Staff
from data.model.situation import Situation
from data.rules.find import Index, find
from views import phrases, words
from views.task_rows import role_name
from widgets.line_list import Line, LineList
from widgets.search_field import SearchField
from widgets.theme import Theme

MOST = 60


def spelled(now: Situation, index: Index, text: str) -> list[Line]:
    """List staff whose name, pinyin, post, phone, grid or squad fits a text, the best first."""
    hits = find(index, text, limit=4 * MOST)
    found = [now.registers.staff.get(hit.id) for hit in hits if hit.kind == "staff"]
    return [_staff_line(now, person, is_deputy=False) for person in found if person is not None][:MOST]


def candidates(now: Situation, roles: frozenset[str], text: str, beside: str = "") -> list[Line]:
    """List staff and squads that match a text; without a text those who hold one of the roles, on duty first.

    `beside` is the person who has the task now: the deputy of that person comes first.
    """
    holder = now.registers.staff.get(beside)
    deputy = holder.deputy if holder is not None else ""
    needle = text.strip().lower()
    people = [person for person in now.registers.staff if _fits(now, person, needle, roles, deputy)]
    people.sort(key=lambda person: (person.id != deputy, person.role not in roles, not person.on_duty, person.id))
    squads = [squad for squad in now.registers.squads if needle and needle in f"{squad.id} {squad.name}".lower()]
    lines = [_staff_line(now, person, person.id == deputy) for person in people[:MOST] if person.id != beside]
    return [*lines, *(_squad_line(squad) for squad in squads[:MOST])]


def _fits(now: Situation, person: Staff, needle: str, roles: frozenset[str], deputy: str) -> bool:
    if not needle:
        return person.role in roles or person.id == deputy
    squad = now.registers.squads.get(person.squad)
    return any(needle in part.lower() for part in _searched(now, person, squad))


def _searched(now: Situation, person: Staff, squad: Squad | None) -> Iterator[str]:
    yield from (person.id, person.name, person.post, person.grid, person.phone, role_name(now, person.role))
    if squad is not None:
        yield squad.name


def _staff_line(now: Situation, person: Staff, is_deputy: bool) -> Line:
    t = QCoreApplication.translate
    off = "" if person.on_duty else t("PersonPicker", "不在岗")
    return Line(
        person.id,
        f"{person.name}  {phrases.registered(person.post)}",
        f"{role_name(now, person.role)} · {words.masked_phone(person.phone)}",
        off or role_name(now, person.role),
        tag=t("PersonPicker", "副") if is_deputy else "",
        tag_role="state.attention",
        title_role="text.muted" if off else "text.primary",
        value_role="state.attention" if off else "text.muted",
    )


def _squad_line(squad: Squad) -> Line:
    return Line(
        squad.id,
        squad.name,
        phrases.registered(squad.kind),
        phrases.registered(squad.kind),
        tag=QCoreApplication.translate("PersonPicker", "队"),
    )


class PersonPicker(QWidget):
    """A search field over a short list.

    Signals:
        picked: id of a member of staff or a squad, "" when nobody is.

    """

    picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty picker."""
        super().__init__(parent)
        self._now: Situation | None = None
        self._roles: frozenset[str] = frozenset()
        self._beside = ""
        self._first: Line | None = None
        self._index: Index | None = None
        self.search = SearchField(theme, self.tr("按姓名、岗位、电话、队伍找人"))
        self.list = LineList(theme, tall=False)
        self.list.setSelectionMode(LineList.SelectionMode.SingleSelection)
        self.list.set_empty_words(self.tr("没有匹配的人员或队伍"))
        self.list.setMinimumHeight(theme.px(27 * 4))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(4))
        box.addWidget(self.search)
        box.addWidget(self.list, 1)
        self.search.asked.connect(self._fill)
        self.search.left_downwards.connect(self.list.setFocus)
        self.list.chosen.connect(self._tell)

    def show_choice(
        self, now: Situation, roles: frozenset[str], beside: str = "", first: Line | None = None, chosen: str = ""
    ) -> None:
        """Offer people for these roles; `first` stands above all others, `chosen` is picked at the beginning."""
        self._now, self._roles, self._beside, self._first = now, roles, beside, first
        self.search.clear()
        self._fill("")
        self.list.choose([chosen])

    def show_index(self, index: Index) -> None:
        """Search by this index, with pinyin, from now on: people only, no squads."""
        self._index = index
        self.search.set_hint(self.tr("姓名、拼音、岗位、电话、队伍"))
        self.search.asked.emit(self.search.text())

    def person(self) -> str:
        """Id of the person or squad that is picked, "" for nobody."""
        ids = self.list.chosen_ids()
        return str(ids[0]) if ids else ""

    def _fill(self, text: str) -> None:
        if self._now is None:
            return
        if self._index is not None and text.strip():
            lines = spelled(self._now, self._index, text)
        else:
            lines = candidates(self._now, self._roles, text, self._beside)
        if self._first is not None and not text:
            lines.insert(0, self._first)
        self.list.set_lines(lines)

    def _tell(self, ids: tuple[object, ...]) -> None:
        self.picked.emit(str(ids[0]) if ids else "")
