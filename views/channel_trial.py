"""Trying a channel: what it would send, and a test to one's own address."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from data.gateway.channels.catalogue import Trial
from data.gateway.dry_run import Going
from views import channels_words
from views.parts import Words, boxed, button, row
from widgets.theme import Size, Theme


class TrialBox(QWidget):
    """Two ways to try a channel.

    Signals:
        dry_run_requested: show what would go out.
        test_requested: address of the person at the desk.

    """

    dry_run_requested = Signal()
    test_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ready = False
        self.dry_run = button(self.tr("试填（不发送）"), "", self.tr("按最近一次推送填好给您看，号码隐去，不发出"))
        self.address = QLineEdit()
        self.address.setAccessibleName(self.tr("本人的地址"))
        self.test = button(self.tr("向本人测试发送"), "", self.tr("真的发出一条，只发给所填的地址"))
        self.told = Words(theme, size=Size.SMALL, tone="muted")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("将要发出的内容"))
        self.text.setFixedHeight(theme.px(150))
        inner = QVBoxLayout()
        inner.setSpacing(theme.px(6))
        inner.addLayout(row(theme, self.dry_run, self.address, self.test))
        inner.addWidget(self.told)
        inner.addWidget(self.text)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(boxed(theme, inner, (16, 8, 16, 10)))
        self.dry_run.clicked.connect(self.dry_run_requested)
        self.test.clicked.connect(self._ask)
        self.address.returnPressed.connect(self._ask)
        self.address.textChanged.connect(lambda _: self._look())
        self.clear()

    def show_channel(self, kind: str, trial: Trial, *, ready: bool, live: bool, may: bool) -> None:
        """Offer what the chosen channel allows."""
        self._ready = ready and live and may and trial is not Trial.NONE
        self.dry_run.setEnabled(ready)
        own = {"mail": self.tr("本人邮箱"), "tak": self.tr("本人呼号")}.get(kind, self.tr("本人手机号"))
        if trial is Trial.NONE:
            why = self.tr("公开渠道不作测试发送")
        elif not live:
            why = channels_words.why("not_live")
        elif trial is Trial.GROUP:
            why = self.tr("{0}；会发到整个群").format(own)
        else:
            why = own
        self.address.setPlaceholderText(why)
        self.address.setToolTip(why)
        self.address.setEnabled(self._ready)
        self._look()

    def show_goings(self, goings: Sequence[Going], about: str) -> None:
        """Show what would go out, numbers hidden."""
        shown: list[str] = []
        for going in goings:
            for draft in going.drafts:
                lines = [draft.to, *(f"{key}: {value}" for key, value in draft.headers), draft.body]
                shown.append("\n".join(line for line in lines if line))
        exercise = any(one.trouble == "exercise" for one in goings)
        said = self.tr("“{0}”将这样发出，号码已隐去；现在没有发送。").format(about)
        if exercise:
            said = self.tr("“{0}”在实况中将这样发出；推演、演练和回放中不从这里发出。").format(about)
        self.say(said if shown else self.tr("“{0}”的接收人在这个渠道里都没有地址。").format(about), "secondary")
        self.text.setPlainText("\n\n".join(shown))
        self.text.setVisible(bool(shown))

    def say(self, text: str, tone: str) -> None:
        """Say what came of it."""
        self.told.say(text, tone)

    def clear(self) -> None:
        """Forget the last try."""
        self.told.say("")
        self.text.clear()
        self.text.hide()

    def _look(self) -> None:
        self.test.setEnabled(self._ready and bool(self.address.text().strip()))

    def _ask(self) -> None:
        if self.test.isEnabled():
            self.say(self.tr("正在发送…"), "muted")
            self.test_requested.emit(self.address.text().strip())
