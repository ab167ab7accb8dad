"""The twin at the desk: its water for the clock and the map, the ground it stands on, and who waits for whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from data.model.nature import Origin
from data.rules.stepped import banded, course_to
from data.twin.faults import TwinCode, TwinFault
from data.twin.recipe import recipe
from data.twin.terrain import Nature, Terrain
from data.twin.terrain_file import Survey
from data.twin.terrain_kept import FILE, keep_terrain
from desktop.twin_desk import wet_of
from desktop.twin_runs import RunWish
from desktop.twin_told import LIBRARY_RUN
from tests.data.twin.sites import rating, registers
from tests.data.twin.small_library import small_case
from tests.desktop.twin_world import SampleLibrary, SmallDesk, at
from tests.township import NOON
from views.map_water import MapWater
from views.twin_progress import RunKind
from views.twin_wanted import Breaching, Slot, Source, Wanted


@pytest.fixture
def desk(home: Path, qapp: object) -> Iterator[SmallDesk]:
    made = SmallDesk(home)
    yield made
    made.close()


def surveyed(folder: Path) -> Terrain:
    """Keep a small ground as a surveyed one."""
    ground = replace(
        small_case(100.0).terrain, nature=Nature.MEASURED, source="测绘样本", inlet=((50.0, 1550.0), (50.0, 1900.0)),
        fall=1 / 4000,
    )  # fmt: skip
    keep_terrain(folder, ground, Survey(folder / "dem.tif", "1985"), datetime.now(UTC))
    return ground


def opened(desk: SmallDesk, qtbot: QtBot, folder: Path) -> None:
    """Start the twin on a surveyed ground, making nothing."""
    desk.twin.start(rating(), folder, cells_m=(200.0, 100.0, 50.0), make=False)
    qtbot.waitUntil(lambda: len(desk.twin.library.levels.cases) > 1, timeout=20_000)


# ── the ground ──


def test_a_surveyed_ground_goes_before_the_idealised_one(tmp_path: Path):
    made = recipe(registers(), rating(), tmp_path)
    ground = surveyed(tmp_path)
    assert made.terrain(100.0).digest() == ground.digest()
    assert made.terrain(200.0).shape == (15, 25)
    assert made.terrain(20.0).cell_m == 100.0  # never finer than it was surveyed
    (tmp_path / FILE).write_bytes(b"torn")
    with pytest.raises(TwinFault) as told:
        made.terrain(100.0)
    assert told.value.code is TwinCode.KEPT_TORN


def test_the_desk_stands_on_what_was_surveyed_and_says_where_maps_are_kept(
    desk: SmallDesk, tmp_path: Path, qtbot: QtBot
):
    surveyed(tmp_path)
    opened(desk, qtbot, tmp_path)
    cases = desk.twin.library.levels.cases
    assert [(size, case.terrain.cell_m) for size, case in cases.items()] == [(200.0, 200.0), (100.0, 100.0)]
    assert {case.terrain.nature for case in cases.values()} == {Nature.MEASURED}
    assert desk.twin.imported == tmp_path / "imported"
    assert not desk.twin.library.making
    assert desk.twin.pictures(banded(course(desk), NOON, desk.reckoning.tables.settings), 4200.0, NOON) is None


def test_a_run_on_demand_is_described_by_its_wish(desk: SmallDesk, tmp_path: Path, qtbot: QtBot):
    surveyed(tmp_path)
    opened(desk, qtbot, tmp_path)
    inflow = ((0.0, 300.0), (2.0, 900.0))
    build = desk.twin.runs._build
    assert build is not None
    case = build(RunWish(Slot.A, Wanted(Source.EVENT, 900.0), RunKind.EVENT, NOON, inflow, 5.0, (100.0,)), 100.0)
    assert case.inflows[0].flow_m3s.value == (300.0, 900.0)
    assert case.run.seconds == 5 * 3600
    far = Breaching(*at(0, 0), 900.0, 1.0, 100.0, 1.0)
    with pytest.raises(TwinFault):  # there is no crest
        build(
            RunWish(Slot.A, Wanted(Source.BREACH, 900.0, breach=far), RunKind.BREACH, NOON, inflow, 5.0, (100.0,)),
            100.0,
        )


# ── its water ──


def course(desk: SmallDesk) -> Any:
    return course_to(desk.room.situation, 8000.0, desk.reckoning.tables.settings)


def test_the_clock_is_given_the_librarys_water_with_its_band_over_what_is_wet_now(desk: SmallDesk):
    settings = desk.reckoning.tables.settings
    courses = banded(course(desk), NOON, settings)
    assert desk.twin.pictures(courses, 4200.0, NOON) is None
    library = SampleLibrary()
    desk.twin.library.library = library  # type: ignore[assignment]
    found = desk.twin.pictures(courses, 4200.0, NOON)
    assert found is not None
    span, trust = found
    assert trust == 0.02
    assert span.likely.nature.origin is Origin.IDEALISED
    low, likely, high = (one.at(*at(3, 4)) for one in (span.low, span.likely, span.high))
    assert low is not None
    assert likely is not None
    assert high is not None
    assert low.depth_m <= likely.depth_m <= high.depth_m
    present = span.likely.at(*at(2, 4))  # under water at 4,200 m³/s
    assert present is not None
    assert present.arrival is not None
    assert present.arrival <= NOON


def test_of_a_what_if_the_map_shows_the_greatest_and_live_what_the_flow_holds():
    library: Any = SampleLibrary()
    whatif, live = wet_of(library, 8000.0, whatif=True), wet_of(library, 8000.0, whatif=False)
    assert (whatif.water.preview, live.water.preview) == (True, False)
    assert any("示意地形·非实测" in note for note in live.water.notes)
    assert wet_of(SampleLibrary(held=False), 8000.0, whatif=False).water.pixels.shape == (12, 16)  # type: ignore[arg-type]


def test_the_maps_water_follows_the_flow_and_the_what_if(desk: SmallDesk, tmp_path: Path, qtbot: QtBot):
    surveyed(tmp_path)
    opened(desk, qtbot, tmp_path)
    shown: list[MapWater | None] = []
    desk.twin.wet.connect(shown.append)
    desk.use(SampleLibrary())
    qtbot.waitUntil(lambda: bool(shown) and not desk.twin.busy)
    assert shown[-1] is not None
    assert not shown[-1].preview
    count = len(shown)
    desk.room.show_whatif(12_000.0)
    qtbot.waitUntil(lambda: len(shown) > count)
    assert shown[-1] is not None
    assert shown[-1].preview
    desk.room.return_to_live()
    qtbot.waitUntil(lambda: shown[-1] is not None and not shown[-1].preview and not desk.twin.busy)
    desk.use(None)
    assert shown[-1] is None


# ── who waits ──


def test_a_library_that_was_stopped_by_hand_is_not_gone_on_with_by_a_run_that_ends(
    desk: SmallDesk, monkeypatch: pytest.MonkeyPatch
):
    resumed: list[bool] = []
    monkeypatch.setattr(desk.twin.library, "resume", lambda: resumed.append(True))
    monkeypatch.setattr(type(desk.twin.library.levels), "unfinished", lambda _: (80.0,))
    desk.twin.resume_run(LIBRARY_RUN)
    desk.twin._pause_library(False)
    assert resumed == [True, True]
    desk.twin.stop_run(LIBRARY_RUN)
    desk.twin._pause_library(False)
    assert resumed == [True, True]


def test_the_river_has_one_axis_on_the_librarys_cells(desk: SmallDesk):
    assert desk.twin.axis() is None
    desk.twin.library.library = SampleLibrary()  # type: ignore[assignment]
    axis = desk.twin.axis()
    assert axis is not None
    assert axis is desk.twin.axis()
    desk.clock.set_time(NOON + timedelta(hours=1))
    desk.twin.library.library = SampleLibrary(cell_m=50.0)  # type: ignore[assignment]
    assert desk.twin.axis() is not axis
