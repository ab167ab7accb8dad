"""The relocation clock: by when everybody must have left, in which order, and for whom it is too late by road.

Last safe departure = min(arrival of the water, first moment the way is too deep) - travel - time to set off, over the
best of a few ways: more water, earlier water or slower people never make it later. A way that was cut stays cut for
this picture of the water; when the flood falls, the next picture opens it again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from data.model.clock_tables import ClockSettings
from data.model.countdown import ClockState, Deadline
from data.model.inundation import Floats, Inundation, Span, moment
from data.model.people import Whereabouts
from data.rules.escape import NOWHERE, Ints
from data.rules.probing import Point
from data.rules.ways_out import Soaked, WaysOut

_STATES = tuple(ClockState)
_TOO_LATE, _NOW, _IN_TIME, _UNKNOWN, _NOT_EXPOSED, _LEFT = range(len(_STATES))
_TO_CALL = frozenset({ClockState.TOO_LATE_BY_ROAD, ClockState.LEAVE_NOW, ClockState.IN_TIME})
_HOUR = 3600.0
_BEIJING = 8 * _HOUR


@dataclass(frozen=True, slots=True, eq=False)
class _Scene:
    """One picture of the water, by place: last call, state, best candidate and its cut, delay, passable until."""

    call: Floats
    state: NDArray[np.int8]
    best: Ints
    cut: Floats
    delay: Floats
    until: Floats


@dataclass(frozen=True, slots=True, eq=False)
class _Columns:
    """By person: last calls at the high, likely and low flow, states, the place that counts. By place: the rest."""

    calls: tuple[list[float], ...]
    state: list[int]
    if_high: list[int]
    place: list[int]
    end: list[int]
    travel_s: list[float]
    arrival_s: list[float]
    cut: list[float]
    until: list[float]
    delay: list[float]
    way_known: list[bool]


def soak(ways: WaysOut, water: Span[Inundation]) -> Span[Soaked]:
    """Ask for the water at the low, likely and high flow."""
    likely = ways.soak(water.likely)
    low = likely if water.low is water.likely else ways.soak(water.low)
    return Span(low, likely, likely if water.high is water.likely else ways.soak(water.high))


class Countdown:
    """Everybody in the order of the clock; a line is made when it is asked for, for a screen shows few of thousands."""

    def __init__(
        self, ways: WaysOut, soaked: Span[Soaked], whereabouts: Mapping[str, Whereabouts], at: datetime
    ) -> None:
        """Work out the clocks at a moment; `whereabouts` by "register/id", who is not in it has not been told."""
        self.at = at
        self._ways, self._soaked = ways, soaked
        self._where = [whereabouts.get(key, Whereabouts.UNTOLD) for key in ways.keys]
        leaving = np.array([where is Whereabouts.LEAVING for where in self._where], bool)[ways.owner]
        day, night = (np.where(leaving, 0.0, delay) for delay in ways.delays)
        now = at.timestamp()
        scenes = [
            _scene(ways, one, (day, night), now) for one in dict.fromkeys((soaked.likely, soaked.high, soaked.low))
        ]
        self._likely = scenes[0]
        self._high = scenes[0 if soaked.high is soaked.likely else 1]
        low = self._likely if soaked.low is soaked.likely else scenes[-1]
        self._calls = Span(*(_by_owner(ways, scene.call, np.inf) for scene in (low, self._likely, self._high)))
        gone = np.array([where is Whereabouts.LEFT for where in self._where], bool)
        self._state = np.where(gone, _LEFT, _by_owner(ways, self._likely.state, _UNKNOWN)).astype(np.int8)
        self._if_high = np.where(gone, _LEFT, _by_owner(ways, self._high.state, _UNKNOWN)).astype(np.int8)
        first = np.lexsort((self._likely.call, self._likely.state, ways.owner))[ways.starts]
        self._place = np.full(len(ways.keys), NOWHERE)
        self._place[ways.owners] = first
        self.order: Ints = np.lexsort((self._calls.high, self._calls.likely, self._state))

    def __len__(self) -> int:
        """Count the lines."""
        return len(self.order)

    def __getitem__(self, rank: int) -> Deadline:
        """Return the line at a rank, 0 the most pressing."""
        return self._line(int(self.order[rank]))

    def __iter__(self) -> Iterator[Deadline]:
        """Make all lines, most pressing first."""
        return (self._line(n) for n in self.order.tolist())

    def of(self, kind: str, row_id: str) -> Deadline:
        """Return one line; KeyError when nobody in the registers is called so."""
        return self._line(self._ways.number[f"{kind}/{row_id}"])

    def knows(self, kind: str, row_id: str) -> bool:
        """Whether somebody has a clock."""
        return f"{kind}/{row_id}" in self._ways.number

    def lines(self, kind: str) -> tuple[Deadline, ...]:
        """Make the lines of one register, most pressing first."""
        return tuple(self._line(n) for n in self._order_of(kind).tolist())

    def calls(self, kind: str) -> dict[str, tuple[ClockState, float]]:
        """Return state and last safe departure (seconds, inf: none) of one register's rows, most pressing first.

        Takes far less time than making their lines.
        """
        order = self._order_of(kind)
        numbers: list[int] = order.tolist()
        states: list[int] = self._state[order].tolist()
        last: list[float] = self._calls.likely[order].tolist()
        people = self._ways.evacuees
        return {people[n].id: (_STATES[state], call) for n, state, call in zip(numbers, states, last, strict=True)}

    def _order_of(self, kind: str) -> Ints:
        """Return the numbers of the rows of a register, most pressing first."""
        rows = self._ways.rows_of(kind)
        return self.order[(rows.start <= self.order) & (self.order < rows.stop)]

    def counts(self) -> dict[ClockState, int]:
        """Count the lines by state."""
        return {state: int((self._state == n).sum()) for n, state in enumerate(_STATES)}

    def to_call(self) -> list[Deadline]:
        """Return whom to call, in order: never who has left, nor who is on the way while a way is open."""
        return [
            self._line(n)
            for n in self.order.tolist()
            if _STATES[int(self._state[n])] in _TO_CALL
            and (self._where[n] is not Whereabouts.LEAVING or self._state[n] == _TOO_LATE)
        ]

    def for_boats(self) -> list[Deadline]:
        """Return whom only the boat team can reach, in order."""
        return [self._line(n) for n in self.order.tolist() if self._state[n] == _TOO_LATE]

    def way_out(self, line: Deadline) -> tuple[Point, ...]:
        """Return the way to take now: the one the clock counts on while it holds, else any still open; or ()."""
        ways, now = self._ways, self.at.timestamp()
        place = int(self._place[ways.number[f"{line.kind}/{line.id}"]])
        if place == NOWHERE or not np.isfinite(ways.leg_m[place]):
            return ()
        start, node = ways.places[place].point, int(ways.node[place])
        best = int(self._likely.best[place])
        end = int(ways.candidates[place, best])
        if end != NOWHERE and self._likely.cut[place] - ways.travel_s[place, best] >= now:
            target = ways.ends[end]
            return (start, *ways.trees.path(ways.net, end, node), (target.lon, target.lat))
        if ways.passable_until(self._soaked.likely, np.array([place]))[0] < now:
            return ()
        one = ways.evacuees[int(ways.owner[place])]
        return (start, *ways.latest(self._soaked.likely, int(ways.mode[place]), one.goal).path(ways.net, node))

    @cached_property
    def _columns(self) -> _Columns:
        """What lines are made from, as plain numbers: read one by one, those are many times quicker than an array's."""
        ways, scene, soaked = self._ways, self._likely, self._soaked.likely
        places = np.arange(len(scene.best))
        ends, travel = ways.candidates[places, scene.best], ways.travel_s[places, scene.best]
        return _Columns(
            tuple(call.tolist() for call in (self._calls.high, self._calls.likely, self._calls.low)),
            self._state.tolist(), self._if_high.tolist(), self._place.tolist(), ends.tolist(), travel.tolist(),
            soaked.arrival_s.tolist(), scene.cut.tolist(), scene.until.tolist(), scene.delay.tolist(),
            soaked.way_known.tolist(),
        )  # fmt: skip

    def _line(self, n: int) -> Deadline:
        ways, columns = self._ways, self._columns
        one, place = ways.evacuees[n], columns.place[n]
        earliest, likely, latest = (moment(call[n]) for call in columns.calls)
        state, if_high = _STATES[columns.state[n]], _STATES[columns.if_high[n]]
        if place == NOWHERE:
            return Deadline(
                one.kind, one.id, "", state, if_high, earliest, likely, latest, None, None, None, None, 0.0,
                one.category.mode, None, isolated=False, way_known=False, people=one.people, whereabouts=self._where[n],
            )  # fmt: skip
        end, travel = columns.end[place], columns.travel_s[place]
        arrival, cut_off = moment(columns.arrival_s[place]), moment(columns.cut[place])
        return Deadline(
            one.kind, one.id, ways.places[place].id, state, if_high, earliest, likely, latest, arrival, cut_off,
            moment(columns.until[place]), travel / 60 if isfinite(travel) else None, columns.delay[place] / 60,
            one.category.mode, None if end == NOWHERE else ways.ends[end],
            isolated=arrival is None and cut_off is not None, way_known=columns.way_known[place],
            people=one.people, whereabouts=self._where[n],
        )  # fmt: skip


