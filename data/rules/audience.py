"""Audience: from a choice of people, squads, grids, posts and classes to the list a push reaches, each person once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from data.model.field import Answer
from data.model.situation import Situation
from data.rules.contacts import CALLABLE, Contact, Point, contact, members_of, person_to_call
from data.rules.exposure import exposure, flow_at_stake
from data.rules.geometry import centre, inside
from data.rules.ladder import unanswered


@dataclass(frozen=True, slots=True)
class Part:
    """One choice: kind and key.

    people (ids joined by ';') | squad (id) | grid (id) | role (R06) | staff (kind of staff, "" for all)
    | keypeople (class) | growers (kind of holding) | bench (滩别) | exposed ("": everyone the present flow reaches)
    | households (village, "" for all) | special (households with 特殊人群 of that kind, "" for any)
    | village (its growers and households) | contacts (register whose 包保干部 are meant, "" for all)
    | area (ring "lon,lat;lon,lat;…" in WGS-84: everybody inside, by his own place or his plots)
    | silent (push: who has not answered it) | absent (roll-call: who has not answered it).
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


def people_of(now: Situation, part: Part) -> tuple[str, ...]:  # noqa: C901, PLR0911, PLR0912 - one case a kind
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
        case "households":
            return tuple(row.id for row in registers.households if part.key in ("", row.village))
        case "special":
            return tuple(row.id for row in registers.households if row.special and part.key in row.special)
        case "village":
            growers = tuple(row.id for row in registers.growers if row.village == part.key)
            return (*growers, *(row.id for row in registers.households if row.village == part.key))
        case "contacts":
            return _contact_persons(now, part.key)
        case "area":
            return _inside(now, ring_of(part.key))
        case "silent":
            push = now.pushes.get(part.key)
            return () if push is None else unanswered(push)
        case "absent":
            muster = now.musters.get(part.key)
            lines = () if muster is None else muster.lines
            return tuple(line.person for line in lines if line.answer is Answer.NONE)
        case _:
            return ()


def ring_of(key: str) -> tuple[Point, ...]:
    """Return the ring of an area's key; what cannot be read is no ring."""
    try:
        points = [pair.split(",") for pair in key.split(";") if pair]
        return tuple((float(lon), float(lat)) for lon, lat in points)
    except ValueError:
        return ()


def area_of(ring: Iterable[Point]) -> Part:
    """Return the part that a shape drawn on the map names; six decimals are a decimetre."""
    return Part("area", ";".join(f"{lon:.6f},{lat:.6f}" for lon, lat in ring))


def _contact_persons(now: Situation, register: str) -> tuple[str, ...]:
    registers = now.registers
    rows = (*registers.growers, *registers.keypeople, *registers.households)
    kinds = {"growers": registers.growers, "keypeople": registers.keypeople, "households": registers.households}
    chosen = kinds.get(register, rows)
    return tuple(dict.fromkeys(row.contact for row in chosen if row.contact))


def _inside(now: Situation, ring: tuple[Point, ...]) -> tuple[str, ...]:
    if len(ring) < 3:
        return ()
    registers = now.registers
    placed = (*registers.staff, *registers.keypeople, *registers.households)
    found = dict.fromkeys(
        row.id for row in placed if row.lon is not None and row.lat is not None and inside((row.lon, row.lat), ring)
    )
    for squad in registers.squads:
        if squad.lon is not None and squad.lat is not None and inside((squad.lon, squad.lat), ring):
            found |= dict.fromkeys(_named(now, squad.id))
    for plot in registers.plots:
        middle = centre(plot.ring)
        if middle is not None and plot.grower in registers.growers.by_id and inside(middle, ring):
            found[plot.grower] = None
    return tuple(found)


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
