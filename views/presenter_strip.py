"""What only the speaker sees: a small window of its own with the note of the step, the time, and what comes next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from data.model.presenter import Show
from views import presenter_words
from views.parts import Words, button, row, rule
from widgets.theme import Size, Theme

_NEXT = frozenset((Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Down))
_BACK = frozenset((Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Up))


class PresenterStrip(QFrame):
    """Keys of a presenter's remote work here: next, back, leave.

    Signals:
        moved: 1 for the next step, -1 for the one before.
        left: the run is over.

    """

    moved = Signal(int)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it hidden, without a parent so that it can lie on another screen than the desk."""
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self.setProperty("panel", True)
        self.setWindowTitle(self.tr("演示提词（只给主讲人看）"))
        self.place = Words(theme, tone="muted", size=Size.SMALL, wrap=False)
        self.clock = Words(theme, tone="secondary", wrap=False)
        self.title = Words(theme, bold=True, size=Size.LARGE)
        self.note = Words(theme)
        self.trouble = Words(theme, tone="attention")
        self.following = Words(theme, tone="muted", size=Size.SMALL)
        self.back = button(self.tr("上一步"), "", "PgUp")
        self.next = button(self.tr("下一步"), "primary", self.tr("PgDn、空格"))
        self.leave = button(self.tr("结束演示"), "quiet", "Esc")
        for one in (self.back, self.next, self.leave):
            one.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10))
        column.setSpacing(theme.px(6))
        column.addLayout(row(theme, self.place, None, self.clock))
        for part in (self.title, self.note, self.trouble):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(rule())
        column.addWidget(self.following)
        column.addLayout(row(theme, self.next, self.back, None, self.leave))
        self.back.clicked.connect(lambda: self.moved.emit(-1))
        self.next.clicked.connect(lambda: self.moved.emit(1))
        self.leave.clicked.connect(self.left)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.resize(theme.px(420), theme.px(280))

    def show_step(self, show: Show, at: int, trouble: tuple[str, ...], *, rehearsing: bool) -> None:
        """Show the note of a step."""
        step = show.steps[at]
        place = self.tr("第 {0}/{1} 步").format(at + 1, len(show.steps))
        self.place.say(self.tr("排练 · {0}").format(place) if rehearsing else place)
        self.title.say(presenter_words.title(step))
        self.note.say(presenter_words.note(step))
        self.trouble.say("\n".join(trouble))
        last = at + 1 >= len(show.steps)
        self.following.say(
            self.tr("最后一步")
            if last
            else self.tr("下一步：{0}").format(presenter_words.title(show.steps[at + 1]))
        )  # fmt: skip
        self.back.setEnabled(at > 0)
        self.next.setText(self.tr("结束") if last else self.tr("下一步"))

    def show_clock(self, step_s: float, planned_s: int, whole_s: float) -> None:
        """Show how long this step has taken, of how long it should, and the whole."""
        here = presenter_words.clock(step_s)
        if planned_s:
            here = f"{here} / {presenter_words.clock(planned_s)}"
        self.clock.say(
            self.tr("{0} · 共 {1}").format(here, presenter_words.clock(whole_s)),
            "attention" if planned_s and step_s > planned_s else "secondary",
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Next, back, leave."""
        key = event.key()
        if key in _NEXT:
            self.moved.emit(1)
        elif key in _BACK:
            self.moved.emit(-1)
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_F11):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the window ends the run."""
        super().closeEvent(event)
        self.left.emit()
