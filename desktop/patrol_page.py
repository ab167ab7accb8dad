"""The patrol workspace at this desk: what it is given, and the answers to what it asks for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import resources
from data.feeds.incident_tables import read_incident_tables
from data.model.field import Attachment
from data.rules.find import make_index
from data.rules.ways import Roads
from desktop.patrolling import Patrolling
from desktop.picture_files import keep_picture, picture_refused, steps_of_report
from views.incident_panel import IncidentPanel
from views.patrol import PatrolWorkspace
from views.photo_overlay import Album
from views.triage_near import NearTeams

if TYPE_CHECKING:
    from desktop.app import Anlan


def build(desk: Anlan, patrolling: Patrolling | None = None) -> PatrolWorkspace:
    """Make the workspace and wire its special wishes."""
    incidents = IncidentPanel(desk.theme, read_incident_tables(resources.path("rules")))
    page = PatrolWorkspace(desk.theme, incidents)
    page.set_photos(desk.keeping.store.file_path, desk.background.run)
    page.entry_requested.connect(desk.report_sheet.open_at)
    page.incident_requested.connect(desk.incident_sheet.open_for)
    for pane in (page, incidents):
        pane.call_requested.connect(lambda ids, about: desk.call_sheet.open_for(ids, about.partition("/")[2]))
        pane.video_requested.connect(desk.field_panes.calling.call)
    incidents.page.near.set_runner(desk.background.run)
    page.index_requested.connect(
        lambda registers: desk.background.run(lambda: make_index(registers), page.show_index, desk.on_fault)
    )
    page.history_requested.connect(lambda report: _answer_history(desk, page, report))
    page.file_requested.connect(lambda path, kept: _keep(desk, path, kept))
    incidents.amend_requested.connect(desk.incident_sheet.open_amend)
    incidents.raise_requested.connect(desk.incident_sheet.open_empty)
    incidents.pictures_requested.connect(lambda incident: _show_pictures(desk, page, incident))
    if patrolling is not None:
        follow(page, incidents.page.near, patrolling)
    return page


def follow(page: PatrolWorkspace, near: NearTeams, patrolling: Patrolling) -> None:
    """Let the workspace show where people are and what was walked."""

    def shown() -> None:
        seen = patrolling.shown
        page.show_coverage(seen.coverage, seen.positions, seen.tracks)
        near.show_places({one.person: (one.lon, one.lat) for one in seen.positions})

    def roads(made: Roads) -> None:
        page.show_roads(made)
        near.show_roads(made)

    patrolling.changed.connect(shown)
    patrolling.roads_made.connect(roads)
    if patrolling.roads is not None:
        roads(patrolling.roads)
    shown()


def _answer_history(desk: Anlan, page: PatrolWorkspace, report_id: str) -> None:
    report, until = desk.showing.situation.reports.get(report_id), desk.showing.until
    if report is not None:
        desk.keeping.ask(
            lambda store: steps_of_report(store, report_id, report.at),
            lambda steps: page.show_history(report_id, [one for one in steps if until is None or one.at <= until]),
            desk.on_fault,
        )


def _keep(desk: Anlan, path: str, kept: Callable[[Attachment | None], None]) -> None:
    """Clean a picture and keep it, off the UI thread; None goes back when it cannot be kept."""
    at = desk.clock.now()

    def failed(error: BaseException) -> None:
        kept(None)
        said = picture_refused(error)
        if said is None:
            raise error
        desk.window.show_message(said)

    desk.background.run(lambda: keep_picture(desk.keeping.store, Path(path), at), kept, failed)


def _show_pictures(desk: Anlan, page: PatrolWorkspace, incident_id: str) -> None:
    incident = desk.showing.situation.incidents.get(incident_id)
    if incident is not None:
        place = None if incident.lon is None or incident.lat is None else (incident.lon, incident.lat)
        page.show_pictures(Album(incident.place, incident.photos, (), place, incident.at))
