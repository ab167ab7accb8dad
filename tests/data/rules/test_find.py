"""Anyone is found by what comes to mind: name, pinyin, initials, phone, post, grid, squad."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import cache

import pytest

from data.model.people import Squad, Staff
from data.model.register import Register, Registers
from data.model.task import Task, TaskState
from data.rules.find import Hit, Index, digests_of, find, make_index
from desktop.first_run import demo_situation
from tests import township

STAFF = (
    Staff("P001", "张艳华", "R01", "镇长", "镇干部", phone="13800003877"),
    Staff("P002", "曾艳", "R06", "网格长", "网格员", grid="G001", squad="Q1", phone="13800001234"),
    Staff("P003", "华艳红", "R06", "网格员", "网格员", squad="Q1", phone="13800009999", on_duty=False),
    Staff("P004", "单红", "R06", "网格员", "网格员", phone="13800008888"),
)


def registers() -> Registers:
    made = township.registers().having(Register("staff", STAFF, "s"))
    return made.having(Register("squads", (Squad("Q1", "花园口巡防一队", "巡查防守"),), "q"))


@cache
def index() -> Index:
    return make_index(registers())


def ids(text: str) -> list[str]:
    return [hit.id for hit in find(index(), text)]


@pytest.mark.parametrize("typed", ["张艳华", "zyh", "zhangyanhua", "zhangyh", "ZYH", "3877", "13800003877", "P001"])
def test_one_person_is_found_first_by_name_pinyin_initials_phone_and_id(typed: str) -> None:
    assert ids(typed)[0] == "P001"


@pytest.mark.parametrize(("typed", "found"), [("zeng", "P002"), ("shanhong", "P004"), ("danhong", "P004")])
def test_a_family_name_is_found_by_its_own_reading_and_the_common_one(typed: str, found: str) -> None:
    assert ids(typed) == [found]


def test_a_name_that_begins_so_comes_before_one_that_contains_it() -> None:
    assert ids("华")[:2] == ["P003", "P001"]


def test_those_off_duty_come_after_those_on_duty() -> None:
    assert ids("网格员")[-1] == "P003"


def test_all_words_must_fit() -> None:
    assert ids("R06 zeng") == ["P002"]
    assert ids("R01 zeng") == []


def test_a_squad_and_its_people_are_found_by_its_name() -> None:
    assert ids("巡防一队") == ["Q1", "P002", "P003"]
    assert ids("hyk")[0] == "Q1"


def test_key_persons_growers_and_grids_are_found_too() -> None:
    assert {hit.kind for text in ("测丙", "测甲", "G001") for hit in find(index(), text)[:1]} == {
        "keypeople",
        "growers",
        "grids",
    }


def test_the_field_that_fitted_is_told() -> None:
    assert find(index(), "3877") == [Hit("staff", "P001", "phone")]
    assert find(index(), "zyh")[0].matched == "pinyin"


def test_open_tasks_are_found_by_title_and_closed_ones_are_not() -> None:
    task = Task("1/A", "全滩清零", "R09", township.NOON, 6000.0)
    closed = replace(task, id="1/B", state=TaskState.VERIFIED)
    assert find(index(), "清零", (task, closed)) == [Hit("task", "1/A", "name")]


def test_no_words_find_nothing() -> None:
    assert find(index(), "   ") == []


def test_an_index_without_pinyin_still_finds_names() -> None:
    plain = make_index(registers(), spelled=False)
    assert not plain.spelled
    assert find(plain, "zyh") == []
    assert find(plain, "艳华")[0].id == "P001"


def test_the_index_says_which_registers_it_was_made_from() -> None:
    made = registers()
    assert index().digests == digests_of(made)
    assert digests_of(made.having(Register("staff", (), "other"))) != index().digests


def test_a_keystroke_over_the_whole_township_takes_less_than_a_frame() -> None:
    now = demo_situation()
    whole = make_index(now.registers)
    assert len(whole.entries) > 700
    taken: list[float] = []
    for text in ("z", "zh", "zhang", "w", "138", "申庄 网格长", "巡防", "嫩滩"):
        begun = time.perf_counter()
        find(whole, text, now.tasks.values())
        taken.append(time.perf_counter() - begun)
    assert min(taken) < 0.005
    assert sorted(taken)[len(taken) // 2] < 0.016
