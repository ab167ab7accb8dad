"""Frozen dataclasses of the model as table columns and as rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import datetime
from enum import Enum, IntEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from sqlalchemy import Boolean, Column, Float, Integer, Text
from sqlalchemy.types import TypeEngine

from data.store.tables import UtcTime
from data.store.wire import to_json

Getter = Callable[[Any], Any]


def columns(row_type: type[Any], *, without: Sequence[str] = (), key: Sequence[str] = ("id",)) -> list[Column[Any]]:
    """Return one column a field, in the order of the fields."""
    return [
        Column(name, _sql_type(kind), primary_key=name in key, nullable=optional and name not in key)
        for name, kind, optional in _shape(row_type)
        if name not in without
    ]


@cache
def _writers(row_type: type) -> tuple[tuple[str, Getter | None], ...]:
    return tuple((name, _writer(kind)) for name, kind, _ in _shape(row_type))


def values(row: Any) -> dict[str, Any]:
    """Return a row's values by column name, as the columns take them."""
    held: dict[str, Any] = {}
    for name, write in _writers(type(row)):  # pyright: ignore[reportUnknownArgumentType]
        value = getattr(row, name)
        held[name] = value if write is None or value is None else write(value)
    return held


def _shape(row_type: type[Any]) -> list[tuple[str, Any, bool]]:
    """Return name, type and whether None is allowed, of each field."""
    hints = get_type_hints(row_type)
    shape: list[tuple[str, Any, bool]] = []
    for declared in fields(row_type):
        kind = hints[declared.name]
        optional = get_origin(kind) is UnionType and NoneType in get_args(kind)
        if optional:
            kind = next(part for part in get_args(kind) if part is not NoneType)
        shape.append((declared.name, kind, optional))
    return shape


def _sql_type(kind: Any) -> TypeEngine[Any] | type[TypeEngine[Any]]:
    if not isinstance(kind, type):
        return Text  # a tuple, as JSON
    for python, sql in ((bool, Boolean), (IntEnum, Integer), (int, Integer), (float, Float), (datetime, UtcTime)):
        if issubclass(kind, python):
            return sql
    return Text


def _writer(kind: Any) -> Getter | None:
    """Return what turns a value of that type into one that the database takes; None when it already is."""
    if not isinstance(kind, type):
        return lambda value: to_json(value).decode()
    if issubclass(kind, Enum):
        return lambda value: value.value
    return None
