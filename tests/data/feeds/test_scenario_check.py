"""A scenario against the registers: the shipped ones fit, what is not there is found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.feeds.scenario import parse_scenario, read_scenario
from data.feeds.scenario_check import check
from data.feeds.scenario_faults import ScenarioCode
from data.model.drill import Drill
from data.model.register import Registers
from data.model.situation import Situation
from data.model.steps import Realm
from data.rules.drill.effects import steps_of
from data.rules.drill.scene import moment_at
from data.rules.take import take
from desktop.first_run import demo_situation
from resources import path as resource


@pytest.fixture(scope="module")
def desk() -> Situation:
    return demo_situation()


@pytest.fixture(scope="module")
def registers(desk: Situation) -> Registers:
    return desk.registers


@pytest.mark.parametrize("name", ["2020-06", "2021-autumn", "1958-shape"])
def test_a_shipped_scenario_fits_the_shipped_registers(name: str, registers: Registers):
    pictures = {one.name for one in resource("demo/photos").glob("*.jpg")}

    assert check(read_scenario(resource(f"drills/{name}.toml"), resource("demo")), registers, pictures) == []


def test_what_the_registers_do_not_have_is_found(registers: Registers):
    scenario = read_scenario(resource("drills/1958-shape.toml"))
    visitor = next(one for one in scenario.injects if one.id == "A05")
    unknown = replace(visitor, says="P999", details=(("grid", "Z99"), ("photos", "anglers.jpg")))
    scenario = replace(
        scenario,
        traces=(replace(scenario.traces[0], station="nowhere"),),
        injects=tuple(unknown if one is visitor else one for one in scenario.injects),
    )

    found = {(one.code, one.params["value"]) for one in check(scenario, registers, ())}

    not_there = ScenarioCode.NOT_IN_REGISTER
    assert {(not_there, "nowhere"), (not_there, "P999"), (not_there, "Z99")} <= found
    assert (ScenarioCode.NO_PICTURE, "anglers.jpg") in found


def test_with_the_text_of_its_file_a_finding_has_its_line(registers: Registers):
    text = resource("drills/1958-shape.toml").read_text("utf-8").replace('says = "P289"', 'says = "P998"')

    (found,) = check(parse_scenario(text), registers, text=text)

    assert text.splitlines()[found.line - 1] == 'says = "P998"'


@pytest.mark.parametrize("name", ["2020-06", "2021-autumn", "1958-shape"])
def test_every_inject_of_a_shipped_scenario_can_happen(name: str, desk: Situation):
    scenario = read_scenario(resource(f"drills/{name}.toml"), resource("demo"))
    drill = Drill(scenario.id, scenario.title, "", scenario.starts_at, 1, scenario.constructed)
    now = replace(desk, realm=Realm.DRILL, at=scenario.starts_at, drill=drill)

    for inject in sorted(scenario.injects, key=lambda one: one.at_min or 0):
        for step in steps_of(inject, scenario, now, moment_at(scenario, inject.at_min or 0)):
            now, _ = take(now, step)

    assert now.drill is not None
    assert {mark.inject for mark in now.drill.marks} == {one.id for one in scenario.injects}
    assert all(one.lon is not None for one in now.reports.values())
