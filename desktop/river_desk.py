"""How the river speaks at one desk: stations, feeds, the board, alarms and the own forecast. Composed here."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

import resources
from data.feeds.alarm_tables import read_alarm_bounds
from data.feeds.incident_tables import read_incident_tables
from data.feeds.observing import read_observing
from data.model.river import HUAYUANKOU, Reading
from data.model.situation import Situation, Touched
from data.model.steps import ForecastEntered
from data.model.telemetry import Observation
from data.rules.alarms.extra import StageMark
from data.rules.rights import SYSTEM
from desktop.alarm_desk import AlarmDesk, AlarmTables
from desktop.background import Background
from desktop.clock import DeskClock
from desktop.feed_rounds import Rounds
from desktop.feed_setup import FeedSetup
from desktop.feed_sources import OfficeWord
from desktop.forecast_desk import ForecastDesk
from desktop.keeping import Keeping
from desktop.room import Room
from desktop.settings import Settings
from desktop.station_link import LOOPBACK, StationLink
from desktop.telemetry_desk import TelemetryDesk

if TYPE_CHECKING:
    from desktop.frame_player import FramePlayer

DAY_MS = 24 * 3600 * 1000
KEEP_S = 120.0
"""Longest wait of a feed for the disk; then it is asked again from where it stood."""


class RiverDesk(QObject):
    """The river's side of one desk. Made with it; lines, feeds and alarms begin when a person works at it."""

    def __init__(
        self,
        room: Room,
        keeping: Keeping,
        background: Background,
        clock: DeskClock,
        *,
        home: Path,
        settings: Callable[[], Settings],
        parent: QObject | None = None,
    ) -> None:
        """Make everything; nothing listens and nothing is asked yet."""
        super().__init__(parent)
        self._room, self._clock, self._settings, self._background = room, clock, settings, background
        rules = resources.path("rules")
        self.tables = read_observing(rules)
        self.telemetry = TelemetryDesk(room, keeping, background, clock, self.tables, self)
        tables = AlarmTables(read_alarm_bounds(rules), self.tables, read_incident_tables(rules))
        self.alarms = AlarmDesk(room, keeping, background, clock, tables, self)
        self.forecast = ForecastDesk(room, keeping, background, clock, self)
        self.stations = StationLink(self.telemetry, clock, home, rules)
        self.setup = FeedSetup(home, clock.now)
        self._rounds = Rounds(self._keep_now, self.telemetry.tell_feed, clock.now, self._on_fault)
        self._player: FramePlayer | None = None
        self._forgetting = QTimer(self, interval=DAY_MS)
        self._forgetting.timeout.connect(self._forget)
        self.telemetry.board_changed.connect(self.alarms.show_board)
        self.started = False

    def start(self) -> None:
        """Listen for stations, ask the feeds, show what the store knows."""
        if self.started:
            return
        self.started = True
        settings = self._settings()
        self.telemetry.load()
        self._forget()
        self._forgetting.start()
        self.stations.start(settings, self._room.situation.registers.stations)
        self._room.changed.connect(self._on_changed)
        self._rounds.start(self.setup.sources(settings, self._on_office))
        # Thousands of values a second make the search for reference cycles run often; through all that a desk holds
        # it would stop every thread for a quarter of a second. What is here now stays, and is spared the search.
        gc.collect()
        gc.freeze()

    def play(self, reading: Reading) -> bool:
        """Let a simulated station send a recorded reading as a frame; False when there is none, or nobody listens."""
        if not self.stations.port:
            return False
        if self._player is None:
            from desktop.frame_player import FramePlayer

            self._player = FramePlayer(LOOPBACK, self.stations.port, self.stations.address, self._clock.now)
        return self._player.play(reading)

    def silence(self, stations: Iterable[str]) -> None:
        """Let simulated stations fall silent until they are played again: a drill took their lines away."""
        if self._player is not None:
            self._player.silence(stations)

    @property
    def faults(self) -> list[str]:
        """What in tables and templates of this seat could not be read, in words for the status line."""
        return [fault for fault in (self.stations.fault, self.setup.fault) if fault]

    def close(self) -> None:
        """End everything; the store is still open."""
        self._forgetting.stop()
        self.forecast.close()
        self.alarms.close()
        if self._player is not None:
            self._player.close()
        if self.started:
            self._rounds.close()
            self.stations.close()
        self.telemetry.close()

    def _keep_now(self, observations: Sequence[Observation]) -> None:
        self.telemetry.keep(observations).result(KEEP_S)

    def _on_changed(self, now: Situation, touched: Touched) -> None:
        if touched & Touched.REGISTERS:
            self.stations.learn(now.registers.stations)

    def _on_office(self, word: OfficeWord) -> None:
        """From the thread of a feed."""
        self._background.tell(lambda: self._take_office(word))

    def _take_office(self, word: OfficeWord) -> None:
        """Take an office's warning stages, and its forecast of 花园口 where it is newer than the one that stands."""
        own = {
            one.station: StageMark(one.warning_stage_m, one.guaranteed_stage_m, one.datum) for one in word.indices
        }  # fmt: skip
        self.alarms.marks = {**self.alarms.marks, **own}
        now, at = self._room.situation, self._clock.now()
        ahead = [one for one in word.forecasts if one.station == HUAYUANKOU and one.valid_at > at >= one.issued_at]
        issued = max((one.issued_at for one in ahead), default=None)
        stands = now.forecasts.get(HUAYUANKOU)
        if issued is None or (stands is not None and stands.issued_at >= issued):
            return
        peak = max((one for one in ahead if one.issued_at == issued), key=lambda one: one.flow_m3s)
        named = replace(peak, source=f"{word.source.name} {peak.source}".strip())
        self._room.do(ForecastEntered(named), SYSTEM, f"{word.source.key}-{issued.isoformat()}-{peak.flow_m3s:g}")

    def _forget(self) -> None:
        self.telemetry.forget(self._settings().observations_days)

    def _on_fault(self, fault: BaseException) -> None:
        def loudly() -> None:
            raise fault

        self._background.tell(loudly)
