"""What is kept of a reckoning: numbers by 滩别 and who is cut off; the rest follows anew from water and registers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from data.model.nature import Origin
from data.model.places import Bench


@dataclass(frozen=True, slots=True)
class BenchCount:
    """Growers, key persons and households of one 滩别 that the water reaches or cuts off.

    `lines` counts them and `people` those who live or work there; of the lines, `left` are out, `leave_now` and
    `cut_off` are in those states. `first` is the earliest last safe departure still ahead.
    """

    bench: Bench
    lines: int = 0
    people: int = 0
    left: int = 0
    leave_now: int = 0
    cut_off: int = 0
    first: datetime | None = None

    @property
    def to_go(self) -> int:
        """Lines that have not left yet."""
        return self.lines - self.left


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A reckoning as the journal keeps it. `boats` are "register/id" of whom only a boat reaches, most pressing first.

    `cut_off_since` is when the first of them was found so without a break; None while there is nobody.
    """

    at: datetime
    flow_m3s: float
    origin: Origin
    provenance: str
    benches: tuple[BenchCount, ...] = ()
    boats: tuple[str, ...] = ()
    unknown: int = 0
    cut_off_since: datetime | None = None

    def of(self, bench: Bench) -> BenchCount:
        """Return the numbers of a 滩别."""
        return next((one for one in self.benches if one.bench is bench), BenchCount(bench))

    def same_as(self, other: Reckoned | None) -> bool:
        """Whether there is nothing in it that somebody would have to be told."""
        return other is not None and (self.benches, self.boats, self.unknown, self.origin) == (
            other.benches, other.boats, other.unknown, other.origin,
        )  # fmt: skip
