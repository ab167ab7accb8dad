"""Reads the tables of a scenario by their grammar; every fault is kept and reading goes on."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, cast

from data.feeds.scenario_faults import ScenarioCode, ScenarioFault
from data.feeds.scenario_grammar import Key, Sort
from data.feeds.scenario_lines import Lines
from data.model.levels import Level


class Found:
    """The faults found so far, and the lines to tell them by."""

    def __init__(self, lines: Lines) -> None:
        """Begin without any."""
        self.lines = lines
        self.faults: list[ScenarioFault] = []

    def add(self, code: ScenarioCode, path: str, **params: str | float) -> None:
        """Keep a fault."""
        self.faults.append(ScenarioFault(code, path, self.lines.of(path), params))


class Table:
    """One table of the file: what does not fit its grammar is told, what fits can be asked for."""

    def __init__(self, given: object, path: str, grammar: Mapping[str, Key], found: Found) -> None:
        """Check every key; a key that does not fit counts as not given."""
        self.path, self.found = path, found
        self.values: dict[str, Any] = {}
        self.broken: set[str] = set()
        if not isinstance(given, dict):
            found.add(ScenarioCode.WRONG_TYPE, path, wanted=Sort.TABLE)
            given = {}
        table = cast("dict[str, Any]", given)
        for name, value in table.items():
            key = grammar.get(name)
            if key is None:
                found.add(ScenarioCode.KEY_UNKNOWN, self.at(name), known=", ".join(grammar))
            elif (taken := _taken(value, key, self.at(name), found)) is None:
                self.broken.add(name)
            else:
                self.values[name] = taken
        for name, key in grammar.items():
            if key.needed and name not in table:
                found.add(ScenarioCode.KEY_MISSING, self.at(name))
                self.broken.add(name)

    def at(self, name: str) -> str:
        """Return the path of a key."""
        return f"{self.path}.{name}" if self.path else name

    def text(self, name: str, default: str = "") -> str:
        """Return a text."""
        return cast("str", self.values.get(name, default))

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts."""
        return tuple(cast("Sequence[str]", self.values.get(name, ())))

    def number(self, name: str, default: float) -> float:
        """Return a number."""
        return cast("float", self.values.get(name, default))

    def flag(self, name: str, *, default: bool) -> bool:
        """Return a flag."""
        return cast("bool", self.values.get(name, default))

    def moment(self, name: str) -> datetime | None:
        """Return a moment in UTC."""
        return cast("datetime | None", self.values.get(name))

    def tables(self, name: str) -> list[tuple[str, object]]:
        """Return the path and the content of each table of a list."""
        given = cast("list[object]", self.values.get(name, []))
        return [(f"{self.at(name)}[{number}]", one) for number, one in enumerate(given, start=1)]

    def pairs(self, grammar: Mapping[str, Key]) -> tuple[tuple[str, str], ...]:
        """Return all values as text in the order of the grammar, as the model keeps details and proofs."""
        return tuple((name, as_text(self.values[name])) for name in grammar if name in self.values)


def as_text(value: object) -> str:
    """Return a value of the file as the model keeps it."""
    match value:
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case Level():
            return value.numeral or "none"
        case list() | tuple():
            return ";".join(cast("Sequence[str]", value))
        case _:
            return str(value)


def _taken(value: object, key: Key, path: str, found: Found) -> object | None:
    match key.sort:
        case Sort.TEXT:
            return _text(value, key, path, found)
        case Sort.TEXTS:
            return _texts(value, path, found)
        case Sort.NUMBER:
            return number_in(value, path, found, key.low, key.high)
        case Sort.FLAG:
            return value if isinstance(value, bool) else _wrong(path, found, key.sort)
        case Sort.MOMENT:
            return moment_in(value, path, found)
        case Sort.LEVEL:
            return _level(value, path, found)
        case Sort.POINTS | Sort.TABLES:
            return cast("list[object]", value) if isinstance(value, list) else _wrong(path, found, key.sort)
        case Sort.TABLE:
            return cast("dict[str, object]", value) if isinstance(value, dict) else _wrong(path, found, key.sort)


def _wrong(path: str, found: Found, wanted: Sort) -> None:
    found.add(ScenarioCode.WRONG_TYPE, path, wanted=wanted)


def _text(value: object, key: Key, path: str, found: Found) -> str | None:
    if not isinstance(value, str):
        return _wrong(path, found, key.sort)
    text = value.strip()
    if not text and key.needed:
        return found.add(ScenarioCode.EMPTY, path)
    if text and key.choices and text not in key.choices:
        return found.add(ScenarioCode.NOT_A_CHOICE, path, value=text, choices=", ".join(key.choices))
    return text


def _texts(value: object, path: str, found: Found) -> list[str] | None:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in cast("list[object]", value)):
        return _wrong(path, found, Sort.TEXTS)
    texts = [one.strip() for one in cast("list[str]", value)]
    if not texts or not all(texts):
        return found.add(ScenarioCode.EMPTY, path)
    return texts


def number_in(value: object, path: str, found: Found, low: float, high: float) -> float | None:
    """Return a finite number with `low <= it <= high`, or None and a fault."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return _wrong(path, found, Sort.NUMBER)
    if not math.isfinite(value):
        return found.add(ScenarioCode.NOT_FINITE, path)
    if not low <= value <= high:
        return found.add(ScenarioCode.OUT_OF_RANGE, path, value=float(value), low=low, high=high)
    return float(value)


def moment_in(value: object, path: str, found: Found) -> datetime | None:
    """Return a moment in UTC, or None and a fault: one without an offset could be anywhere."""
    if not isinstance(value, datetime):
        return _wrong(path, found, Sort.MOMENT)
    if value.tzinfo is None:
        return found.add(ScenarioCode.NO_OFFSET, path)
    return value.astimezone(UTC)


def _level(value: object, path: str, found: Found) -> Level | None:
    if not isinstance(value, str):
        return _wrong(path, found, Sort.LEVEL)
    try:
        return Level.parse(value)
    except ValueError:
        return found.add(ScenarioCode.NOT_A_CHOICE, path, value=value, choices="I, II, III, IV, none")
