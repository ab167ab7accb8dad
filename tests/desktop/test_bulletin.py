"""The bulletin delivers each recorded reading once, in order, when the clock has passed it."""

from __future__ import annotations

from datetime import timedelta

import pytest

import resources
from data.feeds.ratings import read_flood
from data.model.river import HUAYUANKOU, Reading
from desktop.bulletin import Bulletin
from desktop.first_run import DEMO_START
from tests.township import NOON


def at(hours: float, station: str = "A") -> Reading:
    return Reading(station, NOON + timedelta(hours=hours), 1000 + hours)


@pytest.fixture
def delivered(qapp):
    def listen(*readings: Reading) -> tuple[Bulletin, list[Reading]]:
        bulletin, heard = Bulletin(readings), []
        bulletin.arrived.connect(heard.append)
        return bulletin, heard

    return listen


def test_a_reading_arrives_when_its_time_has_come_and_not_before(delivered) -> None:
    bulletin, heard = delivered(at(1), at(2))
    bulletin.advance(NOON + timedelta(minutes=59))
    assert heard == []
    bulletin.advance(NOON + timedelta(hours=1))
    assert heard == [at(1)]


def test_a_leap_delivers_all_that_became_due_in_order_of_time_and_station(delivered) -> None:
    bulletin, heard = delivered(at(2), at(1, "B"), at(3), at(1, "A"))
    bulletin.advance(NOON + timedelta(hours=2))
    assert heard == [at(1, "A"), at(1, "B"), at(2)]
    assert not bulletin.ended


def test_nothing_is_delivered_twice_also_when_the_clock_goes_back(delivered) -> None:
    bulletin, heard = delivered(at(1), at(2))
    for hours in (2, 0, 1, 2):
        bulletin.advance(NOON + timedelta(hours=hours))
    assert heard == [at(1), at(2)]
    assert bulletin.ended


def test_what_the_journal_has_already_is_passed_over(delivered) -> None:
    bulletin, heard = delivered(at(1), at(2), at(3))
    bulletin.start_after(NOON + timedelta(hours=2))
    bulletin.advance(NOON + timedelta(hours=3))
    assert heard == [at(3)]


def test_a_listener_that_moves_the_clock_gets_each_reading_once(delivered) -> None:
    bulletin, heard = delivered(at(1), at(2), at(3))
    bulletin.arrived.connect(lambda _: bulletin.advance(NOON + timedelta(hours=3)))
    bulletin.advance(NOON + timedelta(hours=1))
    assert sorted(reading.at for reading in heard) == [at(n).at for n in (1, 2, 3)]


def test_an_empty_bulletin_has_ended(delivered) -> None:
    bulletin, heard = delivered()
    bulletin.advance(NOON)
    assert (bulletin.ended, heard) == (True, [])


def test_the_recorded_flood_brings_the_peak_of_2020(delivered) -> None:
    bulletin, heard = delivered(*read_flood(resources.path("demo/flood_2020.csv")))
    bulletin.start_after(DEMO_START)
    bulletin.advance(DEMO_START + timedelta(days=30))
    peak = max((r for r in heard if r.station == HUAYUANKOU and r.flow_m3s), key=lambda r: r.flow_m3s or 0)
    assert (peak.flow_m3s, peak.stage_m) == (5520.0, 90.88)
    assert peak.at.isoformat() == "2020-06-29T00:00:00+00:00"
    assert len({r.station for r in heard}) == 6
