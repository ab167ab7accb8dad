"""Read the tables about incidents from their folder; a faulty table is ours to mend and is raised loudly."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from data.model.incident_tables import (
    FieldType,
    GradeRow,
    IncidentKind,
    IncidentLimit,
    IncidentTables,
    LimitKind,
    MeasureField,
    TreatmentCard,
)
from data.rules.incident_grade import GradeTableFault, Value, holds, names_of

T = TypeVar("T")
_EVERY = "*"
_GRADES = (1, 2, 3)


class IncidentTableFault(ValueError):
    """A row of a shipped or edited table that cannot be used; the message names file, line and what is wrong."""


def read_incident_tables(folder: Path) -> IncidentTables:
    """Read all five tables and check that they fit together."""
    fields = _rows(folder / "incident_fields.csv", _field)
    own: dict[tuple[str, str], list[MeasureField]] = {}
    for place, field in fields:
        own.setdefault(place, []).append(field)
    tables = IncidentTables(
        kinds=_rows(folder / "incident_kinds.csv", lambda row: _kind(row, own)),
        common=tuple(own.get((_EVERY, _EVERY), ())),
        grades=_rows(folder / "incident_grades.csv", _grade),
        cards=_rows(folder / "treatment_cards.csv", _card),
        limits=_rows(folder / "incident_deadlines.csv", _limit),
    )
    _check(tables, own)
    return tables


def _rows(path: Path, made: Callable[[dict[str, str]], T]) -> tuple[T, ...]:
    found: list[T] = []
    with path.open(encoding="utf-8-sig", newline="") as stream:
        for number, row in enumerate(csv.DictReader(stream, strict=True), start=2):
            try:
                found.append(made({key: value.strip() for key, value in row.items()}))
            except (KeyError, ValueError, AttributeError) as fault:
                msg = f"{path.name}:{number}: {fault!r}"
                raise IncidentTableFault(msg) from fault
    return tuple(found)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip())


def _required(row: dict[str, str], column: str) -> str:
    if not row[column]:
        msg = f"{column} is empty"
        raise ValueError(msg)
    return row[column]


def _field(row: dict[str, str]) -> tuple[tuple[str, str], MeasureField]:
    kind, name = FieldType(row["type"]), _required(row, "field")
    if not name.isidentifier():
        msg = f"{name!r} cannot stand in an expression"
        raise ValueError(msg)
    counted = kind in (FieldType.NUMBER, FieldType.COUNT)
    least, most = (float(row["min"]), float(row["max"])) if counted else (0.0, 0.0)
    choices = _parts(row["choices"])
    if (counted and (least >= most or choices)) or (kind is FieldType.CHOICE and not choices):
        msg = f"{name}: bounds or choices"
        raise ValueError(msg)
    place = (_required(row, "structure"), _required(row, "kind"))
    return place, MeasureField(name, _required(row, "label"), row["unit"], kind, least, most, choices, row["source"])


def _kind(row: dict[str, str], fields: dict[tuple[str, str], list[MeasureField]]) -> IncidentKind:
    place = (_required(row, "structure"), _required(row, "kind"))
    return IncidentKind(
        *place, _required(row, "event"), _parts(row["aliases"]), row["card"], tuple(fields[place]), row["source"]
    )


def _grade(row: dict[str, str]) -> GradeRow:
    grade, expression = int(row["grade"]), _required(row, "expression")
    if grade not in _GRADES:
        msg = f"grade {grade}"
        raise ValueError(msg)
    names_of(expression)
    return GradeRow(
        _required(row, "structure"), _required(row, "kind"), grade, expression, _required(row, "words"),
        _required(row, "source"), _required(row, "confidence"),
    )  # fmt: skip


def _card(row: dict[str, str]) -> TreatmentCard:
    return TreatmentCard(
        _required(row, "kind"), _parts(row["signs"]), _required(row, "principle"), _parts(row["method"]),
        _parts(row["materials"]), _parts(row["cautions"]), _required(row, "source"),
    )  # fmt: skip


def _limit(row: dict[str, str]) -> IncidentLimit:
    minutes = int(row["minutes"]) if row["minutes"] else None
    what = LimitKind(row["what"])
    if (minutes is None) != (what is LimitKind.APPROVAL) or (minutes is not None and minutes <= 0):
        msg = f"{what}: minutes {minutes}"
        raise ValueError(msg)
    return IncidentLimit(
        what, int(row["grade"]), minutes, row["to"], _required(row, "words"), _required(row, "source"),
        _required(row, "confidence"),
    )  # fmt: skip


def _check(tables: IncidentTables, fields: dict[tuple[str, str], list[MeasureField]]) -> None:
    """Every row names a kind that exists and asks only for what is measured there; nothing stands twice."""
    places = [(one.structure, one.kind) for one in tables.kinds]
    cards = {one.kind for one in tables.cards}
    wrong = [f"{place} twice" for place in places if places.count(place) > 1]
    wrong += [f"{place} has fields but is no kind" for place in fields if place[0] != _EVERY and place not in places]
    wrong += [f"{one.kind}: no card {one.card}" for one in tables.kinds if one.card and one.card not in cards]
    for row in tables.grades:
        known = tables.kind(row.structure, row.kind)
        asked = {field.name: field for field in known.fields} if known is not None else {}
        if known is None:
            wrong.append(f"a grade for {row.structure} {row.kind}, which is no kind")
            continue
        lacking = [name for name in names_of(row.expression) if name not in asked]
        wrong += [f"{row.structure} {row.kind}: nobody measures {name}" for name in lacking]
        if not lacking:
            wrong += _unworkable(row, asked)
    graded = [(row.structure, row.kind, row.grade) for row in tables.grades]
    wrong += [f"{one} twice" for one in dict.fromkeys(graded) if graded.count(one) > 1]
    limited = [(one.what, one.grade) for one in tables.limits]
    wrong += [f"{one} twice" for one in dict.fromkeys(limited) if limited.count(one) > 1]
    if wrong:
        raise IncidentTableFault("; ".join(wrong))


def _unworkable(row: GradeRow, asked: dict[str, MeasureField]) -> list[str]:
    """Try an expression with a value of each field, so that a fault in it is found on reading and not in a flood."""
    values: dict[str, Value] = {name: (field.choices or (field.most,))[0] for name, field in asked.items()}
    try:
        holds(row.expression, values)
    except GradeTableFault as fault:
        return [f"{row.structure} {row.kind} grade {row.grade}: {fault}"]
    return []
