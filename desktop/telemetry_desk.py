"""What stations and feeds send, on its way to disk, screen and situation: judged, kept, folded into the board."""

from __future__ import annotations

import gc
import threading
from collections import deque
from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import blake2b
from time import perf_counter

from immutables import Map
from PySide6.QtCore import QObject, QTimer, Signal

from data.model.observing_tables import ObservingTables
from data.model.river import RELIABLE, Quality, Reading, Station
from data.model.river_steps import ProposalDecided, ReadingCorrected
from data.model.situation import Situation, Touched
from data.model.steps import ReadingTaken, Step
from data.model.telemetry import (
    Board,
    FeedHealth,
    LinkHealth,
    Observation,
    Source,
    SourceKind,
    StationPicture,
    StationPictureKept,
    Variable,
)
from data.rules.observing.board import folded, to_reading, with_feed, with_links, with_pictures
from data.rules.observing.checks import UNITS, Tracks, judged
from data.rules.observing.folding import folded_with_readings
from data.rules.observing.worth import worth_a_step
from data.rules.rights import SYSTEM
from data.store.store import Store
from desktop.background import Background
from desktop.clock import DeskClock
from desktop.keeping import Keeping
from desktop.room import Room

GATHER_MS = 250
"""A board is shown at most four times a second, however many frames come."""
SLICE_S = 0.015
"""Longest time in one go for taking readings; the rest waits for the next turn."""
BACK = timedelta(days=8)
"""What was observed longer ago than this is not on the board at start."""
MOST_WAITING = 5_000
AHEAD = timedelta(minutes=10)
STAYING = 12_000
"""After so many values what they have become is taken out of the search for reference cycles: it stays until newer ones
take its place, makes no cycles, and searching through it would stop every thread for a tenth of a second."""


