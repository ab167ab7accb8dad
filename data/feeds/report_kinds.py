"""Read the table of report kinds: category, kind, urgency with its time limit, and the event of the plan it is."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ReportKind:
    """One kind of report. `event` is the trigger expression of the plan that a confirmed incident of it sets off."""

    category: str
    kind: str
    urgency: str
    due_h: float
    event: str = ""
    source: str = ""


def read_report_kinds(path: Path) -> tuple[ReportKind, ...]:
    """Read the kinds in the order of the table; a faulty table is ours to mend and is raised loudly."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return tuple(
            ReportKind(row["category"], row["kind"], row["urgency"], float(row["due_h"]), row["event"], row["source"])
            for row in csv.DictReader(stream)
        )
