"""What raises alarms: thresholds, people, means and health, each by the rule that the desk has for it already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from immutables import Map

from data.feeds.incident_tables import read_incident_tables
from data.model.alarms import Priority
from data.model.dispatch import Channel, Incident, Outcome, Push, PushState, Receipt
from data.model.field import Answer, Muster, MusterLine, Watch
from data.model.levels import Confidence, Level, ReportingRule, Trigger
from data.model.nature import Origin
from data.model.places import Bench, Spur, StockItem, Stone, StoneState
from data.model.reckoned import BenchCount, Reckoned
from data.model.register import Register
from data.model.river import HUAYUANKOU, Forecast, Outlook, OutlookPoint, Reading, Station
from data.model.situation import Basis, Course, Situation
from data.model.task import Task, TaskState
from data.model.telemetry import Board, Doubt, FeedHealth, LinkHealth, Observation, Source, SourceKind, Variable
from data.rules.alarms.condition import Condition
from data.rules.alarms.conditions import conditions
from data.rules.alarms.extra import Differ, Extra, Memo, StageMark
from data.rules.coverage import Coverage, Ground
from tests import township
from tests.data.rules.alarms.alarm_world import BOUNDS, RULES

AT = datetime(2020, 7, 20, 4, 0, tzinfo=UTC)
EXTRA = Extra(BOUNDS)
S = Source(SourceKind.SL651, "x")
MINUTE = timedelta(minutes=1)


def having(now: Situation, kind: str, *rows: Any) -> Situation:
    made: Register[Any] = Register(kind, rows, digest=str(hash(rows)))
    return replace(now, at=AT, registers=now.registers.having(made))


def trigger(row_id: str, station: str, variable: str, level: Level, lower: float) -> Trigger:
    return Trigger(row_id, station, variable, level, lower, 200.0 if variable == "flow" else 0.3, "测", Confidence.LOW)


def found(
    now: Situation, kind: str, board: Board | None = None, at: datetime = AT, extra: Extra = EXTRA
) -> dict[str, Condition]:
    seen = conditions(now, board or Board(), at, extra)
    assert len({one.tag for one in seen}) == len(seen), "one condition a tag"
    return {one.ref: one for one in seen if one.kind == kind}


def river(*readings: Reading) -> Situation:
    now = replace(township.situation(), at=AT)
    by: dict[str, tuple[Reading, ...]] = {}
    for one in readings:
        by[one.station] = (*by.get(one.station, ()), one)
    return replace(now, readings=Map(by))


def refs(seen: Iterable[str]) -> list[str]:
    return sorted(seen)


def test_every_threshold_that_a_flow_has_passed_is_a_tag_with_its_own_deadband() -> None:
    seen = found(river(Reading(HUAYUANKOU, AT, 5900.0)), "flow.level")
    assert refs(seen) == ["HYK-III", "HYK-IV"], "5,900 is near enough to keep level III standing"
    assert [(one.reaches(), one.deadband) for one in seen.values()] == [(True, 200.0), (False, 200.0)]
    assert dict(seen["HYK-IV"].params) == {"level": "IV", "station": HUAYUANKOU}


def test_upstream_counts_and_downstream_does_not_and_two_sources_of_one_value_are_one() -> None:
    now = river(Reading("U", AT, 5200.0), Reading("D", AT, 9000.0))
    now = having(now, "stations", Station("U", "上", travel_h=10.0), Station("D", "下", travel_h=-12.0))
    now = having(
        now,
        "triggers",
        trigger("U-II", "U", "flow", Level.II, 5000.0),
        trigger("U-I", "U", "flow", Level.I, 5000.0),
        trigger("D-IV", "D", "flow", Level.IV, 4000.0),
    )
    assert refs(found(now, "upstream.level")) == ["U-I"]


def test_the_limit_of_the_flood_season_counts_in_the_flood_season() -> None:
    now = having(
        river(Reading("R", AT, None, 249.0)),
        "triggers",
        trigger("R-IV", "R", "stage", Level.IV, 235.0),
        trigger("R-III", "R", "stage", Level.III, 248.0),
    )
    assert refs(found(now, "reservoir.level")) == ["R-III", "R-IV"]
    assert refs(found(now, "reservoir.level", at=AT - timedelta(days=60))) == ["R-III"]


def test_a_stage_is_set_against_marks_of_the_same_datum_only() -> None:
    now = river(Reading(HUAYUANKOU, AT, 3000.0, 94.0, "大沽"))
    mark = StageMark(93.85, 95.0, "大沽")
    seen = found(now, "stage.warning", extra=replace(EXTRA, marks={HUAYUANKOU: mark}))
    assert [one.reaches() for one in seen.values()] == [True, False]
    assert [one.priority for one in seen.values()] == [None, Priority.HIGH]
    other = replace(EXTRA, marks={HUAYUANKOU: replace(mark, datum="1985")})
    assert not found(now, "stage.warning", extra=other)
    unknown = replace(EXTRA, marks={HUAYUANKOU: replace(mark, datum="")})
    assert not found(river(Reading(HUAYUANKOU, AT, None, 94.0)), "stage.warning", extra=unknown)


def test_a_quick_rise_counts_as_long_as_its_readings_are_fresh() -> None:
    now = river(Reading(HUAYUANKOU, AT - 60 * MINUTE, 3000.0), Reading(HUAYUANKOU, AT, 3100.0))
    now = having(now, "reporting", ReportingRule("", 2.0, "测", Confidence.LOW))
    (seen,) = found(now, "flow.rate").values()
    assert (seen.value, seen.limit) == (100.0, BOUNDS.rate_m3s_h)
    assert not found(now, "flow.rate", at=AT + timedelta(hours=3))
    assert refs(found(now, "value.stale", at=AT + timedelta(hours=3))) == [HUAYUANKOU]


def test_what_is_forecast_counts_above_what_is_observed_and_the_official_word_goes_first() -> None:
    now = river(Reading(HUAYUANKOU, AT, 4500.0))
    later = AT + timedelta(hours=24)
    point = OutlookPoint(later, 8200.0, 7000.0, 9000.0, 0.4)
    own = replace(now, outlooks=Map({HUAYUANKOU: Outlook(HUAYUANKOU, AT, (point,), "combined")}))
    assert refs(found(own, "forecast.level")) == ["HYK-II", "HYK-III"]
    official = replace(own, forecasts=Map({HUAYUANKOU: Forecast(HUAYUANKOU, 6100.0, later, AT, "黄委")}))
    assert refs(found(official, "forecast.level")) == ["HYK-III"]
    assert not found(official, "forecast.level", at=later)
    useless = replace(point, skill=-0.1)
    worse = replace(now, outlooks=Map({HUAYUANKOU: Outlook(HUAYUANKOU, AT, (useless,), "combined")}))
    assert not found(worse, "forecast.level"), "an outlook that is worse than persistence raises nothing"


def test_an_incident_alarms_by_its_grade_and_once_more_when_it_becomes_a_major_one() -> None:
    def incident(row_id: str, grade: int, **more: Any) -> Incident:
        return Incident(row_id, AT - 40 * MINUTE, "W1", "5号坝", "坍塌", "incident.large", grade, **more)

    rows = (incident("A", 1), incident("B", 2), incident("C", 3), incident("D", 1, closed_at=AT))
    now = replace(township.situation(), incidents=Map({one.id: one for one in rows}))
    assert refs(found(now, "incident.large")) == ["A", "A/major", "B"]
    late = found(now, "incident.late", extra=replace(EXTRA, incidents=read_incident_tables(RULES)))
    assert refs(late) == ["A/first_report", "B/first_report"], "15 and 30 minutes are over, an hour is not"


def test_stones_alarm_when_they_move_and_want_a_repair_when_they_are_silent() -> None:
    now = having(township.situation(), "spurs", Spur("P1", "W1", "1", "坝", 100.0))
    now = having(now, "stones", *(Stone(f"S{n}", "P1", "坝头", 113.7, 34.9) for n in range(5)))
    states = (StoneState.MOVED, StoneState.LOST, StoneState.OFFLINE, StoneState.SHAKING)
    now = replace(now, stones=Map({f"S{n}": state for n, state in enumerate(states)}))
    seen = found(now, "stone.moved")
    assert refs(seen) == ["S0", "S1"]
    assert dict(seen["S1"].params)["works"] == "W1"
    assert refs(found(now, "stone.silent")) == ["S2"]


def test_people_alarm_by_bench_and_a_greater_count_is_news() -> None:
    counts = (BenchCount(Bench.NEN, 40, 90, 5, leave_now=3), BenchCount(Bench.ER, 10, 20, cut_off=2))
    now = replace(township.situation(), reckoned=Reckoned(AT, 5000.0, Origin.MODEL, "", counts))
    (leave,), (cut,) = found(now, "people.leave").values(), found(now, "people.cutoff").values()
    assert (leave.ref, leave.value, leave.grows) == ("嫩滩", 3.0, True)
    assert (cut.ref, cut.value) == ("二滩", 2.0)


def test_a_push_alarms_once_people_had_time_to_answer_and_not_for_ever() -> None:
    receipts = (Receipt("P1", outcome=Outcome.ANSWERED), Receipt("P2"), Receipt("P3"))
    push = Push("X", "通知", "文", "撤", "U1", AT, ("P1", "P2", "P3"), (Channel.SMS,), sent_at=AT)
    push = replace(push, state=PushState.SENT, receipts=receipts)
    lines = (MusterLine("P1", Answer.HELP), MusterLine("P2"))
    muster = Muster("M", "点名", AT, "U1", 10, lines)
    now = replace(township.situation(), pushes=Map({"X": push}), musters=Map({"M": muster}))
    assert refs(found(now, "people.unanswered", at=AT + 9 * MINUTE)) == []
    seen = found(now, "people.unanswered", at=AT + 15 * MINUTE)
    assert {ref: one.value for ref, one in seen.items()} == {"X": 2.0, "M": 1.0}
    assert refs(found(now, "people.unanswered", at=AT + timedelta(hours=25))) == ["M"], "a roll-call until it is closed"
    assert refs(found(now, "help.asked")) == ["M/P1"]


def test_a_team_alarms_when_it_asks_for_help_or_is_not_heard_of() -> None:
    watch = Watch("A", "T1", "巡查", 30, AT, "U1", AT)
    rows = (watch, replace(watch, id="B", help_at=AT), replace(watch, id="C", help_at=AT, ended_at=AT))
    now = replace(township.situation(), watches=Map({one.id: one for one in rows}))
    assert refs(found(now, "help.asked", at=AT + 5 * MINUTE)) == ["B"]
    assert refs(found(now, "help.asked", at=AT + 30 * MINUTE)) == ["A", "B"]


@pytest.mark.parametrize(
    ("last", "course", "expected"),
    [
        ((AT - 300 * MINUTE, AT), Course.RISING, ["R1"]),
        ((AT - 60 * MINUTE, AT), Course.RISING, []),
        ((None, None), Course.RISING, []),
        ((AT - 300 * MINUTE, AT), Course.NORMAL, []),
    ],
)
def test_a_section_alarms_when_it_was_walked_too_long_ago(
    last: tuple[datetime | None, ...], course: Course, expected: list[str]
) -> None:
    now = river(Reading(HUAYUANKOU, AT, 3000.0))
    rows = [replace(row, patrol_interval_min=240.0) for row in now.registers.tiers]
    now = replace(having(now, "tiers", *rows), basis=Basis(3000.0, 1, course, 1, 1))
    covered = Coverage(Ground("R1", ((113.7, 34.9), (113.71, 34.9)), 100.0), last)
    assert refs(found(now, "patrol.gap", extra=replace(EXTRA, coverage=(covered,)))) == expected


def test_stock_and_late_tasks_are_one_alarm_for_one_act() -> None:
    stock = StockItem(id="S1", depot="仓", item="编织袋", unit="条", quantity=5.0, reserve=20.0, floor=10.0)
    now = having(township.situation(), "stock", stock, replace(stock, id="S2"), replace(stock, id="S3", quantity=10.0))
    (low,) = [one for ref, one in found(now, "stock.low").items() if ref == "floor"]
    assert (low.value, dict(low.params)["items"]) == (2.0, "S1;S2")
    tasks = [
        Task(f"t{n}", "事", role, AT, 4000.0, TaskState.ISSUED, deadline=AT + n * MINUTE)
        for n, role in enumerate(("R03", "R03", "R04", "R05"))
    ]
    now = replace(now, tasks=Map({task.id: task for task in tasks}))
    seen = found(now, "task.overdue", at=AT + 3 * MINUTE)
    assert {ref: one.value for ref, one in seen.items()} == {"R03": 2.0, "R04": 1.0}


def test_health_is_told_apart_by_what_has_to_be_mended() -> None:
    def link(station: str, minutes: float, every_s: float | None = None) -> tuple[str, LinkHealth]:
        return station, LinkHealth(station, S, last_at=AT - minutes * MINUTE, every_s=every_s)

    def value(doubt: Doubt) -> tuple[Observation, ...]:
        one = Observation("A", Variable.STAGE, 1.0, "m", AT, AT, S)
        return (one, replace(one, doubts=frozenset({doubt})))

    newest = {("A", Variable.STAGE): value(Doubt.RANGE), ("B", Variable.FLOW): value(Doubt.LATE)}
    links = (link("quick", 29, 60.0), link("gone", 31, 60.0), link("hourly", 149, 3600.0), link("late", 151, 3600.0))
    links = (*links, link("unknown", 131), link("young", 129), ("never", LinkHealth("never", S)))
    feeds = {"http:x": FeedHealth(S, AT, ok=False, trouble="timeout"), "file:y": FeedHealth(S, AT, ok=True)}
    board = Board(AT, Map(newest), Map(links), Map(feeds))
    now = replace(township.situation(), at=AT)
    assert refs(found(now, "link.lost", board)) == ["gone", "late", "unknown"]
    assert refs(found(now, "sensor.broken", board)) == ["A"]
    assert refs(found(now, "feed.down", board)) == ["http:x"]
    extra = replace(EXTRA, store_trouble="disk_full", unsaved=3, differing=(Differ("A", Variable.FLOW, 1.0, 2.0),))
    assert refs(found(now, "store.trouble", extra=extra)) == ["store"]
    assert refs(found(now, "sources.differ", extra=extra)) == ["A/flow"]


def test_with_a_memo_nothing_else_is_found_than_without() -> None:
    memo = Memo()
    now = river(Reading(HUAYUANKOU, AT, 4500.0))
    moved = replace(now, stones=Map({"S1": StoneState.MOVED}))
    moved = having(moved, "stones", Stone("S1", "P1", "坝头", 113.7, 34.9))
    for here in (now, moved, now, moved):
        assert conditions(here, Board(), AT, EXTRA, memo) == conditions(here, Board(), AT, EXTRA)
