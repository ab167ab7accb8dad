"""户牌: a sheet of household tags for a village, or for the households that a squad's members look after."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from data.model.people import Household
from data.model.situation import Situation
from views import phrases
from views.parts import Choice, Words, button, column, row
from widgets.theme import Size, Theme

PER_PAGE = 18


def places(now: Situation) -> list[tuple[str, str, int]]:
    """Return (key, name, households) of every village and of every squad whose members are contact persons."""
    t = QCoreApplication.translate
    villages = Counter(one.village for one in now.registers.households if one.village)
    found = [(f"village/{village}", village, villages[village]) for village in sorted(villages)]
    for squad in now.registers.squads:
        held = len(chosen(now, f"squad/{squad.id}"))
        if held:
            found.append((f"squad/{squad.id}", t("Phones", "{0}包保户").format(squad.name), held))
    return found


def chosen(now: Situation, key: str) -> list[Household]:
    """Return the households of a village or squad in the order of their ids."""
    kind, _, name = key.partition("/")
    if kind == "village":
        rows = [one for one in now.registers.households if one.village == name]
    else:
        members = {one.id for one in now.registers.staff if one.squad == name}
        rows = [one for one in now.registers.households if one.contact in members]
    return sorted(rows, key=lambda one: one.id)


class TagBox(QWidget):
    """The foot of the middle column.

    Signals:
        sheet_requested: key of a village or squad, path of the file to write.

    """

    sheet_requested = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it without places."""
        super().__init__(parent)
        self._names: dict[str, str] = {}
        title = Words(theme, self.tr("户牌"), tone="muted", size=Size.SMALL, wrap=False)
        self.place = Choice(self.tr("哪个村或哪支队伍"))
        self.make = button(self.tr("制作户牌…"), "", self.tr("A4 纸每页 18 张，裁开贴在门上，包保干部扫码报情况"))
        self.about = Words(theme, tone="muted", size=Size.SMALL)
        layout = column(theme, title, self._line(theme), self.about, gap=4)
        layout.setContentsMargins(theme.px(16), theme.px(8), theme.px(12), theme.px(10))
        self.setLayout(layout)
        self.make.clicked.connect(self._ask)
        self.place.picked.connect(lambda _: self._look())
        self._counts: dict[str, int] = {}

    def _line(self, theme: Theme) -> QHBoxLayout:
        line = row(theme)
        line.addWidget(self.place, 1)
        line.addWidget(self.make)
        return line

    def show_situation(self, now: Situation) -> None:
        """Offer villages and squads."""
        found = places(now)
        self._names = {key: name for key, name, _ in found}
        self._counts = {key: count for key, _, count in found}
        self.place.set_choices(
            [(key, self.tr("{0}（{1} 户）").format(phrases.registered(name), count)) for key, name, count in found]
        )
        self._look()

    def _look(self) -> None:
        count = self._counts.get(self.place.key(), 0)
        self.make.setEnabled(count > 0)
        pages = -(-count // PER_PAGE)
        self.about.say(
            self.tr("{0} 张，A4 共 {1} 页；牌上只有户号、村名和姓氏。").format(count, pages)
            if count
            else self.tr("没有户台账，先在“数据”页导入。")
        )

    def _ask(self) -> None:
        """Ask for the file without stopping the desk."""
        key = self.place.key()
        dialog = QFileDialog(self, self.tr("户牌"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("可打印的 PDF (*.pdf)"), self.tr("网页 (*.html)")])
        dialog.setDefaultSuffix("pdf")
        dialog.filterSelected.connect(lambda name: dialog.setDefaultSuffix("html" if "html" in name else "pdf"))
        dialog.selectFile(self.tr("户牌-{0}").format(self._names[key]))
        dialog.fileSelected.connect(lambda path: self.sheet_requested.emit(key, path))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