def _by_owner(ways: WaysOut, column: Floats | NDArray[np.int8], else_value: float) -> Floats:
    """Return the least value of each one's places."""
    found = np.full(len(ways.keys), else_value)
    if len(ways.starts):
        found[ways.owners] = np.minimum.reduceat(column, ways.starts)
    return found


def _scene(ways: WaysOut, soaked: Soaked, delays: tuple[Floats, Floats], now: float) -> _Scene:
    settings = ways.tables.settings
    arrival = np.where(np.isnan(soaked.arrival_s), np.inf, soaked.arrival_s)
    cut, travel = ways.cut(soaked), ways.travel_s
    reached = np.isfinite(travel)
    depart = np.where(reached, np.minimum(arrival[:, None], cut) - np.where(reached, travel, 0.0), -np.inf)
    best = depart.argmax(axis=1)
    rows = np.arange(len(best))
    depart = depart[rows, best]
    depart[~reached.any(axis=1) & np.isinf(arrival)] = np.inf  # no road, but no water either
    call, delay = last_call(depart, delays, settings)
    state = np.full(len(best), _NOT_EXPOSED, np.int8)
    exposed = depart < np.inf
    state[exposed] = _IN_TIME
    state[exposed & (now >= call - settings.margin_min * 60)] = _NOW
    passed = np.flatnonzero(exposed & (now > call))
    until = np.full(len(best), np.nan)
    if len(passed):
        until[passed] = ways.passable_until(soaked, passed)
        state[passed[now > until[passed]]] = _TOO_LATE
    state[np.isnan(soaked.depth_m)] = _UNKNOWN
    return _Scene(call, state, best, np.where(reached, cut, np.inf)[rows, best], delay, until)


def last_call(depart: Floats, delays: tuple[Floats, Floats], settings: ClockSettings) -> tuple[Floats, Floats]:
    """Return the last call after which somebody sets off in time, and the delay: the hour of the call decides it."""
    length = (settings.day_to_h - settings.day_from_h) * _HOUR
    by_day = _within(depart - delays[0], settings.day_from_h * _HOUR, length)
    by_night = _within(depart - delays[1], settings.day_to_h * _HOUR, 24 * _HOUR - length)
    return np.maximum(by_day, by_night), np.where(by_day >= by_night, delays[0], delays[1])


def _within(moments: Floats, start_s: float, length_s: float) -> Floats:
    """Return the last moment, not after each, within a part of the day that starts at an hour of Beijing."""
    finite = np.isfinite(moments)
    since = np.mod(np.where(finite, moments, 0.0) + _BEIJING - start_s, 24 * _HOUR)
    return np.where(finite, moments - np.maximum(0.0, since - length_s), moments)
