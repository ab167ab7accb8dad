"""录入与复核: values typed in, those that wait for a second person, what was corrected, and files to import."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from data.model.river import Reading
from data.model.river_steps import ReadingProposed
from data.model.situation import Situation, Touched
from data.model.steps import Realm
from views import phrases
from views.hydrology_correct import Correction, CorrectionRow, correction_columns
from views.hydrology_import import ImportLine
from views.hydrology_proposals import Proposals, value_words
from views.pane import Pane
from views.parts import Words, boxed, column, rule
from views.push_approval import PinCheck
from views.river_entry import ReadingForm, at_desk, step_for
from widgets.data_table import DataTable
from widgets.panel import Panel
from widgets.rows_model import RowsModel
from widgets.theme import Size, Theme, retheme


class EntryPage(Pane):
    """What people type.

    Signals:
        import_requested: path of a series, and a dict with its datum and zone.
        corrections_requested: the list of corrections would be shown.

    """

    import_requested = Signal(str, object)
    corrections_requested = Signal()

    heeds: ClassVar[Touched] = Touched.RIVER | Touched.REGISTERS | Touched.USER

    def __init__(self, theme: Theme, pin_check: PinCheck, parent: QWidget | None = None) -> None:
        """Make the page with an empty form."""
        super().__init__(theme, parent)
        self._waits_for = ""  # the proposal that the message beside the form is about
        self._came = False
        self.form = ReadingForm(theme)
        self.form.back.hide()
        self.said = Words(theme, size=Size.SMALL, tone="secondary")
        self.said.say("")
        self.proposals = Proposals(theme, pin_check)
        self.corrections: RowsModel[CorrectionRow] = RowsModel(correction_columns(), lambda row: row.made.id, self)
        self.corrected = DataTable(theme, self.corrections)
        self.corrected.set_empty_words(self.tr("没有更正过的报汛；在“实时水情”选中一次报汛按 Ctrl+E 更正"))
        self.import_line = ImportLine(theme)
        self._arrange(theme)
        self.form.entered.connect(self._enter)
        self.proposals.decided.connect(self._decide)
        self.import_line.requested.connect(self.import_requested)

    def _arrange(self, theme: Theme) -> None:
        self.form_panel = Panel(theme, self.tr("人工报汛"), detachable=False, icon="phone")
        typed = column(theme, self.form, boxed(theme, column(theme, self.said)), None, gap=0)
        body = QWidget()
        body.setLayout(typed)
        self.form_panel.set_body(body)
        self.waiting_panel = Panel(theme, self.tr("待第二人复核"), detachable=False, icon="people")
        self.waiting_panel.set_body(self.proposals)
        self.corrected_panel = Panel(theme, self.tr("已更正的报汛"), detachable=False, icon="sign")
        self.corrected_panel.set_body(self.corrected)
        right = QSplitter(Qt.Orientation.Vertical)
        right.addWidget(self.waiting_panel)
        right.addWidget(self.corrected_panel)
        right.setSizes([300, 300])
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(self.form_panel)
        self.split.addWidget(right)
        self.split.setSizes([380, 900])
        for at, share in enumerate((0, 1)):
            self.split.setStretchFactor(at, share)
        for part in (right, self.split):
            part.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.split, 1)
        outer.addWidget(rule())
        outer.addWidget(self.import_line)

    # what the owner says

    def show_corrections(self, corrections: Sequence[Correction]) -> None:
        """Show what was corrected, the newest first."""
        now = self.now
        names = {one.id: phrases.registered(one.name) for one in now.registers.stations} if now is not None else {}
        self.corrected.set_rows([CorrectionRow(names.get(one.station, one.station), one) for one in corrections])
        self.corrected_panel.set_summary(self.tr("{0} 次").format(len(corrections)) if corrections else "")

    def show_import(self, text: str) -> None:
        """Say what came of an import."""
        self.import_line.say(text)

    # drawing

    def draw(self, now: Situation, touched: Touched) -> None:  # noqa: ARG002 - all of it is cheap
        """Draw form and lists."""
        self.form.show_situation(now)
        if now.realm is not Realm.REPLAY:
            self.form.renew_time(self.time or now.at)
        self._follow(now)
        self.draw_time(self.time or now.at)
        self.corrections_requested.emit()

    def draw_time(self, time: datetime) -> None:
        """Bring ages up to date."""
        if self.now is not None:
            self.form.show_time(time)
            self.form.offer_time(time)
            self.proposals.show_proposals(self.now, time)
            count = len(self.now.proposals)
            told = self.tr("{0} 个").format(count) if count else ""
            self.waiting_panel.set_summary(told, "state.attention" if count else "text.muted")

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        retheme(self.split, theme)
        retheme(self.import_line, theme)

    # what was asked

    def _follow(self, now: Situation) -> None:
        """Take the message back once the second person has decided."""
        if not self._waits_for:
            return
        if self._waits_for in now.proposals:
            self._came = True
        elif self._came:
            self._waits_for, self._came = "", False
            self.said.say("")

    def _enter(self, reading: Reading) -> None:
        if self.now is None:
            return
        step = step_for(self.now, reading, at_desk(self.now, self.time))
        self._waits_for, self._came = "", False
        if isinstance(step, ReadingProposed):
            self._waits_for = step.proposal.id
            self.said.say(self.tr("{0}：将跨越触发值，待第二人复核").format(value_words(reading)), "attention")
        else:
            self.said.say(self.tr("{0}：已录入").format(value_words(reading)), "secondary")
        self.step_requested.emit(step, "")

    def _decide(self, body: object, user: str) -> None:
        self.step_requested.emit(body, user)
