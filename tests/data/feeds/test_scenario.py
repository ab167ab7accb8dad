"""Scenario files: read, refused with every fault at once, written and read again."""

from __future__ import annotations

import copy
import math
import tomllib
from datetime import datetime
from pathlib import Path
from random import Random
from textwrap import dedent
from typing import Any

import pytest
import tomli_w
from hypothesis import given, settings

from data.feeds.scenario import parse_scenario, read_scenario
from data.feeds.scenario_faults import ScenarioCode, ScenarioRefused
from data.model.drill import InjectKind, Scenario
from resources import path as resource
from tests.data.feeds.scenario_strategy import scenarios
from tests.data.feeds.scenario_writing import scenario_text

READY = sorted(resource("drills").glob("*.toml"))
HEAD = dedent(
    """\
    format = 1
    id = "x"
    title = "试"
    about = "情景构造"
    starts_at = 2026-07-17T06:00:00+08:00
    length_min = 600
    source = "设定"
    constructed = true
    """
)
INJECT = dedent(
    """
    [[inject]]
    id = "A"
    kind = "message"
    title = "来电"
    text = "你好"
    at_min = 5
    """
)


def faults(text: str) -> list[tuple[ScenarioCode, str, int]]:
    with pytest.raises(ScenarioRefused) as refused:
        parse_scenario(text)
    return [(one.code, one.key, one.line) for one in refused.value.faults]


@pytest.mark.parametrize("path", READY, ids=lambda path: path.stem)
def test_a_shipped_scenario_is_the_same_when_it_was_written_and_read_again(path: Path):
    scenario = read_scenario(path, resource("demo"))

    assert parse_scenario(scenario_text(scenario), resource("demo")) == scenario


@settings(max_examples=20, deadline=None)
@given(scenarios())
def test_any_sound_scenario_is_the_same_when_it_was_written_and_read_again(scenario: Scenario):
    assert parse_scenario(scenario_text(scenario)) == scenario


def test_the_over_design_flood_has_every_kind_of_inject_and_more_than_forty():
    scenario = read_scenario(resource("drills/1958-shape.toml"))

    assert {one.kind for one in scenario.injects} == set(InjectKind)
    assert len(scenario.injects) >= 40
    assert all(one.constructed for one in (*scenario.injects, *scenario.traces))
    above = [at for at, flow, _ in scenario.traces[0].points if flow >= 10_000]
    assert above[-1] - above[0] == pytest.approx(79 * 60 / 3)


@pytest.mark.parametrize("path", READY, ids=lambda path: path.stem)
def test_a_shipped_scenario_says_everything_in_english_too(path: Path):
    scenario = read_scenario(path, resource("demo"))

    said = [(scenario.id, (scenario.title_en, scenario.about_en))]
    said += [(one.id, (one.title_en, one.text_en)) for one in scenario.injects]
    said += [(one.id, (one.text, one.text_en)) for inject in scenario.injects for one in inject.expects]
    assert [name for name, words in said if not all(words)] == []
    assert len(scenario.goals_en) == len(scenario.goals)


def test_a_recorded_series_gives_its_points_and_its_datum():
    trace = read_scenario(resource("drills/2020-06.toml"), resource("demo")).traces[0]

    assert trace.points[0] == (-1440, 2010, 89.79)
    assert max(flow for _, flow, _ in trace.points) == 5520
    assert trace.datum == "大沽(待核)"


def test_every_fault_is_told_at_once_with_its_line():
    text = HEAD + INJECT + 'typo = 1\nwhen = [{ ground = "flow", flow_m3s = nan }]\n' + INJECT.replace("600", "x")

    assert faults(text) == [
        (ScenarioCode.DUPLICATE_ID, "inject[1].id", 11),
        (ScenarioCode.KEY_UNKNOWN, "inject[1].typo", 16),
        (ScenarioCode.NOT_FINITE, "inject[1].when[1].flow_m3s", 17),
        (ScenarioCode.DUPLICATE_ID, "inject[2].id", 20),
    ]


