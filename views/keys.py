"""The shown map of keys: what can be done by keyboard, group by group; the content is handed in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from views.parts import Words, boxed, column, rule, scrolled
from views.sheet_pane import SheetPane
from widgets.badge import Badge, BadgeLook
from widgets.search_field import SearchField
from widgets.theme import Size, Theme


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One shortcut: the keys as Qt writes them ("Ctrl+K"), several ways parted by "/", and what they do."""

    keys: str
    what: str


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Shortcuts of one place."""

    title: str
    lines: tuple[KeyLine, ...]


class KeysSheet(SheetPane):
    """Groups in columns; typing narrows them."""

    MOST = (960, 640)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, QCoreApplication.translate("KeysSheet", "键盘一览"), "keyboard", parent)
        self._groups: tuple[KeyGroup, ...] = ()
        self._search = SearchField(theme, self.tr("找按键或动作"))
        self._search.asked.connect(self._draw)
        self._none = Words(theme, self.tr("没有这样的按键"), tone="muted")
        self._holder = QWidget()
        self._columns = QHBoxLayout(self._holder)
        self._columns.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(12))
        self._columns.setSpacing(theme.px(32))
        body = QWidget()
        head = boxed(theme, column(theme, self._search), (16, 10, 16, 8))
        body.setLayout(column(theme, head, rule(), boxed(theme, column(theme, self._none), (16, 8, 16, 0)), gap=0))
        layout = body.layout()
        if isinstance(layout, QVBoxLayout):
            layout.addWidget(scrolled(self._holder), 1)
        self.panel.set_body(body)
        self._none.hide()

    def show_keys(self, groups: Sequence[KeyGroup]) -> None:
        """Show these groups."""
        self._groups = tuple(groups)
        self._draw()

    def bring_up_keys(self) -> None:
        """Show the sheet with the keyboard in its search field."""
        self.bring_up(self._search)

    def shown_lines(self) -> tuple[KeyLine, ...]:
        """The lines that the search leaves."""
        words = self._search.text().lower().split()
        return tuple(
            line
            for group in self._groups
            for line in group.lines
            if all(word in f"{group.title} {line.keys} {line.what}".lower() for word in words)
        )

    def draw_theme(self, theme: Theme) -> None:
        super().draw_theme(theme)
        self._draw()

    def _draw(self, *_said: object) -> None:
        while (item := self._columns.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        shown = set(map(id, self.shown_lines()))
        groups = [KeyGroup(g.title, tuple(line for line in g.lines if id(line) in shown)) for g in self._groups]
        groups = [group for group in groups if group.lines]
        self._none.setVisible(bool(self._groups) and not groups)
        total = sum(len(group.lines) + 2 for group in groups)
        sides: list[list[KeyGroup]] = [[], []]
        filled = 0
        for group in groups:
            sides[filled * 2 >= total].append(group)
            filled += len(group.lines) + 2
        for side in sides:
            self._columns.addWidget(self._side(side), 1, Qt.AlignmentFlag.AlignTop)

    def _side(self, groups: Sequence[KeyGroup]) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self.theme.px(16))
        grid.setVerticalSpacing(self.theme.px(5))
        grid.setColumnStretch(1, 1)
        at = 0
        for group in groups:
            title = Words(self.theme, group.title, bold=True, size=Size.SMALL, tone="muted")
            title.setContentsMargins(0, self.theme.px(10 if at else 0), 0, self.theme.px(2))
            grid.addWidget(title, at, 0, 1, 2)
            for line in group.lines:
                at += 1
                grid.addWidget(self._keys(line.keys), at, 0)
                grid.addWidget(Words(self.theme, line.what), at, 1)
            at += 1
        return holder

    def _keys(self, keys: str) -> QWidget:
        """Each way as its own caps; "/" parts the ways."""
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self.theme.px(4))
        for number, way in enumerate(keys.split("/") if keys != "/" else [keys]):
            if number:
                line.addWidget(QLabel(self.tr("或")))
            line.addWidget(Badge(self.theme, way.strip(), look=BadgeLook.OUTLINE, role="text.secondary"))
        line.addStretch(1)
        return holder
