"""A drill begins once in a store of its own, marks what became of its injects, and ends once."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.model.drill import CONTROL, Drill, Fired
from data.model.drill_steps import DrillBegun, DrillEnded, DrillPaced, InjectMarked
from data.model.situation import Situation, Touched
from data.model.steps import Body, Realm, Step, StepRefused
from data.rules.take import take
from tests import township
from tests.data import office_strategy

NOON = township.NOON
DRILL = Drill("D1", "1958 型", "ab" * 32, NOON, 1, True)
FIRED = InjectMarked("D01", "路断", Fired.FIRED, "script")


@pytest.fixture
def now() -> Situation:
    return replace(township.situation(), realm=Realm.DRILL)


def step(now: Situation, body: Body) -> Step:
    return Step(f"d/{now.seq}", now.at, CONTROL, now.realm, body)


def after(now: Situation, *bodies: Body) -> Situation:
    for body in bodies:
        now, touched = take(now, step(now, body))
        assert touched == Touched.DRILL | Touched.LOG
    return now


def refused(now: Situation, body: Body) -> str:
    with pytest.raises(StepRefused) as caught:
        take(now, step(now, body))
    return caught.value.code


def test_a_drill_marks_what_became_of_its_injects_and_ends(now: Situation) -> None:
    withheld = InjectMarked("D02", "失联", Fired.WITHHELD, CONTROL, "时间不够")
    then = after(now, DrillBegun(DRILL), FIRED, DrillPaced(600), withheld, DrillPaced(0), DrillEnded("科目完成"))
    assert then.drill is not None
    first, second = then.drill.marks
    assert (first.inject, first.at, first.how, first.by) == ("D01", now.at, Fired.FIRED, "script")
    assert then.drill.mark_of("D02") == second
    assert then.drill.mark_of("D03") is None
    assert (then.drill.ended_at, then.drill.reason) == (then.at, "科目完成")


@pytest.mark.parametrize("body", [DrillBegun(DRILL), FIRED, DrillPaced(1), DrillEnded("")])
def test_nothing_of_a_drill_happens_outside_the_realm_of_drills(now: Situation, body: Body) -> None:
    for realm in set(Realm) - {Realm.DRILL}:
        assert refused(replace(now, realm=realm), body) == "not_a_drill"
    assert refused(township.situation(), body) == "not_a_drill"


def test_a_drill_refuses_what_is_out_of_turn(now: Situation) -> None:
    for body in (FIRED, DrillPaced(1), DrillEnded("")):
        assert refused(now, body) == "no_drill"
    running = after(now, DrillBegun(DRILL))
    assert refused(running, DrillBegun(replace(DRILL, id="D2"))) == "drill_exists"
    assert refused(after(running, FIRED), replace(FIRED, how=Fired.WITHHELD)) == "inject_marked"
    assert refused(after(running, FIRED), FIRED) == "inject_marked"
    over = after(running, DrillEnded("完"))
    for body in (FIRED, DrillPaced(1), DrillEnded("再")):
        assert refused(over, body) == "drill_over"


def test_what_was_withheld_may_be_fired_later_once_and_both_marks_stay(now: Situation) -> None:
    held = replace(FIRED, how=Fired.WITHHELD, by=CONTROL, note="时间不够")
    then = after(now, DrillBegun(DRILL), held)
    assert refused(then, held) == "inject_marked"
    then = after(then, replace(FIRED, by=CONTROL))
    assert then.drill is not None
    assert [mark.how for mark in then.drill.marks] == [Fired.WITHHELD, Fired.FIRED]
    last = then.drill.mark_of("D01")
    assert last is not None
    assert last.how is Fired.FIRED
    assert refused(then, held) == "inject_marked"


@settings(max_examples=30)
@given(st.integers(0, 2**32))
def test_marks_only_grow_and_an_inject_is_fired_once_and_what_is_over_stays_as_it_was(seed: int) -> None:
    random, now = Random(seed), replace(township.situation(), realm=Realm.DRILL)
    for n in range(40):
        body = office_strategy.drill(random, now, f"d{n}")
        assert body is not None
        try:
            then, _ = take(now, step(now, body))
        except StepRefused:
            continue
        assert then.drill is not None
        if now.drill is not None:
            assert then.drill.marks[: len(now.drill.marks)] == now.drill.marks
            assert now.drill.ended_at is None
        fired = [mark.inject for mark in then.drill.marks if mark.how is Fired.FIRED]
        assert len(set(fired)) == len(fired)
        now = then
