"""Tables about incidents: kinds with the fields measured for them, grades, treatment cards, time limits."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

SPUR: Final = "spur"
CHAINAGE: Final = "chainage_m"
GRADE_REASON: Final = "grade_reason"
"""Measures of every incident that are no fields of a kind: on which spur, at what chainage, why another grade."""


class FieldType(StrEnum):
    """What may be typed into a measured field."""

    NUMBER = "number"
    COUNT = "count"
    CHOICE = "choice"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class MeasureField:
    """One measured field; a number or count keeps `least <= value <= most`. The choices of a text are examples."""

    name: str
    label: str
    unit: str
    type: FieldType
    least: float = 0.0
    most: float = 0.0
    choices: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class IncidentKind:
    """One kind of incident at one sort of structure (堤防, 险工, 控导).

    `event` is the trigger expression of the plan, `aliases` are the kinds of report that become it, `card` names its
    treatment card ("" = there is none).
    """

    structure: str
    kind: str
    event: str
    aliases: tuple[str, ...]
    card: str
    fields: tuple[MeasureField, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class GradeRow:
    """One cell of the table of grades: the grade that holds when the expression over the measures does."""

    structure: str
    kind: str
    grade: int  # 1 重大, 2 较大, 3 一般
    expression: str
    words: str
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class TreatmentCard:
    """How incidents of a kind are known and fought, in short lines."""

    kind: str
    signs: tuple[str, ...]
    principle: str
    method: tuple[str, ...]
    materials: tuple[str, ...]
    cautions: tuple[str, ...]
    source: str


class LimitKind(StrEnum):
    """What a line of the table of time limits is about."""

    FIELD = "field"  # from whoever found it to the township
    FIRST_REPORT = "first_report"  # 首报
    FOLLOW_UP = "follow_up"  # 续报
    APPROVAL = "approval"  # who approves the plan of work; no minutes
    FLOOD_REPORT = "flood_report"
    KEY_STATION = "key_station"
    NATIONAL = "national"


@dataclass(frozen=True, slots=True)
class IncidentLimit:
    """One line of the table of time limits; grade 0 holds for every grade."""

    what: LimitKind
    grade: int
    minutes: int | None
    to: str
    words: str
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class IncidentTables:
    """All that the desk has been told about incidents in general; `common` fields are asked for at every kind."""

    kinds: tuple[IncidentKind, ...] = ()
    common: tuple[MeasureField, ...] = ()
    grades: tuple[GradeRow, ...] = ()
    cards: tuple[TreatmentCard, ...] = ()
    limits: tuple[IncidentLimit, ...] = ()

    @property
    def structures(self) -> tuple[str, ...]:
        """Sorts of structure in the order of the table."""
        return tuple(dict.fromkeys(one.structure for one in self.kinds))

    def kind(self, structure: str, kind: str) -> IncidentKind | None:
        """Return a kind by its name at a structure."""
        return next((one for one in self.kinds if (one.structure, one.kind) == (structure, kind)), None)

    def of_report(self, kind: str, structure: str = "") -> IncidentKind | None:
        """Return what a kind of report becomes; at this structure if it can occur there."""
        fitting = [one for one in self.kinds if kind == one.kind or kind in one.aliases]
        return next((one for one in fitting if one.structure == structure), fitting[0] if fitting else None)

    def fields(self, structure: str, kind: str) -> tuple[MeasureField, ...]:
        """Return the fields of a kind, then those of every kind."""
        known = self.kind(structure, kind)
        return (*(known.fields if known is not None else ()), *self.common)

    def rows(self, structure: str, kind: str) -> tuple[GradeRow, ...]:
        """Return the rows of the table of grades for a kind, the gravest first."""
        return tuple(
            sorted((r for r in self.grades if (r.structure, r.kind) == (structure, kind)), key=lambda r: r.grade)
        )

    def card(self, structure: str, kind: str) -> TreatmentCard | None:
        """Return the treatment card of a kind."""
        known = self.kind(structure, kind)
        return None if known is None else next((one for one in self.cards if one.kind == known.card), None)

    def limit(self, what: LimitKind, grade: int) -> IncidentLimit | None:
        """Return the limit of a grade; a line for every grade where it has none of its own."""
        own = [one for one in self.limits if one.what is what and one.grade in (grade, 0)]
        return max(own, key=lambda one: one.grade, default=None)
