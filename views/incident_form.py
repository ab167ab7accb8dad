"""The left side of the incident sheet: what, where, when, the measures of its kind, people, measures taken, needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from data.model.incident_tables import IncidentTables
from data.rules.incident_grade import names_of
from views import phrases
from views.incident_draft import IncidentDraft
from views.incident_measures import MeasureForm
from views.incident_place import IncidentPlace, align_captions
from views.parts import Choice, Words, boxed, captioned, column, row, rule
from views.river_entry import TimeField
from widgets.theme import Size, Theme


class IncidentForm(QWidget):
    """Fields in the order in which somebody on the telephone tells them.

    Signals:
        changed: something else than the measures changed.
        measured: structure, kind or a measure changed.

    """

    changed = Signal()
    measured = Signal()

    def __init__(self, theme: Theme, tables: IncidentTables, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tables = tables
        self.lead = Words(theme, bold=True)
        self.structure, self.kind = Choice(self.tr("工程类别")), Choice(self.tr("险情种类"))
        self.place, self.at = IncidentPlace(theme), TimeField()
        self.measures = MeasureForm(theme)
        self.casualties, self.taken, self.needs = QLineEdit(), QLineEdit(), QLineEdit()
        self.text = QPlainTextEdit()
        self._lay_out(theme)
        self.structure.set_choices([(one, phrases.registered(one)) for one in tables.structures])
        self.structure.picked.connect(self._choose_structure)
        self.kind.picked.connect(self._choose_kind)
        self.place.structure_found.connect(self._follow_structure)
        self.measures.changed.connect(self.measured)
        for changed in (self.place.changed, self.at.dateTimeChanged, self.text.textChanged):
            changed.connect(self._tell)
        for field in (self.casualties, self.taken, self.needs):
            field.textChanged.connect(self._tell)

    def _lay_out(self, theme: Theme) -> None:
        for field, name, hint in (
            (self.casualties, self.tr("伤亡与影响"), self.tr("人员伤亡、受影响的村与道路；没有也写明“无人员伤亡”")),
            (self.taken, self.tr("已采取措施"), self.tr("警戒、撤人、抛石方量等")),
            (self.needs, self.tr("需求"), self.tr("人员、机械、料物、专家")),
        ):
            field.setAccessibleName(name)
            field.setPlaceholderText(hint)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("说明"))
        self.text.setPlaceholderText(self.tr("现象、经过、旁证"))
        self.text.setFixedHeight(theme.px(56))
        top, told = QFormLayout(), QFormLayout()
        for form in (top, told):
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        what = row(theme, self.structure, self.kind)
        what.setStretch(1, 1)
        captioned(top, self.tr("险情(&K)"), what, self.kind)
        captioned(top, self.tr("发现时间(&T)"), row(theme, self.at, None), self.at)
        captioned(told, self.tr("伤亡与影响(&C)"), self.casualties)
        captioned(told, self.tr("已采取措施(&M)"), self.taken)
        captioned(told, self.tr("需求(&N)"), self.needs)
        captioned(told, self.tr("说明(&E)"), self.text)
        for form in (top, told):
            align_captions(theme, form)
        self._measured_lead = Words(theme, self.tr("量测（粗体为定级依据，未量的留空）"), size=Size.SMALL, tone="muted")
        self._measured_rule = rule()
        inner = column(
            theme,
            self.lead,
            top,
            self.place,
            rule(),
            self._measured_lead,
            self.measures,
            self._measured_rule,
            told,
            None,
            gap=8,
        )
        holder = boxed(theme, inner, (16, 12, 16, 10))
        self.setLayout(column(theme, holder, gap=0))

    # in

    def fill(self, draft: IncidentDraft) -> None:
        """Put a draft in; nothing is told."""
        self.blockSignals(True)
        self.structure.choose(draft.structure)
        self._offer_kinds(draft.structure)
        self.kind.choose(draft.kind)
        self._ask()
        point = None if draft.lon is None or draft.lat is None else (draft.lon, draft.lat)
        self.place.fill(draft.works, draft.spur, draft.chainage_m, draft.place, point)
        if draft.at is not None:
            self.at.set_moment(draft.at)
        self.measures.fill(dict(draft.measures))
        self.text.setPlainText(draft.text)
        for field, text in ((self.casualties, draft.casualties), (self.taken, draft.taken), (self.needs, draft.needs)):
            field.setText(text)
        self.blockSignals(False)

    # out

    def read(self, opened: IncidentDraft) -> IncidentDraft:
        """What stands in the form, as a change of what it was opened with; the decision stands elsewhere."""
        point = self.place.point()
        return replace(
            opened, structure=self.structure.key(), kind=self.kind.key(), works=self.place.works.key(),
            spur=self.place.spur.key(), chainage_m=self.place.chainage_m(), place=self.place.place.text().strip(),
            lon=None if point is None else point[0], lat=None if point is None else point[1],
            at=self._found_at(opened.at), measures=tuple(self.measures.typed().items()),
            text=self.text.toPlainText().strip(), casualties=self.casualties.text().strip(),
            taken=self.taken.text().strip(), needs=self.needs.text().strip(),
        )  # fmt: skip

    def wrong(self) -> str:
        """What in here keeps the incident from being confirmed."""
        faults = self.measures.faults()
        said = (
            (not self.kind.key(), self.tr("先选险情种类")),
            (not self.place.place.text().strip(), self.tr("写明出险部位")),
            (self.place.chainage_wrong(), self.tr("桩号写成 21+300 的样子")),
            (bool(faults), self.tr("数值不对：{0}").format(phrases.listed(faults))),
        )
        return next((text for is_so, text in said if is_so), "")

    def _found_at(self, known: datetime | None) -> datetime:
        """The time in the field; a time that nobody touched keeps its seconds."""
        shown = self.at.moment()
        return known if known is not None and int(known.timestamp()) // 60 == int(shown.timestamp()) // 60 else shown

    # between

    def _offer_kinds(self, structure: str) -> None:
        kinds = [one.kind for one in self._tables.kinds if one.structure == structure]
        self.kind.set_choices([("", self.tr("选择险情种类")), *((one, phrases.registered(one)) for one in kinds)])

    def _choose_structure(self, structure: str) -> None:
        self._offer_kinds(structure)
        self._choose_kind()

    def _follow_structure(self, structure: str) -> None:
        if structure != self.structure.key() and structure in self._tables.structures:
            self.structure.choose(structure)
            self._choose_structure(structure)

    def _choose_kind(self, *_said: object) -> None:
        self._ask()
        self.measured.emit()

    def _ask(self) -> None:
        """Ask exactly for the fields of this kind."""
        structure, kind = self.structure.key(), self.kind.key()
        deciding = {name for line in self._tables.rows(structure, kind) for name in names_of(line.expression)}
        self.measures.set_fields(self._tables.fields(structure, kind) if kind else (), tuple(deciding))
        for part in (self._measured_lead, self._measured_rule):
            part.setVisible(bool(kind))

    def _tell(self, *_said: object) -> None:
        self.changed.emit()
