"""Which household goes to which shelter: capacity kept, ways short, villages together, by a mixed-integer program.

As many people as possible are taken in first; of the ways to do that the one with the fewest metres walked (by people)
is taken, where parting a village costs each of its people a detour. Who is left over is named.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from data.model.countdown import Goal
from data.model.inundation import Floats
from data.model.register import Registers
from data.rules.ways_out import WaysOut

if TYPE_CHECKING:
    from collections.abc import Iterable

PARTED_M = 800.0
"""So many metres does it cost each person of an average household when a village uses one more shelter (设定)."""
_LIMIT_S = 5.0
_GAP = 0.002
_TAKEN = 0.5


@dataclass(frozen=True, slots=True)
class Party:
    """A household to be placed: metres by road to each shelter that it can reach."""

    id: str
    village: str
    people: int
    metres: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Placing:
    """Who goes where. `left_over` found no room, `unreachable` no road; `exact` when proved best within 0.2 %."""

    shelter_of: Mapping[str, str] = field(default_factory=dict[str, str])
    left_over: tuple[str, ...] = ()
    unreachable: tuple[str, ...] = ()
    people_left_over: int = 0
    exact: bool = True


def place(parties: Sequence[Party], room: Mapping[str, int]) -> Placing:
    """Place every household once, whole, where there is room; the fallback, should the solver give up, is greedy."""
    reaching = [party for party in parties if any(one in room for one in party.metres)]
    lost = {party.id for party in parties} - {party.id for party in reaching}
    some = [party for party in reaching if party.people > 0]
    solved = _solved(some, room) if some else (dict[str, str](), True)
    found, exact = (_greedy(some, room), False) if solved is None else solved
    found |= _greedy([party for party in reaching if party.people <= 0], room)  # nobody fills no room
    without = [party for party in reaching if party.id not in found]
    return Placing(
        found,
        tuple(party.id for party in without),
        tuple(party.id for party in parties if party.id in lost),
        sum(party.people for party in without),
        exact,
    )


def used(parties: Iterable[Party], placing: Placing) -> dict[str, int]:
    """Return how many people each shelter takes in."""
    taken: dict[str, int] = {}
    for party in parties:
        shelter = placing.shelter_of.get(party.id)
        if shelter is not None:
            taken[shelter] = taken.get(shelter, 0) + party.people
    return taken


@dataclass(frozen=True, slots=True, eq=False)
class _Model:
    """Columns: x (household, shelter) first, then y (village uses shelter), x <= y."""

    pairs: list[tuple[int, str]]
    cost: Floats
    heads: Floats
    matrix: Any
    upper: Floats
    households: int


def _solved(parties: Sequence[Party], room: Mapping[str, int]) -> tuple[dict[str, str], bool] | None:
    """First ask that everybody is placed; if that cannot be, let nobody be left over whom room can be found for."""
    model = _model(parties, room)
    answer, proved = None, False
    if sum(party.people for party in parties) <= sum(max(0, count) for count in room.values()):
        answer, proved = _minimise(model, model.cost, np.ones(model.households), _GAP)
    if answer is None:
        farthest = sum(party.people * max(party.metres.values()) for party in parties)
        a_person = farthest + float(model.cost[len(model.pairs) :].sum()) + 1.0  # dearer than all ways together
        nobody = np.zeros(model.households)
        answer, proved = _minimise(model, model.cost - model.heads * a_person, nobody, 0.0)
    if answer is None:
        return None
    chosen = [pair for taken, pair in zip(answer, model.pairs, strict=False) if taken > _TAKEN]
    return {parties[n].id: shelter for n, shelter in chosen}, proved


def _model(parties: Sequence[Party], room: Mapping[str, int]) -> _Model:
    from scipy.sparse import coo_array  # pyright: ignore[reportMissingTypeStubs]

    pairs = [(n, one) for n, party in enumerate(parties) for one in party.metres if one in room]
    uses = list(dict.fromkeys((parties[n].village, one) for n, one in pairs))
    number = {use: len(pairs) + k for k, use in enumerate(uses)}
    shelters = {one: len(parties) + k for k, one in enumerate(room)}
    average = sum(party.people for party in parties) / len(parties)
    cost = [parties[n].people * parties[n].metres[one] for n, one in pairs] + [PARTED_M * average] * len(uses)
    upper = [1.0] * len(parties) + [float(max(0, count)) for count in room.values()] + [0.0] * len(pairs)
    linked = len(parties) + len(room)
    rows, columns, values = list[int](), list[int](), list[float]()
    for k, (n, one) in enumerate(pairs):
        rows += [n, shelters[one], linked + k, linked + k]
        columns += [k, k, k, number[parties[n].village, one]]
        values += [1.0, float(parties[n].people), 1.0, -1.0]
    matrix: Any = coo_array((values, (rows, columns)), shape=(len(upper), len(cost))).tocsr()
    heads = np.array([float(parties[n].people) for n, _ in pairs] + [0.0] * len(uses))
    return _Model(pairs, np.array(cost), heads, matrix, np.array(upper), len(parties))


def _minimise(model: _Model, cost: Floats, at_least: Floats, gap: float) -> tuple[Floats | None, bool]:
    """Return the best columns found in the time allowed and whether they are proved best; None when there are none."""
    from scipy import optimize  # pyright: ignore[reportMissingTypeStubs]

    scipy: Any = optimize
    lower = np.full(len(model.upper), -np.inf)
    lower[: model.households] = at_least
    whole = np.zeros(len(cost))
    whole[: len(model.pairs)] = 1
    scale = float(np.abs(cost).max()) or 1.0
    answer = scipy.milp(
        cost / scale,
        integrality=whole,
        bounds=scipy.Bounds(0, 1),
        constraints=scipy.LinearConstraint(model.matrix, lower, model.upper),
        options={"time_limit": _LIMIT_S, "mip_rel_gap": gap},
    )
    return answer.x, bool(answer.status == 0)


def _greedy(parties: Sequence[Party], room: Mapping[str, int]) -> dict[str, str]:
    """Place village by village, largest households first, each at the nearest shelter that has room."""
    left, found = dict(room), dict[str, str]()
    for party in sorted(parties, key=lambda one: (one.village, -one.people, one.id)):
        fits = [one for one in party.metres if left.get(one, 0) >= party.people]
        if fits:
            nearest = min(fits, key=lambda one: (party.metres[one], one))
            found[party.id] = nearest
            left[nearest] -= party.people
    return found


def parties(ways: WaysOut, registers: Registers) -> tuple[Party, ...]:
    """Return the households of the register with their ways by road to every shelter; none without a place."""
    found: list[Party] = []
    place_of = dict(zip(ways.owners.tolist(), ways.starts.tolist(), strict=True))
    households = registers.households
    for n, one in enumerate(ways.evacuees):
        row = households.get(one.id) if one.kind == "households" else None
        if row is None:
            continue
        place = place_of.get(n)
        metres = {} if place is None else ways.metres_to(place, Goal.SHELTER)
        found.append(Party(row.id, row.village, row.people, metres))
    return tuple(found)
