"""Audience: from a choice of people, squads, grids, posts and classes to the list a push reaches, each person once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from data.model.situation import Situation
from data.rules.contacts import CALLABLE, Contact, contact, members_of, person_to_call
from data.rules.exposure import exposure, flow_at_stake


@dataclass(frozen=True, slots=True)
class Part:
    """One choice: kind and key.

    people (ids joined by ';') | squad (id) | grid (id) | role (R06) | staff (kind of staff, "" for all)
    | keypeople (class) | growers (kind of holding) | bench (滩别) | exposed ("": everyone the present flow reaches).
    """

    kind: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A part with how many people it names."""

    part: Part
    count: int


@dataclass(frozen=True, slots=True)
class Outreach:
    """Whom a push would reach: people once each, those without a phone, and how many were named more than once.

    `by_post` counts them by post of the plan (staff) or by register (everyone else), most first.
    """

    people: tuple[str, ...] = ()
    without_phone: tuple[str, ...] = ()
    doubled: int = 0
    groups: tuple[Group, ...] = ()
    by_post: tuple[tuple[str, int], ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def with_phone(self) -> int:
        """How many can be called."""
        return len(self.people) - len(self.without_phone)


def people_of(now: Situation, part: Part) -> tuple[str, ...]:  # noqa: PLR0911 - one case a kind
    """Return the ids that one part names, each once."""
    registers = now.registers
    match part.kind:
        case "people":
            return tuple(dict.fromkeys(found for row_id in part.key.split(";") for found in _named(now, row_id)))
        case "squad":
            return _named(now, part.key)
        case "grid":
            grid = registers.grids.get(part.key)
            leader = () if grid is None or not grid.leader else (grid.leader,)
            return tuple(dict.fromkeys((*leader, *(row.id for row in registers.staff if row.grid == part.key))))
        case "role":
            return tuple(row.id for row in registers.staff if row.role == part.key)
        case "staff":
            return tuple(row.id for row in registers.staff if not part.key or row.kind == part.key)
        case "keypeople":
            return tuple(row.id for row in registers.keypeople if not part.key or row.category == part.key)
        case "growers":
            return tuple(row.id for row in registers.growers if not part.key or row.kind == part.key)
        case "bench":
            on = dict.fromkeys(plot.grower for plot in registers.plots if plot.bench.value == part.key)
            return tuple(grower for grower in on if grower in registers.growers.by_id)
        case "exposed":
            there = exposure(now, flow_at_stake(now))
            growers = tuple(row.id for row in registers.growers if row.id in there.growers)
            return (*growers, *(row.id for row in registers.keypeople if row.id in there.keypeople))
        case _:
            return ()


def _named(now: Situation, row_id: str) -> tuple[str, ...]:
    """Members of a squad (its leader when it has none), otherwise the person itself."""
    if row_id in now.registers.squads.by_id:
        members = tuple(member.id for member in members_of(now, row_id))
        leader = person_to_call(now, row_id)
        return members or ((leader,) if leader else ())
    return (row_id,) if row_id else ()


def gather(now: Situation, parts: Iterable[Part]) -> Outreach:
    """Bring the parts together: everyone once, in the order of the parts; ids that no register knows apart."""
    seen: dict[str, Contact] = {}
    unknown: dict[str, None] = {}
    groups: list[Group] = []
    doubled = 0
    for part in parts:
        ids = people_of(now, part)
        groups.append(Group(part, len(ids)))
        for row_id in ids:
            if row_id in seen:
                doubled += 1
            elif (found := contact(now, row_id)) is None:
                unknown[row_id] = None
            else:
                seen[row_id] = found
    posts = Counter(_post(now, found) for found in seen.values())
    return Outreach(
        tuple(seen),
        tuple(found.id for found in seen.values() if not found.phone),
        doubled,
        tuple(groups),
        tuple(posts.most_common()),
        tuple(unknown),
    )


def _post(now: Situation, found: Contact) -> str:
    if found.register == CALLABLE[0]:
        row = now.registers.staff.get(found.id)
        return "" if row is None else row.role
    return found.register
