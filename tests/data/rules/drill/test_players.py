"""Scripted players act by the very steps of users, each in his time; chance depends on nothing but seed and matter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from data.model.drill import Act, Expectation, Inject, InjectKind, Player, Scenario
from data.model.incident_tables import IncidentTables
from data.model.levels import Level
from data.model.river import HUAYUANKOU, Reading
from data.model.scores import Verdict
from data.model.situation import Situation
from data.model.steps import PushApproved, ReadingTaken, Realm, SignedOff, Step, StepRefused
from data.rules.drill.cast import Cast, cast_of, commander, leader, on_duty
from data.rules.drill.chance import delay, draw, misses
from data.rules.drill.effects import steps_of
from data.rules.drill.players import moves
from data.rules.performance.expected import answered
from data.rules.performance.story import Line
from data.rules.take import take
from tests.data.rules.drill.drill_world import START, begun, inject, scenario

PROOFS = {
    Act.SIGN_OFF: (("level", "IV"),),
    Act.ISSUE: (("instruction", "MEET"),),
    Act.ON_SITE: (("instruction", "MEET"),),
    Act.FINISH: (("instruction", "MEET"),),
    Act.ORDER: (("role", "R06"), ("word", "查堤")),
    Act.PUSH: (("word", "撤滩"),),
    Act.CALL: (("person", "S003"),),
    Act.MUSTER: (("word", "点名"),),
    Act.MOVE_PEOPLE: (("register", "growers"), ("people", "GR1;GR2"), ("state", "已撤离")),
    Act.REPORT_UP: (("paper", "flash"), ("word", "汛情")),
    Act.BRIEFING: (("word", "启动"),),
    Act.LOG: (("word", "停电"),),
}
SEEN = (("category", "E1"), ("kind", "管涌"), ("place", "大堤"), ("grade", "2"))


def everything() -> Scenario:
    """A report that asks for all that can be done about one, a message for the rest."""
    reported = [Act.NOTE, Act.VERIFY, Act.INCIDENT]
    worse = inject(
        "C", 60, kind=InjectKind.INCIDENT, details=(("follows", "A"), ("kind", "管涌")),
        expects=(Expectation("amend", Act.AMEND, "R05", 60, (("grade", "1"),)),),
    )  # fmt: skip
    rest = [act for act in Act if act not in (*reported, Act.AMEND)]
    return scenario(
        inject("A", 0, kind=InjectKind.REPORT, details=SEEN, says="S004", expects=tuple(map(wanted, reported))),
        inject("B", 1, details=(("answer_min", "30"),), expects=tuple(map(wanted, rest))),
        worse,
    )


def wanted(act: Act) -> Expectation:
    return Expectation(act.value, act, "R03", 120, PROOFS.get(act, ()), "", f"{act.value}一项")


def quick(scene: Scenario, seed: int = 1, share: float = 0.0) -> Cast:
    roles = ("R01", "R02", "R03", "R04", "R05", "R06", "R07", "R09", "R11", "R22")
    players = tuple(Player(role, 4.0, 2.0, share) for role in roles)
    return cast_of(replace(scene, players=players), seed, IncidentTables())


def played(cast: Cast, minutes: int = 240, flow: float | None = 4300.0) -> tuple[Situation, list[Line], list[str]]:
    """Play a scene by the minute; return its end, its lines, and what the rules refused."""
    now, lines, refused, keys = begun(), list[Line](), list[str](), set[str]()

    def try_(step: Step) -> None:
        nonlocal now
        try:
            now = take(now, step)[0]
        except StepRefused as refusal:
            refused.append(f"{step.key} {refusal.code}")
            return
        lines.append((now.seq, step))

    if flow is not None:
        try_(Step("r", START, "system", Realm.DRILL, ReadingTaken(Reading(HUAYUANKOU, START, flow))))
    for minute in range(minutes):
        at = START + timedelta(minutes=minute)
        for one in cast.scenario.injects:
            if one.at_min == minute:
                for step in steps_of(one, cast.scenario, now, at):
                    try_(step)
        for step in moves(cast, now, at, keys):
            keys.add(step.key)
            try_(step)
    return now, lines, refused


def verdicts(cast: Cast, minutes: int = 240) -> dict[str, Verdict]:
    now, lines, _ = played(cast, minutes)
    return {one.expectation: one.verdict for one in answered(cast.scenario, lines, now.at, now)}


def test_players_can_do_every_act_and_the_queries_find_it_done() -> None:
    found = verdicts(quick(everything()))
    assert {act.value for act in Act} == set(found)
    assert {name for name, verdict in found.items() if verdict is not Verdict.IN_TIME} == set()


def test_players_who_miss_everything_leave_all_that_the_desk_does_not_do_by_itself() -> None:
    cast = quick(everything(), share=1.0)
    found = verdicts(cast)
    by_itself = {Act.SIGN_OFF, Act.ISSUE, Act.ON_SITE, Act.FINISH, Act.MOVE_PEOPLE, Act.PUSH, Act.AMEND}
    assert {name for name, verdict in found.items() if verdict is Verdict.MISSED} >= {
        act.value for act in Act if act not in by_itself
    }


def test_the_same_seed_plays_the_same_steps_and_another_one_others() -> None:
    def told(seed: int) -> list[tuple[str, str]]:
        return [(step.key, step.at.isoformat()) for _, step in played(quick(everything(), seed), 90)[1]]

    first = told(1)
    assert first == told(1)
    assert first != told(2)


def test_who_writes_a_push_does_not_approve_it_and_only_a_commander_signs() -> None:
    now, lines, _ = played(quick(everything()))
    bodies = [(step.body, step.actor) for _, step in lines]
    approved = [body for body, _ in bodies if isinstance(body, PushApproved)]
    assert approved
    assert all(now.pushes[body.push].author != body.approver == "U2" for body in approved)
    assert {actor for body, actor in bodies if isinstance(body, SignedOff)} == {"U3"}
    assert (on_duty(now), leader(now), commander(now)) == ("U1", "U2", "U3")


def test_without_a_scene_that_runs_nobody_moves() -> None:
    cast = quick(everything())
    before = replace(begun(), drill=None)
    assert moves(cast, before, START, set()) == ()


def test_who_is_silent_is_not_reached_and_his_deputy_is_called() -> None:
    gone = inject("S", 0, kind=InjectKind.SILENCE, details=(("people", "S003"),), expects=(wanted(Act.CALL),))
    now, _, _ = played(quick(scenario(gone)), 30, None)
    calls = sorted(now.calls.values(), key=lambda call: call.id)
    assert [(call.person, call.deputy_of, call.outcome.value) for call in calls] == [
        ("S003", "", "no_answer"), ("S004", "S003", "answered"),
    ]  # fmt: skip


def test_a_level_is_signed_when_the_river_reaches_it_and_let_go_hours_after_it_has_fallen() -> None:
    cast = quick(scenario())
    now, _, _ = played(cast, 30)
    assert now.standing.level is Level.IV
    keys: set[str] = set()
    for minute in range(30, 300, 5):
        at = START + timedelta(minutes=minute)
        body = ReadingTaken(Reading(HUAYUANKOU, at, 3000.0))
        now = take(now, Step(f"r{minute}", at, "system", Realm.DRILL, body))[0]
        for step in moves(cast, now, at, keys):
            keys.add(step.key)
            now = take(now, step)[0]
        if now.standing.level is Level.NONE:
            break
    assert 120 <= minute <= 180
    assert now.standing.level is Level.NONE


def test_what_only_stations_upstream_say_is_not_signed() -> None:
    now, lines, _ = played(quick(scenario()), 1, None)
    step = Step("tg", START, "system", Realm.DRILL, ReadingTaken(Reading("TG", START, 9000.0)))
    now = take(now, step)[0]
    assert now.suggestion.level is Level.IV
    later = START + timedelta(hours=3)
    assert not [one for one in moves(quick(scenario()), now, later, set()) if isinstance(one.body, SignedOff)]
    assert lines == []


@pytest.mark.parametrize("about", [("A", "note"), ("B", "note")])
def test_chance_is_of_the_seed_and_the_matter_alone(about: tuple[str, str]) -> None:
    player = Player("R03", 5.0, 3.0, 0.25)
    assert draw(1, *about) == draw(1, *about) != draw(2, *about)
    assert timedelta(minutes=2) <= delay(1, player, *about) <= timedelta(minutes=8)
    assert delay(1, Player("R", 0.0, 0.0)) == timedelta(minutes=0.5)


def test_a_stated_share_is_missed() -> None:
    player = Player("R03", misses=0.25)

    def missed() -> Iterator[bool]:
        return (misses(7, player, str(n)) for n in range(2000))

    assert 0.22 < sum(missed()) / 2000 < 0.28


def test_what_the_rules_refuse_is_few_and_stops_nothing() -> None:
    one: Inject = inject("A", 0, kind=InjectKind.REPORT, details=SEEN, says="S004", expects=tuple(
        wanted(act) for act in (Act.NOTE, Act.VERIFY, Act.INCIDENT)
    ))  # fmt: skip
    now, _, refused = played(quick(scenario(one)), 60)
    assert len(refused) <= 2
    assert len(now.incidents) == 1
