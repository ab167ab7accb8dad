"""Scenarios of the 推演 page as sheets that may leave the desk: rasters, and all that must be said of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain

from data.documents.flood_sheet import Band, FloodSheet
from data.model.nature import Nature
from data.twin.comparing import difference
from data.twin.flood import Field, How
from data.twin.solver_name import NAME as SOLVER
from desktop.scenario_pictures import number_of
from desktop.scenarios import Scenario, shown
from views import twin_words
from views.twin_wanted import Picture, Sides, Slot

MOMENT, DIFFERENCE = "moment", "difference"
"""Bands besides the fields: depth at the moment shown; depth of B less that of A."""
DIFFERENCES_M = (-30.0, -1.0, -0.3, -0.05, 0.05, 0.3, 1.0)
"""Bounds of the classes of a difference; the middle one is no change."""


@dataclass(frozen=True, slots=True, eq=False)
class Ask:
    """What stands on the page when somebody takes it away; `terrains` are digests of the ground by cell size."""

    scenarios: Mapping[Slot, Scenario | None]
    picture: Picture
    frame: int
    terrains: Mapping[float, str]
    at: datetime


@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
    """One file's worth: the sheet, which of its bands is drawn on the page, and whose list of objects goes with it."""

    sheet: FloodSheet
    drawn: str
    slot: Slot


def slots_of(picture: Picture) -> tuple[Slot, ...]:
    """Return which scenarios a picture shows."""
    return {Sides.A: (Slot.A,), Sides.B: (Slot.B,)}.get(picture.sides, tuple(Slot))


def leaves(ask: Ask) -> tuple[Leaf, ...]:
    """Return what leaves: each scenario that is shown by itself, or the difference of both."""
    there = {slot: one for slot in slots_of(ask.picture) if (one := ask.scenarios[slot]) is not None}
    if ask.picture.sides is Sides.DIFFERENCE:
        return (_difference(ask, there[Slot.A], there[Slot.B]),) if len(there) == len(Slot) else ()
    return tuple(_single(ask, slot, one) for slot, one in there.items())


def _single(ask: Ask, slot: Slot, one: Scenario) -> Leaf:
    flood = one.flood
    bands: dict[str, Band] = {
        which.value: raster for which in Field if (raster := flood.field(which)) is not None
    }  # fmt: skip
    told, drawn = _further(one, ask.at), Field.DEPTH.value
    number = number_of(one, ask.picture, ask.frame)
    if number is not None:
        drawn, bands[MOMENT] = MOMENT, flood.frame(number)
        told["MOMENT"] = one.timing.moment(flood.hours[number]).isoformat()
    trust = None if flood.trust is None else flood.trust.depth_rmse_m
    sheet = FloodSheet(
        _title(slot, one), flood.nature, flood.lattice, bands, flood.flow_m3s, flood.how.value,
        _terrain(ask, one), _solver(one), trust, further=told,
    )  # fmt: skip
    return Leaf(sheet, drawn, slot)


def _difference(ask: Ask, a: Scenario, b: Scenario) -> Leaf:
    found = difference(a.flood, b.flood)
    trusts = [one.flood.trust.depth_rmse_m for one in (a, b) if one.flood.trust is not None]
    told = {f"{key}_{slot.value.upper()}": text for slot, one in ((Slot.A, a), (Slot.B, b)) for key, text in chain(
        _further(one, ask.at).items(),
        {"TITLE": _title(slot, one), "FLOW_M3S": f"{one.flood.flow_m3s:g}", "HOW": one.flood.how.value,
         "PROVENANCE": one.flood.nature.provenance, "MADE_AT": one.flood.nature.made_at.isoformat(),
         "ORIGIN": one.flood.nature.origin.value}.items(),
    )}  # fmt: skip
    title = f"{_title(Slot.B, b)} − {_title(Slot.A, a)}"
    sheet = FloodSheet(
        title, _weaker(a.flood.nature, b.flood.nature), found.lattice, {DIFFERENCE: found.depth_m},
        b.flood.flow_m3s, "difference", _joined(_terrain(ask, a), _terrain(ask, b)), _joined(_solver(a), _solver(b)),
        max(trusts, default=None), further=told,
    )  # fmt: skip
    return Leaf(sheet, DIFFERENCE, Slot.B)


def _weaker(a: Nature, b: Nature) -> Nature:
    """Return what a picture of both is: as little as the lesser of them, as late as the later."""
    lesser = b if a.official and not b.official else a
    return replace(
        lesser, made_at=max(a.made_at, b.made_at), provenance=_joined(a.provenance, b.provenance),
        source=_joined(a.source, b.source),
    )  # fmt: skip


def _title(slot: Slot, one: Scenario) -> str:
    return twin_words.title(shown(slot, one))


def _further(one: Scenario, at: datetime) -> dict[str, str]:
    """Return what else is said: of the scenario, and when it left."""
    told = {
        "SCENARIO": one.wanted.source.value, "CELL_M": f"{one.flood.lattice.cell_m:g}",
        "LEFT_AT": at.isoformat(), "HOURS_FROM": one.timing.moment(0.0).isoformat(),
        "NOTES": "；".join(twin_words.note(note) for note in one.notes),
        "LIMITS": twin_words.limits(one.flood.how),
    }  # fmt: skip
    if one.wanted.breach is not None:
        cut = one.wanted.breach
        told["BREACH"] = f"{cut.lon:.6f},{cut.lat:.6f} {cut.width_m:g} m {cut.start_h:g}+{cut.growth_h:g} h"
    return told


def _terrain(ask: Ask, one: Scenario) -> str:
    return "" if one.flood.how is How.IMPORTED else ask.terrains.get(one.flood.lattice.cell_m, "")


def _solver(one: Scenario) -> str:
    return "" if one.flood.how is How.IMPORTED else SOLVER


def _joined(a: str, b: str) -> str:
    return " + ".join(dict.fromkeys(one for one in (a, b) if one))
