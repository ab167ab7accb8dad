"""水情 workspace: a frame of tabs — stations, forecast, rating, entry, sources, frames, bulletin, another's page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from data.model.observing_tables import ObservingTables
from data.model.river import HUAYUANKOU
from data.model.situation import Situation, Touched
from data.model.telemetry import Board
from data.rules.forecast.travel import TravelRow
from data.rules.rating import Rating
from data.rules.signoff import Preview
from views import hydrology_align
from views.hydrology_bulletin import BulletinPage
from views.hydrology_correct import Correction
from views.hydrology_curves import CurvesPage
from views.hydrology_entry import EntryPage
from views.hydrology_forecast import ForecastPage
from views.hydrology_frames import FramesPage
from views.hydrology_health import HealthPage
from views.hydrology_proposals import nobody
from views.hydrology_rating import RatingPage
from views.hydrology_skill_rows import SkillRow
from views.hydrology_stations import StationsPage
from views.hydrology_web import WebPage
from views.pane import Pane, Selection
from views.parts import page as page_ground
from views.push_approval import PinCheck
from views.river_curves import Floats
from widgets.theme import Theme, retheme


class HydrologyWorkspace(Pane):
    """The river in full.

    Signals:
        series_requested: station whose longer series would be shown → `show_series`.
        past_requested: year and station of a past flood that is not at hand → `show_past`.
        skill_requested: figures of the back-test → `show_skill`.
        corrections_requested: readings that people corrected → `show_corrections`.
        picture_requested: digest of a station's picture → `show_picture`.
        export_requested: path of a table, and the Bulletin to write there.
        import_requested: path of a series, and a dict with its datum and zone → `show_import`.
        settings_requested: the bulletin's address is not configured.

    """

    series_requested = Signal(str)
    past_requested = Signal(int, str)
    skill_requested = Signal()
    corrections_requested = Signal()
    picture_requested = Signal(str)
    export_requested = Signal(str, object)
    import_requested = Signal(str, object)
    settings_requested = Signal()

    heeds: ClassVar[Touched] = Touched.RIVER | Touched.LEVEL | Touched.REGISTERS | Touched.USER

    def __init__(self, theme: Theme, pin_check: PinCheck = nobody, parent: QWidget | None = None) -> None:
        """Make the workspace; `pin_check` tells whether a PIN is that of a user."""
        super().__init__(theme, parent)
        self.curves = CurvesPage(theme)
        self.stations_page = StationsPage(theme, self.curves)
        self.forecast = ForecastPage(theme)
        self.rating = RatingPage(theme)
        self.entry = EntryPage(theme, pin_check)
        self.health = HealthPage(theme)
        self.frames = FramesPage(theme)
        self.bulletin = BulletinPage(theme)
        self.web_place = WebPage(theme)
        self._pages: tuple[Pane, ...] = (
            self.stations_page, self.curves, self.forecast, self.entry, self.health, self.bulletin
        )  # fmt: skip
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self._names: dict[str, QWidget] = {}
        for name, title, page in (
            ("stations", self.tr("实时水情"), self.stations_page),
            ("forecast", self.tr("预报"), self.forecast),
            ("rating", self.tr("水位流量关系"), self.rating),
            ("entry", self.tr("录入与复核"), self.entry),
            ("health", self.tr("数据源"), self.health),
            ("frames", self.tr("报文检查"), self.frames),
            ("bulletin", self.tr("水情日报"), self.bulletin),
            ("web", self.tr("上级平台"), self.web_place),
        ):
            self._names[name] = page
            self.tabs.addTab(page, title)
            at = self.tabs.count()
            self.tabs.setTabToolTip(at - 1, self.tr("{0}（Ctrl+Alt+{1}）").format(title, at))
            QShortcut(QKeySequence(f"Ctrl+Alt+{at}"), self, lambda name=name: self.open_tab(name))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page_ground(self.tabs))
        self._wire()
        self.draw_theme(theme)

    def _wire(self) -> None:
        for page in self._pages:
            for name in ("step_requested", "selection_requested", "workspace_requested", "message_requested"):
                getattr(page, name).connect(getattr(self, name))
        self.curves.series_requested.connect(self.series_requested)
        self.curves.past_requested.connect(self.past_requested)
        self.forecast.skill_requested.connect(self.skill_requested)
        self.entry.corrections_requested.connect(self.corrections_requested)
        self.entry.import_requested.connect(self.import_requested)
        self.health.picture_requested.connect(self.picture_requested)
        self.bulletin.export_requested.connect(self.export_requested)
        self.web_place.settings_requested.connect(self.settings_requested)
        self.web_place.message_requested.connect(self.message_requested)
        self.rating.year_chosen.connect(lambda _: self.series_requested.emit(HUAYUANKOU))

    # what the owner says

    def open_tab(self, name: str) -> None:
        """Bring up a tab: stations, forecast, rating, entry, health, frames, bulletin or web."""
        self.tabs.setCurrentWidget(self._names[name])

    def show_series(
        self, station: str, times: Sequence[datetime] | Floats, flows: Floats, stages: Floats | None = None
    ) -> None:
        """Show the longer series of a station that was asked for."""
        self.curves.show_series(station, times, flows, stages)
        if station == HUAYUANKOU:
            self.rating.show_series(self.curves.series[station])

    def show_past(self, year: int, station: str, times: Sequence[datetime] | Floats, flows: Floats) -> None:
        """Show a past year of a station; empty when there is none."""
        self.curves.show_past(year, station, times, flows)

    def show_skill(self, rows: Sequence[SkillRow], note: str = "") -> None:
        """Show the figures of the back-test, with what they were made from."""
        self.forecast.show_skill(rows, note)

    def show_corrections(self, corrections: Sequence[Correction]) -> None:
        """Show which readings people corrected, the newest first."""
        self.entry.show_corrections(corrections)

    def show_picture(self, digest: str, path: Path | None) -> None:
        """Show where a station's picture lies; None when its file is not here."""
        self.health.show_picture(digest, path)

    def show_rating(self, rating: Rating | None) -> None:
        """Show the stage-flow relation of the year, or that there is none."""
        self.rating.show_rating(rating)
        self.forecast.show_rating(rating)

    def show_ratings(self, ratings: Sequence[Rating], year: int) -> None:
        """Offer the relations of all years, that of `year` first."""
        self.rating.show_ratings(ratings, year)

    def show_tables(self, tables: ObservingTables) -> None:
        """Take the table by which values and sources are judged."""
        self.stations_page.show_tables(tables)

    def show_travel(self, rows: Sequence[TravelRow]) -> None:
        """Take travel times that know the flow."""
        travel = hydrology_align.of_table(rows)
        self.curves.set_travel(travel)
        self.stations_page.set_travel(travel)
        self.forecast.show_travel(rows)

    def show_address(self, address: str) -> None:
        """Take the address of the superior's page; nothing means that none is configured."""
        self.web_place.show_address(address)

    def show_import(self, text: str) -> None:
        """Say what came of an import."""
        self.entry.show_import(text)

    # the pages draw themselves when they are seen

    def show_situation(self, now: Situation, touched: Touched) -> None:
        """Hand the situation to all pages."""
        super().show_situation(now, touched)
        for page in self._pages:
            page.show_situation(now, touched)
        if touched & Touched.RIVER:
            self.rating.show_now(now)

    def show_preview(self, preview: Preview | None) -> None:
        """Hand a what-if to the curves."""
        super().show_preview(preview)
        self.curves.show_preview(preview)

    def show_board(self, board: Board | None) -> None:
        """Hand what feeds say to all pages."""
        super().show_board(board)
        for page in self._pages:
            page.show_board(board)

    def show_selection(self, selection: Selection | None) -> None:
        """Hand the selection to all pages."""
        super().show_selection(selection)
        for page in self._pages:
            page.show_selection(selection)

    def show_time(self, time: datetime) -> None:
        """Hand the clock to all pages."""
        super().show_time(time)
        for page in self._pages:
            page.show_time(time)

    def show_theme(self, theme: Theme) -> None:
        """Hand the theme to all pages."""
        for page in self._pages:
            page.show_theme(theme)
        super().show_theme(theme)

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme to what is no pane."""
        for page in (self.rating, self.frames, self.web_place):
            retheme(page, theme)
