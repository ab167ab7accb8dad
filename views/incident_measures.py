"""The measured fields of a kind of incident: exactly those of the table, with units and bounds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from data.model.incident_tables import FieldType, MeasureField
from data.rules.incident_grade import read_measure
from views import incident_words, phrases
from views.parts import Choice, Words, row, set_tone
from widgets.theme import Size, Theme

Editor = QLineEdit | Choice

LABEL_PX = 100
"""Width of the captions of the form at a font scale of 1, so that its fields begin in one line."""


class MeasureForm(QWidget):
    """A grid of fields, two abreast where there is room; fields that the grade hangs on come with a mark.

    Signals:
        changed: something was typed or chosen.

    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fields: tuple[MeasureField, ...] = ()
        self._editors: dict[str, Editor] = {}
        self._labels: dict[str, QLabel] = {}
        self._parts: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Room between the lines grows with the letters."""
        self._theme = theme
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(6))
        self._grid.setColumnMinimumWidth(0, theme.px(LABEL_PX))
        self._grid.setColumnMinimumWidth(2, theme.px(LABEL_PX - 16))

    def set_fields(self, fields: Sequence[MeasureField], deciding: Sequence[str] = ()) -> None:
        """Ask for these; what was typed for a field of the same name and type stays."""
        if tuple(fields) == self._fields:
            return
        before, kept = self.typed(), {field.name: field for field in self._fields}
        for part in self._parts:
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._fields, self._editors, self._labels, self._parts = tuple(fields), {}, {}, []
        line, left = 0, True
        for field in fields:
            wide = field.type is FieldType.TEXT
            if wide and not left:
                line, left = line + 1, True
            self._add(field, line, 0 if left else 2, wide=wide, deciding=field.name in deciding)
            line, left = (line, False) if left and not wide else (line + 1, True)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)
        self.fill({name: text for name, text in before.items() if kept[name] in self._fields})

    def typed(self) -> dict[str, str]:
        """What stands in the fields, by name, without the empty ones."""
        said = {
            name: editor.key() if isinstance(editor, Choice) else editor.text().strip()
            for name, editor in self._editors.items()
        }
        return {name: text for name, text in said.items() if text}

    def fill(self, values: Mapping[str, str]) -> None:
        """Put values in; fields that are not named become empty."""
        for name, editor in self._editors.items():
            text = values.get(name, "")
            if isinstance(editor, Choice):
                editor.choose(text)
            else:
                editor.setText(text)
        self._check()

    def faults(self) -> tuple[str, ...]:
        """Labels and bounds of the fields whose words are no value within them."""
        return tuple(
            phrases.noted(phrases.registered(field.label), f"{incident_words.bounds(field)} {field.unit}".strip())
            for field in self._fields
            if self._faulty(field)
        )

    def first(self) -> QWidget | None:
        """The first field."""
        return next(iter(self._editors.values()), None)

    def editor(self, name: str) -> Editor:
        """The editor of a field."""
        return self._editors[name]

    def mark_missing(self, names: Sequence[str]) -> None:
        """Let the labels of the fields that would decide the grade stand out."""
        for name, label in self._labels.items():
            set_tone(label, "attention" if name in names else "secondary")

    def _add(self, field: MeasureField, line: int, at: int, *, wide: bool, deciding: bool) -> None:
        text = phrases.registered(field.label)
        label = Words(self._theme, text, tone="secondary", wrap=False, bold=deciding)
        if deciding:
            label.setToolTip(self.tr("定级依据"))
        editor: Editor
        if field.type is FieldType.CHOICE:
            editor = Choice(text)
            editor.set_choices([("", self.tr("未填")), *((one, phrases.registered(one)) for one in field.choices)])
            editor.picked.connect(self._say)
        else:
            editor = QLineEdit()
            editor.setAccessibleName(text)
            if field.type is FieldType.TEXT:
                editor.setPlaceholderText(phrases.listed(map(phrases.registered, field.choices)))
            else:
                editor.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                editor.setPlaceholderText(incident_words.bounds(field))
            editor.textChanged.connect(self._say)
        label.setBuddy(editor)
        unit = Words(self._theme, field.unit, size=Size.SMALL, tone="muted", wrap=False)
        unit.setMinimumWidth(self._theme.px(26))  # also where there is none, so that the fields end in one line
        held = QWidget()
        held.setLayout(row(self._theme, editor, unit, gap=4))
        held.layout().setStretch(0, 1)  # type: ignore[union-attr]
        self._grid.addWidget(label, line, at)
        self._grid.addWidget(held, line, at + 1, 1, 3 if wide else 1)
        self._editors[field.name], self._labels[field.name] = editor, label
        self._parts += [label, held]

    def _say(self, *_said: object) -> None:
        self._check()
        self.changed.emit()

    def _check(self) -> None:
        for field in self._fields:
            editor = self._editors[field.name]
            wrong = self._faulty(field)
            if isinstance(editor, QLineEdit) and bool(editor.property("wrong")) != wrong:
                editor.setProperty("wrong", wrong)
                editor.style().unpolish(editor)
                editor.style().polish(editor)
                limits = incident_words.bounds(field)
                editor.setToolTip(self.tr("应在 {0} {1} 之间").format(limits, field.unit) if wrong else "")

    def _faulty(self, field: MeasureField) -> bool:
        try:
            read_measure(field, self.typed().get(field.name, ""))
        except ValueError:
            return True
        return False
