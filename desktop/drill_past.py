"""The assessment of a drill that was left: its store is opened, scored by its own journal, and closed again."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import resources
from data.feeds.scenario import parse_scenario
from data.feeds.scenario_faults import ScenarioRefused
from data.gateway.channels.setup_file import FILE, load
from data.gateway.courier import EXERCISE
from data.model.drill import Scenario
from data.model.steps import Realm
from data.rules.performance.event import event_score
from data.rules.performance.expected import answered
from data.rules.performance.sends import outward
from data.rules.performance.story import Line
from data.store.errors import StoreTrouble
from data.store.store import Store
from desktop.drill_home import SCENARIO_FILE
from desktop.drill_outward import MOST
from desktop.drill_seed import read_rules
from desktop.keeping import STORE_FILE
from views import phrases, store_words
from views.scenario_words import fault_lines

MOST_LINES = 10_000_000
MOST_FAULTS = 3


def scenario_of(folder: Path) -> Scenario:
    """Read the scenario that a drill's home keeps; OSError or ScenarioRefused when that cannot be."""
    return parse_scenario((folder / SCENARIO_FILE).read_text("utf-8-sig"), resources.path("demo"), SCENARIO_FILE)


def why(fault: OSError | ScenarioRefused | StoreTrouble) -> str:
    """Say a fault of a drill's files in the words of the screen."""
    if isinstance(fault, StoreTrouble):
        return store_words.trouble(fault.code, fault.params)
    if isinstance(fault, ScenarioRefused):
        return phrases.clauses(fault_lines(fault.faults[:MOST_FAULTS]))
    return phrases.labelled(str(fault.filename), fault.strerror) if fault.filename and fault.strerror else str(fault)


def lines_of(store: Store) -> list[Line]:
    """Return the whole journal of a drill, with the numbers of its steps."""
    return [(line.seq, line.step) for line in store.steps(limit=MOST_LINES)]


def real_ways(folder: Path) -> frozenset[str]:
    """Return the channels of a home that reach real people."""
    return frozenset(one.name for one in load(folder / FILE).setups if not one.exercise)


def assess(folder: Path, language: str) -> bytes:
    """Return the assessment of a drill's home as a Word document; StoreTrouble when a desk has it open."""
    from desktop.drill_play import Played  # with the makers of documents: not at every start
    from desktop.drill_told import assessment

    scenario, rules = scenario_of(folder), read_rules()
    with Store.open(folder / STORE_FILE, realm=Realm.DRILL, files=folder / "files") as store:
        now = store.load()
        lines = tuple(lines_of(store))
        sent = outward(store.field.lines(limit=MOST), real_ways(folder), EXERCISE)
    over = now.at + timedelta(seconds=1)
    answers = answered(scenario, lines, over, now)
    score = event_score(lines, now, (scenario.starts_at, over), answers=answers, outward=sent, bounds=rules.bounds)
    return assessment(Played(scenario, score, now, lines, (), 0.0, 0.0), rules, language)
