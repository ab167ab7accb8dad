"""The alarm engine at the desk: each second and after what matters it looks, off the UI thread; findings are steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from data.model.alarm_bounds import AlarmBounds
from data.model.alarm_steps import AlarmsMoved, AlarmsUnshelved
from data.model.alarms import AlarmMove
from data.model.incident_tables import IncidentTables
from data.model.observing_tables import ObservingTables
from data.model.situation import Situation, Touched
from data.model.telemetry import Board
from data.rules.alarms import taking
from data.rules.alarms.announcing import Announced, Announcement, announce, known
from data.rules.alarms.conditions import conditions
from data.rules.alarms.engine import EngineState, Held, advance, restarted
from data.rules.alarms.extra import Differ, Extra, Memo, StageMark
from data.rules.alarms.lines import AlarmList, lines
from data.rules.coverage import Coverage
from data.rules.observing.board import differing
from data.rules.rights import SYSTEM
from desktop.background import Background
from desktop.clock import DeskClock
from desktop.keeping import Keeping
from desktop.newest import Newest
from desktop.room import Room

LOOK_MS = 1000
SOON_MS = 50
"""What matters is looked at this soon after it happened; what comes together is looked at once."""

_MATTERS = (
    Touched.RIVER | Touched.LEVEL | Touched.INCIDENTS | Touched.STONES | Touched.RECKONED | Touched.ALARMS
    | Touched.REGISTERS | Touched.TASKS | Touched.DISPATCH | Touched.FIELD | Touched.PEOPLE
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AlarmView:
    """What is shown of the alarms at a moment: the lines, and conditions that are held back and why."""

    listed: AlarmList
    at: datetime
    held: tuple[Held, ...] = ()


@dataclass(frozen=True, slots=True)
class AlarmTables:
    """The tables that the engine works by."""

    bounds: AlarmBounds
    observing: ObservingTables
    incidents: IncidentTables


@dataclass(frozen=True, slots=True)
class _Asked:
    """What one look is to be at."""

    now: Situation
    at: datetime
    state: EngineState
    heard: Announced
    board: Board
    trouble: str
    unsaved: int
    coverage: tuple[Coverage, ...]
    marks: Mapping[str, StageMark]


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one look gave."""

    at: datetime
    state: EngineState
    moves: tuple[AlarmMove, ...]
    expired: tuple[str, ...]
    listed: AlarmList
    heard: Announced
    wanted: tuple[Announcement, ...]


class AlarmDesk(QObject):
    """Keeps the engine's state. Nothing is looked at before `start`.

    Signals:
        lines_changed: AlarmView, after every look that changed the lines, and each second while any stand.
        announced: tuple of Announcement: every line that wants to be heard now.

    """

    lines_changed = Signal(object)
    announced = Signal(object)

    def __init__(
        self,
        room: Room,
        keeping: Keeping,
        background: Background,
        clock: DeskClock,
        tables: AlarmTables,
        parent: QObject | None = None,
    ) -> None:
        """Make it; `start` begins."""
        super().__init__(parent)
        self._room, self._keeping, self._clock = room, keeping, clock
        self._bounds, self._tables = tables.bounds, tables
        self._hand = Newest[_Seen](background, "alarms", self._failed)
        self._memo = Memo()
        self._board = Board()
        self._differ: tuple[Differ, ...] = ()
        self._compared: object = None
        self._state: EngineState | None = None
        self._heard = Announced()
        self._wanted: tuple[Announcement, ...] = ()
        self._sooner = QTimer(self, singleShot=True, interval=SOON_MS)
        self._sooner.timeout.connect(self._look)
        self._each = QTimer(self, interval=LOOK_MS)
        self._each.timeout.connect(self._look)
        self.marks: Mapping[str, StageMark] = {}
        self.coverage: Callable[[], tuple[Coverage, ...]] = tuple
        self.view: AlarmView | None = None

    def start(self) -> None:
        """Begin: what stands is known, nothing of it is raised anew."""
        now, at = self._room.situation, self._clock.now()
        self._state = restarted(self._bounds, now, at)
        self._heard = known(now, at, self._state)
        self._room.changed.connect(self._on_changed)
        self._each.start()
        self._look()

    def close(self) -> None:
        """End."""
        self._sooner.stop()
        self._each.stop()
        self._hand.close()

    def show_board(self, board: Board) -> None:
        """Take what stations and feeds say."""
        self._board = board
        self._soon()

    @property
    def bounds(self) -> AlarmBounds:
        """The bounds that the engine works by."""
        return self._bounds

    @property
    def wanted(self) -> tuple[Announcement, ...]:
        """What wants to be heard now."""
        return self._wanted

    @property
    def begun(self) -> bool:
        """Whether it looks."""
        return self._state is not None

    @property
    def busy(self) -> bool:
        """Whether a look is under way or asked for."""
        return self._hand.busy or self._sooner.isActive()

    def _on_changed(self, _now: Situation, touched: Touched) -> None:
        if touched & _MATTERS:
            self._soon()

    def _soon(self) -> None:
        if self._state is not None and not self._sooner.isActive():
            self._sooner.start()

    def _look(self) -> None:
        if self._state is None:
            return
        if self._hand.busy:  # each look stands on the one before it: look again when that is done
            self._sooner.start()
            return
        asked = _Asked(
            self._room.situation, self._clock.now(), self._state, self._heard, self._board, self._keeping.trouble,
            self._keeping.unsaved, self.coverage(), self.marks,
        )  # fmt: skip
        self._hand.ask(lambda: self._seen(asked), self._on_seen)

    # on a hand of its own

    def _seen(self, asked: _Asked) -> _Seen:
        now, at = asked.now, asked.at
        extra = Extra(
            self._bounds,
            self._tables.incidents,
            marks=asked.marks,
            coverage=asked.coverage,
            differing=self._differing(asked.board),
            store_trouble=asked.trouble,
            unsaved=asked.unsaved,
        )
        state, moves = advance(asked.state, conditions(now, asked.board, at, extra, self._memo), now, at)
        after = taking.apply(now, AlarmsMoved(moves), SYSTEM) if moves else now
        listed = lines(after, at, state)
        heard, wanted = announce(asked.heard, listed, at, self._bounds.renew_s)
        return _Seen(at, state, moves, taking.expired(after, at), listed, heard, wanted)

    def _differing(self, board: Board) -> tuple[Differ, ...]:
        if board.newest is not self._compared:
            self._compared = board.newest
            self._differ = tuple(
                Differ(
                    one.station,
                    one.variable,
                    one.values[-1].value or 0.0,
                    one.values[0].value or 0.0,
                    tuple(value.source.key for value in one.values),
                )
                for one in differing(board, self._tables.observing)
            )
        return self._differ

    # back on the UI thread

    def _on_seen(self, seen: _Seen) -> None:
        self._state, self._heard = seen.state, seen.heard
        with self._room.together():
            if seen.moves:
                self._room.do(AlarmsMoved(seen.moves), SYSTEM)
            if seen.expired and taking.expired(self._room.situation, seen.at):
                self._room.do(AlarmsUnshelved(seen.expired), SYSTEM)
        before = self.view
        if before is None or before.listed != seen.listed or seen.listed.all:
            self.view = AlarmView(seen.listed, seen.at, tuple(seen.state.held.values()))
            self.lines_changed.emit(self.view)
        if seen.wanted != self._wanted:
            self._wanted = seen.wanted
            self.announced.emit(seen.wanted)

    def _failed(self, error: BaseException) -> None:
        raise error
