"""Staff and stock that a list of instructions takes, against what the township has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from data.model.plan import Instruction, Need
from data.model.situation import Situation


@dataclass(frozen=True, slots=True)
class Lack:
    """One role or stock item: what is needed and what is there."""

    key: str
    need: float
    have: float

    @property
    def missing(self) -> float:
        """How much is missing; 0 when there is enough."""
        return max(0.0, self.need - self.have)


@dataclass(frozen=True, slots=True)
class Shortage:
    """What is short: by role, and by stock item; `people` is the sum over roles."""

    roles: tuple[Lack, ...] = ()
    stock: tuple[Lack, ...] = ()

    @property
    def people(self) -> int:
        """People missing, summed over the roles that lack any."""
        return round(sum(lack.missing for lack in self.roles))


def shortage(now: Situation, instructions: Iterable[Instruction]) -> Shortage:
    """Compare needs with what is there.

    People move from one instruction to the next, so each role lacks what its worst instruction lacks, counting the
    assisting roles; stock is used up, so it is summed.
    """
    have_people: dict[str, int] = {}
    for person in now.registers.staff.rows:
        if person.on_duty:
            have_people[person.role] = have_people.get(person.role, 0) + 1
    worst: dict[str, Lack] = {}
    stock: dict[str, float] = {}
    nothing = Need()
    for row in instructions:
        need = now.plan.needs.get(row.id, nothing)
        for item, quantity in need.stock:
            stock[item] = stock.get(item, 0.0) + quantity
        if need.people:
            have = sum(have_people.get(role, 0) for role in {row.role, *row.assist.split(";")})
            lack = Lack(row.role, float(need.people), float(have))
            if lack.missing > 0 and (row.role not in worst or lack.missing > worst[row.role].missing):
                worst[row.role] = lack
    have_stock: dict[str, float] = {}
    for line in now.registers.stock.rows:
        have_stock[line.item] = have_stock.get(line.item, 0.0) + line.quantity
    return Shortage(
        _sorted(worst.values()), _sorted(Lack(key, q, have_stock.get(key, 0.0)) for key, q in stock.items())
    )


def _sorted(lacks: Iterable[Lack]) -> tuple[Lack, ...]:
    return tuple(sorted((lack for lack in lacks if lack.missing > 0), key=lambda lack: -lack.missing / lack.need))
