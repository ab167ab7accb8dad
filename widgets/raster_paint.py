"""From numbers in cells to numbered classes, and from a theme to the colours of these classes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from widgets.theme import Theme

Rgba = tuple[int, int, int, int]

CLEAR: Rgba = (0, 0, 0, 0)


def classify(values: NDArray[np.floating], breaks: Sequence[float]) -> NDArray[np.uint8]:
    """Number every cell by how many of the rising breaks it reaches (lower <= value); 0 is below all, or unknown."""
    if any(low >= high for low, high in pairwise(breaks)):
        message = f"breaks do not rise: {breaks}"
        raise ValueError(message)
    classes = np.zeros(values.shape, np.uint8)
    for value in breaks:
        classes += (values >= np.asarray(value, values.dtype)).view(np.uint8)
    return classes


def palette(theme: Theme, role: str, count: int) -> tuple[Rgba, ...]:
    """Colours of the classes 0 to count: nothing for 0, then the theme's roles `role.1` to `role.count`."""
    colours = (theme.role(f"{role}.{number}") for number in range(1, count + 1))
    return (CLEAR, *((c.red(), c.green(), c.blue(), c.alpha()) for c in colours))
