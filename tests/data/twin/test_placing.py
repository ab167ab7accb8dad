"""Where the next run of a library goes."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from data.twin.flood import Trust
from data.twin.placing import STANDARD_PLACING, Placing, next_flow, worst_of

SMALL = Placing(first_m3s=(2_000.0, 6_000.0, 20_000.0), most_runs=12)
GOOD = 0.001


def test_the_first_runs_come_first_and_in_order():
    known: list[float] = []
    for flow in SMALL.first_m3s:
        assert next_flow(known, (), SMALL) == flow
        known.append(flow)


def test_the_widest_bracket_that_was_never_tried_is_halved_first():
    flow = next_flow(SMALL.first_m3s, (), SMALL)
    assert flow is not None
    assert 6_000.0 < flow < 20_000.0


def test_a_bracket_whose_middle_was_good_is_left_alone():
    known = [*SMALL.first_m3s, 3_700.0, 11_900.0]
    good = [Trust(11_900.0, 0.01, 0.99), Trust(3_700.0, 0.01, 0.99)]
    assert next_flow(known, good, SMALL) is None
    assert 2_000.0 < next_flow(known, [good[0], Trust(3_700.0, 0.5, 0.5)], SMALL) < 6_000.0


def test_late_arrivals_count_where_they_are_asked_for():
    bad = {"arrival_median_min": 60.0, "arrival_p95_min": 300.0}
    assert worst_of(Trust(4_000.0, 0.01, 0.99, **bad)) < 1
    assert worst_of(Trust(6_000.0, 0.01, 0.99, **bad)) == 6.0
    assert worst_of(Trust(9_000.0, 0.01, 0.99, **bad)) == 15.0


@given(st.lists(st.floats(0.0, 0.3), min_size=30, max_size=30))
def test_it_ends_with_distinct_flows_within_the_budget(errors):
    known: list[float] = []
    trusts: list[Trust] = []
    while (flow := next_flow(known, trusts, STANDARD_PLACING)) is not None:
        assert flow not in known
        known.append(flow)
        if flow not in STANDARD_PLACING.first_m3s:
            trusts.append(Trust(flow, errors[len(known) % 30], 1.0 - errors[len(known) % 30]))
    assert len(known) <= STANDARD_PLACING.most_runs
    assert all(low < high for low, high in pairwise(sorted(known)))
