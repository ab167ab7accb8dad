"""The alarm sheet (F2): what stands and what to do about it; beside it the performance record and the philosophy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from data.model.situation import Situation, Touched
from data.model.steps import Step
from views.alarm_philosophy import AlarmPhilosophy
from views.alarm_report import AlarmReport
from views.alarm_rows import Shelving
from views.alarm_standing import AlarmStanding
from views.pane import Selection
from views.sheet_pane import SheetPane
from views.sound_button import SoundButton
from widgets.theme import Theme, retheme

if TYPE_CHECKING:
    from data.rules.alarms.engine import Held
    from data.rules.alarms.lines import AlarmList

LIST, REPORT, PHILOSOPHY = range(3)


class AlarmSheet(SheetPane):
    """The sheet.

    Signals:
        history_requested: tags (tuple); answer with `show_history`.
        mute_requested: minutes, 0 to sound again.
        sound_settings_requested: the page of settings with the fields of sound and speech.

    """

    history_requested = Signal(tuple)
    mute_requested = Signal(int)
    sound_settings_requested = Signal()

    MOST: ClassVar[tuple[int, int]] = (1560, 900)

    heeds: ClassVar[Touched] = Touched.ALARMS | Touched.REGISTERS | Touched.USER

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(theme, "", "bell", parent)
        self.panel.set_title(self.tr("报警"))
        self._listed: tuple[AlarmList, datetime, tuple[Held, ...]] | None = None
        self._asked: object = None
        self.standing = AlarmStanding(theme)
        self.report = AlarmReport(theme)
        self.philosophy = AlarmPhilosophy(theme)
        self.sound = SoundButton(theme)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setCornerWidget(self.sound)
        for page, title in (
            (self.standing, self.tr("报警单")),
            (self.report, self.tr("绩效")),
            (self.philosophy, self.tr("报警定义")),
        ):
            self.tabs.addTab(page, title)
        self.panel.set_body(self.tabs)
        self.standing.step_requested.connect(self._ask)
        self.standing.history_requested.connect(self.history_requested)
        self.standing.view_requested.connect(self._lead)
        self.sound.mute_requested.connect(self.mute_requested)
        self.sound.settings_requested.connect(self.sound_settings_requested)
        self.tabs.currentChanged.connect(lambda _: self._look())
        self.draw_theme(theme)

    # what the owner says

    def show_alarms(self, listed: AlarmList, at: datetime, held: Iterable[Held] = ()) -> None:
        """Show the lines of a moment; told after every change of alarms, and while any stand with the clock."""
        self._listed = (listed, at, tuple(held))
        if self.isVisible():
            self._show_list()

    def show_history(self, tags: tuple[str, ...], steps: Sequence[Step]) -> None:
        """Show what became of tags so far."""
        self.standing.show_history(tags, steps)

    def show_sound(self, *, on: bool, muted_until: datetime | None, trouble: str = "") -> None:
        """Show whether alarms sound, until when they are mute, and why nothing can be heard."""
        self.sound.show_sound(on=on, muted_until=muted_until, trouble=trouble)

    def show_refusal(self, text: str) -> None:
        """Say why a step was refused; what was typed stays."""
        self._asked = None
        self.standing.show_refusal(text)

    def open_list(self, which: str = Shelving.ALARMS, key: str = "") -> None:
        """Open the sheet at one of its lists, at a line or tag if one is named."""
        self.tabs.setCurrentIndex(LIST)
        self.show()
        if key:
            self.standing.choose(key)
        else:
            self.standing.open_list(Shelving(which))
        self.bring_up(self.standing.front())

    def open_report(self) -> None:
        """Open the sheet at the performance record."""
        self.tabs.setCurrentIndex(REPORT)
        self.bring_up(self.report.first())

    def open_philosophy(self) -> None:
        """Open the sheet at the table of kinds."""
        self.tabs.setCurrentIndex(PHILOSOPHY)
        self.bring_up(self.philosophy.first())

    # drawing

    def draw(self, now: Situation, touched: Touched) -> None:
        """Follow the situation."""
        if touched & (Touched.REGISTERS | Touched.USER):
            self.philosophy.show_situation(now)
        self.report.show_situation(now, self.time or now.at)
        self._show_list()

    def draw_time(self, time: datetime) -> None:
        """Spans of the report end now."""
        if self.now is not None:
            self.report.show_situation(self.now, time)

    def draw_selection(self, selection: Selection | None) -> None:
        """Choose an alarm that was selected elsewhere."""
        if selection is not None and selection.kind == "alarm":
            self.standing.choose(selection.id)

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        retheme(self.panel, theme)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was told while hidden."""
        super().showEvent(event)
        self._show_list()
        self._look()

    # inside

    def _show_list(self) -> None:
        if self.now is None or self._listed is None:
            return
        listed, at, held = self._listed
        self.standing.show_alarms(self.now, listed, at, held)
        waits = sum(line.unacked for line in listed.alarms)
        self.tabs.setTabText(LIST, self.tr("报警单 {0}").format(waits) if waits else self.tr("报警单"))
        said = self.tr("报警较多：按原因合并成行，必达报警单列") if listed.flood else ""
        self.panel.set_summary(said, "state.attention" if said else "text.muted")

    def _look(self) -> None:
        """The record is reckoned when it is looked at."""
        if self.isVisible() and self.tabs.currentIndex() == REPORT:
            self.report.ask()

    def _ask(self, body: object) -> None:
        self._asked = body
        self.step_requested.emit(body, "")
        if self._asked is body:  # nobody refused it
            self.standing.taken()

    def _lead(self, view: str, selection: Selection | None) -> None:
        self.closed.emit()
        self.workspace_requested.emit(view)
        if selection is not None:
            self.selection_requested.emit(selection)
