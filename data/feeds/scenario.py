"""A drill's scenario as a readable TOML file: read whole, told where it is wrong, all faults at once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from data.feeds import scenario_grammar as grammar
from data.feeds.scenario_check import faults_within
from data.feeds.scenario_faults import ScenarioCode, ScenarioFault, ScenarioRefused
from data.feeds.scenario_grammar import FORMAT, Key, Sort
from data.feeds.scenario_lines import Lines
from data.feeds.scenario_series import Points, Records, points_of
from data.feeds.scenario_values import Found, Table, moment_in, number_in
from data.model.drill import Act, Condition, Expectation, Ground, Inject, InjectKind, Player, Scenario, Trace
from data.model.levels import Level

_AT = re.compile(r"at line (\d+), column (\d+)")
_NOTHING: Mapping[str, Key] = MappingProxyType({})
_START = datetime(2000, 1, 1, tzinfo=UTC)  # only while the rest of a faulty file is looked at


@dataclass(frozen=True, slots=True)
class _Whole:
    """What tables further down need to know of the file."""

    found: Found
    records: Records
    starts_at: datetime


def read_scenario(path: Path, records: Path | None = None) -> Scenario:
    """Read a scenario file; `records` is the folder of recorded series. ScenarioRefused names every fault."""
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError as fault:
        raise ScenarioRefused([ScenarioFault(ScenarioCode.FILE_MISSING)], str(path)) from fault
    except (OSError, UnicodeDecodeError) as fault:
        told = ScenarioFault(ScenarioCode.FILE_UNREADABLE, params={"reason": str(fault)})
        raise ScenarioRefused([told], str(path)) from fault
    return parse_scenario(text, records, str(path))


def parse_scenario(text: str, records: Path | None = None, file: str = "") -> Scenario:
    """Read a scenario's text; ScenarioRefused names every fault with its line."""
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        line, column = _place(str(fault), text)
        told = ScenarioFault(ScenarioCode.NOT_TOML, line=line, params={"column": column})
        raise ScenarioRefused([told], file) from fault
    found = Found(Lines(text))
    scenario = _scenario(given, found, Records(records))
    for fault in faults_within(scenario):
        if not _told(fault, found.faults):
            found.add(fault.code, fault.key, **fault.params)
    if found.faults:
        raise ScenarioRefused(sorted(found.faults, key=lambda one: (one.line, one.key)), file, scenario)
    return scenario


def _place(said: str, text: str) -> tuple[int, int]:
    """Return line and column of what is no TOML: Python says them in a sentence, in English."""
    found = _AT.search(said)
    if found is not None:
        return int(found[1]), int(found[2])
    lines = text.splitlines() or [""]  # it says that the document ended
    return len(lines), len(lines[-1]) + 1


def _told(fault: ScenarioFault, faults: list[ScenarioFault]) -> bool:
    """Whether a fault follows from one of the same key or of a key within it."""
    return any(one.key == fault.key or one.key.startswith(f"{fault.key}.") for one in faults)


def _scenario(given: dict[str, Any], found: Found, records: Records) -> Scenario:
    table = Table(given, "", grammar.SCENARIO, found)
    if "format" in table.values and table.number("format", 0) != FORMAT:
        found.add(ScenarioCode.FORMAT_UNKNOWN, "format", value=table.number("format", 0), known=FORMAT)
    whole = _Whole(found, records, table.moment("starts_at") or _START)
    return Scenario(
        table.text("id"),
        table.text("title"),
        table.text("about"),
        whole.starts_at,
        table.number("length_min", grammar.MOST_MIN),
        int(table.number("speed", 60)),
        table.text("source"),
        table.flag("constructed", default=True),
        tuple(_trace(one, path, whole) for path, one in table.tables("trace")),
        tuple(_inject(one, path, whole) for path, one in table.tables("inject")),
        tuple(_player(one, path, found) for path, one in table.tables("player")),
        table.text("title_en"),
        table.texts("goals"),
        table.text("about_en"),
        table.texts("goals_en"),
    )


def _player(given: object, path: str, found: Found) -> Player:
    table = Table(given, path, grammar.PLAYER, found)
    return Player(
        table.text("role"), table.number("takes_min", 5.0), table.number("spread_min", 3.0), table.number("misses", 0.0)
    )


# ── the course of a station ──


def _trace(given: object, path: str, whole: _Whole) -> Trace:
    table = Table(given, path, grammar.TRACE, whole.found)
    points, datum, source = _points(table, whole)
    return Trace(
        table.text("station"), points, table.text("source") or source, table.text("datum") or datum,
        table.flag("constructed", default=True), table.number("every_min", 60.0), table.number("scale", 1.0),
        table.text("series"), table.moment("first"), table.moment("last"),
    )  # fmt: skip


