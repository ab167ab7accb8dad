"""What injects take away: people who answer, links, roads."""

from __future__ import annotations

from data.model.drill import InjectKind
from data.rules.drill.effects import withheld
from data.rules.drill.scene import cut_roads, lost_stations, moment_at, silent_people
from data.rules.take import take
from tests.data.rules.drill.drill_world import begun, fire_at, inject, scenario


def test_people_are_silent_until_their_time_is_over_or_somebody_is_back():
    scene = scenario(
        inject("A", 0.0, kind=InjectKind.SILENCE, details=(("people", "S001;S002"), ("for_min", "60"))),
        inject("B", 30.0, kind=InjectKind.SILENCE, details=(("people", "S002"), ("state", "back"))),
    )
    now = fire_at(begun(), scene, "A", 0)

    assert silent_people(scene, now, moment_at(scene, 59)) == {"S001", "S002"}
    assert silent_people(scene, now, moment_at(scene, 60)) == frozenset()
    assert silent_people(scene, fire_at(now, scene, "B", 30), moment_at(scene, 40)) == {"S001"}


def test_a_link_stays_lost_until_it_is_back():
    scene = scenario(
        inject("A", 0.0, kind=InjectKind.LINK, details=(("station", "TG"), ("state", "lost"))),
        inject("B", 90.0, kind=InjectKind.LINK, details=(("station", "TG"), ("state", "back"))),
    )
    now = fire_at(begun(), scene, "A", 0)
    later = fire_at(now, scene, "B", 90)

    assert lost_stations(scene, now, moment_at(scene, 5000)) == {"TG"}
    assert lost_stations(scene, later, moment_at(scene, 89)) == {"TG"}  # as it was then
    assert lost_stations(scene, later, moment_at(scene, 90)) == frozenset()


def test_a_road_is_cut_only_when_that_was_fired():
    scene = scenario(inject("A", 0.0, kind=InjectKind.ROAD, says="S001", details=(("route", "L1"), ("state", "cut"))))
    held, _ = take(begun(), withheld(scene.injects[0], moment_at(scene, 0), "不发"))

    assert cut_roads(scene, held, moment_at(scene, 10)) == frozenset()
    assert cut_roads(scene, fire_at(begun(), scene, "A", 0), moment_at(scene, 10)) == {"L1"}
