"""What is kept of a reckoning, and how it calls the boat team."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from data.model.inundation import Span
from data.model.nature import Origin
from data.model.people import Whereabouts
from data.model.places import Bench
from data.model.plan import Phase, TriggerKind
from data.model.reckoned import Reckoned
from data.model.register import Register
from data.model.steps import ReckoningKept, TasksMoved, WhereaboutsSet
from data.model.task import Evidence, Move, TaskState
from data.rules.plan import make_plan
from data.rules.reckoned import reckoned
from data.rules.reckoning import Township, later, reckon
from data.rules.tasks import CUT_OFF
from tests import township as small
from tests.data.rules.clock_world import HOUR, Says, Told, dry, north_of, tables, township
from tests.township import NOON, after, instruction, situation

TOWN = Township(township(), tables())
CUT = ("growers/G1",)


def taken(says: Says, where: dict[str, Whereabouts] | None = None, at=NOON, last: Reckoned | None = None) -> Reckoned:
    water = Told(says)
    made = reckon(TOWN, Span(water, water, water), where or {}, at, flow_m3s=6400.0, whatif=False)
    return reckoned(TOWN, made, last)


def kept(boats: tuple[str, ...], at=NOON, since=None) -> ReckoningKept:
    return ReckoningKept(Reckoned(at, 6400.0, Origin.MODEL, "p", (), boats, 0, since or (at if boats else None)))


def with_boats():
    """The small township, with an instruction for whoever is cut off."""
    now = small.at_flow(situation(), 4500.0)
    row = instruction(
        "BOAT", 1, trigger=TriggerKind.EVENT, trigger_expr=CUT_OFF, role="R08", phase=Phase.COURSE,
        flow_min_m3s=0.0, flow_max_m3s=99999.0,
    )  # fmt: skip
    registers = now.registers.having(Register("plan", (*small.plan_rows(), row), digest="with boats"))
    return replace(now, registers=registers, plan=make_plan(registers))


def boat_tasks(now) -> list[TaskState]:
    return [task.state for task in now.tasks.values() if task.instruction == "BOAT"]


def test_everybody_whom_water_reaches_is_counted_in_his_bench() -> None:
    found = taken(north_of(34.9095, 6.0))
    assert [(one.bench, one.lines, one.people, one.to_go) for one in found.benches] == [(Bench.ER, 1, 2, 1)]
    assert found.of(Bench.ER).first is not None
    assert found.of(Bench.GAO).lines == 0
    assert found.unknown == 1  # the key person without a place
    assert (found.boats, found.cut_off_since) == ((), None)


def test_dry_land_counts_nobody() -> None:
    assert taken(dry).benches == ()


def test_who_has_left_is_counted_as_left_and_no_boat_is_sent() -> None:
    found = taken(north_of(34.9005, -1.0), {"growers/G1": Whereabouts.LEFT})
    assert (found.of(Bench.ER).left, found.of(Bench.ER).to_go, found.boats) == (1, 0, ())


def test_whoever_no_road_leads_out_for_is_for_the_boats_since_the_first_of_them() -> None:
    found = taken(north_of(34.9005, -1.0))
    assert (found.boats, found.of(Bench.ER).cut_off, found.cut_off_since) == (CUT, 1, NOON)
    assert taken(north_of(34.9005, -1.0), at=NOON + HOUR, last=found).cut_off_since == NOON


def test_the_same_picture_later_is_the_same_water_with_less_time() -> None:
    water = Told(north_of(34.9095, 6.0))
    first = reckon(TOWN, Span(water, water, water), {}, NOON, flow_m3s=6400.0, whatif=True)
    second = later(TOWN, first, {}, NOON + 5 * HOUR)
    assert second.affected is first.affected
    assert (second.whatif, second.at) == (True, NOON + 5 * HOUR)
    assert second.of("growers", "G1") != first.of("growers", "G1")
    assert second.of("growers", "NOBODY") is None


def test_a_reckoning_says_nothing_new_when_only_time_has_passed() -> None:
    found = taken(north_of(34.9095, 6.0))
    assert taken(north_of(34.9095, 6.0), at=NOON + HOUR, last=found).same_as(found)
    assert not taken(north_of(34.9095, 3.0), last=found).same_as(found)
    assert not found.same_as(None)


def test_somebody_cut_off_raises_the_task_of_the_boat_team_once() -> None:
    now = after(with_boats(), kept(CUT), actor="system")
    assert boat_tasks(now) == [TaskState.PENDING]
    now = after(now, kept((*CUT, "households/H1"), since=NOON), actor="system")
    assert boat_tasks(now) == [TaskState.PENDING]


def test_a_boat_nobody_needs_any_more_is_called_off_while_it_was_not_sent() -> None:
    now = after(with_boats(), kept(CUT), actor="system")
    now = after(now, kept(()), actor="system")
    assert boat_tasks(now) == [TaskState.WITHDRAWN]


def test_somebody_cut_off_after_the_boats_had_finished_calls_them_again() -> None:
    now = after(with_boats(), kept(CUT), actor="system")
    boat = next(task.id for task in now.tasks.values() if task.instruction == "BOAT")
    now = after(now, TasksMoved((boat,), Move.ISSUE, assignee="S001"))
    proof = (Evidence("text", NOON, "S001", "接出2人"),)
    now = after(now, TasksMoved((boat,), Move.FINISH, evidence=proof), TasksMoved((boat,), Move.VERIFY))
    now = after(now, kept(()), actor="system")
    assert boat_tasks(now) == [TaskState.VERIFIED]
    now = after(now, kept(("households/H1",), at=now.at + HOUR), actor="system")
    assert sorted(boat_tasks(now)) == [TaskState.PENDING, TaskState.VERIFIED]


def test_water_that_nobody_knows_about_sends_no_boats_but_is_told() -> None:
    found = taken(lambda _, lat: None if lat > 34.905 else (0.0, np.inf))
    assert (found.boats, found.unknown) == ((), 2)


def test_a_household_that_is_out_is_not_called_again_when_the_water_rises_further() -> None:
    now = after(situation(), WhereaboutsSet("growers", ("G1",), Whereabouts.LEFT, "已出滩"))
    water = Told(north_of(34.9005, 1.0, depth=3.0))
    made = reckon(TOWN, Span(water, water, water), now.whereabouts, NOON, flow_m3s=8000.0, whatif=False)
    assert "growers" not in {line.kind for line in made.countdown.to_call()}
