"""The report on the alarms of a span: what came, what stood, what was never looked at."""

from __future__ import annotations

from datetime import timedelta
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.model.alarm_steps import (
    AlarmsAcknowledged,
    AlarmsClosed,
    AlarmsMoved,
    AlarmsServiced,
    AlarmsShelved,
    AlarmsUnshelved,
)
from data.model.alarms import AlarmChange, AlarmClass, AlarmMove, Closing, Priority
from data.model.steps import Body, Realm, Step
from data.rules.alarms.performance import Performance, by_day, by_span, floods, report
from tests import township
from tests.data.rules.alarms.alarm_world import BOUNDS, kind, situation
from tests.township import NOON

KINDS = situation(
    kind("flow", priority=Priority.HIGH),
    kind("stone"),
    kind("hand", closing=Closing.PERSON),
    kind("link", alarm_class=AlarmClass.DIAGNOSTIC),
).registers.alarmkinds
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


def step(at_min: float, body: Body) -> Step:
    return Step(f"{at_min}", NOON + at_min * MINUTE, "U1", Realm.LIVE, body)


def move(at_min: float, tag: str, change: AlarmChange = AlarmChange.RAISED, times: int = 1) -> Step:
    name, _, ref = tag.partition("/")
    row = KINDS.by_id[name]
    found = AlarmMove(tag, change, NOON + at_min * MINUTE, name, ref, ref, row.priority, times=times)
    return step(at_min, AlarmsMoved((found,)))


def of(*steps: Step, hours: float = 24.0, since_h: float = 0.0) -> Performance:
    return report(steps, KINDS, BOUNDS, NOON + since_h * HOUR, NOON + (since_h + hours) * HOUR)


def test_new_alarms_are_counted_by_rate_and_priority_and_diagnostics_apart() -> None:
    seen = of(move(1, "flow/a"), move(2, "stone/a"), move(3, "stone/b"), move(4, "link/a"), hours=2)
    assert (seen.raised, seen.diagnostics, seen.per_hour, seen.per_10_min) == (3, 1, 1.5, 0.25)
    assert (seen.peak_10_min, seen.peak_at) == (3, NOON + MINUTE)
    assert seen.priorities == {Priority.LOW: 0, Priority.MEDIUM: 2, Priority.HIGH: 1}
    assert seen.shares[Priority.HIGH] == pytest.approx(1 / 3)


def test_what_nobody_looked_at_is_named_and_the_rest_counts_by_how_long_it_took() -> None:
    waits = (1, 2, 3, 60)
    steps = [move(0, f"stone/{n}") for n in range(5)]
    steps += [step(at, AlarmsAcknowledged((f"stone/{n}",))) for n, at in enumerate(waits)]
    seen = of(*steps)
    assert seen.unseen == ("stone/4",)
    acks = seen.acks
    assert (acks.count, acks.median_s, acks.p95_s) == (4, median(waits) * 60, 3600)
    assert (acks.worst_s, acks.worst_tag) == (3600, "stone/3")


def test_what_comes_again_wants_another_look_and_that_one_is_timed_from_then() -> None:
    acked = AlarmsAcknowledged(("hand/a",))
    steps = (move(0, "hand/a"), step(2, acked), move(3, "hand/a", AlarmChange.RETURNED))
    steps = (*steps, move(600, "hand/a", AlarmChange.AGAIN), step(605, acked))
    assert (of(*steps).acks.count, of(*steps).acks.worst_s) == (2, 300)


def test_acts_on_what_would_not_stand_by_the_philosophy_of_today_are_passed_over() -> None:
    steps = (move(0, "stone/a"), step(1, AlarmsAcknowledged(("stone/a", "stone/b"))))
    steps = (*steps, move(2, "stone/a", AlarmChange.RETURNED), step(3, AlarmsClosed(("stone/a",), "已探摸")))
    steps = (*steps, step(4, AlarmsUnshelved(("stone/a",))), step(5, AlarmsServiced(("stone/a",), False, "好")))
    assert (of(*steps).raised, of(*steps).acks.count) == (1, 1)


def test_what_stands_for_more_than_a_day_is_told_with_its_hours() -> None:
    steps = (move(0, "flow/a"), move(60, "stone/a"), step(61, AlarmsAcknowledged(("stone/a",))))
    steps = (*steps, move(120, "stone/a", AlarmChange.RETURNED))
    seen = of(*steps, since_h=20, hours=20)
    assert [(one.tag, one.hours) for one in seen.standing] == [("flow/a", 40.0)]
    assert seen.raised == 0


def test_chatter_the_top_of_the_list_and_what_was_put_aside() -> None:
    steps = [move(0, "stone/a"), move(1, "stone/a", AlarmChange.RETURNED), move(2, "stone/a", AlarmChange.AGAIN)]
    steps += [move(3, "stone/a", AlarmChange.CHATTERS, 4), move(4, "stone/b")]
    steps += [
        step(5, AlarmsShelved(("stone/a",), NOON + HOUR, "检修")),
        step(6, AlarmsServiced(("stone/b",), True, "坏")),
    ]
    seen = of(*steps)
    assert seen.chattering == (("stone/a", 4),)
    assert seen.top == (("stone/a", 2), ("stone/b", 1))
    assert (seen.again, seen.shelved, seen.out_of_service) == (1, 1, 1)


def test_a_flood_lasts_until_fewer_come() -> None:
    burst = [move(n * 0.5, f"stone/{n}") for n in range(15)]
    seen = of(*burst, move(60, "stone/late"), hours=3)
    ((flood),) = seen.floods
    assert (flood.begins, flood.ends, flood.count) == (NOON, NOON + 7 * MINUTE, 15)
    assert seen.peak_10_min == 15


def test_days_are_those_of_beijing_and_add_up() -> None:
    steps = [move(at, f"stone/{at}") for at in (0, 600, 721, 2000, 2900)]
    days = by_day(steps, KINDS, BOUNDS, NOON, NOON + 60 * HOUR)
    assert [day.raised for day in days] == [2, 2, 1], "noon in Beijing: twelve hours are left of the first day"
    spans = by_span(steps, KINDS, BOUNDS, {1: (NOON, NOON + 12 * HOUR), 2: (NOON + 12 * HOUR, NOON + 60 * HOUR)})
    assert {event: one.raised for event, one in spans.items()} == {1: 2, 2: 3}


@given(st.lists(st.floats(0, 300), max_size=30))
def test_the_peak_is_what_counting_by_hand_finds(minutes: list[float]) -> None:
    ordered = sorted(minutes)
    seen = of(*(move(at, f"stone/{n}") for n, at in enumerate(ordered)))
    times = [NOON + at * MINUTE for at in ordered]
    by_hand = max((sum(a <= b < a + 10 * MINUTE for b in times) for a in times), default=0)
    assert seen.peak_10_min == by_hand


def test_a_flood_lasts_from_its_first_task_to_the_first_of_the_next():
    now = township.at_flow(township.situation(), 4500)
    [(number, (begins, until))] = floods(now, NOON + timedelta(days=9)).items()
    assert (number, until) == (now.basis.event, NOON + timedelta(days=9))
    assert begins == min(task.raised_at for task in now.tasks.values())
    assert floods(township.situation(), NOON) == {}
