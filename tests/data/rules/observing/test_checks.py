"""A value is doubted for what the table says, and for nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from immutables import Map

import resources
from data.feeds.observing import ObservingTableFault, read_observing
from data.model.river import HUAYUANKOU, Reading, Station
from data.model.telemetry import Doubt, Observation, Source, SourceKind, Variable
from data.rules.observing.checks import UNITS, Tracks, judged
from tests.township import NOON

TABLES = read_observing(resources.path("rules"))
FRAME = Source(SourceKind.SL651, "0040105150")
STATIONS = {
    HUAYUANKOU: Station(HUAYUANKOU, "花园口", travel_h=0.0),
    "HYK-XLD": Station("HYK-XLD", "小浪底", travel_h=15.0),
    "40104950": Station("40104950", "黑石关", travel_h=10.0),
    "HYK-WZ": Station("HYK-WZ", "武陟", travel_h=6.0),
}


def value(number: float | None, variable: Variable = Variable.FLOW, hour: float = 0.0, late_min: float = 0.0):
    at = NOON + timedelta(hours=hour)
    received = at + timedelta(minutes=late_min)
    return Observation(HUAYUANKOU, variable, number, UNITS[variable], at, received, FRAME)


def doubts_of(*values: Observation, readings: dict[str, tuple[Reading, ...]] | None = None) -> list[set[Doubt]]:
    none: Tracks = Map()
    found, _ = judged(values, none, TABLES, STATIONS, readings or {})
    return [set(one.doubts) for one in found]


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (value(1520.0), set()),
        (value(-1.0), {Doubt.RANGE}),
        (value(60001.0), {Doubt.RANGE}),
        (value(float("nan")), {Doubt.RANGE}),
        (value(None), {Doubt.INVALID}),
        (value(89.9, Variable.STAGE), set()),
        (value(83.9, Variable.STAGE), {Doubt.RANGE}),
        (value(1520.0, late_min=90), set()),
        (value(1520.0, late_min=91), {Doubt.LATE}),
        (value(1520.0, late_min=-11), {Doubt.FUTURE}),
        (value(301.0, Variable.RAIN), {Doubt.RANGE}),
    ],
)
def test_a_value_by_itself_is_doubted_for_what_it_says(one: Observation, expected: set[Doubt]) -> None:
    assert doubts_of(one) == [expected]


def test_a_value_that_jumps_is_compared_with_the_last_sound_one() -> None:
    spike = doubts_of(value(2000), value(3600, hour=0.25), value(2010, hour=0.5))
    assert spike == [set(), {Doubt.RATE}, set()]
    assert doubts_of(value(2000), value(3500, hour=0.25)) == [set(), set()]


def test_a_level_that_stays_is_believed_after_a_while() -> None:
    hours = [0.0, 0.1, 0.5, 1.0]
    found = doubts_of(*(value(2000 if hour == 0 else 6000, hour=hour) for hour in hours))
    assert found == [set(), {Doubt.RATE}, {Doubt.RATE}, set()]


def test_the_same_to_the_last_digit_for_long_and_often_is_a_stuck_sensor() -> None:
    hourly = doubts_of(*(value(1520.0, hour=hour) for hour in range(22)))
    assert hourly[:20] == [set()] * 20
    assert hourly[20:] == [{Doubt.REPEAT}] * 2
    assert doubts_of(*(value(1520.0, hour=24 * day) for day in range(4))) == [set()] * 4  # bulletins may say the same


def test_a_frame_takes_its_stations_datum_and_another_source_must_say_it() -> None:
    frame = value(89.9, Variable.STAGE)
    found, _ = judged([frame, replace(frame, source=Source(SourceKind.HTTP, "x"))], Map(), TABLES, STATIONS, {})
    assert (found[0].datum, found[0].doubts) == ("大沽(待核)", frozenset())
    assert found[1].doubts == {Doubt.DATUM}
    assert doubts_of(replace(frame, datum="85高程")) == [{Doubt.DATUM}]
    assert doubts_of(replace(frame, station="nobody's")) == [set()]


def test_a_flow_that_did_not_come_down_the_river_does_not_fit_its_neighbours() -> None:
    def upstream(*flows: float) -> dict[str, tuple[Reading, ...]]:
        at = NOON - timedelta(hours=14)
        return {s: (Reading(s, at, q),) for s, q in zip(("HYK-XLD", "40104950", "HYK-WZ"), flows, strict=True)}

    assert doubts_of(value(2000), readings=upstream(1900, 60, 2)) == [set()]
    assert doubts_of(value(9000), readings=upstream(1900, 60, 2)) == [{Doubt.NEIGHBOUR}]
    assert doubts_of(value(400), readings=upstream(3900, 60, 2)) == [{Doubt.NEIGHBOUR}]
    assert doubts_of(value(9000), readings={}) == [set()]  # nothing is known upstream


def test_a_faulty_row_is_named(tmp_path) -> None:
    for name in ("gauge_limits.csv", "station_names.csv", "observing.csv"):
        text = resources.path(f"rules/{name}").read_text("utf-8")
        (tmp_path / name).write_text(text, "utf-8")
    read_observing(tmp_path)
    (tmp_path / "observing.csv").write_text(text + ",flow,hihg,1,,,\n", "utf-8")
    with pytest.raises(ObservingTableFault, match=f"observing.csv:{text.count(chr(10)) + 1}: unknown: hihg"):
        read_observing(tmp_path)
