"""Patrolling: where people who share it are now, and when each stretch of each section was last walked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from data.model.field import Position
from data.model.situation import Situation, Touched
from data.rules.coverage import Coverage, joined
from data.rules.patrolling import Grounds, latest, sections, tracks_of, trodden, under_way
from data.rules.ways import Roads, roads_of
from desktop.background import Background
from desktop.clock import DeskClock
from desktop.keeping import Keeping
from desktop.room import Room

TELL_MS = 1000
"""Positions are minutes apart; a picture of them once a second is live."""
LOOKED_BACK = timedelta(hours=24)
"""The longest interval of the table of tiers is a day: older walks say nothing any more."""
KEPT = timedelta(hours=12)
"""Points outside patrols are forgotten when they are older."""
FORGET_MS = 3_600_000


@dataclass(frozen=True, slots=True)
class Ways:
    """What was made from the registers off the UI thread."""

    grounds: Grounds
    coverage: dict[str, Coverage]
    tracks: dict[str, list[Position]]
    newest: dict[str, Position]


@dataclass(frozen=True, slots=True)
class Walked:
    """Where people are, what was walked, and the walks under way, as maps show it."""

    positions: tuple[Position, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    tracks: Mapping[str, tuple[Position, ...]] = field(default_factory=dict[str, tuple[Position, ...]])


class Patrolling(QObject):
    """Keeps the newest position of each person, the tracks of walks under way, and the coverage of sections.

    Signals:
        changed: positions, coverage or tracks are others now; at most once a second.
        roads_made: Roads of the registers at hand, for the way by road.

    """

    changed = Signal()
    roads_made = Signal(object)

    def __init__(
        self, room: Room, keeping: Keeping, background: Background, clock: DeskClock, parent: QObject | None = None
    ) -> None:
        """Make it empty; `start` reads what the store has."""
        super().__init__(parent)
        self._room, self._keeping, self._background, self._clock = room, keeping, background, clock
        self._grounds = Grounds(())
        self._coverage: dict[str, Coverage] = {}
        self._tracks: dict[str, list[Position]] = {}
        self._newest: dict[str, Position] = {}
        self._early: list[Position] | None = None
        self._digests: tuple[str, ...] = ()
        self.roads: Roads | None = None
        self._past: Walked | None = None
        self._tell = QTimer(self)
        self._tell.setSingleShot(True)
        self._tell.setInterval(TELL_MS)
        self._tell.timeout.connect(self.changed)
        self._forget = QTimer(self)
        self._forget.setInterval(FORGET_MS)
        self._forget.timeout.connect(self.forget)
        room.changed.connect(self._on_changed)

    # ── life ──

    def start(self) -> None:
        """Read the walks of the last day and the positions of the last hours, then follow what comes."""
        self._forget.start()
        self._digests = _digests(self._room.situation)
        self._make(self._room.situation)

    def close(self) -> None:
        """Stop telling."""
        self._tell.stop()
        self._forget.stop()

    def take(self, points: Sequence[Position]) -> None:
        """Take points that have just arrived."""
        if self._early is not None:
            self._early.extend(points)
            return
        self._newest.update(latest([*self._newest.values(), *points], self._clock.now() - KEPT))
        for patrol, come in tracks_of(points).items():
            track = self._tracks.setdefault(patrol, [])
            before = track[-1:]
            if before and come[0].at <= before[0].at:  # late points of an outbox: a walk is a line in time order
                track.extend(come)
                track.sort(key=lambda point: point.at)
                before = []
            else:
                track.extend(come)
            self._coverage = trodden(self._coverage, self._grounds, joined([*before, *come]))
        self._soon()

    def forget(self) -> None:
        """Drop what is too old, here and in the store: where people were is not kept for ever."""
        now = self._clock.now()
        self._newest = latest(self._newest.values(), now - KEPT)
        self._tracks = {patrol: track for patrol, track in self._tracks.items() if track[-1].at >= now - LOOKED_BACK}
        self._keeping.ask(lambda store: store.field.forget_positions(now - KEPT), lambda _: None, self._on_fault)
        self._soon()

    # ── what is known ──

    @property
    def shown(self) -> Walked:
        """What is to be shown: of the past while there is one, else live."""
        return self._past or Walked(self.positions(), self.coverage(), self.tracks())

    def show_past(self, past: Walked | None) -> None:
        """Let a past moment be shown in place of live; None for live again."""
        self._past = past
        self.changed.emit()

    def positions(self) -> tuple[Position, ...]:
        """Return the newest position of everybody on duty whose phone may still speak."""
        now = self._room.situation
        return tuple(point for point in self._newest.values() if _may_be_shown(now, point))

    def coverage(self) -> tuple[Coverage, ...]:
        """Return the coverage of every section."""
        return tuple(self._coverage.values())

    def tracks(self) -> Mapping[str, tuple[Position, ...]]:
        """Return the tracks of the walks under way, by patrol."""
        return _tracks(self._room.situation, self._tracks, self._clock.now())

    # ── inside ──

    def _make(self, now: Situation) -> None:
        """Cut the sections and walk them again with what the store has, off the UI thread."""
        self._early = [] if self._early is None else self._early
        time = self._clock.now()

        def read(points: list[Position]) -> None:
            self._background.run(lambda: _made(now, points, time), self._take_made, self._on_fault)

        self._keeping.ask(
            lambda store: [
                *store.field.positions(time - LOOKED_BACK, patrols_only=True),
                *(point for point in store.field.positions(time - KEPT) if not point.patrol),
            ],
            read,
            self._on_fault,
        )
        self._background.run(lambda: roads_of(now), self._take_roads, self._on_fault)

    def _take_made(self, made: Ways) -> None:
        self._grounds, self._coverage = made.grounds, made.coverage
        self._tracks = made.tracks
        self._newest = latest([*made.newest.values(), *self._newest.values()], self._clock.now() - KEPT)
        early, self._early = self._early or [], None
        self.take(early)
        self._tell.stop()
        self.changed.emit()

    def _take_roads(self, roads: Roads) -> None:
        self.roads = roads
        self.roads_made.emit(roads)

    def _on_changed(self, now: Situation, touched: Touched) -> None:
        if touched & Touched.REGISTERS and self._digests and _digests(now) != self._digests:
            self._digests = _digests(now)
            self._make(now)
        elif touched & (Touched.FIELD | Touched.REGISTERS):
            self._soon()

    def _soon(self) -> None:
        if not self._tell.isActive():
            self._tell.start()

    def _on_fault(self, error: BaseException) -> None:
        raise error


def walked(now: Situation, points: list[Position], time: datetime) -> Walked:
    """Return what the points up to a moment show of it. Pure, and slow: not for the UI thread."""
    made = _made(now, points, time)
    seen = tuple(point for point in made.newest.values() if _may_be_shown(now, point))
    return Walked(seen, tuple(made.coverage.values()), _tracks(now, made.tracks, time))


def _tracks(now: Situation, tracks: Mapping[str, list[Position]], time: datetime) -> Mapping[str, tuple[Position, ...]]:
    walks = under_way(now, tracks, time)
    return {walk.id: tuple(tracks.get(walk.id, ())) for walk in walks if _on_duty(now, walk.person)}


def _made(now: Situation, points: list[Position], time: datetime) -> Ways:
    grounds = Grounds(sections(now))
    coverage, tracks = grounds.untrodden(), tracks_of(points)
    for track in tracks.values():
        coverage = trodden(coverage, grounds, joined(track))
    return Ways(grounds, coverage, tracks, latest(points, time - KEPT))


def _digests(now: Situation) -> tuple[str, ...]:
    return (now.registers.routes.digest, now.registers.maplines.digest)


def _on_duty(now: Situation, person: str) -> bool:
    member = now.registers.staff.get(person)
    return member is not None and member.on_duty


def _may_be_shown(now: Situation, point: Position) -> bool:
    device = now.devices.get(point.device)
    return _on_duty(now, point.person) and (device is None or device.active)
