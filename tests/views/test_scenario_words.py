"""What is wrong with a scenario is said in words: every code has its form, and carries what the form asks for."""

from __future__ import annotations

import ast
from pathlib import Path
from string import Formatter

import pytest

from data.feeds.scenario_faults import ScenarioCode, ScenarioFault
from views import scenario_words

FEEDS = Path(__file__).parents[2] / "data" / "feeds"


def carried() -> dict[ScenarioCode, list[set[str]]]:
    """What each place that finds a fault hands over by name."""
    found: dict[ScenarioCode, list[set[str]]] = {}
    for path in FEEDS.glob("scenario*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            codes = [
                one for one in node.args if isinstance(one, ast.Attribute) and one.attr in ScenarioCode.__members__
            ]
            given = {one.arg for one in node.keywords if one.arg}
            for params in (one.value for one in node.keywords if one.arg == "params"):
                if isinstance(params, ast.Dict):
                    given |= {str(key.value) for key in params.keys if isinstance(key, ast.Constant)}
            for code in codes:
                found.setdefault(ScenarioCode[code.attr], []).append(given)
    return found


def asked(code: ScenarioCode) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(scenario_words._forms()[code]) if name}


@pytest.mark.parametrize("code", list(ScenarioCode))
def test_every_code_has_words_and_is_given_what_they_ask_for(code: ScenarioCode) -> None:
    given = carried().get(code, [])
    assert given, "no place finds this fault: its words are of no use"
    for names in given:
        assert asked(code) <= names, names


def test_a_fault_is_told_with_its_line_and_key_and_registers_by_their_names() -> None:
    one = ScenarioFault(
        ScenarioCode.NOT_IN_REGISTER, "inject[3].details.station", 41, {"value": "4010", "register": "stations"}
    )
    said = scenario_words.fault(one)
    assert said.startswith("第 41 行 inject[3].details.station：")
    assert "4010" in said
    assert "stations" not in said


def test_a_fault_of_the_file_has_no_place_and_a_number_no_idle_noughts() -> None:
    assert scenario_words.fault(ScenarioFault(ScenarioCode.FILE_MISSING)) == "没有这个想定文件"
    said = scenario_words.fault(ScenarioFault(ScenarioCode.TIME_OUTSIDE, "a", 0, {"value": 130.0, "length": 120.0}))
    assert said == "a：第 130 分钟不在想定时长 120 分钟之内"


def test_what_a_fault_does_not_carry_is_a_dash() -> None:
    assert "—" in scenario_words.fault(ScenarioFault(ScenarioCode.DUPLICATE_ID, "inject[1].id"))
