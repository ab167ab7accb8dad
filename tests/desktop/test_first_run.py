"""The first filling of an empty store: every register, nothing refused, clearly marked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.model.register import ROW_TYPES
from data.model.situation import Course, Situation
from data.model.steps import RegisterReplaced, Step, UserChanged
from data.rules.rights import SYSTEM
from data.store.rows import make_register
from desktop.first_run import (
    DEMO_START,
    FIRST_USER,
    demo_situation,
    first_steps,
    missing_steps,
    shipped_register,
    taken,
)

SOURCED = {"tiers", "triggers", "reporting", "plan", "roles", "templates", "alarmkinds"}


@pytest.fixture(scope="module")
def steps() -> list[Step]:
    return first_steps()


def test_every_register_is_brought_in_once_and_the_plan_after_what_it_depends_on(steps: list[Step]) -> None:
    kinds = [step.body.register.kind for step in steps if isinstance(step.body, RegisterReplaced)]
    assert sorted(kinds) == sorted(ROW_TYPES)
    assert kinds[-1] == "plan"


def test_the_first_steps_are_the_program_s_own_at_the_beginning_of_the_demonstration(steps: list[Step]) -> None:
    assert {(step.at, step.actor) for step in steps} == {(DEMO_START, SYSTEM)}
    assert len({step.key for step in steps}) == len(steps)
    assert steps[-1].body == UserChanged(FIRST_USER)


@pytest.mark.parametrize("kind", sorted(ROW_TYPES))
def test_invented_rows_are_marked_and_tables_with_sources_are_not(kind: str) -> None:
    register = shipped_register(kind)
    assert len(register) > 0
    assert register.demo == (kind not in SOURCED)
    assert register.digest
    assert len(register.by_id) == len(register)


def test_the_same_first_steps_give_the_same_situation() -> None:
    assert demo_situation() == demo_situation()


def test_a_fresh_desk_is_calm_and_somebody_sits_at_it() -> None:
    now = demo_situation()
    assert now.registers.users.get(now.user) is not None
    assert now.basis.course is Course.NORMAL
    assert len(now.tasks) == 0
    assert now.flow_m3s is None
    assert len(now.plan.instructions) == len(now.registers.plan)
    assert any(need.people for need in now.plan.needs.values())


def test_taken_gives_each_step_with_the_situation_after_it(steps: list[Step]) -> None:
    pairs = taken(Situation(), steps)
    assert [step for step, _ in pairs] == steps
    assert [after.seq for _, after in pairs] == list(range(1, len(steps) + 1))
    assert taken(Situation(), []) == []


def test_rules_that_an_older_store_lacks_come_once_with_a_note() -> None:
    older = replace(demo_situation(), registers=demo_situation().registers.having(make_register("alarmkinds", ())))
    steps = missing_steps(older, lambda key: key == "first-user")
    assert [step.key for step in steps] == ["shipped-alarmkinds", "shipped-alarmkinds-note"]
    assert len(taken(older, steps)[-1][1].registers.alarmkinds) > 10
    assert missing_steps(older, lambda key: key in {"first-user", "shipped-alarmkinds"}) == []
    assert missing_steps(older, lambda _: False) == []  # no desk of ours filled it
    assert missing_steps(demo_situation(), lambda key: key == "first-user") == []
