"""The filter rows of the task panel: what state or change, which role, which grid, in which order."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from data.model.situation import Situation
from data.rules.plan import Change
from views import preview_rows, words
from views.task_rows import Filters, Listing, role_name
from widgets.chips import Chip, Chips
from widgets.marks import Mark, Shape
from widgets.theme import Theme

_ALWAYS = ("open", *preview_rows.STATES)
_LOUD = ("overdue", "unstaffed")


class TaskFilters(QWidget):
    """Chips over a combo box and two switches; live and what-if remember their own choice.

    Signals:
        changed: the operator wants to see something else.

    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make the rows."""
        super().__init__(parent)
        self._live = Filters()
        self._whatif = Filters(state="changes", by_role=True)
        self._previewing = False
        self._grid = ""
        self._headings: frozenset[str] = frozenset()
        self.states = Chips(theme)
        self.roles = QComboBox(self)
        self.roles.setAccessibleName(self.tr("岗位"))
        self.roles.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.grid = QToolButton(self)
        self.grid.setCheckable(True)
        self.by_role = QToolButton(self)
        self.by_role.setCheckable(True)
        self.by_role.setText(self.tr("分岗位"))
        self.by_role.setToolTip(self.tr("按岗位分组，标题可折叠（← →）；不分组时按缓急排列"))
        self.fold = QToolButton(self)
        self.fold.setProperty("kind", "quiet")
        second = QHBoxLayout()
        second.setSpacing(theme.px(4))
        second.addWidget(self.roles, 1)
        for button in (self.grid, self.by_role, self.fold):
            second.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(12), theme.px(6), theme.px(8), theme.px(6))
        box.setSpacing(theme.px(5))
        box.addWidget(self.states)
        box.addLayout(second)
        self.states.chosen.connect(self._choose_state)
        self.roles.activated.connect(self._choose_role)
        self.grid.toggled.connect(self._choose_grid)
        self.by_role.toggled.connect(self._choose_order)
        self.fold.clicked.connect(self._fold_all)
        self.set_theme(theme)

    @property
    def want(self) -> Filters:
        """What the operator wants to see now."""
        want = self._whatif if self._previewing else self._live
        return replace(want, grid=self._grid if self.grid.isChecked() else "")

    def show_previewing(self, previewing: bool) -> None:
        """Change between the choice for live and that for a what-if."""
        self._previewing = previewing
        self.by_role.blockSignals(True)
        self.by_role.setChecked(self.want.by_role)
        self.by_role.blockSignals(False)

    def show_grid(self, grid: str) -> None:
        """A grid was selected on the desk ("" none): the switch offers it, and follows when it is on."""
        before, self._grid = self.want.grid, grid
        self.grid.setText(grid)
        self.grid.setToolTip(self.tr("只看网格 {0} 的任务").format(grid))
        self.grid.setVisible(bool(grid))
        if self.want.grid != before:
            self.changed.emit()

    def show_state(self, state: str) -> None:
        """Show one state filter of live, as if its chip had been clicked."""
        self._live = replace(self._live, state=state, role="")

    def set_state(self, state: str) -> None:
        """Change the filter that holds now."""
        self._set(replace(self._bare(), state=state))

    def toggle_heading(self, role: str) -> None:
        """Fold or unfold one heading."""
        bare = self._bare()
        self._set(replace(bare, folded=bare.folded ^ {role}))

    def show_listing(self, now: Situation, listing: Listing) -> None:
        """Show the counts of a listing."""
        self._headings = frozenset(listing.roles)
        words_of = self._words()
        chips = [
            Chip(key, words_of[key], count if key not in _LOUD else None, count if key in _LOUD else 0, _mark(key))
            for key, count in listing.states.items()
            if count or key in _ALWAYS or key == self.want.state
        ]
        self.states.set_chips(chips)
        self.states.choose([self.want.state])
        self._show_roles(now, listing)
        folded = bool(self.want.folded & self._headings)
        self.fold.setVisible(self.want.by_role)
        self.fold.setToolTip(self.tr("全部展开") if folded else self.tr("全部收起"))
        self.fold.setText("▸" if folded else "▾")

    def set_theme(self, theme: Theme) -> None:
        """Heights that fit the combo box beside them."""
        for button in (self.grid, self.by_role):
            button.setFixedHeight(theme.px(26))
        self.fold.setFixedSize(theme.px(24), theme.px(26))

    def _show_roles(self, now: Situation, listing: Listing) -> None:
        total = sum(listing.roles.values())
        items = [(self.tr("全部岗位  {0}").format(total), "")]
        roles = {*listing.roles, self.want.role} - {""}
        items += [(f"{role_name(now, role)}  {listing.roles.get(role, 0)}", role) for role in sorted(roles)]
        have = [(self.roles.itemText(i), self.roles.itemData(i)) for i in range(self.roles.count())]
        if have != items:
            self.roles.clear()
            for text, role in items:
                self.roles.addItem(text, role)
        self.roles.setCurrentIndex(max(0, self.roles.findData(self.want.role)))

    def _words(self) -> dict[str, str]:
        return {
            "open": self.tr("未结"),
            "pending": self.tr("待签发"),
            "overdue": self.tr("超时"),
            "unstaffed": self.tr("无人承办"),
            "working": self.tr("办理中"),
            "done": self.tr("待核验"),
            "ended": self.tr("已结"),
            "changes": f"{words.change(Change.NEW)}·{words.change(Change.CHANGED)}",
            "withdrawn": self.tr("撤销"),
            "kept": self.tr("沿用"),
            "all": self.tr("全部"),
        }

    def _bare(self) -> Filters:
        return self._whatif if self._previewing else self._live

    def _set(self, filters: Filters) -> None:
        if self._previewing:
            self._whatif = filters
        else:
            self._live = filters
        self.changed.emit()

    def _choose_state(self, keys: tuple[str, ...]) -> None:
        self._set(replace(self._bare(), state=keys[0]))

    def _choose_role(self) -> None:
        self._set(replace(self._bare(), role=self.roles.currentData() or ""))

    def _choose_grid(self) -> None:
        self.changed.emit()

    def _choose_order(self, on: bool) -> None:
        self._set(replace(self._bare(), by_role=on))

    def _fold_all(self) -> None:
        bare = self._bare()
        self._set(replace(bare, folded=frozenset() if bare.folded & self._headings else self._headings))


def _mark(key: str) -> Mark | None:
    return Mark(Shape.DIAMOND, "state.attention") if key == "pending" else None
