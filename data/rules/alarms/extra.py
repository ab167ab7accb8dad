"""What detectors need beside situation and board: tables, the coverage of sections, troubles of the desk itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, TypeVar

from data.model.alarm_bounds import AlarmBounds
from data.model.incident_tables import IncidentTables
from data.model.telemetry import Variable
from data.rules.coverage import Coverage

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class StageMark:
    """Stages in m that a station is warned by (警戒水位, 保证水位), None where not given; `datum` of both."""

    warning_m: float | None = None
    guaranteed_m: float | None = None
    datum: str = ""


@dataclass(frozen=True, slots=True)
class Differ:
    """Sources of one station that do not agree on a variable: the least and the greatest value."""

    station: str
    variable: Variable
    low: float
    high: float
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extra:
    """Facts of no situation. `coverage` is that of all sections, `store_trouble` a code, "" when all is well."""

    bounds: AlarmBounds
    incidents: IncidentTables | None = None
    marks: Mapping[str, StageMark] = field(default_factory=lambda: MappingProxyType({}))
    coverage: tuple[Coverage, ...] = ()
    differing: tuple[Differ, ...] = ()
    store_trouble: str = ""
    unsaved: int = 0


class Memo:
    """Remembers what was worked out of the same objects: maps that did not change are not gone through again."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._kept: dict[str, tuple[tuple[object, ...], Any]] = {}

    def of(self, name: str, made_of: tuple[object, ...], make: Callable[[], T]) -> T:
        """Return what `make` gives, worked out anew only when one of the objects is another one."""
        known = self._kept.get(name)
        if known is not None and all(a is b for a, b in zip(known[0], made_of, strict=True)):
            return known[1]
        value = make()
        self._kept[name] = (made_of, value)
        return value

    def same(self, name: str, value: T) -> T:
        """Return the object remembered under a name while it equals this one, so that `of` takes it for the same."""
        known = self._kept.get(f"={name}")
        if known is not None and known[1] == value:
            return known[1]
        self._kept[f"={name}"] = ((), value)
        return value
