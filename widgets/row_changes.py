"""The least list of removals and insertions between two orders of ids (pure)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

MOST_PIECES = 400


@dataclass(frozen=True, slots=True)
class Remove:
    """Rows first…last go away."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Insert:
    """Rows first…last of the new order come in at `first`."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Changes:
    """Removals from the end backwards, then a reorder of what stays if it is needed, then insertions forwards."""

    removals: tuple[Remove, ...]
    reordered: bool
    insertions: tuple[Insert, ...]


def runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring places put together as (first, last)."""
    start = previous = None
    for place in places:
        if start is None or previous is None:
            start = place
        elif place != previous + 1:
            yield start, previous
            start = place
        previous = place
    if start is not None and previous is not None:
        yield start, previous


def plan_changes(old: Sequence[Hashable], new: Sequence[Hashable]) -> Changes | None:
    """What must be told to get from old to new; None when it would be told in too many pieces."""
    old_set, new_set = set(old), set(new)
    gone = tuple(runs([place for place, row_id in enumerate(old) if row_id not in new_set]))
    come = tuple(runs([place for place, row_id in enumerate(new) if row_id not in old_set]))
    if len(gone) + len(come) > MOST_PIECES:
        return None
    reordered = [row_id for row_id in old if row_id in new_set] != [row_id for row_id in new if row_id in old_set]
    return Changes(
        tuple(Remove(first, last) for first, last in reversed(gone)),
        reordered,
        tuple(Insert(first, last) for first, last in come),
    )
