"""The forecast on a made-up river: it learns the way of the water, never looks ahead, and bears what is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest

from data.model.river import HUAYUANKOU, Outlook
from data.rules.forecast.backtest import backtest, table_of
from data.rules.forecast.course import LEADS_H, outlook
from data.rules.forecast.days import STATIONS, XIAOLANGDI, Days, H, X, from_series
from data.rules.forecast.features import see
from data.rules.forecast.kept import NotKept, packed, unpacked
from data.rules.forecast.learning import Learned, learn, newest_before
from data.rules.forecast.travel import TravelRow
from tests.data.rules.forecast.routed import routed

AT = datetime(2017, 7, 1, tzinfo=UTC)
TRAVEL = (TravelRow(XIAOLANGDI, HUAYUANKOU, 1000, 15, 12, 18, "", ""),)


@pytest.fixture(scope="module")
def river() -> Days:
    return routed()


@pytest.fixture(scope="module")
def learned(river: Days) -> Learned:
    made = learn(river.until(date(2016, 12, 31)), trees=10, leaves=40)
    assert made is not None
    return made


def history(days: Days, at: datetime, back: int = 25) -> dict[str, list[tuple[datetime, float]]]:
    last = days.index(at.date())
    return {
        station: [
            (at - timedelta(days=last - row), float(days.flows[row, column]))
            for row in range(last - back, min(last + 4, len(days)))
            if np.isfinite(days.flows[row, column])
        ]
        for column, station in enumerate(STATIONS)
    }


def made_at(days: Days, learned: Learned | None, at: datetime = AT) -> Outlook:
    made = outlook(history(days, at), at, learned, TRAVEL)
    assert made is not None
    return made


def with_flow(days: Days, row: int, column: int, flow: float) -> Days:
    flows = days.flows.copy()
    flows[row, column] = flow
    return Days(days.first, flows)


def test_the_way_of_the_water_is_learned(river: Days) -> None:
    trials = backtest(river, date(2017, 1, 4), date(2017, 4, 3), leads=(1,))
    rows = {row.flow_class: row for row in table_of(trials)}
    assert rows["all"].n == 90
    assert rows["all"].skill > 0.3
    assert rows["all"].rmse < rows["all"].persistence_rmse
    assert 0.6 <= rows["all"].coverage <= 1


def test_nothing_after_the_issue_changes_a_forecast(river: Days, learned: Learned) -> None:
    row = river.index(AT.date())
    told = made_at(river, learned)
    for later in (1, 2):
        for column in range(len(STATIONS)):
            assert made_at(with_flow(river, row + later, column, 5000.0), learned) == told


def test_a_back_test_learns_nothing_from_what_comes_later(river: Days) -> None:
    start, end = date(2017, 2, 1), date(2017, 2, 20)
    flows = river.flows.copy()
    flows[river.index(end) + 1 :] = 9000.0
    flows[river.index(end), X] = 9000.0  # the day of the last truth is no day of issue
    both = [backtest(days, start, end, leads=(1,))[0] for days in (river, Days(river.first, flows))]
    judged = both[0].issued
    assert judged.sum() == 20
    assert np.array_equal(both[0].forecast[judged], both[1].forecast[judged])


def test_features_of_a_day_know_no_later_day(river: Days) -> None:
    whole, part = see(river), see(river.until(date(2016, 5, 5)))
    assert np.array_equal(whole.columns[: len(part.columns)], part.columns)


def test_the_band_holds_the_forecast_and_leads_are_those_promised(river: Days, learned: Learned) -> None:
    made = made_at(river, learned)
    assert [point.at - AT for point in made.points] == [timedelta(hours=lead) for lead in LEADS_H]
    assert all(0 <= point.low_m3s <= point.flow_m3s <= point.high_m3s for point in made.points)
    assert made.method == "combined"
    assert made.trained_to is not None
    assert [point.skill is not None for point in made.points] == [lead % 24 == 0 for lead in LEADS_H]
    assert made.drivers[-1].station == HUAYUANKOU


@pytest.mark.parametrize("column", [column for column in range(len(STATIONS)) if column != H])
def test_a_station_that_is_not_heard_of_is_named(river: Days, learned: Learned, column: int) -> None:
    flows = river.flows.copy()
    flows[:, column] = np.nan
    made = made_at(Days(river.first, flows), learned)
    assert made.missing == (STATIONS[column],)
    assert made.method == ("persistence" if column == X else "combined")
    assert all(np.isfinite(point.flow_m3s) for point in made.points)


def test_without_the_station_itself_there_is_no_forecast(river: Days, learned: Learned) -> None:
    known = history(river, AT)
    assert outlook({**known, HUAYUANKOU: []}, AT, learned) is None
    old = [(when - timedelta(days=10), flow) for when, flow in known[HUAYUANKOU] if when <= AT]
    assert outlook({**known, HUAYUANKOU: old}, AT, learned) is None


def test_without_a_past_it_is_persistence_and_says_so(river: Days) -> None:
    made = made_at(river, None)
    assert made.method == "persistence"
    assert len({point.flow_m3s for point in made.points}) == 1
    assert learn(river.until(date(2015, 6, 1))) is None


def test_readings_by_the_hour_are_laid_on_days_of_the_newest(river: Days) -> None:
    hours = [(AT + timedelta(hours=hour), 1000.0 + hour) for hour in range(-48, 30)]
    laid = from_series({HUAYUANKOU: hours, XIAOLANGDI: hours}, AT + timedelta(minutes=30))
    assert laid is not None
    days, base = laid
    assert base == AT
    assert list(days.flows[-3:, H]) == [952.0, 976.0, 1000.0]


def test_an_old_reading_shortens_the_forecast(river: Days, learned: Learned) -> None:
    later = AT + timedelta(hours=9)
    known = {station: [pair for pair in points if pair[0] <= AT] for station, points in history(river, AT).items()}
    made = outlook(known, later, learned, TRAVEL)
    assert made is not None
    assert made.points[-1].at == later + timedelta(hours=60)


def test_a_bulletin_that_was_not_renewed_is_no_truth(river: Days) -> None:
    flows = river.flows.copy()
    flows[100] = flows[99]
    assert list(np.flatnonzero(Days(river.first, flows).repeated)) == [100]


def test_what_is_kept_forecasts_the_same(river: Days, learned: Learned) -> None:
    again = unpacked(packed(learned))
    assert [point.flow_m3s for point in made_at(river, again).points] == pytest.approx(
        [point.flow_m3s for point in made_at(river, learned).points], rel=1e-5
    )
    small = unpacked(packed(learned, small=True))
    assert made_at(river, small).points[2].flow_m3s == pytest.approx(
        made_at(river, learned).points[2].flow_m3s, rel=0.05
    )
    with pytest.raises(NotKept):
        unpacked(b"nothing of ours")


def test_what_is_shipped_is_never_asked_about_days_it_has_seen(river: Days, learned: Learned) -> None:
    first = date(2017, 1, 1)
    short = Days(first, river.flows[river.index(first) : river.index(date(2017, 2, 1))])
    seen_it = replace(learned, trained_to=date(2017, 6, 1))
    trial = backtest(short, first, date(2017, 1, 31), priors=(seen_it,), leads=(1,))[0]
    assert np.array_equal(trial.forecast[trial.issued], trial.flow[trial.issued])
    trial = backtest(short, first, date(2017, 1, 31), priors=(seen_it, learned), leads=(1,))[0]
    assert trial.issued.sum() == 30
    assert (trial.forecast[trial.issued] != trial.flow[trial.issued]).all()
    assert newest_before((seen_it, learned), date(2017, 5, 31)) is learned
    assert made_at(river, replace(learned, trained_to=AT.date() + timedelta(days=1))).method == "persistence"
