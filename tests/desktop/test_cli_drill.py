"""`drill` on the command line: what is at hand, what is wrong with a file, a drill played to score and report."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from data.model.steps import Realm
from data.store.store import Store
from desktop.cli import run
from desktop.keeping import STORE_FILE
from tests.desktop.command_line import one_sentence
from tests.desktop.small_township import make_home, registers

SMALL = Path(__file__).parent / "small_drill.toml"


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    """The small drill, ten minutes of it."""
    path = tmp_path / "brief.toml"
    short = SMALL.read_text("utf-8").replace("length_min = 120", "length_min = 10")
    path.write_text(short.replace("[60, 6500], [120, 9000]", "[10, 4100]"), "utf-8")
    return path


def test_a_drill_is_played_to_a_score_and_a_document_and_keeps_its_own_store(anlan, home, tmp_path, brief) -> None:
    make_home(home)
    out, doc = tmp_path / "out.json", tmp_path / "out.docx"
    answer = anlan("drill", "run", brief, "--speed", "0", "--seed", "5", "--json", out, "--report", doc)
    assert answer.code == 0, answer.err
    told = json.loads(out.read_text("utf-8"))
    assert (told["seed"], told["sends_real"], told["scenario"]["id"]) == (5, 0, "mini")
    assert {one["id"]: one["outcome"] for one in told["injects"]}.keys() == {"a1", "m1"}
    assert told["expected"]["open"] == 0
    assert told["score"]["drill"] == "mini"
    from docx import Document

    words = "\n".join(paragraph.text for paragraph in Document(io.BytesIO(doc.read_bytes())).paragraphs)
    assert "【演练】" in words
    assert "真实发出 0 条" in answer.out
    (folder,) = (home / "drills").iterdir()
    with Store.open(folder / STORE_FILE, realm=Realm.DRILL) as store:
        assert store.load().drill.ended_at is not None
        assert store.load().registers.growers == registers().growers
    with Store.open(home / STORE_FILE) as store:
        assert store.load().drill is None


def test_a_home_that_a_desk_has_open_is_said_in_words(anlan, home, brief) -> None:
    with Store.open(home / STORE_FILE):
        one_sentence(anlan("drill", "run", brief, "--speed", "0"))
    assert not (home / "drills").exists()


def test_the_shipped_scenarios_and_those_of_the_home_are_listed(anlan, home, brief) -> None:
    (home / "scenarios").mkdir()
    (home / "scenarios" / "own.toml").write_bytes(brief.read_bytes())
    (home / "scenarios" / "bad.toml").write_text("format = 1", "utf-8")
    answer = anlan("drill", "list")
    names = [line.split()[0] for line in answer.out.splitlines()]
    assert answer.code == 0
    assert names == ["1958-shape", "2020-06", "2021-autumn", "bad", "own"]
    assert anlan("drill", "check", "own").code == 0


def test_a_scenario_is_checked_line_by_line(anlan, tmp_path, brief) -> None:
    good = anlan("drill", "check", brief)
    assert (good.code, len(good.out.splitlines())) == (0, 1)
    wrong = tmp_path / "wrong.toml"
    wrong.write_text(brief.read_text("utf-8").replace('says = "P131"', 'says = "P131"\nat_mni = 3'), "utf-8")
    answer = anlan("drill", "check", wrong)
    assert answer.code == 1
    assert "at_mni" in answer.err
    gone = tmp_path / "gone.toml"
    gone.write_text(brief.read_text("utf-8").replace("spur-sinking.jpg", "no-such.jpg"), "utf-8")
    answer = anlan("drill", "check", gone)
    assert answer.code == 1
    assert "gone.toml：第 " in answer.err
    assert "no-such.jpg" in answer.err


def test_one_mistake_hides_no_other_and_what_is_no_toml_is_said_with_its_line(anlan, tmp_path, brief) -> None:
    wrong = tmp_path / "wrong.toml"
    text = brief.read_text("utf-8").replace('role = "R01"', 'role = "R99"\n  clause = "no-such"', 1)
    wrong.write_text(text.replace('says = "P131"', 'says = "P131"\nat_mni = 3'), "utf-8")
    answer = anlan("drill", "check", wrong)
    assert answer.code == 1
    for said in ("at_mni", "R99", "no-such"):
        (line,) = (one for one in answer.err.splitlines() if said in one)
        assert line.startswith("wrong.toml：第 ")
    wrong.write_text('format = 1\nid = "x\n', "utf-8")
    answer = anlan("drill", "check", wrong)
    assert (answer.code, answer.err) == (1, "wrong.toml：第 2 行：不合 TOML 写法，在第 8 列附近\n")


@pytest.mark.parametrize(
    "wrong",
    [
        ("drill", "run", "no-such-scenario"),
        ("drill", "check", "no-such-scenario"),
        ("drill", "open", "no-such-drill"),
        ("drill", "run", str(SMALL), "--json", "/no/such/folder/out.json"),
    ],
)
def test_what_is_not_there_is_said_in_a_sentence(anlan, wrong) -> None:
    one_sentence(anlan(*wrong))


@pytest.mark.parametrize("speed", ["-1", "fast"])
def test_a_speed_that_is_none_is_a_mistake_of_use(speed: str) -> None:
    with pytest.raises(SystemExit) as end:
        run(["drill", "run", str(SMALL), "--speed", speed])
    assert end.value.code == 2
