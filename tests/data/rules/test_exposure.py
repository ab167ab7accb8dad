"""Who and what a flow reaches, and what is short."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from data.model.people import Whereabouts
from data.model.places import Bench
from data.model.steps import WhereaboutsSet
from data.rules.exposure import exposure, flow_at_stake
from data.rules.signoff import preview, sign_off
from tests import township


def test_a_plot_is_exposed_from_its_own_flow_on() -> None:
    now = township.situation()
    assert exposure(now, 3499.9).plots == frozenset()
    assert exposure(now, 3500).plots == {"P1"}
    assert exposure(now, 6500).plots == {"P1", "P2"}


def test_people_areas_and_growers_are_summed_by_bench() -> None:
    shown = exposure(township.situation(), 7000)
    assert (shown.area_mu, shown.people) == (52.0, 3 + 8 + 2)
    assert dict(shown.by_bench) == {Bench.NEN: (1, 12.0, 3), Bench.ER: (1, 40.0, 8)}


def test_who_has_left_is_no_longer_counted_as_in_the_way() -> None:
    now = township.after(township.situation(), WhereaboutsSet("growers", ("GR1",), Whereabouts.LEFT))
    assert exposure(now, 7000).not_left == 1


@given(st.floats(0, 25_000), st.floats(0, 25_000))
def test_more_water_never_exposes_less(a: float, b: float) -> None:
    now = township.situation()
    low, high = sorted((a, b))
    assert exposure(now, low).plots <= exposure(now, high).plots


def test_staff_and_stock_that_are_short_at_a_flow_are_named() -> None:
    short = preview(township.situation(), 6500).short
    assert [(lack.key, lack.missing) for lack in short.stock] == [("编织袋", 600.0)]
    assert [(lack.key, lack.need, lack.have) for lack in short.roles] == [("R09", 4.0, 1.0)]
    assert short.people == 3


def test_what_was_signed_on_a_forecast_is_at_stake_while_the_flood_rises() -> None:
    now = township.at_flow(township.situation(), 4200)
    shown = preview(now, 8100)
    now = township.after(now, sign_off(shown, shown.level, "预报上涨", "河务局"))
    assert flow_at_stake(now) == 8100
    down = preview(now, 4200)
    assert flow_at_stake(township.after(now, sign_off(down, down.level, "预报下调", "河务局"))) == 4200
