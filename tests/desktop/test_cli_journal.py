"""The command line takes spans of the journal away and checks such files, wherever they come from."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from data.store.proof import LINES
from data.store.store import Store
from desktop.cli_journal import KEY_FILE
from desktop.keeping import STORE_FILE
from tests.desktop.command_line import Answer, one_sentence


def days(home: Path) -> tuple[str, str]:
    """First and last day of the journal, as Beijing counts them."""
    from views.words import BEIJING

    with Store.open(home / STORE_FILE) as store:
        first, last = store.steps(limit=1)[0], store.steps(limit=1, newest_first=True)[0]
    return tuple(f"{line.step.at.astimezone(BEIJING):%Y-%m-%d}" for line in (first, last))  # type: ignore[return-value]


def signer(answer: Answer) -> str:
    return answer.out.splitlines()[-1].split("：")[1]


def test_what_is_taken_away_passes_the_check_and_names_the_same_signer(anlan, lived_in: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.zip"
    first, last = days(lived_in)
    taken = anlan("journal", "export", out, "--from", first, "--to", last)
    assert (taken.code, taken.err) == (0, "")
    assert "第 1–" in taken.out
    assert (lived_in / KEY_FILE).stat().st_mode & 0o077 == 0
    checked = anlan("journal", "check", out)
    assert (checked.code, checked.err) == (0, "")
    assert checked.out.startswith("ok: 第 1–")
    assert signer(checked) == signer(taken)
    assert not list(tmp_path.glob("*.part"))


def test_one_changed_byte_in_the_file_is_found(anlan, lived_in: Path, tmp_path: Path) -> None:
    out, changed = tmp_path / "out.zip", tmp_path / "changed.zip"
    assert anlan("journal", "export", out, "--no-files").code == 0
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            body = bytearray(old.read(name))
            if name == LINES:
                body[len(body) // 2] ^= 1
            new.writestr(name, bytes(body))
    answer = anlan("journal", "check", changed)
    one_sentence(answer)
    assert answer.out == ""


def test_a_file_cut_short_no_file_and_another_file_are_told(anlan, lived_in: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.zip"
    assert anlan("journal", "export", out).code == 0
    out.write_bytes(out.read_bytes()[:-200])
    one_sentence(anlan("journal", "check", out))
    one_sentence(anlan("journal", "check", tmp_path / "nothing.zip"))


def test_a_span_without_a_step_and_a_folder_that_is_not_there_are_told(anlan, lived_in: Path, tmp_path: Path) -> None:
    one_sentence(anlan("journal", "export", tmp_path / "out.zip", "--from", "1999-01-01", "--to", "1999-01-02"))
    one_sentence(anlan("journal", "export", tmp_path / "nowhere" / "out.zip"))
    assert not (tmp_path / "out.zip").exists()


def test_nothing_is_taken_from_a_home_without_a_journal(anlan, home: Path, tmp_path: Path) -> None:
    one_sentence(anlan("journal", "export", tmp_path / "out.zip"))
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("wrong", ["yesterday", "2020-13-01", "26.06.2020"])
def test_a_wrong_date_is_a_mistake_of_usage(anlan, lived_in: Path, tmp_path: Path, wrong: str) -> None:
    answer = anlan("journal", "export", tmp_path / "out.zip", "--from", wrong)
    assert answer.code == 2
    assert wrong in answer.err


def test_a_day_at_the_end_is_taken_whole_and_a_time_ends_before_itself(anlan, lived_in: Path, tmp_path: Path) -> None:
    _, last = days(lived_in)
    whole = anlan("journal", "export", tmp_path / "day.zip", "--from", last, "--to", last)
    assert whole.code == 0
    with Store.open(lived_in / STORE_FILE) as store:
        newest = store.steps(limit=1, newest_first=True)[0]
    assert f"–{newest.seq} 步" in whole.out
    before = anlan("journal", "export", tmp_path / "before.zip", "--to", newest.step.at.isoformat())
    assert before.code == 1 or f"–{newest.seq} 步" not in before.out
