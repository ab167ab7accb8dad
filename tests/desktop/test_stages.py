"""What `shot` draws besides the workspaces: its names on the command line, and that each lays something open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import cli, stages
from desktop.app import Anlan
from desktop.demonstration import rehearse
from desktop.launch import desk
from desktop.settings import Settings
from desktop.shot import LIVE_MOMENT
from tests.desktop.command_line import one_sentence

EVERY = (*cli.WORKSPACES, *cli.STAGES)
SHEETS = (
    "incident-form", "muster", "watches", "push", "push-board", "alarms", "alarms-report", "alarms-philosophy",
    "papers", "papers-minutes", "papers-review",
)  # fmt: skip


def test_the_command_line_knows_every_stage_and_no_name_twice() -> None:
    assert set(cli.STAGES) == set(stages.STAGES)
    assert len(set(EVERY)) == len(EVERY)


@pytest.mark.parametrize("name", EVERY)
def test_shot_takes_the_name_of_a_workspace_tab_or_sheet(anlan, tmp_path: Path, name: str) -> None:
    answer = anlan("shot", tmp_path / "nowhere" / "a.png", "--workspace", name)
    one_sentence(answer)  # the folder is missing; the name was taken


def test_shot_refuses_another_name_as_wrong_use(anlan, tmp_path: Path) -> None:
    answer = anlan("shot", tmp_path / "a.png", "--workspace", "kitchen")
    assert answer.code == 2


def test_the_help_names_them_all(anlan) -> None:
    said = anlan("shot", "--help").out.replace("\n", " ")
    said = " ".join(said.split()).replace("- ", "-")
    assert [name for name in EVERY if name not in said] == []


@pytest.fixture(scope="module")
def demonstrated(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Iterator[Anlan]:
    """A desk at the moment of the pictures."""
    with desk(tmp_path_factory.mktemp("home"), Settings(clock_speed=0)) as (_, made):
        rehearse(made, LIVE_MOMENT)
        made.show((1600, 900))
        yield made


@pytest.mark.browser
@pytest.mark.leaves_running
def test_every_stage_is_laid_open_and_put_away(demonstrated: Anlan) -> None:
    for name, stage in stages.STAGES.items():
        opened: list[str] = []
        demonstrated.window.workspace_opened.connect(opened.append)
        stages.lay_open(demonstrated, name)
        demonstrated.window.workspace_opened.disconnect(opened.append)
        assert opened[-1] == stage.workspace, name
        assert demonstrated.sheets.put_away_all() == (name in SHEETS), name
    stages.put_away(demonstrated)


@pytest.mark.browser
@pytest.mark.leaves_running
def test_a_picture_waits_until_nothing_more_comes_from_the_background(demonstrated: Anlan, qtbot) -> None:
    heard: list[str] = []
    stages.lay_open(demonstrated, "triage")
    demonstrated.background.run(lambda: None, lambda _: heard.append("work"), demonstrated.on_fault)
    stages.Settled(demonstrated, lambda: heard.append("settled"))
    qtbot.waitUntil(lambda: "settled" in heard, timeout=stages.PATIENCE_MS + 5_000)
    assert heard == ["work", "settled"]
