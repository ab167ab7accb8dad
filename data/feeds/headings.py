"""Find the heading row of an office table and compare headings whatever their case, width, spaces or unit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from typing import Final

_SEARCHED_ROWS: Final = 30
_DROPPED: Final = re.compile(r"[\s_*:：\-·]+")
_BRACKETS: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】")


def heading_key(text: object) -> str:
    """Reduce a heading to what is compared: one width, one case, no spaces, marks or underscores."""
    if not isinstance(text, str):
        return ""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", text).casefold())


def bare_key(text: object) -> str:
    """The key of a heading without the unit or remark that it carries in brackets."""
    if not isinstance(text, str):
        return ""
    return heading_key(_BRACKETS.sub("", unicodedata.normalize("NFKC", text)))


def is_known(text: object, known: Collection[str]) -> bool:
    """Whether a heading is among the keys looked for, with or without its bracketed unit."""
    return heading_key(text) in known or bare_key(text) in known


def find_headings(rows: Sequence[Sequence[object]], known: Collection[str]) -> tuple[int, int] | None:
    """Return where the headings stand: index of their first row and how many rows they take (1 or 2).

    Offices put titles, units and dates above the headings, so the row with most of the known headings wins;
    where none is known, the first row of distinct words about as wide as the table is taken.
    """
    searched = rows[:_SEARCHED_ROWS]
    best, matches = -1, 0
    for index, row in enumerate(searched):
        count = len({heading_key(cell) for cell in row if is_known(cell, known)})
        if count > matches:
            best, matches = index, count
    if best < 0:
        guess = _wordy_row(searched)
        return None if guess is None else (guess, 1)
    return best, 2 if _has_second_row(rows, best, known) else 1


def join_headings(rows: Sequence[Sequence[object]], first: int, depth: int, known: Collection[str]) -> tuple[str, ...]:
    """Return the headings; where they take two rows, the known one of the two names the column."""
    upper = rows[first]
    if depth == 1:
        return tuple(_word(cell) for cell in upper)
    lower = rows[first + 1]
    width = max(len(upper), len(lower))
    joined: list[str] = []
    for at in range(width):
        above = upper[at] if at < len(upper) else None
        below = lower[at] if at < len(lower) else None
        joined.append(_word(below if is_known(below, known) or not _word(above) else above))
    return tuple(joined)


def _has_second_row(rows: Sequence[Sequence[object]], first: int, known: Collection[str]) -> bool:
    if first + 1 >= len(rows):
        return False
    upper = {heading_key(cell) for cell in rows[first]}
    lower = [cell for cell in rows[first + 1] if _word(cell)]
    fresh = [cell for cell in lower if is_known(cell, known) and heading_key(cell) not in upper]
    return bool(fresh) and all(isinstance(cell, str) for cell in lower)


def _wordy_row(rows: Sequence[Sequence[object]]) -> int | None:
    width = max((sum(1 for cell in row if _word(cell)) for row in rows), default=0)
    first_filled: int | None = None
    for index, row in enumerate(rows):
        filled = [cell for cell in row if _word(cell)]
        if not filled:
            continue
        first_filled = index if first_filled is None else first_filled
        distinct = {heading_key(cell) for cell in filled if isinstance(cell, str)}
        if len(distinct) == len(filled) and len(distinct) * 2 >= width:
            return index
    return first_filled


def _word(cell: object) -> str:
    return "" if cell is None else str(cell).strip()
