"""What the desk shows of scenarios on the 推演 page: frozen values, no words and no rasters.

Hours count from the start of a scenario's inflow; stages stand above the nature's datum.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from data.model.countdown import ClockState, Deadline
from data.model.nature import Nature
from data.model.places import Path2D
from data.twin.flood import Field, How, Trust
from views.twin_wanted import Breaching, ProfileKind, Slot, Source


class NoteCode(StrEnum):
    """What a reader of a scenario must know besides its nature. In brackets the figures that go with it."""

    ABOVE_LIBRARY = "above_library"  # (asked, used) m³/s: drawn with the greatest flow of the library
    BELOW_LIBRARY = "below_library"  # (asked, used) m³/s
    EXACT_COMING = "exact_coming"  # a direct run is being made and will replace it
    EXACT = "exact"  # a direct run of just this flow
    COARSE = "coarse"  # (cell_m) a preview on coarse cells; finer ones follow
    STALE = "stale"  # made on other terrain, friction, solver or hydrograph than today's
    ARRIVAL_INTERVAL = "arrival_interval"  # arrivals are intervals between the runs at either side
    GREATEST_ONLY = "greatest_only"  # a map that knows no course in time
    NO_GROUND = "no_ground"  # a map without ground: no stages, no profile
    UNEVEN = "uneven"  # (bias_m, spread_m) the stages of the moment disagree with the model


@dataclass(frozen=True, slots=True)
class Note:
    """A note by its code, with the figures that the code names."""

    code: NoteCode
    params: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class ScenarioShown:
    """One scenario as the page tells about it; `name` is an imported map's or a breach's place."""

    id: str
    source: Source
    how: How
    nature: Nature
    flow_m3s: float
    start: datetime
    hours: tuple[float, ...] = ()
    inflow: tuple[tuple[float, float], ...] = ()
    trust: Trust | None = None
    name: str = ""
    cell_m: float | None = None
    fields: frozenset[Field] = frozenset(Field)
    notes: tuple[Note, ...] = ()
    wet_km2: float | None = None
    volume_m3: float | None = None
    breach: Breaching | None = None

    def moment(self, hours: float) -> datetime:
        """Return the moment of an hour of the course."""
        return self.start + timedelta(hours=hours)


@dataclass(frozen=True, slots=True)
class CurveLine:
    """Depth over time at a place in a scenario, NaN where it is not known; `arrival_h`: earliest, likely, latest."""

    slot: Slot
    start: datetime
    hours: tuple[float, ...]
    depths: tuple[float, ...]
    arrival_h: tuple[float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class CurveShown:
    """What the water does at a place that was asked about; `known` False: outside the model."""

    id: str
    lon: float
    lat: float
    lines: tuple[CurveLine, ...] = ()
    bed_m: float | None = None
    datum: str = ""
    name: str = ""
    known: bool = True


@dataclass(frozen=True, slots=True)
class SurfaceLine:
    """The water surface along a cut, NaN where it is dry; `hour` None: the greatest of the whole course."""

    slot: Slot
    stage_m: tuple[float, ...]
    hour: float | None = None


@dataclass(frozen=True, slots=True)
class ProfileSpot:
    """A thing along a cut: a works, or a stage that was read there (`stage_m`, hollow when `stale`)."""

    along_m: float
    name: str
    stage_m: float | None = None
    stale: bool = False


@dataclass(frozen=True, slots=True)
class ProfileShown:
    """A cut: metres along it, ground, crest of a levee (NaN where there is none), water of the scenarios."""

    kind: ProfileKind
    along_m: tuple[float, ...]
    bed_m: tuple[float, ...]
    crest_m: tuple[float, ...] = ()
    surfaces: tuple[SurfaceLine, ...] = ()
    spots: tuple[ProfileSpot, ...] = ()
    datum: str = ""
    ends: tuple[str, str] = ("", "")
    path: Path2D = ()


@dataclass(frozen=True, slots=True)
class ExposedRow:
    """Something that the water reaches. `deadline` for people; `earliest` and `latest` when arrival is an interval."""

    kind: str
    id: str
    name: str
    village: str = ""
    bench: str = ""
    people: int = 0
    area_mu: float = 0.0
    depth_m: float = 0.0
    arrival: datetime | None = None
    earliest: datetime | None = None
    latest: datetime | None = None
    duration_h: float = 0.0
    deadline: Deadline | None = None
    lon: float | None = None
    lat: float | None = None

    @property
    def key(self) -> str:
        """Identity in the list."""
        return f"{self.kind}/{self.id}"

    @property
    def state(self) -> ClockState | None:
        """Where somebody stands against the water; None for things."""
        return None if self.deadline is None else self.deadline.state


@dataclass(frozen=True, slots=True)
class DifferenceShown:
    """What B adds to A besides the sums: areas gained and lost, depth and arrival over what both wet."""

    gained_km2: float
    lost_km2: float
    deeper_mean_m: float
    deeper_most_m: float
    earlier_median_min: float | None = None
    deepest: tuple[float, float] | None = None  # lon, lat of the greatest difference
