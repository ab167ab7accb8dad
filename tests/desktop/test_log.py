"""The log: lines in a file and the last ones in memory, one record on one line, nothing left behind."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from desktop import log


@pytest.fixture
def last(home: Path):
    before = logging.getLogger().level
    made = log.configure(home)
    yield made
    log.release(made)
    logging.getLogger().setLevel(before)


def text(home: Path) -> str:
    return (home / "log" / "anlan.log").read_text("utf-8")


def test_a_line_goes_to_the_file_and_to_memory(last: log.LastLines, home: Path) -> None:
    logging.getLogger("river").info("花园口 %d", 5520)
    assert "INFO river: 花园口 5520" in text(home)
    assert last.lines[-1].endswith("INFO river: 花园口 5520")


def test_debug_lines_are_left_out(last: log.LastLines, home: Path) -> None:
    logging.getLogger("river").debug("small talk")
    assert text(home) == ""


def test_control_characters_from_outside_are_made_visible(last: log.LastLines, home: Path) -> None:
    logging.getLogger("map").warning("%s", "a\x1b[31mb\x00c\r2020-01-01 ERROR forged")
    assert "\\x1b[31mb\\x00c\\x0d2020" in text(home)
    assert "\x1b" not in text(home)


def test_only_the_last_lines_are_kept_in_memory() -> None:
    kept = log.LastLines(3)
    for number in range(10):
        kept.emit(logging.makeLogRecord({"msg": str(number)}))
    assert list(kept.lines) == ["7", "8", "9"]


def test_the_files_turn_over_and_are_five_at_most(last: log.LastLines, home: Path) -> None:
    for handler in logging.getLogger().handlers:
        if isinstance(handler, logging.handlers.RotatingFileHandler):
            handler.maxBytes = 200
    for number in range(60):
        logging.getLogger("river").info("%d %s", number, "x" * 50)
    files = sorted(path.name for path in (home / "log").iterdir())
    assert files == ["anlan.log", *(f"anlan.log.{n}" for n in range(1, 5))]


def test_release_takes_our_handlers_away_and_no_others(home: Path) -> None:
    before = list(logging.getLogger().handlers)
    level = logging.getLogger().level
    log.release(log.configure(home))
    logging.getLogger().setLevel(level)
    assert logging.getLogger().handlers == before
