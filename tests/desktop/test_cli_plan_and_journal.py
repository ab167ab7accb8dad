"""The command line: `plan check` tells row and column, `journal verify` tells the step."""

from __future__ import annotations

import csv
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import resources
from data.store.store import Store
from desktop.keeping import STORE_FILE
from tests.desktop.command_line import Answer, one_sentence

# ── plan check ──


def broken_plan(folder: Path, changes: dict[int, dict[str, str]]) -> Path:
    """The first rows of the shipped plan, some of them changed by their row in the file."""
    with resources.path("plan/instructions.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    kept = [row | {"supersedes": ""} for row in rows[:30]]
    for number, change in changes.items():
        kept[number - 2] |= change
    path = folder / "plan.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(kept)
    return path


def findings(answer: Answer) -> set[tuple[int, str]]:
    """File row and heading of every line printed."""
    lines = [re.match(r"第 (\d+) 行 (?:HYK\S+ )?([^ ：]+)", line) for line in answer.out.splitlines()]
    return {(int(line[1]), line[2]) for line in lines if line}


def test_the_shipped_plan_passes_its_check(anlan) -> None:
    answer = anlan("plan", "check", resources.path("plan/instructions.csv"))
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.strip().endswith("0 处问题")
    assert len(answer.out.splitlines()) == 1


def test_a_broken_plan_is_told_by_row_and_column_of_the_file_also_below_a_refused_row(anlan, tmp_path: Path) -> None:
    path = broken_plan(
        tmp_path,
        {
            4: {"role": "R99"},
            6: {"deadline_min": "0"},
            8: {"evidence": ""},
            10: {"trigger_expr": "Q>=1"},
            12: {"supersedes": "NOPE"},
            14: dict.fromkeys(("id", "title", "text"), "示例"),
            16: {"deadline_min": "soon"},
            18: {"role": ""},
            20: {"tier_min": "6", "tier_max": "3"},
        },
    )
    answer = anlan("plan", "check", path)
    assert answer.code == 1
    wanted = {
        (4, "责任岗位"),
        (6, "时限_min"),
        (8, "完成凭证"),
        (10, "触发条件"),
        (12, "替代"),
        (16, "时限_min"),
        (18, "责任岗位"),
    }
    assert wanted <= findings(answer), answer.out
    assert {number for number, _ in findings(answer)} == {4, 6, 8, 10, 12, 16, 18, 20}, answer.out
    assert answer.out.splitlines()[-1].startswith("26 条指令，")


def test_a_plan_can_be_checked_while_the_desk_is_open(anlan, lived_in: Path) -> None:
    with Store.open(lived_in / STORE_FILE):
        answer = anlan("plan", "check", resources.path("plan/instructions.csv"))
    assert answer.code == 0
    assert "占用" in answer.err


# ── the journal ──


def test_a_journal_as_it_was_written_is_found_whole(anlan, lived_in: Path) -> None:
    answer = anlan("journal", "verify")
    assert answer.code == 0
    assert answer.out.startswith("ok: ")
    assert answer.err == ""


@pytest.mark.parametrize("seq", [1, 7, 20])
def test_one_changed_byte_of_a_step_is_found_and_named(anlan, lived_in: Path, seq: int) -> None:
    with closing(sqlite3.connect(lived_in / STORE_FILE)) as raw, raw:
        payload = raw.execute("SELECT payload FROM step WHERE seq = ?", (seq,)).fetchone()[0]
        at = payload.index(":") - 2
        changed = payload[:at] + chr(ord(payload[at]) ^ 1) + payload[at + 1 :]
        raw.execute("UPDATE step SET payload = ? WHERE seq = ?", (changed, seq))
    answer = anlan("journal", "verify")
    one_sentence(answer)
    assert f"第 {seq} 步" in answer.err
    assert answer.out == ""


def test_a_home_without_a_journal_is_told_and_none_is_made(anlan, home: Path) -> None:
    one_sentence(anlan("journal", "verify"))
    assert not (home / STORE_FILE).exists()


def test_a_file_that_is_no_journal_is_told(anlan, home: Path) -> None:
    (home / STORE_FILE).write_bytes(b"not a database" * 500)
    one_sentence(anlan("journal", "verify"))
