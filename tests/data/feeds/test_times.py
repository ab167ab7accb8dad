"""Times are read as offices write them and come out in UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.feeds.times import read_time

naive = datetime  # the cells of a workbook carry no zone
BEIJING = ZoneInfo("Asia/Shanghai")
EIGHT = datetime(2020, 6, 29, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    ["2020-06-29 08:00", "2020/6/29 8:00:00", "2020年6月29日8时", "2020年6月29日 8时00分", "2020.6.29 8:00",
     "202006290800", "2020-06-29T08:00:00+08:00",
     "2020-06-29T00:00:00Z", "２０２０-０６-２９ ０８:００", naive(2020, 6, 29, 8), 44011 + 8 / 24],
)  # fmt: skip
def test_eight_in_the_morning_is_read_however_it_is_written(written: object) -> None:
    assert read_time(written, None, BEIJING, 8) == (EIGHT, False)


@pytest.mark.parametrize(
    "written",
    ["2020-06-29", "2020年6月29日", "20200629", 20200629.0, date(2020, 6, 29), naive(2020, 6, 29), 44011.0],
)
def test_a_day_without_a_clock_is_the_daily_reading_and_says_so(written: object) -> None:
    assert read_time(written, None, BEIJING, 8) == (EIGHT, True)


@pytest.mark.parametrize("clock", ["8:00", "08时", "8", 8.0, time(8), timedelta(hours=8), 8 / 24])
def test_the_clock_may_stand_in_a_column_of_its_own(clock: object) -> None:
    assert read_time("2020-06-29", clock, BEIJING, 20) == (EIGHT, False)


def test_midnight_counts_as_a_time_where_others_of_the_column_have_one() -> None:
    found = read_time(naive(2020, 6, 29), None, BEIJING, 8, midnight_counts=True)
    assert found == (datetime(2020, 6, 28, 16, tzinfo=UTC), False)


def test_twenty_four_o_clock_is_the_midnight_that_ends_the_day() -> None:
    assert read_time("2020-06-29 24:00", None, BEIJING, 8) == (datetime(2020, 6, 29, 16, tzinfo=UTC), False)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "昨天",
        "2020-02-30",
        "2020-13-01",
        "2020-06-29 25:00",
        "1700-01-01",
        "08:00",
        float("nan"),
        3.0,
        True,
        None,
        "2020-06-29 8:99",
    ],
)
def test_what_is_no_time_is_not_guessed_at(written: object) -> None:
    assert read_time(written, None, BEIJING, 8) is None


def test_a_clock_that_is_none_is_not_replaced_by_the_daily_hour() -> None:
    assert read_time("2020-06-29", "早上", BEIJING, 8) is None


@given(st.datetimes(naive(1900, 1, 1), naive(2150, 1, 1)).map(lambda t: t.replace(microsecond=0)))
def test_a_moment_written_by_the_clock_reads_back(moment: datetime) -> None:
    found = read_time(moment.isoformat(sep=" "), None, UTC, 8)
    assert found == (moment.replace(tzinfo=UTC), False)


@given(st.text(max_size=20) | st.floats() | st.none(), st.text(max_size=6) | st.floats() | st.none())
def test_nothing_in_a_cell_breaks_the_reading_of_times(cell: object, clock: object) -> None:
    found = read_time(cell, clock, BEIJING, 8)
    assert found is None or found[0].utcoffset() == timedelta(0)
