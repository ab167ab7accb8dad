"""The ladder of a push as steps: which rungs, in which order, and how long each waits for an answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QSizePolicy, QWidget

from data.feeds.ladder import Rung
from data.model.dispatch import Channel
from data.rules.dispatch import LADDER
from views import outbox_words, phrases, words
from widgets.flow_layout import FlowLayout
from widgets.steady_inputs import SteadySpin
from widgets.theme import Size, Theme

LONGEST_MIN = 240
_ROWS = 4


class LadderEdit(QWidget):
    """Rungs with their waits, numbered in the order in which they are climbed. Signal changed()."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Offer the usual rungs, every one chosen and waiting for a person, until the table of the desk is shown."""
        super().__init__(parent)
        self._theme = theme
        self._seconds: dict[Channel, int] = {}
        self.boxes: dict[Channel, QCheckBox] = {}
        self.waits: dict[Channel, SteadySpin] = {}
        self._numbers: dict[Channel, QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.show_rungs([Rung(channel, 0) for channel in LADDER])

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's measures."""
        self._theme = theme
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(4))
        for channel, number in self._numbers.items():
            number.setFont(theme.font(Size.SMALL, bold=True))
            number.setFixedWidth(theme.px(16))
            self.waits[channel].setFixedWidth(theme.px(104))

    def show_rungs(self, rungs: Sequence[Rung]) -> None:
        """Offer these rungs with their usual waits."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()  # what is to be deleted is still drawn until the loop comes round
                widget.deleteLater()
        self.boxes, self.waits, self._numbers = {}, {}, {}
        self._seconds = {rung.channel: rung.wait_s for rung in rungs}
        for at, rung in enumerate(rungs):
            number, box, wait = QLabel(), QCheckBox(words.channel(rung.channel)), self._wait(rung)
            number.setProperty("tone", "muted")
            box.setChecked(True)
            box.setToolTip(phrases.registered(rung.source))
            row, side = at % _ROWS, at // _ROWS * 4
            for offset, widget in enumerate((number, box, wait)):
                self._grid.addWidget(widget, row, side + offset)
            self.boxes[rung.channel], self.waits[rung.channel], self._numbers[rung.channel] = box, wait, number
            box.toggled.connect(self._look)
            wait.valueChanged.connect(self._look)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(3, self._theme.px(12))
        self._grid.setColumnStretch(5, 1)
        self.set_theme(self._theme)
        self._look()

    def _wait(self, rung: Rung) -> SteadySpin:
        spin = SteadySpin()
        spin.setRange(0, LONGEST_MIN)
        spin.setPrefix(self.tr("等 "))
        spin.setSuffix(self.tr(" 分"))
        spin.setSpecialValueText(self.tr("由人转级"))
        spin.setValue(-(-rung.wait_s // 60))
        spin.setAccessibleName(self.tr("{0}等候多久").format(words.channel(rung.channel)))
        spin.setToolTip(self.tr("多久不应答就转下一级；0 = 等人手工转级。{0}").format(phrases.registered(rung.source)))
        return spin

    def rungs(self) -> tuple[Channel, ...]:
        """The rungs chosen, lowest first."""
        return tuple(channel for channel, box in self.boxes.items() if box.isChecked())

    def waits_s(self) -> tuple[int, ...]:
        """How long each chosen rung waits; a wait left as the table has it keeps its seconds."""
        found: list[int] = []
        for channel in self.rungs():
            minutes, usual = self.waits[channel].value(), self._seconds[channel]
            found.append(usual if minutes == -(-usual // 60) else minutes * 60)
        return tuple(found)

    def _look(self, *_: object) -> None:
        chosen = self.rungs()
        for channel, number in self._numbers.items():
            on = channel in chosen
            number.setText(str(chosen.index(channel) + 1) if on else "")
            last = on and channel is chosen[-1]
            self.waits[channel].setEnabled(on and not last)  # nobody climbs from the last rung
        self.changed.emit()


class Broadcasts(QWidget):
    """Ways to tell everybody at once, besides the ladder; hidden while the desk has none. Signal changed()."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Offer none."""
        super().__init__(parent)
        self.boxes: dict[str, QCheckBox] = {}
        self._flow = FlowLayout(self, theme.px(12))
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        caption = QLabel(self.tr("同时公开发布"))
        caption.setProperty("tone", "muted")
        self._flow.addWidget(caption)
        self.hide()

    def show_carriers(self, carriers: Sequence[tuple[str, str]]) -> None:
        """Offer (name, words) of carriers; those that were chosen stay chosen."""
        before = self.chosen()
        for box in self.boxes.values():
            self._flow.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {}
        for name, said in carriers:
            box = QCheckBox(said)
            with QSignalBlocker(box):
                box.setChecked(name in before)
            box.toggled.connect(lambda _: self.changed.emit())
            self._flow.addWidget(box)
            self.boxes[name] = box
        self.setVisible(bool(carriers))

    def chosen(self) -> tuple[str, ...]:
        """Names of the carriers chosen."""
        return tuple(name for name, box in self.boxes.items() if box.isChecked())

    def clear(self) -> None:
        """Choose none: what goes to the public is chosen anew for each push."""
        for box in self.boxes.values():
            box.setChecked(False)


def steps(ladder: Sequence[Channel], waits_s: Sequence[int]) -> str:
    """A ladder in one line: "手机页面 3 分 → 短信 5 分 → 电话"."""
    parts: list[str] = []
    for at, channel in enumerate(ladder):
        last = at == len(ladder) - 1
        wait = outbox_words.seconds(waits_s[at]) if at < len(waits_s) and not last else ""
        parts.append(" ".join(part for part in (words.channel(channel), wait) if part))
    return " → ".join(parts)
