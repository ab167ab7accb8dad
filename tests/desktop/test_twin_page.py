"""The 推演 page at work: what is wished for is worked out and shown; what cannot be is said; the newest wish counts."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from data.model.river import HUAYUANKOU, Forecast, Reading
from data.model.steps import ForecastEntered, ReadingTaken
from data.twin.faults import TwinCode, TwinFault
from data.twin.flood import Flood
from desktop.twin_page import TwinPage
from desktop.twin_runs import RunWish
from tests.data.twin.small_library import small_case
from tests.desktop.twin_world import SampleLibrary, SmallDesk, at
from tests.township import NOON
from views.twin import TwinWorkspace
from views.twin_progress import RunKind
from views.twin_shown import NoteCode
from views.twin_wanted import Breaching, Drawn, Picture, ProfileKind, Sides, Slot, Source, Wanted

BREACH = Breaching(*at(10, 4), 9000.0, 6.0, 200.0, 2.0)


class Page:
    """The page with a desk behind it."""

    def __init__(self, home: Path, qtbot: QtBot, library: Any = None) -> None:
        self.qtbot = qtbot
        self.desk = SmallDesk(home)
        self.desk.twin.library.library = library
        self.page: TwinWorkspace = self.desk.page()
        self.begun: list[RunWish] = []
        self.desk.twin.runs.begin = self.begun.append  # type: ignore[method-assign]
        self.at_work = TwinPage(self.desk, self.page, self.desk.twin.runs)  # type: ignore[arg-type]
        self.desk.add_pane(self.page)
        self.desk.host.show()
        self.page.show()
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.at_work.busy, timeout=20_000)

    def want(self, slot: Slot, wanted: Wanted | None) -> None:
        self.page.want(slot, wanted)
        self.settle()

    def map(self, slot: Slot = Slot.A) -> dict[str, Any]:
        return self.page.body.maps._maps[slot].shown  # type: ignore[attr-defined]

    def close(self) -> None:
        self.at_work.close()
        self.desk.close()


@pytest.fixture
def empty(home: Path, qtbot: QtBot) -> Iterator[Page]:
    made = Page(home, qtbot)
    yield made
    made.close()


@pytest.fixture
def place(home: Path, qtbot: QtBot) -> Iterator[Page]:
    made = Page(home, qtbot, SampleLibrary())
    yield made
    made.close()


def test_before_there_is_a_library_a_flow_is_refused_in_words(empty: Page):
    empty.want(Slot.A, Wanted(Source.FLOW, 8000.0))
    assert empty.desk.said == ["方案库还没有算好，稍后再试"]
    assert empty.at_work.scenarios == {Slot.A: None, Slot.B: None}


def test_a_kept_map_that_is_gone_is_told(empty: Page):
    empty.want(Slot.B, Wanted(Source.IMPORTED, id="0" * 64))
    assert "没有这个文件" in empty.desk.said[-1]


def test_a_flow_is_shown_with_its_water_people_and_nature(place: Page):
    place.desk.reckoning.start()
    place.qtbot.waitUntil(lambda: not place.desk.reckoning.busy, timeout=20_000)
    place.want(Slot.A, Wanted(Source.FLOW, 8000.0))
    assert place.map()["water"].pixels.any()
    assert "示意地形·非实测" in place.page.body.nature.text()
    place.page.body.side.work_out()
    rows = {row.key: row for row in place.page.body.side.rows(Slot.A)}
    assert {"growers/G1", "households/H1", "plots/P1"} <= set(rows)
    assert rows["households/H1"].earliest is not None  # a blend's arrival is an interval


def test_a_scenario_wanted_before_the_places_are_laid_out_lists_whom_it_reaches_once_they_are(place: Page):
    place.want(Slot.A, Wanted(Source.FLOW, 8000.0))
    side = place.page.body.side
    side.work_out()
    assert not side.rows(Slot.A)
    place.desk.reckoning.start()
    place.qtbot.waitUntil(lambda: not place.desk.reckoning.busy, timeout=20_000)
    place.settle()
    side.work_out()
    assert {"growers/G1", "households/H1"} <= {row.key for row in side.rows(Slot.A)}


def test_the_live_picture_follows_the_readings_and_its_agreement_is_shown(place: Page):
    place.want(Slot.A, Wanted(Source.LIVE))
    first = place.at_work.scenarios[Slot.A]
    reading = Reading(HUAYUANKOU, NOON + timedelta(minutes=20), 5200.0, 92.9, "", "测试")
    place.desk.clock.set_time(NOON + timedelta(minutes=21))
    place.desk.room.do(ReadingTaken(reading), "system")
    place.settle()
    second = place.at_work.scenarios[Slot.A]
    assert first is not None
    assert second is not None
    assert (first.flood.flow_m3s, second.flood.flow_m3s) == (4200.0, 5200.0)
    assert second.disagreement is not None
    assert second.disagreement.bias_m is not None


def test_a_finer_library_replaces_the_picture(place: Page):
    place.want(Slot.A, Wanted(Source.FLOW, 8000.0))
    place.desk.use(SampleLibrary(cell_m=50.0))
    place.settle()
    one = place.at_work.scenarios[Slot.A]
    assert one is not None
    assert one.flood.lattice.cell_m == 50.0


class Held(SampleLibrary):
    """A library that is slow with one flow."""

    gate = threading.Event()

    def at(self, flow_m3s: float) -> Flood:
        assert flow_m3s != 9000.0 or self.gate.wait(20)
        return super().at(flow_m3s)


def test_a_scenario_that_was_taken_away_while_it_was_made_does_not_come_back(place: Page):
    Held.gate.clear()
    place.desk.twin.library.library = Held()  # type: ignore[assignment]
    place.page.want(Slot.B, Wanted(Source.FLOW, 9000.0))
    place.page.want(Slot.B, None)
    Held.gate.set()
    place.settle()
    assert place.at_work.scenarios[Slot.B] is None


def test_moment_points_cuts_and_difference_are_worked_out(place: Page):
    place.want(Slot.A, Wanted(Source.FLOW, 5000.0))
    place.want(Slot.B, Wanted(Source.FLOW, 9000.0))
    place.page.point_asked.emit(*at(3, 5))
    place.page.profile_asked.emit(ProfileKind.ACROSS, (at(3, 5),))
    place.page.moment_requested.emit(4)
    place.settle()
    assert place.at_work.picture == (Picture(Drawn.FRAME), 4)
    (curve,) = place.page._curves
    assert [line.slot for line in curve.lines] == [Slot.A, Slot.B]
    assert place.page._profile is not None
    assert [surface.hour for surface in place.page._profile.surfaces] == [4.0, 4.0]
    place.page.picture_requested.emit(Picture(Drawn.DEPTH, Sides.DIFFERENCE))
    place.settle()
    place.page.point_dropped.emit(curve.id)
    place.settle()
    assert place.page._curves == ()
    for number in range(8):
        place.page.point_asked.emit(*at(3, number))
    place.settle()
    assert len(place.page._curves) == 6  # as many as can be told apart


def test_an_event_run_needs_a_forecast_and_goes_on_after_its_end(place: Page):
    place.page.event_requested.emit(Slot.B)
    assert "没有预报过程" in place.desk.said[-1]
    now = place.desk.room.situation.at
    told = Forecast(HUAYUANKOU, 8000.0, now + timedelta(hours=20), now, "测试预报")
    place.desk.room.do(ForecastEntered(told))
    place.page.event_requested.emit(Slot.B)
    (wish,) = place.begun
    assert (wish.kind, wish.slot, wish.flow_m3s, wish.hours) == (RunKind.EVENT, Slot.B, 8000.0, 32.0)
    assert wish.inflow == ((0.0, 4200.0), (8.0, 4200.0), (20.0, 8000.0))
    assert wish.cells_m == place.desk.twin.cells_m


def test_a_breach_is_run_and_what_is_wrong_with_it_stands_in_its_form(place: Page):
    place.page.breach_requested.emit(Slot.A, BREACH)
    (wish,) = place.begun
    assert (wish.kind, wish.flow_m3s, wish.hours) == (RunKind.BREACH, 9000.0, 24.0)
    place.desk.twin.runs.failed.emit(wish, TwinFault(TwinCode.NOT_ON_CREST, params={"away_m": 900.0}))
    words = "不在大堤上，请点在堤顶线旁"
    form = place.page.body.left.choices[Slot.A].breach
    assert words in [label.text() for label in form.findChildren(type(place.page.body.left.choices[Slot.A]._title))]
    assert place.desk.said[-1] == words


def test_a_coarse_result_is_a_preview_and_the_last_one_exact(place: Page):
    from data.twin.simulate import simulate

    case = small_case(500.0)
    result = simulate(replace(case, run=replace(case.run, seconds=3600.0, frames_every_s=1800.0)))
    wish = RunWish(Slot.B, Wanted(Source.EVENT, 300.0), RunKind.EVENT, NOON, ((0.0, 300.0), (1.0, 300.0)), 1.0, ())
    for more, code in ((True, NoteCode.COARSE), (False, NoteCode.EXACT)):
        place.desk.twin.runs.made.emit(wish, result, case, more)
        place.qtbot.waitUntil(
            lambda code=code: (one := place.at_work.scenarios[Slot.B]) is not None and one.notes[0].code is code
        )
        place.settle()
    one = place.at_work.scenarios[Slot.B]
    assert one is not None
    assert one.timing.moment(0.0) == NOON
    place.desk.use(SampleLibrary(cell_m=50.0))  # what was run is not replaced by a blend
    place.settle()
    again = place.at_work.scenarios[Slot.B]
    assert again is not None
    assert again.notes[0].code is NoteCode.EXACT


def test_two_maps_side_by_side_show_the_same_place(place: Page):
    place.want(Slot.A, Wanted(Source.FLOW, 5000.0))
    one = place.page.body.maps._maps[Slot.A]
    one.view_changed.emit(113.66, 34.91, 13.0)
    place.want(Slot.B, Wanted(Source.FLOW, 9000.0))
    place.page.body.picture.set_picture(Picture(Drawn.DEPTH, Sides.BOTH))
    place.page.body.picture.picture_requested.emit(Picture(Drawn.DEPTH, Sides.BOTH))
    place.settle()
    assert place.map(Slot.B)["view"] == (113.66, 34.91, 13.0)
    beside = place.page.body.maps._maps[Slot.B]
    beside.view_changed.emit(113.7, 34.9, 11.0)  # it moved by itself: nobody's hand is on it
    assert "view" not in place.map(Slot.A)
