"""Which injects are due: never twice, never early, the same by a jump as by small steps."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from data.model.drill import Condition, Ground
from data.model.drill_steps import DrillEnded
from data.model.levels import Level
from data.model.situation import Standing
from data.model.steps import Realm, Step
from data.rules.drill.due import due, holds, next_moment
from data.rules.drill.effects import withheld
from data.rules.drill.scene import moment_at
from data.rules.take import take
from tests import township
from tests.data.rules.drill.drill_world import START, after, begun, fire_at, inject, pass_through, scenario

TIMES = st.lists(st.integers(0, 600), min_size=1, max_size=8)
LOOKS = st.lists(st.integers(0, 700), max_size=12)


@settings(max_examples=30, deadline=None)
@given(TIMES, LOOKS, st.integers(0, 2**32))
def test_nothing_is_fired_twice_or_before_its_time(times: list[int], looks: list[int], chain: int):
    chained = [inject(f"C{n}", None, after(f"T{chain % len(times)}", n * 7.0)) for n in range(3)]
    scene = scenario(*(inject(f"T{n}", float(at)) for n, at in enumerate(times)), *chained)

    _, told = pass_through(scene, [*sorted(looks), 800, 900])

    ids = [name for _, name in told]
    fired_at = {name: minute for minute, name in told}
    assert len(ids) == len(set(ids)) == len(scene.injects)
    assert all(fired_at[f"T{n}"] >= at for n, at in enumerate(times))
    assert all(fired_at[f"C{n}"] >= fired_at[f"T{chain % len(times)}"] + n * 7 for n in range(3))


@settings(max_examples=30, deadline=None)
@given(TIMES, LOOKS)
def test_a_jump_of_ten_hours_fires_the_same_in_the_same_order_as_small_steps(times: list[int], looks: list[int]):
    scene = scenario(*(inject(f"T{n}", float(at)) for n, at in enumerate(times)))

    _, jumped = pass_through(scene, [600])
    _, walked = pass_through(scene, [*sorted(look for look in looks if look <= 600), 600])

    assert [name for _, name in jumped] == [name for _, name in walked]


@settings(max_examples=20, deadline=None)
@given(TIMES, st.integers(1, 90))
def test_going_from_next_moment_to_next_moment_fires_everything_exactly_when_it_is_due(times: list[int], wait: int):
    scene = scenario(*(inject(f"T{n}", float(at)) for n, at in enumerate(times)), inject("C", None, after("T0", wait)))
    now, at = begun(), START - timedelta(minutes=1)
    told: dict[str, float] = {}
    while (following := next_moment(scene, now, at)) is not None:
        at = following
        minute = (at - START).total_seconds() / 60
        now, fired = pass_through(scene, [minute], now)
        told |= {name: when for when, name in fired}

    assert told == {f"T{n}": at for n, at in enumerate(times)} | {"C": times[0] + wait}


def test_what_is_withheld_or_fired_by_hand_only_is_never_due():
    scene = scenario(inject("A", 5.0), inject("B", 5.0, by_hand=True), inject("C", None, after("A")))
    now, _ = take(begun(), withheld(scene.injects[0], START, "不发"))

    assert due(scene, now, moment_at(scene, 500)) == ()


def test_outside_a_running_drill_nothing_is_due():
    scene = scenario(inject("A", 0.0))
    over, _ = take(begun(), Step("end", START, "control", Realm.DRILL, DrillEnded("完")))

    assert due(scene, over, moment_at(scene, 9)) == ()
    assert due(scene, township.situation(), moment_at(scene, 9)) == ()


def test_an_inject_with_a_time_and_conditions_waits_for_all_of_them():
    scene = scenario(inject("A", 30.0), inject("B", 60.0, after("A", 10)))

    assert pass_through(scene, [20, 45, 52, 57, 61])[1] == [(45, "A"), (61, "B")]


def test_an_answer_calls_one_inject_and_its_absence_the_other():
    asked = inject("A", 0.0)
    done = inject("B", None, Condition(Ground.ANSWERED, "A"))
    silent = inject("C", None, Condition(Ground.UNANSWERED, "A", 30))
    scene = scenario(asked, done, silent)

    assert pass_through(scene, [0, 29, 30, 31])[1] == [(0, "A"), (30, "C")]
    assert pass_through(scene, [0, 29, 30, 31], answered=lambda name: name == "A")[1] == [(0, "A"), (0, "B")]


def test_a_flow_is_waited_for_with_its_bound_included():
    wanted = Condition(Ground.FLOW, value=6000)

    for flow, expected in ((None, False), (5999.0, False), (6000.0, True)):
        now = township.situation() if flow is None else township.at_flow(township.situation(), flow)
        assert holds(wanted, now, now.at) is expected


def test_a_level_is_waited_for_as_at_least_that_severe():
    wanted = Condition(Ground.LEVEL, value=3.0)  # III

    for level, expected in ((Level.NONE, False), (Level.IV, False), (Level.III, True), (Level.I, True)):
        now = replace(township.situation(), standing=Standing(level))
        assert holds(wanted, now, now.at) is expected


def test_nothing_comes_after_the_last_moment():
    scene = scenario(inject("A", 5.0))
    now = fire_at(begun(), scene, "A", 5)

    assert next_moment(scene, now, START) is None
