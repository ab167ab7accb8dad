"""Reports from the field and incidents: the transitions that are allowed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType

from data.model.dispatch import Incident, IncidentMark, IncidentState, Report, ReportState
from data.model.situation import Situation
from data.model.steps import (
    IncidentAmended,
    IncidentMoved,
    ReportAmended,
    ReportMoved,
    ReportsFiled,
    ReportsMerged,
    StepRefused,
)

_OPEN = frozenset({ReportState.UNVERIFIED, ReportState.VERIFIED, ReportState.HANDLING})

_MOVES = MappingProxyType(
    {
        ReportState.VERIFIED: frozenset({ReportState.UNVERIFIED}),
        ReportState.HANDLING: _OPEN,
        ReportState.CLOSED: frozenset({ReportState.VERIFIED, ReportState.HANDLING}),
        ReportState.REJECTED: frozenset({ReportState.UNVERIFIED}),
        ReportState.UNVERIFIED: frozenset({ReportState.MERGED}),  # taken apart again: it must be looked at anew
    }
)


def receive(now: Situation, report: Report) -> Situation:
    """Keep a report; the same id again is refused as a repeat."""
    if report.id in now.reports:
        raise StepRefused("report_exists", report=report.id)
    if not report.text.strip() and not report.photos:
        raise StepRefused("report_empty")
    return replace(now, reports=now.reports.set(report.id, report))


def move(now: Situation, body: ReportMoved) -> Situation:
    """Verify, hand over, close or reject reports."""
    changed: dict[str, Report] = {}
    for report in _all(now, body.reports):
        if report.state not in _MOVES.get(body.state, frozenset[ReportState]()):
            raise StepRefused("move_not_allowed", report=report.id, state=report.state, move=body.state)
        changed[report.id] = replace(
            report,
            state=body.state,
            owner=body.owner or report.owner,
            note=body.note or report.note,
            after_photos=(*report.after_photos, *body.photos),
            merged_into="",  # one that was merged moves only by being taken apart
        )
    return replace(now, reports=now.reports.update(changed))


def amend(now: Situation, body: ReportAmended) -> Situation:
    """Put right or add to what a report says; the first wording stays in the journal."""
    (report,) = _all(now, (body.report,))
    if report.state not in _OPEN:
        raise StepRefused("move_not_allowed", report=report.id, state=report.state, move="amend")
    moved = body.lon is not None and body.lat is not None
    amended = replace(
        report,
        category=body.category or report.category,
        kind=body.kind or report.kind,
        text=body.text or report.text,
        place=body.place or report.place,
        grade=report.grade if body.grade is None else body.grade,
        lon=body.lon if moved else report.lon,
        lat=body.lat if moved else report.lat,
        position="map" if moved else report.position,
        photos=(*report.photos, *body.photos),
        note=body.note or report.note,
        amended=report.amended + 1,
    )
    return replace(now, reports=now.reports.set(report.id, amended))


def merge(now: Situation, body: ReportsMerged) -> Situation:
    """Let one report go on for all; the others keep their words and point to it."""
    (into,) = _all(now, (body.into,))
    others = [report for report in _all(now, body.reports) if report.id != into.id]
    if not others or into.state not in _OPEN:
        raise StepRefused("merge_impossible", report=into.id)
    if any(report.state not in _OPEN for report in others):
        raise StepRefused("merge_impossible", report=next(r.id for r in others if r.state not in _OPEN))
    gone = {
        report.id: replace(report, state=ReportState.MERGED, merged_into=into.id, note=body.note or report.note)
        for report in others
    }
    # What had already been merged into one of them follows it, so that a chain never has to be walked.
    follow = {
        report.id: replace(report, merged_into=into.id) for report in now.reports.values() if report.merged_into in gone
    }
    kept = replace(into, grade=min([into.grade, *(report.grade for report in others)]))
    return replace(now, reports=now.reports.update({**gone, **follow, kept.id: kept}))


def file(now: Situation, body: ReportsFiled) -> Situation:
    """Put reports to an incident or to a 四乱 case."""
    if bool(body.incident) == bool(body.case.strip()):
        raise StepRefused("filing_incomplete")
    if body.incident and body.incident not in now.incidents:
        raise StepRefused("no_such_incident", incident=body.incident)
    filed = {
        report.id: replace(report, incident=body.incident or report.incident, case=body.case.strip() or report.case)
        for report in _all(now, body.reports)
    }
    return replace(now, reports=now.reports.update(filed))


def _all(now: Situation, ids: Iterable[str]) -> tuple[Report, ...]:
    found: list[Report] = []
    for report_id in ids:
        report = now.reports.get(report_id)
        if report is None:
            raise StepRefused("no_such_report", report=report_id)
        found.append(report)
    return tuple(found)


# ── incidents ──


def raise_incident(now: Situation, incident: Incident, by: str) -> Situation:
    """Keep an incident that a person confirmed; the report it comes from points to it."""
    mark = IncidentMark(now.at, by, incident.state, incident.text, incident.grade)
    kept = replace(incident, history=(*incident.history, mark))
    after = replace(now, incidents=now.incidents.set(incident.id, kept))
    report = now.reports.get(incident.report)
    if report is None:
        return after
    return replace(after, reports=now.reports.set(report.id, replace(report, incident=incident.id)))


def move_incident(now: Situation, body: IncidentMoved, by: str) -> Situation:
    """Let an incident go to another state of its loop; FILED closes it, any earlier state opens it again."""
    incident = _incident(now, body.incident)
    if body.state is IncidentState.FILED and not body.note.strip():
        raise StepRefused("reason_missing", move=body.state)
    moved = replace(
        incident,
        state=body.state,
        closed_at=now.at if body.state is IncidentState.FILED else None,
        photos=(*incident.photos, *body.photos),
        history=(*incident.history, IncidentMark(now.at, by, body.state, body.note)),
    )
    return replace(now, incidents=now.incidents.set(incident.id, moved))


def amend_incident(now: Situation, body: IncidentAmended, by: str) -> Situation:
    """Replace what is known of an incident; its history and its state stay its own."""
    known = _incident(now, body.incident.id)
    grade = body.incident.grade if body.incident.grade != known.grade else 0
    mark = IncidentMark(now.at, by, known.state, body.note, grade)
    amended = replace(
        body.incident, at=known.at, state=known.state, closed_at=known.closed_at, history=(*known.history, mark)
    )
    return replace(now, incidents=now.incidents.set(known.id, amended))


def close_incident(now: Situation, incident_id: str, reason: str, by: str) -> Situation:
    """Close an incident (销号)."""
    incident = _incident(now, incident_id)
    mark = IncidentMark(now.at, by, IncidentState.FILED, reason)
    closed = replace(incident, closed_at=now.at, state=IncidentState.FILED, history=(*incident.history, mark))
    return replace(now, incidents=now.incidents.set(incident_id, closed))


def _incident(now: Situation, incident_id: str) -> Incident:
    incident = now.incidents.get(incident_id)
    if incident is None:
        raise StepRefused("no_such_incident", incident=incident_id)
    return incident
