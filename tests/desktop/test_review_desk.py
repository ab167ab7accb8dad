"""评估 at the desk: a span is scored from the store while steps go on, and taken away with a proof that checks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from data.model.river import HUAYUANKOU, Reading
from data.model.scores import Outward
from data.model.situation import Touched
from data.model.steps import NoteWritten, ReadingTaken
from data.store.proof import check_proof
from data.store.store import Store
from desktop import review_desk
from desktop import theme as look
from desktop.background import Background
from desktop.clock import DeskClock
from desktop.keeping import Keeping
from desktop.review_desk import ReviewDesk
from desktop.room import Room
from tests import township
from views.parts import Words
from views.review import ReviewPane

NOON = township.NOON


class Place(QObject):
    """What the review needs of a desk, on a store that is really there."""

    def __init__(self, home: Path) -> None:
        super().__init__()
        self.home, self.theme = home, look.load("dark").theme
        self.background, self.faults = Background(), []
        self.keeping = Keeping(Store.open(home / "anlan.sqlite"), self.background)
        self.clock = DeskClock(NOON, 0)
        self.room = Room(self.keeping.store.load(), self.keeping.keep, self.clock.now)
        self.showing = SimpleNamespace(held=None)
        self.headquarters = SimpleNamespace(drill=SimpleNamespace(answers=(), outward=Outward()))
        self.pages = SimpleNamespace(record=lambda: Words(self.theme))
        self.desk = ReviewDesk(self)  # type: ignore[arg-type]

    def on_fault(self, error: BaseException) -> None:
        self.faults.append(error)

    def add_pane(self, pane: ReviewPane) -> None:
        pane.show_time(self.clock.now())
        pane.show_situation(self.room.situation, Touched.everything())

    def river(self, flow: float, hours: float) -> None:
        at = NOON + timedelta(hours=hours)
        self.clock.set_time(at)
        assert self.room.do(ReadingTaken(Reading(HUAYUANKOU, at, flow, 90.0, "大沽", "t")), "system")

    @property
    def page(self) -> Any:
        return self.desk.page


@pytest.fixture
def place(qtbot: QtBot, tmp_path: Path) -> Iterator[Place]:
    made = Place(tmp_path)
    for hours, flow in ((0, 3800.0), (1, 4300.0), (2, 4100.0)):
        made.river(flow, hours)
    assert made.keeping.flush()
    view = made.desk.build()
    qtbot.addWidget(view)
    yield made
    made.clock.stop()
    made.desk.close()
    made.keeping.close()
    made.background.close()
    assert made.faults == []


def scored(place: Place, qtbot: QtBot, start: datetime, end: datetime) -> Any:
    before = place.page._score
    place.page.score_requested.emit(start, end)
    qtbot.waitUntil(lambda: place.page._score is not before and not place.desk.busy)
    return place.page._score


ALL = (datetime(1950, 1, 1, tzinfo=UTC), NOON + timedelta(days=1))


def test_a_span_is_scored_and_begins_with_its_first_step(place: Place, qtbot: QtBot) -> None:
    score = scored(place, qtbot, *ALL)
    assert (score.steps, score.first_seq, score.peak_flow_m3s) == (3, 1, 4300.0)
    assert score.begins == NOON
    later = scored(place, qtbot, NOON + timedelta(minutes=90), ALL[1])
    assert (later.steps, later.peak_flow_m3s) == (1, 4100.0)


def test_lines_are_read_in_portions_and_what_is_too_much_is_told(
    place: Place, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review_desk, "PORTION", 2)
    assert scored(place, qtbot, *ALL).steps == 3
    monkeypatch.setattr(review_desk, "MOST_LINES", 2)
    score = scored(place, qtbot, *ALL)
    assert (score.steps, score.peak_flow_m3s) == (2, 4300.0), "the newest count"
    assert "更早的未评" in place.page.said.text()


def test_while_the_past_is_shown_what_came_later_is_not_scored(place: Place, qtbot: QtBot) -> None:
    place.showing.held = SimpleNamespace(seq=1)
    assert scored(place, qtbot, *ALL).steps == 1


def test_a_span_without_a_step_is_said(place: Place, qtbot: QtBot) -> None:
    scored(place, qtbot, NOON - timedelta(days=9), NOON - timedelta(days=8))
    assert "没有记录" in place.page.said.text()


def taken(place: Place, qtbot: QtBot, out: Path, start: datetime, end: datetime) -> str:
    place.page.said.say("…")
    place.page.take_away_requested.emit(out, (start, end), (True, False), "督查组调阅")
    qtbot.waitUntil(lambda: place.page.said.text() != "…")
    return place.page.said.text()


def test_what_is_taken_away_checks_and_the_journal_says_so(place: Place, qtbot: QtBot, tmp_path: Path) -> None:
    out = tmp_path / "span.zip"
    said = taken(place, qtbot, out, *ALL)
    found = check_proof(out)
    assert found.ok
    assert found.manifest is not None
    assert (found.manifest.first, found.manifest.last) == (1, 3)
    assert said.startswith("导出第 1–3 步")
    assert found.signer[:16] in said
    assert place.keeping.flush()
    newest = place.keeping.store.steps(limit=1, newest_first=True)[0].step.body
    assert isinstance(newest, NoteWritten)
    assert "导出第 1–3 步" in newest.text
    assert "督查组调阅" in newest.text


def test_an_empty_span_and_a_path_that_cannot_be_written_are_said_and_leave_nothing(
    place: Place, qtbot: QtBot, tmp_path: Path
) -> None:
    said = taken(place, qtbot, tmp_path / "none.zip", NOON - timedelta(days=9), NOON - timedelta(days=8))
    assert said
    assert "empty_span" not in said
    said = taken(place, qtbot, tmp_path / "nowhere" / "span.zip", *ALL)
    assert "nowhere" in said
    assert not list(tmp_path.glob("*.zip*"))
    assert place.keeping.flush()
    assert place.keeping.store.steps(limit=1, newest_first=True)[0].seq == 3, "nothing was taken, nothing is noted"


def test_the_paper_of_a_span_is_passed_on(place: Place, qtbot: QtBot) -> None:
    with qtbot.waitSignal(place.desk.paper_requested) as wished:
        place.page.paper.click()
    assert wished.args[2] == place.page.span()
