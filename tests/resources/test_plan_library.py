"""The shipped plan library: complete, without contradiction at any flow, and sound on every way up and down."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.model.plan import Phase
from data.model.river import HUAYUANKOU, Reading
from data.model.situation import Course, Situation
from data.model.steps import ReadingTaken, Realm, Step
from data.model.task import TaskState
from data.rules import signoff
from data.rules.plan import listing
from data.rules.take import take
from desktop.first_run import demo_situation
from tests.conftest import ROOT

LEVELS = {3999: None, 4000: "IV", 5999: "IV", 6000: "III", 8000: "II", 10_000: "II", 15_000: "I", 22_000: "I"}
LEAST = {
    1: (10, 6, 10),
    2: (8, 26, 22),
    3: (6, 24, 24),
    4: (4, 22, 22),
    5: (4, 20, 22),
    6: (4, 22, 22),
    7: (2, 10, 10),
}
"""Fewest instructions that begin at a tier, by 预备, 启动, 过程 (domain.md §10.2)."""
MOST_LINES = 25


@pytest.fixture(scope="module")
def demo() -> Situation:
    return demo_situation()


def breakpoints(now: Situation) -> list[float]:
    bounds = {row.flow_min_m3s for row in now.registers.plan} | {row.flow_max_m3s for row in now.registers.plan}
    bounds |= {tier.lower_m3s for tier in now.registers.tiers}
    return sorted(q for bound in bounds for q in (bound - 1, bound) if 0 <= q < 99_999)


def test_the_library_holds_at_least_the_wanted_number_of_distinct_instructions(demo: Situation) -> None:
    rows = demo.registers.plan.rows
    for part in ("id", "title", "text", "title_en"):
        values = [getattr(row, part) for row in rows]
        assert len(set(values)) == len(values) >= 336, part


@pytest.mark.parametrize("tier", LEAST)
def test_every_tier_has_its_instructions_of_every_phase(demo: Situation, tier: int) -> None:
    counts = Counter(row.phase for row in demo.registers.plan if row.tier_min == tier)
    for phase, least in zip((Phase.PREPARE, Phase.START, Phase.COURSE), LEAST[tier], strict=True):
        assert counts[phase] >= least, phase


def test_recession_and_aftermath_have_their_instructions(demo: Situation) -> None:
    counts = Counter(row.phase for row in demo.registers.plan)
    assert counts[Phase.RECEDE] >= 22
    assert counts[Phase.AFTERMATH] >= 14


@pytest.mark.parametrize(("flow", "level"), LEVELS.items())
def test_a_flow_asks_for_the_official_level(demo: Situation, flow: int, level: str | None) -> None:
    tier, entries = listing(demo.registers, demo.plan, flow)
    assert tier is not None
    assert tier.level.numeral == level
    assert signoff.preview(demo, flow).level.numeral == level
    assert entries


def test_no_list_at_any_breakpoint_holds_two_that_replace_each_other(demo: Situation) -> None:
    for flow in breakpoints(demo):
        ids = {entry.instruction.id for entry in listing(demo.registers, demo.plan, flow)[1]}
        for one in ids:
            assert ids.isdisjoint(demo.plan.superseded_by.get(one, frozenset())), (flow, one)


def test_no_role_sees_more_lines_than_a_person_can_follow(demo: Situation) -> None:
    for flow in breakpoints(demo):
        roles = Counter(entry.instruction.role for entry in listing(demo.registers, demo.plan, flow)[1])
        assert all(count <= MOST_LINES for count in roles.values()), (flow, roles.most_common(1))


def test_every_line_of_every_list_has_its_clause_role_limit_and_proof(demo: Situation) -> None:
    roles = demo.registers.roles.by_id
    for flow in breakpoints(demo):
        for entry in listing(demo.registers, demo.plan, flow)[1]:
            row = entry.instruction
            assert row.basis.strip(), row.id
            assert row.evidence.strip(), row.id
            assert row.role in roles, row.id
            assert row.deadline_min > 0, row.id
            assert row.escalate_to in roles, row.id


def test_what_replaces_another_begins_where_the_other_is_still_in_force(demo: Situation) -> None:
    for row in demo.registers.plan:
        for replaced in row.replaced_ids:
            other = demo.registers.plan.get(replaced)
            assert other is not None, (row.id, replaced)
            assert other.flow_min_m3s <= row.flow_min_m3s <= other.flow_max_m3s, (row.id, replaced)


def test_the_command_line_prints_the_list_of_the_highest_tier() -> None:
    command = [sys.executable, "main.py", "tasks", "--flow", "22000", "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=30)
    assert (done.returncode, done.stderr) == (0, b"")
    answer = json.loads(done.stdout)
    assert (answer["flow_m3s"], answer["level"]) == (22_000, "I")
    ids = {task["id"] for task in answer["tasks"]}
    assert len(ids) == len(answer["tasks"]) > 100
    assert all(ids.isdisjoint(task["supersedes"]) for task in answer["tasks"])


def lived(now: Situation, flow: float, *, sign: bool) -> Situation:
    """Let a flow be observed an hour later and, when it is signed, sign exactly the preview."""
    at = now.at + timedelta(hours=1)
    now, _ = take(now, Step(f"r{now.seq}", at, "system", Realm.LIVE, ReadingTaken(Reading(HUAYUANKOU, at, flow))))
    if not sign:
        return now
    shown = signoff.preview(now, flow)
    body = signoff.sign_off(shown, shown.level, "会商决定", "河务局")
    after, _ = take(now, Step(f"s{now.seq}", at, "commander", Realm.LIVE, body))
    open_tasks = (task for task in after.tasks.values() if task.state.open and task.instruction)
    out = [task.instruction for task in open_tasks if task.state is not TaskState.PENDING]
    assert len(out) == len(set(out))
    assert set(out) <= {entry.instruction.id for entry in shown.entries}
    assert all(set(out).isdisjoint(after.plan.superseded_by.get(i, frozenset())) for i in out)
    assert {entry.instruction.id for entry in shown.entries} <= set(out)
    assert set(now.tasks) <= set(after.tasks)
    return after


TIER_FLOWS = (700, 2700, 4100, 6200, 8300, 11_000, 16_000, 23_000)


@pytest.mark.parametrize("peak", TIER_FLOWS[1:])
def test_a_flood_rises_tier_by_tier_and_recedes_to_its_aftermath(demo: Situation, peak: int) -> None:
    way = [flow for flow in TIER_FLOWS if flow <= peak]
    now = demo
    for flow in (*way, *reversed(way[:-1])):
        now = lived(now, float(flow), sign=True)
    assert now.basis.course is (Course.AFTERMATH if peak >= 4000 else Course.NORMAL)
    phases = {now.plan.by_id[t.instruction].phase for t in now.tasks.values() if t.state.open and t.instruction}
    assert phases <= {Phase.RECEDE, Phase.AFTERMATH}


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(TIER_FLOWS), st.booleans()), min_size=1, max_size=6))
def test_every_way_up_and_down_leaves_no_contradiction_and_no_orphan(
    demo: Situation, course: list[tuple[int, bool]]
) -> None:
    now = demo
    for flow, sign in course:
        now = lived(now, float(flow), sign=sign)
