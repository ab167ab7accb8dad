"""A typed forecast that looks like a slip, or would calm the desk, is doubted; an ordinary one is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from data.model.alarms import Alarm, Priority
from data.model.levels import Level
from data.model.river import HUAYUANKOU, Forecast
from data.model.situation import Situation
from data.model.steps import ForecastEntered
from data.rules.alarms.river import FORECAST
from data.rules.forecast_entry import Doubt, Odd, doubts
from tests import township

NOON = township.NOON
HOUR = timedelta(hours=1)


def expected(flow: float, hours: int = 24) -> Forecast:
    return Forecast(HUAYUANKOU, flow, NOON + hours * HOUR, NOON, "黄委水文局")


@pytest.fixture
def rising() -> Situation:
    return township.at_flow(township.situation(), 3640)


@pytest.mark.parametrize("flow", [1200.0, 3640.0, 8000.0, 22000.0])
def test_a_forecast_within_reason_is_not_doubted(rising: Situation, flow: float) -> None:
    assert doubts(rising, expected(flow), NOON) == ()


def test_eight_for_eight_thousand_is_doubted_with_the_observed_flow(rising: Situation) -> None:
    assert doubts(rising, expected(8), NOON) == (Doubt(Odd.FAR, 3640.0), Doubt(Odd.LOW, 100.0))
    assert doubts(rising, expected(50_000), NOON) == (Doubt(Odd.FAR, 3640.0),)
    assert [one.kind for one in doubts(township.situation(), expected(8), NOON)] == [Odd.LOW], "nothing observed yet"


def test_a_forecast_that_would_lower_the_suggestion_is_doubted_while_the_one_before_still_counts(
    rising: Situation,
) -> None:
    now = township.after(rising, ForecastEntered(expected(8000)))
    assert doubts(now, expected(5000), NOON) == (Doubt(Odd.LOWERS, before=Level.II, after=Level.IV),)
    assert doubts(now, expected(5000, 60), NOON + 30 * HOUR) == (), "the earlier one had expired by itself"


def test_a_forecast_that_would_let_an_alarm_go_back_is_doubted(rising: Situation) -> None:
    trigger = next(t for t in rising.registers.triggers if t.station == HUAYUANKOU and t.level is Level.IV)
    alarm = Alarm("a", FORECAST, trigger.id, "river", Priority.LOW, NOON, limit=4000.0)
    now = replace(rising, alarms=rising.alarms.set(alarm.tag, alarm))
    assert doubts(now, expected(2000), NOON) == (Doubt(Odd.CLEARS, 4000.0),)
    assert doubts(now, expected(4500), NOON) == ()
    gone = replace(now, alarms=now.alarms.set("a", replace(alarm, returned_at=NOON)))
    assert doubts(gone, expected(2000), NOON) == ()
