"""Another value in the place of one that arrived, with a reason; and the list of what was corrected by whom and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from data.model.river import Quality, Reading
from data.model.river_steps import ReadingCorrected
from views import words
from views.hydrology_proposals import value_words
from views.river_entry import EntryForm, flow_field
from widgets.rows_model import Align, Column
from widgets.steady_inputs import SteadyDoubleSpin
from widgets.theme import Theme


@dataclass(frozen=True, slots=True)
class Correction:
    """A value that a person replaced: what arrived, what stands now, who, when, why."""

    station: str
    observed_at: datetime
    old: Reading | None
    new: Reading
    by: str  # as words
    at: datetime
    reason: str

    @property
    def id(self) -> str:
        """What tells corrections apart."""
        return f"{self.station} {self.observed_at.isoformat()} {self.at.isoformat()}"


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A correction with the name of its station."""

    name: str
    made: Correction


class CorrectForm(EntryForm):
    """Corrects the reading it was given. Emits a ReadingCorrected."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._old: Reading | None = None
        self.act.setText(self.tr("更正报汛"))
        self.standing = QLabel()
        self.standing.setWordWrap(True)
        self.flow = flow_field()
        self.stage = SteadyDoubleSpin()
        self.stage.setDecimals(2)
        self.stage.setRange(-10, 1000)
        self.stage.setSpecialValueText(" ")
        self.datum = QLineEdit()
        self.datum.setPlaceholderText(self.tr("如：大沽"))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("如：电话核对，报汛员误读"))
        stage = QHBoxLayout()
        stage.addWidget(self.stage, 1)
        stage.addWidget(self.datum, 1)
        self.form.addRow(self.standing)
        self.form.addRow(self.tr("流量 m³/s"), self.flow)
        self.form.addRow(self.tr("水位 m · 基面"), stage)
        self.form.addRow(self.tr("理由"), self.reason)

    def start(self, old: Reading) -> None:
        """Offer the value that stands; a reason half typed for the same value stays."""
        same = self._old is not None and (self._old.station, self._old.at) == (old.station, old.at)
        if not same:
            self.reason.clear()
            self.flow.setValue(old.flow_m3s or 0.0)
            self.stage.setValue(self.stage.minimum() if old.stage_m is None else old.stage_m)
            self.datum.setText(old.datum)
        self._old = old
        self.say("")
        self.standing.setText(
            self.tr("原值 {0}，{1}。原值留在记录中，此后自动报汛不再覆盖这一时刻。").format(
                value_words(old), words.date_clock(old.at)
            )
        )
        self.flow.setFocus()
        self.flow.selectAll()

    def submit(self) -> None:
        """Check and send."""
        old, reason = self._old, self.reason.text().strip()
        self.flow.interpretText()
        self.stage.interpretText()
        if old is None:
            return
        stage = self.stage.value() if self.stage.value() > self.stage.minimum() else None
        new = replace(
            old,
            flow_m3s=self.flow.value() or None,
            stage_m=stage,
            datum=self.datum.text().strip() if stage is not None else "",
            quality=Quality.CONFIRMED,
        )
        trouble = self._trouble(old, new, reason)
        self.say(trouble)
        if trouble:
            return
        self.reason.clear()
        self._old = None
        self.entered.emit(ReadingCorrected(new, reason))

    def _trouble(self, old: Reading, new: Reading, reason: str) -> str:
        if new.flow_m3s is None and new.stage_m is None:
            return self.tr("须有流量或水位")
        if new.stage_m is not None and not new.datum:
            return self.tr("水位须注明基面")
        if (new.flow_m3s, new.stage_m, new.datum) == (old.flow_m3s, old.stage_m, old.datum):
            return self.tr("与原值相同")
        return "" if reason else self.tr("请写明理由")


def correction_columns() -> tuple[Column[CorrectionRow], ...]:
    """Columns of the list of corrections."""
    t = QCoreApplication.translate
    quiet = "text.muted"
    return (
        Column("station", t("HydrologyCorrect", "测站"), lambda r: r.name, chars=9),
        Column("observed", t("HydrologyCorrect", "观测时间"), lambda r: words.date_clock(r.made.observed_at), chars=11),
        Column(
            "old", t("HydrologyCorrect", "原值"),
            lambda r: words.DASH if r.made.old is None else value_words(r.made.old), role_getter=lambda _: quiet,
            chars=12, stretch=1,
        ),
        Column("new", t("HydrologyCorrect", "更正为"), lambda r: value_words(r.made.new), chars=12, stretch=1),
        Column("by", t("HydrologyCorrect", "更正人"), lambda r: r.made.by, chars=9),
        Column(
            "at", t("HydrologyCorrect", "更正时间"), lambda r: words.date_clock(r.made.at), Align.RIGHT,
            lambda _: quiet, chars=11,
        ),
        Column("reason", t("HydrologyCorrect", "理由"), lambda r: r.made.reason, chars=14, stretch=2),
    )  # fmt: skip
