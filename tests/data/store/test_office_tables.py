"""What the office and a drill did stands in ordinary tables, and in snapshots, as the situation knows it."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from data.model.office import Briefing, DutyMessage, Handover, Lesson, Paper
from data.model.situation import Situation
from data.model.steps import Realm, Step, StepRefused
from data.rules.take import take
from data.store.fields import values
from data.store.store import Store
from tests.data import office_strategy, steps_strategy
from tests.data.steps_strategy import Taken
from tests.data.store.test_store import rows


def office_run(seed: int, count: int) -> Taken:
    """The founding registers of a drill, then only what the office and exercise control do."""
    random, taken = Random(seed), steps_strategy.founding(Realm.DRILL)
    while len(taken) < count:
        now = taken[-1][1]
        body = random.choice(office_strategy.MAKERS)(random, now, f"o{random.getrandbits(40):x}")
        if body is None:
            continue
        step = Step(f"o/{now.seq}", now.at, random.choice(("U1", "U2", "U3")), Realm.DRILL, body)
        try:
            taken.append((step, take(now, step)[0]))
        except StepRefused:
            continue
    return taken


def listed(path: Path, table: str, kind: type, *without: str) -> set[tuple]:
    """Rows of a table as the database gives them, without columns of their own."""
    names = [name for name in kind.__dataclass_fields__ if name not in without]
    chosen = ", ".join(f'"{name}"' for name in names)
    return set(rows(path, f"SELECT {chosen} FROM {table}"))


def wanted(nouns, *without: str) -> set[tuple]:
    from data.store.wire import stamp

    return {
        tuple(stamp(value) if hasattr(value, "tzinfo") else value for value in held.values())
        for held in ({k: v for k, v in values(noun).items() if k not in without} for noun in nouns)
    }


@pytest.mark.parametrize("batch", [1, 1000])
def test_the_tables_of_the_office_say_what_the_situation_says(tmp_path: Path, batch: int) -> None:
    taken, path = office_run(5, 160), tmp_path / "drill.db"
    with Store.open(path, realm=Realm.DRILL) as store:
        for start in range(0, len(taken), batch):
            store.append(taken[start : start + batch])
    now: Situation = taken[-1][1]
    assert now.drill is not None
    assert min(map(len, (now.messages, now.briefings, now.handovers, now.papers, now.lessons, now.drill.marks))) > 1
    assert listed(path, "duty_message", DutyMessage) == wanted(now.messages.values())
    assert listed(path, "briefing", Briefing, "ballots") == wanted(now.briefings.values(), "ballots")
    assert listed(path, "handover", Handover) == wanted(now.handovers.values())
    assert listed(path, "paper", Paper) == wanted(now.papers.values())
    assert listed(path, "lesson", Lesson) == wanted(now.lessons.values())
    for briefing in now.briefings.values():
        said = rows(path, f"SELECT role, vote, via FROM ballot WHERE briefing = '{briefing.id}' ORDER BY n")
        assert said == [(one.role, one.vote.value, one.via) for one in briefing.ballots]
    assert any(briefing.ballots for briefing in now.briefings.values())
    assert {len(json.loads(agenda)) for (agenda,) in rows(path, "SELECT agenda FROM briefing")} == {2}
    assert dict(rows(path, "SELECT inject, how FROM inject")) == {m.inject: m.how.value for m in now.drill.marks}
    assert rows(path, "SELECT id, ended_at IS NULL FROM drill") == [(now.drill.id, int(now.drill.ended_at is None))]


def test_a_snapshot_of_a_drill_gives_back_what_the_office_did(tmp_path: Path) -> None:
    taken, path = office_run(6, 90), tmp_path / "drill.db"
    with Store.open(path, realm=Realm.DRILL) as store:
        store.append(taken)
        assert store.snapshot(taken[-1][1])
    with Store.open(path, realm=Realm.DRILL) as store:
        assert store.load() == store.refolded() == taken[-1][1]
        assert store.verify().ok
