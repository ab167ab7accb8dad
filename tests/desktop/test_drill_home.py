"""The home of a drill: its own store and files, nothing that reaches out, the live home untouched."""

from __future__ import annotations

from pathlib import Path

import pytest

import resources
from data.feeds.scenario import read_scenario
from data.gateway.tls import AUTHORITY_FILE
from data.model.drill import CONTROL
from data.model.steps import Realm
from data.store.errors import StoreTrouble
from data.store.store import Store
from desktop import drill_home
from desktop.field_desk import FOLDER
from desktop.first_run import demo_situation
from desktop.keeping import STORE_FILE
from desktop.settings import Settings, load

FILE = Path(__file__).parent / "small_drill.toml"
SCENARIO = read_scenario(FILE, resources.path("demo"))


@pytest.fixture(scope="module")
def live() -> object:
    return demo_situation()


def made(folder: Path, live, **settings) -> Path:
    return drill_home.make_home(folder, live, Settings(**settings), SCENARIO, FILE.read_bytes(), seed=7)


def test_a_drill_begins_with_the_registers_of_the_live_desk_in_a_store_of_its_own(tmp_path: Path, live) -> None:
    folder = made(tmp_path, live)
    with Store.open(folder / STORE_FILE, realm=Realm.DRILL, files=folder / "files") as store:
        now = store.load()
        assert now.drill is not None
        assert (now.drill.seed, now.drill.constructed, now.at) == (7, True, SCENARIO.starts_at)
        assert store.file_path(now.drill.scenario) is not None
        assert now.registers.growers.digest == live.registers.growers.digest
        assert now.plan.instructions == live.plan.instructions
        assert {line.step.realm for line in store.steps()} == {Realm.DRILL}
        assert store.steps(newest_first=True)[0].step.actor == CONTROL
    assert sorted(one.name for one in tmp_path.iterdir()) == ["drills"]


def test_the_store_of_a_drill_is_never_opened_as_live(tmp_path: Path, live) -> None:
    folder = made(tmp_path, live)
    with pytest.raises(StoreTrouble) as trouble:
        Store.open(folder / STORE_FILE)
    assert trouble.value.code == "other_realm"


def test_nothing_that_reaches_out_or_takes_in_comes_along(tmp_path: Path, live) -> None:
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / AUTHORITY_FILE).write_bytes(b"the authority of this house")
    folder = made(
        tmp_path, live, store_url="postgresql://live", telemetry_port=5000, bases="office=mssql://x",
        watched_folders="a=/b", pulls_file="/p", theme="light", clock_speed=600,
    )  # fmt: skip
    kept, faults = load(folder)
    assert faults == []
    assert (kept.theme, kept.clock_speed) == ("light", 0)
    assert (kept.store_url, kept.telemetry_port, kept.bases, kept.watched_folders, kept.pulls_file) == (
        "",
        0,
        *[""] * 3,
    )
    authority = folder / FOLDER / AUTHORITY_FILE
    assert authority.read_bytes() == b"the authority of this house"
    assert authority.stat().st_mode & 0o077 == 0
    assert not list(folder.glob("*channel*"))


def test_a_drill_that_is_open_is_listed_as_running_and_cannot_be_thrown_away(tmp_path: Path, live) -> None:
    folder = made(tmp_path, live)
    with Store.open(folder / STORE_FILE, realm=Realm.DRILL):
        (home,) = drill_home.listed(tmp_path)
        assert (home.head.title, home.running) == ("小演练", True)
        with pytest.raises(ValueError, match="running"):
            drill_home.throw_away(home)
    (home,) = drill_home.listed(tmp_path)
    assert not home.running
    drill_home.throw_away(home)
    assert drill_home.listed(tmp_path) == ()


def test_a_folder_with_a_torn_head_is_passed_over(tmp_path: Path, live) -> None:
    folder = made(tmp_path, live)
    (folder / drill_home.HEAD_FILE).write_text('{"id": ', "utf-8")
    assert drill_home.listed(tmp_path) == ()


def test_a_drill_that_was_left_is_assessed_by_its_own_journal(tmp_path: Path, live) -> None:
    from io import BytesIO

    import docx

    from desktop.drill_past import assess

    folder = made(tmp_path, live)
    document = docx.Document(BytesIO(assess(folder, "zh")))
    said = "\n".join(one.text for one in document.paragraphs)
    assert "小演练" in said
    assert "演练" in document.sections[0].header.paragraphs[0].text
    with Store.open(folder / STORE_FILE, realm=Realm.DRILL), pytest.raises(StoreTrouble):
        assess(folder, "zh")
