"""Declares a register's column: dataclass field, Chinese heading, spellings accepted on import."""

from __future__ import annotations

from dataclasses import MISSING, Field, field, fields
from typing import Any


def column(title: str, *aliases: str, default: Any = MISSING, personal: bool = False) -> Any:
    """Make a dataclass field that is one column of a register.

    `title` is the heading in templates and exports, `aliases` further headings accepted on import;
    `personal` marks data that is masked on screen until unmasked by a person with the right.
    """
    metadata = {"title": title, "aliases": aliases, "personal": personal}
    if default is MISSING:
        return field(metadata=metadata)
    return field(default=default, metadata=metadata)


def columns_of(row_type: type[Any]) -> tuple[Field[Any], ...]:
    """Return the declared columns of a register's row type, in order."""
    return tuple(f for f in fields(row_type) if "title" in f.metadata)
