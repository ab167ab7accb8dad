"""手机台账: every phone that was let in, filtered and searched, and the act that shuts one out for good."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from views.parts import Words, boxed, button, column, row, rule
from views.phones_rows import PhoneRow, fits, phone_columns
from widgets.chips import Chip, Chips
from widgets.data_table import DataTable
from widgets.rows_model import RowsModel
from widgets.search_field import SearchField
from widgets.theme import Size, Theme


class DeviceBox(QWidget):
    """The list of the tab.

    Signals:
        revoke_requested: ids of phones, and the reason.

    """

    revoke_requested = Signal(tuple, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._rows: tuple[PhoneRow, ...] = ()
        self.filter = Chips(theme)
        self.search = SearchField(theme, self.tr("按人员、手机名找"))
        self.search.setMaximumWidth(theme.px(220))
        self.model: RowsModel[PhoneRow] = RowsModel(phone_columns(), lambda one: one.id)
        self.table = DataTable(theme, self.model)
        self.table.setAccessibleName(self.tr("登记的手机"))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("停用理由，例如：手机遗失、调离、换机"))
        self.reason.setAccessibleName(self.tr("停用理由"))
        self.revoke = button(self.tr("停用"), "danger")
        self.note = Words(
            theme, self.tr("停用立即生效，不能恢复：手机上存的内容在它下次联网时清空，要再用须重新登记。"),
            tone="muted", size=Size.SMALL,
        )  # fmt: skip
        self.filter.set_chips(self._chips())
        self.filter.choose(["active"])
        head = boxed(theme, row(theme, self.filter, self.search), (16, 10, 12, 8))
        foot = boxed(theme, column(theme, row(theme, self.reason, self.revoke), self.note, gap=4), (16, 8, 12, 10))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        for widget in (head, rule(), self.table, rule(), foot):
            outer.addWidget(widget, 1 if widget is self.table else 0)
        self.filter.chosen.connect(lambda _: self._fill())
        self.search.asked.connect(lambda _: self._fill())
        self.table.chosen.connect(lambda _: self._look())
        self.reason.textChanged.connect(lambda _: self._look())
        self.reason.returnPressed.connect(self._say)
        self.revoke.clicked.connect(self._say)
        self._fill()

    def show_phones(self, rows: Sequence[PhoneRow]) -> None:
        """Show all phones; filter and selection stay."""
        fresh = tuple(rows)
        if fresh != self._rows:
            self._rows = fresh
            self.filter.set_chips(self._chips())
            self._fill()

    def rows(self) -> tuple[PhoneRow, ...]:
        """All phones, filtered or not."""
        return self._rows

    def _chips(self) -> list[Chip]:
        titles = {
            "active": self.tr("在用"),
            "online": self.tr("在线"),
            "silent": self.tr("离线"),
            "revoked": self.tr("已停用"),
        }
        unknown = {"online", "silent"} if any(one.device.active and one.online is None for one in self._rows) else set()
        return [
            Chip(key, text, None if key in unknown else sum(fits(one, key, "") for one in self._rows))
            for key, text in titles.items()
        ]

    def _fill(self) -> None:
        keys = self.filter.chosen_keys()
        which = keys[0] if keys else "active"
        if not self._rows:
            self.table.set_empty_words(self.tr("还没有登记手机。开放接入后，选人生成登记码，让他扫一下。"))
        else:
            self.table.set_empty_words(self.tr("没有这样的手机"))
        self.table.set_rows([one for one in self._rows if fits(one, which, self.search.text())])
        self._look()

    def _chosen(self) -> list[PhoneRow]:
        ids = set(self.table.chosen_ids())
        return [one for one in self._rows if one.id in ids and one.device.active]

    def _look(self) -> None:
        chosen = self._chosen()
        if len(chosen) == 1:
            self.revoke.setText(self.tr("停用{0}的“{1}”").format(chosen[0].person, chosen[0].device.name))
        else:
            self.revoke.setText(self.tr("停用 {0} 部手机").format(len(chosen)) if chosen else self.tr("停用"))
        reason = self.reason.text().strip()
        self.revoke.setEnabled(bool(chosen and reason))
        self.revoke.setToolTip("" if chosen and reason else self.tr("先选手机，再写理由"))

    def _say(self) -> None:
        chosen = self._chosen()
        if chosen and self.revoke.isEnabled():
            self.revoke_requested.emit(tuple(one.id for one in chosen), self.reason.text().strip())
            self.reason.clear()