class TelemetryDesk(QObject):
    """The way of a value: any thread → disk → board and step. It opens no line itself (station_link, feed_rounds).

    Signals:
        board_changed: Board, at most four times a second.
        taken: Reading that became a step.

    """

    board_changed = Signal(object)
    taken = Signal(object)

    def __init__(
        self,
        room: Room,
        keeping: Keeping,
        background: Background,
        clock: DeskClock,
        tables: ObservingTables,
        parent: QObject | None = None,
    ) -> None:
        """Make it; values may come from now on."""
        super().__init__(parent)
        self.tables = tables
        self._room, self._keeping, self._background, self._clock = room, keeping, background, clock
        self._lock = threading.Lock()
        self._held = Board()
        self._shown: Board | None = None
        self._tracks: Tracks = Map()
        self._fresh: deque[Reading] = deque(maxlen=MOST_WAITING)
        self._own: set[str] = set()  # keys of the steps made here: what they carry is on the board already
        self._last: dict[str, Reading] = {}
        self._woken = False
        self._since_rest = 0
        self._stations: dict[str, Station] = {}
        self._readings, self._proposals = room.situation.readings, room.situation.proposals
        self._gather = QTimer(self, singleShot=True, interval=GATHER_MS)
        self._gather.timeout.connect(self._take)
        self._intake = keeping.telemetry_intake(self._judge, self._on_kept, self._on_picture)
        self._on_changed(room.situation, Touched.everything())
        room.changed.connect(self._on_changed)
        room.stepped.connect(self._on_stepped)
        self._fold_readings(room.situation)

    # ── in, from any thread ──

    def keep(self, observations: Sequence[Observation]) -> Future[None]:
        """Keep observations; the future ends once they are on disk. From any thread."""
        return self._intake.keep(observations)

    def keep_picture(self, picture: StationPicture) -> Future[StationPictureKept]:
        """Keep a station's picture. From any thread."""
        return self._intake.keep_picture(picture)

    def tell_links(self, links: Iterable[LinkHealth]) -> None:
        """Show how stations' lines do. From any thread."""
        with self._lock:
            self._held = with_links(self._held, links)
        self._wake()

    def tell_feed(self, feed: FeedHealth) -> None:
        """Show how a source does. From any thread."""
        with self._lock:
            self._held = with_feed(self._held, feed)
        self._wake()

    @property
    def waiting(self) -> int:
        """How many observations are on their way to the disk."""
        return self._intake.waiting

    @property
    def board(self) -> Board:
        """The board as it is now; from any thread."""
        with self._lock:
            return self._held

    def load(self) -> None:
        """Bring what the store knows onto the board."""
        since = self._clock.now() - BACK

        def read(store: Store) -> tuple[list[Observation], list[StationPictureKept]]:
            return store.telemetry.newest(since), store.telemetry.newest_pictures()

        def loaded(found: tuple[list[Observation], list[StationPictureKept]]) -> None:
            with self._lock:
                self._held = with_pictures(folded(self._held, found[0], self._clock.now()), found[1])
                self._fresh.extend(self._untaken(self._held))
            self._wake()

        self._keeping.ask(read, loaded, self._failed)

    def _untaken(self, board: Board) -> list[Reading]:
        """Return what an earlier session kept on disk but did not live to take as a step."""
        known = self._room.situation.readings
        found = [to_reading(board, station, self.tables) for station in self._stations]
        return [
            one
            for one in found
            if one is not None and one.usable and (one.station not in known or known[one.station][-1].at < one.at)
        ]

    def forget(self, days: int) -> None:
        """Drop what was observed so many days ago, away from the registered stations too; hands' values stay."""
        before = self._clock.now() - timedelta(days=days)
        self._keeping.ask(lambda store: store.telemetry.forget(before), lambda _: None, self._failed)

    def close(self) -> None:
        """Take no more."""
        self._gather.stop()
        self._room.changed.disconnect(self._on_changed)
        self._room.stepped.disconnect(self._on_stepped)

    # ── on the store's thread ──

    def _judge(self, batch: Sequence[Observation]) -> Sequence[Observation]:
        done, self._tracks = judged(batch, self._tracks, self.tables, self._stations, self._readings)
        return done

    def _on_kept(self, batch: Sequence[Observation]) -> None:
        at = self._clock.now()
        with self._lock:
            self._held, readings = folded_with_readings(self._held, batch, self.tables, self._stations, at)
            self._fresh.extend(readings)
        self._wake()
        self._since_rest += len(batch)
        if self._since_rest >= STAYING:
            self._since_rest = 0
            let_stay()

    def _on_picture(self, kept: StationPictureKept) -> None:
        with self._lock:
            self._held = with_pictures(self._held, [kept])
        self._wake()

    def _wake(self) -> None:
        with self._lock:
            if self._woken:
                return
            self._woken = True
        self._background.tell(self._begin)

    # ── on the UI thread ──

    def _begin(self) -> None:
        if not self._gather.isActive():
            self._gather.start(0 if self._shown is None else GATHER_MS)

    def _take(self) -> None:
        """Take readings as steps for a while, then show the board."""
        with self._lock:
            self._woken = False
        ends = perf_counter() + SLICE_S
        with self._room.together():
            while self._fresh and perf_counter() < ends:
                self._take_one(self._fresh.popleft())
        board = self.board
        if board is not self._shown:
            self._shown = board
            self.board_changed.emit(board)
        if self._fresh and not self._gather.isActive():
            self._gather.start(1)

    def _take_one(self, reading: Reading) -> None:
        now, last = self._room.situation, self._last.get(reading.station)
        if not worth_a_step(now, reading, self.tables, last):
            return
        if (last is None or last.at <= reading.at) and reading.at <= self._clock.now() + AHEAD:
            self._last[reading.station] = reading  # what claims to be of tomorrow must not stand before today's values
        key = step_key(reading)
        self._own.add(key)
        if self._room.take(Step(key, max(now.at, self._clock.now()), SYSTEM, now.realm, ReadingTaken(reading))):
            self.taken.emit(reading)

    def _on_changed(self, now: Situation, touched: Touched) -> None:
        self._readings, self._proposals = now.readings, now.proposals
        if touched & Touched.REGISTERS:
            self._stations = {station.id: station for station in now.registers.stations}

    def _on_stepped(self, step: Step) -> None:
        """What a person typed, or a bulletin brought by hand, stands on the board beside what feeds send."""
        if step.key in self._own:
            return
        by = step.actor
        match step.body:
            case ReadingTaken(reading):
                pass
            case ReadingCorrected(reading, _):
                reading = replace(reading, quality=Quality.CONFIRMED)
            case ProposalDecided(proposal, True) if proposal in self._proposals:
                reading, by = self._proposals[proposal].reading, self._proposals[proposal].by
            case _:
                return
        values = observed(reading, by, step.at)
        if values and values[0].source.kind is SourceKind.HAND:
            self._background.follow(self.keep(values), lambda _: None, self._failed)
        else:
            self._fold(values, step.at)

    def _fold_readings(self, now: Situation) -> None:
        self._fold([one for known in now.readings.values() for one in observed(known[-1], "", now.at)], now.at)

    def _fold(self, values: Sequence[Observation], at: datetime) -> None:
        if values:
            with self._lock:
                self._held = folded(self._held, values, at)
            self._wake()

    def _failed(self, error: BaseException) -> None:
        raise error


def let_stay() -> None:
    """Spare what is there the search for cycles; what has just become garbage goes first."""
    gc.collect(0)
    gc.freeze()


def step_key(reading: Reading) -> str:
    """Return the key of the step that a reading becomes: the same values of the same time are the same step."""
    said = f"{reading.source}|{reading.flow_m3s}|{reading.stage_m}|{reading.datum}|{reading.quality}"
    return f"{reading.station}-{reading.at.isoformat()}-{blake2b(said.encode(), digest_size=6).hexdigest()}"


def observed(reading: Reading, actor: str, at: datetime) -> list[Observation]:
    """Return the values of a reading that came without an observation, from whoever brought it."""
    if reading.quality not in RELIABLE:
        return []
    source = source_of(reading, actor)
    made = [
        (Variable.FLOW, reading.flow_m3s, ""),
        (Variable.STAGE, reading.stage_m, reading.datum),
    ]
    return [
        Observation(reading.station, variable, value, UNITS[variable], reading.at, at, source, datum, manner="manual")
        for variable, value, datum in made
        if value is not None
    ]


def source_of(reading: Reading, actor: str) -> Source:
    """Return the source that a reading names; a typed one is of the hand that typed it."""
    if reading.quality in {Quality.TYPED, Quality.CONFIRMED}:
        return Source(SourceKind.HAND, actor or reading.source)
    try:
        return Source.of(reading.source)
    except ValueError:
        return Source(SourceKind.FILE, reading.source)
