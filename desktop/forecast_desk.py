"""The desk's own forecast: made anew when a station upstream or 花园口 says something new, off the UI thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

import resources
from data.model.river import HUAYUANKOU, RELIABLE, Outlook
from data.model.river_steps import OutlookMade
from data.model.situation import Situation, Touched
from data.rules.rights import SYSTEM
from data.store.store import Store
from desktop.background import Background
from desktop.clock import DeskClock
from desktop.keeping import Keeping
from desktop.newest import Newest
from desktop.room import Room

if TYPE_CHECKING:
    from data.rules.forecast.learning import Learned
    from data.rules.forecast.travel import TravelRow

MODELS, TRAVEL = ("rules/forecast_2019.npz", "rules/forecast.npz"), "rules/travel_times.csv"
BACK = timedelta(days=24)
SOON = timedelta(minutes=10)
"""[设定] A forecast that the river has left is made anew this soon."""
APART = timedelta(hours=3)
"""[设定] Two forecasts are at least so far apart: a few a day are read, more are noise."""
RENEWED = timedelta(hours=20)
"""[设定] After so long one is made although nothing changed much: a bulletin a day."""
MATERIAL_SHARE, MATERIAL_M3S = 0.05, 100.0
"""[设定] A change of any point by this share and this much is one."""
PATIENCE_S = 30.0

History = Mapping[str, Sequence[tuple[datetime, float]]]


class ForecastDesk(QObject):
    """Makes outlooks. Nothing runs before `start`.

    Signals:
        made: Outlook, each that became a step.

    """

    made = Signal(object)

    def __init__(
        self, room: Room, keeping: Keeping, background: Background, clock: DeskClock, parent: QObject | None = None
    ) -> None:
        """Make it; `start` begins."""
        super().__init__(parent)
        self._room, self._keeping, self._clock = room, keeping, clock
        self._hand = Newest[Outlook | None](background, "forecast", self._failed)
        self._learned: tuple[Learned, ...] = ()
        self._travel: tuple[TravelRow, ...] = ()
        self._loaded = False
        self._made_of: tuple[datetime | None, ...] = ()
        self._last_try: datetime | None = None
        self._stations: tuple[str, ...] = ()

    def start(self) -> None:
        """Begin to forecast."""
        from data.rules.forecast.days import STATIONS

        self._stations = STATIONS
        self._room.changed.connect(self._on_changed)
        self._clock.ticked.connect(self._on_ticked)
        self._look()

    def close(self) -> None:
        """End."""
        self._hand.close()

    @property
    def busy(self) -> bool:
        """Whether a forecast is being made."""
        return self._hand.busy

    def _on_changed(self, _now: Situation, touched: Touched) -> None:
        if touched & Touched.RIVER:
            self._look()

    def _on_ticked(self, at: datetime) -> None:
        if self._last_try is not None and at - self._last_try >= RENEWED:
            self._made_of = ()
            self._look()

    def _look(self) -> None:
        """Ask for a forecast when a station it rests on said something new, and the last one is old enough."""
        now, at = self._room.situation, self._clock.now()
        newest = tuple(_newest(now, station) for station in self._stations)
        last, apart = self._last_try, SOON if left_band(now) else APART
        if (
            newest == self._made_of
            or newest[3:4] == (None,)
            or (last is not None and timedelta(0) <= at - last < apart)
        ):
            return
        self._made_of, self._last_try = newest, at
        self._hand.ask(lambda: self._worked_out(now, at), self._on_made)

    # on a hand of its own

    def _worked_out(self, now: Situation, at: datetime) -> Outlook | None:
        from data.rules.forecast.course import outlook
        from data.rules.forecast.learning import newest_before

        self._load()
        history = self._keeping.run(lambda store: _history(store, self._stations, at)).result(PATIENCE_S)
        history = with_newest(history, now)  # what came a moment ago may still be on its way to the disk
        return outlook(history, at, newest_before(self._learned, at.date()), self._travel)

    def _load(self) -> None:
        if self._loaded:
            return
        from data.feeds.travel_times import read_travel_times
        from data.rules.forecast.kept import unpacked

        self._learned = tuple(unpacked(resources.path(name).read_bytes()) for name in MODELS)
        self._travel = read_travel_times(resources.path(TRAVEL))
        self._loaded = True

    # back on the UI thread

    def _on_made(self, outlook: Outlook | None) -> None:
        if outlook is None:
            return
        before = self._room.situation.outlooks.get(outlook.station)
        if before is not None and (before.made_at > outlook.made_at or not worth_a_step(before, outlook)):
            return
        if self._room.do(OutlookMade(outlook), SYSTEM):
            self.made.emit(outlook)

    def _failed(self, error: BaseException) -> None:
        raise error


def left_band(now: Situation, station: str = HUAYUANKOU) -> bool:
    """Whether the newest reading lies outside of what the outlook said of its time."""
    outlook, reading = now.outlooks.get(station), now.latest(station)
    if outlook is None or reading is None or reading.flow_m3s is None or reading.at <= outlook.made_at:
        return False
    ahead = [one for one in outlook.points if one.at >= reading.at]
    return bool(ahead) and not ahead[0].low_m3s <= reading.flow_m3s <= ahead[0].high_m3s


def with_newest(history: History, now: Situation) -> History:
    """Return the history with the readings of the situation, which are newer where both know a time."""
    merged: dict[str, Sequence[tuple[datetime, float]]] = dict(history)
    for station in history:
        known = dict(history[station])
        known |= {one.at: one.flow_m3s for one in now.readings.get(station, ()) if one.flow_m3s is not None}
        merged[station] = sorted(known.items())
    return merged


def worth_a_step(before: Outlook, after: Outlook) -> bool:
    """Whether a forecast says something else than the one that stands, or that one is a day old."""
    if after.made_at - before.made_at >= RENEWED or (before.method, before.missing) != (after.method, after.missing):
        return True
    for point in after.points:
        stood = _at(before, point.at)
        if stood is None:
            continue
        change = abs(point.flow_m3s - stood)
        if change >= MATERIAL_M3S and change >= MATERIAL_SHARE * stood:
            return True
    return False


def _at(outlook: Outlook, when: datetime) -> float | None:
    """Return what an outlook said of a time, straight between its points."""
    for before, after in zip(outlook.points, outlook.points[1:], strict=False):
        if before.at <= when <= after.at:
            share = (when - before.at) / (after.at - before.at)
            return before.flow_m3s + share * (after.flow_m3s - before.flow_m3s)
    return None


def _newest(now: Situation, station: str) -> datetime | None:
    known = [one.at for one in now.readings.get(station, ()) if one.flow_m3s is not None]
    return known[-1] if known else None


def _history(store: Store, stations: Sequence[str], at: datetime) -> History:
    """Return the usable flows of the last weeks, from the series: the situation keeps hours of a quick station."""
    found: dict[str, list[tuple[datetime, float]]] = {}
    for station in stations:
        series = store.series(station, at - BACK, at + timedelta(seconds=1), usable_only=True)
        times: list[float] = series.at.tolist()
        flows: list[float] = series.flow_m3s.tolist()
        found[station] = [
            (datetime.fromtimestamp(when, at.tzinfo), flow)
            for when, flow, quality in zip(times, flows, series.quality, strict=True)
            if flow == flow and quality in RELIABLE  # noqa: PLR0124 - NaN differs from itself
        ]
    return found