def _points(table: Table, whole: _Whole) -> tuple[Points, str, str]:
    name = table.text("series")
    if bool(name) == ("points" in table.values or "points" in table.broken):
        whole.found.add(ScenarioCode.NO_POINTS, table.at("points"))
        return (), "", ""
    if not name:
        given = cast("list[object]", table.values.get("points", []))
        points = [_point(one, f"{table.at('points')}[{n}]", whole) for n, one in enumerate(given, start=1)]
        return tuple(one for one in points if one is not None), "", ""
    record = whole.records.readings(name)
    if record is None:
        whole.found.add(ScenarioCode.SERIES_UNKNOWN, table.at("series"), value=name)
        return (), "", ""
    taken = points_of(record, table.text("station"), whole.starts_at, table.moment("first"), table.moment("last"))
    if not taken[0]:
        whole.found.add(ScenarioCode.SERIES_EMPTY, table.at("series"), value=name)
    return taken


def _point(given: object, path: str, whole: _Whole) -> tuple[float, float, float | None] | None:
    """Read [when, flow] or [when, flow, stage]; `when` is minutes after the start, or a moment."""
    values = cast("list[object]", given) if isinstance(given, list) else []
    if len(values) not in (2, 3):
        whole.found.add(ScenarioCode.WRONG_TYPE, path, wanted=Sort.POINTS)
        return None
    at = _minutes(values[0], path, whole)
    flow = number_in(values[1], path, whole.found, 0.0, 60_000.0)
    stage = number_in(values[2], path, whole.found, -10.0, 6000.0) if len(values) == 3 else None
    return None if at is None or flow is None or (stage is None and len(values) == 3) else (at, flow, stage)


def _minutes(value: object, path: str, whole: _Whole) -> float | None:
    if isinstance(value, datetime):
        moment = moment_in(value, path, whole.found)
        return None if moment is None else (moment - whole.starts_at) / timedelta(minutes=1)
    return number_in(value, path, whole.found, -grammar.MOST_MIN, grammar.MOST_MIN)


# ── injects ──


def _inject(given: object, path: str, whole: _Whole) -> Inject:
    table = Table(given, path, grammar.INJECT, whole.found)
    known = "kind" in table.values
    kind = InjectKind(table.text("kind")) if known else InjectKind.MESSAGE
    names = grammar.DETAILS[kind]
    details = Table(table.values.get("details", {}), table.at("details"), names if known else _NOTHING, whole.found) \
        if known else None  # fmt: skip
    at_min = table.values.get("at_min")
    moment = table.moment("at")
    if at_min is not None and moment is not None:
        whole.found.add(ScenarioCode.TWO_TIMES, table.at("at"))
    elif moment is not None:
        at_min = (moment - whole.starts_at) / timedelta(minutes=1)
    return Inject(
        table.text("id"), kind, table.text("title"), table.text("text"), at_min,
        tuple(_condition(one, where, whole.found) for where, one in table.tables("when")),
        table.text("says"), () if details is None else details.pairs(names),
        tuple(
            _expectation(one, where, f"{table.text('id')}-{number}", whole.found)
            for number, (where, one) in enumerate(table.tables("expect"), start=1)
        ),
        table.flag("constructed", default=True), table.flag("by_hand", default=False),
        table.text("title_en"), table.text("text_en"),
    )  # fmt: skip


def _condition(given: object, path: str, found: Found) -> Condition:
    table = cast("dict[str, object]", given) if isinstance(given, dict) else {}
    name = table.get("ground")
    if name not in tuple(Ground):
        choices = ", ".join(Ground)
        found.add(ScenarioCode.NOT_A_CHOICE, f"{path}.ground", value=str(name or ""), choices=choices)
        return Condition(Ground.FLOW)
    ground = Ground(str(name))
    keys = {"ground": Key(), **grammar.CONDITIONS[ground]}
    told = Table(table, path, keys, found)
    match ground:
        case Ground.FLOW:
            value = told.number("flow_m3s", 0.0)
        case Ground.LEVEL:
            value = 5.0 - cast("Level", told.values.get("level", Level.IV))
        case _:
            value = told.number("minutes", 0.0)
    return Condition(ground, told.text("ref"), value)


def _expectation(given: object, path: str, usual: str, found: Found) -> Expectation:
    table = Table(given, path, grammar.EXPECT, found)
    act = Act(table.text("act")) if "act" in table.values else None
    names = _NOTHING if act is None else grammar.PROOFS[act]
    proof = Table(table.values.get("proof", {}), table.at("proof"), names, found) if act is not None else None
    return Expectation(
        table.text("id") or usual, act or Act.NOTE, table.text("role"), table.number("within_min", 1.0),
        () if proof is None else proof.pairs(names), table.text("clause"), table.text("text"), table.text("text_en"),
    )  # fmt: skip
