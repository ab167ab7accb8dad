"""Growers in classes by 滩别, crop, kind or whereabouts, ready to be asked about any flow in no time. No widgets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import accumulate
from math import inf

from PySide6.QtCore import QCoreApplication

from data.model.countdown import ClockState
from data.model.people import Grower, Whereabouts
from data.model.places import Bench, Plot
from data.model.situation import Situation
from views import clock_words
from views.people_rows import GROWERS, HEARD, plots_of
from widgets.line_list import Line

BY: tuple[str, ...] = ("bench", "crop", "kind", "where")
"""The ways in which growers are put into classes."""


@dataclass(frozen=True, slots=True)
class Class:
    """One class: its growers, and the flows at which water reaches its plots and growers, lowest first.

    `wet_mu[i]` is the area under water once the first i plots are; a grower is reached when the lowest plot is.
    """

    key: str
    growers: frozenset[str]
    floods: tuple[float, ...]
    wet_mu: tuple[float, ...]
    reached: tuple[float, ...]
    not_left: tuple[float, ...]
    unanswered: tuple[float, ...]

    @property
    def area_mu(self) -> float:
        """Area of all its plots."""
        return self.wet_mu[-1]

    def exposed_mu(self, flow_m3s: float) -> float:
        """Area under water at a flow."""
        return self.wet_mu[bisect_right(self.floods, flow_m3s)]


def at(flows: Sequence[float], flow_m3s: float) -> int:
    """Count the flows that are reached at a flow."""
    return bisect_right(flows, flow_m3s)


def keys_of(row: Grower, plots: Sequence[Plot], by: str, where: Whereabouts) -> dict[str, list[Plot]]:
    """Map the classes of a grower to the plots that count there: one class, or several where plots differ."""
    if by == "kind":
        return {row.kind: list(plots)}
    if by == "where":
        return {where.value: list(plots)}
    parts: dict[str, list[Plot]] = {}
    for plot in plots:
        parts.setdefault(plot.bench.value if by == "bench" else plot.crop, []).append(plot)
    return parts


def classes(now: Situation, by: str) -> tuple[Class, ...]:
    """Put all growers into classes; areas count by plot, so that none is counted twice."""
    plots: Mapping[str, tuple[Plot, ...]] = plots_of(now.registers)
    members: dict[str, list[tuple[str, Whereabouts, list[Plot]]]] = {}
    for row in now.registers.growers.rows:
        where = now.where(GROWERS, row.id)
        for key, part in keys_of(row, plots.get(row.id, ()), by, where).items():
            members.setdefault(key, []).append((row.id, where, part))
    made = [_class(key, rows) for key, rows in members.items()]
    order = {key: place for place, key in enumerate((*[b.value for b in Bench], *[w.value for w in Whereabouts]))}
    return tuple(sorted(made, key=lambda one: (order.get(one.key, len(order)), -one.area_mu, one.key)))


def _class(key: str, rows: Sequence[tuple[str, Whereabouts, list[Plot]]]) -> Class:
    plots = sorted((plot for _, _, part in rows for plot in part), key=lambda plot: plot.floods_at_m3s)
    reach = [(min(plot.floods_at_m3s for plot in part), where) for _, where, part in rows if part]
    return Class(
        key,
        frozenset(row_id for row_id, _, _ in rows),
        tuple(plot.floods_at_m3s for plot in plots),
        tuple(accumulate((plot.area_mu for plot in plots), initial=0.0)),
        tuple(sorted(flow for flow, _ in reach)),
        tuple(sorted(flow for flow, where in reach if where is not Whereabouts.LEFT)),
        tuple(sorted(flow for flow, where in reach if where not in HEARD)),
    )


Calls = Mapping[str, tuple[ClockState, float]]
"""State and last safe departure (seconds, inf: none) by id."""


def urgency(one: Class, calls: Calls, at: datetime) -> tuple[str, str]:
    """What the clock says of a class, and its colour: boats, who must go now, else how long the first has left."""
    t = QCoreApplication.translate
    known = [calls[row_id] for row_id in one.growers if row_id in calls]
    counts = clock_words.tally(state for state, _ in known)
    boats, at_once = counts[ClockState.TOO_LATE_BY_ROAD], counts[ClockState.LEAVE_NOW]
    if boats or at_once:
        said = (t("GrowerClasses", "派船 {0}").format(boats), t("GrowerClasses", "立即 {0}").format(at_once))
        return " · ".join(part for part, count in zip(said, (boats, at_once), strict=True) if count), "state.urgent"
    first = min((call for state, call in known if state is ClockState.IN_TIME), default=inf)
    if first < inf:
        left = datetime.fromtimestamp(first, UTC) - at
        if left.total_seconds() < 0:
            return t("GrowerClasses", "立即 {0}").format(counts[ClockState.IN_TIME]), "state.urgent"
        role = "state.attention" if left < clock_words.SOON else "text.primary"
        return t("GrowerClasses", "最早 还有 {0}").format(clock_words.hours(left.total_seconds())), role
    return (t("GrowerClasses", "已全部撤离"), "text.muted") if counts[ClockState.LEFT] else ("", "text.muted")


def class_line(
    one: Class,
    title: str,
    flow_m3s: float,
    largest_mu: float,
    *,
    tall: bool = True,
    urgent: tuple[str, str] | None = None,
) -> Line:
    """One class as a row with a bar: its area, filled as far as the water reaches. Short rows say all in one line.

    `urgent` are words and colour of the clock in the place of who has not left.
    """
    t = QCoreApplication.translate
    reached, staying = at(one.reached, flow_m3s), at(one.not_left, flow_m3s)
    value, role = "", "text.muted"
    if staying:
        value = t("GrowerClasses", "{0} 户未撤").format(staying)
        role = "state.urgent" if at(one.unanswered, flow_m3s) else "state.attention"
    elif reached:
        value = t("GrowerClasses", "已全部撤离")
    if urgent is not None and urgent[0]:
        value, role = urgent
    wet_mu = one.exposed_mu(flow_m3s)
    wet = t("GrowerClasses", "上水 {0} 户 {1:,.0f} 亩").format(reached, wet_mu) if reached else ""
    note = t("GrowerClasses", "{0} 户 · {1:,.0f} 亩").format(len(one.growers), one.area_mu)
    return Line(
        one.key,
        title if tall else f"{title}  {note}",
        note if tall else "",
        value,
        wet if tall else "",
        value_role=role,
        bar=(max(0.02, one.area_mu / largest_mu if largest_mu else 0.0), wet_mu / one.area_mu if one.area_mu else 0.0),
        bar_role="inundation.shallow",
        tooltip="\n".join(part for part in (title, note, wet) if part),
    )
