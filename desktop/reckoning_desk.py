"""The relocation clock at the desk: whenever river, people or registers move, everybody's time is reckoned anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

from PySide6.QtCore import QObject, QTimer, Signal

from data.model.clock_tables import ClockTables
from data.model.inundation import Inundation, Span
from data.model.register import Registers
from data.model.situation import Situation, Touched
from data.model.steps import ReckoningKept
from data.rules.coming import standing_outlook
from data.rules.exposure import flow_at_stake
from data.rules.gated import gated
from data.rules.reckoned import reckoned
from data.rules.reckoning import Reckoning, Township, later, reckon
from data.rules.rights import SYSTEM
from data.rules.signoff import Preview
from data.rules.stepped import Course, banded, course_of, course_to, stepped_span
from desktop.background import Background
from desktop.clock import DeskClock
from desktop.newest import Newest
from desktop.room import Room

_AGAIN = timedelta(minutes=1)
"""Clocks run down: the order of a picture that stands is looked at again each minute of the desk's time."""
_REST_MS = 300
"""A what-if that follows the last one sooner belongs to a drag: the band waits until the hand rests."""

Pictures = Callable[[Span[Course], float | None, datetime], tuple[Span[Inundation], float | None] | None]
"""A course with its band, the flow observed and the present → the water and the measured error of its depths.

None: no model (yet)."""


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is to be reckoned; `flow_m3s` is the what-if's, None for live. `afresh`: the water may have changed.

    `water` counts what changed it, up to this wish: a wish may be overtaken before it is begun, its change may not.
    Without `band` the likely picture stands for the low and the high one too.
    """

    now: Situation
    at: datetime
    flow_m3s: float | None
    afresh: bool
    water: int
    band: bool = True


@dataclass(frozen=True, slots=True)
class _Answer:
    town: Township
    wish: _Wish
    reckoning: Reckoning


class ReckoningDesk(QObject):
    """Keeps the live reckoning and, during a what-if, that of the what-if. Nothing runs before `start`.

    While a slider is dragged the likely picture is reckoned alone; the band follows when it rests.

    Signals:
        reckoned: the Reckoning to be shown: the what-if's while there is one, else the live one.
        town_laid: Township, after registers changed.

    """

    reckoned = Signal(object)
    town_laid = Signal(object)

    def __init__(
        self, room: Room, background: Background, clock: DeskClock, tables: ClockTables, parent: QObject | None = None
    ) -> None:
        """Make it; `start` begins."""
        super().__init__(parent)
        self._room, self._clock, self.tables = room, clock, tables
        self._live_hand = Newest[_Answer](background, "clock", self._failed)
        self._try_hand = Newest[_Answer](background, "what-if", self._failed)
        self._pictures: Pictures | None = None
        self.town: Township | None = None
        self._laying = Lock()
        self._laid: Township | None = None
        self._past: Township | None = None
        self._shut: frozenset[str] = frozenset()
        self._live: _Answer | None = None
        self._tried: _Answer | None = None
        self._wished: _Wish | None = None
        self._water = 0
        self._started = False
        self._resting = QTimer(self, singleShot=True, interval=_REST_MS)
        self._resting.timeout.connect(self._on_rested)

    def start(self) -> None:
        """Begin to reckon."""
        self._started = True
        self._room.changed.connect(self._on_changed)
        self._room.previewed.connect(self._on_previewed)
        self._clock.ticked.connect(self._on_ticked)
        self._ask_live()
        if self._room.preview is not None:
            self._on_previewed(self._room.preview)

    def shut(self, routes: frozenset[str]) -> None:
        """Reckon without these ways from here on: an inject of a drill has cut them."""
        if routes != self._shut:
            self._shut = routes
            if self._started:
                self._ask_live()

    def use(self, pictures: Pictures | None) -> None:
        """Take the water from here from now on; None: from the flows stated in the registers."""
        self._pictures = pictures
        if self._started:
            self._water += 1
            self._ask_live()
            if self._room.preview is not None:
                self._on_previewed(self._room.preview)

    @property
    def live(self) -> Reckoning | None:
        """The live river's reckoning."""
        return None if self._live is None else self._live.reckoning

    @property
    def whatif(self) -> Reckoning | None:
        """The what-if's reckoning, the last one that is ready; None without a what-if."""
        return None if self._tried is None else self._tried.reckoning

    @property
    def shown(self) -> Reckoning | None:
        """What the screen is about."""
        return self.live if self._room.preview is None else self.whatif

    @property
    def busy(self) -> bool:
        """Whether an answer is on its way."""
        return self._live_hand.busy or self._try_hand.busy or self._resting.isActive()

    def close(self) -> None:
        """End."""
        self._resting.stop()
        self._live_hand.close()
        self._try_hand.close()

    def _on_changed(self, _now: Situation, touched: Touched) -> None:
        afresh = bool(touched & (Touched.RIVER | Touched.LEVEL | Touched.REGISTERS))
        self._water += afresh
        if afresh or touched & Touched.PEOPLE:
            self._ask_live()

    def _on_previewed(self, preview: Preview | None) -> None:
        if preview is None:
            self._resting.stop()
            self._tried = None
            self.reckoned.emit(self.live)
            return
        dragged = self._resting.isActive()
        self._resting.start()
        self._try(preview.flow_m3s, band=not dragged)

    def _on_rested(self) -> None:
        """Reckon the band of the flow at which the slider rests, unless it was reckoned at once."""
        preview, wished = self._room.preview, self._wished
        if preview is not None and (wished is None or not wished.band):
            self._try(preview.flow_m3s, band=True)

    def _try(self, flow_m3s: float, *, band: bool) -> None:
        last = self._tried
        stands = last is not None and (last.wish.flow_m3s, last.wish.water) == (flow_m3s, self._water)
        band |= last is not None and stands and last.wish.band
        afresh = last is None or not stands or band != last.wish.band
        wish = self._wished = _Wish(self._room.situation, self._clock.now(), flow_m3s, afresh, self._water, band)
        self._try_hand.ask(lambda: self._worked_out(wish, last), self._on_tried)

    def _on_ticked(self, at: datetime) -> None:
        if self.live is not None and abs(at - self.live.at) >= _AGAIN and not self._live_hand.busy:
            self._ask_live()

    def _ask_live(self) -> None:
        last = self._live
        afresh = last is None or last.wish.water != self._water
        wish = _Wish(self._room.situation, self._clock.now(), None, afresh, self._water)
        self._live_hand.ask(lambda: self._worked_out(wish, last), self._on_live)

    def past(self, now: Situation, at: datetime) -> Reckoning:
        """Reckon a past moment with the flows stated in its registers: the library's water of then is not kept.

        Slow: on a hand of the caller's, one at a time.
        """
        town = self._past or self._laid
        if town is None or not _same_land(town.registers, now.registers):
            town = Township(now.registers, self.tables)
        self._past = town
        settings = self.tables.settings
        course = _live_course(now, settings.what_if_rise_h) or ((at, 0.0),)
        water = stepped_span(town.ground, course, at, settings)
        return reckon(town, water, now.whereabouts, at, flow_m3s=max(flow for _, flow in course), whatif=False)

    # on a hand of its own

    def _township(self, registers: Registers) -> Township:
        """Return the layout of the registers; whoever comes while the other hand makes it waits and takes the same."""
        with self._laying:
            if self._laid is None or not _same_land(self._laid.registers, registers) or self._laid.closed != self._shut:
                self._laid = Township(registers, self.tables, self._shut)
            return self._laid

    def _worked_out(self, wish: _Wish, last: _Answer | None) -> _Answer:
        town = self._township(wish.now.registers)
        whereabouts = wish.now.whereabouts
        if last is not None and last.town is town and not wish.afresh:
            return _Answer(town, wish, later(town, last.reckoning, whereabouts, wish.at))
        settings = self.tables.settings
        course = _live_course(wish.now, settings.what_if_rise_h) if wish.flow_m3s is None else course_to(
            wish.now, wish.flow_m3s, settings
        )  # fmt: skip
        if not course:
            course = ((wish.at, 0.0),)
        outlook = standing_outlook(wish.now) if wish.flow_m3s is None else None
        courses = banded(course, wish.at, settings, outlook) if wish.band else Span(course, course, course)
        found = None if self._pictures is None else self._pictures(courses, wish.now.flow_m3s, wish.at)
        if found is None:
            water, trust = stepped_span(town.ground, course, wish.at, settings), None
        else:
            water, trust = gated(found[0], town.ground, courses), found[1]
        if not wish.band:
            water = Span(water.likely, water.likely, water.likely)
        flow = max(flow for _, flow in course) if wish.flow_m3s is None else wish.flow_m3s
        return _Answer(
            town, wish,
            reckon(town, water, whereabouts, wish.at, flow_m3s=flow, whatif=wish.flow_m3s is not None, trust_m=trust),
        )  # fmt: skip

    # back on the UI thread

    def _on_live(self, answer: _Answer) -> None:
        self._lay(answer.town)
        self._live = answer
        if self._room.preview is None:
            self.reckoned.emit(self.live)
        now = self._room.situation
        found = reckoned(answer.town, answer.reckoning, now.reckoned)
        if not found.same_as(now.reckoned) and (now.reckoned is not None or found.benches or found.boats):
            self._room.do(ReckoningKept(found), SYSTEM)

    def _on_tried(self, answer: _Answer) -> None:
        self._lay(answer.town)
        if self._room.preview is not None:
            self._tried = answer
            self.reckoned.emit(self.whatif)

    def _lay(self, town: Township) -> None:
        if town is not self.town:
            self.town = town
            self.town_laid.emit(town)

    def _failed(self, error: BaseException) -> None:
        raise error


def _same_land(a: Registers, b: Registers) -> bool:
    """Whether nothing changed that the township's layout is made from."""
    kinds = ("maplines", "routes", "plots", "growers", "keypeople", "households", "shelters", "spurs", "works",
             "cameras", "stock")  # fmt: skip
    return all(a.of(kind) is b.of(kind) or a.of(kind).digest == b.of(kind).digest for kind in kinds)


def _live_course(now: Situation, rise_h: float) -> Course:
    """Return what was observed and forecast; what a person has signed beyond both comes within the hours set."""
    course = course_of(now, rise_h)
    signed = flow_at_stake(now)
    if signed > max((flow for _, flow in course), default=0.0):
        start = course[0][0] if course else now.at
        return (*course[:1], (start + timedelta(hours=rise_h), signed))
    return course
