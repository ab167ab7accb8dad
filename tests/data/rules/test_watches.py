"""A team that is silent for longer than its interval is overdue; a call for help comes before everything."""

from __future__ import annotations

from datetime import timedelta

from data.model.field import Watch
from data.model.field_steps import WatchAnswered, WatchEnded, WatchStarted
from data.rules.watches import due_at, is_overdue, pressing, running
from tests import township

MINUTE = timedelta(minutes=1)


def out():
    now = township.situation()
    made = [Watch(f"W{n}", f"S00{n}", "搜救", n * 10, now.at, "U1", now.at) for n in (1, 2, 3)]
    return township.after(now, *(WatchStarted(watch) for watch in made))


def test_a_team_is_overdue_when_its_interval_is_over_and_not_before() -> None:
    watch = out().watches["W1"]
    assert not is_overdue(watch, due_at(watch) - MINUTE)
    assert is_overdue(watch, due_at(watch))


def test_a_call_for_help_comes_first_then_whoever_is_due_next() -> None:
    now = township.after(out(), WatchAnswered("W3", well=False))
    assert [watch.id for watch in running(now)] == ["W3", "W1", "W2"]


def test_only_help_and_silence_need_somebody_and_a_team_that_is_back_needs_nobody() -> None:
    now = township.after(out(), WatchAnswered("W3", well=False))
    assert pressing(now, now.at) == ("W3",)
    assert pressing(now, now.at + 10 * MINUTE) == ("W3", "W1")
    back = township.after(now, WatchEnded("W1"), WatchAnswered("W3", well=True))
    assert pressing(back, now.at + 11 * MINUTE) == ()
