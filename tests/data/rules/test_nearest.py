"""Nearest people, who answers for a thing, and squads against their template."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.model.people import Squad, Staff
from data.model.places import Spur, Stone
from data.model.register import Register
from data.model.situation import Situation
from data.rules.nearest import (
    Near,
    Reach,
    minutes_at,
    nearest,
    nearest_by_road,
    nearest_straight,
    point_of,
    responsible,
    squad_strength,
    strength,
    template_of,
)
from data.rules.ways import Roads
from tests import township

SQUAD = Squad("Q1", "一队", "巡查防守", "1-3-4", "A0", 113.70, 34.90)


def member(n: int, place: str, *, on_duty: bool = True) -> Staff:
    return Staff(f"A{n}", f"测{n}", "R06", "队员", "镇干部", squad="Q1", skills=f"{place};游泳", on_duty=on_duty)


def full() -> list[Staff]:
    places = ["专业技术"] + ["骨干"] * 3 + ["群防队员"] * 4
    return [member(n, place) for n, place in enumerate(places)]


def with_people() -> Situation:
    now = township.situation()
    made = now.registers
    staff = tuple(
        replace(row, lon=113.70 + n / 100, lat=34.90, on_duty=row.id != "S001")
        for n, row in enumerate(made.staff)
        if row.id != "S006"
    )
    far = Squad("Q2", "二队", "巡查防守", lon=113.80, lat=34.90)
    nowhere = Squad("Q3", "三队", "巡查防守")
    spur = Spur("B1", "W", "26", "坝", 100.0, ((113.70, 34.90), (113.70, 34.91)), "", None, "S001", "S002", "S002")
    for register in (
        Register("staff", staff, "s"),
        Register("squads", (far, nowhere, SQUAD), "q"),
        Register("spurs", (spur,), "b"),
        Register("stones", (Stone("ST1", "B1", "坝头", 113.70, 34.91),), "t"),
    ):
        made = made.having(register)
    return replace(now, registers=made)


def test_a_full_squad_lacks_nothing() -> None:
    found = strength(SQUAD, full())
    assert (found.present, found.wanted, found.complete) == (8, 8, True)


def test_a_missing_backbone_is_named_with_its_count() -> None:
    found = strength(SQUAD, full()[:1] + full()[2:])
    assert (found.present, found.missing) == (7, (("骨干", 1),))


def test_too_many_in_one_place_fill_no_other_place() -> None:
    crowd = [member(n, "群防队员") for n in range(9)]
    found = strength(SQUAD, crowd)
    assert found.present == 4
    assert found.missing == (("专业技术", 1), ("骨干", 3))


def test_members_off_duty_leave_their_place_empty() -> None:
    found = strength(SQUAD, [member(0, "专业技术", on_duty=False), *full()[1:]])
    assert (found.present, found.missing, found.away) == (7, (("专业技术", 1),), 1)


@pytest.mark.parametrize(("text", "figures"), [("1-3-4", (1, 3, 4)), ("1-2-3", (1, 2, 3)), ("", ()), ("乱", ())])
def test_a_template_is_read_or_asks_for_nobody(text: str, figures: tuple[int, ...]) -> None:
    assert template_of(replace(SQUAD, template=text)) == figures


def test_an_unknown_squad_has_no_strength() -> None:
    assert squad_strength(township.situation(), "nobody").wanted == 0


def test_squads_come_by_distance_and_those_without_a_place_last() -> None:
    found = nearest(with_people(), (113.70, 34.90), ("squads",))
    assert [row.id for row in found] == ["Q1", "Q2", "Q3"]
    assert found[0] == Near("squads", "Q1", 0.0)
    assert found[2].metres is None


def test_staff_off_duty_stand_behind_those_on_duty() -> None:
    found = nearest(with_people(), (113.70, 34.90), ("staff",))
    assert [row.id for row in found] == ["S002", "S003", "S004", "S005", "S001"]


def test_a_spur_a_stone_and_its_spur_have_places_and_responsible_people() -> None:
    now = with_people()
    assert point_of(now, "spurs", "B1") is not None
    assert point_of(now, "stones", "ST1") == (113.70, 34.91)
    assert responsible(now, "spurs", "B1") == ("S002", "S001")
    assert responsible(now, "stones", "ST1") == responsible(now, "spurs", "B1")


@pytest.mark.parametrize("kind", ["spurs", "grids", "plots", "growers", "task", "report", "incident", "works", "x"])
def test_what_is_not_there_has_neither_place_nor_people(kind: str) -> None:
    now = township.situation()
    assert point_of(now, kind, "gone") is None
    assert responsible(now, kind, "gone") == ()


def test_a_task_without_assignee_names_the_holders_of_its_post() -> None:
    now = township.at_flow(township.situation(), 4500)
    task = next(task for task in now.tasks.values() if task.role == "R06")
    assert responsible(now, "task", task.id) == ("S004",)


def test_by_road_who_is_across_the_water_is_further_than_who_stands_on_the_road() -> None:
    now = with_people()
    roads = Roads([((113.70, 34.90), (113.70, 34.92), (113.80, 34.92), (113.80, 34.90))])
    point = (113.795, 34.9199)
    straight = nearest_straight(now, point, ("squads",))
    assert [one.id for one in straight] == ["Q2", "Q1"]
    by_road = nearest_by_road(now, roads, point, ("squads",), speed_kmh=30)
    assert [one.id for one in by_road] == ["Q2", "Q1"]
    assert by_road[0].metres is not None
    assert straight[0].metres is not None
    assert by_road[0].metres > straight[0].metres
    assert by_road[0].minutes == pytest.approx(by_road[0].metres / 500)
    assert len(by_road[0].path) > 2


def test_a_position_shared_now_counts_before_the_post_and_who_is_off_duty_is_not_sent() -> None:
    now = with_people()
    point = (113.75, 34.90)
    assert "S001" not in [one.id for one in nearest_straight(now, point, ("staff",))]
    first = nearest_straight(now, point, ("staff",), places={"S004": point})[0]
    assert first == Reach("staff", "S004", 0.0)


def test_nobody_is_reached_where_no_road_leads_and_nobody_arrives_without_speed() -> None:
    now = with_people()
    found = nearest_by_road(now, Roads([]), (113.75, 34.90), ("squads",))
    assert [(one.metres, one.minutes) for one in found] == [(None, None), (None, None)]
    assert minutes_at(1000, 0) is None
