"""Reports for tests of the triage."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from data.model.dispatch import Report
from data.model.field import Attachment
from data.model.situation import Situation, Touched
from data.model.steps import ReportReceived
from tests.township import NOON, after, situation
from views.triage import TriagePanel


def report(row_id: str = "r1", **more: Any) -> Report:
    """A danger at 12+300, unverified, with two hours left."""
    made = Report(
        row_id, NOON, "E1", "管涌", "坑塘冒水", "S002", 113.7, 34.9, "12+300", 2, due=NOON + timedelta(hours=2)
    )
    return replace(made, **more)


def reported(*reports: Report) -> Situation:
    """The small township with these reports."""
    return after(situation(), *(ReportReceived(one) for one in reports or (report(),)))


def shot(letter: str = "a", **more: Any) -> Attachment:
    """A picture that the store knows by 64 times a letter."""
    return replace(Attachment(letter * 64, "image/jpeg", 1000, 400, 300), **more)


def show(pane: TriagePanel, now: Situation, touched: Touched | None = None) -> None:
    """Show a situation at its own time."""
    pane.show_time(now.at)
    pane.show_situation(now, Touched.everything() if touched is None else touched)


def choose(pane: TriagePanel, *ids: str) -> None:
    """Choose rows as an operator does."""
    pane.queue.table.choose(ids)
    pane._pick(ids)


def ids(pane: TriagePanel) -> list[str]:
    """Ids of the rows in the order shown."""
    return [row.id for row in pane.queue.table.model().rows()]


def key(pane: TriagePanel, letter: str) -> None:
    """Press a letter while the list has the keyboard."""
    pane.queue.table.setFocus()
    QTest.keyClick(pane.queue.table, getattr(Qt.Key, f"Key_{letter}"))
