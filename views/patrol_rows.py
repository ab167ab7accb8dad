"""The moves of reports that are allowed, and what the patrol needs at a flow."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from data.model.dispatch import ReportState
from data.model.levels import Tier
from data.model.situation import Situation
from data.rules.expressions import variables
from data.rules.plan import tier_of
from views.works_rows import complete_squads

MAY_MOVE: Mapping[ReportState, frozenset[ReportState]] = MappingProxyType(
    {
        ReportState.VERIFIED: frozenset({ReportState.UNVERIFIED}),
        ReportState.HANDLING: frozenset({ReportState.UNVERIFIED, ReportState.VERIFIED, ReportState.HANDLING}),
        ReportState.CLOSED: frozenset({ReportState.VERIFIED, ReportState.HANDLING}),
        ReportState.REJECTED: frozenset({ReportState.UNVERIFIED}),
        ReportState.UNVERIFIED: frozenset({ReportState.MERGED}),
    }
)
"""From which states a button may offer a move; data.rules.dispatch decides, a test holds the two together."""


@dataclass(frozen=True, slots=True)
class PatrolGround:
    """What the registers say of the patrol, whatever the flow: sections, their length, squads."""

    sections: int
    km: float
    complete: int
    squads: int


def patrol_ground(now: Situation) -> PatrolGround:
    """Read the registers once; flows come and go much faster."""
    return PatrolGround(
        sum(route.kind == "责任段" for route in now.registers.routes),
        variables(now.registers)["km"],
        *complete_squads(now),
    )


@dataclass(frozen=True, slots=True)
class PatrolNeed:
    """What the patrol needs at a flow, by the table of tiers, against the squads that are complete."""

    tier: Tier | None
    interval_min: float | None
    groups: int
    missing: int  # groups that are missing for one shift


def patrol_need(ground: PatrolGround, tiers: Iterable[Tier], flow_m3s: float) -> PatrolNeed:
    """Work out the groups of one shift: the sections are walked by as many as the tier asks for per kilometre."""
    tier = tier_of(flow_m3s, tiers)
    per_km = (tier.groups_per_km if tier is not None else None) or 0.0
    groups = math.ceil(round(ground.km * per_km, 6))
    return PatrolNeed(tier, tier.patrol_interval_min if tier else None, groups, max(0, groups - ground.complete))
