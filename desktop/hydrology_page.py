"""The 水情 page at the desk: what it asks for is answered from the store, tables and bulletins are written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

import resources
from data.documents.bulletin import HEADINGS, Bulletin
from data.feeds.forecast_backtest import read_backtest
from data.feeds.travel_times import read_travel_times
from data.model.river import HUAYUANKOU, Reading
from data.model.river_steps import OutlookMade, ReadingCorrected
from data.model.situation import Situation, Touched
from data.model.steps import ReadingTaken
from data.store.journal import JournalLine, Wanted
from data.store.series import Series
from data.store.store import Store
from desktop.answers import just_after
from desktop.forecast_desk import TRAVEL
from desktop.pins import pin_fits
from views import step_words
from views.hydrology import HydrologyWorkspace
from views.hydrology_correct import Correction
from views.hydrology_skill_rows import SkillRow

if TYPE_CHECKING:
    from data.rules.forecast.skill import Score
    from data.rules.forecast.year_rating import YearRating
    from desktop.app import Anlan

CORRECTIONS_BACK = timedelta(days=120)
MOST = 2000
BACKTEST = "rules/forecast_backtest.csv"
FEW = 30
"""[设定] With fewer forecasts judged than this the shipped back-test says more."""


class HydrologyPage(QObject):
    """Builds the workspace and answers it."""

    def __init__(self, anlan: Anlan) -> None:
        """Build it for this desk."""
        super().__init__(anlan)
        self._desk = anlan
        self._answered: dict[str, Series | None] = {}
        page = self.page = HydrologyWorkspace(anlan.theme, pin_fits)
        page.series_requested.connect(self.answer_series)
        page.past_requested.connect(self._answer_past)
        page.skill_requested.connect(self._answer_skill)
        page.corrections_requested.connect(self._answer_corrections)
        page.picture_requested.connect(self._answer_picture)
        page.export_requested.connect(self._write_bulletin)
        page.settings_requested.connect(lambda: anlan.window.open_workspace("system"))
        anlan.add_pane(page)
        page.show_tables(anlan.river_desk.tables)
        page.show_travel(read_travel_times(resources.path(TRAVEL)))
        page.show_address(anlan.settings.platform_url)
        page.show_rating(anlan.rating())
        page.show_ratings(tuple(anlan.ratings.values()), anlan.clock.now().year)
        anlan.room.changed.connect(self._on_changed)
        self._answer_rating()

    def answer_series(self, station: str) -> None:
        """Show the whole series of a station; of the past, what it was then."""
        self._answered.setdefault(station, None)
        until = just_after(self._desk.showing.until)

        def shown(series: Series) -> None:
            self._answered[station] = series
            self._show_series(series.until(self._desk.showing.until))

        self._desk.keeping.ask(lambda store: store.series(station, end=until), shown, self._desk.on_fault)

    def renew(self) -> None:
        """Answer anew what was asked: the screen went to another moment."""
        for station in self._answered:
            self.answer_series(station)
        self._answer_corrections()

    def cut(self, until: datetime) -> None:
        """Show at once no more of what was answered than was known at a moment."""
        for series in self._answered.values():
            if series is not None:
                self._show_series(series.until(until))

    def _show_series(self, series: Series) -> None:
        self.page.show_series(series.station, series.at, series.flow_m3s, series.stage_m)

    def _answer_rating(self) -> None:
        """Make the rating of the year from its own readings, once there are enough; till then the shipped one holds."""
        desk = self._desk
        now = desk.clock.now()
        station = desk.room.situation.registers.stations.get(HUAYUANKOU)
        latest = desk.room.situation.latest()
        datum = (latest.datum if latest is not None else "") or (station.datum if station is not None else "")
        start = datetime(now.year, 1, 1, tzinfo=UTC)

        def read(store: Store) -> YearRating | None:
            from data.rules.forecast.year_rating import year_rating

            return year_rating(_readings(store.series(HUAYUANKOU, start, now)), HUAYUANKOU, now.year, datum)

        def shown(found: YearRating | None) -> None:
            if found is not None:
                self.page.forecast.show_rating(found.rating, (found.low_m, found.high_m))

        desk.keeping.ask(read, shown, desk.on_fault)

    def _answer_past(self, year: int, station: str) -> None:
        start, end = datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)
        end = min(end, just_after(self._desk.showing.until) or end)

        def shown(series: Series) -> None:
            self.page.show_past(year, station, series.at, series.flow_m3s)

        self._desk.keeping.ask(lambda store: store.series(station, start, end), shown, self._desk.on_fault)

    def _on_changed(self, _now: Situation, touched: Touched) -> None:
        if touched & Touched.RIVER and self.page.isVisible():
            self._answer_corrections()

    def _answer_corrections(self) -> None:
        desk = self._desk
        start = desk.showing.time - CORRECTIONS_BACK
        end = just_after(desk.showing.until)

        def read(store: Store) -> tuple[list[JournalLine], list[JournalLine]]:
            made = store.find(Wanted(None, None, start, end, ("ReadingCorrected",), newest_first=True, limit=MOST))
            taken = store.find(Wanted(None, None, start, end, ("ReadingTaken",), limit=MOST * 10)) if made else []
            return made, taken

        def shown(found: tuple[list[JournalLine], list[JournalLine]]) -> None:
            self.page.show_corrections(corrections(desk.showing.situation, *found))

        desk.keeping.ask(read, shown, desk.on_fault)

    def _answer_skill(self) -> None:
        """Score the outlooks of this store whose truth has come."""
        desk = self._desk
        until = just_after(desk.showing.until)

        def read(store: Store) -> tuple[tuple[Score, ...], int, bool]:
            from data.rules.forecast.skill import scores

            lines = store.find(Wanted(kinds=("OutlookMade",), end=until, newest_first=True, limit=MOST))
            made = [line.step.body.outlook for line in lines if isinstance(line.step.body, OutlookMade)]
            flattered = any(one.trained_to is not None and one.trained_to > one.made_at for one in made)
            return scores(made, _flows(store.series(HUAYUANKOU, end=until))), len(made), flattered

        def shown(found: tuple[tuple[Score, ...], int, bool]) -> None:
            if sum(one.n for one in found[0]) < FEW:
                note = self.tr("2010–2020 年逐日回算，只用当时以前的资料；本台已作 {0} 次，评定次数尚少").format(
                    found[1]
                )
                tested = read_backtest(resources.path(BACKTEST))
                self.page.show_skill([SkillRow.of_backtest(one) for one in tested], note)
                return
            note = self.tr("本台已作预报 {0} 次，真值到后逐次评定").format(found[1])
            if found[2]:  # the demonstration's flood is among what the shipped forecast was learned from
                note = self.tr("本台已作预报 {0} 次；率定资料含本时段，成绩偏好").format(found[1])
            self.page.show_skill([SkillRow.of_score(one) for one in found[0]], note)

        desk.keeping.ask(read, shown, desk.on_fault)

    def _answer_picture(self, digest: str) -> None:
        def shown(path: Path | None) -> None:
            self.page.show_picture(digest, path)

        self._desk.keeping.ask(lambda store: store.file_path(digest), shown, self._desk.on_fault)

    def _write_bulletin(self, path: str, made: Bulletin) -> None:
        from data.feeds.exports import export_rows

        rows = made.table()
        self._desk.pages.write(lambda: export_rows(HEADINGS, rows, Path(path), title=made.title), path)


def _readings(series: Series) -> list[Reading]:
    times: list[float] = series.at.tolist()
    flows: list[float] = series.flow_m3s.tolist()
    stages: list[float] = series.stage_m.tolist()
    return [
        Reading(series.station, datetime.fromtimestamp(at, UTC), flow, stage, datum)
        for at, flow, stage, datum in zip(times, flows, stages, series.datum, strict=True)
        if not isnan(flow) and not isnan(stage)
    ]


def _flows(series: Series) -> list[Reading]:
    times: list[float] = series.at.tolist()
    flows: list[float] = series.flow_m3s.tolist()
    return [
        Reading(series.station, datetime.fromtimestamp(at, UTC), flow)
        for at, flow in zip(times, flows, strict=True)
        if not isnan(flow)
    ]


def corrections(now: Situation, made: Sequence[JournalLine], taken: Sequence[JournalLine]) -> list[Correction]:
    """Return what people corrected, with what had arrived before for the same time."""
    arrived: dict[tuple[str, datetime], list[tuple[int, Reading]]] = {}
    for line in taken:
        if isinstance(line.step.body, ReadingTaken):
            reading = line.step.body.reading
            arrived.setdefault((reading.station, reading.at), []).append((line.seq, reading))
    found: list[Correction] = []
    for line in made:
        if not isinstance(line.step.body, ReadingCorrected):
            continue
        reading, reason = line.step.body.reading, line.step.body.reason
        before = [one for seq, one in arrived.get((reading.station, reading.at), []) if seq < line.seq]
        by = step_words.actor(now, line.step.actor)
        old = before[-1] if before else None
        found.append(Correction(reading.station, reading.at, old, reading, by, line.step.at, reason))
    return found
