"""From numbers in cells to numbered classes, these packed small, and from a theme to the colours of the classes."""

from __future__ import annotations

import base64
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from widgets.theme import Theme

Rgba = tuple[int, int, int, int]

CLEAR: Rgba = (0, 0, 0, 0)
_LONGEST: Final = 65535


def classify(values: NDArray[np.floating], breaks: Sequence[float]) -> NDArray[np.uint8]:
    """Number every cell by how many of the rising breaks it reaches (lower <= value); 0 is below all, or unknown."""
    if any(low >= high for low, high in pairwise(breaks)):
        message = f"breaks do not rise: {breaks}"
        raise ValueError(message)
    classes = np.zeros(values.shape, np.uint8)
    for value in breaks:
        classes += (values >= np.asarray(value, values.dtype)).view(np.uint8)
    return classes


def packed_runs(cells: NDArray[np.uint8]) -> str:
    """Write cells, row after row, as runs of like ones: base64 of all lengths (16 bit), then all numbers (8 bit).

    Neighbours are mostly alike, so this is small, and it is many times quicker than to deflate.
    """
    flat = cells.ravel()
    starts = np.concatenate(([0], np.flatnonzero(flat[1:] != flat[:-1]) + 1))
    lengths = np.diff(starts, append=flat.size)
    numbers = flat[starts]
    if lengths.max() > _LONGEST:
        parts = -(-lengths // _LONGEST)
        last = lengths - (parts - 1) * _LONGEST
        ends = np.cumsum(parts) - 1
        lengths, numbers = np.full(int(parts.sum()), _LONGEST), np.repeat(numbers, parts)
        lengths[ends] = last
    return base64.b64encode(lengths.astype("<u2").tobytes() + numbers.tobytes()).decode("ascii")


def palette(theme: Theme, role: str, count: int) -> tuple[Rgba, ...]:
    """Colours of the classes 0 to count: nothing for 0, then the theme's roles `role.1` to `role.count`."""
    colours = (theme.role(f"{role}.{number}") for number in range(1, count + 1))
    return (CLEAR, *((c.red(), c.green(), c.blue(), c.alpha()) for c in colours))
