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

    People move from one instruction to the next, so a role takes its greatest need; stock is used up, so it is summed.
    """
    people: dict[str, float] = {}
    stock: dict[str, float] = {}
    nothing = Need()
    for row in instructions:
        need = now.plan.needs.get(row.id, nothing)
        if need.people:
            people[row.role] = max(people.get(row.role, 0.0), float(need.people))
        for item, quantity in need.stock:
            stock[item] = stock.get(item, 0.0) + quantity
    have_people: dict[str, float] = {}
    for person in now.registers.staff.rows:
        if person.on_duty:
            have_people[person.role] = have_people.get(person.role, 0.0) + 1.0
    have_stock: dict[str, float] = {}
    for line in now.registers.stock.rows:
        have_stock[line.item] = have_stock.get(line.item, 0.0) + line.quantity
    return Shortage(_lacks(people, have_people), _lacks(stock, have_stock))


def _lacks(need: dict[str, float], have: dict[str, float]) -> tuple[Lack, ...]:
    lacks = [Lack(key, amount, have.get(key, 0.0)) for key, amount in need.items()]
    return tuple(sorted((lack for lack in lacks if lack.missing > 0), key=lambda lack: -lack.missing / lack.need))
