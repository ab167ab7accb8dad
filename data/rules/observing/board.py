"""What stations and feeds say now: folded into a board, and which of several sources counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from data.model.observing_tables import ObservingTables
from data.model.river import Quality, Reading
from data.model.telemetry import (
    Board,
    Doubt,
    FeedHealth,
    LinkHealth,
    Observation,
    SourceKind,
    StationPictureKept,
    Variable,
)
from data.rules.observing.checks import KEEP_OUT

MOST_SERIES = 30_000
"""Stations × variables on a board at most: whoever sends under ever new addresses fills no memory."""
MOST_SOURCES = 8
OUTDATED = timedelta(days=3)
"""[设定] A source that said nothing for so long, while another did, is no longer compared: it leaves the board."""


def folded(board: Board, observations: Iterable[Observation], at: datetime | None = None) -> Board:
    """Return the board with observations; of each source the newest stays."""
    moving = board.newest.mutate()
    for one in observations:
        key = (one.station, one.variable)
        held = moving.get(key)
        if held is None:
            if len(moving) < MOST_SERIES:
                moving[key] = (one,)
            continue
        after = _among(held, one)
        if after is not held:
            moving[key] = after
    return replace(board, at=at or board.at, newest=moving.finish())


def _among(held: tuple[Observation, ...], one: Observation) -> tuple[Observation, ...]:
    for at, known in enumerate(held):
        if known.source == one.source:
            if (Doubt.FUTURE in one.doubts) != (Doubt.FUTURE in known.doubts):  # it hides nothing that is true
                return held if Doubt.FUTURE in one.doubts else _current((*held[:at], one, *held[at + 1 :]), one)
            older = (one.at, one.received_at) < (known.at, known.received_at)
            emptier = one.at == known.at and one.value is None and known.value is not None
            return held if older or emptier else _current((*held[:at], one, *held[at + 1 :]), one)
    if len(held) >= MOST_SOURCES:
        oldest = min((known for known in held if known.source.kind is not SourceKind.HAND), key=lambda known: known.at)
        held = tuple(known for known in held if known is not oldest)
    return _current((*held, one), one)


def _current(held: tuple[Observation, ...], newest: Observation) -> tuple[Observation, ...]:
    if len(held) == 1 or Doubt.FUTURE in newest.doubts:
        return held
    return tuple(one for one in held if newest.at - one.at <= OUTDATED)


def with_links(board: Board, links: Iterable[LinkHealth]) -> Board:
    """Return the board with the health of stations' lines."""
    fresh = {link.station: link for link in links}
    return replace(board, links=board.links.update(fresh)) if fresh else board


def with_feed(board: Board, feed: FeedHealth) -> Board:
    """Return the board with the health of a source; when it last did well is remembered."""
    held = board.feeds.get(feed.source.key)
    if feed.last_ok_at is None:
        last_ok = feed.at if feed.ok else None if held is None else held.last_ok_at
        feed = replace(feed, last_ok_at=last_ok)
    return replace(board, feeds=board.feeds.set(feed.source.key, feed))


def with_pictures(board: Board, pictures: Iterable[StationPictureKept]) -> Board:
    """Return the board with stations' pictures, the newest of each."""
    shown = board.pictures
    for picture in pictures:
        held = shown.get(picture.station)
        if held is None or held.at <= picture.at:
            shown = shown.set(picture.station, picture)
    return replace(board, pictures=shown)


def sound(one: Observation) -> bool:
    """Whether rules may rest on a value."""
    return one.value is not None and not one.doubts & KEEP_OUT


def chosen(board: Board, station: str, variable: Variable, tables: ObservingTables) -> Observation | None:
    """Return the value that counts: of the first source in order that is not outdated by another.

    Without a sound one the newest of all, with its doubts; None when there is nothing.
    """
    held = board.newest.get((station, variable), ())
    good = [one for one in held if sound(one)]
    if not good:
        return max(held, key=lambda one: one.at, default=None)
    newest = max(one.at for one in good)
    fresh_for = timedelta(minutes=tables.limits(station, variable).fresh_min)
    fresh = [one for one in good if newest - one.at <= fresh_for]
    return min(fresh, key=lambda one: (tables.order.index(one.source.kind), newest - one.at))


@dataclass(frozen=True, slots=True)
class Difference:
    """Sources that do not agree about one time; greatest value first. Shown, never averaged."""

    station: str
    variable: Variable
    values: tuple[Observation, ...]
    spread: float
    allowed: float


def differing(board: Board, tables: ObservingTables) -> tuple[Difference, ...]:
    """Return where sources of about the same time differ by more than the table allows."""
    return tuple(
        found
        for (station, variable), held in board.newest.items()
        if len(held) > 1 and (found := _difference(station, variable, held, tables)) is not None
    )


def _difference(
    station: str, variable: Variable, held: tuple[Observation, ...], tables: ObservingTables
) -> Difference | None:
    limits = tables.limits(station, variable)
    good = [one for one in held if sound(one)]
    if len(good) < 2:
        return None
    newest = max(one.at for one in good)
    near = [
        (one.value, one)
        for one in good
        if one.value is not None and newest - one.at <= timedelta(minutes=limits.together_min)
    ]
    if len(near) < 2 or len({one.datum for _, one in near}) > 1:
        return None
    near.sort(key=lambda pair: -pair[0])
    spread = near[0][0] - near[-1][0]
    allowed = max(limits.differ, limits.differ_share * max(abs(near[0][0]), abs(near[-1][0])))
    return Difference(station, variable, tuple(one for _, one in near), spread, allowed) if spread > allowed else None


def to_reading(board: Board, station: str, tables: ObservingTables) -> Reading | None:
    """Return the newest reading of a station: flow and stage of the same time; None when there is neither.

    While a flow stands, a newer stage alone is no reading: it would put the flow aside. A reading all of whose values
    are doubted carries the quality that keeps it from the rules.
    """
    flow = _numbered(chosen(board, station, Variable.FLOW, tables))
    stage = _numbered(chosen(board, station, Variable.STAGE, tables))
    if flow is None and stage is None:
        return None
    if flow is not None and stage is not None:
        limits = tables.limits(station, Variable.FLOW)
        if abs(stage.at - flow.at) > timedelta(minutes=limits.together_min) or sound(stage) != sound(flow):
            if sound(stage) and (not sound(flow) or stage.at - flow.at > timedelta(hours=limits.stands_h)):
                flow = None
            else:
                stage = None
    first = flow or stage
    if first is None:
        return None
    hand = first.source.kind is SourceKind.HAND
    return Reading(
        station,
        first.at,
        None if flow is None else flow.value,
        None if stage is None else stage.value,
        "" if stage is None else stage.datum,
        first.source.key,
        (Quality.CONFIRMED if hand else Quality.GOOD) if sound(first) else _quality(first),
    )


def _numbered(one: Observation | None) -> Observation | None:
    return None if one is None or one.value is None else one


def _quality(one: Observation) -> Quality:
    """Return what a doubted value is called in a reading."""
    return Quality.REPEATED if one.doubts & KEEP_OUT <= {Doubt.REPEAT, Doubt.DATUM} else Quality.IMPOSSIBLE
