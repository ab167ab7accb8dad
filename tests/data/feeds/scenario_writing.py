"""Writes a scenario as the file it would be read from; comments of a file that was read are not in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from data.feeds import scenario_grammar as grammar
from data.feeds.scenario_grammar import FORMAT, Key, Sort
from data.model.drill import Condition, Expectation, Ground, Inject, Player, Scenario, Trace
from data.model.levels import Level

_BEIJING = ZoneInfo("Asia/Shanghai")
_POINT = re.compile(r"\[\n((?:\s+-?\d[\d.e+-]*,\n){2,3})\s+\]")  # a text holds no bare line break


def scenario_text(scenario: Scenario) -> str:
    """Return the TOML text of a scenario; read again it gives the same scenario."""
    import tomli_w

    return _POINT.sub(_in_a_line, tomli_w.dumps(_scenario(scenario)))


def _in_a_line(point: re.Match[str]) -> str:
    return f"[{', '.join(point.group(1).replace(',', ' ').split())}]"


def _scenario(one: Scenario) -> dict[str, Any]:
    head = {
        "format": FORMAT,
        "id": one.id,
        "title": one.title,
        "title_en": one.title_en,
        "about": one.about,
        "about_en": one.about_en,
        "starts_at": _moment(one.starts_at),
        "length_min": _number(one.length_min),
        "speed": one.speed,
        "source": one.source,
        "constructed": one.constructed,
        "goals": list(one.goals),
        "goals_en": list(one.goals_en),
        "trace": [_trace(trace) for trace in one.traces],
        "player": [_player(player) for player in one.players],
        "inject": [_inject(inject) for inject in one.injects],
    }
    return _given(head)


def _trace(one: Trace) -> dict[str, Any]:
    course: dict[str, Any] = {"points": [[_number(value) for value in at if value is not None] for at in one.points]}
    if one.series:
        course = {"series": one.series, "first": _moment(one.first), "last": _moment(one.last)}
    return _given(
        {
            "station": one.station,
            "source": one.source,
            "datum": one.datum,
            "constructed": one.constructed,
            "every_min": _number(one.every_min),
            "scale": None if one.scale == 1 else _number(one.scale),
            **course,
        }
    )


def _player(one: Player) -> dict[str, Any]:
    return {
        "role": one.role,
        "takes_min": _number(one.takes_min),
        "spread_min": _number(one.spread_min),
        "misses": _number(one.misses),
    }


def _inject(one: Inject) -> dict[str, Any]:
    return _given(
        {
            "id": one.id,
            "kind": one.kind.value,
            "title": one.title,
            "title_en": one.title_en,
            "text": one.text,
            "text_en": one.text_en,
            "at_min": None if one.at_min is None else _number(one.at_min),
            "when": [_condition(condition) for condition in one.when],
            "says": one.says,
            "constructed": one.constructed,
            "by_hand": one.by_hand or None,
            "details": _typed(one.details, grammar.DETAILS[one.kind]),
            "expect": [_expectation(expected, f"{one.id}-{n}") for n, expected in enumerate(one.expects, start=1)],
        }
    )


def _condition(one: Condition) -> dict[str, Any]:
    told: dict[str, Any] = {"ground": one.ground.value}
    match one.ground:
        case Ground.FLOW:
            told["flow_m3s"] = _number(one.value)
        case Ground.LEVEL:
            told["level"] = Level(5 - int(one.value)).name
        case Ground.ANSWERED:
            told["ref"] = one.ref
        case Ground.AFTER | Ground.UNANSWERED:
            told |= {"ref": one.ref, "minutes": _number(one.value)}
    return told


def _expectation(one: Expectation, usual: str) -> dict[str, Any]:
    return _given(
        {
            "id": "" if one.id == usual else one.id,
            "act": one.act.value,
            "role": one.role,
            "within_min": _number(one.within_min),
            "clause": one.clause,
            "proof": _typed(one.proof, grammar.PROOFS[one.act]),
            "text": one.text,
            "text_en": one.text_en,
        }
    )


def _typed(pairs: Iterable[tuple[str, str]], names: Mapping[str, Key]) -> dict[str, Any]:
    typed: dict[str, Any] = {}
    for name, value in pairs:
        sort = names[name].sort if name in names else Sort.TEXT
        typed[name] = {Sort.NUMBER: _parsed, Sort.TEXTS: _listed}.get(sort, str)(value)
    return typed


def _parsed(value: str) -> int | float:
    return _number(float(value))


def _listed(value: str) -> list[str]:
    return value.split(";")


def _number(value: float) -> int | float:
    """Whole numbers are written without a point."""
    return int(value) if float(value).is_integer() else value


def _moment(at: datetime | None) -> datetime | None:
    """Times stand in Beijing time in the file."""
    return None if at is None else at.astimezone(_BEIJING)


def _given(table: dict[str, Any]) -> dict[str, Any]:
    """Leave out what says nothing."""
    return {name: value for name, value in table.items() if value not in (None, "", [], {})}
