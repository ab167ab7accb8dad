"""Read the table of the ladder (叫应): the rungs in their order, how long each waits for an answer, and who says so."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from data.model.dispatch import Channel


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung; `wait_s` 0 waits until a person climbs."""

    channel: Channel
    wait_s: int
    source: str = ""


def read_ladder(path: Path) -> tuple[Rung, ...]:
    """Read the rungs in the order of the table; a faulty table is ours to mend and is raised loudly."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rungs = tuple(
            Rung(Channel(row["channel"]), int(row["wait_s"]), row["source"] or "") for row in csv.DictReader(stream)
        )
    if len({rung.channel for rung in rungs}) != len(rungs) or any(rung.wait_s < 0 for rung in rungs):
        raise ValueError(f"{path.name}: a rung stands twice, or waits less than nothing")
    return rungs
