"""Batch entry from paper tags: type or paste numbers, see whom they mean, set one state for all."""

from __future__ import annotations

import re
from unicodedata import normalize

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from data.model.people import Whereabouts
from data.model.situation import Situation
from data.model.steps import WhereaboutsSet
from views import phrases, step_words, words
from views.page_keys import is_send
from views.people_rows import GROWERS, HOUSEHOLDS, KEYPEOPLE
from views.where_bar import NEEDS_NOTE, not_beyond
from widgets.ink_label import InkLabel
from widgets.theme import Size, Theme

_BETWEEN = re.compile(r"[\s,;，；、/|]+")
REGISTERS = (GROWERS, KEYPEOPLE, HOUSEHOLDS)


def read_numbers(now: Situation, text: str) -> tuple[dict[str, tuple[str, ...]], tuple[str, ...]]:
    """Read typed numbers: ids by register, each once, and what is in no register."""
    known: dict[str, list[str]] = {}
    unknown: list[str] = []
    typed = dict.fromkeys(part.upper() for part in _BETWEEN.split(normalize("NFKC", text).strip()) if part)
    for number in typed:
        register = next((kind for kind in REGISTERS if now.registers.of(kind).get(number) is not None), None)
        if register is None:
            unknown.append(number)
        else:
            known.setdefault(register, []).append(number)
    return {kind: tuple(ids) for kind, ids in known.items()}, tuple(unknown)


class BatchEntry(QWidget):
    """A field for numbers, a state, a note, and a button that names how many it sets.

    Signals:
        steps_requested: WhereaboutsSet bodies, one for each register.

    """

    steps_requested = Signal(tuple)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make empty fields."""
        super().__init__(parent)
        self._now: Situation | None = None
        self._locked = False
        self.numbers = QPlainTextEdit(self)
        self.numbers.setTabChangesFocus(True)
        self.numbers.setPlaceholderText(self.tr("逐个录入或粘贴编号，用空格、逗号或换行隔开，如 N001 N002 Q015 H008"))
        self.numbers.setAccessibleName(self.tr("编号"))
        self.read = InkLabel(theme, role="text.secondary", lines=0)
        self.wrong = InkLabel(theme, role="state.urgent", lines=0)
        self.state = QComboBox(self)
        for state in Whereabouts:
            self.state.addItem(words.whereabouts(state), state)
        self.state.setCurrentIndex(list(Whereabouts).index(Whereabouts.LEFT))
        self.note = QLineEdit(self)
        self.go = QPushButton(self)
        self.go.setProperty("kind", "primary")
        self.go.setToolTip(self.tr("Ctrl+Enter"))
        help_ = InkLabel(
            theme,
            self.tr("依据签收卡、撤离卡或现场名册上的编号登记；同一编号只计一次，未识别的编号留在框中。"),
            role="text.muted",
            size=Size.SMALL,
            lines=0,
        )
        row = QHBoxLayout()
        row.setSpacing(theme.px(6))
        row.addWidget(self.state)
        row.addWidget(self.note, 1)
        row.addWidget(self.go)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(12))
        box.setSpacing(theme.px(6))
        box.addWidget(help_)
        box.addWidget(self.numbers, 1)
        box.addWidget(self.read)
        box.addWidget(self.wrong)
        box.addLayout(row)
        self.numbers.textChanged.connect(self._check)
        self.state.currentIndexChanged.connect(self._check)
        self.note.textChanged.connect(self._check)
        self.go.clicked.connect(self._go)

    def show_situation(self, now: Situation, *, locked: bool) -> None:
        """Know the registers; locked in a what-if."""
        self._now, self._locked = now, locked
        self._check()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_send(event) and self.go.isEnabled():
            self._go()
        else:
            super().keyPressEvent(event)

    def keep_unknown(self) -> None:
        """The numbers read were set: only what could not be read stays in the field."""
        if self._now is not None:
            _, unknown = read_numbers(self._now, self.numbers.toPlainText())
            self.numbers.setPlainText(" ".join(unknown))
            self.note.clear()

    def _check(self) -> None:
        if self._now is None:
            return
        known, unknown = read_numbers(self._now, self.numbers.toPlainText())
        parts = [f"{step_words.register_name(kind)} {len(ids)}" for kind, ids in known.items()]
        typed, count = sum(map(len, known.values())), sum(map(len, self._to_set(self._now, known).values()))
        if typed > count:
            parts.append(self.tr("{0} 个已在其后，不改").format(typed - count))
        self.read.set_text(self.tr("识别：{0}").format(" · ".join(parts)) if parts else self.tr("尚未录入编号"))
        self.wrong.set_text(self.tr("未识别：{0}").format(phrases.listed(unknown[:30])) if unknown else "")
        state = self._chosen_state()
        self.go.setText(self.tr("登记 {0} 个为{1}").format(count, words.whereabouts(state)))
        needs = state in NEEDS_NOTE
        self.note.setPlaceholderText(self.tr("写明情况（必填）") if needs else self.tr("说明（可不填）"))
        self.go.setEnabled(bool(count) and not self._locked and (not needs or bool(self.note.text().strip())))

    def _chosen_state(self) -> Whereabouts:
        return Whereabouts(self.state.currentData())  # Qt keeps the value of an enum of strings, not the member

    def _to_set(self, now: Situation, known: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        """Of several numbers, those further on already are left as they are."""
        where = {row_id: now.where(kind, row_id) for kind, ids in known.items() for row_id in ids}
        going = frozenset(not_beyond(where, where, self._chosen_state()))
        kept = {kind: tuple(row_id for row_id in ids if row_id in going) for kind, ids in known.items()}
        return {kind: ids for kind, ids in kept.items() if ids}

    def _go(self) -> None:
        if self._now is None:
            return
        known = self._to_set(self._now, read_numbers(self._now, self.numbers.toPlainText())[0])
        state, note = self._chosen_state(), self.note.text().strip()
        self.steps_requested.emit(tuple(WhereaboutsSet(kind, ids, state, note) for kind, ids in known.items()))
