"""A scenario against the registers: the shipped ones fit, what is not there is found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.feeds.scenario import parse_scenario, read_scenario
from data.feeds.scenario_check import check
from data.feeds.scenario_faults import ScenarioCode
from data.model.register import Registers
from desktop.first_run import demo_situation
from resources import path as resource


@pytest.fixture(scope="module")
def registers() -> Registers:
    return demo_situation().registers


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
