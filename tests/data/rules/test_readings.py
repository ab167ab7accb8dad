"""Typed values that cross a threshold wait for a second person; what a person vouches for no feed overwrites."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.model.levels import Level
from data.model.river import HUAYUANKOU, Forecast, Outlook, OutlookPoint, Proposal, Quality, Reading
from data.model.river_steps import OutlookMade, ProposalDecided, ReadingCorrected, ReadingProposed
from data.model.situation import Cause, Situation
from data.model.steps import Body, ForecastEntered, ReadingTaken, StepRefused
from data.rules.coming import coming
from data.rules.readings import crosses
from data.rules.take import take
from tests import township
from tests.township import NOON


def after(now: Situation, body: Body, actor: str = "U1") -> Situation:
    return take(now, township.step(now, body, actor))[0]


def typed(flow: float, hours: float = 1.0) -> Reading:
    return Reading(HUAYUANKOU, NOON + timedelta(hours=hours), flow, None, "", "值班员", Quality.TYPED)


def proposed(flow: float) -> Situation:
    now = township.at_flow(township.situation(), 5800)
    return after(now, ReadingProposed(Proposal("p", typed(flow), crosses(now, typed(flow)), "U1", NOON)))


@pytest.mark.parametrize(
    ("flow", "wanted"), [(5900, ()), (6000, ("HYK-III",)), (8000, ("HYK-III", "HYK-II")), (3900, ("HYK-IV",))]
)
def test_a_typed_value_names_the_thresholds_that_it_would_cross_either_way(flow: float, wanted: tuple[str, ...]):
    now = township.at_flow(township.situation(), 5800)
    assert crosses(now, replace_at(typed(flow), now)) == wanted


def replace_at(reading: Reading, now: Situation) -> Reading:
    newest = now.latest()
    assert newest is not None
    return Reading(reading.station, newest.at + timedelta(hours=1), reading.flow_m3s, None, "", "", Quality.TYPED)


def test_a_value_older_than_the_newest_crosses_nothing():
    now = township.at_flow(township.situation(), 5800)
    newest = now.latest()
    assert newest is not None
    assert crosses(now, Reading(HUAYUANKOU, newest.at - timedelta(hours=1), 9000.0, quality=Quality.TYPED)) == ()


def test_a_proposed_value_changes_nothing_until_somebody_else_confirms_it():
    waiting = proposed(6210)
    assert waiting.flow_m3s == 5800
    assert waiting.suggestion.level is Level.IV
    confirmed = after(waiting, ProposalDecided("p", True), actor="U2")
    assert confirmed.flow_m3s == 6210
    assert confirmed.suggestion.level is Level.III
    assert not confirmed.proposals


def test_nobody_confirms_a_value_of_their_own_but_may_take_it_back_with_a_reason():
    with pytest.raises(StepRefused, match="own_proposal"):
        after(proposed(6210), ProposalDecided("p", True))
    with pytest.raises(StepRefused, match="reason_missing"):
        after(proposed(6210), ProposalDecided("p", False))
    assert after(proposed(6210), ProposalDecided("p", False, "看错一行")).flow_m3s == 5800


def test_a_proposal_is_decided_once():
    decided = after(proposed(6210), ProposalDecided("p", True), actor="U2")
    with pytest.raises(StepRefused, match="no_such_proposal"):
        after(decided, ProposalDecided("p", True), actor="U2")


@given(st.lists(st.tuples(st.floats(100, 20_000), st.sampled_from((Quality.GOOD, Quality.IMPOSSIBLE))), max_size=8))
def test_no_feed_overwrites_what_a_person_vouches_for(fed: list[tuple[float, Quality]]):
    now = after(township.situation(), ReadingCorrected(typed(4444), "与水文站核对"))
    for flow, quality in fed:
        now = after(now, ReadingTaken(Reading(HUAYUANKOU, NOON + timedelta(hours=1), flow, quality=quality)))
    assert now.flow_m3s == 4444
    assert after(now, ReadingCorrected(typed(4500), "再核")).flow_m3s == 4500


def test_a_correction_without_a_reason_is_refused():
    with pytest.raises(StepRefused, match="reason_missing"):
        after(township.situation(), ReadingCorrected(typed(4444), " "))


def outlook(peak: float, made_h: float = 0.0) -> OutlookMade:
    made = NOON + timedelta(hours=made_h)
    points = tuple(
        OutlookPoint(made + timedelta(hours=lead), flow, flow - 300, flow + 400)
        for lead, flow in ((24, peak), (48, peak - 500))
    )
    return OutlookMade(Outlook(HUAYUANKOU, made, points, "combined"))


def test_the_own_outlook_suggests_a_level_and_says_that_it_is_its_own():
    now = after(township.at_flow(township.situation(), 3500), outlook(4300))
    assert now.suggestion.level is Level.IV
    assert [why.cause for why in now.suggestion.reasons] == [Cause.OUTLOOK]
    assert now.flow_m3s == 3500
    assert now.tasks == township.at_flow(township.situation(), 3500).tasks
    raised = after(township.at_flow(township.situation(), 4500), outlook(8300))
    assert raised.suggestion.level is Level.II
    assert raised.tasks == township.at_flow(township.situation(), 4500).tasks


def test_the_official_forecast_wins_over_the_own_outlook():
    now = after(township.at_flow(township.situation(), 3500), outlook(6300))
    now = after(now, ForecastEntered(Forecast(HUAYUANKOU, 4200, NOON + timedelta(hours=20), NOON, "黄委")))
    assert now.suggestion.level is Level.IV
    assert [why.cause for why in now.suggestion.reasons] == [Cause.FORECAST]
    ahead = coming(now)
    assert ahead is not None
    assert (ahead.flow_m3s, ahead.own) == (4200, False)


def test_an_official_forecast_whose_time_is_past_counts_no_longer():
    now = township.at_flow(township.situation(), 3500)
    now = after(now, ForecastEntered(Forecast(HUAYUANKOU, 7200, NOON + timedelta(hours=2), NOON, "黄委")))
    assert now.suggestion.level is Level.III
    later = township.step(now, ReadingTaken(Reading(HUAYUANKOU, NOON + timedelta(hours=9), 3500.0)), minutes=9 * 60)
    past = take(now, later)[0]
    assert past.suggestion.level is Level.NONE
    assert coming(past) is None


def test_an_outlook_that_wavers_about_a_threshold_does_not_toggle_the_suggestion():
    now = township.at_flow(township.situation(), 3500)
    levels = []
    for hour, peak in enumerate((4050, 3950, 4010, 3850)):
        now = after(now, outlook(peak, hour))
        levels.append(now.suggestion.level)
    assert levels == [Level.IV] * 4
    assert after(now, outlook(3700, 5)).suggestion.level is Level.NONE


def test_an_outlook_grows_old_and_an_older_one_is_refused():
    now = after(township.at_flow(township.situation(), 3500), outlook(4300))
    with pytest.raises(StepRefused, match="outlook_older"):
        after(now, outlook(4300, -1))
    later = township.step(now, ReadingTaken(Reading("TG", NOON, 2000.0)), minutes=40 * 60)
    assert coming(take(now, later)[0]) is None
