"""The twin in a flood: the clock calls bench by bench, boats fetch who is cut off, who has left is not called again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

import resources
from data.feeds.ratings import read_ratings
from data.model.countdown import ClockState, Deadline
from data.model.levels import Level
from data.model.nature import Origin
from data.model.people import Whereabouts
from data.model.places import Bench
from data.model.reckoned import Reckoned
from data.model.river import HUAYUANKOU, Forecast
from data.model.steps import ForecastEntered, ReckoningKept, Step, WhereaboutsSet
from data.model.task import Task, TaskState
from data.rules import signoff
from data.rules.reckoned import bench_of_line
from data.rules.tasks import CUT_OFF
from data.twin.making_level import make_level
from data.twin.placing import Placing
from data.twin.recipe import recipe
from desktop.app import Anlan
from desktop.first_run import demo_situation
from desktop.twin_desk import LIBRARY, site_levels
from tests.journeys.conftest import opened
from views import words
from views.pane import Selection
from views.relocation import RelocationWorkspace

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]  # the solver may have to be compiled first

CALM = datetime(2020, 6, 24, 1, 0, tzinfo=UTC)
CELL_M = 160.0
COARSE = Placing(first_m3s=(3000.0, 6000.0, 10_000.0), stairs_m3s=(2000.0, 5000.0), hold_h=3.0, most_runs=3)
WAIT_MS = 60_000
CALLED = {ClockState.TOO_LATE_BY_ROAD, ClockState.LEAVE_NOW, ClockState.IN_TIME}


@pytest.fixture(scope="session")
def flooded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the site: real runs, on cells so coarse that they take seconds."""
    folder = tmp_path_factory.mktemp("twin")
    rating = next(one for one in read_ratings(resources.path("demo/ratings.csv")) if one.year == CALM.year)
    case = recipe(demo_situation().registers, rating, folder, site_levels(rating))(CELL_M)
    make_level(case, folder / LIBRARY, lambda _: None, lambda: False, placing=COARSE)
    return folder


@pytest.fixture
def desk(anlan: Anlan, flooded: Path, qtbot: QtBot) -> Anlan:
    """A quiet morning, with the clock running on the library's water."""
    anlan.play_to(CALM)
    assert anlan.room.situation.flow_m3s == 2030
    start_twin(anlan, flooded, qtbot)
    assert anlan.reckoning.live is not None
    assert not any(anlan.reckoning.live.counts()[state] for state in CALLED)
    return anlan


def start_twin(anlan: Anlan, folder: Path, qtbot: QtBot) -> None:
    anlan.open_twin(folder, cells_m=(CELL_M,), make=False)
    qtbot.waitUntil(
        lambda: anlan.reckoning.live is not None and anlan.reckoning.live.nature.origin is Origin.IDEALISED
        and not anlan.working,
        timeout=WAIT_MS,
    )  # fmt: skip


def anew(anlan: Anlan, qtbot: QtBot, act: Callable[[], Any]) -> None:
    """Do something that the clock heeds, and wait until it has."""
    before = anlan.reckoning.live
    act()
    qtbot.waitUntil(lambda: anlan.reckoning.live is not before and not anlan.working, timeout=WAIT_MS)


def forecast(anlan: Anlan, qtbot: QtBot, flow_m3s: float) -> None:
    now = anlan.clock.now()
    told = Forecast(HUAYUANKOU, flow_m3s, now + timedelta(hours=24), now, "黄委水文局")
    anew(anlan, qtbot, lambda: anlan.room.do(ForecastEntered(told), "duty"))


def sign(anlan: Anlan, flow_m3s: float, reason: str) -> None:
    shown = signoff.preview(anlan.room.situation, flow_m3s)
    assert anlan.room.do(signoff.sign_off(shown, shown.level, reason, "河务局"), "commander")


def called(anlan: Anlan) -> list[Deadline]:
    assert anlan.reckoning.live is not None
    return anlan.reckoning.live.countdown.to_call()


def benches(anlan: Anlan, lines: list[Deadline]) -> set[Bench]:
    town = anlan.reckoning.town
    assert town is not None
    return {bench_of_line(town, line) for line in lines}


def kept(anlan: Anlan) -> Reckoned:
    found = anlan.room.situation.reckoned
    assert found is not None
    return found


def task_of(anlan: Anlan, bench: Bench) -> Task:
    """The order to bring everybody out of a bench."""
    plan = anlan.room.situation.plan.by_id
    return next(
        task for task in anlan.room.situation.tasks.values()
        if task.role == "R09" and task.state is TaskState.ISSUED and plan[task.instruction].scope == bench.value
    )  # fmt: skip


def fact(anlan: Anlan, task: Task) -> str:
    return next(line.fact for line in anlan.tasks.list.lines() if line.id == ("task", task.id))


def in_panel(anlan: Anlan, bench: Bench) -> list[str]:
    """The growers of a bench in the order of the panel."""
    if anlan.growers.pages.currentWidget() is not anlan.growers._list_page or anlan.growers._class != bench.value:
        anlan.growers._open_class(bench.value)
    return [str(line.id) for line in anlan.growers.people.list.lines()]


def in_clock(anlan: Anlan, bench: Bench) -> list[str]:
    town = anlan.reckoning.town
    assert town is not None
    return [one.id for one in called(anlan) if one.kind == "growers" and bench_of_line(town, one) is bench]


