"""A line under the workspace for a message that has just come in: who, what, and the way to the book; no focus."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from data.model.office import DutyMessage
from views import messages_rows, office_words, words
from views.parts import button
from widgets.ink_label import InkLabel
from widgets.theme import Theme

KEYS = "Ctrl+Shift+D"


class MessageLine(QWidget):
    """Shows the newest message that nobody has taken note of, and how many more there are.

    Signals:
        opened: id of the message, to be shown in the book.
        put_away: the line is not wanted until the next message.

    """

    opened = Signal(str)
    put_away = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it hidden."""
        super().__init__(parent)
        self._message = ""
        self.said = InkLabel(theme, role="state.attention", bold=True)
        self.look = button(self.tr("去看"), "", self.tr("到来文来电（{0}）").format(KEYS))
        self.away = button(self.tr("收起"), "quiet", self.tr("收起这一行，仍计入未阅"))
        self._line = QHBoxLayout(self)
        self._line.addWidget(self.said, 1)
        self._line.addWidget(self.look)
        self._line.addWidget(self.away)
        self.look.clicked.connect(self.open)
        self.away.clicked.connect(self.put_away)
        for one in (self.look, self.away):
            one.setAutoDefault(False)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's measures."""
        self.said.set_theme(theme)
        self._line.setContentsMargins(theme.px(12), theme.px(2), theme.px(8), theme.px(2))
        self._line.setSpacing(theme.px(8))

    def show_messages(self, messages: list[DutyMessage]) -> None:
        """Show the first of these, newest first; none of them hides the line."""
        self.setVisible(bool(messages))
        if not messages:
            self._message = ""
            return
        first = messages[0]
        self._message = first.id
        more = len(messages) - 1
        said = brief(first)
        if more:
            said = self.tr("{0}（另有 {1} 条未阅）").format(said, more)
        self.said.set_text(said)
        self.said.setToolTip(messages_rows.text_of(first))
        self.setAccessibleName(said)

    def open(self) -> None:
        """Lead to the message."""
        if self._message:
            self.opened.emit(self._message)


def brief(message: DutyMessage, most: int = 60) -> str:
    """Say a message in one line: medium, other end, time, the beginning of its text."""
    text = " ".join(messages_rows.text_of(message).split())
    short = text if len(text) <= most else f"{text[: most - 1]}…"
    return QCoreApplication.translate("Messages", "{0}·{1} {2}：{3}").format(
        office_words.medium(message.medium), message.other, words.clock(message.at), short
    )
