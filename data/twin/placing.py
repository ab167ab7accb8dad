"""At which flows a library has runs: where a blend was measured to be furthest off, the bracket is halved.

Every run made is first compared with what the library says without it, so the errors kept are those of flows left out.
What a bracket not yet tried is off by is reckoned from the bracket it was halved from, else from its width.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from data.twin.flood import Trust
from data.twin.ghosts import along


@dataclass(frozen=True, slots=True)
class Bound:
    """How far a blend may be off from a flow on."""

    from_m3s: float
    rmse_m: float
    csi: float
    arrival_median_min: float | None = None
    arrival_p95_min: float | None = None


@dataclass(frozen=True, slots=True)
class Placing:
    """How runs are placed: where it begins, how good it must be, and when it stops."""

    first_m3s: tuple[float, ...] = (2_000.0, 2_600.0, 3_800.0, 5_000.0, 6_400.0, 9_600.0, 14_500.0, 25_000.0)
    bounds: tuple[Bound, ...] = (
        Bound(0.0, 0.05, 0.92),
        Bound(5_500.0, 0.03, 0.97, 10.0),
        Bound(8_000.0, 0.03, 0.97, 10.0, 20.0),
    )
    stairs_m3s: tuple[float, ...] = (
        600.0, 1_200.0, 2_000.0, 2_600.0, 3_200.0, 3_800.0, 4_300.0, 4_800.0, 5_400.0, 6_400.0, 8_000.0, 10_000.0,
        13_000.0, 17_000.0, 25_000.0,
    )  # fmt: skip
    """Flows of the steady surfaces: the river is mostly low; dense where it leaves its bed."""
    hold_h: float = 12.0
    """How long each of them is held."""
    most_runs: int = 22
    narrowest_m3s: float = 240.0
    round_m3s: float = 50.0
    rmse_falls: float = 0.35
    """What halving a bracket leaves of its error, of third order in its width at best, as was measured."""
    csi_falls: float = 0.55
    arrival_falls: float = 0.55

    def bound(self, flow_m3s: float) -> Bound:
        """Return what is asked of a blend at a flow."""
        return max((one for one in self.bounds if one.from_m3s <= flow_m3s), key=lambda one: one.from_m3s)


STANDARD_PLACING = Placing()


def next_flow(flows_m3s: Sequence[float], trusts: Sequence[Trust], placing: Placing = STANDARD_PLACING) -> float | None:
    """Return the flow to run next; None when the library is as good as asked, or as large as allowed.

    `trusts` are in the order in which the runs were made.
    """
    for first in placing.first_m3s:
        if first not in flows_m3s:
            return first
    if len(flows_m3s) >= placing.most_runs:
        return None
    rising = sorted(flows_m3s)
    open_: list[tuple[float, float]] = []
    for low, high in pairwise(rising):
        middle = _middle(low, high, placing)
        if middle is not None:
            open_.append((_badness(low, high, trusts, placing), middle))
    worst = max(open_, default=(0.0, 0.0))
    return worst[1] if worst[0] > 1.0 else None


def worst_of(trust: Trust, placing: Placing = STANDARD_PLACING) -> float:
    """Return how far an error is beyond what is asked, as a multiple: 1 is just good enough."""
    return _beyond(trust, placing, 1.0, 1.0, 1.0)


def _middle(low: float, high: float, placing: Placing) -> float | None:
    """The flow halfway along the blend's axis, on a round number; None when the bracket is narrow enough."""
    if high - low < placing.narrowest_m3s:
        return None
    half = (0.5 * (along(low) + along(high))) ** (1.0 / 0.6)
    middle = round(half / placing.round_m3s) * placing.round_m3s
    return middle if low < middle < high else None


def _badness(low: float, high: float, trusts: Sequence[Trust], placing: Placing) -> float:
    """How far a bracket is reckoned to be beyond what is asked: from the error measured when an end of it was new."""
    ends = [one for one in trusts if one.at_flow_m3s in (low, high)]
    if not ends:  # never tried: its width decides, and all such come before those that were measured
        return 100.0 * (along(high) - along(low))
    # the end that came last is the one that halved the bracket this one is half of
    return _beyond(ends[-1], placing, placing.rmse_falls, placing.csi_falls, placing.arrival_falls)


def _beyond(trust: Trust, placing: Placing, rmse: float, csi: float, arrival: float) -> float:
    bound = placing.bound(trust.at_flow_m3s)
    shares = [rmse * trust.depth_rmse_m / bound.rmse_m, csi * (1.0 - trust.csi) / (1.0 - bound.csi)]
    if bound.arrival_median_min is not None and trust.arrival_median_min is not None:
        shares.append(arrival * trust.arrival_median_min / bound.arrival_median_min)
    if bound.arrival_p95_min is not None and trust.arrival_p95_min is not None:
        shares.append(arrival * trust.arrival_p95_min / bound.arrival_p95_min)
    return max(shares)
