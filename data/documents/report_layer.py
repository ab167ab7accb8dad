"""Reports and incidents as marks of the map (domain.md §9.2): colour = category, shape = grade, fill = state.

Hollow is unverified, half is handling, pale is closed; a ring is overdue; a small mark pulses on a grave report that
nobody has verified yet. A report merged into another is not shown: the other one stands for both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType

from data.documents.features import Feature, point
from data.model.dispatch import Incident, Report, ReportState
from data.model.situation import Situation
from data.rules.geometry import centre

GRADE_SHAPES: Mapping[int, str] = MappingProxyType({1: "triangle", 2: "diamond", 3: "circle"})
_SIZES = MappingProxyType({1: 8.0, 2: 7.0, 3: 6.0})
_ZOOMS = MappingProxyType({1: 0.0, 2: 12.0, 3: 13.5})
GRAVE = 7
"""Priority of a grave report; marks of less weight shrink when the map is seen from afar."""
_OVER = frozenset({ReportState.CLOSED, ReportState.REJECTED, ReportState.MERGED})
_CATEGORIES = frozenset(f"E{n}" for n in range(1, 10))
_PALE = 0.45


def overdue(report: Report, at: datetime) -> bool:
    """Whether a report should have been closed by a time."""
    return report.due is not None and at > report.due and report.state not in _OVER


def report_feature(report: Report, at: datetime) -> Feature | None:
    """Return the mark of a report; None when it has no place, or another one stands for it."""
    if report.lon is None or report.lat is None or report.state is ReportState.MERGED:
        return None
    over = report.state in _OVER
    unverified = report.state is ReportState.UNVERIFIED
    category = report.category if report.category in _CATEGORIES else "E8"
    return point(
        report.id,
        report.lon,
        report.lat,
        role=f"report.{category.lower()}",
        shape=GRADE_SHAPES.get(report.grade, "circle"),
        size=4.5 if over else _SIZES.get(report.grade, 6.0),
        hollow=unverified,
        half=report.state is ReportState.HANDLING,
        ring=overdue(report, at),
        flash=unverified and report.grade < 3,
        opacity=_PALE if over else 1,
        label="" if report.incident else f"{report.place} {report.kind}".strip(),  # the incident's own mark is named
        tip=f"{report.kind}：{report.text}" if report.text else report.kind,
        min_zoom=16.0 if over else _ZOOMS.get(report.grade, 13.5),
        priority=1 if over else 8 - min(3, max(1, report.grade)),
    )


def incident_feature(now: Situation, incident: Incident) -> Feature | None:
    """Return the mark of a confirmed incident that still stands: its own point, else its spur's or its report's."""
    where = _where(now, incident)
    if incident.closed_at is not None or where is None:
        return None
    shape = GRADE_SHAPES.get(incident.grade, "circle")
    label = f"{incident.place} {incident.kind}"
    return point(
        incident.id, *where, role="report.e1", shape=shape, size=10, core=True, ring=False, label=label, priority=9
    )


def _where(now: Situation, incident: Incident) -> tuple[float, float] | None:
    if incident.lon is not None and incident.lat is not None:
        return (incident.lon, incident.lat)
    spur = now.registers.spurs.get(incident.works)
    if spur is not None and (middle := centre(spur.path)) is not None:
        return middle
    report = now.reports.get(incident.report)
    return None if report is None or report.lon is None or report.lat is None else (report.lon, report.lat)


def reports(now: Situation, at: datetime | None = None) -> list[Feature]:
    """Reports and open incidents, those of least weight first so that the grave ones lie on top."""
    time = now.at if at is None else max(now.at, at)
    marks = [report_feature(row, time) for row in now.reports.values()]
    marks += [incident_feature(now, incident) for incident in now.incidents.values()]
    return sorted((one for one in marks if one is not None), key=_weight)


def changed(before: Mapping[str, Report], after: Mapping[str, Report], at: datetime) -> tuple[list[Feature], list[str]]:
    """Return the marks that are new or read differently, and the ids of those that are gone."""
    fresh: list[Feature] = []
    gone: list[str] = []
    for row_id, report in after.items():
        if before.get(row_id) is not report:
            _sort_out(row_id, report_feature(report, at), fresh, gone)
    if len(after) < len(before):
        gone += [row_id for row_id in before if row_id not in after]
    return fresh, gone


def turned(reports_now: Iterable[Report], since: datetime, at: datetime) -> dict[str, dict[str, bool]]:
    """Return the looks of reports whose time limit passed between two moments."""
    return {
        report.id: {"ring": True}
        for report in reports_now
        if report.due is not None and since <= report.due < at and report.state not in _OVER
    }


def _sort_out(row_id: str, mark: Feature | None, fresh: list[Feature], gone: list[str]) -> None:
    if mark is None:
        gone.append(row_id)
    else:
        fresh.append(mark)


def _weight(mark: Feature) -> float:
    return float(mark["properties"]["priority"])
