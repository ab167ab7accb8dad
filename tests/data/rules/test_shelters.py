"""Households to shelters: nobody twice, nowhere too full, short ways, villages together, and who finds no room."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.rules import shelters
from data.rules.shelters import Party, parties, place, used
from data.rules.ways_out import WaysOut
from tests.data.rules.clock_world import rows, tables, township


def party(row_id: str, people: int = 3, village: str = "甲村", **metres: float) -> Party:
    return Party(row_id, village, people, metres)


def test_everybody_goes_to_the_nearest_shelter_where_there_is_room() -> None:
    here = [party("H1", A=100, B=900, village="甲村"), party("H2", A=900, B=100, village="乙村")]
    found = place(here, {"A": 10, "B": 10})
    assert dict(found.shelter_of) == {"H1": "A", "H2": "B"}
    assert (found.left_over, found.unreachable, found.exact) == ((), (), True)


def test_a_full_shelter_sends_those_on_who_walk_least_more() -> None:
    here = [party("H1", A=100, B=200, village="甲村"), party("H2", A=100, B=5000, village="乙村")]
    assert dict(place(here, {"A": 3, "B": 3}).shelter_of) == {"H1": "B", "H2": "A"}


def test_a_village_stays_together_though_another_shelter_lies_a_little_nearer_for_some() -> None:
    here = [party(f"H{n}", A=500.0, B=400.0 + 200 * (n % 2)) for n in range(6)]
    assert len(set(place(here, {"A": 30, "B": 30}).shelter_of.values())) == 1


def test_when_room_is_short_as_many_people_as_possible_are_taken_in_and_the_rest_is_named() -> None:
    here = [party("H1", 4, A=10), party("H2", 3, A=5000), party("H3", 3, A=5000)]
    found = place(here, {"A": 6})
    assert set(found.shelter_of) == {"H2", "H3"}
    assert (found.left_over, found.people_left_over) == (("H1",), 4)


def test_who_reaches_no_shelter_is_named_apart() -> None:
    found = place([party("H1"), party("H2", A=10), party("H3", CLOSED=10)], {"A": 10})
    assert (dict(found.shelter_of), found.unreachable, found.left_over) == ({"H2": "A"}, ("H1", "H3"), ())
    assert place([], {}).shelter_of == {}
    assert place([party("H1", A=1)], {"A": 0}).left_over == ("H1",)


def test_should_the_solver_give_up_the_greedy_answer_keeps_the_same_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelters, "_solved", lambda *_: None)
    here = [party(f"H{n}", 2 + n % 3, f"村{n % 2}", A=100.0 * n, B=300.0) for n in range(8)]
    found = place(here, {"A": 9, "B": 7})
    assert not found.exact
    assert all(count <= {"A": 9, "B": 7}[one] for one, count in used(here, found).items())
    assert set(found.shelter_of) | set(found.left_over) == {one.id for one in here}


PEOPLE = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 2), st.lists(st.floats(0, 9000), min_size=3, max_size=3)), max_size=12
)


@given(PEOPLE, st.lists(st.integers(0, 12), min_size=3, max_size=3))
@settings(max_examples=25)
def test_nobody_is_placed_twice_no_shelter_overflows_and_nobody_is_forgotten(
    people: list[tuple[int, int, list[float]]], rooms: list[int]
) -> None:
    room = {f"A{k}": count for k, count in enumerate(rooms)}
    here = [
        Party(f"H{n}", f"村{village}", count, {f"A{k}": far for k, far in enumerate(metres) if far < 8000})
        for n, (count, village, metres) in enumerate(people)
    ]
    found = place(here, room)
    assert all(count <= room[one] for one, count in used(here, found).items())
    told = [*found.shelter_of, *found.left_over, *found.unreachable]
    assert sorted(told) == sorted(one.id for one in here)
    assert all(found.shelter_of[one.id] in one.metres for one in here if one.id in found.shelter_of)
    assert found.people_left_over == sum(one.people for one in here if one.id in found.left_over)
    left = {one: room[one] - used(here, found).get(one, 0) for one in room}
    for one in here:  # room is never left beside somebody who would fit in it
        if one.id in found.left_over:
            assert all(left[to] < one.people for to in one.metres)


def test_the_ways_of_the_households_come_from_the_roads() -> None:
    made = township()
    homeless = made.having(rows(households=[*made.households, *_without_a_place()]).households)
    found = {one.id: one for one in parties(WaysOut(homeless, tables()), homeless)}
    assert math.isclose(found["H1"].metres["A1"], 556, rel_tol=0.1)
    assert not found["H9"].metres


def _without_a_place():
    from data.model.people import Household

    return [Household("H9", "测丁", "乙村", "G002", 2)]
