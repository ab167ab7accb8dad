"""What a check found: figures in tables, gates met or missed, pictures. Plain values for page and tests alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Gate:
    """A figure and what it must not pass; `at_least` turns the comparison."""

    name: str
    value: float
    bound: float
    unit: str = ""
    at_least: bool = False

    @property
    def met(self) -> bool:
        """Whether the figure is on the right side; NaN never is."""
        return self.value >= self.bound if self.at_least else self.value <= self.bound


@dataclass(frozen=True, slots=True)
class Table:
    """A head and rows of words."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """A line of a picture."""

    name: str
    x: Any
    y: Any


@dataclass(frozen=True, slots=True)
class Picture:
    """A diagram of lines, or of a raster when there is one (NaN is left white)."""

    name: str
    caption: str
    across: str = ""
    up: str = ""
    curves: tuple[Curve, ...] = ()
    raster: Any = None
    top: float = 1.0
    logarithmic: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """One case."""

    title: str
    told: str
    gates: tuple[Gate, ...] = ()
    tables: tuple[Table, ...] = ()
    pictures: tuple[Picture, ...] = field(default=())
