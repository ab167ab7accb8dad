"""A reckoning: whom and what one picture of the water reaches, and by when everybody must have left.

What does not depend on the water (ways, places, toes) is laid out once for a set of registers; a picture then takes
milliseconds. Works off the UI thread as well as on it: nothing here is changed once it is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from data.model.clock_tables import ClockTables
from data.model.countdown import ClockState, Deadline
from data.model.inundation import Inundation, Span
from data.model.nature import Nature
from data.model.people import Whereabouts
from data.model.register import Registers
from data.rules.affected import Affected, Assets
from data.rules.embankment import Embankment, Freeboard, SectionWater, Toe
from data.rules.relocation import Countdown, soak
from data.rules.stepped import SteppedGround
from data.rules.ways_out import Soaked, WaysOut


@dataclass(frozen=True, slots=True)
class Against:
    """The works against the water: the levee's toe by chainage, patrol sections, freeboard of the spurs."""

    toes: tuple[Toe, ...]
    sections: tuple[SectionWater, ...]
    freeboards: tuple[Freeboard, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Reckoning:
    """Everything that follows from one picture of the water.

    `flow_m3s` is the greatest flow of its course. `whatif`: nobody is called on it. `trust_m` is the measured error of
    its depths, None where it has none (a direct run, somebody's map, an assumption).
    """

    at: datetime
    flow_m3s: float
    whatif: bool
    nature: Nature
    trust_m: float | None
    soaked: Span[Soaked]
    countdown: Countdown
    affected: Affected
    against: Against
    water: Span[Inundation]

    def counts(self) -> Mapping[ClockState, int]:
        """Return how many growers, key persons and households are in each state."""
        return self.countdown.counts()

    def of(self, kind: str, row_id: str) -> Deadline | None:
        """Return the clock of somebody; None for who has none."""
        return self.countdown.of(kind, row_id) if self.countdown.knows(kind, row_id) else None


class Township:
    """What does not depend on the water; made once for a set of registers (some hundred milliseconds)."""

    def __init__(self, registers: Registers, tables: ClockTables, closed: frozenset[str] = frozenset()) -> None:
        """Lay out ways, places and toes."""
        self.registers, self.tables, self.closed = registers, tables, closed
        self.ways = WaysOut(registers, tables, closed)
        self.assets = Assets(registers, tables)
        self.embankment = Embankment(registers, tables)
        self.ground = SteppedGround(registers, tables.settings)
        self.probes = tuple(one.sampling.probes for one in (self.ways, self.assets, self.embankment))
        """All places that a picture is asked about."""


def reckon(
    town: Township,
    water: Span[Inundation],
    whereabouts: Mapping[str, Whereabouts],
    at: datetime,
    *,
    flow_m3s: float,
    whatif: bool,
    trust_m: float | None = None,
) -> Reckoning:
    """Reckon one picture of the water."""
    soaked = soak(town.ways, water)
    return Reckoning(
        at, flow_m3s, whatif, water.likely.nature, trust_m, soaked, Countdown(town.ways, soaked, whereabouts, at),
        Affected(town.assets, water.likely), Against(*town.embankment.against(water.likely)), water,
    )  # fmt: skip


def later(town: Township, last: Reckoning, whereabouts: Mapping[str, Whereabouts], at: datetime) -> Reckoning:
    """Return the same picture of the water at a later moment, or after somebody has moved."""
    return Reckoning(
        at, last.flow_m3s, last.whatif, last.nature, last.trust_m, last.soaked,
        Countdown(town.ways, last.soaked, whereabouts, at), last.affected, last.against, last.water,
    )  # fmt: skip
