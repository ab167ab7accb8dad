"""The grade: what the table suggests and why, beside what a person decides; another grade wants a reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from data.model.incident_tables import MeasureField
from data.rules.incident_grade import GradeSuggestion
from views import incident_words, words
from views.parts import Words, button, column, row
from widgets.flow_layout import FlowLayout
from widgets.theme import Size, Theme

GRADES = (1, 2, 3)


class GradeBox(QWidget):
    """Suggestion above, decision below. Nothing is decided until a person does.

    Signals:
        changed: another grade was chosen, or its reason changed.

    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suggested = GradeSuggestion(in_table=False)
        lead = Words(theme, self.tr("建议等级"), size=Size.SMALL, tone="muted", wrap=False)
        self.figure = Words(theme, size=Size.FIGURE, bold=True, wrap=False)
        self.why = Words(theme)
        self.source = Words(theme, size=Size.TINY, tone="muted")
        self.adopt = button(self.tr("按建议定级"), "primary", self.tr("采用分级表建议的等级（Alt+A）"))
        self._group = QButtonGroup(self)
        self.grades = {grade: button(words.grade(grade)) for grade in GRADES}
        for grade, one in self.grades.items():
            one.setCheckable(True)
            one.setToolTip(self.tr("定为{0}险情（Alt+{1}）").format(words.grade(grade), grade))
            one.setShortcut(f"Alt+{grade}")
            self._group.addButton(one, grade)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("与建议不同的理由（必填）"))
        self.reason.setAccessibleName(self.tr("与建议不同的理由"))
        head = row(theme, self.figure, self.why)
        head.setStretch(1, 1)
        decide = FlowLayout(gap=theme.px(6))
        for one in (self.adopt, *self.grades.values()):
            decide.addWidget(one)
        self.setLayout(column(theme, lead, head, self.source, 2, decide, self.reason, gap=4))
        self._group.idClicked.connect(self._decided)
        self.adopt.clicked.connect(self._adopt)
        self.reason.textChanged.connect(self._tell)
        self._draw()

    def show_nothing(self) -> None:
        """No kind has been chosen: there is nothing to suggest from."""
        self._suggested = GradeSuggestion(in_table=False)
        self.figure.say("")
        self.why.say(self.tr("选定险情种类、填入量测后，按分级表给出建议"), "muted")
        self.source.say("")
        self._draw()

    def show_suggestion(self, found: GradeSuggestion, fields: Sequence[MeasureField]) -> None:
        """Show what the table says of what has been measured so far."""
        self._suggested = found
        tone = {1: "urgent", 2: "attention"}.get(found.grade, "" if found.grade else "muted")
        self.figure.say(incident_words.suggestion(found), tone)
        self.why.say(incident_words.why(found, fields), "attention" if found.missing else "")
        row_found = found.row
        self.source.say(
            incident_words.reliance(row_found.source, row_found.confidence) if row_found is not None else ""
        )
        self._draw()

    def suggested(self) -> int:
        """The grade suggested, 0 for none."""
        return self._suggested.grade

    def grade(self) -> int:
        """The grade that a person chose, 0 while there is none."""
        return max(0, self._group.checkedId())

    def said_reason(self) -> str:
        """Why another grade than the suggested one; empty where they are the same."""
        return self.reason.text().strip() if self._differs() else ""

    def unexplained(self) -> bool:
        """Whether the grade differs from the suggestion and nobody has said why."""
        return self._differs() and not self.reason.text().strip()

    def decide(self, grade: int, reason: str = "") -> None:
        """Put a decision in; 0 takes it away."""
        self._group.setExclusive(False)
        for value, one in self.grades.items():
            one.setChecked(value == grade)
        self._group.setExclusive(True)
        self.reason.setText(reason)
        self._draw()

    def _differs(self) -> bool:
        return bool(self.grade() and self._suggested.grade and self.grade() != self._suggested.grade)

    def _adopt(self) -> None:
        if self._suggested.grade:
            self.decide(self._suggested.grade)
            self.changed.emit()

    def _decided(self, _grade: int) -> None:
        self._draw()
        if self._differs():
            self.reason.setFocus()
        self.changed.emit()

    def _tell(self, _text: str) -> None:
        self.changed.emit()

    def _draw(self) -> None:
        wanted = self._suggested.grade
        self.adopt.setVisible(bool(wanted))
        self.adopt.setEnabled(bool(wanted) and self.grade() != wanted)
        self.adopt.setText(self.tr("按建议定为{0}").format(words.grade(wanted)))
        self.adopt.setShortcut("Alt+A")  # other words on a button take its shortcut away
        self.reason.setVisible(self._differs())
