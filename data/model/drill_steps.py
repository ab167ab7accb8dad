"""Bodies of steps by which a drill is led; the situation takes them in a drill's store only."""

from __future__ import annotations

from dataclasses import dataclass

from data.model.drill import Drill, Fired


@dataclass(frozen=True, slots=True)
class DrillBegun:
    """A drill began."""

    drill: Drill


@dataclass(frozen=True, slots=True)
class InjectMarked:
    """An inject was fired or withheld; what it lets happen are steps of their own, keyed "inject-<id>-…"."""

    inject: str
    title: str
    how: Fired
    by: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class DrillPaced:
    """Exercise control changed the clock: seconds of the scene a second, 0 = paused."""

    speed: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class DrillEnded:
    """The drill is over."""

    reason: str
