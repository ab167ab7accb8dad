"""更正: put right what a report says, as a further step; the first wording stays in its history."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from data.model.dispatch import Report
from data.model.steps import Body, ReportAmended
from views import words
from views.parts import Choice, captioned
from views.report_sheet import PlaceField
from views.triage_forms import ActForm
from widgets.theme import Theme


class AmendForm(ActForm):
    """Fields filled with what is known; only what was changed becomes part of the step."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.category, self.kind = Choice(self.tr("大类")), QLineEdit()
        self.category.set_choices([(f"E{n}", f"E{n} {words.category(f'E{n}')}") for n in range(1, 10)])
        self.grade = Choice(self.tr("等级"))
        self.grade.set_choices([(f"{n}", words.grade(n)) for n in (1, 2, 3)])
        self.place = PlaceField(theme)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("内容"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme.px(64))
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("为何更正，如“电话核对”（必填）"))
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        captioned(form, self.tr("大类"), self.category)
        captioned(form, self.tr("种类"), self.kind)
        captioned(form, self.tr("等级"), self.grade)
        captioned(form, self.tr("地点"), self.place, self.place.text)
        captioned(form, self.tr("内容"), self.text)
        captioned(form, self.tr("说明"), self.note)
        holder = QWidget()
        holder.setLayout(form)
        for choice in (self.category, self.grade):
            choice.picked.connect(self.ready)
        for field in (self.kind, self.note, self.place.text):
            field.textChanged.connect(self.ready)
        self.text.textChanged.connect(self.ready)
        self.fill(theme, holder)

    def first(self) -> QWidget:
        return self.text

    def clear(self) -> None:
        self.note.clear()
        self.place.clear()

    def show_heading(self, fresh: bool) -> None:
        self.heading.say(self.tr("更正：原话留在经过里"))
        report = self._report()
        if report is None or not fresh:
            return
        if self.now is not None:
            self.place.show_context(self.now, None)
        self.category.choose(report.category)
        self.grade.choose(f"{report.grade}")
        self.kind.setText(report.kind)
        self.text.setPlainText(report.text)
        self.place.text.setText(report.place)

    def words(self) -> str:
        return self.tr("更正这件事件")

    def body(self) -> Body | None:
        report, note = self._report(), self.note.text().strip()
        if report is None or not note or len(self.reports) != 1:
            return None
        label, lon, lat = self.place.value()
        kind, text = self.kind.text().strip(), self.text.toPlainText().strip()
        grade = int(self.grade.key() or report.grade)
        changed = ReportAmended(
            report.id,
            _other(self.category.key(), report.category),
            _other(kind, report.kind),
            _other(text, report.text),
            _other(label, report.place),
            None if grade == report.grade else grade,
            lon,
            lat,
            note=note,
        )
        return None if changed == ReportAmended(report.id, note=note) else changed

    def _report(self) -> Report | None:
        return self.reports[0] if self.reports else None


def _other(given: str, known: str) -> str:
    return "" if given == known else given
