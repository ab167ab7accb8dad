"""What stands in the incident form, as a value: filled from a report, a task, a point of the map or an incident."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime

from data.model.dispatch import Incident, Report
from data.model.field import Attachment
from data.model.incident_tables import CHAINAGE, GRADE_REASON, SPUR, IncidentTables
from data.model.places import Spur
from data.model.situation import Situation
from data.model.task import Task
from data.rules.geometry import centre, distance_m
from data.rules.places import at_chainage

_CHAINAGE = re.compile(r"(?<![\d+])[kK]?(\d{1,3})\+(\d{3})(?!\d)")

NEAR_M = 300.0
"""A point further than this from every spur is taken to lie on the levee (distance <= 300 m: at the spur)."""

_OWN = (SPUR, CHAINAGE, GRADE_REASON)


@dataclass(frozen=True, slots=True)
class IncidentDraft:
    """The form as a value. `origin` says what it was opened from; `base` counts the history it was filled from."""

    origin: str = ""
    structure: str = ""
    kind: str = ""
    works: str = ""
    spur: str = ""
    chainage_m: float | None = None
    place: str = ""
    lon: float | None = None
    lat: float | None = None
    at: datetime | None = None
    measures: tuple[tuple[str, str], ...] = ()
    grade: int = 0
    reason: str = ""
    text: str = ""
    casualties: str = ""
    taken: str = ""
    needs: str = ""
    report: str = ""
    photos: tuple[Attachment, ...] = ()
    base: int = 0


def from_report(now: Situation, tables: IncidentTables, report: Report) -> IncidentDraft:
    """Fill the form from a report: where, what and when, never how grave."""
    blank = IncidentDraft(
        f"report/{report.id}", at=report.observed_at or report.at, text=report.text, report=report.id,
        photos=report.photos,
    )  # fmt: skip
    placed = _placed(now, blank, report.place, report.lon, report.lat)
    kind = tables.of_report(report.kind, placed.structure)
    if kind is None:
        return placed
    return replace(placed, structure=kind.structure, kind=kind.kind)


def from_task(now: Situation, task: Task, at: datetime) -> IncidentDraft:
    """Fill the form from a task; where its words name works or a spur, it is there."""
    found = _placed(now, IncidentDraft(f"task/{task.id}", at=at, text=task.title), f"{task.title} {task.text}")
    spur = now.registers.spurs.get(found.spur)
    return replace(found, place=spur_label(now, spur) if spur is not None else "")


def at_point(now: Situation, lon: float, lat: float, label: str, at: datetime) -> IncidentDraft:
    """Fill the form from a point of the map."""
    return _placed(now, IncidentDraft(f"point/{lon:.5f},{lat:.5f}", at=at), label, lon, lat)


def of_incident(incident: Incident) -> IncidentDraft:
    """Fill the form from an incident that is to be amended."""
    values = dict(incident.measures)
    return IncidentDraft(
        f"amend/{incident.id}", incident.structure, incident.kind, incident.works, values.get(SPUR, ""),
        _metres(values.get(CHAINAGE, "")), incident.place, incident.lon, incident.lat, incident.at,
        tuple((name, text) for name, text in incident.measures if name not in _OWN), incident.grade,
        values.get(GRADE_REASON, ""), incident.text, incident.casualties, incident.taken_measures, incident.needs,
        incident.report, incident.photos, len(incident.history),
    )  # fmt: skip


def incident_of(
    draft: IncidentDraft, tables: IncidentTables, incident_id: str, suggested: int, at: datetime
) -> Incident:
    """Make the incident that the form describes."""
    kind = tables.kind(draft.structure, draft.kind)
    own = ((SPUR, draft.spur), (CHAINAGE, _whole(draft.chainage_m)), (GRADE_REASON, draft.reason))
    return Incident(
        incident_id, draft.at or at, draft.works, draft.place, draft.kind, kind.event if kind is not None else "",
        draft.grade, draft.text, draft.report, structure=draft.structure,
        measures=(*draft.measures, *((name, text) for name, text in own if text)), suggested=suggested,
        casualties=draft.casualties, taken_measures=draft.taken, needs=draft.needs, lon=draft.lon, lat=draft.lat,
        photos=draft.photos,
    )  # fmt: skip


def spur_label(now: Situation, spur: Spur) -> str:
    """Works, number and name of a spur."""
    works = now.registers.works.get(spur.works)
    return " ".join(part for part in (works.name if works is not None else "", spur.number, spur.name) if part)


def spur_near(now: Situation, lon: float, lat: float) -> Spur | None:
    """The spur nearest to a point, if it is near."""
    best: tuple[float, Spur] | None = None
    for spur in now.registers.spurs:
        middle = centre(spur.path)
        if middle is not None:
            far = distance_m((lon, lat), middle)
            if far <= NEAR_M and (best is None or far < best[0]):
                best = (far, spur)
    return None if best is None else best[1]


def spur_named(now: Situation, works: str, place: str) -> Spur | None:
    """The spur whose number the words name; "6坝" is not named by "26坝"."""
    found = [
        spur for spur in now.registers.spurs
        if (not works or spur.works == works) and re.search(rf"(?<!\d){re.escape(spur.number)}", place)
    ]  # fmt: skip
    return max(found, key=lambda one: len(one.number)) if works and found else None


def _placed(
    now: Situation, draft: IncidentDraft, place: str, lon: float | None = None, lat: float | None = None
) -> IncidentDraft:
    """The works named in the place, else those of the nearest spur; what is no works is the levee."""
    registers = now.registers
    works = next((one.id for one in registers.works if one.name and one.name[:2] in place), "")
    spur = spur_named(now, works, place)
    if spur is None and lon is not None and lat is not None:
        near = spur_near(now, lon, lat)
        spur = near if near is not None and works in ("", near.works) else None
    if spur is not None:
        works = spur.works
        middle = centre(spur.path)
        if lon is None and middle is not None:
            lon, lat = middle
        place = place or spur_label(now, spur)
    known = registers.works.get(works)
    chainage = spur.chainage_m if spur is not None else _chainage_in(place)
    if lon is None and chainage is not None:
        lon, lat = at_chainage(now, chainage) or (None, None)
    return replace(
        draft, works=works, spur=spur.id if spur is not None else "", place=place, lon=lon, lat=lat,
        chainage_m=chainage,
        structure=known.kind if known is not None else "堤防",
    )  # fmt: skip


def _chainage_in(place: str) -> float | None:
    found = _CHAINAGE.search(place.replace("＋", "+"))
    return None if found is None else float(found[1]) * 1000 + float(found[2])


def _metres(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _whole(metres: float | None) -> str:
    return "" if metres is None else f"{metres:.0f}"