def left(anlan: Anlan, lines: list[Deadline]) -> None:
    """Somebody on the spot has seen them out."""
    for kind in ("growers", "keypeople", "households"):
        gone = tuple(line.id for line in lines if line.kind == kind)
        if gone:
            assert anlan.room.do(WhereaboutsSet(kind, gone, Whereabouts.LEFT), "duty")


def test_the_clock_orders_who_leaves_calls_the_boats_and_never_calls_those_who_left(desk: Anlan, qtbot: QtBot) -> None:
    room = desk.room
    forecast(desk, qtbot, 8000.0)
    lines = called(desk)
    assert {Bench.NEN, Bench.ER} <= benches(desk, lines)
    assert [line.likely for line in lines] == sorted(line.likely for line in lines if line.likely)
    for bench in (Bench.NEN, Bench.ER):
        order = in_clock(desk, bench)
        assert len(order) > 20
        qtbot.waitUntil(lambda b=bench, o=order: in_panel(desk, b)[: len(o)] == o)

    sign(desk, 8000.0, "预报上涨，提前清滩")
    assert room.situation.standing.level is Level.II
    for bench in (Bench.NEN, Bench.ER):
        count, said = kept(desk).of(bench), fact(desk, task_of(desk, bench))
        assert count.lines > 50
        assert count.first is not None
        assert said.startswith(f"未撤 {count.lines}/{count.lines} · 最早 ")

    stranded = next(line for line in lines if line.kind == "growers" and line.cut_off is not None)
    assert stranded.cut_off is not None
    town = desk.reckoning.town
    assert town is not None
    away = [line for line in lines if bench_of_line(town, line) is Bench.NEN and line.id != stranded.id]
    anew(desk, qtbot, lambda: left(desk, away))
    whole = kept(desk).of(Bench.NEN).lines
    assert fact(desk, task_of(desk, Bench.NEN)).startswith(f"未撤 1/{whole}")
    assert not kept(desk).boats

    late = stranded.cut_off + timedelta(minutes=30)
    anew(desk, qtbot, lambda: desk.clock.set_time(late))
    assert kept(desk).boats == (f"growers/{stranded.id}",)
    boat = next(
        task for task in room.situation.tasks.values()
        if room.situation.plan.by_id[task.instruction].trigger_expr == CUT_OFF
    )  # fmt: skip
    assert boat.state is TaskState.PENDING
    grower = room.situation.registers.growers.by_id[stranded.id]
    assert fact(desk, boat) == f"派船 1 处 {grower.on_floodplain} 人"
    assert fact(desk, task_of(desk, Bench.NEN)) == f"未撤 1/{whole} · 路断 1"
    desk.tasks._open_row(("task", boat.id))
    assert words.masked_name(grower.name) in desk.tasks.card.view.text()
    assert grower.name not in desk.tasks.card.view.text()
    desk.tasks.card.boats.click()
    page = desk.window.findChild(RelocationWorkspace)
    assert page is not None
    assert page.tabs.currentWidget() is page.boats
    qtbot.waitUntil(lambda: page.boats.table.chosen_ids() == (f"growers/{stranded.id}",))
    assert desk.showing.selection == Selection("growers", stranded.id)
    desk.window.open_workspace("desk")

    before = [(line.kind, line.id) for line in called(desk)]
    forecast(desk, qtbot, 6500.0)
    anew(desk, qtbot, lambda: sign(desk, 6500.0, "预报回落，会商降级"))
    after = [(line.kind, line.id) for line in called(desk)]
    assert set(after) < set(before), "fewer are in danger"
    assert after != [one for one in before if one in set(after)], "and the rest leave in another order"
    assert not set(after) & {(line.kind, line.id) for line in away}
    qtbot.waitUntil(lambda: in_panel(desk, Bench.ER)[: len(in_clock(desk, Bench.ER))] == in_clock(desk, Bench.ER))
    qtbot.waitUntil(lambda: in_panel(desk, Bench.NEN)[:1] == [stranded.id])
    assert {room.situation.where(line.kind, line.id) for line in away} == {Whereabouts.LEFT}


def test_a_what_if_writes_no_reckoning_and_what_is_kept_outlives_the_desk(
    lived_in: Path, flooded: Path, qapp: object, qtbot: QtBot
) -> None:
    with opened(lived_in) as anlan:
        anlan.play_to(CALM)
        start_twin(anlan, flooded, qtbot)
        forecast(anlan, qtbot, 8000.0)
        sign(anlan, 8000.0, "预报上涨，提前清滩")
        before, said = anlan.room.situation, fact(anlan, task_of(anlan, Bench.ER))
        steps: list[Step] = []
        anlan.room.stepped.connect(lambda step, *_: steps.append(step))
        anlan.room.show_whatif(10_000.0)
        qtbot.waitUntil(
            lambda: anlan.reckoning.whatif is not None and not anlan.working, timeout=WAIT_MS
        )  # fmt: skip
        assert anlan.reckoning.whatif is not None
        assert anlan.reckoning.live is not None
        assert len(anlan.reckoning.whatif.countdown.to_call()) > len(anlan.reckoning.live.countdown.to_call())
        assert anlan.growers.reckoning is anlan.reckoning.whatif
        anlan.room.return_to_live()
        assert anlan.growers.reckoning is anlan.reckoning.live
        assert not [step for step in steps if isinstance(step.body, ReckoningKept)]
        assert anlan.room.situation is before
        last = kept(anlan)
    with opened(lived_in) as again:
        assert again.room.situation.reckoned == last
        assert fact(again, task_of(again, Bench.ER)) == said
        start_twin(again, flooded, qtbot)
        assert again.room.situation.reckoned == last
