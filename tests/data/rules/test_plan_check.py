"""The check of a plan table finds what is missing or contradictory, and nothing in a good table."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.feeds.registers import KINDS, read_register
from data.model.places import Grid
from data.model.plan import Instruction, Phase, Role, TriggerKind
from data.model.register import Register, Registers
from data.rules.plan_check import MOST_LINES, Code, check, coverage
from resources import path
from tests.township import instruction, tiers

ROLES = tuple(Role(f"R{n:02d}", f"岗位{n}", f"Role {n}") for n in range(1, 23))


def grounds() -> Registers:
    made = Registers().having(Register("tiers", tiers(), digest="t")).having(Register("roles", ROLES, digest="r"))
    return made.having(Register("grids", (Grid("G1", "甲", "网格", "甲村"),), digest="g"))


def good() -> tuple[Instruction, ...]:
    return (
        instruction("A", 2, 2, title="全线巡堤两小时一遍", text="按网格编组上堤，4小时内到位。", repeat_min=120),
        instruction(
            "B", 3, title="背河专班巡查坑塘", text="堤脚外100米坑塘、机井、涵管设专班，1小时内到岗。", repeat_min=60
        ),
        instruction(
            "C", 3, title="全线巡堤一小时一遍", text="加密到1小时一遍，夜间双岗。", repeat_min=60, supersedes="A"
        ),
        instruction(
            "D",
            2,
            title="管涌抢护",
            text="30分钟内做反滤围井。",
            trigger=TriggerKind.EVENT,
            trigger_expr="incident.piping",
            flow_min_m3s=0.0,
        ),
        instruction(
            "E", 2, title="上报水情", text="每日两次报水情。", trigger=TriggerKind.CLOCK, trigger_expr="08:00,20:00"
        ),
        instruction(
            "F",
            3,
            title="预备转移",
            text="3小时内通知到户。",
            phase=Phase.PREPARE,
            trigger=TriggerKind.FORECAST,
            trigger_expr="QF>=6000",
        ),
        instruction(
            "G",
            2,
            title="返滩评估",
            text="先查后返，7日内完成。",
            phase=Phase.RECEDE,
            trigger=TriggerKind.MANUAL,
            trigger_expr="manual",
        ),
        instruction(
            "H",
            4,
            title="请求增援",
            text="提请区防指派专业队，30分钟内报出。",
            trigger=TriggerKind.LEVEL,
            trigger_expr="level>=II",
            power="提请",
        ),
    )


def codes(*rows: Instruction) -> list[tuple[str, str, Code]]:
    return [(f.row_id, f.column, f.code) for f in check(rows, grounds())]


def test_a_good_table_has_no_findings():
    assert codes(*good()) == []


def test_an_empty_table_has_no_findings():
    assert check(()) == ()


def test_row_numbers_count_from_the_line_below_the_heading_or_are_taken_as_given():
    bad = (*good(), instruction("X", 2, evidence=""))
    assert [f.row_number for f in check(bad, grounds())] == [10]
    assert [f.row_number for f in check(bad, grounds(), numbers=range(100, 109))] == [108]


MUTATIONS = {
    "no trigger": ({"trigger_expr": " "}, "trigger_expr", Code.MISSING),
    "no role": ({"role": ""}, "role", Code.MISSING),
    "no limit": ({"deadline_min": 0}, "deadline_min", Code.MISSING),
    "no proof": ({"evidence": ""}, "evidence", Code.MISSING),
    "no count of proof": ({"evidence_min": 0}, "evidence_min", Code.MISSING),
    "no title": ({"title": ""}, "title", Code.MISSING),
    "unreadable flow": (
        {"trigger": TriggerKind.OBSERVED, "trigger_expr": "Q>4000以上"},
        "trigger_expr",
        Code.TRIGGER_UNREADABLE,
    ),
    "unreadable forecast": (
        {"trigger": TriggerKind.FORECAST, "trigger_expr": "Q>=4000"},
        "trigger_expr",
        Code.TRIGGER_UNREADABLE,
    ),
    "unreadable level": (
        {"trigger": TriggerKind.LEVEL, "trigger_expr": "level>=V"},
        "trigger_expr",
        Code.TRIGGER_UNREADABLE,
    ),
    "unreadable time": (
        {"trigger": TriggerKind.CLOCK, "trigger_expr": "25:00"},
        "trigger_expr",
        Code.TRIGGER_UNREADABLE,
    ),
    "unreadable order": (
        {"trigger": TriggerKind.ORDER, "trigger_expr": "上级"},
        "trigger_expr",
        Code.TRIGGER_UNREADABLE,
    ),
    "trigger elsewhere": (
        {"trigger": TriggerKind.OBSERVED, "trigger_expr": "Q>=9999"},
        "trigger_expr",
        Code.TRIGGER_MISMATCH,
    ),
    "bounds reversed": ({"flow_max_m3s": 0.0}, "flow_max_m3s", Code.BOUNDS_REVERSED),
    "tiers reversed": ({"tier_min": 7, "tier_max": 1}, "tier_max", Code.TIERS_REVERSED),
    "tier unknown": ({"tier_max": 9}, "tier_max", Code.TIER_UNKNOWN),
    "role unknown": ({"role": "R99"}, "role", Code.ROLE_UNKNOWN),
    "assistant unknown": ({"assist": "R01;R77"}, "assist", Code.ROLE_UNKNOWN),
    "replaces itself": ({"supersedes": "{id}"}, "supersedes", Code.SUPERSEDES_ITSELF),
    "replaces nobody": ({"supersedes": "NONE"}, "supersedes", Code.SUPERSEDES_UNKNOWN),
    "people faulty": ({"people": "ceil(km"}, "people", Code.EXPRESSION),
    "people unknown": ({"people": "horses*2"}, "people", Code.EXPRESSION),
    "materials faulty": ({"materials": "编织袋"}, "materials", Code.EXPRESSION),
    "vague": ({"text": "请尽快上堤。"}, "text", Code.VAGUE),
    "power unknown": ({"power": "自定"}, "power", Code.POWER_UNKNOWN),
    "power not asked for": ({"power": "提请", "title": "增援", "text": "30分钟内办结。"}, "text", Code.POWER_UNASKED),
    "power exceeded": ({"power": "本级", "text": "2小时内启用滞洪区。"}, "power", Code.POWER_EXCEEDED),
}


@given(st.integers(0, len(good()) - 1), st.sampled_from(sorted(MUTATIONS)))
def test_any_good_row_made_bad_is_found_at_its_column(at: int, name: str):
    change, column, code = MUTATIONS[name]
    rows = list(good())
    values = {key: value.format(id=rows[at].id) if isinstance(value, str) else value for key, value in change.items()}
    rows[at] = replace(rows[at], **values)
    assert (rows[at].id, column, code) in codes(*rows)


def test_a_bound_outside_its_tier_is_found_but_not_for_events():
    row = instruction("X", 3, flow_min_m3s=4500.0, trigger_expr="Q>=4500")
    assert codes(row) == [("X", "flow_min_m3s", Code.BOUND_OUTSIDE_TIER)]
    assert codes(replace(row, trigger=TriggerKind.EVENT, trigger_expr="incident.leak")) == []
    assert codes(instruction("X", 2, 3, flow_max_m3s=9000.0)) == [("X", "flow_max_m3s", Code.BOUND_OUTSIDE_TIER)]


def test_a_vague_word_with_a_limit_in_its_sentence_passes():
    assert codes(instruction("X", 2, text="及时上堤，2小时内到位。")) == []
    assert codes(instruction("X", 2, text="及时上堤。2小时内报告。")) == [("X", "text", Code.VAGUE)]


def test_a_cycle_of_replacements_is_told_once():
    rows = (
        instruction("A", 2, supersedes="C"),
        instruction("B", 2, supersedes="A"),
        instruction("C", 2, supersedes="B"),
    )
    assert [c for _, _, c in codes(*rows)].count(Code.SUPERSEDES_CYCLE) == 1


def test_a_replacer_that_begins_after_the_replaced_one_has_ended_is_found():
    assert codes(instruction("A", 2, 2), instruction("B", 4, supersedes="A")) == [
        ("B", "supersedes", Code.SUPERSEDES_APART)
    ]
    assert codes(instruction("A", 2, 2), instruction("B", 3, supersedes="A")) == []


def test_a_replaced_row_that_comes_back_when_its_replacer_ends_is_found():
    rows = (instruction("A", 2), instruction("B", 3, 4, supersedes="A"))
    found = check(rows, grounds())
    assert [(f.row_id, f.code, f.params) for f in found] == [("A", Code.SUPERSEDES_GAP, ("A", "10000"))]
    assert codes(*rows, instruction("C", 5, supersedes="B")) == []


def test_equal_ids_and_near_identical_texts_are_found():
    long = "按照责任段编组上堤，去临河、回背河，交界处互越10至20米，1小时内报第一遍结果。"
    first, second = instruction("A", 2, text=long), instruction("B", 2, text=long.replace("10至20", "10到20"))
    assert (codes(first, second)) == [("B", "text", Code.TEXT_DOUBLE)]
    doubled = check((first, replace(first, text="另一件事，2小时内办完。")), grounds())
    assert [(f.code, f.params) for f in doubled] == [(Code.ID_DOUBLE, ("2",))]
    assert codes(first, replace(second, title=first.title, text="另一件事，2小时内办完。")) == [
        ("B", "title", Code.TITLE_DOUBLE)
    ]


def test_two_periods_for_the_same_thing_need_a_replacement():
    two = instruction("A", 2, title="全线巡堤每2小时一遍", text="甲，2小时一遍。", repeat_min=120)
    one = instruction("B", 3, title="全线巡堤每1小时一遍", text="乙，1小时一遍。", repeat_min=60)
    assert codes(two, one) == [("B", "repeat_min", Code.REPEAT_CLASH)]
    assert codes(two, replace(one, supersedes="A")) == []
    assert codes(two, replace(one, scope="嫩滩")) == []
    assert codes(replace(two, tier_max=2, flow_max_m3s=6000.0), one) == []


def test_more_lines_than_a_person_can_follow_are_found_at_the_flow_where_they_begin():
    rows = tuple(instruction(f"X{n}", 2 + n % 2, text=f"第{n}件{'甲乙丙丁'[n % 4] * n}") for n in range(MOST_LINES + 1))
    found = [f for f in check(rows, grounds()) if f.code is Code.TOO_MANY]
    assert [(f.row_number, f.params) for f in found] == [(0, ("R06", "6000", "26", "25"))]


def test_coverage_counts_each_row_at_each_of_its_tiers():
    counts = coverage((instruction("A", 2, 3), instruction("B", 3, 3, role="R01")))
    assert counts == {(2, "R06"): 1, (3, "R06"): 1, (3, "R01"): 1}


def test_findings_come_in_the_order_of_the_rows():
    rows = tuple(replace(row, evidence="") for row in good())
    numbers = [f.row_number for f in check(rows, grounds())]
    assert all(a <= b for a, b in pairwise(numbers))


@pytest.mark.parametrize(
    "code", [Code.VAGUE, Code.MISSING, Code.ROLE_UNKNOWN, Code.EXPRESSION, Code.TRIGGER_UNREADABLE]
)
def test_the_shipped_library_lacks_nothing(code: Code):
    rows = read_register(path("plan/instructions.csv"), KINDS["plan"])
    roles = read_register(path("plan/roles.csv"), KINDS["roles"])
    made = grounds().having(Register("roles", roles, digest="shipped"))
    assert [f for f in check(rows, made) if f.code is code] == []
