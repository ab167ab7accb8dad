"""What stations send, in one normal form whichever way it came: telemetry, a foreign database, a file, a hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from immutables import Map


class Variable(StrEnum):
    """What is measured; the unit of each is fixed (`UNITS` in data/rules/observing/checks)."""

    STAGE = "stage"  # m above the datum, river or reservoir
    FLOW = "flow"  # m³/s; of a reservoir its outflow
    INFLOW = "inflow"  # m³/s into a reservoir
    STORAGE = "storage"  # 10⁶ m³
    RAIN = "rain"  # mm fallen in `span_s`
    RAIN_TOTAL = "rain_total"  # mm, counter of the gauge
    SEDIMENT = "sediment"  # kg/m³
    VELOCITY = "velocity"  # m/s
    VOLTAGE = "voltage"  # V of the supply
    WATER_TEMPERATURE = "water_temperature"  # °C
    OTHER = "other"


class Doubt(StrEnum):
    """Why a value is not to be relied on, or only with care."""

    INVALID = "invalid"  # the device itself marks it so
    RANGE = "range"  # outside of what the station can have
    RATE = "rate"  # changed faster than the river can
    REPEAT = "repeat"  # the same to the last digit for too long
    LATE = "late"  # arrived long after it was observed
    FUTURE = "future"  # observed later than it was received
    NEIGHBOUR = "neighbour"  # does not fit the stations beside it
    DATUM = "datum"  # a stage without datum, or of another one than the station's


class SourceKind(StrEnum):
    """Which way a value came, the most trusted first; a hand's confirmed value is never overwritten."""

    HAND = "hand"
    SL651 = "sl651"
    SL323 = "sl323"
    HTTP = "http"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value came from: kind and name, e.g. sl651 0011223344, sl323 省防办, file 日报, hand U001."""

    kind: SourceKind
    name: str = ""

    @property
    def key(self) -> str:
        """One word for tables and keys."""
        return f"{self.kind}:{self.name}"

    @classmethod
    def of(cls, key: str) -> Source:
        """Read what `key` wrote; ValueError for anything else."""
        kind, _, name = key.partition(":")
        return cls(SourceKind(kind), name)


@dataclass(frozen=True, slots=True)
class Observation:
    """One value of one variable at one station. Times are aware; `value` None: the station said that it has none.

    A stage carries its datum; `span_s` is the time a rainfall fell in; `manner` says how it was reported
    (even, timed, extra, hourly, manual, asked).
    """

    station: str
    variable: Variable
    value: float | None
    unit: str
    at: datetime
    received_at: datetime
    source: Source
    datum: str = ""
    span_s: float | None = None
    doubts: frozenset[Doubt] = field(default_factory=frozenset[Doubt])
    manner: str = ""


@dataclass(frozen=True, slots=True)
class StationPicture:
    """A picture that a station sent (SL 651 function 36H), whole: raw JPEG bytes."""

    station: str
    at: datetime
    received_at: datetime
    source: Source
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class LinkHealth:
    """How one station's line does: frames, bad ones, what is missing between serial numbers, lateness in seconds."""

    station: str
    source: Source
    first_at: datetime | None = None
    last_at: datetime | None = None  # when the last sound frame came
    frames: int = 0
    bad_crc: int = 0
    refused: int = 0
    duplicates: int = 0
    gaps: int = 0  # serial numbers that never came
    late_s: float | None = None  # of the last frame: received minus sent
    worst_late_s: float | None = None
    peer: str = ""
    every_s: float | None = None  # the usual time between frames, once there are enough


@dataclass(frozen=True, slots=True)
class FeedHealth:
    """How a source as a whole does (a database, a folder, an address, the station server). `trouble` is a code."""

    source: Source
    at: datetime
    ok: bool
    rows: int = 0
    trouble: str = ""
    params: tuple[tuple[str, str], ...] = ()
    last_ok_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class StationPictureKept:
    """A station's picture as it lies among the files."""

    station: str
    at: datetime
    received_at: datetime
    source: Source
    digest: str
    size: int


@dataclass(frozen=True, slots=True)
class Board:
    """What stations and feeds say at one moment, beside the situation: high-rate values are no steps.

    `newest` holds the newest value of each source, for a station and a variable; which of them counts, and whether
    they differ, data/rules/observing says.
    """

    at: datetime | None = None
    newest: Map[tuple[str, Variable], tuple[Observation, ...]] = field(
        default_factory=Map[tuple[str, Variable], tuple[Observation, ...]]
    )
    links: Map[str, LinkHealth] = field(default_factory=Map[str, LinkHealth])  # by station
    feeds: Map[str, FeedHealth] = field(default_factory=Map[str, FeedHealth])  # by source key
    pictures: Map[str, StationPictureKept] = field(default_factory=Map[str, StationPictureKept])  # newest by station
