"""The home of a drill: a folder with a store of its own, seeded with what the live desk knows of the township.

Nothing of the live home is written by a drill, and nothing real is reached from it: feeds, stations, channels and
their secrets stay behind. The authority of the field link comes along, so that phones trust the drill's page.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import resources
from data.feeds.scenario import read_scenario
from data.gateway.private_files import write_private
from data.gateway.tls import AUTHORITY_FILE
from data.model.drill import CONTROL, Drill, Scenario
from data.model.drill_steps import DrillBegun
from data.model.register import ROW_TYPES, Registers
from data.model.situation import Situation
from data.model.steps import Realm, RegisterReplaced, Step, UserChanged
from data.rules.rights import SYSTEM
from data.store.errors import StoreTrouble
from data.store.lock import StoreLock
from data.store.store import Store
from desktop.field_desk import FOLDER as FIELD_FOLDER
from desktop.first_run import demo_situation, taken
from desktop.keeping import STORE_FILE
from desktop.settings import Settings, save

DRILLS = "drills"
SCENARIOS = "scenarios"
"""Where a home keeps scenarios of its own."""
SCENARIO_FILE, HEAD_FILE = "scenario.toml", "drill.json"
SOURCE = "实况台账（演练副本）"
_KEPT = ("theme", "language", "font_scale", "field_address", "desk_tel", "alarm_tones", "alarm_speech", "alarm_volume")
"""Settings that a drill shares with the live desk; whatever reaches out or takes in stays at its default."""


@dataclass(frozen=True, slots=True)
class DrillHead:
    """What is listed of a drill without opening its store; `made_at` is the machine's time, `ended_at` the scene's."""

    id: str
    title: str
    scenario: str
    seed: int
    made_at: str
    ended_at: str = ""


@dataclass(frozen=True, slots=True)
class DrillHome:
    """A drill's folder, and whether a desk has it open."""

    folder: Path
    head: DrillHead
    running: bool

    @property
    def made_at(self) -> datetime:
        """When it was made, by the machine's clock."""
        return datetime.fromisoformat(self.head.made_at)


def scenario_files(home: Path | None) -> dict[str, Path]:
    """Return the scenarios at hand by name: one's own stands in front of a shipped one."""
    own = [] if home is None else sorted((home / SCENARIOS).glob("*.toml"))
    return {path.stem: path for path in (*sorted(resources.path("drills").glob("*.toml")), *own)}


def seeds(registers: Registers, user: str, drill: Drill) -> list[Step]:
    """Return the steps that fill a drill's store: the registers as they stand, who is at the desk, the beginning."""
    held = (registers.of(kind) for kind in sorted(ROW_TYPES, key=lambda kind: kind == "plan"))
    bodies = [RegisterReplaced(register, SOURCE) for register in held if len(register)]
    at, realm = drill.began_at, Realm.DRILL
    steps = [Step(f"drill-{body.register.kind}", at, SYSTEM, realm, body) for body in bodies]
    if user:
        steps.append(Step("drill-user", at, SYSTEM, realm, UserChanged(user)))
    return [*steps, Step("drill-begun", at, CONTROL, realm, DrillBegun(drill))]


def fill(store: Store, registers: Registers, user: str, scenario: Scenario, text: bytes, seed: int) -> Situation:
    """Begin a drill in an empty store of the drill realm, its scenario kept beside it; return the situation."""
    digest = store.put_file(text, SCENARIO_FILE)
    drill = Drill(scenario.id, scenario.title, digest, scenario.starts_at, seed, scenario.constructed)
    pairs = taken(Situation(realm=Realm.DRILL), seeds(registers, user, drill))
    store.append(pairs)
    situation = pairs[-1][1]
    store.snapshot(situation)
    return situation


def make_home(live: Path, now: Situation, settings: Settings, scenario: Scenario, text: bytes, seed: int) -> Path:
    """Make the home of a drill below the live one and return it; StoreTrouble or OSError when that cannot be."""
    made = datetime.now(UTC)
    folder = live / DRILLS / f"{scenario.id}-{made:%Y%m%d-%H%M%S}"
    folder.mkdir(parents=True, mode=0o700)
    defaults = Settings()
    kept = {name: getattr(settings, name) for name in _KEPT}
    save(replace(defaults, **kept, clock_speed=0), folder)  # exercise control starts the clock
    (folder / SCENARIO_FILE).write_bytes(text)
    authority = live / FIELD_FOLDER / AUTHORITY_FILE
    if authority.exists():
        write_private(folder / FIELD_FOLDER / AUTHORITY_FILE, authority.read_bytes())
    with Store.open(folder / STORE_FILE, realm=Realm.DRILL, files=folder / "files") as store:
        fill(store, now.registers, now.user, scenario, text, seed)
    head = DrillHead(folder.name, scenario.title, scenario.id, seed, made.isoformat())
    _write(folder, head)
    return folder


def note_end(folder: Path, at: datetime) -> None:
    """Write beside a drill's store that it has ended, so that it is listed so; OSError when that cannot be."""
    home = _home(folder / HEAD_FILE)
    if home is not None and not home.head.ended_at:
        _write(folder, replace(home.head, ended_at=at.isoformat()))


def _write(folder: Path, head: DrillHead) -> None:
    fresh = folder / f"{HEAD_FILE}.new"
    fresh.write_text(json.dumps(asdict(head), ensure_ascii=False), "utf-8")
    fresh.replace(folder / HEAD_FILE)


def listed(live: Path) -> tuple[DrillHome, ...]:
    """Return the drills of a home, newest first; a folder without a readable head is passed over."""
    found = (_home(head) for head in (live / DRILLS).glob(f"*/{HEAD_FILE}"))
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.head.made_at, reverse=True))


def throw_away(home: DrillHome) -> None:
    """Delete a drill that no desk has open; ValueError when one has."""
    if _held(home.folder):
        raise ValueError("running")
    shutil.rmtree(home.folder)


def _home(path: Path) -> DrillHome | None:
    try:
        held: dict[str, Any] = json.loads(path.read_text("utf-8"))
        head = DrillHead(**held)
    except (OSError, ValueError, TypeError):
        return None
    return DrillHome(path.parent, head, _held(path.parent))


def _held(folder: Path) -> bool:
    """Whether a desk has the store of that folder open."""
    if not (folder / STORE_FILE).exists():
        return False
    try:
        StoreLock(folder / STORE_FILE).release()
    except StoreTrouble:
        return True
    return False


def shown(folder: Path, settings: Settings, name: str) -> Path:
    """Make the home of a drill of a shipped scenario and the demonstration's township, for pictures."""
    path = resources.path(f"drills/{name}.toml")
    scenario = read_scenario(path, resources.path("demo"))
    return make_home(folder, demo_situation(), settings, scenario, path.read_bytes(), seed=1)
