"""Welfare timers: when a team must report itself well, which are overdue, which are the most pressing."""

from __future__ import annotations

from datetime import datetime, timedelta

from data.model.field import Muster, Watch
from data.model.situation import Situation


def due_at(watch: Watch) -> datetime:
    """Return by when the team must have reported itself well again."""
    return watch.last_at + timedelta(minutes=watch.interval_min)


def is_overdue(watch: Watch, time: datetime) -> bool:
    """Whether a running watch has heard nothing for longer than its interval."""
    return watch.ended_at is None and due_at(watch) <= time


def running(now: Situation) -> tuple[Watch, ...]:
    """Return the watches that have not ended: those that called for help first, then by when they are due."""
    open_ = (watch for watch in now.watches.values() if watch.ended_at is None)
    return tuple(sorted(open_, key=lambda watch: (watch.help_at is None, due_at(watch), watch.id)))


def pressing(now: Situation, time: datetime) -> tuple[str, ...]:
    """Return the ids of watches that need somebody now: a call for help, or overdue."""
    return tuple(watch.id for watch in running(now) if watch.help_at is not None or is_overdue(watch, time))


def ends_at(muster: Muster) -> datetime:
    """Return when the clock of a roll-call runs out."""
    return muster.called_at + timedelta(minutes=muster.minutes)
