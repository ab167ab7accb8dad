"""Patrols against their sections: the interval in force, what a walk came to, coverage as points come in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from data.model.field import Patrol, Position
from data.model.levels import Tier
from data.model.places import Route
from data.model.situation import Situation
from data.rules.coverage import (
    NEAR_M,
    STRETCH_M,
    Coverage,
    Gap,
    Ground,
    gaps,
    ground,
    joined,
    share_walked,
    track_length_m,
    untrodden,
    walked,
)
from data.rules.plan import tier_of

SECTION = "责任段"
_CELL = 0.004
"""Side of a cell in degrees, larger than the reach of a point."""
_REACH = (NEAR_M + STRETCH_M) / 90_000
SILENT_MIN = 45.0
"""A walk that sent no point for so long is no longer said to be under way (setting of ours)."""


@dataclass(frozen=True, slots=True)
class Walked:
    """What a track came to: sound points, length, and the share of the section that it walked."""

    points: int
    length_m: float
    covered: float


def outcome(track: Sequence[Position], where: Ground) -> Walked:
    """Return what a patrol's track came to on its section."""
    covered = walked(untrodden(where), joined(track))
    share = share_walked(covered, track[0].at) if track else 0.0
    return Walked(len(track), track_length_m(track), share)


def interval_in_force(now: Situation, flow_m3s: float) -> tuple[Tier | None, float | None]:
    """Return the tier of a flow and how often, in minutes, every section must be walked in it."""
    tier = tier_of(flow_m3s, now.registers.tiers)
    return tier, None if tier is None else tier.patrol_interval_min


def sections(now: Situation) -> tuple[Route, ...]:
    """Return the patrol sections that have a line."""
    return tuple(row for row in now.registers.routes if row.kind == SECTION and len(row.path) > 1)


class Grounds:
    """The sections cut into stretches, and which of them lie near a point; made once for a set of registers."""

    def __init__(self, routes: Iterable[Route]) -> None:
        """Cut the sections."""
        self.by_id: dict[str, Ground] = {row.id: ground(row.id, row.path) for row in routes}
        self._cells: dict[tuple[int, int], set[str]] = {}
        for section, cut in self.by_id.items():
            for lon, lat in cut.middles:
                for x in {int((lon - _REACH) / _CELL), int((lon + _REACH) / _CELL)}:
                    for y in {int((lat - _REACH) / _CELL), int((lat + _REACH) / _CELL)}:
                        self._cells.setdefault((x, y), set()).add(section)

    def near(self, point: Position) -> Iterable[str]:
        """Return the sections that a point may have seen: patrols pass over the border between two."""
        return self._cells.get((int(point.lon / _CELL), int(point.lat / _CELL)), ())

    def untrodden(self) -> dict[str, Coverage]:
        """Return the coverage before anybody has walked."""
        return {section: untrodden(cut) for section, cut in self.by_id.items()}


def trodden(before: Mapping[str, Coverage], grounds: Grounds, points: Iterable[Position]) -> dict[str, Coverage]:
    """Return the coverage after further points of one walk, in time order and already joined."""
    seen: dict[str, list[Position]] = {}
    for point in points:
        for section in grounds.near(point):
            seen.setdefault(section, []).append(point)
    return {**before, **{section: walked(before[section], some) for section, some in seen.items() if section in before}}


def tracks_of(points: Iterable[Position]) -> dict[str, list[Position]]:
    """Sort points of patrols into tracks by patrol, each in time order."""
    tracks: dict[str, list[Position]] = {}
    for point in points:
        if point.patrol:
            tracks.setdefault(point.patrol, []).append(point)
    for track in tracks.values():
        track.sort(key=lambda point: point.at)
    return tracks


def under_way(now: Situation, tracks: Mapping[str, Sequence[Position]], at: datetime) -> tuple[Patrol, ...]:
    """Return the walks that began, have not ended, and are still heard of."""
    since = at - timedelta(minutes=SILENT_MIN)

    def heard(patrol: Patrol) -> datetime:
        track = tracks.get(patrol.id, ())
        return track[-1].at if track else patrol.started_at

    return tuple(patrol for patrol in now.patrols.values() if patrol.ended_at is None and heard(patrol) >= since)


def latest(points: Iterable[Position], since: datetime) -> dict[str, Position]:
    """Return the newest position of each person, none older than `since`."""
    newest: dict[str, Position] = {}
    for one in points:
        known = newest.get(one.person)
        if one.at >= since and (known is None or one.at > known.at):
            newest[one.person] = one
    return newest


def open_gaps(covered: Coverage, now: datetime, interval_min: float | None) -> tuple[Gap, ...]:
    """Return the gaps of a section, those where nobody was at all apart from those walked too long ago."""
    parts: list[Gap] = []
    for gap in gaps(covered, now, interval_min):
        step = covered.ground.step_m
        first, end = round(gap.from_m / step), round(gap.to_m / step)
        begins = first
        for n in range(first + 1, end + 1):
            if n == end or (covered.last[n] is None) != (covered.last[begins] is None):
                seen = [one for one in covered.last[begins:n] if one is not None]
                parts.append(Gap(gap.section, begins * step, n * step, min(seen, default=None)))
                begins = n
    return tuple(parts)
