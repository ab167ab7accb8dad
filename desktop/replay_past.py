"""What a replay shows of a past moment beside the situation, worked out on hands of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from data.model.alarm_bounds import AlarmBounds
from data.model.alarms import AlarmClass
from data.model.replay import Mark, MarkKind
from data.model.river import HUAYUANKOU
from data.model.situation import Situation
from data.model.steps import Step
from data.model.telemetry import Board
from data.rules.alarms.engine import restarted
from data.rules.alarms.lines import lines
from data.rules.observing.board import folded, with_pictures
from data.store.reel import Frame, Reel, Span, Target
from data.store.series import Series
from desktop.alarm_desk import AlarmView
from desktop.answers import TIMELINE_LINES
from desktop.patrolling import KEPT, LOOKED_BACK, Walked, walked
from desktop.telemetry_desk import BACK, observed

Where = Callable[[Reel, Frame | None], Target | None]
"""Finds where to go, from the frame that is shown; None when there is no such place."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A frame with what must change together with it. After a leap, the newest steps (newest first) and the series."""

    session: int
    frame: Frame
    alarms: AlarmView
    recent: tuple[Step, ...] = ()
    series: Series | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """What had been heard of stations and people by then."""

    board: Board
    walked: Walked


@dataclass(frozen=True, slots=True)
class Way:
    """From when to when the journal goes; the part of it that is looked at, and what lies there."""

    span: Span
    first: datetime
    last: datetime
    marks: tuple[Mark, ...]


class Seeker:
    """Seeks frames; on one hand. It remembers the last one it made: the one that is on the screen by then."""

    def __init__(self, reel: Reel, bounds: AlarmBounds) -> None:
        """Seek on this reel."""
        self._reel, self._bounds = reel, bounds
        self._session = 0
        self._made: Frame | None = None
        self._whole: Series | None = None

    def seek(self, session: int, known: Situation, where: Where) -> Sought | None:
        """Return what is where somebody wants to go; None when there is no such place."""
        if session != self._session:
            self._session, self._made, self._whole = session, None, None
            self._reel.know(known)
        target = where(self._reel, self._made)
        if target is None:
            return None
        frame = self._made = self._reel.at(target, self._made)
        now = frame.situation
        view = AlarmView(lines(now, frame.at, restarted(self._bounds, now, frame.at)), frame.at)
        if frame.follows is not None:
            return Sought(session, frame, view)
        if self._whole is None:
            self._whole = self._reel.beside.series(HUAYUANKOU)
        recent = tuple(self._reel.recent(frame.seq, TIMELINE_LINES)) if frame.seq else ()
        return Sought(session, frame, view, recent, self._whole.until(frame.at))


def around(reel: Reel, frame: Frame) -> Around:
    """Return the board and the walks as of a frame. How lines and feeds did is not kept, and is left out."""
    heard = reel.beside.heard(frame.at, BACK)
    board = folded(Board(), heard.observations, frame.at)
    known = [one for held in frame.situation.readings.values() for one in observed(held[-1], "", frame.at)]
    points = reel.beside.positions(frame.at, LOOKED_BACK, KEPT)
    return Around(
        with_pictures(folded(board, known, frame.at), heard.pictures), walked(frame.situation, points, frame.at)
    )


def way(reel: Reel, frame: Frame, reach: timedelta | None) -> Way | None:
    """Return the whole way of a journal, or the part `reach` long around a frame; None for an empty one."""
    span = reel.span()
    if span is None:
        return None
    first, last = span.first, max(span.last, frame.at)
    if reach is not None and reach < last - first:
        first = within(frame.at - reach / 2, first, last - reach)
        last = first + reach
    return Way(span, first, last, reel.marks.found(MarkKind, first, last, quiet(frame.situation)))


def quiet(now: Situation) -> frozenset[str]:
    """Return the kinds of alarms that make no mark: diagnostics."""
    return frozenset(kind.id for kind in now.registers.alarmkinds if kind.alarm_class is AlarmClass.DIAGNOSTIC)


def of_step(key: str) -> Where:
    """The step of that key."""
    return lambda reel, _: reel.number_of(key)


def of_mark(kinds: tuple[MarkKind, ...], *, forward: bool) -> Where:
    """The next mark of those kinds, or the one before."""

    def where(reel: Reel, shown: Frame | None) -> int | None:
        if shown is None:
            return None
        ask = reel.marks.next if forward else reel.marks.previous
        return ask(kinds, shown.seq, quiet(shown.situation))

    return where


def within(at: datetime, first: datetime, last: datetime) -> datetime:
    """Return a moment, or the end that it lies beyond."""
    return min(max(at, first), last)
