"""Telegrams as observations: station, variable, unit, datum, doubts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from data.feeds.sl651.addresses import addresses, shown
from data.feeds.sl651.assembly import Assembly
from data.feeds.sl651.encode import Group, Sender, manual, report
from data.feeds.sl651.messages import read_uplink
from data.feeds.sl651.observations import StationCard, observations, picture
from data.feeds.sl651.rtu_reports import groups_of
from data.model.telemetry import Doubt, Observation, Source, SourceKind, Variable
from tests.data.feeds.sl651.telegrams import AT, BOTH, JPEG, READING, RIVER, SENT, framed, packets, read

NOW = datetime(2026, 7, 1, tzinfo=UTC)
SOURCE = Source(SourceKind.SL651, "0040105150")
BOOK = {"0040105150": StationCard("40105150", "大沽(待核)", 80.0)}


def made(groups: list[Group], function: int = 0x32, sender: Sender = RIVER, book=BOOK) -> tuple[Observation, ...]:
    return observations(read(report(sender, function, 1, SENT, groups)), NOW, book)


def test_a_report_becomes_stage_with_its_datum_flow_and_voltage():
    stage, flow, voltage = made([READING])
    assert stage == Observation(
        "40105150", Variable.STAGE, 90.88, "m", AT, NOW, SOURCE, "大沽(待核)", manner="timed"
    )  # fmt: skip
    assert (flow.variable, flow.value, flow.unit, flow.datum) == (Variable.FLOW, 5520.0, "m³/s", "")
    assert (voltage.variable, voltage.value) == (Variable.VOLTAGE, 12.61)
    assert stage.at.tzinfo is UTC


def test_an_address_of_eight_digits_names_its_station_and_a_stage_without_datum_is_doubtful():
    stage, *_ = made([READING], book={})
    assert (stage.station, stage.doubts) == ("40105150", frozenset({Doubt.DATUM}))


def test_what_the_device_marks_invalid_has_no_value():
    (stage,) = made([Group(AT, (("39", None),))])
    assert (stage.value, stage.doubts) == (None, frozenset({Doubt.INVALID}))


def test_relative_levels_are_counted_from_the_base_and_give_way_to_an_instant():
    first = AT - timedelta(minutes=55)
    hour = [Group(first, (("F5", [10.0 + n / 100 for n in range(12)]),)), Group(AT, (("39", 90.88),))]
    found = made(hour, 0x34)
    assert [one.value for one in found] == [*[round(90.0 + n / 100, 3) for n in range(11)], 90.88]
    assert made(hour[:1], 0x34, book={}) == ()


def test_rain_of_several_spans_keeps_the_shortest_and_its_span():
    (rain,) = made([Group(AT, (("1A", 12.0), ("22", 1.5), ("20", 30.0)))])
    assert (rain.variable, rain.value, rain.span_s) == (Variable.RAIN, 1.5, 300.0)


@pytest.mark.parametrize(("at", "hours"), [(AT, 24), (AT + timedelta(hours=3), 3), (AT - timedelta(hours=1), 23)])
def test_current_rain_counts_from_the_start_of_the_day(at, hours):
    (rain,) = made([Group(at, (("20", 3.5),))])
    assert rain.span_s == hours * 3600


def test_a_reservoir_tells_its_upper_level_and_its_outflow():
    found = made(
        [Group(AT, (("39", 130.0), ("3B", 248.5), ("27", 1.0), ("30", 2600.0)))], sender=Sender("0040105150", kind="K")
    )
    assert [(one.variable, one.value) for one in found] == [(Variable.STAGE, 248.5), (Variable.FLOW, 2600.0)]


def test_the_values_of_a_test_report_are_no_observations():
    assert made([READING], 0x30) == ()


def test_a_picture_carries_its_station_time_and_bytes():
    texts = Assembly()
    put = [texts.put(framed(raw), NOW) for raw in packets()][-1]
    assert put.whole is not None
    found = picture(read_uplink(put.whole), NOW, BOOK)
    assert found is not None
    assert (found.station, found.at, found.body) == ("40105150", AT, JPEG)
    assert picture(read(report(RIVER, 0x32, 1, SENT, [READING])), NOW, BOOK) is None


def test_what_a_station_observes_is_what_the_desk_receives():
    said = [
        Observation("40105150", Variable.STAGE, 90.88, "m", AT, NOW, SOURCE, "大沽(待核)"),
        Observation("40105150", Variable.VOLTAGE, 12.4, "V", AT, NOW, SOURCE),
        Observation("40105150", Variable.RAIN, 7.5, "mm", AT, NOW, SOURCE, span_s=3600.0),
    ]
    heard = made(groups_of(said))
    assert {(one.variable, one.value, one.at, one.span_s) for one in heard} == {
        (one.variable, one.value, one.at, one.span_s) for one in said
    }
    with pytest.raises(ValueError, match=r"table C\.1"):
        groups_of([Observation("x", Variable.STORAGE, 1.0, "10⁶m³", AT, NOW, SOURCE)])


def test_stations_without_a_code_of_digits_get_numbers_of_their_own():
    found = addresses(["40105150", "HYK-XLD", "HYK-WZ"])
    assert found["40105150"] == "0040105150"
    assert len(set(found.values())) == 3
    assert shown(found["40105150"]) == "40105150"
    assert shown("41010800FF") == "41010800255"


@pytest.mark.parametrize("sender", BOTH)
def test_words_of_an_observer_become_values_of_their_station_and_time(sender):
    said = "K 40105000 06290800 ZU 248.50 QI 2000 QA 2600 W 5210 ZS 5 NN"
    uplink = read(manual(sender, 1, SENT, said))
    assert (uplink.kind, uplink.observed_at, uplink.elements[0].value) == ("K", AT, said)
    found = observations(uplink, NOW, {})
    assert {(one.station, one.at, one.manner) for one in found} == {("40105000", AT, "manual")}
    assert {one.variable: one.value for one in found} == {
        Variable.STAGE: 248.5, Variable.INFLOW: 2000.0, Variable.FLOW: 2600.0, Variable.STORAGE: 5210.0,
    }  # fmt: skip


def test_words_sent_in_january_may_be_of_december():
    uplink = read(manual(RIVER, 1, datetime(2021, 1, 1, 0, 10, tzinfo=UTC), "H 40105150 12312000 Q M Z 89.10"))
    assert [(one.id, one.value, one.at.isoformat()) for one in uplink.elements[1:]] == [
        ("27", None, "2020-12-31T20:00:00+08:00"),
        ("39", 89.1, "2020-12-31T20:00:00+08:00"),
    ]


@pytest.mark.parametrize(
    "said", ["", "水势平稳，无降雨", "Q 1.234", "H 40105150 13990800 Q 5", "DRH01 Z 1 2 3", "Z Z Z Q"]
)
def test_words_without_station_and_time_are_kept_as_words_only(said):
    uplink = read(manual(RIVER, 1, SENT, said))
    assert uplink.elements[0].value == said
    assert observations(uplink, NOW, {}) == ()
