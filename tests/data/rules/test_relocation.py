"""By when everybody must have left: small cases worked by hand, and what must hold for any water."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.feeds.registers import KINDS, read_register
from data.model.clock_tables import Mode
from data.model.countdown import ClockState, Goal
from data.model.inundation import Span
from data.model.people import Grower, Whereabouts
from data.model.places import Bench, Plot
from data.model.register import Register, Registers
from data.rules.geometry import distance_m
from data.rules.relocation import Countdown, last_call, soak
from data.rules.stepped import SteppedGround, stepped_span
from data.rules.ways_out import WaysOut
from tests.data.rules.clock_world import (
    FORK_LAT,
    HOUR,
    LANE,
    LEVEE_LAT,
    ROOT,
    Told,
    clock,
    dry,
    north_of,
    rows,
    tables,
    township,
)
from tests.township import NOON

TABLES = tables()
WAYS = WaysOut(township(), TABLES)
WITH_TRACK = WaysOut(township(track=True), TABLES)
HOURS = st.one_of(st.floats(0, 30), st.just(np.inf))


def line(count: Countdown, key: str = "growers/G1"):
    return count.of(*key.split("/"))


def test_the_last_safe_departure_is_the_arrival_less_the_way_and_the_time_to_set_off() -> None:
    found = line(clock(WAYS, north_of(34.9095, 6.0)))
    metres = distance_m((LANE, 34.91), (LANE, LEVEE_LAT))
    assert found.arrival == NOON + 6 * HOUR
    assert found.mobilisation_min == 60
    assert found.travel_min == pytest.approx(metres / 1000 / 15 * 60, rel=0.15)  # and the field track beside the lane
    assert found.likely is not None
    assert found.travel_min is not None
    expected = NOON + 6 * HOUR - timedelta(minutes=found.travel_min + 60)
    assert abs(found.likely - expected) < timedelta(seconds=1)
    assert (found.state, found.end and found.end.id, found.mode) == (ClockState.IN_TIME, "L1", Mode.CAR)


def test_a_dry_plot_whose_way_is_cut_must_be_left_before_that() -> None:
    found = line(clock(WAYS, lambda _, lat: (0.5, 3.0) if 34.903 < lat < 34.904 else (0.0, np.inf)))
    assert found.isolated
    assert found.arrival is None
    assert found.cut_off == NOON + 3 * HOUR
    assert found.likely is not None
    assert found.likely < NOON + 2 * HOUR


def test_water_that_a_car_can_pass_cuts_no_way() -> None:
    assert (
        line(clock(WAYS, lambda _, lat: (0.2, 3.0) if 34.903 < lat < 34.904 else (0.0, np.inf))).state
        is ClockState.NOT_EXPOSED
    )


def test_the_states_follow_each_other_as_time_goes_by() -> None:
    water = north_of(34.9005, 6.0)
    states = [line(clock(WAYS, water, NOON + minutes * timedelta(minutes=1))).state for minutes in range(0, 400, 2)]
    assert list(dict.fromkeys(states)) == [ClockState.IN_TIME, ClockState.LEAVE_NOW, ClockState.TOO_LATE_BY_ROAD]
    late = line(clock(WAYS, water, NOON + 6 * HOUR))
    assert late.needs_boat
    assert late.passable_until is not None
    assert late.passable_until < NOON + 6 * HOUR


def test_another_way_keeps_the_boat_team_at_home() -> None:
    def lane_only(lon: float, lat: float) -> tuple[float, float]:
        return (1.0, 0.0) if lon < LANE + 0.001 and 34.902 < lat < 34.904 else (0.0, np.inf)

    assert line(clock(WAYS, lane_only)).state is ClockState.TOO_LATE_BY_ROAD
    count = clock(WITH_TRACK, lane_only)
    assert line(count).state is ClockState.NOT_EXPOSED
    assert (113.71, FORK_LAT) in count.way_out(line(count))


def test_a_closed_track_is_no_way_out() -> None:
    closed = WaysOut(township(track=True), TABLES, frozenset({"TRACK"}))
    count = clock(closed, north_of(34.9005, 0.0))
    assert line(count).state is ClockState.TOO_LATE_BY_ROAD
    assert count.way_out(line(count)) == ()
    assert [one.id for one in count.for_boats()] == ["G1"]


def test_who_has_no_place_or_lies_outside_the_model_is_unknown_and_not_dry() -> None:
    count = clock(WAYS, lambda _, lat: None if lat > 34.905 else (0.0, np.inf))
    assert line(count).state is ClockState.UNKNOWN
    assert line(count, "keypeople/K1").state is ClockState.UNKNOWN
    assert line(count, "households/H1").state is ClockState.NOT_EXPOSED
    assert not line(count).way_known


def test_a_way_that_leaves_the_model_is_said_to_be_uncertain() -> None:
    found = line(
        clock(WAYS, lambda _, lat: None if 34.903 < lat < 34.904 else (1.0, 5.0) if lat > 34.9095 else (0.0, np.inf))
    )
    assert found.state is ClockState.IN_TIME
    assert not found.way_known


def test_a_household_goes_to_its_shelter() -> None:
    found = line(clock(WAYS, lambda _, lat: (1.0, 4.0) if lat < 34.896 else (0.0, np.inf)), "households/H1")
    assert found.end is not None
    assert (found.end.goal, found.end.id) == (Goal.SHELTER, "A1")
    assert found.arrival == NOON + 4 * HOUR


def test_the_high_flow_of_the_band_gives_the_earliest_call_and_its_own_state() -> None:
    found = line(clock(WAYS, dry, high=north_of(34.9095, 0.5)))
    assert (found.state, found.state_if_high) == (ClockState.NOT_EXPOSED, ClockState.LEAVE_NOW)
    assert found.likely is None
    assert found.earliest is not None


def test_a_call_at_night_must_come_earlier_and_one_before_dawn_counts_as_night() -> None:
    by_night, by_day = np.array([5400.0]), np.array([3600.0])
    four = datetime(2026, 7, 20, 4, 0, tzinfo=UTC) - 8 * HOUR  # Beijing
    assert last_call(np.array([four.timestamp()]), (by_day, by_night), TABLES.settings)[0][0] == four.timestamp() - 5400
    seven = four + 3 * HOUR
    assert (
        last_call(np.array([seven.timestamp()]), (by_day, by_night), TABLES.settings)[0][0]
        == (seven - HOUR).timestamp()
    )
    early = seven - timedelta(minutes=10)
    called = last_call(np.array([early.timestamp()]), (by_day, by_night), TABLES.settings)[0][0]
    assert called == early.timestamp() - 5400


def test_who_left_is_never_called_again_and_who_is_leaving_only_when_it_is_too_late() -> None:
    where = {"growers/G1": Whereabouts.LEFT}
    for hours in (0.0, 6.0, 24.0):
        count = clock(WAYS, north_of(34.9005, hours), where=where)
        assert line(count).state is ClockState.LEFT
        assert not count.to_call()
        assert not count.for_boats()
    leaving = {"growers/G1": Whereabouts.LEAVING}
    assert not clock(WAYS, north_of(34.9005, 2.0), where=leaving).to_call()
    assert line(clock(WAYS, north_of(34.9005, 2.0), where=leaving)).mobilisation_min == 0
    assert [one.id for one in clock(WAYS, north_of(34.9005, 0.0), where=leaving).to_call()] == ["G1"]


def test_of_two_plots_the_one_that_must_be_left_first_counts() -> None:
    made = township()
    near = Plot(
        "P2", "G1", "Z1", Bench.NEN, "花生", 3.0, 4000.0, ((LANE, 34.904), (LANE + 0.0003, 34.904), (LANE, 34.9043))
    )
    ways = WaysOut(made.having(Register("plots", (*made.plots, near), digest="two")), TABLES)
    found = line(
        clock(
            ways, lambda _, lat: (0.1, 3.0) if 34.9035 < lat < 34.905 else (0.1, 6.0) if lat > 34.905 else (0.0, np.inf)
        )
    )
    assert (found.place, found.arrival) == ("P2", NOON + 3 * HOUR)


def test_without_roads_whoever_gets_wet_needs_a_boat_and_whoever_stays_dry_does_not() -> None:
    bare = WaysOut(replace(township(), maplines=Register("maplines"), routes=Register("routes")), TABLES)
    assert line(clock(bare, north_of(34.9095, 9.0))).state is ClockState.TOO_LATE_BY_ROAD
    assert line(clock(bare, dry)).state is ClockState.NOT_EXPOSED


def test_no_registers_make_an_empty_countdown() -> None:
    count = clock(WaysOut(Registers(), TABLES), dry)
    assert (len(count), list(count), count.to_call()) == (0, [], [])


@given(st.tuples(HOURS, HOURS), st.tuples(HOURS, HOURS), st.floats(0.0, 2.0), st.floats(0.0, 24.0))
@settings(max_examples=60)
def test_earlier_or_deeper_water_never_gives_more_time(
    field: tuple[float, float], lane: tuple[float, float], depth: float, now: float
) -> None:
    def water(home: float, way: float, deep: float):
        def says(lon: float, lat: float) -> tuple[float, float]:
            if lat > 34.9095:
                return deep, home
            return (deep, way) if lat > 34.902 and lon < LANE + 0.005 else (0.0, np.inf)

        return says

    mild = line(clock(WITH_TRACK, water(max(field), max(lane), depth), NOON + now * HOUR))
    grave = line(clock(WITH_TRACK, water(min(field), min(lane), depth + 0.5), NOON + now * HOUR))
    order = list(ClockState)
    assert order.index(grave.state) <= order.index(mild.state)
    if mild.likely is not None:
        assert grave.likely is not None
        assert grave.likely <= mild.likely


@given(st.floats(1, 30), st.floats(0, 300), st.floats(0, 300))
@settings(max_examples=60)
def test_slower_people_are_never_called_later(hours: float, day: float, more: float) -> None:
    depart = np.array([(NOON + hours * HOUR).timestamp()])
    quick = (np.array([day * 60]), np.array([day * 90]))
    slow = (quick[0] + more * 60, quick[1] + more * 60)
    assert last_call(depart, slow, TABLES.settings)[0][0] <= last_call(depart, quick, TABLES.settings)[0][0]


@given(HOURS, HOURS, HOURS, st.floats(0.0, 24.0))
@settings(max_examples=60)
def test_it_is_too_late_by_road_exactly_when_no_way_is_passable(
    lane: float, track: float, home: float, now: float
) -> None:
    """The lane is cut at one place, the track at another; a walk through the network by hand says what is open."""

    def says(lon: float, lat: float) -> tuple[float, float]:
        if lat > 34.9095:
            return 1.0, home
        if lon > LANE + 0.005 and 34.902 < lat < 34.9025:
            return 1.0, track
        return (1.0, lane) if lon < LANE + 0.005 and 34.902 < lat < 34.9025 else (0.0, np.inf)

    found = line(clock(WITH_TRACK, says, NOON + now * HOUR))
    a_km = 60 / 15 / 60  # hours
    off = WITH_TRACK.leg_m[0] / 1000 * a_km
    down = distance_m((LANE, 34.91), (LANE, FORK_LAT)) / 1000 * a_km
    across = distance_m((LANE, FORK_LAT), (113.71, FORK_LAT)) / 1000 * a_km
    south = distance_m((LANE, FORK_LAT), (LANE, LEVEE_LAT)) / 1000 * a_km
    exposed = home < np.inf or max(lane, track) < np.inf
    # an edge counts as cut when any part of it is, so it must be left behind in time
    by_lane = now + off + down <= home and now + off + down + south <= lane
    by_track = now + off + down <= home and now + off + down + across + south <= track
    slack = [now + off + down - home, now + off + down + south - lane, now + off + down + across + south - track]
    if min(abs(s) for s in slack) < 1e-3:
        return
    assert (found.state is ClockState.TOO_LATE_BY_ROAD) == (exposed and not (by_lane or by_track))


@given(st.lists(st.tuples(HOURS, st.sampled_from(list(Whereabouts))), min_size=2, max_size=8), st.floats(0, 20))
@settings(max_examples=40)
def test_the_order_is_whole_stable_and_by_the_clock(people: list[tuple[float, Whereabouts]], now: float) -> None:
    places = [LANE + 0.0005 * n for n in range(len(people))]
    ways = WaysOut(
        replace(
            township(),
            growers=rows(
                growers=[Grower(f"G{n}", "测", "农户", "甲村", route="L1") for n in range(len(people))]
            ).growers,
            plots=rows(
                plots=[
                    Plot(
                        f"P{n}", f"G{n}", "Z", Bench.ER, "玉米", 1.0, 1.0, ((x, 34.91), (x + 1e-4, 34.91), (x, 34.9101))
                    )
                    for n, x in enumerate(places)
                ]
            ).plots,
        ),
        TABLES,
    )

    def says(lon: float, lat: float) -> tuple[float, float]:
        nearest = min(range(len(people)), key=lambda n: abs(places[n] - lon))
        return (0.1, people[nearest][0]) if lat > 34.9099 else (0.0, np.inf)

    where = {f"growers/G{n}": state for n, (_, state) in enumerate(people)}
    once, again = (list(clock(ways, says, NOON + now * HOUR, where)) for _ in range(2))
    assert once == again
    assert sorted((one.kind, one.id) for one in once) == sorted((one.kind, one.id) for one in ways.evacuees)
    ranks = [list(ClockState).index(one.state) for one in once]
    assert ranks == sorted(ranks)
    for state in (ClockState.LEAVE_NOW, ClockState.IN_TIME):
        due = [one.likely for one in once if one.state is state and one.likely is not None]
        assert due == sorted(due)
    called = {one.id for one in clock(ways, says, NOON + now * HOUR, where).to_call()}
    assert not called & {f"G{n}" for n, (_, state) in enumerate(people) if state is Whereabouts.LEFT}


def demonstration() -> Registers:
    made = Registers()
    for kind in ("growers", "plots", "keypeople", "households", "maplines", "routes", "shelters"):
        made = made.having(Register(kind, read_register(ROOT / f"resources/demo/{kind}.csv", KINDS[kind]), digest=kind))
    return made


def test_the_demonstration_township_re_sorts_as_the_forecast_moves() -> None:
    made = demonstration()
    now = datetime(2026, 7, 20, 2, 0, tzinfo=UTC)
    began = time.perf_counter()
    ways = WaysOut(made, TABLES)
    print(f"\nways out: {1000 * (time.perf_counter() - began):.0f} ms")
    ground = SteppedGround(made, TABLES.settings)
    soaked = [
        soak(ways, stepped_span(ground, ((now, 2000.0), (now + 20 * HOUR, peak)), now, TABLES.settings))
        for peak in (2600.0, 8000.0, 12000.0)
    ]
    counts = []
    for one in soaked:
        began = time.perf_counter()
        counts.append(Countdown(ways, one, {}, now))
        print(f"{len(counts[-1])} clocks: {1000 * (time.perf_counter() - began):.1f} ms")
    quiet, middle, great = counts
    assert len(quiet) == len(made.growers) + len(made.keypeople) + len(made.households) == 222 + 187 + 64
    assert not quiet.to_call()
    first = middle.to_call()
    plots = made.plots.by_id
    assert {plots[one.place].bench for one in first if one.kind == "growers"} >= {Bench.NEN, Bench.ER}
    assert len(great.to_call()) > len(first)
    assert all(one.travel_min is not None and one.end is not None for one in great)
    likely = {(one.kind, one.id): one.likely for one in middle}
    for one in great:
        before = likely[one.kind, one.id]
        assert before is None or (one.likely is not None and one.likely <= before)
    gone = Countdown(ways, soaked[2], {f"{one.kind}/{one.id}": Whereabouts.LEFT for one in first}, now)
    assert not {(one.kind, one.id) for one in gone.to_call()} & {(one.kind, one.id) for one in first}


def test_one_picture_for_all_flows_of_the_band_is_worked_out_once() -> None:
    told = Told(north_of(34.9095, 6.0))
    soaked = soak(WAYS, Span(told, told, told))
    assert soaked.low is soaked.likely is soaked.high
    found = line(Countdown(WAYS, soaked, {}, NOON))
    assert found.earliest == found.likely == found.latest
