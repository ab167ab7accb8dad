"""Arithmetic of the plan table: safe, finite, and in the township's own figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.model.places import Route, Spur, Works
from data.model.register import Register, Registers
from data.rules.expressions import ExpressionFault, evaluate, materials, variables
from desktop.first_run import shipped_register
from tests import township

NAMES = {"km": 14.2, "shelters": 3.0, "flow": 6000.0}


@pytest.mark.parametrize(
    ("text", "value"),
    [("12", 12), ("ceil(km)*8", 120), ("min(shelters, 2)", 2), ("max(1, floor(km/10))", 1), ("flow/1000", 6)],
)
def test_an_expression_is_worked_out(text: str, value: float) -> None:
    assert evaluate(text, NAMES) == value


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "8 *", "km km", "unknown*2", "1/0", "-1", "'a'", "km > 2 and 'x'", "[1]", "1e308*10", "9**9**9",
        "__import__('os').getcwd()", "km.__class__", "open('/etc/passwd')", "ceil", "ceil('a')", "ceil(1, 2)", "1;2",
        "(lambda: 1)()", "None", "9" * 5000, "km = 5", "1\n2", "(" * 3000 + "1" + ")" * 3000, "-" * 20_000 + "1",
    ],
)  # fmt: skip
def test_an_expression_that_is_none_is_refused_and_names_itself(text: str) -> None:
    with pytest.raises(ExpressionFault) as fault:
        evaluate(text, NAMES)
    assert str(fault.value) == text


def test_materials_are_read_with_the_signs_of_either_keyboard() -> None:
    wanted = (("编织袋", 1500.0), ("块石", 15.0))
    assert materials("编织袋:500*shelters;块石:ceil(km)", NAMES) == wanted
    assert materials(" 编织袋：500*shelters ； 块石 : ceil(km) ；", NAMES) == wanted
    assert materials("", NAMES) == ()


@pytest.mark.parametrize("text", ["编织袋", ":5", " :5", "编织袋:", "编织袋:5;块石:many"])
def test_materials_without_a_name_or_a_quantity_are_refused(text: str) -> None:
    with pytest.raises(ExpressionFault):
        materials(text, NAMES)


def test_kilometres_are_those_of_the_patrol_sections_and_of_the_works_where_there_are_none() -> None:
    path = ((113.70, 34.90), (113.70, 34.91))
    works = Register("works", (Works("W", "险工", "险工", length_m=10_075.0),), digest="w")
    made = Registers().having(works)
    assert variables(made)["km"] == pytest.approx(10.075)
    routes = (Route("A", "责任段1", "责任段", path), Route("B", "迁安路", "迁安", path))
    made = made.having(Register("routes", routes, digest="r"))
    names = variables(made)
    assert names["km"] == pytest.approx(1.112, abs=0.001)
    assert names["sections"] == 1


def test_only_spurs_proper_are_counted_as_spurs() -> None:
    spurs = tuple(Spur(str(n), "W", str(n), kind, 0.0) for n, kind in enumerate(("坝", "垛", "护岸", "坝")))
    assert variables(Registers().having(Register("spurs", spurs)))["spurs"] == 2


def test_the_small_township_has_its_own_figures() -> None:
    names = variables(township.registers(), 4200.0)
    assert {key: names[key] for key in ("grids", "special_grids", "villages", "depots", "growers", "flow")} == {
        "grids": 1, "special_grids": 1, "villages": 1, "depots": 1, "growers": 2, "flow": 4200.0,
    }  # fmt: skip


def test_every_expression_of_the_shipped_plan_can_be_worked_out() -> None:
    registers = township.registers()
    for row in shipped_register("plan"):
        names = variables(registers, row.flow_min_m3s)
        if row.people:
            assert evaluate(row.people, names) >= 0, row.id
        materials(row.materials, names)


def test_a_faulty_expression_leaves_the_rest_of_the_plan_to_work() -> None:
    from data.rules.plan import make_plan

    registers = township.registers()
    rows = tuple(replace(row, people="nonsense") if row.id == "MEET" else row for row in registers.plan)
    plan = make_plan(registers.having(Register("plan", rows, digest="x")))
    assert plan.needs["MEET"].people == 0
    assert plan.needs["CLEAR-NEN"].people == 4
