"""Arithmetic of the plan table ("ceil(km)*8", "编织袋:500*shelters"), evaluated safely."""

from __future__ import annotations

import ast
import math
from collections.abc import Mapping

from data.model.places import Spur
from data.model.register import Registers
from data.rules.geometry import path_length_m

_FAULTS = (SyntaxError, TypeError, ValueError, ArithmeticError, RecursionError, MemoryError)
"""What Python says of a text that is no arithmetic, or is nested beyond reason."""


class ExpressionFault(ValueError):
    """An expression of the plan table that cannot be worked out; the message is the offending text."""


def variables(registers: Registers, flow_m3s: float = 0.0) -> dict[str, float]:
    """Return the names that expressions may use, with their values for this township.

    km is the summed length of the patrol sections (责任段), from their chainage; without sections, of the works.
    """
    sections = [route for route in registers.routes if route.kind == "责任段"]
    metres = sum(path_length_m(route.path) for route in sections) or sum(w.length_m or 0.0 for w in registers.works)
    return {
        "km": metres / 1000.0,
        "sections": float(len(sections)),
        "grids": float(sum(grid.kind == "网格" for grid in registers.grids)),
        "special_grids": float(sum(grid.kind == "专属网格" for grid in registers.grids)),
        "spurs": float(sum(_is_spur(spur) for spur in registers.spurs)),
        "villages": float(len({grid.village for grid in registers.grids if grid.village.endswith("村")}) or 8),
        "shelters": float(len(registers.shelters)),
        "depots": float(len({item.depot for item in registers.stock})),
        "growers": float(len(registers.growers)),
        "flow": flow_m3s,
    }


def evaluate(expression: str, names: Mapping[str, float]) -> float:
    """Work out one expression; ExpressionFault when it is malformed, unknown or not finite."""
    from simpleeval import InvalidExpression, SimpleEval  # pyright: ignore[reportMissingTypeStubs]

    machine = SimpleEval(names=dict(names), functions={"ceil": math.ceil, "floor": math.floor, "min": min, "max": max})
    try:
        # Parsed as one expression here: the machine takes "km = 5" and the first half of "1;2" with a mere warning.
        parsed = ast.parse(expression.strip(), mode="eval").body
        value = float(machine.eval(expression, parsed))  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
    except (InvalidExpression, *_FAULTS) as fault:
        raise ExpressionFault(expression) from fault
    if not math.isfinite(value) or value < 0:
        raise ExpressionFault(expression)
    return value


def materials(text: str, names: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    """Work out "品名:expression;品名:expression"."""
    wanted: list[tuple[str, float]] = []
    for part in filter(None, (piece.strip() for piece in text.replace("；", ";").split(";"))):
        item, colon, expression = part.replace("：", ":").partition(":")
        if not colon or not item.strip():
            raise ExpressionFault(part)
        wanted.append((item.strip(), evaluate(expression, names)))
    return tuple(wanted)


def _is_spur(spur: Spur) -> bool:
    return spur.kind == "坝"
