"""The patrol workspace 巡查: reports and what is done about them, incidents, patrol sections; a tab for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from data.model.field import Position
from data.model.situation import Situation, Touched
from data.model.steps import Step
from data.rules.coverage import Coverage
from data.rules.find import Index
from data.rules.signoff import Preview
from data.rules.ways import Roads
from views.pane import Pane, Selection
from views.patrol_sections import SectionsPanel
from views.photo_overlay import Album
from views.triage import TriagePanel
from views.triage_rows import OPEN, overdue
from widgets.pictures import PathOf, Runner, run_at_once
from widgets.theme import Theme

REPORTS, INCIDENTS, SECTIONS = range(3)
COUNT_MS = 400


class PatrolWorkspace(Pane):
    """Three tabs; what the desk hands in goes to the one that needs it, what a tab wishes goes out from here.

    Signals:
        entry_requested: open the form for a report by telephone.
        incident_requested: open the form that makes an incident of this Report.
        index_requested: the Registers to make an index with pinyin for; answer with `show_index`.
        history_requested: id of a report; answer with `show_history`.
        file_requested: path of a picture to keep, and the callable to hand its Attachment (or None) to.
        call_requested: ids to call, and what about ("report/R1", "sections/D01").
        video_requested: the same, by video.

    """

    entry_requested = Signal()
    incident_requested = Signal(object)
    index_requested = Signal(object)
    history_requested = Signal(str)
    file_requested = Signal(str, object)
    call_requested = Signal(list, str)
    video_requested = Signal(list, str)

    heeds: ClassVar[Touched] = Touched.REPORTS | Touched.INCIDENTS

    def __init__(self, theme: Theme, incidents: Pane, parent: QWidget | None = None) -> None:
        """Put the panel of incidents between the other two tabs."""
        super().__init__(theme, parent)
        self.triage, self.incidents, self.sections = TriagePanel(theme), incidents, SectionsPanel(theme)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self._panes: tuple[Pane, ...] = (self.triage, incidents, self.sections)
        for pane in self._panes:
            self.tabs.addTab(pane, "")
            pane.step_requested.connect(self.step_requested)
            pane.selection_requested.connect(self.selection_requested)
            pane.place_requested.connect(self.place_requested)
            pane.workspace_requested.connect(self.workspace_requested)
            pane.message_requested.connect(self.message_requested)
        for signal, own in (
            (self.triage.entry_requested, self.entry_requested),
            (self.triage.incident_requested, self.incident_requested),
            (self.triage.index_requested, self.index_requested),
            (self.triage.history_requested, self.history_requested),
            (self.triage.file_requested, self.file_requested),
            (self.triage.call_requested, self.call_requested),
            (self.triage.video_requested, self.video_requested),
            (self.sections.call_requested, self.call_requested),
        ):
            signal.connect(own)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.tabs)
        self._count = QTimer(self)
        self._count.setSingleShot(True)
        self._count.setInterval(COUNT_MS)
        self._count.timeout.connect(self._name_tabs)
        self._name_tabs()

    # in, for all

    def show_situation(self, now: Situation, touched: Touched) -> None:
        """Hand it to the tabs: a tab that is not seen only marks itself stale."""
        super().show_situation(now, touched)
        for pane in self._panes:
            pane.show_situation(now, touched)

    def show_preview(self, preview: Preview | None) -> None:
        """Hand it on."""
        super().show_preview(preview)
        for pane in self._panes:
            pane.show_preview(preview)

    def show_selection(self, selection: Selection | None) -> None:
        """Open the tab of what is selected elsewhere, and hand it on."""
        kinds = {"report": REPORTS, "incident": INCIDENTS, "sections": SECTIONS}
        if selection is not None and selection != self.selection and selection.kind in kinds:
            self.tabs.setCurrentIndex(kinds[selection.kind])
        super().show_selection(selection)
        for pane in self._panes:
            pane.show_selection(selection)

    def show_time(self, time: datetime) -> None:
        """Hand it on."""
        super().show_time(time)
        for pane in self._panes:
            pane.show_time(time)

    def show_theme(self, theme: Theme) -> None:
        """Hand it on."""
        super().show_theme(theme)
        for pane in self._panes:
            pane.show_theme(theme)

    # in, for one

    def set_photos(self, photo_path: PathOf, run: Runner = run_at_once) -> None:
        """Say where the file of a digest lies, and who decodes it off the UI thread."""
        self.triage.set_photos(photo_path, run)

    def show_index(self, index: Index) -> None:
        """Take the index that finds people by pinyin."""
        self.triage.show_index(index)

    def show_history(self, report_id: str, steps: Sequence[Step]) -> None:
        """Take the steps of a report."""
        self.triage.show_history(report_id, steps)

    def show_coverage(
        self, covered: Sequence[Coverage], positions: Sequence[Position], tracks: Mapping[str, Sequence[Position]]
    ) -> None:
        """Take when each stretch was last walked, where people are, and the tracks of walks under way."""
        self.sections.show_coverage(covered, positions, tracks)
        self.triage.show_places({one.person: (one.lon, one.lat) for one in positions})

    def show_roads(self, roads: Roads) -> None:
        """Take the network for the way by road."""
        self.triage.show_roads(roads)

    def show_pictures(self, album: Album) -> None:
        """Lay the viewer over the workspace, for pictures of another object."""
        self.tabs.setCurrentIndex(REPORTS)
        self.triage.viewer.open(album)

    # drawing

    def draw(self, now: Situation, touched: Touched) -> None:  # noqa: ARG002 - the names of tabs only
        self._later()

    def draw_time(self, time: datetime) -> None:  # noqa: ARG002 - kept by the pane
        self._later()

    def _later(self) -> None:
        """Count at most twice a second: reports may come by the hundred."""
        if not self._count.isActive():
            self._count.start()

    def _name_tabs(self) -> None:
        now = self.now
        reports = self.tr("接报处置")
        incidents = self.tr("险情")
        if now is not None:
            waiting = sum(one.state in OPEN for one in now.reports.values())
            standing = sum(one.closed_at is None for one in now.incidents.values())
            if waiting:
                reports = self.tr("接报处置 {0}").format(waiting)
                late = sum(overdue(one, self.time or now.at) for one in now.reports.values())
                reports = self.tr("{0}（超时 {1}）").format(reports, late) if late else reports
            if standing:
                incidents = self.tr("险情 {0}").format(standing)
        for place, said in ((REPORTS, reports), (INCIDENTS, incidents), (SECTIONS, self.tr("责任段"))):
            if self.tabs.tabText(place) != said:
                self.tabs.setTabText(place, said)
