"""The shipped tables of the river are figures with a source and say what they rest on."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from data.feeds.ratings import read_flood, read_ratings
from data.model.river import HUAYUANKOU
from data.rules.rating import rating_for
from resources import path as resource


def test_the_flood_of_2020_has_its_crest_on_the_29th_of_june() -> None:
    readings = read_flood(resource("demo/flood_2020.csv"))
    own = [reading for reading in readings if reading.station == HUAYUANKOU]
    crest = max(own, key=lambda reading: reading.flow_m3s or 0)
    assert (crest.at, crest.flow_m3s, crest.stage_m) == (datetime(2020, 6, 29, tzinfo=UTC), 5520, 90.88)
    assert "待核" in crest.datum
    assert "黄河水情日报" in crest.source


def test_the_flood_holds_six_stations_at_eight_each_day_and_nothing_in_between() -> None:
    readings = read_flood(resource("demo/flood_2020.csv"))
    assert len({reading.station for reading in readings}) == 6
    assert {reading.at.time() for reading in readings} == {time(0)}  # 08:00 in Beijing
    times = sorted({reading.at for reading in readings})
    assert (len(times), times[-1] - times[0]) == (27, timedelta(days=26))
    assert list(readings) == sorted(readings, key=lambda reading: (reading.at, reading.station))


def test_there_is_a_rating_for_each_year_with_data_and_for_no_other() -> None:
    ratings = read_ratings(resource("demo/ratings.csv"))
    assert [rating.year for rating in ratings] == list(range(2006, 2021))
    assert rating_for(ratings, HUAYUANKOU, 2021) is None
    assert all(rating.source and "待核" in rating.datum for rating in ratings)


def test_the_bed_has_sunk_since_2006() -> None:
    ratings = read_ratings(resource("demo/ratings.csv"))
    first, last = (rating_for(ratings, HUAYUANKOU, year) for year in (2006, 2019))
    assert first is not None
    assert last is not None
    assert (first.stage_at(2000) or 0) - (last.stage_at(2000) or 0) > 0.8
