"""The library at the desk: opened, made, stopped, gone on with, the best of its levels used, a stale one told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType, SimpleNamespace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from data.twin.faults import TwinCode, TwinFault
from desktop.background import Background
from desktop.library_desk import NOTHING, Levels, LibraryDesk
from desktop.twin_told import LIBRARY_RUN, library_shown, runs_shown
from tests.data.twin.small_library import small_case
from tests.desktop.twin_world import LITTLE, small_place
from views.twin_progress import RunState, StaleCode

WAIT_MS = 60_000


@pytest.fixture
def background(qapp: object) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


@pytest.fixture
def desk(background: Background) -> Iterator[LibraryDesk]:
    made = LibraryDesk(background)
    yield made
    made.close()


def library(*flows: float, complete: bool = True) -> Any:
    return SimpleNamespace(flows_m3s=flows, complete=complete)


def levels(**by_size: Any) -> Levels:
    sizes = {float(name.removeprefix("m")): one for name, one in by_size.items()}
    return Levels(MappingProxyType({}), MappingProxyType(sizes))


def test_the_finest_whole_library_is_used_and_until_then_the_one_furthest_on():
    whole, fine, finest = library(1.0, 2.0), library(1.0, 2.0), library(*range(9), complete=False)
    assert levels(m80=whole, m40=fine, m20=finest).best() is fine
    assert levels(m80=whole, m40=None).best() is whole
    few, more = library(1.0, 2.0, complete=False), library(*range(5), complete=False)
    assert levels(m80=few, m40=None).best() is None
    assert levels(m80=more, m40=few).best() is more
    assert NOTHING.best() is None
    assert levels(m20=None, m80=whole, m40=finest).unfinished() == (40.0, 20.0)


def test_a_library_is_made_stopped_and_gone_on_with(desk: LibraryDesk, tmp_path: Path, qtbot: QtBot):
    changed: list[Any] = []
    desk.changed.connect(lambda: changed.append(desk.library))
    desk.start(small_place(tmp_path))
    qtbot.waitUntil(lambda: desk.step is not None, timeout=WAIT_MS)
    (run,) = runs_shown(desk, (), 200.0)
    assert (run.id, run.cell_m) == (LIBRARY_RUN, 200.0)
    assert run.busy
    desk.stop()
    assert not desk.making
    assert runs_shown(desk, (), 200.0)[0].state is RunState.STOPPED
    desk.resume()
    assert desk.making
    qtbot.waitUntil(lambda: desk.library is not None and desk.library.complete, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not desk.making, timeout=WAIT_MS)
    assert desk.library is not None
    assert desk.library.flows_m3s == LITTLE.first_m3s
    assert changed[-1] is desk.library
    assert runs_shown(desk, (), 200.0) == ()
    told = library_shown(desk)
    assert (told.in_use_m, [level.flows for level in told.levels]) == (200.0, [LITTLE.first_m3s])
    assert told.stale == ()
    assert desk.crests() == small_case(200.0).terrain.crests

    # another ground: what lies there is told as stale, and is not used
    place = replace(small_place(tmp_path), recipe=_higher)
    with qtbot.waitSignal(desk.changed):
        desk.start(place, make=False)
    assert desk.library is None
    assert library_shown(desk).stale == (StaleCode.TERRAIN,)
    assert runs_shown(desk, (), 200.0)[0].state is RunState.STOPPED
    # and when the ground is as it was, the library is there at once
    with qtbot.waitSignal(desk.changed):
        desk.start(small_place(tmp_path))
    assert desk.library is not None
    qtbot.waitUntil(lambda: desk.levels.unfinished() == () and not desk.making)

    # once the library of the other ground is whole, the first takes no room any more
    first = desk.library.folder
    desk.start(place)
    qtbot.waitUntil(lambda: desk.library is not None and desk.library.complete, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not first.exists(), timeout=WAIT_MS)


def _higher(cell_m: float) -> Any:
    case = small_case(cell_m)
    return replace(case, terrain=replace(case.terrain, bed=case.terrain.bed + 1))


def _surveyed(cell_m: float) -> Any:
    return small_case(200.0)


def _torn(cell_m: float) -> Any:
    raise TwinFault(TwinCode.KEPT_TORN, "terrain.npz")


def test_sizes_that_a_surveyed_ground_cannot_tell_apart_are_one(desk: LibraryDesk, tmp_path: Path, qtbot: QtBot):
    desk.start(replace(small_place(tmp_path, cells=(250.0, 200.0, 100.0)), recipe=_surveyed), make=False)
    qtbot.waitUntil(lambda: bool(desk.levels.cases))
    assert [level.cell_m for level in library_shown(desk).levels] == [200.0]


def test_a_ground_that_cannot_be_read_is_told(desk: LibraryDesk, tmp_path: Path, qtbot: QtBot):
    with qtbot.waitSignal(desk.progressed):
        desk.start(replace(small_place(tmp_path), recipe=_torn))
    (run,) = runs_shown(desk, (), 200.0)
    assert run.state is RunState.FAILED
    assert "请重新导入" in run.fault
