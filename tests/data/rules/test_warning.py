"""Which level is suggested, and that only a person sets one."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from data.model.dispatch import Incident, SuperiorOrder
from data.model.levels import Level
from data.model.river import HUAYUANKOU, Forecast
from data.model.situation import Cause
from data.model.steps import ForecastEntered, IncidentClosed, IncidentRaised, OrderEnded, OrderReceived
from data.rules.warning import at_flow
from tests import township


def test_each_threshold_suggests_its_level_from_its_own_value_on() -> None:
    found = [at_flow(township.triggers(), q) for q in (3999, 4000, 5999, 6000, 8000, 10_000, 15_000, 22_000)]
    assert found == [Level.NONE, Level.IV, Level.IV, Level.III, Level.II, Level.II, Level.I, Level.I]


def test_the_first_crossing_is_suggested_at_once_and_nothing_stands_without_a_person() -> None:
    now = township.at_flow(township.situation(), 4020)
    assert now.suggestion.level is Level.IV
    assert now.standing.level is Level.NONE


def test_a_flow_that_chatters_about_a_threshold_never_toggles_the_suggestion() -> None:
    now = township.situation()
    seen: list[Level] = []
    for flow in (3990, 4010, 3990, 4005, 3900, 3810, 4001):
        now = township.at_flow(now, flow)
        seen.append(now.suggestion.level)
    assert seen == [Level.NONE, *[Level.IV] * 6]


def test_the_suggestion_falls_only_below_threshold_less_hysteresis() -> None:
    now = township.at_flow(township.at_flow(township.situation(), 4100), 3799)
    assert now.suggestion.level is Level.NONE


@given(st.lists(st.floats(0, 25_000, allow_nan=False), min_size=1, max_size=12))
def test_the_standing_level_never_changes_without_a_signature(flows: list[float]) -> None:
    now = township.situation()
    for flow in flows:
        now = township.at_flow(now, flow)
    assert now.standing.level is Level.NONE
    assert now.suggestion.level >= at_flow(now.registers.triggers, flows[-1])


def test_the_highest_of_all_reasons_is_suggested_and_all_are_kept() -> None:
    now = township.at_flow(township.situation(), 4500)
    now = township.at_flow(now, 5200, station="TG")
    forecast = Forecast(HUAYUANKOU, 8200.0, now.at + timedelta(hours=20), now.at, "黄委水文局")
    now = township.after(now, ForecastEntered(forecast))
    assert now.suggestion.level is Level.II
    assert {reason.cause for reason in now.suggestion.reasons} == {Cause.OBSERVED, Cause.UPSTREAM, Cause.FORECAST}
    assert now.suggestion.reasons[0].level is Level.II


def test_a_superiors_order_and_a_major_incident_suggest_levels_until_they_end() -> None:
    now = township.situation()
    order = SuperiorOrder("O1", now.at, "惠济区防指", "惠防指〔演〕1号", "启动Ⅲ级", level=2)
    incident = Incident("I1", now.at, "HYK", "90坝", "管涌", "incident.piping", 1)
    now = township.after(now, OrderReceived(order))
    assert now.suggestion.level is Level.III
    now = township.after(now, IncidentRaised(incident))
    assert now.suggestion.level is Level.II
    now = township.after(now, IncidentClosed("I1", "已控制"), OrderEnded("O1", "终止"))
    assert now.suggestion.level is Level.NONE
