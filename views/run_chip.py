"""The long run in the status bar: what for, how far, how long still, and stop; nothing while nothing runs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QWidget

from views import twin_words
from views.twin_progress import RunShown, RunState
from widgets.icons import IconSet
from widgets.ink_label import InkLabel
from widgets.theme import Size, Theme

_ORDER = (RunState.RUNNING, RunState.COMPILING, RunState.WAITING)


class RunChip(QWidget):
    """Shows the run that is going on, and how many wait behind it.

    Signals:
        stop_requested: id of the run shown.
        opened: somebody wants to see all runs.

    """

    stop_requested = Signal(str)
    opened = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: RunShown | None = None
        self._words = InkLabel(theme, role="text.secondary", size=Size.SMALL, hug=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        self._open, self._stop = QToolButton(), QToolButton()
        for one in (self._open, self._stop):
            one.setProperty("kind", "quiet")
        self._open.clicked.connect(self.opened)
        self._stop.clicked.connect(self._on_stop)
        self._open.setToolTip(self.tr("在推演页看全部计算"))
        self._open.setAccessibleName(self.tr("在推演页看全部计算"))
        self._box = QHBoxLayout(self)
        for part in (self._open, self._words, self._bar, self._stop):
            self._box.addWidget(part)
        self.set_theme(theme)
        self.show_runs(())

    def set_theme(self, theme: Theme) -> None:
        px, icons = theme.px, IconSet(theme)
        self._box.setContentsMargins(px(8), 0, px(8), 0)
        self._box.setSpacing(px(6))
        self._words.set_theme(theme)
        self._bar.setFixedSize(px(72), px(6))
        for one, icon in ((self._open, "twin"), (self._stop, "close")):
            one.setIcon(icons.icon(icon, "icon.muted"))
            one.setIconSize(QSize(px(14), px(14)))
            one.setFixedSize(px(20), px(20))

    def show_runs(self, runs: Sequence[RunShown]) -> None:
        """Show the run that is going on; a failed or stopped one is the page's concern."""
        busy = sorted((one for one in runs if one.busy), key=lambda one: _ORDER.index(one.state))
        self._shown = busy[0] if busy else None
        self.setVisible(bool(busy))
        if self._shown is None:
            self._words.set_text("")
            return
        said = f"{twin_words.run(self._shown)} · {twin_words.run_state(self._shown)}"
        if len(busy) > 1:
            said += self.tr("（另 {0} 项在等）").format(len(busy) - 1)
        self._words.set_text(said)
        self.setToolTip(said)
        self._bar.setRange(0, 0 if self._shown.state is RunState.COMPILING else 1000)
        self._bar.setValue(round(self._shown.share * 1000))
        stop = self.tr("停止 {0}").format(twin_words.run(self._shown))
        self._stop.setToolTip(stop)
        self._stop.setAccessibleName(stop)

    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def _on_stop(self) -> None:
        if self._shown is not None:
            self.stop_requested.emit(self._shown.id)
