"""Runs on demand: coarse first, one at a time, stopped, gone on with after the desk was closed, failing in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from data.twin.case import Case, Running, Series
from data.twin.faults import TwinCode, TwinFault
from desktop.background import Background
from desktop.twin_runs import RunWish, TwinRuns
from tests.data.twin.small_library import small_case
from tests.township import NOON
from views.twin_progress import RunKind, RunState
from views.twin_wanted import Slot, Source, Wanted

WAIT_MS = 60_000


def wish(slot: Slot = Slot.A, cells: tuple[float, ...] = (250.0,), hours: float = 1.0) -> RunWish:
    inflow = ((0.0, 300.0), (hours, 900.0))
    return RunWish(slot, Wanted(Source.EVENT, 900.0), RunKind.EVENT, NOON, inflow, hours, cells)


def built(one: RunWish, cell_m: float) -> Case:
    case = small_case(cell_m)
    times = tuple(hour * 3600 for hour, _ in one.inflow)
    river = case.inflows[0]
    flows = Series(times, tuple(flow for _, flow in one.inflow))
    return replace(
        case, inflows=(replace(river, flow_m3s=flows),), run=Running(one.hours * 3600, frames_every_s=1800.0)
    )


class Desk:
    """Runs and all they said."""

    def __init__(self, background: Background, folder: Path, build: Any = built) -> None:
        self.paused: list[bool] = []
        self.made: list[tuple[Any, ...]] = []
        self.failed: list[tuple[Any, ...]] = []
        self.runs = TwinRuns(background, self.paused.append)
        self.runs.made.connect(lambda *told: self.made.append(told))
        self.runs.failed.connect(lambda *told: self.failed.append(told))
        self.runs.place(folder, None, build)

    def states(self) -> list[RunState]:
        return [one.state for one in self.runs.shown]


@pytest.fixture
def background(qapp: object) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


def test_a_wish_is_run_on_coarse_cells_and_then_on_finer_ones(background: Background, tmp_path: Path, qtbot: QtBot):
    desk = Desk(background, tmp_path)
    desk.runs.begin(wish(cells=(500.0, 250.0)))
    assert [(one.kind, one.slot, one.flow_m3s) for one in desk.runs.shown] == [(RunKind.EVENT, Slot.A, 900.0)]
    try:
        qtbot.waitUntil(lambda: len(desk.made) == 2, timeout=WAIT_MS)
    finally:
        desk.runs.close()
    (_, coarse, case, more), (last, fine, _, no_more) = desk.made
    assert (more, no_more) == (True, False)
    assert (case.terrain.cell_m, last.cells_m) == (500.0, (250.0,))
    assert coarse.frames[0].depth_cm.size < fine.frames[0].depth_cm.size
    assert desk.runs.shown == ()
    assert list(tmp_path.iterdir()) == []  # nothing is left of what is done
    assert desk.paused[0] is True  # the library waits meanwhile
    assert desk.paused[-1] is False


def test_a_stopped_run_waits_even_for_the_next_start_of_the_desk_and_is_gone_on_with(
    background: Background, tmp_path: Path, qtbot: QtBot
):
    desk = Desk(background, tmp_path)
    long = wish(hours=2000.0)
    desk.runs.begin(long)
    qtbot.waitUntil(lambda: desk.states() == [RunState.RUNNING], timeout=WAIT_MS)
    (run,) = desk.runs.shown
    desk.runs.stop(run.id)
    qtbot.waitUntil(lambda: desk.states() == [RunState.STOPPED], timeout=WAIT_MS)
    desk.runs.close()

    again = Desk(background, tmp_path)
    assert [(one.id, one.state, one.slot) for one in again.runs.shown] == [(run.id, RunState.STOPPED, Slot.A)]
    again.runs.resume(run.id)
    assert again.states() == [RunState.COMPILING]
    try:
        qtbot.waitUntil(lambda: again.states() == [RunState.RUNNING], timeout=WAIT_MS)
        assert again.runs.shown[0].share >= run.share  # from its checkpoint
    finally:
        again.runs.close()
    assert (tmp_path / run.id / "250" / "checkpoint.npz").exists()


class Gate:
    """A build that says what is to be built and never ends well."""

    def __init__(self, fault: BaseException) -> None:
        self.asked: list[tuple[RunWish, float]] = []
        self.fault = fault

    def __call__(self, one: RunWish, cell_m: float) -> Case:
        self.asked.append((one, cell_m))
        raise self.fault


def test_a_case_that_cannot_be_made_is_told_and_can_be_put_away(background: Background, tmp_path: Path, qtbot: QtBot):
    fault = TwinFault(TwinCode.NOT_ON_CREST, params={"away_m": 900.0})
    desk = Desk(background, tmp_path, Gate(fault))
    desk.runs.begin(wish())
    qtbot.waitUntil(lambda: desk.states() == [RunState.FAILED])
    assert desk.failed[0][1] is fault
    assert desk.runs.shown[0].fault == "不在大堤上，请点在堤顶线旁"
    assert desk.paused[-1] is False  # the library goes on
    desk.runs.resume(desk.runs.shown[0].id)
    assert desk.runs.shown == ()
    assert list(tmp_path.iterdir()) == []
    desk.runs.close()


def test_a_new_wish_for_a_slot_replaces_the_one_before_and_other_slots_wait(
    background: Background, tmp_path: Path, qtbot: QtBot
):
    gate = Gate(TwinFault(TwinCode.NO_LENGTH))
    desk = Desk(background, tmp_path, gate)
    first, second, other = wish(hours=1.0), wish(hours=2.0), wish(Slot.B, hours=3.0)
    for one in (first, second, other):
        desk.runs.begin(one)
    assert [one.slot for one in desk.runs.shown] == [Slot.A, Slot.B]
    qtbot.waitUntil(lambda: desk.states() == [RunState.FAILED] * 2)
    assert [one.hours for one, _ in desk.failed] == [2.0, 3.0]
    desk.runs.close()


def test_what_is_torn_of_an_earlier_run_is_no_reason_to_fail(background: Background, tmp_path: Path):
    (tmp_path / "event-1").mkdir()
    (tmp_path / "event-1" / "wish.json").write_text('{"slot": "a"')
    desk = Desk(background, tmp_path)
    assert desk.runs.shown == ()
    desk.runs.close()


def test_what_waits_can_be_stopped_and_gone_on_with(background: Background, tmp_path: Path, qtbot: QtBot):
    gate = Gate(TwinFault(TwinCode.NO_LENGTH))
    desk = Desk(background, tmp_path, gate)
    desk.runs.begin(wish(Slot.A))
    desk.runs.begin(wish(Slot.B))
    waits = desk.runs.shown[1].id
    desk.runs.stop(waits)
    qtbot.waitUntil(lambda: desk.states() == [RunState.FAILED, RunState.STOPPED])
    assert len(gate.asked) == 1
    desk.runs.resume(waits)
    qtbot.waitUntil(lambda: desk.states() == [RunState.FAILED] * 2)
    desk.runs.close()
