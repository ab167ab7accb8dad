"""Every enum has its words; numbers, times and masked names read as the desk shows them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from enum import Enum

import pytest

from data.model.dispatch import Channel, Outcome, PushState, ReportState
from data.model.levels import Confidence, Level
from data.model.people import Right, Whereabouts
from data.model.places import Bench, StoneState
from data.model.plan import Phase, TriggerKind
from data.model.situation import Cause, Course
from data.model.steps import Realm
from data.model.task import Move, TaskState
from data.rules.plan import Change
from desktop import theme as look
from views import words

SAID: dict[type[Enum], Callable] = {
    Level: words.level,
    TaskState: words.task_state,
    Move: words.move,
    Change: words.change,
    Outcome: words.outcome,
    Channel: words.channel,
    PushState: words.push_state,
    ReportState: words.report_state,
    Whereabouts: words.whereabouts,
    Bench: words.bench,
    StoneState: words.stone_state,
    Phase: words.phase,
    TriggerKind: words.trigger_kind,
    Confidence: words.confidence,
    Realm: words.realm,
    Course: words.course,
    Cause: words.cause,
    Right: words.right,
}
AT = datetime(2020, 6, 29, 0, 5, 9, tzinfo=UTC)


def is_chinese(text: str) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in text)


@pytest.mark.parametrize("kind", SAID, ids=lambda kind: kind.__name__)
def test_every_value_has_words_of_its_own(kind: type[Enum]) -> None:
    said = [SAID[kind](value) for value in kind]
    assert all(is_chinese(text) for text in said)
    assert len(set(said)) == len(said)


def test_a_level_is_said_with_its_official_numeral_and_colour() -> None:
    assert [words.level_numeral(level) for level in Level] == ["—", "Ⅳ", "Ⅲ", "Ⅱ", "Ⅰ"]
    assert words.level(Level.I) == "Ⅰ级 红色"
    themes = [look.load(name).theme for name in look.NAMES]
    assert all(theme.has(words.level_role(level)) for theme in themes for level in Level)


def test_every_category_and_grade_is_said_and_an_unknown_one_stays_as_it_is() -> None:
    said = [words.category(f"E{n}") for n in range(1, 10)]
    assert len(set(said)) == 9
    assert all(is_chinese(text) for text in said)
    assert words.category("E99") == "E99"
    assert [words.grade(n) for n in (1, 2, 3, 4)] == ["重大", "较大", "一般", "—"]


@pytest.mark.parametrize(("value", "said"), [(None, "—"), (0, "0"), (5520.4, "5,520"), (22_000, "22,000")])
def test_a_flow_has_thousands_separators_and_no_decimals(value: float | None, said: str) -> None:
    assert words.flow(value) == said


def test_a_stage_has_two_decimals() -> None:
    assert (words.stage(90.875), words.stage(90.8), words.stage(None)) == ("90.88", "90.80", "—")


def test_times_are_beijing_times() -> None:
    assert words.clock(AT) == "08:05"
    assert words.date_clock(AT) == "06-29 08:05"
    assert words.full_time(AT) == "2020-06-29 08:05:09"
    assert [words.clock(None), words.date_clock(None), words.full_time(None)] == ["—"] * 3
    assert words.date_clock(datetime(2020, 6, 29, 16, 0, tzinfo=UTC)) == "06-30 00:00"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "0 秒"), (59.9, "59 秒"), (60, "1 分钟"), (3599, "59 分钟"), (3600, "1 小时 00 分"),
        (7500, "2 小时 05 分"), (86_399, "23 小时 59 分"), (86_400, "1 天 0 小时"), (273_600, "3 天 4 小时"),
        (-720, "12 分钟"),
    ],
)  # fmt: skip
def test_a_span_is_said_in_its_two_greatest_units_rounded_down(seconds: float, said: str) -> None:
    assert words.span(timedelta(seconds=seconds)) == said


def test_an_age_and_a_countdown_say_which_way_they_run() -> None:
    assert words.age(AT - timedelta(minutes=6), AT) == "6 分钟前"
    assert words.countdown(AT + timedelta(minutes=125), AT) == "剩 2 小时 05 分"
    assert words.countdown(AT - timedelta(minutes=12), AT) == "超时 12 分钟"
    assert words.countdown(AT, AT) == "剩 0 秒"


@pytest.mark.parametrize(
    ("metres", "said"),
    [(None, "—"), (0, "0+000"), (16_738, "16+738"), (16_738.4, "16+738"), (12_300, "12+300"), (5.5, "0+006"),
     (999.4, "0+999"), (999.6, "1+000"), (11_999.9, "12+000"), (-1172, "-1+172"), (-0.4, "0+000")],
)  # fmt: skip
def test_a_chainage_is_written_as_the_works_write_it(metres: float | None, said: str) -> None:
    assert words.chainage(metres) == said


def test_personal_data_are_masked() -> None:
    assert [words.masked_name(name) for name in ("程大河", "欧阳", "A", "")] == ["程**", "欧**", "A**", "—"]
    assert words.masked_phone("13800001234") == "138******34"
    assert [words.masked_phone(phone) for phone in ("110", "")] == ["—", "—"]
