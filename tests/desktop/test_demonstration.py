"""The demonstration plays on the real rules: nothing it does may be refused, and it shows the whole of the field."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

import resources
from data.gateway.photos import cleaned
from data.model.dispatch import Channel, IncidentState, Outcome, ReportState
from data.model.field import Answer, Seat
from data.model.outbox import OutState
from data.rules.incident_loop import first_report_sent
from data.rules.ladder import unanswered
from data.rules.likeness import clusters
from data.rules.watches import is_overdue
from desktop import demonstration_field as field
from desktop import demonstration_reports as reports
from desktop.app import Anlan
from desktop.demonstration import SCENES, rehearse
from desktop.demonstration_cast import PHOTO_SIZE
from desktop.launch import desk
from desktop.settings import Settings
from desktop.shot import LIVE_MOMENT

pytestmark = pytest.mark.browser


@pytest.fixture
def anlan(home: Path, qapp: object) -> Iterator[Anlan]:
    """A desk in a new home that collects what is refused."""
    with desk(home, Settings(clock_speed=0)) as (_, made):
        yield made


@pytest.fixture(scope="module")
def pictured(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Iterator[Anlan]:
    """A desk at the moment of the pictures, at which nothing more is done."""
    with desk(tmp_path_factory.mktemp("home"), Settings(clock_speed=0)) as (_, made):
        rehearse(made, LIVE_MOMENT)
        yield made


def test_every_step_of_the_demonstration_is_taken(anlan: Anlan) -> None:
    refused: list[tuple[str, object]] = []
    anlan.room.refused.connect(lambda code, params: refused.append((code, params)))
    rehearse(anlan, SCENES[-1].at)
    assert refused == []
    now = anlan.room.situation
    assert now.incidents[reports.INCIDENT].state is IncidentState.FILED
    assert all(one.closed_at is not None for one in now.musters.values())
    assert all(one.ended_at is not None for one in (*now.watches.values(), *now.patrols.values()))


def test_the_moment_of_the_pictures_shows_the_whole_front_line(pictured: Anlan) -> None:
    now = pictured.room.situation
    assert len([one for one in now.devices.values() if one.active]) >= 8
    assert {one.category for one in now.reports.values()} == {f"E{n}" for n in range(1, 10)}
    assert {one.state for one in now.reports.values()} == set(ReportState)
    assert any(one.after_photos for one in now.reports.values() if one.state is ReportState.CLOSED)
    assert any(
        one.due is not None and one.due < LIVE_MOMENT for one in now.reports.values() if one.state.value == "handling"
    )
    assert any(one.case for one in now.reports.values())
    assert ("demo-seep", "demo-seep2") in clusters(now.reports.values())
    incident = now.incidents[reports.INCIDENT]
    assert (incident.state, incident.grade, incident.suggested) == (IncidentState.FIGHTING, 2, 2)
    assert first_report_sent(incident)
    muster = now.musters[field.MUSTER]
    assert len(muster.lines) == 24
    assert {line.answer for line in muster.lines} == set(Answer)
    assert muster.called_at + timedelta(minutes=muster.minutes) > LIVE_MOMENT
    late = {one.id: is_overdue(one, LIVE_MOMENT) for one in now.watches.values()}
    assert late == {field.BOAT: False, field.GUARD: True}
    push = now.pushes[field.PUSH]
    assert push.waits_s
    assert any((Channel.PHONE_PAGE, Outcome.ANSWERED) in [(a, b) for a, b, _ in one.tries] for one in push.receipts)
    assert unanswered(push)
    assert {one.seat for one in now.videos[field.CALL].members} == {Seat.LEFT, Seat.MISSED}
    assert len(now.reports[reports.ROOT_STONES].photos) == 2


@pytest.mark.leaves_running
def test_the_walks_are_in_the_store_with_a_gap_and_nothing_waits_in_the_outbox(pictured: Anlan, qtbot) -> None:
    patrolling = pictured.field_panes.patrolling
    pictured.field_panes.walk()
    qtbot.waitUntil(lambda: bool(patrolling.coverage()), timeout=10_000)
    assert set(patrolling.tracks()) == {walk[0] for walk in field.WALKS}
    first = next(one for one in patrolling.coverage() if one.ground.section == "D01")
    seen = [one is not None for one in first.last]
    assert any(seen)
    assert not all(seen)
    kept = pictured.keeping.run(lambda store: store.field.positions(LIVE_MOMENT - timedelta(hours=3))).result(10)
    waiting = pictured.keeping.run(lambda store: store.field.counts()).result(10)
    assert not waiting.get(OutState.WAITING)
    assert {one.patrol for one in kept if one.patrol} == {walk[0] for walk in field.WALKS}


def test_the_drawn_pictures_are_small_and_pass_as_photos() -> None:
    drawn = sorted(resources.path("demo/photos").glob("*.jpg"))
    assert len(drawn) == 6
    for path in drawn:
        assert path.stat().st_size <= 40_000
        photo = cleaned(path.read_bytes(), LIVE_MOMENT)
        assert (photo.width, photo.height) == PHOTO_SIZE
