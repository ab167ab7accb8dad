"""Registers: the tables of the township that imports replace as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Generic, Protocol, TypeVar

from data.model.alarms import AlarmKind
from data.model.levels import ReportingRule, Tier, Trigger
from data.model.people import Grower, Household, KeyPerson, Squad, Staff, User
from data.model.places import Camera, Grid, MapLine, Plot, Route, Shelter, Spur, StockItem, Stone, Works
from data.model.plan import Instruction, PushTemplate, Role
from data.model.river import Station

ROW_TYPES: Mapping[str, type[Any]] = MappingProxyType(
    {
        "grids": Grid,
        "works": Works,
        "spurs": Spur,
        "stones": Stone,
        "stock": StockItem,
        "cameras": Camera,
        "shelters": Shelter,
        "routes": Route,
        "plots": Plot,
        "maplines": MapLine,
        "staff": Staff,
        "squads": Squad,
        "keypeople": KeyPerson,
        "growers": Grower,
        "households": Household,
        "stations": Station,
        "users": User,
        "tiers": Tier,
        "triggers": Trigger,
        "reporting": ReportingRule,
        "plan": Instruction,
        "roles": Role,
        "templates": PushTemplate,
        "alarmkinds": AlarmKind,
    }
)
"""Every kind of register and the type of its rows."""


class Row(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """Identity of the row within its register."""
        ...


T = TypeVar("T", bound=Row)


@dataclass(frozen=True, eq=False)
class Register(Generic[T]):
    """Rows of one kind. Two registers are equal when their content digests are."""

    kind: str
    rows: tuple[T, ...] = ()
    digest: str = ""
    demo: bool = False
    by_id: Mapping[str, T] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Index the rows once."""
        object.__setattr__(self, "by_id", MappingProxyType({row.id: row for row in self.rows}))

    def __eq__(self, other: object) -> bool:
        """Compare kind and content digest."""
        return isinstance(other, Register) and (self.kind, self.digest) == (other.kind, other.digest)

    def __hash__(self) -> int:
        """Hash by kind and content digest."""
        return hash((self.kind, self.digest))

    def __reduce__(self) -> tuple[Any, ...]:
        """Cross to another process as rows; the index is made there."""
        return Register, (self.kind, self.rows, self.digest, self.demo)

    def __iter__(self) -> Iterator[T]:
        """Iterate over the rows in file order."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.rows)

    def get(self, row_id: str) -> T | None:
        """Return the row of that id, or None."""
        return self.by_id.get(row_id)


def _empty(kind: str) -> Any:
    return field(default_factory=lambda: Register(kind))


@dataclass(frozen=True, slots=True)
class Registers:
    """All registers of the township at one moment."""

    grids: Register[Grid] = _empty("grids")
    works: Register[Works] = _empty("works")
    spurs: Register[Spur] = _empty("spurs")
    stones: Register[Stone] = _empty("stones")
    stock: Register[StockItem] = _empty("stock")
    cameras: Register[Camera] = _empty("cameras")
    shelters: Register[Shelter] = _empty("shelters")
    routes: Register[Route] = _empty("routes")
    plots: Register[Plot] = _empty("plots")
    maplines: Register[MapLine] = _empty("maplines")
    staff: Register[Staff] = _empty("staff")
    squads: Register[Squad] = _empty("squads")
    keypeople: Register[KeyPerson] = _empty("keypeople")
    growers: Register[Grower] = _empty("growers")
    households: Register[Household] = _empty("households")
    stations: Register[Station] = _empty("stations")
    users: Register[User] = _empty("users")
    tiers: Register[Tier] = _empty("tiers")
    triggers: Register[Trigger] = _empty("triggers")
    reporting: Register[ReportingRule] = _empty("reporting")
    plan: Register[Instruction] = _empty("plan")
    roles: Register[Role] = _empty("roles")
    templates: Register[PushTemplate] = _empty("templates")
    alarmkinds: Register[AlarmKind] = _empty("alarmkinds")

    def of(self, kind: str) -> Register[Any]:
        """Return the register of that kind; KeyError when there is none such."""
        if kind not in ROW_TYPES:
            raise KeyError(kind)
        return getattr(self, kind)

    def having(self, register: Register[Any]) -> Registers:
        """Return a copy in which `register` replaces the one of its kind."""
        return replace(self, **{register.kind: register})
