"""Patrol coverage: which stretches of a section were walked when, and where the interval in force is not kept.

Only sections are looked at, never who walks much or little (docs: no ranking of people).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise

from data.model.field import Position
from data.model.places import Path2D
from data.rules.geometry import distance_m

STRETCH_M = 50.0
"""Length of a stretch that is looked at as a whole (setting of ours)."""
NEAR_M = 40.0
"""A point this near to a stretch has seen it: half the width of a levee with its berms, and a phone's error."""
LARGEST_ERROR_M = 60.0
"""A fix with a larger error says nothing of a stretch."""
JOINED_S = 180.0
JOINED_M = 300.0
"""Two points of one track no further apart than this were walked between; longer gaps are not guessed at."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A section cut into stretches: the middle of each, and how far from its beginning, in metres."""

    section: str
    middles: tuple[tuple[float, float], ...]
    length_m: float

    @property
    def step_m(self) -> float:
        """Length of one stretch."""
        return self.length_m / len(self.middles) if self.middles else 0.0


@dataclass(frozen=True, slots=True)
class Coverage:
    """When each stretch of a section was last walked; None where nobody was since the watch began."""

    ground: Ground
    last: tuple[datetime | None, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Neighbouring stretches that were not walked within the interval; `since` is the oldest time, None = never."""

    section: str
    from_m: float
    to_m: float
    since: datetime | None


def ground(section: str, path: Path2D) -> Ground:
    """Cut a path into stretches of about 50 m."""
    spans = [distance_m(a, b) for a, b in pairwise(path)]
    length = sum(spans)
    count = max(1, round(length / STRETCH_M)) if length else 0
    middles = tuple(_at(path, spans, length * (n + 0.5) / count) for n in range(count))
    return Ground(section, middles, length)


def untrodden(where: Ground) -> Coverage:
    """Return the coverage of a section before anybody has walked it."""
    return Coverage(where, (None,) * len(where.middles))


def walked(before: Coverage, points: Iterable[Position]) -> Coverage:
    """Return the coverage after further points, in any order; points of different tracks are not joined."""
    last = list(before.last)
    for point in points:
        _see(last, before.ground, point)
    return replace(before, last=tuple(last))


def joined(points: Sequence[Position]) -> list[Position]:
    """Return a track with points put in between where two followed each other closely: a walk is a line."""
    filled: list[Position] = []
    for a, b in pairwise(points):
        filled.append(a)
        apart = distance_m((a.lon, a.lat), (b.lon, b.lat))
        later = (b.at - a.at).total_seconds()
        if STRETCH_M / 2 < apart <= JOINED_M and 0 < later <= JOINED_S:
            count = math.ceil(apart / (STRETCH_M / 2))
            error = max(a.accuracy_m, b.accuracy_m)
            for n in range(1, count):
                share = n / count
                filled.append(
                    replace(
                        a,
                        at=a.at + timedelta(seconds=later * share),
                        lon=a.lon + (b.lon - a.lon) * share,
                        lat=a.lat + (b.lat - a.lat) * share,
                        accuracy_m=error,
                    )
                )
    filled.extend(points[-1:])
    return filled


def gaps(covered: Coverage, now: datetime, interval_min: float | None) -> tuple[Gap, ...]:
    """Return where the interval in force is not kept (`now - last > interval`); none without an interval."""
    if interval_min is None or not covered.last:
        return ()
    oldest = now - timedelta(minutes=interval_min)
    step_m, found = covered.ground.step_m, list[Gap]()
    open_gap: Gap | None = None
    for n, last in enumerate(covered.last):
        if last is not None and last >= oldest:
            open_gap = None
            continue
        since = last if open_gap is None else _older(open_gap.since, last)
        begins = n * step_m if open_gap is None else open_gap.from_m
        if open_gap is not None:
            found.pop()
        open_gap = Gap(covered.ground.section, begins, (n + 1) * step_m, since)
        found.append(open_gap)
    return tuple(found)


def share_walked(covered: Coverage, since: datetime) -> float:
    """Return the share of a section that was walked since a time (`last >= since`), 0 … 1."""
    if not covered.last:
        return 0.0
    return sum(last is not None and last >= since for last in covered.last) / len(covered.last)


def track_length_m(points: Sequence[Position]) -> float:
    """Return how long a track is, leaving out fixes with a large error."""
    sound = [point for point in points if point.accuracy_m <= LARGEST_ERROR_M]
    return sum(distance_m((a.lon, a.lat), (b.lon, b.lat)) for a, b in pairwise(sound))


def _see(last: list[datetime | None], where: Ground, point: Position) -> None:
    if point.accuracy_m > LARGEST_ERROR_M:
        return
    reach = NEAR_M + where.step_m / 2
    lat_room = reach / 111_000
    lon_room = lat_room / max(0.1, math.cos(math.radians(point.lat)))
    for n, (lon, lat) in enumerate(where.middles):
        if abs(lat - point.lat) > lat_room or abs(lon - point.lon) > lon_room:
            continue
        known = last[n]
        if (known is None or point.at > known) and distance_m((lon, lat), (point.lon, point.lat)) <= reach:
            last[n] = point.at


def _older(a: datetime | None, b: datetime | None) -> datetime | None:
    return None if a is None or b is None else min(a, b)


def _at(path: Path2D, spans: Sequence[float], metres: float) -> tuple[float, float]:
    for (a, b), span in zip(pairwise(path), spans, strict=True):
        if metres <= span:
            share = metres / span if span else 0.0
            return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
        metres -= span
    return path[-1]
