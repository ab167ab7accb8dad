"""Conditions of what the desk rests on: lines, values, sensors, sources, feeds, its own disk. They want a repair."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from data.model.river import HUAYUANKOU
from data.model.situation import Situation
from data.model.telemetry import Board, Doubt, LinkHealth
from data.rules.alarms.condition import Condition
from data.rules.alarms.extra import Extra, Memo
from data.rules.alarms.river import stale

LINK_LOST, VALUE_STALE, SENSOR_BROKEN = "link.lost", "value.stale", "sensor.broken"
SOURCES_DIFFER, FEED_DOWN, STORE_TROUBLE = "sources.differ", "feed.down", "store.trouble"
_BROKEN = frozenset(Doubt) - {Doubt.LATE}
"""A value that came late is a matter of the line; all other doubts are one of the gauge or its clock."""


def conditions(now: Situation, board: Board, at: datetime, extra: Extra, memo: Memo) -> Iterator[Condition]:
    """Say what holds of lines, sensors, sources and the store."""
    yield from _silent(board, at, extra)
    old = stale(now, at)
    if old is not None:
        age, limit = old
        params = (("station", HUAYUANKOU), ("age_s", "" if age is None else f"{age:.0f}"), ("limit_s", f"{limit:.0f}"))
        yield Condition(VALUE_STALE, HUAYUANKOU, params=params)
    yield from memo.of("doubts", (board.newest,), lambda: tuple(_doubtful(board)))
    for one in extra.differing:
        params = (
            ("station", one.station), ("variable", one.variable.value), ("low", f"{one.low:g}"),
            ("high", f"{one.high:g}"), ("sources", ";".join(one.sources)),
        )  # fmt: skip
        yield Condition(SOURCES_DIFFER, f"{one.station}/{one.variable.value}", params=params)
    for key, feed in board.feeds.items():
        if not feed.ok:
            params = (("source", key), ("trouble", feed.trouble), *feed.params)
            yield Condition(FEED_DOWN, key, params=params)
    if extra.store_trouble:
        yield Condition(
            STORE_TROUBLE, "store", params=(("trouble", extra.store_trouble), ("unsaved", str(extra.unsaved)))
        )


def silent_after_s(health: LinkHealth, extra: Extra) -> float:
    """Return after how many seconds without a frame a line counts as lost."""
    bounds = extra.bounds
    if health.every_s is None:
        return bounds.link_unknown_s
    return max(bounds.link_least_s, bounds.link_factor * health.every_s)


def _silent(board: Board, at: datetime, extra: Extra) -> Iterator[Condition]:
    recent = at - timedelta(seconds=min(extra.bounds.link_least_s, extra.bounds.link_unknown_s))
    for health in board.links.values():
        last = health.last_at
        if last is not None and last < recent:
            limit = silent_after_s(health, extra)
            if at - last >= timedelta(seconds=limit):
                yield _lost(health, at - last, limit)


def _lost(health: LinkHealth, age: timedelta, limit_s: float) -> Condition:
    params = (
        ("station", health.station), ("source", health.source.key), ("age_s", f"{age.total_seconds():.0f}"),
        ("limit_s", f"{limit_s:.0f}"),
    )  # fmt: skip
    return Condition(LINK_LOST, health.station, params=params)


def _doubtful(board: Board) -> Iterator[Condition]:
    """Stations with doubtful values, one alarm each: one telephone call asks about all of them."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    for (station, variable), observed in board.newest.items():
        if not any(one.doubts for one in observed):
            continue
        doubts = frozenset[Doubt]().union(*(one.doubts for one in observed)) & _BROKEN
        if doubts:
            variables, all_ = found.setdefault(station, (set(), set()))
            variables.add(variable.value)
            all_ |= {doubt.value for doubt in doubts}
    for station, (variables, all_) in found.items():
        params = (
            ("station", station), ("variable", ";".join(sorted(variables))), ("doubts", ";".join(sorted(all_))),
        )  # fmt: skip
        yield Condition(SENSOR_BROKEN, station, params=params)
