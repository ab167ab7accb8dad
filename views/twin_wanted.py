"""What the 推演 page asks for: scenarios, what of them is drawn, cuts through the ground, files."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from data.twin.flood import Field


class Slot(StrEnum):
    """Which of the two scenarios."""

    A = "a"
    B = "b"


class Source(StrEnum):
    """What a scenario is made from."""

    LIVE = "live"  # the flow of the moment, corrected by the latest stages
    FLOW = "flow"  # a flow out of the library
    EVENT = "event"  # the forecast course through the model
    BREACH = "breach"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class Breaching:
    """A breach of the levee to try: where (lon, lat), when, how wide, how long it grows, down to which sill.

    `sill_m` None: down to the ground behind the levee.
    """

    lon: float
    lat: float
    flow_m3s: float
    start_h: float
    width_m: float
    growth_h: float
    sill_m: float | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A scenario that somebody wants to see: a flow of the library, the live one, a course or breach, or a map."""

    source: Source
    flow_m3s: float | None = None
    id: str = ""  # of an imported map
    breach: Breaching | None = None


class Drawn(StrEnum):
    """What of a scenario is drawn on the map; FRAME is the depth at the moment of the time bar."""

    DEPTH = "depth"
    FRAME = "frame"
    SPEED = "speed"
    HAZARD = "hazard"
    ARRIVAL = "arrival"
    DURATION = "duration"

    @property
    def field(self) -> Field:
        """The raster it is drawn from, or whose absence makes it impossible."""
        return Field.DEPTH if self is Drawn.FRAME else Field(self.value)


class Sides(StrEnum):
    """Which scenario the map shows: one, both on two maps, or B less A on one."""

    A = "a"
    B = "b"
    BOTH = "both"
    DIFFERENCE = "difference"


@dataclass(frozen=True, slots=True)
class Picture:
    """What the map is to show."""

    drawn: Drawn = Drawn.DEPTH
    sides: Sides = Sides.A


class ProfileKind(StrEnum):
    """Along what the ground is cut."""

    RIVER = "river"
    ACROSS = "across"  # across river and levee at the place asked about last
    LINE = "line"  # a line drawn on the map


class Export(StrEnum):
    """What leaves the page."""

    PNG = "png"
    GEOTIFF = "geotiff"
    GEOJSON = "geojson"
    XLSX = "xlsx"
