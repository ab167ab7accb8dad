"""A small drill is played to its end without a window: all answered or missed, always the same, nothing sent."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from data.model.dispatch import Channel
from data.model.drill import Act, Condition, Expectation, Ground, InjectKind, Player, Scenario, Trace
from data.model.river import HUAYUANKOU
from data.model.scores import Measure, Thing, Verdict
from data.model.steps import ReadingTaken, Realm
from data.rules.channels import Message, OutboundRefused, Port, Recipient
from data.store.store import Store
from desktop import drill_play, drill_told
from desktop.drill_home import fill
from desktop.drill_outward import Reaching
from desktop.drill_play import Played, Progress, Run, play
from desktop.drill_seed import read_rules
from tests.data.rules.drill.drill_world import START, inject
from tests.desktop.small_township import registers

RULES = read_rules()
ROLES = ("R01", "R02", "R03", "R05", "R07", "R22")


def wanted(act: Act, within: float = 30.0, **proof: str) -> Expectation:
    return Expectation(act.value, act, "R03", within, tuple(proof.items()), "MEET", act.value)


def scene(misses: float = 0.0) -> Scenario:
    """Two hours: the river passes 4,000, a report, a message when nobody has answered, a station that falls silent."""
    seen = (("category", "E1"), ("kind", "管涌"), ("place", "大堤"), ("grade", "2"))
    injects = (
        inject("A", 5.0, kind=InjectKind.REPORT, details=seen, says="S004",
               expects=(wanted(Act.VERIFY), wanted(Act.INCIDENT), wanted(Act.REPORT_UP, paper="incident_first"))),
        inject("B", 10.0, expects=(wanted(Act.NOTE), wanted(Act.PUSH, word="撤滩"))),
        inject("C", None, Condition(Ground.ANSWERED, "B"), details=(("answer_min", "20"),),
               expects=(wanted(Act.ANSWER),)),
        inject("D", None, Condition(Ground.UNANSWERED, "B", 40.0), expects=(wanted(Act.LOG, word="催办"),)),
        inject("E", 20.0, kind=InjectKind.LINK,
               details=(("station", HUAYUANKOU), ("state", "lost"), ("for_min", "30"))),
        inject("F", 119.0, expects=(wanted(Act.NOTE, 15.0),)),
    )  # fmt: skip
    flows = Trace(
        HUAYUANKOU, ((0.0, 3500.0, None), (60.0, 4500.0, None), (120.0, 4700.0, None)), "构造", every_min=10.0
    )
    players = tuple(Player(role, 4.0, 2.0, misses) for role in ROLES)
    return Scenario("small", "小演练", "说明", START, 120.0, 60, "构造", True, (flows,), injects, players)


@pytest.fixture
def played(tmp_path: Path):
    """Play a scene in a store of its own; what it holds afterwards is what was played."""
    stores = count()

    def run(scenario: Scenario, seed: int = 1, speed: float = 0.0, tell=None) -> Played:
        with Store.open(tmp_path / f"{next(stores)}.sqlite", realm=Realm.DRILL, files=tmp_path / "files") as store:
            now = fill(store, registers(), "U1", scenario, b"scenario", seed)
            got = play(scenario, now, store, RULES, Run(seed, speed), tell)
            assert store.verify().ok
            assert store.load() == got.now
            kept = store.steps(after_seq=now.seq, limit=10_000)
            assert [(line.seq, line.step) for line in kept] == list(got.lines)
            for paper in got.now.papers.values():
                assert store.file_path(paper.digest) is not None
        return got

    return run


def test_every_inject_is_answered_or_missed_and_nothing_leaves(played) -> None:
    got: Played = played(scene())
    score = got.score
    assert {one.verdict for one in score.answers} == {Verdict.IN_TIME}
    # D waits for an answer that never fails to come
    assert {mark.inject for mark in got.now.drill.marks} == {"A", "B", "C", "E", "F"}
    assert (score.begins, got.now.drill.ended_at) == (START, score.ends - drill_play.TICK)
    assert score.timing(Thing.TASK, Measure.ACKNOWLEDGE).total.count > 0
    assert score.timing(Thing.ALARM, Measure.ACKNOWLEDGE).total.count > 0
    assert score.outward.real == 0
    out = score.outward
    assert out.refused > 0
    assert out.lines == out.refused + out.real + out.moot + out.by_hand + out.failed + out.waiting
    told = json.loads(drill_told.as_json(got))
    assert (told["sends_attempted"], told["sends_real"]) == (out.refused, 0)
    assert len(got.now.papers) == 1
    heard = [step.at for _, step in got.lines if isinstance(step.body, ReadingTaken)]
    assert not [at for at in heard if START + timedelta(minutes=20) < at < START + timedelta(minutes=50)]


def test_players_who_miss_all_leave_it_missed_and_what_waits_for_that_happens(played) -> None:
    got: Played = played(scene(misses=1.0))
    verdicts = {(one.inject, one.expectation): one.verdict for one in got.score.answers}
    assert verdicts["A", "verify"] is verdicts["D", "log"] is verdicts["F", "note"] is Verdict.MISSED
    assert Verdict.OPEN not in verdicts.values()
    assert ("C", "answer") not in verdicts


def test_the_same_seed_gives_the_same_at_any_speed_and_another_seed_another(played) -> None:
    short = replace(scene(), length_min=20.0)
    first, paced, other = played(short), played(short, speed=20_000.0), played(short, seed=2)
    assert paced.took_s >= 20 * 60 / 20_000

    def told(one: Played) -> dict[str, object]:
        return json.loads(drill_told.as_json(one)) | {"made_at": ""}

    assert told(first) == told(paced)
    assert told(first)["steps_digest"] != told(other)["steps_digest"]
    (inject_a, *_), sends = told(first)["injects"], told(first)["sends_real"]
    assert (inject_a["id"], inject_a["how"], inject_a["outcome"], sends) == ("A", "fired", "in_time", 0)


def test_whatever_a_carrier_of_a_drill_is_given_counts_as_sent() -> None:
    way = Reaching(Channel.SMS)
    assert (way.outbound, way.exercise) == (True, False)
    port = Port([way])
    with pytest.raises(OutboundRefused):
        port.send(way.name, Message("P", "撤滩"), [Recipient("S001")], Realm.DRILL)
    assert way.sent == 0
    port.send(way.name, Message("P", "撤滩"), [Recipient("S001"), Recipient("S002")], Realm.LIVE)
    assert way.sent == 2


def test_progress_is_told_at_the_end_at_the_latest(played) -> None:
    told: list[Progress] = []
    played(replace(scene(), length_min=10.0), tell=told.append)
    assert [one.share for one in told] == [1.0]
    assert told[0].at == START + timedelta(minutes=10)
    assert timedelta(seconds=30) == drill_play.TICK
