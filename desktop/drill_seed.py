"""What a drill begins with: the rules, and a store of its own filled with registers, a home's or the shipped ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
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
from data.model.register import ROW_TYPES, Registers
from data.model.situation import Situation
from data.model.steps import Realm, RegisterReplaced, Step, UserChanged
from data.rules.rights import SYSTEM
from data.store.store import Store
from desktop.first_run import FIRST_USER, shipped_register, taken

PHOTOS = "demo/photos"
"""Where the pictures lie that shipped scenarios name; those of other scenarios lie beside their file."""


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


def shipped_registers() -> Registers:
    """Return the registers of the demonstration."""
    registers = Registers()
    for kind in ROW_TYPES:
        registers = registers.having(shipped_register(kind))
    return registers


def first_steps(registers: Registers, at: datetime, source: str) -> list[Step]:
    """Return the steps that fill a drill's store: every register, the plan last, then who sits at the desk."""
    kinds = sorted(ROW_TYPES, key=lambda kind: kind == "plan")
    held = [registers.of(kind) for kind in kinds]
    user = FIRST_USER if FIRST_USER in registers.users.by_id else next((one.id for one in registers.users), "")
    filled = [
        Step(f"first-{register.kind}", at, SYSTEM, Realm.DRILL, RegisterReplaced(register, source)) for register in held
    ]
    return [*filled, Step("first-user", at, SYSTEM, Realm.DRILL, UserChanged(user))]


def fill(store: Store, registers: Registers, at: datetime, source: str) -> Situation:
    """Fill an empty store of a drill and return its situation."""
    pairs = taken(Situation(realm=Realm.DRILL), first_steps(registers, at, source))
    store.append(pairs)
    return pairs[-1][1]


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
