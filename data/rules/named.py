"""Ids of what bears a name: steps of the journal name people, squads, works and instructions by id only."""

from __future__ import annotations

from collections.abc import Callable

from data.model.people import User
from data.model.register import ROW_TYPES, Registers

MOST = 6
"""More than so many would not be a name any more, and make a search slow."""


def ids_named(registers: Registers, text: str, most: int = MOST, said: Callable[[str], str] = str) -> tuple[str, ...]:
    """Return the ids of rows whose name (or title) holds the text, those that bear just this name first.

    Users of the desk bear the name of their post as well, and `said` is how either is shown on the screen. Where the
    ids are more than `most` only those of just this name count: the text means nobody in particular.
    """
    wanted = text.strip().casefold()
    if len(wanted) < 2:
        return ()
    same: dict[str, None] = {}
    like: dict[str, None] = {}
    for kind in ROW_TYPES:
        for row in registers.of(kind):
            if isinstance(row, User):
                names = {row.name, row.post}
                if any(wanted in one.casefold() for one in (*names, *map(said, names))):
                    same[row.id] = None  # who is at the desk are few, and each line names one of them
                continue
            name = str(getattr(row, "name", "") or getattr(row, "title", "")).casefold()
            if name == wanted:
                same[row.id] = None
            elif wanted in name:
                like[row.id] = None
    found = (*same, *(one for one in like if one not in same))
    if len(found) > most:
        return tuple(same) if 0 < len(same) <= most else ()
    return found
