"""What the desk shows of the twin's machinery: long runs, the library, maps of others, the live picture's agreement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from data.model.nature import Nature
from data.twin.flood import Trust
from views.twin_wanted import Slot


class RunKind(StrEnum):
    """What a long run is for."""

    LIBRARY = "library"
    EVENT = "event"
    BREACH = "breach"
    EXACT = "exact"


class RunState(StrEnum):
    """How a run stands."""

    WAITING = "waiting"
    COMPILING = "compiling"  # the solver is compiled on the first start on a machine
    RUNNING = "running"
    STOPPED = "stopped"  # may be resumed
    FAILED = "failed"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class RunShown:
    """A run in progress; `number` of `total` for a library; `fault` says in words why it failed."""

    id: str
    kind: RunKind
    state: RunState
    cell_m: float
    flow_m3s: float
    share: float = 0.0
    left_s: float | None = None
    number: int = 0
    total: int = 0
    slot: Slot | None = None
    fault: str = ""

    @property
    def busy(self) -> bool:
        """Whether it takes the machine, or will."""
        return self.state in (RunState.WAITING, RunState.COMPILING, RunState.RUNNING)


class StaleCode(StrEnum):
    """What differs between a library and today's site."""

    TERRAIN = "terrain"
    FRICTION = "friction"
    SOLVER = "solver"
    HYDROGRAPH = "hydrograph"


@dataclass(frozen=True, slots=True)
class LibraryLevel:
    """The library on one size of cells: flows that are there, how many are wanted, measured errors by flow."""

    cell_m: float
    flows: tuple[float, ...]
    wanted: int
    trusts: tuple[Trust, ...] = ()
    size_mb: float = 0.0

    @property
    def complete(self) -> bool:
        """Whether all flows are there."""
        return len(self.flows) >= self.wanted


@dataclass(frozen=True, slots=True)
class LibraryShown:
    """The library of scenarios: its levels from coarse to fine, which one is in use, and what is stale about it."""

    levels: tuple[LibraryLevel, ...] = ()
    in_use_m: float | None = None
    stale: tuple[StaleCode, ...] = ()
    nature: Nature | None = None

    @property
    def usable(self) -> bool:
        """Whether any flow can be shown from it."""
        return self.in_use_m is not None


@dataclass(frozen=True, slots=True)
class ImportedShown:
    """A map of somebody else that can be shown."""

    id: str
    name: str
    source: str
    made_at: datetime | None = None


class Unused(StrEnum):
    """Why a mark takes no part in the live picture."""

    STALE = "stale"
    OTHER_DATUM = "other_datum"
    OUTSIDE = "outside"
    IMPLAUSIBLE = "implausible"  # too far off to be believed


@dataclass(frozen=True, slots=True)
class MarkShown:
    """A stage of the moment against the model; `residual_m` = mark - model, None where they cannot be compared."""

    id: str
    name: str
    at: datetime
    stage_m: float
    datum: str
    chainage_m: float | None = None
    model_m: float | None = None
    residual_m: float | None = None
    unused: Unused | None = None
    lon: float | None = None
    lat: float | None = None


@dataclass(frozen=True, slots=True)
class MirrorShown:
    """How the live picture and the stages of the moment disagree; None: not enough marks to tell."""

    at: datetime
    marks: tuple[MarkShown, ...] = ()
    bias_m: float | None = None
    spread_m: float | None = None
    worst: str = ""  # id of the mark
