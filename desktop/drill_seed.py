"""What a drill is played by: the tables of the rules, and the pictures that its scenario names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import resources
from data.feeds.alarm_tables import read_alarm_bounds
from data.feeds.clock_tables import read_clock_tables
from data.feeds.incident_tables import read_incident_tables
from data.feeds.ladder import read_ladder
from data.model.alarm_bounds import AlarmBounds
from data.model.clock_tables import ClockTables
from data.model.dispatch import Channel
from data.model.drill import Scenario
from data.model.field import Attachment
from data.model.incident_tables import IncidentTables
from data.store.store import Store


@dataclass(frozen=True, slots=True)
class Rules:
    """The tables that a drill is played by."""

    bounds: AlarmBounds
    incidents: IncidentTables
    clock: ClockTables
    rungs: tuple[tuple[Channel, int], ...]


def read_rules() -> Rules:
    """Read the shipped tables."""
    folder = resources.path("rules")
    rungs = tuple((one.channel, one.wait_s) for one in read_ladder(folder / "ladder.csv"))
    return Rules(read_alarm_bounds(folder), read_incident_tables(folder), read_clock_tables(folder), rungs)


def keep_pictures(store: Store, scenario: Scenario, folders: Iterable[Path]) -> dict[str, Attachment]:
    """Keep the pictures that a scenario names, by their names; what lies in no folder is left out."""
    names = {name for inject in scenario.injects for name in inject.detail("photos").split(";") if name}
    found: dict[str, Attachment] = {}
    for name in sorted(names):
        path = next((folder / name for folder in folders if (folder / name).is_file()), None)
        if path is not None:
            media = "image/png" if path.suffix.lower() == ".png" else "image/jpeg"
            found[name] = Attachment(store.put_file(path, path.name), media, path.stat().st_size, *_size(path))
    return found


def _size(path: Path) -> tuple[int, int]:
    from PIL import Image

    with Image.open(path) as picture:
        return picture.size
