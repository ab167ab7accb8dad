"""Which tasks carry numbers of the relocation clock, and which numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from data.model.nature import Origin
from data.model.people import Whereabouts
from data.model.places import Bench
from data.model.plan import Phase
from data.model.reckoned import Reckoned
from data.model.steps import ReckoningKept, TasksMoved, WhereaboutsSet
from data.model.task import Move
from data.rules.task_clock import CutOff, benches_of, carried, cut_off, tally
from tests.task_clock_sample import BENCHES, BOAT, CLEAR_NEN, WATCH, cleared
from tests.township import NOON, after, instruction


def test_the_task_of_a_bench_carries_its_numbers_and_no_others() -> None:
    now = cleared()
    found = carried(now, now.tasks[CLEAR_NEN])
    assert found is not None
    assert [one.bench for one in found.benches] == [Bench.NEN]
    assert not found.by_boat
    assert carried(now, now.tasks[WATCH]) is None


def test_a_task_for_the_whole_township_carries_the_sum() -> None:
    row = instruction("ALL", 2, role="R09", scope="全镇", phase=Phase.COURSE)
    assert benches_of(row) == frozenset(Bench)
    sums = tally(BENCHES)
    assert (sums.lines, sums.people, sums.to_go, sums.leave_now, sums.cut_off) == (79, 160, 6, 1, 1)
    assert sums.first == NOON + timedelta(hours=2)


@pytest.mark.parametrize(
    ("role", "phase", "wanted"),
    [
        ("R09", Phase.START, True),
        ("R09", Phase.RECEDE, False),
        ("R10", Phase.PREPARE, True),
        ("R10", Phase.COURSE, False),
        ("R06", Phase.START, False),
    ],
)
def test_only_those_who_bring_people_away_or_make_room_for_them_carry_numbers(role, phase, wanted) -> None:
    assert bool(benches_of(instruction("X", 2, role=role, phase=phase, scope="安置点"))) is wanted


def test_the_boat_task_carries_who_is_cut_off_until_they_have_left() -> None:
    now = cleared(boats=("keypeople/K1", "growers/GR2", "growers/GONE"))
    assert cut_off(now) == (CutOff("keypeople", "K1", 2), CutOff("growers", "GR2", 8, ("P2",)))
    found = carried(now, now.tasks[BOAT])
    assert found is not None
    assert found.by_boat
    now = after(now, WhereaboutsSet("growers", ("GR2",), Whereabouts.LEFT))
    assert [one.id for one in cut_off(now)] == ["K1"]


def test_a_task_that_has_ended_or_a_clock_that_does_not_run_carries_nothing() -> None:
    now = cleared()
    assert carried(replace(now, reckoned=None), now.tasks[CLEAR_NEN]) is None
    ended = after(now, TasksMoved((CLEAR_NEN,), Move.EXEMPT, note="无人"))
    assert carried(ended, ended.tasks[CLEAR_NEN]) is None


def test_nobody_threatened_is_a_number_as_well() -> None:
    now = after(cleared(), ReckoningKept(Reckoned(NOON, 3000.0, Origin.MODEL, "p")), actor="system")
    found = carried(now, now.tasks[CLEAR_NEN])
    assert found is not None
    assert found.benches == ()
    assert tally(found.benches).lines == 0
