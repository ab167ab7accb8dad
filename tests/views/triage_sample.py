"""Reports for tests of the triage."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from data.model.dispatch import Report
from data.model.field import Attachment
from data.model.situation import Situation
from data.model.steps import ReportReceived
from tests.township import NOON, after, situation


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
