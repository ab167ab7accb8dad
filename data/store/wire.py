"""Values ⇄ canonical JSON: keys sorted, UTF-8, no blanks, times in UTC ending in Z."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any, TypeVar, cast

import msgspec

T = TypeVar("T")

_ENCODER = msgspec.json.Encoder(order="sorted")
_NOT_UTC = re.compile(rb'"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:[+-]\d\d:\d\d)?"')
"""A time that does not end in Z; also found in free text, where the slow path does no harm."""


class NotWritable(ValueError):
    """A value that would not read back as it was: a fault of the program, not of the world."""


def stamp(moment: datetime) -> str:
    """Write an aware time in UTC at a fixed width, so that the order of texts is the order of times."""
    if moment.tzinfo is None:
        raise NotWritable(f"a time without a zone: {moment}")
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def moment(text: str) -> datetime:
    """Read what `stamp` wrote."""
    return datetime.fromisoformat(text)


def to_json(value: object) -> bytes:
    """Write a value of the model in the canonical form."""
    body = _ENCODER.encode(value)
    return _ENCODER.encode(in_utc(value)) if _NOT_UTC.search(body) else body


def from_json(body: bytes | str, kind: type[T]) -> T:
    """Read a value of that type; msgspec.ValidationError when the text is not one."""
    return _decoder(kind).decode(body)


def from_lines(body: bytes, kind: type[T]) -> tuple[T, ...]:
    """Read one value a line. Line by line, so that a long list does not hold up the other threads."""
    decode = _decoder(kind).decode
    return tuple([decode(line) for line in body.split(b"\n")]) if body else ()


def to_lines(values: Sequence[object]) -> bytes:
    """Write one value a line."""
    encode = to_json
    return b"\n".join([encode(value) for value in values])


def in_utc(value: Any) -> Any:
    """Return the value with every time in it told in UTC."""
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise NotWritable(f"a time without a zone: {value}")
        return value.astimezone(UTC)
    if isinstance(value, tuple | list):
        return tuple(in_utc(item) for item in cast("Sequence[Any]", value))
    if isinstance(value, dict):
        return {key: in_utc(item) for key, item in cast("dict[Any, Any]", value).items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        held = {f.name: getattr(value, f.name) for f in dataclasses.fields(value) if f.init}
        return dataclasses.replace(value, **{name: in_utc(item) for name, item in held.items()})
    return value


@cache
def _decoder(kind: type[T]) -> msgspec.json.Decoder[T]:
    return msgspec.json.Decoder(kind)
