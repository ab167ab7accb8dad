"""The grammar of scenario files as JSON Schema 2020-12, for editors and other programs; times as RFC 3339 text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from data.feeds import scenario_grammar as grammar
from data.feeds.scenario_grammar import FORMAT, Key, Sort

_MOMENT: dict[str, Any] = {"type": "string", "format": "date-time"}
_LEVELS = ["I", "II", "III", "IV", "Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "none"]


def schema() -> dict[str, Any]:
    """Return the schema of a whole file; what refers to other parts of it or to registers is not said here."""
    whole = _object(grammar.SCENARIO)
    whole["properties"] |= {
        "format": {"const": FORMAT},
        "trace": {"type": "array", "items": _trace()},
        "player": {"type": "array", "items": _object(grammar.PLAYER)},
        "inject": {"type": "array", "items": _inject()},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Anlan drill scenario",
        **whole,
    }


def _object(keys: Mapping[str, Key]) -> dict[str, Any]:
    made: dict[str, Any] = {
        "type": "object",
        "properties": {name: _value(key) for name, key in keys.items()},
        "additionalProperties": False,
    }
    needed = [name for name, key in keys.items() if key.needed]
    return made | ({"required": needed} if needed else {})


def _value(key: Key) -> dict[str, Any]:  # noqa: PLR0911 - one case a sort
    match key.sort:
        case Sort.TEXT if key.choices:
            return {"enum": list(key.choices)}
        case Sort.TEXT:
            return {"type": "string", "pattern": r"\S"} if key.needed else {"type": "string"}
        case Sort.TEXTS:
            return {"type": "array", "minItems": 1, "items": {"type": "string", "pattern": r"\S"}}
        case Sort.NUMBER:
            return {"type": "number", "minimum": key.low, "maximum": key.high}
        case Sort.FLAG:
            return {"type": "boolean"}
        case Sort.MOMENT:
            return dict(_MOMENT)
        case Sort.LEVEL:
            return {"enum": list(_LEVELS)}
        case Sort.POINTS:
            return {"type": "array", "minItems": 1, "items": _point()}
        case Sort.TABLE:
            return {"type": "object"}
        case Sort.TABLES:
            return {"type": "array", "items": {"type": "object"}}


def _point() -> dict[str, Any]:
    flow = {"type": "number", "minimum": 0, "maximum": 60_000}
    return {"type": "array", "minItems": 2, "maxItems": 3, "prefixItems": [{"type": ["number", "string"]}, flow]}


def _trace() -> dict[str, Any]:
    return _object(grammar.TRACE) | {"oneOf": [{"required": ["points"]}, {"required": ["series"]}]}


def _inject() -> dict[str, Any]:
    made = _object(grammar.INJECT)
    made["properties"] |= {
        "when": {"type": "array", "items": {"oneOf": [_ground(one) for one in grammar.CONDITIONS]}},
        "expect": {"type": "array", "items": _expect()},
    }
    return made | {
        "not": {"required": ["at", "at_min"]},
        "allOf": [_branch("kind", kind, "details", names) for kind, names in grammar.DETAILS.items()],
    }


def _ground(ground: grammar.Ground) -> dict[str, Any]:
    made = _object(grammar.CONDITIONS[ground])
    made["properties"] = {"ground": {"const": ground.value}, **made["properties"]}
    made["required"] = ["ground", *made.get("required", [])]
    return made


def _expect() -> dict[str, Any]:
    branches = [_branch("act", act, "proof", names) for act, names in grammar.PROOFS.items()]
    for act, names in grammar.ONE_OF.items():
        proof = {"required": ["proof"], "properties": {"proof": {"anyOf": [{"required": [one]} for one in names]}}}
        branches.append({"if": {"properties": {"act": {"const": act.value}}}, "then": proof})
    return _object(grammar.EXPECT) | {"allOf": branches}


def _branch(key: str, value: str, part: str, names: Mapping[str, Key]) -> dict[str, Any]:
    """Where `key` is `value`, `part` has these names."""
    then: dict[str, Any] = {"properties": {part: _object(names)}}
    if any(name.needed for name in names.values()):
        then["required"] = [part]
    return {"if": {"properties": {key: {"const": str(value)}}, "required": [key]}, "then": then}
