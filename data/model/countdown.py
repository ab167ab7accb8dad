"""The relocation clock of one household, grower or key person, and the states it can be in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from data.model.clock_tables import Mode
from data.model.people import Whereabouts


class ClockState(StrEnum):
    """Where somebody stands against the water, most pressing first."""

    TOO_LATE_BY_ROAD = "too_late_by_road"  # no way by road is passable any more: the boat team
    LEAVE_NOW = "leave_now"
    IN_TIME = "in_time"
    UNKNOWN = "unknown"  # no place in the register, or the water there is not known
    NOT_EXPOSED = "not_exposed"
    LEFT = "left"


class Goal(StrEnum):
    """Where somebody is safe."""

    LEVEE = "levee"
    SHELTER = "shelter"


@dataclass(frozen=True, slots=True)
class End:
    """Where a way out ends: a route or road up the levee, or a shelter, by register and id."""

    goal: Goal
    register: str  # routes | maplines | shelters
    id: str
    lon: float
    lat: float


@dataclass(frozen=True, slots=True)
class Deadline:
    """One line of the countdown. `likely` is the last safe departure: the latest call after which all goes well.

    `earliest` and `latest` are the same at the high and the low flow of the band; None: no limit, or no road at all
    (then the state tells which). `cut_off` is when the way out is first too deep, `arrival` when water reaches the
    home or plot. `passable_until` is given once the last safe departure has passed: until then some road leads out for
    somebody who sets off at once.
    """

    kind: str  # growers | keypeople | households
    id: str
    place: str  # the plot that counts, of a grower; else ""
    state: ClockState
    state_if_high: ClockState
    earliest: datetime | None
    likely: datetime | None
    latest: datetime | None
    arrival: datetime | None
    cut_off: datetime | None
    passable_until: datetime | None
    travel_min: float | None
    mobilisation_min: float
    mode: Mode
    end: End | None
    isolated: bool  # the place stays dry, but the way out does not
    way_known: bool  # whether the water is known all along the ways weighed
    people: int
    whereabouts: Whereabouts

    @property
    def needs_boat(self) -> bool:
        """Whether this is for the boat team."""
        return self.state is ClockState.TOO_LATE_BY_ROAD

    def left_s(self, at: datetime) -> float | None:
        """Return how many seconds are left, negative once it has passed."""
        return None if self.likely is None else (self.likely - at).total_seconds()
