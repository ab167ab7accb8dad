"""The command line: what it prints, what it takes, what it refuses, and the exit codes that scripts rely on."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

import resources
from data.feeds.registers import KINDS
from data.model.steps import Realm
from data.store.store import Store
from desktop.cli import run
from desktop.keeping import STORE_FILE, open_store
from tests.conftest import ROOT
from tests.desktop.command_line import Answer, one_sentence

SHELTERS = """安置点编号,名称,类型,容量_人,经度,纬度
A1,花园口小学,学校,300,113.66,34.88
A2,村部,村部,很多,113.67,34.89
A1,重号,学校,10,113.66,34.88
"""


@pytest.fixture
def shelters(tmp_path: Path) -> Path:
    path = tmp_path / "安置点.csv"
    path.write_text(SHELTERS, "utf-8")
    return path


# ── tasks ──


def test_tasks_are_printed_as_one_object_of_the_stated_shape(anlan) -> None:
    answer = anlan("tasks", "--flow", "6000", "--json")
    told = json.loads(answer.out)
    assert (answer.code, answer.err) == (0, "")
    assert set(told) == {"flow_m3s", "level", "tasks"}
    assert (told["flow_m3s"], told["level"]) == (6000, "III")
    parts = {"id", "title", "clause", "role", "deadline", "evidence", "tier_min", "tier_max", "supersedes", "change"}
    for task in told["tasks"]:
        assert set(task) == parts
        assert all(task[part] for part in ("id", "title", "clause", "role", "deadline", "evidence"))
        assert task["tier_min"] <= task["tier_max"]
        assert task["change"] in ("new", "changed", "kept")
    ids = [task["id"] for task in told["tasks"]]
    assert len(set(ids)) == len(ids)


def test_below_level_four_the_level_is_null_and_a_broken_flow_stays_broken(anlan) -> None:
    told = json.loads(anlan("tasks", "--flow", "3999.5", "--json").out)
    assert (told["flow_m3s"], told["level"]) == (3999.5, None)


def test_tasks_are_printed_in_words_without_json(anlan) -> None:
    answer = anlan("tasks", "--flow", "8000")
    lines = answer.out.splitlines()
    assert answer.code == 0
    assert lines[0].startswith("8000 m³/s  T4")
    assert f"{len(lines) - 1} 项" in lines[0]


def test_tasks_follow_the_plan_of_the_home_that_is_named(anlan, lived_in: Path, tmp_path: Path) -> None:
    plan = tmp_path / "plan.csv"
    lines = resources.path("plan/instructions.csv").read_text("utf-8-sig").splitlines()
    plan.write_text("\n".join(lines[:40]) + "\n", "utf-8")
    assert anlan("import", "plan", plan).code == 0
    told = json.loads(anlan("tasks", "--flow", "22000", "--json").out)
    assert 0 < len(told["tasks"]) < 40


@pytest.mark.parametrize(
    "arguments",
    [
        ("tasks", "--flow", "much"), ("tasks", "--flow", "-1"), ("tasks", "--flow", "nan"), ("tasks", "--flow", "1e9"),
        ("tasks",), ("import", "martians", "x.csv"), ("import", "staff"), ("journal",), ("plan",), ("nonsense",),
        ("shot",), ("shot", "a.png", "--size", "big"), ("import", "staff", "x.csv", "--crs", "mars"),
    ],
)  # fmt: skip
def test_a_line_that_is_no_command_is_a_fault_of_usage(anlan, arguments: tuple[str, ...]) -> None:
    answer = anlan(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert "usage:" in answer.err


# ── import ──


def test_an_import_tells_each_refused_row_and_a_closing_line_and_keeps_the_good_ones(
    anlan, lived_in: Path, shelters: Path
) -> None:
    answer = anlan("import", "shelters", shelters)
    assert (answer.code, answer.counts) == (0, (1, 2))
    assert "第 3 行" in answer.out
    assert "容量" in answer.out
    assert "很多" in answer.out
    assert "第 4 行" in answer.out
    store, now, _ = open_store(lived_in)
    with store:
        assert [row.name for row in now.registers.shelters] == ["花园口小学"]
        assert not now.registers.shelters.demo
        assert store.verify().ok


def test_a_strict_import_takes_nothing_when_a_row_is_bad(anlan, lived_in: Path, shelters: Path) -> None:
    answer = anlan("import", "shelters", shelters, "--strict")
    assert answer.code == 1
    store, now, _ = open_store(lived_in)
    store.close()
    assert now.registers.shelters.demo


def test_an_import_of_no_good_row_at_all_takes_nothing_and_says_so(anlan, lived_in: Path, shelters: Path) -> None:
    shelters.write_text(SHELTERS.replace("300", "x").replace(",10,", ",x,"), "utf-8")
    answer = anlan("import", "shelters", shelters)
    assert (answer.code, answer.counts) == (1, (0, 3))


def test_importing_the_same_file_twice_is_two_steps_and_one_register(anlan, lived_in: Path, shelters: Path) -> None:
    assert anlan("import", "shelters", shelters).code == 0
    assert anlan("import", "shelters", shelters).code == 0
    store, now, _ = open_store(lived_in)
    store.close()
    assert len(now.registers.shelters) == 1


def test_an_import_into_a_home_of_a_drill_is_a_step_of_the_drill(anlan, home: Path, shelters: Path) -> None:
    open_store(home, realm=Realm.DRILL)[0].close()
    assert anlan("import", "shelters", shelters).code == 0
    assert anlan("journal", "verify").code == 0
    store, now, _ = open_store(home, realm=Realm.DRILL)
    store.close()
    assert [row.name for row in now.registers.shelters] == ["花园口小学"]


def garbage(kind: str, folder: Path) -> Path:
    path = folder / f"file.{kind}"
    match kind:
        case "missing.csv":
            return path
        case "folder.csv":
            path.mkdir()
        case "empty.csv":
            path.write_bytes(b"")
        case "words.csv":
            path.write_text("今天水大\n", "utf-8")
        case "binary.csv":
            path.write_bytes(bytes(range(256)) * 20)
        case "torn.xlsx":
            path.write_bytes(b"PK\x03\x04" + b"\x00" * 200)
        case _:
            path.write_text("<html><body>登录</body></html>", "utf-8")
    return path


@pytest.mark.parametrize(
    "kind", ["missing.csv", "folder.csv", "empty.csv", "words.csv", "binary.csv", "torn.xlsx", "page.csv"]
)
@pytest.mark.parametrize("register", ["staff", "gauge"])
def test_a_file_that_is_none_is_refused_in_one_sentence(anlan, tmp_path: Path, kind: str, register: str) -> None:
    path = garbage(kind, tmp_path)
    answer = anlan("import", register, path)
    one_sentence(answer)
    assert str(path) in answer.err


def test_a_plan_check_of_a_file_that_is_none_is_refused_in_one_sentence(anlan, tmp_path: Path) -> None:
    one_sentence(anlan("plan", "check", tmp_path / "no.csv"))


@pytest.mark.parametrize("command", [("plan", "export"), ("template", "staff")])
def test_a_table_that_cannot_be_written_is_told_in_one_sentence(
    anlan, tmp_path: Path, command: tuple[str, ...]
) -> None:
    one_sentence(anlan(*command, tmp_path / "no such folder" / "out.xlsx"))


def test_a_home_that_cannot_be_is_told_in_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    occupied = tmp_path / "file"
    occupied.write_text("", "utf-8")
    code = run(["--home", str(occupied), "journal", "verify"])
    one_sentence(Answer(code, *capsys.readouterr()))


@pytest.mark.parametrize("kind", ["staff", "grids", "plan", "users"])
def test_a_template_that_is_filled_in_can_be_imported(anlan, lived_in: Path, tmp_path: Path, kind: str) -> None:
    from openpyxl import load_workbook

    path = tmp_path / f"{kind}.xlsx"
    assert anlan("template", kind, path).code == 0
    book = load_workbook(path)
    sheet = book.worksheets[0]
    sheet.append(["X1", *(cell.value for cell in sheet[2][1:])])
    book.save(path)
    answer = anlan("import", kind, path)
    assert answer.counts == (1, 0), answer.out
    assert answer.code == 0


def test_every_kind_has_a_template_and_an_untouched_one_brings_nothing(anlan, tmp_path: Path) -> None:
    for kind in KINDS:
        path = tmp_path / f"{kind}.xlsx"
        assert anlan("template", kind, path).code == 0
        assert path.stat().st_size > 1000
    answer = anlan("import", "staff", tmp_path / "staff.xlsx")
    assert (answer.code, answer.counts) == (1, (0, 0))


def test_the_exported_plan_comes_back_whole(anlan, tmp_path: Path, lived_in: Path) -> None:
    path = tmp_path / "plan.xlsx"
    assert anlan("plan", "export", path).code == 0
    answer = anlan("import", "plan", path, "--strict")
    assert answer.code == 0
    taken, refused = answer.counts
    assert taken >= 336
    assert refused == 0


def test_the_shared_series_is_read_whole_and_its_rows_add_up(anlan, shared_data: Path, lived_in: Path) -> None:
    path = shared_data / "hydrology" / "lower_yellow_river_0800_2006_2020.csv"
    if not path.exists():
        pytest.skip("the shared series does not lie there")
    with path.open(encoding="utf-8-sig", newline="") as stream:
        lines = list(csv.DictReader(stream))
    stations = {name.rpartition("_")[0] for name in lines[0] if "_" in name}
    filled_in = sum(any(line.get(f"{s}_{part}") for part in "ZQ") for line in lines for s in stations)
    answer = anlan("import", "gauge", path)
    taken, refused = answer.counts
    assert answer.code == 0
    assert taken + refused == filled_in > 50_000
    assert sum(line.startswith("第 ") and "缺测" not in line for line in answer.out.splitlines()) >= 1000
    with Store.open(lived_in / STORE_FILE) as store:
        assert sum(count for *_, count in store.series_span().values()) >= taken
        assert store.verify().ok


def test_a_gauge_series_reaches_the_store_and_what_is_newest_the_rules(anlan, lived_in: Path, tmp_path: Path) -> None:
    path = tmp_path / "series.csv"
    path.write_text(
        "站名,时间,流量\n花园口,2020-06-18 08:00,900\n花园口,2020-06-19 08:00,4300\n花园口,2020-06-20 07:00,-3\n",
        "utf-8",
    )
    answer = anlan("import", "gauge", path)
    assert (answer.code, answer.counts) == (0, (2, 1))
    store, now, _ = open_store(lived_in)
    with store:
        assert now.flow_m3s == 4300
        assert now.suggestion.level.numeral == "IV"
        assert len(now.tasks) > 10
        assert store.refolded() == now


def test_a_time_zone_that_is_none_and_a_station_that_is_none_are_refused(anlan, tmp_path: Path) -> None:
    path = tmp_path / "series.csv"
    path.write_text("时间,流量\n2020-06-18 08:00,900\n", "utf-8")
    one_sentence(anlan("import", "gauge", path, "--station", "花园口", "--timezone", "Mars/Olympus"))
    one_sentence(anlan("import", "gauge", path, "--station", "无此站"))


@pytest.mark.parametrize(
    "command", [("journal", "verify"), ("tasks", "--flow", "6000"), ("import", "shelters"), ("plan", "export")]
)
def test_a_home_that_is_open_elsewhere_is_refused_in_words(
    anlan, lived_in: Path, shelters: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    files = {"shelters": (shelters,), "export": (tmp_path / "plan.xlsx",)}.get(command[-1], ())
    with Store.open(lived_in / STORE_FILE):
        answer = anlan(*command, *files)
    one_sentence(answer)
    assert "占用" in answer.err


# ── as another program calls it ──


def outside(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "main.py", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=30, encoding="utf-8")


def test_usage_and_bad_input_end_with_their_own_codes(tmp_path: Path) -> None:
    assert outside("tasks", "--flow", "much").returncode == 2
    done = outside("--home", tmp_path / "home", "import", "gauge", tmp_path / "no.csv")
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_reader_that_goes_away_early_brings_no_traceback(tmp_path: Path) -> None:
    command = f"'{sys.executable}' main.py tasks --flow 22000 --json | head -c 20"
    done = subprocess.run(command, cwd=ROOT, shell=True, capture_output=True, check=False, timeout=30)
    assert b"Traceback" not in done.stderr
    assert len(done.stdout) == 20