@pytest.mark.parametrize(
    ("extra", "code", "key"),
    [
        ("kind = 'flood'", ScenarioCode.NOT_A_CHOICE, "kind"),
        ("at_min = 700", ScenarioCode.TIME_OUTSIDE, "at_min"),
        ("at_min = inf", ScenarioCode.NOT_FINITE, "at_min"),
        ("at_min = '5'", ScenarioCode.WRONG_TYPE, "at_min"),
        ("at = 2026-07-17T06:00:00", ScenarioCode.NO_OFFSET, "at"),
        ("at = 2026-07-17T06:00:00+08:00", ScenarioCode.TWO_TIMES, "at"),
        ("title = '  '", ScenarioCode.EMPTY, "title"),
        ("when = [{ ground = 'after', ref = 'Z', minutes = 1 }]", ScenarioCode.NO_SUCH_INJECT, "when[1].ref"),
        ("when = [{ ground = 'after', ref = 'A', minutes = 1 }]", ScenarioCode.CYCLE, "when"),
        ("when = [{ ground = 'moon' }]", ScenarioCode.NOT_A_CHOICE, "when[1].ground"),
        ("expect = [{ act = 'log', role = 'R', within_min = 5 }]", ScenarioCode.KEY_MISSING, "expect[1].proof.word"),
        ("expect = [{ act = 'briefing', within_min = 5 }]", ScenarioCode.KEY_MISSING, "expect[1].role"),
        ("expect = [{ act = 'briefing', role = 'R' }]", ScenarioCode.KEY_MISSING, "expect[1].within_min"),
        ("expect = [{ act = 'issue', role = 'R', within_min = 5 }]", ScenarioCode.PROOF_MISSING, "expect[1].proof"),
        ("expect = [{ act = 'verify', role = 'R', within_min = 5 }]", ScenarioCode.NO_REPORT, "expect[1].act"),
        ("expect = [{ act = 'answer', role = 'R', within_min = 5 }]", ScenarioCode.NO_MESSAGE, "expect[1].act"),
        ("details = { station = '1' }", ScenarioCode.KEY_UNKNOWN, "details.station"),
    ],
)
def test_a_fault_of_an_inject_is_told(extra: str, code: ScenarioCode, key: str):
    name = extra.split(" ", maxsplit=1)[0]
    kept = [line for line in INJECT.splitlines() if not line.startswith(f"{name} ")]

    told = faults(HEAD + "\n".join([*kept, extra]))

    assert (code, f"inject[1].{key}") in {(one, where) for one, where, _ in told}


@pytest.mark.parametrize(
    ("points", "code"),
    [
        ("[[0, 1], [0, 2]]", ScenarioCode.NOT_RISING),
        ("[[0, 1], [900, 2]]", ScenarioCode.TIME_OUTSIDE),
        ("[[0, nan]]", ScenarioCode.NOT_FINITE),
        ("[[0]]", ScenarioCode.WRONG_TYPE),
        ("[]", ScenarioCode.NO_POINTS),
    ],
)
def test_a_fault_of_a_course_is_told(points: str, code: ScenarioCode):
    text = f'{HEAD}[[trace]]\nstation = "1"\nsource = "q"\nconstructed = true\npoints = {points}\n'

    assert code in {one for one, _, _ in faults(text)}


def test_an_inject_without_time_condition_or_hand_never_fires():
    assert faults(HEAD + INJECT.replace("at_min = 5\n", "")) == [(ScenarioCode.NEVER_FIRES, "inject[1]", 10)]


def test_three_injects_that_wait_for_each_other_are_told_as_one_ring():
    waits = 'when = [{{ ground = "after", ref = "{0}", minutes = 1 }}]\n'
    injects = [INJECT.replace('"A"', f'"{one}"') + waits.format(ref) for one, ref in ("AB", "BC", "CA")]

    assert [code for code, _, _ in faults(HEAD + "".join(injects))] == [ScenarioCode.CYCLE]


def test_an_unknown_series_and_a_missing_file_and_no_toml_are_told(tmp_path: Path):
    text = f'{HEAD}[[trace]]\nstation = "1"\nsource = "q"\nconstructed = true\nseries = "../x"\n'

    assert ScenarioCode.SERIES_UNKNOWN in {one for one, _, _ in faults(text)}
    assert faults("= 1")[0][0] is ScenarioCode.NOT_TOML
    with pytest.raises(ScenarioRefused, match="file_missing"):
        read_scenario(tmp_path / "no.toml")
    (tmp_path / "gbk.toml").write_bytes("title = '花园口'".encode("gbk"))
    with pytest.raises(ScenarioRefused, match="file_unreadable"):
        read_scenario(tmp_path / "gbk.toml")


def test_a_constructed_scenario_has_to_say_so():
    assert faults(HEAD.replace("情景构造", "实测"))[0][0] is ScenarioCode.NOT_TOLD_CONSTRUCTED


ODD = (-1, 1e300, math.nan, "", "x", " ", "A;B", True, [], {}, ["a"], [[]], [{}], {"a": 1}, datetime(2020, 1, 1), 2**70)  # noqa: DTZ001


def test_whatever_stands_in_a_file_it_is_read_or_refused_in_words():
    whole = tomllib.loads(resource("drills/2020-06.toml").read_text("utf-8"))
    chance = Random(6)
    refused = 0
    for _ in range(40):
        broken = copy.deepcopy(whole)
        table: Any = broken
        while True:
            key = chance.choice(list(table) if isinstance(table, dict) else range(len(table)))
            if not isinstance(table[key], dict | list) or not table[key] or chance.random() < 0.2:
                break
            table = table[key]
        table[key] = chance.choice(ODD)
        try:
            parse_scenario(tomli_w.dumps(broken), resource("demo"))
        except ScenarioRefused as fault:
            refused += bool(fault.faults)
    assert refused > 15
