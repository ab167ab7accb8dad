"""What the field link adds to the map: people who share where they are, tracks of patrols, gaps of sections.

These come from series beside the journal, so they are no part of LAYERS; whoever holds the series hands them over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import pairwise

from data.documents.features import Feature, line, point
from data.model.field import Position
from data.model.places import Path2D
from data.model.situation import Situation
from data.rules.coverage import Coverage, Gap, Ground
from data.rules.geometry import distance_m
from data.rules.patrolling import open_gaps

FRESH_MIN = 10.0
"""Older than this a position is hollow: the person may be elsewhere by now (setting of ours)."""
GONE_MIN = 120.0
"""Older than this a position is not shown (setting of ours)."""
SILENT_FROM_MIN = 300.0
"""Where the interval is this long (ordinary days), sections that nobody has walked yet are not marked."""

FIELD_LAYERS = ("gaps", "tracks", "positions")
"""Names of these layers from the bottom up; they lie above all others."""

FROM_TAK = "tak:"
"""Begins the id of whoever is known from a TAK server only."""

Said = Callable[[Position], str]
GapSaid = Callable[[Gap], str]


def positions(now: Situation, points: Iterable[Position], at: datetime, said: Said) -> list[Feature]:
    """Return a small mark for everybody on duty whose position is known; hollow when it is old, gone when very old.

    Who is told by a TAK server stands in no register and is a diamond.
    """
    staff = now.registers.staff
    marks: list[Feature] = []
    for one in points:
        person = staff.get(one.person)
        minutes = (at - one.at).total_seconds() / 60
        stranger = one.person.startswith(FROM_TAK)
        off_duty = person is None or not person.on_duty
        if (off_duty and not stranger) or minutes > GONE_MIN:
            continue
        marks.append(
            point(
                one.person,
                one.lon,
                one.lat,
                role="staff",
                shape="diamond" if stranger else "square" if one.patrol else "circle",
                size=4,
                hollow=minutes > FRESH_MIN,
                core=True,
                label=one.person.removeprefix(FROM_TAK)[:12] if person is None else f"{person.name[:1]}**",
                tip=said(one),
                min_zoom=14.5,
                priority=4,
            )
        )
    return marks


def tracks(walks: Mapping[str, Sequence[Position]]) -> list[Feature]:
    """Return the lines of walks under way, by patrol."""
    return [
        line(patrol, tuple((one.lon, one.lat) for one in track), role="staff", weight=1.6, dash=[2, 4], opacity=0.8)
        for patrol, track in walks.items()
        if len(track) > 1
    ]


def gap_lines(
    paths: Mapping[str, Path2D], covered: Iterable[Coverage], at: datetime, interval_min: float | None, said: GapSaid
) -> list[Feature]:
    """Return the stretches on which the interval in force is not kept; dashed where nobody has walked at all."""
    found: list[Feature] = []
    for coverage in covered:
        path = paths.get(coverage.ground.section)
        if path is None:
            continue
        for gap in open_gaps(coverage, at, interval_min):
            if gap.since is None and (interval_min or 0) >= SILENT_FROM_MIN:
                continue
            never = gap.since is None
            found.append(
                line(
                    f"{gap.section}@{gap.from_m:.0f}",
                    part(path, gap.from_m, gap.to_m, coverage.ground),
                    role="state.attention",
                    weight=3 if never else 5,
                    dash=[5, 5] if never else [],
                    opacity=0.9,
                    casing=1.5,
                    label=said(gap),
                    tip=said(gap),
                    min_zoom=14.5,
                    priority=3,
                )
            )
    return found


def part(path: Path2D, from_m: float, to_m: float, whole: Ground) -> Path2D:
    """Return the part of a path between two distances from its beginning."""
    spans = [distance_m(a, b) for a, b in pairwise(path)]
    scale = sum(spans) / whole.length_m if whole.length_m else 1.0
    begins, ends = from_m * scale, to_m * scale
    kept: list[tuple[float, float]] = []
    done = 0.0
    for (a, b), span in zip(pairwise(path), spans, strict=True):
        if done + span >= begins and done <= ends and span > 0:
            for metres in (max(begins, done), min(ends, done + span)):
                share = (metres - done) / span
                kept.append((round(a[0] + (b[0] - a[0]) * share, 6), round(a[1] + (b[1] - a[1]) * share, 6)))
        done += span
    return tuple(dict.fromkeys(kept))
