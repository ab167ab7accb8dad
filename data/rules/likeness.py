"""Reports that may be of the same thing: near in place and time and of one kind. Proposed, never merged by itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from data.model.dispatch import Report, ReportState
from data.model.situation import Situation
from data.rules.geometry import distance_m

NEAR_M = 200.0
NEAR_MIN = 90.0
"""Bounds of a proposal (settings of ours): a spur and its neighbours, and the time in which one danger is seen."""

_OPEN = frozenset({ReportState.UNVERIFIED, ReportState.VERIFIED, ReportState.HANDLING})


@dataclass(frozen=True, slots=True)
class Alike:
    """A report that may be of the same thing: how far, how long apart, whether of the very kind; 0 … 1."""

    report: str
    likeness: float
    metres: float | None
    minutes: float


def alike(now: Situation, report_id: str) -> tuple[Alike, ...]:
    """Return the open reports that may be of the same thing as one, most alike first."""
    report = now.reports.get(report_id)
    if report is None or report.state not in _OPEN:
        return ()
    found = (_compared(report, other) for other in now.reports.values() if other.id != report_id)
    return tuple(sorted((one for one in found if one is not None), key=lambda one: -one.likeness))


def clusters(reports: Iterable[Report]) -> tuple[tuple[str, ...], ...]:
    """Return groups of open reports that may be of one thing, each in the order they came, largest group first."""
    rows = sorted((report for report in reports if report.state in _OPEN), key=lambda report: report.at)
    group_of: dict[str, set[str]] = {}
    for n, report in enumerate(rows):
        for other in rows[n + 1 :]:
            if (other.at - report.at).total_seconds() > NEAR_MIN * 60:
                break
            if _compared(report, other) is not None:
                both = group_of.get(report.id, {report.id}) | group_of.get(other.id, {other.id})
                group_of.update(dict.fromkeys(both, both))
    order = {report.id: n for n, report in enumerate(rows)}
    groups = {tuple(sorted(group, key=order.__getitem__)) for group in group_of.values()}
    return tuple(sorted(groups, key=lambda group: (-len(group), order[group[0]])))


def _compared(a: Report, b: Report) -> Alike | None:
    minutes = abs((a.at - b.at).total_seconds()) / 60
    if b.state not in _OPEN or a.category != b.category or minutes > NEAR_MIN:
        return None
    metres = _apart(a, b)
    same_place = bool(a.place) and a.place == b.place
    if (metres is None or metres > NEAR_M) and not same_place:
        return None
    nearness = 1.0 if metres is None or same_place else 1 - metres / NEAR_M
    likeness = 0.4 * nearness + 0.3 * (1 - minutes / NEAR_MIN) + 0.3 * (a.kind == b.kind)
    return Alike(b.id, likeness, metres, minutes)


def _apart(a: Report, b: Report) -> float | None:
    if a.lon is None or a.lat is None or b.lon is None or b.lat is None:
        return None
    return distance_m((a.lon, a.lat), (b.lon, b.lat))
