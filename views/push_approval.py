"""The second person of a push: who approves, and the PIN that shows it is them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from data.model.people import Right, User
from data.model.situation import Situation
from views import phrases
from views.parts import Choice
from widgets.theme import Theme

PinCheck = Callable[[User, str], bool]


class Approver(QWidget):
    """Users with the right to approve, the author left out, and a field for the PIN. Signal changed()."""

    changed = Signal()

    def __init__(self, theme: Theme, pin_check: PinCheck, parent: QWidget | None = None) -> None:
        """Offer nobody yet."""
        super().__init__(parent)
        self._pin_check = pin_check
        self._users: dict[str, User] = {}
        self.who = Choice(self.tr("复核人"))
        self.pin = QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setPlaceholderText(self.tr("复核人口令"))
        self.pin.setAccessibleName(self.tr("复核人口令"))
        self._words = QLabel(self.tr("复核人"))
        self._words.setProperty("tone", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words)
        row.addWidget(self.who, 1)
        row.addWidget(self.pin, 1)
        self.pin.textChanged.connect(self.changed)
        self.who.picked.connect(lambda _: self.changed.emit())
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's measures."""
        self.pin.setMinimumWidth(theme.px(110))

    def show_users(self, now: Situation, author: str) -> None:
        """Offer everyone who may approve, but for the author."""
        self._users = {user.id: user for user in now.registers.users if user.may(Right.APPROVE) and user.id != author}
        self.who.set_choices([(user.id, phrases.user_name(user)) for user in self._users.values()])

    def trouble(self) -> str:
        """What stands in the way, or nothing; the PIN is checked only by `take`."""
        if not self._users:
            return self.tr("没有另一位有复核权限的人")
        return "" if self.pin.text() else self.tr("请复核人输入口令")

    def take(self) -> str:
        """Return the approver's id when the PIN is theirs, otherwise ""; the PIN is forgotten either way."""
        user, pin = self._users.get(self.who.key()), self.pin.text()
        self.pin.clear()
        return user.id if user is not None and pin and self._pin_check(user, pin) else ""
