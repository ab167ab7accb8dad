"""Showing: every pane knows what the room knows, also one made later; the selection is shared."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from data.model.situation import Touched
from data.model.steps import NoteWritten, Realm
from data.store.reel import Frame
from desktop import theme as look
from desktop.room import Room
from desktop.showing import Showing
from tests import township
from views.pane import Pane, Selection

ALI = Selection("staff", "S001")


class Deaf(Pane):
    """Writes down what it is told."""

    def __init__(self, theme: Any) -> None:
        super().__init__(theme)
        self.situations: list[Touched] = []
        self.selections: list[Selection | None] = []
        self.previews: list[object] = []

    def show_situation(self, now: Any, touched: Touched) -> None:
        self.situations.append(touched)
        super().show_situation(now, touched)

    def show_selection(self, selection: Selection | None) -> None:
        self.selections.append(selection)
        super().show_selection(selection)

    def show_preview(self, preview: Any) -> None:
        self.previews.append(preview)
        super().show_preview(preview)


@pytest.fixture
def room(qapp) -> Room:
    return Room(township.at_flow(township.situation(), 4200), lambda *_: None, lambda: township.NOON)


@pytest.fixture
def showing(room: Room) -> Showing:
    return Showing(room, look.load("dark").theme, township.NOON)


@pytest.fixture
def pane(qtbot):
    def make() -> Deaf:
        made = Deaf(look.load("dark").theme)
        qtbot.addWidget(made)
        return made

    return make


def test_a_pane_made_later_is_shown_everything_there_is(room: Room, showing: Showing, pane) -> None:
    room.show_whatif(8000)
    showing.select(ALI)
    late = pane()
    showing.add(late)
    assert late.situations == [Touched.everything()]
    assert late.now is room.situation
    assert late.preview is room.preview
    assert late.selection == ALI
    assert late.time == township.NOON


def test_a_wish_of_a_pane_becomes_a_step_that_all_panes_see(room: Room, showing: Showing, pane) -> None:
    one, other = pane(), pane()
    showing.add(one)
    showing.add(other)
    one.step_requested.emit(NoteWritten("交接"), "U2")
    assert other.now is room.situation
    assert other.situations[-1] == Touched.LOG
    assert room.situation.seq == 2


def test_a_selection_anywhere_is_the_selection_everywhere_and_is_told_once(showing: Showing, pane) -> None:
    one, other = pane(), pane()
    told: list[object] = []
    showing.selected.connect(told.append)
    showing.add(one)
    showing.add(other)
    one.selection_requested.emit(ALI)
    other.selection_requested.emit(Selection("staff", "S001"))
    assert (one.selections, other.selections, told) == ([ALI], [ALI], [ALI])
    one.selection_requested.emit(None)
    assert other.selection is None
    assert told == [ALI, None]


def test_a_pane_that_selects_back_while_it_is_shown_the_selection_ends_the_circle(showing: Showing, pane) -> None:
    one = pane()
    showing.add(one)
    showing.selected.connect(one.selection_requested)
    showing.select(ALI)
    assert one.selections == [ALI]


def test_a_preview_comes_to_all_panes_and_goes(room: Room, showing: Showing, pane) -> None:
    one = pane()
    showing.add(one)
    room.show_whatif(8000)
    room.return_to_live()
    assert [shown is None for shown in one.previews] == [False, True]


def test_time_and_theme_are_told_to_all_and_to_those_that_come_later(showing: Showing, pane) -> None:
    one = pane()
    showing.add(one)
    later = township.NOON + timedelta(hours=1)
    showing.show_time(later)
    showing.show_theme(look.load("light").theme)
    assert (one.time, one.theme.name) == (later, "light")
    late = pane()
    showing.add(late)
    assert (late.time, late.theme.name) == (later, "light")


def test_what_a_whole_room_looks_at_stays_live_while_the_past_is_shown(room: Room, showing: Showing, pane) -> None:
    desk, wall = pane(), pane()
    showing.add(desk)
    showing.add(wall)
    showing.keep_live(wall, on=True)
    live, then = room.situation, township.NOON - timedelta(hours=3)
    showing.hold(Frame(replace(live, seq=1, at=then), then, (), Touched.everything(), None))
    assert (desk.now.realm, desk.time) == (Realm.REPLAY, then)
    assert (wall.now, wall.time) == (live, township.NOON)
    room.do(NoteWritten("实况照记"))
    assert wall.now is room.situation
    assert desk.now.seq == 1
    showing.show_time(township.NOON + timedelta(minutes=1))
    assert (desk.time, wall.time) == (then, township.NOON + timedelta(minutes=1))
    showing.keep_live(wall, on=False)
    assert (wall.now.realm, wall.time) == (Realm.REPLAY, then)
    showing.release()
    assert desk.now is wall.now is room.situation


def test_those_that_lead_and_those_that_are_seen_are_shown_another_moment_before_all_others(
    room: Room, showing: Showing, pane, monkeypatch: pytest.MonkeyPatch
) -> None:
    hidden, seen, leads, leads_too = (pane() for _ in range(4))
    for one in (hidden, seen, leads, leads_too):
        showing.add(one)
    leads.goes_first = leads_too.goes_first = True
    seen.show()
    live, then = room.situation, township.NOON - timedelta(hours=3)
    showing.hold(Frame(replace(live, seq=1, at=then), then, (), Touched.everything(), None))
    monkeypatch.setattr("desktop.showing.SLICE_S", -1.0)  # as if the first pane took all the time there is
    showing.release()
    assert [one.now is live for one in (hidden, seen, leads, leads_too)] == [False, False, True, True]
    assert next(iter(showing._due)) is seen
    monkeypatch.undo()
    showing._go_on()
    assert not showing.settling
    assert hidden.now is live
