"""Token buckets: never more than the rate allows, never refused for longer than told, never too many keys."""

from __future__ import annotations

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.gateway.limits import Limit, TokenBuckets, source_key

LIMIT = Limit(rate=2.0, burst=5.0)
limits = st.builds(Limit, rate=st.floats(0.01, 1000), burst=st.floats(1, 1000))
gaps = st.lists(st.floats(0, 20), min_size=1, max_size=200)


def test_a_burst_passes_and_the_next_one_is_told_how_long_to_wait():
    buckets = TokenBuckets(LIMIT)
    assert [buckets.allow("phone", 100.0) for _ in range(5)] == [0.0] * 5
    assert buckets.allow("phone", 100.0) == pytest.approx(0.5)
    assert buckets.allow("another", 100.0) == 0.0


@given(limits, gaps)
def test_never_more_passes_than_the_burst_and_what_came_back_since(limit, waits):
    buckets, now, passed = TokenBuckets(limit), 1000.0, 0
    for wait in waits:
        now += wait
        passed += buckets.allow("phone", now) == 0.0
        assert passed <= limit.burst + limit.rate * (now - 1000.0 - waits[0]) + 1e-3


@given(limits, gaps)
def test_whoever_waits_as_long_as_told_is_let_through(limit, waits):
    buckets, now = TokenBuckets(limit), 0.0
    for wait in waits:
        retry = buckets.allow("phone", now)
        assert retry >= 0
        if retry:
            now += retry
            assert buckets.allow("phone", now) == 0.0
        now += wait / 100


@given(st.lists(st.tuples(st.text(max_size=3), st.floats(0, 3)), max_size=300), st.integers(1, 8))
def test_the_table_never_holds_more_keys_than_its_bound(asked, most):
    buckets, now = TokenBuckets(LIMIT, most), 0.0
    for key, wait in asked:
        now += wait
        buckets.allow(key, now)
        assert len(buckets) <= most


@given(st.lists(st.floats(-100, 100), min_size=1, max_size=50))
def test_a_clock_that_jumps_about_opens_no_gate(jumps):
    buckets = TokenBuckets(LIMIT)
    passed = sum(buckets.allow("phone", jump) == 0.0 for jump in jumps)
    assert passed <= LIMIT.burst + LIMIT.rate * (max(jumps) - min(jumps)) + 1e-3


def test_a_thousand_invented_addresses_wash_out_nobodys_debt():
    buckets = TokenBuckets(LIMIT, most=50)
    while buckets.allow("attacker", 0.0) == 0.0:
        pass
    passed = sum(buckets.allow(f"invented {turn}", 0.0) == 0.0 for turn in range(1000))
    assert passed == 49 + 5  # the free places, then one shared bucket
    assert buckets.allow("attacker", 0.0) > 0


def test_keys_that_owe_nothing_make_room():
    buckets = TokenBuckets(LIMIT, most=2)
    for key in ("a", "b"):
        buckets.allow(key, 0.0)
    assert [buckets.allow("c", 10.0) for _ in range(6)].count(0.0) == 5
    assert len(buckets) == 1


def test_looking_takes_nothing_and_a_forgotten_key_owes_nothing():
    buckets = TokenBuckets(LIMIT)
    for _ in range(5):
        assert buckets.peek("phone", 0.0) == 0.0
        buckets.allow("phone", 0.0)
    assert buckets.peek("phone", 0.0) == buckets.allow("phone", 0.0) > 0
    buckets.forget("phone")
    assert buckets.allow("phone", 0.0) == 0.0


def test_threads_together_pass_no_more_than_one_alone():
    buckets, passed = TokenBuckets(Limit(rate=0.001, burst=100)), []

    def ask():
        passed.extend(buckets.allow("phone", 1.0) == 0.0 for _ in range(200))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(passed) == 100


@pytest.mark.parametrize(("rate", "burst"), [(0, 5), (1, 0.5), (-1, 5), (float("nan"), 5)])
def test_a_limit_that_lets_nothing_through_is_our_error(rate, burst):
    with pytest.raises(ValueError, match="a limit needs"):
        Limit(rate, burst)


def test_a_price_above_the_burst_is_our_error():
    with pytest.raises(ValueError, match="never fit"):
        TokenBuckets(LIMIT).allow("phone", 0.0, cost=6)


def test_a_host_is_one_source_whatever_it_calls_itself():
    assert source_key("10.0.0.7") == source_key("::ffff:10.0.0.7") == "10.0.0.7"
    assert source_key("fd00::1%eth0") == source_key("fd00::dead:beef") == "fd00::/64"
    assert source_key("x" * 500) == "x" * 64
