"""Walks against sections: what a track came to, gaps told apart, who is still heard of."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from data.model.field import Patrol, Position
from data.model.places import Route
from data.model.register import Register
from data.rules.patrolling import (
    Grounds,
    interval_in_force,
    latest,
    open_gaps,
    outcome,
    tracks_of,
    trodden,
    under_way,
)
from tests.township import NOON, situation

PATH = ((113.70, 34.90), (113.711, 34.90))
NEXT = ((113.711, 34.90), (113.722, 34.90))
GROUNDS = Grounds((Route("D1", "一", "责任段", PATH), Route("D2", "二", "责任段", NEXT)))


def at(lon: float, minute: float, patrol: str = "P1", person: str = "S1") -> Position:
    return Position(person, NOON + timedelta(minutes=minute), lon, 34.90, 5.0, "D", patrol)


def test_a_track_comes_to_its_length_and_its_share_of_the_section() -> None:
    track = [at(113.70 + n * 0.0011, n) for n in range(6)]
    came = outcome(track, GROUNDS.by_id["D1"])
    assert came.points == 6
    assert 480 < came.length_m < 520
    assert 0.5 <= came.covered < 0.65
    assert outcome([], GROUNDS.by_id["D1"]).covered == 0.0


def test_who_passes_the_border_has_seen_the_beginning_of_the_next_section() -> None:
    cover = trodden(GROUNDS.untrodden(), GROUNDS, [at(113.7108, 0), at(113.7113, 1)])
    assert cover["D1"].last[-1] is not None
    assert cover["D2"].last[0] is not None
    assert cover["D2"].last[-1] is None


def test_points_far_from_every_section_touch_none() -> None:
    before = GROUNDS.untrodden()
    assert trodden(before, GROUNDS, [replace(at(113.705, 0), lat=34.95)]) == before


def test_gaps_never_walked_stand_apart() -> None:
    cover = trodden(GROUNDS.untrodden(), GROUNDS, [at(113.7005, 0)])["D1"]
    found = open_gaps(cover, NOON + timedelta(hours=2), 60)
    assert [gap.since is None for gap in found] == [False, True]
    assert found[0].to_m == found[1].from_m
    assert open_gaps(cover, NOON + timedelta(hours=2), None) == ()


def test_tracks_are_sorted_and_points_outside_patrols_left_out() -> None:
    tracks = tracks_of([at(113.701, 2), at(113.70, 1), at(113.9, 1, patrol="")])
    assert [[point.lon for point in track] for track in tracks.values()] == [[113.70, 113.701]]


def test_a_walk_that_fell_silent_is_not_under_way() -> None:
    now = situation()
    now = replace(now, patrols=now.patrols.set("P1", Patrol("P1", "S1", "D1", NOON)))
    tracks = {"P1": [at(113.70, 10)]}
    assert [walk.id for walk in under_way(now, tracks, NOON + timedelta(minutes=30))] == ["P1"]
    assert under_way(now, tracks, NOON + timedelta(minutes=56)) == ()
    ended = replace(now, patrols=now.patrols.set("P1", Patrol("P1", "S1", "D1", NOON, NOON)))
    assert under_way(ended, tracks, NOON + timedelta(minutes=11)) == ()


def test_the_newest_position_of_each_person_counts_unless_it_is_too_old() -> None:
    found = latest([at(1, 1), at(2, 3), at(3, 2), at(4, -60, person="S2")], NOON)
    assert {person: point.lon for person, point in found.items()} == {"S1": 2}


def test_the_interval_is_that_of_the_tier_of_the_flow() -> None:
    now = situation()
    tiers = tuple(replace(row, patrol_interval_min=10.0 * row.number) for row in now.registers.tiers)
    now = replace(now, registers=now.registers.having(Register("tiers", tiers, digest="t")))
    tier, minutes = interval_in_force(now, 6500)
    assert tier is not None
    assert (tier.id, minutes) == ("T3", 30.0)
