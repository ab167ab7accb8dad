"""Keeping: a home is filled once, what is taken is there after a restart, troubles are told while work goes on."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from data.model.steps import NoteWritten, Realm, Step
from data.rules.take import take
from data.store.errors import StoreTrouble
from data.store.store import Store
from desktop import keeping as module
from desktop.background import Background
from desktop.first_run import demo_situation, first_steps
from desktop.keeping import STORE_FILE, Keeping, open_store, resume_time


@pytest.fixture
def opened(home: Path, monkeypatch: pytest.MonkeyPatch):
    """An opened home of few registers, so that it opens fast."""
    few = [step for step in first_steps() if step.key in ("first-users", "first-tiers", "first-user")]
    monkeypatch.setattr(module, "first_steps", lambda **_: few)
    monkeypatch.setattr(module, "missing_steps", lambda *_: [])
    return open_store(home)


@pytest.fixture
def background(qapp):
    made = Background()
    yield made
    made.close()


def note(number: int, at) -> Step:
    return Step(f"n{number}", at + timedelta(minutes=number), "duty", Realm.LIVE, NoteWritten(f"第{number}条"))


def test_an_empty_home_is_filled_once_with_the_demonstration_and_then_only_read(home: Path) -> None:
    store, situation, first = open_store(home)
    store.close()
    assert first
    assert situation == demo_situation()
    again, read, second = open_store(home)
    with again:
        assert not second
        assert read == situation
        assert again.verify().ok
    assert resume_time(read) == read.at


def test_an_empty_home_of_a_drill_is_filled_in_its_own_realm_and_read_in_it(home: Path) -> None:
    store, situation, first = open_store(home, realm=Realm.DRILL)
    with store:
        assert first
        assert situation.realm is Realm.DRILL
        assert {line.step.realm for line in store.steps()} == {Realm.DRILL}
    with pytest.raises(StoreTrouble, match="other_realm"):
        open_store(home)
    again, read, _ = open_store(home, realm=None)
    again.close()
    assert read == situation


def test_a_home_that_another_process_has_is_refused_in_words(opened, home: Path) -> None:
    store, _, _ = opened
    with store, pytest.raises(StoreTrouble) as trouble:
        open_store(home)
    assert trouble.value.code == "locked_by_other"
    open_store(home)[0].close()


def test_a_first_filling_that_fails_leaves_the_home_to_be_filled_anew(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(**_: object) -> list[Step]:
        raise ValueError("a shipped table is at fault")

    monkeypatch.setattr(module, "first_steps", broken)
    with pytest.raises(ValueError, match="shipped table"):
        open_store(home)
    monkeypatch.undo()
    store, _, first = open_store(home)
    store.close()
    assert first


def test_what_was_kept_is_there_after_a_restart(opened, home: Path, background: Background, qtbot) -> None:
    store, now, _ = opened
    keeping = Keeping(store, background)
    for number in range(5):
        step = note(number, now.at)
        now, _ = take(now, step)
        keeping.keep(step, now)
    assert keeping.flush()
    assert keeping.unsaved == 0
    assert keeping.close() == 0
    again, read, _ = open_store(home)
    with again:
        assert read == now
        assert again.refolded() == now


def test_the_count_of_unsaved_steps_rises_and_falls_and_is_told_on_change_only(
    opened, background: Background, qtbot
) -> None:
    store, now, _ = opened
    keeping = Keeping(store, background)
    told: list[tuple[int, str]] = []
    keeping.state_changed.connect(lambda unsaved, trouble: told.append((unsaved, trouble)))
    step = note(1, now.at)
    now, _ = take(now, step)
    keeping.keep(step, now)
    keeping.flush()
    qtbot.waitUntil(lambda: bool(told) and told[-1] == (0, ""))
    assert all(before != after for before, after in pairwise(told))
    keeping.close()


def test_a_full_disk_is_told_work_goes_on_in_memory_and_is_caught_up(
    opened, home: Path, background: Background, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, now, _ = opened
    append = Store.append

    def full(*_: object) -> tuple[int, ...]:
        raise StoreTrouble("disk_full", detail="database or disk is full")

    monkeypatch.setattr(Store, "append", full)
    keeping = Keeping(store, background)
    told: list[tuple[int, str]] = []
    keeping.state_changed.connect(lambda unsaved, trouble: told.append((unsaved, trouble)))
    for number in range(3):
        step = note(number, now.at)
        now, _ = take(now, step)
        keeping.keep(step, now)
    qtbot.waitUntil(lambda: (3, "disk_full") in told)
    monkeypatch.setattr(Store, "append", append)
    qtbot.waitUntil(lambda: told[-1] == (0, ""), timeout=10_000)
    assert keeping.close() == 0
    again, read, _ = open_store(home)
    with again:
        assert read == now


def test_a_question_to_the_store_is_answered_on_the_ui_thread(opened, background: Background, qtbot) -> None:
    store, now, _ = opened
    keeping = Keeping(store, background)
    answers: list[object] = []
    keeping.ask(lambda store: store.last_seq, answers.append, answers.append)
    qtbot.waitUntil(lambda: answers == [now.seq])
    keeping.ask(lambda _: 1 // 0, answers.append, answers.append)
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert isinstance(answers[1], ZeroDivisionError)
    keeping.close()


def test_closing_writes_what_is_queued_and_frees_the_home(opened, home: Path, background: Background) -> None:
    store, now, _ = opened
    keeping = Keeping(store, background)
    step = note(1, now.at)
    now, _ = take(now, step)
    keeping.keep(step, now)
    assert keeping.close() == 0
    with Store.open(home / STORE_FILE) as again:
        assert again.load() == now
