"""Of several sources one counts, differences are shown, and flow and stage of one time make a reading."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import resources
from data.feeds.observing import read_observing
from data.model.river import HUAYUANKOU, Quality, Reading
from data.model.situation import Situation
from data.model.telemetry import Board, Doubt, FeedHealth, Observation, Source, SourceKind, Variable
from data.rules.observing import board as boards
from data.rules.observing.board import chosen, differing, folded, to_reading, with_feed
from data.rules.observing.worth import worth_a_step
from tests import township
from tests.township import NOON

TABLES = read_observing(resources.path("rules"))
FRAME, DATABASE = Source(SourceKind.SL651, "0040105150"), Source(SourceKind.SL323, "省防办")
HAND = Source(SourceKind.HAND, "U001")


def flow(number: float, minute: float = 0, source: Source = FRAME, *doubts: Doubt) -> Observation:
    at = NOON + timedelta(minutes=minute)
    return Observation(HUAYUANKOU, Variable.FLOW, number, "m³/s", at, at, source, doubts=frozenset(doubts))


def stage(number: float, minute: float = 0, *doubts: Doubt) -> Observation:
    return replace(flow(number, minute, FRAME, *doubts), variable=Variable.STAGE, unit="m", datum="大沽")


def board(*observations: Observation) -> Board:
    return folded(Board(), observations)


def which(held: Board) -> float | None:
    found = chosen(held, HUAYUANKOU, Variable.FLOW, TABLES)
    return None if found is None else found.value


def test_of_each_source_the_newest_stays_whatever_the_order_they_come_in() -> None:
    held = board(flow(2, 10), flow(1, 0), flow(3, 5, DATABASE))
    assert [one.value for one in held.newest[HUAYUANKOU, Variable.FLOW]] == [2, 3]
    assert len(board(flow(1, 0, DATABASE), flow(2, 73 * 60)).newest[HUAYUANKOU, Variable.FLOW]) == 1  # long outdated
    assert board(flow(2), flow(5)).newest[HUAYUANKOU, Variable.FLOW] == (flow(5),)  # corrected


def test_the_first_source_in_order_counts_until_it_is_outdated() -> None:
    assert which(board(flow(1), flow(2, 119, DATABASE))) == 1
    assert which(board(flow(1), flow(2, 121, DATABASE))) == 2
    assert which(board(flow(1, 5), flow(9, 0, HAND))) == 9
    assert which(board(flow(1, 5, FRAME, Doubt.RANGE), flow(2, 0, DATABASE))) == 2
    assert which(board(flow(1, 5, FRAME, Doubt.LATE), flow(2, 0, DATABASE))) == 1
    assert which(board(flow(1, 5, FRAME, Doubt.RANGE))) == 1  # shown with its doubt when there is no other
    assert which(Board()) is None


def test_a_value_that_claims_to_be_of_tomorrow_hides_no_true_one_of_its_station() -> None:
    wild = flow(9000, 4 * 24 * 60, FRAME, Doubt.FUTURE)
    assert which(board(wild, flow(2010, 0), flow(2030, 60))) == 2030
    assert which(board(flow(2010, 0), flow(2020, 5, DATABASE), wild)) == 2010
    assert which(board(wild)) == 9000  # alone it is shown, with its doubt


def test_sources_of_one_time_that_differ_are_shown_not_averaged() -> None:
    found = differing(board(flow(4000), flow(4300, 5, DATABASE)), TABLES)
    assert [(one.spread, [value.value for value in one.values]) for one in found] == [(300, [4300, 4000])]
    assert differing(board(flow(4000), flow(4190, 5, DATABASE)), TABLES) == ()
    assert differing(board(flow(4000), flow(9000, 60, DATABASE)), TABLES) == ()  # of another time


def test_flow_and_stage_of_one_time_make_a_reading_and_a_later_stage_does_not_put_the_flow_aside() -> None:
    assert to_reading(board(flow(4000), stage(93.0)), HUAYUANKOU, TABLES) == Reading(
        HUAYUANKOU, NOON, 4000, 93.0, "大沽", FRAME.key
    )
    later = to_reading(board(flow(4000), stage(93.0, 120)), HUAYUANKOU, TABLES)
    assert later == Reading(HUAYUANKOU, NOON, 4000, None, "", FRAME.key)
    alone = to_reading(board(flow(4000), stage(93.0, 27 * 60)), HUAYUANKOU, TABLES)
    assert alone is not None
    assert (alone.flow_m3s, alone.stage_m) == (None, 93.0)
    assert to_reading(Board(), HUAYUANKOU, TABLES) is None


def test_a_doubted_value_is_left_out_and_alone_it_carries_the_quality_that_says_so() -> None:
    kept = to_reading(board(flow(4000), stage(933.0, 0, Doubt.RANGE)), HUAYUANKOU, TABLES)
    assert kept == Reading(HUAYUANKOU, NOON, 4000, None, "", FRAME.key)
    bad = to_reading(board(flow(99999, 0, FRAME, Doubt.RANGE)), HUAYUANKOU, TABLES)
    stuck = to_reading(board(flow(4000, 0, FRAME, Doubt.REPEAT)), HUAYUANKOU, TABLES)
    assert bad is not None
    assert stuck is not None
    assert (bad.quality, stuck.quality) == (Quality.IMPOSSIBLE, Quality.REPEATED)


def test_a_board_keeps_its_bounds(monkeypatch) -> None:
    monkeypatch.setattr(boards, "MOST_SERIES", 2)
    many = board(*(replace(flow(n), station=f"S{n}") for n in range(5)))
    assert len(many.newest) == 2
    crowd = [flow(n, n, Source(SourceKind.HTTP, f"{n}")) for n in range(20)]
    assert len(board(flow(1, 0, HAND), *crowd).newest[HUAYUANKOU, Variable.FLOW]) == boards.MOST_SOURCES
    assert which(board(flow(9, 0, HAND), *crowd)) == 9


def test_a_feed_that_fails_is_remembered_with_when_it_last_did_well() -> None:
    well = FeedHealth(DATABASE, NOON, ok=True, rows=3)
    ill = FeedHealth(DATABASE, NOON + timedelta(minutes=5), ok=False, trouble="unreachable")
    assert with_feed(with_feed(Board(), well), ill).feeds[DATABASE.key] == replace(ill, last_ok_at=NOON)


def test_a_reading_becomes_a_step_when_it_says_something_new() -> None:
    def reading(number: float, minute: float, quality: Quality = Quality.GOOD) -> Reading:
        return Reading(HUAYUANKOU, NOON + timedelta(minutes=minute), number, 93.0, "大沽", FRAME.key, quality)

    land = township.situation()
    now = replace(land, readings=land.readings.set(HUAYUANKOU, (reading(3950, 0),)))
    assert worth_a_step(Situation(), reading(3950, 0), TABLES)
    assert not worth_a_step(now, reading(3950, 0), TABLES)  # the same again, after a restart
    assert not worth_a_step(now, reading(3960, 2), TABLES)
    assert worth_a_step(now, reading(3960, 6), TABLES)
    assert worth_a_step(now, reading(4001, 2), TABLES)  # a threshold
    assert worth_a_step(now, reading(4100, 2), TABLES)
    assert worth_a_step(now, reading(99999, 2, Quality.IMPOSSIBLE), TABLES)
    assert not worth_a_step(now, reading(3900, -60), TABLES)  # older than all that is kept
    bad = reading(99999, 2, Quality.IMPOSSIBLE)
    assert not worth_a_step(now, replace(bad, at=bad.at + timedelta(minutes=1)), TABLES, last=bad)
