"""The relocation clock at the desk: what moves it, what it writes into the journal, and what a what-if may not do."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from data.model.countdown import ClockState
from data.model.nature import Origin
from data.model.people import Whereabouts
from data.model.river import HUAYUANKOU, Reading
from data.model.steps import ReadingTaken, ReckoningKept, WhereaboutsSet
from data.rules.reckoning import Reckoning
from tests.desktop.twin_world import SampleLibrary, SmallDesk, land
from tests.township import NOON


@pytest.fixture
def desk(home: Path, qapp: object) -> Iterator[SmallDesk]:
    made = SmallDesk(home)
    yield made
    made.close()


def ready(desk: SmallDesk, qtbot: QtBot) -> Reckoning:
    qtbot.waitUntil(lambda: not desk.reckoning.busy, timeout=20_000)
    assert desk.reckoning.shown is not None
    return desk.reckoning.shown


def started(desk: SmallDesk, qtbot: QtBot) -> Reckoning:
    desk.reckoning.start()
    return ready(desk, qtbot)


def kept(desk: SmallDesk) -> list[ReckoningKept]:
    return [step.body for step in desk.kept if isinstance(step.body, ReckoningKept)]


def read(desk: SmallDesk, flow: float, minutes: float = 10.0) -> None:
    desk.room.do(ReadingTaken(Reading(HUAYUANKOU, NOON + timedelta(minutes=minutes), flow, source="测试")), "system")


def test_nothing_is_reckoned_before_the_start(desk: SmallDesk):
    read(desk, 5000.0)
    assert not desk.reckoning.busy
    assert desk.reckoning.shown is None


def test_the_live_clock_is_shown_and_its_numbers_are_kept_in_the_journal(desk: SmallDesk, qtbot: QtBot):
    live = started(desk, qtbot)
    assert live is desk.reckoning.live
    assert (live.whatif, live.flow_m3s, live.nature.origin) == (False, 4200.0, Origin.ASSUMED)
    grower = live.of("growers", "G1")
    assert grower is not None
    assert grower.state is ClockState.TOO_LATE_BY_ROAD  # a 嫩滩 plot that 2,300 m³/s wets
    (step,) = kept(desk)
    assert "growers/G1" in step.reckoned.boats
    assert desk.room.situation.reckoned == step.reckoned


def test_the_same_numbers_are_not_written_again(desk: SmallDesk, qtbot: QtBot):
    started(desk, qtbot)
    desk.room.do(WhereaboutsSet("growers", ("G1",), Whereabouts.TOLD))
    ready(desk, qtbot)
    assert len(kept(desk)) == 1
    read(desk, 9000.0)
    assert ready(desk, qtbot).flow_m3s == 9000.0
    assert len(kept(desk)) == 2


def test_a_what_if_is_shown_and_never_written(desk: SmallDesk, qtbot: QtBot):
    live = started(desk, qtbot)
    before = len(desk.kept)
    desk.room.show_whatif(12_000.0)
    tried = ready(desk, qtbot)
    assert (tried.whatif, tried.flow_m3s) == (True, 12_000.0)
    assert len(desk.kept) == before
    heard: list[Any] = []
    desk.reckoning.reckoned.connect(heard.append)
    desk.room.return_to_live()
    assert heard == [live]
    assert desk.reckoning.shown is live


def test_a_what_if_that_ended_meanwhile_is_not_shown(desk: SmallDesk, qtbot: QtBot):
    live = started(desk, qtbot)
    heard: list[Any] = []
    desk.reckoning.reckoned.connect(heard.append)
    desk.room.show_whatif(12_000.0)
    assert desk.reckoning.busy
    desk.room.return_to_live()
    qtbot.waitUntil(lambda: not desk.reckoning.busy)
    assert all(one is live for one in heard)
    assert desk.reckoning.whatif is None


def test_whoever_has_left_goes_last_and_the_water_stays(desk: SmallDesk, qtbot: QtBot):
    live = started(desk, qtbot)
    desk.room.do(WhereaboutsSet("growers", ("G1",), Whereabouts.LEFT))
    after = ready(desk, qtbot)
    assert after.soaked is live.soaked
    line = after.of("growers", "G1")
    assert line is not None
    assert line.state is ClockState.LEFT
    assert [one.id for one in after.countdown][-1] == "G1"
    assert "growers/G1" not in kept(desk)[-1].reckoned.boats


def test_each_minute_the_order_is_looked_at_again(desk: SmallDesk, qtbot: QtBot):
    live = started(desk, qtbot)
    desk.clock.ticked.emit(NOON + timedelta(seconds=40))
    assert not desk.reckoning.busy
    desk.clock.set_time(NOON + timedelta(minutes=2))
    desk.clock.ticked.emit(desk.clock.now())
    after = ready(desk, qtbot)
    assert after.soaked is live.soaked
    assert after.at == NOON + timedelta(minutes=2)


class Slow:
    """Water that is asked for and does not come before it is let."""

    def __init__(self) -> None:
        self.open = threading.Event()
        self.asked: list[float] = []

    def __call__(self, courses: Any, flow_m3s: float | None, at: Any) -> None:
        self.asked.append(max(flow for _, flow in courses.likely))
        assert self.open.wait(20)


def test_of_many_flows_the_newest_is_reckoned(desk: SmallDesk, qtbot: QtBot):
    started(desk, qtbot)
    slow = Slow()
    slow.open.set()
    desk.reckoning.use(slow)
    ready(desk, qtbot)
    slow.open.clear()
    slow.asked.clear()
    for flow in (9000.0, 10_000.0, 11_000.0, 12_000.0):
        desk.room.show_whatif(flow)
    slow.open.set()
    assert ready(desk, qtbot).flow_m3s == 12_000.0
    assert list(dict.fromkeys(slow.asked)) == [9000.0, 12_000.0]


def test_while_the_slider_is_dragged_the_likely_picture_is_reckoned_alone_and_the_band_when_it_rests(
    desk: SmallDesk, qtbot: QtBot
):
    started(desk, qtbot)
    heard: list[Reckoning] = []
    desk.reckoning.reckoned.connect(heard.append)
    desk.room.show_whatif(9000.0)
    desk.room.show_whatif(12_000.0)
    qtbot.waitUntil(lambda: bool(heard) and heard[-1].flow_m3s == 12_000.0)
    assert heard[-1].soaked.low is heard[-1].soaked.likely is heard[-1].soaked.high
    rested = ready(desk, qtbot)
    assert rested.flow_m3s == 12_000.0
    assert rested.soaked.low is not rested.soaked.likely
    assert rested.soaked.high is not rested.soaked.likely
    np.testing.assert_array_equal(rested.soaked.likely.arrival_s, heard[-2].soaked.likely.arrival_s)


def test_both_hands_of_the_start_share_one_layout_of_the_land(desk: SmallDesk, qtbot: QtBot):
    desk.room.show_whatif(9000.0)
    laid: list[object] = []
    desk.reckoning.town_laid.connect(laid.append)
    started(desk, qtbot)
    assert laid == [desk.reckoning.town]


def test_a_reading_is_not_lost_when_somebody_leaves_while_it_waits(desk: SmallDesk, qtbot: QtBot):
    started(desk, qtbot)
    slow = Slow()
    desk.reckoning.use(slow)
    read(desk, 6000.0)
    desk.room.do(WhereaboutsSet("growers", ("G1",), Whereabouts.TOLD))
    slow.open.set()
    assert ready(desk, qtbot).flow_m3s == 6000.0


def test_another_library_changes_the_water_of_a_what_if_that_stands(desk: SmallDesk, qtbot: QtBot):
    started(desk, qtbot)
    desk.room.show_whatif(8000.0)
    assert ready(desk, qtbot).nature.origin is Origin.ASSUMED
    desk.twin.library.library = SampleLibrary()  # type: ignore[assignment]
    desk.reckoning.use(desk.twin.pictures)
    tried = ready(desk, qtbot)
    assert tried.nature.origin is Origin.IDEALISED
    assert tried.trust_m == 0.02
    household = tried.of("households", "H1")
    assert household is not None
    assert household.arrival is not None


def test_a_desk_without_a_flow_reckons_with_none(home: Path, qtbot: QtBot):
    bare = SmallDesk(home, land())
    try:
        live = started(bare, qtbot)
        assert live.flow_m3s == 0.0
        assert kept(bare) == []
    finally:
        bare.close()
