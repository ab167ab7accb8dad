"""The grade that the table of grades gives for what was measured; a person confirms it or decides otherwise.

A row is asked in the order of gravity. One that cannot be answered yet stops the search: a milder grade is never
suggested while a graver one is still possible, and the measures that would decide are named instead.
"""

from __future__ import annotations

import ast
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data.model.incident_tables import FieldType, GradeRow, IncidentTables, MeasureField

Value = float | str

_BLANKS = str.maketrans("", "", " \u3000,，")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．－＋", "0123456789.-+")


_FORMS = (
    ast.BoolOp, ast.boolop, ast.Compare, ast.cmpop, ast.BinOp, ast.operator, ast.UnaryOp, ast.unaryop, ast.Name,
    ast.Constant, ast.expr_context,
)  # fmt: skip
"""All that a row of the table may be made of: no calls, no attributes."""


class GradeTableFault(ValueError):
    """An expression of the table of grades that cannot be worked out; the message is the expression."""


@dataclass(frozen=True, slots=True)
class GradeSuggestion:
    """What the table says: a grade with its row, or the measures it still needs, or neither where it has no such case.

    `in_table` is false for kinds that the table does not grade at all.
    """

    grade: int = 0
    row: GradeRow | None = None
    missing: tuple[str, ...] = ()
    in_table: bool = True


def read_measure(field: MeasureField, typed: str) -> Value | None:
    """Return the value of what was typed, None for nothing; ValueError when it is none or out of its bounds."""
    text = typed.strip()
    if not text:
        return None
    if field.type is FieldType.TEXT:
        return text
    if field.type is FieldType.CHOICE:
        if text not in field.choices:
            raise ValueError(typed)
        return text
    try:
        value = float(text.translate(_FULL_WIDTH).translate(_BLANKS))
    except ValueError:
        raise ValueError(typed) from None
    if not math.isfinite(value) or not field.least <= value <= field.most:
        raise ValueError(typed)
    if field.type is FieldType.COUNT and value != int(value):
        raise ValueError(typed)
    return value


def read_measures(fields: Iterable[MeasureField], typed: Mapping[str, str]) -> dict[str, Value]:
    """Return the values that can be read; what is empty, no number or out of bounds is left out, as not measured."""
    values: dict[str, Value] = {}
    for field in fields:
        try:
            value = read_measure(field, typed.get(field.name, ""))
        except ValueError:
            continue
        if value is not None:
            values[field.name] = value
    return values


def suggest(tables: IncidentTables, structure: str, kind: str, measures: Mapping[str, str]) -> GradeSuggestion:
    """Return the grade for measures as typed."""
    rows = tables.rows(structure, kind)
    if not rows:
        return GradeSuggestion(in_table=False)
    values = read_measures(tables.fields(structure, kind), measures)
    for row in rows:
        answer, lacking = holds(row.expression, values)
        if answer is None:
            return GradeSuggestion(missing=lacking)
        if answer:
            return GradeSuggestion(row.grade, row)
    return GradeSuggestion()


def names_of(expression: str) -> tuple[str, ...]:
    """Return the measures that an expression asks for, in its order."""
    found = [(n.lineno, n.col_offset, n.id) for n in ast.walk(_parsed(expression)) if isinstance(n, ast.Name)]
    return tuple(dict.fromkeys(name for _, _, name in sorted(found)))


def holds(expression: str, values: Mapping[str, Value]) -> tuple[bool | None, tuple[str, ...]]:
    """Whether an expression holds; None, and what it lacks, when the values known do not decide it."""
    return _decided(_parsed(expression), expression, values)


def _parsed(expression: str) -> ast.expr:
    try:
        parsed = ast.parse(expression.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as fault:
        raise GradeTableFault(expression) from fault
    if not all(isinstance(node, _FORMS) for node in ast.walk(parsed)):
        raise GradeTableFault(expression)
    return parsed


def _decided(node: ast.expr, whole: str, values: Mapping[str, Value]) -> tuple[bool | None, tuple[str, ...]]:
    if isinstance(node, ast.BoolOp):
        deciding = isinstance(node.op, ast.Or)
        lacking: dict[str, None] = {}
        for part in node.values:
            answer, needed = _decided(part, whole, values)
            if answer is deciding:
                return deciding, ()
            lacking.update(dict.fromkeys(needed))
        return (None, tuple(lacking)) if lacking else (not deciding, ())
    missing = tuple(
        dict.fromkeys(part.id for part in ast.walk(node) if isinstance(part, ast.Name) and part.id not in values)
    )
    return (None, missing) if missing else (_worked_out(node, whole, values), ())


def _worked_out(node: ast.expr, whole: str, values: Mapping[str, Value]) -> bool:
    from simpleeval import InvalidExpression, SimpleEval  # pyright: ignore[reportMissingTypeStubs]

    machine = SimpleEval(names=dict(values), functions={})
    try:
        value = machine.eval(whole, node)  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    except (InvalidExpression, TypeError, ValueError, ArithmeticError) as fault:
        raise GradeTableFault(whole) from fault
    if not isinstance(value, bool):
        raise GradeTableFault(whole)
    return value
